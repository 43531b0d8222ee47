// On somebody's own device: the question that is on the big screen, one answer, and why.

function sessionWait(model, view) {
  return { node: el("div", { class: "byp-stack" }, el("h1", {}, "No session is open yet"),
    el("p", { class: "byp-summary", role: "status" }, "You are early, or it is over. This page notices by itself when a session begins; leave it open."),
    el("div", { class: "byp-row" }, served() ? pageLink("", "To the home page", { class: "byp-button" }) : null,
      view.may_lead ? el("button", { type: "button", class: "byp-button", onclick: () => model.send({ do: "unpart" }) }, "Lead a session") : null)) };
}

function sessionDevice(model, view) {
  const top = el("p", { class: "byp-kicker", role: "status" });
  const body = el("div", {});
  const node = el("div", { class: "byp-card byp-stack byp-device" }, el("h1", { class: "byp-small-title" }, view.title), top, body,
    view.may_lead ? el("div", {}, el("button", { type: "button", class: "byp-link", onclick: () => model.send({ do: "unpart" }) }, "Back to leading")) : null);
  let part = null;
  const update = (now) => {
    fill(top, now.here ? `You are in. ${now.step}` : `You are not on the list any more. Tell ${now.leader || "whoever leads"} if you are here. ${now.step}`);
    const key = `${now.asked?.id || ""} ${Boolean(now.marked)}`;
    if (part?.key !== key) {
      const had = body.contains(document.activeElement);
      part?.letGo?.();
      part = { key, ...(!now.asked ? deviceIdle() : now.marked ? deviceTold(now) : deviceAsked(model, now)) };
      fill(body, part.node);
      if (had || now.asked) { const first = body.querySelector("[tabindex='-1'], legend"); if (first) { first.tabIndex = -1; first.focus({ preventScroll: true }); } }
    }
    part.update?.(now);
  };
  return { node, update, refused() { part?.refused?.(); }, letGo() { part?.letGo?.(); } };
}

function deviceIdle() {
  return { node: el("p", { class: "byp-summary", role: "status" }, "Please look at the big screen. The next question comes here by itself.") };
}

/** The open question. What was sent can be changed until the answer is shown. */
function deviceAsked(model, view) {
  const { asked } = view;
  const figure = asked.case ? caseFigure(model, asked) : null;
  const given = choices(asked, { group: `byp-device-${asked.id}` });
  given.inputs.forEach((input) => { input.checked = (view.given || []).includes(input.value); });
  const problem = el("p", { class: "byp-problem", role: "alert" });
  const sent = el("p", { class: "byp-sent", role: "status" });
  const button = el("button", { type: "submit", class: "byp-button byp-main" });
  const submit = (event) => {
    event.preventDefault();
    const read = given.read();
    fill(problem, read.missing || "");
    if (!read.missing) model.send({ do: "give", question: asked.id, answer: read.answer });
  };
  const node = el("form", { class: "byp-stack", novalidate: true, onsubmit: submit },
    el("fieldset", { class: "byp-question" }, el("legend", { class: "byp-stem" }, asked.stem),
      asked.kind === "several" ? el("p", { class: "byp-soft byp-small byp-to-do" }, TO_DO.several) : null, figure?.node, given.node),
    problem, el("div", { class: "byp-row" }, button, sent));
  return { node, letGo() { figure?.letGo(); }, update(now) {
    fill(button, now.given ? "Change my answer" : "Send my answer");
    const letters = asked.options.map((option, at) => (now.given?.includes(option.id) ? "ABCDEFGHIJ"[at] : "")).filter(Boolean);
    const words = now.given ? `Sent: ${letters.join(", ")}. You can change it until the answer is shown.` : "";
    if (sent.textContent !== words) fill(sent, words);
  } };
}

function deviceTold(view) {
  const { asked, marked } = view;
  return { node: el("div", { class: "byp-stack" }, el("p", { class: "byp-stem" }, asked.stem),
    el("p", { class: `byp-verdict byp-is-${view.given ? (marked.right ? "right" : "wrong") : "left"}`, tabindex: -1 }, mark(view.given ? (marked.right ? "clear" : "fails") : "unknown"), el("span", {}, marked.verdict)),
    told(asked, marked), marked.kept ? el("p", { class: "byp-soft byp-small" }, marked.kept) : null) };
}
