import { languageTag } from "~/domain/kernel/locale";
import type { SurnameCard } from "~/domain/surname/surname";
import { useLocale } from "~/http/page/use-locale";
import { recordHref } from "~/paths";

/** Family names, each with the spellings under which families know it. */
export function SurnameChips({ surnames }: { surnames: SurnameCard[] }) {
  const locale = useLocale();
  const script = locale === "zh-Hans" ? "zh-Hans" : "zh-Hant";
  return (
    <ul className="chips">
      {surnames.map(({ slug, names, spellings }) => (
        <li key={slug}>
          <a className="chip" href={recordHref(locale, "surname", slug)}>
            <strong lang={languageTag[script]}>{names[script]}</strong>{" "}
            <span lang="en">{spellings.slice(0, 3).join(", ")}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
