import { createMaru } from "../app.ts";
import type { Config } from "../config.ts";
import { openDatabase } from "./database.ts";

/** `maru rebuild CONSUMER`: makes derived data anew from the source tables, while the site runs or not. */
export async function rebuild(config: Config, args: string[]): Promise<number> {
  const [consumer = ""] = args;
  const database = await openDatabase(config, { beside: true });
  try {
    const maru = await createMaru({ ...config, logLevel: "warn" }, database.url);
    try {
      const began = Date.now();
      await maru.rebuild(consumer);
      console.log(`${consumer} is rebuilt, in ${((Date.now() - began) / 1000).toFixed(1)} s.`);
    } finally {
      await maru.stop();
    }
    return 0;
  } finally {
    await database.close();
  }
}
