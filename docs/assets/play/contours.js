/* 높이가 같은 곳을 잇는 선. 칸의 네 귀퉁이 높이로 선이 지나는 변을 찾는다(marching squares). */
const COLUMNS = 80;
const ROWS = 60;

/** 한 높이의 등고선을 SVG 길(`d`)로 만든다. `toX`, `toY`는 자리를 그림의 좌표로 바꾼다. */
export function contour({ loss, x, y }, level, toX, toY) {
  const at = ([low, high], part) => low + (high - low) * part;
  const corner = (column, row) => {
    const place = [at(x, column / COLUMNS), at(y, row / ROWS)];
    return { place, over: loss(place) - level };
  };
  const crossing = (a, b) => {
    if (a.over < 0 === b.over < 0) return [];
    const part = a.over / (a.over - b.over);
    const [px, py] = [0, 1].map((axis) => a.place[axis] + part * (b.place[axis] - a.place[axis]));
    return [`${toX(px).toFixed(1)} ${toY(py).toFixed(1)}`];
  };
  let path = "";
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      const corners = [
        corner(column, row),
        corner(column + 1, row),
        corner(column + 1, row + 1),
        corner(column, row + 1),
      ];
      const points = corners.flatMap((from, side) => crossing(from, corners[(side + 1) % 4]));
      for (let i = 0; i + 1 < points.length; i += 2) path += `M${points[i]}L${points[i + 1]}`;
    }
  }
  return path;
}
