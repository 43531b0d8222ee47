// Puts the manager's page together. What the kernel knows arrives as the model's values; what the manager does leaves as
// small messages: look, people, late, rules, questions, person, close, save, certificate, table, assign, pin, verify.

function render({ model, el: root }) {
  const status = el("p", { class: "byp-said-here", role: "status" });
  const say = (words) => fill(status, words);
  const query = peopleQuery(model);
  const tabs = recordTabs([
    { name: "people", label: "People", nodes: [el("h2", {}, "People"), peopleFilters(model, query), peopleList(model, query)] },
    { name: "late", label: "Overdue", nodes: [lateList(model)] },
    { name: "rules", label: "Rules", nodes: [ruleList(model)] },
    { name: "questions", label: "Questions", nodes: [questionList(model)] },
    { name: "record", label: "Records", nodes: [recordCheck(model)] },
  ]);
  const notice = el("p", { class: "byp-note" });
  const lists = el("div", { class: "byp-stack" }, notice, recordFigures(model, query, () => tabs.choose("people")), el("div", {}, tabs.bar, tabs.views));
  const person = personView(model, say);
  let last = null;

  const top = () => {
    const seen = model.get("overview");
    fill(notice, seen.notice);
    notice.hidden = !seen.notice;
    fill(tabs.tabs[1], "Overdue", seen.late ? el("span", { class: "byp-tab-count" }, seen.late.toLocaleString("en-US"), el("span", { class: "byp-hidden" }, seen.late === 1 ? " lesson" : " lessons")) : null);
    const broken = model.get("record").whole === false;
    fill(tabs.tabs[4], "Records", broken ? el("span", { class: "byp-tab-count" }, "look") : null);
    lists.hidden = model.get("person") !== null || (!seen.as_of && model.get("trouble") !== null);
  };
  const turned = () => {
    const one = model.get("person");
    top();
    if (one !== null) { if (last !== one.person) say(""); last = one.person; return; }
    if (last === null) return;
    const back = [...lists.querySelectorAll(".byp-open")].find((button) => button.dataset.person === last && button.offsetParent);
    (back || tabs.tabs.find((tab) => tab.getAttribute("aria-selected") === "true")).focus();
    last = null;
    say("");
  };
  const heard = (told, buffers) => {
    if (told.tell !== "file") return;
    const address = URL.createObjectURL(new Blob([buffers[0]], { type: told.media }));
    el("a", { href: address, download: told.name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
    say(`Saved as ${told.name} where your browser keeps downloads. Keep it private: it is a personnel record.`);
  };
  model.on("change:overview change:record change:trouble", top);
  model.on("change:person", turned);
  model.on("msg:custom", heard);
  top();
  root.classList.add("byp-lesson-host");
  root.append(el("div", { class: "byp byp-lesson byp-records", "data-lm-suppress-shortcuts": "true" },
    recordsTop(model), recordTrouble(model), status, lists, person));
  return () => model.off();
}

export default { render };
