/* 높이가 같은 곳을 잇는 선. 칸의 네 귀퉁이 높이로 선이 지나는 변을 찾는다(marching squares). */
const COLUMNS = 120;
const ROWS = 90;
const CORNERS = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
];

/** 등고선을 SVG 길(`d`)로 만든다. `toX`, `toY`는 자리를 그림의 좌표로 바꾼다. */
export function contours({ loss, levels, x, y }, toX, toY) {
  const place = (column, row) => [
    x[0] + ((x[1] - x[0]) * column) / COLUMNS,
    y[0] + ((y[1] - y[0]) * row) / ROWS,
  ];
  const heights = Array.from({ length: ROWS + 1 }, (_, row) =>
    Array.from({ length: COLUMNS + 1 }, (_, column) => loss(place(column, row))),
  );

  let path = "";
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      const around = CORNERS.map(([right, up]) => heights[row + up][column + right]);
      for (const level of levels) {
        const points = around.flatMap((from, side) => {
          const next = (side + 1) % 4;
          const to = around[next];
          if (from < level === to < level) return [];
          const part = (level - from) / (to - from);
          const [a, b] = [CORNERS[side], CORNERS[next]];
          const [px, py] = place(
            column + a[0] + part * (b[0] - a[0]),
            row + a[1] + part * (b[1] - a[1]),
          );
          return [`${toX(px).toFixed(1)} ${toY(py).toFixed(1)}`];
        });
        for (let i = 0; i + 1 < points.length; i += 2) path += `M${points[i]}L${points[i + 1]}`;
      }
    }
  }
  return path;
}
