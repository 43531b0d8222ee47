// A staff session: one page for whoever leads and for whoever takes part. Each stage is built once and kept in step.

const STAGES = {
  nobody: sessionNobody, setup: sessionSetup, choice: sessionChoice, screen: sessionScreen, minutes: sessionMinutes,
  wait: sessionWait, device: sessionDevice,
};
const WIDE = ["setup", "screen"];

function render({ model, el: root }) {
  const entrance = signIn(model, { open: served(), without: false });
  const problem = el("p", { class: "byp-trouble", role: "alert", hidden: true });
  const body = el("div", {});
  const page = el("section", { class: "byp byp-lesson byp-lesson-top byp-session", "aria-label": "Staff session", "data-lm-suppress-shortcuts": "true" },
    el("div", { class: "byp-crumbs byp-row" }, served() ? pageLink("", "All lessons", { class: "byp-back" }) : el("span", { class: "byp-kicker" }, "Before You Post"), entrance.node),
    problem, body);
  let stage = null;

  const update = () => {
    const view = model.get("view");
    const key = `${view.stage} ${view.id || view.session || ""}`;
    if (stage?.key !== key) {
      stage?.letGo?.();
      const first = stage === null;
      stage = { key, ...(STAGES[view.stage] || sessionNobody)(model, view) };
      page.classList.toggle("byp-session-wide", WIDE.includes(view.stage));
      fill(body, stage.node);
      problem.hidden = true;
      if (!first) { const heading = body.querySelector("h1"); if (heading) { heading.tabIndex = -1; heading.focus(); } }
    }
    stage.update?.(view);
  };
  const heard = (told, buffers) => {
    if (told.tell === "file") saveFile(told.name, buffers[0]);
    if (told.tell !== "refused" || !entrance.panel.hidden) return;
    if (problem.hidden || problem.textContent !== told.words) fill(problem, told.words);
    problem.hidden = false;
    stage?.refused?.();
  };
  model.on("change:view", update);
  model.on("msg:custom", heard);
  root.classList.add("byp-lesson-host");
  root.append(page);
  update();
  return () => { model.off("change:view", update); model.off("msg:custom", heard); entrance.letGo(); stage?.letGo?.(); };
}

function sessionNobody() {
  return { node: el("div", { class: "byp-stack" }, el("h1", {}, "Staff session"),
    el("p", { class: "byp-summary" }, "Here your team looks at cases together. Sign in to take part. If nobody has opened a session yet, this page waits for it.")) };
}

function sessionChoice(model, view) {
  const button = (words, send, main) => el("button", { type: "button", class: `byp-button ${main ? "byp-main" : ""}`, onclick: () => model.send({ do: send }) }, words);
  return { node: el("div", { class: "byp-card byp-stack" }, el("h1", {}, "A session is open"),
    el("p", {}, `${view.title}, led by ${view.leader || "somebody else"}.`),
    el("div", { class: "byp-row" }, button("Take part", "part", true), button("Lead it from here", "lead"))) };
}

/** What was written down. */
function sessionMinutes(model, view) {
  const list = (title, lines) => (lines.length ? el("div", {}, el("h2", {}, title), el("ul", { class: "byp-lines" }, lines.map((line) => el("li", {}, line)))) : null);
  return { node: el("div", { class: "byp-card byp-stack byp-minutes" },
    el("h1", {}, "The session has ended"),
    el("p", { class: "byp-note", role: "status" }, "The minutes are kept in the training records, and for each person who was there that they took part."),
    el("p", {}, `${view.title}. ${view.when}.${view.leader ? ` Led by ${view.leader}.` : ""}`),
    el("div", { class: "byp-row" },
      el("button", { type: "button", class: "byp-button byp-main", onclick: () => model.send({ do: "paper", session: view.session }) }, "Save the minutes to sign (PDF)"),
      el("button", { type: "button", class: "byp-button", onclick: () => model.send({ do: "another" }) }, "Another session"),
      served() ? pageLink("", "To the home page", { class: "byp-button" }) : null),
    list(`Present: ${view.present.length}`, view.present),
    list("Away: each makes it up", view.away),
    list("Lessons", view.lessons),
    list("Of the agenda, not reached", view.left_out),
    list("Questions asked", view.asked.map((one) => [one.stem, " ", el("span", { class: "byp-soft" }, `${counted(one.answers, "own device")}, ${counted(one.hands, "hand")}.`)]).map((parts) => el("span", {}, parts))),
    view.notes.map((one) => list(one.label, one.text.split("\n").filter(Boolean)))) };
}

export default { render };
