import type { Core } from "../space.ts";
import type { Recommendations } from "./recommendation/recommendations.ts";
import type { Figures } from "./figures-queries.ts";
import type { FindKeys, FindNames } from "./stack/known-technologies.ts";
import type { Seen } from "./recommendation/seen.ts";

/** What the routes and rules of projects stand on. */
export interface ProjectDeps extends Core {
  recommendations: Recommendations;
  seen: Seen;
  findKeys: FindKeys;
  findNames: FindNames;
  figures: () => Promise<Figures>;
}
