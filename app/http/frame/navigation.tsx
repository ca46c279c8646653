import { useTranslation } from "react-i18next";
import type { Role } from "~/domain/kernel/actor";
import { href } from "~/paths";
import type { FrameProps } from "./props";

const lists = ["initiatives", "projects", "proposals", "suggestions", "places", "stations", "figures"] as const;
const forms = ["suggest", "ask"] as const;
const desks: Partial<
  Record<
    Role,
    | "memberDesk"
    | "committeeDesk"
    | "unitDesk"
    | "supervisionDesk"
    | "stationDesk"
    | "editorDesk"
    | "team"
    | "adminDesk"
    | "journal"
  >
> = {
  member: "memberDesk",
  committee: "committeeDesk",
  committee_head: "team",
  unit: "unitDesk",
  unit_head: "team",
  supervision: "supervisionDesk",
  station: "stationDesk",
  station_head: "team",
  editor: "editorDesk",
  translator: "editorDesk",
  reviewer: "editorDesk",
  admin: "adminDesk",
  auditor: "journal",
};

type Page = (typeof lists)[number] | (typeof forms)[number] | NonNullable<(typeof desks)[Role]> | "account" | "signIn";
type WayProps = Pick<FrameProps, "locale" | "path"> & { page: Page; className?: string };

/** The ways through the portal: what it holds, the two forms for everybody, then the reader's own desks. */
export function Navigation({ locale, path, actor }: FrameProps) {
  const { t } = useTranslation("common");
  const here = { locale, path };
  const own = new Set((actor?.roles ?? []).flatMap((role) => desks[role] ?? []));
  return (
    <nav className="site-nav" aria-label={t("menu")}>
      <details className="site-menu">
        <summary>{t("menu")}</summary>
        <ul>
          {lists.map((page) => (
            <Way {...here} key={page} page={page} />
          ))}
          {forms.map((page) => (
            <Way {...here} key={page} page={page} className="site-nav-act" />
          ))}
          {[...own].map((page, index) => (
            <Way {...here} key={page} page={page} className={index === 0 ? "site-nav-own" : undefined} />
          ))}
          {actor ? <Way {...here} page="account" /> : null}
          {actor ? (
            <SignOut action={href(locale, "signOut")} label={t("nav.signOut", { name: actor.name })} />
          ) : (
            <Way {...here} page="signIn" className="site-nav-own" />
          )}
        </ul>
      </details>
    </nav>
  );
}

function Way({ locale, path, page, className }: WayProps) {
  const { t } = useTranslation("common");
  const address = href(locale, page);
  const inside = path.startsWith(`${address}/`) ? "true" : undefined;
  return (
    <li className={className}>
      <a href={address} aria-current={path === address ? "page" : inside}>
        {t(`nav.${page}`)}
      </a>
    </li>
  );
}

function SignOut({ action, label }: { action: string; label: string }) {
  return (
    <li>
      <form method="post" action={action}>
        <button className="link" type="submit">
          {label}
        </button>
      </form>
    </li>
  );
}
