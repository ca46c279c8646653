import { stemOf, wordToken } from "./tokens";

/**
 * Words of the four languages that mean one thing to somebody who searches. Han entries are one or two characters, as
 * the index holds pairs. Small on purpose: a row is added when people use it, not to make a test pass.
 */
const concepts: string[][] = [
  ["legal", "law", "lawyer", "juridico", "lei", "advogado", "法律", "律师"],
  ["notary", "notarisation", "notarization", "notario", "notarial", "certificate", "certidao", "autenticar", "公证"],
  ["station", "posto", "服务"],
  ["service", "servico", "服务"],
  ["museum", "museu", "museo", "musee", "博物", "史馆"],
  ["park", "parque", "公园"],
  ["street", "road", "rua", "estrada", "avenida"],
  ["light", "lamp", "luz", "iluminacao", "candeeiro", "路灯"],
  ["coffee", "cafe", "咖啡"],
  ["school", "escola", "学院", "学校", "院校"],
  ["suggestion", "sugestao", "建议"],
  ["proposal", "proposta", "提案"],
  ["conference", "conferencia", "大会"],
  ["hospital", "clinic", "clinica", "医院"],
  ["youth", "juvenil", "jovem", "young", "青年", "少年"],
  ["culture", "cultural", "cultura", "文化"],
  ["enterprise", "company", "business", "empresa", "企业"],
  ["mayor", "市长"],
  ["laboratory", "lab", "laboratorio", "实验"],
  ["inheritance", "succession", "sucessao", "heranca", "继承"],
  ["house", "casa", "房屋", "侨房", "祖屋"],
  ["watchtower", "diaolou", "torre", "碉楼"],
  ["village", "aldeia", "村落", "古村"],
  ["island", "ilha"],
  ["old", "ancient", "antigo", "antiga"],
  ["railway", "railroad", "caminho", "ferro", "ferrovia", "comboio", "铁路", "火车"],
  ["sculpture", "statue", "escultura", "estatua", "雕塑", "雕像"],
  ["expert", "especialista", "专家", "智库"],
  [
    "overseas",
    "ultramarino",
    "ultramar",
    "diaspora",
    "emigrant",
    "emigrante",
    "immigrant",
    "imigrante",
    "华侨",
    "侨胞",
    "华人",
  ],
  ["hongkong", "香港", "港澳"],
  ["macau", "macao", "澳门", "港澳"],
  ["tourism", "tourist", "sightseeing", "turismo", "turista", "旅游", "景点"],
  ["abroad", "estrangeiro", "海外", "国外", "境外"],
  ["hometown", "terra", "家乡", "故乡"],
  ["mediation", "mediacao", "调解"],
  ["fund", "funding", "finance", "fundo", "financiamento", "资金", "经费"],
  ["investment", "investimento", "投资"],
  ["research", "investigacao", "pesquisa", "科研", "研究"],
  ["education", "educacao", "ensino", "教育"],
  ["vocational", "profissional", "职业", "技校"],
  ["college", "university", "universidade", "大学", "院校"],
  ["consultation", "consulta", "协商", "咨询"],
  ["video", "videoconferencia", "视频", "视像"],
  ["rule", "regulation", "regra", "regulamento", "制度", "规则", "规章"],
  ["online", "linha", "线上", "在线", "云端"],
  ["exchange", "intercambio", "交流"],
  ["cooperation", "cooperacao", "合作"],
  ["platform", "plataforma", "平台"],
  ["diplomacy", "diplomacia", "外交"],
  ["digital", "数字"],
  ["member", "membro", "委员"],
  ["committee", "comissao", "委员"],
  ["association", "associacao", "协会"],
  ["forum", "座谈"],
  ["studio", "estudio", "工作"],
  ["reading", "leitura", "阅读", "悦读"],
  ["lecture", "palestra", "讲堂"],
  ["heritage", "patrimonio", "遗产"],
  ["genealogy", "genealogia", "族谱", "家谱"],
  ["ancestor", "ancestral", "antepassado", "祠堂", "宗祠", "祖先", "祖祠"],
  ["root", "raiz", "寻根"],
  ["remittance", "remessa", "侨批", "银信"],
  ["property", "propriedade", "房产", "产权"],
  ["marriage", "casamento", "婚姻"],
];

const byWord = new Map<string, string[]>();
const byStem = new Map<string, string[]>();
for (const concept of concepts) {
  const tokens = concept.map((word) => (/^[a-z]/.test(word) ? wordToken(word) : word));
  for (const token of tokens) byWord.set(token, [...new Set([...(byWord.get(token) ?? []), ...tokens])]);
  for (const token of tokens) byStem.set(stemOf(token), [...(byStem.get(stemOf(token)) ?? []), token]);
}

/** All words in Latin letters that have others of the same meaning. */
export const conceptWords: readonly string[] = [...byWord.keys()].filter((token) => /^[a-z]/.test(token));

/** The words that have others of the same meaning and share this beginning: "house" for "hous", as in "housing". */
export function conceptsBy(stem: string): string[] {
  return byStem.get(stem) ?? [];
}

/** A token with all that means the same, itself first. */
export function synonymsOf(token: string): string[] {
  return [token, ...(byWord.get(token) ?? []).filter((other) => other !== token)];
}
