import type { Post } from "#lib/api/types.ts";

type Listener = (post: Post) => void;
const listeners = new Set<Listener>();

/** Tells the lists on the page that this person just posted; theirs is shown at once. */
export function announceOwnPost(post: Post) {
  for (const listener of listeners) listener(post);
}

export function onOwnPost(listener: Listener) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
