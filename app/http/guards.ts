import { redirect } from "@remix-run/node";
import { isProven, type OpenSession } from "~/domain/person/session/session";
import { sessionOf, type Origin, type Token } from "~/domain/person/session/sessions.server";
import { holds, type Actor, type Person, type Role } from "~/domain/kernel/actor";
import { isLocale, type Locale } from "~/domain/kernel/locale";
import { now } from "~/platform/clock";
import { sessionCookie } from "~/platform/session/cookies";
import type { Args } from "./page/context";

/** Guard of a page that anybody may see: which language, and who asks. An unknown language is no page. */
export async function anyone(args: Args): Promise<{ locale: Locale; actor: Actor }> {
  return { locale: localeOf(args), actor: await actorOf(args) };
}

/**
 * Guard of a page for one role, or for any of some: others are asked to sign in, or, signed in, find nothing here. Who
 * holds it but has not yet shown a second factor is led to do so.
 */
export async function only(args: Args, ...roles: Role[]): Promise<Found> {
  const found = await signedIn(args);
  const { locale, actor, own } = found;
  if (roles.some((role) => holds(actor, role))) return found;
  const owes = roles.some((role) => own.withheld.includes(role));
  throw owes ? redirect(withWayBack(`/${locale}/account/second-factor`, args), 303) : notFound();
}

type Found = { locale: Locale; actor: Person; own: OpenSession };

/** Guard of a page for anybody signed in. */
export async function signedIn(args: Args): Promise<Found> {
  const locale = localeOf(args);
  const own = await sessionIn(args);
  if (!own) throw redirect(withWayBack(`/${locale}/sign-in`, args), 303);
  return { locale, actor: own.actor, own };
}

/** Guard of what is dangerous: somebody signed in who has shown within ten minutes who they are, else they are asked to. */
export async function proven(args: Args): Promise<Found> {
  return shown(await signedIn(args), args);
}

/** Guard of what is dangerous and for some role: the two together. */
export async function onlyProven(args: Args, ...roles: Role[]): Promise<Found> {
  return shown(await only(args, ...roles), args);
}

function shown(found: Found, args: Args): Found {
  if (isProven(found.own, now())) return found;
  const proof = `/${found.locale}/account/proof`;
  // What a form was to do is not done later behind somebody's back: they see the page again first.
  throw redirect(withWayBack(proof, args), 303);
}

/**
 * A page that leads back, when it is done, to the one that was asked for, or on which the form stood that was sent: what
 * a form was to do is not done later behind somebody's back.
 */
function withWayBack(page: string, { request }: Args): string {
  const from = (request.method !== "GET" && request.headers.get("Referer")) || request.url;
  const { pathname, searchParams } = new URL(from, request.url);
  // What has no value, as in "?saved", tells of something that was done; `_data` is Remix's.
  const filters = [...searchParams].filter(([name, value]) => value !== "" && name !== "_data");
  const wanted = filters.length > 0 ? `?${new URLSearchParams(filters)}` : "";
  return `${page}?to=${encodeURIComponent(pathname + wanted)}`;
}

export function localeOf(args: Args): Locale {
  const { lang } = args.params;
  if (!isLocale(lang)) throw notFound();
  return lang;
}

/** Who asks: read once per request. */
export function actorOf(args: Args): Promise<Actor> {
  args.context.actor ??= sessionIn(args).then((own) => own?.actor ?? null);
  return args.context.actor;
}

function sessionIn({ request, context }: Args): Promise<OpenSession | null> {
  context.session ??= readSession(request, context);
  return context.session;
}

async function readSession(request: Request, context: Args["context"]): Promise<OpenSession | null> {
  const token = await tokenOf(request);
  const own = token === null ? null : await sessionOf(token);
  if (own?.renewed) context.renewed = await cookieOf(own.renewed);
  return own;
}

/** The token that a browser's session cookie holds, or null. */
export async function tokenOf(request: Request): Promise<string | null> {
  const token: unknown = await sessionCookie().parse(request.headers.get("Cookie"));
  return typeof token === "string" && token !== "" ? token : null;
}

/** The cookie that carries a token, for as long as its session may last. */
export function cookieOf({ token, maxAge }: Token): Promise<string> {
  return sessionCookie().serialize(token, { maxAge });
}

/** From where a request comes: what its session will be told apart by, and what limits are counted by. */
export async function originOf({ request, context }: Args): Promise<Origin> {
  const userAgent = request.headers.get("User-Agent");
  return { network: context.network ?? "", userAgent, token: await tokenOf(request) };
}

export function notFound(): Response {
  return new Response(null, { status: 404, statusText: "Not Found" });
}
