/* 갱신 규칙 일곱 가지. snippets/week12/optimizers/update_rules.py와 같다.
   규칙은 모두 파라미터마다 따로 셈하므로 파라미터 하나의 걸음만 적는다. */
const EPSILON = 1e-7;

const sgd = ({ rate }) => (weight, gradient) => weight - rate * gradient;

function heavy({ rate, momentum }) {
  let velocity = 0;
  return (weight, gradient) => {
    velocity = momentum * velocity - rate * gradient;
    return weight + velocity;
  };
}

function nesterov({ rate, momentum }) {
  let velocity = 0;
  return (weight, gradient) => {
    const pull = rate * gradient;
    velocity = momentum * velocity - pull;
    return weight + momentum * velocity - pull;
  };
}

function adagrad({ rate }) {
  let accumulator = 0.1;
  return (weight, gradient) => {
    accumulator += gradient ** 2;
    return weight - (rate * gradient) / Math.sqrt(accumulator + EPSILON);
  };
}

function rmsprop({ rate, rho }) {
  let average = 0;
  return (weight, gradient) => {
    average = rho * average + (1 - rho) * gradient ** 2;
    return weight - (rate * gradient) / Math.sqrt(average + EPSILON);
  };
}

function adam({ rate }) {
  const [beta1, beta2] = [0.9, 0.999];
  let [mean, square, steps] = [0, 0, 0];
  return (weight, gradient) => {
    steps += 1;
    mean = beta1 * mean + (1 - beta1) * gradient;
    square = beta2 * square + (1 - beta2) * gradient ** 2;
    const correction = Math.sqrt(1 - beta2 ** steps) / (1 - beta1 ** steps);
    return weight - (rate * correction * mean) / (Math.sqrt(square) + EPSILON);
  };
}

function adamw({ rate }) {
  const step = adam({ rate });
  return (weight, gradient) => step(weight - rate * 0.004 * weight, gradient);
}

export const RULES = {
  SGD: sgd,
  모멘텀: heavy,
  네스테로프: nesterov,
  AdaGrad: adagrad,
  RMSProp: rmsprop,
  Adam: adam,
  AdamW: adamw,
};
