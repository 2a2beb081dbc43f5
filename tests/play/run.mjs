/* 표준 입력으로 받은 [함수, 인수…]를 차례로 부르고 그 결과를 출력한다. */
import { readFileSync } from "node:fs";

const folder = new URL(`file://${process.argv[2]}/`);
const [{ SURFACES }, { RULES }, { walk }, { contours }, { short }, gaussian, normal, bayes] = await Promise.all(
  ["surfaces", "rules", "walk", "contours", "format", "gaussian", "normal", "bayes"].map((name) => import(new URL(`${name}.js`, folder))),
);
const functions = {
  ...gaussian,
  ...normal,
  ...bayes,
  place: (name, at) => [SURFACES[name].loss(at), ...SURFACES[name].gradient(at)],
  start: (name) => SURFACES[name].start,
  names: () => Object.keys(SURFACES),
  candidates: () => bayes.CANDIDATES,
  follow(rule, options, start, gradients) {
    const move = RULES[rule](options);
    let weight = start;
    return gradients.map((gradient) => (weight = move(weight, gradient)));
  },
  short,
  levels: (name) => SURFACES[name].levels,
  contours: (name) => contours(SURFACES[name], ...Array(2).fill((value) => value * 1e6)),
  walk: (name, ...rest) => walk(SURFACES[name], ...rest),
};
const calls = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(calls.map(([name, ...given]) => functions[name](...given))));
