import { createCookie } from "@remix-run/node";
import { derive } from "../crypto/seal";
import { env } from "../env";

const secure = () => env().BASE_URL.startsWith("https:");
const base = () => ({ path: "/", httpOnly: true, sameSite: "lax" as const, secure: secure() });

/** Without a secret of its own the portal signs with one derived from its sealing key. */
const secrets = () => [env().SESSION_SECRET ?? derive("cookies", "session").toString("base64url")];

/** The token of a signed-in person's session, signed: what we did not set costs no look into the database. */
export const sessionCookie = () =>
  createCookie("qq_session", { ...base(), maxAge: 30 * 24 * 3600, secrets: secrets() });

/** Opens one enquiry on this device for two hours after its receipt code was given. */
export const enquiryCookie = () => createCookie("qq_enquiry", { ...base(), maxAge: 2 * 3600, sameSite: "strict" });

/** Says for ten minutes that the password was right and a code is still to come. Sealed by whoever sets it. */
export const entryCookie = () => createCookie("qq_entry", { ...base(), maxAge: 600, sameSite: "strict" });

/** Ties somebody's way to a provider of single sign-on to this browser. Sealed by whoever sets it. */
export const ssoCookie = () => createCookie("qq_sso", { ...base(), maxAge: 600 });

/** Carries the identity that somebody came back with until they say whether to link it. Sealed by whoever sets it. */
export const linkingCookie = () => createCookie("qq_link", { ...base(), maxAge: 600 });

/** Carries something to show once on the next page. Sealed by whoever sets it. */
export const onceCookie = () => createCookie("qq_once", { ...base(), maxAge: 600, sameSite: "strict" });

/** The reader's language and text size: no person is known by them. */
export const languageCookie = () => createCookie("qq_lang", { ...base(), maxAge: 365 * 24 * 3600 });
export const textCookie = () => createCookie("qq_text", { ...base(), maxAge: 365 * 24 * 3600 });
