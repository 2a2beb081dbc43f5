(() => {
  "use strict";
  /* 테마는 코드마다 복사 단추를 이름 없는 nav에 담는다. 한 쪽에 길잡이가 수십 개로 들리지 않게 한다. */
  const quiet = () => {
    for (const nav of document.querySelectorAll("nav.md-code__nav:not([role])")) {
      nav.setAttribute("role", "none");
    }
  };
  /* 테마는 마우스가 없는 기기에서 넘치는 코드의 초점을 뗀다. 태블릿에 단 키보드로도 밀어 보게 한다. */
  const keepFocusable = () => {
    const codes = [...document.querySelectorAll("pre > code:not([tabindex])")];
    const wide = codes.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
    for (const code of wide) code.tabIndex = 0;
  };
  /* 바뀔 때마다 재면 쪽이 느려지므로, 한가할 때 모아서 한 번만 한다. */
  const later = (work) => {
    const whenIdle = globalThis.requestIdleCallback ?? ((callback) => setTimeout(callback, 200));
    let waiting = false;
    return () => {
      if (waiting) return;
      waiting = true;
      whenIdle(() => {
        waiting = false;
        work();
      });
    };
  };
  new MutationObserver(later(quiet)).observe(document.body, { childList: true, subtree: true });
  const focusable = later(keepFocusable);
  new MutationObserver(focusable).observe(document.body, { attributeFilter: ["tabindex"], subtree: true });
  /* 화면 밖의 코드는 그리지 않아 넘치는지 알 수 없다. 그려지는 때에 다시 잰다. */
  document.addEventListener("contentvisibilityautostatechange", focusable, true);
})();
