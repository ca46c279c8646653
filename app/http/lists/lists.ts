import type { Lists } from "~/domain/export/making.server";
import { days } from "./days";
import { journal } from "./journal";
import { members } from "./members";
import { grants, invitations, organisations, people } from "./people";
import { jobs, letters } from "./upkeep";

/** Every list that can be taken along, with how it is opened. The worker makes files of them. */
export const allLists: Lists = { people, grants, invitations, organisations, members, days, jobs, letters, journal };
