import { makeVocabulary, textMaker } from "../lib/zipf-texts.ts";
import { createHttpOnce } from "./http-once.ts";
import { type Listener, openAll, type Page } from "./open-pages.ts";
import type { PagesCommand } from "./pages.ts";
import { storm } from "./storm.ts";
import { talk } from "./talk.ts";

/** A message is shorter than a post. */
const letters = 60;
const make = textMaker(makeVocabulary(), 5);
const texts = Array.from({ length: 1000 }, () => make().text.slice(0, letters));

const silent: Listener = { onMessage() {}, onConnected() {} };
let listener = silent;
const listen = (next: Listener) => void (listener = next);
let pages: Page[] = [];
let http: Parameters<typeof storm>[3];

async function work(command: PagesCommand): Promise<unknown> {
  try {
    switch (command.do) {
      case "open": {
        const begun = performance.now();
        // Whoever reads does not wait for those who send.
        http = { read: createHttpOnce(command.port), send: createHttpOnce(command.port) };
        pages = await openAll(command.port, command.people, () => listener);
        return performance.now() - begun;
      }
      case "talk":
        return await talk(pages, texts, command, listen);
      case "storm":
        return await storm(pages, texts, command, http, listen, () => process.send!("struck"));
    }
  } finally {
    listen(silent);
  }
}

process.on("message", (command) => {
  work(command as PagesCommand).then(
    (report) => process.send!(report),
    (error) => {
      console.error(error);
      process.exit(1);
    },
  );
});
