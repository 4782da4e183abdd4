import type { Db } from "../../platform/database/database.ts";
import type { EventLog } from "../../platform/events/event-log.ts";
import { projectChanged, projectRemoved } from "./events.ts";
import { countFigures, type Figures } from "./figures-queries.ts";

/** Hidden projects, private makers and new people are counted after so long at the latest; projects that come and go at once. */
const keptMs = 30_000;

/** Counts once for all who ask within a while. */
export function createFigures(db: Db, log: EventLog): () => Promise<Figures> {
  let counted: { figures: Promise<Figures>; until: number } | undefined;
  log.listen((event) => {
    if (projectChanged.is(event) || projectRemoved.is(event)) counted = undefined;
  });
  return () => {
    if (counted && counted.until > performance.now()) return counted.figures;
    const counting = { figures: countFigures(db), until: performance.now() + keptMs };
    counted = counting;
    counting.figures.catch(() => {
      if (counted === counting) counted = undefined;
    });
    return counting.figures;
  };
}
