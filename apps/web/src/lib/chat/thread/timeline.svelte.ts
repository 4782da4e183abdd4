import type { chatCalls } from "../calls.ts";
import type { Chat, Message } from "../types.ts";
import {
  apply,
  type History,
  isComplete,
  startHistory,
  withChanges,
  withNewer,
  withOlder,
} from "./history.ts";
import { pageAfter, pageSize } from "./pages.ts";

const catchUpSize = 50;
const again = 3000;

type Source = { chat: Chat; messages: Message[]; calls: ReturnType<typeof chatCalls> };

/** The part of a chat's messages that is loaded: how it grows, and how it is kept right. */
export function createTimeline({ chat: { id, lastSeq, revision }, messages, calls }: Source) {
  const start = startHistory(messages, { newest: lastSeq, revision, limit: pageSize });
  let history = $state.raw<History>(start);
  /** Whether new messages join the end of what is shown; false where an old place was jumped to. */
  let follows = $state(isComplete(start));
  /** Counts the times that another part of the chat took the place of what was shown. */
  let turns = $state(0);
  let loading = $state<"older" | "newer" | null>(null);
  let failed = $state<"older" | "newer" | null>(null);
  let catching = false;
  let missedAgain = false;
  let retry: ReturnType<typeof setTimeout>;

  function hear(message: Message) {
    history = apply(history, message);
    if (follows && history.beyond.size > 0) void catchUp();
  }

  async function everythingNew() {
    for (;;) {
      const after = history.to;
      const { items } = await calls.messages(id, { after, limit: catchUpSize });
      history = withNewer(history, items, after, catchUpSize);
      if (items.length < catchUpSize) return;
    }
  }

  async function everythingChanged() {
    for (;;) {
      const changedAfter = history.revision;
      const { items } = await calls.messages(id, { changedAfter, limit: catchUpSize });
      history = withChanges(history, items);
      if (items.length < catchUpSize || history.revision === changedAfter) return;
    }
  }

  /** Asks for what the live connection may have missed, until nothing more comes. */
  async function catchUp() {
    if (catching) return void (missedAgain = true);
    catching = true;
    clearTimeout(retry);
    try {
      do {
        missedAgain = false;
        if (follows) await everythingNew();
        await everythingChanged();
      } while (missedAgain);
      if (follows && history.beyond.size > 0) retry = setTimeout(() => void catchUp(), again);
    } catch {
      retry = setTimeout(() => void catchUp(), again);
    } finally {
      catching = false;
    }
  }

  async function load(what: "older" | "newer", run: () => Promise<void>) {
    if (loading) return;
    loading = what;
    failed = null;
    try {
      await run();
    } catch {
      failed = what;
    } finally {
      loading = null;
    }
  }

  /** `joining` is given what puts the page above the rest, once it is there. */
  async function loadOlder(joining: (join: () => void) => Promise<void>) {
    if (history.fromStart) return;
    await load("older", async () => {
      const { items } = await calls.messages(id, { before: history.from + 1, limit: pageSize });
      await joining(() => (history = withOlder(history, items, pageSize)));
    });
  }

  async function loadNewer() {
    if (follows) return;
    await load("newer", async () => {
      const after = history.to;
      const { items } = await calls.messages(id, { after, limit: pageSize });
      history = withNewer(history, items, after, pageSize);
      if (isComplete(history)) follows = true;
    });
  }

  function startOver(items: Message[]) {
    const { newest, revision } = history;
    history = startHistory(items, { newest, revision, limit: pageSize });
    follows = isComplete(history);
    turns += 1;
  }

  /** Makes sure that a message is among what is loaded; false where it cannot be. */
  async function reach(seq: number): Promise<boolean> {
    if (seq > history.from && seq <= history.to) return true;
    let isThere = false;
    await load(seq > history.to ? "newer" : "older", async () => {
      const { items } = await calls.messages(id, { before: seq + pageAfter + 1, limit: pageSize });
      startOver(items);
      isThere = items.some((message) => message.seq === seq);
    });
    return isThere;
  }

  async function reachEnd() {
    if (follows) return;
    await load("newer", async () => {
      const { items } = await calls.messages(id, { limit: pageSize });
      startOver(items);
    });
  }

  return {
    get history() {
      return history;
    },
    get follows() {
      return follows;
    },
    get turns() {
      return turns;
    },
    get loading() {
      return loading;
    },
    get failed() {
      return failed;
    },
    hear,
    catchUp,
    loadOlder,
    loadNewer,
    reach,
    reachEnd,
    stop: () => clearTimeout(retry),
  };
}
