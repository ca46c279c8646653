import type { Lists } from "~/domain/export/making.server";
import { allFailedJobs, allStuckLetters } from "~/domain/upkeep/upkeep.server";
import { whyReturned } from "~/domain/upkeep/letters";
import { words } from "~/platform/i18n/i18n";
import { taken } from "./taken";

const noted = { part: "admin", deed: "upkeep.table" } as const;

export const jobs: Lists["jobs"] = async (actor, query, locale) => {
  const t = words(locale, "admin");
  const head = ["task", "number", "attempts", "error", "next"].map((column) => t(`upkeep.${column}`));
  const view = await allFailedJobs(actor, query);
  if (!view) return null;
  return taken(view, {
    ...noted,
    title: t("upkeep.jobs"),
    head,
    cells: ({ task, id, attempts, error, over, nextAt }) => [
      task,
      id,
      attempts,
      error,
      over ? t("upkeep.never") : nextAt,
    ],
  });
};

export const letters: Lists["letters"] = async (actor, query, locale) => {
  const t = words(locale, "admin");
  const head = ["recipient", "template", "since", "attempts", "error"].map((column) => t(`upkeep.${column}`));
  const view = await allStuckLetters(actor, query);
  if (!view) return null;
  return taken(view, {
    ...noted,
    title: t("upkeep.mail"),
    head,
    cells: ({ recipient, template, createdAt, attempts, error, returnCode: code }) => [
      recipient ?? t("upkeep.sealed"),
      template,
      createdAt,
      attempts,
      code ? t(`upkeep.returned.${whyReturned(code)}`, { code }) : (error ?? t("upkeep.noJob")),
    ],
  });
};
