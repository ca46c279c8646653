import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { Actor } from "~/domain/kernel/actor";
import type { OpenSession } from "~/domain/person/session/session";

/** What the server knows about one request besides the request itself. Tests may leave all of it out. */
declare module "@remix-run/server-runtime" {
  interface AppLoadContext {
    /** The nonce of the page's content security policy. */
    nonce?: string;
    /** Who asks, read at most once per request. */
    actor?: Promise<Actor>;
    /** What was typed into the form of a request that failed, so that its error page can give it back. */
    typed?: () => Promise<[string, string][]>;
    /** Whether the page that gives it back may offer to send it again: not when another site had it sent. */
    foreign?: boolean;
    /** The network prefix that limits are counted by. */
    network?: string;
    /** The status that the front door refused this request with: there is only the page to be made that says so. */
    refused?: number;
    /** In how many seconds it may be tried again, where that is known. */
    wait?: number;
    /** The session that this request came with, read at most once. */
    session?: Promise<OpenSession | null>;
    /** The cookie of a session that got another token while this request was answered. */
    renewed?: string;
    /** The reference under which this request's failure was logged. */
    fault?: string;
    /** Whether it failed because the database is out of reach. */
    gone?: boolean;
  }
}

export type Args = LoaderFunctionArgs | ActionFunctionArgs;
