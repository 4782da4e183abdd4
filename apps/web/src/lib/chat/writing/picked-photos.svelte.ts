import { m } from "#lib/paraglide/messages.js";
import { showToast } from "#lib/ui/toasts.svelte.ts";
import { mostPhotos } from "./writing.ts";

const largest = 20 * 1024 * 1024;

/** The photos that go with the next message. They are sent with it: until then they stay on this device. */
export function createPickedPhotos() {
  let list = $state.raw<{ file: File; preview: string }[]>([]);

  function add(files: Iterable<File>) {
    const pictures = [...files].filter(({ type }) => type.startsWith("image/"));
    const fitting = pictures.filter(({ size }) => size <= largest);
    if (fitting.length < pictures.length) showToast(m.problem_photo_too_large());
    const room = mostPhotos - list.length;
    if (fitting.length > room) showToast(m.chat_photo_limit({ count: mostPhotos }));
    list = [...list, ...fitting.slice(0, room).map((file) => ({ file, preview: URL.createObjectURL(file) }))];
    return pictures.length > 0;
  }

  function remove(preview: string) {
    URL.revokeObjectURL(preview);
    list = list.filter((photo) => photo.preview !== preview);
  }

  /** Hands them over and has none any more. */
  function take() {
    const files = list.map(({ file }) => file);
    for (const { preview } of list) URL.revokeObjectURL(preview);
    list = [];
    return files;
  }

  return {
    get list() {
      return list;
    },
    add,
    remove,
    take,
  };
}

export type PickedPhotos = ReturnType<typeof createPickedPhotos>;
