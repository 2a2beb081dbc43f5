/* 이름이 붙은 기본 조작 요소. 키보드와 화면 낭독기는 브라우저가 맡는다. */
import { html } from "./dom.js";

export function select(label, options, onChange) {
  const element = html("select", {}, ...options.map((name) => html("option", {}, name)));
  element.addEventListener("change", () => onChange(element.value));
  return { element: html("label", { class: "play-select" }, label, element), input: element };
}

export function checkbox(label, checked, onChange) {
  const input = html("input", { type: "checkbox" });
  input.checked = checked;
  input.addEventListener("change", () => onChange(input.checked));
  return { element: html("label", { class: "play-check" }, input, ...label), input };
}

export function button(label, onClick) {
  const element = html("button", { type: "button", class: "play-button" }, label);
  element.addEventListener("click", onClick);
  return element;
}

/** 정해 둔 값 가운데 하나를 고르는 손잡이. 움직이는 동안 `onInput`, 놓으면 `onChange`.
    값은 `write`로 적는다. */
export function slider(name, onInput, onChange, write = String) {
  const input = html("input", { type: "range", min: 0, "aria-label": name });
  const output = html("output", { "aria-hidden": "true" });
  let values;
  const show = () => {
    const text = write(values[input.value]);
    input.setAttribute("aria-valuetext", text);
    output.textContent = text;
  };
  input.addEventListener("input", () => {
    show();
    onInput(values[input.value]);
  });
  input.addEventListener("change", onChange);
  return {
    input,
    output,
    /** 고를 값을 늘어놓고 그 가운데 하나에 맞춘다. */
    set(value, choices) {
      values = choices;
      input.max = values.length - 1;
      input.value = values.indexOf(value);
      show();
    },
  };
}

/** 보이는 이름, 손잡이, 값을 한 줄에 놓는다. */
export const row = (label, { input, output }) =>
  html("div", { class: "play-row" }, html("span", { "aria-hidden": "true" }, label), input, output);
