import { prepare } from "./bootstrap/prepare.mjs";
import { runMaru } from "./bootstrap/run-maru.mjs";
import { main } from "./bootstrap/say.mjs";

/** `npm start`: installs, builds what changed, and runs Maru. */
await main(async () => {
  const node = await prepare({ web: true });
  return runMaru(node, ["start", ...process.argv.slice(2)]);
});
