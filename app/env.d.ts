/// <reference types="vite/client" />
import "@remix-run/node";

/** Loader data reach their pages as they are, dates as dates. */
declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}
