import type { Entry } from "~/domain/catalogue/entry";
import type { Localized } from "~/domain/kernel/locale";

/** A text in Simplified, Traditional, English and Portuguese, in this order. */
export type Four = readonly [string, string, string, string];
export const localized = ([hans, hant, en, pt]: Four): Localized => ({ "zh-Hans": hans, "zh-Hant": hant, en, pt });

/** Titles: `{P}` is the place, `{T}` the topic. */
export const proposalTitles: readonly Four[] = [
  [
    "关于加强{P}{T}保护与利用的提案",
    "關於加強{P}{T}保護與利用的提案",
    "Protecting and using {T} in {P}",
    "Proteger e valorizar {T} em {P}",
  ],
  [
    "关于推动{P}{T}高质量发展的提案",
    "關於推動{P}{T}高質量發展的提案",
    "Raising the quality of {T} in {P}",
    "Elevar a qualidade: {T} em {P}",
  ],
  [
    "关于完善{P}{T}的若干建议",
    "關於完善{P}{T}的若干建議",
    "Some ways to improve {T} in {P}",
    "Algumas formas de melhorar {T} em {P}",
  ],
  [
    "关于以{P}为试点推进{T}的提案",
    "關於以{P}為試點推進{T}的提案",
    "Making {P} a pilot area for {T}",
    "Fazer de {P} zona-piloto: {T}",
  ],
  [
    "关于港澳委员参与{P}{T}的提案",
    "關於港澳委員參與{P}{T}的提案",
    "Hong Kong and Macao members' part in {T} of {P}",
    "A participação dos membros de Hong Kong e Macau: {T} de {P}",
  ],
  [
    "关于设立{P}{T}专项资金的提案",
    "關於設立{P}{T}專項資金的提案",
    "A special fund for {T} in {P}",
    "Um fundo especial para {T} em {P}",
  ],
  [
    "关于建立{P}{T}协作机制的提案",
    "關於建立{P}{T}協作機制的提案",
    "A joint mechanism for {T} in {P}",
    "Um mecanismo conjunto para {T} em {P}",
  ],
  [
    "关于提升{P}{T}国际影响力的提案",
    "關於提升{P}{T}國際影響力的提案",
    "Making {T} of {P} known abroad",
    "Dar a conhecer {T} de {P} no estrangeiro",
  ],
];

export const projectTitles: readonly Four[] = [
  ["{P}{T}示范项目", "{P}{T}示範項目", "Demonstration project: {T}, {P}", "Projecto de demonstração: {T}, {P}"],
  ["{P}{T}合作中心", "{P}{T}合作中心", "Cooperation centre: {T}, {P}", "Centro de cooperação: {T}, {P}"],
  ["{P}{T}提升工程", "{P}{T}提升工程", "Upgrade programme: {T}, {P}", "Programa de renovação: {T}, {P}"],
  ["{P}{T}数据平台", "{P}{T}數據平台", "Data platform: {T}, {P}", "Plataforma de dados: {T}, {P}"],
];

/** Why something is asked for. */
export const reasons: readonly Four[] = [
  [
    "{P}的侨胞多次反映,{T}缺少统一规划。",
    "{P}的僑胞多次反映,{T}缺少統一規劃。",
    "People from {P} abroad say again and again that {T} lacks a common plan.",
    "Os naturais de {P} no estrangeiro dizem repetidamente que falta um plano comum: {T}.",
  ],
  [
    "{P}各镇街的{T}分布零散,资料不全。",
    "{P}各鎮街的{T}分布零散,資料不全。",
    "{T} in the towns of {P} is scattered and poorly recorded.",
    "Nas vilas de {P}, há dispersão e poucos registos: {T}.",
  ],
  [
    "{P}与港澳在{T}方面合作基础良好,但渠道不畅。",
    "{P}與港澳在{T}方面合作基礎良好,但渠道不暢。",
    "{P} has good ties with Hong Kong and Macao on {T}, but the channels are narrow.",
    "{P} tem boas relações com Hong Kong e Macau, mas os canais são estreitos: {T}.",
  ],
  [
    "近年{P}的{T}投入不足,设施老化。",
    "近年{P}的{T}投入不足,設施老化。",
    "In recent years little was spent on {T} in {P}, and its facilities have aged.",
    "Nos últimos anos investiu-se pouco em {P} e as instalações envelheceram: {T}.",
  ],
  [
    "{P}年轻一代对{T}了解不多。",
    "{P}年輕一代對{T}了解不多。",
    "The young of {P} know little of {T}.",
    "Os jovens de {P} conhecem pouco este tema: {T}.",
  ],
  [
    "海外乡亲查询{P}的{T}手续繁琐、往返费时。",
    "海外鄉親查詢{P}的{T}手續繁瑣、往返費時。",
    "Relatives overseas who ask about {T} in {P} face long procedures and journeys.",
    "Os parentes no exterior enfrentam processos e viagens longos em {P}: {T}.",
  ],
];

/** What is asked for. */
export const measures: readonly Four[] = [
  [
    "建议开展全面普查,建立电子名录。",
    "建議開展全面普查,建立電子名錄。",
    "A full survey and an electronic register are suggested.",
    "Sugere-se um levantamento completo e um registo electrónico.",
  ],
  [
    "建议设立联席会议,每季度通报进展。",
    "建議設立聯席會議,每季度通報進展。",
    "A joint meeting should report progress every quarter.",
    "Uma reunião conjunta deve informar do progresso em cada trimestre.",
  ],
  [
    "建议引入社会资本,培育本地品牌。",
    "建議引入社會資本,培育本地品牌。",
    "Private capital should help to build a local brand.",
    "O capital privado deve ajudar a criar uma marca local.",
  ],
  [
    "建议在港澳设立联络点,方便乡亲办理。",
    "建議在港澳設立聯絡點,方便鄉親辦理。",
    "Contact points in Hong Kong and Macao would make it easier for people.",
    "Pontos de contacto em Hong Kong e Macau facilitariam a vida às pessoas.",
  ],
  [
    "建议与高校合作,培养双语人才。",
    "建議與高校合作,培養雙語人才。",
    "Work with universities to train bilingual staff.",
    "Colaborar com universidades na formação de pessoal bilingue.",
  ],
  [
    "建议纳入下一年度财政预算。",
    "建議納入下一年度財政預算。",
    "It should enter the budget of the coming year.",
    "Deve entrar no orçamento do próximo ano.",
  ],
  [
    "建议编制三年行动方案,明确责任单位。",
    "建議編制三年行動方案,明確責任單位。",
    "A three-year plan of action should name the units responsible.",
    "Um plano de acção trienal deve nomear as entidades responsáveis.",
  ],
  [
    "建议完善标识和多语导览。",
    "建議完善標識和多語導覽。",
    "Signs and guides in several languages should be improved.",
    "Devem melhorar-se a sinalização e os guias em várias línguas.",
  ],
];

/** Says of every made-up record that it is one. */
export const notice: Four = [
  "本条为测试用的合成数据,并非真实的提案、项目或建议。",
  "本條為測試用的合成資料,並非真實的提案、項目或建議。",
  "This record was made up for tests. It is no real proposal, project or suggestion.",
  "Este registo foi inventado para testes. Não é uma proposta, um projecto ou uma sugestão real.",
];

export const states = {
  proposal: ["filed", "under-way", "replied", "done"],
  project: ["planned", "under-way", "ongoing", "done"],
} as const satisfies Partial<Record<Entry["kind"], readonly Entry["state"][]>>;
