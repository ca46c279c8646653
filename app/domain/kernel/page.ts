/** One page of a list: `number` counts from 1. */
export type Page<T> = { items: T[]; number: number; size: number; total: number };

export const pageSize = 20;

/** The page number that a query string asks for: 1 when it is absent, not a number or absurd. */
export function pageNumber(value: string | null): number {
  const number = /^\d{1,5}$/.test(value ?? "") ? Number(value) : 1;
  return number >= 1 && number <= 10_000 ? number : 1;
}
