import { fork } from "node:child_process";
import { join } from "node:path";
import type { MediaLibrary } from "../platform/media/media.ts";
import type { DrawingKey } from "./drawings.ts";
import type { Rendered } from "./render.ts";

/** A picture as `MediaLibrary.keep` takes it. */
export type DrawnPicture = Parameters<MediaLibrary["keep"]>[3];

const extensions = { "image/webp": "webp", "image/jpeg": "jpg" } as const;

/** Draws pictures and puts their files into the store; drawing one again changes nothing. */
export async function drawPictures(
  keys: DrawingKey[],
  store: MediaLibrary["store"],
): Promise<Map<DrawingKey, DrawnPicture>> {
  const pictures = new Map<DrawingKey, DrawnPicture>();
  const storing: Promise<void>[] = [];
  const worker = fork(join(import.meta.dirname, "draw-worker.ts"), {
    serialization: "advanced",
    env: {},
    execArgv: [],
  });
  const ended = new Promise<void>((resolve, reject) => {
    worker.once("error", reject);
    worker.once("exit", (code) =>
      code === 0 ? resolve() : reject(new Error("The demo's pictures could not be drawn.")),
    );
  });
  worker.on("message", ({ key, hash, placeholder, files }: Rendered & { key: DrawingKey }) => {
    const nameOf = (file: Rendered["files"][number]) => `${hash}-${file.width}.${extensions[file.type]}`;
    const { width, height } = files.at(-1)!;
    const variants = files.map((file) => ({
      url: `/media/${nameOf(file)}`,
      width: file.width,
      height: file.height,
      type: file.type,
    }));
    const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
    pictures.set(key, { hash, width, height, bytes, placeholder, variants });
    storing.push(...files.map((file) => store.put(nameOf(file), file.bytes)));
  });
  worker.send(keys);
  try {
    await ended;
  } finally {
    worker.kill("SIGKILL");
    await Promise.allSettled(storing);
  }
  await Promise.all(storing);
  return pictures;
}
