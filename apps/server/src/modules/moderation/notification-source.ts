import type { Db } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { NotificationSource } from "../notifications/index.ts";
import { moderationActs } from "./act-queries.ts";
import { findDecisions } from "./decision-queries.ts";
import { memberModerated } from "./events.ts";

/** What was decided about oneself, with its reason, and what became of an appeal. Nobody else hears of it. */
export const moderationSource: NotificationSource = {
  kinds: ["moderation", "appeal"],
  events: [memberModerated.type],
  touched(event) {
    const { accountId } = event.payload as { accountId: Id };
    return [{ accountId, actorId: accountId }];
  },
  acts: moderationActs,
  subject: ({ subjectId }) => ({ decisionId: subjectId }),
  decisions: async (db: Db, ids: readonly Id[]) => {
    const found = await findDecisions(db, ids);
    return new Map(
      [...found].map(([id, { action, reason, until, appeal }]) => [
        id,
        {
          id: String(id),
          action,
          reason,
          until,
          answer: appeal?.answer ?? "",
          outcome: appeal?.state ?? "open",
        },
      ]),
    );
  },
  quietSeconds: 30,
  say: {
    ko: (kind) =>
      kind === "moderation" ? "운영진이 내 활동에 대해 내린 결정이 있어요." : "이의 제기에 답이 왔어요.",
    en: (kind) =>
      kind === "moderation"
        ? "The moderators have decided something about you."
        : "Your appeal was answered.",
  },
};
