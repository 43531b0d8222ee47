// The top of a lesson: what it is, how long it takes, and who is there.

function render({ model, el: root }) {
  const about = model.get("about");
  const entrance = signIn(model);
  const standing = el("p", { class: "byp-note", role: "status" });
  const update = () => { standing.hidden = !model.get("standing"); fill(standing, model.get("standing")); };
  const page = el("header", { class: "byp byp-lesson byp-lesson-top", "data-lm-suppress-shortcuts": "true" },
    el("div", { class: "byp-crumbs byp-row" }, served() ? pageLink("", "All lessons", { class: "byp-back" }) : el("span", { class: "byp-kicker" }, "Before You Post"), entrance.node),
    el("h1", {}, about.title),
    el("p", { class: "byp-summary" }, about.summary),
    el("p", { class: "byp-soft byp-small" }, `About ${about.minutes} minutes. For ${about.for}.`),
    standing);
  model.on("change:standing", update);
  update();
  root.classList.add("byp-lesson-host");
  root.append(page);
  return () => { model.off("change:standing", update); entrance.letGo(); };
}

export default { render };
