import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { anyone } from "~/http/guards";
import { kindOf } from "~/http/page/kind-of";
import { localeOfPath } from "~/http/page/language";
import { describe } from "~/http/page/meta";
import { EntryArticle } from "~/http/parts/entry-article";
import { found } from "~/http/refuse";
import { readEntryPage } from "~/http/views/entry";

export { publicHeaders as headers } from "~/http/page/headers";

export const meta: MetaFunction<typeof loader> = (at) => {
  const locale = localeOfPath(at.location.pathname);
  return at.data ? describe(at, at.data.entry.names[locale], at.data.entry.summary[locale]) : [];
};

export async function loader(args: LoaderFunctionArgs) {
  const { locale } = await anyone(args);
  return found(await readEntryPage(locale, kindOf(args.request), args.params.slug ?? ""));
}

export default function EntryRoute() {
  return <EntryArticle {...useLoaderData<typeof loader>()} />;
}
