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
          import(`./${target.dataset.play}.js`).then(({ mount }) => {
            if (!signal.aborted) mount(target, signal);
          });
        }
      },
      { rootMargin: "100% 0px" },
    );
    signal.addEventListener("abort", () => near.disconnect());
    for (const figure of document.querySelectorAll("[data-play]")) near.observe(figure);
  });
})();
