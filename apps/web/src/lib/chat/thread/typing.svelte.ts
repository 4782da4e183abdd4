import { askSocket } from "#lib/live/socket.ts";

const shownMs = 4000;
const tellEveryMs = 2500;

/** Who is writing: each for four seconds after they were last heard of. */
export function createTyping() {
  let people = $state.raw<readonly string[]>([]);
  const timers = new Map<string, ReturnType<typeof setTimeout>>();

  function end(id: string) {
    clearTimeout(timers.get(id));
    if (timers.delete(id)) people = people.filter((one) => one !== id);
  }
  function begin(id: string) {
    if (!timers.has(id)) people = [...people, id];
    clearTimeout(timers.get(id));
    timers.set(
      id,
      setTimeout(() => end(id), shownMs),
    );
  }

  return {
    get people() {
      return people;
    },
    begin,
    end,
    stop() {
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}

/** Tells the others of a chat that one is writing, no more often than they need to hear it. */
export function createTeller(chatId: string) {
  let told = 0;
  return function tell() {
    if (Date.now() - told < tellEveryMs) return;
    told = Date.now();
    void askSocket("typing", { chatId });
  };
}
