import { api } from "#lib/api/browser.ts";
import { ApiProblem, problemMessage } from "#lib/api/problem.ts";
import { m } from "#lib/paraglide/messages.js";
import { asObject } from "#lib/spaces/topics.ts";
import { stackCalls } from "./calls.ts";
import { keyOf, withNames } from "./names.ts";

/** What the API takes, in characters. */
const mostText = 512_000;

const refusals: Record<string, (file: string) => string> = {
  "unknown-manifest": () => m.stack_from_file_unknown(),
  "unreadable-manifest": (file) => m.stack_from_file_unreadable({ file: asObject(file) }),
};

type Filled = { text: string; wrong?: boolean; added?: string[] };

/** Fills a stack from a file of dependencies. What was there stays; what came can be taken back. */
export function createFill(stack: { names: string[] }) {
  let said = $state.raw<Filled>();
  let reading = $state("");

  async function read(file: string, text: string) {
    if (text.length > mostText) {
      said = { text: m.stack_from_file_large({ file }), wrong: true };
      return;
    }
    reading = file;
    said = undefined;
    try {
      const found = (await stackCalls(api).fromManifest(file, text)).stack.map(({ name }) => name);
      const before = new Set(stack.names.map(keyOf));
      const fresh = found.filter((name) => !before.has(keyOf(name)));
      stack.names = withNames(stack.names, fresh);
      const kept = new Set(stack.names);
      const added = fresh.filter((name) => kept.has(name));
      const cut = fresh.length - added.length;
      const words =
        added.length > 0
          ? m.stack_from_file_added({ file, names: asObject(added.join(", ")) })
          : m.stack_from_file_nothing({ file });
      said = { text: cut > 0 ? `${words} ${m.stack_from_file_cut({ count: cut })}` : words, added };
    } catch (problem) {
      const slug = problem instanceof ApiProblem ? problem.slug : "";
      said = { text: refusals[slug]?.(file) ?? problemMessage(problem), wrong: true };
    } finally {
      reading = "";
    }
  }

  function undo() {
    const gone = new Set(said?.added);
    stack.names = stack.names.filter((name) => !gone.has(name));
    said = undefined;
  }

  return {
    get said() {
      return said;
    },
    get reading() {
      return reading;
    },
    read,
    readFile: async (file: File) => read(file.name, file.size > mostText * 4 ? "" : await file.text()),
    refuse: () => (said = { text: m.stack_from_file_unknown(), wrong: true }),
    undo,
  };
}

export type Fill = ReturnType<typeof createFill>;
