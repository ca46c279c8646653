/** A second press while a form is on its way does nothing. The server would take it once anyway: this spares the wait. */
export function sendOnce(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[method="post"]')) {
    form.addEventListener("submit", (event) => {
      if (form.dataset.sent) event.preventDefault();
      form.dataset.sent = "yes";
      form.querySelector<HTMLButtonElement>("button[type=submit]")?.setAttribute("aria-disabled", "true");
    });
  }
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll<HTMLFormElement>("form[data-sent]")) {
      delete form.dataset.sent;
      form.querySelector<HTMLButtonElement>("button[type=submit]")?.removeAttribute("aria-disabled");
    }
  });
}
