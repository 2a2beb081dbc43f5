/* 가우시안 프로세스. snippets/week12/hyperparameter_tuning/bayesian_optimization.py와 같다. */
const kernel = (a, b, length) => Math.exp(-0.5 * ((a - b) / length) ** 2);
const dot = (a, b) => a.reduce((sum, value, i) => sum + value * b[i], 0);

/** 대칭 행렬을 아래 삼각 행렬과 그 전치의 곱으로 나눈다. */
function cholesky(matrix) {
  const lower = [];
  matrix.forEach((row, i) => {
    lower.push([]);
    for (let j = 0; j < i; j++) lower[i][j] = (row[j] - dot(lower[i], lower[j])) / lower[j][j];
    lower[i][i] = Math.sqrt(row[i] - dot(lower[i], lower[i]));
  });
  return lower;
}

/** 아래 삼각 행렬을 앞에서부터 푼다. */
function solve(lower, right) {
  const found = [];
  lower.forEach((row, i) => {
    const known = found.reduce((sum, value, j) => sum + row[j] * value, 0);
    found.push((right[i] - known) / row[i]);
  });
  return found;
}

/** 지금까지의 값으로 후보마다 평균과 표준편차를 예측한다. */
export function posterior(tried, values, candidates, length = 1, noise = 1e-6) {
  const lower = cholesky(
    tried.map((a, i) => tried.map((b, j) => kernel(a, b, length) + (i === j ? noise : 0))),
  );
  const seen = solve(lower, values);
  const rows = candidates.map((x) => solve(lower, tried.map((t) => kernel(x, t, length))));
  return {
    mean: rows.map((row) => dot(row, seen)),
    deviation: rows.map((row) => Math.sqrt(Math.max(1 - dot(row, row), 0))),
  };
}
