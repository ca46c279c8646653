import { isLocale, type Locale } from "~/domain/kernel/locale";
import { offersFor, readyToOffer, type Offer, type Offering } from "~/domain/finding/device/offers";
import { placed, unpackNames } from "~/domain/finding/device/packed";
import { recordHref } from "~/paths";

const most = 8;
let names: Promise<Offering | null> | undefined;

/** The names, asked for once, when a search box is first entered. Without them the box is a plain one. */
function fetchNames(): Promise<Offering | null> {
  names ??= fetch("/names.txt")
    .then(async (answer) => (answer.ok ? readyToOffer(unpackNames(await answer.text())) : null))
    .catch(() => {
      names = undefined;
      return null;
    });
  return names;
}

/**
 * Offers names while somebody types into `input[data-suggest]`, in any script or spelling, from what the device holds:
 * nothing that is typed is sent. Arrow keys choose, Enter opens the page of the name; without a choice it searches.
 */
export function offerNames(): void {
  for (const [number, input] of document.querySelectorAll<HTMLInputElement>("input[data-suggest]").entries()) {
    offerFor(input, `offers-${number}`);
  }
}

function offerFor(input: HTMLInputElement, id: string): void {
  const list = document.createElement("ul");
  Object.assign(list, { id, className: "offers", role: "listbox", hidden: true });
  list.setAttribute("aria-label", input.labels?.[0]?.textContent?.trim() ?? "");
  const said = document.createElement("output");
  said.className = "unseen";
  input.after(list, said);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": id })) {
    input.setAttribute(name, value);
  }
  let chosen = -1;
  let shown: Offer[] = [];

  const choose = (index: number): void => {
    chosen = index;
    for (const [at, item] of [...list.children].entries()) item.setAttribute("aria-selected", String(at === index));
    if (index < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", `${id}-${index}`);
    list.children[index]?.scrollIntoView({ block: "nearest" });
  };
  const show = (offers: Offer[]): void => {
    if (chosen >= 0) choose(-1);
    if (areSame(offers, shown)) return;
    shown = offers;
    const locale = localeHere();
    list.replaceChildren(...offers.map((offer, index) => itemOf(offer, `${id}-${index}`, locale)));
    list.hidden = offers.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    said.textContent = offers.length > 0 ? (input.dataset.offers ?? "").replace("{count}", String(offers.length)) : "";
  };
  const offer = async (): Promise<void> => {
    const offering = await fetchNames();
    if (offering && document.activeElement === input) show(offersFor(offering, input.value, most));
  };

  input.setAttribute("aria-expanded", "false");
  input.addEventListener("focus", () => void fetchNames());
  input.addEventListener("input", () => void offer());
  input.addEventListener("blur", () => show([]));
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

function areSame(some: Offer[], others: Offer[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ name, spelling }, at) => name === others[at]?.name && spelling === others[at]?.spelling)
  );
}

function itemOf({ name, spelling }: Offer, id: string, locale: Locale): HTMLLIElement {
  const item = document.createElement("li");
  item.id = id;
  item.role = "option";
  item.ariaSelected = "false";
  item.append(placed(name, locale));
  if (spelling) {
    const typed = document.createElement("span");
    typed.className = "soft";
    typed.textContent = spelling;
    item.append(" ", typed);
  }
  item.addEventListener("click", () => location.assign(recordHref(locale, name.kind, name.slug)));
  return item;
}

function localeHere(): Locale {
  const lang = location.pathname.split("/")[1];
  return isLocale(lang) ? lang : "zh-Hans";
}
