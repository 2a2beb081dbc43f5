/* 출발점. 그림의 동그라미를 끌거나 그림을 누르거나, 손잡이로 옮긴다. */
import { slider } from "./controls.js";
import { html, svg } from "./dom.js";

const PARTS = 60;

/** 축을 고르게 나눈 자리. 곡면의 처음 자리로 돌아올 수 있게, 가까운 것 대신 그 자리를 넣는다. */
function choices([low, high], first) {
  const width = (high - low) / PARTS;
  const even = Array.from({ length: PARTS + 1 }, (_, i) => low + width * i);
  const apart = even.filter((value) => Math.abs(value - first) >= width / 2);
  return [first, ...apart].sort((a, b) => a - b);
}

const nearest = (values, wanted) =>
  values.reduce((a, b) => (Math.abs(b - wanted) < Math.abs(a - wanted) ? b : a));

/** `onMove([x, y])`는 옮기는 동안, `onRest()`는 손을 놓을 때 부른다. */
export function starter(picture, field, onMove, onRest) {
  const handle = svg(
    "g",
    { class: "play-handle" },
    svg("circle", { class: "play-reach", r: 24 }),
    svg("circle", { class: "play-start", r: 5 }),
  );
  let place;
  let grid;

  const put = (next) => {
    place = next;
    handle.setAttribute("transform", `translate(${field.line([place])})`);
  };
  const move = (next) => {
    put(next);
    onMove(place);
  };
  const knobs = ["가로", "세로"].map((name, axis) =>
    slider(
      `출발점의 ${name}`,
      (value) => move(place.map((old, i) => (i === axis ? value : old))),
      onRest,
      (value) => value.toFixed(2),
    ),
  );
  const follow = ({ clientX, clientY }) => {
    const at = new DOMPoint(clientX, clientY).matrixTransform(picture.getScreenCTM().inverse());
    move(field.from(at).map((value, axis) => nearest(grid[axis], value)));
    knobs.forEach((knob, axis) => knob.set(place[axis], grid[axis]));
  };

  /* touch-action은 그림 속의 원소에서 늘 듣지는 않는다. 쪽이 넘어가지 않게 직접 막는다. */
  handle.addEventListener("touchstart", (event) => event.preventDefault(), { passive: false });
  handle.addEventListener("pointerdown", ({ pointerId }) => handle.setPointerCapture(pointerId));
  handle.addEventListener("pointermove", (event) => {
    if (handle.hasPointerCapture(event.pointerId)) follow(event);
  });
  handle.addEventListener("lostpointercapture", onRest);
  picture.addEventListener("click", (event) => {
    follow(event);
    onRest();
  });

  return {
    mark: handle,
    element: html(
      "div",
      { class: "play-row play-place" },
      html("span", { "aria-hidden": "true" }, "출발점"),
      ...knobs.flatMap(({ input, output }) => [input, output]),
    ),
    /** 곡면이 정한 처음 자리로 돌아간다. */
    load({ start, x, y }) {
      put(start);
      grid = [x, y].map((range, axis) => choices(range, start[axis]));
      knobs.forEach((knob, axis) => knob.set(start[axis], grid[axis]));
    },
  };
}
