import type { Core } from "../space.ts";
import type { Day } from "./calendar.ts";
import type { CatPresenter } from "./present.ts";

/** What the routes and rules of the cats stand on. */
export interface CatDeps extends Core {
  presenter: CatPresenter;
  /** The day that it is by the site's clock. */
  today(): Day;
}
