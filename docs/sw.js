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

const ask = async (request) => {
  const cache = await caches.open(CACHE);
  try {
    const response = await fetch(request, isPage(request.url) ? { cache: "no-cache" } : {});
    if (response.ok) await cache.put(request, response.clone());
    return response;
  } catch {
    /* 검색어처럼 주소 뒤에 붙은 것은 같은 쪽이다. */
    const kept = await cache.match(request, { ignoreSearch: true });
    if (kept) return kept;
    if (request.mode !== "navigate") return Response.error();
    const headers = { "Content-Type": "text/html; charset=utf-8" };
    return new Response(MISSING, { status: 503, headers });
  }
};

const keep = async (urls) => {
  const cache = await caches.open(CACHE);
  await Promise.allSettled(urls.filter(ours).map(async (url) => {
    /* 방금 받은 것이므로 브라우저가 가진 것을 다시 쓴다. */
    const response = await fetch(url, { cache: "force-cache" });
    if (response.ok) await cache.put(url, response);
  }));
};

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
    event.respondWith(ask(event.request));
  }
});
