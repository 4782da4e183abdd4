/** What two spellings of the same name have in common: `Next.js`, `next js` and `NEXTJS` are one. Empty for what is no name. */
export function keyOf(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}\p{M}+#]/gu, "");
}

/** How a technology is named in addresses: `C++` becomes `cplusplus`, `Ruby on Rails` `ruby-on-rails`, `Next.js` `nextjs`. */
export function slugOf(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFC")
    .replaceAll("+", "plus")
    .replaceAll("#", "sharp")
    .replace(/[^\p{L}\p{N}\p{M}\s/_-]/gu, "")
    .trim()
    .replace(/[\s/_-]+/g, "-")
    .replace(/^-|-$/g, "");
}
