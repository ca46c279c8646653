import { route, type RouteConfig } from "@remix-run/route-config";
import { patterns, sections, type PageName } from "./paths";

const page = (name: PageName, file: string) => route(patterns[name].slice(1), `routes/${file}.tsx`, { id: name });

const records = (
  ["initiative", "project", "programme", "proposal", "issue", "event", "document", "body", "station"] as const
).flatMap((kind) => [page(sections[kind], "public/entries"), page(kind, "public/entry")]);

/** The contents page: which file answers which path. */
export default [
  route("/", "routes/system/language.tsx", { id: "language" }),

  page("home", "public/home"),
  page("search", "public/search"),
  page("figures", "public/figures"),
  page("places", "public/places"),
  page("place", "public/place"),
  page("surnames", "public/surnames"),
  page("surname", "public/surname"),
  page("suggestions", "public/suggestions"),
  page("suggestion", "public/suggestion"),
  ...records,
  page("about", "about/about"),
  page("privacy", "about/privacy"),
  page("terms", "about/terms"),
  page("accessibility", "about/accessibility"),
  page("preferences", "about/preferences"),

  page("suggest", "public/suggest"),
  page("leadReceipt", "public/lead-receipt"),
  page("ask", "public/ask"),
  page("askReceipt", "public/ask-receipt"),
  page("askReturn", "public/ask-return"),
  page("askCase", "public/ask-case"),
  page("askSolved", "asker/solved"),
  page("askLeave", "asker/leave"),
  page("askCopy", "asker/copy"),
  page("askErasure", "asker/erasure"),
  page("askErased", "asker/erased"),

  page("feed", "public/feed"),
  page("follow", "following/follow"),
  page("followAsked", "following/asked"),
  page("following", "following/following"),
  page("followConfirm", "following/confirm"),
  page("followOff", "following/off"),

  page("signIn", "session/sign-in"),
  page("signOut", "session/sign-out"),
  page("account", "account/account"),
  page("accountSession", "account/session"),
  page("accountOthers", "account/others"),
  page("accountPassword", "account/password"),

  page("memberDesk", "member/desk"),
  page("memberNew", "member/suggestion-new"),
  page("memberSuggestion", "member/suggestion"),
  page("memberRevision", "member/revision"),
  page("memberWithdrawal", "member/withdrawal"),
  page("memberRating", "member/rating"),
  page("committeeDesk", "committee/desk"),
  page("committeeSuggestion", "committee/suggestion"),
  page("committeeReview", "committee/review"),
  page("committeeAssignment", "committee/assignment"),
  page("committeePublication", "committee/publication"),
  page("committeeLeads", "committee/leads"),
  page("committeeLead", "committee/lead"),
  page("unitDesk", "unit/desk"),
  page("unitSuggestion", "unit/suggestion"),
  page("unitAcceptance", "unit/acceptance"),
  page("unitReply", "unit/reply"),
  page("suggestionFile", "member/file"),
  page("stationDesk", "station/desk"),
  page("stationEnquiry", "station/enquiry"),
  page("stationClaim", "station/claim"),
  page("stationAnswer", "station/answer"),
  page("stationTakeOver", "station/take-over"),
  page("stationRelease", "station/release"),
  page("stationClosure", "station/closure"),
  page("stationRemoval", "station/removal"),
  page("outbox", "system/outbox"),

  route("api/v1/openapi.json", "routes/api/openapi.ts", { id: "openapi" }),
  route("api/v1/search", "routes/api/search.ts", { id: "apiSearch" }),
  route("api/v1/suggest", "routes/api/suggest.ts", { id: "apiSuggest" }),
  route("healthz", "routes/system/healthz.ts", { id: "healthz" }),
  route("readyz", "routes/system/readyz.ts", { id: "readyz" }),
  route("metrics", "routes/system/metrics.ts", { id: "metrics" }),
  route("names.txt", "routes/system/names.ts", { id: "names" }),
  route("sitemap.xml", "routes/system/sitemap.ts", { id: "sitemap" }),
  route("robots.txt", "routes/system/robots.ts", { id: "robots" }),
  route("*", "routes/system/not-found.tsx", { id: "notFound" }),
] satisfies RouteConfig;
