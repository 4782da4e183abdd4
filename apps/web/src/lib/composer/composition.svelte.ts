import { api } from "#lib/api/browser.ts";
import { problemMessage } from "#lib/api/problem.ts";
import type { Instance, Media, Post, Visibility } from "#lib/api/types.ts";
import { m } from "#lib/paraglide/messages.js";
import { type About, aboutOf, idsOf, isAboutGone, listGone } from "#lib/spaces/picking/about.ts";
import { asTheme } from "#lib/spaces/topics.ts";
import { dropDraft, readDraft, writeDraft } from "./draft.ts";
import { createPhotos } from "./photos.svelte.ts";

export const textLimit = 5000;

/** What is being written: a new post, a comment to one, or a change of one. */
export type Writing =
  | { kind: "post"; text?: string; about?: About[] }
  | { kind: "comment"; parent: Post }
  | { kind: "edit"; post: Post };

function draftKey(writing: Writing, myId: string) {
  if (writing.kind === "comment") return `${myId}:comment:${writing.parent.id}`;
  if (writing.kind === "edit") return `${myId}:edit:${writing.post.id}`;
  // What somebody came to write about something does not push away what they were writing before.
  const about = (writing.about ?? []).map(({ space, id }) => `:${space}:${id}`).join("");
  return `${myId}:post${about}`;
}

function startingAbout(writing: Writing): About[] {
  if (writing.kind === "edit") return aboutOf(writing.post);
  return (writing.kind === "post" && writing.about) || [];
}

function goneWords(gone: readonly About[]) {
  const names = gone.map(({ name }) => name).join(", ");
  return gone.length === 1 ? m.pick_gone_one({ name: asTheme(names) }) : m.pick_gone({ names });
}

/** A text with its photos on the way to becoming a post; kept on this device until it is one. */
export function createComposition(writing: Writing, myId: string, site: Pick<Instance, "spaces">) {
  const key = draftKey(writing, myId);
  const photos = createPhotos();
  const initial =
    writing.kind === "edit" ? writing.post.text : (writing.kind === "post" && writing.text) || "";
  let text = $state(initial);
  let visibility = $state<Visibility>(writing.kind === "edit" ? writing.post.visibility : "public");
  let about = $state.raw<About[]>(startingAbout(writing));
  /** Those of them that a post was refused for. */
  let gone = $state.raw<About[]>([]);
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
      about = draft.about ?? about;
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
      about,
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
    gone = [];
    try {
      await photos.saveDescriptions();
      const body = { text, visibility, mediaIds: photos.list.flatMap((photo) => photo.media?.id ?? []) };
      const post = await deliver(body);
      dropDraft(key);
      text = "";
      about = [];
      photos.clear();
      saved = false;
      return post;
    } catch (refusal) {
      if (isAboutGone(refusal)) gone = await listGone(about);
      problem = gone.length > 0 ? goneWords(gone) : `${m.compose_failed()} ${problemMessage(refusal)}`;
      return undefined;
    } finally {
      sending = false;
    }
  }

  function deliver(body: { text: string; visibility: Visibility; mediaIds: string[] }) {
    const ids = idsOf(site, about);
    if (writing.kind === "edit") return api.patch("/posts/{id}", { id: writing.post.id, ...body, ...ids });
    const { visibility: _, ...comment } = body;
    if (writing.kind === "comment")
      return api.post("/posts/{id}/comments", { id: writing.parent.id, ...comment }, attemptKey(comment));
    const post = { ...body, ...ids };
    return api.post("/posts", post, attemptKey(post));
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
    get about() {
      return about;
    },
    set about(value) {
      about = value;
    },
    get gone() {
      return gone;
    },
    get saved() {
      return saved && !(empty && about.length === 0);
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
