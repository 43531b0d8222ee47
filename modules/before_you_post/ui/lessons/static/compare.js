// A published picture laid over its original: the edge between the two is moved, and what was changed is told.

const EDIT_SIGNS = { edited: "fix", "none found": "clear", "not assessable": "not_determined" };

function render({ model, el: host }) {
  const card = tryCard(model, host, "What was changed?");
  const start = workButton("Compare it with its original", () => model.send({ do: "compare" }));
  const first = el("figure", { class: "byp-figure-small" }, card.sample(), el("figcaption", {}, el("p", {}, "As it was published"), sampleNote()));
  const result = el("div", { class: "byp-stack" });
  const stage = el("div", { class: "byp-stack" });
  const begin = el("div", { class: "byp-row" }, start);
  card.body.append(first, begin, result);
  const slider = slideOf(card, () => model.get("given").alt ?? "");
  let heat = ""; // the family whose place is shown; "" = the slider

  function showStage() {
    const shown = model.get("shown");
    if (!heat || !model.get("pictures")[`heat-${heat}`]) {
      fill(stage, slider.node);
      return;
    }
    const family = shown.edits.find((one) => one.family === heat);
    const back = el("button", { type: "button", class: "byp-button", onclick: () => { heat = ""; showStage(); slider.focus(); } }, "Back to the slider");
    fill(stage,
      el("div", { class: "byp-slide" }, card.picture(`heat-${heat}`, `${family.label}: where the comparison sees it, in red`)),
      el("p", { class: "byp-soft byp-small", role: "status" }, `${family.label}: the redder a place, the more of it the comparison sees there.`),
      el("div", { class: "byp-row" }, back));
    back.focus();
  }
  function ask(family) {
    heat = family;
    if (model.get("pictures")[`heat-${family}`]) showStage();
    else model.send({ do: "heat", family });
  }
  const row = (one) => el("li", { class: `byp-edit byp-edit-${EDIT_SIGNS[one.state]}` },
    el("p", { class: "byp-edit-state" }, mark(EDIT_SIGNS[one.state]), one.state_label),
    el("div", {}, el("b", {}, one.label), el("span", { class: "byp-block byp-soft byp-small" }, one.words)),
    one.heat ? el("button", { type: "button", class: "byp-button byp-slim", "data-works": true, "aria-label": `Show where it changed: ${one.label}`, onclick: () => ask(one.family) },
      "Show where it changed") : null);

  card.listen("shown", () => {
    const shown = model.get("shown");
    if (!shown) return;
    const mine = card.root.contains(document.activeElement);
    first.hidden = begin.hidden = true;
    slider.lay(model);
    heat = "";
    showStage();
    fill(result, stage, el("p", {}, el("b", {}, shown.said)), el("ul", { class: "byp-edit-list" }, shown.edits.map(row)), el("p", { class: "byp-note byp-small" }, shown.note), sampleNote());
    if (mine || document.activeElement === document.body) slider.focus();
    card.say(shown.said);
  });
  card.listen("pictures", () => { if (heat) showStage(); });
  return card.close;
}

/** The two pictures, and the slider that moves the edge between them; arrow keys move it too. */
function slideOf(card, alternative) {
  const frame = el("div", { class: "byp-slide" });
  const id = freshId("edge");
  const edge = el("input", { id, type: "range", min: 0, max: 100, value: 50, class: "byp-range", oninput: move });
  const node = el("div", { class: "byp-stack" }, frame,
    el("div", { class: "byp-slider" }, el("label", { for: id }, "Move the edge: left of it is the original, right of it what was published"), edge),
    el("p", { class: "byp-soft byp-small" }, "Drag it, or use the arrow keys. Gray is what the original does not reach."));

  function move() {
    const over = frame.querySelector(".byp-slide-over");
    if (!over) return;
    over.style.clipPath = `inset(0 0 0 ${edge.value}%)`;
    frame.style.setProperty("--edge-at", `${edge.value}%`);
    edge.setAttribute("aria-valuetext", `${edge.value} percent original, ${100 - edge.value} percent published`);
  }
  function lay() {
    fill(frame,
      el("div", { class: "byp-slide-under" }, card.picture("original", "The original, as it lies under the published picture")),
      el("div", { class: "byp-slide-over" }, card.picture("panel", `As published: ${alternative()}`)),
      el("span", { class: "byp-slide-edge", "aria-hidden": "true" }));
    move();
  }
  return { node, lay, focus: () => edge.focus() };
}

export default { render };
