"""The rules of CSS that hold for every style: where things stand. What a style sets is in the variables they use."""

from __future__ import annotations

LAYOUT = """\
@counter-style bracketed { system: extends decimal; prefix: "["; suffix: "] " }

html { color-scheme: only light; font-size: 112.5%; text-size-adjust: 100%; -webkit-text-size-adjust: 100% }
body { margin: 0; background: #ffffff; overflow-wrap: break-word; hyphens: manual }
body { font-variant-numeric: lining-nums tabular-nums }
body > header, main, body > footer { max-width: var(--measure); margin: 0 auto; padding: 0 1.25rem }
main { padding-top: 1rem; padding-bottom: 3rem }
:lang(ko) { word-break: keep-all }
p, li, dd, td { text-wrap: pretty }
h1, h2, h3, h4 { text-wrap: balance }
strong { font-weight: 600 }
em { font-style: italic }
code { font-family: "Source Code Pro", Consolas, monospace; font-size: 0.92em; white-space: pre-wrap }

a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: 0.15em }
a:focus-visible, [tabindex]:focus-visible { outline: 2px solid var(--structure); outline-offset: 2px }
:target { background: var(--tint) }
.skip { position: absolute; left: -100rem; padding: 0.5rem 1rem; background: #ffffff }
.skip:focus { left: 0; top: 0 }

body > header { padding-top: 1rem; text-align: right }
body > footer { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; justify-content: space-between; align-items: center }
body > footer { padding-top: 0.5rem; padding-bottom: 1.5rem }
body > footer::before { content: ""; flex-basis: 100%; border-top: 1px solid var(--hairline) }
.marking { display: inline-block; padding: 0 0.5em; white-space: nowrap }

.number { margin-right: 0.5em }
p > .number { margin-right: 0.4em }
.mark { font-family: var(--sans-serif); font-size: 0.7em; font-weight: 400; line-height: 0; vertical-align: 0.5em }
.mark a, .contents a, [role="doc-backlink"] { text-decoration: none }
.mark a { padding: 0 0.15em 0 0.1em }
.mark a:hover, .contents a:hover { text-decoration: underline }

ul, ol { margin: 0 0 0.75rem; padding-left: 1.25em }
li > p { margin-bottom: 0.2rem }
li > ul, li > ol { margin-bottom: 0.2rem }
ul > li::marker { color: var(--structure) }
ol.source { list-style-type: bracketed; padding-left: 2.2em }
ol.source > li { margin-bottom: 0.25rem }

.table { overflow-x: auto; margin: 0.5rem 0 1.25rem }
table { width: 100%; border-collapse: collapse }
caption { text-align: left }
td, th { text-align: left; vertical-align: top; border-bottom: 1px solid var(--hairline) }
td:not(:last-child), th:not(:last-child) { padding-right: 1.25em }
thead th, thead td { border-bottom: 1px solid var(--structure) }
thead tr:first-child > * { border-top: 1.5px solid var(--structure) }
td.right, th.right { text-align: right }

dl { margin: 0 0 1rem }
dt, dd { margin: 0 }
.header { display: grid; grid-template-columns: repeat(4, 1fr); margin-bottom: 1.5rem }
.header { border-top: 1.5px solid var(--structure); border-bottom: 1px solid var(--hairline) }
.header > div { padding-right: 1rem; border-bottom: 1px solid var(--hairline); margin-bottom: -1px }
.list, .abbreviations { display: grid; grid-template-columns: fit-content(30%) 1fr }
.list > div, .abbreviations > div { display: contents }
.list dt, .list dd, .abbreviations dt, .abbreviations dd { border-bottom: 1px solid var(--hairline) }
.list dt, .abbreviations dt { padding-right: 1.5em }

.badge { white-space: nowrap }
.badge::before { content: ""; display: inline-block; width: 0.6em; height: 0.6em; margin-right: 0.35em }
.badge::before { border-radius: 50%; background: currentcolor; forced-color-adjust: none }
.badge.open::before { background: var(--open) }
.badge.moving::before { background: var(--moving) }
.badge.closed::before { background: var(--closed) }

.quote { margin: 0.75rem 0 0.75rem 1.5rem }
blockquote { margin: 0 }
aside { margin: 0 0 1.25rem }
.bottom-line, .note, .warning { padding: 0.6rem 0.9rem; background: var(--tint) }
.bottom-line { border-left: 3pt solid var(--structure) }
aside > :last-child, aside > :last-child > :last-child, blockquote > :last-child { margin-bottom: 0 }
.drawing { margin: 0.5rem 0 1.25rem }
.canvas { overflow-x: auto }
svg { display: block; width: 100%; height: auto; min-width: 24rem; font-family: var(--sans-serif) }
svg text { white-space: pre }

.contents { margin-bottom: 1.5rem }
.contents ul { padding: 0; list-style: none }
.contents .level-2 { padding-left: 1.5em }
.contents .level-3 { padding-left: 3em }

.notes { margin-top: 2.5rem }
.notes::before { content: ""; display: block; width: 7rem; margin-bottom: 0.5rem }
.notes::before { border-top: 1px solid var(--hairline) }
.notes ol { padding-left: 2em }
.notes li::marker { font-family: var(--sans-serif); font-size: 0.75rem }
[role="doc-backlink"]::before { content: " \\21a9\\fe0e"; content: " \\21a9\\fe0e" / "" }

@media screen and (max-width: 36rem) {
  html { font-size: 106.25% }
  .header { grid-template-columns: repeat(2, 1fr) }
  table { min-width: 22rem }
  .quote { margin-left: 0.75rem }
}
@media print {
  html { font-size: 12pt }
  body > header, main, body > footer { max-width: none; padding-left: 0; padding-right: 0 }
  body > header { padding-top: 0 }
  body > footer { display: none }
  .skip, [role="doc-backlink"] { display: none }
  a { text-decoration: none }
  h1, h2, h3, h4, caption, figcaption, .title { break-after: avoid }
  tr, aside, .quote, .header, .drawing { break-inside: avoid }
  p, li { orphans: 2; widows: 2 }
  .table, .canvas { overflow: visible }
  .page-break { break-after: page }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact }
}"""
