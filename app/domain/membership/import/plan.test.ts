import { describe, expect, it } from "vitest";
import type { Membership, NewMember } from "../member";
import { planOf, type Read } from "./plan";

const at = new Date("2026-03-01T00:00:00+08:00");
const day = (text: string) => new Date(`${text}T00:00:00+08:00`);
const email = "member@example.org";
const profile = {
  name: "梁",
  nameLatin: null,
  kind: "macao",
  session: 14,
  sector: null,
  liaisonGroup: null,
  locale: "pt",
} as const;
const term = (from: string, until: string | null): NewMember => ({
  ...profile,
  email,
  from: day(from),
  until: until === null ? null : day(until),
});
const kept: Membership = { ...term("2025-01-01", null), id: "kept", personId: "p", version: 1, createdAt: at };
const has = new Set(["email", "name", "from", "until"] as const);
const read = (row: number, member: NewMember): Read => ({ row, has, member, fromSaid: true });

describe("two rows about one member", () => {
  it("change one membership at most: the later term is another one", () => {
    const rows = [read(2, term("2026-01-01", "2026-07-01")), read(3, term("2026-07-01", null))];
    const { steps, faults } = planOf(rows, [kept], "clerk@example.org", at);
    expect(faults).toEqual([]);
    expect(steps.map(({ what, row }) => [what, row])).toEqual([
      ["change", 2],
      ["add", 3],
    ]);
  });

  it("whose terms meet are one too many", () => {
    const rows = [read(2, term("2026-01-01", "2026-08-01")), read(3, term("2026-07-01", null))];
    const { faults } = planOf(rows, [kept], "clerk@example.org", at);
    expect(faults).toMatchObject([{ row: 3, fault: "twice" }]);
  });
});
