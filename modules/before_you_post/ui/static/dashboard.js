// Puts the page together. What the kernel knows arrives as the model's values; what the reader does leaves as small
// messages: check, list, open, close, export, picture, form, matters, matter, originals, decide, match, worksheet.

function render({ model, el: root }) {
  const announcer = el("p", { class: "byp-hidden", role: "status" });
  const say = (words) => fill(announcer, words);
  const silence = silenceNotice(model);
  const query = queryDesk(model);
  const pictures = pictureDesk(model);
  const list = photoTable(model, query, pictures);
  const results = el("section", { class: "byp-card byp-list", "aria-labelledby": "byp-list-title" },
    el("h2", { id: "byp-list-title", tabindex: -1 }, "Published photos"), photoFilters(model, query), list.node, pager(model, query));
  const tools = {
    desk: decisionDesk(model, say),
    originals: originalDesk(model),
    open: (photo) => model.send({ do: "open", photo }),
    audit: () => model.get("rows").audit,
  };
  const detail = photoDetail(model, pictures, signedForms(model), tools, say, (photo) => {
    const row = list.body.querySelector(`[data-photo="${CSS.escape(photo)}"].byp-open`);
    (row || results.querySelector("h2")).focus();
  });
  const practice = practiceView(model, tools);
  const matter = matterDetail(model, tools, (last) => practice.querySelector(`[data-keep="${CSS.escape(`${last.kind} ${last.id}`)}"]`)?.focus());
  const notes = el("p", { class: "byp-notes byp-soft byp-small" });
  const showResults = () => {
    results.hidden = !model.get("overview").as_of;
    fill(notes, model.get("overview").note);
  };
  model.on("change:overview", showResults);
  showResults();
  const urgent = (counts, name) => counts.filter((one) => one.code !== "clear").reduce((sum, one) => sum + one[name], 0);
  const both = views(model, [
    { name: "photos", label: "Published photos", nodes: [figures(model, query), changes(model), problems(model), results], waiting: () => urgent(model.get("overview").verdicts, "photos") },
    { name: "practice", label: "The practice", nodes: [practice], waiting: () => urgent(model.get("practice").verdicts, "matters") },
  ]);

  root.classList.add("byp-host");
  const page = el("div", { class: "byp", "data-lm-suppress-shortcuts": "true" },
    header(model, say), silence, troubleNotice(model), progressNotice(model), lawNotice(model), both, notes, detail.node, matter, announcer);
  root.append(page);
  detail.update();
  return () => pictures.letGo();
}

export default { render };
