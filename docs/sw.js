/* 늘 새 쪽을 먼저 묻고, 인터넷이 없을 때만 전에 받아 둔 것을 준다. */
"use strict";
const PREFIX = `deep-learning-notes ${registration.scope} `;
const CACHE = `${PREFIX}1`;
const MISSING = `<!doctype html><html lang="ko"><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>인터넷에 연결되지 않았어요</title>
<p>인터넷에 연결되지 않았고, 이 쪽은 아직 받아 둔 적이 없어요. <a href="${registration.scope}">첫 화면</a>으로 가 보세요.`;

const ours = (url) => url.startsWith(registration.scope);
/* 글은 브라우저가 잠시 간직한 것도 믿지 않고, 바뀌었는지 늘 묻는다. */
const isPage = (url) => /(\/|\.html)$/.test(new URL(url).pathname);

/* 새 색인의 목록이 오면, 목록에 없는 전의 조각은 다시 쓰이지 않으므로 버린다. */
const SEARCH = `${registration.scope}search/ko/`;
const stale = (list) => ({ url }) => url.startsWith(SEARCH) && url.endsWith(".ks") && !list.includes(url.slice(SEARCH.length, -3));

const tidy = async (cache, list) => {
  const old = (await cache.keys()).filter(stale(list));
  await Promise.all(old.map((request) => cache.delete(request)));
};

/* 검색어나 해시처럼 주소 뒤에 붙은 것만 다른 것은 같은 것의 옛것이다. 하나만 담아 둔다. */
const replace = async (cache, url, response) => {
  await cache.put(url, response);
  const same = await cache.keys(url, { ignoreSearch: true });
  await Promise.all(same.filter((request) => request.url !== url).map((request) => cache.delete(request)));
};

/* 저장 공간이 찼거나 막혔으면 담지 않는다. 받은 것을 보여 주는 일과는 따로다. */
const store = async (url, response) => {
  try {
    const cache = await caches.open(CACHE);
    const copy = url === `${SEARCH}manifest.json` && response.clone();
    await replace(cache, url, response);
    if (copy) await tidy(cache, await copy.text());
  } catch {
    /* 다음에 다시 담아 본다. */
  }
};

const kept = async (url) => {
  try {
    const cache = await caches.open(CACHE);
    return (await cache.match(url)) || (await cache.match(url, { ignoreSearch: true }));
  } catch {
    return undefined;
  }
};

const instead = async (request) => {
  const copy = await kept(request.url);
  if (copy) return copy;
  if (request.mode !== "navigate") return Response.error();
  const headers = { "Content-Type": "text/html; charset=utf-8" };
  return new Response(MISSING, { status: 503, headers });
};

const answer = async (event) => {
  const { request } = event;
  let response;
  try {
    response = await fetch(request, isPage(request.url) ? { cache: "no-cache" } : {});
  } catch {
    return instead(request);
  }
  if (response.status === 200) event.waitUntil(store(request.url.split("#")[0], response.clone()));
  return response;
};

const keep = (urls) => Promise.allSettled(urls.filter(ours).map(async (url) => {
  /* 방금 받은 것이므로 브라우저가 가진 것을 다시 쓴다. */
  const response = await fetch(url, { cache: "force-cache" });
  if (response.ok) await store(url, response);
}));

const forget = async () => {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await clients.claim();
};

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(forget()));
addEventListener("message", (event) => event.waitUntil(keep(event.data)));
addEventListener("fetch", (event) => {
  if (event.request.method === "GET" && ours(event.request.url)) {
    event.respondWith(answer(event));
  }
});
