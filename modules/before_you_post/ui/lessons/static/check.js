// The programs of the audit look at one photo: what they looked for, what they found, and what nobody looked for.

function render({ model, el: host }) {
  const card = tryCard(model, host, "What do the programs see in this photo?");
  const frame = el("div", { class: "byp-frame" }, card.sample());
  const result = el("div", { class: "byp-stack" });
  card.body.append(
    el("figure", {}, frame, el("figcaption", {}, sampleNote())),
    el("div", { class: "byp-row" }, workButton("Look at this photo", () => model.send({ do: "look" }))),
    result);
  const list = (items) => el("ul", { class: "byp-points" }, items);
  card.listen("shown", () => {
    const shown = model.get("shown");
    if (!shown) return;
    frame.querySelectorAll(".byp-outline, .byp-outline-label").forEach((each) => each.remove());
    shown.boxes.forEach((box) => outline(frame, shown.size, box.outline, box.label, box.kind));
    fill(result,
      el("p", {}, el("b", {}, shown.said)),
      el("div", { class: "byp-group" }, el("h4", {}, "Found"), shown.found.length
        ? shown.found.map((group) => [el("p", { class: "byp-soft" }, group.name), list(group.items.map((one) => el("li", {}, el("b", {}, one.label), `: ${one.value}`, one.where ? el("span", { class: "byp-soft" }, ` (${one.where})`) : "")))]).flat()
        : el("p", {}, "Nothing. That is not a promise that there is nothing: see below.")),
      el("div", { class: "byp-group" }, el("h4", {}, "Looked for"), list(shown.looked.map((one) => el("li", {}, one.what, el("span", { class: "byp-soft byp-small" }, one.by ? ` (by ${one.by})` : ""))))),
      shown.not_looked.length ? el("div", { class: "byp-group" }, el("h4", {}, "Not looked for here"), el("p", { class: "byp-soft" }, shown.here), list(shown.not_looked.map((one) => el("li", {}, one.what, one.why ? ` (${one.why})` : "")))) : null,
      el("div", { class: "byp-group" }, el("h4", {}, "Only a person can tell"), list(shown.person.map((one) => el("li", {}, one)))));
    card.say(shown.said);
  });
  return card.close;
}

export default { render };
