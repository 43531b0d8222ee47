// The small signs beside words: of verdicts, of findings, of parts of a form. Each has its own shape, so that nobody
// depends on telling red from green; a screen reader hears the words only.

const SHAPES = {
  take_down: "M5.2 1.5h5.6l3.7 3.7v5.6l-3.7 3.7H5.2l-3.7-3.7V5.2zM4.5 7.2h7v1.6h-7z", // stop sign
  fix: "M8 1.2 15.4 14.4H.6zM7.2 5.8v4.4h1.6V5.8zM7.2 11.2v1.6h1.6v-1.6z", // warning sign
  review: "M8 3C4.2 3 1.6 6 .6 8c1 2 3.6 5 7.4 5s6.4-3 7.4-5C14.4 6 11.8 3 8 3zM8 5.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6z", // eye
  not_determined: "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zM8 2.7a5.3 5.3 0 1 1 0 10.6A5.3 5.3 0 0 1 8 2.7zM4.6 7.2h6.8v1.6H4.6z", // open circle
  clear: "M6.4 10.2 3.6 7.4 2.2 8.8l4.2 4.2 7.6-7.6L12.6 4z", // tick
  fails: "M3.4 2 8 6.6 12.6 2 14 3.4 9.4 8l4.6 4.6-1.4 1.4L8 9.4 3.4 14 2 12.6 6.6 8 2 3.4z", // cross
  unknown: "M2.5 7.2h11v1.6h-11z", // dash
};
const ALIASES = { ok: "clear", fail: "fails", needs_review: "review", not_checked: "not_determined", decide: "review" };

function mark(name) {
  const shape = SHAPES[ALIASES[name] || name];
  const path = shape ? el("path", { d: shape, "fill-rule": "evenodd" }) : null;
  return el("svg", { class: "byp-mark", viewBox: "0 0 16 16", "aria-hidden": "true", focusable: "false" }, path);
}

function badge(verdict) {
  return el("span", { class: `byp-badge byp-is-${verdict.code}` }, mark(verdict.code), verdict.label);
}
