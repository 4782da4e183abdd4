import fc from "fast-check";
import { expect, test } from "vitest";
import { testServer } from "../../../test/test-server.ts";

const { as, given, settle } = testServer();

interface Pair {
  following: boolean;
  requested: boolean;
  blocking: boolean;
  muting: boolean;
}

const acts = [
  "follow",
  "unfollow",
  "block",
  "unblock",
  "mute",
  "unmute",
  "accept",
  "refuse",
  "private",
  "public",
] as const;
const act = fc.record({ who: fc.nat(2), whom: fc.nat(2), what: fc.constantFrom(...acts) });
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;

/** What people are to each other, as plainly as it can be said. */
function createModel(size: number) {
  const indexes = [...Array(size).keys()];
  const pairs = indexes.map(() =>
    indexes.map((): Pair => ({ following: false, requested: false, blocking: false, muting: false })),
  );
  const isPrivate = indexes.map(() => false);

  function change(mine: Pair, theirs: Pair, what: Act["what"], whomIsPrivate: boolean): number {
    if (what === "follow" && mine.blocking) return 409;
    if (what === "accept" && !theirs.requested && !theirs.following) return 404;
    if (what === "follow" && !mine.following)
      Object.assign(mine, whomIsPrivate ? { requested: true } : { following: true });
    if (what === "unfollow") Object.assign(mine, { following: false, requested: false });
    if (what === "block") {
      Object.assign(mine, { blocking: true, following: false, requested: false });
      Object.assign(theirs, { following: false, requested: false });
    }
    if (what === "unblock") mine.blocking = false;
    if (what === "mute" || what === "unmute") mine.muting = what === "mute";
    if (what === "accept" && theirs.requested) Object.assign(theirs, { requested: false, following: true });
    if (what === "refuse") theirs.requested = false;
    return 200;
  }

  return {
    /** Answers the status. */
    act({ who, whom, what }: Act): number {
      if (what === "private" || what === "public") {
        isPrivate[who] = what === "private";
        const waiting = pairs.map((row) => row[who]!).filter((pair) => pair.requested && what === "public");
        for (const pair of waiting) Object.assign(pair, { requested: false, following: true });
        return 200;
      }
      if (who === whom) return 422;
      const [mine, theirs] = [pairs[who]![whom]!, pairs[whom]![who]!];
      if (theirs.blocking && !mine.blocking) return 404;
      return change(mine, theirs, what, isPrivate[whom]!);
    },
    relationship: (who: number, whom: number) =>
      pairs[whom]![who]!.blocking
        ? undefined
        : { ...pairs[who]![whom]!, followedBy: pairs[whom]![who]!.following },
    counts: (who: number) => ({
      posts: 0,
      following: pairs[who]!.filter((pair) => pair.following).length,
      followers: pairs.filter((row) => row[who]!.following).length,
    }),
  };
}

test("whatever people do, relationships and counts are what a simple model says", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 30 }), async (sequence) => {
      const people = [await given.person(), await given.person(), await given.person()];
      const model = createModel(people.length);
      for (const one of sequence) {
        const [me, other] = [as(people[one.who]!), people[one.whom]!.handle];
        const calls = {
          private: () => me.patch("/me", { isPrivate: true }),
          public: () => me.patch("/me", { isPrivate: false }),
          accept: () => me.put(`/follow-requests/${other}`),
          refuse: () => me.delete(`/follow-requests/${other}`),
          follow: () => me.put(`/accounts/${other}/follow`),
          unfollow: () => me.delete(`/accounts/${other}/follow`),
          block: () => me.put(`/accounts/${other}/block`),
          unblock: () => me.delete(`/accounts/${other}/block`),
          mute: () => me.put(`/accounts/${other}/mute`),
          unmute: () => me.delete(`/accounts/${other}/mute`),
        };
        expect((await calls[one.what]()).statusCode).toBe(model.act(one));
      }
      await settle();
      for (const [who, a] of people.entries()) {
        expect((await as(null).get(`/accounts/${a.handle}`)).json().counts).toEqual(model.counts(who));
        for (const [whom, b] of people.entries()) {
          if (who === whom) continue;
          expect((await as(a).get(`/accounts/${b.handle}`)).json().relationship).toEqual(
            model.relationship(who, whom),
          );
        }
      }
    }),
    { numRuns: 15 },
  );
}, 60_000);
