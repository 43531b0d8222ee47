// What is new, what is fixed and what came back since the audit before, and what could not be used in the
// practice's own files.

const FIRST_SHOWN = 2; // entries of a list before the reader asks for all of them

function changes(model) {
  const box = el("section", { class: "byp-card byp-changes", "aria-labelledby": "byp-changes-title" });

  function entry(change) {
    const open = change.kind ? { do: "matter", kind: change.kind, id: change.photo } : { do: "open", photo: change.photo };
    const name = change.known
      ? el("button", { type: "button", class: "byp-link", onclick: () => model.send(open) }, change.file)
      : el("span", {}, change.file);
    const where = change.panel ? `, picture ${change.panel}` : "";
    return el("li", {}, el("span", {}, change.title), el("span", { class: "byp-soft byp-small" }, name, where));
  }

  function column(kind) {
    const list = el("ul", {}, kind.entries.slice(0, FIRST_SHOWN).map(entry));
    const rest = kind.entries.length - FIRST_SHOWN;
    const more = rest > 0 && el("button", {
      type: "button", class: "byp-link byp-small",
      onclick: () => {
        list.append(...kind.entries.slice(FIRST_SHOWN).map(entry));
        more.remove();
        list.children[FIRST_SHOWN].querySelector("button")?.focus();
      },
    }, `Show ${rest} more`);
    const beyond = kind.total - kind.entries.length;
    const note = beyond > 0 ? el("p", { class: "byp-soft byp-small" }, `and ${beyond.toLocaleString("en-US")} more`) : null;
    return el("div", { class: "byp-change" },
      el("h3", { title: kind.sentence }, el("b", {}, kind.total.toLocaleString("en-US")), " ", kind.label),
      list, more || null, note);
  }

  function update() {
    const overview = model.get("overview");
    const changed = overview.changes;
    box.hidden = !changed || (!changed.since && overview.photos === 0);
    if (box.hidden) return;
    const title = el("h2", { id: "byp-changes-title" });
    if (!changed.since) {
      fill(title, "The first audit");
      return void fill(box, title, el("p", { class: "byp-soft" }, "From the next one on, what is new, fixed or back again stands here."));
    }
    fill(title, "Since the last audit, ", day(changed.since));
    const some = changed.kinds.some((kind) => kind.total > 0);
    fill(box, title, some
      ? el("div", { class: "byp-columns" }, changed.kinds.map(column))
      : el("p", { class: "byp-soft" }, "Nothing new, nothing fixed, nothing back again."));
  }

  model.on("change:overview", update);
  update();
  return box;
}

function problems(model) {
  const box = el("section", { class: "byp-card byp-problems", "aria-label": "Entries in the practice's own files" });

  function row(problem) {
    return cell("tr", {},
      cell("td", { "data-name": "File" }, problem.file),
      cell("td", { "data-name": "Row" }, problem.row ?? "–"),
      cell("td", { "data-name": "Column" }, problem.column ?? "–"),
      cell("td", { "data-name": "Found" }, problem.found),
      cell("td", { "data-name": "Expected" }, problem.expected),
      cell("td", { "data-name": "What to do" }, problem.remedy));
  }

  function update() {
    const { entries, total } = model.get("overview").problems;
    box.hidden = total === 0;
    if (total === 0) return;
    const head = ["File", "Row", "Column", "Found", "Expected", "What to do"].map((name) => cell("th", { scope: "col" }, name));
    const words = total === 1 ? "One entry in your own files needs attention" : `${total.toLocaleString("en-US")} entries in your own files need attention`;
    const beyond = total > entries.length ? el("p", { class: "byp-soft" }, `The first ${entries.length} are shown; the Excel file has them all.`) : null;
    fill(box, el("details", {}, el("summary", {}, words),
      el("div", { class: "byp-scroll", tabindex: 0, role: "region", "aria-label": "Entries that need attention" },
        cell("table", { class: "byp-table byp-stack" }, cell("thead", {}, cell("tr", {}, head)), cell("tbody", {}, entries.map(row)))),
      beyond));
  }

  model.on("change:overview", update);
  update();
  return box;
}
