/** The present moment. Tests set another clock; rooms take `now` as a value and never ask themselves. */
let source: () => Date = () => new Date();

export function now(): Date {
  return source();
}

/** Only for tests: replaces the clock, and gives back a function that restores it. */
export function setClock(clock: () => Date): () => void {
  const before = source;
  source = clock;
  return () => {
    source = before;
  };
}
