import { useTranslation } from "react-i18next";
import type { Role } from "~/domain/kernel/actor";
import { href } from "~/paths";
import type { FrameProps } from "./props";

const lists = ["initiatives", "projects", "proposals", "suggestions", "places", "stations", "figures"] as const;
const forms = ["suggest", "ask"] as const;
const desks: Partial<Record<Role, "memberDesk" | "committeeDesk" | "unitDesk" | "stationDesk">> = {
  member: "memberDesk",
  committee: "committeeDesk",
  unit: "unitDesk",
  station: "stationDesk",
};

type LinkProps = { page: (typeof lists)[number] | (typeof forms)[number] | (typeof desks)[Role] | "signIn"; className?: string };

/** The ways through the portal: what it holds, the two forms for everybody, then the reader's own desks. */
export function Navigation({ locale, path, actor }: FrameProps) {
  const { t } = useTranslation("common");
  const own = (actor?.roles ?? []).flatMap((role) => desks[role] ?? []);
  const Item = ({ page, className }: LinkProps) => {
    if (!page) return null;
    const address = href(locale, page);
    const current = path === address ? "page" : path.startsWith(`${address}/`) ? "true" : undefined;
    return (
      <li className={className}>
        <a href={address} aria-current={current}>
          {t(`nav.${page}`)}
        </a>
      </li>
    );
  };
  return (
    <nav className="site-nav" aria-label={t("menu")}>
      <details className="site-menu">
        <summary>{t("menu")}</summary>
        <ul>
          {lists.map((page) => (
            <Item key={page} page={page} />
          ))}
          {forms.map((page) => (
            <Item key={page} page={page} className="site-nav-act" />
          ))}
          {own.map((page, index) => (
            <Item key={page} page={page} className={index === 0 ? "site-nav-own" : undefined} />
          ))}
          {actor ? (
            <SignOut action={href(locale, "signOut")} label={t("nav.signOut", { name: actor.name })} />
          ) : (
            <Item page="signIn" className="site-nav-own" />
          )}
        </ul>
      </details>
    </nav>
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
