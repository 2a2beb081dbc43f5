/* 검색어를 낱말로 나누고, 낱말마다 찾을 꼴을 여럿 만든다. */
import { distance, fromKeyboard, initials, isSyllable, jamo, normalize, toKeyboard, withoutFinal } from "./hangul.mjs";

const LONGEST = 120;
const MOST_UNITS = 12;
const HANGUL = /[가-힣ㄱ-ㅎㅏ-ㅣ]/;
const LONE = /[ㄱ-ㅎㅏ-ㅣ]/;
const TAIL =
  /^(?:이?라(?:는|고|면|도)|이?란|이?나|이?든|까지|부터|에서(?:는|도)?|에게|에는|에도|에|으?로(?:서|써|는|도)?|은|는|이|가|을|를|의|과|와|도|만|요|들(?:을|은|이|의|에)?|(?:하|되|시키|당하|받|해|했|돼|됐|한|할|함|된|될|됨|합|됩|하고|인|일|이).{0,5}|[가-힣]{0,2}(?:니다|니까|나요|까요|세요|어요|아요|는지|는데|려면|으면|어서|아서|는|은|기|고|지|법|다))$/;
const SHORT_TAIL = /^(?:는|은|을|를|이|가|의|에|과|와|도|만|기|고|지|면|란|이란|려면|으면|어서|아서|는데|으로|로)$/;
const ASKING = new Set(
  "어떻게 어떤 무엇 무엇인가요 무엇인가 뭔가요 뭐야 뭐예요 뭐 뭐가 무슨 왜 왜요 언제 어디 어디서 어느 하나요 있나요 있을까 있는 있어 되나요 알려줘 알려 주세요 싶어요 싶다 좋을까 안 쓸 수 좀 그 이 저 것 게 걸 할 한 및 는 은 을 를 the a an of to in is how what why with and for".split(" ")
);
const FILLER = new Set(
  "해야 하면 하려면 하는 하는지 쓰는 쓰면 이유 이유는 이유가 대해 대한 관한 설명 설명해줘 방법은 방법이 방법 방법을 예제 차이 차이점 뜻 의미 때 또는 그리고 좋은 사용하는 장점은 설정하나요 법".split(" ")
);

/** 한글 조각. 색인을 만들 때와 같은 규칙이다. */
export function grams(run) {
  if (run.length < 3) return [run];
  const out = [];
  for (let i = 0; i + 3 <= run.length; i++) out.push(run.slice(i, i + 3));
  return out;
}

/** 검색어를 낱말로 나눈다. 빈칸과 구두점, 한글과 로마자의 경계에서 끊는다. */
export function split(text) {
  const units = [];
  const pattern = /[가-힣ㄱ-ㅎㅏ-ㅣ]+|[a-z0-9_]+(?:[.\-+#]+[a-z0-9_]+)*[+#]*/giu;
  for (const match of text.slice(0, LONGEST).normalize("NFC").matchAll(pattern)) {
    units.push({ raw: match[0], text: normalize(match[0]), hangul: HANGUL.test(match[0]), joined: match.index > 0 && !/\s/.test(text[match.index - 1]) });
    if (units.length === MOST_UNITS) break;
  }
  return units;
}

/** 조사와 어미를 뗀 꼴. 긴 것부터 준다. */
export function stems(word) {
  const out = [word];
  for (let size = word.length - 1; size >= Math.min(2, word.length - 1) && size > 0; size--) {
    if (TAIL.test(word.slice(size))) out.push(word.slice(0, size));
  }
  return out;
}

export const alternative = (form, weight, kind, names = hangulOnly(form) ? grams(form) : [form]) => ({ form, weight, kind, grams: names });
export const hangulOnly = (text) => /^[가-힣]+$/.test(text);

function key(word) {
  return initials(word).slice(0, 2);
}

/** 글자 그대로와 어간. 사전을 보지 않고 만드는 꼴이다. */
export function plain(unit) {
  if (!unit.hangul) {
    const tight = unit.text.replace(/[^a-z0-9+#]/g, "");
    const out = [alternative(unit.text, 1, "same")];
    if (tight && tight !== unit.text) out.push(alternative(tight, 1, "same"));
    const parts = unit.text.split(/[._\-]+/).filter(Boolean);
    if (parts.length > 1) out.push(alternative(unit.text, 0.85, "parts", parts));
    return out;
  }
  if (LONE.test(unit.text)) return [];
  const out = stems(unit.text).map((form, i) => alternative(form, 1 - 0.02 * i, i ? "stem" : "same"));
  const last = out.at(-1).form;
  if (unit.text.length >= 2 && last.length <= 2) {
    const open = withoutFinal(last);
    if (/[ㄴㄹㅁㅂㅆ]$/.test(jamo(last)) && open.length > 1) out.push(alternative(open, 0.8, "open"));
  }
  const head = unit.text[0];
  if (SHORT_TAIL.test(unit.text.slice(1))) {
    out.push(alternative(head, 0.7, "open"));
    if (withoutFinal(head) !== head) out.push(alternative(withoutFinal(head), 0.6, "open"));
  }
  return out;
}

/** 사전의 낱말로 이어지는 꼴. 첫소리, 치다 만 글자, 이어 쓸 말을 찾는다. */
export async function complete(files, unit) {
  const { text } = unit;
  if (!unit.hangul) {
    if (text.length < 2) return [];
    const { words } = await files.words(key(text));
    return rank(words.filter(([word]) => word.startsWith(text) && word !== text), text);
  }
  if (/^[ㄱ-ㅎ]+$/.test(text)) {
    const sounds = Array.from(text, (letter) => jamo(letter)).join("");
    if (sounds.length < 2) return [];
    const { words } = await files.words(sounds.slice(0, 2));
    const found = words.filter(([word]) => initials(word).startsWith(sounds));
    return rank(found, sounds, 20);
  }
  const keys = jamo(text);
  const names = new Set([key(text)]);
  if (text.length === 1 && isSyllable(text)) {
    const tail = jamo(text).slice(2);
    names.add(initials(text));
    if (tail) names.add(initials(text) + tail.at(-1));
  }
  const found = [];
  for (const { words } of await Promise.all([...names].map((name) => files.words(name)))) {
    for (const one of words) if (one[0] !== text && jamo(one[0]).startsWith(keys)) found.push(one);
  }
  return rank(found, text);
}

function rank(words, text, most = 8) {
  return words
    .map(([word, weight]) => ({ word, value: weight - 1.2 * Math.max(0, word.length - text.length) + (word.length === text.length ? 30 : 0) }))
    .sort((a, b) => b.value - a.value || (a.word < b.word ? -1 : 1))
    .slice(0, most)
    .map(({ word }, i) => alternative(word, 0.9 * 0.97 ** i, "complete"));
}

/** 용어집에서 바꿔 찾을 말. 이웃한 낱말을 이어 붙인 것도 본다. */
export async function synonyms(files, word) {
  if (word.length < 2) return [];
  const table = (await files.words(key(word))).synonyms;
  return Object.hasOwn(table, word) ? table[word] : [];
}

/** 자판을 바꿔 친 것으로 보고 되돌린 꼴. */
export function otherKeyboard(unit) {
  if (!unit.hangul) {
    if (!/^[a-z]{3,}$/i.test(unit.raw)) return null;
    const turned = fromKeyboard(unit.raw);
    return HANGUL.test(turned) && /[가-힣]/.test(turned) ? { raw: turned, text: turned, hangul: true } : null;
  }
  const turned = toKeyboard(unit.text);
  return /^[a-z]{2,}$/.test(turned) ? { raw: turned, text: turned, hangul: false } : null;
}

/** 한두 곳을 고쳐 사전에 있는 낱말로. */
export async function mend(files, unit) {
  const out = new Map();
  for (const form of unit.hangul ? stems(unit.text) : [unit.text]) {
    const keys = unit.hangul ? jamo(form) : form;
    if (keys.length < (form === unit.text ? 5 : 7)) continue;
    const most = keys.length >= 14 ? 2 : 1;
    const sounds = initials(form);
    const names = new Set([sounds.slice(0, 2)]);
    if (unit.hangul) {
      /* 모음을 빠뜨려 두 글자가 하나로 붙은 말. 「윤폼」의 ㅇㅍ은 「유니폼」의 첫째와 셋째 소리다. */
      names.add(`3${sounds.slice(0, 2)}`);
      if (sounds.length >= 3) names.add(`2${sounds.slice(1, 3)}`).add(`3${sounds[0]}${sounds[2]}`).add(sounds[0] + sounds[2]);
      else names.add(sounds[0]);
    }
    const lists = await Promise.all([...names].map((name) => files.words(name)));
    for (const { words } of lists) {
      for (const [word, weight] of words) {
        if (unit.hangul !== hangulOnly(word) || word === form) continue;
        const apart = distance(keys, unit.hangul ? jamo(word) : word, most);
        if (apart > most) continue;
        const value = weight - 20 * apart - 3 * (unit.text.length - form.length);
        if (value > (out.get(word) ?? -Infinity)) out.set(word, value);
      }
    }
  }
  return [...out].sort((a, b) => b[1] - a[1]).slice(0, 5).map(([word], i) => alternative(word, 0.75 - 0.05 * i, "mend"));
}

/** 뜻을 가진 낱말만 남긴다. 다 빠지면 묻는 말만 빼고, 그래도 없으면 그대로 둔다. */
export function meaningful(units) {
  const spoken = units.filter((unit) => !ASKING.has(unit.text));
  const solid = spoken.filter((unit) => !FILLER.has(unit.text));
  return [solid, spoken, units].find((list) => list.length);
}
