// What stands behind a lesson: folded up, for whoever wants to look it up.

function render({ model, el: root }) {
  const { rules, told, claims } = model.get("given");
  const note = (words) => (words ? el("p", { class: "byp-small byp-soft" }, words) : null);
  const part = (title, items) => (items.length ? [el("h3", {}, title), el("ul", { class: "byp-taught" }, items)] : []);
  const page = el("div", { class: "byp byp-lesson", "data-lm-suppress-shortcuts": "true" },
    el("details", { class: "byp-card byp-behind" }, el("summary", {}, el("span", {}, "What stands behind this lesson"),
      el("span", { class: "byp-soft byp-small" }, [rules.length ? counted(rules.length, "rule") : "", claims.length ? counted(claims.length, "point of the article", "points of the article") : ""].filter(Boolean).join(", "))),
    el("div", { class: "byp-stack" },
      part("Rules that the audit checks", rules.map((rule) => el("li", {}, el("p", { class: "byp-strong" }, rule.title),
        el("p", { class: "byp-small" }, link(rule.address, rule.citation)), el("p", { class: "byp-small byp-soft" }, rule.remedy), note(rule.note)))),
      part("Told here, and checked by no program", told.map((row) => el("li", {}, el("p", {}, row.words), note(row.note)))),
      part("From the article", claims.map((claim) => el("li", {}, el("p", {}, `${claim.words} (${claim.id})`), note(claim.note)))))));
  root.classList.add("byp-lesson-host");
  root.append(page);
}

export default { render };
