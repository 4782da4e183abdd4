import { api } from "#lib/api/browser.ts";
import { problemMessage } from "#lib/api/problem.ts";
import type { Media } from "#lib/api/types.ts";
import { m } from "#lib/paraglide/messages.js";
import { showToast } from "#lib/ui/toasts.svelte.ts";
import { cropToSquare } from "./crop.ts";
import { uploadPhoto } from "./upload.ts";

export const photoLimit = 10;

export type Photo = {
  key: number;
  preview: string;
  alt: string;
  progress: number;
  media?: Media | undefined;
  problem?: string | undefined;
};

type Parts = { file?: Blob | undefined; upload?: AbortController };

let nextKey = 1;

/** The photos of one post being written: each is sent as soon as it is chosen. */
export function createPhotos() {
  let list = $state<Photo[]>([]);
  const parts = new Map<number, Parts>();
  const find = (key: number) => list.find((photo) => photo.key === key);

  async function send(key: number) {
    const photo = find(key);
    const part = parts.get(key);
    if (!photo || !part?.file) return;
    part.upload?.abort();
    part.upload = new AbortController();
    Object.assign(photo, { progress: 0, problem: undefined, media: undefined });
    try {
      const tell = (share: number) => (photo.progress = share);
      photo.media = await uploadPhoto(part.file, photo.alt, tell, part.upload.signal);
    } catch (problem) {
      photo.problem = problemMessage(problem);
    }
  }

  function add(files: Iterable<File>) {
    const pictures = [...files].filter((file) => file.type.startsWith("image/"));
    const room = photoLimit - list.length;
    if (pictures.length > room) showToast(m.compose_photo_limit());
    for (const file of pictures.slice(0, room)) {
      const key = nextKey++;
      parts.set(key, { file });
      list.push({ key, preview: URL.createObjectURL(file), alt: "", progress: 0 });
      void send(key);
    }
  }

  /** Photos that are on the server already: of a draft, or of the post being changed. */
  function restore(kept: { media: Media; alt: string }[]) {
    for (const { media, alt } of kept) {
      const key = nextKey++;
      parts.set(key, {});
      list.push({ key, preview: media.url, alt, progress: 1, media });
    }
  }

  function remove(key: number) {
    parts.get(key)?.upload?.abort();
    parts.delete(key);
    list = list.filter((photo) => photo.key !== key);
  }

  function move(key: number, to: number) {
    const from = list.findIndex((photo) => photo.key === key);
    const [photo] = list.splice(from, 1);
    if (photo) list.splice(to, 0, photo);
  }

  async function crop(key: number) {
    const photo = find(key);
    const part = parts.get(key);
    if (!photo || !part) return;
    const uncropped = photo.media;
    // A post sent while the picture is still being cut would carry the whole one.
    part.upload?.abort();
    Object.assign(photo, { progress: 0, media: undefined });
    try {
      part.file = await cropToSquare(part.file ?? (await (await fetch(photo.preview)).blob()));
    } catch {
      showToast(m.problem_photo_kind());
      if (!uncropped) return send(key);
      photo.media = uncropped;
      return;
    }
    photo.preview = URL.createObjectURL(part.file);
    await send(key);
  }

  /** Descriptions are often written after the photo is up, so they are sent last. */
  async function saveDescriptions() {
    const changed = list.filter(({ media, alt }) => media && media.alt !== alt);
    await Promise.all(
      changed.map(({ media, alt }) => media && api.patch("/media/{id}", { id: media.id, alt })),
    );
  }

  function clear() {
    for (const { upload } of parts.values()) upload?.abort();
    parts.clear();
    list = [];
  }

  return {
    get list() {
      return list;
    },
    get ready() {
      return list.every((photo) => photo.media);
    },
    add,
    restore,
    remove,
    move,
    crop,
    retry: send,
    saveDescriptions,
    clear,
  };
}

export type Photos = ReturnType<typeof createPhotos>;
