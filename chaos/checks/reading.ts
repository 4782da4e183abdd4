/** Reads as somebody: answers the JSON of a path below /api/v1. Throws when it is not a 200. */
export type Read = <T>(path: string) => Promise<T>;

export interface Reader {
  id: string;
  handle: string;
  read: Read;
  /** Which process answers, where there are several. */
  at: string;
}

const mostPages = 1000;

/** A list to its end, page by page. */
export async function readAll<T>(read: Read, path: string): Promise<T[]> {
  const all: T[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < mostPages; page++) {
    const next: string = cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`;
    const answer: { items: T[]; nextCursor: string | null } = await read(`${path}?limit=50${next}`);
    all.push(...answer.items);
    cursor = answer.nextCursor;
    if (cursor === null) return all;
  }
  throw new Error(`${path} does not end`);
}
