import { createHash } from "node:crypto";
import { createDueWork, type DueWork } from "../../platform/push/due-work.ts";
import type { Push } from "../../platform/push/push.ts";
import { countUnread, findUnreadGroup } from "./list-queries.ts";
import type { NotificationDeps } from "./notifications.ts";
import { claimGroups, type DueGroup, findLocales, finishGroup, untilNextGroup } from "./push-queries.ts";
import { pathOf, sentenceOf, type Shown, snippetOf } from "./words.ts";

/** What the service worker of the web app shows. */
export interface PushPayload {
  title: string;
  body: string;
  /** A path of this site. */
  url: string;
  tag: string;
  unread: number;
  locale: "ko" | "en";
}

const atOnce = 20;
/** Later than that, it is found on the page. */
const worthSeconds = 86_400;

/** Whatever makes two pushes the same to a browser: the newer one takes the place of the older. */
const topicOf = ({ kind, subjectId }: DueGroup) =>
  createHash("sha256").update(`${kind} ${subjectId}`).digest("base64url").slice(0, 22);

/**
 * Turns groups with something new into messages for people's browsers. What to say is looked up at that moment, as the person may see it then:
 * nothing is pushed that was withdrawn, read or turned away meanwhile. A group is done with in the transaction
 * that puts its messages down.
 */
export function createPusher(
  { db, logger, presenter, sources }: Pick<NotificationDeps, "db" | "logger" | "presenter" | "sources">,
  push: Push,
): DueWork {
  async function payloadOf(group: DueGroup, locale: "ko" | "en"): Promise<PushPayload | undefined> {
    const found = await findUnreadGroup(db, group.accountId, group);
    const [text] = found ? await presenter.texts([found], group.accountId) : [];
    if (text === undefined) return undefined;
    const shown = JSON.parse(text) as Shown;
    const { unread } = await countUnread(db, group.accountId);
    return {
      title: sentenceOf(shown, sources, locale),
      body: snippetOf(shown),
      url: pathOf(shown),
      tag: topicOf(group),
      unread,
      locale,
    };
  }

  async function pushGroup(group: DueGroup, locale: "ko" | "en"): Promise<void> {
    const payload = await payloadOf(group, locale);
    const quiet = sources.find(({ kinds }) => kinds.includes(group.kind))?.quietSeconds ?? 600;
    await db.transaction().execute(async (tx) => {
      if (payload)
        await push.enqueue(tx, group.accountId, { topic: payload.tag, payload, seconds: worthSeconds });
      await finishGroup(tx, group, quiet);
    });
  }

  return createDueWork(
    async () => {
      const due = await claimGroups(db, atOnce);
      if (due.length === 0) return false;
      const locales = await findLocales(db, [...new Set(due.map((group) => group.accountId))]);
      for (const group of due) await pushGroup(group, locales.get(group.accountId) ?? "ko");
      push.wake();
      return due.length === atOnce;
    },
    () => untilNextGroup(db),
    (error) => logger.error({ err: error }, "notifications could not be pushed; it will be tried again"),
  );
}
