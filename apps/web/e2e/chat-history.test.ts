import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  apply,
  type History,
  isComplete,
  startHistory,
  withChanges,
  withNewer,
  withOlder,
} from "../src/lib/chat/thread/history.ts";
import type { Message } from "../src/lib/chat/types.ts";

const message = (seq: number, revision: number | null = null, text = `${seq}`): Message => ({
  chatId: "1",
  id: String(seq),
  seq,
  revision,
  clientId: `client-${seq}`,
  author: null,
  text,
  media: [],
  replyTo: null,
  reactions: [],
  link: null,
  createdAt: "2026-11-30T05:00:00.000Z",
  editedAt: null,
  deletedAt: null,
});
const seqs = ({ messages }: History) => messages.map(({ seq }) => seq);
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);
const start = (from: number, to: number, limit = 50) =>
  startHistory(
    range(from, to).map((seq) => message(seq)),
    { newest: to, revision: 0, limit },
  );

describe("what is heard of one by one", () => {
  test("the next message joins the end, and a second time changes nothing", () => {
    const once = apply(start(1, 3), message(4));
    expect(seqs(once)).toEqual([1, 2, 3, 4]);
    expect(seqs(apply(once, message(4)))).toEqual([1, 2, 3, 4]);
  });

  test("what comes from beyond a gap waits until the gap is filled", () => {
    const heard = apply(start(1, 3), message(6));
    expect(seqs(heard)).toEqual([1, 2, 3]);
    expect(isComplete(heard)).toBe(false);
    const filled = withNewer(heard, [message(4), message(5)], 3, 100);
    expect(seqs(filled)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(isComplete(filled)).toBe(true);
  });

  test("of two states of one message the later one stays, whichever came first", () => {
    const [older, newer] = [message(2, 7, "first change"), message(2, 9, "second change")];
    for (const order of [
      [older, newer],
      [newer, older],
    ])
      expect(order.reduce(apply, start(1, 3)).messages[1]?.text).toBe("second change");
  });

  test("a change of what is not loaded is left for its page", () => {
    expect(seqs(apply(start(51, 100), message(20, 3)))).toEqual(range(51, 100));
  });
});

describe("pages", () => {
  test("a full first page has more before it, a short one has not", () => {
    expect(start(51, 100)).toMatchObject({ from: 50, to: 100, fromStart: false });
    expect(start(1, 20)).toMatchObject({ from: 0, to: 20, fromStart: true });
    expect(startHistory([], { newest: 8, revision: 0, limit: 50 })).toMatchObject({ to: 8, fromStart: true });
  });

  test("older pages go before, until one is not full", () => {
    const page = range(1, 50).map((seq) => message(seq));
    const full = withOlder(start(51, 100), page, 50);
    expect(seqs(full)).toEqual(range(1, 100));
    expect(full.fromStart).toBe(false);
    expect(withOlder(full, [], 50).fromStart).toBe(true);
  });
});

type World = { newest: Map<number, Message>; revision: number; states: Message[] };

/** A chat as the server has it, with all that it has ever said of it. */
function worldOf(events: { what: "send" | "change"; at: number }[]): World {
  const newest = new Map<number, Message>();
  const states: Message[] = [];
  let revision = 0;
  for (const { what, at } of events) {
    const seq = what === "send" || newest.size === 0 ? newest.size + 1 : 1 + (at % newest.size);
    const state = newest.has(seq) ? message(seq, ++revision, `${seq} at ${revision}`) : message(seq);
    newest.set(seq, state);
    states.push(state);
  }
  return { newest, revision, states };
}

const events = fc.array(
  fc.record({ what: fc.constantFrom("send" as const, "change" as const), at: fc.nat(1000) }),
  { maxLength: 60 },
);

/** What the page does after a break: it asks until nothing more comes. */
function caughtUp(history: History, { newest }: World, limit: number) {
  let now = history;
  const all = [...newest.values()];
  for (;;) {
    const after = now.to;
    const items = all.filter(({ seq }) => seq > after).slice(0, limit);
    now = withNewer(now, items, after, limit);
    if (items.length < limit) break;
  }
  for (;;) {
    const since = now.revision;
    const items = all
      .filter(({ revision }) => (revision ?? 0) > since)
      .sort((a, b) => (a.revision ?? 0) - (b.revision ?? 0))
      .slice(0, limit);
    now = withChanges(now, items);
    if (items.length < limit) return now;
  }
}

test("any deliveries in any order, and asking once, make exactly the server's list", () => {
  fc.assert(
    fc.property(
      events,
      fc.nat(60),
      fc.array(fc.nat(1000), { maxLength: 120 }),
      fc.integer({ min: 1, max: 7 }),
      (all, seen, picks, limit) => {
        const opened = worldOf(all.slice(0, seen));
        const world = worldOf(all);
        const first = [...opened.newest.values()].slice(-limit);
        let history = startHistory(first, {
          newest: opened.newest.size,
          revision: opened.revision,
          limit,
        });
        for (const pick of picks) {
          const state = world.states[pick % Math.max(1, world.states.length)];
          if (state) history = apply(history, state);
        }
        history = caughtUp(history, world, limit);
        expect(isComplete(history)).toBe(true);
        expect(history.messages).toEqual([...world.newest.values()].filter(({ seq }) => seq > history.from));
        while (!history.fromStart) {
          const before = [...world.newest.values()].filter(({ seq }) => seq <= history.from).slice(-limit);
          history = withOlder(history, before, limit);
        }
        expect(history.messages).toEqual([...world.newest.values()]);
      },
    ),
  );
});
