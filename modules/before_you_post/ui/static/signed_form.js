// The paper itself: the scan of a signed form comes from the kernel as bytes, and opens in a tab of its own.

/** Asks the kernel for scans: forms.opener(detail, paper) is the button with what became of it beside it. */
function signedForms(model) {
  const waiting = new Map(); // key -> function to call
  const addresses = new Set();
  const keyOf = (wanted) => JSON.stringify([wanted.audit, wanted.of, wanted.form]);

  model.on("msg:custom", (message, buffers) => {
    if (message.tell !== "form") return;
    const key = keyOf(message.wanted);
    const tell = waiting.get(key);
    waiting.delete(key);
    if (tell) tell(message, buffers[0]);
  });

  function opener(detail, paper) {
    const wanted = { audit: detail.audit, of: detail.photo, form: paper.id };
    const button = el("button", { type: "button", class: "byp-button", onclick: ask }, paper.scan, el("span", { class: "byp-hidden" }, ` ${paper.id}`));
    const said = el("span", { class: "byp-soft byp-small", role: "status" });

    function ask() {
      if (waiting.has(keyOf(wanted))) return;
      waiting.set(keyOf(wanted), answered);
      fill(said, "Opening…");
      model.send({ do: "form", wanted });
    }

    function answered(message, bytes) {
      if (message.problem) return void fill(said, message.problem);
      const address = URL.createObjectURL(new Blob([bytes], { type: message.media }));
      addresses.add(address);
      // the new tab gets no hold of this one; where the browser does not open it, the copy can be saved
      el("a", { href: address, target: "_blank", rel: "noopener noreferrer" }).click();
      fill(said, "Opened in a new tab. ", el("a", { href: address, download: message.name }, "Save a copy"));
    }

    return el("div", { class: "byp-scan" }, button, said);
  }

  /** Forgets the scans shown; a tab that has opened keeps its own. */
  function letGo() {
    waiting.clear();
    const old = [...addresses];
    addresses.clear();
    setTimeout(() => old.forEach((address) => URL.revokeObjectURL(address)), 60000);
  }

  return { opener, letGo };
}
