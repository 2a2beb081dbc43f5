/* 색인 파일을 필요할 때 내려받아 풀고 기억한다. */
import { compact } from "./hangul.mjs";

export function fnv1a(text) {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return value;
}

/** 조각을 나눌 때 본 앞부분. 앞 두 글자가 같은 한글 조각은 한 파일에 있다. */
export function shelf(gram) {
  return /^[가-힣]/.test(gram) ? gram.slice(0, 2) : gram;
}

/**
 * 조각 파일에서 조각 하나를 찾는다. 없으면 null이다.
 *
 * 파일이 작아 처음부터 훑어도 빠르고, 표로 풀어 두지 않아 메모리를 적게 쓴다.
 */
export function findGram(bytes, gram) {
  const name = new TextEncoder().encode(gram);
  let at = 0;
  const varint = () => {
    let value = 0;
    let shift = 0;
    for (;;) {
      if (at >= bytes.length) throw new Error("색인 파일이 잘렸다");
      const byte = bytes[at++];
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
      shift += 7;
    }
  };
  while (at < bytes.length) {
    const size = varint();
    const start = at;
    at += size;
    const total = varint();
    const count = varint();
    const end = varint() + at;
    if (end > bytes.length) throw new Error("색인 파일이 잘렸다");
    if (size === name.length && name.every((byte, i) => bytes[start + i] === byte)) {
      return { total: total >>> 1, noun: total % 2 === 1, count, bytes: bytes.subarray(at, end) };
    }
    at = end;
  }
  return null;
}

/** 조각 하나의 절을 차례로 건넨다. 번호, 제목에서의 세기, 본문에서의 세기를 준다. */
export function eachSection(entry, visit) {
  const { bytes } = entry;
  let at = 0;
  let number = 0;
  while (at < bytes.length) {
    let shift = 0;
    let byte;
    do {
      byte = bytes[at++];
      number += (byte & 127) << shift;
      shift += 7;
    } while (byte > 127);
    visit(number, bytes[at] >> 4, bytes[at] & 15);
    at++;
  }
}

const KEEP = 1000;
/* 파일 이름의 길이. index.py의 NAME과 같다. */
const NAME = 8;

export class Files {
  /** `load`는 이름을 받아 내용을 주고, `ready`는 내려받기 전에 기다릴 것이다. */
  constructor(manifest, load, ready = () => {}, kept = new Map()) {
    this.settings = manifest;
    this.load = load;
    this.ready = ready;
    this.kept = kept;
  }

  /** 받아 둔 것을 함께 쓰되, 다른 것을 기다리는 것. */
  waiting(ready) {
    return new Files(this.settings, this.load, ready, this.kept);
  }

  /** 목록의 몇째 파일. 같은 파일은 한 번만 받고, 오래 쓰지 않은 것부터 버린다. */
  async get(kind, place, read) {
    const name = this.settings[kind].slice(place * NAME, (place + 1) * NAME);
    if (!this.kept.has(name)) await this.ready();
    let file = this.kept.get(name);
    if (file) this.kept.delete(name);
    else file = this.fetched(name, read);
    this.kept.set(name, file);
    if (this.kept.size > KEEP) this.kept.delete(this.kept.keys().next().value);
    return file;
  }

  fetched(name, read) {
    const file = this.load(name).then(read);
    file.catch(() => this.kept.get(name) === file && this.kept.delete(name));
    return file;
  }

  /** 어느 검색어에나 쓰이는 파일을 미리 받는다. */
  warm() {
    return Promise.all([this.core(), this.names()]);
  }

  /** 열쇠를 해시로 나누어 담은 파일. */
  hashed(kind, key, read) {
    return this.get(kind, fnv1a(key) % (this.settings[kind].length / NAME), read);
  }

  /** 자주 찾는 조각을 모은 파일. */
  core() {
    return this.get("core", 0, raw);
  }

  /** 조각마다 그것이 나오는 절. `free`면 받아 둔 파일에서만 찾는다. */
  async grams(names, free = false) {
    const wanted = [...new Set(names)];
    const found = new Map();
    if (!wanted.length) return found;
    const core = await this.core();
    await Promise.all(
      wanted.map(async (gram) => {
        const entry = findGram(core, gram) || (!free && findGram(await this.hashed("grams", shelf(gram), raw), gram));
        if (entry) found.set(gram, entry);
      })
    );
    return found;
  }

  /** 열쇠의 낱말. 작은 사이트는 첫소리 하나로만 나누었다. */
  async words(key) {
    const name = this.settings.sounds === 1 ? Array.from(key.replace(/^[23]/, ""))[0] || key : key;
    const table = await this.hashed("words", name, json);
    const entry = Object.hasOwn(table, name) ? table[name] : {};
    return { words: entry.w || [], synonyms: entry.s || {} };
  }

  /** 작은 사이트의 모든 낱말. */
  async dictionary() {
    const count = this.settings.words.length / NAME;
    const tables = await Promise.all(Array.from({ length: count }, (_, place) => this.get("words", place, json)));
    return tables.flatMap((table) => Object.values(table).flatMap((entry) => entry.w || []));
  }

  /** 바꿔 찾을 말과 쪽의 이름. 큰 사이트에는 없어 null이다. */
  names() {
    return this.settings.names ? this.get("names", 0, named) : null;
  }

  /** 절의 글이 든 파일의 자리. */
  part(number) {
    this.ends ||= ends(this.settings.parts);
    return this.ends.findIndex((end) => number < end);
  }

  async rows(numbers) {
    const rows = new Map();
    await Promise.all(
      [...new Set(numbers.map((number) => this.part(number)))].map(async (part) => {
        const list = await this.get("texts", part, json);
        list.forEach((row, i) => rows.set(this.ends[part] - list.length + i, row));
      })
    );
    return rows;
  }

  /** 절마다 그 절이 놓인 쪽의 첫 절 번호. */
  async parents() {
    this.first ||= firstSections(this.settings);
    return this.first;
  }
}

function firstSections({ starts, sections }) {
  const bits = atob(starts);
  const first = new Uint32Array(sections);
  let page = 0;
  for (let i = 0; i < sections; i++) {
    if ((bits.charCodeAt(i >> 3) >> (i & 7)) & 1) page = i;
    first[i] = page;
  }
  return first;
}

function ends(parts) {
  let sum = 0;
  return parts.map((count) => (sum += count));
}

/** 이름의 묶음을, 이름에서 바꿔 찾을 말로 가는 표로 푼다. */
function named(bytes) {
  const { groups, pages } = json(bytes);
  const synonyms = new Map();
  for (const [used, others] of groups) {
    for (const name of [...used, ...others]) {
      const words = synonyms.get(compact(name)) || synonyms.set(compact(name), new Set()).get(compact(name));
      for (const word of used) if (compact(word) !== compact(name)) words.add(word);
    }
  }
  return { synonyms, pages: new Map(pages.map(([number, ...row]) => [number, row])) };
}

const raw = (bytes) => bytes;

function json(bytes) {
  return JSON.parse(new TextDecoder().decode(bytes));
}
