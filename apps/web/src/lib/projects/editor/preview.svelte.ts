import { api } from "#lib/api/browser.ts";
import { ApiProblem } from "#lib/api/problem.ts";
import { editorCalls } from "./calls.ts";

const pause = 300;

/** The text as it will be shown, asked for when typing rests. Answers that came too late are dropped; the last one stays while a new one comes. */
export function createPreview() {
  let html = $state("");
  let failed = $state(false);
  let asking = $state(false);
  let shown: string | undefined;
  let turn = 0;
  let timer: ReturnType<typeof setTimeout>;

  function show(text: string) {
    clearTimeout(timer);
    const wanted = text.trim();
    if (wanted === shown) return;
    const mine = ++turn;
    timer = setTimeout(() => void load(wanted, mine), shown === undefined ? 0 : pause);
  }

  async function load(text: string, mine: number) {
    asking = true;
    try {
      const answer = text ? await editorCalls(api).preview(text) : { html: "" };
      if (mine !== turn) return;
      [html, failed, shown] = [answer.html, false, text];
    } catch (problem) {
      if (mine !== turn) return;
      failed = true;
      const wait = problem instanceof ApiProblem && problem.retryAfter;
      if (wait) timer = setTimeout(() => void load(text, mine), wait * 1000);
    } finally {
      if (mine === turn) asking = false;
    }
  }

  return {
    get html() {
      return html;
    },
    get failed() {
      return failed;
    },
    get asking() {
      return asking;
    },
    show,
    again: (text: string) => void load(text.trim(), ++turn),
    close: () => clearTimeout(timer),
  };
}
