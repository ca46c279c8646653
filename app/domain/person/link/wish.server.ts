import { randomUUID } from "node:crypto";
import type { Locale } from "~/domain/kernel/locale";
import { now } from "~/platform/clock";
import { seal, unseal } from "~/platform/crypto/seal";
import * as store from "./store.server";

const context = (wishId: string) => `entry-wish:${wishId}`;

/**
 * Leaves it to the worker to find out whose address this is, and to send its holder a link to sign in with, or a warning
 * of wrong tries. It takes the same time for every address, and neither the job nor the table names it.
 */
export async function wish(address: string, locale: Locale, warns: boolean): Promise<void> {
  const id = randomUUID();
  await store.wish({ id, sealedAddress: seal(address, context(id)), locale, warns, createdAt: now() });
}

/** The address that a wish is about. */
export function addressIn({ id, sealedAddress }: { id: string; sealedAddress: Uint8Array }): string {
  return unseal(sealedAddress, context(id));
}
