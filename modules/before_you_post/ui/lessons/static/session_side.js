// Beside the big screen: the way in, the agenda with the time, who is here, notes, and the end.

function sessionSide(model, view) {
  const used = el("p", { class: "byp-used" });
  const meter = el("span", {});
  const agenda = el("ol", { class: "byp-agenda" });
  const here = el("b", {});
  const people = el("div", { class: "byp-people" });
  const notes = sessionNotes(model, view.notes);
  let steps = "";
  let present = "";
  const node = el("aside", { class: "byp-room-side byp-stack", "aria-label": "The session" },
    sessionJoin(),
    el("div", { class: "byp-card byp-stack" }, el("div", {}, el("h2", {}, view.title), used, el("div", { class: "byp-time", "aria-hidden": "true" }, meter)), agenda),
    el("details", { class: "byp-card byp-folded" }, el("summary", {}, "Here: ", here), people),
    el("details", { class: "byp-card byp-folded" }, el("summary", {}, "Notes for the minutes"), notes.node),
    sessionEnd(model, notes));
  return { node, update(now) {
    fill(used, `${now.minutes} of ${now.planned} minutes used`);
    meter.style.width = `${Math.min(100, (100 * now.minutes) / Math.max(1, now.planned))}%`;
    const where = `${now.step} ${now.step_minutes}`;
    if (where !== steps) { steps = where; agendaLines(model, agenda, now); }
    const names = now.people.filter((one) => one.here);
    fill(here, counted(names.length, "person", "people"));
    const who = JSON.stringify(now.people);
    if (who !== present) { present = who; attendance(model, people, now.people); }
  } };
}

/** How others come in. A server for this machine only is no use to them; then hands are counted. */
function sessionJoin() {
  if (!served()) return null;
  const local = ["localhost", "127.0.0.1", "[::1]"].includes(location.hostname);
  const address = new URL("session", new URL(document.body.dataset.home, location.href));
  return el("p", { class: "byp-note byp-join" }, local
    ? "This site is open to this computer only. Count raised hands."
    : ["On your own device: open ", el("b", {}, `${address.host}${address.pathname}`), ", sign in, and you are in. If it asks for a code, ask whoever leads."]);
}

function agendaLines(model, agenda, now) {
  const kept = document.activeElement?.dataset?.step;
  fill(agenda, now.steps.map((step, at) => el("li", { class: at < now.step ? "byp-past" : at === now.step ? "byp-now" : "" },
    el("button", { type: "button", class: "byp-agenda-step", "data-step": at, "aria-current": at === now.step ? "step" : null, onclick: () => model.send({ do: "step", to: at }) },
      el("span", {}, step.title),
      el("span", { class: "byp-soft byp-small" }, at === now.step ? `now: ${now.step_minutes} of ${step.minutes} min` : `${step.minutes} min`)))));
  if (kept) agenda.querySelector(`[data-step="${kept}"]`)?.focus();
}

function attendance(model, list, people) {
  const kept = document.activeElement?.value;
  const held = list.contains(document.activeElement);
  fill(list, people.map((one) => el("label", { class: "byp-person" },
    el("input", { type: "checkbox", value: one.person, checked: one.here, onchange: (event) => model.send({ do: event.target.checked ? "came" : "went", person: one.person }) }),
    el("span", {}, one.name, one.own ? el("span", { class: "byp-soft byp-small" }, " (own device)") : null))));
  if (held) [...list.querySelectorAll("input")].find((box) => box.value === kept)?.focus();
}

/** Written down as it is typed: a page that crashes loses a second's typing at most. */
function sessionNotes(model, notes) {
  const waiting = new Map();
  const save = (name, field) => { waiting.delete(name); model.send({ do: "note", name, text: field.value }); };
  const node = el("div", { class: "byp-stack" }, notes.map((note) => {
    const id = `byp-note-${note.name}`;
    const short = ["where", "next"].includes(note.name);
    const field = el(short ? "input" : "textarea", { id, rows: short ? null : 3, maxlength: 4000, oninput: () => {
      clearTimeout(waiting.get(note.name)?.timer);
      waiting.set(note.name, { field, timer: setTimeout(() => save(note.name, field), 700) });
    } });
    field.value = note.text;
    return el("div", { class: "byp-field" }, el("label", { for: id }, note.label), field);
  }));
  return { node, flush() { for (const [name, { field, timer }] of [...waiting]) { clearTimeout(timer); save(name, field); } } };
}

function sessionEnd(model, notes) {
  const sure = el("div", { class: "byp-stack", hidden: true });
  const button = el("button", { type: "button", class: "byp-button", "aria-expanded": "false", onclick: () => { sure.hidden = !sure.hidden; button.setAttribute("aria-expanded", String(!sure.hidden)); if (!sure.hidden) sure.querySelector("button").focus(); } }, "End the session…");
  fill(sure, el("p", {}, "The minutes are written now and cannot be changed afterwards. Are the notes and the list of who is here complete?"),
    el("div", { class: "byp-row" },
      el("button", { type: "button", class: "byp-button byp-main", onclick: () => { notes.flush(); model.send({ do: "end" }); } }, "End it and write the minutes"),
      el("button", { type: "button", class: "byp-button", onclick: () => { sure.hidden = true; button.setAttribute("aria-expanded", "false"); button.focus(); } }, "Not yet")));
  return el("div", { class: "byp-stack" }, el("div", {}, button), sure);
}
