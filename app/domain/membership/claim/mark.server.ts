import { addressOf } from "~/domain/kernel/address";
import { derive } from "~/platform/crypto/seal";

/** By what the claims of one address are known, without the address being kept in the open. */
export function claimMark(email: string): string {
  return derive("claim", addressOf(email)).toString("hex");
}
