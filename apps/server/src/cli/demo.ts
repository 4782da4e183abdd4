import { parseArgs } from "node:util";
import { SingleBar } from "cli-progress";
import { createMaru } from "../app.ts";
import type { Config } from "../config.ts";
import { largeDemoPassword, loadLargeDemo } from "../demo/large-demo.ts";
import { openDatabase } from "./database.ts";

const most = 10_000_000;

/** `maru demo --people N --follows N --posts N`: fills an empty database with a large data set. */
export async function demo(config: Config, args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { people: { type: "string" }, follows: { type: "string" }, posts: { type: "string" } },
  });
  const size = {
    people: count("people", values.people ?? "1000"),
    follows: count("follows", values.follows ?? "30000"),
    posts: count("posts", values.posts ?? "10000"),
  };
  const database = await openDatabase(config);
  try {
    const maru = await createMaru({ ...config, logLevel: "warn" }, database.url);
    const bar = new SingleBar({
      format: "{bar} {percentage}% {step} {duration_formatted}",
      hideCursor: true,
      noTTYOutput: true,
    });
    const began = Date.now();
    try {
      bar.start(1, 0, { step: "" });
      await loadLargeDemo(maru.platform.pool, size, (done, total, step) => {
        bar.setTotal(total);
        bar.update(done, { step });
      });
      bar.update({ step: "counters, notifications and search" });
      const search = ["search-names", config.searchUrl === undefined ? "search" : "search-opensearch"];
      const consumers = ["people-counters", "post-counters", "notifications", ...search];
      for (const consumer of consumers) await maru.rebuild(consumer);
      await maru.platform.pool.query("analyze account_stats, author_stats, post_stats, tag_stats");
    } finally {
      bar.stop();
      await maru.stop();
    }
    console.log(
      `${size.people} people, ${size.follows} follows and ${size.posts} posts in ${Math.round((Date.now() - began) / 1000)} s.\n` +
        `Everyone's password is "${largeDemoPassword}"; for example the handle maru_14.`,
    );
    return 0;
  } finally {
    await database.close();
  }
}

function count(name: string, text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < 1 || number > most)
    throw new Error(`--${name} takes a whole number from 1 to ${most}.`);
  return number;
}
