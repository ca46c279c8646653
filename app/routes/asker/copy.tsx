import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { copyCase } from "~/domain/enquiry/enquiry.server";
import { anyone } from "~/http/guards";
import { caseCopy } from "~/http/views/case-copy";
import { href } from "~/paths";
import { enquiryCookie } from "~/platform/session/cookies";
import { download } from "~/http/machine/download";

/** The asker's own enquiry as a text file, to keep. */
export async function loader(args: LoaderFunctionArgs) {
  const { locale } = await anyone(args);
  const enquiry = await copyCase(await enquiryCookie().parse(args.request.headers.get("Cookie")));
  if (!enquiry) throw redirect(href(locale, "askReturn"), 303);
  return new Response(caseCopy(enquiry, locale), {
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "Content-Disposition": `attachment; filename="${enquiry.reference}.txt"`,
      ...download,
    },
  });
}
