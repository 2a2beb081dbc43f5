/* 크기가 어떻든 짧게 적는다. */
export function short(value) {
  if (!Number.isFinite(value)) return "넘침";
  if (value >= 1e5 || (value > 0 && value < 1e-3)) return value.toExponential(0).replace("+", "");
  if (value > 0 && value < 0.005) return value.toFixed(3);
  return value.toFixed(value < 1000 ? 2 : 0);
}
