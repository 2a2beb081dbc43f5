/* 읽은 쪽을 인터넷 없이도 다시 볼 수 있게 한다. 하는 일은 sw.js에 있다. */
(() => {
  "use strict";
  if (!navigator.serviceWorker || !location.protocol.startsWith("http")) return;
  const script = new URL("../sw.js", document.currentScript.src);
  const { serviceWorker } = navigator;
  const first = !serviceWorker.controller;
  /* 처음 온 쪽은 일꾼이 깨기 전에 받았으므로, 받은 것의 주소를 알려 준다. */
  const tell = (worker) => {
    const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
    worker.postMessage([location.href.split("#")[0], ...loaded]);
  };
  addEventListener("load", async () => {
    try {
      await serviceWorker.register(script);
      const { active } = await serviceWorker.ready;
      if (!first) return;
      tell(active);
      /* 알린 뒤 일꾼이 이 쪽을 맡기 전에 받은 것도 있다. */
      serviceWorker.addEventListener("controllerchange", () => tell(active), { once: true });
    } catch {
      /* 저장 공간을 막아 둔 브라우저다. 인터넷이 있으면 그대로 읽을 수 있다. */
    }
  });
})();
