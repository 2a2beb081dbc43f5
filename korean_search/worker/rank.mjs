/* 절의 점수로 쪽을 줄 세운다. */
import { share } from "./weigh.mjs";

const PAGES = 10;
/* 쪽의 순위마다 글을 받아 보여 줄 절의 수. 아래로 갈수록 적게 받아 첫 답을 가볍게 한다. */
const SECTIONS = [3, 2, 2, 1];
/* 이 순위보다 아래는, 맨 위의 쪽에 견주어 이만큼은 맞아야 보인다. 스치는 말 때문에 글을 더 받지 않는다. */
const SURE = 5;
const LEAST = 0.1;
/* 쪽의 점수는 가장 맞는 절, 쪽을 여는 절, 쪽을 여는 절에 든 낱말, 제목에 든 낱말, 쪽에 고루
   나오는 낱말, 나머지 절의 점수를 이만큼씩 더한 것이다. 쪽을 여는 글에는 그 쪽이 다루는 것이 적혀 있다. */
const FIRST = 0.35;
const LEAD = 0.5;
const TOPIC = 0.45;
const TITLES = 0.05;
const SPREAD = 0.05;
const REST = 0.05;
/* 낱말이 다 나오지 않는 쪽을 얼마나 낮출지. */
const WHOLE = 1.5;
/* 적힌 그대로 나오는 쪽이 있는데 끝 글자만 다른 말로 찾은 쪽을 얼마나 낮출지. */
const DOUBT = 0.1;
const STUB = 2;
/* 첫 화면은 다른 쪽을 소개할 뿐이다. */
const HOME = 0.5;

/** 쪽 안의 절을 줄 세우고 쪽의 점수를 매긴다. */
export function rankSections(row) {
  row.sections.sort((a, b) => b.score - a.score || a.number - b.number);
  row.score = row.boost * (FIRST * row.sections[0].score + row.lead);
}

/** 쪽이 무엇을 다루는지에서 나온 점수. `size`는 쪽의 절의 수, `weights`는 낱말마다의 무게, `by`는 쪽을 여는 절의 몫이다. */
function lead({ page, sections }, size, weights, by) {
  const top = sections.find(({ number }) => number === page);
  const opening = top ? by * (LEAD * top.score + TOPIC * sum(top.parts)) : 0;
  const best = [];
  const titles = [];
  const often = [];
  const held = [];
  for (const one of sections) {
    (one.parts || []).forEach((score, i) => {
      best[i] = Math.max(best[i] ?? 0, score);
      titles[i] = Math.max(titles[i] ?? 0, one.titles[i]);
      often[i] = (often[i] ?? 0) + 1;
      held[i] ||= one.held[i];
    });
  }
  const spread = sum(best.map((score, i) => score * Math.sqrt(often[i] / size)));
  const scores = sections.map(({ score }) => score);
  const rest = sum(scores) - Math.max(...scores);
  const whole = weights ? share(held, weights) ** WHOLE : 1;
  return whole * (opening + TITLES * sum(titles) + SPREAD * spread + REST * rest);
}

function sum(scores = []) {
  return scores.reduce((total, score) => total + score, 0);
}

/** 쪽마다 점수를 매긴다. `boosts`는 쪽의 번호와 `search.boost`, `home`은 첫 화면의 번호다. */
function scored(hits, parents, { weights, boosts = [], home = -1 }) {
  const pages = new Map();
  const sizes = new Map();
  const boost = new Map(boosts);
  for (const page of parents) sizes.set(page, (sizes.get(page) ?? 0) + 1);
  for (const [number, hit] of hits) {
    const page = parents[number];
    let row = pages.get(page);
    if (!row) pages.set(page, (row = { page, sections: [] }));
    row.sections.push({ number, ...hit });
  }
  for (const row of pages.values()) {
    row.boost = boost.get(row.page) ?? 1;
    row.lead = lead(row, sizes.get(row.page), weights, row.page === home ? HOME : 1);
    rankSections(row);
  }
  return [...pages.values()];
}

/**
 * 적은 말과 끝 글자만 다른 짧은 말로만 찾았는지. 「로그인」에서 「로그」를, 「변화」에서 「변환」을
 * 찾은 것이 그렇다. 긴 말에 한 글자가 더 붙었으면 조사일 때가 많다.
 */
function doubtful({ sections }, { text, hangul } = {}) {
  if (!hangul || text.length < 2) return false;
  const near = (form) => form.length <= STUB && form !== text && form.startsWith(text.slice(0, -1));
  return sections.every(({ forms = [] }) => forms.length && forms.every(near));
}

function lower(row) {
  row.boost *= DOUBT;
  row.score *= DOUBT;
}

/** 쪽으로 묶어 보일 것만 남긴다. `result`는 `search`의 답과 목록에 적힌 수다. */
export function group(hits, parents, result = {}) {
  const { printed = new Set(), units = [] } = result;
  const has = ({ sections }) => sections.some(({ number }) => printed.has(number));
  const rows = scored(hits, parents, result);
  for (const row of rows) if (printed.size && !has(row) && doubtful(row, units[0])) lower(row);
  const sorted = rows.sort((a, b) => b.score - a.score || a.page - b.page);
  const best = sorted.slice(0, PAGES).filter((row, i, [top]) => i < SURE || row.score >= LEAST * top.score);
  const literal = best.some(has) ? null : sorted.find(has);
  if (literal) {
    literal.sections = literal.sections.filter(({ number }) => printed.has(number));
    best.push(literal);
  }
  best.forEach((row, i) => (row.sections = row.sections.slice(0, SECTIONS[i] ?? 1)));
  return best;
}
