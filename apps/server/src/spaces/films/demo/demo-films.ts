import type { DemoFilm } from "./demo-film.ts";
import { knownFilms } from "./films-known.ts";
import { livelyFilms } from "./films-lively.ts";
import { oddFilms } from "./films-odd.ts";
import { stillFilms } from "./films-still.ts";
import { readFilms } from "./read-films.ts";

/** Films that exist only here. */
export const readDemoFilms = (): DemoFilm[] =>
  [knownFilms, stillFilms, livelyFilms, oddFilms].flatMap(readFilms);
