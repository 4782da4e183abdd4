import { goto } from "$app/navigation";
import type { Me } from "#lib/api/types.ts";
import { openComposer } from "#lib/composer/open.svelte.ts";
import { helpOpen } from "./help.svelte.ts";

const articles = () => [...document.querySelectorAll<HTMLElement>("article[data-post]")];
const current = () => document.activeElement?.closest<HTMLElement>("article[data-post]");

function step(by: number) {
  const all = articles();
  const here = current();
  const at = here
    ? all.indexOf(here) + by
    : all.findIndex((article) => article.getBoundingClientRect().bottom > 80);
  const next = all[Math.min(all.length - 1, Math.max(0, at))];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: "nearest" });
}

const press = (selector: string, within: ParentNode = document) =>
  within.querySelector<HTMLElement>(selector)?.click();

const searchBox = () => document.querySelector<HTMLInputElement>("[data-search]");

function find() {
  const box = searchBox();
  if (box?.checkVisibility()) box.focus();
  else void goto("/search").then(() => searchBox()?.focus());
}

const single: Record<string, (signedIn: boolean) => void> = {
  "?": () => (helpOpen.current = true),
  "/": find,
  n: (signedIn) => signedIn && openComposer(),
  ".": () => press("[data-new-posts]"),
  j: () => step(1),
  k: () => step(-1),
  l: () => press("[data-act=like]", current() ?? new DocumentFragment()),
  b: () => press("[data-act=bookmark]", current() ?? new DocumentFragment()),
  r: () => press("[data-act=comment]", current() ?? new DocumentFragment()),
};
const afterG: Record<string, string> = { h: "/", n: "/notifications", c: "/chat" };

let pendingG = 0;

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));

/** Single keys, outside of fields and dialogs only. Page Up, Page Down and Space stay the browser's. */
export function handleShortcut(event: KeyboardEvent, me: Me | null) {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (me?.settings.shortcuts === false) return;
  if (typing(event.target) || document.querySelector("dialog[open]")) return;

  if (Date.now() - pendingG < 1500) {
    pendingG = 0;
    const place = afterG[event.key];
    if (!place) return;
    event.preventDefault();
    void goto(place);
    return;
  }
  if (event.key === "g") {
    pendingG = Date.now();
    return;
  }
  const article =
    event.target instanceof Element && event.target.matches("article[data-post]") ? event.target : null;
  if (event.key === "Enter" && article) {
    event.preventDefault();
    void goto(`/posts/${article.getAttribute("data-post")}`);
    return;
  }
  const run = Object.hasOwn(single, event.key) ? single[event.key] : undefined;
  if (!run) return;
  event.preventDefault();
  run(me !== null);
}
