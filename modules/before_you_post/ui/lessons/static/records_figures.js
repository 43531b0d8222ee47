// How rules and questions are answered, and what the check of the records found.

function ruleList(model) {
  const box = el("div", { class: "byp-stack" });
  const row = (one) => cell("tr", {},
    cell("td", { class: "byp-cell-title" }, one.title),
    named("Right answers", {}, shareBar(one)),
    named("How far to trust it", {}, one.trust || el("span", { class: "byp-soft" }, "–")),
    named("Lesson", {}, one.lesson ? lessonLink(one.slug, one.lesson) : "–"));
  const update = () => {
    const list = model.get("rules");
    refill(box,
      el("h2", {}, "Right answers by rule"),
      el("p", { class: "byp-soft" }, "The weakest first: what stands on top is worth ten minutes at the next staff meeting. Every try counts, first and later ones. Rules with fewer than five answers stand last."),
      list.total ? listTable("Rules and the share of right answers, the weakest first", ["What was asked about", "Right answers", "How far to trust it", "Taught in"], list.rows.map(row)) : noAnswers(),
      recordPager(list, ["rule"], "Pages of the rules", (page) => model.send({ do: "rules", page })));
  };
  model.on("change:rules", update);
  update();
  return box;
}

function noAnswers() {
  return el("p", { class: "byp-soft" }, "No quiz has been answered yet.");
}

function questionList(model) {
  let query = { lesson: "", order: "flagged", page: 1 };
  const ask = (change) => { query = { ...query, page: 1, ...change }; model.send({ do: "questions", query }); };
  const lesson = el("select", { id: "byp-question-lesson", onchange: () => ask({ lesson: lesson.value }) });
  const order = el("select", { id: "byp-question-order", onchange: () => ask({ order: order.value }) },
    [["flagged", "What to look at first"], ["share", "Hardest first"], ["count", "Most asked first"]].map(([value, words]) => el("option", { value }, words)));
  const list = el("div", { class: "byp-stack" });

  const offer = () => {
    fill(lesson, el("option", { value: "" }, "All"), (model.get("overview").choices.lesson || []).map((one) => el("option", { value: one.value }, one.label)));
    lesson.value = query.lesson;
  };
  const update = () => {
    const shown = model.get("questions");
    refill(list,
      shown.total ? el("ul", { class: "byp-items" }, shown.rows.map(questionItem)) : noAnswers(),
      recordPager(shown, ["question"], "Pages of the questions", (page) => ask({ page })));
  };
  model.on("change:overview", offer);
  model.on("change:questions", update);
  offer();
  update();
  return el("div", { class: "byp-stack" },
    el("h2", {}, "How the questions work"),
    el("p", { class: "byp-soft" }, "These figures flag; a person decides. No question is hidden or dropped by the program, and answers to an earlier wording are counted apart."),
    el("details", { class: "byp-fold" }, el("summary", {}, "How to read these figures"),
      el("ul", { class: "byp-points" },
        el("li", {}, "Share right: how many answers were right. It says how hard the question is."),
        el("li", {}, "Tells apart (from −1 to +1): whether those who do well on the rest of their quiz get this one right, too. Above +0.2 is good. Below 0, look whether its answer is right. (Corrected point-biserial.)"),
        el("li", {}, "Under 30 answers the figures are indicative only; under 100, read them with caution. A small office stays under that for long, and that is no fault."))),
    el("div", { class: "byp-filters" },
      el("label", { class: "byp-field", for: "byp-question-lesson" }, el("span", {}, "Lesson"), lesson),
      el("label", { class: "byp-field", for: "byp-question-order" }, el("span", {}, "Order"), order)),
    list);
}

function questionItem(one) {
  const options = one.options.map((option) => el("li", {},
    el("b", { class: "byp-option-share" }, option.percent ? `${option.percent}%` : "nobody"), el("span", {}, option.text, option.right ? el("span", { class: "byp-soft" }, " (right)") : null)));
  return el("li", { class: "byp-item" },
    el("p", { class: "byp-stem" }, one.stem),
    el("div", { class: "byp-row byp-item-figures" }, shareBar(one),
      el("span", { class: "byp-small" }, "Tells apart ", el("b", {}, one.tells), one.no_tells ? el("span", { class: "byp-soft" }, ` (${one.no_tells})`) : null),
      one.trust ? el("span", { class: "byp-tag" }, one.trust) : null),
    one.flags.map((flag) => el("p", { class: "byp-flag" }, mark("review"), flag)),
    el("p", { class: "byp-soft byp-small" }, one.lesson ? ["In ", lessonLink(one.slug, one.lesson), ". "] : "", one.former ? "An earlier wording. " : "", `${one.question}, version ${one.version}`),
    options.length ? el("details", { class: "byp-fold" }, el("summary", { "data-keep": `options-${one.question}-${one.version}` }, "What was chosen"), el("ul", { class: "byp-options" }, options)) : null);
}

function recordCheck(model) {
  const box = el("div", { class: "byp-stack" });
  const update = () => {
    const record = model.get("record");
    const state = record.whole === null ? "new" : record.whole ? "passed" : "late";
    refill(box,
      el("h2", {}, "Are the records whole?"),
      el("div", { class: `byp-check byp-check-${state}`, role: "status" },
        el("p", { class: "byp-check-words" }, mark(STATE_MARKS[state]), el("span", {}, record.words)),
        record.next ? el("p", {}, record.next) : null),
      el("div", { class: "byp-row" }, el("button", { type: "button", class: "byp-button", "data-keep": "verify", onclick: () => model.send({ do: "verify" }) }, "Check again"),
        record.checked ? el("span", { class: "byp-soft byp-small" }, `Checked ${record.checked}`) : null),
      factList([
        { name: "Lines", words: `${record.entries.toLocaleString("en-US")}, of every practice on this machine` },
        { name: "Last hash", words: record.last ? el("code", {}, record.last) : "none yet" },
        { name: "Kept in", words: el("code", {}, record.place) },
        { name: "Backup", words: record.backup },
        { name: "How long", words: record.keep },
      ]),
      el("details", { class: "byp-fold" }, el("summary", {}, "What this check can show, and what it cannot"), el("p", {}, record.cannot)));
  };
  model.on("change:record", update);
  update();
  return box;
}
