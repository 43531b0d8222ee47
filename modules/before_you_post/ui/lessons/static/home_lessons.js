// A card for every lesson: what it is, where one stands, and what is due.

const STATE_SIGNS = { passed: "clear", lapsed: "fix", begun: "review", new: "not_determined" };

function render({ model, el: root }) {
  const page = el("div", { class: "byp byp-lesson byp-home", "data-lm-suppress-shortcuts": "true" });
  const update = () => {
    const { groups, trouble } = model.get("view");
    fill(page, trouble ? el("p", { class: "byp-trouble" }, trouble) : null, groups.map(group));
  };
  model.on("change:view", update);
  update();
  root.classList.add("byp-lesson-host");
  root.append(page);
  return () => model.off("change:view", update);
}

function group({ title, note, cards }) {
  return el("section", { class: "byp-group", "aria-label": title }, el("h2", {}, title), note ? el("p", { class: "byp-soft byp-small" }, note) : null,
    el("ul", { class: "byp-cards" }, cards.map(lessonCard)));
}

function lessonCard(card) {
  return el("li", { class: `byp-card byp-lesson-card ${card.start ? "byp-first" : ""} ${card.state === "passed" ? "byp-passed" : ""}` },
    el("div", { class: "byp-row byp-tags" },
      card.start ? el("span", { class: "byp-tag byp-tag-first" }, "Start here") : null,
      card.state && card.state !== "new" ? el("span", { class: `byp-tag byp-state-${card.state}` }, mark(STATE_SIGNS[card.state]), card.state_words) : null,
      card.due ? el("span", { class: `byp-tag ${card.overdue ? "byp-tag-late" : ""}` }, card.due) : null),
    el("h3", {}, pageLink(`lessons/${card.slug}`, card.title, { class: "byp-whole" })),
    el("p", { class: "byp-card-words" }, card.summary),
    card.why ? el("p", { class: `byp-small byp-card-why ${card.state === "lapsed" ? "byp-card-lapsed" : ""}` }, card.why) : null,
    el("p", { class: "byp-soft byp-small byp-card-foot" }, `${card.minutes} minutes`, card.mine || card.for === "everyone" ? "" : ` · for ${card.for}`));
}

export default { render };
