/* 옵티마이저 하나. 표에서는 조작과 손실의 줄이고, 그림에서는 지나온 길이다. */
import { checkbox, slider } from "./controls.js";
import { html, svg } from "./dom.js";
import { short } from "./format.js";
import { walk } from "./walk.js";

const MANTISSAS = [1, 1.1, 1.2, 1.5, 2, 3, 5, 7, 9];
// 색만으로 가리지 않도록 마지막 자리의 모양도 저마다 다르다.
const SHAPES = {
  SGD: "M-4-4H4V4H-4Z",
  모멘텀: "M-5 0A5 5 0 1 0 5 0A5 5 0 1 0-5 0Z",
  네스테로프: "M0-6L6 0L0 6L-6 0Z",
  AdaGrad: "M0-6L6 5H-6Z",
  RMSProp: "M0 6L6-5H-6Z",
  Adam: "M-6-2H-2V-6H2V-2H6V2H2V6H-2V2H-6Z",
  AdamW: "M-6-4L-4-6L0-2L4-6L6-4L2 0L6 4L4 6L0 2L-4 6L-6 4L-2 0Z",
};

/** `onInput()`은 길이 바뀔 때마다, `onRest()`는 손을 놓을 때 부른다. */
export function runner(name, on, field, onInput, onRest) {
  const shape = () => svg("path", { d: SHAPES[name], class: "play-shape" });
  const line = svg("polyline");
  const end = svg("g", {}, shape());
  const swatch = svg(
    "svg",
    { viewBox: "-12 -7 24 14", class: "play-swatch", "data-rule": name, "aria-hidden": "true" },
    svg("path", { d: "M-12 0H12" }),
    shape(),
  );
  const loss = html("td");
  let places;

  const change = (value) => {
    self.rate = value;
    onInput();
  };
  const rate = slider(`${name}의 학습률`, change, onRest);
  const check = checkbox([swatch, name], on, (checked) => {
    self.on = checked;
    onInput();
    onRest();
  });

  const self = {
    name,
    on,
    rate: 0,
    loss: NaN,
    trail: svg("g", { class: "play-trail", "data-rule": name }, line, end),
    row: html(
      "tr",
      {},
      html("th", { scope: "row" }, check.element),
      html("td", {}, html("div", { class: "play-rate" }, rate.input, rate.output)),
      loss,
    ),
    /** 고를 학습률을 자릿수마다 늘어놓고 그 가운데 하나에서 시작한다. */
    offer(value, units) {
      const rates = units.flatMap((unit) => MANTISSAS.map((m) => Number((m * unit).toPrecision(2))));
      self.rate = value;
      rate.set(value, rates);
    },
    /** 고른 값으로 끝까지 걷는다. */
    run(surface, memory) {
      self.trail.style.display = self.on ? "" : "none";
      rate.input.disabled = !self.on;
      self.surface = surface;
      places = walk(surface, name, { rate: self.rate, ...memory }, surface.steps);
    },
    /** 걸음 하나까지의 길과 그때의 손실을 보인다. */
    show(step) {
      const height = self.surface.loss(places[step]);
      self.loss = Number.isNaN(height) ? Infinity : height;
      loss.textContent = self.on ? short(self.loss) : "";
      const passed = places.slice(0, step + 1).filter((place) => place.every(Number.isFinite));
      line.setAttribute("points", field.line(passed));
      end.setAttribute("transform", `translate(${field.line(passed.slice(-1))})`);
    },
  };
  return self;
}
