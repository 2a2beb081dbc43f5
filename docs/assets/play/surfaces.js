/* 걸어 볼 곡면. snippets/week12/optimizers/surfaces.py와 같다.
   보일 자리(x, y)는 모두 4:3이고 두 축의 눈금이 같다. */
const CURVATURE = [0.1, 2];
const START = [-9, 2];

/** 자리를 돌리는 함수와 되돌리는 함수. */
function rotation(degrees) {
  const [cos, sin] = [Math.cos, Math.sin].map((f) => f((degrees * Math.PI) / 180));
  return {
    turn: ([x, y]) => [cos * x - sin * y, sin * x + cos * y],
    back: ([x, y]) => [cos * x + sin * y, cos * y - sin * x],
  };
}

function valley(degrees) {
  const { turn, back } = rotation(degrees);
  return {
    loss(place) {
      const [along, across] = back(place);
      return (CURVATURE[0] * along ** 2 + CURVATURE[1] * across ** 2) / 2;
    },
    gradient: (place) => turn(back(place).map((value, axis) => CURVATURE[axis] * value)),
    start: turn(START),
    lowest: [[0, 0]],
    levels: [0.5, 2, 6, 12, 20],
    steps: 20,
    momentum: 0.8,
    rates: [0.9, 0.2, 0.2, 2, 0.5, 0.5, 0.5],
    units: [0.01, 0.1, 1],
  };
}

const saddleLoss = ([x, y]) => x ** 2 / 2 - y ** 2 / 2 + y ** 4 / 4 + 1 / 4;
const saddleGradient = ([x, y]) => [x, y ** 3 - y];

function saddle(degrees) {
  const { turn, back } = rotation(degrees);
  return {
    loss: (place) => saddleLoss(back(place)),
    gradient: (place) => turn(saddleGradient(back(place))),
    start: turn([-1.5, 0.01]),
    lowest: [turn([0, 1]), turn([0, -1])],
    levels: [0.03, 0.1, 0.18, 0.25, 0.4, 0.7, 1.2, 1.8],
    steps: 60,
    momentum: 0.9,
    rates: [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1],
    units: [0.01, 0.1, 1],
    x: [-2, 2],
    y: [-1.5, 1.5],
    ticks: [[-1, 0, 1], [-1, 0, 1]],
  };
}

export const SURFACES = {
  "곧은 골짜기": {
    ...valley(0),
    x: [-10.5, 4.5],
    y: [-5.625, 5.625],
    ticks: [[-8, -4, 0, 4], [-4, 0, 4]],
  },
  "돌린 골짜기": {
    ...valley(45),
    x: [-9.7, 5.3],
    y: [-7.75, 3.5],
    ticks: [[-8, -4, 0, 4], [-4, 0]],
  },
  "굽은 골짜기": {
    loss: ([x, y]) => (1 - x) ** 2 + 100 * (y - x ** 2) ** 2,
    gradient: ([x, y]) => [-2 * (1 - x) - 400 * x * (y - x ** 2), 200 * (y - x ** 2)],
    start: [-1.2, 1],
    lowest: [[1, 1]],
    levels: [0.3, 1, 4, 16, 64, 256],
    steps: 200,
    momentum: 0.9,
    rates: [0.001, 0.001, 0.001, 0.5, 0.02, 0.2, 0.2],
    units: [1e-4, 1e-3, 0.01, 0.1],
    x: [-2, 2],
    y: [-1, 2],
    ticks: [[-1, 0, 1], [0, 1]],
  },
  안장: saddle(0),
  "돌린 안장": saddle(45),
};
