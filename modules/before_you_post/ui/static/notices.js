// What is going on: the progress of a check, and what went wrong, said calmly with the way out.

function progressNotice(model) {
  const words = el("p", { class: "byp-stage", role: "status" });
  const count = el("p", { class: "byp-soft", "aria-hidden": "true" });
  const bar = el("div", { class: "byp-bar", role: "progressbar", "aria-label": "Progress of the check", "aria-valuemin": 0 }, el("span", {}));
  const box = el("section", { class: "byp-card byp-progress", "aria-label": "Check in progress" }, words, bar, count);
  let stage = "";

  function update() {
    const progress = model.get("progress");
    box.hidden = progress === null;
    if (progress === null) return void (stage = "");
    if (progress.stage !== stage) fill(words, (stage = progress.stage));
    const known = progress.total > 0;
    const share = known ? Math.min(progress.done / progress.total, 1) : 0;
    bar.classList.toggle("byp-bar-open", !known);
    bar.firstChild.style.width = known ? `${(100 * share).toFixed(1)}%` : "";
    if (known) {
      bar.setAttribute("aria-valuemax", progress.total);
      bar.setAttribute("aria-valuenow", progress.done);
      bar.setAttribute("aria-valuetext", `${progress.done} of ${progress.total}`);
    } else ["aria-valuemax", "aria-valuenow", "aria-valuetext"].forEach((name) => bar.removeAttribute(name));
    const numbers = `${progress.done.toLocaleString("en-US")} of ${progress.total.toLocaleString("en-US")}`;
    fill(count, known ? numbers : "");
  }

  model.on("change:progress", update);
  update();
  return box;
}

function troubleNotice(model) {
  const box = el("section", { class: "byp-card byp-trouble", role: "alert" });

  function update() {
    const trouble = model.get("trouble");
    box.hidden = trouble === null;
    if (trouble === null) return void fill(box);
    const all = [...trouble.parts, { name: "What to do", words: trouble.remedy }];
    const parts = all.flatMap((part) => [el("dt", {}, part.name), el("dd", {}, part.words)]);
    fill(box, el("h2", {}, trouble.title), el("dl", { class: "byp-pairs" }, parts));
  }

  model.on("change:trouble", update);
  update();
  return box;
}

/** Tells the reader when the program behind the page has gone: it answers every request, so silence means that. */
function silenceNotice(model) {
  const PATIENCE = 20000; // milliseconds; a busy check may delay an answer, but not for so long
  const box = el("section", { class: "byp-card byp-trouble", role: "alert", hidden: true });
  let timer = null;
  const send = model.send.bind(model);
  model.send = (message, ...rest) => {
    timer ??= setTimeout(() => {
      box.hidden = false;
      fill(box, el("h2", {}, "This page has lost its connection"),
        el("p", {}, "The program behind it is not running any more. Close this page and start the dashboard again; everything that was checked has been kept."));
    }, PATIENCE);
    return send(message, ...rest);
  };
  model.on("msg:custom", () => {
    clearTimeout(timer);
    timer = null;
    box.hidden = true;
  });
  return box;
}
