// Type a caption; the scanner of the audit marks what may tell who it is.

function render({ model, el: host }) {
  const card = tryCard(model, host, "What in this caption could tell who it is?");
  const { words, longest } = model.get("given");
  const id = freshId("caption");
  const field = el("textarea", { id, rows: 4, maxlength: longest, class: "byp-area" });
  field.value = words;
  const result = el("div", { class: "byp-stack" });
  card.body.append(
    el("div", { class: "byp-wide-field" }, el("label", { for: id }, "Your caption"), field),
    el("div", { class: "byp-row" }, workButton("Check these words", () => model.send({ do: "check", words: field.value }))),
    result);
  card.listen("shown", () => {
    const shown = model.get("shown");
    if (!shown) return;
    const part = (one) => one.found
      ? el("mark", { class: "byp-hit" }, one.words, el("span", { class: "byp-hit-number" }, el("span", { class: "byp-hidden" }, " finding "), one.found))
      : one.words;
    fill(result,
      el("p", { class: shown.found.length ? "" : "byp-note" }, el("b", {}, shown.said)),
      shown.found.length ? el("p", { class: "byp-marked" }, shown.parts.map(part)) : null,
      shown.found.length ? el("ol", { class: "byp-hits" }, shown.found.map((one, at) => el("li", {},
        el("span", { class: "byp-hit-number", "aria-hidden": "true" }, at + 1),
        el("div", {}, el("b", {}, one.kind), `: “${one.words}”`, el("span", { class: "byp-block byp-soft byp-small" }, one.sure))))) : null);
    card.say(shown.said);
  });
  return card.close;
}

export default { render };
