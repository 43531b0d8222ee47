// The practice itself: everything the rules ask about besides photos, in groups. What needs somebody stands first; what
// is clear is a number until it is asked for.

function practiceView(model, tools) {
  const NOTHING_ASKED = { verdict: "", search: "", undecided: false, rows: {}, everything: [] };
  let asked = { ...NOTHING_ASKED };
  const ask = (change) => {
    asked = { ...asked, ...change };
    model.send({ do: "matters", query: asked });
    press();
  };

  const row = el("div", { class: "byp-figures byp-figures-five", role: "group", "aria-label": "Everything besides photos by what has to be done" });
  const groups = el("div", { class: "byp-groups" });
  let pause = null;
  const search = el("input", {
    type: "search", id: "byp-matter-search", placeholder: "Title, code, reason…", autocomplete: "off", spellcheck: "false",
    oninput: () => { clearTimeout(pause); pause = setTimeout(() => ask({ search: search.value, rows: {} }), 250); },
  });
  const undecided = el("input", { type: "checkbox", onchange: () => ask({ undecided: undecided.checked, rows: {} }) });
  const filters = el("div", { class: "byp-filters", role: "search", "aria-label": "Filter everything besides photos" },
    el("label", { class: "byp-field byp-grow", for: "byp-matter-search" }, el("span", {}, "Search"), search),
    el("label", { class: "byp-tick" }, undecided, " Only undecided"));

  function figure(verdict) {
    return el("button", {
      type: "button", "aria-pressed": "false", title: verdict.sentence, "data-matters": verdict.code,
      class: `byp-figure byp-is-${verdict.code}${verdict.matters ? "" : " byp-none"}`,
      onclick: () => ask({ verdict: asked.verdict === verdict.code ? "" : verdict.code, rows: {} }),
    },
    el("span", { class: "byp-number" }, verdict.matters.toLocaleString("en-US")),
    el("span", { class: "byp-label" }, mark(verdict.code), verdict.label));
  }

  function entry(one) {
    return el("li", { class: "byp-matter" },
      badge(one.verdict),
      el("div", {},
        el("button", { type: "button", class: "byp-link byp-open-matter", "data-keep": `${one.kind} ${one.id}`, onclick: () => model.send({ do: "matter", kind: one.kind, id: one.id }) }, one.named),
        one.beside ? el("span", { class: "byp-soft byp-small byp-block" }, one.beside) : null),
      el("p", {}, one.reason || el("span", { class: "byp-soft" }, "–"), one.more ? el("span", { class: "byp-soft byp-small" }, ` and ${one.more} more`) : null,
        one.decided ? el("span", { class: "byp-soft byp-small byp-block" }, "Decided") : null));
  }

  function group(one) {
    const more = one.more
      ? el("button", { type: "button", class: "byp-button byp-slim", "data-keep": `more ${one.kind}`, onclick: () => ask({ rows: { ...asked.rows, [one.kind]: one.rows.length + 50 } }) },
        `Show ${Math.min(one.more, 50)} more`, el("span", { class: "byp-hidden" }, ` of: ${one.label}`))
      : null;
    const clear = one.clear
      ? el("button", { type: "button", class: "byp-button byp-slim", "data-keep": `all ${one.kind}`, onclick: () => ask({ everything: [...asked.everything, one.kind] }) },
        `Show all: ${one.clear.toLocaleString("en-US")} with nothing found`, el("span", { class: "byp-hidden" }, ` among: ${one.label}`))
      : null;
    const none = one.total === 0 ? "None on file." : one.rows.length ? "" : one.clear ? "Nothing was found." : "None matches what you asked for.";
    return el("section", { class: "byp-card", "aria-label": one.label },
      el("h2", {}, one.label, " ", el("span", { class: "byp-soft byp-count" }, one.total.toLocaleString("en-US"))),
      el("p", { class: "byp-soft byp-small" }, one.sentence),
      one.rows.length ? el("ul", { class: "byp-matters" }, one.rows.map(entry)) : el("p", { class: "byp-soft" }, none),
      more || clear ? el("p", { class: "byp-actions" }, more, clear) : null);
  }

  function press() {
    for (const button of row.querySelectorAll("[data-matters]")) button.setAttribute("aria-pressed", String(button.dataset.matters === asked.verdict));
  }

  function update() {
    const practice = model.get("practice");
    keepingFocus(node, () => {
      fill(row, practice.verdicts.map(figure));
      fill(groups, practice.groups.map(group));
    });
    press();
  }

  const node = el("div", {}, row, el("div", { class: "byp-card" }, filters), groups);
  model.on("change:practice", update);
  update();
  return node;
}

/** One matter in full, in a dialog as a photo is. */
function matterDetail(model, tools, returnFocus) {
  const title = el("h2", { class: "byp-detail-title", tabindex: -1, id: "byp-matter-title" });
  const kind = el("p", { class: "byp-soft byp-small" });
  const body = el("div", { class: "byp-detail-body" });
  const dialog = el("dialog", { class: "byp-detail byp-detail-matter", "aria-labelledby": "byp-matter-title", onclose: closed, onclick: (event) => event.target === dialog && dialog.close() },
    el("div", { class: "byp-detail-sheet" },
      el("div", { class: "byp-detail-top" }, el("div", { class: "byp-detail-name" }, title, kind),
        el("div", { class: "byp-actions" }, el("button", { type: "button", class: "byp-button", onclick: () => dialog.close() }, "Close"))),
      body));
  let current = null;

  function closed() {
    const last = current;
    current = null;
    fill(body);
    model.send({ do: "close" });
    if (last) returnFocus(last);
  }

  function update() {
    const matter = model.get("matter");
    if (matter === null) return void (dialog.open && dialog.close());
    const other = current?.id !== matter.id || current?.kind !== matter.kind;
    current = matter;
    fill(title, matter.named);
    fill(kind, [matter.kind_label === matter.named ? "" : matter.kind_label, matter.beside].filter(Boolean).join(", "));
    keepingFocus(body, () => fill(body, matterSections(matter, tools)));
    if (!dialog.open) {
      dialog.showModal();
      title.focus();
    }
    if (other) body.scrollTop = 0;
  }

  model.on("change:matter", update);
  return dialog;
}

function matterSections(matter, tools) {
  const facts = matter.facts.map((fact) => el("div", {}, el("dt", {}, fact.name), el("dd", {}, shown(fact.value))));
  return [
    el("section", { class: "byp-verdicts" }, el("p", {}, badge(matter.verdict), " ", matter.verdict.sentence)),
    el("section", {}, el("h3", {}, "What was found"), matter.findings.length
      ? el("ul", { class: "byp-findings" }, matter.findings.map((found) => finding(found, false, tools.desk)))
      : el("p", { class: "byp-soft" }, "Nothing, by the checks listed below."), penaltyLines(matter)),
    matter.text || matter.url ? el("section", {}, el("h3", {}, "What it says"),
      matter.text ? el("blockquote", { class: "byp-words" }, matter.text) : null,
      matter.url ? el("p", {}, link(matter.url, "Open the post")) : null) : null,
    matter.hits.length ? el("section", { class: "byp-given" }, el("h3", {}, "Words that may tell who it is"),
      el("ul", {}, matter.hits.map((hit) => el("li", {}, el("b", {}, hit.label), ` “${hit.words}”`, el("span", { class: "byp-soft" }, ` (${hit.where})`))))) : null,
    facts.length ? el("section", {}, el("h3", {}, "On file"), el("dl", { class: "byp-facts" }, facts)) : null,
    el("section", { class: "byp-checked" },
      matter.not_recorded.length ? el("details", {}, el("summary", {}, `Not recorded: ${counted(matter.not_recorded.length, "part")}`), el("p", { class: "byp-soft" }, matter.not_recorded.join("; "))) : null,
      matter.passed.length ? el("details", {}, el("summary", {}, `${counted(matter.passed.length, "check")} found nothing`), el("ul", {}, matter.passed.map((title) => el("li", {}, title)))) : null),
  ];
}
