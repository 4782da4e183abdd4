import type { SubmitFunction } from "$app/forms";
import { tick } from "svelte";

type Options = {
  /** A redirect loads the whole page: who is signed in, the language and the theme are in its HTML. */
  reload?: boolean;
  done?: () => void;
};

/** Sends a form without leaving the page: `busy` meanwhile, and the focus in the first field that was refused. */
export function createSubmit({ reload = false, done }: Options = {}) {
  let busy = $state(false);

  const send: SubmitFunction = ({ formElement }) => {
    busy = true;
    return async ({ result, update }) => {
      if (reload && result.type === "redirect") {
        location.assign(result.location);
        return;
      }
      await update({ reset: false, navigate: false });
      busy = false;
      if (result.type === "success") done?.();
      if (result.type !== "failure") return;
      await tick();
      formElement.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    };
  };

  return {
    get busy() {
      return busy;
    },
    send,
  };
}
