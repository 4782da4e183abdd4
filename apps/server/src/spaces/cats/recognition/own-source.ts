import type { Logger } from "pino";
import { present } from "./answer.ts";
import type { Card } from "./card-schema.ts";
import { ModelFault } from "./card.ts";
import { recognitionAway } from "./faults.ts";
import { createRecognizer } from "./recognizer.ts";
import type { Source } from "./source.ts";

/** After a model could not be loaded, the next try. */
const againMs = 60_000;

export interface OwnSource extends Source {
  /** Has the model prove itself. Throws a ModelFault. */
  check(): Promise<void>;
}

/** A thread of this process. */
export function createOwnSource(model: { folder: string; card: Card }, logger: Logger): OwnSource {
  const recognizer = createRecognizer(model, (message) => logger.warn(message));
  let away: { reason: string; until: number } | undefined;

  function tellAway(reason: string): void {
    if (away?.reason !== reason)
      logger.error({ folder: model.folder, reason }, "breeds cannot be recognized");
    away = { reason, until: Date.now() + againMs };
  }

  return {
    async look(photo, isWanted) {
      if (away && away.until > Date.now()) throw recognitionAway();
      const seen = await recognizer.recognize(photo, isWanted).catch((error: unknown) => {
        if (!(error instanceof ModelFault)) throw error;
        tellAway(error.message);
      });
      if (!seen) throw recognitionAway();
      away = undefined;
      return "refused" in seen ? seen : present(seen, model.card);
    },
    fault: () => away && "the model cannot be used",
    check: () => recognizer.check(),
    close: () => recognizer.close(),
  };
}
