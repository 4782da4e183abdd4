import { code } from "./known/code.ts";
import { machines } from "./known/machines.ts";
import { operations } from "./known/operations.ts";
import { servers } from "./known/servers.ts";
import { web } from "./known/web.ts";
import { slugOf } from "./technology-name.ts";

/** The name first, with its slug where that does not follow from it; then what else people call it. */
export type Named = readonly [name: string | { name: string; slug: string }, ...aliases: string[]];

export interface Technology {
  /** As in addresses and requests: `nextjs`. Never changes. */
  slug: string;
  name: string;
  /** What else people call it. The slug and the name without its punctuation are understood anyway. */
  aliases: readonly string[];
}

/** The technologies that Maru knows from the start. What people add besides is in the database only. */
export const technologies: readonly Technology[] = [
  ...code,
  ...web,
  ...servers,
  ...machines,
  ...operations,
].map(([first, ...aliases]) => {
  const { name, slug } = typeof first === "string" ? { name: first, slug: slugOf(first) } : first;
  return { slug, name, aliases };
});
