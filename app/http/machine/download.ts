/** What every download says: it is never shown within our pages, may do nothing if it is, and no cache keeps it. */
export const download = {
  "Content-Security-Policy": "default-src 'none'; sandbox",
  "Cache-Control": "private, no-store",
} as const;
