import { createHmac, randomBytes } from "node:crypto";
import { sameBytes } from "./seal";

const signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const period = 30;

/** A new secret of 160 bits, the length of the hash, as RFC 4226 advises. */
export function newSecret(): Buffer {
  return randomBytes(20);
}

/** Bytes in base32 (RFC 4648) without padding, as people type a secret into their app. */
export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{1,5}/g) ?? []).map((five) => signs.charAt(Number.parseInt(five.padEnd(5, "0"), 2))).join("");
}

/** The time step that a moment lies in: 30 seconds each. */
export function stepAt(at: Date): number {
  return Math.floor(at.getTime() / 1000 / period);
}

/** The code of a time step (RFC 6238, SHA-1 as all apps know it). */
export function codeAt(secret: Uint8Array, step: number, digits = 6): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", secret).update(counter).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0x0f;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits).padStart(digits, "0");
}

/**
 * The time step whose code this is: now or one step before or after, as clocks differ, and later than the last that was
 * taken. Null for any other code.
 */
export function stepOf(secret: Uint8Array, code: string, at: Date, lastTaken: number): number | null {
  const now = stepAt(at);
  const matching = [now - 1, now, now + 1].filter((step) =>
    sameBytes(Buffer.from(codeAt(secret, step)), Buffer.from(code)),
  );
  return matching.find((step) => step > lastTaken) ?? null;
}

/** The address that an app reads from the QR code. */
export function addressFor(secret: Uint8Array, account: string, issuer: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}`;
}
