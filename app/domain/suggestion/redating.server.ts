import { toldAbout } from "~/domain/calendar/calendar.server";
import { valueAt } from "~/domain/setting/setting";
import { wordsOnSettings } from "~/domain/setting/setting.server";
import { now } from "~/platform/clock";
import { env } from "~/platform/env";
import { letterOf } from "./letters";
import { redated } from "./redating";
import * as store from "./store.server";

/**
 * Dates anew what waits to be taken on, after the calendar changed or at the start of a day. Each suggestion moves in a
 * transaction of its own, with an event that says why and a letter to its unit; doing it again changes nothing. Fails
 * where somebody acted at the same moment, and is then tried again.
 */
export async function redateAssigned(): Promise<void> {
  const [told, words] = await Promise.all([toldAbout("jiangmen"), wordsOnSettings()]);
  for (const { suggestion, datedAt } of await store.assigned()) {
    const at = now();
    const acceptDays = valueAt(words, "accept_days", suggestion.assignedAt ?? at);
    const moved = redated(suggestion, told, datedAt, at, acceptDays);
    if (!moved) continue;
    const { next, event } = moved;
    const readers = next.unitSlug === null ? [] : await store.holdersOf("unit", next.unitSlug, at);
    const letters = readers.map((reader) =>
      letterOf(next, { reader, desk: "unit", template: "redated" }, env().BASE_URL),
    );
    const saved = await store.save(next, {
      event,
      shown: next.locale,
      actorId: null,
      actorRole: "calendar",
      at,
      letters,
    });
    if (!saved.ok) throw new Error(`Somebody acted on ${next.reference} while it was dated anew.`);
  }
}
