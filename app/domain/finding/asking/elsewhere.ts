import type { Span } from "../query";

/** Places that everybody knows and that are none of ours: whoever names them spells nothing of ours wrong. Folded and joined. */
const elsewhere = new Set(
  [
    "hongkong hk macau macao guangzhou canton foshan shenzhen zhuhai dongguan huizhou zhaoqing zhanjiang shantou meizhou",
    "guangdong kwangtung kwongtung guangxi fujian fukien hokkien hainan hunan jiangxi sichuan yunnan zhejiang jiangsu",
    "china shanghai beijing peking nanjing tianjin chongqing wuhan hangzhou xiamen amoy taiwan taipei",
    "singapore malaysia penang thailand bangkok vietnam indonesia philippines manila japan tokyo",
    "australia sydney melbourne canada vancouver toronto montreal america usa california sanfrancisco losangeles seattle",
    "newyork boston chicago hawaii honolulu cuba havana panama peru lima mexico brazil brasil saopaulo portugal lisbon lisboa",
    "porto london england liverpool france paris jamaica trinidad mauritius mozambique southafrica newzealand auckland",
    "香港 澳门 广州 佛山 深圳 珠海 东莞 中山市 惠州 肇庆 湛江 汕头 梅州 广东 广西 福建 海南 湖南 江西 四川 云南 浙江 江苏",
    "中国 上海 北京 南京 天津 重庆 武汉 杭州 厦门 台湾 台北 新加坡 马来西亚 泰国 越南 印尼 菲律宾 日本 东京 澳洲 悉尼 墨尔本",
    "加拿大 温哥华 多伦多 美国 旧金山 三藩市 洛杉矶 纽约 古巴 巴拿马 秘鲁 墨西哥 巴西 葡萄牙 里斯本 英国 伦敦 法国 巴黎",
  ]
    .join(" ")
    .split(" "),
);

/** The spans of a query that name a place elsewhere. */
export function elsewhereIn(spans: readonly Span[]): Span[] {
  return spans.filter(({ text }) => elsewhere.has(text));
}
