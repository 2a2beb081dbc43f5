/* 표준 정규 분포. */
export const density = (z) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

/** 왼쪽 넓이. 가운데는 급수로, 꼬리는 연분수로 구해 작은 값도 자릿수를 지킨다. */
export function cumulative(z) {
  if (z > 3) return 1 - cumulative(-z);
  if (z < -3) {
    let fraction = -z;
    for (let k = 120; k > 0; k--) fraction = -z + k / fraction;
    return density(z) / fraction;
  }
  let [term, sum] = [z, z];
  for (let k = 3; Math.abs(term) > 1e-17; k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return 0.5 + density(z) * sum;
}
