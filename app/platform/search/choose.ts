import { env } from "../env";
import type { SearchEngine } from "./engine";
import { meilisearch, type MeilisearchEngine } from "./meilisearch";
import { follow, mirror, mirrorWhole, verifyMirror } from "./mirror";
import { postgres } from "./postgres/postgres";
import { resilient } from "./resilient";

type Chosen = {
  url: string | undefined;
  engine: SearchEngine;
  state: () => Promise<string>;
  mirrored: MeilisearchEngine | null;
};
let chosen: Chosen | undefined;

function choose(): Chosen {
  const { MEILI_URL: url, MEILI_KEY: key } = env();
  if (chosen && chosen.url === url) return chosen;
  if (url) {
    const first = meilisearch({ url, key });
    const both = resilient({ first, second: postgres(follow), verify: () => verifyMirror(first) });
    chosen = { url, engine: both, state: () => both.state(), mirrored: first };
  } else {
    const own = postgres();
    chosen = { url, engine: own, state: () => own.check().then(() => own.name), mirrored: null };
  }
  return chosen;
}

/** The engine that searches ask: Meilisearch with PostgreSQL behind it when MEILI_URL is set, otherwise PostgreSQL. */
export function engine(): SearchEngine {
  return choose().engine;
}

/** Its name and state for those who run the portal, or `none` when nothing can answer. */
export async function engineName(): Promise<string> {
  return choose()
    .state()
    .catch(() => "none");
}

/** Brings what PostgreSQL's index holds under a key over to Meilisearch, where there is one. */
export async function mirrorSearch(key: string): Promise<void> {
  const { mirrored } = choose();
  if (mirrored) await mirror(mirrored, key);
}

/** After PostgreSQL's index was built anew: does the same to Meilisearch's, where there is one, and waits for it. */
export async function mirrorWholeSearch(): Promise<void> {
  const { mirrored } = choose();
  if (mirrored) await mirrorWhole(mirrored);
}
