import { prepare } from "./bootstrap/prepare.mjs";
import { runMaru } from "./bootstrap/run-maru.mjs";
import { main } from "./bootstrap/say.mjs";

/** `npm run maru -- <command>`: the command line, installed first where that is needed. */
await main(async () => {
  const args = process.argv.slice(2);
  const node = await prepare({ web: args[0] === "start" });
  return runMaru(node, args);
});
