// The two views of an audit, as tabs: the published photos, and the practice itself.

function views(model, panels) {
  const tabs = panels.map((panel, at) => el("button", {
    type: "button", role: "tab", id: `byp-tab-${panel.name}`, "aria-controls": `byp-view-${panel.name}`, class: "byp-tab",
    onclick: () => choose(at), onkeydown: (event) => walk(event, at),
  }));
  const bar = el("div", { class: "byp-tabs", role: "tablist", "aria-label": "Views" }, tabs);
  const shownPanels = panels.map((panel) => el("div", { role: "tabpanel", id: `byp-view-${panel.name}`, "aria-labelledby": `byp-tab-${panel.name}` }, panel.nodes));
  let chosen = 0;

  function choose(at) {
    chosen = at;
    tabs.forEach((tab, place) => {
      tab.setAttribute("aria-selected", String(place === at));
      tab.setAttribute("tabindex", place === at ? "0" : "-1");
      shownPanels[place].hidden = place !== at;
    });
  }

  function walk(event, at) {
    const to = { ArrowRight: (at + 1) % tabs.length, ArrowLeft: (at + tabs.length - 1) % tabs.length, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    choose(to);
    tabs[to].focus();
  }

  function update() {
    bar.hidden = !model.get("overview").as_of;
    panels.forEach((panel, at) => {
      const waiting = panel.waiting();
      fill(tabs[at], panel.label, waiting ? el("span", { class: "byp-tab-count" }, waiting.toLocaleString("en-US"), el("span", { class: "byp-hidden" }, " to deal with")) : null);
    });
  }

  model.on("change:overview change:practice", update);
  choose(chosen);
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
