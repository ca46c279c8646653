import { useTranslation } from "react-i18next";
import type { readPerson } from "~/domain/person/people/people.server";
import { useLocale } from "~/http/page/use-locale";
import { href } from "~/paths";
import { formatTime } from "~/platform/i18n/format";
import { Button, ButtonLink } from "~/ui/button/button";
import { Form } from "~/ui/form/form";
import { Notice } from "~/ui/notice/notice";
import { Section } from "~/ui/section/section";

type View = Pick<NonNullable<Awaited<ReturnType<typeof readPerson>>>, "person" | "can" | "sessions">;

/** How somebody gets in, and what an administrator of the whole portal may do about it. */
export function Access({ person: { id: person, disabledAt }, can, sessions }: View) {
  const { t } = useTranslation("admin");
  const locale = useLocale();
  if (!can.manage) return null;
  if (disabledAt)
    return (
      <Section title={t("access.title")}>
        <Notice tone="warn">{t("access.since", { time: formatTime(disabledAt, locale) })}</Notice>
        <Form inline action={href(locale, "adminEnable", { person })}>
          <Button>{t("access.enable")}</Button>
        </Form>
      </Section>
    );
  return (
    <>
      <Section title={t("person.password")}>
        <p>{t("person.passwordText")}</p>
        <Form inline action={href(locale, "adminPassword", { person })}>
          <Button variant="quiet">{t("person.passwordGo")}</Button>
        </Form>
      </Section>
      <Section title={t("access.title")}>
        <p>{sessions > 0 ? t("access.sessions", { count: sessions }) : t("access.none")}</p>
        <div className="actions">
          {sessions > 0 ? (
            <Form inline action={href(locale, "adminSessions", { person })}>
              <Button variant="quiet">{t("access.endSessions")}</Button>
            </Form>
          ) : null}
          {can.disable ? (
            <ButtonLink href={href(locale, "adminDisable", { person })} variant="danger">
              {t("access.disable")}
            </ButtonLink>
          ) : null}
        </div>
      </Section>
    </>
  );
}
