// Before a session: the plan, the day, who is there.

function sessionSetup(model, view) {
  const problem = el("p", { class: "byp-problem", role: "alert" });
  const plan = (value, words, note, extra) => {
    const input = el("input", { type: "radio", name: "byp-plan", value, onchange: () => choose() });
    return { input, extra, node: el("div", {}, el("label", { class: "byp-option" }, input, el("span", {}, el("b", {}, words), el("br"), el("span", { class: "byp-soft" }, note))), extra) };
  };
  const month = el("select", { id: "byp-month" }, view.months.map((name, at) => el("option", { value: at, selected: at === view.month }, `${at + 1}. ${name}`)));
  const plans = [
    plan("15", "15 minutes", "One case, one rule, one thing to do. For a monthly meeting.", el("div", { class: "byp-field byp-inset" }, el("label", { for: "byp-month" }, "The case"), month)),
    plan("45", "45 minutes", "Four cases, what to do when it happens, the checklist. Once a year, or for a new team.", null),
    plan("own", "Our own", "Choose the questions yourself, from any lesson.", sessionQuestions(view.lessons)),
  ];
  const choose = () => plans.forEach((one) => { if (one.extra) one.extra.hidden = !one.input.checked; });
  plans[0].input.checked = true;
  choose();
  const day = el("input", { id: "byp-day", type: "date", value: view.today });
  const leader = view.leader ? null : el("select", { id: "byp-leader" }, el("option", { value: "" }, "Choose a name…"), view.people.map((one) => el("option", { value: one.person }, one.name)));
  const boxes = view.people.map((one) => el("input", { type: "checkbox", value: one.person, checked: one.person === view.leader }));
  const everybody = el("button", { type: "button", class: "byp-link", onclick: () => boxes.forEach((box) => { box.checked = true; }) }, "Tick everybody");
  const submit = (event) => {
    event.preventDefault();
    const value = plans.find((one) => one.input.checked).input.value;
    const questions = [...plans[2].extra.querySelectorAll("input:checked")].map((box) => box.value);
    if (value === "own" && !questions.length) { fill(problem, "Tick the questions you want to ask."); plans[2].extra.querySelector("summary")?.focus(); return; }
    if (!day.value) { fill(problem, "Choose the day first."); day.focus(); return; }
    fill(problem);
    model.send({ do: "begin", plan: value, month: Number(month.value), date: day.value, led_by: leader?.value || view.leader,
      questions, present: boxes.filter((box) => box.checked).map((box) => box.value) });
  };
  const node = el("div", { class: "byp-stack" },
    el("div", {}, el("h1", {}, "Staff session"), el("p", { class: "byp-summary" }, "You show a photo, ask one question, and let people talk. Everybody answers on their own device or by raising a hand.")),
    view.nobody ? el("p", { class: "byp-trouble" }, view.nobody) : null,
    el("form", { class: "byp-setup", novalidate: true, onsubmit: submit },
      el("fieldset", { class: "byp-card byp-stack" }, el("legend", { class: "byp-stem" }, "The plan"), plans.map((one) => one.node)),
      el("div", { class: "byp-stack byp-top-lined" },
        el("div", { class: "byp-card byp-stack" }, el("div", { class: "byp-field" }, el("label", { for: "byp-day" }, "Day of the session"), day),
          leader ? el("div", { class: "byp-field" }, el("label", { for: "byp-leader" }, "Who leads it"), leader) : null),
        el("fieldset", { class: "byp-card byp-stack" }, el("legend", { class: "byp-stem" }, "Who is here"),
          el("p", { class: "byp-soft byp-small" }, "Whoever joins on their own device is added by itself. You can add people later, too."),
          el("div", {}, everybody),
          el("div", { class: "byp-people" }, view.people.map((one, at) => el("label", { class: "byp-person" }, boxes[at], el("span", {}, one.name, " ", el("span", { class: "byp-soft byp-small" }, one.role))))))),
      el("div", { class: "byp-begin byp-stack" }, problem, el("div", { class: "byp-row" },
        el("button", { type: "submit", class: "byp-button byp-main" }, "Begin the session"),
        served() ? el("button", { type: "button", class: "byp-button", onclick: () => model.send({ do: "part" }) }, "Take part instead") : null))),
    view.former.length ? el("div", {}, el("h2", {}, "Former sessions"), el("ul", { class: "byp-former" }, view.former.map((one) => el("li", { class: "byp-row" },
      el("span", {}, `${one.day}: ${one.title}, ${counted(one.present, "person", "people")}`),
      el("button", { type: "button", class: "byp-link", "aria-label": `Minutes of ${one.day} (PDF)`, onclick: () => model.send({ do: "paper", session: one.session }) }, "Minutes (PDF)"))))) : null);
  return { node };
}

function sessionQuestions(lessons) {
  return el("div", { class: "byp-inset byp-stack", hidden: true },
    el("p", { class: "byp-soft byp-small" }, "From 1 to 20. Five minutes each is a good measure."),
    lessons.map((lesson) => {
      const count = el("span", { class: "byp-soft" });
      const node = el("details", { class: "byp-folded", onchange: () => {
        const ticked = node.querySelectorAll("input:checked").length;
        fill(count, ticked ? ` ${ticked} chosen` : "");
      } }, el("summary", {}, lesson.title, count),
      el("div", { class: "byp-questions" }, lesson.questions.map((one) => el("label", { class: "byp-person" },
        el("input", { type: "checkbox", value: one.id }), el("span", {}, one.stem, one.told ? el("span", { class: "byp-soft byp-small" }, ` (${one.told})`) : null)))));
      return node;
    }));
}
