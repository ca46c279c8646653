import { randomBytes, randomUUID } from "node:crypto";
import { withStaff, type Person, type Role } from "~/domain/kernel/actor";
import type { Locale } from "~/domain/kernel/locale";
import { rightsOf } from "~/domain/person/session/session";
import { db } from "~/platform/db/client";
import { sha256 } from "~/platform/crypto/seal";

/** A session that no limit ends, in which both factors were shown. */
const later = new Date("2099-01-01");
const endless = { createdAt: later, seenAt: later, expiresAt: later, factor: "totp" };

type Wishes = { role?: Role; organisation?: string | null; locale?: Locale; name?: string; proved?: boolean };

/** Somebody with an account, one role and an open session, in which they have, or have not, shown of late who they are. */
export async function aPerson({
  role = "member",
  organisation = null,
  locale = "zh-Hant",
  name = "測試委員",
  proved = false,
}: Wishes = {}) {
  const token = randomBytes(32).toString("base64url");
  const id = randomUUID();
  await db().person.create({
    data: {
      id,
      email: `${id}@example.org`,
      name,
      locale,
      passwordHash: "none",
      grants: { create: { role, organisation, from: new Date("2020-01-01") } },
      sessions: {
        create: {
          ...endless,
          tokenHash: sha256(token),
          rights: rightsOf(withStaff([{ role, organisation }])),
          provedAt: proved ? later : null,
        },
      },
    },
  });
  const actor: Person = { id, name, grants: [{ role, organisation }] };
  return { id, actor, token, email: `${id}@example.org` };
}

/** A handling unit or station that roles can be held for. */
export async function anOrganisation(slug: string, kind: "unit" | "station" | "committee" = "unit") {
  const names = { "zh-Hans": `测试${slug}`, "zh-Hant": `測試${slug}`, en: `Test ${slug}`, pt: `Teste ${slug}` };
  await db().organisation.create({ data: { slug, kind, names, demo: true } });
  return { slug, names };
}

/** All by which somebody may get in besides a password, none of it over before the account is; gives the words in it. */
export async function waysInto(personId: string, { email, name }: { email: string; name: string }): Promise<string[]> {
  const [createdAt, expiresAt, bytes] = [new Date(), new Date("2099-01-01"), Buffer.from("-")];
  const invited = { id: randomUUID(), tokenHash: randomUUID(), email, name, locale: "en", createdAt, expiresAt };
  const passkey = { id: randomUUID(), publicKey: bytes, counter: 0n, device: "canary-passkey", createdAt };
  await db().totp.create({ data: { personId, sealedSecret: bytes, lastStep: 0, createdAt } });
  await db().recoveryCode.create({ data: { personId, hash: randomUUID() } });
  await db().passkey.create({ data: { personId, ...passkey } });
  const known = { provider: "canary-provider", issuer: "canary-issuer", subject: randomUUID(), label: "canary-label" };
  await db().identity.create({ data: { id: randomUUID(), personId, ...known, createdAt } });
  await db().knownDevice.create({ data: { personId, device: "canary-device", country: "MO", seenAt: createdAt } });
  await db().signInLink.create({ data: { tokenHash: randomUUID(), personId, expiresAt } });
  await db().invitation.create({ data: { personId, ...invited } });
  return ["canary-passkey", "canary-device", "canary-label"];
}
