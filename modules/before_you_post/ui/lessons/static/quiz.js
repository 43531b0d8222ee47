// The quiz: a button, one question at a time, the result. A tab that is loaded again goes on by itself.

const UNDER_WAY = "before-you-post-quiz";

function render({ model, el: root }) {
  const body = el("div", {});
  const problem = el("p", { class: "byp-trouble", role: "alert", hidden: true });
  const page = el("section", { class: "byp byp-lesson byp-quiz", "aria-label": model.get("view").title, "data-lm-suppress-shortcuts": "true" }, problem, body);
  let question = null;
  let last = null;

  const start = (view) => {
    const resume = sessionStorage.getItem(UNDER_WAY) === view.key && view.recorded;
    if (resume && last === null) model.send({ do: "start" });
    const heading = el("h2", { tabindex: -1 }, view.title);
    fill(body, el("div", { class: "byp-card byp-stack" }, heading, view.lines.map((words) => el("p", { class: "byp-prose" }, words)),
      view.record ? el("p", { class: "byp-note" }, view.record) : null,
      el("div", {}, el("button", { type: "button", class: "byp-button byp-main", onclick: () => model.send({ do: "start" }) }, view.button))));
  };

  const asking = (view) => {
    const again = last?.stage === "question" && last.asked.id === view.asked.id && last.number === view.number && question;
    if (again) {
      question.show(view.marked);
      return;
    }
    if (view.recorded) sessionStorage.setItem(UNDER_WAY, view.key);
    question?.letGo();
    question = questionView(model, view.asked, {
      send: (answer) => model.send({ do: "answer", question: view.asked.id, answer }),
      after: (marked) => el("div", { class: "byp-row" },
        el("button", { type: "button", class: "byp-button byp-main", onclick: () => model.send({ do: "next" }) }, model.get("view").next),
        el("span", { class: "byp-soft byp-small", role: "status" }, marked.kept)),
    });
    fill(body, el("div", { class: "byp-card byp-stack" }, steps(view),
      view.went_on ? el("p", { class: "byp-note byp-small", role: "status" }, view.went_on) : null,
      view.critical ? el("p", {}, el("span", { class: "byp-tag" }, "This one must be right to pass")) : null,
      question.node));
    question.show(view.marked, false);
    question.focus();
  };

  const ended = (view) => {
    sessionStorage.removeItem(UNDER_WAY);
    question?.letGo();
    question = null;
    const result = resultView(model, view);
    fill(body, el("div", { class: "byp-card" }, result.node));
    result.focus();
  };

  const update = () => {
    const view = model.get("view");
    problem.hidden = true;
    page.hidden = view.stage === "none"; // of the review: nothing came back
    page.setAttribute("aria-label", view.title);
    ({ start, question: asking, result: ended }[view.stage] || start)(view);
    last = view.stage === "start" && !view.recorded ? last : view;
  };
  const heard = (told, buffers) => {
    if (told.tell === "certificate") saveFile(told.name, buffers[0]);
    if (told.tell === "refused") { problem.hidden = false; fill(problem, told.words); question?.refuse(""); }
  };
  model.on("change:view", update);
  model.on("msg:custom", heard);
  root.classList.add("byp-lesson-host");
  root.append(page);
  update();
  return () => { model.off("change:view", update); model.off("msg:custom", heard); question?.letGo(); };
}

function steps(view) {
  return el("div", { class: "byp-steps" },
    el("p", { class: "byp-kicker" }, `${view.title}: question ${view.number} of ${view.of}`),
    el("div", { class: "byp-dots", "aria-hidden": "true" }, Array.from({ length: view.of }, (_, at) =>
      el("span", { class: at + 1 < view.number ? "byp-dot-done" : at + 1 === view.number ? "byp-dot-now" : "" }))));
}

export default { render };
