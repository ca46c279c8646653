import { derive, sameBytes } from "../crypto/seal";
import { env } from "../env";

const purpose = "letters that come back";
/** Lower case and digits alone, as not every server keeps capitals: 32 of the letter's number and 16 that only the portal can make. */
const tag = /^([0-9a-f]{32})-([0-9a-f]{16})$/;

const seal = (number: string) => derive(purpose, number).subarray(0, 8);

/** Where a letter goes that nobody takes (RFC 5321, 4.5.5): an address of its own. Null: `MAIL_RETURN` names none. */
export function returnAddress(letterId: string): string | null {
  const [name, host] = (env().MAIL_RETURN ?? "").split("@");
  if (!name || !host) return null;
  const number = letterId.replaceAll("-", "");
  return `${name}+${number}-${seal(number).toString("hex")}@${host}`;
}

/** The letter whose return address this is; null for any other address, also one that a stranger made up. */
export function letterOf(address: string): string | null {
  const [name, host] = (env().MAIL_RETURN ?? "").split("@");
  const [local = "", at] = address.toLowerCase().split("@");
  if (!name || at !== host?.toLowerCase() || !local.startsWith(`${name}+`)) return null;
  const [, number = "", mark = ""] = tag.exec(local.slice(name.length + 1)) ?? [];
  if (number === "" || !sameBytes(Buffer.from(mark, "hex"), seal(number))) return null;
  return number.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
