import type { SearchEngine } from "./engine";
import { postgres } from "./postgres";

/** The engine that searches ask. */
export function engine(): SearchEngine {
  return postgres;
}

/** Its name for those who run the portal, or `none` when it cannot answer. */
export async function engineName(): Promise<string> {
  return engine()
    .check()
    .then(
      () => engine().name,
      () => "none",
    );
}
