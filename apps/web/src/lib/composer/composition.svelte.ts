import { api } from "#lib/api/browser.ts";
import { problemMessage } from "#lib/api/problem.ts";
import type { Media, Post, Visibility } from "#lib/api/types.ts";
import { m } from "#lib/paraglide/messages.js";
import { dropDraft, readDraft, writeDraft } from "./draft.ts";
import { createPhotos } from "./photos.svelte.ts";

export const textLimit = 5000;

/** What is being written: a new post, a comment to one, or a change of one. */
export type Writing =
  | { kind: "post"; text?: string }
  | { kind: "comment"; parent: Post }
  | { kind: "edit"; post: Post };

function draftKey(writing: Writing, myId: string) {
  if (writing.kind === "comment") return `${myId}:comment:${writing.parent.id}`;
  return writing.kind === "edit" ? `${myId}:edit:${writing.post.id}` : `${myId}:post`;
}

/** A text with its photos on the way to becoming a post; kept on this device until it is one. */
export function createComposition(writing: Writing, myId: string) {
  const key = draftKey(writing, myId);
  const photos = createPhotos();
  const initial =
    writing.kind === "edit" ? writing.post.text : (writing.kind === "post" && writing.text) || "";
  let text = $state(initial);
  let visibility = $state<Visibility>(writing.kind === "edit" ? writing.post.visibility : "public");
  let saved = $state(false);
  let sending = $state(false);
  let problem = $state("");
  let attempt = { of: "", key: "" };

  const length = $derived([...text].length);
  const empty = $derived(!text.trim() && photos.list.length === 0);

  /** Why it cannot be sent now; empty when it can. */
  const obstacle = $derived.by(() => {
    if (empty) return m.compose_empty();
    if (length > textLimit) return m.compose_too_long({ count: length - textLimit });
    return photos.ready ? "" : m.compose_waiting();
  });

  function restore() {
    const draft = readDraft(key);
    if (draft) {
      // What was typed before the page came alive is newer than the draft.
      if (text === initial) text = draft.text;
      visibility = draft.visibility;
      photos.restore(draft.photos);
      saved = true;
    } else if (writing.kind === "edit")
      photos.restore(writing.post.media.map((media) => ({ media, alt: media.alt })));
  }

  function keep() {
    const uploaded = photos.list.filter((photo): photo is typeof photo & { media: Media } => !!photo.media);
    saved = writeDraft(key, {
      text,
      visibility,
      photos: uploaded.map(({ media, alt }) => ({ media: $state.snapshot(media) as Media, alt })),
    });
  }

  /** The same content is sent under the same key: a press after a lost answer posts nothing twice. */
  function attemptKey(body: object) {
    const of = JSON.stringify(body);
    if (attempt.of !== of) attempt = { of, key: `${Date.now()}-${Math.random().toString(36).slice(2)}` };
    return attempt.key;
  }

  async function send(): Promise<Post | undefined> {
    if (sending || obstacle) return undefined;
    sending = true;
    problem = "";
    try {
      await photos.saveDescriptions();
      const body = { text, visibility, mediaIds: photos.list.flatMap((photo) => photo.media?.id ?? []) };
      const post = await deliver(body);
      dropDraft(key);
      text = "";
      photos.clear();
      saved = false;
      return post;
    } catch (refusal) {
      problem = `${m.compose_failed()} ${problemMessage(refusal)}`;
      return undefined;
    } finally {
      sending = false;
    }
  }

  function deliver(body: { text: string; visibility: Visibility; mediaIds: string[] }) {
    if (writing.kind === "edit") return api.patch("/posts/{id}", { id: writing.post.id, ...body });
    const { visibility: _, ...comment } = body;
    if (writing.kind === "comment")
      return api.post("/posts/{id}/comments", { id: writing.parent.id, ...comment }, attemptKey(comment));
    return api.post("/posts", body, attemptKey(body));
  }

  return {
    photos,
    get text() {
      return text;
    },
    set text(value) {
      text = value;
    },
    get visibility() {
      return visibility;
    },
    set visibility(value) {
      visibility = value;
    },
    get saved() {
      return saved && !empty;
    },
    get sending() {
      return sending;
    },
    get problem() {
      return problem;
    },
    get length() {
      return length;
    },
    get obstacle() {
      return obstacle;
    },
    restore,
    keep,
    send,
  };
}

export type Composition = ReturnType<typeof createComposition>;
