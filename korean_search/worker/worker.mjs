/* 테마와 주고받는 말. 준비 0, 다 됨 1, 검색 2, 결과 3. */
import { Files } from "./files.mjs";
import { distance, initials, jamo } from "./hangul.mjs";
import { complete, split } from "./query.mjs";
import { search } from "./score.mjs";
import { show } from "./show.mjs";

const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("korean-search");
let files = null;
let latest = 0;

async function load(name) {
  const response = await fetch(new URL(name, self.location.href));
  if (!response.ok) throw new Error(`${response.status} ${name}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function tell(query, state, words = [], replaced = []) {
  channel?.postMessage({ query, state, words, replaced });
}

/** 이어 쓸 만한 말. 표시가 든 검색어는 테마가 그대로 화면에 넣으므로 빼 둔다. */
async function suggest(text) {
  const unit = split(text).at(-1);
  if (!unit || /[<>&"']/.test(text)) return [];
  const words = await complete(files, unit);
  return words.map((one) => one.form).filter((word) => word.startsWith(unit.text)).slice(0, 1);
}

/** 사이트에 있는 말 가운데 첫소리가 같고 자모가 가장 비슷한 것. */
async function nearest(text) {
  const out = [];
  for (const unit of split(text).slice(0, 3)) {
    const { words } = await files.words(initials(unit.text)[0]);
    const keys = jamo(unit.text);
    for (const [word, weight] of words) out.push([word, distance(keys, jamo(word), 12) - weight / 10]);
  }
  return [...new Set(out.sort((a, b) => a[1] - b[1]).map(([word]) => word))].slice(0, 3);
}

export async function answer(text) {
  if (!text.trim()) return { items: [] };
  const result = await search(files, text);
  const items = await show(files, result, text);
  if (!items.length) tell(text, "none", await nearest(text));
  else tell(text, "found", result.missing, result.replaced);
  return { items, suggest: await suggest(text) };
}

self.addEventListener("message", async ({ data: message }) => {
  if (message.type === 0) {
    files = new Files(message.data.config.korean, load);
    self.postMessage({ type: 1 });
    return;
  }
  if (message.type !== 2) return;
  const turn = ++latest;
  let data = { items: [] };
  try {
    data = await answer(message.data);
  } catch (error) {
    tell(message.data, "broken");
    console.warn(error);
  }
  if (turn === latest) self.postMessage({ type: 3, data });
});
