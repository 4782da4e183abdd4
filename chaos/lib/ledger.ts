/** What became of a write, as far as the one who asked knows. */
export type Outcome = "pending" | "acknowledged" | "refused" | "unknown";

export interface Write<T> {
  value: T;
  /** Milliseconds of `performance.now()`; infinite while it is under way. */
  begun: number;
  ended: number;
  outcome: Outcome;
}

/** How long after its connection was lost a write may still take effect. */
const lateMs = 5_000;
const endOf = (write: Write<unknown>) => (write.outcome === "unknown" ? write.ended + lateMs : write.ended);

/** What was written to one place, in the order of asking. */
export interface Register<T> {
  initial: T;
  writes: Write<T>[];
}

/**
 * What the place may hold when everything has ended: the last acknowledged write, whatever overlapped it, and what came later without an
 * answer.
 */
export function possible<T>({ initial, writes }: Register<T>): Set<T> {
  const acknowledged = writes.filter((write) => write.outcome === "acknowledged");
  const last = Math.max(-Infinity, ...acknowledged.map((write) => write.begun));
  const candidates = writes.filter((write) => write.outcome !== "refused" && endOf(write) >= last);
  const values = new Set(candidates.map((write) => write.value));
  return acknowledged.length === 0 ? values.add(initial) : values;
}

/** What the place has held for long, seen from the moment `before`; undefined when that is not certain. */
export function settled<T>(register: Register<T>, before: number): T | undefined {
  const isOpen = ({ outcome, ...write }: Write<T>) =>
    outcome !== "refused" && endOf({ ...write, outcome }) > before;
  if (register.writes.some(isOpen)) return undefined;
  const values = possible(register);
  return values.size === 1 ? [...values][0] : undefined;
}

export interface KnownPost {
  id: string;
  author: string;
  parent: string | undefined;
  root: string | undefined;
  visibility: "public" | "followers";
  /** When its acknowledgement came. */
  at: number;
  /** The process that acknowledged it at the first attempt; undefined when an answer was lost before. */
  by: string | undefined;
  text: Register<string>;
  hidden: Register<boolean>;
  deleted: Register<boolean>;
}

/** A post whose writing was never answered: it may be there or not. */
export interface LostPost {
  author: string;
  text: string;
}

/** A message that somebody has sent into a chat. */
export interface SentMessage {
  chat: string;
  author: string;
  clientId: string;
  text: string;
  /** As it was acknowledged; undefined when no answer came: it may be there or not. */
  seq: number | undefined;
}

/** Everything that was asked of the site in this run, and what was answered. */
export interface Ledger {
  /** By id, oldest first. */
  posts: Map<string, KnownPost>;
  lost: LostPost[];
  messages: SentMessage[];
  /** Likes, bookmarks, follows, blocks, mutes, followed tags and votes for films, by their name: `like ACCOUNT POST`, `follow ACCOUNT ACCOUNT`. */
  pairs: Map<string, Register<boolean>>;
  /** What was read up to, by acknowledged requests. */
  reads: { account: string; upTo: string }[];
  pair(kind: PairKind, one: string, other: string): Register<boolean>;
  /** As `pair`, for reading only: what was never written has no register of its own. */
  peek(kind: PairKind, one: string, other: string): Register<boolean>;
  /** Whether the post, or what it stands under, was or may have been deleted. */
  fate(post: KnownPost): "there" | "gone" | "unknown";
}

export const pairKinds = ["like", "bookmark", "follow", "block", "mute", "tag", "film"] as const;
export type PairKind = (typeof pairKinds)[number];

const never: Register<boolean> = { initial: false, writes: [] };

export function createLedger(): Ledger {
  const posts = new Map<string, KnownPost>();
  const pairs = new Map<string, Register<boolean>>();
  return {
    posts,
    lost: [],
    messages: [],
    pairs,
    reads: [],
    pair(kind, one, other) {
      const key = `${kind} ${one} ${other}`;
      const known = pairs.get(key);
      if (known) return known;
      const made: Register<boolean> = { initial: false, writes: [] };
      pairs.set(key, made);
      return made;
    },
    peek: (kind, one, other) => pairs.get(`${kind} ${one} ${other}`) ?? never,
    fate(post) {
      let isCertain = true;
      for (let at: KnownPost | undefined = post; at; at = at.parent ? posts.get(at.parent) : undefined) {
        const { writes } = at.deleted;
        if (writes.some((write) => write.outcome === "acknowledged")) return "gone";
        if (writes.some((write) => write.outcome !== "refused")) isCertain = false;
      }
      return isCertain ? "there" : "unknown";
    },
  };
}

/** Notes that something is being written, in all the places that it changes; the answer closes it. */
export function begin<T>(places: readonly { register: Register<T>; value: T }[]): (outcome: Outcome) => void {
  const begun = performance.now();
  const writes = places.map(({ register, value }) => {
    const write: Write<T> = { value, begun, ended: Infinity, outcome: "pending" };
    register.writes.push(write);
    return write;
  });
  return (outcome) => {
    for (const write of writes) Object.assign(write, { outcome, ended: performance.now() });
  };
}
