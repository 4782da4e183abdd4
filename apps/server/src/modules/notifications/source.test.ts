import { sql } from "kysely";
import { expect, test } from "vitest";
import { testServer } from "../../../test/test-server.ts";
import type { LoggedEvent } from "../../platform/events/event-log.ts";
import { postEvents } from "../posts/index.ts";
import { notificationsConsumer } from "./consumer.ts";
import { listGroups } from "./list-queries.ts";
import type { NotificationSource } from "./sources.ts";

const server = testServer();
const { as, given } = server;

/** A kind as a space would bring it: who keeps a post. */
const kept: NotificationSource = {
  kinds: ["kept"],
  events: [postEvents.postBookmarked.type, postEvents.postUnbookmarked.type],
  touched(event) {
    const { postId, accountId } = event.payload as { postId: number; accountId: number };
    return [{ postId, actorId: accountId }];
  },
  acts: sql`
    select p.author_id as account_id, 'kept'::text as kind, p.id as subject_id, b.id as act_id, b.account_id as actor_id, p.id as post_id
    from bookmark b join post p on p.id = b.post_id where p.author_id <> b.account_id`,
  subject: ({ postId }) => (postId === null ? {} : { postId }),
  quietSeconds: 60,
  say: { ko: (_kind, people) => `${people}이 담아 뒀어요.`, en: (_kind, people) => `${people} kept it.` },
};

test("a space's own kind is told, withdrawn and rebuilt like the others", async () => {
  const [author, ben] = [await given.person(), await given.person()];
  const post = await given.post(author, "글");
  const { db } = server.maru.platform;
  const changed: number[] = [];
  const consumer = notificationsConsumer({ db, sources: [kept], onChange: (ids) => changed.push(...ids) });
  const payload = { postId: Number(post.id), accountId: Number(ben.id), authorId: Number(author.id) };
  const handle = async (event: object) => {
    await db.transaction().execute((tx) => consumer.handle(tx, [event as LoggedEvent]));
    consumer.handled?.([event as LoggedEvent]);
  };
  const told = async () =>
    (await listGroups(db, Number(author.id), { limit: 5 })).map(({ kind, count }) => [kind, count]);

  await as(ben).put(`/posts/${post.id}/bookmark`);
  await handle(postEvents.postBookmarked(payload));
  expect([await told(), changed]).toEqual([[["kept", 1]], [Number(author.id)]]);
  await handle(postEvents.postBookmarked(payload));
  expect(changed).toHaveLength(1);
  await as(ben).delete(`/posts/${post.id}/bookmark`);
  await handle(postEvents.postUnbookmarked(payload));
  expect(await told()).toEqual([]);
  await as(ben).put(`/posts/${post.id}/bookmark`);
  await db.transaction().execute((tx) => consumer.rebuild(tx));
  expect(await told()).toEqual([["kept", 1]]);
});
