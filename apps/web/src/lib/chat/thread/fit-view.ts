/** Says in CSS what the keyboard of a phone leaves of the screen: no browser's units know of it everywhere. */
export function fitView(element: HTMLElement) {
  const view = window.visualViewport;
  if (!view) return;
  function fit() {
    // Somebody who has zoomed in moves the view about on purpose.
    if (!view || view.scale > 1.01) return;
    element.style.setProperty("--view-top", `${view.offsetTop}px`);
    element.style.setProperty("--view-height", `${view.height}px`);
  }
  fit();
  view.addEventListener("resize", fit);
  view.addEventListener("scroll", fit);
  return () => {
    view.removeEventListener("resize", fit);
    view.removeEventListener("scroll", fit);
  };
}
