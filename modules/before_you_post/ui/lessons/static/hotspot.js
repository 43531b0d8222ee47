// Places in a picture: marked by a click or a tap, or in the list below it. Both show the same at every moment.

function hotspot(asked, names, figure) {
  const list = choices(asked, names);
  const spots = asked.options.map((option, at) => spot(option.region, at + 1));
  const layer = el("div", { class: "byp-spots", "aria-hidden": "true" }, spots);
  const keepInStep = () => list.inputs.forEach((input, at) => spots[at].classList.toggle("byp-spot-on", input.checked));
  list.node.addEventListener("change", keepInStep);
  figure.stage.append(layer);
  layer.addEventListener("click", (event) => {
    const at = nearest(asked.options, layer.getBoundingClientRect(), event);
    if (at < 0) return;
    list.inputs[at].checked = !list.inputs[at].checked;
    keepInStep();
  });
  return { ...list, letGo: () => layer.remove() };
}

/** A frame over the picture. Places are shares of its width and height. */
function spot([left, top, width, height], number, sign = "") {
  const node = el("span", { class: `byp-spot ${sign ? `byp-is-${sign}` : ""}` }, el("b", {}, number));
  Object.assign(node.style, { left: `${left * 100}%`, top: `${top * 100}%`, width: `${width * 100}%`, height: `${height * 100}%` });
  return node;
}

/** Which place holds the point that was clicked: the smallest, where several lie over each other; -1 = none. */
function nearest(options, frame, event) {
  const x = (event.clientX - frame.left) / frame.width;
  const y = (event.clientY - frame.top) / frame.height;
  const near = 0.02; // a finger is no needle
  const held = options.map((option, at) => ({ at, region: option.region })).filter(({ region: [left, top, width, height] }) =>
    x >= left - near && x <= left + width + near && y >= top - near && y <= top + height + near);
  held.sort((one, other) => one.region[2] * one.region[3] - other.region[2] * other.region[3]);
  return held.length ? held[0].at : -1;
}

/** After the answer: every place with its sign. */
function markedSpots(asked, parts) {
  const signs = new Map(parts.map((part) => [part.id, part.sign]));
  return el("div", { class: "byp-spots byp-spots-done", "aria-hidden": "true" },
    asked.options.map((option, at) => spot(option.region, at + 1, signs.get(option.id))));
}
