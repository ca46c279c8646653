import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { anyone } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { readOutbox } from "~/http/views/outbox";
import { useLocale } from "~/http/page/use-locale";
import { formatTime } from "~/platform/i18n/format";
import { PageHead } from "~/ui/page-head/page-head";
import { Multiline } from "~/ui/prose/prose";

export const meta: MetaFunction = (at) => titleOf(at, "static:outbox.title");

export async function loader(args: LoaderFunctionArgs) {
  await anyone(args);
  return { letters: await readOutbox() };
}

export default function Outbox() {
  const { t } = useTranslation("static");
  const locale = useLocale();
  const { letters } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={t("outbox.title")} lead={t("outbox.lead")} />
      {letters.length === 0 ? <p>{t("outbox.none")}</p> : null}
      {letters.map(({ id, recipient, subject, text, createdAt, language }) => (
        <article key={id} className="message" lang={language}>
          <p className="soft">
            {recipient} · {formatTime(createdAt, locale)}
          </p>
          <h2>{subject}</h2>
          <Multiline text={text} />
        </article>
      ))}
    </>
  );
}
