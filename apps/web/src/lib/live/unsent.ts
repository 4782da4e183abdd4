import { isAnythingUnsent } from "./unsent-mark.ts";

/** Sends what other pages have left unsent. */
export function sendUnsent(accountId: string) {
  if (!isAnythingUnsent()) return;
  import("#lib/chat/outbox/outbox.svelte.ts").then(
    ({ startOutbox }) => startOutbox(accountId),
    () => {},
  );
}
