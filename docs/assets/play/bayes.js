/* 베이지안 최적화와 랜덤 탐색.
   snippets/week12/hyperparameter_tuning/의 bayesian_optimization.py, length_and_margin.py와 같다. */
import { posterior } from "./gaussian.js";
import { cumulative, density } from "./normal.js";

export const START = [10, 40];
export const BUDGET = 12;
export const CANDIDATES = Array.from({ length: 81 }, (_, i) => i * 0.1 - 4);

export const bumpy = (x) => Math.exp(-((x - 2) ** 2)) + 0.6 * Math.exp(-((x + 2) ** 2) / 0.5);

/** 지금의 최고보다 얼마나 나아질지 그 기댓값. */
export function expectedImprovement(mean, deviation, best) {
  return mean.map((value, i) => {
    const safe = Math.max(deviation[i], 1e-12);
    const z = (value - best) / safe;
    return Math.max((value - best) * cumulative(z) + safe * density(z), 0);
  });
}

/** 값의 눈금을 맞춰 예측하고, 원래 눈금의 평균, 표준편차, 기대 개선을 구한다. */
export function look(tried, values, candidates, { length = 1, margin = 0 } = {}) {
  const average = (list) => list.reduce((sum, value) => sum + value, 0) / list.length;
  const center = average(values);
  const scale = Math.sqrt(average(values.map((value) => (value - center) ** 2))) || 1;
  const scaled = values.map((value) => (value - center) / scale);
  const told = posterior(tried, scaled, candidates, length);
  const mean = told.mean.map((value) => center + scale * value);
  const deviation = told.deviation.map((value) => scale * value);
  const gain = expectedImprovement(mean, deviation, Math.max(...values) + scale * margin);
  return { mean, deviation, gain };
}

/** 시험한 후보의 번호를 차례대로 구한다. */
export function maximize(settings) {
  const tried = [...START];
  while (tried.length < BUDGET) {
    const places = tried.map((i) => CANDIDATES[i]);
    const { gain } = look(places, places.map(bumpy), CANDIDATES, settings);
    for (const i of tried) gain[i] = -1;
    const best = Math.max(...gain) * (1 - 1e-9);
    tried.push(gain.findIndex((value) => value >= best));
  }
  return tried;
}

/** 겹치지 않게 아무렇게나 고른 번호. 씨앗이 같으면 같다(mulberry32). */
export function randomPicks(seed, count = BUDGET) {
  let state = seed;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const left = CANDIDATES.map((_, i) => i);
  return Array.from({ length: count }, () => left.splice(Math.floor(random() * left.length), 1)[0]);
}

/** 아무렇게나 `trials`번 고를 때 최고의 평균. */
export function randomAverage(trials) {
  const values = CANDIDATES.map(bumpy).sort((a, b) => b - a);
  let chance = trials / values.length;
  return values.reduce((sum, value, rank) => {
    const part = chance * value;
    const smaller = values.length - 1 - rank;
    chance *= (smaller - trials + 1) / smaller || 0;
    return sum + part;
  }, 0);
}
