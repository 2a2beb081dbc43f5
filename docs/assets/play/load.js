/* 움직이는 그림이 있는 쪽에서만, 그림이 가까워졌을 때 그 모듈을 부른다. */
(() => {
  let left = new AbortController();

  document$.subscribe(() => {
    left.abort();
    left = new AbortController();
    const { signal } = left;
    const near = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          if (!isIntersecting) continue;
          near.unobserve(target);
          import(`./${target.dataset.play}.js`).then(
            ({ mount }) => signal.aborted || mount(target, signal),
            (error) => {
              // 자리를 비워 두지 않고, 자바스크립트가 없을 때의 글을 보인다.
              target.removeAttribute("data-play");
              throw error;
            },
          );
        }
      },
      { rootMargin: "100% 0px" },
    );
    signal.addEventListener("abort", () => near.disconnect());
    for (const figure of document.querySelectorAll("[data-play]")) near.observe(figure);
  });
})();
