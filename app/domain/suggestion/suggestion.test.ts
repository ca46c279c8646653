import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyCommand, anySuggestion, aSuggestion } from "../../../tests/factories/suggestion";
import { nextOf, turnOf } from "./next";
import { overdue, possible, ratingOf, states, step, type Command, type Suggestion } from "./suggestion";

const at = new Date("2026-03-31T04:00:00Z");
/** A calendar on which every day is what its week says. */
const plain = { calendar: new Map<string, boolean>(), acceptDays: 10, secondReplyMonths: 1 };
const words = (text: string): Command => ({ verb: "return", words: text });

/** The suggestion after these commands, all of which must be possible. */
function after(...commands: Command[]): Suggestion {
  return commands.reduce((now, command) => {
    const stepped = step(now, command, at, plain);
    if (!stepped.ok) throw new Error(`${command.verb} in ${now.state}`);
    return stepped.value.next;
  }, aSuggestion());
}

const taken: Command = { verb: "take" };
const assigned: Command = { verb: "assign", unit: "unit-a", dueOn: "2026-06-30" };
const accepted: Command = { verb: "accept" };
const replied: Command = { verb: "reply", text: "已修好。", locale: "zh-Hans", class: "A" };
const rated = (rating: "satisfied" | "dissatisfied"): Command => ({ verb: "rate", rating, words: "" });
const answered = [taken, assigned, accepted, replied];

describe("the life of a suggestion", () => {
  it("no command leads on from a state that is not listed for it, and every other one does or is refused; nothing throws", () => {
    fc.assert(
      fc.property(anySuggestion, anyCommand, (now, command) => {
        const before = structuredClone(now);
        const stepped = step(now, command, at, plain);
        expect(now).toEqual(before);
        if (!possible[command.verb].includes(now.state)) expect(stepped).toEqual({ ok: false, reason: "wrong_state" });
        if (!stepped.ok) return;
        const { next, event } = stepped.value;
        expect(next.version).toBe(now.version + 1);
        expect(states).toContain(next.state);
        expect(event.verb).toBe(command.verb);
        for (const fixed of ["id", "reference", "authorId", "submittedAt"] as const)
          expect(next[fixed]).toEqual(now[fixed]);
        for (const code of Object.values(event.particulars)) expect(code).toMatch(/^[\w-]{1,40}$/);
      }),
      { numRuns: 2000 },
    );
  });

  it("whatever happens, what is published was consented to, and what is closed was replied to and rated", () => {
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 40 }), fc.boolean(), (commands, publishable) => {
        let now = aSuggestion({ publishable });
        for (const command of commands) {
          const stepped = step(now, command, at, plain);
          if (stepped.ok) now = stepped.value.next;
          if (now.publishedAt) expect([now.publishable, now.reply !== null]).toEqual([true, true]);
          if (now.state === "closed") expect([now.reply !== null, now.rating !== null]).toEqual([true, true]);
          if (["assigned", "in_progress", "replied"].includes(now.state)) expect(now.unitSlug).not.toBeNull();
        }
      }),
    );
  });

  it("the first dissatisfied rating gives the unit another month, the second one closes", () => {
    const again = after(...answered, rated("dissatisfied"));
    expect(again).toMatchObject({ state: "rehandling", dueOn: "2026-04-30", rating: "dissatisfied" });
    const second = after(...answered, rated("dissatisfied"), replied);
    expect(ratingOf(second)).toBeNull();
    expect(after(...answered, rated("dissatisfied"), replied, rated("dissatisfied")).state).toBe("closed");
    expect(after(...answered, rated("satisfied")).state).toBe("closed");
  });

  it("a returned one is revised and begins anew; one asked back is assigned to another unit", () => {
    expect(after(taken, words("请写明地点。")).state).toBe("returned");
    const back = after(taken, assigned, { verb: "ask_back", words: "不属本单位职责。" });
    expect(turnOf(back.state)).toBe("committee");
    expect(after(taken, assigned, { verb: "ask_back", words: "-" }, { ...assigned, unit: "unit-b" })).toMatchObject({
      state: "assigned",
      unitSlug: "unit-b",
    });
  });

  it("at each state somebody's turn is known, or it is an end", () => {
    const ends = states.filter((state) => turnOf(state) === null);
    expect(ends).toEqual(["not_taken", "closed", "withdrawn"]);
    for (const state of states) {
      const next = nextOf({ state, dueOn: "2026-06-30", acceptBy: null }, at, 7);
      if (next) expect(Object.entries(possible).some(([, from]) => from.includes(state))).toBe(true);
    }
    expect(nextOf({ state: "return_requested", dueOn: null, acceptBy: null }, at, 7)?.until).toBe("2026-04-07");
  });

  it("a unit has ten working days to take it on, counted by the calendar, and none once it did", () => {
    const may = new Map([
      ["2026-04-06", false],
      ["2026-04-11", true],
    ]);
    const on = (calendar: Map<string, boolean>) => {
      const stepped = step(after(taken), assigned, at, { ...plain, calendar });
      return stepped.ok ? stepped.value : null;
    };
    expect(on(plain.calendar)?.next.acceptBy).toBe("2026-04-14");
    expect(on(new Map([["2026-04-06", false]]))?.next.acceptBy).toBe("2026-04-15");
    expect(on(may)).toMatchObject({
      next: { acceptBy: "2026-04-14" },
      event: { particulars: { acceptBy: "2026-04-14" } },
    });
    expect(nextOf(after(taken, assigned), at, 7)?.until).toBe("2026-04-14");
    for (const either of [accepted, { verb: "ask_back", words: "-" } as const])
      expect(after(taken, assigned, either).acceptBy).toBeNull();
  });

  it("is overdue only after its last day, and only while it is the unit's or the committee's to end that", () => {
    const late = { dueOn: "2026-06-30" };
    for (const state of states) {
      const open = ["assigned", "in_progress", "return_requested", "rehandling"].includes(state);
      expect(overdue({ ...late, state }, "2026-06-30")).toBe(false);
      expect(overdue({ ...late, state }, "2026-07-01")).toBe(open);
      expect(overdue({ dueOn: null, state }, "2026-07-01")).toBe(false);
    }
  });
});
