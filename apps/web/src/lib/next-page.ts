/** The address of a list's next page, for browsers without JavaScript. */
export function nextPage(url: Pick<URL, "pathname" | "search">, cursor: string | null): string {
  const search = new URLSearchParams(url.search);
  search.set("cursor", cursor ?? "");
  return `${url.pathname}?${search}`;
}
