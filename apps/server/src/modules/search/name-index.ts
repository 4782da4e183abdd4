import { hashToken } from "./text/hash.ts";
import { formOf, nameParts, nameTokens, partTokens } from "./text/names.ts";
import { parseQuery } from "./text/parse-query.ts";

/**
 * A text of names as a space may keep it to be found by parts of its words, first consonants included: the form to compare with (`like`), and what
 * stands in an index of token arrays (`@>`).
 */
export function nameIndex(text: string, length: number): { form: string; hashes: number[] } {
  const form = formOf(text, length);
  return { form, hashes: [...new Set([...nameTokens(form)].map(hashToken))] };
}

/** What a query asks of such an index; undefined when it asks for nothing. */
export function nameQuery(query: string): { parts: string[]; hashes: number[] } | undefined {
  const { words, phrases, tags } = parseQuery(query);
  const parts = nameParts([...words.map((word) => word.text), ...phrases, ...tags]);
  if (parts.length === 0) return undefined;
  return { parts, hashes: [...new Set(parts.flatMap(partTokens).map(hashToken))] };
}
