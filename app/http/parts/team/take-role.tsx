import { useTranslation } from "react-i18next";
import { useLocale } from "~/http/page/use-locale";
import { href } from "~/paths";
import { Button, ButtonLink } from "~/ui/button/button";
import { Form } from "~/ui/form/form";
import { Notice } from "~/ui/notice/notice";

type Props = { token: string; mine: boolean; signedIn: boolean };

/** Lets the holder of an account take the role that they are invited to, once they are signed in with it. */
export function TakeRole({ token, mine, signedIn }: Props) {
  const { t } = useTranslation("session");
  const locale = useLocale();
  if (mine)
    return (
      <Form action={href(locale, "invitationAccept", { token })}>
        <div>
          <Button>{t("invitation.takeGo")}</Button>
        </div>
      </Form>
    );
  if (signedIn) return <Notice tone="warn">{t("invitation.another")}</Notice>;
  const back = new URLSearchParams({ to: href(locale, "invitation", { token }) });
  return (
    <p>
      <ButtonLink href={`${href(locale, "signIn")}?${back}`}>{t("go")}</ButtonLink>
    </p>
  );
}
