export type Toast = {
  id: number;
  text: string;
  action?: { label: string; run: () => void } | undefined;
  /** When the toast goes without its action having been pressed. */
  expired?: (() => void) | undefined;
};

type Options = { action?: Toast["action"]; expired?: () => void; seconds?: number };

let toasts = $state<Toast[]>([]);
const timers = new Map<number, ReturnType<typeof setTimeout>>();
let next = 1;

export const shownToasts = () => toasts;

/** Says one short thing at the bottom of the screen, spoken politely, for six seconds unless told otherwise. */
export function showToast(text: string, { action, expired, seconds = 6 }: Options = {}) {
  const id = next++;
  toasts = [...toasts.slice(-2), { id, text, action, expired }];
  timers.set(
    id,
    setTimeout(() => {
      drop(id);
      expired?.();
    }, seconds * 1000),
  );
  return id;
}

export function runToastAction(toast: Toast) {
  drop(toast.id);
  toast.action?.run();
}

function drop(id: number) {
  clearTimeout(timers.get(id));
  timers.delete(id);
  toasts = toasts.filter((toast) => toast.id !== id);
}
