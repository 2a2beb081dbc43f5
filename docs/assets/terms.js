/* 점선이 그어진 말을 누르거나 가리키면 뜻을 띄운다. 스크립트가 없으면 용어집으로 가는 링크다. */
(() => {
  if (!HTMLElement.prototype.showPopover) return;

  const WAIT = 250;
  const card = document.createElement("div");
  card.className = "term-card md-typeset";
  card.id = "term-card";
  card.popover = "auto";
  card.tabIndex = -1;
  card.setAttribute("role", "dialog");
  card.setAttribute("aria-labelledby", "term-card-name");
  document.body.append(card);

  let opener = null;
  let pinned = false; /* 눌러서 띄웠는지. 가리키기만 한 것은 벗어나면 닫는다 */
  let pressed = null; /* 띄워 둔 말을 다시 누르는 중이면 그 말 */
  let timer = 0;

  const termOf = (event) => event.target.closest?.("a.term");
  const isOpen = () => card.matches(":popover-open");

  function fill(term) {
    const terms = JSON.parse(document.querySelector(".terms").dataset.terms);
    const [name, english, definition] = terms[term.hash.slice(1)];
    card.innerHTML =
      '<p class="term-card__name" id="term-card-name"><strong></strong> <span lang="en"></span></p>' +
      `<p>${definition}</p><p><a>용어집에서 더 보기</a></p>`;
    card.querySelector("strong").textContent = name;
    card.querySelector("span").textContent = name === english ? "" : english;
    card.querySelector("a").href = term.href;
  }

  /* 화면이 좁으면 스타일이 아래쪽에 붙이고, 넓으면 이 자리를 쓴다. */
  function place(term) {
    const [line] = term.getClientRects();
    const room = document.documentElement.clientWidth - card.offsetWidth - 8;
    const below = line.bottom + 6;
    const above = line.top - card.offsetHeight - 6;
    const fits = below + card.offsetHeight < innerHeight || above < 56;
    card.style.setProperty("--term-left", `${Math.max(8, Math.min(line.left, room)) + scrollX}px`);
    card.style.setProperty("--term-top", `${(fits ? below : above) + scrollY}px`);
  }

  function show(term, press) {
    clearTimeout(timer);
    if (isOpen() && opener !== term) card.hidePopover();
    opener = term;
    pinned = press;
    if (!isOpen()) {
      fill(term);
      card.showPopover();
      place(term);
      term.setAttribute("aria-expanded", "true");
    }
    if (press) card.focus({ preventScroll: true });
  }

  card.addEventListener("beforetoggle", (event) => {
    if (event.newState !== "closed" || !opener) return;
    opener.setAttribute("aria-expanded", "false");
    if (card.contains(document.activeElement)) opener.focus({ preventScroll: true });
  });

  document.addEventListener(
    "pointerdown",
    (event) => {
      const term = termOf(event);
      pressed = term && isOpen() && pinned && opener === term ? term : null;
    },
    true,
  );

  /* 테마가 쪽을 넘기기 전에 받는다. 새 창으로 여는 누름은 그대로 둔다. */
  document.addEventListener(
    "click",
    (event) => {
      const term = termOf(event);
      if (!term || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      /* 띄워 둔 말을 다시 누르면 브라우저가 먼저 닫는다. 그때는 닫힌 채 둔다. */
      if (pressed !== term || !event.detail) show(term, true);
      pressed = null;
    },
    true,
  );

  document.addEventListener("keydown", (event) => {
    if (event.key === " " && termOf(event)) {
      event.preventDefault();
      termOf(event).click();
    }
  });

  /* 카드는 문서의 끝에 있으므로, 벗어날 때는 띄운 말로 돌아가 이어 간다. */
  card.addEventListener("keydown", (event) => {
    if (event.key !== "Tab" || (!event.shiftKey && document.activeElement === card)) return;
    if (event.shiftKey) event.preventDefault();
    card.hidePopover();
  });

  card.addEventListener("click", (event) => {
    if (event.target.closest("a")) card.hidePopover();
  });

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse" || (pinned && isOpen())) return;
    clearTimeout(timer);
    const term = termOf(event);
    if (term && !(isOpen() && term === opener)) timer = setTimeout(show, WAIT, term, false);
    else if (!term && isOpen() && !card.contains(event.target)) timer = setTimeout(() => card.hidePopover(), WAIT);
  });

  function prepare() {
    clearTimeout(timer);
    if (isOpen()) card.hidePopover();
    for (const term of document.querySelectorAll("a.term")) {
      term.setAttribute("role", "button");
      term.setAttribute("aria-haspopup", "dialog");
      term.setAttribute("aria-expanded", "false");
    }
  }
  /* 테마는 쪽을 새로 읽지 않고 바꿔 끼우고, 그때마다 알린다. */
  if (window.document$) window.document$.subscribe(prepare);
  else prepare();
})();
