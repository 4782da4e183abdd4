import { cats } from "./cats.ts";
import { everyday } from "./everyday.ts";
import { films } from "./films.ts";
import { food } from "./food.ts";
import { home } from "./home.ts";
import { moreCats } from "./more-cats.ts";
import { moreThings } from "./more-things.ts";
import { outdoors } from "./outdoors.ts";
import { projects } from "./projects.ts";
import { readThreads } from "./threads.ts";

export { demoPeople } from "./people.ts";
export type { DemoPerson } from "./person.ts";
export type { Answer, Thread } from "./threads.ts";

const sources = [cats, projects, films, food, outdoors, home, moreCats, everyday, moreThings];

/** Everything that is said in the demo community. */
export const readDemoThreads = () => sources.flatMap(readThreads);
