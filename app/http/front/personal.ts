import { textCookie } from "~/platform/session/cookies";

/** Cookies that say who somebody is or carry something meant for one reader. */
const telling = new Set(["qq_session", "qq_enquiry", "qq_entry", "qq_once"]);

function cookiesOf(header: string | null | undefined): [string, string][] {
  return (header ?? "").split(";").map((pair) => {
    const at = pair.indexOf("=");
    return at < 0 ? ["", pair.trim()] : [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
  });
}

/** Whether a request's answer may be meant for one reader only. */
export function isPersonal(cookieHeader: string | null | undefined): boolean {
  return cookiesOf(cookieHeader).some(([name]) => telling.has(name));
}

let sizes: Promise<Map<string, string>> | undefined;

/** Which of the kept versions of a page the reader's cookies ask for; null when they ask for none that there is. */
export async function versionOf(cookieHeader: string | undefined): Promise<string | null> {
  const text = cookiesOf(cookieHeader).find(([name]) => name === "qq_text")?.[1];
  if (text === undefined) return "normal";
  sizes ??= knownSizes();
  return (await sizes).get(text) ?? null;
}

async function knownSizes(): Promise<Map<string, string>> {
  const all = await Promise.all(
    ["normal", "large"].map(async (size): Promise<[string, string]> => {
      const [, value = ""] = cookiesOf(await textCookie().serialize(size))[0] ?? [];
      return [value, size];
    }),
  );
  return new Map(all);
}
