import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { advance, claim, exitReasons, leads, setAside, states, takeOver, type Enquiry, type Step } from "./enquiry";
import type { Result } from "~/domain/kernel/refusal";

const at = new Date("2026-05-04T03:00:00Z");
const fresh: Enquiry = {
  id: "1",
  reference: "ZX-2026-0001",
  locale: "pt",
  topic: "INH",
  place: "taishan",
  region: "PA",
  nationality: "foreign",
  state: "received",
  version: 1,
  claimedBy: null,
  claimedAt: null,
  owedSince: at,
  createdAt: at,
  answeredAt: null,
};
const ends = ["closed", "spam", "out_of_scope", "erased"];

type Deed = (enquiry: Enquiry) => Result<Step>;
const deeds: Record<string, Deed> = {
  ann: (enquiry) => claim(enquiry, "ann"),
  bea: (enquiry) => claim(enquiry, "bea"),
  release: (enquiry) => advance(enquiry, "release"),
  "cleo takes over": (enquiry) => takeOver(enquiry, "cleo"),
  answer: (enquiry) => advance(enquiry, "answer"),
  close: (enquiry) => advance(enquiry, "close"),
  write: (enquiry) => advance(enquiry, "write"),
  solve: (enquiry) => advance(enquiry, "solve"),
  erase: (enquiry) => advance(enquiry, "erase"),
  ...Object.fromEntries(exitReasons.map((reason): [string, Deed] => [reason, (enquiry) => setAside(enquiry, reason)])),
};
const story = fc.array(fc.constantFrom(...Object.keys(deeds)), { maxLength: 25 });

function after(enquiry: Enquiry, deed: string): Enquiry {
  const result = deeds[deed]?.(enquiry);
  return result?.ok ? { ...enquiry, ...result.value, version: enquiry.version + 1 } : enquiry;
}

describe("the life of an enquiry", () => {
  it("goes from asking to an answer, to and fro, to its end", () => {
    const deedsInOrder = ["ann", "answer", "write", "answer", "solve"];
    const told = deedsInOrder.map((_, index) => deedsInOrder.slice(0, index + 1).reduce(after, fresh).state);
    expect(told).toEqual(["claimed", "answered", "waiting", "answered", "closed"]);
  });

  it("in every story somebody holds what is claimed, nobody what is only received, and no end is left", () => {
    fc.assert(
      fc.property(story, (list) => {
        let enquiry = fresh;
        for (const deed of list) {
          const next = after(enquiry, deed);
          if (ends.includes(enquiry.state)) expect([enquiry.state, "erased"]).toContain(next.state);
          if (enquiry.state === "erased") expect(next).toBe(enquiry);
          expect(states).toContain(next.state);
          if (next.state === "claimed") expect(next.claimedBy).not.toBeNull();
          if (next.state === "received") expect(next.claimedBy).toBeNull();
          enquiry = next;
        }
      }),
    );
  });

  it("in every story nobody takes what somebody else holds", () => {
    fc.assert(
      fc.property(story, (list) => {
        const enquiry = list.reduce(after, fresh);
        if (enquiry.claimedBy === "ann") expect(claim(enquiry, "bea")).toEqual({ ok: false, reason: "conflict" });
        if (enquiry.claimedBy === "ann")
          expect(claim(enquiry, "ann")).toMatchObject({ ok: true, value: { claimedBy: "ann" } });
      }),
    );
  });

  it("an end takes no further word", () => {
    for (const state of ["closed", "spam", "out_of_scope"] as const) {
      expect(advance({ ...fresh, state }, "write")).toEqual({ ok: false, reason: "wrong_state" });
      expect(leads({ ...fresh, state }, "solve")).toBe(false);
    }
  });

  it("can be taken over only from somebody who owes an answer", () => {
    const held: Enquiry = { ...fresh, state: "waiting", claimedBy: "ann" };
    expect(takeOver(held, "bea")).toEqual({ ok: true, value: { state: "waiting", claimedBy: "bea" } });
    expect(takeOver(fresh, "bea")).toEqual({ ok: false, reason: "wrong_state" });
    expect(takeOver({ ...held, state: "answered" }, "bea")).toEqual({ ok: false, reason: "wrong_state" });
  });

  it("a reason decides whether something is spam or outside the scope", () => {
    const held: Enquiry = { ...fresh, state: "claimed", claimedBy: "ann" };
    expect(setAside(held, "advertising")).toEqual({ ok: true, value: { state: "spam", claimedBy: "ann" } });
    expect(setAside(held, "elsewhere")).toEqual({ ok: true, value: { state: "out_of_scope", claimedBy: "ann" } });
    expect(setAside(fresh, "elsewhere")).toEqual({ ok: false, reason: "wrong_state" });
  });
});
