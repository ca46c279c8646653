const prefix = "qq-draft:";

/** What somebody typed into a field, and what the page had in it before. */
type Kept = { name: string; value: string; was: string };

/**
 * Keeps what is typed into `form[data-draft]` on this device until the form was sent and taken, so that a lost line or
 * a closed window loses nothing; whoever signs out leaves none of it behind. Fields marked `data-private` are never kept.
 * Where the device keeps nothing, nothing happens.
 */
export function keepDrafts(): void {
  const taken = document.querySelector<HTMLElement>("[data-draft-taken]")?.dataset.draftTaken;
  if (taken) kept(() => localStorage.removeItem(prefix + taken));
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-draft]"))
    keep(form, prefix + form.dataset.draft);
  document.querySelector('form[action$="/sign-out"]')?.addEventListener("submit", () => kept(forgetAll));
}

function forgetAll(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
}

function keep(form: HTMLFormElement, key: string): void {
  kept(() => restore(form, key));
  let timer = 0;
  form.addEventListener("input", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      const values = fields(form).map((field): Kept => ({ name: field.name, value: field.value, was: wasIn(field) }));
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

/** Gives back what was typed, unless the page has by now something else in that field than it was typed over. */
function restore(form: HTMLFormElement, key: string): void {
  const values: Kept[] = JSON.parse(localStorage.getItem(key) ?? "[]");
  for (const field of fields(form)) {
    const one = values.find(({ name }) => name === field.name);
    if (one && (field.value === "" || field.value === one.was || field instanceof HTMLSelectElement))
      field.value = one.value;
  }
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
const wasIn = (field: Field) => (field instanceof HTMLSelectElement ? "" : field.defaultValue);

function fields(form: HTMLFormElement): Field[] {
  const all = form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(
    "input[name], textarea[name], select[name]",
  );
  const never = ["hidden", "file", "password", "checkbox", "radio"];
  return [...all].filter((field) => !("private" in field.dataset) && !never.includes(field.type));
}
