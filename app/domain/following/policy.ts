/** Whether whoever holds the token of `holder` may see, change or end what `follower` follows: their own only. */
export function may(holder: string | null, follower: string): boolean {
  return holder !== null && holder === follower;
}
