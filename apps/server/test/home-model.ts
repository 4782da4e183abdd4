import fc from "fast-check";
import type { Maru } from "../src/app.ts";
import type { Person } from "./test-server.ts";

/** Mostly what the reader (the first) does, and what the others write. */
const reader = fc.constantFrom(0, 0, 0, 1, 2);
const writer = fc.constantFrom(0, 1, 1, 2, 2);

/** Everything that can happen between three people who are seen through the eyes of the first. */
export const homeStep = fc.oneof(
  fc.record({
    act: fc.constant("post" as const),
    who: writer,
    tag: fc.constantFrom("", " #고양이", " #영화"),
    visibility: fc.constantFrom("public", "followers"),
    about: fc.subarray([0, 1]),
  }),
  fc.record({
    act: fc.constantFrom("follow" as const, "block" as const, "mute" as const),
    who: reader,
    whom: fc.integer({ min: 1, max: 2 }),
    on: fc.boolean(),
  }),
  fc.record({
    act: fc.constant("tag" as const),
    who: reader,
    tag: fc.constantFrom("고양이", "영화"),
    on: fc.boolean(),
  }),
  fc.record({ act: fc.constant("topic" as const), who: reader, topic: fc.nat(1), on: fc.boolean() }),
  fc.record({
    act: fc.constant("name" as const),
    topic: fc.nat(1),
    name: fc.constantFrom("고사리", "아이비"),
  }),
  fc.record({ act: fc.constant("about" as const), nth: fc.nat(20), about: fc.subarray([0, 1]) }),
  fc.record({ act: fc.constant("hide" as const), nth: fc.nat(20), on: fc.boolean() }),
  fc.record({ act: fc.constant("delete" as const), nth: fc.nat(20) }),
  fc.record({
    act: fc.constant("edit" as const),
    nth: fc.nat(20),
    text: fc.constantFrom("조용한 글", "다시 쓴 글 #고양이"),
  }),
  fc.record({ act: fc.constant("private" as const), who: fc.nat(2), on: fc.boolean() }),
  fc.record({
    act: fc.constant("stand" as const),
    who: fc.integer({ min: 1, max: 2 }),
    standing: fc.constantFrom("good", "limit", "suspend"),
  }),
  fc.record({
    act: fc.constant("rename" as const),
    who: fc.nat(2),
    displayName: fc.constantFrom("하나", "둘"),
  }),
  fc.record({
    act: fc.constantFrom("like" as const, "bookmark" as const),
    who: reader,
    nth: fc.nat(20),
    on: fc.boolean(),
  }),
);
export type HomeStep = typeof homeStep extends fc.Arbitrary<infer S> ? S : never;

export interface WrittenPost {
  id: string;
  author: Person;
}

/** Does it in one of the site's processes; what is refused changes nothing. */
export async function takeHomeStep(
  maru: Maru,
  people: readonly Person[],
  posts: WrittenPost[],
  plants: readonly string[],
  one: HomeStep,
): Promise<void> {
  const ask = (who: Person, method: "PUT" | "DELETE" | "POST" | "PATCH", path: string, body?: object) =>
    maru.app.inject({
      method,
      url: `/api/v1${path}`,
      ...(body && { payload: body }),
      headers: { authorization: `Bearer ${who.token}` },
    });
  const signIn = (payload: object) => maru.app.inject({ method: "POST", url: "/api/v1/sessions", payload });
  const put = (on: boolean) => (on ? "PUT" : "DELETE");
  if (one.act === "post") {
    const author = people[one.who]!;
    const plantIds = one.about.map((place) => plants[place]!);
    const body = { text: `글${one.tag}`, visibility: one.visibility, plantIds };
    const { id } = (await ask(author, "POST", "/posts", body)).json<{ id?: string }>();
    // Whoever is suspended writes nothing.
    if (id !== undefined) posts.push({ id, author });
  } else if (one.act === "topic") {
    await ask(people[one.who]!, put(one.on), `/plants/${plants[one.topic]!}/follow`);
  } else if (one.act === "name") {
    await ask(people[0]!, "PATCH", `/plants/${plants[one.topic]!}`, { name: one.name });
  } else if (one.act === "tag") {
    await ask(people[one.who]!, put(one.on), `/tags/${encodeURIComponent(one.tag)}/follow`);
  } else if (one.act === "stand") {
    const person = people[one.who]!;
    const { operator } = maru;
    if (one.standing !== "good") return operator[one.standing](Number(person.id), {});
    if ((await operator.restore(Number(person.id), "")) === 0) return;
    const { handle: login, password } = person;
    person.token = (await signIn({ login, password })).json<{ token: string }>().token;
  } else if (one.act === "private") {
    await ask(people[one.who]!, "PATCH", "/me", { isPrivate: one.on });
  } else if (one.act === "rename") {
    await ask(people[one.who]!, "PATCH", "/me", { displayName: one.displayName });
  } else if ("whom" in one) {
    await ask(people[one.who]!, put(one.on), `/accounts/${people[one.whom]!.handle}/${one.act}`);
  } else {
    const post = posts[one.nth % Math.max(1, posts.length)];
    if (!post) return;
    if (one.act === "hide") await ask(post.author, put(one.on), `/posts/${post.id}/hidden`);
    else if (one.act === "delete") await ask(post.author, "DELETE", `/posts/${post.id}`);
    else if (one.act === "about")
      await ask(post.author, "PATCH", `/posts/${post.id}`, {
        plantIds: one.about.map((place) => plants[place]!),
      });
    else if (one.act === "edit") await ask(post.author, "PATCH", `/posts/${post.id}`, { text: one.text });
    else await ask(people[one.who]!, put(one.on), `/posts/${post.id}/${one.act}`);
  }
}

/** What a home must hold, straight from the tables: the oracle that knows no cache and no timeline. */
const oracle = `
  select p.id::text as id from post p join account a on a.id = p.author_id
  where p.parent_id is null and (p.author_id = $1 or (
    p.hidden_at is null and a.standing <> 'suspended'
    and not exists (select from block where (blocker_id = $1 and blocked_id = p.author_id) or (blocker_id = p.author_id and blocked_id = $1))
    and not exists (select from mute where muter_id = $1 and muted_id = p.author_id)
    and (exists (select from follow where follower_id = $1 and followee_id = p.author_id)
      or (p.visibility = 'public' and not a.is_closed
        and (exists (select from tag_follow t where t.account_id = $1 and t.tag = any(p.tags))
          or exists (select from topic_follow t join post_topic pt on pt.topic_id = t.topic_id where t.account_id = $1 and pt.post_id = p.id))))))
  order by p.id desc`;

/** Two things that posts can be about. */
export async function addPlants(maru: Maru, person: Person): Promise<string[]> {
  const add = async (name: string) => {
    const answer = await maru.app.inject({
      method: "POST",
      url: "/api/v1/plants",
      payload: { name },
      headers: { authorization: `Bearer ${person.token}` },
    });
    return answer.json<{ id: string }>().id;
  };
  return [await add("고사리"), await add("아이비")];
}

export async function expectedHome(maru: Maru, person: Person): Promise<string[]> {
  const { rows } = await maru.platform.pool.query<{ id: string }>(oracle, [person.id]);
  return rows.map((row) => row.id);
}

/** The ids of a whole home, page by page. */
export async function readHome(maru: Maru, person: Person, limit: number): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const answer = await maru.app.inject({
      url: `/api/v1/feeds/home?limit=${limit}${cursor ? `&cursor=${cursor}` : ""}`,
      headers: { authorization: `Bearer ${person.token}` },
    });
    if (answer.statusCode !== 200) throw new Error(answer.body);
    const page: { items: { id: string }[]; nextCursor: string | null } = answer.json();
    ids.push(...page.items.map((post) => post.id));
    cursor = page.nextCursor;
  } while (cursor);
  return ids;
}
