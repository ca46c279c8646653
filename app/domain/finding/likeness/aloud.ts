import { pinyin } from "pinyin-pro";
import { getJyutpingList } from "to-jyutping";
import { fold, joined } from "../fold";

/** Pieces of Chinese names by how they are read aloud, in Mandarin and in Cantonese, without tones and syllables' ends. */
export type Aloud = Map<string, string[]>;

/** So many characters of a name may be typed by their sound. One alone sounds like many others. */
const [fewest, most] = [2, 6];

/**
 * What two spellings of one sound share: many who type pinyin hear no difference between zh and z, ch and c, sh and s,
 * or n and ng at the end; input methods call it 模糊音.
 */
export function blurred(spelling: string): string {
  return spelling.replace(/([zcs])h/g, "$1").replace(/ng/g, "n");
}

/** Runs read before: names change seldom, and all are read anew whenever one does. */
const remembered = new Map<string, string[][]>();
const mostRemembered = 20_000;

/** The readings of a run of Han, one syllable for each character: in Mandarin, and in Cantonese. */
function read(run: string): string[][] {
  const known = remembered.get(run);
  if (known) return known;
  const readings = readAnew(run);
  if (remembered.size < mostRemembered) remembered.set(run, readings);
  return readings;
}

function readAnew(run: string): string[][] {
  const mandarin = pinyin(run, { type: "array", toneType: "none" }).map(joined);
  const cantonese = getJyutpingList(run).map(([, syllable]) => (syllable ?? "").replace(/[1-6]/g, ""));
  const length = [...run].length;
  return [mandarin, cantonese].filter((syllables) => syllables.length === length && syllables.every(Boolean));
}

/** All pieces of the runs of Han in some lines, by their blurred readings. */
export function readAllAloud(lines: Iterable<string>): Aloud {
  const aloud: Aloud = new Map();
  const runs = new Set([...lines].flatMap((one) => one.match(/\p{Script=Han}{2,}/gu) ?? []));
  for (const run of runs) {
    const characters = [...run];
    for (const syllables of read(run))
      for (let from = 0; from < characters.length; from += 1)
        for (let to = from + fewest; to <= Math.min(characters.length, from + most); to += 1) {
          const key = blurred(syllables.slice(from, to).join(""));
          const piece = characters.slice(from, to).join("");
          const known = aloud.get(key) ?? [];
          if (!known.includes(piece)) aloud.set(key, [...known, piece]);
        }
  }
  return aloud;
}

/** "Chan" and jyutping's "can" are one syllable. */
const unaspirated = (spelling: string) => spelling.replaceAll("ch", "c");

/** Whether a spelling is how a piece is read, to the letter but for an h: "canpei" and "chanpei" are 陈皮. */
export function isReading(piece: string, spelling: string): boolean {
  return read(piece).some((syllables) => unaspirated(syllables.join("")) === unaspirated(spelling));
}

/** So many letters tell one piece from all others, and are no word of another language by chance. */
export function isTelling(spelling: string): boolean {
  return spelling.length >= 6 && !/\d/.test(spelling);
}

/** Whether a spelling is how some piece is read. */
export function isRead(aloud: Aloud, spelling: string): boolean {
  return (aloud.get(blurred(spelling)) ?? []).some((piece) => isReading(piece, spelling));
}

/** The pieces of as many characters as some Han has that sound like it: 碉楼 for 雕楼, 陈皮 for 橙皮. */
export function soundingLike(aloud: Aloud, run: string): string[] {
  const typed = fold(run);
  const same = (piece: string) => piece !== typed && [...piece].length === [...typed].length;
  return [...new Set(read(typed).flatMap((syllables) => aloud.get(blurred(syllables.join(""))) ?? []))].filter(same);
}
