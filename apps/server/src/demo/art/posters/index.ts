import type { Poster } from "./poster.ts";
import { abroad } from "./sheet-abroad.ts";
import { cases } from "./sheet-cases.ts";
import { fear } from "./sheet-fear.ts";
import { games } from "./sheet-games.ts";
import { home } from "./sheet-home.ts";
import { known } from "./sheet-known.ts";
import { laughter } from "./sheet-laughter.ts";
import { music } from "./sheet-music.ts";
import { night } from "./sheet-night.ts";
import { onPaper } from "./sheet-paper.ts";
import { stillness } from "./sheet-stillness.ts";

/** The posters of the demo's films, each as tall as one and a half times its width. */
export const filmPosters: Record<string, Poster> = {
  ...known,
  ...stillness,
  ...home,
  ...laughter,
  ...games,
  ...music,
  ...abroad,
  ...fear,
  ...night,
  ...cases,
  ...onPaper,
};
