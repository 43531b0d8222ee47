// What a person decides: beside the finding afterwards, with name, day and reason. Nothing is decided for anybody.

/** Sends decisions to the kernel, one at a time, and remembers the reader's name for the next one. */
function decisionDesk(model, say) {
  let answer = null;
  let name = "";

  model.on("msg:custom", (message) => {
    if (message.tell !== "decided") return;
    if (!message.problem) say("Kept.");
    answer?.(message.problem);
    answer = null;
  });

  function send(message, tell) {
    name = message.by;
    answer = tell;
    model.send(message);
  }

  function worksheet(found) {
    say("Preparing the worksheet.");
    model.send({ do: "worksheet", ...keyOfFinding(found) });
  }

  return { send, name: () => name, kinds: () => model.get("overview").decisions, worksheet };
}

function keyOfFinding(found) {
  return { subject: found.subject, about: found.about, rule: found.rule, panel: found.panel };
}

let decisionForms = 0; // to tell apart the fields of several forms on one page

/** Name, reason and the button: what every decision asks for. Returns the fields and the form's own foot. */
function signedWords(desk) {
  const id = `byp-decision-${(decisionForms += 1)}`;
  const by = el("input", { id: `${id}-by`, autocomplete: "name", value: desk.name(), maxlength: 120, required: true });
  const reason = el("textarea", { id: `${id}-reason`, rows: 2, maxlength: 2000, required: true });
  const problem = el("p", { class: "byp-problem", role: "alert" });
  const foot = el("div", { class: "byp-signed" },
    el("label", { class: "byp-field", for: by.id }, el("span", {}, "Your name"), by),
    el("label", { class: "byp-field byp-grow", for: reason.id }, el("span", {}, "Why"), reason),
    el("button", { type: "submit", class: "byp-button byp-main" }, "Keep this decision"), problem);
  return { id, foot, problem, values: () => ({ by: by.value, reason: reason.value }) };
}

function radio(group, value, label, sentence, onchange) {
  return el("label", { class: "byp-choice" }, el("input", { type: "radio", name: group, value, onchange }),
    el("span", {}, el("b", {}, label), sentence ? el("span", { class: "byp-soft byp-block byp-small" }, sentence) : null));
}

/** The form under a finding, folded away until somebody wants it. */
function decisionForm(found, desk) {
  const words = signedWords(desk);
  const last = el("input", { type: "date", id: `${words.id}-until`, value: found.decision?.until });
  const until = el("label", { class: "byp-field", for: last.id, hidden: true }, el("span", {}, "Last day of the waiver"), last);
  const choose = (event) => (until.hidden = event.target.value !== "waived");
  const offered = desk.kinds().filter((one) => found.decision || one.kind !== "reopened");
  const form = el("form", { class: "byp-decision-form", novalidate: true, onsubmit: submit },
    el("fieldset", {}, el("legend", { class: "byp-hidden" }, `What do you decide about: ${found.title}`),
      offered.map((one) => radio(words.id, one.kind, one.deed, one.sentence, choose))),
    until, words.foot);

  function submit(event) {
    event.preventDefault();
    const kind = new FormData(form).get(words.id);
    desk.send({ do: "decide", ...keyOfFinding(found), kind, until: last.value, ...words.values() }, (problem) => fill(words.problem, problem || ""));
  }

  return el("details", { class: "byp-decide" },
    el("summary", { "data-keep": keepOf(found) }, found.decision ? "Decide anew" : "Decide", el("span", { class: "byp-hidden" }, `: ${found.title}`)), form);
}

/** What was decided last, and how: nobody has to guess who took a thing off the list. */
function decisionLine(found, desk) {
  const made = found.decision;
  const worksheet = found.worksheet
    ? el("p", {}, el("button", { type: "button", class: "byp-button", onclick: () => desk.worksheet(found) }, "Prepare the incident worksheet", el("span", { class: "byp-hidden" }, `: ${found.title}`)))
    : null;
  if (!made) return worksheet;
  const until = made.until ? [" until ", day(made.until)] : [];
  return el("div", { class: `byp-decided${made.holds ? "" : " byp-decided-over"}` },
    el("p", {}, el("b", {}, made.label), ...until, ` by ${made.by} on `, day(made.on), `: ${made.reason}`),
    made.note ? el("p", {}, el("b", {}, made.note)) : null, worksheet);
}

function keepOf(found) {
  return `${found.about} ${found.rule} ${found.panel ?? ""}`;
}

/** Run something that fills a part of the page anew, and give the focus back to where the reader was. */
function keepingFocus(node, work) {
  const held = document.activeElement?.closest("details, [data-keep]");
  const keep = held && node.contains(held) ? (held.dataset.keep ?? held.querySelector("[data-keep]")?.dataset.keep) : null;
  const scrolled = node.scrollTop;
  work();
  if (!keep) return;
  node.querySelector(`[data-keep="${CSS.escape(keep)}"]`)?.focus({ preventScroll: true });
  node.scrollTop = scrolled;
}
