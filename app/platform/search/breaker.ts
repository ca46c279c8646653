/** When an engine is asked and when it is left alone. Pure: the time comes from outside, in milliseconds. */
export type Breaker =
  { state: "closed"; failures: number } | { state: "open"; since: number; wait: number; probing: boolean };

/** What to do with the next search: ask the engine, leave it alone, or leave it alone and try it on the side. */
export type Turn = "ask" | "rest" | "probe";

const failuresInARow = 3;
const firstWait = 1000;
const longestWait = 15_000;

export const closed: Breaker = { state: "closed", failures: 0 };

export function turn(breaker: Breaker, at: number): Turn {
  if (breaker.state === "closed") return "ask";
  return !breaker.probing && at >= breaker.since + breaker.wait ? "probe" : "rest";
}

/** A search was answered. One that was on its way when the breaker opened changes nothing. */
export function answered(breaker: Breaker): Breaker {
  return breaker.state === "closed" ? closed : breaker;
}

/** A search failed: after a few in a row the breaker opens. */
export function failed(breaker: Breaker, at: number): Breaker {
  if (breaker.state === "open") return breaker;
  const failures = breaker.failures + 1;
  return failures < failuresInARow ? { state: "closed", failures } : opened(at);
}

/** It is known that the engine must not be asked. */
export function tripped(breaker: Breaker, at: number): Breaker {
  return breaker.state === "open" ? breaker : opened(at);
}

/** A trial has begun: no second one beside it. */
export function probing(breaker: Breaker): Breaker {
  return breaker.state === "open" ? { ...breaker, probing: true } : breaker;
}

/** A trial failed: the next one waits twice as long, within reason. */
export function probeFailed(breaker: Breaker, at: number): Breaker {
  if (breaker.state === "closed") return opened(at);
  return { state: "open", since: at, wait: Math.min(breaker.wait * 2, longestWait), probing: false };
}

function opened(at: number): Breaker {
  return { state: "open", since: at, wait: firstWait, probing: false };
}
