/* 걸음을 앞뒤로 넘긴다. 움직임을 줄여 달라는 사람에게는 재생 대신 끝을 바로 보인다. */
import { html } from "./dom.js";
import { button } from "./controls.js";

const SECONDS = 5;

/** `onStep(걸음)`은 걸음이 바뀔 때마다, `onRest()`는 멈춰 설 때마다 부른다. */
export function player({ unit, onStep, onRest, signal }) {
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  let [step, last, timer] = [0, 0, null];

  const range = html("input", { type: "range", min: 0, "aria-label": unit });
  const output = html("output", { "aria-hidden": "true" });
  const go = (next) => {
    step = next;
    range.value = step;
    range.setAttribute("aria-valuetext", `${last}${unit} 가운데 ${step}`);
    output.textContent = `${step} / ${last}`;
    onStep(step);
  };
  const name = () => {
    play.textContent = timer ? "멈춤" : still.matches ? "끝까지" : "재생";
  };
  const stop = () => {
    clearInterval(timer);
    timer = null;
    name();
  };
  const rest = (next) => {
    stop();
    go(next);
    onRest();
  };
  const start = () => {
    if (still.matches) return rest(last);
    if (step === last) go(0);
    timer = setInterval(
      () => (step + 1 < last ? go(step + 1) : rest(last)),
      Math.min((SECONDS * 1000) / last, 500),
    );
    name();
  };

  const reset = button("처음으로", () => rest(0));
  const next = button("한 걸음", () => rest(Math.min(step + 1, last)));
  const play = button("", () => (timer ? rest(step) : start()));
  range.addEventListener("input", () => {
    stop();
    go(Number(range.value));
  });
  range.addEventListener("change", () => onRest());
  still.addEventListener("change", stop, { signal });
  signal.addEventListener("abort", stop);
  name();

  return {
    element: html(
      "div",
      { class: "play-player" },
      html("div", { class: "play-buttons" }, reset, next, play),
      html("div", { class: "play-row" }, html("span", { "aria-hidden": "true" }, unit), range, output),
    ),
    /** 걸음 수를 바꾸고 그 자리로 간다. */
    load(steps, at) {
      stop();
      last = steps;
      range.max = steps;
      go(at);
    },
    get step() {
      return step;
    },
  };
}
