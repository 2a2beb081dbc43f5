/* 없는 주소와 가장 비슷한 쪽을 셋까지 보인다. */
(() => {
  "use strict";
  const SHOWN = 3;
  const ENOUGH = 0.4;
  const place = document.querySelector(".nearest");

  /* 주소의 마지막 마디를 이어진 두 글자로 쪼갠다. */
  const pairs = (path) => {
    const [word = ""] = path.replace(/\/?(index)?(\.html|\.md)?$/, "").split("/").slice(-1);
    const letters = ` ${word.toLowerCase()} `;
    return Array.from({ length: letters.length - 1 }, (_, at) => letters.slice(at, at + 2));
  };
  /* 함께 든 쌍의 비율(다이스 계수). 같으면 1이고 하나도 없으면 0이다. */
  const alike = (one, other) => {
    const left = [...other];
    const shared = one.filter((pair) => {
      const at = left.indexOf(pair);
      if (at >= 0) left.splice(at, 1);
      return at >= 0;
    });
    return (2 * shared.length) / (one.length + other.length);
  };

  const wanted = pairs(location.pathname);
  const rows = [...place.querySelectorAll("li")].map((row) => {
    const score = alike(wanted, pairs(new URL(row.querySelector("a").href).pathname));
    return { row, score };
  });
  rows.sort((one, other) => other.score - one.score);
  const near = rows.slice(0, SHOWN).filter(({ score }) => score >= ENOUGH);
  place.querySelector("ul").replaceChildren(...near.map(({ row }) => row));
  place.hidden = !near.length;
})();
