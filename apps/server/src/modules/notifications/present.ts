import type { Db } from "../../platform/database/database.ts";
import { idTime } from "../../platform/database/id-time.ts";
import type { Id } from "../../platform/database/tables.ts";
import { textOf } from "../../platform/http/json-text.ts";
import { accountBytes, type People } from "../people/index.ts";
import type { Posts } from "../posts/index.ts";
import type { GroupRow } from "./list-queries.ts";
import type { ShownDecision } from "./schemas.ts";
import type { NotificationSource, Subject } from "./sources.ts";

export interface NotificationPresenter {
  /** The JSON of each group. One whose post the person may not see after all is left out. */
  texts(groups: readonly GroupRow[], accountId: Id): Promise<string[]>;
}

export function createNotificationPresenter(
  people: People,
  posts: Posts,
  sources: readonly NotificationSource[],
  db: Db,
): NotificationPresenter {
  const subjectOf = (group: GroupRow): Subject =>
    sources.find((source) => source.kinds.includes(group.kind))?.subject(group) ?? {};

  return {
    async texts(groups, accountId) {
      const reader = await posts.presenter.reader(accountId);
      const subjects = groups.map(subjectOf);
      const wanted = new Set(
        subjects.flatMap(({ postId, commentId }) => [postId, commentId]).filter((id) => id !== undefined),
      );
      const visible = await posts.presenter.visible([...wanted], reader);
      const topicIds = subjects.flatMap(({ topicId }) => (topicId === undefined ? [] : [topicId]));
      const decided = new Map(
        (
          await Promise.all(
            sources.map((source) => {
              const ids = groups.flatMap((group, index) =>
                source.kinds.includes(group.kind) ? (subjects[index]!.decisionId ?? []) : [],
              );
              return ids.length > 0 && source.decisions
                ? source.decisions(db, ids)
                : new Map<Id, ShownDecision>();
            }),
          )
        ).flatMap((found) => [...found]),
      );
      const [postTexts, accounts, topics] = await Promise.all([
        posts.presenter.texts(visible, reader),
        people.accounts.getMany([...new Set(groups.flatMap((group) => group.actorIds))]),
        posts.kinds.find(db, [...new Set(topicIds)]),
      ]);
      const textOfPost = new Map(visible.map((post, index) => [post.id, postTexts[index]!]));
      const textOfAccount = (id: Id) => {
        const account = accounts.get(id);
        return account ? [textOf(accountBytes(account, reader?.relations ?? null))] : [];
      };
      return groups.flatMap((group, index) => {
        const { postId, commentId, topicId, chatId, decisionId } = subjects[index]!;
        const post = postId === undefined ? undefined : textOfPost.get(postId);
        const comment = commentId === undefined ? undefined : textOfPost.get(commentId);
        const topic = topicId === undefined ? undefined : topics.get(topicId);
        if ((postId !== undefined && !post) || (commentId !== undefined && !comment)) return [];
        const decision = decisionId === undefined ? undefined : decided.get(decisionId);
        if (topicId !== undefined && !topic) return [];
        if (decisionId !== undefined && !decision) return [];
        const { id, kind, actorIds, count, readAt } = group;
        const actors = actorIds.flatMap(textOfAccount);
        return [
          `{"id":"${id}","kind":${JSON.stringify(kind)},"actors":[${actors.join(",")}],"count":${count}` +
            (post ? `,"post":${post}` : "") +
            (comment ? `,"comment":${comment}` : "") +
            (topic ? `,"topic":${JSON.stringify({ ...topic, id: String(topicId) })}` : "") +
            (chatId === undefined ? "" : `,"chat":{"id":"${chatId}"}`) +
            (decision ? `,"decision":${JSON.stringify(decision)}` : "") +
            `,"createdAt":"${new Date(idTime(id)).toISOString()}","readAt":${JSON.stringify(readAt)}}`,
        ];
      });
    },
  };
}
