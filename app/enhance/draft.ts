const prefix = "qq-draft:";

/**
 * Keeps what is typed into `form[data-draft]` on this device until the form was sent and taken, so that a lost line or
 * a closed window loses nothing. Fields marked `data-private` are never kept.
 */
export function keepDrafts(): void {
  const taken = document.querySelector<HTMLElement>("[data-draft-taken]")?.dataset.draftTaken;
  if (taken) localStorage.removeItem(prefix + taken);
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-draft]")) keep(form, prefix + form.dataset.draft);
}

function keep(form: HTMLFormElement, key: string): void {
  restore(form, key);
  let timer = 0;
  form.addEventListener("input", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      const values = fields(form).map((field): [string, string] => [field.name, field.value]);
      localStorage.setItem(key, JSON.stringify(values));
      const note = form.querySelector<HTMLElement>("[data-draft-note]");
      if (note) note.hidden = false;
    }, 400);
  });
}

function restore(form: HTMLFormElement, key: string): void {
  try {
    const kept = new Map<string, string>(JSON.parse(localStorage.getItem(key) ?? "[]"));
    for (const field of fields(form)) {
      if (field.value === "" || field instanceof HTMLSelectElement) field.value = kept.get(field.name) ?? field.value;
    }
  } catch {
    localStorage.removeItem(key);
  }
}

function fields(form: HTMLFormElement): (HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement)[] {
  return [...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>("input[name], textarea[name], select[name]")].filter(
    (field) => !("private" in field.dataset) && !["hidden", "file", "password", "checkbox", "radio"].includes(field.type),
  );
}
