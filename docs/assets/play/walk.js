/* 곡면을 한 가지 규칙으로 걷는다. */
import { RULES } from "./rules.js";

/** 출발점부터 `steps`걸음의 자리를 모두 구한다. */
export function walk(surface, rule, options, steps) {
  const movers = surface.start.map(() => RULES[rule](options));
  const places = [surface.start];
  for (let step = 0; step < steps; step++) {
    const place = places[step];
    const gradient = surface.gradient(place);
    places.push(movers.map((move, axis) => move(place[axis], gradient[axis])));
  }
  return places;
}
