/** More than these nobody looks through. */
const most = 8;

const place = (owner: string) => `maru:recent-searches:${owner}`;

/** What somebody has looked for on this device, newest first. Nothing of it leaves the browser. `owner` is an account's id. */
export function readRecent(owner: string): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place(owner)) ?? "[]");
    return Array.isArray(kept) ? kept.filter((query) => typeof query === "string").slice(0, most) : [];
  } catch {
    return [];
  }
}

function writeRecent(owner: string, queries: readonly string[]): void {
  try {
    if (queries.length === 0) localStorage.removeItem(place(owner));
    else localStorage.setItem(place(owner), JSON.stringify(queries.slice(0, most)));
  } catch {
    // Where nothing can be kept, searching works all the same.
  }
}

export function noteRecent(owner: string, query: string): void {
  writeRecent(owner, [query, ...readRecent(owner).filter((one) => one !== query)]);
}

/** Forgets one query, or all of them, and answers what is left. */
export function forgetRecent(owner: string, query?: string): string[] {
  writeRecent(owner, query === undefined ? [] : readRecent(owner).filter((one) => one !== query));
  return readRecent(owner);
}
