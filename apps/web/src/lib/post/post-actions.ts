import { api } from "#lib/api/browser.ts";
import { problemMessage } from "#lib/api/problem.ts";
import type { Post } from "#lib/api/types.ts";
import { m } from "#lib/paraglide/messages.js";
import { showToast } from "#lib/ui/toasts.svelte.ts";
import { postHref } from "./href.ts";
import { removedPosts } from "./removed.ts";

const graceSeconds = 6;

/** Hides the post at once and deletes it six seconds later, or when the page is left, unless it is taken back. */
export function deletePost(post: Post) {
  removedPosts.add(post.id);
  let settled = false;

  const send = async () => {
    if (settled) return;
    settled = true;
    removeEventListener("pagehide", sendLeaving);
    try {
      await api.delete("/posts/{id}", { id: post.id });
    } catch {
      removedPosts.delete(post.id);
      showToast(m.delete_failed(), { action: { label: m.again(), run: () => deletePost(post) } });
    }
  };
  const sendLeaving = () => {
    if (settled) return;
    settled = true;
    void fetch(`/api/v1/posts/${post.id}`, { method: "DELETE", keepalive: true });
  };
  const undo = () => {
    settled = true;
    removeEventListener("pagehide", sendLeaving);
    removedPosts.delete(post.id);
  };

  addEventListener("pagehide", sendLeaving);
  showToast(post.parentId ? m.comment_deleted() : m.post_deleted(), {
    action: { label: m.undo(), run: undo },
    expired: send,
    seconds: graceSeconds,
  });
}

/** Hides one's own post from everyone else, or shows it again. */
export async function setHidden(post: Post, hidden: boolean) {
  if (!post.viewer) return;
  post.viewer.hidden = hidden;
  try {
    await api.set("/posts/{id}/hidden", hidden, { id: post.id });
    showToast(hidden ? m.post_hidden_done() : m.post_shown_done(), {
      action: { label: m.undo(), run: () => void setHidden(post, !hidden) },
    });
  } catch (problem) {
    post.viewer.hidden = !hidden;
    showToast(problemMessage(problem));
  }
}

/** Mutes or blocks the author; their posts leave the page when it is loaded next. */
export async function turnAway(post: Post, how: "mute" | "block") {
  const { displayName: name, handle } = post.author;
  const path = how === "mute" ? "/accounts/{handle}/mute" : "/accounts/{handle}/block";
  try {
    await api.put(path, { handle });
    removedPosts.add(post.id);
    showToast(how === "mute" ? m.muted_done({ name }) : m.blocked_done({ name }), {
      action: {
        label: m.undo(),
        run: () => {
          removedPosts.delete(post.id);
          void api.delete(path, { handle });
        },
      },
    });
  } catch (problem) {
    showToast(problemMessage(problem));
  }
}

/** The device's own sharing where there is one, else the clipboard. */
export async function sharePost(post: Post) {
  const url = new URL(postHref(post), location.origin).href;
  if (matchMedia("(pointer: coarse)").matches && navigator.share) {
    await navigator
      .share({ url, text: post.project?.title ?? post.text.slice(0, 120) })
      .catch(() => undefined);
    return;
  }
  await copyLink(post);
}

export async function copyLink(post: Post) {
  await navigator.clipboard.writeText(new URL(postHref(post), location.origin).href);
  showToast(m.post_copied());
}
