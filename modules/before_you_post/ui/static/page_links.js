// Links between the pages of the site. In JupyterLab there is no site; there the same words stand without a link.

function pageLink(path, words, attributes = {}) {
  const home = document.body.dataset.home;
  if (!home) return el("span", { class: "byp-soft" }, words);
  return el("a", { href: new URL(path, new URL(home, location.href)).href, ...attributes }, words);
}

function served() {
  return Boolean(document.body.dataset.home);
}
