// One question inside a lesson: tried, explained, tried again.

function render({ model, el: root }) {
  const asked = model.get("asked");
  const after = (marked) => el("div", { class: "byp-row" },
    asked.use === "practice" ? el("button", { type: "button", class: "byp-button", onclick: () => model.send({ do: "again" }) }, "Try again") : null,
    el("span", { class: "byp-soft byp-small" }, marked.kept));
  const view = questionView(model, asked, { send: (answer) => model.send({ do: "answer", answer }), after });
  const page = el("div", { class: "byp byp-lesson", "data-lm-suppress-shortcuts": "true" },
    el("div", { class: "byp-card byp-stack" }, el("p", { class: "byp-kicker" }, asked.kicker), view.node));
  const update = () => { view.show(model.get("marked")); if (!model.get("marked")) view.focus(); };
  const refused = (said) => { if (said.tell === "refused") view.refuse(said.words); };
  model.on("change:marked", update);
  model.on("msg:custom", refused);
  view.show(model.get("marked"), false);
  root.classList.add("byp-lesson-host");
  root.append(page);
  return () => { model.off("change:marked", update); model.off("msg:custom", refused); view.letGo(); };
}

export default { render };
