import type { Answer, Caller, Person, Request } from "./caller.ts";
import type { Faults } from "./faults.ts";
import { begin, type KnownPost, type Ledger, type Outcome, type PairKind, type Register } from "./ledger.ts";
import type { Random } from "./random.ts";

export interface WriteDeps {
  caller: Caller;
  ledger: Ledger;
  faults: Faults;
  random: Random;
  /** A key that nobody has used before. */
  newKey(): string;
}

/** How often somebody whose answer is lost does not ask again. */
const givesUp = 0.15;

/** Statuses that a write may be refused with here: gone or blocked meanwhile, and "unblock first". */
const refusals = new Set([404, 409]);

export function createWrites({ caller, ledger, faults, random, newKey }: WriteDeps) {
  async function send(person: Person, request: Request): Promise<{ answer: Answer; outcome: Outcome }> {
    const answer = await caller.ask(person, request, !random.chance(givesUp));
    const { status, wasLost } = answer;
    faults.look("answers to writes");
    if (status >= 200 && status < 300) return { answer, outcome: "acknowledged" };
    if (status !== 0 && !refusals.has(status))
      faults.add(
        `${request.method} ${request.path} as @${person.handle} was answered ${status}: ${JSON.stringify(answer.body)}`,
      );
    return { answer, outcome: wasLost || status === 0 || status >= 500 ? "unknown" : "refused" };
  }

  async function change<T>(
    person: Person,
    request: Request,
    places: readonly { register: Register<T>; value: T }[],
  ): Promise<Outcome> {
    const end = begin(places);
    const { outcome } = await send(person, request);
    end(outcome);
    return outcome;
  }

  async function create(
    person: Person,
    path: string,
    text: string,
    visibility: KnownPost["visibility"],
    parent: KnownPost | undefined,
  ): Promise<KnownPost | undefined> {
    const { answer, outcome } = await send(person, {
      method: "POST",
      path,
      body: { text, visibility },
      key: newKey(),
    });
    if (outcome === "unknown") ledger.lost.push({ author: person.id, text });
    if (outcome !== "acknowledged") return undefined;
    const { id } = answer.body as { id: string };
    if (ledger.posts.has(id)) faults.add(`post ${id} was answered to two different requests`);
    const post: KnownPost = {
      id,
      author: person.id,
      parent: parent?.id,
      root: parent && (parent.root ?? parent.id),
      visibility,
      at: performance.now(),
      by: answer.wasLost ? undefined : answer.by,
      text: { initial: text, writes: [] },
      hidden: { initial: false, writes: [] },
      deleted: { initial: false, writes: [] },
    };
    ledger.posts.set(id, post);
    return post;
  }

  /** A state between a person and a post or a tag, or what two people are to each other. */
  function put(person: Person, kind: PairKind, other: string, path: string, value: boolean) {
    const places = [{ register: ledger.pair(kind, person.id, other), value }];
    // A block ends follows in both directions.
    if (kind === "block" && value)
      for (const [one, two] of [
        [person.id, other],
        [other, person.id],
      ] as const)
        places.push({ register: ledger.pair("follow", one, two), value: false });
    return change(person, { method: value ? "PUT" : "DELETE", path }, places);
  }

  return {
    post: (person: Person, text: string, visibility: KnownPost["visibility"]) =>
      create(person, "/posts", text, visibility, undefined),
    comment: (person: Person, text: string, parent: KnownPost) =>
      create(person, `/posts/${parent.id}/comments`, text, "public", parent),
    edit: (person: Person, post: KnownPost, text: string) =>
      change(person, { method: "PATCH", path: `/posts/${post.id}`, body: { text } }, [
        { register: post.text, value: text },
      ]),
    hide: (person: Person, post: KnownPost, value: boolean) =>
      change(person, { method: value ? "PUT" : "DELETE", path: `/posts/${post.id}/hidden` }, [
        { register: post.hidden, value },
      ]),
    remove: (person: Person, post: KnownPost) =>
      change(person, { method: "DELETE", path: `/posts/${post.id}` }, [
        { register: post.deleted, value: true },
      ]),
    mark: (person: Person, kind: "like" | "bookmark", post: KnownPost, value: boolean) =>
      put(person, kind, post.id, `/posts/${post.id}/${kind}`, value),
    relate: (person: Person, kind: "follow" | "block" | "mute", other: Person, value: boolean) =>
      put(person, kind, other.id, `/accounts/${other.handle}/${kind}`, value),
    followTag: (person: Person, tag: string, value: boolean) =>
      put(person, "tag", tag, `/tags/${encodeURIComponent(tag)}/follow`, value),
    voteFilm(person: Person, film: string, value: boolean) {
      const path = `/films/${film}/vote`;
      const places = [{ register: ledger.pair("film", person.id, film), value }];
      const request: Request = value
        ? { method: "PUT", path, body: { value: "like" } }
        : { method: "DELETE", path };
      return change(person, request, places);
    },
    async message(person: Person, chat: string, text: string): Promise<void> {
      const clientId = newKey();
      const path = `/chats/${chat}/messages`;
      const { answer, outcome } = await send(person, { method: "POST", path, body: { text, clientId } });
      const sent = { chat, author: person.id, clientId, text };
      if (outcome === "acknowledged")
        ledger.messages.push({ ...sent, seq: (answer.body as { seq: number }).seq });
      else if (outcome === "unknown") ledger.messages.push({ ...sent, seq: undefined });
      else faults.add(`a message of @${person.handle} into chat ${chat} was refused`);
    },
    async readUpTo(person: Person, upTo: string): Promise<void> {
      const { outcome } = await send(person, { method: "POST", path: "/notifications/read", body: { upTo } });
      if (outcome === "acknowledged") ledger.reads.push({ account: person.id, upTo });
    },
  };
}

export type Writes = ReturnType<typeof createWrites>;
