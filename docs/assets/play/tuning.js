/* 베이지안 최적화가 다음 점을 고르는 모습을 한 걸음씩 본다. */
import {
  BUDGET,
  CANDIDATES,
  START,
  bumpy,
  look,
  maximize,
  randomAverage,
  randomPicks,
} from "./bayes.js";
import { button, checkbox, row, slider } from "./controls.js";
import { html, svg } from "./dom.js";
import { landscape } from "./landscape.js";
import { frame, note, status, table } from "./layout.js";
import { player } from "./player.js";

const LENGTHS = [0.2, 0.3, 0.5, 0.7, 1, 1.5];
const MARGINS = [0, 0.1, 0.2, 0.3, 0.5, 0.7, 1, 1.5, 2];
const METHODS = ["베이지안 최적화", "랜덤 탐색 한 번", "랜덤 탐색의 평균"];
const NOTE =
  "선은 예측의 평균, 띠는 표준편차의 두 배, 점은 평가한 곳, 세로 점선은 다음에 평가할 곳이다.";

const places = (picks) => picks.map((index) => CANDIDATES[index]);
const highest = (tried) => tried.reduce((a, b) => (bumpy(b) > bumpy(a) ? b : a));

/** 그림의 한 가지를 켜고 끈다. 곁에 그 꼴을 보인다. */
function toggle(name, mark, shape) {
  const kind = mark.getAttribute("class");
  const swatch = svg(
    "svg",
    { viewBox: "-12 -7 24 14", class: "play-swatch", "aria-hidden": "true" },
    svg("path", { class: kind, d: shape }),
  );
  mark.classList.add("play-off");
  return checkbox([swatch, name], false, (on) => mark.classList.toggle("play-off", !on)).element;
}

export function mount(figure, signal) {
  const settings = { length: 1, margin: 0 };
  let seed = 1;
  let tried = places(maximize(settings));
  let random = places(randomPicks(seed));

  const picture = landscape();
  const words = status();
  const cells = METHODS.map(() => html("td"));
  const steps = player({ unit: "걸음", signal, onStep: show, onRest: say });

  const knob = (key, name, values) => {
    const change = (value) => {
      settings[key] = value;
      tried = places(maximize(settings));
      show(steps.step);
    };
    const made = slider(name, change, say);
    made.set(settings[key], values);
    return row(name, made);
  };
  const again = button("랜덤 다시 뽑기", () => {
    seed += 1;
    random = places(randomPicks(seed));
    show(steps.step);
    say();
  });

  function show(step) {
    const count = START.length + step;
    const [seen, guessed] = [tried.slice(0, count), random.slice(0, count)];
    const told = look(seen, seen.map(bumpy), CANDIDATES, settings);
    picture.draw(told, seen, guessed, tried[count]);
    [bumpy(highest(seen)), bumpy(highest(guessed)), randomAverage(count)].forEach((value, i) => {
      cells[i].textContent = value.toFixed(2);
    });
  }

  /** 멈춰 섰을 때만 글로 알린다. */
  function say() {
    const count = START.length + steps.step;
    const found = highest(tried.slice(0, count));
    const then = count < BUDGET ? `다음은 x = ${tried[count].toFixed(1)}.` : "횟수를 다 썼다.";
    const best = `x = ${found.toFixed(1)}에서 최고 ${bumpy(found).toFixed(2)}.`;
    words.textContent = `${count}번 평가해 ${best} ${then}`;
    const label = `예측의 평균과 띠, 그 아래의 기대 개선. ${words.textContent}`;
    picture.element.setAttribute("aria-label", label);
  }

  steps.load(BUDGET - START.length, 0);
  say();

  const switches = [
    toggle("진짜 함수", picture.truth, "M-12 0H12"),
    toggle("랜덤 탐색", picture.guesses, "M0-6l5 9h-10z"),
  ];
  const rows = METHODS.map((name, i) => html("tr", {}, html("th", { scope: "row" }, name), cells[i]));
  figure.replaceChildren(
    frame(
      "다음 점을 고르는 모습",
      [picture.element, steps.element, words],
      [
        note(NOTE),
        knob("length", "길이", LENGTHS),
        knob("margin", "여유", MARGINS),
        html("div", { class: "play-buttons" }, ...switches),
        html("div", { class: "play-buttons" }, again),
        table(["방법", "최고"], rows),
      ],
    ),
  );
}
