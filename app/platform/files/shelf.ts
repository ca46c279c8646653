/** Where files are kept, by key. */
export type Shelf = {
  /** Keeps the bytes; they are safe when this returns. */
  put: (key: string, bytes: Uint8Array) => Promise<void>;
  /** A stream of the bytes, or null when there are none under this key. */
  open: (key: string) => Promise<ReadableStream<Uint8Array> | null>;
  /** Lets go of the bytes. Nothing to let go of is no fault. */
  drop: (key: string) => Promise<void>;
};
