// The key figures. Each verdict's figure is a button that filters the list below.

function figures(model, query) {
  const row = el("div", { class: "byp-figures", role: "group", "aria-label": "Published photos by what has to be done" });

  function update() {
    const overview = model.get("overview");
    row.hidden = !overview.as_of;
    if (!overview.as_of) return;
    const places = overview.channels.map((channel) =>
      el("li", {}, channel.name, " ", el("b", {}, channel.photos.toLocaleString("en-US")),
        channel.more ? el("span", { class: "byp-soft byp-block" }, channel.more) : null));
    const published = el("div", { class: "byp-figure byp-published" },
      el("span", { class: "byp-number" }, overview.photos.toLocaleString("en-US")),
      el("span", { class: "byp-label" }, overview.photos === 1 ? "published photo" : "published photos"),
      el("ul", { class: "byp-places" }, places));
    const verdicts = overview.verdicts.map((verdict) => {
      const pressed = query.get().verdict === verdict.code;
      return el("button", {
        type: "button", "aria-pressed": String(pressed), title: verdict.sentence, "data-verdict": verdict.code,
        class: `byp-figure byp-is-${verdict.code}${verdict.photos ? "" : " byp-none"}`,
        onclick: () => query.set({ verdict: query.get().verdict === verdict.code ? "" : verdict.code }),
      },
      el("span", { class: "byp-number" }, verdict.photos.toLocaleString("en-US")),
      el("span", { class: "byp-label" }, mark(verdict.code), verdict.label));
    });
    fill(row, published, verdicts);
  }

  function press() {
    for (const button of row.querySelectorAll("[data-verdict]")) {
      button.setAttribute("aria-pressed", String(button.dataset.verdict === query.get().verdict));
    }
  }

  model.on("change:overview", update);
  query.watch(press);
  update();
  return row;
}
