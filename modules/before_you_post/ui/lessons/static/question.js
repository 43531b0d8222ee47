// One question, from being asked to being explained. The page does not know the answer before the kernel has marked it.

const BODIES = { order: ordering, match: placing, sort: placing, number: typing, date: typing, hotspot };
const TO_DO = {
  several: "Choose every answer that is right.",
  order: "Put these in order, the first on top.",
  match: "Give each its partner.",
  sort: "Lay each on its pile.",
  hotspot: "Mark every place, in the picture or in the list.",
  defects: "Mark every line that is wrong.",
};
const SIGNS = { right: "clear", wrong: "fails", missed: "fix", left: "unknown" };
let questionNumber = 0;

/** The question as a card's inside. `after(marked)` gives the buttons below the explanation. */
function questionView(model, asked, { send, after }) {
  questionNumber += 1;
  const names = { group: `byp-question-${questionNumber}` };
  const figure = asked.case ? caseFigure(model, asked) : null;
  const body = el("div", { class: "byp-stack" });
  const stem = el("legend", { class: "byp-stem" }, asked.stem);
  const toDo = TO_DO[asked.kind] ? el("p", { class: "byp-soft byp-small byp-to-do" }, TO_DO[asked.kind]) : null;
  const node = el("fieldset", { class: "byp-question" }, stem, toDo, figure?.node, body);
  let given = null;

  const ask = () => {
    given?.letGo?.();
    figure?.stage.querySelector(".byp-spots-done")?.remove();
    given = (BODIES[asked.kind] || choices)(asked, names, figure);
    const problem = el("p", { class: "byp-problem", role: "alert" });
    const button = el("button", { type: "submit", class: "byp-button byp-main" }, "Answer");
    const form = el("form", { class: "byp-stack", novalidate: true, onsubmit: (event) => {
      event.preventDefault();
      if (button.getAttribute("aria-disabled") === "true") return;
      const read = given.read();
      fill(problem, read.missing || "");
      if (read.missing) return;
      button.setAttribute("aria-disabled", "true");
      setTimeout(() => button.setAttribute("aria-disabled", "false"), 4000); // nothing came back: it can be sent again
      send(read.answer);
    } }, given.node, problem, el("div", { class: "byp-row" }, button, hint(asked)));
    if (toDo) toDo.hidden = false;
    fill(body, form);
  };

  const explain = (marked, focus) => {
    given?.letGo?.();
    given = null;
    if (toDo) toDo.hidden = true;
    const verdict = el("p", { class: `byp-verdict byp-is-${marked.right ? "right" : "wrong"}`, tabindex: -1 },
      mark(marked.right ? "clear" : "fails"), el("span", {}, marked.verdict));
    if (asked.kind === "hotspot" && figure) {
      figure.stage.querySelector(".byp-spots-done")?.remove();
      figure.stage.append(markedSpots(asked, marked.parts));
    }
    fill(body, el("div", { class: "byp-stack", role: "group", "aria-label": "The answer explained" }, verdict, told(asked, marked), after(marked)));
    if (focus) verdict.focus();
  };

  return {
    node,
    show(marked, focus = true) { if (marked) explain(marked, focus); else ask(); },
    focus() { stem.tabIndex = -1; stem.focus(); },
    refuse(words) { const line = body.querySelector(".byp-problem"); if (line) fill(line, words); body.querySelector("[type='submit']")?.setAttribute("aria-disabled", "false"); },
    letGo() { figure?.letGo(); },
  };
}

/** Every option with its sign, what that sign means in words, and the reason. */
function told(asked, marked) {
  const places = new Map(asked.options.map((option, at) => [option.id, at]));
  const kept = ["order", "number", "date"].includes(asked.kind);
  const parts = kept ? marked.parts : [...marked.parts].sort((one, other) => places.get(one.id) - places.get(other.id));
  return el("ul", { class: "byp-told" }, parts.map((part) => el("li", { class: `byp-is-${part.sign}` },
    el("p", { class: "byp-sign" }, mark(SIGNS[part.sign]), el("span", {}, part.words)),
    el("p", { class: "byp-told-text" }, asked.kind === "hotspot" ? `${places.get(part.id) + 1}. ${part.text}` : part.text),
    el("p", { class: "byp-why" }, part.why))));
}

function hint(asked) {
  if (!asked.hint) return null;
  const words = el("p", { class: "byp-note byp-small", role: "status", hidden: true });
  const button = el("button", { type: "button", class: "byp-button", "aria-expanded": "false", onclick: () => {
    words.hidden = !words.hidden;
    fill(words, words.hidden ? "" : asked.hint);
    button.setAttribute("aria-expanded", String(!words.hidden));
  } }, "Hint");
  return [button, words];
}
