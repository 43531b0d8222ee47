// What the things to try in a lesson share: a card with a heading, a line for what went wrong, signs of work, pictures.

const ALREADY = "aria-disabled"; // a button at work keeps the focus, which one switched off would lose

function freshId(name) {
  return `byp-${name}-${Math.random().toString(36).slice(2, 9)}`;
}

/** The card of a thing to try. `body` is what it holds; `listen` and `picture` are undone when the page lets go of it. */
function tryCard(model, host, title) {
  host.classList.add("byp-lesson-host");
  const undo = [];
  const heading = freshId("try");
  const trouble = el("p", { class: "byp-trouble", role: "alert", hidden: true });
  const waiting = el("div", { class: "byp-waiting", hidden: true },
    el("div", { class: "byp-waiting-bar", "aria-hidden": "true" }, el("span")), el("p", { class: "byp-soft" }));
  const status = el("p", { class: "byp-hidden", role: "status" });
  const body = el("div", { class: "byp-stack" });
  const root = el("section", { class: "byp byp-lesson byp-try", "data-lm-suppress-shortcuts": "true", "aria-labelledby": heading },
    el("div", { class: "byp-card byp-stack" },
      el("div", {}, el("p", { class: "byp-kicker" }, "Try it"), el("h3", { id: heading }, title)), body, waiting, trouble, status));
  host.append(root);

  function listen(name, act) {
    model.on(`change:${name}`, act);
    undo.push(() => model.off(`change:${name}`, act));
    act();
  }
  function picture(name, alternative) {
    return pictureOf(model, name, alternative, undo);
  }
  function sample() {
    return samplePicture(model, undo);
  }
  /** Words for whoever listens instead of looking; the same words twice are said twice. */
  function say(words) {
    fill(status);
    setTimeout(() => fill(status, words), 60);
  }
  listen("working", () => {
    const words = model.get("working");
    fill(waiting.lastElementChild, words);
    waiting.hidden = !words;
    if (words) say(words);
    for (const button of root.querySelectorAll("[data-works]")) {
      if (words) button.setAttribute(ALREADY, "true");
      else button.removeAttribute(ALREADY);
    }
  });
  listen("trouble", () => {
    fill(trouble, model.get("trouble"));
    trouble.hidden = !model.get("trouble");
  });
  return { root, body, listen, picture, sample, say, close: () => undo.forEach((each) => each()) };
}

/** A button that makes the programs work; while they do, it does nothing more. */
function workButton(words, act) {
  return el("button", {
    type: "button", class: "byp-button byp-main", "data-works": true,
    onclick: (event) => { if (event.currentTarget.getAttribute(ALREADY) !== "true") act(); },
  }, words);
}

/** A picture that the kernel sent as bytes; it has no address that a server would know. */
function pictureOf(model, name, alternative, undo) {
  const bytes = model.get("pictures")[name];
  if (!bytes) return el("p", { class: "byp-no-picture" }, "There is no picture to show.");
  const address = URL.createObjectURL(new Blob([bytes], { type: "image/jpeg" }));
  undo.push(() => URL.revokeObjectURL(address));
  return el("img", { src: address, alt: alternative, decoding: "async" });
}

/** The picture of a sample, which the kernel reads once somebody has the page in front of them. */
function samplePicture(model, undo) {
  const node = el("div", { class: "byp-sample" }, el("p", { class: "byp-soft byp-small", role: "status" }, "Getting the picture…"));
  const show = () => { if (model.get("arrived")) fill(node, pictureOf(model, "photo", model.get("given").alt, undo)); };
  model.on("change:arrived", show);
  undo.push(() => model.off("change:arrived", show));
  show();
  if (!model.get("arrived")) model.send({ do: "here" });
  return node;
}
