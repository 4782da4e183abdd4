import { vi } from "vitest";
import { call, type Person } from "./people.ts";

export type Cat = { id: string; name: string };
export const registers = (person: Person, name: string, more: object = {}) =>
  call<Cat>(person, "POST", "/cats", { name, ...more });
export const writes = (person: Person, text: string, ...cats: Cat[]) =>
  call<{ id: string }>(person, "POST", "/posts", { text, catIds: cats.map(({ id }) => id) });
export const catsOf = async (postId: string) =>
  (await call<{ cats: Cat[] }>(null, "GET", `/posts/${postId}`)).cats.map(({ name }) => name);
/** Resolves when the search knows the cat. */
export const isFound = (name: string) =>
  vi.waitUntil(
    async () =>
      (
        await call<{ cats: { items: Cat[] } }>(null, "GET", `/search?type=cats&q=${encodeURIComponent(name)}`)
      ).cats.items.some((cat) => cat.name === name),
    { timeout: 10_000 },
  );
/** A day of the calendar, so many days from now, in another year. */
export const dayIn = (days: number, year: number) =>
  `${year}-${new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Seoul" }).format(Date.now() + days * 86_400_000).slice(5)}`;
