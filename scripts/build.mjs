import { prepare } from "./bootstrap/prepare.mjs";
import { main } from "./bootstrap/say.mjs";

/** `npm run build`: installs and builds what `npm start` would, and starts nothing. */
await main(async () => {
  await prepare({ web: true });
  return 0;
});
