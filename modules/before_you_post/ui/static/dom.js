// Builds the page's elements. Every word from outside passes through here as text, never as markup: a caption that
// reads <img onerror=...> is shown as those characters.

const SVG = "http://www.w3.org/2000/svg";

/** An element: el("button", { class: "quiet", onclick: act }, "Close"). Attributes set to null or false are left out. */
function el(name, attributes = {}, ...children) {
  const node = name === "svg" || name === "polygon" || name === "path"
    ? document.createElementNS(SVG, name)
    : document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, value === true ? "" : String(value));
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return node;
}

const TABLE_ROLES = { table: "table", thead: "rowgroup", tbody: "rowgroup", tr: "row", th: "columnheader", td: "cell" };

/** A part of a table that stays one for screen readers when a narrow window lays it out otherwise. */
function cell(name, attributes = {}, ...children) {
  return el(name, { role: TABLE_ROLES[name], ...attributes }, ...children);
}

/** Replace what an element holds. */
function fill(node, ...children) {
  node.replaceChildren(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return node;
}

/** A date as the reader's own country writes it, with the month in letters so that it cannot be mistaken. */
function day(iso) {
  if (!iso) return el("span", { class: "byp-soft" }, "not recorded");
  const words = new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeZone: "UTC" }).format(new Date(iso));
  return el("time", { datetime: iso }, words);
}

/** What the kernel sends as a value: words, or a date to be written out. */
function shown(value) {
  return value && typeof value === "object" ? day(value.date) : value;
}

/** "1,204 photos", "1 photo". */
function counted(number, one, many = `${one}s`) {
  return `${number.toLocaleString("en-US")} ${number === 1 ? one : many}`;
}

/** A link to a public page, which learns nothing of where the reader came from. Only web addresses become links. */
function link(address, words) {
  if (!/^https?:\/\//i.test(address || "")) return words;
  return el("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, words);
}
