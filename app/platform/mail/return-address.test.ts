import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { env } from "../env";
import { letterOf, returnAddress } from "./return-address";

const before = env().MAIL_RETURN;
beforeEach(() => {
  env().MAIL_RETURN = "returns@portal.example";
});
afterEach(() => {
  env().MAIL_RETURN = before;
});

describe("the address that a letter comes back to", () => {
  it("names its letter, also where capitals got lost, and fits what servers take", () => {
    for (let time = 0; time < 200; time += 1) {
      const id = randomUUID();
      const address = returnAddress(id) ?? "";
      expect(address.split("@")[0]?.length).toBeLessThanOrEqual(64);
      expect(letterOf(address)).toBe(id);
      expect(letterOf(address.toUpperCase())).toBe(id);
    }
  });

  it("cannot be made up: each other mark, number, name or host names no letter", () => {
    const address = returnAddress(randomUUID()) ?? "";
    const [local = "", host = ""] = address.split("@");
    for (let at = "returns+".length; at < local.length; at += 1) {
      if (local[at] === "-") continue;
      const other = local[at] === "0" ? "1" : "0";
      expect(letterOf(`${local.slice(0, at)}${other}${local.slice(at + 1)}@${host}`)).toBeNull();
    }
    for (const wrong of [
      "",
      "@",
      host,
      local,
      `${local}@other.example`,
      `other${local}@${host}`,
      `x${address}`,
      `${address}x`,
    ])
      expect(letterOf(wrong), wrong).toBeNull();
  });

  it("is none where nothing is set", () => {
    const address = returnAddress(randomUUID()) ?? "";
    env().MAIL_RETURN = undefined;
    expect(returnAddress(randomUUID())).toBeNull();
    expect(letterOf(address)).toBeNull();
  });
});
