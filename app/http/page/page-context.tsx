import { createContext, useContext } from "react";

/** What a page's frame needs from the request besides its loader data. */
export type PageContext = {
  nonce: string;
  /** Address of the script that adds comfort, or null while there is none. */
  script: string | null;
  /** What was typed into the form that failed, on the page of an error. */
  typed: [string, string][];
  /** The reference under which a failure was logged. */
  fault: string | null;
};

const Context = createContext<PageContext>({ nonce: "", script: null, typed: [], fault: null });

export const PageContextProvider = Context.Provider;

export function usePageContext(): PageContext {
  return useContext(Context);
}
