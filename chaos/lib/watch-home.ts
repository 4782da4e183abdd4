import type { Person } from "./caller.ts";
import type { Faults } from "./faults.ts";
import { type KnownPost, type Ledger, settled } from "./ledger.ts";
import { tagsIn } from "./texts.ts";

/** How long another process may take to hear of something, on a busy machine. */
const patienceMs = 10_000;
type Known = boolean | undefined;

const not = (one: Known): Known => (one === undefined ? undefined : !one);
const and = (...all: Known[]): Known =>
  all.includes(false) ? false : all.includes(undefined) ? undefined : true;
const or = (...all: Known[]): Known =>
  all.includes(true) ? true : all.includes(undefined) ? undefined : false;

/** Whether a post belongs into somebody's home; undefined when something that decides it has changed lately. */
function belongs(ledger: Ledger, { id: me }: Person, post: KnownPost, before: number): Known {
  const pair = (kind: "follow" | "block" | "mute" | "tag", one: string, other: string) =>
    settled(ledger.peek(kind, one, other), before);
  const isThere = not(settled(post.deleted, before));
  if (post.author === me) return isThere;
  const text = settled(post.text, before);
  const tagged =
    text === undefined ? undefined : or(...tagsIn(text).map((tag) => pair("tag", me, tag)), false);
  return and(
    isThere,
    not(settled(post.hidden, before)),
    not(pair("block", me, post.author)),
    not(pair("block", post.author, me)),
    not(pair("mute", me, post.author)),
    or(pair("follow", me, post.author), and(post.visibility === "public", tagged)),
  );
}

export interface HomePage {
  items: { id: string }[];
  nextCursor: string | null;
}

/** Holds a first page of somebody's home, asked for at `asked`, against what was acknowledged before. */
export function watchHome(
  { ledger, faults }: { ledger: Ledger; faults: Faults },
  person: Person,
  page: HomePage,
  asked: number,
  by: string,
): void {
  const before = asked - patienceMs;
  const shown = new Set(page.items.map(({ id }) => id));
  const oldest = page.nextCursor === null ? 0 : Number(page.items.at(-1)?.id ?? Infinity);
  faults.look("homes read under load");
  for (const post of [...ledger.posts.values()].toReversed()) {
    if (Number(post.id) < oldest) break;
    if (post.parent !== undefined) continue;
    if (shown.has(post.id)) {
      if (belongs(ledger, person, post, before) === false)
        faults.add(
          `the home of @${person.handle} at ${by} still shows post ${post.id}, which left it long ago`,
        );
      continue;
    }
    if (post.author === person.id && post.by === by && post.at < asked) {
      // One's own, at the process that has just acknowledged it: never missing, not for a moment.
      if (post.deleted.writes.length === 0)
        faults.add(`the home of @${person.handle} at ${by} lacks their own post ${post.id}`);
    } else if (post.at < before && belongs(ledger, person, post, before) === true)
      faults.add(
        `the home of @${person.handle} at ${by} lacks post ${post.id}, acknowledged ${Math.round((asked - post.at) / 1000)} s before`,
      );
  }
}
