// The two views of an audit, as tabs: the published photos, and the practice itself.

function views(model, panels) {
  const shownPanels = panels.map((panel) => el("div", { role: "tabpanel", id: `byp-view-${panel.name}`, "aria-labelledby": `byp-tab-${panel.name}` }, panel.nodes));
  const { bar, tabs } = tabBar(panels, shownPanels, "Views");

  function update() {
    bar.hidden = !model.get("overview").as_of;
    panels.forEach((panel, at) => {
      const waiting = panel.waiting();
      fill(tabs[at], panel.label, waiting ? el("span", { class: "byp-tab-count" }, waiting.toLocaleString("en-US"), el("span", { class: "byp-hidden" }, " to deal with")) : null);
    });
  }

  model.on("change:overview change:practice", update);
  update();
  return [bar, ...shownPanels];
}

/** What our notes on the law do not cover, and what of them should have been looked at again: said once, calmly. */
function lawNotice(model) {
  const box = el("section", { class: "byp-card byp-law", "aria-label": "What the notes on the law cover" });

  function update() {
    const { lines, due } = model.get("overview").law;
    box.hidden = !lines.length && !due.length;
    const old = (one) => el("li", {}, "Our notes on ", el("b", {}, one.about), " should have been looked at again by ", day(one.by), ".");
    fill(box,
      lines.length ? el("p", {}, lines.join(" ")) : null,
      due.length ? el("details", {}, el("summary", {}, `${counted(due.length, "point")} of the law should have been looked at again; ask your counsel about ${due.length === 1 ? "it" : "these"}.`), el("ul", {}, due.map(old))) : null);
  }

  model.on("change:overview", update);
  update();
  return box;
}
