import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { env } from "../env";

type Ring = { current: string; keys: Map<string, Buffer> };
let ring: Ring | undefined;

/** `ENCRYPTION_KEYS` is `name:base64,…`, the first seals, all open. Without it a key is made once in the data folder. */
function keys(): Ring {
  if (!ring) {
    const entries = (env().ENCRYPTION_KEYS ?? ownKey()).split(",").map((entry) => {
      const [name = "", key = ""] = entry.split(":");
      return [name, Buffer.from(key, "base64")] as const;
    });
    ring = { current: entries[0]?.[0] ?? "", keys: new Map(entries) };
  }
  return ring;
}

function ownKey(): string {
  const file = join(env().DATA_DIR, "encryption-key");
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `k1:${randomBytes(32).toString("base64")}`, { mode: 0o600, flag: "wx" });
  }
  return readFileSync(file, "utf8").trim();
}

function keyNamed(name: string): Buffer {
  const key = keys().keys.get(name);
  if (!key || key.length !== 32) throw new Error(`No encryption key of the name ${name}.`);
  return key;
}

/** Seals text with AES-256-GCM, bound to `context` (the row it belongs to), so that it cannot be moved elsewhere. */
export function seal(text: string, context: string): Uint8Array<ArrayBuffer> {
  return sealBytes(Buffer.from(text), context);
}

/** The same for what is no text. */
export function sealBytes(plain: Uint8Array, context: string): Uint8Array<ArrayBuffer> {
  const { current } = keys();
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyNamed(current), iv).setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  const name = Buffer.from(current);
  return new Uint8Array(Buffer.concat([Buffer.from([1, name.length]), name, iv, cipher.getAuthTag(), body]));
}

/** Opens what `seal` closed. Throws when the bytes or the context were changed. */
export function unseal(sealed: Uint8Array, context: string): string {
  return unsealBytes(sealed, context).toString("utf8");
}

/** Opens what `sealBytes` closed. */
export function unsealBytes(sealed: Uint8Array, context: string): Buffer<ArrayBuffer> {
  const bytes = Buffer.from(sealed);
  const length = bytes[1] ?? 0;
  if (bytes[0] !== 1) throw new Error("Sealed bytes of an unknown form.");
  const name = bytes.subarray(2, 2 + length).toString();
  const iv = bytes.subarray(2 + length, 14 + length);
  const tag = bytes.subarray(14 + length, 30 + length);
  const open = createDecipheriv("aes-256-gcm", keyNamed(name), iv).setAAD(Buffer.from(context)).setAuthTag(tag);
  return Buffer.concat([open.update(bytes.subarray(30 + length)), open.final()]);
}

/** A secret value derived from the portal's key for one purpose: the same input gives the same output. */
export function derive(purpose: string, input: string): Buffer {
  const key = Buffer.from(hkdfSync("sha256", keyNamed(keys().current), "", `qiaoqiao:${purpose}`, 32));
  return createHmac("sha256", key).update(input).digest();
}

export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

export function sameBytes(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}
