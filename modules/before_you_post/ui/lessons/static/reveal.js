// Look inside a file: what is written beside the picture, and pictures that lie inside it.

function render({ model, el: host }) {
  const card = tryCard(model, host, "What hides in this file?");
  const where = el("span");
  const result = el("div", { class: "byp-stack" });
  card.body.append(
    el("figure", { class: "byp-figure-small" }, card.sample(),
      el("figcaption", {}, el("p", { class: "byp-soft byp-small" }, where, el("b", {}, model.get("given").file)), sampleNote())),
    el("div", { class: "byp-row" }, workButton("Look inside", () => model.send({ do: "look" }))),
    result);
  const item = (one) => el("li", {},
    el("b", {}, one.name), ": ", one.value, el("span", { class: "byp-block byp-soft byp-small" }, one.where),
    one.picture ? el("div", { class: "byp-inside" }, card.picture(one.picture, one.alt)) : null);
  card.listen("arrived", () => fill(where, model.get("arrived") ? `${model.get("given").where}: ` : ""));
  card.listen("shown", () => {
    const shown = model.get("shown");
    if (!shown) return;
    fill(result,
      el("p", {}, el("b", {}, shown.said)),
      shown.groups.map((group) => el("div", { class: "byp-group" },
        el("h4", {}, group.name), el("p", { class: "byp-soft" }, group.why), el("ul", { class: "byp-plain-list" }, group.items.map(item)))),
      el("p", { class: "byp-note byp-small" }, shown.note));
    card.say(shown.said);
  });
  return card.close;
}

export default { render };
