// Answers that are typed: a number with its unit, or a day.

function typing(asked, names) {
  const day = asked.kind === "date";
  const input = el("input", day
    ? { id: names.group, type: "date", min: "1990-01-01", max: "2099-12-31" }
    : { id: names.group, type: "text", inputmode: "decimal", autocomplete: "off", maxlength: 40 });
  const label = el("label", { for: names.group }, day ? "The day" : asked.unit ? `Your answer, in ${asked.unit}` : "Your answer");
  return {
    node: el("div", { class: "byp-field byp-typed" }, label, input),
    read() {
      const typed = input.value.trim();
      return typed ? { answer: typed } : { missing: day ? "Enter a day first." : "Enter a number first." };
    },
  };
}
