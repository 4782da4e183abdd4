import { availableParallelism } from "node:os";
import sharp from "sharp";
import { draw, type DrawingKey } from "./drawings.ts";
import { render } from "./render.ts";

/** The program that makes the pictures: apart, so that the memory it takes is given back when it ends. */

sharp.cache(false);
sharp.concurrency(1);

// Also when the program that wants them is gone.
process.once("disconnect", () => process.exit());
process.once("message", async (keys: DrawingKey[]) => {
  const work = async () => {
    for (let key = keys.shift(); key; key = keys.shift()) {
      const rendered = await render(draw(key));
      await new Promise<void>((sent) => process.send!({ key, ...rendered }, () => sent()));
    }
  };
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, work));
  process.disconnect();
});
