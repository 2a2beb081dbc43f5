/* 곡면과 옵티마이저, 출발점을 골라 내려가는 길을 본다. */
import { contours } from "./contours.js";
import { row, select, slider } from "./controls.js";
import { svg } from "./dom.js";
import { short } from "./format.js";
import { frame, note, status, table } from "./layout.js";
import { player } from "./player.js";
import { plot } from "./plot.js";
import { RULES } from "./rules.js";
import { runner } from "./runner.js";
import { starter } from "./start.js";
import { SURFACES } from "./surfaces.js";

const FIRST = ["SGD", "모멘텀", "AdaGrad", "Adam"];
const HINT = "동그라미를 끌어 옮긴다. +가 바닥이다.";
const MEMORIES = [0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99];

export function mount(figure, signal) {
  const memory = { momentum: 0.8, rho: 0.9 };
  let surface;

  const field = plot({ left: 34, top: 6, width: 360, height: 270 });
  const rings = svg("path", { class: "play-ring" });
  const goals = svg("path", { class: "play-goal" });
  const picture = svg("svg", { viewBox: "0 0 400 300", role: "img", class: "play-picture" });
  const words = status();
  const start = starter(picture, field, depart, say);

  const runners = Object.keys(RULES).map((name) =>
    runner(name, FIRST.includes(name), field, redraw, say),
  );
  const ground = select("곡면", Object.keys(SURFACES), load);
  const steps = player({
    unit: "걸음",
    signal,
    onStep: (step) => runners.forEach((one) => one.show(step)),
    onRest: say,
  });
  const knob = (key, used) =>
    slider(
      `${used}의 ${key}`,
      (value) => {
        memory[key] = value;
        redraw();
      },
      say,
    );
  const knobs = { momentum: knob("momentum", "모멘텀과 네스테로프"), rho: knob("rho", "RMSProp") };

  function redraw() {
    for (const one of runners) {
      one.run(surface, memory);
      one.show(steps.step);
    }
  }

  /** 옮긴 자리에서 다시 출발한다. */
  function depart(place) {
    surface = { ...surface, start: place };
    redraw();
  }

  function load(name) {
    surface = SURFACES[name];
    field.show(surface, ...surface.ticks);
    rings.setAttribute("d", contours(surface, field.toX, field.toY));
    start.load(surface);
    const cross = ([x, y]) => `M${field.toX(x) - 7} ${field.toY(y)}h14m-7-7v14`;
    goals.setAttribute("d", surface.lowest.map(cross).join(""));
    memory.momentum = surface.momentum;
    for (const key of Object.keys(knobs)) knobs[key].set(memory[key], MEMORIES);
    runners.forEach((one, index) => {
      one.offer(surface.rates[index], surface.units);
      one.run(surface, memory);
    });
    steps.load(surface.steps, surface.steps);
    say();
  }

  /** 멈춰 섰을 때만 글로 알린다. */
  function say() {
    const losses = runners
      .filter(({ on }) => on)
      .map(({ name, loss }) => `${name} ${short(loss)}`);
    const now = `${steps.step}걸음.`;
    words.textContent = losses.length
      ? `${now} 손실은 ${losses.join(", ")}.`
      : `${now} 고른 옵티마이저가 없다.`;
    picture.setAttribute(
      "aria-label",
      `${ground.input.value}의 등고선과 길. ${words.textContent}`,
    );
  }

  field.marks.append(rings, goals, ...runners.map(({ trail }) => trail), start.mark);
  picture.append(field.element);
  load(ground.input.value);

  figure.replaceChildren(
    frame(
      "곡면을 내려가는 길",
      [picture, steps.element, start.element, words, note(HINT)],
      [
        ground.element,
        table(["옵티마이저", "학습률", "손실"], runners.map((one) => one.row)),
        row("momentum", knobs.momentum),
        row("rho", knobs.rho),
      ],
    ),
  );
}
