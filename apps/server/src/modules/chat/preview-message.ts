import type { Logger } from "pino";
import type { Id } from "../../platform/database/tables.ts";
import type { EventLog } from "../../platform/events/event-log.ts";
import { showPreview } from "./change-message.ts";
import type { LinkPreviews } from "./link-preview/link-preview.ts";

/** Brings previews of what messages lead to, after they were sent: nobody waits for another site. */
export interface Previewer {
  fetch(link: string | null, chatId: Id, seq: number): void;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

export function createPreviewer(
  { log, logger }: { log: EventLog; logger: Logger },
  previews: LinkPreviews | undefined,
): Previewer {
  const underWay = new Set<Promise<void>>();
  async function fetchAndShow(link: string, chatId: Id, seq: number): Promise<void> {
    if (await previews!.previewOf(link)) await showPreview({ log }, { chatId, seq }, link);
  }
  return {
    fetch(link, chatId, seq) {
      if (link === null || !previews) return;
      const work = fetchAndShow(link, chatId, seq)
        .catch((error: unknown) => logger.warn({ err: error }, "a preview could not be shown"))
        .finally(() => underWay.delete(work));
      underWay.add(work);
    },
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
