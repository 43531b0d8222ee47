// One person in a photo: their code and the forms on file, laid out as the paper form is, with each part marked.

const PART_WORDS = { ok: "fits", fails: "does not fit", decide: "a person must decide", unknown: "not recorded" };

function formPart(part) {
  const sign = PART_WORDS[part.state];
  return el("div", { class: `byp-part byp-part-${part.state}` },
    el("dt", {}, part.label),
    el("dd", {}, shown(part.value),
      sign ? el("span", { class: "byp-part-sign" }, mark(part.state), part.state === "unknown" ? el("span", { class: "byp-hidden" }, sign) : sign) : null));
}

/** What the form says in print is the same on every copy: folded away, unless something about it asks for a look. */
function formParts(paper) {
  const quiet = (part) => part.printed && part.state !== "fails" && part.state !== "decide";
  const list = (parts) => el("dl", { class: "byp-parts" }, parts.map(formPart));
  const folded = paper.parts.filter(quiet);
  return [
    list(paper.parts.filter((part) => !quiet(part))),
    folded.length ? el("details", { class: "byp-printed" }, el("summary", {}, `What the form says in print (${counted(folded.length, "part")})`), list(folded)) : null,
  ].filter(Boolean);
}

function form(paper, open) {
  const parts = formParts(paper);
  const title = el("span", { class: "byp-form-title" }, "Authorization ", el("b", {}, paper.id));
  const role = paper.speaks ? el("span", { class: "byp-soft byp-small" }, paper.speaks) : null;
  const scan = paper.scan ? open(paper) : null;
  if (paper.open) return el("div", { class: "byp-form" }, el("p", {}, title, " ", role), ...parts, scan);
  return el("details", { class: "byp-form" }, el("summary", {}, title, " ", role), ...parts, scan);
}

function person(panel, several, open) {
  const heading = several ? `Picture ${panel.number}: ` : "";
  const who = panel.patient ? ["Patient ", el("b", {}, panel.patient)] : ["Nobody knows whose photo this is"];
  return el("section", { class: "byp-person" },
    el("h4", {}, heading, who),
    panel.forms_note ? el("p", { class: "byp-soft" }, panel.forms_note) : null,
    panel.forms.map((paper) => form(paper, open)));
}
