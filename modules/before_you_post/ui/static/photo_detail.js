// One photo in full, over the page: beside its originals, with what was found and the forms that were read. A dialog
// of the browser's own, so that Escape, the focus and the dimmed page behind it work as people expect.

function photoDetail(model, pictures, forms, say, returnFocus) {
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
    if (event.altKey || event.ctrlKey || event.metaKey) return;
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
    fill(body, sections(detail, pictures, forms));
    if (!dialog.open) {
      dialog.showModal();
      title.focus();
    } else if (other) say(`${detail.file}. ${detail.verdict.label}.`);
    if (other) dialog.scrollTop = body.scrollTop = 0;
  }

  model.on("change:detail", update);
  return { node: dialog, update };
}

function sections(detail, pictures, forms) {
  const several = detail.panels.length > 1;
  const people = detail.panels.map((panel) => person(panel, several, (paper) => forms.opener(detail, paper)));
  return [
    verdicts(detail),
    el("section", { class: "byp-compare" }, published(detail, pictures), el("div", { class: "byp-originals" }, detail.panels.flatMap((panel) => originals(detail, panel, several, pictures)))),
    el("div", { class: "byp-two" },
      el("section", {}, el("h3", {}, "What was found"), findings(detail)),
      el("section", {}, el("h3", {}, detail.panels.length ? "Whose photo, and their authorization" : "Authorization"),
        people.length ? people : el("p", { class: "byp-soft" }, detail.no_panels))),
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
    for (const hit of detail.marked_text) outline(frame, size, hit.outline, hit.label, "text");
  });
  return el("figure", {}, frame, el("figcaption", {}, el("b", {}, "As published"), detail.caption ? el("span", { class: "byp-soft" }, ` “${detail.caption}”`) : null));
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

function findings(detail) {
  if (!detail.findings.length) return el("p", { class: "byp-soft" }, "Nothing, by the checks listed below.");
  return el("ul", { class: "byp-findings" }, detail.findings.map((found) => finding(found, detail.panels.length > 1)));
}

function checked(detail) {
  const clear = detail.passed.length
    ? el("details", {}, el("summary", {}, `${counted(detail.passed.length, "check")} found nothing`), el("ul", {}, detail.passed.map((title) => el("li", {}, title))))
    : null;
  return el("section", { class: "byp-checked" },
    el("h3", {}, "What was looked at"),
    el("p", {}, el("b", {}, "Looked at: "), detail.looked.join("; ") || "nothing", "."),
    el("p", {}, el("b", {}, "Not looked at: "), detail.not_looked.join("; "), "."),
    clear);
}
