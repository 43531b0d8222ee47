// Says so when this page can no longer reach its kernel. Voila says nothing: the page looks whole and no button works.
// A page is lost when its socket stays closed, or when the server no longer knows its kernel. A short gap, as when a
// laptop changes its network, mends itself and is not worth a word.
(() => {
  const page = JSON.parse(document.getElementById("jupyter-config-data").textContent);
  const place = document.getElementById("byp-lost");
  const LOOK_EVERY = 20000, PATIENCE = 6000, STILL_CLOSED = 30000, AGAIN_AT_MOST_EVERY = 300000, WATCHED = 120000; // milliseconds
  let open = null, closedAt = 0, leaving = false, looking = false;

  class Watched extends WebSocket {
    constructor(...to) {
      super(...to);
      if (!this.url.includes(page.kernelId)) return;
      this.addEventListener("open", () => { open = this; say(false); });
      this.addEventListener("close", () => {
        if (open !== this && open !== null) return; // an older one; a newer one took its place
        if (open === this) closedAt = Date.now();
        open = null;
        setTimeout(look, PATIENCE);
      });
    }
  }
  window.WebSocket = Watched;

  async function look() {
    if (leaving || looking) return;
    looking = true;
    const kernel = await known();
    looking = false;
    if (leaving) return;
    const closed = open === null && closedAt > 0;
    if (kernel === "gone" || (closed && (kernel === "away" || Date.now() - closedAt > STILL_CLOSED))) say(true);
    else if (closed) setTimeout(look, PATIENCE);
  }

  async function known() {
    try {
      const answer = await fetch(`${page.baseUrl}api/kernels/${page.kernelId}`, {
        cache: "no-store", redirect: "manual", signal: AbortSignal.timeout(10000),
      });
      return answer.ok ? "here" : "gone"; // not found, or asked to sign in: the program was started anew
    } catch {
      return "away";
    }
  }

  function say(lost) {
    if (lost === place.hasChildNodes()) return;
    if (!lost) return place.replaceChildren();
    const words = document.createElement("p"), again = document.createElement("button");
    words.append(document.createElement("span"), again);
    words.firstChild.textContent = place.dataset.words;
    again.type = "button";
    again.textContent = "Open it again";
    again.addEventListener("click", () => location.reload());
    place.replaceChildren(words);
  }

  // On a machine that is far too busy JupyterLab gives up on widgets and writes so, in English of its own, in their place.
  // The page is then opened again by itself, once; if that is no better, it says so.
  async function whole() {
    const torn = [...document.querySelectorAll(".jp-OutputArea-output")].some(out => out.textContent.startsWith("Error displaying widget"));
    if (!torn || leaving) return;
    clearInterval(watch);
    const mark = `before-you-post again ${location.pathname}`, before = Number(sessionStorage.getItem(mark) ?? 0);
    if (Date.now() - before < AGAIN_AT_MOST_EVERY) return say(true);
    sessionStorage.setItem(mark, Date.now());
    setTimeout(() => location.reload(), 1000 + 2000 * Math.random());
  }
  const watch = setInterval(whole, 1000);
  setTimeout(() => clearInterval(watch), WATCHED);

  setInterval(() => { if (!document.hidden) look(); }, LOOK_EVERY);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) look(); });
  addEventListener("pagehide", () => { leaving = true; });
  // A page taken from the browser's memory of pages has no kernel any more: ended when the page was left.
  addEventListener("pageshow", event => { if (event.persisted) location.reload(); });
})();
