/* 절마다 점수를 매긴다. */
import { eachSection } from "./files.mjs";
import { alternative, complete, grams, hangulOnly, meaningful, mend, otherKeyboard, plain, split, stems, synonyms } from "./query.mjs";

const TITLE = 3.2;
const BODY = 1;
const NEAR = 0.8;

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
  return { one, scores, full };
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
  const names = (await Promise.all([...words].map((word) => synonyms(files, word.replace(/[^가-힣a-z0-9+#]/g, ""))))).flat();
  return matches(files, [...new Set(names)].map((name) => alternative(name, weight, "synonym", spoken(name))));
}

/** 낱말 하나를 찾는다. 그대로 있으면 그것을, 없으면 자판, 치다 만 글자, 오타의 차례로 본다. */
async function lookUp(files, unit, last) {
  let [results, others, ahead] = await Promise.all([
    matches(files, plain(unit)),
    exchanged(files, new Set([unit.text, ...stems(unit.text)]), 0.88),
    last ? complete(files, unit) : [],
  ]);
  const known = results.length > 0;
  const exact = results.some((result) => result.one.kind === "same");
  if (exact) results = results.filter((result) => result.one.kind !== "open");
  results.push(...others);
  if (last || !known) results.push(...(await completed(files, unit, last ? ahead : await complete(files, unit), exact)));
  if (!exact && !(known && !unit.hangul)) results.push(...(await turned(files, unit, known, last, results.length)));
  const trusted = results.some((result) => result.one.kind === "stem" && result.one.form.length > 2);
  if (!results.length || (!exact && unit.hangul && unit.text.length > 2 && !trusted)) {
    results.push(...await matches(files, await mend(files, unit)));
  }
  if (!results.length && unit.hangul && unit.text.length >= 4) results.push(...(await compound(files, unit)));
  return results;
}

/** 이어 쓸 말. 그대로 있는 말을 품은 말은 그 말이 나오는 절에만 있으므로 다시 찾지 않는다. */
async function completed(files, unit, words, exact) {
  const wanted = words.filter((one) => !(exact && unit.hangul && one.form.startsWith(unit.text))).slice(0, exact ? 3 : 8);
  const found = await matches(files, wanted);
  if (exact) for (const result of found) for (const row of result.scores.values()) row.score *= 0.5;
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
  return found;
}

/** 붙여 쓴 두 낱말. 둘이 한 제목에 함께 있을 때만 믿는다. */
async function compound(files, unit) {
  const out = [];
  for (const form of stems(unit.text)) {
    for (let cut = 2; cut + 2 <= form.length; cut++) {
      const names = [...grams(form.slice(0, cut)), ...grams(form.slice(cut))];
      for (const result of await matches(files, [alternative(form, 0.7, "compound", names)])) {
        for (const [number, row] of result.scores) if (!row.full || row.title < names.length) result.scores.delete(number);
        if (result.scores.size) out.push(result);
      }
    }
  }
  return out;
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
 * 돌려주는 것: hits(번호 → 점수), units(낱말마다 찾은 꼴), missing(못 찾은 낱말).
 */
export async function search(files, text) {
  const all = split(text);
  if (!all.length) return { hits: new Map(), units: [], missing: [] };
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
      if (!sum) rows.set(number, (sum = { score: 0, count: 0, forms: [] }));
      sum.score += row.score;
      if (row.full) sum.count++;
      sum.forms.push(row.form);
    }
  });
  const known = tables.filter((results, i) => results.length || spans.has(i)).length;
  if (!known) return { hits: new Map(), units, missing: units.map((unit) => unit.raw) };
  for (const entry of near.values()) {
    const value = idf(entry, files.settings.sections);
    eachSection(entry, (number, strong, often) => {
      const row = rows.get(number);
      if (row) row.score += (NEAR * value * (TITLE * strong + BODY * Math.max(often, 6))) / 15;
    });
  }
  const hits = new Map();
  for (const [number, row] of rows) {
    if (row.count) hits.set(number, { score: row.score * (row.count / known) ** 1.5, forms: row.forms, count: row.count });
  }
  const missing = units.filter((_, i) => !tables[i].length && !spans.has(i)).map((unit) => unit.raw);
  return { hits, units, missing, tables };
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
