/* 검색어를 낱말로 나누고, 낱말마다 찾을 꼴을 여럿 만든다. */
import { compact, distance, fold, fromKeyboard, initials, isSyllable, jamo, normalize, toKeyboard, withoutFinal } from "./hangul.mjs";

const LONGEST_TEXT = 1000;
const LONGEST = 120;
const MOST_UNITS = 12;
const NAMED = 15;
const MENDED = 3;
/* 첫소리까지 틀린 것으로 볼 말의 자모 수. 짧으면 다른 낱말이 되기 쉽다. */
const LONG = 8;
/* 가까운 말로 내놓을, 다른 자모나 글자의 가장 큰 비율. 한글은 첫소리도 견주므로 넉넉하다. */
const FAR = 0.6;
const FAR_LATIN = 0.34;
const HANGUL = /[가-힣ㄱ-ㅎㅏ-ㅣ]/;
const LONE = /[ㄱ-ㅎㅏ-ㅣ]/;
const LETTER = "(?:(?![ᄀ-ᇿㄱ-ㆎ가-힣])[\\p{L}\\p{N}_])+";
const UNIT = new RegExp(`[가-힣ㄱ-ㅎㅏ-ㅣ]+|${LETTER}(?:[.\\-+#&]+${LETTER})*[+#]*`, "gu");
const JOINT = /[._\-&]+/;
/* 명사에 붙는 것. 뒷가지, 격 조사, 보조사, 「이다」의 꼴이 이 차례로 이어진다. */
const SUFFIX = "들|별|당|씩|쯤|째|뿐|끼리";
const SUFFIXES = new Set(SUFFIX.split("|"));
const CASE =
  "에서부터|에서|에게서|에게|한테서|한테|께서|께|에다가|에다|에|으로부터|로부터|으로서|로서|으로써|로써|으로|로|와|과|까지|부터|처럼|만큼|보다|마다|대로|같이|조차|마저|밖에|이랑|랑|하고|커녕|치고";
const AUXILIARY =
  "까지|부터|조차|마저|밖에|보다|처럼|이라도|라도|이든지|든지|이든|든|이란|란|이라는|라는|이라고|라고|이라면|라면|이나|나|이야|야|은|는|이|가|을|를|의|도|만|요";
const COPULA =
  "이다|입니다|입니까|이에요|예요|인가요|인가|인지|일까요|일까|인데|이지만|이라서|라서|이어서|여서|이며|이고|이면|이었다|였다|이자|인";
const PARTICLE = new RegExp(`^(?=.)(?:${SUFFIX})?(?:${CASE})?(?:${CASE})?만?(?:까지|부터)?(?:${AUXILIARY}|${COPULA})?$`);
/* 명사를 동사로 만드는 것. */
const ENDING = /^(?:하|되|시키|당하|받|해|했|돼|됐|한|할|함|된|될|됨|합|됩).{0,5}$/;
/* 동사와 형용사의 어미. 남은 것이 사이트에 나온 동사일 때만 믿는다. */
const VERBAL =
  /^(?:으?시)?(?:었|았|였|겠)?(?:다|고|지|지만|지는|지도|게|기|기가|기를|기만|기는|기에|는|은|을|던|면|으면|려면|으려면|려고|으려고|어|아|어서|아서|어도|아도|어야|아야|니|으니|니까|으니까|는데|은데|는지|은지|을지|지를|도록|니다|습니다|습니까|니까|어요|아요|요|세요|으세요|네요|네|는가|는가요|나|나요|냐|을까|을까요|까|까요|자|며|으며|면서|으면서|거나|든지|든|음|음을|음이|수록|을수록)$/;
/* 어미의 첫소리가 어간의 받침이 된 것. */
const MELTED = /^(?:[ㄴㄹㅁ]|ㄴ(?:다|지|데|가)|ㄹ(?:까|까요|지|게|수록)|ㅂ(?:니다|니까|시다)|ㅆ(?:다|지|고|는데|던|어요|습니다))$/;
/* 묻는 말과 그 꼴. 무엇을 찾는지는 말해 주지 않는다. */
const ASKING = new Set(
  "안 쓸 수 좀 그 이 저 것 게 걸 할 한 및 는 은 을 를 더 다 잘 꼭 등 중 중에 제일 가장 혹시 보통 그냥 the a an of to in is are do i how what why when which with and for or".split(" ")
);
const ASKED =
  /^(?:(?:뭐|뭘|뭔|무엇|무슨|무어|왜|어떻|어떤|어떠|어디|언제|어느|얼마나|몇|누가)[가-힣]{0,5}|(?:있|없|싶|좋|괜찮|되|돼|됩|해야|하나|하는|하면|할까|해도|한다|합니|인가|알려|가르쳐|주세|줘|궁금|해줘|해 줘)[가-힣]{0,4}|(?:하|한|할|해|될)(?:려면|려고|는지|지|까요?|나요?|요|줘))$/;
const FILLER = new Set(
  "쓰는 쓰면 써야 이유 이유는 이유가 까닭 대해 대한 대해서 관한 설명 설명해줘 방법은 방법이 방법 방법을 예제 예시 차이 차이점 차이가 뜻 의미 때 또는 그리고 사용 사용법 사용하는 장점은 설정하나요 법 원리 정리 종류 대신 말고".split(" ")
);

/** 한글 조각. 색인을 만들 때와 같은 규칙이다. */
export function grams(run) {
  if (run.length < 3) return [run];
  const out = [];
  for (let i = 0; i + 3 <= run.length; i++) out.push(run.slice(i, i + 3));
  return out;
}

/** 검색어를 낱말로 나눈다. 빈칸과 구두점, 한글과 로마자의 경계에서 끊고, 로마자에 붙은 조사는 뺀다. */
export function split(text) {
  const units = [];
  let end = -1;
  for (const match of fold(text.slice(0, LONGEST_TEXT)).matchAll(UNIT)) {
    const raw = match[0].slice(0, LONGEST);
    const unit = { raw, text: normalize(raw), hangul: HANGUL.test(raw) };
    const particle = unit.hangul && match.index === end && !units.at(-1).hangul && PARTICLE.test(unit.text);
    end = match.index + match[0].length;
    if (!particle) units.push(unit);
  }
  return units;
}

/** 조사나 어미를 뗀 꼴. 그대로인 것부터, 긴 것부터 준다. */
export function strip(word) {
  const out = [{ form: word, tail: "" }];
  for (let size = word.length - 1; size > 0; size--) {
    const tail = word.slice(size);
    if (PARTICLE.test(tail)) out.push({ form: word.slice(0, size), tail, particle: true });
    else if (size > 1 && ENDING.test(tail)) out.push({ form: word.slice(0, size), tail });
  }
  return out;
}

/** 조사와 어미를 뗀 꼴의 글. 한 글자만 남는 것은 두 글자 낱말에서만 준다. */
export function stems(word) {
  return strip(word).filter(({ form }) => form.length > 1 || word.length < 3).map(({ form }) => form);
}

export const alternative = (form, weight, kind, names = hangulOnly(form) ? grams(form) : [form]) => ({ form, weight, kind, grams: names });
export const hangulOnly = (text) => /^[가-힣]+$/.test(text);

function key(word) {
  return initials(word).slice(0, 2);
}

/** 글자 그대로와 어간. 사전을 보지 않고 만드는 꼴이다. */
export function plain(unit) {
  if (!unit.hangul) return pieces(unit.text);
  if (LONE.test(unit.text)) return [];
  const out = strip(unit.text).map(({ form, tail, particle }, i) => {
    const kind = !tail ? "same" : form.length === 1 ? "lone" : particle ? "particle" : "ending";
    return { ...alternative(form, kind === "lone" ? 0.7 : 1 - 0.02 * i, kind), tail };
  });
  /* 「식별」의 「식」, 「해당」의 「해」는 뒷가지를 뗀 명사가 아니다. */
  return [...out.filter(({ kind, tail }) => kind !== "lone" || !SUFFIXES.has(tail)), ...verbs(unit.text)];
}

/** 동사로 본 꼴. 「만든」의 ㄴ처럼 어미가 받침이 된 것도 푼다. */
function verbs(word) {
  const found = new Set();
  for (let size = word.length; size > 0; size--) {
    const stem = word.slice(0, size);
    const tail = word.slice(size);
    /* 「마음」은 「마다」의 명사꼴이 아니다. */
    if (VERBAL.test(tail) && !(size === 1 && tail[0] === "음")) found.add(stem);
    if (MELTED.test(jamo(stem).at(-1) + tail)) found.add(withoutFinal(stem));
  }
  return [...found].map((stem, i) => ({ ...alternative(stem, 0.8 - 0.02 * i, "verb", [`${stem}다`]), tail: word.slice(stem.length) }));
}

/** 점이나 밑줄로 이은 이름. 통째로, 이어 붙여, 조각을 모두 찾는다. */
function pieces(text) {
  const parts = text.split(JOINT).filter(Boolean);
  const tight = parts.join("");
  const out = [alternative(text, 1, "same")];
  if (tight && tight !== text) out.push(alternative(tight, 1, "same"));
  if (parts.length > 1) out.push(alternative(text, 0.85, "parts", parts));
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
  if (/^[가-힣]+[ㄱ-ㅎ]+$/.test(text)) return sounded(files, text);
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

/** 앞은 글자로, 뒤는 첫소리로 적은 낱말. 치다 만 받침일 때도 있다. */
async function sounded(files, text) {
  const letters = Array.from(text);
  const { words } = await files.words(key(text));
  const fits = (word) => letters.every((letter, i) => word[i] === letter || (LONE.test(letter) && initials(word[i] || "") === letter));
  return rank(words.filter(([word]) => fits(word) || jamo(word).startsWith(jamo(text))), text);
}

function rank(words, text, most = 8) {
  return words
    .map(([word, weight, spelled]) => ({ word, spelled, value: weight - 1.2 * Math.max(0, word.length - text.length) + (word.length === text.length ? 30 : 0) }))
    .sort((a, b) => b.value - a.value || (a.word < b.word ? -1 : 1))
    .slice(0, most)
    .map(({ word, spelled }, i) => ({ ...alternative(word, 0.9 * 0.97 ** i, "complete"), spelled }));
}

/** 용어집에서 바꿔 찾을 말. 이웃한 낱말을 이어 붙인 것도 본다. */
export async function synonyms(files, word) {
  if (word.length < 2) return [];
  const names = await files.names();
  if (names) return [...(names.synonyms.get(word) || [])];
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

/** 몇 번 잘못 쳤는지. 글자 하나를 통째로 더 치거나 빠뜨린 것은 한 번으로 센다. */
function slips(form, word, keys, most) {
  if (!hangulOnly(word)) return distance(keys, word, most);
  const whole = Math.min(form.length, word.length) > 2 && form.length !== word.length && distance(form, word, 1) === 1;
  return whole ? 1 : distance(keys, jamo(word), most);
}

/** 오타를 고칠 낱말을 찾아볼 목록. `wide`면 첫소리가 틀린 것까지 본다. */
async function candidates(files, unit, form, wide) {
  const sounds = initials(form);
  if (files.settings.sounds === 1) return wide ? files.dictionary() : (await files.words(sounds)).words;
  const names = new Set([sounds.slice(0, 2)]);
  if (unit.hangul) {
    /* 모음을 빠뜨려 두 글자가 하나로 붙은 말. 「윤폼」의 ㅇㅍ은 「유니폼」의 첫째와 셋째 소리다. */
    names.add(`3${sounds.slice(0, 2)}`);
    if (sounds.length >= 3) names.add(`2${sounds.slice(1, 3)}`).add(`3${sounds[0]}${sounds[2]}`).add(sounds[0] + sounds[2]);
    else names.add(sounds[0]);
  }
  return (await Promise.all([...names].map((name) => files.words(name)))).flatMap(({ words }) => words);
}

/** 한두 곳을 고쳐 사전에 있는 낱말로. `deep`이면 첫소리가 틀린 것까지 본다. */
export async function mend(files, unit, deep = true) {
  const wide = files.settings.sounds > 1;
  const found = await mended(files, unit, wide);
  const short = jamo(unit.text).length < LONG;
  return found.length || wide || !deep || short ? found : mended(files, unit, true);
}

async function mended(files, unit, wide) {
  const out = new Map();
  /* 두 글자는 한 곳만 고쳐도 다른 낱말이 되기 쉬워, 제목과 용어집의 말로만 고친다. */
  const least = unit.hangul && unit.text.length < 3 ? NAMED : 0;
  for (const form of unit.hangul ? stems(unit.text) : [unit.text]) {
    const keys = unit.hangul ? jamo(form) : form;
    if (keys.length < (form === unit.text ? 5 : 7)) continue;
    const most = keys.length >= 14 ? 2 : 1;
    for (const [word, weight] of await candidates(files, unit, form, wide)) {
      if (unit.hangul !== hangulOnly(word) || word === form || weight < least) continue;
      const apart = slips(form, word, keys, most);
      if (apart > most) continue;
      const value = weight - 20 * apart - 3 * (unit.text.length - form.length);
      if (value > (out.get(word) ?? -Infinity)) out.set(word, value);
    }
  }
  return [...out].sort((a, b) => b[1] - a[1]).slice(0, MENDED).map(([word], i) => alternative(word, 0.75 - 0.05 * i, "mend"));
}

/** 이어 쓸 만한 말 하나. 띄어 쓴 이름이 적은 대로 시작하면 띄어 쓴다. 표시가 든 검색어는 테마가 그대로 화면에 넣으므로 빼 둔다. */
export async function suggest(files, text) {
  const unit = split(text).at(-1);
  if (!unit || /[<>&"']/.test(text)) return [];
  for (const { form, spelled } of await complete(files, unit)) {
    const word = [spelled, form].find((name) => name?.startsWith(unit.text));
    if (word) return [word];
  }
  return [];
}

/** 글자마다의 첫소리가 셋에 하나까지만 다른지. */
function alike(unit, word) {
  const most = Math.max(1, Math.floor(unit.text.length / 3));
  return !unit.hangul || distance(initials(unit.text), initials(word), most) <= most;
}

/** 용어와 쪽의 이름 가운데 첫소리가 같고 자모가 비슷한 것. 낱자만 적었으면 아직 고를 수 없다. */
export async function nearest(files, text) {
  const out = [];
  for (const unit of split(text).slice(0, 3)) {
    if (/^[ㄱ-ㅎㅏ-ㅣ]$/.test(unit.text)) continue;
    const { words } = await files.words(initials(unit.text)[0]);
    const keys = jamo(unit.text);
    for (const [word, weight, spelled] of words) {
      const apart = distance(keys, jamo(word), 12);
      const far = unit.hangul ? FAR : FAR_LATIN;
      if (spelled && alike(unit, word) && apart <= Math.max(2, keys.length * far)) out.push([spelled, apart - weight / 10]);
    }
  }
  return [...new Set(out.sort((a, b) => a[1] - b[1]).map(([word]) => word))].slice(0, 3);
}

/** 뜻을 가진 낱말만 남긴다. 다 빠지면 묻는 말만 빼고, 그래도 없으면 그대로 둔다. 물음은 끝에 있으므로 넘치면 앞을 버린다. */
export function meaningful(units) {
  const spoken = units.filter((unit) => !ASKING.has(unit.text) && !ASKED.test(unit.text));
  const solid = spoken.filter((unit) => !FILLER.has(unit.text));
  return ([solid, spoken].find((list) => list.length) || units).slice(-MOST_UNITS);
}
