import type { Message } from "../types.ts";

/**
 * What is known of a chat's messages: a run without gaps, and what came from beyond its end. Values, never changed in
 * place: each delivery makes a new one, so that nothing can be half applied.
 */
export type History = {
  /** In the order of seq. Everything that lies from `from` to `to` is here. */
  messages: readonly Message[];
  /** Everything after this seq … */
  from: number;
  /** … up to this one is known. What was hidden from oneself leaves no gap. */
  to: number;
  /** Heard of beyond a gap; they join the run when the gap is filled. */
  beyond: ReadonlyMap<number, Message>;
  /** The newest seq that anybody has told of. */
  newest: number;
  /** All changes up to this revision are in. */
  revision: number;
  /** Nothing lies before. */
  fromStart: boolean;
};

const revisionOf = ({ revision }: Message) => revision ?? -1;

/** Of two states of one message the later one, whichever came first. */
const later = (known: Message | undefined, heard: Message) =>
  known && revisionOf(known) >= revisionOf(heard) ? known : heard;

export const isComplete = ({ to, newest }: History) => to >= newest;

/** The run that a page begins with. `revision` is as it was before the messages were asked for. */
export function startHistory(
  items: readonly Message[],
  { newest, revision, limit }: { newest: number; revision: number; limit: number },
): History {
  const fromStart = items.length < limit;
  const first = items[0];
  const last = items.at(-1);
  return {
    messages: items,
    from: fromStart || !first ? 0 : first.seq - 1,
    // An empty first page is an empty chat: nothing of what was is for this person.
    to: last?.seq ?? newest,
    beyond: new Map(),
    newest: Math.max(newest, last?.seq ?? 0),
    revision,
    fromStart,
  };
}

/** Where a seq is or would be. */
export function placeOf(messages: readonly Message[], seq: number) {
  let low = 0;
  let high = messages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (messages[middle]!.seq < seq) low = middle + 1;
    else high = middle;
  }
  return low;
}

function merged(known: readonly Message[], heard: readonly Message[]) {
  const all = [...known];
  for (const message of heard) {
    const at = placeOf(all, message.seq);
    if (all[at]?.seq === message.seq) all[at] = later(all[at], message);
    else all.splice(at, 0, message);
  }
  return all;
}

/** Takes over from beyond what follows on the run without a gap. */
function joined(history: History): History {
  if (history.beyond.size === 0) return history;
  const beyond = new Map(history.beyond);
  const following: Message[] = [];
  let { to } = history;
  for (const seq of [...beyond.keys()].sort((a, b) => a - b)) {
    if (seq > to + 1) break;
    following.push(beyond.get(seq)!);
    beyond.delete(seq);
    to = Math.max(to, seq);
  }
  return { ...history, messages: merged(history.messages, following), beyond, to };
}

/** One delivery: new or changed, in any order, any number of times. */
export function apply(history: History, message: Message): History {
  const { seq } = message;
  const newest = Math.max(history.newest, seq);
  // It will come, as it is then, with its page.
  if (seq <= history.from) return history;
  if (seq <= history.to) return { ...history, newest, messages: merged(history.messages, [message]) };
  const beyond = new Map(history.beyond).set(seq, later(history.beyond.get(seq), message));
  return joined({ ...history, newest, beyond });
}

/** The page that was asked for with `before`, of at most `limit`. */
export function withOlder(history: History, items: readonly Message[], limit: number): History {
  const first = items[0];
  const fromStart = items.length < limit;
  return {
    ...history,
    messages: merged(history.messages, items),
    from: fromStart || !first ? 0 : first.seq - 1,
    fromStart,
  };
}

/** The page that was asked for with `after`, of at most `limit`; a page that is not full is the last. */
export function withNewer(
  history: History,
  items: readonly Message[],
  after: number,
  limit: number,
): History {
  if (after > history.to) return history;
  const last = items.at(-1)?.seq ?? after;
  const isLast = items.length < limit;
  // What was heard of beyond the last page came after it was written: only what it holds is sure to follow.
  const to = Math.max(history.to, last);
  const newest = isLast && history.beyond.size === 0 ? to : Math.max(history.newest, last);
  const beyond = new Map(history.beyond);
  const overtaken = [...beyond.values()].filter(({ seq }) => seq <= to);
  for (const { seq } of overtaken) beyond.delete(seq);
  const messages = merged(merged(history.messages, items), overtaken);
  return joined({ ...history, messages, to, newest, beyond });
}

/** A page of changes, in the order of their revision. */
export function withChanges(history: History, items: readonly Message[]): History {
  const applied = items.reduce(apply, history);
  const revision = items.reduce((most, message) => Math.max(most, revisionOf(message)), history.revision);
  return { ...applied, revision };
}
