import { readText } from "../../posts/index.ts";

/** It is the key of what is remembered about the page: longer ones do not fit into the index. */
const mostCharacters = 2000;

/**
 * The first address in a text that a preview can be made of, as a browser would ask for it; null when there is none. What carries a name or a
 * password is no link, here as in posts.
 */
export function findLink(text: string): string | null {
  for (const token of readText(text)) {
    if (token.kind === "link" && token.url.length <= mostCharacters) return token.url;
  }
  return null;
}
