import { ApiProblem, problemMessage } from "#lib/api/problem.ts";
import { m } from "#lib/paraglide/messages.js";
import { showToast } from "#lib/ui/toasts.svelte.ts";

type Choice<Value> = {
  read: () => Value;
  show: (value: Value) => void;
  send: (value: Value) => Promise<unknown>;
  failure: () => string;
};

/**
 * A choice that shows at once and is sent afterwards. Changed again while a call is under way, only the last wish is
 * sent; refused, it turns back and offers another try.
 */
export function createChoice<Value>({ read, show, send, failure }: Choice<Value>) {
  let sending = false;

  async function choose(value: Value) {
    let settled = read();
    show(value);
    if (sending) return;
    sending = true;
    try {
      while (read() !== settled) {
        const wish = read();
        await send(wish);
        settled = wish;
      }
    } catch (problem) {
      const wish = read();
      show(settled);
      const limited = problem instanceof ApiProblem && problem.status === 429;
      showToast(limited ? problemMessage(problem) : failure(), {
        action: { label: m.again(), run: () => void choose(wish) },
      });
    } finally {
      sending = false;
    }
  }

  return { choose };
}

/** A choice between on and off. */
export function createToggle(toggle: Choice<boolean>) {
  const { choose } = createChoice(toggle);
  return { press: () => choose(!toggle.read()) };
}
