import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { View } from "~/domain/catalogue/draft/drafts.server";
import { languageTag } from "~/domain/kernel/locale";
import { useLocale } from "~/http/page/use-locale";
import { TooLate, type Sent } from "~/http/parts/suggestion/suggestion-sent";
import { href } from "~/paths";
import { Badge } from "~/ui/badge/badge";
import { Breadcrumbs } from "~/ui/breadcrumbs/breadcrumbs";
import { PageHead } from "~/ui/page-head/page-head";

/** Under which name a device keeps what is being written of a text. */
export const deviceKey = (reference: string, language: string) => `draft-${reference}-${language}`;

type Props = { view: View; step?: string; sent?: Sent; open?: boolean; children: ReactNode };

/** A page about a draft, or about one step of it: what came too late, the head, then the rest. */
export function DraftPage({ view, step, sent, open = true, children }: Props) {
  const { t } = useTranslation(["draft", "common", "suggestion"]);
  const locale = useLocale();
  const { reference, source, state, content } = view.draft;
  const trail = [{ href: href(locale, "editorDesk"), label: t("desk.title") }];
  const own = { href: href(locale, "editorDraft", { reference }), label: reference };
  return (
    <>
      <TooLate sent={sent} kept={open} />
      <Breadcrumbs items={step ? [...trail, own, { label: step }] : [...trail, { label: reference }]} />
      <PageHead
        kicker={`${reference} · ${t(`common:kind.${content.kind}`)}`}
        title={view.title}
        lang={languageTag[source]}
      >
        <p className="chips">
          <Badge>{t(`state.${state}`)}</Badge>
        </p>
      </PageHead>
      {open ? children : sent ? null : <p>{t("suggestion:late.closed")}</p>}
    </>
  );
}
