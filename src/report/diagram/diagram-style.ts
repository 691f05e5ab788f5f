/** Style of the diagram, for the page and for the picture alone. Colours come from variables, so that dark works too. */
export const diagramStyle = `
.diagram{--d-paper:#fff;--d-ink:#1b2430;--d-soft:#5b6675;--d-line:#8793a3;--d-box:#fff;--d-edge:#64748b;
--d-account:#f7f9fb;--d-vpc:#eef4fb;--d-public:#fdf6e9;--d-private:#edf6f1;--d-frame:#a9b4c2;
--d-process:#2f5f9e;--d-store:#0f766e;--d-identity:#6d4aa8;--d-control:#3f7a2c;--d-outside:#1b2430;
--d-danger:#b42318;--d-warn:#a15c07;--d-critical:#8f1414;--d-high:#c2410c;--d-medium:#a16207;--d-low:#3b6ea5;--d-info:#64748b;--d-on:#fff;
font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
@media (prefers-color-scheme:dark){.diagram{--d-paper:#12171e;--d-ink:#e6ebf2;--d-soft:#a3afbf;--d-line:#7d8a9b;--d-box:#1c2430;--d-edge:#8b98aa;
--d-account:#161d26;--d-vpc:#182331;--d-public:#2a2416;--d-private:#16261f;--d-frame:#465364;
--d-process:#8db8f0;--d-store:#5cc7ba;--d-identity:#bfa2f0;--d-control:#97cf82;--d-outside:#e6ebf2;
--d-danger:#ff8a7a;--d-warn:#f0b45c;--d-critical:#ff7b72;--d-high:#ff9d5c;--d-medium:#e8bf4a;--d-low:#8db8f0;--d-info:#a3afbf;--d-on:#12171e}}
@media print{.diagram{--d-paper:#fff;--d-ink:#000;--d-box:#fff}}
.diagram .paper{fill:var(--d-paper)}
.diagram text{fill:var(--d-ink)}
.diagram .group{fill:var(--d-account);stroke:var(--d-frame);stroke-width:1.2}
.diagram .group.trust{stroke-dasharray:6 4;stroke:var(--d-soft)}
.diagram .group.vpc{fill:var(--d-vpc)}
.diagram .group.public{fill:var(--d-public);stroke:var(--d-warn)}
.diagram .group.private{fill:var(--d-private)}
.diagram .group-kind{font-size:9.5px;font-weight:700;letter-spacing:.06em;fill:var(--d-soft)}
.diagram .group-name{font-size:12px;font-weight:600}
.diagram .shape{fill:var(--d-box);stroke:var(--d-soft);stroke-width:1.3}
.diagram .behind{fill:var(--d-box);stroke:var(--d-line)}
.diagram .process .shape{stroke:var(--d-process)} .diagram .process .glyph{stroke:var(--d-process)}
.diagram .data-store .shape{stroke:var(--d-store)} .diagram .data-store .glyph{stroke:var(--d-store)}
.diagram .identity .shape{stroke:var(--d-identity)} .diagram .identity .glyph{stroke:var(--d-identity)}
.diagram .control .shape{stroke:var(--d-control);stroke-dasharray:3 2} .diagram .control .glyph{stroke:var(--d-control)}
.diagram .external-entity .shape{stroke:var(--d-outside);stroke-width:2} .diagram .external-entity .glyph{stroke:var(--d-outside)}
.diagram .glyph{fill:none;stroke:var(--d-soft);stroke-width:1.3;stroke-linejoin:round;stroke-linecap:round}
.diagram .rim{fill:none}
.diagram .node-name{font-size:12px;font-weight:600}
.diagram .node-type{font-size:10px;fill:var(--d-soft)}
.diagram .list{fill:var(--d-paper);stroke:var(--d-frame);stroke-width:1}
.diagram .list-title{font-size:9.5px;font-weight:700;letter-spacing:.06em;fill:var(--d-soft)}
.diagram .entry{font-size:11px} .diagram .entry-type{font-size:9.5px;fill:var(--d-soft)}
.diagram .line{fill:none;stroke:var(--d-edge);stroke-width:1.4;stroke-linejoin:round}
.diagram .arrow{fill:var(--d-edge)}
.diagram .plain .line{stroke:var(--d-danger)} .diagram .plain .arrow{fill:var(--d-danger)}
.diagram .unsure .line{stroke-dasharray:4 3}
.diagram .label{fill:var(--d-paper);stroke:var(--d-frame);stroke-width:.6}
.diagram .label-text{font-size:9.5px}
.diagram .lock-body{fill:var(--d-soft)} .diagram .lock-shackle{fill:none;stroke:var(--d-soft);stroke-width:1.3}
.diagram .unlocked .lock-body{fill:var(--d-danger)} .diagram .unlocked .lock-shackle{stroke:var(--d-danger)}
.diagram .lock-unknown{font-size:10.5px;font-weight:700;fill:var(--d-warn)}
.diagram .crossing{fill:var(--d-paper);stroke:var(--d-danger);stroke-width:1.6}
.diagram .mark circle{fill:var(--d-paper);stroke:var(--d-danger);stroke-width:1.2} .diagram .mark .glyph{stroke:var(--d-danger)}
.diagram .mark.partner circle{stroke:var(--d-warn)} .diagram .mark.partner .glyph{stroke:var(--d-warn)}
.diagram .mark text{font-size:10px;font-weight:700;fill:var(--d-warn);text-anchor:middle}
.diagram .mark.unknown circle{stroke:var(--d-warn);stroke-dasharray:2 2}
.diagram .badge rect{stroke:var(--d-paper);stroke-width:1.5}
.diagram .badge text{font-size:10px;font-weight:700;fill:var(--d-on);text-anchor:middle}
.diagram .critical rect{fill:var(--d-critical)} .diagram .high rect{fill:var(--d-high)} .diagram .medium rect{fill:var(--d-medium)}
.diagram .low rect{fill:var(--d-low)} .diagram .info rect{fill:var(--d-info)}
.diagram .badge.unknown rect{fill:var(--d-paper);stroke:var(--d-warn)} .diagram .badge.unknown text{fill:var(--d-warn)}
.diagram a:focus-visible{outline:2px solid var(--d-process);outline-offset:2px}
.diagram .trail .line{stroke:var(--d-critical);stroke-width:3} .diagram .trail .arrow{fill:var(--d-critical)}
.diagram .trail .ring{fill:none;stroke:var(--d-critical);stroke-width:2.5}
.diagram .trail .number rect{fill:var(--d-critical);stroke:var(--d-paper);stroke-width:1.5}
.diagram .trail .number text{font-size:11px;font-weight:700;fill:var(--d-on);text-anchor:middle}
.diagram .dimmed{opacity:.28}
.diagram .legend>text{font-size:10.5px;fill:var(--d-soft)}
`;
