// One photo in full, over the page: beside its originals, with what was found and the forms that were read. A dialog
// of the browser's own, so that Escape, the focus and the dimmed page behind it work as people expect.

function photoDetail(model, pictures, forms, tools, say, returnFocus) {
  const title = el("h2", { class: "byp-detail-title", tabindex: -1, id: "byp-detail-title" });
  const place = el("p", { class: "byp-soft byp-small" });
  const step = (direction, name) => el("button", { type: "button", class: "byp-button", onclick: () => go(direction) }, name);
  const buttons = { previous: step("previous", "Previous"), next: step("next", "Next") };
  const close = el("button", { type: "button", class: "byp-button", onclick: () => dialog.close() }, "Close");
  const body = el("div", { class: "byp-detail-body" });
  const dialog = el("dialog", { class: "byp-detail", "aria-labelledby": "byp-detail-title", onclose: closed, onkeydown: keys, onclick: outside },
    el("div", { class: "byp-detail-sheet" },
      el("div", { class: "byp-detail-top" },
        el("div", { class: "byp-detail-name" }, title, place),
        el("div", { class: "byp-actions" }, buttons.previous, buttons.next, close)),
      body));
  let current = null;

  function go(direction) {
    const there = current?.[direction];
    if (there) model.send({ do: "open", photo: there });
  }

  function keys(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest("input, textarea")) return;
    if (event.key === "ArrowLeft") go("previous");
    if (event.key === "ArrowRight") go("next");
  }

  function outside(event) {
    if (event.target === dialog) dialog.close();
  }

  function closed() {
    const last = current?.photo;
    current = null;
    fill(body);
    forms.letGo();
    model.send({ do: "close" });
    if (last) returnFocus(last);
  }

  function update() {
    const detail = model.get("detail");
    if (detail === null) {
      if (dialog.open) dialog.close();
      return;
    }
    const other = current?.photo !== detail.photo;
    current = detail;
    fill(title, detail.file);
    fill(place, detail.place);
    for (const direction of ["previous", "next"]) buttons[direction].setAttribute("aria-disabled", String(!detail[direction]));
    keepingFocus(body, () => fill(body, sections(detail, pictures, forms, tools)));
    if (!dialog.open) {
      dialog.showModal();
      title.focus();
    } else if (other) say(`${detail.file}. ${detail.verdict.label}.`);
    if (other) dialog.scrollTop = body.scrollTop = 0;
  }

  model.on("change:detail", update);
  return { node: dialog, update };
}

function sections(detail, pictures, forms, tools) {
  const several = detail.panels.length > 1;
  const people = detail.panels.map((panel) => person(panel, several, (paper) => forms.opener(detail, paper)));
  return [
    verdicts(detail),
    photoDays(detail.timeline, several),
    el("section", { class: "byp-compare" }, published(detail, pictures), el("div", { class: "byp-originals" }, detail.panels.flatMap((panel) => originals(detail, panel, several, pictures)))),
    el("div", { class: "byp-two" },
      el("section", {}, el("h3", {}, "What was found"), findings(detail, tools.desk)),
      el("section", {}, el("h3", {}, detail.panels.length ? "Whose photo, and their authorization" : "Authorization"),
        people.length ? people : el("p", { class: "byp-soft" }, detail.no_panels))),
    matches(detail, pictures, tools),
    edits(detail, pictures),
    pairs(detail),
    givenAway(detail, pictures),
    checked(detail),
  ];
}

function verdicts(detail) {
  return el("section", { class: "byp-verdicts" },
    el("p", {}, badge(detail.verdict), " ", detail.verdict.sentence),
    el("dl", { class: "byp-facts" },
      detail.facts.map((fact) => el("div", {}, el("dt", {}, fact.name), el("dd", {}, fact.url ? link(fact.url, shown(fact.value)) : shown(fact.value))))));
}

function published(detail, pictures) {
  const frame = el("div", { class: "byp-frame" }, el("p", { class: "byp-no-picture" }, "Loading…"));
  const wanted = { audit: detail.audit, of: detail.photo, which: "published" };
  const marked = detail.panels.length ? `, with ${counted(detail.panels.length, "picture")} outlined` : "";
  pictures.show(frame, wanted, `Published photo ${detail.file}${marked}`, (size) => {
    for (const panel of detail.panels) outline(frame, size, panel.outline, String(panel.number), panel.originals.length ? "match" : "none");
    for (const box of detail.boxes) outline(frame, size, box.outline, box.label, box.kind);
  });
  return el("figure", {}, frame, boxSwitches(detail, frame),
    el("figcaption", {}, el("b", {}, "As published"), detail.caption ? el("span", { class: "byp-soft" }, ` “${detail.caption}”`) : null));
}

/** A tick box for each kind of box that is drawn over the photo: a reviewer wants to see the skin under it, too. */
function boxSwitches(detail, frame) {
  const kinds = Object.entries({ match: "pictures", face: "faces", text: "words", mark: "marks", edit: "edits" })
    .filter(([kind]) => (kind === "match" ? detail.panels.length : detail.boxes.some((box) => box.kind === kind)));
  if (kinds.length < 2) return null;
  return el("div", { class: "byp-switches", role: "group", "aria-label": "Outlines shown over the photo" },
    el("span", { class: "byp-soft" }, "Outlines:"),
    kinds.map(([kind, name]) => el("label", {},
      el("input", { type: "checkbox", checked: true, onchange: (event) => frame.classList.toggle(`byp-without-${kind}`, !event.target.checked) }), ` ${name}`)));
}

function originals(detail, panel, several, pictures) {
  const number = several ? `${panel.number}. ` : "";
  if (!panel.originals.length) {
    return [el("figure", {}, el("div", { class: "byp-frame byp-frame-empty" }, el("p", { class: "byp-no-picture" }, "No original found in the library")),
      el("figcaption", {}, el("b", {}, `${number}No original`), el("span", { class: "byp-soft" }, ` ${panel.measure}`)))];
  }
  return panel.originals.map((original) => {
    const frame = el("div", { class: "byp-frame" }, el("p", { class: "byp-no-picture" }, "Loading…"));
    const wanted = { audit: detail.audit, of: detail.photo, which: "original", name: original.id };
    pictures.show(frame, wanted, `Original ${original.id}, with the part that was published outlined`, (size) => {
      if (original.matched) outline(frame, size, panel.original_outline, String(panel.number), "match");
    });
    return el("figure", {}, frame,
      el("figcaption", {}, el("b", {}, `${number}Original`), " ", original.id,
        el("span", { class: "byp-soft byp-block" }, original.words),
        el("span", { class: "byp-soft byp-block" }, original.matched ? panel.measure : "Fits as well as the other; the two cannot be told apart.")));
  });
}

function findings(detail, desk) {
  if (!detail.findings.length) return el("p", { class: "byp-soft" }, "Nothing, by the checks listed below.");
  return [el("ul", { class: "byp-findings" }, detail.findings.map((found) => finding(found, (detail.panels || []).length > 1, desk))), penaltyLines(detail)];
}

function givenAway(detail, pictures) {
  if (!detail.given_away.length) return null;
  return el("section", { class: "byp-given" },
    el("h3", {}, "What the photo gives away"),
    el("p", { class: "byp-soft byp-small" }, "Everything the programs saw, whether or not it matters here; what matters stands under “What was found”."),
    el("div", { class: "byp-given-groups" }, detail.given_away.map((group) => givenGroup(detail, group, pictures))));
}

const GIVEN_AT_ONCE = 8; // of a group; a file can hold hundreds of lines of metadata

function givenGroup(detail, group, pictures) {
  const lines = group.items.map((item) => givenLine(detail, item, pictures));
  const more = lines.splice(GIVEN_AT_ONCE);
  return el("div", {}, el("h4", {}, group.name), el("ul", {}, lines),
    more.length ? el("details", {}, el("summary", {}, `${counted(more.length, "more line")}`), el("ul", {}, more)) : null);
}

function givenLine(detail, item, pictures) {
  const line = el("li", {}, el("b", {}, item.label), " ", item.value, item.where ? el("span", { class: "byp-soft" }, ` (${item.where})`) : null);
  if (item.picture !== null && !item.value.startsWith("Could not")) {
    const frame = el("div", { class: "byp-frame byp-frame-inside" }, el("p", { class: "byp-no-picture" }, "Loading…"));
    pictures.show(frame, { audit: detail.audit, of: detail.photo, which: "embedded", name: String(item.picture) }, `${item.label} inside the file`);
    line.append(frame);
  }
  return line;
}

function checked(detail) {
  const clear = detail.passed.length
    ? el("details", {}, el("summary", {}, `${counted(detail.passed.length, "check")} found nothing`), el("ul", {}, detail.passed.map((title) => el("li", {}, title))))
    : null;
  const looked = detail.looked.map((one) => el("li", {}, one.what, one.by ? el("span", { class: "byp-soft" }, ` (${one.by})`) : null));
  const missed = detail.not_looked.map((one) => el("li", {}, one.what, one.why ? el("span", { class: "byp-soft" }, `: ${one.why}`) : null));
  return el("section", { class: "byp-checked" },
    el("h3", {}, "What was looked for"),
    el("div", { class: "byp-three" },
      el("div", {}, el("h4", {}, "Looked for"), looked.length ? el("ul", {}, looked) : el("p", {}, "Nothing.")),
      missed.length ? el("div", {}, el("h4", {}, "Not looked for"), el("ul", {}, missed)) : null,
      el("div", {}, el("h4", {}, "No program sees this: please look"), el("ul", {}, detail.for_a_person.map((question) => el("li", {}, question))))),
    clear);
}
