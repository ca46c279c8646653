const prefix = "qq-draft:";

/**
 * Keeps what is typed into `form[data-draft]` on this device until the form was sent and taken, so that a lost line or
 * a closed window loses nothing. Fields marked `data-private` are never kept. Where the device keeps nothing, nothing
 * happens.
 */
export function keepDrafts(): void {
  const taken = document.querySelector<HTMLElement>("[data-draft-taken]")?.dataset.draftTaken;
  if (taken) kept(() => localStorage.removeItem(prefix + taken));
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-draft]"))
    keep(form, prefix + form.dataset.draft);
}

function keep(form: HTMLFormElement, key: string): void {
  kept(() => restore(form, key));
  let timer = 0;
  form.addEventListener("input", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      const values = fields(form).map((field): [string, string] => [field.name, field.value]);
      const note = form.querySelector<HTMLElement>("[data-draft-note]");
      if (kept(() => localStorage.setItem(key, JSON.stringify(values))) && note) note.hidden = false;
    }, 400);
  });
}

/** Browsers that are told to keep nothing throw; so does a full device. */
function kept(use: () => void): boolean {
  try {
    use();
    return true;
  } catch {
    return false;
  }
}

function restore(form: HTMLFormElement, key: string): void {
  const values = new Map<string, string>(JSON.parse(localStorage.getItem(key) ?? "[]"));
  for (const field of fields(form)) {
    if (field.value === "" || field instanceof HTMLSelectElement) field.value = values.get(field.name) ?? field.value;
  }
}

function fields(form: HTMLFormElement): (HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement)[] {
  const all = form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(
    "input[name], textarea[name], select[name]",
  );
  const never = ["hidden", "file", "password", "checkbox", "radio"];
  return [...all].filter((field) => !("private" in field.dataset) && !never.includes(field.type));
}
