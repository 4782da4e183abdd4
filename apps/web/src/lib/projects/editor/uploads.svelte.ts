import { problemMessage } from "#lib/api/problem.ts";
import { uploadPhoto } from "#lib/composer/upload.ts";
import { m } from "#lib/paraglide/messages.js";
import { asObject } from "#lib/spaces/topics.ts";
import { showToast } from "#lib/ui/toasts.svelte.ts";

export type Upload = {
  key: number;
  name: string;
  preview: string;
  progress: number;
  problem?: string | undefined;
};

/** Where in the text a photo goes. */
type Place = {
  /** Puts down the marks of photos that are on their way, one after the other. */
  mark(keys: number[], at?: number): void;
  finish(key: number, markdown: string): void;
  unmark(key: number): void;
};

/** Names that cameras and clipboards give say nothing about the picture. */
const meaningless =
  /^(?:image|photo|screenshot|screen shot|스크린샷|화면|img|dsc|pxl|clipboard|untitled)?[\s._\d()-]*$|^(?:img|dsc|pxl|screenshot|screen shot|스크린샷|화면 캡처)[\s_-]/i;

function descriptionOf(file: File) {
  const stem = file.name.replace(/\.\w+$/, "");
  return meaningless.test(stem) ? "" : stem.replace(/[_-]+/g, " ").trim();
}

const escaped = (alt: string) => alt.replace(/[[\]\\]/g, "\\$&");

let nextKey = 1;

/** Photos of a text: each is sent as soon as it is put into it, and its mark becomes the photo. */
export function createUploads(place: Place) {
  let list = $state<Upload[]>([]);
  let told = $state("");
  const parts = new Map<number, { file: File; sending?: AbortController }>();
  const find = (key: number) => list.find((upload) => upload.key === key);

  function add(files: Iterable<File>, at?: number) {
    const all = [...files];
    const pictures = all.filter((file) => file.type.startsWith("image/"));
    if (pictures.length < all.length) showToast(m.problem_photo_kind());
    const keys = pictures.map((file) => {
      const key = nextKey++;
      parts.set(key, { file });
      const name = /^image\.\w+$/.test(file.name) ? m.project_editor_pasted() : file.name;
      list.push({ key, name, preview: URL.createObjectURL(file), progress: 0 });
      return key;
    });
    if (keys.length > 0) place.mark(keys, at);
    for (const key of keys) void send(key);
  }

  async function send(key: number) {
    const upload = find(key);
    const part = parts.get(key);
    if (!upload || !part) return;
    part.sending = new AbortController();
    Object.assign(upload, { progress: 0, problem: undefined });
    try {
      const alt = descriptionOf(part.file);
      const tell = (share: number) => (upload.progress = share);
      const media = await uploadPhoto(part.file, alt, tell, part.sending.signal);
      forget(key);
      place.finish(key, `![${escaped(alt)}](${media.url})`);
      told = m.project_editor_upload_done({ name: asObject(upload.name) });
    } catch (problem) {
      upload.problem = problemMessage(problem);
    }
  }

  function forget(key: number) {
    const upload = find(key);
    if (upload) URL.revokeObjectURL(upload.preview);
    parts.delete(key);
    list = list.filter((one) => one.key !== key);
  }

  /** Taken back by hand, or because its mark was deleted from the text. */
  function cancel(key: number) {
    parts.get(key)?.sending?.abort();
    forget(key);
    place.unmark(key);
  }

  function clear() {
    for (const { key } of list) parts.get(key)?.sending?.abort();
  }

  return {
    get list() {
      return list;
    },
    get told() {
      return told;
    },
    add,
    cancel,
    retry: send,
    clear,
  };
}

export type Uploads = ReturnType<typeof createUploads>;
