/**
 * A browser may keep a page as it stood and show it again when somebody presses "back", even after the view was closed.
 * What is marked `data-private-view` is hidden when its page is left, and asked for anew when it comes back.
 */
export function leaveNoTrace(): void {
  const views = document.querySelectorAll<HTMLElement>("[data-private-view]");
  if (views.length === 0) return;
  window.addEventListener("pagehide", () => {
    for (const view of views) view.hidden = true;
  });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
}
