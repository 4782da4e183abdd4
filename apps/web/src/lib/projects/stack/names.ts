/** As many as the API takes. */
export const mostTechnologies = 20;
export const longestName = 40;

/** What two spellings of a name have in common, as the API sees it; empty for what is no name. */
export function keyOf(name: string) {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}+#]/gu, "");
}

/** The names with more of them at the end, each once and no more than fit. */
export function withNames(names: readonly string[], more: readonly string[]): string[] {
  const known = new Map(names.map((name) => [keyOf(name), name]));
  for (const given of more) {
    const name = given.trim().replace(/\s+/g, " ");
    const key = keyOf(name);
    if (key && !known.has(key)) known.set(key, name);
  }
  return [...known.values()].slice(0, mostTechnologies);
}

/** Names that were chosen, and those that were written, parted by commas. */
export function namesFrom(form: FormData): string[] {
  const texts = (field: string) => form.getAll(field).filter((value) => typeof value === "string");
  return withNames(
    texts("stack"),
    texts("stackWritten").flatMap((text) => text.split(/[,、\n]/)),
  );
}
