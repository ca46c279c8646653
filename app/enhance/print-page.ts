/** Shows `button[data-print]`, which without a script could do nothing, and lets it print the page. */
export function offerPrint(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
}
