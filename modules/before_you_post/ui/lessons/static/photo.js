// A sample photo with what it shows in words, and a caption.

function render({ model, el: host }) {
  const undo = [];
  const { caption } = model.get("given");
  host.classList.add("byp-lesson-host");
  host.append(el("div", { class: "byp byp-lesson byp-try byp-photo", "data-lm-suppress-shortcuts": "true" },
    el("figure", {},
      samplePicture(model, undo),
      el("figcaption", {}, caption ? el("p", {}, caption) : null, sampleNote()))));
  return () => undo.forEach((each) => each());
}

export default { render };
