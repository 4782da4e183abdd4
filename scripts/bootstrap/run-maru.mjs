import path from "node:path";
import { pathToFileURL } from "node:url";
import { runChild } from "./child.mjs";
import { withProjectNode } from "./project-node.mjs";
import { root, Stopped } from "./say.mjs";

/**
 * Runs the program in the foreground, and ends as it ends.
 * @param {string} node
 * @param {string[]} args
 */
export async function runMaru(node, args) {
  const ownFolder = path.join(root, "scripts/bootstrap");
  const watch = pathToFileURL(path.join(ownFolder, "stop-with-parent.mjs")).href;
  // Under npm, this process is one link of a chain that must end together.
  if (process.env["npm_lifecycle_event"]) await import(watch);

  const program = path.join(root, "apps/server/src/cli/main.ts");
  const { code, killedBy } = await runChild(node, ["--import", watch, program, ...args], {
    // What was compiled is kept for the next start, which is faster for it and 15 MB smaller.
    env: {
      ...withProjectNode(node),
      NODE_COMPILE_CACHE: path.join(root, "node_modules/.cache/maru-compiled"),
    },
  });
  if (killedBy) throw new Stopped(killedBy);
  return code;
}
