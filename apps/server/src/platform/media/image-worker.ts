import { setPriority } from "node:os";
import sharp from "sharp";
import { encodeImage } from "./image-encode.ts";
import type { ImageAnswer, ImageJob } from "./image-processor.ts";

/** The program that decodes what strangers send: apart from everything else, so that it can be killed at any moment. */

const maxResidentBytes = 1024 * 1024 * 1024;

sharp.cache(false);
sharp.concurrency(2);
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: [
    "VipsForeignLoadJpeg",
    "VipsForeignLoadPng",
    "VipsForeignLoadWebp",
    "VipsForeignLoadNsgif",
    "VipsForeignLoadHeif",
  ],
});
try {
  // Answering requests goes before making pictures.
  setPriority(10);
} catch {
  // Not everywhere allowed, and only a courtesy.
}
// What the image library takes is no JavaScript memory: no option of Node bounds it.
setInterval(() => {
  if (process.memoryUsage.rss() > maxResidentBytes) process.kill(process.pid, "SIGKILL");
}, 50);

process.on("disconnect", () => process.kill(process.pid, "SIGKILL"));
process.on("message", async ({ path, crop }: ImageJob) => {
  const answer: ImageAnswer = await encodeImage(path, crop).catch((error: Error) => ({
    error: error.message,
  }));
  process.send!(answer);
});
process.send!("ready");
