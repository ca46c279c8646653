import { makeExport } from "~/domain/export/making.server";
import type { Format, ListName } from "~/domain/export/export";
import { allLists } from "~/http/lists/lists";
import * as exports from "~/routes/export/exports";
import * as file from "~/routes/export/file";
import { answerOf, visit } from "../enquiry/visit";

/** Asks for a list through the form and gives the key of the export, or what was answered instead. */
export async function asked(cookie: string, list: ListName, query = "", format: Format = "csv", lang = "en") {
  const answer = await answerOf(exports.action(visit({ params: { lang }, cookie, body: { list, format, query } })));
  return { ...answer, id: /\/exports\/([0-9a-f-]{36})$/.exec(answer.to ?? "")?.[1] ?? "" };
}

export const making = (id: string) => makeExport(id, allLists);

/** The answer to who fetches a file. */
export const fetched = (cookie: string, id: string) =>
  file.loader(visit({ params: { export: id }, cookie })) as Promise<Response>;

/** A list as the file that somebody gets of it. */
export async function took(...wish: Parameters<typeof asked>): Promise<Buffer> {
  const { id } = await asked(...wish);
  await making(id);
  return Buffer.from(await (await fetched(wish[0], id)).arrayBuffer());
}
