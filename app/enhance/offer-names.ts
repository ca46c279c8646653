type Offer = { name: string; label: string; url: string };

const pause = 180;

/**
 * Offers names while somebody types into `input[data-suggest]`, in any script or spelling: arrow keys choose, Enter
 * opens the page of the name. Enter without a choice searches, as without this script.
 */
export function offerNames(): void {
  for (const [number, input] of document.querySelectorAll<HTMLInputElement>("input[data-suggest]").entries()) {
    offerFor(input, `offers-${number}`);
  }
}

function offerFor(input: HTMLInputElement, id: string): void {
  const list = document.createElement("ul");
  Object.assign(list, {
    id,
    className: "offers",
    role: "listbox",
    hidden: true,
    ariaLabel: input.labels?.[0]?.textContent?.trim() ?? "",
  });
  input.after(list);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": id })) {
    input.setAttribute(name, value);
  }
  let timer = 0;
  let asked = new AbortController();
  let chosen = -1;

  const choose = (index: number): void => {
    chosen = index;
    for (const [at, item] of [...list.children].entries()) item.setAttribute("aria-selected", String(at === index));
    if (index < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", `${id}-${index}`);
  };
  const show = (offers: Offer[]): void => {
    list.replaceChildren(...offers.map((offer, index) => itemOf(offer, `${id}-${index}`)));
    list.hidden = offers.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    choose(-1);
  };
  const ask = async (): Promise<void> => {
    asked.abort();
    asked = new AbortController();
    const text = input.value.trim();
    show(text === "" ? [] : await namesFor(text, asked.signal).catch(() => []));
  };

  show([]);
  input.addEventListener("input", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void ask(), pause);
  });
  input.addEventListener("blur", () => {
    window.clearTimeout(timer);
    asked.abort();
    show([]);
  });
  input.addEventListener("keydown", (event) => {
    const count = list.children.length;
    if (event.isComposing || count === 0) return;
    if (event.key === "Escape") show([]);
    else if (event.key === "ArrowDown") choose(chosen + 1 < count ? chosen + 1 : -1);
    else if (event.key === "ArrowUp") choose(chosen < 0 ? count - 1 : chosen - 1);
    else if (event.key === "Enter" && chosen >= 0) list.querySelector<HTMLElement>('[aria-selected="true"]')?.click();
    else return;
    event.preventDefault();
  });
  list.addEventListener("mousedown", (event) => event.preventDefault());
}

function itemOf({ name, label, url }: Offer, id: string): HTMLLIElement {
  const item = document.createElement("li");
  item.id = id;
  item.role = "option";
  item.textContent = label === name ? name : `${name} · ${label}`;
  item.addEventListener("click", () => location.assign(url));
  return item;
}

async function namesFor(text: string, signal: AbortSignal): Promise<Offer[]> {
  const lang = location.pathname.split("/")[1] ?? "";
  const answer = await fetch(`/api/v1/suggest?${new URLSearchParams({ q: text, lang, limit: "8" })}`, { signal });
  const body: unknown = answer.ok ? await answer.json() : null;
  return isAnswer(body) ? body.suggestions.slice(0, 8) : [];
}

function isAnswer(body: unknown): body is { suggestions: Offer[] } {
  return typeof body === "object" && body !== null && "suggestions" in body && Array.isArray(body.suggestions);
}
