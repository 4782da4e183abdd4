import { tick } from "svelte";
import type { Failure } from "#lib/account/failure.ts";
import { api } from "#lib/api/browser.ts";
import { ApiProblem, problemMessage } from "#lib/api/problem.ts";
import type { Media } from "#lib/api/types.ts";
import { createPhotos } from "#lib/composer/photos.svelte.ts";
import { m } from "#lib/paraglide/messages.js";
import { editorCalls, type ProjectBody, type ProjectPost } from "./calls.ts";
import { bodyOf, type Draft, draftOf, emptyDraft } from "./draft.ts";
import { checkDraft } from "./faults.ts";
import { createKeeper, type Kept } from "./kept.ts";
import { withoutMarks } from "./placeholder.ts";

type Start = {
  /** The project that is changed; none for a new one. */
  post: ProjectPost | null;
  myId: string;
  /** What a form without JavaScript brought back. */
  draft?: Draft | null | undefined;
  failure?: Failure | null | undefined;
  /** Names the first attempt, as the form without JavaScript does. */
  attempt?: string | undefined;
};

const own = (media: Media[]) => media.map((one) => ({ media: one, alt: one.alt }));

/** A project on the way to being published or changed; kept on this device until it is. */
export function createWriting({ post, myId, draft: brought, failure: said, attempt: first }: Start) {
  const keeper = createKeeper(`${myId}:project:${post?.id ?? "new"}`);
  const photos = createPhotos();
  const initial = post ? draftOf(post) : emptyDraft;
  const published = post ? own(post.media) : [];
  const of = post?.editedAt ?? null;
  let draft = $state<Draft>({ ...(brought ?? initial) });
  let other = $state.raw<Kept>();
  let savedAt = $state<number>();
  let unsaved = $state(false);
  let restored = $state<"" | "same" | "changed">("");
  let sending = $state(false);
  let done = false;
  let failure = $state.raw<Failure | undefined>(said ?? undefined);
  let signedOut = $state(false);
  let attempt = { of: "", key: first ?? "" };

  const snapshot = () => {
    const uploaded = photos.list.flatMap(({ media, alt }) => (media ? [{ media, alt }] : []));
    return {
      draft: { ...$state.snapshot(draft), text: withoutMarks(draft.text) },
      photos: $state.snapshot(uploaded) as Kept["photos"],
      of,
    };
  };

  const contentOf = ({ draft, photos }: Pick<Kept, "draft" | "photos">) =>
    JSON.stringify([draft, photos.map(({ media, alt }) => [media.id, alt])]);
  const untouched = contentOf({ draft: initial, photos: published });
  let lastKept = "";

  function put(kept: Pick<Kept, "draft" | "photos">) {
    draft = { ...initial, ...kept.draft };
    photos.clear();
    photos.restore(kept.photos);
  }

  function restore() {
    const found = keeper.read();
    other = found.other;
    // What was typed before the page came alive, or came back from a refusal, is newer than the draft.
    const typed = contentOf({ draft: $state.snapshot(draft), photos: published }) !== untouched;
    if (found.kept && !typed) {
      put(found.kept);
      savedAt = found.kept.at;
      restored = post && found.kept.of !== of ? "changed" : "same";
    } else {
      photos.restore(published);
      if (found.kept) other = found.kept;
    }
    lastKept = contentOf(snapshot());
  }

  function keep() {
    if (done) return;
    const now = snapshot();
    const content = contentOf(now);
    if (content === lastKept) return;
    lastKept = content;
    if (content === untouched && !other) {
      keeper.drop();
      [savedAt, unsaved] = [undefined, false];
      return;
    }
    const { kept, other: theirs } = keeper.write(now);
    if (theirs) other = theirs;
    unsaved = !kept;
    savedAt = kept?.at;
  }

  /** Takes the text of the other tab; the one that was here stays beside it. */
  function swap() {
    if (!other) return;
    const mine: Kept = { ...snapshot(), at: savedAt ?? Date.now(), by: "" };
    const theirs = other;
    put(theirs);
    other = contentOf(mine) === untouched ? undefined : mine;
    savedAt = keeper.settle(theirs, other)?.at;
    lastKept = contentOf(theirs);
  }

  function keepOnlyThis() {
    other = undefined;
    savedAt = keeper.settle(snapshot())?.at;
  }

  function discard() {
    keeper.drop();
    put({ draft: initial, photos: published });
    lastKept = untouched;
    [savedAt, restored, failure] = [undefined, "", undefined];
  }

  /** The same content is sent under the same key: a press after a lost answer publishes nothing twice. */
  function attemptKey(body: ProjectBody) {
    const of = JSON.stringify(body);
    if (attempt.of !== of)
      attempt = {
        of,
        key:
          attempt.of === "" && attempt.key
            ? attempt.key
            : `${Date.now()}-${Math.random().toString(36).slice(2)}`,
      };
    return attempt.key;
  }

  function deliver(body: ProjectBody) {
    const calls = editorCalls(api);
    return post ? calls.change(post.id, body) : calls.create(body, attemptKey(body));
  }

  /** Answers the id of the project, or nothing where it was refused; why stands beside the fields. */
  async function send(waiting: boolean): Promise<string | undefined> {
    if (sending) return undefined;
    [failure, signedOut] = [undefined, false];
    await tick();
    keep();
    const errors = checkDraft(draft);
    if (errors.length > 0) failure = { errors };
    else if (waiting || !photos.ready) failure = { message: m.project_editor_photos_waiting() };
    if (failure) return undefined;
    sending = true;
    try {
      await photos.saveDescriptions();
      const mediaIds = photos.list.flatMap(({ media }) => media?.id ?? []);
      const { id } = await deliver({ ...bodyOf($state.snapshot(draft)), mediaIds });
      done = true;
      keeper.drop();
      return id;
    } catch (problem) {
      const refusal = problem instanceof ApiProblem ? problem : undefined;
      signedOut = refusal?.status === 401;
      failure = {
        message: `${m.project_editor_failed()} ${problemMessage(problem)}`,
        ...(refusal && { slug: refusal.slug, errors: refusal.errors }),
      };
      return undefined;
    } finally {
      sending = false;
    }
  }

  return {
    photos,
    get draft() {
      return draft;
    },
    get names() {
      return draft.stack;
    },
    set names(names) {
      draft.stack = names;
    },
    get other() {
      return other;
    },
    get savedAt() {
      return savedAt;
    },
    get unsaved() {
      return unsaved;
    },
    get restored() {
      return restored;
    },
    set restored(value) {
      restored = value;
    },
    get sending() {
      return sending;
    },
    get failure() {
      return failure;
    },
    get signedOut() {
      return signedOut;
    },
    restore,
    keep,
    swap,
    keepOnlyThis,
    discard,
    send,
  };
}

export type ProjectWriting = ReturnType<typeof createWriting>;
