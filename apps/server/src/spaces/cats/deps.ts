import type { Core } from "../space.ts";
import type { Day } from "./calendar.ts";
import type { CatPresenter } from "./present.ts";
import type { Recognition } from "./recognition/index.ts";

/** What the routes and rules of the cats stand on. */
export interface CatDeps extends Core {
  presenter: CatPresenter;
  recognition: Pick<Recognition, "breeds">;
  /** The day that it is by the site's clock. */
  today(): Day;
}
