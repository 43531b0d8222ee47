// The days of one photo in order, and in words whether a form covered it while it was up.

const COVER_MARKS = { covered: "clear", "never covered": "take_down", "no longer covered": "take_down", "covered later": "review", "not known": "not_determined" };

function photoDays(days, several) {
  const moment = (one) => el("li", { class: `byp-moment byp-moment-${one.step}` },
    day(one.on), el("span", {}, one.words, one.form ? [" ", el("b", { class: "byp-code" }, one.form)] : null));
  const cover = (one) => el("p", { class: "byp-cover" },
    badge({ code: COVER_MARKS[one.cover], label: one.label }), ` ${several ? `Picture ${one.panel}: ` : ""}${one.words}`);
  return el("section", { class: "byp-days", "aria-label": "The days of this photo" },
    el("h3", {}, "When"),
    el("ol", { class: "byp-moments" }, days.moments.map(moment)),
    days.undated.length ? el("p", { class: "byp-soft byp-small" }, days.undated.join(" ")) : null,
    days.covered.map(cover));
}
