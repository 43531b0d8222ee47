// The top of the page, the list of people with its filters, and what is overdue across people.

const PEOPLE_HEADS = [["name", "Name"], ["role", "Role"], ["passed", "Lessons passed"], ["overdue", "Overdue"], [null, "Most urgent"], ["last", "Last answer"]];

function recordsTop(model) {
  const practice = el("p", { class: "byp-kicker" });
  const asOf = el("p", { class: "byp-soft", role: "status" });
  const table = el("button", { type: "button", class: "byp-button", onclick: () => model.send({ do: "table" }) }, "Save the table (CSV)");
  const again = el("button", { type: "button", class: "byp-button", onclick: () => again.getAttribute("aria-disabled") !== "true" && model.send({ do: "look" }) }, "Look again");
  const update = () => {
    const top = model.get("overview");
    const busy = model.get("busy");
    fill(practice, top.practice || "Before You Post");
    fill(asOf, top.as_of ? `As of ${top.as_of}` : busy ? "Reading the records…" : "The records could not be read.");
    again.setAttribute("aria-disabled", String(busy));
    fill(again, busy ? "Reading…" : "Look again");
    table.hidden = !top.as_of;
  };
  model.on("change:overview change:busy", update);
  update();
  return el("header", { class: "byp-records-top" },
    el("div", {}, served() ? el("p", { class: "byp-way-home" }, pageLink("", "All lessons")) : null, practice, el("h1", {}, "Training records"), asOf), el("div", { class: "byp-row" }, table, again));
}

/** The key figures. Each filters the list of people. */
function recordFigures(model, query, show) {
  const row = el("div", { class: "byp-figures", role: "group", "aria-label": "Key figures" });
  const update = () => {
    const { figures } = model.get("overview");
    row.hidden = !figures.length;
    refill(row, figures.map((one) => el("button", {
      type: "button", "data-keep": `figure-${one.state}`, class: `byp-figure byp-figure-${one.state || "all"} ${one.number ? "" : "byp-none"}`,
      "aria-pressed": String(one.state === query.get().state),
      onclick: () => { query.set({ ...query.everything, state: one.state }); show(); },
    }, el("span", { class: "byp-number" }, one.number.toLocaleString("en-US")), el("span", { class: "byp-label" }, one.label), el("span", { class: "byp-soft byp-small" }, one.note))));
  };
  model.on("change:overview", update);
  query.watch(update);
  update();
  return row;
}

function peopleQuery(model) {
  const everything = { search: "", role: "", lesson: "", state: "" };
  let now = { ...everything, sort: "name", descending: false, page: 1 };
  const watchers = [];
  return {
    everything,
    get: () => now,
    set(change) {
      now = { ...now, page: 1, ...change };
      model.send({ do: "people", query: now });
      watchers.forEach((watch) => watch());
    },
    watch: (watch) => watchers.push(watch),
    filtered: () => Object.keys(everything).some((name) => now[name] !== ""),
  };
}

function peopleFilters(model, query) {
  const choice = (name, label) => {
    const select = el("select", { id: `byp-by-${name}`, onchange: () => query.set({ [name]: select.value }) });
    return { name, select, field: el("label", { class: "byp-field", for: `byp-by-${name}` }, el("span", {}, label), select) };
  };
  const selects = [choice("state", "Show"), choice("role", "Role"), choice("lesson", "Lesson")];
  let pause = null;
  const search = el("input", {
    type: "search", id: "byp-by-search", autocomplete: "off", spellcheck: "false",
    oninput: () => { clearTimeout(pause); pause = setTimeout(() => query.set({ search: search.value }), 250); },
  });
  const clear = el("button", { type: "button", class: "byp-button byp-slim", onclick: () => { query.set(query.everything); search.focus(); } }, "Show everybody");
  const follow = () => {
    for (const { name, select } of selects) select.value = query.get()[name];
    if (document.activeElement !== search) search.value = query.get().search;
    clear.hidden = !query.filtered();
  };
  const offer = () => {
    for (const { name, select } of selects) {
      fill(select, el("option", { value: "" }, name === "state" ? "Everybody" : "All"),
        (model.get("overview").choices[name] || []).map((one) => el("option", { value: one.value }, one.label)));
    }
    follow();
  };
  model.on("change:overview", offer);
  query.watch(follow);
  offer();
  return el("div", { class: "byp-filters", role: "search", "aria-label": "Filter the people" },
    el("label", { class: "byp-field byp-grow", for: "byp-by-search" }, el("span", {}, "Name or code"), search), selects.map((one) => one.field), clear);
}

function peopleList(model, query) {
  const box = el("div", { class: "byp-stack" });

  function head([sort, name]) {
    if (!sort) return { name };
    const { sort: by, descending } = query.get();
    const turn = () => query.set({ sort, descending: by === sort && !descending });
    return {
      node: el("button", { type: "button", class: "byp-sort", "data-keep": `sort-${sort}`, onclick: turn }, name, el("span", { class: "byp-arrow", "aria-hidden": "true" })),
      sorted: by === sort ? (descending ? "descending" : "ascending") : null,
    };
  }

  function row(one, lesson) {
    return cell("tr", {},
      cell("td", { class: "byp-cell-name" }, el("button", { type: "button", class: "byp-link byp-open", "data-keep": `open-${one.person}`, "data-person": one.person, onclick: () => model.send({ do: "person", person: one.person }) }, one.name),
        one.left ? el("span", { class: "byp-tag byp-left" }, one.left) : null),
      named("Role", {}, one.role || el("span", { class: "byp-soft" }, "not recorded")),
      named("Lessons passed", {}, progressBar(one)),
      named("Overdue", { class: "byp-cell-late" }, one.overdue ? stateTag("late", `${one.overdue} overdue`) : el("span", { class: "byp-soft" }, one.left ? "–" : "none"),
        one.lapsed && !one.left ? el("span", { class: "byp-soft byp-small byp-block" }, `${counted(one.lapsed, "certificate")} lapsed`) : null),
      lesson ? named(lesson, {}, one.lesson) : named("Most urgent", {}, one.next || el("span", { class: "byp-soft" }, "nothing")),
      named("Last answer", { class: "byp-nowrap" }, one.last || el("span", { class: "byp-soft" }, "never")));
  }

  const update = () => {
    const list = model.get("people");
    const heads = PEOPLE_HEADS.map(([sort, name]) => head([sort, !sort && list.lesson ? list.lesson : name]));
    refill(box,
      list.total ? listTable("People and where they stand; the name opens somebody's whole record", heads, list.rows.map((one) => row(one, list.lesson)))
        : el("p", { class: "byp-soft" }, model.get("overview").as_of ? (query.filtered() ? "Nobody fits what you asked for." : "Nobody is in the table of staff yet.") : "Reading the records…"),
      recordPager(list, ["person", "people"], "Pages of the list of people", (page) => query.set({ page })));
  };
  model.on("change:people change:overview", update);
  update();
  return box;
}

/** How many of somebody's lessons are passed: numbers for everybody, a bar for the eye. */
function progressBar({ passed, of, late_of_mine: late }) {
  const bar = el("span", { class: "byp-share byp-share-two", "aria-hidden": "true" }, el("span", {}), el("span", { class: "byp-share-late" }));
  bar.children[0].style.width = `${of ? (100 * passed) / of : 0}%`;
  bar.children[1].style.width = `${of ? (100 * late) / of : 0}%`;
  return el("span", { class: "byp-share-box" }, bar, el("span", {}, `${passed} of ${of}`));
}

function lateList(model) {
  const box = el("div", { class: "byp-stack" });
  const row = (one) => cell("tr", {},
    cell("td", { class: "byp-cell-name" }, el("button", { type: "button", class: "byp-link byp-open", "data-keep": `late-${one.person}`, "data-person": one.person, onclick: () => model.send({ do: "person", person: one.person }) }, one.name),
      el("span", { class: "byp-soft byp-small byp-block" }, one.role)),
    named("Since", { class: "byp-nowrap" }, one.since, el("span", { class: "byp-soft byp-small byp-block" }, counted(one.days, "day"))),
    named("Lessons", {}, el("ul", { class: "byp-late-lessons" }, one.lessons.map((each) => el("li", {}, lessonLink(each.slug, each.title), each.due === one.since ? null : el("span", { class: "byp-soft byp-small" }, ` since ${each.due}`))))),
    named("What they are told", { class: "byp-why" }, one.why.map((words) => el("p", {}, words))));
  const update = () => {
    const list = model.get("late");
    refill(box,
      el("h2", {}, "Overdue"),
      list.total ? el("p", { class: "byp-soft" }, "First who has waited longest. A talk helps more than a reminder: ask what keeps them from it.") : null,
      list.total ? listTable("Everybody with lessons that are overdue", ["Name", "Since", "Lessons", "What they are told"], list.rows.map(row))
        : el("p", { class: "byp-soft" }, model.get("overview").as_of ? "Nothing is overdue." : "Reading the records…"),
      recordPager(list, ["person", "people"], "Pages of what is overdue", (page) => model.send({ do: "late", page })));
  };
  model.on("change:late change:overview", update);
  update();
  return box;
}
