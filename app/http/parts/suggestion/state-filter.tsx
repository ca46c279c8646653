import { useTranslation } from "react-i18next";
import type { State } from "~/domain/suggestion/suggestion";

/** Narrows a list of suggestions to one state; the one it is narrowed to leads back to all. */
export function StateFilter({ states, state }: { states: readonly State[]; state: State | null }) {
  const { t } = useTranslation("suggestion");
  return (
    <nav aria-label={t("list.filter")}>
      <ul className="chips">
        {states.map((one) => (
          <li key={one}>
            <a
              className="chip"
              href={one === state ? "?" : `?state=${one}`}
              aria-current={one === state ? "true" : undefined}
            >
              {t(`state.${one}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
