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
 * Escape closes the list, and Arrow Down opens it again.
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
  const locale = localeHere();
  const lines = Array.from({ length: most }, (_, index) => newLine(`${id}-${index}`));

  const choose = (index: number): void => {
    lines[chosen]?.item.setAttribute("aria-selected", "false");
    lines[index]?.item.setAttribute("aria-selected", "true");
    chosen = index;
    if (index < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", `${id}-${index}`);
    list.children[index]?.scrollIntoView({ block: "nearest" });
  };
  const show = (offers: Offer[]): void => {
    if (chosen >= 0) choose(-1);
    if (offers.length !== shown.length) {
      const count = offers.length;
      list.replaceChildren(...lines.slice(0, count).map(({ item }) => item));
      list.hidden = count === 0;
      input.setAttribute("aria-expanded", String(count > 0));
      said.textContent = count > 0 ? (input.dataset.offers ?? "").replace("{count}", String(count)) : "";
    }
    for (const [index, one] of offers.entries()) if (!isSame(one, shown[index])) lines[index]?.show(one, locale);
    shown = offers;
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
    const opens = count === 0 && event.key === "ArrowDown";
    if (event.isComposing || (count === 0 && !opens)) return;
    if (opens) void offer().then(() => choose(event.altKey || shown.length === 0 ? -1 : 0));
    else if (event.key === "Escape") show([]);
    else if (event.key === "ArrowDown") choose(chosen + 1 < count ? chosen + 1 : -1);
    else if (event.key === "ArrowUp") choose(chosen < 0 ? count - 1 : chosen - 1);
    else if (event.key === "Enter" && chosen >= 0) list.querySelector<HTMLElement>('[aria-selected="true"]')?.click();
    else return;
    event.preventDefault();
  });
  list.addEventListener("click", ({ target }) => {
    const picked = shown[lines.findIndex(({ item }) => target instanceof Node && item.contains(target))];
    if (picked) location.assign(recordHref(locale, picked.name.kind, picked.name.slug));
  });
  list.addEventListener("mousedown", (event) => event.preventDefault());
}

function isSame({ name, spelling }: Offer, other: Offer | undefined): boolean {
  return name === other?.name && spelling === other.spelling;
}

type Line = { item: HTMLLIElement; show: (offer: Offer, locale: Locale) => void };

/** A line of the list, made once and written anew for each offer: to make one takes longer than to find what it says. */
function newLine(id: string): Line {
  const item = document.createElement("li");
  Object.assign(item, { id, role: "option", ariaSelected: "false" });
  const [name, typed] = [document.createTextNode(""), document.createElement("span")];
  typed.className = "soft";
  item.append(name, " ", typed);
  return {
    item,
    show: (offer, locale) => {
      name.data = placed(offer.name, locale);
      // "Chan" says nothing new beside "Chan (陳)".
      typed.textContent = offer.spelling && !name.data.includes(offer.spelling) ? offer.spelling : "";
    },
  };
}

function localeHere(): Locale {
  const lang = location.pathname.split("/")[1];
  return isLocale(lang) ? lang : "zh-Hans";
}
