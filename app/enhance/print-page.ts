/** Shows what is marked `data-print`, which could do nothing without a script; its button prints the page. */
export function offerPrint(): void {
  for (const offer of document.querySelectorAll<HTMLElement>("[data-print]")) {
    offer.hidden = false;
    offer.querySelector("button")?.addEventListener("click", () => window.print());
  }
}
