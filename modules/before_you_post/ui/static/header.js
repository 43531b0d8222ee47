// The top of the page: whose photos, as of when, and the few things one can do with the whole audit.

function header(model, say) {
  const name = el("h1", {});
  const asOf = el("p", { class: "byp-as-of" });
  const excel = el("button", { type: "button", class: "byp-button", onclick: () => save("excel") }, "Save as Excel");
  const json = el("button", { type: "button", class: "byp-button", onclick: () => save("json") }, "Save as JSON");
  const again = el("button", { type: "button", class: "byp-button byp-main", onclick: check }, "Check again");

  function check() {
    if (again.getAttribute("aria-disabled") === "true") return;
    model.send({ do: "check" });
  }

  function save(format) {
    say("Preparing the file.");
    model.send({ do: "export", format });
  }

  function update() {
    const overview = model.get("overview");
    fill(name, overview.practice);
    fill(asOf, ...(overview.as_of ? ["Checked as of ", day(overview.as_of)] : ["Not checked yet"]));
    excel.hidden = json.hidden = !overview.as_of;
    const busy = model.get("progress") !== null;
    again.setAttribute("aria-disabled", String(busy));
    fill(again, busy ? "Checking…" : overview.as_of ? "Check again" : "Check now");
  }

  model.on("change:overview change:progress", update);
  model.on("msg:custom", (message, buffers) => {
    if (message.tell !== "file") return;
    const address = URL.createObjectURL(new Blob([buffers[0]], { type: message.media }));
    el("a", { href: address, download: message.name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
    say(`Saved as ${message.name} where your browser keeps downloads.`);
  });
  update();
  return el("header", { class: "byp-top" },
    el("div", {}, el("p", { class: "byp-product" }, "Before You Post"), name, asOf),
    el("div", { class: "byp-actions" }, excel, json, again));
}
