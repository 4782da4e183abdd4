import fc from "fast-check";
import { expect, test } from "vitest";
import { type Person, testServer } from "../../../test/test-server.ts";

const server = testServer();
const { as, given, settle } = server;

const size = 4;
const someone = fc.nat({ max: size - 1 });
const somePost = fc.nat({ max: 1000 });
const wanted = fc.boolean();
const visibility = fc.constantFrom("public" as const, "public" as const, "followers" as const);
const named = fc.option(someone, { nil: undefined });
const is = <const K extends string>(...kinds: K[]) => fc.constantFrom(...kinds);
const action = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: is("post"), who: someone, named, visibility }) },
  {
    weight: 5,
    arbitrary: fc.record({ kind: is("comment"), who: someone, post: somePost, named, visibility }),
  },
  { weight: 7, arbitrary: fc.record({ kind: is("like"), who: someone, post: somePost, wanted }) },
  { weight: 3, arbitrary: fc.record({ kind: is("hide"), post: somePost, wanted }) },
  { weight: 3, arbitrary: fc.record({ kind: is("edit"), post: somePost, named, visibility }) },
  { weight: 1, arbitrary: fc.record({ kind: is("delete"), post: somePost }) },
  {
    weight: 6,
    arbitrary: fc.record({ kind: is("follow", "block", "mute"), who: someone, other: someone, wanted }),
  },
  { weight: 2, arbitrary: fc.record({ kind: is("accept", "refuse"), who: someone, other: someone }) },
  { weight: 2, arbitrary: fc.record({ kind: is("private"), who: someone, wanted }) },
  { weight: 2, arbitrary: fc.record({ kind: is("suspend", "limit", "restore"), who: someone }) },
  { weight: 1, arbitrary: fc.record({ kind: is("settle", "rebuild") }) },
);
type Action = typeof action extends fc.Arbitrary<infer A> ? A : never;

interface World {
  persons: Person[];
  posts: { id: string; author: number }[];
  /** Who is suspended. */
  away: Set<number>;
}

/** What the operator decides; whoever comes back signs in again. */
async function stand({ persons, away }: World, kind: "suspend" | "limit" | "restore", who: number) {
  const person = persons[who]!;
  const { operator } = server.maru;
  if (kind !== "restore") {
    if (kind === "suspend") away.add(who);
    return operator[kind](Number(person.id), {});
  }
  await operator.restore(Number(person.id), "");
  away.delete(who);
  const { handle: login, password } = person;
  person.token = (await as(null).post("/sessions", { login, password })).json<{ token: string }>().token;
}

async function perform(world: World, one: Action): Promise<void> {
  const { persons, posts, away } = world;
  const text = (who: number | undefined) => (who === undefined ? "글" : `글 @${persons[who]!.handle}`);
  if (one.kind === "settle") return settle();
  if (one.kind === "rebuild") return server.maru.rebuild("notifications");
  if (one.kind === "suspend" || one.kind === "limit" || one.kind === "restore")
    return stand(world, one.kind, one.who);
  if ("who" in one && away.has(one.who)) return;
  if (one.kind === "post") {
    const { id } = await given.post(persons[one.who]!, text(one.named), { visibility: one.visibility });
    posts.push({ id, author: one.who });
    return;
  }
  if (one.kind === "private")
    return void (await as(persons[one.who]!).patch("/me", { isPrivate: one.wanted }));
  if ("other" in one) {
    const me = as(persons[one.who]!);
    const { handle } = persons[one.other]!;
    const path = "wanted" in one ? `/accounts/${handle}/${one.kind}` : `/follow-requests/${handle}`;
    const isSet = "wanted" in one ? one.wanted : one.kind === "accept";
    await (isSet ? me.put(path) : me.delete(path));
    return;
  }
  if (posts.length === 0 || !("post" in one)) return;
  const post = posts[one.post % posts.length]!;
  const author = as(persons[post.author]!);
  const path = `/posts/${post.id}`;
  if (one.kind === "comment") {
    const body = { text: text(one.named), visibility: one.visibility };
    const answer = await as(persons[one.who]!).post(`${path}/comments`, body);
    if (answer.statusCode === 201) posts.push({ id: answer.json().id, author: one.who });
  } else if (one.kind === "like") {
    await as(persons[one.who]!)[one.wanted ? "put" : "delete"](`${path}/like`);
  } else if (one.kind === "hide") await author[one.wanted ? "put" : "delete"](`${path}/hidden`);
  else if (one.kind === "edit")
    await author.patch(path, { text: text(one.named), visibility: one.visibility });
  else await author.delete(path);
}

interface Act {
  to: string;
  kind: string;
  subject: string;
  id: string;
  actor: string;
  /** What the one who is told must be able to read, and what must not be hidden. */
  posts: string[];
}

/** Everything that could be told, read plainly from the tables. */
async function readActs(): Promise<Act[]> {
  const rows = async (query: string) =>
    (await server.maru.platform.pool.query<Record<string, string>>(query)).rows;
  const [likes, posts, mentions, follows, requests, decisions] = await Promise.all([
    rows("select id::text, account_id::text as actor, post_id::text as post from post_like"),
    rows("select id::text, author_id::text as author, parent_id::text as parent from post"),
    rows("select post_id::text as post, account_id::text as named from post_mention"),
    rows("select id::text, follower_id::text as a, followee_id::text as b, accepted::text from follow"),
    rows("select id::text, follower_id::text as a, followee_id::text as b from follow_request"),
    rows("select id::text, account_id::text as told from moderation_decision where undone_at is null"),
  ]);
  const byId = new Map(posts.map((post) => [post["id"]!, post]));
  const acts: Act[] = [];
  const add = (to: string, kind: string, subject: string, id: string, actor: string, of: string[]) =>
    void (to !== actor && acts.push({ to, kind, subject, id, actor, posts: of }));
  for (const { id, actor, post } of likes)
    add(byId.get(post!)!["author"]!, "like", post!, id!, actor!, [post!]);
  for (const { id, author, parent } of posts) {
    const answered = parent ? byId.get(parent)! : undefined;
    const kind = answered?.["parent"] ? "answer" : "comment";
    if (answered) add(answered["author"]!, kind, parent!, id!, author!, [id!, parent!]);
    for (const { post, named: told } of mentions)
      if (post === id && told !== answered?.["author"])
        add(told!, "mention", id!, id!, author!, [id!, ...(parent ? [parent] : [])]);
  }
  for (const { id, a, b, accepted } of follows) {
    if (accepted === "true") add(a!, "follow-accepted", b!, id!, b!, []);
    else add(b!, "follow", String(Math.floor(Number(id) / 4096 / 86_400_000)), id!, a!, []);
  }
  for (const { id, told } of decisions)
    acts.push({ to: told!, kind: "moderation", subject: id!, id: id!, actor: told!, posts: [] });
  for (const { id, a, b } of requests) add(b!, "follow-request", a!, id!, a!, []);
  return acts;
}

async function expectedFor(person: Person, acts: Act[]) {
  const pairs = async (query: string) =>
    new Set(
      (await server.maru.platform.pool.query<{ id: string }>(query, [person.id])).rows.map(({ id }) => id),
    );
  const away = await pairs(`select blocked_id::text as id from block where blocker_id = $1
    union select blocker_id::text from block where blocked_id = $1 union select muted_id::text from mute where muter_id = $1
    union select id::text from account where standing = 'suspended'
    union select id::text from account where standing = 'limited' and id <> $1
      and not exists (select from follow where follower_id = $1 and followee_id = account.id)`);
  // A thread is hidden with its first post, from the one who wrote that, too.
  const hidden = await pairs(`select p.id::text from post p left join post r on r.id = p.root_id
    where (p.hidden_at is not null or r.hidden_at is not null) and $1::bigint is not null`);
  const mayRead = new Map<string, boolean>();
  const groups = new Map<string, Act[]>();
  for (const act of acts.filter(({ to, actor }) => to === person.id && !away.has(actor))) {
    const [told] = act.posts;
    if (act.posts.some((id) => hidden.has(id))) continue;
    if (told !== undefined && !mayRead.has(told))
      mayRead.set(told, (await as(person).get(`/posts/${told}`)).statusCode === 200);
    if (told !== undefined && !mayRead.get(told)) continue;
    const key = `${act.kind} ${act.subject}`;
    groups.set(key, [...(groups.get(key) ?? []), act]);
  }
  return [...groups.values()]
    .map((group) => group.toSorted((a, b) => Number(b.id) - Number(a.id)))
    .map((group) => ({
      id: group[0]!.id,
      kind: group[0]!.kind,
      actors: [...new Set(group.map(({ actor }) => actor))],
    }))
    .toSorted((a, b) => Number(b.id) - Number(a.id));
}

async function check({ persons, away }: World): Promise<void> {
  await settle();
  const acts = await readActs();
  for (const [index, person] of persons.entries()) {
    if (away.has(index)) continue;
    const expected = await expectedFor(person, acts);
    const { items } = (await as(person).get("/notifications?limit=50")).json<{
      items: { id: string; kind: string; count: number; actors: { id: string }[] }[];
    }>();
    expect(
      items.map(({ id, kind, count, actors }) => ({ id, kind, count, actors: actors.map((one) => one.id) })),
    ).toEqual(
      expected.slice(0, 50).map(({ id, kind, actors }) => ({ id, kind, count: actors.length, actors })),
    );
    expect((await as(person).get("/notifications/unread")).json()).toEqual({
      unread: Math.min(100, expected.length),
    });
  }
}

test("whatever people do, each is told exactly what the tables say", async () => {
  const report = await fc.check(
    fc.asyncProperty(fc.array(action, { minLength: 40, maxLength: 120, size: "max" }), async (actions) => {
      const persons = await Promise.all(Array.from({ length: size }, () => given.person()));
      const world: World = { persons, posts: [], away: new Set() };
      for (const one of actions) await perform(world, one);
      await check(world);
      await server.maru.rebuild("notifications");
      await check(world);
    }),
    { numRuns: 8, endOnFailure: true },
  );
  if (report.failed) throw new Error(fc.defaultReportMessage(report), { cause: report.errorInstance });
  expect(report.numRuns).toBe(8);
}, 120_000);

test("the same at once, in any order, neither loses nor doubles anything", async () => {
  const persons = await Promise.all(Array.from({ length: size }, () => given.person()));
  const post = await given.post(persons[0]!, "모두가 한꺼번에");
  const calls = persons.flatMap((person, index) =>
    Array.from({ length: 10 }, (_, turn) => async () => {
      await as(person)[(turn + index) % 2 ? "put" : "delete"](`/posts/${post.id}/like`);
      await as(person).post(`/posts/${post.id}/comments`, { text: `@${persons[turn % size]!.handle}` });
      await as(person)[turn % 2 ? "put" : "delete"](
        `/accounts/${persons[(index + 1) % size]!.handle}/follow`,
      );
      if (turn === 5) await server.maru.rebuild("notifications");
    }),
  );
  await Promise.all(calls.map((call) => call()));
  expect(await readActs()).not.toEqual([]);
  await check({ persons, posts: [], away: new Set() });
}, 60_000);
