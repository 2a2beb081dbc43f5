/* 베이지안 최적화가 다음 점을 고르는 모습을 한 걸음씩 본다. */
import { BUDGET, CANDIDATES, START, bumpy, look, maximize, randomAverage, randomPicks } from "./bayes.js";
import { button, checkbox, row, slider } from "./controls.js";
import { html, svg } from "./dom.js";
import { player } from "./player.js";
import { plot } from "./plot.js";

const LENGTHS = [0.2, 0.3, 0.5, 0.7, 1, 1.5];
const MARGINS = [0, 0.1, 0.2, 0.3, 0.5, 0.7, 1, 1.5, 2];
const TOP = { x: [-4.1, 4.1], y: [-0.7, 1.7] };
const TRUTH = Array.from({ length: 161 }, (_, i) => i * 0.05 - 4).map((x) => [x, bumpy(x)]);

const at = (index) => CANDIDATES[index];
const best = (picks) => picks.reduce((a, b) => (bumpy(at(b)) > bumpy(at(a)) ? b : a));
const two = (value) => value.toFixed(2);

export function mount(figure, signal) {
  const settings = { length: 1, margin: 0 };
  let [tried, seed, random] = [maximize(settings), 1, randomPicks(1)];

  const top = plot({ left: 34, top: 6, width: 360, height: 186, label: "값" });
  const bottom = plot({ left: 34, top: 226, width: 360, height: 80, label: "기대 개선" });
  const band = svg("polygon", { class: "play-band" });
  const mean = svg("polyline", { class: "play-mean" });
  const truth = svg("polyline", { class: "play-truth" });
  const gains = svg("polyline", { class: "play-gain" });
  const dots = svg("g", { class: "play-dots" });
  const guesses = svg("path", { class: "play-guess" });
  const next = [svg("path", { class: "play-next" }), svg("path", { class: "play-next" })];
  const picture = svg("svg", { viewBox: "0 0 400 330", role: "img", class: "play-picture" });
  const status = html("p", { class: "play-status", role: "status" });
  const cells = [0, 1, 2].map(() => html("td"));

  const knob = (key, name) =>
    slider(
      name,
      (value) => {
        settings[key] = value;
        tried = maximize(settings);
        show(steps.step);
      },
      say,
    );
  const length = knob("length", "길이");
  const margin = knob("margin", "여유");
  const hide = (mark) => (on) => mark.classList.toggle("play-off", !on);
  const swatch = (name, d) =>
    svg(
      "svg",
      { viewBox: "-12 -7 24 14", class: "play-swatch", "aria-hidden": "true" },
      svg("path", { class: name, d }),
    );
  const seeTruth = checkbox(
    [swatch("play-truth", "M-12 0H12"), "진짜 함수"],
    false,
    hide(truth),
  );
  const seeRandom = checkbox(
    [swatch("play-guess", "M0-6l5 9h-10z"), "랜덤 탐색"],
    false,
    hide(guesses),
  );
  const again = button("랜덤 다시 뽑기", () => {
    random = randomPicks((seed += 1));
    show(steps.step);
    say();
  });
  const steps = player({ unit: "걸음", signal, onStep: show, onRest: say });

  function show(step) {
    const seen = START.length + step;
    const picks = tried.slice(0, seen);
    const places = picks.map(at);
    const told = look(places, places.map(bumpy), CANDIDATES, settings);
    const curve = (f) => CANDIDATES.map((x, i) => [x, f(i)]);
    const edge = (sign) => curve((i) => told.mean[i] + sign * 2 * told.deviation[i]);
    mean.setAttribute("points", top.line(curve((i) => told.mean[i])));
    band.setAttribute("points", top.line([...edge(1), ...edge(-1).reverse()]));
    const highest = Math.max(...told.gain) || 1;
    gains.setAttribute("points", bottom.line(curve((i) => told.gain[i] / highest)));
    dots.replaceChildren(
      ...places.map((x) => svg("circle", { cx: top.toX(x), cy: top.toY(bumpy(x)), r: 4 })),
    );
    const triangle = (i) => `M${top.toX(at(i))} ${top.toY(bumpy(at(i))) - 6}l5 9h-10z`;
    guesses.setAttribute("d", random.slice(0, seen).map(triangle).join(""));
    const going = tried[seen];
    const pole = ({ toX, toY }, [low, high]) =>
      going === undefined ? "" : `M${toX(at(going))} ${toY(low)}V${toY(high)}`;
    next[0].setAttribute("d", pole(top, TOP.y));
    next[1].setAttribute("d", pole(bottom, [0, 1.25]));
    cells[0].textContent = two(bumpy(at(best(picks))));
    cells[1].textContent = two(bumpy(at(best(random.slice(0, seen)))));
    cells[2].textContent = two(randomAverage(seen));
  }

  /** 멈춰 섰을 때만 글로 알린다. */
  function say() {
    const seen = START.length + steps.step;
    const found = at(best(tried.slice(0, seen)));
    const going = tried[seen];
    const then = going === undefined ? "횟수를 다 썼다." : `다음은 x = ${at(going).toFixed(1)}.`;
    status.textContent = `${seen}번 시험해 x = ${found.toFixed(1)}에서 최고 ${two(bumpy(found))}. ${then}`;
    picture.setAttribute(
      "aria-label",
      `예측의 평균과 띠, 그 아래의 기대 개선. ${status.textContent}`,
    );
  }

  top.show(TOP, [-4, -2, 0, 2, 4], [0, 1]);
  bottom.show({ x: TOP.x, y: [0, 1.25] }, [-4, -2, 0, 2, 4], []);
  top.marks.append(band, next[0], truth, mean, guesses, dots);
  bottom.marks.append(next[1], gains);
  picture.append(top.element, bottom.element);
  truth.setAttribute("points", top.line(TRUTH));
  for (const mark of [truth, guesses]) mark.classList.add("play-off");
  length.set(settings.length, LENGTHS);
  margin.set(settings.margin, MARGINS);
  steps.load(BUDGET - START.length, 0);
  say();

  const note = html(
    "p",
    { class: "play-note" },
    "선은 예측의 평균, 띠는 표준편차의 두 배, 점은 시험한 곳, 세로 점선은 다음에 시험할 곳이다.",
  );
  const names = ["베이지안 최적화", "랜덤 탐색 한 번", "랜덤 탐색의 평균"];
  const head = ["방법", "최고"].map((name) => html("th", { scope: "col" }, name));
  const rows = names.map((name, i) => html("tr", {}, html("th", { scope: "row" }, name), cells[i]));
  figure.replaceChildren(
    html(
      "div",
      { class: "play", role: "group", "aria-label": "움직이는 그림, 다음 점을 고르는 모습" },
      html("div", { class: "play-show" }, picture, steps.element, status),
      html(
        "div",
        { class: "play-settings" },
        note,
        row("길이", length),
        row("여유", margin),
        html("div", { class: "play-buttons" }, seeTruth.element, seeRandom.element),
        html("div", { class: "play-buttons" }, again),
        html(
          "table",
          { class: "play-table" },
          html("thead", {}, html("tr", {}, ...head)),
          html("tbody", {}, ...rows),
        ),
      ),
    ),
  );
}
