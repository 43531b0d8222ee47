// Answers that are chosen: radio buttons where one is right, boxes where several may be, lines of a form.

const ONE = ["single", "true_false", "decision"];

function choices(asked, names) {
  const type = ONE.includes(asked.kind) ? "radio" : "checkbox";
  const fields = asked.options.map((option, number) => {
    const input = el("input", { type, name: names.group, value: option.id });
    const mark = asked.kind === "hotspot" ? el("span", { class: "byp-spot-number", "aria-hidden": "true" }, number + 1) : null;
    return { input, node: el("label", { class: "byp-option" }, input, mark, el("span", {}, option.text)) };
  });
  const sheet = asked.kind === "defects";
  const node = el("div", { class: sheet ? "byp-sheet" : "byp-options" },
    sheet ? el("p", { class: "byp-sheet-title", "aria-hidden": "true" }, "The form") : null, fields.map((field) => field.node));
  return {
    node,
    inputs: fields.map((field) => field.input),
    read() {
      const chosen = fields.filter((field) => field.input.checked).map((field) => field.input.value);
      if (!chosen.length) return { missing: type === "radio" ? "Choose an answer first." : "Choose at least one first." };
      return { answer: chosen };
    },
  };
}
