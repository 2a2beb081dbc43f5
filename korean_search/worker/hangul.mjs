/* 한글을 다듬고 자모와 자판으로 푼다. 같은 규칙을 hangul.py에도 쓴다. */

const INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
const VOWELS = ["ㅏ", "ㅐ", "ㅑ", "ㅒ", "ㅓ", "ㅔ", "ㅕ", "ㅖ", "ㅗ", "ㅗㅏ", "ㅗㅐ", "ㅗㅣ", "ㅛ", "ㅜ", "ㅜㅓ", "ㅜㅔ", "ㅜㅣ", "ㅠ", "ㅡ", "ㅡㅣ", "ㅣ"];
const FINALS = ["", "ㄱ", "ㄲ", "ㄱㅅ", "ㄴ", "ㄴㅈ", "ㄴㅎ", "ㄷ", "ㄹ", "ㄹㄱ", "ㄹㅁ", "ㄹㅂ", "ㄹㅅ", "ㄹㅌ", "ㄹㅍ", "ㄹㅎ", "ㅁ", "ㅂ", "ㅂㅅ", "ㅅ", "ㅆ", "ㅇ", "ㅈ", "ㅊ", "ㅋ", "ㅌ", "ㅍ", "ㅎ"];
const SPLIT = { ㅘ: "ㅗㅏ", ㅙ: "ㅗㅐ", ㅚ: "ㅗㅣ", ㅝ: "ㅜㅓ", ㅞ: "ㅜㅔ", ㅟ: "ㅜㅣ", ㅢ: "ㅡㅣ", ㄳ: "ㄱㅅ", ㄵ: "ㄴㅈ", ㄶ: "ㄴㅎ", ㄺ: "ㄹㄱ", ㄻ: "ㄹㅁ", ㄼ: "ㄹㅂ", ㄽ: "ㄹㅅ", ㄾ: "ㄹㅌ", ㄿ: "ㄹㅍ", ㅀ: "ㄹㅎ", ㅄ: "ㅂㅅ" };
const KEYS = { q: "ㅂ", Q: "ㅃ", w: "ㅈ", W: "ㅉ", e: "ㄷ", E: "ㄸ", r: "ㄱ", R: "ㄲ", t: "ㅅ", T: "ㅆ", y: "ㅛ", u: "ㅕ", i: "ㅑ", o: "ㅐ", O: "ㅒ", p: "ㅔ", P: "ㅖ", a: "ㅁ", s: "ㄴ", d: "ㅇ", f: "ㄹ", g: "ㅎ", h: "ㅗ", j: "ㅓ", k: "ㅏ", l: "ㅣ", z: "ㅋ", x: "ㅌ", c: "ㅊ", v: "ㅍ", b: "ㅠ", n: "ㅜ", m: "ㅡ" };
const LETTERS = Object.fromEntries(Object.entries(KEYS).map(([key, jamo]) => [jamo, key]));
const BASE = 0xac00;

/** 폭과 위아래 자리, 글자에 붙은 부호를 지운다. 「Ｆ１」과 「F₁」은 F1, 「é」는 e가 된다. */
export function fold(text) {
  const seen = text.replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "");
  return seen.replace(/[^ -~ㄱ-ㆎ가-힣]+/g, (letters) => letters.normalize("NFKD").replace(/[\u0300-\u036f]/g, "")).normalize("NFC");
}

/** 글자의 꼴을 하나로 모으고, 소문자로 바꾸고, 빈칸을 하나로 줄인다. */
export function normalize(text) {
  return fold(fold(text).toLowerCase()).split(/\s+/).filter(Boolean).join(" ");
}

/** 한글과 글자, 숫자, +와 #만 남긴 이름. 용어집의 열쇠다. */
export function compact(text) {
  return normalize(text).replace(/[^\p{L}\p{N}+#]/gu, "");
}

export function isSyllable(letter) {
  return letter >= "가" && letter <= "힣";
}

/** 글자의 초성. 한글이 아니면 그대로 돌려준다. */
export function initial(letter) {
  return isSyllable(letter) ? INITIALS[Math.floor((letter.charCodeAt(0) - BASE) / 588)] : letter;
}

export function initials(text) {
  return Array.from(text, initial).join("");
}

/** 자판을 누르는 차례대로 자모를 편다. 「옵팀」은 ㅇㅗㅂㅌㅣㅁ이 된다. */
export function jamo(text) {
  let out = "";
  for (const letter of text) {
    if (!isSyllable(letter)) {
      out += SPLIT[letter] || letter;
      continue;
    }
    const code = letter.charCodeAt(0) - BASE;
    out += INITIALS[Math.floor(code / 588)] + VOWELS[Math.floor((code % 588) / 28)] + FINALS[code % 28];
  }
  return out;
}

/** 마지막 글자의 받침을 뺀다. */
export function withoutFinal(text) {
  const last = text.at(-1);
  if (!last || !isSyllable(last)) return text;
  const code = last.charCodeAt(0) - BASE;
  return text.slice(0, -1) + String.fromCharCode(BASE + code - (code % 28));
}

/** 편 자모를 두벌식 자판처럼 글자로 모은다. */
export function compose(keys) {
  let out = "";
  let at = 0;
  const vowel = (i) => i < keys.length && VOWELS.indexOf(keys[i]) >= 0;
  while (at < keys.length) {
    const first = INITIALS.indexOf(keys[at]);
    if (first < 0 || !vowel(at + 1)) {
      out += keys[at++];
      continue;
    }
    let middle = VOWELS.indexOf(keys[at + 1]);
    at += 2;
    if (vowel(at) && VOWELS.indexOf(keys[at - 1] + keys[at]) >= 0) middle = VOWELS.indexOf(keys[at - 1] + keys[at++]);
    let last = 0;
    for (const size of [2, 1]) {
      const piece = keys.slice(at, at + size);
      const index = FINALS.indexOf(piece);
      if (piece.length === size && index > 0 && !vowel(at + size)) {
        last = index;
        at += size;
        break;
      }
    }
    out += String.fromCharCode(BASE + first * 588 + middle * 28 + last);
  }
  return out;
}

/** 자판을 영어에 두고 친 한글을 되돌린다. */
export function fromKeyboard(text) {
  return compose(Array.from(text, (key) => KEYS[key] || KEYS[key.toLowerCase()] || key).join(""));
}

/** 자판을 한글에 두고 친 영어를 되돌린다. */
export function toKeyboard(text) {
  return Array.from(jamo(text), (letter) => (LETTERS[letter] || letter).toLowerCase()).join("");
}

/** 두 글이 몇 번 고쳐야 같아지는지 센다. `most`를 넘으면 그만 센다. 이웃한 둘이 바뀐 것도 한 번이다. */
export function distance(left, right, most) {
  if (Math.abs(left.length - right.length) > most) return most + 1;
  let before = [];
  let row = Array.from({ length: right.length + 1 }, (_, i) => i);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= right.length; j++) {
      let cost = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (left[i - 1] === right[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
      next.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    before = row;
    row = next;
  }
  return row[right.length];
}
