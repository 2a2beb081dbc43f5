/* 그림과 조작을 나란히 놓는다. */
import { html } from "./dom.js";

export const frame = (name, shown, settings) =>
  html(
    "div",
    { class: "play", role: "group", "aria-label": `움직이는 그림, ${name}` },
    html("div", { class: "play-show" }, ...shown),
    html("div", { class: "play-settings" }, ...settings),
  );

export function table(heads, rows) {
  const cells = heads.map((head) => html("th", { scope: "col" }, head));
  return html(
    "table",
    { class: "play-table" },
    html("thead", {}, html("tr", {}, ...cells)),
    html("tbody", {}, ...rows),
  );
}

export const note = (text) => html("p", { class: "play-note" }, text);
export const status = () => html("p", { class: "play-status", role: "status" });
