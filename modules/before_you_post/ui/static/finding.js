// One finding: what was seen, what the law says and where to read it, what to do, what teaches it, and what somebody
// decided about it.

function finding(found, several, desk) {
  const law = found.citation
    ? [link(found.url, found.citation), found.tag ? el("span", { class: "byp-soft byp-small" }, ` ${found.tag}; our notes are of `, day(found.looked_at)) : null]
    : null;
  const pair = (name, value) => (value ? [el("dt", {}, name), el("dd", {}, value)] : []);
  return el("li", { class: `byp-finding byp-finding-${found.outcome}` },
    el("h4", {}, mark(found.outcome), found.title),
    el("p", { class: "byp-finding-when" },
      el("b", {}, found.outcome_label), found.outcome === "not_checked" ? "" : `: ${found.moment}`, several && found.panel ? `. Picture ${found.panel}` : ""),
    el("p", {}, found.observed),
    el("dl", { class: "byp-pairs" },
      pair(found.outcome === "not_checked" ? "If it is so" : "What to do", found.remedy), pair("The law", law), pair("Lesson", found.lesson ? pageLink(found.lesson.path, found.lesson.title) : null)),
    decisionLine(found, desk),
    found.open || found.decision ? decisionForm(found, desk) : null,
  );
}

/** What the laws behind the findings name in money, as of the day: once, small, and never beside each line. */
function penaltyLines(judged) {
  return judged.penalties.length ? el("div", { class: "byp-soft byp-small byp-penalties" }, judged.penalties.map((line) => el("p", {}, line))) : null;
}
