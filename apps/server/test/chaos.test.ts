import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Reader } from "../../../chaos/checks/reading.ts";
import type { Answer, Caller, Person as ChaosPerson } from "../../../chaos/lib/caller.ts";
import { checkSite } from "../../../chaos/lib/check-site.ts";
import { createFaults } from "../../../chaos/lib/faults.ts";
import { createLedger } from "../../../chaos/lib/ledger.ts";
import { openChats } from "../../../chaos/lib/open-chats.ts";
import { storePositionFirst } from "../../../chaos/lib/position-first.ts";
import { createRandom } from "../../../chaos/lib/random.ts";
import { consumersOf } from "../../../chaos/lib/site.ts";
import { watchHome } from "../../../chaos/lib/watch-home.ts";
import { createWrites } from "../../../chaos/lib/writes.ts";
import { givenFilms } from "./films.ts";
import { testServer } from "./test-server.ts";

const server = testServer();
const { as, given, settle } = server;

/** People who write as in a run, but to a server in this process. */
async function community() {
  const people = await Promise.all([given.person(), given.person(), given.person()]);
  const ledger = createLedger();
  const faults = createFaults();
  const askOne: Caller["askOne"] = async (_web, token, { method, path, body }): Promise<Answer> => {
    const person = people.find((one) => one.token === token)!;
    const answer = await server.maru.app.inject({
      method,
      url: `/api/v1${path}`,
      headers: { authorization: `Bearer ${person.token}` },
      ...(body && { payload: body }),
    });
    return { status: answer.statusCode, body: answer.body && answer.json(), by: "web", wasLost: false };
  };
  const caller: Caller = {
    askOne,
    ask: (person, request) => askOne(0, person.token, request),
    figures: { requests: 0, retries: 0, lost: 0, statuses: new Map() },
  };
  let keys = 0;
  const random = createRandom(1);
  const writes = createWrites({ caller, ledger, faults, random, newKey: () => `key-${++keys}` });
  const [ann, ben, cho] = people.map((person): ChaosPerson => ({ ...person, web: 0 })) as [
    ChaosPerson,
    ChaosPerson,
    ChaosPerson,
  ];
  const readers: Reader[] = people.map((person) => ({
    id: person.id,
    handle: person.handle,
    at: "here",
    read: async <T>(path: string) => (await as(person).get(path)).json<T>(),
  }));
  await writes.relate(ben, "follow", ann, true);
  await writes.relate(cho, "follow", ben, true);
  await writes.followTag(cho, "고양이", true);
  const first = (await writes.post(ann, `zqfirst 글 #고양이 @${cho.handle}`, "public"))!;
  const second = (await writes.post(ben, "zqsecond 다른 글", "followers"))!;
  const comment = (await writes.comment(ben, "zqthird 댓글", first))!;
  await writes.edit(ben, second, "zqfourth 고친 글");
  await writes.mark(ben, "like", first, true);
  await writes.mark(cho, "like", comment, true);
  await writes.mark(cho, "bookmark", second, true);
  const doomed = (await writes.post(cho, "zqfifth 지울 글", "public"))!;
  await writes.remove(cho, doomed);
  // Who hides a post hears no more of what is said below it, also where their own comment is answered.
  const quiet = (await writes.post(ann, "zqsixth 숨길 글", "public"))!;
  const own = (await writes.comment(ann, "zqseventh 댓글", quiet))!;
  await writes.comment(ben, "zqeighth 답글", own);
  await writes.mark(ben, "like", own, true);
  await writes.hide(ann, quiet, true);
  const chat = (await openChats(caller, [ann, ben, cho])).get(ann.id)![0]!;
  for (const [person, text] of [
    [ann, "산책 갈까요"],
    [ben, "좋아요"],
  ] as const)
    await writes.message(person, chat, text);
  const [film] = await givenFilms(server, [{}, {}]);
  await writes.voteFilm(ann, String(film), true);
  await writes.voteFilm(ben, String(film), true);
  await writes.voteFilm(ben, String(film), false);
  await settle();
  const { items } = (await as(people[0]!).get("/notifications")).json<{ items: { id: string }[] }>();
  await writes.readUpTo(ann, items[0]!.id);
  const check = async () => {
    await settle();
    const checks = await checkSite(server.maru.platform.pool, ledger, readers, undefined);
    return new Map(checks.map(({ name, differences }) => [name, differences]));
  };
  return { ann, ben, cho, first, second, comment, chat, film, ledger, faults, writes, check };
}

const say = (statement: string) => server.maru.platform.pool.query(statement);

test("finds nothing where all is well, and a planted difference of each kind", async () => {
  const { ann, ben, cho, first, second, comment, chat, film, ledger, check, faults } = await community();
  for (const [name, differences] of await check()) expect(differences, name).toEqual([]);
  expect(faults.all).toEqual([]);

  const id = `= ${first.id}`;
  /** What is checked, a statement that makes it wrong, what the checker has to say, and what puts it right again. */
  const planted: [check: string, wrong: string, says: RegExp, right: string][] = [
    [
      "acknowledged posts, edits and deletions",
      `update post set text = text || '!' where id ${id}`,
      /the text is/,
      `update post set text = rtrim(text, '!') where id ${id}`,
    ],
    [
      "acknowledged posts, edits and deletions",
      `update post set hidden_at = now() where id ${id}`,
      /hidden is true/,
      `update post set hidden_at = null where id ${id}`,
    ],
    [
      "acknowledged: like",
      `delete from post_like where post_id ${id}`,
      /acknowledged and is lost/,
      `insert into post_like (id, account_id, post_id) select act_id, actor_id, post_id from notification_act where kind = 'like' and post_id ${id}`,
    ],
    [
      "acknowledged: like",
      `insert into post_like (account_id, post_id) values (${cho.id}, ${first.id})`,
      /nobody has asked/,
      `delete from post_like where account_id = ${cho.id} and post_id ${id}`,
    ],
    [
      "acknowledged: film",
      `insert into film_vote (account_id, film_id, value) values (${cho.id}, ${film}, 1)`,
      /nobody has asked/,
      `delete from film_vote where account_id = ${cho.id}`,
    ],
    [
      "votes for films that count",
      `update film_opinion set opinion = 0 where film_id = ${film}`,
      /counts as 0/,
      `update film_opinion set opinion = 1000 where film_id = ${film}`,
    ],
    [
      "people who speak of films",
      `update film_state set people = 2 where film_id = ${film}`,
      /2 people are counted/,
      `update film_state set people = 1 where film_id = ${film}`,
    ],
    [
      "events of films that were taken in",
      `update film_event set error = 'planted' where id = 1`,
      /was not taken in: planted/,
      `update film_event set error = null`,
    ],
    [
      "acknowledged: notifications read",
      `update notification set read_id = 0 where account_id = ${ann.id}`,
      /has read up to/,
      `update notification set read_id = last_id where account_id = ${ann.id}`,
    ],
    [
      "counters of posts",
      `update post_stats set likes = likes + 1 where post_id ${id}`,
      new RegExp(`post ${first.id}`),
      `update post_stats set likes = likes - 1 where post_id ${id}`,
    ],
    [
      "counters of people",
      `update account_stats set followers = 7 where account_id = ${ann.id}`,
      new RegExp(`account ${ann.id}`),
      `update account_stats set followers = 1 where account_id = ${ann.id}`,
    ],
    ["counters of tags", "update tag_stats set posts = 2", /tag 고양이/, "update tag_stats set posts = 1"],
    [
      "counters of tags by author",
      "update author_tag_stats set posts = 2",
      /tag 고양이/,
      "update author_tag_stats set posts = 1",
    ],
    [
      "heat of tags",
      "update tag_stats set heat = heat + 0.1",
      /tag 고양이/,
      "update tag_stats set heat = heat - 0.1",
    ],
    // The server has not heard of it.
    [
      "home feeds against a recomputation",
      `insert into mute (muter_id, muted_id) values (${ben.id}, ${ann.id})`,
      /shows 1 posts too many/,
      `delete from mute where muter_id = ${ben.id}`,
    ],
    [
      "home feeds against a recomputation",
      `insert into follow (follower_id, followee_id) values (${ann.id}, ${ben.id})`,
      new RegExp(`lacks 1 posts, such as ${second.id}`),
      `delete from follow where follower_id = ${ann.id}`,
    ],
    [
      "what home feeds show of posts",
      `update post_stats set bookmarks = bookmarks + 1 where post_id = ${second.id}`,
      new RegExp(`post ${second.id} is`),
      `update post_stats set bookmarks = bookmarks - 1 where post_id = ${second.id}`,
    ],
    [
      "notifications against what was done",
      "update notification_act set kind = 'lost' where kind = 'mention'",
      /mention .* is lost/,
      "update notification_act set kind = 'mention' where kind = 'lost'",
    ],
    [
      "notifications against what was done",
      `insert into notification_act values (${ann.id}, 'like', ${first.id}, 1, ${cho.id}, ${first.id})`,
      /was not done/,
      "delete from notification_act where act_id = 1",
    ],
    [
      "notifications as people read them",
      `update notification_act set actor_id = ${cho.id} where kind = 'comment'`,
      /should be .* by/,
      `update notification_act set actor_id = ${ben.id} where kind = 'comment'`,
    ],
    [
      "search documents against posts (PostgreSQL)",
      `update search_post set tokens = tokens[2:] where post_id = ${comment.id}`,
      new RegExp(`document of post ${comment.id}`),
      "",
    ],
    [
      "search documents against posts (PostgreSQL)",
      `delete from search_post where post_id ${id}`,
      /is missing/,
      "",
    ],
    ["own posts found over HTTP", "select 1", new RegExp(`not post ${first.id}`), ""],
    ["names that can be found", "delete from search_tag", /name of tag 고양이/, ""],
    [
      "acknowledged: messages",
      `update chat_message set text = '다른 말' where chat_id = ${chat} and seq = 2`,
      /another text than was sent/,
      `update chat_message set text = '좋아요' where chat_id = ${chat} and seq = 2`,
    ],
    [
      "acknowledged: messages",
      `update chat_message set client_id = 'other' where chat_id = ${chat} and seq = 2`,
      /acknowledged and is lost[^]*nobody has sent it/,
      "",
    ],
    [
      "messages as people read them",
      `update chat_member set since_seq = 1 where chat_id = ${chat}`,
      /message \d+ 1 is missing/,
      "",
    ],
    ["messages that can be found", "delete from chat_search", /cannot be found/, ""],
    ["numbers of messages", `delete from chat_message where chat_id = ${chat} and seq = 1`, /has a gap/, ""],
    [
      "events set aside",
      "insert into event_dead select 'search', id, xid, at, aggregatetype, aggregateid, type, payload, 'no', 4 from event limit 1",
      /search: event/,
      "delete from event_dead",
    ],
    [
      "acknowledged posts, edits and deletions",
      `delete from post where id = ${second.id}`,
      /acknowledged and is lost/,
      "",
    ],
  ];
  for (const [name, wrong, says, right] of planted) {
    await say(wrong);
    expect((await check()).get(name)!.join("\n"), `${name}: ${wrong}`).toMatch(says);
    if (right !== "") await say(right);
  }
  ledger.lost.push({ author: ann.id, text: "zqninth" });
  for (let times = 0; times < 2; times++)
    await say(`insert into post (kind, author_id, text, html) values ('note', ${ann.id}, 'zqninth', '')`);
  expect((await check()).get("acknowledged posts, edits and deletions")!.join("\n")).toMatch(/written twice/);
}, 120_000);

test("a home that lacks or keeps what it should not is seen under load", async () => {
  const { ann, ben, first, second, ledger } = await community();
  const seen = (person: ChaosPerson, ids: string[], later: number) => {
    const faults = createFaults();
    const page = { items: ids.map((id) => ({ id })), nextCursor: null };
    watchHome({ ledger, faults }, person, page, performance.now() + later, "web");
    return faults.all.join("\n");
  };
  const long = 60_000;
  expect(seen(ben, [second.id, first.id], long)).toBe("");
  expect(seen(ben, [second.id], long)).toMatch(new RegExp(`lacks post ${first.id}`));
  // Others need not have heard of it yet; the author has, at the process that acknowledged it.
  expect(seen(ben, [second.id], 0)).toBe("");
  expect(seen(ben, [first.id], 0)).toMatch(new RegExp(`lacks their own post ${second.id}`));
  expect(seen(ann, [second.id, first.id], long)).toMatch(new RegExp(`still shows post ${second.id}`));
});

test("the place that is broken on purpose is still there, and every consumer has a process", () => {
  const step = readFileSync(join(import.meta.dirname, "../src/platform/events/step.ts"), "utf8");
  expect(storePositionFirst(step)).toMatch(/movePositions\([^;]+;\s+await commitAtOnce`commit`/);
  expect(() => storePositionFirst("export {};")).toThrow("is there 0 times");
  expect(consumersOf([]).toSorted()).toEqual(server.maru.roles.consumers.toSorted());
});
