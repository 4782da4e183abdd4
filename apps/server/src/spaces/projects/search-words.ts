import type { Db, Tx } from "../../platform/database/database.ts";
import { nameIndex } from "../../modules/search/index.ts";
import { readSpellings, readTechnologies } from "./stack/technology-queries.ts";
import type { TechnologyId } from "./tables.ts";

export interface ProjectWords {
  /** What the post is found by besides its text. */
  post: string;
  /** What the board is searched by. */
  board: { words: string; tokens: number[] };
}

/** By what a project is found: its title, its summary, and what it is made with in every spelling. */
export async function wordsOf(
  db: Db | Tx,
  { title, summary, stack }: { title: string; summary: string; stack: readonly TechnologyId[] },
): Promise<ProjectWords> {
  const technologies = await readTechnologies(db, stack);
  const spellings = await readSpellings(db, stack);
  const names = technologies.flatMap(({ id, name }) => [name, ...(spellings.get(id) ?? [])]);
  const text = [title, summary, ...names].join("\n");
  const { form, hashes } = nameIndex(text, 1_500);
  return { post: text, board: { words: form, tokens: hashes } };
}
