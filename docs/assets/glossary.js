/* 용어집에서 적은 말이 든 용어만 남긴다. 스크립트가 없으면 모두 보인다. */
(() => {
  "use strict";
  const clean = (text) => text.toLowerCase().replace(/[\s-]+/g, "");

  /* 제목과 그 뒤를 다음 제목의 앞까지 한 묶음으로 모은다. */
  const gather = (jump) => {
    const groups = [];
    for (let node = jump.nextElementSibling; node; node = node.nextElementSibling) {
      if (node.matches("h2")) groups.push({ title: node, terms: [] });
      else if (node.matches("h3")) groups.at(-1).terms.push([node]);
      else groups.at(-1)?.terms.at(-1)?.push(node);
    }
    return groups;
  };
  const named = ([title, next]) => {
    const others = next?.matches(".glossary-names") ? next.textContent : "";
    return clean(title.textContent + others);
  };

  const start = () => {
    const jump = document.querySelector(".glossary-jump");
    if (!jump || document.querySelector(".glossary-filter")) return;
    jump.insertAdjacentHTML(
      "beforebegin",
      '<p class="glossary-filter" data-search-exclude><label>용어 고르기 <input type="search" autocomplete="off"></label> <span role="status"></span></p>',
    );
    const input = document.querySelector(".glossary-filter input");
    const status = document.querySelector(".glossary-filter [role=status]");
    const groups = gather(jump);
    const filter = () => {
      const wanted = clean(input.value);
      let found = 0;
      for (const { title, terms } of groups) {
        let some = false;
        for (const term of terms) {
          const fits = named(term).includes(wanted);
          for (const node of term) node.hidden = !fits;
          some ||= fits;
          found += fits;
        }
        title.hidden = !some;
      }
      status.textContent = wanted ? `${found}개` : "";
    };
    input.addEventListener("input", filter);
    /* 감춘 용어로 가는 링크를 누르면 모두 다시 보인다. */
    const reveal = () => {
      if (!document.getElementById(decodeURIComponent(location.hash.slice(1)))?.hidden) return;
      input.value = "";
      filter();
      location.replace(location.hash);
    };
    addEventListener("hashchange", reveal);
    jump.addEventListener("click", () => {
      input.value = "";
      filter();
    });
  };
  /* 테마는 쪽을 새로 읽지 않고 바꿔 끼우고, 그때마다 알린다. */
  if (window.document$) window.document$.subscribe(start);
  else start();
})();
