// Views behind tabs. Arrow keys walk from tab to tab, as people who use a screen reader expect.

/** The bar of tabs over those views; `panels` have the names, `views` are what each tab shows, in the same order. */
function tabBar(panels, views, label) {
  const tabs = panels.map((panel, at) => el("button", {
    type: "button", role: "tab", id: `byp-tab-${panel.name}`, "aria-controls": `byp-view-${panel.name}`, class: "byp-tab",
    onclick: () => choose(at), onkeydown: (event) => walk(event, at),
  }, panel.label));
  const bar = el("div", { class: "byp-tabs", role: "tablist", "aria-label": label }, tabs);

  function choose(at) {
    tabs.forEach((tab, place) => {
      tab.setAttribute("aria-selected", String(place === at));
      tab.setAttribute("tabindex", place === at ? "0" : "-1");
      views[place].hidden = place !== at;
    });
  }

  function walk(event, at) {
    const to = { ArrowRight: (at + 1) % tabs.length, ArrowLeft: (at + tabs.length - 1) % tabs.length, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    choose(to);
    tabs[to].focus();
  }

  choose(0);
  return { bar, tabs, choose };
}
