import { useTranslation } from "react-i18next";
import type { Named } from "~/domain/journal/journal";
import { formatStamp } from "~/platform/i18n/format";
import { Table } from "~/ui/table/table";

type Props = { lines: Named[]; order: { href: string; now: "ascending" | "descending" } };

/** Lines of the journal. Who, what was done and to what lead to the other lines about them. */
export function Lines({ lines, order }: Props) {
  const { t } = useTranslation("journal");
  const head = ["seq", "at", "name", "verb", "reference", "network", "particulars"].map((name) => t(`column.${name}`));
  const rows = lines.map((line) => [
    String(line.seq),
    <span key="at" className="journal-code">
      {formatStamp(line.at)}
    </span>,
    <Who key="who" {...line} />,
    <a key="verb" href={`?${new URLSearchParams({ verb: line.verb })}`}>
      {t(`verb.${line.verb}`)}
    </a>,
    <What key="what" {...line} />,
    [line.network, line.country].filter(Boolean).join(" · ") || "–",
    Object.entries(line.particulars)
      .map((pair) => pair.join("="))
      .join(" ") || "–",
  ]);
  return <Table caption={t("title")} hideCaption head={head} rows={rows} sorts={[order]} />;
}

/** What it was done to. A number that only machines read stands by its beginning; an account's own is its holder's. */
function What({ reference, actorId }: Pick<Named, "reference" | "actorId">) {
  if (reference === "" || reference === actorId) return "–";
  return (
    <a className="journal-code" href={`?${new URLSearchParams({ reference })}`}>
      {reference.length > 20 ? `${reference.slice(0, 8)}…` : reference}
    </a>
  );
}

function Who({ actorId, name, part }: Pick<Named, "actorId" | "name" | "part">) {
  const { t } = useTranslation("journal");
  if (actorId === null) return t(`part.${part}`);
  return (
    <>
      <a href={`?${new URLSearchParams({ actor: actorId })}`}>{name ?? t("gone")}</a>{" "}
      <span className="soft">{t(`part.${part}`)}</span>
    </>
  );
}
