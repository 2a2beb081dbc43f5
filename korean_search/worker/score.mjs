/* 절마다 점수를 매긴다. */
import { eachSection } from "./files.mjs";
import { alternative, compact, complete, grams, hangulOnly, meaningful, mend, known, otherKeyboard, plain, split, stems, synonyms } from "./query.mjs";

const TITLE = 2.6;
const BODY = 1;
const NEAR = 0.8;
/* 적히지 않은 두 글자 낱말에서 조사를 떼려면, 남은 한 글자가 이만큼의 절에 나와야 한다. */
const COMMON = 5;
const LONGEST_PIECE = 8;
/* 적은 말이 그대로 있을 때 다른 이름의 무게. */
const OTHER_NAME = 0.8;
const PRINTED = 1.4;

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
      if (strong) row.title++;
      row.score += (value * (TITLE * strong + BODY * often)) / 15;
    });
  }
  const count = names.length;
  let full = 0;
  for (const row of scores.values()) {
    row.full = row.hits === count;
    if (row.full) full++;
    row.score = (one.weight * row.score * (row.hits / count) ** 2 * (1 + (row.title === count ? 0.6 : 0))) / Math.sqrt(count);
  }
  return { one, scores, full, total: found.get(names[0])?.total ?? 0 };
}

/** 꼴마다 찾되, 조각이 모두 나오는 절이 있는 것만 돌려준다. */
async function matches(files, list) {
  const found = await files.grams(list.flatMap((one) => one.grams));
  return list.map((one) => match(one, found, files.settings.sections)).filter((result) => result.full);
}

function spoken(word) {
  const text = word.replace(/\s+/g, "");
  if (hangulOnly(text)) return grams(text);
  return split(word).flatMap((unit) => (unit.hangul ? grams(unit.text) : [unit.text]));
}

/** 바꿔 찾을 말. 여러 꼴을 한꺼번에 찾아 서버를 기다리는 차례를 줄인다. */
async function exchanged(files, words, weight) {
  const names = (await Promise.all([...words].map((word) => synonyms(files, compact(word))))).flat();
  return matches(files, [...new Set(names)].map((name) => alternative(name, weight, "synonym", spoken(name))));
}

/** 낱말 하나를 찾는다. 그대로 있으면 그것을, 없으면 자판, 치다 만 글자, 오타의 차례로 본다. */
async function lookUp(files, unit, last) {
  const [matched, others, ahead, noun] = await Promise.all([
    matches(files, plain(unit)),
    exchanged(files, new Set([unit.text, ...stems(unit.text)]), 0.88),
    last ? complete(files, unit) : [],
    unit.hangul && known(files, unit.text),
  ]);
  const exact = matched.some((result) => result.one.kind === "same");
  const results = faithful(matched, exact, noun);
  if (exact) weaken(others, OTHER_NAME);
  const found = results.length > 0;
  results.push(...others);
  if (last || !found) results.push(...(await completed(files, unit, last ? ahead : await complete(files, unit), exact)));
  if (!exact && !(found && !unit.hangul)) results.push(...(await turned(files, unit, found, last, results.length)));
  const trusted = results.some(({ one }) => (one.kind === "particle" || one.kind === "ending") && one.form.length > 2);
  if (!results.length || (!exact && unit.hangul && unit.text.length > 2 && !trusted)) {
    results.push(...await matches(files, await mend(files, unit)));
  }
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
  const wanted = words.filter((one) => !(inside && one.form.startsWith(unit.text))).slice(0, exact ? 3 : 8);
  const found = await matches(files, wanted);
  if (exact) weaken(found, 0.5);
  return found;
}

/** 자판을 바꿔 친 말. */
async function turned(files, unit, known, last, others) {
  const other = otherKeyboard(unit);
  if (!other || (known && !other.hangul)) return [];
  const [same, exchange, ahead] = await Promise.all([
    matches(files, plain(other)),
    exchanged(files, stems(other.text), 0.7),
    complete(files, other),
  ]);
  const found = same.filter((result) => result.one.form.length > 1 || !other.hangul);
  const sure = found.length > 0;
  if (!sure || last) found.push(...await matches(files, ahead));
  found.push(...exchange);
  if (!others && !found.length) found.push(...await matches(files, await mend(files, other)));
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
function exchange(unit, results) {
  let best = null;
  let most = 0;
  for (const result of results) {
    for (const { score } of result.scores.values()) if (score > most) [most, best] = [score, result];
  }
  const changed = best && (best.changed || best.one.kind === "mend");
  return changed ? [[unit.raw, best.one.form]] : [];
}

/** 이웃한 두 낱말을 잇는 조각. 띄어 쓴 구절이 이어져 나오는 절을 올린다. */
function bridges(units) {
  const names = new Set();
  for (let i = 0; i + 1 < units.length; i++) {
    if (!units[i].hangul || !units[i + 1].hangul || !hangulOnly(units[i].text) || !hangulOnly(units[i + 1].text)) continue;
    const next = units[i + 1].text;
    for (const form of stems(units[i].text)) {
      if (form.length > 1) names.add(form.slice(-2) + next[0]);
      if (next.length > 1) names.add(form.at(-1) + next.slice(0, 2));
    }
  }
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
  const [tables, spans, near] = await Promise.all([
    Promise.all(units.map((unit, i) => lookUp(files, unit, i === units.length - 1 && unit === all.at(-1)))),
    together(files, units),
    files.grams(bridges(all)),
    files.parents(),
  ]);
  const rows = new Map();
  tables.forEach((results, i) => {
    const best = new Map();
    for (const { scores, one } of [...results, ...(spans.get(i) || [])]) {
      for (const [number, row] of scores) {
        if (row.score > (best.get(number)?.score ?? 0)) best.set(number, { ...row, form: one.form });
      }
    }
    for (const [number, row] of best) {
      let sum = rows.get(number);
      if (!sum) rows.set(number, (sum = { score: 0, count: 0, forms: [], parts: [] }));
      sum.score += row.score;
      sum.parts[i] = row.score;
      if (row.full) sum.count++;
      sum.forms.push(row.form);
    }
  });
  const known = tables.filter((results, i) => results.length || spans.has(i)).length;
  if (!known) return { hits: new Map(), units, missing: units.map((unit) => unit.raw), replaced: [] };
  for (const entry of near.values()) {
    const value = idf(entry, files.settings.sections);
    eachSection(entry, (number, strong, often) => {
      const row = rows.get(number);
      if (row) row.score += (NEAR * value * (TITLE * strong + BODY * Math.max(often, 6))) / 15;
    });
  }
  const hits = new Map();
  for (const [number, row] of rows) {
    if (row.count) hits.set(number, { ...row, score: row.score * (row.count / known) ** 1.5 });
  }
  const missing = units.filter((_, i) => !tables[i].length && !spans.has(i)).map((unit) => unit.raw);
  const replaced = units.flatMap((unit, i) => (spans.has(i) ? [] : exchange(unit, tables[i])));
  return { hits, units, missing, replaced, known };
}

/** 띄어 쓴 말을 이어 붙이면 용어집에 있는 경우. 「early stopping」처럼. */
async function together(files, units) {
  const out = new Map();
  const spans = [];
  for (let i = 0; i < units.length; i++) {
    for (let j = i + 2; j <= Math.min(units.length, i + 4); j++) {
      const head = units.slice(i, j - 1).map((unit) => unit.text).join("");
      spans.push({ i, j, words: stems(units[j - 1].text).map((tail) => head + tail) });
    }
  }
  const found = await Promise.all(spans.map(({ words }) => exchanged(files, words, 0.88)));
  spans.forEach(({ i, j }, at) => {
    for (let k = i; found[at].length && k < j; k++) out.set(k, [...(out.get(k) || []), ...found[at]]);
  });
  return out;
}
