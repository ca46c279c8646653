import type { LoaderFunctionArgs } from "@remix-run/node";
import { signedIn } from "~/http/guards";
import { zipResponse } from "~/http/machine/zip-response";
import { found } from "~/http/refuse";
import { ownParts } from "~/http/views/own";

/** All that is kept of the one who asks, with their files, to take along. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await signedIn(args);
  return zipResponse("my-data.zip", found(await ownParts(actor)));
}
