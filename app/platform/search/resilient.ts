import { log } from "../log";
import { answered, closed, failed, probeFailed, probing, tripped, turn, type Breaker } from "./breaker";
import { EngineFault, rankedAtMost, type Candidates, type SearchEngine, type Wanted } from "./engine";

export type ResilientOptions = {
  /** Asked first. */
  first: SearchEngine;
  /** Answers when the first does not. Writes go to it; what follows the writes brings them to the first. */
  second: SearchEngine;
  /** Throws an EngineFault when what the first one holds is not to be relied upon. */
  verify: () => Promise<void>;
  /** How long the first one has to answer, in milliseconds. */
  within?: number;
  clock?: () => number;
};

export type ResilientEngine = SearchEngine & {
  /** Which engine answers, for those who run the portal. Throws when none does. */
  state(): Promise<string>;
};

const verifiedFor = 15_000;
const verifyWithin = 2000;

/** An engine that always answers: from the first one, or from the second while the first is down, slow or not whole. */
export function resilient({
  first,
  second,
  verify,
  within = 300,
  clock = Date.now,
}: ResilientOptions): ResilientEngine {
  let breaker: Breaker = closed;
  let verifiedAt: number | undefined;
  let verifying: Promise<void> | undefined;

  function change(next: Breaker, code?: string): void {
    const before = breaker.state;
    breaker = next;
    if (next.state !== before)
      log(next.state === "open" ? "warn" : "info", `search.breaker.${next.state}`, { engine: first.name, code });
  }

  /** Looks whether the first engine is whole, once for all who want to know. */
  function verified(): Promise<void> {
    verifying ??= verifyNow().finally(() => {
      verifying = undefined;
    });
    return verifying;
  }

  async function verifyNow(): Promise<void> {
    await inTime(verifyWithin, verify());
    verifiedAt = clock();
  }

  const trip = (error: unknown) => change(tripped(breaker, clock()), codeOf(error));
  const due = () => verifiedAt === undefined || clock() - verifiedAt >= verifiedFor;

  async function ask(wanted: Wanted): Promise<Candidates> {
    const sure = verifiedAt === undefined ? verified() : undefined;
    if (!sure && due()) void verified().catch(trip);
    const asking = inTime(within, Promise.all([first.candidates(wanted), sure?.catch(trip)]));
    const [found] = await asking;
    if (breaker.state === "open") throw new EngineFault("not_whole");
    // An index that lost its documents finds nothing either: nothing is believed only when both say so.
    if (found.total > 0) return found;
    const other = await second.candidates(wanted);
    if (other.total > 0) throw new EngineFault("nothing_found");
    return found;
  }

  async function probe(): Promise<void> {
    change(probing(breaker));
    try {
      await verified();
      await inTime(within, first.candidates({ groups: [], filters: {}, limit: 1 }));
      change(closed);
    } catch (error) {
      change(probeFailed(breaker, clock()), codeOf(error));
    }
  }

  return {
    ...second,
    name: first.name,

    async candidates(wanted) {
      if (wanted.limit > rankedAtMost) return second.candidates(wanted);
      const next = turn(breaker, clock());
      if (next === "probe") void probe();
      if (next === "ask") {
        try {
          const found = await ask(wanted);
          change(answered(breaker));
          return found;
        } catch (error) {
          log("warn", "search.fault", { engine: first.name, code: codeOf(error) });
          change(failed(breaker, clock()), codeOf(error));
        }
      }
      return { ...(await second.candidates(wanted)), limited: true };
    },

    async state() {
      await second.check();
      const next = turn(breaker, clock());
      if (next === "probe") await probe();
      if (next === "ask" && due()) await verified().catch(trip);
      return breaker.state === "closed" ? first.name : `${first.name}, limited: ${second.name} answers`;
    },
  };
}

async function inTime<Result>(limit: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new EngineFault("slow")), limit);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function codeOf(error: unknown): string {
  return error instanceof EngineFault ? error.code : "unknown";
}
