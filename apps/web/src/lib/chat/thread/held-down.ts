const holdMs = 450;
const slack = 10;

/** Runs when a finger rests on it. The mouse has its own button, and the text can be marked with it. */
export function heldDown(run: () => void) {
  return (element: HTMLElement) => {
    let timer: ReturnType<typeof setTimeout>;
    let x = 0;
    let y = 0;
    let isHeld = false;

    function down(event: PointerEvent) {
      if (event.pointerType === "mouse") return;
      ({ clientX: x, clientY: y } = event);
      isHeld = false;
      timer = setTimeout(() => {
        isHeld = true;
        run();
      }, holdMs);
    }
    function moved(event: PointerEvent) {
      if (Math.hypot(event.clientX - x, event.clientY - y) > slack) clearTimeout(timer);
    }
    const end = () => clearTimeout(timer);
    /** The finger that leaves must not press what it lay on, nor bring up the browser's own menu. */
    function swallow(event: Event) {
      if (!isHeld) return;
      event.preventDefault();
      event.stopPropagation();
    }

    element.addEventListener("pointerdown", down);
    element.addEventListener("pointermove", moved);
    for (const name of ["pointerup", "pointercancel", "pointerleave"]) element.addEventListener(name, end);
    for (const name of ["click", "contextmenu"]) element.addEventListener(name, swallow, { capture: true });
    return end;
  };
}
