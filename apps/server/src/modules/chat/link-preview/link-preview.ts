import type { Logger } from "pino";
import type { Db } from "../../../platform/database/database.ts";
import type { PublicGet } from "../../../platform/egress/public-get.ts";
import { findPreview, type LinkPreview, postponePreview, putPreview } from "./link-preview-queries.ts";
import { createWaitingLine } from "./waiting-line.ts";

export { deleteOld, type LinkPreview } from "./link-preview-queries.ts";

export interface LinkPreviews {
  /**
   * What there is to show of the page at an address (`findLink`): what is remembered, or what the page says now, which takes seconds. Null when
   * there is nothing, or when too many ask. Never throws.
   */
  previewOf(url: string): Promise<LinkPreview | null>;
  /** Hangs up, and resolves when nothing is under way; whatever is asked from then on is answered null. */
  stop(): Promise<void>;
}

const pages = { atOnce: 4, waiting: 200 };

/** Fetches each page once for all who ask, and remembers it for a day, or for an hour that there is nothing. `get` ends with it. */
export function createLinkPreviews({
  db,
  get,
  logger,
}: {
  db: Db;
  get: PublicGet;
  logger: Logger;
}): LinkPreviews {
  const line = createWaitingLine(pages);
  const underWay = new Map<string, Promise<LinkPreview | null>>();
  let isOver = false;

  async function find(url: string): Promise<LinkPreview | null> {
    const known = await findPreview(db, url);
    if (known?.isFresh) return known.preview;
    const before = known?.preview ?? null;
    return line.take(() => look(url, before)) ?? before;
  }

  async function look(url: string, before: LinkPreview | null): Promise<LinkPreview | null> {
    if (isOver) return null;
    const answer = await get.get(url);
    if (isOver) return null;
    if (answer.end !== "page")
      logger.debug({ reason: answer.reason }, "there is no preview of a page that a message leads to");
    if (answer.end === "failed" && before) {
      await postponePreview(db, url);
      return before;
    }
    const preview = answer.end === "page" ? await read(answer.body, answer.charset) : null;
    await putPreview(db, url, preview);
    return preview;
  }

  return {
    previewOf(url) {
      if (isOver) return Promise.resolve(null);
      const running = underWay.get(url);
      if (running) return running;
      const found = find(url)
        .catch((error: unknown) => {
          logger.error({ err: error }, "the preview of a link could not be made");
          return null;
        })
        .finally(() => underWay.delete(url));
      underWay.set(url, found);
      return found;
    },
    async stop() {
      isOver = true;
      get.close();
      await Promise.all(underWay.values());
    },
  };
}

async function read(body: Buffer, charset: string | undefined): Promise<LinkPreview | null> {
  // Loaded with the first page: the parser costs 15 MB, and most processes never see one.
  const { readPage } = await import("./read-page.ts");
  return readPage(body, charset);
}
