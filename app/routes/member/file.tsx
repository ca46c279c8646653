import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileFor } from "~/domain/suggestion/suggestion.server";
import { fileResponse } from "~/http/machine/file-response";
import { signedIn } from "~/http/guards";
import { found } from "~/http/refuse";

/** A file of a suggestion, for those who may see the suggestion. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await signedIn(args);
  return fileResponse(found(await fileFor(actor, args.params.id ?? "")));
}
