import type { Figure } from "./figure";
import * as store from "./store.server";

/** All figures, group by group in the order of the content. */
export async function figureGroups(): Promise<{ group: Figure["group"]; figures: Figure[] }[]> {
  const figures = await store.list();
  const groups = [...new Set(figures.map((figure) => figure.group))];
  return groups.map((group) => ({ group, figures: figures.filter((figure) => figure.group === group) }));
}

export function figuresOf(keys: string[]): Promise<Figure[]> {
  return keys.length > 0 ? store.list(keys) : Promise.resolve([]);
}

export function loadFigures(figures: unknown): Promise<void> {
  return store.replaceAll(figures);
}
