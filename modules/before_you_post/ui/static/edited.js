// What was changed between an original and its published copy: eight families in words, the two pictures under one
// slider, and where the comparison sees what.

const EDIT_MARKS = { edited: "fix", "none found": "clear", "not assessable": "not_determined" };
const WHOLE = new Set(["crop", "colour or light of the whole picture"]); // these have no place inside the picture

function edits(detail, pictures) {
  const panels = detail.panels.filter((panel) => panel.originals.length);
  if (!panels.length) return null;
  const several = detail.panels.length > 1;
  return el("section", { class: "byp-edits" },
    el("h3", {}, "What was changed"),
    panels.map((panel) => editsOf(detail, panel, several, pictures)));
}

function editsOf(detail, panel, several, pictures) {
  const stage = panel.aligned ? comparison(detail, panel, pictures) : null;
  const row = (check) => el("li", { class: `byp-edit byp-edit-${EDIT_MARKS[check.state]}` },
    el("span", { class: "byp-edit-state" }, mark(EDIT_MARKS[check.state]), check.state_label),
    el("div", {}, el("b", {}, check.label), el("span", { class: "byp-block byp-small byp-soft" }, check.words)),
    stage && check.state !== "not assessable" && !WHOLE.has(check.family)
      ? el("button", { type: "button", class: "byp-button byp-slim", onclick: () => stage.heat(check) }, "Heat map", el("span", { class: "byp-hidden" }, `: ${check.label}`))
      : el("span", {}));
  const list = panel.edits
    ? el("ul", { class: "byp-edit-list" }, panel.edits.map(row))
    : el("p", { class: "byp-soft" }, panel.edits_note);
  return el("div", { class: "byp-edits-of" },
    el("div", {}, several ? el("h4", {}, `Picture ${panel.number}`) : null, list), stage ? stage.node : null);
}

/** The published picture over its original, laid on each other; the reader moves the edge between the two. */
function comparison(detail, panel, pictures) {
  const wanted = (which, name = "") => ({ audit: detail.audit, of: detail.photo, which, name: `${panel.number}${name}` });
  const frame = el("div", { class: "byp-slide" });
  const edge = el("input", {
    type: "range", min: 0, max: 100, value: 50, class: "byp-range", "aria-label": `Picture ${panel.number}: where the original ends and the published picture begins`,
    oninput: move,
  });
  const slider = el("div", { class: "byp-slider" }, el("span", { "aria-hidden": "true" }, "Original"), edge, el("span", { "aria-hidden": "true" }, "Published"));
  const words = el("p", { class: "byp-soft byp-small", role: "status" });
  const back = el("button", { type: "button", class: "byp-button byp-slim", hidden: true, onclick: slide }, "Back to the slider");
  const start = el("button", { type: "button", class: "byp-button", onclick: () => { slide(); edge.focus(); } }, "Lay it over the original", el("span", { class: "byp-hidden" }, `: picture ${panel.number}`));
  const node = el("div", { class: "byp-stage-box" }, start, frame, slider, words, back);
  slider.hidden = true;

  function move() {
    const over = frame.querySelector(".byp-slide-over");
    if (over) over.style.clipPath = `inset(0 0 0 ${edge.value}%)`;
    edge.setAttribute("aria-valuetext", `${edge.value} percent original, the rest published`);
  }

  function slide() {
    const [under, over] = ["byp-slide-under", "byp-slide-over"].map((name) => el("div", { class: name }, el("p", { class: "byp-no-picture" }, "Loading…")));
    fill(frame, under, over);
    pictures.show(under, wanted("laid-over"), `Original ${panel.original}, as it lies under picture ${panel.number}`);
    pictures.show(over, wanted("panel"), `Picture ${panel.number} as published`);
    start.hidden = back.hidden = true;
    slider.hidden = false;
    fill(words, "Gray where the original does not reach.");
    move();
  }

  function heat(check) {
    const place = el("div", {}, el("p", { class: "byp-no-picture" }, "Comparing…"));
    fill(frame, place);
    start.hidden = slider.hidden = true;
    back.hidden = false;
    fill(words, `${check.label}: the redder a place, the more of it the comparison sees there.`);
    pictures.show(place, wanted("heat", `/${check.family}`), `${check.label}: where the comparison sees it, in red`);
  }

  return { node, heat };
}

/** Befores and afters this photo has part in: numbers for a reviewer, none of which the law names. */
function pairs(detail) {
  if (!detail.pairs || !detail.pairs.length) return null;
  const number = (one) => [el("dt", {}, one.name), el("dd", { class: one.differs ? "byp-differs" : "" }, one.words, one.differs ? " – look at this" : "")];
  const about = (one) => [el("dt", {}, one.name), el("dd", {}, one.words)];
  return el("section", { class: "byp-before-after" },
    el("h3", {}, "Before and after"),
    detail.pairs.map((pair) => el("div", { class: "byp-pair" },
      el("h4", {}, mark(pair.differs ? "review" : "clear"), pair.title),
      el("p", {}, pair.verdict),
      el("dl", { class: "byp-pairs byp-small" }, pair.about.flatMap(about), pair.numbers.flatMap(number)))),
    el("p", { class: "byp-soft byp-small" }, "The law asks that the two be comparable and names no number; these show where to look."));
}
