import type { Locale } from "~/domain/kernel/locale";

/** Every URL pattern of the portal, once: routes.ts reads them, and every link is made from them. */
export const patterns = {
  home: "/:lang",
  search: "/:lang/search",
  figures: "/:lang/figures",
  places: "/:lang/places",
  place: "/:lang/places/:slug",
  surnames: "/:lang/surnames",
  surname: "/:lang/surnames/:slug",
  initiatives: "/:lang/initiatives",
  initiative: "/:lang/initiatives/:slug",
  projects: "/:lang/projects",
  project: "/:lang/projects/:slug",
  programmes: "/:lang/programmes",
  programme: "/:lang/programmes/:slug",
  proposals: "/:lang/proposals",
  proposal: "/:lang/proposals/:slug",
  suggestions: "/:lang/suggestions",
  suggestion: "/:lang/suggestions/:slug",
  issues: "/:lang/issues",
  issue: "/:lang/issues/:slug",
  events: "/:lang/events",
  event: "/:lang/events/:slug",
  documents: "/:lang/documents",
  document: "/:lang/documents/:slug",
  bodies: "/:lang/bodies",
  body: "/:lang/bodies/:slug",
  stations: "/:lang/stations",
  station: "/:lang/stations/:slug",
  about: "/:lang/about",
  privacy: "/:lang/privacy",
  terms: "/:lang/terms",
  accessibility: "/:lang/accessibility",
  preferences: "/:lang/preferences",

  suggest: "/:lang/suggest",
  leadReceipt: "/:lang/suggest/received",
  ask: "/:lang/ask",
  askReceipt: "/:lang/ask/receipt",
  askReturn: "/:lang/ask/return",
  askCase: "/:lang/ask/case",
  askSolved: "/:lang/ask/case/solved",
  askLeave: "/:lang/ask/case/leave",
  askCopy: "/:lang/ask/case/copy",
  askErasure: "/:lang/ask/case/erasure",
  askErased: "/:lang/ask/erased",

  feed: "/:lang/feed",
  follow: "/:lang/follow",
  followAsked: "/:lang/follow/asked",
  following: "/:lang/following/:token",
  followConfirm: "/:lang/following/:token/confirm/:follow",
  followOff: "/:lang/following/:token/off",

  signIn: "/:lang/sign-in",
  signInCode: "/:lang/sign-in/code",
  signInLink: "/:lang/sign-in/link",
  signInLinkAsked: "/:lang/sign-in/link/asked",
  signInByLink: "/:lang/sign-in/by-link/:token",
  signInPasskey: "/:lang/sign-in/passkey",
  invitation: "/:lang/invitation/:token",
  invitationAccept: "/:lang/invitation/:token/accept",
  signOut: "/:lang/sign-out",
  account: "/:lang/account",
  accountSession: "/:lang/account/sessions/:id/end",
  accountOthers: "/:lang/account/other-sessions/end",
  accountPassword: "/:lang/account/password",
  accountProof: "/:lang/account/proof",
  accountFactor: "/:lang/account/second-factor",
  accountFactorOff: "/:lang/account/second-factor/off",
  accountCodes: "/:lang/account/recovery-codes",
  accountPasskeys: "/:lang/account/passkeys",
  accountPasskeyEnd: "/:lang/account/passkeys/:id/end",

  own: "/:lang/my-data",
  ownExport: "/:lang/my-data/export",
  ownErasure: "/:lang/my-data/erasure",
  ownKeep: "/:lang/my-data/erasure/undo",

  memberDesk: "/:lang/member",
  memberNew: "/:lang/member/suggestions/new",
  memberSuggestion: "/:lang/member/suggestions/:reference",
  memberRevision: "/:lang/member/suggestions/:reference/revision",
  memberWithdrawal: "/:lang/member/suggestions/:reference/withdrawal",
  memberRating: "/:lang/member/suggestions/:reference/rating",
  committeeDesk: "/:lang/committee",
  committeeSuggestion: "/:lang/committee/suggestions/:reference",
  committeeReview: "/:lang/committee/suggestions/:reference/review",
  committeeAssignment: "/:lang/committee/suggestions/:reference/assignment",
  committeePublication: "/:lang/committee/suggestions/:reference/publication",
  committeeLeads: "/:lang/committee/leads",
  committeeLead: "/:lang/committee/leads/:reference",
  unitDesk: "/:lang/unit",
  unitSuggestion: "/:lang/unit/suggestions/:reference",
  unitAcceptance: "/:lang/unit/suggestions/:reference/acceptance",
  unitReply: "/:lang/unit/suggestions/:reference/reply",
  suggestionFile: "/:lang/files/:id",
  stationDesk: "/:lang/station",
  stationEnquiry: "/:lang/station/enquiries/:reference",
  stationClaim: "/:lang/station/enquiries/:reference/claim",
  stationAnswer: "/:lang/station/enquiries/:reference/answer",
  stationTakeOver: "/:lang/station/enquiries/:reference/take-over",
  stationRelease: "/:lang/station/enquiries/:reference/release",
  stationClosure: "/:lang/station/enquiries/:reference/closure",
  stationRemoval: "/:lang/station/enquiries/:reference/removal",
  team: "/:lang/team",
  teamEnd: "/:lang/team/:grant/end",
  teamUninvite: "/:lang/team/invitations/:invitation/end",
  adminDesk: "/:lang/admin",
  adminCalendar: "/:lang/admin/calendar",
  adminCalendarNew: "/:lang/admin/calendar/:region/new",
  adminCalendarImport: "/:lang/admin/calendar/import",
  adminCalendarDay: "/:lang/admin/calendar/:region/:day",
  adminCalendarRemoval: "/:lang/admin/calendar/:region/:day/removal",
  adminPeople: "/:lang/admin/people",
  adminInvitations: "/:lang/admin/people/invitations",
  adminUninvite: "/:lang/admin/people/invitations/:invitation/end",
  adminPassword: "/:lang/admin/people/:person/password",
  adminGrants: "/:lang/admin/people/grants",
  adminPerson: "/:lang/admin/people/:person",
  adminSessions: "/:lang/admin/people/:person/sessions",
  adminDisable: "/:lang/admin/people/:person/disable",
  adminEnable: "/:lang/admin/people/:person/enable",
  adminGrant: "/:lang/admin/people/:person/grant",
  adminGrantEnd: "/:lang/admin/people/:person/grants/:grant/end",
  adminOrganisations: "/:lang/admin/organisations",
  adminSettings: "/:lang/admin/settings",
  adminSetting: "/:lang/admin/settings/:setting",
  adminUpkeep: "/:lang/admin/upkeep",
  adminRetry: "/:lang/admin/upkeep/jobs/:job/retry",
  adminRebuild: "/:lang/admin/upkeep/index",
  journal: "/:lang/journal",
  exports: "/:lang/exports",
  export: "/:lang/exports/:export",
  exportFile: "/:lang/exports/:export/file",
  exportEnd: "/:lang/exports/:export/end",
  outbox: "/:lang/outbox",
} as const;

export type PageName = keyof typeof patterns;
type Names<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | Names<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;
type Params<Name extends PageName> = Record<Exclude<Names<(typeof patterns)[Name]>, "lang">, string>;

/** The address of a page in one language, with its parameters filled in. */
export function href<Name extends PageName>(
  lang: Locale,
  page: Name,
  ...[params]: Record<string, never> extends Params<Name> ? [] : [Params<Name>]
): string {
  const values: Record<string, string> = { ...params, lang };
  return patterns[page].replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(values[name] ?? ""));
}

/** Section of a record kind: the pages of a kind live at `/:lang/<section>/:slug`. */
export const sections = {
  initiative: "initiatives",
  project: "projects",
  programme: "programmes",
  proposal: "proposals",
  suggestion: "suggestions",
  issue: "issues",
  event: "events",
  document: "documents",
  body: "bodies",
  station: "stations",
  place: "places",
  surname: "surnames",
  figure: "figures",
} as const;

export type RecordKind = keyof typeof sections;

/** The address of a public record. Figures share one page. */
export function recordHref(lang: Locale, kind: RecordKind, slug: string): string {
  return kind === "figure" ? `/${lang}/figures#${slug}` : `/${lang}/${sections[kind]}/${encodeURIComponent(slug)}`;
}
