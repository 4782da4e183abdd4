import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ApiProblem } from "../src/lib/api/problem.ts";
import type { Outgoing } from "../src/lib/chat/outbox/item.ts";
import { createSender } from "../src/lib/chat/outbox/sender.ts";
import type { OutboxStore } from "../src/lib/chat/outbox/store.ts";
import { isRefusal, waitBefore } from "../src/lib/chat/outbox/wait.ts";
import type { Message } from "../src/lib/chat/types.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const outgoing = (clientId: string, chatId = "1", accountId = "me"): Outgoing => ({
  clientId,
  accountId,
  chatId,
  text: clientId,
  photos: [],
  replyTo: null,
  createdAt: "2026-11-30T05:00:00.000Z",
  state: "waiting",
  reason: null,
});
const lost = () => new ApiProblem({ status: 0, slug: "offline", title: "" });
const refusedWith = (status: number, slug = "no", retryAfter: number | null = null) =>
  new ApiProblem({ status, slug, title: "", retryAfter });

/** An outbox whose way to the server is decided call by call. */
function outbox(
  items: Outgoing[],
  answer: (item: Outgoing, attempt: number) => Error | undefined,
  beforeUnlocking: (store: OutboxStore) => Promise<unknown> = async () => {},
) {
  const kept = [...items];
  const store: OutboxStore = {
    all: async () => [...kept],
    add: async (item) => void kept.push(item),
    async change(clientId, change) {
      const at = kept.findIndex((item) => item.clientId === clientId);
      if (kept[at]) kept[at] = { ...kept[at], ...change };
    },
    async remove(clientId) {
      const at = kept.findIndex((item) => item.clientId === clientId);
      if (at >= 0) kept.splice(at, 1);
    },
  };
  const tried: string[] = [];
  const sent: string[] = [];
  let under = 0;
  const sender = createSender({
    store,
    accountId: "me",
    async alone(_, run) {
      await run();
      await beforeUnlocking(store);
    },
    async deliver(item) {
      expect(under++).toBe(0);
      tried.push(item.clientId);
      await Promise.resolve();
      under--;
      const problem = answer(item, tried.filter((id) => id === item.clientId).length);
      if (problem) throw problem;
      return { clientId: item.clientId } as Message;
    },
    onsent: ({ clientId }) => sent.push(clientId),
    onchange: async () => {},
  });
  return { kept, tried, sent, store, sender };
}

describe("sending", () => {
  test("one goes after the other, in the order of writing", async () => {
    const { kept, sent, sender } = outbox(
      ["a", "b", "c"].map((id) => outgoing(id)),
      () => undefined,
    );
    await sender.wake();
    expect(sent).toEqual(["a", "b", "c"]);
    expect(kept).toEqual([]);
  });

  test("what did not arrive is tried again later, and nothing overtakes it", async () => {
    const { tried, sent, sender } = outbox([outgoing("a"), outgoing("b")], ({ clientId }, attempt) =>
      clientId === "a" && attempt < 4 ? lost() : undefined,
    );
    await sender.wake();
    expect(tried).toEqual(["a"]);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(tried).toEqual(["a", "a", "a", "a", "b"]);
    expect(sent).toEqual(["a", "b"]);
  });

  test.each([403, 404, 409, 413, 422])(
    "a refusal (%i) stays, with its reason, and lets the next go",
    async (status) => {
      const { kept, sent, sender } = outbox([outgoing("a"), outgoing("b")], ({ clientId }) =>
        clientId === "a" ? refusedWith(status, "chat-stopped") : undefined,
      );
      await sender.wake();
      await vi.advanceTimersByTimeAsync(120_000);
      expect(sent).toEqual(["b"]);
      expect(kept).toMatchObject([{ clientId: "a", state: "refused", reason: "chat-stopped" }]);
    },
  );

  test("as long as the server asks to wait nothing is sent, however often it is woken", async () => {
    const { tried, sent, sender } = outbox([outgoing("a")], (_, attempt) =>
      attempt === 1 ? refusedWith(429, "too-many-requests", 30) : undefined,
    );
    await sender.wake();
    for (let second = 0; second < 29; second++) {
      await sender.wake();
      await vi.advanceTimersByTimeAsync(1000);
    }
    expect(tried).toEqual(["a"]);
    await vi.advanceTimersByTimeAsync(3000);
    expect(sent).toEqual(["a"]);
  });

  test("what is written just when the last one has gone is not left lying", async () => {
    let isFirst = true;
    const { sent, sender } = outbox(
      [outgoing("a")],
      () => undefined,
      async (store) => {
        if (!isFirst) return;
        isFirst = false;
        await store.add(outgoing("b"));
        await sender.wake();
      },
    );
    await sender.wake();
    expect(sent).toEqual(["a", "b"]);
  });

  test("what another person wrote on this device is left alone", async () => {
    const { kept, tried, sender } = outbox([outgoing("a", "1", "somebody")], () => undefined);
    await sender.wake();
    expect(tried).toEqual([]);
    expect(kept).toHaveLength(1);
  });
});

describe("waiting", () => {
  test("it grows, ends at a minute and is never shorter than asked", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (attempt, random) => {
          const wait = waitBefore(attempt, null, random);
          expect(wait).toBeGreaterThanOrEqual(500);
          expect(wait).toBeLessThanOrEqual(60_000);
          expect(waitBefore(attempt, 90, random)).toBeGreaterThanOrEqual(90_000);
        },
      ),
    );
  });

  test.each([0, 401, 408, 429, 500, 503])("%i is no refusal", (status) => {
    expect(isRefusal(refusedWith(status))).toBe(false);
  });
});
