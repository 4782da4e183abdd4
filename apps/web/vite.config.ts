import { paraglideVitePlugin } from "@inlang/paraglide-js";
import adapter from "@sveltejs/adapter-node";
import { sveltekit } from "@sveltejs/kit/vite";
import { defineConfig } from "vite";
import { messagesOptions } from "./build-tools/messages-options.ts";

const api = process.env.MARU_API_ORIGIN ?? "http://127.0.0.1:3000";

/** Folders, and beginnings of messages, that many pages share and most visits do without. */
const apart = ["cats", "chat", "films", "projects", "composer", "spaces[\\\\/](?:picking|pages)"].join("|");
const wordsApart = ["cats?", "chat", "breed", "films?", "project", "stack", "compose", "alt", "pick"].join(
  "|",
);
const shared = new RegExp(
  String.raw`src[\\/]lib[\\/](?!(?:${apart})[\\/]|paraglide[\\/]messages[\\/](?:${wordsApart})_)`,
);

export default defineConfig(({ command }) => ({
  plugins: [
    // The build compiles the messages beforehand: this plugin keeps the process alive for another 30 seconds.
    command === "serve" && paraglideVitePlugin(messagesOptions),
    sveltekit({
      adapter: adapter({ precompress: true }),
      // Root-relative asset addresses: the same on the server and after hydration.
      paths: { relative: false },
      // All of a page's CSS is 10 KB packed: inside the page, nothing has to be waited for before it is drawn.
      inlineStyleThreshold: 20_000,
      // hooks.server.ts checks the origin itself: one build serves any host name, over http and https.
      csrf: { trustedOrigins: ["*"] },
      csp: {
        mode: "nonce",
        directives: {
          "default-src": ["self"],
          "script-src": ["self"],
          "style-src": ["self"],
          // Measured sizes, colours and progress are style attributes.
          "style-src-attr": ["unsafe-inline"],
          // Posters that the site has no copy of are shown from where the catalogue has them.
          "img-src": ["self", "data:", "blob:", "https://image.tmdb.org"],
          "connect-src": ["self", "ws:", "wss:"],
          "object-src": ["none"],
          "base-uri": ["self"],
          "form-action": ["self"],
          "frame-ancestors": ["none"],
        },
      },
    }),
  ],
  build: { assetsInlineLimit: 0 },
  environments: {
    client: {
      build: {
        rolldownOptions: {
          output: {
            // What every page needs, in few files: dozens of small ones cost more in headers than they save. What the pages
            // of a space share is not for every page.
            codeSplitting: {
              groups: [{ name: "parts", test: shared, minShareCount: 3 }],
            },
          },
        },
      },
    },
  },
  server: { proxy: { "/api": api, "/media": api, "/socket": { target: api, ws: true } } },
}));
