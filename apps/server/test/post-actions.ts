import fc from "fast-check";
import { expect } from "vitest";
import type { Model } from "./post-model.ts";
import type { Person, TestServer } from "./test-server.ts";

export const people = 4;
const someone = fc.nat({ max: people - 1 });
const somePost = fc.nat({ max: 1000 });
const visibility = fc.constantFrom("public" as const, "public" as const, "followers" as const);
const text = fc.constantFrom("plain", "#one", "#two #one", "#three");
const onPost = { who: someone, post: somePost };
/** What only the author may do is mostly done by the author. */
const onOwn = { ...onPost, own: fc.nat({ max: 3 }).map((chance) => chance > 0) };
const is = <const K extends string>(...kinds: K[]) => fc.constantFrom(...kinds);
export const action = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: is("post"), who: someone, text, visibility }) },
  { weight: 4, arbitrary: fc.record({ kind: is("comment"), ...onPost, text, visibility }) },
  { weight: 6, arbitrary: fc.record({ kind: is("like", "bookmark"), ...onPost, wanted: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ kind: is("hidden"), ...onOwn, wanted: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ kind: is("edit"), ...onOwn, text, visibility }) },
  { weight: 1, arbitrary: fc.record({ kind: is("delete"), ...onOwn }) },
  { weight: 3, arbitrary: fc.record({ kind: is("private"), who: someone, wanted: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: is("follow", "block"), who: someone, other: someone, wanted: fc.boolean() }),
  },
);
export type Action = typeof action extends fc.Arbitrary<infer A> ? A : never;

export const same = (found: unknown, wanted: unknown) => expect(found).toEqual(wanted);

/** Does it on the site and in the model, which must agree on whether it is allowed. */
export async function perform(
  server: TestServer,
  model: Model,
  persons: Person[],
  one: Action,
): Promise<void> {
  const me = server.as(persons[one.who]!);
  if (one.kind === "post") {
    const response = await me.post("/posts", { text: one.text, visibility: one.visibility });
    same(response.statusCode, 201);
    const facts = {
      author: one.who,
      parent: null,
      root: null,
      text: one.text,
      visibility: one.visibility,
      hidden: false,
      gone: false,
    };
    model.posts.push({ id: response.json().id, ...facts });
    return;
  }
  if (one.kind === "follow" || one.kind === "block") {
    const { who, other, wanted } = one;
    if (who === other) return;
    const [mine, theirs] = [`${who} ${other}`, `${other} ${who}`];
    const path = `/accounts/${persons[other]!.handle}/${one.kind}`;
    const response = await (wanted ? me.put(path) : me.delete(path));
    if (one.kind === "block" && response.statusCode === 200) {
      if (!wanted) model.blocks.delete(mine);
      else {
        model.blocks.add(mine);
        model.unfollow(mine);
        model.unfollow(theirs);
      }
    } else if (one.kind === "follow" && response.statusCode === 200) {
      if (wanted) model.follow(one.who, other);
      else model.unfollow(mine);
    }
    return;
  }
  if (one.kind === "private") {
    same((await me.patch("/me", { isPrivate: one.wanted })).statusCode, 200);
    model.close(one.who, one.wanted);
    return;
  }
  if (!("post" in one)) return;
  const post = model.posts[one.post % Math.max(1, model.posts.length)];
  if (!post) return;
  if ("own" in one && one.own)
    return perform(server, model, persons, { ...one, who: post.author, own: false });
  const path = `/posts/${post.id}`;
  const seen = model.sees(one.who, post);
  if (one.kind === "comment") {
    const response = await me.post(`${path}/comments`, { text: one.text, visibility: one.visibility });
    same(response.statusCode, model.mayAnswer(one.who, post) ? 201 : 404);
    if (response.statusCode !== 201) return;
    const facts = {
      author: one.who,
      parent: post,
      root: post.root ?? post,
      text: one.text,
      visibility: one.visibility,
      hidden: false,
      gone: false,
    };
    model.posts.push({ id: response.json().id, ...facts });
    return;
  }
  if (one.kind === "like" || one.kind === "bookmark") {
    const response = await (one.wanted ? me.put(`${path}/${one.kind}`) : me.delete(`${path}/${one.kind}`));
    same(response.statusCode, seen ? 200 : 404);
    if (!seen) return;
    const marks = one.kind === "like" ? model.likes : model.bookmarks;
    if (one.wanted) marks.add(`${post.id} ${one.who}`);
    else marks.delete(`${post.id} ${one.who}`);
    same(response.json().count, [...marks].filter((mark) => mark.startsWith(`${post.id} `)).length);
    return;
  }
  const expected = !seen ? 404 : post.author !== one.who ? 403 : one.kind === "delete" ? 204 : 200;
  if (one.kind === "hidden") {
    const response = await (one.wanted ? me.put(`${path}/hidden`) : me.delete(`${path}/hidden`));
    same(response.statusCode, expected);
    if (expected === 200) post.hidden = one.wanted;
  } else if (one.kind === "edit") {
    same((await me.patch(path, { text: one.text, visibility: one.visibility })).statusCode, expected);
    if (expected === 200) Object.assign(post, { text: one.text, visibility: one.visibility });
  } else {
    same((await me.delete(path)).statusCode, expected);
    if (expected === 204) model.remove(post);
  }
}
