import type { Media, Visibility } from "#lib/api/types.ts";
import type { About } from "#lib/spaces/picking/about.ts";

export type Draft = {
  text: string;
  visibility: Visibility;
  photos: { media: Media; alt: string }[];
  /** Not in drafts of before there were spaces. */
  about?: About[];
};

const place = (key: string) => `maru:draft:${key}`;

/** What was being written here before; undefined where nothing was, or where the browser keeps nothing. */
export function readDraft(key: string): Draft | undefined {
  try {
    const kept = localStorage.getItem(place(key));
    return kept ? (JSON.parse(kept) as Draft) : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the draft on this device and says whether it was kept; an empty one is forgotten. */
export function writeDraft(key: string, draft: Draft): boolean {
  try {
    const isEmpty = !draft.text.trim() && draft.photos.length === 0 && !draft.about?.length;
    if (isEmpty) localStorage.removeItem(place(key));
    else localStorage.setItem(place(key), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function dropDraft(key: string) {
  try {
    localStorage.removeItem(place(key));
  } catch {
    // Storage that cannot be read has nothing to forget.
  }
}
