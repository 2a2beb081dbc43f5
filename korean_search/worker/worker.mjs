/* 테마와 주고받는 말. 준비 0, 다 됨 1, 검색 2, 결과 3. */
import { Current, FRESH, Overtaken, Unknown } from "./current.mjs";
import { nearest, suggest } from "./query.mjs";
import { search } from "./score.mjs";
import { show } from "./show.mjs";

/* 한 글자씩 치는 동안에는 이만큼(ms) 멈춘 다음에 내려받는다. 지나갈 글자의 파일을 받지 않는다. */
const PAUSE = 120;
const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("korean-search");
const current = new Current(manifest, piece);
let latest = 0;
let before = "";

async function ask(name, options) {
  const response = await fetch(new URL(name, self.location.href), options);
  if (!response.ok) throw new Error(`${response.status} ${name}`);
  return response;
}

async function manifest(cache) {
  return (await ask("manifest.json", { cache })).text();
}

async function piece(name) {
  const bytes = new Uint8Array(await (await ask(`${name}.ks`)).arrayBuffer());
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** 검색창이 열릴 때, 목록이 그대로인지 묻고 늘 쓰는 파일을 받는다. */
function prepare() {
  current.files(FRESH).then((files) => files.warm()).catch(() => {});
}

channel?.addEventListener("message", ({ data }) => data.opened && prepare());

function tell(query, told) {
  channel?.postMessage({ query, words: [], ...told });
}

/** 테마에 줄 결과와, 검색창 곁에 알릴 것. */
async function answer(files, text) {
  if (!text.trim()) return { data: { items: [] }, told: { state: "empty" } };
  /* 이어 쓸 말은 결과를 보지 않아도 알 수 있으므로, 함께 받아 서버를 기다리는 차례를 줄인다. */
  const [{ items, told }, words] = await Promise.all([results(files, text), suggest(files, text)]);
  return { data: { items, suggest: words }, told };
}

async function results(files, text) {
  const result = await search(files, text);
  const items = await show(files, result, text);
  const told = items.length
    ? { state: "found", words: result.missing, replaced: result.replaced, ...first(items[0]) }
    : { state: "none", words: await nearest(files, text) };
  return { items, told };
}

/** 맨 위에 보일 링크의 주소와, 열린 쪽에서 표시할 말. 테마는 쪽을 절보다 위에 둔다. */
function first(group) {
  const { location, terms } = group.find((one) => !one.location.includes("#"));
  const marks = Object.keys(terms).filter((word) => terms[word]).join(" ");
  return { first: new URL(`../../${location}`, self.location.href).href, marks };
}

/** 앞의 검색어에서 한 글자를 더 쳤거나, 치던 글자를 바꿨는지. */
function typed(text) {
  return Math.abs(text.length - before.length) < 2 && text.startsWith(before.slice(0, -1));
}

/** 검색 한 번. 다른 검색어가 오면 받던 파일은 마저 받아 두되, 다음 파일은 묻지 않는다. */
class Turn {
  constructor(text) {
    this.number = ++latest;
    this.age = before.trim() ? undefined : FRESH;
    this.until = Date.now() + (typed(text) ? PAUSE : 0);
    before = text;
  }

  get over() {
    return this.number !== latest;
  }

  /** 내려받기 전에 기다린다. 그사이 앞질렸으면 그만둔다. */
  async wait() {
    const left = this.until - Date.now();
    if (left > 0) await new Promise((done) => setTimeout(done, left));
    if (this.over) throw new Overtaken();
  }
}

function failed(error) {
  if (!(error instanceof Overtaken)) console.warn(error);
  return { data: { items: [] }, told: { state: error instanceof Unknown ? "outdated" : "broken" } };
}

self.addEventListener("message", async ({ data: message }) => {
  if (message.type === 0) {
    prepare();
    self.postMessage({ type: 1 });
    return;
  }
  if (message.type !== 2) return;
  const turn = new Turn(message.data);
  const { data, told } = await current.use((files) => answer(files, message.data), () => turn.wait(), turn.age).catch(failed);
  if (turn.over) return;
  tell(message.data, told);
  self.postMessage({ type: 3, data });
});
