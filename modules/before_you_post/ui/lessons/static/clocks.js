// From a day of discovery: every clock and its last day.

function render({ model, el: host }) {
  const card = tryCard(model, host, "Which clocks run, and until when?");
  const given = model.get("given");
  const field = (name, label, attributes, hint) => {
    const id = freshId(name);
    const about = hint ? `${id}-hint` : null;
    const input = el("input", { id, autocomplete: "off", "aria-describedby": about, ...attributes });
    input.value = given[name];
    return { input, node: el("div", { class: "byp-control" }, el("label", { for: id }, label), input, hint ? el("p", { id: about, class: "byp-soft byp-small" }, hint) : null) };
  };
  const discovered = field("discovered", "Day of discovery", { type: "date", required: true }, "The first day on which anybody who works here knew.");
  const people = field("people", "How many people", { type: "number", min: 1, max: 10000000, step: 1, inputmode: "numeric" }, "Leave it empty while nobody knows.");
  const states = field("states", "States where they live", { type: "text", maxlength: 200 }, "Two letters each, such as: OH, FL.");
  const result = el("div", { class: "byp-stack" });
  const form = el("form", { class: "byp-stack", novalidate: true, onsubmit: (event) => {
    event.preventDefault();
    model.send({ do: "count", discovered: discovered.input.value, people: people.input.value, states: states.input.value });
  } }, el("div", { class: "byp-controls" }, discovered.node, people.node, states.node),
    el("div", { class: "byp-row" }, el("button", { type: "submit", class: "byp-button byp-main" }, "Count the days")));
  card.body.append(form, result);
  let first = true;
  card.listen("shown", () => {
    const shown = model.get("shown");
    if (!shown) return;
    const one = (clock) => el("li", { class: `byp-clock byp-clock-${clock.applies}` },
      el("p", { class: "byp-clock-day" }, el("b", {}, day(clock.last_day)), el("span", { class: "byp-block byp-soft byp-small" }, clock.counted)),
      el("div", {}, el("p", {}, el("b", {}, clock.who)), el("p", { class: "byp-small" }, clock.how),
        clock.depends ? el("p", { class: "byp-small" }, clock.depends) : null,
        el("p", { class: "byp-soft byp-small" }, link(clock.url, clock.citation), ` (${clock.tag})`)));
    fill(result,
      el("p", {}, el("b", {}, shown.said)),
      el("p", { class: "byp-note" }, shown.note),
      el("ol", { class: "byp-clock-list" }, shown.clocks.map(one)),
      shown.states.length ? el("ul", { class: "byp-points byp-small" }, shown.states.map((words) => el("li", {}, words))) : null);
    if (!first) card.say(shown.said);
    first = false;
  });
  return card.close;
}

export default { render };
