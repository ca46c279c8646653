import { describe, expect, it } from "vitest";
import { answered, closed, failed, probeFailed, probing, tripped, turn, type Breaker } from "./breaker";

const after = (steps: ((breaker: Breaker) => Breaker)[]) =>
  steps.reduce<Breaker>((breaker, step) => step(breaker), closed);
const failsAt = (at: number) => (breaker: Breaker) => failed(breaker, at);

describe("the breaker", () => {
  it("opens after three failures in a row, not before", () => {
    expect(turn(after([failsAt(0), failsAt(1)]), 2)).toBe("ask");
    expect(turn(after([failsAt(0), failsAt(1), answered, failsAt(2)]), 3)).toBe("ask");
    expect(turn(after([failsAt(0), failsAt(1), failsAt(2)]), 3)).toBe("rest");
  });

  it("opens at once when the engine is known to be unfit", () => {
    expect(turn(tripped(closed, 5), 6)).toBe("rest");
  });

  it("lets one trial through after its wait, and no second one beside it", () => {
    const open = tripped(closed, 0);
    expect([turn(open, 999), turn(open, 1000), turn(probing(open), 1000)]).toEqual(["rest", "probe", "rest"]);
  });

  it("waits twice as long after each failed trial, fifteen seconds at most", () => {
    let breaker = tripped(closed, 0);
    let at = 0;
    const waits = Array.from({ length: 7 }, () => {
      const from = at;
      while (turn(breaker, at) === "rest") at += 250;
      breaker = probeFailed(probing(breaker), at);
      return at - from;
    });
    expect(waits).toEqual([1000, 2000, 4000, 8000, 15_000, 15_000, 15_000]);
  });

  it("is not moved by searches that were on their way when it opened", () => {
    const open = probeFailed(tripped(closed, 0), 1000);
    expect(answered(open)).toBe(open);
    expect(failed(open, 1500)).toBe(open);
    expect(tripped(open, 1500)).toBe(open);
    expect(probing(closed)).toBe(closed);
  });
});
