import { redirect } from "@remix-run/node";
import { actorOfToken } from "~/domain/person/person.server";
import { holds, type Actor, type Person, type Role } from "~/domain/kernel/actor";
import { isLocale, type Locale } from "~/domain/kernel/locale";
import { sessionCookie } from "~/platform/session/cookies";
import type { Args } from "./page/context";

/** Guard of a page that anybody may see: which language, and who asks. An unknown language is no page. */
export async function anyone(args: Args): Promise<{ locale: Locale; actor: Actor }> {
  return { locale: localeOf(args), actor: await actorOf(args) };
}

/** Guard of a page for one role: others are asked to sign in, or, signed in, find nothing here. */
export async function only(args: Args, role: Role): Promise<{ locale: Locale; actor: Person }> {
  const locale = localeOf(args);
  const actor = await actorOf(args);
  if (!actor) throw redirect(`/${locale}/sign-in?to=${encodeURIComponent(new URL(args.request.url).pathname)}`, 303);
  if (!holds(actor, role)) throw notFound();
  return { locale, actor };
}

/** Guard of a page for anybody signed in. */
export async function signedIn(args: Args): Promise<{ locale: Locale; actor: Person }> {
  const locale = localeOf(args);
  const actor = await actorOf(args);
  if (!actor) throw redirect(`/${locale}/sign-in?to=${encodeURIComponent(new URL(args.request.url).pathname)}`, 303);
  return { locale, actor };
}

export function localeOf(args: Args): Locale {
  const { lang } = args.params;
  if (!isLocale(lang)) throw notFound();
  return lang;
}

/** Who asks: read once per request. */
export function actorOf({ request, context }: Args): Promise<Actor> {
  context.actor ??= readActor(request);
  return context.actor;
}

async function readActor(request: Request): Promise<Actor> {
  const token: unknown = await sessionCookie().parse(request.headers.get("Cookie"));
  return typeof token === "string" ? actorOfToken(token) : null;
}

export function notFound(): Response {
  return new Response(null, { status: 404, statusText: "Not Found" });
}
