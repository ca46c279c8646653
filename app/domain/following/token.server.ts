import { addressOf } from "~/domain/kernel/address";
import { derive, sameBytes } from "~/platform/crypto/seal";

const sign = (id: string) => derive("following", id).subarray(0, 18);

/** The token that stands in the links of a follower's mails: whoever has it may see and end what they follow. */
export function tokenFor(follower: string): string {
  return `${follower.replaceAll("-", "")}.${sign(follower).toString("base64url")}`;
}

/** How the address of a follower is known without being kept in the open. */
export function markOf(email: string): string {
  return derive("follower", addressOf(email)).toString("hex");
}

/** Whose token this is, or null when it is nobody's. */
export function followerOf(token: string): string | null {
  const [, hex = "", mark = ""] = /^([0-9a-f]{32})\.([\w-]{24})$/.exec(token) ?? [];
  if (!hex) return null;
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return sameBytes(sign(id), Buffer.from(mark, "base64url")) ? id : null;
}
