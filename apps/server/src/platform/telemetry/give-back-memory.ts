import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/**
 * Gives back what starting has used and nothing needs any more: 60 to 80 MB of 200. V8 would do so by itself only after some
 * allocation, which an idle site does not make. Takes some tenths of a second, in which nothing else runs.
 */
export function giveBackMemory(): void {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as (how: object) => void;
  collect({ type: "major", execution: "sync", flavor: "last-resort" });
}
