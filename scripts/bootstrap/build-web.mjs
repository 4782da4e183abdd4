import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { runChild } from "./child.mjs";
import { fingerprint } from "./fingerprint.mjs";
import { npm } from "./npm.mjs";
import { withProjectNode } from "./project-node.mjs";
import { Refusal, root, Stopped, withStatus } from "./say.mjs";

const web = path.join(root, "apps/web");
const stampFile = path.join(web, "build/.made-from");

/** Whether the built pages are those of the present sources; `stamp` is what they would be made from. */
export async function webBuildState() {
  const [stamp, madeFrom] = await Promise.all([
    fingerprint(
      [web, path.join(root, "packages/api-client"), path.join(root, "package-lock.json")],
      isNoSource,
    ),
    readFile(stampFile, "utf8").catch(() => ""),
  ]);
  return { stamp, current: madeFrom === stamp };
}

/** What the build makes, and what only tests use. @param {string} place Relative to the folder it is in. */
function isNoSource(place) {
  return noSources.has(place.replaceAll(path.sep, "/")) || place.endsWith(".test.ts");
}

const noSources = new Set([
  "node_modules",
  "build",
  ".svelte-kit",
  "src/lib/paraglide",
  "src/lib/styles/generated",
  "project.inlang/cache",
  "project.inlang/.lix",
  "project.inlang/.meta.json",
  "project.inlang/.gitignore",
  "project.inlang/README.md",
  "e2e",
  "test",
  "test-results",
]);

/**
 * Builds the pages. The stamp lies inside the result, so that half a build is never taken for a whole one.
 * @param {string} node
 * @param {string} stamp
 */
export async function buildWeb(node, stamp) {
  const { command, args } = npm();
  const build = [...args, "run", "--silent", "build", "--workspace=apps/web"];
  const env = { ...withProjectNode(node), NODE_ENV: "production" };
  await withStatus("Building the pages", async () => {
    const { code, told, output } = await runChild(command, build, { cwd: root, env, captured: true });
    if (told) throw new Stopped(told);
    if (code !== 0) {
      const tail = output.trim().split("\n").slice(-40).join("\n");
      throw new Refusal(`The pages could not be built:\n${tail}`);
    }
  });
  await writeFile(stampFile, stamp);
}
