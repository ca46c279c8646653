import { createContext, useContext } from "react";
import type { TextSize } from "./text-size";

/** What a page's frame needs from the request besides its loader data. */
export type PageContext = {
  nonce: string;
  /** Address of the script that adds comfort, or null while there is none. */
  script: string | null;
  /** What was typed into the form that failed, on the page of an error. */
  typed: [string, string][];
  /** Whether another site had it sent: then it is shown, but not offered to be sent again. */
  foreign: boolean;
  /** The reference under which a failure was logged. */
  fault: string | null;
  /** The size of text that the reader chose. */
  text: TextSize;
};

const Context = createContext<PageContext>({
  nonce: "",
  script: null,
  typed: [],
  foreign: false,
  fault: null,
  text: "normal",
});

export const PageContextProvider = Context.Provider;

export function usePageContext(): PageContext {
  return useContext(Context);
}
