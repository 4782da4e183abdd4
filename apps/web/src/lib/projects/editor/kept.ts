import type { Media } from "#lib/api/types.ts";
import type { Draft } from "./draft.ts";

/** What was being written, as it lies on this device. */
export type Kept = {
  draft: Draft;
  photos: { media: Media; alt: string }[];
  /** When it was kept, in milliseconds. */
  at: number;
  /** Which tab kept it. */
  by: string;
  /** When the project that is being changed had been changed last. */
  of: string | null;
};

const same = (one: Kept | undefined, two: Kept | undefined) => one?.at === two?.at && one?.by === two?.by;

function readPlace(place: string): Kept | undefined {
  try {
    const kept = localStorage.getItem(place);
    return kept ? (JSON.parse(kept) as Kept) : undefined;
  } catch {
    return undefined;
  }
}

function dropPlace(place: string) {
  try {
    localStorage.removeItem(place);
  } catch {
    // Storage that cannot be read has nothing to forget.
  }
}

function writePlace(place: string, kept: Kept): boolean {
  try {
    localStorage.setItem(place, JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

function placesBeside(place: string): string[] {
  try {
    return Object.keys(localStorage).filter((one) => one.startsWith(`${place}:`));
  } catch {
    return [];
  }
}

/**
 * One draft on this device, which several tabs may be writing. A tab that finds that another has written since puts its own beside it
 * instead of over it, until somebody has chosen.
 */
export function createKeeper(key: string) {
  const place = `maru:draft:${key}`;
  const by = Math.random().toString(36).slice(2, 10);
  const mine = `${place}:${by}`;
  /** What this tab has read or written last. */
  let seen: Kept | undefined;

  const stamped = (kept: Omit<Kept, "at" | "by">): Kept => ({ ...kept, at: Date.now(), by });

  /** The draft, and the newest that lies beside it. */
  function read(): { kept: Kept | undefined; other: Kept | undefined } {
    const [newest, ...older] = placesBeside(place)
      .flatMap((at) => readPlace(at) ?? [])
      .sort((a, b) => b.at - a.at);
    seen = readPlace(place);
    return seen ? { kept: seen, other: newest } : { kept: newest, other: older[0] };
  }

  /** Keeps it, and answers what another tab has kept meanwhile, which then stays. */
  function write(wanted: Omit<Kept, "at" | "by">): { kept: Kept | undefined; other?: Kept } {
    const kept = stamped(wanted);
    const there = readPlace(place);
    if (there && !same(there, seen)) return { kept: writePlace(mine, kept) ? kept : undefined, other: there };
    if (!writePlace(place, kept)) return { kept: undefined };
    seen = kept;
    dropPlace(mine);
    return { kept };
  }

  /** Whatever is there gives way to this one; the one that it was chosen over stays beside it, if there is one. */
  function settle(wanted: Omit<Kept, "at" | "by">, beside?: Kept): Kept | undefined {
    for (const at of placesBeside(place)) dropPlace(at);
    if (beside) writePlace(mine, beside);
    const kept = stamped(wanted);
    if (!writePlace(place, kept)) return undefined;
    seen = kept;
    return kept;
  }

  /** Forgets what this tab has kept; what another has written stays. */
  function drop() {
    const there = readPlace(place);
    if (!there || same(there, seen)) dropPlace(place);
    dropPlace(mine);
    seen = undefined;
  }

  return { place, read, write, settle, drop };
}
