/* 점수를 매긴 절을 테마가 그릴 결과로 바꾼다. */
import { compact, normalize } from "./hangul.mjs";
import { meaningful, split, stems } from "./query.mjs";
import { group, rankSections } from "./rank.mjs";

/* 글을 받을 파일의 수. 이보다 아래의 쪽은 이름만 보인다. 쪽의 이름을 모르는 큰 사이트는 더 받는다. */
const TEXT_FILES = 4;
const MOST_TEXT_FILES = 8;
const MARKED = 12;
const BEFORE = 60;
const AFTER = 160;

export function escape(text) {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

/** 빈칸이 끼어도 찾도록 글자 사이에 빈칸을 허락한 정규식. */
export function pattern(forms) {
  const sorted = [...new Set(forms)].filter(Boolean).sort((a, b) => b.length - a.length);
  if (!sorted.length) return null;
  const one = (form) => Array.from(form.replace(/\s+/g, ""), (letter) => letter.replace(/[.*+?^${}()|[\]\\\-/]/g, "\\$&")).join("[\\s\\-]?");
  return new RegExp(sorted.map(one).join("|"), "gi");
}

export function mark(text, regex) {
  if (!regex) return escape(text);
  let out = "";
  let last = 0;
  for (const match of text.matchAll(regex)) {
    if (!match[0]) continue;
    out += `${escape(text.slice(last, match.index))}<mark>${escape(match[0])}</mark>`;
    last = match.index + match[0].length;
  }
  return out + escape(text.slice(last));
}

/** 찾은 말이 가장 많이 모인 둘레만 잘라 낸다. */
export function cut(text, regex) {
  const matches = regex ? [...text.matchAll(regex)].map((match) => match.index) : [];
  if (text.length <= BEFORE + AFTER) return text;
  let start = 0;
  let most = 0;
  for (const at of matches) {
    const count = matches.filter((other) => other >= at && other < at + AFTER).length;
    if (count > most) [most, start] = [count, at];
  }
  let from = Math.max(0, start - BEFORE);
  if (from) from = text.indexOf(" ", from) + 1 || from;
  return (from ? "… " : "") + text.slice(from, from + BEFORE + AFTER) + (from + BEFORE + AFTER < text.length ? " …" : "");
}

/** 검색어와 꼭 같다고 볼 제목. 조사와 묻는 말을 뗀 것도 같다고 본다. */
function titles(text, units) {
  return new Set([compact(text), ...cores(units)]);
}

/** 낱말을 이어 붙인 것. 마지막 낱말의 조사와 어미를 떼어 여럿이 된다. */
function cores(units) {
  const head = units.slice(0, -1).map((unit) => unit.text).join("");
  return units.length ? stems(units.at(-1).text).map((tail) => compact(head + tail)) : [];
}

/** 「SBOM이란」처럼 조사와 묻는 말을 떼면 검색어와 같은 이름인지. */
function same(name, whole) {
  return !!name && (whole.has(compact(name)) || cores(meaningful(split(name))).some((core) => whole.has(core)));
}

/** 글을 받을 절. 위의 쪽부터, 새로 받을 파일이 `most`개를 넘지 않는 데까지다. */
function afforded(files, pages, most) {
  const parts = new Set();
  const numbers = [];
  for (const { number } of [...pages.map(({ sections }) => sections[0]), ...pages.flatMap(({ sections }) => sections.slice(1))]) {
    const part = files.part(number);
    if (parts.size >= most && !parts.has(part)) continue;
    parts.add(part);
    numbers.push(number);
  }
  return numbers;
}

/** 쪽마다 보일 절의 글. 글을 받지 않을 절은 빼고, 다 빠지면 쪽의 이름만 남긴다. */
async function texts(files, pages) {
  const names = await files.names();
  const rows = await files.rows(afforded(files, pages, names ? TEXT_FILES : MOST_TEXT_FILES));
  for (const row of pages) {
    const top = names?.pages.get(row.page);
    if (top && !rows.has(row.page)) rows.set(row.page, [top[0], top[1], "", "", [], top[2]]);
    const [first] = row.sections;
    row.sections = row.sections.filter(({ number }) => rows.has(number));
    if (!row.sections.length && top) row.sections.push({ ...first, number: row.page });
  }
  return { rows, known: pages.filter(({ sections }) => sections.length) };
}

export async function show(files, result, text) {
  const grouped = group(result.hits, await files.parents(), { ...result, ...files.settings });
  const { rows, known: pages } = await texts(files, grouped);
  const wanted = compact(text);
  const whole = titles(text, result.units);
  for (const row of pages) {
    const top = rows.get(row.page);
    row.named = !!top && [top[1], top[5]].some((name) => same(name, whole));
    for (const one of row.sections) {
      const [, title, body, , , label] = rows.get(one.number);
      if ([title, label].some((name) => same(name, whole))) one.score *= 1.4;
      /* 두 낱말에 걸쳐 우연히 이어진 글자보다 붙어 있는 말을 믿는다. */
      const seen = normalize(`${title} ${label} ${body}`);
      if (one.forms.every((form) => seen.includes(form))) one.score *= 1.2;
      if (wanted.length > 3 && compact(body).includes(wanted)) one.score *= 1.15;
    }
    rankSections(row);
  }
  /* 쪽의 이름을 그대로 적었으면 그 쪽으로 가려는 것이다. */
  pages.sort((a, b) => !!b.named - !!a.named || b.score - a.score || a.page - b.page);
  const missing = Object.fromEntries(result.missing.map((word) => [word, false]));
  const shown = [];
  return ordered(pages.map((row) => items(row, rows, missing, shown)));
}

/**
 * 보이는 차례대로 줄어드는 점수를 적는다.
 *
 * 테마는 Enter를 누르면 점수가 가장 큰 것을 연다. 쪽은 그 쪽의 절보다 위에 보인다.
 */
export function ordered(groups) {
  let score = groups.flat().length;
  for (const group of groups) {
    const page = group.find((one) => !one.location.includes("#"));
    for (const one of [page, ...group.filter((one) => one !== page)]) one.score = score--;
  }
  return groups;
}

/** 앞에서 이미 보인 글이면 비운다. 요약과 차례가 같은 글을 되풀이하는 사이트가 많다. */
function once(text, shown) {
  const letters = compact(text);
  const middle = letters.slice(Math.max(0, letters.length / 2 - 20), letters.length / 2 + 20);
  if (middle.length > 30 && shown.some((other) => other.includes(middle))) return "";
  shown.push(letters);
  return text;
}

/** 열린 쪽에서 표시할 말. 붙여 쓴 말도 글에 적힌 꼴로 준다. */
function marked(forms, title, body) {
  const seen = `${title}\n${body}`.match(pattern(forms) || /$^/) || [];
  const words = new Set(seen.map((word) => word.replace(/\s+/g, " ")));
  return Object.fromEntries([...(words.size ? words : new Set(forms))].slice(0, MARKED).map((word) => [word, true]));
}

function items(row, rows, missing, shown) {
  const out = row.sections.map((one) => {
    const [location, title, body, , tags] = rows.get(one.number);
    const regex = pattern(one.forms);
    const terms = { ...missing, ...marked(one.forms, title, body) };
    const entry = { location, title: mark(title, regex), text: mark(once(cut(body, regex), shown), regex), terms };
    if (tags.length) entry.tags = tags.map(escape);
    return entry;
  });
  if (!out.some((one) => !one.location.includes("#"))) {
    const [location, title, , parent] = rows.get(row.sections[0].number);
    const regex = pattern(row.sections[0].forms);
    /* 테마는 맨 앞의 것보다 점수가 낮은 절을 접는다. 가장 좋은 절이 접히지 않게 쪽을 뒤에 둔다. */
    out.push({ location: location.split("#")[0], title: mark(parent || title, regex), text: "", terms: out[0].terms });
  }
  return out;
}
