/* 눈금과 축이 있는 자리. */
import { svg } from "./dom.js";

let count = 0;

/** 왼쪽 위가 (left, top)인 상자에 `x`, `y`의 범위를 펼친다. 상자 밖에 그린 것은 잘린다. */
export function plot({ left, top, width, height, label = "" }) {
  const id = `play-clip-${(count += 1)}`;
  const box = { x: left, y: top, width, height };
  const axes = svg("g", { class: "play-axes" });
  const marks = svg("g", { "clip-path": `url(#${id})` });
  const element = svg(
    "g",
    {},
    svg("clipPath", { id }, svg("rect", box)),
    svg("rect", { ...box, class: "play-box" }),
    marks,
    axes,
  );
  let range;

  const self = {
    element,
    marks,
    toX: (x) => left + ((x - range.x[0]) / (range.x[1] - range.x[0])) * width,
    toY: (y) => top + height - ((y - range.y[0]) / (range.y[1] - range.y[0])) * height,
    /** 그림의 자리를 `x`, `y`의 값으로 바꾼다. */
    from: (at) => [
      range.x[0] + ((at.x - left) / width) * (range.x[1] - range.x[0]),
      range.y[1] - ((at.y - top) / height) * (range.y[1] - range.y[0]),
    ],
    line: (points) => points.map(([x, y]) => near(self.toX(x), self.toY(y))).join(" "),
    /** 범위를 정하고 눈금을 새로 단다. */
    show(next, xTicks, yTicks) {
      range = next;
      axes.replaceChildren(
        ...xTicks.map((x) =>
          svg("text", { x: self.toX(x), y: top + height + 15, "text-anchor": "middle" }, x),
        ),
        ...yTicks.map((y) =>
          svg("text", { x: left - 5, y: self.toY(y) + 4, "text-anchor": "end" }, y),
        ),
        svg("text", { x: left + width - 5, y: top + 15, "text-anchor": "end" }, label),
      );
    },
  };
  return self;
}

const FAR = 1e5;

/** 멀리 튀어 나간 자리는, 브라우저가 그릴 수 있는 데까지 같은 쪽으로 당겨 적는다. */
function near(x, y) {
  const pull = Math.max(Math.abs(x) / FAR, Math.abs(y) / FAR, 1);
  return `${(x / pull).toFixed(1)},${(y / pull).toFixed(1)}`;
}
