/** How often one looks, in milliseconds: often while it may be over at once, then less. */
const first = 300;
const longest = 2000;

/**
 * Brings what stands in `[data-under-way]` up to date by itself, from the page's own address, until it is over. What a
 * screen reader is to hear is changed only where its words are others.
 */
export function followProgress(): void {
  const element = document.querySelector<HTMLElement>("[data-under-way]");
  if (element) void follow(element, first);
}

async function follow(element: HTMLElement, pause: number): Promise<void> {
  await new Promise((done) => setTimeout(done, pause));
  const news = await look();
  if (news) for (const part of element.querySelectorAll<HTMLElement>("[data-part]")) renew(part, news);
  if (!news?.matches("[data-under-way]")) {
    // A page that could not be fetched is asked for again; one that is over stays as it is.
    if (news) return element.removeAttribute("data-under-way");
  }
  return follow(element, Math.min(longest, pause * 1.5));
}

async function look(): Promise<Element | null> {
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" }, cache: "no-store" });
    if (!answer.ok || answer.redirected) {
      location.reload();
      return null;
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return page.querySelector("[data-follow]");
  } catch {
    return null;
  }
}

function renew(part: HTMLElement, news: Element): void {
  const now = news.querySelector(`[data-part="${part.dataset.part}"]`);
  if (now && now.innerHTML !== part.innerHTML) part.innerHTML = now.innerHTML;
}
