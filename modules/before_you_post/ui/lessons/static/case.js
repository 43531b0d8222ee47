// What a question is about: a sample photo and its papers. They are asked for when the question is shown, and the
// picture travels as bytes; the server has no address for it.

const MANY = 9; // lines that are shown without folding

/** The figure of a question's case. `stage` is the frame around the picture, for places that are marked on it. */
function caseFigure(model, asked) {
  const waiting = el("p", { class: "byp-soft byp-small", role: "status" }, "Getting the picture and papers…");
  const stage = el("div", { class: "byp-stage" });
  const node = el("div", { class: "byp-case" }, waiting);
  let address = null;
  const arrived = (told, buffers) => {
    if (told.tell !== "case" || told.question !== asked.id) return;
    model.off("msg:custom", arrived);
    const parts = [];
    if (buffers.length) {
      address = URL.createObjectURL(new Blob([buffers[0]], { type: "image/jpeg" }));
      stage.prepend(el("img", { src: address, alt: told.alt }));
      parts.push(el("figure", {}, stage, el("figcaption", {}, sampleNote())));
    }
    const many = told.lines.length > MANY;
    if (told.lines.length) parts.push(many ? folded(told.lines) : papers(told.lines, false));
    if (told.trouble) parts.push(el("p", { class: "byp-trouble" }, told.trouble));
    fill(node, ...parts);
    node.hidden = !parts.length;
    node.classList.toggle("byp-beside", buffers.length > 0 && told.lines.length > 0 && !many && asked.kind !== "hotspot");
  };
  model.on("msg:custom", arrived);
  model.send({ do: "case", question: asked.id });
  return { node, stage, letGo() { model.off("msg:custom", arrived); if (address) URL.revokeObjectURL(address); } };
}

function papers(lines, many) {
  return el("dl", { class: `byp-papers ${many ? "byp-papers-many" : ""}` },
    lines.map((line) => el("div", {}, el("dt", {}, line.label), el("dd", {}, line.words))));
}

/** A long list of facts: open where there is room for it, folded away on a phone. */
function folded(lines) {
  const room = matchMedia("(min-width: 44rem)").matches;
  return el("details", { class: "byp-folded", open: room }, el("summary", {}, `What is on file (${lines.length} lines)`), papers(lines, true));
}
