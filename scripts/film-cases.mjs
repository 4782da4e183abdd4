import path from "node:path";
import { prepare } from "./bootstrap/prepare.mjs";
import { runChild } from "./bootstrap/child.mjs";
import { withProjectNode } from "./bootstrap/project-node.mjs";
import { main, root, Stopped } from "./bootstrap/say.mjs";

/** `npm run -s film-cases -- FILE.json`: replays cases in the format of film-cases.json against the engine of the films. */
await main(async () => {
  // npm runs scripts in the root of the checkout; a path is meant from where it was typed.
  const from = process.env["INIT_CWD"] ?? process.cwd();
  const files = process.argv.slice(2).map((file) => path.resolve(from, file));
  const node = await prepare({ web: false });
  const program = path.join(root, "apps/server/test/film-cases/main.ts");
  const { code, killedBy } = await runChild(node, [program, ...files], { env: withProjectNode(node) });
  if (killedBy) throw new Stopped(killedBy);
  return code;
});
