(() => {
  "use strict";
  const WORDS = {
    ko: {
      missing: "찾지 못한 말이 있어요.",
      replaced: "적은 대로는 없어 바꾸어 찾았어요.",
      near: "가까운 말",
      broken: "검색 색인을 읽지 못했어요. 인터넷 연결을 확인하고 쪽을 새로 고쳐 주세요. 글은 그대로 읽을 수 있어요.",
      outdated: "그사이 검색이 새로 바뀌었어요. 쪽을 새로 고치면 다시 찾을 수 있어요.",
      held: "찾는 중이에요. 찾으면 첫 결과를 열게요.",
    },
    en: {
      missing: "Not found:",
      replaced: "Not found as typed, so searched for something close:",
      near: "Did you mean",
      broken: "The search index could not be read. Check your connection and reload the page. You can still read the page.",
      outdated: "The search has been updated. Reload the page to search again.",
      held: "Searching. The first result will open when it is found.",
    },
  };
  /* 검색창 곁에서 돕는다. 찾지 못했을 때 가까운 말을 보이고, 화면 낭독기에 결과를 알린다. */
  const input = document.querySelector(".md-search__input");
  const meta = document.querySelector(".md-search-result__meta");
  if (!input || !meta) return;
  meta.setAttribute("role", "status");
  meta.setAttribute("aria-live", "polite");
  /* 붙여 넣거나 말로 넣은 글에는 keyup이 없어 테마가 알지 못한다. */
  input.addEventListener("input", () => input.dispatchEvent(new KeyboardEvent("keyup")));
  if (typeof BroadcastChannel === "undefined") return;
  /* 쪽을 새로 받지 않고 다른 언어의 쪽으로 넘어가기도 하므로, 말할 때마다 본다. */
  const word = () => WORDS[document.documentElement.lang.startsWith("ko") ? "ko" : "en"];
  const REST = 300;
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
      missing.length ? `${word().missing} ${missing.join(", ")}` : "",
      changed.length ? `${word().replaced} ${changed.join(", ")}` : "",
    ].filter(Boolean).join(" ");
  };
  const offer = (words) => {
    say(word().near);
    for (const near of words) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "md-tag";
      button.textContent = near;
      button.addEventListener("click", () => {
        input.value = near;
        input.dispatchEvent(new KeyboardEvent("keyup"));
        input.focus();
      });
      help.append(" ", button);
    }
  };
  /* 낱자를 칠 때마다 깜박이지 않게, 바꾸어 찾은 말은 잠깐 쉰 다음에 알린다. */
  let resting = 0;
  const show = ({ state, words, replaced }) => {
    clearTimeout(resting);
    say(["broken", "outdated"].includes(state) ? word()[state] : "");
    if (state === "none" && words.length) offer(words);
    else if (state === "found") resting = setTimeout(() => held === null && say(noticed(words, replaced)), REST);
  };

  /* 지금 적힌 말의 답과, 답이 오면 열기로 한 말. */
  let answer = null;
  let held = null;
  const list = document.querySelector(".md-search-result__list");
  const link = () => list.querySelector(".md-search-result__link");
  /* 답이 왔고 테마가 그 결과를 그렸는지. 테마는 결과가 어느 말의 것인지 적지 않으므로,
     맨 위의 주소와 열린 쪽에서 표시할 말로 안다. */
  const drawn = () => {
    if (answer?.query !== input.value) return false;
    const shown = link();
    if (answer.state !== "found" || !shown) return answer.state !== "found" && !shown;
    const [page, rest] = shown.href.split("?");
    const marks = new URLSearchParams(rest).get("h");
    return page === answer.first && (marks === null || marks === answer.marks);
  };
  const open = () => {
    if (held === null || !drawn()) return;
    const wanted = held === input.value && answer.state === "found";
    held = null;
    show(answer);
    if (wanted) link().click();
  };
  const hold = (event) => {
    if (!input.value.trim() || drawn()) return;
    event.preventDefault();
    event.stopPropagation();
    held = input.value;
    say(word().held);
  };
  const composing = ({ isComposing, keyCode }) => isComposing || keyCode === 229;
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") {
      held = null;
      return;
    }
    /* 글자를 모으는 중의 Enter는 글자를 마치는 것이다. 테마가 결과를 열지 않게 한다. */
    if (composing(event)) event.stopPropagation();
    else if (!event.shiftKey && !event.altKey && !event.ctrlKey && !event.metaKey) hold(event);
  });
  new MutationObserver(open).observe(list, { childList: true });
  const channel = new BroadcastChannel("korean-search");
  input.addEventListener("focus", () => channel.postMessage({ opened: true }));
  channel.addEventListener("message", ({ data }) => {
    if (data.query !== input.value) return;
    answer = data;
    if (held === null) show(data);
    open();
  });
})();
