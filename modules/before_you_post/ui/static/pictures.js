// Pictures come from the kernel as bytes, on request, small and without their metadata; none has an address.

/** Asks the kernel for pictures and remembers them: pictures.show(imgElement, {of, which, name}). */
function pictureDesk(model) {
  const ready = new Map(); // key -> {address, width, height} or {problem}
  const waiting = new Map(); // key -> functions to call
  const LIMIT = 400; // pictures kept in the page before the oldest are let go
  const keyOf = (wanted) => JSON.stringify([wanted.audit, wanted.of, wanted.which, wanted.name || ""]);

  model.on("msg:custom", (message, buffers) => {
    if (message.tell !== "picture") return;
    const key = keyOf(message.wanted);
    const found = message.problem
      ? { problem: message.problem }
      : {
          address: URL.createObjectURL(new Blob([buffers[0]], { type: message.media })),
          width: message.width,
          height: message.height,
        };
    ready.set(key, found);
    for (const [old, value] of ready) {
      if (ready.size <= LIMIT) break;
      ready.delete(old);
      if (value.address) URL.revokeObjectURL(value.address);
    }
    for (const tell of waiting.get(key) || []) tell(found);
    waiting.delete(key);
  });

  function ask(wanted, tell) {
    const key = keyOf(wanted);
    if (ready.has(key)) return tell(ready.get(key));
    if (waiting.has(key)) return void waiting.get(key).push(tell);
    waiting.set(key, [tell]);
    model.send({ do: "picture", wanted });
  }

  /** Fills a frame with the picture, or with the reason why it cannot be shown; then calls `after` with its size. */
  function show(frame, wanted, alternative, after = () => {}) {
    ask(wanted, (found) => {
      if (found.problem) {
        fill(frame, el("p", { class: "byp-no-picture" }, wanted.which === "thumbnail" ? "No picture" : found.problem));
        return;
      }
      const image = el("img", { src: found.address, alt: alternative, decoding: "async" });
      if (wanted.which !== "thumbnail") {
        image.setAttribute("width", found.width);
        image.setAttribute("height", found.height);
      }
      fill(frame, image);
      after(found, frame);
    });
  }

  function letGo() {
    for (const value of ready.values()) if (value.address) URL.revokeObjectURL(value.address);
    ready.clear();
  }

  return { show, letGo };
}

/** Draws an outline over a picture: corners in the picture's own pixels, and a number or word at its upper left. */
function outline(frame, size, corners, label, kind) {
  if (corners.length < 3) return;
  const points = corners.map((point) => point.join(",")).join(" ");
  const box = { class: "byp-outline", viewBox: `0 0 ${size.width} ${size.height}`, preserveAspectRatio: "none" };
  frame.append(
    el("svg", { ...box, "aria-hidden": "true", focusable: "false" },
      el("polygon", { points, class: "byp-outline-under" }),
      el("polygon", { points, class: `byp-outline-over byp-outline-${kind}` })),
  );
  const clamp = (value) => Math.min(Math.max(value, 0), 96);
  const left = clamp((100 * Math.min(...corners.map((point) => point[0]))) / size.width);
  const top = clamp((100 * Math.min(...corners.map((point) => point[1]))) / size.height);
  const right = clamp(100 - (100 * Math.max(...corners.map((point) => point[0]))) / size.width);
  const place = `${left > 70 ? `right:${right}%` : `left:${left}%`};top:${top}%`; // a label near the right edge grows to the left
  frame.append(el("span", { class: `byp-outline-label byp-outline-label-${kind}`, style: place, "aria-hidden": "true" }, label));
}
