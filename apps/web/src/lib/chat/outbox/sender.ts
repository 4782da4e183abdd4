import { ApiProblem } from "#lib/api/problem.ts";
import type { Message } from "../types.ts";
import type { Outgoing } from "./item.ts";
import type { OutboxStore } from "./store.ts";
import { isRefusal, waitBefore } from "./wait.ts";

type Parts = {
  store: OutboxStore;
  accountId: string;
  /** Brings one to the server and answers what it became; throws what kept it from arriving. */
  deliver: (item: Outgoing) => Promise<Message>;
  /** Runs one at a time under a name, whichever pages of the site are open. */
  alone: (name: string, run: () => Promise<void>) => Promise<void>;
  onsent: (message: Message) => void;
  /** The store holds something else now. */
  onchange: () => Promise<void>;
};

/**
 * Sends what is in the outbox. The next of a chat goes only after the one before was acknowledged. What the server has
 * refused stays and is passed over; what did not arrive is tried again, each time later.
 */
export function createSender({ store, accountId, deliver, alone, onsent, onchange }: Parts) {
  const running = new Set<string>();
  /** Asked for while they were running: what was written meanwhile must not be left lying. */
  const wanted = new Set<string>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const attempts = new Map<string, number>();
  /** The server has asked to be left alone until then. */
  let notBefore = 0;

  const isDue = ({ state, accountId: owner }: Outgoing) => state === "waiting" && owner === accountId;

  async function sendAllOf(chatId: string) {
    for (;;) {
      const item = (await store.all()).find((one) => one.chatId === chatId && isDue(one));
      if (!item) return;
      try {
        const message = await deliver(item);
        attempts.delete(chatId);
        onsent(message);
        await store.remove(item.clientId);
      } catch (problem) {
        if (!isRefusal(problem)) throw problem;
        await store.change(item.clientId, { state: "refused", reason: problem.slug });
      }
      await onchange();
    }
  }

  function runLater(chatId: string, wait: number) {
    clearTimeout(timers.get(chatId));
    timers.set(
      chatId,
      setTimeout(() => void run(chatId), wait),
    );
  }

  async function run(chatId: string) {
    if (running.has(chatId)) return void wanted.add(chatId);
    if (Date.now() < notBefore) return runLater(chatId, notBefore - Date.now());
    running.add(chatId);
    clearTimeout(timers.get(chatId));
    try {
      await alone(`maru-outbox:${chatId}`, () => sendAllOf(chatId));
    } catch (problem) {
      const attempt = (attempts.get(chatId) ?? 0) + 1;
      attempts.set(chatId, attempt);
      const retryAfter = problem instanceof ApiProblem ? problem.retryAfter : null;
      const wait = waitBefore(attempt, retryAfter);
      if (retryAfter !== null) notBefore = Date.now() + wait;
      runLater(chatId, wait);
    } finally {
      running.delete(chatId);
    }
    if (wanted.delete(chatId)) await run(chatId);
  }

  /** Tries at once what waits: after writing, with a connection, when the page is shown. */
  async function wake() {
    const chats = new Set((await store.all()).filter(isDue).map(({ chatId }) => chatId));
    await Promise.all([...chats].map(run));
  }

  return { wake };
}
