import { cats } from "./cats.ts";
import { everyday } from "./everyday.ts";
import { films } from "./films.ts";
import { food } from "./food.ts";
import { home } from "./home.ts";
import { moreCats } from "./more-cats.ts";
import { moreThings } from "./more-things.ts";
import { outdoors } from "./outdoors.ts";
import { projects } from "./projects.ts";
import { readThreads, type Thread } from "./threads.ts";

export { demoPeople } from "./people.ts";
export type { DemoPerson } from "./person.ts";
export type { Answer, Thread } from "./threads.ts";

/** What is said, and the space that it belongs to. */
const sources: readonly (readonly [string, space?: string])[] = [
  [cats, "cats"],
  [projects, "projects"],
  [films, "films"],
  [food],
  [outdoors],
  [home],
  [moreCats, "cats"],
  [everyday],
  [moreThings],
];

/** All that is said in the demo community of a site with these spaces. Where there is none, people speak of everything. */
export const readDemoThreads = (spaces: readonly string[]): Thread[] =>
  sources
    .filter(([, space]) => space === undefined || spaces.length === 0 || spaces.includes(space))
    .flatMap(([text]) => readThreads(text));
