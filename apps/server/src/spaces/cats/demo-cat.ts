import type { CatFields } from "./cat-queries.ts";

export interface DemoCat {
  /** Its people; the first has registered it. */
  people: readonly [string, ...string[]];
  /** What the names of its pictures begin with. */
  drawn?: string;
  /** Its picture on its page. */
  photo?: string;
  fields: Partial<Omit<CatFields, "birthday" | "adoptedOn" | "memorialOn">> & { name: string };
  /** How old it is in years; `in` so many days it has its birthday (0 to 365). */
  born?: { years: number; in: number };
  /** So many years with its people; `in` so many days it is another one. */
  came?: { years: number; in: number };
  /** It died so many days ago. */
  diedDaysAgo?: number;
  /** Who follows it, besides what the people of the demo like anyway. */
  followers?: readonly string[];
  /** Who is asked to be one of its people. */
  invites?: readonly string[];
}

/** What most cats are. */
export const mixed = "korean-shorthair";
