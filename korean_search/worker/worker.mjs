/* 테마와 주고받는 말. 준비 0, 다 됨 1, 검색 2, 결과 3. */
import { Files } from "./files.mjs";
import { nearest, suggest } from "./query.mjs";
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

export async function answer(text) {
  if (!text.trim()) return { items: [] };
  const result = await search(files, text);
  const items = await show(files, result, text);
  if (!items.length) tell(text, "none", await nearest(files, text));
  else tell(text, "found", result.missing, result.replaced);
  return { items, suggest: await suggest(files, text) };
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
