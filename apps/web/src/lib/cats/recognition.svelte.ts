import { api } from "#lib/api/browser.ts";
import { ApiProblem, problemMessage } from "#lib/api/problem.ts";
import { m } from "#lib/paraglide/messages.js";
import { catCalls } from "./calls.ts";
import { photoToLookAt } from "./photo-to-look-at.ts";
import type { Recognition } from "./types.ts";

export function recognitionFault(problem: unknown): string {
  if (!(problem instanceof ApiProblem)) return m.breed_failed();
  if (problem.status === 429) return m.breed_busy({ seconds: problem.retryAfter ?? 10 });
  if (problem.status === 503) return m.breed_away();
  if (problem.status === 422 && problem.slug !== "image-too-large") return m.breed_broken();
  return problemMessage(problem);
}

/** One photo after another is looked at; an answer to one that was put away is forgotten. */
export function createRecognition() {
  let found = $state.raw<Recognition>();
  let fault = $state("");
  let looking = $state(false);
  let turn = 0;

  async function look(photo: Blob | Promise<Blob>) {
    const mine = ++turn;
    [found, fault, looking] = [undefined, "", true];
    try {
      const form = new FormData();
      form.set("file", await photoToLookAt(await photo), "photo.jpg");
      const answer = await catCalls(api).recognize(form);
      if (mine === turn) found = answer;
    } catch (problem) {
      if (mine === turn) fault = recognitionFault(problem);
    } finally {
      if (mine === turn) looking = false;
    }
  }

  function forget() {
    turn++;
    [found, fault, looking] = [undefined, "", false];
  }

  return {
    get found() {
      return found;
    },
    get fault() {
      return fault;
    },
    get looking() {
      return looking;
    },
    look,
    forget,
  };
}
