// How each panel was matched with its original, and where a reviewer says that it is otherwise.

function matches(detail, pictures, tools) {
  if (!detail.panels.length) return null;
  const several = detail.panels.length > 1;
  return el("section", { class: "byp-matches" },
    el("h3", {}, "How it was matched"),
    el("div", { class: "byp-match-grid" }, detail.panels.map((panel) => matched(detail, panel, several, pictures, tools))));
}

function matched(detail, panel, several, pictures, tools) {
  const pair = (one) => [el("dt", {}, one.name), el("dd", {}, one.words)];
  const said = panel.said.map((word) => el("div", { class: "byp-decided" },
    el("p", {}, el("b", {}, word.words), ` says ${word.by} on `, day(word.on), `: ${word.reason}`), word.note ? el("p", {}, word.note) : null));
  const elsewhere = panel.elsewhere.map((one) => el("li", {},
    one.known ? el("button", { type: "button", class: "byp-link", onclick: () => tools.open(one.photo) }, one.photo) : one.photo, `, picture ${one.panel}`));
  return el("div", { class: "byp-match" },
    several ? el("h4", {}, `Picture ${panel.number}`) : null,
    el("dl", { class: "byp-pairs" }, panel.details.flatMap(pair)),
    elsewhere.length ? el("div", {}, el("p", {}, panel.elsewhere_words), el("ul", { class: "byp-elsewhere" }, elsewhere)) : null,
    said, matchForm(detail, panel, pictures, tools));
}

/** "This is not the original", "It was made from …": kept, and obeyed by the next check. */
function matchForm(detail, panel, pictures, tools) {
  const words = signedWords(tools.desk);
  const shelf = originalPicker(words.id, pictures, tools);
  const choose = (event) => shelf.show(event.target.value === "made-from");
  const choices = [
    panel.original ? radio(words.id, "not-this", "This is not the original", `${panel.original} is never named for this picture again.`, choose) : null,
    radio(words.id, "made-from", "It was made from another original", "Choose which one.", choose),
    panel.said.length ? radio(words.id, "take-back", "Leave it to the comparison", "What was said before is taken back.", choose) : null,
  ];
  const form = el("form", { class: "byp-decision-form", novalidate: true, onsubmit: submit },
    el("fieldset", {}, el("legend", { class: "byp-hidden" }, `What is wrong about the original of picture ${panel.number}`), choices.filter(Boolean)),
    shelf.node, words.foot);

  function submit(event) {
    event.preventDefault();
    const given = new FormData(form);
    tools.desk.send({ do: "match", of: detail.photo, panel: panel.number, what: given.get(words.id), original: given.get(`${words.id}-original`), ...words.values() },
      (problem) => fill(words.problem, problem || ""));
  }

  return el("details", { class: "byp-decide" },
    el("summary", { "data-keep": `match ${panel.number}` }, panel.original ? "This is not the original…" : "I know the original…", el("span", { class: "byp-hidden" }, ` Picture ${panel.number}`)), form);
}

/** The library's originals, found by words of their id, patient code, area or treatment. */
function originalPicker(group, pictures, tools) {
  const id = `${group}-search`;
  const list = el("div", { class: "byp-originals-found", role: "radiogroup", "aria-label": "Originals found" });
  const said = el("p", { class: "byp-soft byp-small", role: "status" });
  let pause = null;
  const search = el("input", {
    type: "search", id, autocomplete: "off", spellcheck: "false", placeholder: "Patient code, file, area…",
    oninput: () => { clearTimeout(pause); pause = setTimeout(ask, 250); },
  });
  const node = el("div", { class: "byp-shelf", hidden: true },
    el("label", { class: "byp-field byp-grow", for: id }, el("span", {}, "Find the original"), search), said, list);

  function ask() {
    fill(said, "Looking in the library…");
    tools.originals(search.value, (found, more) => {
      fill(said, `${counted(found.length + more, "original")} found${more ? `; the first ${found.length} are shown` : ""}.`);
      fill(list, found.map((one) => {
        const frame = el("span", { class: "byp-thumb" });
        pictures.show(frame, { audit: tools.audit(), of: "", which: "library", name: one.id }, "");
        return el("label", { class: "byp-choice" }, el("input", { type: "radio", name: `${group}-original`, value: one.id }), frame,
          el("span", {}, el("b", {}, one.id), el("span", { class: "byp-soft byp-block byp-small" }, one.words)));
      }));
    });
  }

  function show(wanted) {
    if (wanted && node.hidden) ask();
    node.hidden = !wanted;
  }

  return { node, show };
}

/** Asks the kernel for originals; only the answer to the last question counts. */
function originalDesk(model) {
  let tell = null;
  let asked = null;
  model.on("msg:custom", (message) => {
    if (message.tell === "originals" && message.search === asked) tell?.(message.originals, message.more);
  });
  return (search, answer) => {
    asked = search;
    tell = answer;
    model.send({ do: "originals", search });
  };
}
