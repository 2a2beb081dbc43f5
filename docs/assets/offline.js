/* 읽은 쪽을 인터넷 없이도 다시 볼 수 있게 한다. 하는 일은 sw.js에 있다. */
(() => {
  "use strict";
  if (!navigator.serviceWorker || !location.protocol.startsWith("http")) return;
  const script = new URL("../sw.js", document.currentScript.src);
  addEventListener("load", async () => {
    try {
      await navigator.serviceWorker.register(script);
      const { active } = await navigator.serviceWorker.ready;
      if (navigator.serviceWorker.controller === active) return;
      /* 처음 온 쪽은 일꾼이 깨기 전에 받았으므로, 받은 것의 주소를 알려 준다. */
      const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
      active.postMessage([location.href.split("#")[0], ...loaded]);
    } catch {
      /* 저장 공간을 막아 둔 브라우저다. 인터넷이 있으면 그대로 읽을 수 있다. */
    }
  });
})();
