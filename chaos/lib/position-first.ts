import { readFileSync } from "node:fs";
import { join } from "node:path";
import { registerHooks } from "node:module";
import { isMainThread } from "node:worker_threads";

const place = "apps/server/src/platform/events/step.ts";
const right = "await consumer.handle(tx, mine);";
const wrong = `await movePositions(tx, [consumer.name], placeOf(last));
        await commitAtOnce\`commit\`.execute(tx);
        await commitAtOnce\`begin\`.execute(tx);
        ${right}`;

/**
 * The consumers' step, broken on purpose: the position is committed, and then the effect is made, so that whoever is killed between the two loses
 * events. Throws when the place that it breaks is no longer there.
 */
export function storePositionFirst(source: string): string {
  const parts = source.split(right);
  if (parts.length !== 2)
    throw new Error(
      `chaos/lib/position-first.ts breaks "${right}" in ${place}, which must be there once and is there ${parts.length - 1} times.`,
    );
  return `import { sql as commitAtOnce } from "kysely"; ${parts.join(wrong)}`;
}

/** Throws when the build can no longer be broken. */
export function tryToBreak(root: string): void {
  storePositionFirst(readFileSync(join(root, place), "utf8"));
}

/** Loaded into the program with `--import`: nothing that is shipped knows of it. */
export function breakThisProcess(): void {
  if (!isMainThread) return;
  registerHooks({
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context);
      if (!url.endsWith(`/${place}`)) return loaded;
      return { ...loaded, source: storePositionFirst(readFileSync(new URL(url), "utf8")) };
    },
  });
}
