import { api } from "#lib/api/browser.ts";
import { ApiProblem } from "#lib/api/problem.ts";
import type { Post } from "#lib/api/types.ts";
import { catCalls } from "#lib/cats/calls.ts";
import type { PostCat } from "#lib/cats/types.ts";
import { m } from "#lib/paraglide/messages.js";
import type { MenuItem } from "#lib/ui/Menu.svelte";
import { showToast } from "#lib/ui/toasts.svelte.ts";
import { asObject } from "./topics.ts";

/** More than anybody has; whoever has more takes the tag off on the page of the cat. */
const most = 50;

/** For each cat on the post that this person lives with: a way to take it off. None where that cannot be found out. */
export async function untagItems(post: Post, handle: string): Promise<MenuItem[]> {
  const own = await catCalls(api)
    .ofAccount(handle, { limit: most })
    .catch(() => ({ items: [] }));
  const mine = new Set(own.items.map(({ id }) => id));
  return (post.cats ?? [])
    .filter(({ id }) => mine.has(id))
    .map((cat) => ({ icon: "cat", label: m.untag({ name: cat.name }), run: () => void untag(post, cat) }));
}

/** Takes the cat off the post at once, and puts it back where that is refused. Repeating it is safe. */
async function untag(post: Post, cat: PostCat) {
  const before = post.cats ?? [];
  post.cats = before.filter(({ id }) => id !== cat.id);
  try {
    await catCalls(api).untag(cat.id, post.id);
    showToast(m.untag_done({ name: cat.name }));
  } catch (problem) {
    // It is off already: somebody else of its people was quicker.
    if (problem instanceof ApiProblem && problem.status === 404) return;
    post.cats = before;
    showToast(m.untag_failed({ name: asObject(cat.name) }), {
      action: { label: m.again(), run: () => void untag(post, cat) },
    });
  }
}
