const lead = 18;

/** The part of a line around what was looked for, where it stands there letter by letter. */
export function excerptOf(line: string, query: string) {
  const at = line.toLowerCase().indexOf(query.trim().toLowerCase());
  if (at < 0 || query.trim() === "") return { before: line, match: "", after: "" };
  const start = Math.max(0, at - lead);
  const end = at + query.trim().length;
  return {
    before: (start > 0 ? "…" : "") + line.slice(start, at),
    match: line.slice(at, end),
    after: line.slice(end),
  };
}
