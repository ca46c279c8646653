import { hash } from "@node-rs/argon2";
import type { Localized } from "~/domain/kernel/locale";
import type { Role } from "~/domain/kernel/actor";
import { foldedOf } from "~/domain/membership/member";
import { db } from "~/platform/db/client";

/** The password of every demonstration account. These accounts exist only where demonstration is on. */
export const demoPassword = "qiaoqiao-demo";

type Body = { slug: string; kind: "unit" | "station" | "committee"; names: Localized };

const bodies: Body[] = [
  {
    slug: "demo-committee",
    kind: "committee",
    names: {
      "zh-Hans": "提案委员会（演示）",
      "zh-Hant": "提案委員會（示範）",
      en: "Committee for Handling Proposals (demonstration)",
      pt: "Comissão de Tratamento de Propostas (demonstração)",
    },
  },
  {
    slug: "demo-unit-culture",
    kind: "unit",
    names: {
      "zh-Hans": "演示承办单位甲（文化）",
      "zh-Hant": "示範承辦單位甲（文化）",
      en: "Demonstration handling unit A (culture)",
      pt: "Entidade responsável de demonstração A (cultura)",
    },
  },
  {
    slug: "demo-unit-economy",
    kind: "unit",
    names: {
      "zh-Hans": "演示承办单位乙（经贸）",
      "zh-Hant": "示範承辦單位乙（經貿）",
      en: "Demonstration handling unit B (economy)",
      pt: "Entidade responsável de demonstração B (economia)",
    },
  },
  {
    slug: "demo-station",
    kind: "station",
    names: {
      "zh-Hans": "涉侨法律服务站（演示）",
      "zh-Hant": "涉僑法律服務站（示範）",
      en: "Legal Service Station (demonstration)",
      pt: "Posto de Serviços Jurídicos (demonstração)",
    },
  },
];

type Account = { email: string; name: string; locale: string; role: Role; organisation: string | null };

const accounts: Account[] = [
  {
    email: "member-macao@demo.invalid",
    name: "演示委員（澳門）",
    locale: "zh-Hant",
    role: "member",
    organisation: null,
  },
  {
    email: "member-hongkong@demo.invalid",
    name: "演示委員（香港）",
    locale: "zh-Hant",
    role: "member",
    organisation: null,
  },
  {
    email: "committee@demo.invalid",
    name: "演示提案委工作人员",
    locale: "zh-Hans",
    role: "committee",
    organisation: "demo-committee",
  },
  {
    email: "unit-culture@demo.invalid",
    name: "演示承办人员甲",
    locale: "zh-Hans",
    role: "unit",
    organisation: "demo-unit-culture",
  },
  {
    email: "unit-head@demo.invalid",
    name: "演示承办单位负责人",
    locale: "zh-Hans",
    role: "unit_head",
    organisation: "demo-unit-culture",
  },
  {
    email: "unit-economy@demo.invalid",
    name: "演示承办人员乙",
    locale: "zh-Hans",
    role: "unit",
    organisation: "demo-unit-economy",
  },
  {
    email: "supervision@demo.invalid",
    name: "演示督查人员",
    locale: "zh-Hans",
    role: "supervision",
    organisation: null,
  },
  {
    email: "station-one@demo.invalid",
    name: "演示值班律师一",
    locale: "zh-Hans",
    role: "duty_lawyer",
    organisation: "demo-station",
  },
  {
    email: "station-two@demo.invalid",
    name: "演示值班律师二",
    locale: "zh-Hant",
    role: "duty_lawyer",
    organisation: "demo-station",
  },
  { email: "editor@demo.invalid", name: "演示编辑", locale: "zh-Hans", role: "editor", organisation: null },
  { email: "translator@demo.invalid", name: "示範翻譯", locale: "zh-Hant", role: "translator", organisation: null },
  { email: "reviewer-one@demo.invalid", name: "演示审核一", locale: "zh-Hans", role: "reviewer", organisation: null },
  { email: "reviewer-two@demo.invalid", name: "演示审核二", locale: "zh-Hans", role: "reviewer", organisation: null },
  { email: "reviewer-three@demo.invalid", name: "示範審核三", locale: "zh-Hant", role: "reviewer", organisation: null },
  {
    email: "admin@demo.invalid",
    name: "演示管理员",
    locale: "zh-Hans",
    role: "admin",
    organisation: null,
  },
  {
    email: "auditor@demo.invalid",
    name: "演示审计员",
    locale: "zh-Hans",
    role: "auditor",
    organisation: null,
  },
];

/** What the members among them are members as. Made up, as they are. */
const memberships = [
  { email: "member-macao@demo.invalid", nameLatin: "IN Si (Macao)", kind: "macao", sector: "特邀人士（示範）" },
  {
    email: "member-hongkong@demo.invalid",
    nameLatin: "YIN Si (Hong Kong)",
    kind: "hong_kong",
    sector: "工商界（示範）",
  },
];
const guest = {
  email: "guest-overseas@demo.invalid",
  name: "演示列席代表",
  nameLatin: "YAN Shi (guest)",
  locale: "en",
  kind: "overseas_guest",
};
const term = { session: 14, from: new Date("2022-01-01T00:00:00+08:00") };

/** Writes the demonstration members down as the committee would, and one guest who has not taken their invitation up. */
async function seedDemoMemberships(): Promise<void> {
  if ((await db().membership.count({ where: { email: guest.email } })) > 0) return;
  for (const { email, ...known } of memberships) {
    const person = await db().person.findUnique({
      where: { email },
      include: { grants: { where: { role: "member" } } },
    });
    if (!person) continue;
    const { id: personId, name, locale, grants } = person;
    const kept = { ...known, ...term, email, name, locale, personId, grantId: grants[0]?.id ?? null };
    await db().membership.create({ data: { ...kept, liaisonGroup: "示範聯絡組", folded: foldedOf(kept) } });
    await db().person.update({ where: { email }, data: { nameLatin: known.nameLatin } });
  }
  await db().membership.create({ data: { ...guest, ...term, folded: foldedOf(guest) } });
}

/** Makes the accounts and bodies to try the portal with, each recognisable as such. Does nothing when they are there. */
export async function seedDemoPeople(): Promise<void> {
  await seedDemoAccounts();
  await seedDemoMemberships();
}

async function seedDemoAccounts(): Promise<void> {
  const there = await db().person.count({ where: { demo: true } });
  if (there >= accounts.length) return;
  await db().organisation.createMany({ data: bodies.map((body) => ({ ...body, demo: true })), skipDuplicates: true });
  const passwordHash = await hash(demoPassword);
  for (const { role, organisation, ...account } of accounts) {
    await db().person.upsert({
      where: { email: account.email },
      create: {
        ...account,
        passwordHash,
        demo: true,
        grants: { create: { role, organisation, from: new Date("2023-01-01") } },
      },
      update: {},
    });
  }
}
