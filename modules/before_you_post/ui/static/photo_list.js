// The list of published photos: filters, a table that can be sorted, and pages. The kernel filters and sorts, so a
// hundred thousand photos are no slower here than twenty.

const COLUMNS = [
  { sort: "urgency", name: "Result" },
  { sort: "file", name: "Photo" },
  { sort: "channel", name: "Where" },
  { sort: "posted_on", name: "Posted" },
  { sort: "patients", name: "Patient" },
  { sort: "reason", name: "First thing to deal with" },
];

/** What the reader asked the list for; whoever watches is told of every change. */
function queryDesk(model) {
  const EVERYTHING = { verdict: "", channel: "", rule: "", search: "", undecided: false };
  let now = { ...EVERYTHING, sort: "urgency", descending: false, page: 1 };
  const watchers = [];
  const set = (change) => {
    now = { ...now, page: 1, ...change };
    model.send({ do: "list", query: now });
    watchers.forEach((watch) => watch());
  };
  return {
    get: () => now,
    set,
    clear: () => set(EVERYTHING),
    watch: (watch) => watchers.push(watch),
    filtered: () => Object.keys(EVERYTHING).some((name) => now[name] !== EVERYTHING[name]),
    follow: (page) => (now = { ...now, page }), // the kernel turned the page
  };
}

function photoFilters(model, query) {
  const choice = (name, label) => {
    const select = el("select", { id: `byp-${name}`, onchange: () => query.set({ [name]: select.value }) });
    return { name, select, field: el("label", { class: "byp-field", for: `byp-${name}` }, el("span", {}, label), select) };
  };
  const choices = [choice("verdict", "Result"), choice("channel", "Where"), choice("rule", "Rule")];
  let pause = null;
  const search = el("input", {
    type: "search", id: "byp-search", placeholder: "File, title, patient code…", autocomplete: "off", spellcheck: "false",
    oninput: () => {
      clearTimeout(pause);
      pause = setTimeout(() => query.set({ search: search.value }), 250);
    },
  });
  const undecided = el("input", { type: "checkbox", onchange: () => query.set({ undecided: undecided.checked }) });
  const clear = el("button", { type: "button", class: "byp-button", onclick: () => { query.clear(); search.focus(); } }, "Show all");

  function offer() {
    const { choices: offered } = model.get("overview");
    for (const { name, select } of choices) {
      const options = (offered?.[name] || []).map((option) =>
        el("option", { value: option.value }, `${option.label} (${option.photos.toLocaleString("en-US")})`));
      fill(select, el("option", { value: "" }, "All"), options);
    }
    filters.hidden = model.get("overview").photos === 0;
    follow();
  }

  function follow() {
    for (const { name, select } of choices) select.value = query.get()[name];
    if (search.value !== query.get().search && document.activeElement !== search) search.value = query.get().search;
    undecided.checked = query.get().undecided;
    clear.hidden = !query.filtered();
  }

  const filters = el("div", { class: "byp-filters", role: "search", "aria-label": "Filter the photos" },
    el("label", { class: "byp-field byp-grow", for: "byp-search" }, el("span", {}, "Search"), search),
    choices.map((one) => one.field), el("label", { class: "byp-tick" }, undecided, " Only undecided"), clear);
  model.on("change:overview", offer);
  query.watch(follow);
  offer();
  return filters;
}

function photoTable(model, query, pictures) {
  const heads = COLUMNS.map((column) => {
    const button = el("button", {
      type: "button", class: "byp-sort",
      onclick: () => query.set({ sort: column.sort, descending: query.get().sort === column.sort && !query.get().descending }),
    }, column.name, el("span", { class: "byp-arrow", "aria-hidden": "true" }));
    return { ...column, cell: cell("th", { scope: "col" }, button) };
  });
  const body = cell("tbody", { onkeydown: walk, onclick: choose });
  const empty = el("div", { class: "byp-empty" });
  const table = cell("table", { class: "byp-table byp-photos" },
    el("caption", { class: "byp-hidden" }, "Published photos; the photo's name opens it"),
    cell("thead", {}, cell("tr", {}, cell("th", { class: "byp-thumb-head" }, el("span", { class: "byp-hidden" }, "Picture")), heads.map((head) => head.cell))),
    body);

  function row(photo) {
    const frame = el("span", { class: "byp-thumb" });
    pictures.show(frame, { audit: model.get("rows").audit, of: photo.photo, which: "thumbnail" }, "");
    const open = el("button", { type: "button", class: "byp-link byp-open", "data-photo": photo.photo }, photo.file);
    const more = photo.more > 0 ? el("span", { class: "byp-soft byp-small" }, ` and ${photo.more} more`) : null;
    return cell("tr", { "data-photo": photo.photo },
      cell("td", { class: "byp-cell-thumb" }, frame),
      cell("td", { class: "byp-cell-result" }, badge(photo.verdict)),
      cell("td", { class: "byp-cell-photo" }, open, photo.title ? el("span", { class: "byp-soft byp-small byp-title" }, photo.title) : null),
      cell("td", { "data-name": "Where" }, photo.channel),
      cell("td", { "data-name": "Posted", class: "byp-nowrap" }, day(photo.posted_on)),
      cell("td", { "data-name": "Patient" }, patients(photo.patients)),
      cell("td", { class: "byp-cell-reason" }, photo.reason || el("span", { class: "byp-soft" }, "–"), more,
        photo.decided ? el("span", { class: "byp-soft byp-small byp-block" }, "Decided") : null));
  }

  function choose(event) {
    const chosen = event.target.closest("tr");
    if (chosen && !window.getSelection().toString()) model.send({ do: "open", photo: chosen.dataset.photo });
  }

  function walk(event) {
    const buttons = [...body.querySelectorAll(".byp-open")];
    const at = buttons.indexOf(event.target);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (at < 0 || to === undefined || !buttons[to]) return;
    event.preventDefault();
    buttons[to].focus();
  }

  function update() {
    const rows = model.get("rows");
    const { sort, descending } = query.get();
    for (const head of heads) {
      if (head.sort === sort) head.cell.setAttribute("aria-sort", descending ? "descending" : "ascending");
      else head.cell.removeAttribute("aria-sort");
    }
    const held = body.contains(document.activeElement) ? document.activeElement.dataset.photo : null;
    fill(body, rows.photos.map(row));
    if (held) body.querySelector(`[data-photo="${CSS.escape(held)}"].byp-open`)?.focus();
    table.hidden = rows.total === 0;
    empty.hidden = rows.total > 0;
    fill(empty, query.filtered() ? el("p", {}, "No photo matches what you asked for.") : firstSteps());
  }

  model.on("change:rows", update);
  update();
  return { node: el("div", { class: "byp-table-frame" }, table, empty), body };
}

/** What to do where there is nothing to show yet: a new practice folder is empty, and that is no fault. */
function firstSteps() {
  const steps = [
    "Put your original photos into the library folder that practice.yaml names.",
    "Put copies of what you published into the folders of its channels: the export of a website or an account, or just the photos.",
    "Fill in the tables of patients, originals and authorizations.",
  ];
  return [
    el("p", {}, "No published photo was found yet. Before there is something to check:"),
    el("ol", { class: "byp-steps" }, steps.map((step) => el("li", {}, step))),
    el("p", {}, "Then choose Check again."),
  ];
}

/** Codes keep together where the line ends; a hyphen would let it end inside one. */
function patients(codes) {
  if (!codes) return el("span", { class: "byp-soft" }, "not known");
  return codes.split("; ").flatMap((code, at) => [at ? " " : "", el("span", { class: "byp-code" }, code)]);
}

function pager(model, query) {
  const words = el("p", { class: "byp-soft", role: "status" });
  const turn = (by, name) => el("button", {
    type: "button", class: "byp-button",
    onclick: (event) => event.currentTarget.getAttribute("aria-disabled") !== "true" && query.set({ page: query.get().page + by }),
  }, name);
  const back = turn(-1, "Previous page");
  const on = turn(1, "Next page");
  const nav = el("nav", { class: "byp-pager", "aria-label": "Pages of the list" }, words, el("div", {}, back, on));

  function update() {
    const { page, pages, total, size, photos } = model.get("rows");
    query.follow(page);
    const first = (page - 1) * size + 1;
    fill(words, total === 0 ? "" : pages === 1 ? counted(total, "photo") : `${first}–${first + photos.length - 1} of ${counted(total, "photo")}`);
    back.hidden = on.hidden = pages <= 1;
    back.setAttribute("aria-disabled", String(page <= 1));
    on.setAttribute("aria-disabled", String(page >= pages));
  }

  model.on("change:rows", update);
  update();
  return nav;
}
