import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { columns } from "~/domain/membership/import/columns";
import { formOf, withFiles } from "~/http/form/form";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { ListForm } from "~/http/parts/list/list-form";
import { ListPreview } from "~/http/parts/list/list-preview";
import { useMemberLabels } from "~/http/parts/membership/member-fields";
import { bringList, shown } from "~/http/views/bring-list";
import { membersRoom } from "~/http/views/member-list";
import { href } from "~/paths";
import { ErrorSummary } from "~/ui/error-summary/error-summary";
import { Checkbox } from "~/ui/field/choice";
import { PageHead } from "~/ui/page-head/page-head";

export const meta: MetaFunction = (at) => titleOf(at, "membership:import.title");

export async function loader(args: LoaderFunctionArgs) {
  await only(args, "committee");
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const { actor, locale } = await only(args, "committee");
  const answer = await bringList(await formOf(args.request, withFiles), membersRoom(actor));
  if ("looked" in answer) return shown(answer);
  const { added, changed } = answer.taken;
  return redirect(`${href(locale, "committeeMembers")}?added=${added}&changed=${changed}`, 303);
}

export default function Import() {
  const { t } = useTranslation("membership");
  const locale = useLocale();
  const sent = useActionData<typeof action>();
  const looked = sent?.looked;
  const labels = useMemberLabels();
  const labelOf = (column: string) => columns.flatMap((one) => (one === column ? [labels[one]] : []))[0] ?? column;
  return (
    <>
      <PageHead
        kicker={<a href={href(locale, "committeeMembers")}>{t("list.title")}</a>}
        title={t("import.title")}
        lead={t("import.lead")}
      />
      <ErrorSummary faults={sent?.faults} labels={{ file: t("list:import.file") }} />
      {looked ? (
        <ListPreview
          looked={looked}
          labelOf={labelOf}
          head={[labels.name, labels.email, labels.kind, labels.session]}
          cells={({ member }) => [
            member.name,
            member.email,
            t(`kind.${member.kind}`),
            t("term", { session: member.session }),
          ]}
        >
          <Checkbox name="invites" label={t("import.invites")} />
        </ListPreview>
      ) : null}
      <ListForm sent={sent} again={Boolean(looked)} template={href(locale, "committeeMembersTemplate")} />
    </>
  );
}
