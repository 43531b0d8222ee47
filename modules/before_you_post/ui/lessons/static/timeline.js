// The days of one case in order, drawn as a line.

function render({ model, el: host }) {
  const given = model.get("given");
  const heading = freshId("days");
  host.classList.add("byp-lesson-host");
  const signs = { bad: "fails", due: "not_determined", good: "clear" };
  const moment = (one) => el("li", { class: `byp-day byp-day-${one.tone || "plain"}` },
    el("p", { class: "byp-day-on" }, day(one.on)),
    el("p", {}, signs[one.tone] ? [mark(signs[one.tone]), " "] : null, one.words));
  host.append(el("section", { class: "byp byp-lesson byp-try", "data-lm-suppress-shortcuts": "true", "aria-labelledby": heading },
    el("div", { class: "byp-card byp-stack" },
      el("div", {}, el("p", { class: "byp-kicker" }, given.kicker), el("h3", { id: heading }, given.title)),
      given.about ? el("p", {}, given.about) : null,
      el("ol", { class: "byp-line" }, given.moments.map(moment)),
      given.undated.length ? el("p", { class: "byp-soft byp-small" }, given.undated.join(" ")) : null,
      given.told.map((one) => el("p", { class: "byp-note" }, one)))));
}

export default { render };
