import { useTranslation } from "react-i18next";
import type { Kind, State } from "~/domain/membership/member";
import { useLocale } from "~/http/page/use-locale";
import { formatDay } from "~/platform/i18n/format";
import { Badge } from "~/ui/badge/badge";
import { Facts } from "~/ui/facts/facts";

const tones = { waiting: "warn", valid: "good", ahead: "plain", over: "plain" } as const;

/** How a membership stands. */
export function MemberState({ state }: { state: State }) {
  const { t } = useTranslation("membership");
  return <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>;
}

type Member = {
  kind: Kind;
  session: number;
  sector: string | null;
  liaisonGroup: string | null;
  from: Date | string;
  lastDay: string | null;
};

/** What somebody is a member as: the same for the committee and for themselves. */
export function MemberFacts({
  member,
  more = [],
}: {
  member: Member;
  more?: { term: string; detail: string | null }[];
}) {
  const { t } = useTranslation("membership");
  const locale = useLocale();
  return (
    <Facts
      items={[
        ...more,
        { term: t("field.kind"), detail: t(`kind.${member.kind}`) },
        { term: t("field.session"), detail: t("term", { session: member.session }) },
        { term: t("field.sector"), detail: member.sector },
        { term: t("field.liaisonGroup"), detail: member.liaisonGroup },
        { term: t("field.from"), detail: formatDay(member.from, locale) },
        { term: t("field.until"), detail: member.lastDay ? formatDay(member.lastDay, locale) : t("noEnd") },
      ]}
    />
  );
}
