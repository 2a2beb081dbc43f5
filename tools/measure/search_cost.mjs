/* 색인을 하나 읽어, 물음마다 처음부터 받는 파일의 수와 바이트를 센다. */
import { readFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";

const [worker, index, ...queries] = process.argv.slice(2);
const { Files } = await import(new URL("files.mjs", worker));
const { search } = await import(new URL("score.mjs", worker));
const { show } = await import(new URL("show.mjs", worker));
const manifest = readFileSync(new URL("manifest.json", index));

async function cost(query) {
  const asked = new Map([["manifest", gzipSync(manifest, { level: 9 }).length]]);
  const files = new Files(JSON.parse(manifest), async (name) => {
    const bytes = readFileSync(new URL(`${name}.ks`, index));
    asked.set(name, bytes.length);
    return new Uint8Array(gunzipSync(bytes));
  });
  await Promise.all([files.core(), files.names()]);
  await show(files, await search(files, query), query);
  return { files: asked.size, bytes: [...asked.values()].reduce((sum, size) => sum + size, 0) };
}

const costs = [];
for (const query of queries) costs.push(await cost(query));
console.log(JSON.stringify(costs));
