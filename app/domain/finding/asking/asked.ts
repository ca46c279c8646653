/** A token that answers part of a query, and how well: 1 as typed, less for another word of the same meaning or a guess. */
export type Answer = { token: string; worth: number; guessed: boolean };

/** A part of the query, from unit `from` to before `to`, and what answers it. */
export type Asked = { from: number; to: number; answers: Answer[]; needed: boolean };
