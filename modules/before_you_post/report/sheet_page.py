"""A sheet as one HTML file that needs nothing else: no script, no font, no picture; made to be printed, filled in."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from . import phrases
from .sheet import Block, Facts, Grid, Part, Points, Question, Sheet, Verbatim

_STYLE = """
:root { --ink: #20282d; --soft: #58626a; --line: #d9d5cb; --ground: #f6f5f1; --paper: #fff; --accent: #0b6470; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink);
  font: 15.5px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif; }
main { max-width: 50rem; margin: 2rem auto; padding: 2.6rem 3rem; background: var(--paper);
  border: 1px solid var(--line); border-radius: 14px; }
header { border-bottom: 3px solid var(--accent); padding-bottom: 1rem; margin-bottom: 1.6rem; }
h1 { margin: 0 0 .35rem; font-size: 1.75rem; line-height: 1.2; letter-spacing: -.012em; }
h2 { margin: 2.1rem 0 .6rem; font-size: 1.14rem; color: var(--accent); break-after: avoid; }
p { margin: .5rem 0; overflow-wrap: anywhere; }
header p, footer { color: var(--soft); }
footer { margin-top: 2.4rem; padding-top: .9rem; border-top: 1px solid var(--line); font-size: .87rem; }
dl { display: grid; grid-template-columns: minmax(9rem, max-content) 1fr; gap: .28rem 1.3rem; margin: .6rem 0; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
ul { margin: .5rem 0; padding-left: 1.15rem; } li { margin: .25rem 0; overflow-wrap: anywhere; }
ul.boxes { list-style: none; padding: 0; } ul.boxes li { padding-left: 1.75rem; position: relative; }
ul.boxes li::before { content: ""; position: absolute; left: 0; top: .28em; width: 1em; height: 1em;
  border: 1.5px solid var(--ink); border-radius: 3px; }
table { width: 100%; border-collapse: collapse; margin: .8rem 0; font-size: .95rem; }
th { text-align: left; font-weight: 600; color: var(--soft); font-size: .87rem; }
th, td { padding: .42rem .7rem .42rem 0; border-bottom: 1px solid var(--line); vertical-align: top;
  overflow-wrap: anywhere; }
td:first-child { font-weight: 600; min-width: 6.6rem; }
.ask { margin: .9rem 0 1.2rem; break-inside: avoid; } .ask p { font-weight: 600; margin: 0; }
.ask i { display: block; height: 1.9rem; border-bottom: 1px solid #8d8a82; }
pre { margin: .7rem 0; padding: .8rem 1rem; background: var(--ground); border: 1px solid var(--line);
  border-radius: 8px; font: 13px/1.5 ui-monospace, Menlo, Consolas, monospace; white-space: pre-wrap;
  overflow-wrap: anywhere; }
@media (max-width: 46rem) { main { margin: 0; padding: 1.3rem; border: 0; border-radius: 0; } dl { display: block; }
  dd { margin-bottom: .5rem; } }
@page { margin: 16mm 15mm; }
@media print { body { background: none; font-size: 10.5pt; } main { margin: 0; padding: 0; border: 0; max-width: none; }
  pre { background: none; } tr, li, dl { break-inside: avoid; } }
"""
_SAFE = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def page(sheet: Sheet) -> str:
    """The sheet as HTML. Everything from outside is escaped, and the page may load or run nothing."""
    title = _plain(sheet.title)
    body = "\n".join(line for part in sheet.parts for line in _part(part))
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_SAFE}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<header>\n<h1>{title}</h1>\n<p>{_plain(sheet.about)}</p>\n</header>\n{body}\n"
        f"<footer>{_plain(sheet.foot)}</footer>\n</main>\n</body>\n</html>\n"
    )


def _part(part: Part) -> Iterator[str]:
    yield f"<section>\n<h2>{_plain(part.heading)}</h2>"
    for block in part.blocks:
        yield _block(block)
    yield "</section>"


def _block(block: Block) -> str:
    match block:
        case str():
            return f"<p>{_plain(block)}</p>"
        case Facts(rows=rows):
            lines = "".join(f"<dt>{_plain(name)}</dt><dd>{_plain(value)}</dd>" for name, value in rows)
            return f"<dl>{lines}</dl>"
        case Points(items=items, boxes=boxes):
            lines = "".join(f"<li>{_plain(item)}</li>" for item in items)
            return f'<ul class="boxes">{lines}</ul>' if boxes else f"<ul>{lines}</ul>"
        case Grid(head=head, rows=rows):
            top = "".join(f'<th scope="col">{_plain(name)}</th>' for name in head)
            lines = "".join(f"<tr>{''.join(f'<td>{_plain(cell)}</td>' for cell in row)}</tr>" for row in rows)
            return f"<table><thead><tr>{top}</tr></thead><tbody>{lines}</tbody></table>"
        case Question(asked=asked, lines=lines):
            return f'<div class="ask"><p>{_plain(asked)}</p>{"<i></i>" * lines}</div>'
        case Verbatim(text=words):
            return f"<pre>{escape(chr(10).join(phrases.printable(line) for line in words.splitlines()))}</pre>"


def _plain(words: str) -> str:
    return escape(phrases.printable(words))
