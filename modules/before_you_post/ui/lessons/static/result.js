// The end of a quiz: the score, what was missed and where to read it again, the signature, the certificate.

function resultView(model, view) {
  const { result } = view;
  const heading = el("h2", { tabindex: -1, class: "byp-result-title" }, mark(result.passed ? "clear" : "review"), el("span", {}, result.headline));
  const node = el("div", { class: `byp-stack byp-result ${result.passed ? "byp-is-right" : "byp-is-missed"}` },
    heading,
    el("div", { class: "byp-score" }, el("p", { class: "byp-score-number", "aria-hidden": "true" }, `${result.right}/${result.asked}`), el("p", {}, result.score)),
    result.critical ? el("p", { class: "byp-trouble" }, result.critical) : null,
    result.recorded ? null : el("p", { class: "byp-note" }, "This try was not recorded. To have it counted, sign in at the top of the page and start again."),
    result.certificate ? certificate(model, result.certificate) : result.sign ? signature(model, view.signature) : null,
    missed(result.missed),
    onward(model, result));
  return { node, focus: () => heading.focus() };
}

function signature(model, words) {
  const agreed = el("input", { type: "checkbox", id: "byp-agreed" });
  const problem = el("p", { class: "byp-problem", role: "alert" });
  return el("form", { class: "byp-stack byp-signature", novalidate: true, onsubmit: (event) => {
    event.preventDefault();
    if (!agreed.checked) { fill(problem, "Mark the box first, if you agree."); agreed.focus(); return; }
    fill(problem);
    model.send({ do: "sign", agreed: true });
  } }, el("h3", {}, "One thing is left: your signature"),
  el("label", { class: "byp-option" }, agreed, el("span", {}, words)), problem,
  el("div", {}, el("button", { type: "submit", class: "byp-button byp-main" }, "Sign and get the certificate")));
}

function certificate(model, values) {
  return el("section", { class: "byp-certificate", "aria-label": "Your certificate" },
    el("p", { class: "byp-kicker" }, "Certificate"),
    el("p", { class: "byp-certificate-name" }, values.name),
    el("p", {}, values.title),
    el("p", { class: "byp-soft byp-small" }, `${values.practice} · ${values.day} · ${values.score}`),
    el("p", { class: "byp-certificate-id" }, el("span", { class: "byp-soft byp-small" }, "Number "), values.id),
    el("div", {}, el("button", { type: "button", class: "byp-button byp-main", onclick: () => model.send({ do: "certificate" }) }, "Save certificate (PDF)")));
}

function missed(questions) {
  if (!questions.length) return null;
  return el("section", { class: "byp-stack" }, el("h3", {}, questions.length === 1 ? "The question to look at again" : "The questions to look at again"),
    el("ul", { class: "byp-missed" }, questions.map((one) => el("li", {},
      one.critical ? el("p", { class: "byp-sign byp-is-missed" }, mark("fix"), el("span", {}, "Must be right")) : null,
      el("p", { class: "byp-told-text" }, one.stem),
      one.about.map((about) => el("p", { class: "byp-why byp-small" }, about.words, about.citation ? ` (${about.citation})` : "")),
      one.elsewhere ? el("p", { class: "byp-small" }, pageLink(`lessons/${one.lesson}`, `Read it again: ${one.title}`)) : null))));
}

function onward(model, result) {
  return el("div", { class: "byp-row" },
    result.again ? el("button", { type: "button", class: `byp-button ${result.passed ? "" : "byp-main"}`, onclick: () => model.send({ do: "start" }) }, result.again) : null,
    served() && result.next && result.missed.some((one) => !one.elsewhere)
      ? el("button", { type: "button", class: "byp-button", onclick: () => scrollTo({ top: 0 }) }, "Back to the top of the lesson") : null,
    served() && result.next?.slug ? pageLink(`lessons/${result.next.slug}`, `Next: ${result.next.title}`, { class: `byp-button ${result.passed && !result.sign ? "byp-main" : ""}` }) : null,
    served() && result.next !== null ? pageLink("", "All lessons", { class: "byp-button" }) : null);
}

/** A file that the kernel sends is saved as if it had been downloaded. */
function saveFile(name, data) {
  const address = URL.createObjectURL(new Blob([data], { type: "application/pdf" }));
  const link = el("a", { href: address, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}
