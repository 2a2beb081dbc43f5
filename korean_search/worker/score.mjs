/* 절마다 점수를 매긴다. */
import { eachSection, shelf } from "./files.mjs";
import { compact } from "./hangul.mjs";
import { alternative, complete, grams, hangulOnly, meaningful, mend, otherKeyboard, plain, split, stems, strip, synonyms } from "./query.mjs";
import { heft, importance, share } from "./weigh.mjs";

const TITLE = 3.1;
const BODY = 1;
const NEAR = 0.8;
/* 적히지 않은 두 글자 낱말에서 조사를 떼려면, 남은 한 글자가 이만큼의 절에 나와야 한다. */
const COMMON = 5;
const LONGEST_PIECE = 8;
/* 적은 말이 그대로 있을 때 다른 이름의 무게. */
const OTHER_NAME = 0.8;
const PRINTED = 1.4;
/* 낱말이 모두 모인 절을 얼마나 앞세울지. */
const TOGETHER = 2.7;
/* 조사나 어미로도, 명사를 만드는 말로도 쓰는 글자. */
const SUFFIXED = new Set(["가", "도", "자", "지", "기", "어", "이", "하"]);
/* 이어 쓸 말 가운데 찾아볼 수. 말마다 파일을 하나쯤 받는다. */
const COMPLETED = 4;
/* 물음이 이보다 길면, 따로 받아야 하는 이음은 보지 않는다. */
const SHORT = 3;

function idf(entry, sections) {
  return Math.log(1 + (sections - entry.total + 0.5) / (entry.total + 0.5));
}

/** 꼴 하나가 나오는 절. 조각이 모두 있는 절만 `full`로 친다. */
export function match(one, found, sections) {
  const scores = new Map();
  const names = [...new Set(one.grams)];
  for (const name of names) {
    const entry = found.get(name);
    if (!entry) continue;
    const value = idf(entry, sections);
    eachSection(entry, (number, strong, often) => {
      let row = scores.get(number);
      if (!row) scores.set(number, (row = { hits: 0, title: 0, score: 0 }));
      row.hits++;
      row.title += (value * TITLE * strong) / 15;
      row.score += (value * (TITLE * strong + BODY * often)) / 15;
    });
  }
  const count = names.length;
  let full = 0;
  for (const row of scores.values()) {
    row.full = row.hits === count;
    row.title /= row.score || 1;
    if (row.full) full++;
    row.score = (one.weight * row.score * (row.hits / count) ** 2) / Math.sqrt(count);
  }
  return { one, scores, full, total: found.get(names[0])?.total ?? 0, noun: one.form.length > 1 && !!found.get(one.form.slice(-3))?.noun };
}

/** 꼴마다 찾되, 조각이 모두 나오는 절이 있는 것만 돌려준다. */
async function matches(files, list, free = false) {
  const found = await files.grams(list.flatMap((one) => one.grams), free);
  return list.map((one) => match(one, found, files.settings.sections)).filter((result) => result.full);
}

function spoken(word) {
  const text = word.replace(/\s+/g, "");
  if (hangulOnly(text)) return grams(text);
  return split(word).flatMap((unit) => (unit.hangul ? grams(unit.text) : [unit.text]));
}

/** 바꿔 찾을 말. 여러 꼴을 한꺼번에 찾아 서버를 기다리는 차례를 줄인다. */
async function exchanged(files, words, weight, free = false) {
  const names = (await Promise.all([...words].map((word) => synonyms(files, compact(word))))).flat();
  return matches(files, [...new Set(names)].map((name) => alternative(name, weight, "synonym", spoken(name))), free);
}

/** 조사나 어미를 뗀 명사인지. */
const stripped = ({ one, noun }) => noun && (one.kind === "particle" || (one.kind === "ending" && one.tail.length > 1));

/** 명사로 알아본 꼴이 있는지. */
const settled = (found) => found.some((result) => stripped(result) || (result.one.kind === "same" && result.noun));

/**
 * 글자 그대로와 어간을 찾는다.
 *
 * 늘 받는 파일, 앞의 두 글자가 같은 조각의 파일, 나머지의 차례로 보다가 명사를 알아보면
 * 그만 묻는다. `brief`면 나머지는 보지 않는다.
 */
async function spelt(files, unit, brief) {
  const all = plain(unit);
  if (!unit.hangul || !all.length) return matches(files, all);
  const kept = await matches(files, all, true);
  if (settled(kept)) return brief ? kept : [...kept, ...(await printed(files, all, kept))];
  const first = shelf(unit.text);
  const near = all.filter(({ grams }) => grams.every((gram) => shelf(gram) === first));
  const found = await matches(files, near);
  if (settled(found) && !brief) return [...found, ...(await printed(files, all, found))];
  if (found.length && brief) return found;
  return matches(files, brief ? all.filter(({ kind }) => kind !== "verb" && kind !== "lone") : all);
}

/** 조사와 어미까지 적힌 대로 나오는 곳. 다른 쪽에 조사를 뗀 말이 많아도 이것은 보여야 한다. */
function printed(files, all, found) {
  const known = found.some(({ one }) => one.kind === "same");
  return known ? [] : matches(files, all.filter(({ kind }) => kind === "same"));
}

/**
 * 낱말 하나를 찾는다. 그대로 있으면 그것을, 없으면 자판, 치다 만 글자, 오타의 차례로 본다.
 *
 * `last`는 아직 치고 있을 낱말인지, `brief`는 긴 물음의 낱말이라 덜 물어야 하는지다.
 */
async function lookUp(files, unit, last, brief) {
  const [matched, ahead] = await Promise.all([spelt(files, unit, brief), last ? complete(files, unit) : []]);
  const exact = matched.some(({ one }) => one.kind === "same");
  const noun = matched.some((result) => result.one.kind === "same" && result.noun);
  const results = faithful(matched, exact, noun);
  const found = results.length > 0;
  const sure = exact || settled(results);
  const others = await exchanged(files, new Set([unit.text, ...stems(unit.text)]), 0.88, sure);
  if (exact) weaken(others, OTHER_NAME);
  results.push(...others);
  if ((last && (exact || !sure)) || !results.length) {
    results.push(...(await completed(files, unit, last ? ahead : await complete(files, unit), exact)));
  }
  /* 다 적은 한글은 자판을 잘못 둔 것보다 오타일 때가 많다. */
  const whole = hangulOnly(unit.text) && unit.text.length > 2;
  const swapped = async () => results.push(...(await turned(files, unit, last, results.length)));
  if (!found && !whole && !(brief && unit.hangul)) await swapped();
  const trusted = results.some(({ one, changed }) => changed || ((one.kind === "particle" || one.kind === "ending") && one.form.length > 2));
  if (!results.length || (!sure && whole && !trusted)) {
    results.push(...(await matches(files, await mend(files, unit, !brief && !results.length))));
  }
  if (!results.length && whole && !brief) await swapped();
  return results;
}

/** 믿을 꼴만 남긴다. 적힌 낱말이 명사면 그것만, 적혀 있기만 하면 조사를 뗀 것까지 믿는다. */
function faithful(matched, exact, noun) {
  if (!exact) return matched.filter(({ one, total }) => one.form.length > 1 || one.tail.length > 1 || total >= COMMON);
  const same = matched.filter(({ one }) => one.kind === "same");
  if (noun) return same;
  const parts = matched.filter(({ one }) => one.kind === "parts");
  weaken(parts, 0.5);
  const nouns = matched.filter(({ one }) => one.kind === "particle" || one.kind === "lone" || (one.kind === "ending" && one.tail.length > 1));
  for (const result of same) temper(result, nouns);
  const verbs = matched.filter(({ one }) => one.kind === "verb");
  weaken(verbs, 0.4);
  return [...same, ...parts, ...nouns, ...verbs];
}

function weaken(results, by) {
  for (const { scores } of results) for (const row of scores.values()) row.score *= by;
}

/* 조사까지 같은 글자는 드물 뿐 더 알맞은 것은 아니므로, 조사를 뗀 말보다 조금만 무겁게 친다. */
function temper(result, others) {
  for (const [number, row] of result.scores) {
    const best = Math.max(0, ...others.map(({ scores }) => scores.get(number)?.score ?? 0));
    if (best) row.score = Math.min(row.score, PRINTED * best);
  }
}

/** 이어 쓸 말. 그대로 있는 말을 품은 말은 그 말이 나오는 절에만 있으므로 다시 찾지 않는다. */
async function completed(files, unit, words, exact) {
  const inside = exact && unit.hangul && unit.text.length > 1;
  const wanted = words.filter((one) => !(inside && one.form.startsWith(unit.text)));
  const found = await matches(files, closest(unit, wanted).slice(0, exact ? 2 : COMPLETED));
  if (exact) weaken(found, 0.5);
  return found;
}

/** 글자 수가 같은 말이 있으면 그것만. 첫소리를 다 적었으면 더 긴 말은 아니다. */
function closest(unit, words) {
  const whole = words.filter((one) => one.form.length === unit.text.length);
  return whole.length ? whole : words;
}

/** 자판을 바꿔 친 말. */
async function turned(files, unit, last, others) {
  const other = otherKeyboard(unit);
  if (!other) return [];
  const [same, ahead] = await Promise.all([spelt(files, other, false), last ? complete(files, other) : []]);
  const exchange = await exchanged(files, stems(other.text), 0.7, same.length > 0);
  const found = same.filter((result) => result.one.form.length > 1 || !other.hangul);
  if (!found.length) found.push(...await matches(files, ahead.slice(0, COMPLETED)));
  found.push(...exchange);
  if (!others && !found.length) found.push(...await matches(files, await mend(files, other, false)));
  return found.map((result) => ({ ...result, changed: true }));
}

/** 길게 붙여 쓴 말을 색인에 있는 낱말로 나눈다. 나누지 못하면 빈 목록이다. */
export async function segments(files, unit) {
  const letters = unit.text;
  if (!hangulOnly(letters) || letters.length < 5) return [];
  const pieces = new Set();
  for (let i = 0; i + 2 <= letters.length; i++) {
    pieces.add(letters.slice(i, i + 2));
    if (i + 3 <= letters.length) pieces.add(letters.slice(i, i + 3));
  }
  const found = await files.grams([...pieces]);
  const whole = (word) => word.length > 1 && grams(word).every((gram) => found.has(gram));
  return cheapest(letters, whole);
}

/* 적은 수의 긴 낱말로 나눈다. 낱말이 아닌 글자는 조사나 어미로 보고 크게 친다. */
function cheapest(letters, whole) {
  const best = [{ cost: 0, words: [], lost: 0 }];
  for (let end = 1; end <= letters.length; end++) {
    const last = best[end - 1];
    best[end] = { cost: last.cost + 2, words: last.words, lost: last.lost + 1 };
    for (let start = Math.max(0, end - LONGEST_PIECE); start < end - 1; start++) {
      const word = letters.slice(start, end);
      const before = best[start];
      if (before.cost + 1 < best[end].cost && whole(word)) best[end] = { cost: before.cost + 1, words: [...before.words, word], lost: before.lost };
    }
  }
  const { words, lost } = best[letters.length];
  return words.length > 1 && lost * 4 <= letters.length ? words : [];
}

/** 적은 말이 없어 다른 말로 찾았으면 [적은 말, 찾은 말]. 점수가 가장 높은 꼴로 가린다. */
function exchange(unit, results, alone) {
  let best = null;
  let most = 0;
  for (const result of results) {
    for (const { score } of result.scores.values()) if (score > most) [most, best] = [score, result];
  }
  if (!best) return [];
  const changed = best.changed || best.one.kind === "mend" || (alone && hangulOnly(unit.text) && guessed(unit, results, best));
  return changed ? [[unit.raw, best.one.kind === "verb" ? best.one.grams[0] : best.one.form]] : [];
}

/** 적힌 그대로는 없어, 다른 낱말일지도 모르는 꼴로 찾았는지. 「정확도」에서 「정확」을 찾은 것이 그렇다. */
function guessed(unit, results, { one }) {
  if (unit.text.length < 2 || results.some(({ one: other }) => other.kind === "same")) return false;
  if (one.kind === "complete") return !one.form.startsWith(unit.text);
  return one.kind === "verb" || one.kind === "lone" || SUFFIXED.has(one.tail);
}

/**
 * 이웃한 두 낱말을 잇는 조각. 띄어 쓴 구절이 이어져 나오는 절을 올린다.
 *
 * 앞말이 두 글자면 그 말의 조각과 한 파일에 있다. `tables` 없이 부르면, 뗄 조사나 어미가
 * 없어 찾아 보지 않고도 아는 것만 준다.
 */
function bridges(all, units, tables) {
  const names = new Set();
  units.forEach((unit, i) => {
    const next = units[i + 1];
    if (!next || all.indexOf(next) !== all.indexOf(unit) + 1 || !hangulOnly(unit.text) || !hangulOnly(next.text)) return;
    if (!tables && strip(unit.text).length > 1) return;
    const form = tables?.[i].find(stripped)?.one.form || unit.text;
    if (form.length === 2 || units.length <= SHORT) names.add(form.slice(-2) + next.text[0]);
  });
  return [...names];
}

/**
 * 검색어에 맞는 절과 점수.
 *
 * 돌려주는 것: hits(번호 → 점수), units(낱말마다 찾은 꼴), missing(못 찾은 낱말),
 * replaced([적은 말, 바꾸어 찾은 말]).
 */
export async function search(files, text) {
  const all = split(text);
  if (!all.length) return { hits: new Map(), units: [], missing: [], replaced: [] };
  const result = await found(files, all);
  const parted = new Map();
  for (const unit of result.units.filter(({ raw }) => result.missing.includes(raw))) {
    const words = await segments(files, unit);
    if (words.length) parted.set(unit.text, words);
  }
  if (!parted.size) return result;
  const replaced = result.units.filter(({ text }) => parted.has(text)).map(({ raw, text }) => [raw, parted.get(text).join(" ")]);
  const again = await found(files, all.flatMap((unit) => (parted.has(unit.text) ? split(parted.get(unit.text).join(" ")) : [unit])));
  return { ...again, replaced: [...replaced, ...again.replaced] };
}

async function found(files, all) {
  const units = meaningful(all);
  const [tables] = await Promise.all([
    Promise.all(units.map((unit, i) => lookUp(files, unit, i === units.length - 1 && unit === all.at(-1), units.length > 1))),
    files.parents(),
    files.grams(bridges(all, units)),
  ]);
  const [spans, near] = await Promise.all([together(files, units, tables), files.grams(bridges(all, units, tables))]);
  const known = tables.map((results, i) => results.length > 0 || spans.has(i));
  if (!known.includes(true)) return { hits: new Map(), units, missing: units.map((unit) => unit.raw), replaced: [] };
  const parts = units.map((unit, i) => (spans.has(i) ? 1 : importance(unit, tables[i])));
  const best = tables.map((results, i) => strongest([...results, ...(spans.get(i) || [])], Math.sqrt(parts[i])));
  const weights = best.map((table, i) => (known[i] ? heft(rarity(table, files.settings.sections), parts[i]) : 0));
  const rows = new Map();
  best.forEach((table, i) => {
    for (const [number, row] of table) {
      let sum = rows.get(number);
      if (!sum) rows.set(number, (sum = { score: 0, forms: [], parts: [], titles: [], held: [] }));
      sum.score += row.score;
      sum.parts[i] = row.score;
      sum.titles[i] = row.score * row.title;
      sum.held[i] = row.full;
      sum.forms.push(row.form);
    }
  });
  for (const entry of near.values()) {
    const value = idf(entry, files.settings.sections);
    eachSection(entry, (number, strong, often) => {
      const row = rows.get(number);
      if (row) row.score += (NEAR * value * (TITLE * strong + BODY * Math.max(often, 6))) / 15;
    });
  }
  const hits = new Map();
  for (const [number, row] of rows) {
    const held = share(row.held, weights);
    if (held) hits.set(number, { ...row, score: row.score * held ** TOGETHER });
  }
  const missing = units.filter((_, i) => !known[i]).map((unit) => unit.raw);
  const replaced = units.flatMap((unit, i) => (spans.has(i) ? [] : exchange(unit, tables[i], units.length === 1)));
  return { hits, units, weights, missing, replaced, printed: tables.length === 1 ? literal(tables[0]) : new Set() };
}

/** 절마다 가장 점수가 높은 꼴. 점수에 `by`를 곱하고, 여러 낱말을 한 이름으로 바꾼 것은 나누어 갖는다. */
function strongest(results, by) {
  const best = new Map();
  for (const { scores, one, spanned = 1 } of results) {
    for (const [number, row] of scores) {
      const score = (by * row.score) / Math.sqrt(spanned);
      if (score > (best.get(number)?.score ?? 0)) best.set(number, { ...row, score, form: one.form });
    }
  }
  return best;
}

/** 낱말이 얼마나 드문지. */
function rarity(table, sections) {
  return idf({ total: [...table.values()].filter((row) => row.full).length }, sections);
}

/** 낱말이 적힌 그대로 있는 절. */
function literal(results) {
  const same = results.filter(({ one }) => one.kind === "same");
  return new Set(same.flatMap(({ scores }) => [...scores].filter(([, row]) => row.full).map(([number]) => number)));
}

/** 띄어 쓴 말을 이어 붙이면 용어집에 있는 경우. 「early stopping」처럼. */
async function together(files, units, tables) {
  const out = new Map();
  const spans = [];
  for (let i = 0; i < units.length; i++) {
    for (let j = i + 2; j <= Math.min(units.length, i + 4); j++) {
      const head = units.slice(i, j - 1).map((unit) => unit.text).join("");
      spans.push({ i, j, words: stems(units[j - 1].text).map((tail) => head + tail) });
    }
  }
  const found = await Promise.all(
    spans.map(({ i, j, words }) => exchanged(files, words, 0.88, tables.slice(i, j).every((results) => results.length)))
  );
  spans.forEach(({ i, j }, at) => {
    const named = found[at].map((one) => ({ ...one, spanned: j - i }));
    for (let k = i; named.length && k < j; k++) out.set(k, [...(out.get(k) || []), ...named]);
  });
  return out;
}
