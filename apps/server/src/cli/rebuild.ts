import { SingleBar } from "cli-progress";
import { createMaru } from "../app.ts";
import type { Config } from "../config.ts";
import { openDatabase } from "./database.ts";

/** `maru rebuild CONSUMER`: makes derived data anew from the source tables, while the site runs or not. */
export async function rebuild(config: Config, args: string[]): Promise<number> {
  const [asked = ""] = args;
  // The posts lie where the operator has chosen.
  const consumer = asked === "search" && config.searchUrl !== undefined ? "search-opensearch" : asked;
  const database = await openDatabase(config, { beside: true });
  try {
    const maru = await createMaru({ ...config, logLevel: "warn" }, database.url);
    const bar = new SingleBar({
      format: `{bar} {percentage}% ${consumer} {duration_formatted}`,
      hideCursor: true,
      noTTYOutput: true,
    });
    try {
      const began = Date.now();
      let isShown = false;
      // Begun by the first report: what is quick, or unknown, shows none.
      await maru.rebuild(consumer, (share) => {
        if (!isShown) bar.start(1, 0);
        isShown = true;
        bar.update(share);
      });
      bar.stop();
      console.log(`${consumer} is rebuilt, in ${((Date.now() - began) / 1000).toFixed(1)} s.`);
    } finally {
      bar.stop();
      await maru.stop();
    }
    return 0;
  } finally {
    await database.close();
  }
}
