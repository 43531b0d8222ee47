// The door before a manager's page.

function render({ model, el: root }) {
  const entrance = signIn(model, { open: true, without: false, managers: true });
  const notice = el("p", { class: "byp-note", role: "status" });
  const update = () => {
    notice.hidden = !model.get("notice");
    fill(notice, model.get("notice"));
  };
  const page = el("header", { class: "byp byp-lesson byp-gate", "data-lm-suppress-shortcuts": "true" },
    entrance.node, notice);
  model.on("change:notice", update);
  update();
  root.classList.add("byp-lesson-host");
  root.append(page);
  return () => { model.off("change:notice", update); entrance.letGo(); };
}

export default { render };
