import { randomUUID } from "node:crypto";
import { chinaDay } from "~/domain/calendar/days";
import { isLocale } from "~/domain/kernel/locale";
import { now } from "~/platform/clock";
import type { Prisma } from "~/platform/db/client";
import { env } from "~/platform/env";
import { formatTime } from "~/platform/i18n/format";
import { post } from "~/platform/mail/mail";
import { whence } from "~/platform/session/whence";

/** What somebody is told by mail about their own account, so that they notice what they did not do themselves. */
export type Notice =
  | "password"
  | "factor"
  | "factor_off"
  | "codes"
  | "passkey"
  | "passkey_off"
  | "identity"
  | "identity_off"
  | "device"
  | "sessions"
  | "disabled"
  | "enabled";

/** What is told at most once a day: who knocks at a door all day long does not fill somebody's mail. */
type Warning = "tries" | "codes_tried";

/**
 * Puts the letter that tells somebody of a change to their account into the outbox, inside the transaction that makes the
 * change. Nothing for accounts to try the portal with: many share them.
 */
export async function tell(tx: Prisma.TransactionClient, personId: string, what: Notice): Promise<void> {
  await letter(tx, personId, what, randomUUID());
}

/** Warns somebody of tries to get into their account, once a day for each sort. */
export async function warn(tx: Prisma.TransactionClient, personId: string, what: Warning): Promise<void> {
  await letter(tx, personId, what, `${personId}:${chinaDay(now())}`);
}

async function letter(tx: Prisma.TransactionClient, personId: string, what: Notice | Warning, key: string) {
  const select = { email: true, locale: true, demo: true } as const;
  const person = await tx.person.findUnique({ where: { id: personId }, select });
  if (!person || person.demo) return;
  const locale = isLocale(person.locale) ? person.locale : "zh-Hans";
  await post(tx, {
    dedupeKey: `account-${what}:${key}`,
    recipient: person.email,
    locale,
    template: `account_${what}`,
    params: { time: formatTime(now(), locale), link: `${env().BASE_URL}/${locale}/account` },
  });
}

/**
 * Notes from which device and country somebody signs in, and tells them when neither was seen within the time that such
 * notes are kept. Of the first sign-in after an account was made nobody is told.
 */
export async function noteDevice(tx: Prisma.TransactionClient, personId: string, device: string): Promise<void> {
  const [at, country] = [now(), whence().country ?? ""];
  const person = await tx.person.findUnique({
    where: { id: personId },
    select: { demo: true, createdAt: true, devices: { select: { device: true, country: true } } },
  });
  if (!person || person.demo) return;
  const known = person.devices.some((one) => one.device === device && one.country === country);
  const isNew = person.devices.length === 0 && at.getTime() - person.createdAt.getTime() < firstDay;
  await tx.knownDevice.upsert({
    where: { personId_device_country: { personId, device, country } },
    create: { personId, device, country, seenAt: at },
    update: { seenAt: at },
  });
  if (!known && !isNew) await tell(tx, personId, "device");
}

const firstDay = 24 * 3600 * 1000;
