import type { Core } from "../space.ts";
import type { CatPresenter } from "./present.ts";

/** What the routes and rules of the cats stand on. */
export interface CatDeps extends Core {
  presenter: CatPresenter;
}
