// The top of the home page: whose course this is, who is there, and how far they are.

function render({ model, el: root }) {
  const entrance = signIn(model, { open: true });
  const progress = el("div", { class: "byp-progress-part" });
  const desks = el("nav", { class: "byp-row byp-desks", "aria-label": "For managers" });
  const practice = el("p", { class: "byp-kicker" }, "Before You Post");
  const update = () => {
    const far = model.get("progress");
    fill(practice, far ? far.practice : "Before You Post");
    const manager = model.get("door").who?.manager;
    desks.hidden = !manager;
    fill(desks, ...(manager ? [pageLink("dashboard", "Dashboard", { class: "byp-button" }), pageLink("records", "Training records", { class: "byp-button" }), pageLink("session", "Staff session", { class: "byp-button" })] : []));
    if (!far) { fill(progress); return; }
    const words = `${far.passed} of ${counted(far.of, "lesson")} passed`;
    const bar = el("div", { class: "byp-meter", role: "img", "aria-label": words }, el("span", {}));
    bar.firstChild.style.width = `${far.of ? (100 * far.passed) / far.of : 0}%`;
    fill(progress, el("p", { class: "byp-far" }, el("b", {}, words), far.passed === far.of && far.of ? " Well done: nothing is open." : ""), bar,
      far.overdue ? el("p", { class: "byp-late" }, `${counted(far.overdue, "lesson is", "lessons are")} overdue.`) : null);
  };
  const page = el("header", { class: "byp byp-lesson byp-lesson-top byp-home", "data-lm-suppress-shortcuts": "true" },
    el("div", { class: "byp-crumbs byp-row" }, practice, entrance.line),
    el("h1", {}, model.get("about").title),
    el("p", { class: "byp-summary" }, "Short lessons with lifelike cases, and a quiz after each. Take them in any order; most take less than ten minutes."),
    entrance.panel, progress, desks);
  model.on("change:progress", update);
  model.on("change:door", update);
  update();
  root.classList.add("byp-lesson-host");
  root.append(page);
  return () => { model.off("change:progress", update); model.off("change:door", update); entrance.letGo(); };
}

export default { render };
