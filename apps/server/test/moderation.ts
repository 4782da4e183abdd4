import { beforeEach, expect } from "vitest";
import type { Person, TestServer } from "./test-server.ts";

export interface CaseJson {
  id: string;
  state: string;
  subject: { kind: string; id: string; seq: number };
  member: { account: { handle: string }; standing: string } | null;
  reports: {
    reporter: { handle: string } | null;
    reason: string;
    text: string;
    snapshot: { text?: string; messages?: { text: string }[] };
  }[];
  reportCount: number;
  earlierCases: number;
  earlier: { action: string }[];
  decision: { id: string; action: string; by: { handle: string } | null } | null;
}

/** Somebody who is reported, somebody who reports, and two moderators: others before each test. */
export interface Cast {
  loud: Person;
  reporter: Person;
  moderator: Person;
  second: Person;
}

export const ofPost = ({ id }: { id: string }) => ({ kind: "post", id });
export const hide = { action: "hide", reason: "규칙에 맞지 않아요" };
export const problemOf = (response: { json<T>(): T }) => response.json<{ type: string }>().type;

/** What the tests of reports and decisions do again and again; `begin` gets the people of each test. */
export function moderatedSite(server: TestServer, begin: (cast: Cast) => void) {
  const { as, given, settle } = server;
  let cast: Cast;
  beforeEach(async () => {
    const [loud, reporter, moderator, second] = [
      await given.person(),
      await given.person(),
      await given.person(),
      await given.person(),
    ];
    for (const { id } of [moderator, second]) await server.maru.operator.setRole(Number(id), "moderator");
    cast = { loud, reporter, moderator, second };
    begin(cast);
  });

  const report = (by: Person, subject: object, more: object = {}) =>
    as(by).post("/reports", { subject, reason: "spam", ...more });

  /** Cases of a state about somebody, as a moderator sees them. */
  async function queue(state = "open", who = cast.loud, by = cast.moderator): Promise<CaseJson[]> {
    const all: CaseJson[] = [];
    for (let cursor = ""; ;) {
      const page = (await as(by).get(`/moderation/reports?state=${state}&limit=50${cursor}`)).json<{
        items: CaseJson[];
        nextCursor: string | null;
      }>();
      all.push(...page.items.filter(({ member }) => member?.account.handle === who.handle));
      if (page.nextCursor === null) return all;
      cursor = `&cursor=${page.nextCursor}`;
    }
  }

  return {
    report,
    queue,
    async reportedPost(text = "나쁜 글") {
      const post = await given.post(cast.loud, text);
      expect((await report(cast.reporter, ofPost(post))).statusCode).toBe(204);
      const found = (await queue()).find(({ subject }) => subject.id === post.id)!;
      return { post, found };
    },
    decide: (by: Person, { id }: { id: string }, body: object) =>
      as(by).post(`/moderation/reports/${id}/decision`, body),
    async notices(person: Person) {
      await settle();
      return (await as(person).get("/notifications")).json<{ items: { kind: string; decision?: object }[] }>()
        .items;
    },
  };
}
