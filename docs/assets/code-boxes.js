(() => {
  "use strict";
  /* 테마는 코드마다 복사 단추를 이름 없는 nav에 담는다. 한 쪽에 길잡이가 수십 개로 들리지 않게 한다. */
  const quiet = () => {
    for (const nav of document.querySelectorAll("nav.md-code__nav:not([role])")) {
      nav.setAttribute("role", "none");
    }
  };
  /* 테마는 마우스가 없는 기기에서 넘치는 코드의 초점을 뗀다. 태블릿에 단 키보드로도 밀어 보게 한다. */
  const keepFocusable = (records) => {
    const codes = records.map(({ target }) => target).filter((target) => (
      target.matches("pre > code:not([tabindex])") && target.scrollWidth > target.clientWidth
    ));
    for (const code of codes) code.tabIndex = 0;
  };
  new MutationObserver(quiet).observe(document.body, { childList: true, subtree: true });
  new MutationObserver(keepFocusable).observe(document.body, {
    attributeFilter: ["tabindex"],
    subtree: true,
  });
  quiet();
})();
