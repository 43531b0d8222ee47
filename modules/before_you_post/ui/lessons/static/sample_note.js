// Said once on a page: whom its pictures show.

/** The line that every page with sample pictures says once: the first of them on the page is seen, the others hide. */
function sampleNote() {
  const note = el("p", { class: "byp-sample-note" }, "Sample picture, made by a program: nobody in it exists.");
  const settle = () => document.querySelectorAll(".byp-sample-note").forEach((each, at) => { each.hidden = at > 0; });
  setTimeout(settle, 0);
  setTimeout(settle, 400); // a page lays its cells out one after the other
  return note;
}
