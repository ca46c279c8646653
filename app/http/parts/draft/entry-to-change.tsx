import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { EntryKind } from "~/domain/catalogue/entry";
import { useLocale } from "~/http/page/use-locale";
import { href, recordHref } from "~/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs/breadcrumbs";
import { PageHead } from "~/ui/page-head/page-head";

type Props = { entry: { slug: string; kind: EntryKind; title: string }; step?: string; children: ReactNode };

/** A published entry as an editor comes to it: which it is, and what may be done with it. */
export function EntryToChange({ entry: { slug, kind, title }, step, children }: Props) {
  const { t } = useTranslation(["draft", "common"]);
  const locale = useLocale();
  const own = { href: href(locale, "editorEntry", { slug }), label: title };
  return (
    <>
      <Breadcrumbs
        items={[
          { href: href(locale, "editorDesk"), label: t("desk.title") },
          { href: href(locale, "editorEntries"), label: t("entries.title") },
          ...(step ? [own, { label: step }] : [{ label: title }]),
        ]}
      />
      <PageHead kicker={t(`common:kind.${kind}`)} title={title} />
      <p>
        <a href={recordHref(locale, kind, slug)}>{t("entry.public")}</a>
      </p>
      {children}
    </>
  );
}
