// Answers that are arranged: a list put in order, and things given their partner or their pile.

/** A list to put in order: by its buttons, which every keyboard reaches, or by dragging. */
function ordering(asked) {
  const list = el("ol", { class: "byp-order" });
  const said = el("p", { class: "byp-hidden", role: "status" });
  let dragged = null;
  const place = (item) => [...list.children].indexOf(item) + 1;
  const settle = () => [...list.children].forEach((item, at) => {
    item.querySelector(".byp-place").textContent = String(at + 1);
    item.querySelector("[data-by='-1']").setAttribute("aria-disabled", String(at === 0));
    item.querySelector("[data-by='1']").setAttribute("aria-disabled", String(at === list.children.length - 1));
  });
  const tell = (item, text) => { settle(); fill(said, `Place ${place(item)} of ${list.children.length}: ${text}`); };
  const move = (item, by, text, button) => {
    const other = by < 0 ? item.previousElementSibling : item.nextElementSibling;
    if (!other) return;
    if (by < 0) other.before(item); else other.after(item);
    tell(item, text);
    button.focus();
  };
  for (const option of asked.options) {
    const item = el("li", { draggable: "true", "data-option": option.id });
    const button = (by, sign, words) => el("button", {
      type: "button", class: "byp-button byp-move", "data-by": by, "aria-label": `${words}: ${option.text}`,
      onclick: (event) => move(item, by, option.text, event.currentTarget),
    }, el("span", { "aria-hidden": "true" }, sign));
    item.append(el("span", { class: "byp-place", "aria-hidden": "true" }), el("span", { class: "byp-what" }, option.text),
      el("span", { class: "byp-moves" }, button(-1, "↑", "Move up"), button(1, "↓", "Move down")));
    item.addEventListener("dragstart", (event) => { dragged = item; event.dataTransfer.effectAllowed = "move"; item.classList.add("byp-dragged"); });
    item.addEventListener("dragend", () => { item.classList.remove("byp-dragged"); dragged = null; tell(item, option.text); });
    item.addEventListener("dragover", (event) => {
      if (!dragged) return;
      event.preventDefault();
      if (dragged === item) return;
      if (place(dragged) < place(item)) item.after(dragged); else item.before(dragged);
      settle();
    });
    list.append(item);
  }
  settle();
  return {
    node: el("div", {}, list, said),
    read: () => ({ answer: [...list.children].map((item) => item.dataset.option) }),
  };
}

/** Each thing gets a partner or a pile: short names as buttons in a row, long ones from a list. */
function placing(asked, names) {
  const short = asked.places.length <= 3 && asked.places.every((name) => name.length <= 26);
  const rows = asked.options.map((option, at) => (short ? pills : picker)(option, asked.places, `${names.group}-${at}`));
  return {
    node: el("div", { class: "byp-placing" }, rows.map((row) => row.node)),
    read() {
      const answer = Object.fromEntries(rows.map((row) => [row.option, row.value()]));
      const open = Object.values(answer).filter((value) => !value).length;
      return open ? { missing: `${counted(open, "line is", "lines are")} still open.` } : { answer };
    },
  };
}

function pills(option, places, name) {
  const inputs = places.map((place) => el("input", { type: "radio", name, value: place }));
  const labels = places.map((place, at) => el("label", { class: "byp-pill" }, inputs[at], el("span", {}, place)));
  const node = el("fieldset", { class: "byp-placed" }, el("legend", {}, option.text), el("div", { class: "byp-pills" }, labels));
  return { option: option.id, node, value: () => inputs.find((input) => input.checked)?.value || "" };
}

function picker(option, places, name) {
  const select = el("select", { id: name }, el("option", { value: "" }, "Choose…"), places.map((place) => el("option", { value: place }, place)));
  const node = el("div", { class: "byp-placed" }, el("label", { for: name }, option.text), select);
  return { option: option.id, node, value: () => select.value };
}
