import { goto } from "$app/navigation";
import { page } from "$app/state";

/** Opens the composer over the page; the browser's back button closes it. */
export function openComposer() {
  void goto("/compose", { shallow: true, state: { composer: "post" } });
}

/** For links to /compose, which stay links for those without JavaScript or with a key held. */
export function composeFromLink(event: MouseEvent) {
  if (event.ctrlKey || event.metaKey || event.shiftKey || !page.data.me) return;
  event.preventDefault();
  openComposer();
}
