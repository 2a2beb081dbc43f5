/* 고르는 문제에서 처음 고른 것을 이 기기에만 적어 두고, 다시 왔을 때 보인다. */
(() => {
  "use strict";
  const KEY = "quiz";
  const WORDS = { right: "맞힘", wrong: "다시 볼 것" };
  /* 저장 공간을 막아 둔 브라우저에서는 창을 닫을 때까지만 기억한다. */
  let kept = {};
  const load = () => {
    try {
      kept = __md_get(KEY) ?? {};
    } catch {
      /* 여기 적어 둔 것으로 이어 간다. */
    }
  };
  const save = () => {
    try {
      __md_set(KEY, kept);
    } catch {
      /* 여기에는 적혀 있다. */
    }
  };

  const show = () => {
    for (const state of document.querySelectorAll("[data-quiz]")) {
      const first = kept[state.dataset.quiz];
      state.textContent = WORDS[first] ?? "";
      state.dataset.first = first ?? "";
      state.hidden = !first;
    }
    for (const place of document.querySelectorAll(".quiz-clear")) place.hidden = false;
  };

  /* 쪽을 연 뒤 처음 고른 것만 적는다. 둘째부터는 까닭을 읽어 보는 것이다. */
  const answered = new WeakSet();
  const choose = (choice) => {
    const quiz = choice.closest(".quiz");
    if (choice.open || answered.has(quiz)) return;
    answered.add(quiz);
    load();
    kept[quiz.id] = choice.dataset.choice;
    save();
    show();
  };
  const clear = (place) => {
    kept = {};
    try {
      localStorage.removeItem(`${__md_scope.pathname}.${KEY}`);
    } catch {
      /* 적어 둔 것이 없다. */
    }
    show();
    place.querySelector("[role=status]").textContent = "기록을 지웠다.";
  };
  document.addEventListener("click", ({ target }) => {
    const choice = target.closest(".quiz > .choice > summary")?.parentElement;
    if (choice) choose(choice);
    const button = target.closest(".quiz-clear button");
    if (button) clear(button.parentElement);
  });

  const start = () => {
    load();
    show();
  };
  addEventListener("storage", start);
  /* 테마는 쪽을 새로 읽지 않고 바꿔 끼우고, 그때마다 알린다. */
  if (window.document$) window.document$.subscribe(start);
  else start();
})();
