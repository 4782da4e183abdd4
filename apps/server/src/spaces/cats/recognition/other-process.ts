import type { Logger } from "pino";
import { createJsonService, ServiceFault } from "../../../platform/egress/json-service.ts";
import { recognitionAway } from "./faults.ts";
import { innerPath } from "./inner-routes.ts";
import { prove } from "./proof.ts";
import type { Seen, Source } from "./source.ts";
import type { Refusal } from "./recognizer.ts";
import { queueFull } from "./waiting-room.ts";

/** For a photo with all that wait before it there. */
const timeoutMs = 15_000;
const connections = 16;

/** Another process of the site, with the role `recognition`. */
export function createOtherProcess(address: string, secret: Buffer, logger: Logger): Source {
  const service = createJsonService(address, connections);
  let fault: string | undefined;

  function tell(next: string | undefined): void {
    if (next !== undefined && next !== fault)
      logger.warn(
        { reason: next },
        "photos cannot be passed on: is that a process of this site (the same database), with a clock that is right?",
      );
    fault = next;
  }

  return {
    async look(photo) {
      const bytes = Buffer.from(photo.buffer, photo.byteOffset, photo.length);
      const headers = prove(secret, photo.length);
      try {
        const seen = await service.ask<Seen | { refused: Refusal }>(
          "POST",
          innerPath,
          bytes,
          timeoutMs,
          headers,
        );
        tell(undefined);
        return seen;
      } catch (error) {
        if (error instanceof ServiceFault && error.status === 429) throw queueFull();
        // Anything else, such as a page where an answer was expected, is for the operator too.
        tell((error as Error).message);
        throw recognitionAway();
      }
    },
    fault: () => fault && "the process that recognizes cannot be reached",
    close: async () => service.close(),
  };
}
