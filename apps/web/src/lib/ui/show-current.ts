import { page } from "$app/state";

/** Scrolls a row of links sideways, on every page anew, so that the one of the page that is open is in sight, in the middle where it can be. */
export function showCurrent(row: HTMLElement): void {
  void page.url.href;
  const current = row.querySelector("[aria-current]")?.getBoundingClientRect();
  if (!current) return;
  const { left, width } = row.getBoundingClientRect();
  row.scrollLeft += current.left - left - (width - current.width) / 2;
}
