import type { Core } from "../space.ts";

/** What the routes and rules of films stand on. */
export type FilmDeps = Core;
