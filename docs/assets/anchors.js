/* 다른 쪽의 한 자리로 가는 링크를 누르면 그 자리에 닿게 한다.
   테마는 화면이 움직인 뒤 100ms와 250ms에 지금의 기록에 자리를 적는데, 그 사이에 다른 쪽으로 떠나면
   떠난 쪽의 자리를 새 쪽의 기록에 적고, 새 쪽이 온 다음 그리로 간다. */
(() => {
  "use strict";
  if (!window.document$) return;
  let wanted = null;
  /* 테마는 body에서 받아 주소를 바꾼다. 그다음에 본다. */
  document.addEventListener("click", ({ target, defaultPrevented }) => {
    const link = target.closest("a");
    if (link) wanted = defaultPrevented && link.hash && link.href === location.href ? link.href : null;
  });
  addEventListener("popstate", () => {
    wanted = null;
  });
  window.document$.subscribe(() => {
    const address = wanted;
    wanted = null;
    /* 테마가 적은 것이 없으면 이미 그 자리에 있다. */
    if (address && history.state !== null) location.replace(address);
  });
})();
