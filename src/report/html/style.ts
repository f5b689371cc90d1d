/** The page's look: one column of paper on screen, A4 in print. Contrast of all text is at least 4.5 : 1. */

/** Background and edge by subject, in file order, repeated after twelve. */
const SUBJECTS: [string, string][] = [
  ['#fdeeee', '#c0504d'],
  ['#eaf2fb', '#3f78ad'],
  ['#eef7ee', '#4c9a52'],
  ['#f3eefa', '#7d5ba6'],
  ['#fdf4e3', '#c98a1b'],
  ['#e8f6f6', '#2f8f95'],
  ['#f1f6e4', '#7f9a2f'],
  ['#fbeef5', '#b04f8a'],
  ['#edf0f4', '#5c6f86'],
  ['#f7f0e8', '#96703d'],
  ['#e9f0ff', '#5566c4'],
  ['#f4f4ec', '#7c7c55'],
];

const subjectStyles = SUBJECTS.map(
  ([paper, edge], i) => `.l.s${i}{background:${paper};border-left-color:${edge}} td.s${i}{background:${paper}}`,
).join('\n');

export const styleSheet = `
:root{--ink:#1c2733;--soft:#4d5a66;--rule:#d9dee3;--paper:#fff;--ground:#f2f4f6;--accent:#1d5288;--bad:#b3261e;--good:#22663f;--warn:#8a5a00}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:15px/1.6 "Helvetica Neue",Arial,"PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",sans-serif;font-variant-numeric:tabular-nums}
[data-lang=zh] [lang=en],[data-lang=en] [lang=zh]{display:none}
a{color:var(--accent);text-decoration:none} a:hover{text-decoration:underline}
a:focus-visible,button:focus-visible,input:focus-visible,select:focus-visible,summary:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.skip{position:absolute;left:-9999px} .skip:focus{left:8px;top:8px;background:#fff;padding:6px 12px;z-index:9}
.top{background:#143a60;color:#fff;padding:22px max(24px,calc((100vw - 1240px)/2)) 18px;display:flex;gap:24px;align-items:flex-end;justify-content:space-between}
.top h1{margin:0;font-size:25px;font-weight:600;letter-spacing:.02em} .top p{margin:2px 0 0;color:#cfdceb}
.top button{background:transparent;color:#fff;border:1px solid #8fb0d0;border-radius:4px;padding:5px 14px;font:inherit;font-size:14px;cursor:pointer} .top button:hover{background:#1d5288}
nav.tabs{position:sticky;top:0;z-index:5;background:#fff;border-bottom:1px solid var(--rule);padding:0 max(16px,calc((100vw - 1256px)/2));display:flex;flex-wrap:wrap}
nav.tabs a{padding:11px 14px 9px;color:var(--soft);border-bottom:3px solid transparent;white-space:nowrap} nav.tabs a:hover{color:var(--accent);text-decoration:none}
nav.tabs a[aria-current]{color:var(--accent);border-color:var(--accent);font-weight:600}
main{max-width:1288px;margin:0 auto;padding:20px 24px 60px}
.panel{background:var(--paper);border:1px solid var(--rule);border-radius:6px;padding:22px 26px 28px;margin-bottom:24px}
.js .panel{display:none;scroll-margin-top:400px} .js .panel.on{display:block}
h2{font-size:20px;margin:0 0 16px;font-weight:600} h3{font-size:16px;margin:28px 0 10px;font-weight:600} h4{font-size:14px;margin:16px 0 4px;color:var(--soft)}
small{font-size:12px;color:var(--soft);font-weight:400} code{font:12px/1.5 ui-monospace,Menlo,Consolas,monospace;word-break:break-all;color:var(--soft)}
.note{color:var(--soft);font-size:13px;margin:6px 0 14px}
.status{border-left:6px solid;border-radius:4px;padding:12px 18px;margin-bottom:18px} .status strong{font-size:19px} .status p{margin:2px 0 0}
.status.complete{background:#eaf5ee;border-color:#22663f} .status.complete strong{color:var(--good)}
.status.partial{background:#fdf5e6;border-color:#b97a0b} .status.partial strong{color:var(--warn)}
.status.impossible{background:#fcecea;border-color:var(--bad)} .status.impossible strong{color:var(--bad)}
.good{color:var(--good)}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:1px;background:var(--rule);border:1px solid var(--rule);margin:0 0 14px}
.figures div{background:#fff;padding:10px 14px} .figures dt{font-size:13px;color:var(--soft)} .figures dd{margin:0;font-size:24px;font-weight:600;line-height:1.3} .figures dd small{display:block;line-height:1.4}
.figures .bad dd{color:var(--bad)}
.facts{display:grid;grid-template-columns:max-content 1fr;gap:4px 20px;margin:0} .facts dt{color:var(--soft)} .facts dd{margin:0}
.conflicts{padding-left:2.2em;margin:6px 0} .conflicts li{padding:3px 0} .tag{display:inline-block;background:#edf0f3;border-radius:3px;padding:0 7px;font-size:12px;color:var(--soft)} .links{font-size:13px} .links a{margin-right:8px}
details{margin:14px 0} summary{cursor:pointer;color:var(--accent)}
.scroll{overflow-x:auto;margin:10px 0 18px}
table{border-collapse:collapse;width:100%;font-size:14px} caption{text-align:left;font-weight:600;font-size:16px;padding:6px 0 8px}
th,td{border-bottom:1px solid var(--rule);padding:5px 10px;text-align:left;vertical-align:top} thead th{border-bottom:2px solid #9fb0c0;color:var(--soft);font-weight:600;font-size:13px;vertical-align:bottom;line-height:1.35} tbody th{font-weight:400}
.n{text-align:right;white-space:nowrap} tr.bad td,tr.bad th,tr.bad a{color:var(--bad)} tr.warn td,tr.warn th,tr.warn a{color:var(--warn)} tr.sum td,tr.sum th{font-weight:600;border-top:2px solid #9fb0c0}
.spread{font-size:12px;color:var(--soft)}
figure{margin:20px 0;overflow-x:auto} figcaption{font-weight:600;margin-bottom:6px} figcaption small{display:block}
svg{max-width:100%;height:auto;display:block} svg.wide{width:100%} svg text{font-size:12px;fill:var(--ink)} svg .faint{fill:var(--soft);font-size:11px} svg .tiny{fill:var(--soft);font-size:9px} svg .strong{font-weight:600} svg .cell{font-size:10px} svg .light{font-size:10px;fill:#fff} svg .link{fill:var(--accent)} svg .mark{font-size:11px}
.key i{display:inline-block;width:11px;height:11px;margin:0 5px 0 0;vertical-align:-1px} .key{font-size:12px;color:var(--soft)} .key i:not(:first-child){margin-left:12px} .key b{font-weight:400;margin-left:14px}
.pictures{display:grid;grid-template-columns:repeat(auto-fit,minmax(440px,1fr));gap:4px 28px} .pictures figure{margin:10px 0}
.columns{columns:3 340px;column-gap:32px} .columns figure{break-inside:avoid;margin:0 0 18px} .columns figcaption{border-bottom:1px solid var(--rule)}
.chips{line-height:2} .chips a{background:#eef3f8;border-radius:3px;padding:1px 8px;font-size:13px;white-space:nowrap}
.master{font-size:11px;table-layout:fixed} .master th,.master td{border:1px solid #c3ccd5;padding:3px 1px;text-align:center;overflow:hidden;white-space:nowrap} .master .h{width:92px;padding:3px 4px;text-align:left;position:sticky;left:0;background:#fff} .master thead th{text-align:center;vertical-align:middle;border-bottom:1px solid var(--rule);background:#f5f7f9} .master .e{border-right:2px solid #9fb0c0} .master thead th.h{text-align:left} .master td.w{background:#e9edf1;color:#33475c;font-weight:600} .master td.clash{background:#fdecea;color:var(--bad);font-weight:700;box-shadow:inset 0 0 0 2px var(--bad)}
td.x{background:repeating-linear-gradient(45deg,#f6f6f4 0 4px,#ebebe7 4px 6px)}
.finder{display:grid;grid-template-columns:236px 1fr;gap:24px;align-items:start} .noscript{display:none} html:not(.js) .finder{display:none} html:not(.js) .noscript{display:block}
.picker{position:sticky;top:56px} #kinds{display:flex;flex-wrap:wrap;gap:4px;margin-bottom:10px} #kinds button{flex:1 1 auto}
.picker button,.sheetbar button{font:inherit;font-size:14px;background:#fff;color:var(--accent);border:1px solid #a9bccd;border-radius:4px;padding:4px 10px;cursor:pointer} .picker button[aria-pressed=true]{background:var(--accent);color:#fff;border-color:var(--accent)}
.picker input,.picker select{font:inherit;font-size:14px;width:100%;padding:6px 9px;border:1px solid #a9bccd;border-radius:4px;margin-bottom:8px;background:#fff;color:var(--ink)} .picker label{font-size:12px;color:var(--soft)}
#choices{list-style:none;margin:4px 0 0;padding:0;max-height:56vh;overflow:auto;border:1px solid var(--rule);border-radius:4px} #choices a{display:flex;justify-content:space-between;gap:8px;padding:4px 10px;border-bottom:1px solid #eef0f2;color:var(--ink);font-size:14px} #choices a:hover{background:#f2f6fa;text-decoration:none} #choices a[aria-current]{background:#e3edf7;color:var(--accent);font-weight:600}
.sheetbar{display:flex;gap:8px;justify-content:flex-end;flex-wrap:wrap}
.week header{display:flex;align-items:baseline;gap:16px;margin-bottom:8px} .week h3{margin:0;font-size:20px} .week header p{margin:0;color:var(--soft)} .week .school{display:none}
.grid{table-layout:fixed} .grid caption.quiet{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden;padding:0} .grid th,.grid td{border:1px solid #cfd6dd} .grid thead th{text-align:center;background:#f0f4f8;color:var(--ink);padding:6px 4px;border-bottom:1px solid #cfd6dd} .grid .corner{width:74px} .grid tbody th{text-align:center;background:#f7f9fb;padding:6px 2px;font-size:13px} .grid tbody th small{display:block;font-size:11px;white-space:nowrap} .grid td{padding:2px;height:46px}
.l{border-left:3px solid;border-radius:3px;padding:3px 6px;line-height:1.35;height:100%;overflow-wrap:anywhere} .l+.l{margin-top:2px} .l+.l,.l:has(+.l){height:auto} .grid td.clash,.half.clash{background:#fdecea;outline:2px solid #b3261e;outline-offset:-2px} .clashed{display:block;color:var(--bad);font-size:12px;padding:1px 4px} .clash .l,.clash .l+.l{height:auto} .l b{display:block;font-weight:600;font-size:14px} .l b a,.l li a{color:inherit} .l small{display:block;line-height:1.35}
.l.walk{background:#f3f5f7;border-left-color:#33475c} .l.walk ul{list-style:none;margin:1px 0 0;padding:0;font-size:12px} .l.walk li,.l.walk b{display:flex;justify-content:space-between;gap:6px} .c{color:var(--soft);font-weight:400;font-size:12px}
.half{position:relative} .half+.half{border-top:1px dashed #9fb0c0;margin-top:2px;padding-top:2px} .wk{position:absolute;right:3px;top:3px;font-style:normal;font-size:11px;background:#fff;border:1px solid #9fb0c0;border-radius:3px;padding:0 3px;line-height:1.3} .half .idle{padding:4px 0}
.l.study{background:#f4f4ec;border-left-color:#7c7c55} .l.meet{background:#fff8dc;border-left-color:#b97a0b} .idle{display:block;text-align:center;color:#6b7680;font-size:12px;padding-top:10px} .grid td:has(>.l){height:1px;height:-moz-available}
.pause td{height:auto!important;background:#fafbfc;text-align:center;color:var(--soft);font-size:12px;padding:1px!important;letter-spacing:.5em}
#printing{display:none}
footer{max-width:1288px;margin:0 auto;padding:0 24px 30px;color:var(--soft);font-size:12px}
${subjectStyles}
@media (max-width:820px){.finder{grid-template-columns:1fr}.picker{position:static}#choices{max-height:30vh}.panel{padding:16px}.top{flex-wrap:wrap}.pictures{grid-template-columns:1fr}}
@page{size:A4;margin:12mm}
@page wide{size:A4 landscape;margin:10mm}
@media print{
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{background:#fff;font-size:10pt} .skip,nav.tabs,.top button,.picker,.sheetbar,footer,.links{display:none!important}
.top{background:none;color:#000;padding:0 0 6px;border-bottom:2px solid #143a60} .top h1{font-size:15pt} .top p{color:#333}
main{max-width:none;padding:6px 0 0} .panel{border:0;padding:0;margin:0} html:not(.js) .panel{break-before:page} html:not(.js) .panel:first-child{break-before:auto}
h2{font-size:13pt;margin:6px 0} a{color:inherit} tr,figure,.status,.figures{break-inside:avoid} table{font-size:8.5pt} thead{display:table-header-group} th,td{padding:2px 5px} .scroll{overflow:visible}
.columns{columns:3 auto;column-gap:6mm} .pictures{grid-template-columns:1fr 1fr} .tag{background:none;padding:0} [data-panel=weeks] .top,[data-panel=master] .top{display:none}
#weeks,#master{page:wide} #weeks h2{display:none} .finder{display:block} .sheet{page:wide;break-after:page} .sheet:last-child{break-after:auto} .master{font-size:7pt;min-width:0!important} .master.dense{font-size:5.5pt} .master.dense td.w{font-weight:400} .master th,.master td{padding:1.5px 0;border-color:#777} .master thead th{font-size:inherit} .master .h{width:20mm;padding:1.5px 2px}
.week{page:wide;break-inside:avoid} .week header{margin-bottom:4px} .week h3{font-size:14pt} .week .school{display:block;margin-left:auto} .grid th,.grid td{border-color:#777} .grid td{height:13mm;padding:1px} .grid thead th,.grid tbody th{padding:2px} .l{padding:1px 4px;line-height:1.2} .l b{font-size:9pt} .l small,.l.walk ul,.c{font-size:7pt;line-height:1.2} .l.walk ul{columns:2;column-gap:4px} .idle{padding-top:4mm;font-size:8pt} .roster{display:none}
tbody th{white-space:nowrap} thead th{font-size:7.5pt}
.print-all .top,.print-all main{display:none} .print-all #printing{display:block} #printing .week{break-after:page} #printing .week:last-child{break-after:auto}
}
`;
