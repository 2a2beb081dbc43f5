/* 위는 예측의 평균과 띠, 아래는 기대 개선. */
import { CANDIDATES, bumpy } from "./bayes.js";
import { svg } from "./dom.js";
import { plot } from "./plot.js";

const X = [-4.1, 4.1];
const VALUES = [-0.7, 1.7];
const GAINS = [0, 1.25];
const TICKS = [-4, -2, 0, 2, 4];
const TRUTH = Array.from({ length: 161 }, (_, i) => i * 0.05 - 4).map((x) => [x, bumpy(x)]);

export function landscape() {
  const top = plot({ left: 34, top: 6, width: 360, height: 186, label: "값" });
  const bottom = plot({ left: 34, top: 226, width: 360, height: 80, label: "기대 개선" });
  top.show({ x: X, y: VALUES }, TICKS, [0, 1]);
  bottom.show({ x: X, y: GAINS }, TICKS, []);

  const mark = (name, kind) => svg(name, { class: `play-${kind}` });
  const [band, mean, gain] = [
    mark("polygon", "band"),
    mark("polyline", "mean"),
    mark("polyline", "gain"),
  ];
  const [truth, guesses, dots] = [
    mark("polyline", "truth"),
    mark("path", "guess"),
    mark("g", "dots"),
  ];
  const poles = [mark("path", "next"), mark("path", "next")];
  truth.setAttribute("points", top.line(TRUTH));
  top.marks.append(band, poles[0], truth, mean, guesses, dots);
  bottom.marks.append(poles[1], gain);

  const curve = (heights) => CANDIDATES.map((x, i) => [x, heights[i]]);
  const pole = ({ toX, toY }, x, [low, high]) =>
    x === undefined ? "" : `M${toX(x)} ${toY(low)}V${toY(high)}`;

  return {
    element: svg(
      "svg",
      { viewBox: "0 0 400 330", role: "img", class: "play-picture" },
      top.element,
      bottom.element,
    ),
    truth,
    guesses,
    /** 예측, 시험한 점, 아무렇게나 고른 점, 다음에 시험할 점을 그린다. */
    draw(told, tried, random, next) {
      const edge = (sign) => curve(told.mean.map((m, i) => m + sign * 2 * told.deviation[i]));
      const highest = Math.max(...told.gain) || 1;
      mean.setAttribute("points", top.line(curve(told.mean)));
      band.setAttribute("points", top.line([...edge(1), ...edge(-1).reverse()]));
      gain.setAttribute("points", bottom.line(curve(told.gain.map((value) => value / highest))));
      dots.replaceChildren(
        ...tried.map((x) => svg("circle", { cx: top.toX(x), cy: top.toY(bumpy(x)), r: 4 })),
      );
      const triangle = (x) => `M${top.toX(x)} ${top.toY(bumpy(x)) - 6}l5 9h-10z`;
      guesses.setAttribute("d", random.map(triangle).join(""));
      poles[0].setAttribute("d", pole(top, next, VALUES));
      poles[1].setAttribute("d", pole(bottom, next, GAINS));
    },
  };
}
