/** The style of an HTML report: for reading, in light and dark, and for paper. */
export const htmlStyle = `
:root { color-scheme: light dark; --ink: #1c1c1a; --soft: #5c5a55; --line: #c9c6be; --paper: #ffffff; --band: #f4f2ed; --link: #0b57a4; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8e6e1; --soft: #a9a69e; --line: #4a4843; --paper: #1b1b1a; --band: #262523; --link: #8ab8f0; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 Georgia, 'Times New Roman', serif; }
article { max-width: 58rem; margin: 0 auto; padding: 2.5rem 1.5rem 4rem; }
h1, h2, h3, table { font-family: system-ui, 'Segoe UI', Helvetica, Arial, sans-serif; }
h1 { font-size: 1.8rem; line-height: 1.2; margin: 0 0 .25rem; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .75rem; padding-bottom: .25rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1rem; margin: 1.75rem 0 .5rem; }
p { margin: .5rem 0; }
a { color: var(--link); }
.aside, .place { font-family: system-ui, 'Segoe UI', Helvetica, Arial, sans-serif; font-size: .8rem; }
.aside { color: var(--soft); }
code { font-size: .8rem; overflow-wrap: anywhere; }
ul { margin: .5rem 0; padding-left: 1.25rem; }
li { margin: 0 0 .6rem; overflow-wrap: anywhere; }
ul.depth-1, ol.depth-1 { margin-left: 1.25rem; }
ul.depth-2, ol.depth-2 { margin-left: 2.5rem; }
ul.depth-3, ol.depth-3 { margin-left: 3.75rem; }
blockquote { margin: .6rem 0 .6rem .25rem; padding: .1rem 0 .1rem 1rem; border-left: 3px solid var(--line); overflow-wrap: anywhere; }
figure { margin: 1.5rem 0; }
figure .title { font: 600 .85rem system-ui, 'Segoe UI', Helvetica, Arial, sans-serif; }
figure svg { max-width: 100%; height: auto; background: #ffffff; }
figcaption, summary { font-family: system-ui, 'Segoe UI', Helvetica, Arial, sans-serif; font-size: .8rem; color: var(--soft); }
a[id]:target + *, li:has(> a[id]:target) { background: var(--band); }
.scroll { overflow-x: auto; margin: 1.25rem 0; }
table { border-collapse: collapse; font-size: .85rem; line-height: 1.35; }
caption { text-align: left; font-weight: 600; padding-bottom: .4rem; }
th, td { padding: .3rem .7rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
th { font-weight: 600; }
thead th { vertical-align: bottom; border-bottom: 2px solid var(--line); }
tbody th { font-weight: 400; }
tfoot th, tfoot td { font-weight: 600; border-bottom: 0; background: var(--band); }
li .place { white-space: nowrap; }
td .place, th .place { font-size: inherit; }
.date { white-space: nowrap; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
thead th.upright span { writing-mode: vertical-rl; transform: rotate(180deg); max-height: 14rem; text-align: left; }
@media print {
  @page { margin: 2cm; }
  :root { color-scheme: light; --ink: #000; --soft: #444; --line: #999; --paper: #fff; --band: #fff; --link: #000; }
  body { font-size: 10.5pt; }
  article { max-width: none; padding: 0; }
  article + article { break-before: page; }
  a { text-decoration: none; }
  h1, h2, h3, caption { break-after: avoid; }
  li, tr, blockquote { break-inside: avoid; }
  .scroll { overflow: visible; }
  table { width: 100%; font-size: 8.5pt; }
  th, td { padding: .2rem .3rem; }
}
`.trim();
