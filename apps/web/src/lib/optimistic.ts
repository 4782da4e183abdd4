import { ApiProblem, problemMessage } from "#lib/api/problem.ts";
import { m } from "#lib/paraglide/messages.js";
import { showToast } from "#lib/ui/toasts.svelte.ts";

type Toggle = {
  read: () => boolean;
  show: (on: boolean) => void;
  send: (on: boolean) => Promise<unknown>;
  failure: () => string;
};

/**
 * A switch that changes at once and is sent afterwards. Pressed again while a call is under way, only the last wish
 * is sent; refused, it turns back and offers another try.
 */
export function createToggle({ read, show, send, failure }: Toggle) {
  let sending = false;

  async function press() {
    show(!read());
    if (sending) return;
    sending = true;
    let settled = !read();
    try {
      while (read() !== settled) {
        const wish = read();
        await send(wish);
        settled = wish;
      }
    } catch (problem) {
      show(settled);
      const limited = problem instanceof ApiProblem && problem.status === 429;
      showToast(limited ? problemMessage(problem) : failure(), {
        action: { label: m.again(), run: () => void press() },
      });
    } finally {
      sending = false;
    }
  }

  return { press };
}
