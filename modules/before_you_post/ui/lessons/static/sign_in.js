// Who is there: a line that says so, and a form behind a button. The tab keeps the session's token and forgets it when
// it is closed. Behind the office's own sign-in the server knows who is there, and nobody is asked.

const SESSION = "before-you-post";
const MANY_NAMES = 12; // names; a longer list gets a field to search it

function signIn(model, { open = false, without = true, managers = false } = {}) {
  const line = el("div", { class: "byp-who" });
  const panel = el("div", { class: "byp-card byp-door", hidden: true });
  const node = el("div", { class: "byp-entrance" }, line, panel);
  let problem = null;

  const show = () => {
    panel.hidden = false;
    fill(panel, el("p", { class: "byp-soft", role: "status" }, "Getting the list of names…"));
    model.send({ do: "people" });
  };
  const close = () => { panel.hidden = true; fill(panel); };
  const update = () => {
    const { who, saved } = model.get("door");
    if (who) {
      close();
      fill(line, el("p", {}, "Signed in as ", el("b", {}, who.name)), saved ? el("p", { class: "byp-saved", role: "status" }, `Saved ${saved}`) : null,
        el("button", { type: "button", class: "byp-link", onclick: () => model.send({ do: "leave" }) }, "Sign out"));
      return;
    }
    fill(line, el("p", {}, managers ? "For managers." : "You are trying this without a record."),
      el("button", { type: "button", class: "byp-link", onclick: show }, "Sign in"));
  };
  const heard = (told) => {
    if (told.tell === "people") {
      const form = signInForm(model, told, { without: without ? () => { close(); line.querySelector("button")?.focus(); } : null, managers });
      problem = form.problem;
      fill(panel, form.node);
      form.focus();
    } else if (told.tell === "refused") {
      if (panel.hidden) return;
      if (!problem?.isConnected) { problem = el("p", { class: "byp-trouble", role: "alert" }); fill(panel, problem); }
      fill(problem, told.words);
      panel.querySelectorAll("[type='password']").forEach((field) => { field.value = ""; });
      panel.querySelector("[type='password']")?.focus();
    } else if (told.tell === "session") {
      if (told.token) sessionStorage.setItem(SESSION, told.token); else sessionStorage.removeItem(SESSION);
    }
  };
  model.on("change:door", update);
  model.on("msg:custom", heard);
  update();
  arrive(model).then((known) => { if (!known && open && !model.get("door").who) show(); });
  return { node, line, panel, letGo() { model.off("change:door", update); model.off("msg:custom", heard); } };
}

/** Tell the kernel which session this tab has, if any. */
async function arrive(model) {
  const token = sessionStorage.getItem(SESSION) || await knownToServer();
  if (token) { sessionStorage.setItem(SESSION, token); model.send({ do: "here", token }); }
  return Boolean(token);
}

async function knownToServer() {
  if (!served()) return null;
  try {
    const answer = await fetch(new URL("identity", new URL(document.body.dataset.home, location.href)), { credentials: "same-origin" });
    const said = answer.ok ? await answer.json() : {};
    return typeof said.session === "string" ? said.session : null;
  } catch {
    return null; // the server does not know; the person is asked
  }
}

function signInForm(model, { people, practice, nobody }, { without, managers }) {
  const problem = el("p", { class: "byp-problem", role: "alert" });
  const fields = el("div", { class: "byp-stack" });
  const names = el("select", { id: "byp-person", required: true });
  const list = (words = "") => {
    const kept = people.filter((one) => one.name.toLowerCase().includes(words.trim().toLowerCase()));
    fill(names, el("option", { value: "" }, kept.length ? "Choose your name…" : "No such name in the list"),
      kept.map((one) => el("option", { value: one.person }, one.name)));
    if (words && kept.length === 1) names.value = kept[0].person;
    choose();
  };
  const search = people.length > MANY_NAMES
    ? field("byp-find", "Find your name", el("input", { id: "byp-find", type: "search", autocomplete: "off", oninput: (event) => list(event.target.value) }))
    : null;
  const chosen = () => people.find((one) => one.person === names.value);
  const choose = () => { fill(problem); fill(fields, chosen() ? (chosen().new ? newPin(chosen()) : knownPin()) : null); };
  names.addEventListener("change", choose);
  const submit = (event) => {
    event.preventDefault();
    const person = chosen();
    if (!person) { fill(problem, "Choose your name first."); names.focus(); return; }
    const [pin, again] = ["byp-pin", "byp-again"].map((id) => fields.querySelector(`#${id}`)?.value ?? null);
    if (!pin) { fill(problem, "Enter your PIN first."); fields.querySelector("#byp-pin").focus(); return; }
    if (again !== null && again !== pin) { fill(problem, "The two PINs are not the same. Enter them again."); fields.querySelector("#byp-again").focus(); return; }
    const code = fields.querySelector("#byp-code")?.value ?? "";
    fill(problem);
    model.send(person.new ? { do: "choose", person: person.person, pin, code } : { do: "enter", person: person.person, pin });
  };
  const node = el("form", { class: "byp-stack", novalidate: true, onsubmit: submit },
    el("div", {}, el("h2", {}, managers ? "Sign in as a manager" : "Sign in"), el("p", { class: "byp-soft byp-small" }, practice)),
    nobody ? el("p", { class: "byp-trouble" }, nobody) : null,
    search, field("byp-person", "Your name", names), fields, problem,
    el("div", { class: "byp-row" }, el("button", { type: "submit", class: "byp-button byp-main" }, "Sign in"),
      without ? el("button", { type: "button", class: "byp-button", onclick: without }, "Try without a record") : null),
    el("p", { class: "byp-soft byp-small" }, "Your answers and results are kept by the practice. Closing this tab signs you out."));
  list();
  return { node, problem, focus: () => (search?.querySelector("input") || names).focus() };
}

function field(id, words, input, note = "") {
  return el("div", { class: "byp-field" }, el("label", { for: id }, words), input, note ? el("p", { class: "byp-soft byp-small", id: `${id}-note` }, note) : null);
}

function pinField(id, words, note = "") {
  return field(id, words, el("input", { id, type: "password", inputmode: "numeric", autocomplete: "off", maxlength: 12, "aria-describedby": note ? `${id}-note` : null }), note);
}

function knownPin() {
  return pinField("byp-pin", "Your PIN");
}

function newPin(person) {
  return [
    el("p", { class: "byp-note" }, "This is your first time here. Choose a PIN that only you know."),
    pinField("byp-pin", "New PIN", "6 to 12 digits, not all the same and not 123456."),
    pinField("byp-again", "The same PIN again"),
    person.manager ? pinField("byp-code", "Start code", "Shown where the program was started. It proves that you are a manager.") : null,
  ];
}
