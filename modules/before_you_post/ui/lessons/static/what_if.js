// Change a fact of a clean case; the rules answer at once.

const TYPING = 350; // milliseconds after the last letter

function render({ model, el: host }) {
  const card = tryCard(model, host, "What if one thing were different?");
  const given = model.get("given");
  const controls = given.facts.map((fact) => control(fact, ask));
  const result = el("div", { class: "byp-stack" });
  const again = el("button", { type: "button", class: "byp-button", onclick: startAgain }, "Start again from the clean case");
  let waiting = 0;
  card.body.append(
    el("p", {}, given.case),
    el("div", { class: "byp-controls" }, controls.map((one) => one.node)),
    el("div", { class: "byp-row" }, again),
    result);

  function ask(soon) {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      model.send({ do: "change", facts: Object.fromEntries(controls.map((one) => [one.name, one.value()])) });
    }, soon ? 0 : TYPING);
  }
  function startAgain() {
    controls.forEach((one) => one.reset());
    ask(true);
  }
  let first = true;
  card.listen("shown", () => {
    const shown = model.get("shown");
    if (!shown) return;
    const count = counted(shown.findings.length, "finding");
    fill(result,
      el("div", { class: `byp-ruling byp-is-${shown.verdict.code}` },
        el("p", {}, badge(shown.verdict)), el("p", {}, shown.verdict.sentence)),
      el("p", { class: "byp-soft byp-small" },
        shown.changed.length ? `Changed: ${shown.changed.join("; ")}. ` : "Nothing is changed yet. ",
        `${shown.rules} rules were asked.`),
      el("ul", { class: "byp-ruled-list" }, shown.findings.map(ruleSaid)));
    if (!first) card.say(`${shown.verdict.label}. ${count}. ${shown.findings.map((one) => one.title).join(". ")}`);
    first = false;
  });
  return () => { clearTimeout(waiting); card.close(); };
}

function ruleSaid(one) {
  return el("li", { class: `byp-ruled byp-ruled-${one.outcome}` },
    el("h4", {}, mark(one.outcome), one.title),
    el("p", { class: "byp-row byp-small" }, el("span", { class: "byp-tag" }, one.outcome_label),
      one.severity ? el("span", { class: "byp-tag" }, `Severity: ${one.severity}`) : null),
    el("p", {}, one.observed),
    el("dl", { class: "byp-facts-list" },
      el("dt", {}, "What to do"), el("dd", {}, one.remedy),
      el("dt", {}, "Where it stands"), el("dd", {}, link(one.url, one.citation), one.tag ? ` (${one.tag})` : "")));
}

/** One labelled control: its node, and how its value is read and set back. */
function control(fact, changed) {
  const id = freshId(fact.name);
  const about = fact.hint ? `${id}-hint` : null;
  const hint = about ? el("p", { id: about, class: "byp-soft byp-small" }, fact.hint) : null;
  if (fact.control === "several") return severalOf(fact, changed, hint);
  const node = fact.control === "choice"
    ? el("select", { id, "aria-describedby": about, onchange: () => changed(true) },
        fact.choices.map((one) => el("option", { value: one.value }, one.words)))
    : el("input", { id, type: fact.control, maxlength: 400, autocomplete: "off", "aria-describedby": about,
        oninput: () => changed(false), onchange: () => changed(true) });
  const reset = () => { node.value = fact.start; };
  reset();
  const wide = fact.control === "text" ? " byp-wide-field" : "";
  return { name: fact.name, value: () => node.value, reset, node: el("div", { class: `byp-control${wide}` }, el("label", { for: id }, fact.label), node, hint) };
}

function severalOf(fact, changed, hint) {
  const boxes = fact.choices.map((one) => el("input", { type: "checkbox", value: one.value, onchange: () => changed(true) }));
  const start = new Set(fact.start.split(","));
  const reset = () => boxes.forEach((box) => { box.checked = start.has(box.value); });
  reset();
  const node = el("fieldset", { class: "byp-control byp-wide-field" }, el("legend", {}, fact.label),
    el("div", { class: "byp-boxes" }, boxes.map((box, at) => el("label", { class: "byp-box" }, box, fact.choices[at].words))), hint);
  return { name: fact.name, value: () => boxes.filter((box) => box.checked).map((box) => box.value).join(","), reset, node };
}

export default { render };
