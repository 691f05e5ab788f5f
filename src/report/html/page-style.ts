/** Style of the page. There is no script: folding is `details`, the choice in the diagram is radio buttons and `:has`. */
export const pageStyle = `
:root{color-scheme:light dark;--paper:#fff;--canvas:#f6f7f9;--ink:#1b2430;--soft:#566273;--faint:#e3e7ed;--line:#d2d8e0;--accent:#2456a6;--code:#f1f3f6;
--critical:#8f1414;--critical-bg:#fbeaea;--high:#b23a09;--high-bg:#fdefe6;--medium:#8a5a00;--medium-bg:#fcf4de;--low:#2d5f98;--low-bg:#eaf2fb;--info:#566273;--info-bg:#eef1f5;
--good:#23693a;--good-bg:#e9f5ec;--warn:#8a5a00}
@media (prefers-color-scheme:dark){:root{--paper:#161c24;--canvas:#0f1319;--ink:#e4e9f0;--soft:#a5b1c1;--faint:#252e3a;--line:#33404f;--accent:#8db8f0;--code:#1f2731;
--critical:#ff9a92;--critical-bg:#3a1719;--high:#ffb080;--high-bg:#38200f;--medium:#f0cb63;--medium-bg:#322808;--low:#9cc3f3;--low-bg:#15273d;--info:#b5c0ce;--info-bg:#232c37;
--good:#8ad3a0;--good-bg:#12291a;--warn:#f0cb63}}
*{box-sizing:border-box}
html{scroll-behavior:smooth;scroll-padding-top:1rem}
body{margin:0;background:var(--canvas);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:2px}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:2px}
.skip,.offscreen{position:absolute;left:-999rem}.skip:focus{left:1rem;top:1rem;background:var(--paper);padding:.5rem 1rem;z-index:2}
.frame{display:grid;grid-template-columns:13.5rem minmax(0,1fr);max-width:110rem;margin:0 auto}
.side{position:sticky;top:0;align-self:start;height:100vh;overflow:auto;padding:1.6rem 1rem 1.6rem 1.6rem;font-size:.875rem}
.side .brand{font-weight:700;letter-spacing:.02em;margin:0 0 1rem}
.side ul{list-style:none;margin:0;padding:0}.side a{display:flex;justify-content:space-between;gap:.5rem;padding:.28rem .5rem;margin-left:-.5rem;border-radius:4px;color:inherit;text-decoration:none}
.side a:hover{background:var(--faint)}.side .count{color:var(--soft);font-variant-numeric:tabular-nums}
main{padding:1.6rem 2rem 4rem;min-width:0}
h1{font-size:1.65rem;line-height:1.2;margin:0 0 .3rem;letter-spacing:-.01em}
h2{font-size:1.2rem;line-height:1.3;margin:0 0 .25rem;letter-spacing:-.005em}
h3{font-size:1rem;margin:1.4rem 0 .4rem}h4{font-size:.75rem;text-transform:uppercase;letter-spacing:.06em;color:var(--soft);margin:1rem 0 .3rem}
p{margin:.3rem 0 .7rem;max-width:70ch}.lead{color:var(--soft)}.quiet{color:var(--soft)}
section{margin-top:2.6rem}.measure{max-width:76rem}
code,.code{font:.86em/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;background:var(--code);border-radius:3px;padding:.08em .3em}
.place{font:.8rem/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;color:var(--soft)}
.meta{color:var(--soft);font-size:.86rem;display:flex;flex-wrap:wrap;gap:.15rem 1.2rem;margin:.3rem 0 0;padding:0;list-style:none}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(6.6rem,1fr));gap:.6rem;margin:1.2rem 0;padding:0;list-style:none;max-width:76rem}
.tile{background:var(--paper);border:1px solid var(--line);border-top:3px solid var(--line);border-radius:4px;padding:.6rem .8rem}
.tile b{display:block;font-size:1.7rem;line-height:1.15;font-weight:650;font-variant-numeric:tabular-nums}.tile span{font-size:.82rem;color:var(--soft)}
.tile.critical{border-top-color:var(--critical)}.tile.high{border-top-color:var(--high)}.tile.medium{border-top-color:var(--medium)}.tile.low{border-top-color:var(--low)}.tile.mitigated{border-top-color:var(--good)}
.tile.zero b{color:var(--soft);font-weight:400}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(26rem,100%),1fr));gap:1rem;max-width:76rem}
.card{background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:1rem 1.2rem;min-width:0}.card h3{margin-top:0}
.card ol,.card ul{margin:0;padding-left:1.2rem}.card li{margin:.35rem 0}
.level{display:inline-flex;align-items:center;gap:.35rem;font-size:.75rem;font-weight:650;padding:.08rem .5rem;border-radius:3px;white-space:nowrap;border:1px solid currentColor}
.level i{display:inline-flex;gap:1.5px;align-items:flex-end;height:.62rem}.level i b{width:3px;background:currentColor;opacity:.25;height:100%}.level i b.on{opacity:1}
.level i b:nth-child(1){height:40%}.level i b:nth-child(2){height:60%}.level i b:nth-child(3){height:80%}
.level.critical{color:var(--critical);background:var(--critical-bg)}.level.high{color:var(--high);background:var(--high-bg)}.level.medium{color:var(--medium);background:var(--medium-bg)}.level.low{color:var(--low);background:var(--low-bg)}.level.info{color:var(--info);background:var(--info-bg)}
.state{font-size:.78rem;font-weight:600;white-space:nowrap}.state::before{display:inline-block;width:1.1em;text-align:center;margin-right:.25em}
.state.open::before{content:"●";color:var(--critical)}.state.unknown::before{content:"?";color:var(--warn);font-weight:800}.state.accepted::before{content:"◐";color:var(--soft)}.state.mitigated::before,.state.in-force::before,.state.attested::before{content:"✓";color:var(--good)}.state.not-in-force::before{content:"✕";color:var(--critical)}
.list{background:var(--paper);border:1px solid var(--line);border-radius:6px;margin:.8rem 0 1.4rem;max-width:76rem}
.list>details+details,.list>article+article{border-top:1px solid var(--line)}
summary{cursor:pointer;list-style:none}summary::-webkit-details-marker{display:none}
.row{display:grid;grid-template-columns:1rem 6.2rem minmax(0,1fr) auto;gap:.2rem .8rem;align-items:baseline;padding:.62rem 1rem}
.row::before,.fold>summary::before{content:"▸";color:var(--soft);font-size:.8rem}details[open]>.row::before,.fold[open]>summary::before{content:"▾"}
.row:hover{background:var(--canvas)}.row .what{font-weight:600}.row .where{color:var(--soft);font-size:.86rem;font-weight:400}
.row .score{font-variant-numeric:tabular-nums;color:var(--soft);font-size:.82rem;text-align:right;white-space:nowrap}
.wide .fold,.fold.table{margin:.4rem 0}.fold>summary{color:var(--accent);font-size:.88rem;display:inline-flex;gap:.4rem;padding:.2rem 0}
.body{padding:.1rem 1.2rem 1.2rem 3rem;display:grid;grid-template-columns:minmax(0,1.35fr) minmax(0,1fr);gap:0 2.2rem}
.body .statement{grid-column:1/-1;font-size:1.02rem;max-width:76ch;margin:.3rem 0 .4rem}
.instances{margin:0 1rem .8rem 2.8rem;border:1px solid var(--line);border-radius:4px}.instances>details+details,.instances>p+p{border-top:1px solid var(--line)}.instances .row{grid-template-columns:1rem minmax(0,1fr) auto;padding:.35rem .8rem}.instances .body{padding-left:2.2rem}
.instances>p{margin:0;padding:.3rem .8rem;max-width:none;display:flex;justify-content:space-between;gap:1rem}
.onlyif{border-left:3px solid var(--warn);padding:.1rem .7rem;margin:.5rem 0;font-size:.92rem}
.evidence,.plain{list-style:none;margin:0;padding:0}.evidence li,.plain li{padding:.2rem 0}.evidence .place{display:block}
.sum{width:100%;border-collapse:collapse;font-size:.86rem;margin:.1rem 0 .6rem}.sum td,.sum th{padding:.12rem 0;text-align:left;font-weight:400;vertical-align:baseline;border:0}.sum td:last-child{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap;padding-left:1rem}
.sum tr.total td,.sum tr.total th{border-top:1px solid var(--line);font-weight:650}
.change{background:var(--code);border-radius:4px;padding:.6rem .8rem;font-size:.9rem;margin:.2rem 0 .6rem}.change code{background:none;padding:0}
.change pre{margin:.3rem 0 0;white-space:pre-wrap;overflow-wrap:anywhere;font:.82rem/1.45 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace}
.changes{list-style:none;padding:0;counter-reset:change}.changes>li{counter-increment:change}.changes>li+li{border-top:1px solid var(--line)}.changes h3::before{content:counter(change) ". "}
.tags{display:flex;flex-wrap:wrap;gap:.3rem;margin:.2rem 0;padding:0;list-style:none;font-size:.78rem}.tags li{border:1px solid var(--line);border-radius:3px;padding:.02rem .4rem}
.steps{list-style:none;margin:.6rem 0 0;padding:0;counter-reset:step}
.steps>li{counter-increment:step;position:relative;padding:0 0 1.1rem 2.6rem}
.steps>li::before{content:counter(step);position:absolute;left:0;top:0;width:1.6rem;height:1.6rem;border-radius:50%;background:var(--ink);color:var(--paper);font-size:.82rem;font-weight:650;display:grid;place-items:center}
.steps>li:not(:last-child)::after{content:"";position:absolute;left:.8rem;top:1.8rem;bottom:.2rem;width:1px;background:var(--line)}
.steps .title{font-weight:600}.steps dl,.pairs{display:grid;grid-template-columns:6.5rem minmax(0,1fr);gap:.1rem .8rem;margin:.25rem 0 0;font-size:.88rem}.steps dt,.pairs dt{color:var(--soft)}.steps dd,.pairs dd{margin:0}
.path{padding:1rem 1.2rem}.path header{display:flex;flex-wrap:wrap;gap:.3rem .8rem;align-items:baseline}.path h3{margin:0}
.wide{overflow-x:auto;background:var(--paper);border:1px solid var(--line);border-radius:6px;margin:.6rem 0 1.2rem;max-width:96rem}
table.data{border-collapse:collapse;width:100%;font-size:.86rem;overflow-wrap:normal}.data caption{text-align:left;padding:.6rem .8rem;color:var(--soft)}.data th,.data td{text-align:left;vertical-align:top;padding:.42rem .8rem;border-top:1px solid var(--faint);max-width:26rem;overflow-wrap:break-word;min-width:4.5rem}
.data thead th{border-top:0;font-size:.75rem;text-transform:uppercase;letter-spacing:.05em;color:var(--soft);white-space:nowrap}.data tbody th{font-weight:600}.data .number{text-align:right;font-variant-numeric:tabular-nums}
.data tr:target,details:target>summary,article:target{background:var(--medium-bg)}
.good{color:var(--good)}.bad{color:var(--critical)}.warn{color:var(--warn)}
.views{border:0;margin:.6rem 0;padding:0;display:flex;flex-wrap:wrap;gap:.35rem .5rem;font-size:.86rem}.views legend{float:left;padding:.2rem .4rem .2rem 0;color:var(--soft)}
.views label{border:1px solid var(--line);border-radius:4px;padding:.2rem .6rem;background:var(--paper);cursor:pointer}.views input{position:absolute;opacity:0}.views label:has(:checked){border-color:var(--accent);box-shadow:inset 0 0 0 1px var(--accent)}.views label:has(:focus-visible){outline:2px solid var(--accent);outline-offset:2px}
.canvas{overflow:auto;max-height:92vh;border:1px solid var(--line);border-radius:6px;background:var(--paper)}.canvas svg{display:block;height:auto;min-width:100%}
.canvas .trail{display:none}
section:has(#size-fit:checked) .canvas svg{width:100%;min-width:0}
section:has(#view-1:checked) .trail-1,section:has(#view-2:checked) .trail-2,section:has(#view-3:checked) .trail-3,section:has(#view-4:checked) .trail-4,section:has(#view-5:checked) .trail-5{display:block}
section:has(.view-path:checked) .base{opacity:.25}
footer{margin-top:3rem;color:var(--soft);font-size:.84rem}
@media (max-width:62rem){.frame{display:block}.side{position:static;height:auto;padding:1rem 1rem 0}.side ul{display:flex;flex-wrap:wrap;gap:.2rem .4rem}.side a{margin:0}main{padding:1rem}.body{grid-template-columns:minmax(0,1fr);padding-left:1rem;padding-right:1rem}.row{grid-template-columns:1rem minmax(0,1fr) auto}.row .level{justify-self:start;grid-column:2}.row .what{grid-column:2/-1}.row .score{grid-column:3;grid-row:1}.instances{margin-left:.8rem;margin-right:.8rem}.instances .row .what{grid-column:2}.instances .body{padding-left:.8rem}.steps dl,.pairs{grid-template-columns:minmax(0,1fr)}}
@media print{:root{color-scheme:light;--paper:#fff;--canvas:#fff;--ink:#000;--soft:#444}.side,.views,.skip{display:none}.frame{display:block}main{padding:0}body{font-size:10.5pt}section{break-before:auto}.row,.steps>li,.tile,.card,tr{break-inside:avoid}h2,h3{break-after:avoid}.canvas{max-height:none;overflow:visible}.canvas svg{width:100%!important}details::details-content{content-visibility:visible;block-size:auto}a{color:inherit;text-decoration:none}}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
`;
