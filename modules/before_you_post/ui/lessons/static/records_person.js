// One person in full: where they stand, what they did, what holds, and the three things a manager can do.

function personView(model, say) {
  const box = el("article", { class: "byp-stack byp-person" });
  let opened = null;
  let form = null;

  const update = () => {
    const one = model.get("person");
    box.hidden = one === null;
    if (one === null) { opened = null; return void fill(box); }
    const fresh = opened !== one.person;
    if (fresh) { opened = one.person; form = assignForm(model, one); }
    const title = el("h2", { tabindex: -1, class: "byp-person-name" }, one.name);
    refill(box,
      el("button", { type: "button", class: "byp-link byp-back", onclick: () => model.send({ do: "close" }) }, "Back to everybody"),
      el("div", { class: "byp-card byp-stack" },
        el("div", { class: "byp-person-top" }, title,
          el("div", { class: "byp-row" },
            saveButton(model, say, one.person, "pdf", "Save everything (PDF)"), saveButton(model, say, one.person, "csv", "Save everything (CSV)"))),
        factList(one.facts),
        one.pin ? pinAway(model, one) : null),
      personLessons(one),
      one.gone ? null : form.node,
      certificateList(model, say, one),
      attemptList(one),
      one.attended.length ? part("Sessions attended", el("ul", { class: "byp-points" }, one.attended.map((each) => el("li", {}, `${each.at}: ${each.words}`)))) : null);
    if (fresh) title.focus();
  };
  model.on("change:person", update);
  model.on("msg:custom", (told) => {
    if (told.tell === "refused") form?.refuse(told);
    if (told.tell === "done") { form?.clear(); say(told.words); }
  });
  update();
  return box;
}

function part(title, ...nodes) {
  return el("section", { class: "byp-card byp-stack", "aria-label": title }, el("h3", {}, title), ...nodes);
}

function saveButton(model, say, person, format, words) {
  return el("button", { type: "button", class: "byp-button byp-slim", "data-keep": `save-${format}`, onclick: () => { say("Preparing the file."); model.send({ do: "save", person, format }); } }, words);
}

/** Taking a PIN away is asked twice: somebody has to be told of it. */
function pinAway(model, one) {
  const box = el("div", { class: "byp-stack byp-pin" });
  const first = () => {
    fill(box, el("button", { type: "button", class: "byp-link", "data-keep": "pin", onclick: ask }, "Forgotten the PIN? Take it away, so that they choose a new one"));
  };
  const ask = () => {
    const yes = el("button", { type: "button", class: "byp-button byp-slim", onclick: () => { model.send({ do: "pin" }); first(); box.querySelector("button").focus(); } }, "Take the PIN away");
    const no = el("button", { type: "button", class: "byp-button byp-slim", onclick: () => { first(); box.querySelector("button").focus(); } }, "Leave it");
    fill(box, el("div", { class: "byp-note byp-stack" }, el("p", {}, `${one.name} is signed out everywhere and chooses a new PIN at the next sign-in. Their records stay as they are.`), el("div", { class: "byp-row" }, yes, no)));
    no.focus();
  };
  first();
  return box;
}

function personLessons({ lessons }) {
  if (!lessons.length) return null;
  const row = (one) => cell("tr", {},
    cell("td", { class: "byp-cell-title" }, lessonLink(one.slug, one.title), one.for_me ? null : el("span", { class: "byp-soft byp-small byp-block" }, "besides their own work")),
    named("Where they stand", {}, stateTag(one.state, one.words)),
    named("Why it is open", { class: "byp-why" }, one.why.map((each) => el("p", {}, el("b", {}, each.cause), ": ", each.words))),
    named("Best score", { class: "byp-nowrap" }, one.best || el("span", { class: "byp-soft" }, "–")),
    named("Tries", {}, one.tries ? String(one.tries) : el("span", { class: "byp-soft" }, "none")));
  return part("Lessons", el("p", { class: "byp-soft byp-small" }, "What is due first stands on top. The reasons are those the person reads."),
    listTable("Every lesson of this person", ["Lesson", "Where they stand", "Why it is open", "Best score", "Tries"], lessons.map(row)));
}

function certificateList(model, say, { certificates }) {
  if (!certificates.length) return part("Certificates", el("p", { class: "byp-soft" }, "None yet."));
  const row = (one) => cell("tr", {},
    cell("td", { class: "byp-cell-title" }, one.title, el("code", { class: "byp-soft byp-small byp-block" }, one.id)),
    named("Issued", { class: "byp-nowrap" }, one.on),
    named("Score", { class: "byp-nowrap" }, one.score),
    named("Holds", {}, one.holds ? stateTag("passed", "Holds") : stateTag("lapsed", "No longer"), one.reason ? el("span", { class: "byp-soft byp-small byp-block" }, one.reason) : null),
    cell("td", {}, el("button", {
      type: "button", class: "byp-link", "data-keep": `certificate-${one.id}`, "aria-label": `Save the certificate ${one.id} as PDF`,
      onclick: () => { say("Preparing the file."); model.send({ do: "certificate", certificate: one.id }); },
    }, "Save (PDF)")));
  return part("Certificates", listTable("Certificates, newest first", ["Lesson", "Issued", "Score", "Holds", "File"], certificates.map(row)));
}

function attemptList({ attempts }) {
  if (!attempts.length) return part("Tries", el("p", { class: "byp-soft" }, "None yet."));
  const row = (one, at) => cell("tr", {},
    cell("td", { class: "byp-cell-title" }, one.title),
    named("When", {}, one.at),
    named("Right", { class: "byp-nowrap" }, one.score),
    named("Result", {}, stateTag(one.state, one.words),
      one.missed.length ? el("details", { class: "byp-fold byp-small" }, el("summary", { "data-keep": `missed-${attempts.length - at}` }, `${one.missed.length} missed`), el("ul", { class: "byp-points" }, one.missed.map((stem) => el("li", {}, stem)))) : null));
  const table = listTable("Tries, newest first", ["Lesson", "When", "Right", "Result"], attempts.map(row));
  return part("Tries", attempts.length > 8 ? el("details", { class: "byp-fold" }, el("summary", { "data-keep": "tries" }, `Show all ${attempts.length} tries`), table) : table);
}

function assignForm(model, one) {
  const lesson = el("select", { id: "byp-assign-lesson" }, el("option", { value: "" }, "Choose a lesson…"), one.offered.map((each) => el("option", { value: each.value }, each.label)));
  const due = el("input", { id: "byp-assign-due", type: "date", min: one.today, value: one.due });
  const why = el("textarea", { id: "byp-assign-why", rows: 2, maxlength: 500 });
  const problem = el("p", { class: "byp-problem", role: "alert", id: "byp-assign-problem" });
  const fields = { lesson, due, why };
  const label = (id, words, input, note) => el("div", { class: "byp-field" }, el("label", { for: id }, words), input, note ? el("p", { class: "byp-soft byp-small", id: `${id}-note` }, note) : null);
  why.setAttribute("aria-describedby", "byp-assign-why-note");
  const calm = () => { fill(problem); Object.values(fields).forEach((field) => field.removeAttribute("aria-invalid")); };
  const submit = (event) => {
    event.preventDefault();
    calm();
    model.send({ do: "assign", lesson: lesson.value, due: due.value, why: why.value });
  };
  const node = el("section", { class: "byp-card byp-stack", "aria-label": "Assign a lesson" }, el("h3", {}, "Assign a lesson"),
    el("form", { class: "byp-assign", novalidate: true, onsubmit: submit },
      label("byp-assign-lesson", "Lesson", lesson), label("byp-assign-due", "Due by", due),
      label("byp-assign-why", "Reason", why, "They read it with the lesson. Name no patient."),
      problem, el("div", {}, el("button", { type: "submit", class: "byp-button byp-main" }, "Assign"))));
  return {
    node,
    refuse({ words, field }) {
      fill(problem, words);
      fields[field]?.setAttribute("aria-invalid", "true");
      fields[field]?.focus();
    },
    clear() { calm(); lesson.value = ""; why.value = ""; due.value = one.due; },
  };
}
