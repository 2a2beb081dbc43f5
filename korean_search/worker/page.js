(() => {
  "use strict";
  /* 검색창 곁에서 돕는다. 찾지 못했을 때 가까운 말을 보이고, 화면 낭독기에 결과를 알린다. */
  const input = document.querySelector(".md-search__input");
  const meta = document.querySelector(".md-search-result__meta");
  if (!input || !meta) return;
  meta.setAttribute("role", "status");
  meta.setAttribute("aria-live", "polite");
  /* 붙여 넣거나 말로 넣은 글에는 keyup이 없어 테마가 알지 못한다. */
  input.addEventListener("input", () => input.dispatchEvent(new KeyboardEvent("keyup")));
  if (typeof BroadcastChannel === "undefined") return;
  const help = document.createElement("div");
  help.className = "korean-search__help md-typeset";
  help.style.padding = "0.4rem 0.8rem";
  help.hidden = true;
  meta.after(help);
  const say = (text) => {
    help.textContent = text;
    help.hidden = !text;
  };
  /* 검색어의 낱말 가운데 찾지 못했거나 바꾸어 찾은 것. */
  const noticed = (missing, replaced) => {
    const changed = replaced.map(([typed, used]) => `${typed} → ${used}`);
    return [
      missing.length ? `찾지 못한 말이 있어요. ${missing.join(", ")}` : "",
      changed.length ? `적은 대로는 없어 바꾸어 찾았어요. ${changed.join(", ")}` : "",
    ].filter(Boolean).join(" ");
  };
  const offer = (words) => {
    say("가까운 말");
    for (const word of words) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "md-tag";
      button.textContent = word;
      button.addEventListener("click", () => {
        input.value = word;
        input.dispatchEvent(new KeyboardEvent("keyup"));
        input.focus();
      });
      help.append(" ", button);
    }
  };
  new BroadcastChannel("korean-search").addEventListener("message", ({ data }) => {
    if (data.query !== input.value) return;
    say("");
    if (data.state === "broken") {
      say("검색 색인을 읽지 못했어요. 인터넷 연결을 확인하고 쪽을 새로 고쳐 주세요. 글은 그대로 읽을 수 있어요.");
    } else if (data.state === "none" && data.words.length) offer(data.words);
    else if (data.state === "found") say(noticed(data.words, data.replaced));
  });
})();
