// Small parts that every list of the manager's page is made of: tabs, tables, pages, and signs beside words.

const STATE_MARKS = { passed: "clear", current: "clear", lapsed: "fix", late: "take_down", begun: "review", missed: "fix", review: "review", new: "not_determined" };

/** A word with its sign; the sign has its own shape, so that nobody depends on its colour. */
function stateTag(state, words) {
  return el("span", { class: `byp-tag byp-state byp-state-${state}` }, mark(STATE_MARKS[state] || "unknown"), words);
}

function recordTabs(panels) {
  const views = panels.map((panel) => el("section", { role: "tabpanel", id: `byp-view-${panel.name}`, "aria-labelledby": `byp-tab-${panel.name}`, class: "byp-card byp-view" }, panel.nodes));
  const { bar, tabs, choose } = tabBar(panels, views, "Training records");
  return { bar, views, tabs, choose: (name) => choose(panels.findIndex((panel) => panel.name === name)) };
}

/** A table that becomes a list of small cards on a phone. */
function listTable(caption, heads, rows) {
  const head = heads.map((one) => cell("th", { scope: "col", "aria-sort": one.sorted || null, class: one.number ? "byp-num" : null }, one.node || one.name || one));
  return cell("table", { class: "byp-table" }, el("caption", { class: "byp-hidden" }, caption), cell("thead", {}, cell("tr", {}, head)), cell("tbody", {}, rows));
}

function named(name, attributes, ...children) {
  return cell("td", { "data-name": name, ...attributes }, ...children);
}

/** A share as a bar beside its numbers; the bar is for the eye only. */
function shareBar({ percent, right, count }) {
  const bar = el("span", { class: "byp-share", "aria-hidden": "true" }, el("span", {}));
  bar.firstChild.style.width = `${percent}%`;
  return el("span", { class: "byp-share-box" }, bar, el("b", {}, `${percent}%`), el("span", { class: "byp-soft byp-small" }, `${right.toLocaleString("en-US")} of ${count.toLocaleString("en-US")} right`));
}

/** Which part of a list is shown, and the way to the rest. ``turn`` is told the number of a page. */
function recordPager(list, noun, label, turn) {
  const { rows, total, page, pages, size } = list;
  if (!total) return null;
  const first = (page - 1) * size + 1;
  const button = (to, words) => el("button", {
    type: "button", class: "byp-button byp-slim", "aria-disabled": String(to < 1 || to > pages),
    onclick: (event) => event.currentTarget.getAttribute("aria-disabled") !== "true" && turn(to),
  }, words);
  return el("nav", { class: "byp-row byp-pager", "aria-label": label },
    el("p", { class: "byp-soft", role: "status" }, pages === 1 ? counted(total, ...noun) : `${first}–${first + rows.length - 1} of ${counted(total, ...noun)}`),
    pages > 1 ? el("div", { class: "byp-row" }, button(page - 1, "Previous page"), button(page + 1, "Next page")) : null);
}

/** Put new nodes in place, and the focus back on what had it, by its words, where that is still there. */
function refill(node, ...children) {
  const held = node.contains(document.activeElement) ? document.activeElement : null;
  const [words, name, keep] = held ? [held.textContent, held.tagName, held.dataset.keep] : [];
  fill(node, ...children);
  if (!held) return;
  const alike = [...node.querySelectorAll(name)];
  (alike.find((one) => keep && one.dataset.keep === keep) || alike.find((one) => !keep && one.textContent === words))?.focus();
}

function lessonLink(slug, title) {
  return slug ? pageLink(`lessons/${slug}`, title, {}) : title;
}

function recordTrouble(model) {
  const box = el("section", { class: "byp-trouble byp-stack", role: "alert" });
  const update = () => {
    const trouble = model.get("trouble");
    box.hidden = trouble === null;
    if (trouble === null) return void fill(box);
    const parts = [...trouble.parts, { name: "What to do", words: trouble.remedy }];
    fill(box, el("h2", {}, trouble.title), factList(parts));
  };
  model.on("change:trouble", update);
  update();
  return box;
}

function factList(parts) {
  return el("dl", { class: "byp-facts" }, parts.map((part) => el("div", {}, el("dt", {}, part.name), el("dd", {}, part.words))));
}
