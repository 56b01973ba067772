"use strict";(self.rspackChunkcs231n_kit=self.rspackChunkcs231n_kit||[]).push([[1],{33(e,n,o){var r=o(30),t=o.n(r),a=o(31),s=(o.n(a))()(t());s.push([e.id,`/* Below the input of an answer cell, as wide as the input. */

.cs231n-Badge {
  padding-left: calc(var(--jp-cell-collapser-width) + var(--jp-cell-prompt-width));
  overflow: visible;
}

/* In a narrow window Jupyter puts a cell's prompt above its input. */
@media only screen and (width <= 760px) {
  .cs231n-Badge {
    padding-left: calc(var(--jp-cell-collapser-width) + var(--jp-code-padding));
  }

  .cs231n-Badge .cs231n-Case {
    grid-template-columns: minmax(0, 1fr);
  }

  .cs231n-Badge .cs231n-Case dt:not(:first-child) {
    margin-top: 6px;
  }
}

.cs231n-Badge-frame {
  padding: 4px 10px;
  border: 1px solid var(--jp-border-color2);
  border-left: 3px solid var(--jp-layout-color4);
  border-top: 0;
  background: var(--jp-layout-color1);
  color: var(--jp-ui-font-color1);
  font-family: var(--jp-ui-font-family);
  font-size: var(--jp-ui-font-size1);
  line-height: 1.5;
}

.cs231n-Badge-frame[data-state="passed"] {
  border-left-color: var(--jp-success-color1);
}

.cs231n-Badge-frame[data-state="failed"] {
  border-left-color: var(--jp-error-color1);
}

.cs231n-Badge-frame[data-state="changed"] {
  border-left-color: var(--jp-warn-color1);
}

.cs231n-Badge-frame[data-state="checking"] {
  border-left-color: var(--jp-brand-color1);
}

.cs231n-Badge-line {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 4px 8px;
}

.cs231n-Badge-line .cs231n-State {
  font-size: inherit;
  font-weight: 600;
}

.cs231n-Badge-line .cs231n-Buttons {
  margin: 0 0 0 auto;
}

.cs231n-Badge-line .cs231n-Button {
  min-height: 24px;
  padding: 1px 10px;
}

.cs231n-Badge .cs231n-Before {
  margin: 6px 0 0;
}

.cs231n-Badge .cs231n-Words {
  max-width: 75ch;
  margin: 6px 0 4px;
}

/* The controls of an exercise of judgement: those of a question, without its frame. */
.cs231n-Ask.cs-widget.cs-predict {
  padding: 4px 0 8px;
  border: 0;
  background: none;
}

.cs231n-Option {
  display: flex;
  gap: 0.4em;
}

.cs231n-Option > .jp-RenderedMarkdown {
  padding: 0;
  font-size: inherit;
}

.cs231n-Option > .jp-RenderedMarkdown > p {
  margin: 0;
}

.cs231n-Success .cs231n-Buttons {
  align-items: center;
  margin: 6px 0 4px;
}

.cs231n-mod-fold::before {
  display: inline-block;
  width: 1.2em;
  content: "▸" / "";
}

.cs231n-mod-fold[aria-expanded="true"]::before {
  content: "▾" / "";
}

.cs231n-Reference {
  margin: 4px 0 6px;
  padding: 6px 8px;
  overflow-wrap: anywhere;
  border: 1px solid var(--jp-cell-editor-border-color);
  background: var(--jp-cell-editor-background);
  color: var(--jp-content-font-color1);
  font-family: var(--jp-code-font-family);
  font-size: var(--jp-code-font-size);
  line-height: var(--jp-code-line-height);
  white-space: pre-wrap;
}

/* What a check says by itself, or said before the answer was written, where the badge says it. */
.cs231n-mod-judged
  .jp-OutputArea-child:has(
    .cs231n-verdict,
    [data-mime-type="application/vnd.jupyter.error"],
    [data-mime-type="application/vnd.jupyter.stderr"]
  ) {
  display: none;
}
`,""]),o.d(n,{},{A:s})},34(e,n,o){var r=o(30),t=o.n(r),a=o(31),s=(o.n(a))()(t());s.push([e.id,`/* What is folded to one line in a notebook: code that no sentence explains, the answers to questions. */

.cs231n-Fold {
  padding-left: calc(var(--jp-cell-collapser-width) + var(--jp-cell-prompt-width));
}

@media only screen and (width <= 760px) {
  .cs231n-Fold {
    padding-left: calc(var(--jp-cell-collapser-width) + var(--jp-code-padding));
  }
}

.cs231n-Fold > button {
  box-sizing: border-box;
  width: 100%;
  min-height: 28px;
  padding: 4px 8px;
  border: 1px solid var(--jp-border-color2);
  border-radius: 3px;
  background: var(--jp-layout-color1);
  color: var(--jp-ui-font-color1);
  font-family: var(--jp-ui-font-family);
  font-size: var(--jp-ui-font-size1);
  line-height: 1.4;
  text-align: start;
  cursor: pointer;
}

.cs231n-Fold > button::before {
  display: inline-block;
  width: 1.3em;
  content: "▸" / "";
}

.cs231n-Fold > button[aria-expanded="true"]::before {
  content: "▾" / "";
}

.cs231n-Fold > button[aria-expanded="true"] {
  border-color: transparent;
}

.cs231n-Fold > button:hover {
  background: var(--jp-layout-color2);
}

.cs231n-Fold > button:focus-visible {
  outline: 2px solid var(--jp-brand-color1);
  outline-offset: 1px;
}

/* Jupyter's own mark of a hidden source. */
.jp-CodeCell.cs231n-mod-sourceHidden > .jp-Cell-inputWrapper,
.jp-Cell.cs231n-mod-foldedHead > :not(.cs231n-Fold) {
  display: none;
}

/* Of no height, but in the layout: a cell that is not takes the focus away from who runs cells one by one. */
.jp-Notebook .jp-Cell.cs231n-mod-folded,
.jp-Notebook .jp-Cell.cs231n-mod-folded.lm-mod-hidden {
  display: block !important;
  height: 0;
  min-height: 0;
  padding: 0;
  margin: 0;
  border: 0;
  overflow: hidden;
}

.jp-Cell.cs231n-mod-folded > * {
  display: none;
}
`,""]),o.d(n,{},{A:s})},29(e,n,o){var r=o(30),t=o.n(r),a=o(31),s=o.n(a),i=o(32),c=o(33),d=o(34),p=s()(t());p.i(i.A),p.i(c.A),p.i(d.A),p.push([e.id,`
`,""]),o.d(n,{},{A:p})},32(e,n,o){var r=o(30),t=o.n(r),a=o(31),s=(o.n(a))()(t());s.push([e.id,`/* The sidebar. Colours, sizes and fonts are the theme's own. */

.cs231n-Panel {
  box-sizing: border-box;
  min-width: 200px;
  padding: 12px;
  overflow-y: auto;
  scroll-padding-top: 80px;
  background: var(--jp-layout-color1);
  color: var(--jp-ui-font-color1);
  font-family: var(--jp-ui-font-family);
  font-size: var(--jp-ui-font-size1);
  line-height: 1.45;
  outline: none;
}

.cs231n-Panel h2,
.cs231n-Panel h3 {
  margin: 0;
  color: var(--jp-ui-font-color0);
  font-weight: 600;
}

.cs231n-Panel h2 {
  margin-bottom: 8px;
  font-size: var(--jp-ui-font-size0);
  letter-spacing: 0.06em;
  text-transform: uppercase;
}

.cs231n-Panel h3 {
  margin-bottom: 6px;
  font-size: var(--jp-ui-font-size2);
  line-height: 1.3;
}

.cs231n-Panel section {
  margin-bottom: 20px;
}

.cs231n-Panel p {
  margin: 0 0 8px;
}

.cs231n-Panel ul,
.cs231n-Panel ol {
  margin: 0;
  padding: 0;
  list-style: none;
}

.cs231n-Panel a {
  color: var(--jp-content-link-color);
  text-decoration: underline;
}

.cs231n-Words {
  margin: 0 0 6px;
  overflow-wrap: anywhere;
  white-space: pre-wrap;
}

.cs231n-Words code {
  font-family: var(--jp-code-font-family);
  font-size: 0.95em;
}

/* A case that shows what is wrong: its inputs, what was expected, what came. */
.cs231n-Case {
  display: grid;
  grid-template-columns: auto minmax(0, 1fr);
  gap: 2px 10px;
  margin: 0 0 8px;
  padding: 6px 8px;
  border-radius: 3px;
  background: var(--jp-layout-color2);
}

.cs231n-Panel .cs231n-Case {
  grid-template-columns: minmax(0, 1fr); /* narrow: what it is stands above */
}

.cs231n-Case dt {
  font-weight: 600;
}

.cs231n-Panel .cs231n-Case dt:not(:first-child) {
  margin-top: 6px;
}

.cs231n-Case dd {
  display: flex;
  flex-wrap: wrap;
  gap: 0 1.2em;
  align-items: flex-start;
  margin: 0;
  min-width: 0;
}

.cs231n-Case code {
  min-width: 0;
  max-width: 100%;
  font-family: var(--jp-code-font-family);
  font-size: 0.95em;
  overflow-wrap: anywhere;
  white-space: pre-wrap;
}

/* An array: its slices side by side, each within brackets, as many in a line as there is room for. */
.cs231n-Grids {
  display: flex;
  flex-wrap: wrap;
  gap: 4px 14px;
  margin: 2px 0 6px;
}

.cs231n-Grids > span {
  max-width: 100%;
}

.cs231n-Label,
.cs231n-Grid {
  display: block;
}

.cs231n-Label {
  margin-bottom: 1px;
  color: var(--jp-ui-font-color1);
  font-size: 0.9em;
}

.cs231n-Grid {
  box-sizing: border-box;
  width: max-content; /* its label may be wider */
  max-width: 100%;
  overflow-x: auto;
  padding: 1px 5px;
  border: solid var(--jp-ui-font-color2);
  border-width: 0 1px;
  border-radius: 4px;
  line-height: 1.35;
  white-space: pre;
}

.cs231n-Quiet,
.cs231n-State {
  color: var(--jp-ui-font-color1);
  font-size: var(--jp-ui-font-size0);
}

.cs231n-Points {
  font-variant-numeric: tabular-nums;
  white-space: nowrap;
}

/* For the ear alone. */
.cs231n-Hidden,
.cs231n-Announcer {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}

.cs231n-Progress {
  display: block;
  height: 3px;
  overflow: hidden;
  border-radius: 2px;
  background: var(--jp-layout-color3);
}

.cs231n-Progress > span {
  display: block;
  height: 100%;
  background: var(--jp-success-color1);
  transition: width 0.3s;
}

.cs231n-Total {
  display: flex;
  align-items: center;
  gap: 8px;
  margin-bottom: 10px;
}

.cs231n-Total .cs231n-Progress {
  flex: 1;
  height: 5px;
}

/* Marks: a shape for each state, the colour only besides. */
.cs231n-Mark {
  flex: none;
  width: 14px;
  height: 14px;
  fill: none;
  stroke: var(--jp-ui-font-color1);
  stroke-linecap: round;
  stroke-linejoin: round;
  stroke-width: 2;
}

.cs231n-Mark[data-state="passed"] {
  stroke: var(--jp-success-color1);
}

.cs231n-Mark[data-state="failed"] {
  stroke: var(--jp-error-color1);
}

.cs231n-Mark[data-state="changed"] {
  stroke: var(--jp-warn-color1);
}

.cs231n-Mark[data-state="checking"] {
  stroke: var(--jp-brand-color1);
  animation: cs231n-turn 1s linear infinite;
}

@keyframes cs231n-turn {
  to {
    transform: rotate(360deg);
  }
}

/* Buttons and rows. */
.cs231n-Buttons {
  display: flex;
  flex-wrap: wrap;
  gap: 5px;
  margin: 8px 0;
}

.cs231n-Button {
  min-height: 26px;
  padding: 3px 7px;
  border: 1px solid var(--jp-layout-color4);
  border-radius: 3px;
  background: var(--jp-layout-color1);
  color: var(--jp-ui-font-color1);
  font: inherit;
  cursor: pointer;
}

.cs231n-Button:hover,
.cs231n-Row:hover {
  background: var(--jp-layout-color2);
}

.cs231n-Button.cs231n-mod-main {
  border-color: var(--jp-accept-color-normal);
  background: var(--jp-accept-color-normal);
  color: #fff;
}

.cs231n-Button.cs231n-mod-main:hover {
  filter: brightness(1.08);
}

.cs231n-Button[aria-disabled="true"],
.cs231n-Row[aria-disabled="true"] {
  opacity: 0.6;
  cursor: default;
}

.cs231n-Button:focus-visible,
.cs231n-Row:focus-visible,
.cs231n-Grid:focus-visible,
.cs231n-Panel a:focus-visible {
  outline: 2px solid var(--jp-brand-color1);
  outline-offset: 2px;
}

.cs231n-Row {
  display: grid;
  width: 100%;
  padding: 6px 8px;
  gap: 0 8px;
  border: 0;
  border-radius: 3px;
  background: none;
  color: inherit;
  font: inherit;
  text-align: start;
  cursor: pointer;
}

.cs231n-Row:focus-visible {
  outline-offset: -2px;
}

.cs231n-Title {
  overflow-wrap: anywhere;
}

/* The open notebook's exercises; what checks them stays in view. */
.cs231n-Actions {
  position: sticky;
  z-index: 1;
  top: -12px;
  padding: 6px 0 4px;
  background: var(--jp-layout-color1);
}

.cs231n-Actions .cs231n-Buttons {
  margin: 0;
}

/* As high as its button, so that nothing moves when a check begins. */
.cs231n-Status {
  display: flex;
  align-items: center;
  gap: 8px;
  min-height: 26px;
  margin-top: 6px;
}

.cs231n-Status > .cs231n-Quiet {
  margin: 0;
}

.cs231n-Status > .cs231n-Button {
  min-height: 24px;
  padding: 1px 7px;
}

.cs231n-Exercises {
  margin-bottom: 12px !important;
  border-top: 1px solid var(--jp-border-color2);
}

.cs231n-Exercises > li {
  border-bottom: 1px solid var(--jp-border-color2);
}

.cs231n-Exercises .cs231n-Row {
  grid-template-columns: 14px 1fr auto;
  align-items: baseline;
}

.cs231n-Exercises .cs231n-Mark {
  align-self: center;
}

.cs231n-Exercises .cs231n-State {
  grid-column: 2 / -1;
}

.cs231n-Row[aria-expanded="true"] .cs231n-Title {
  font-weight: 600;
}

.cs231n-Body {
  padding: 2px 8px 4px;
}

.cs231n-Checks li {
  display: grid;
  grid-template-columns: 12px 1fr auto;
  gap: 8px;
  align-items: center;
  padding: 1px 0;
}

.cs231n-Checks .cs231n-Mark {
  width: 12px;
  height: 12px;
}

.cs231n-Panel .cs231n-Hints {
  margin: 8px 0;
  padding-left: 10px;
  border-left: 2px solid var(--jp-brand-color1);
}

/* Chapters, notes, welcome. */
.cs231n-Chapter {
  grid-template-columns: 1fr auto;
  align-items: baseline;
}

.cs231n-Chapter .cs231n-Progress {
  grid-column: 1 / -1;
  margin-top: 4px;
}

.cs231n-Chapter[aria-current] {
  background: var(--jp-layout-color2);
}

.cs231n-Chapter[aria-current] .cs231n-Title {
  font-weight: 600;
}

.cs231n-Welcome,
.cs231n-Note.cs231n-mod-fault {
  padding: 8px 10px;
  margin-bottom: 12px;
  border: 1px solid var(--jp-border-color1);
  border-left: 3px solid var(--jp-brand-color1);
  border-radius: 3px;
}

.cs231n-Note.cs231n-mod-fault {
  border-left-color: var(--jp-error-color1);
}

.cs231n-Status .cs231n-Note {
  flex: 1;
  margin: 0;
}

.cs231n-Note .cs231n-Words {
  margin: 0;
}

.cs231n-Note .cs231n-Button {
  margin-top: 6px;
}

@media (prefers-reduced-motion: reduce) {
  .cs231n-Mark[data-state="checking"] {
    animation: none;
  }

  .cs231n-Progress > span {
    transition: none;
  }
}

/* Where the system chooses the colours, it takes away all backgrounds. */
@media (forced-colors: active) {
  .cs231n-Progress {
    border: 1px solid CanvasText;
  }

  .cs231n-Progress > span {
    background: Highlight;
    forced-color-adjust: none;
  }

  .cs231n-Button.cs231n-mod-main {
    border-width: 3px;
  }
}
`,""]),o.d(n,{},{A:s})},31(e){e.exports=function(e){var n=[];return n.toString=function(){return this.map(function(n){var o="",r=void 0!==n[5];return n[4]&&(o+="@supports (".concat(n[4],") {")),n[2]&&(o+="@media ".concat(n[2]," {")),r&&(o+="@layer".concat(n[5].length>0?" ".concat(n[5]):""," {")),o+=e(n),r&&(o+="}"),n[2]&&(o+="}"),n[4]&&(o+="}"),o}).join("")},n.i=function(e,o,r,t,a){"string"==typeof e&&(e=[[null,e,void 0]]);var s={};if(r)for(var i=0;i<this.length;i++){var c=this[i][0];null!=c&&(s[c]=!0)}for(var d=0;d<e.length;d++){var p=[].concat(e[d]);r&&s[p[0]]||(void 0!==a&&(void 0===p[5]||(p[1]="@layer".concat(p[5].length>0?" ".concat(p[5]):""," {").concat(p[1],"}")),p[5]=a),o&&(p[2]&&(p[1]="@media ".concat(p[2]," {").concat(p[1],"}")),p[2]=o),t&&(p[4]?(p[1]="@supports (".concat(p[4],") {").concat(p[1],"}"),p[4]=t):p[4]="".concat(t)),n.push(p))}},n}},30(e){e.exports=function(e){return e[1]}},22(e,n,o){o.r(n);var r=o(23),t=o.n(r),a=o(24),s=o.n(a),i=o(25),c=o.n(i),d=o(26),p=o.n(d),l=o(27),u=o.n(l),f=o(28),h=o.n(f),m=o(29),g={};g.styleTagTransform=h(),g.setAttributes=p(),g.insert=c().bind(null,"head"),g.domAPI=s(),g.insertStyleElement=u(),t()(m.A,g);let x=m.A&&m.A.locals?m.A.locals:void 0;o.d(n,{},{default:x})},23(e){var n=[];function o(e){for(var o=-1,r=0;r<n.length;r++)if(n[r].identifier===e){o=r;break}return o}function r(e,r){for(var t={},a=[],s=0;s<e.length;s++){var i=e[s],c=r.base?i[0]+r.base:i[0],d=t[c]||0,p="".concat(c," ").concat(d);t[c]=d+1;var l=o(p),u={css:i[1],media:i[2],sourceMap:i[3],supports:i[4],layer:i[5]};if(-1!==l)n[l].references++,n[l].updater(u);else{var f=function(e,n){var o=n.domAPI(n);return o.update(e),function(n){n?(n.css!==e.css||n.media!==e.media||n.sourceMap!==e.sourceMap||n.supports!==e.supports||n.layer!==e.layer)&&o.update(e=n):o.remove()}}(u,r);r.byIndex=s,n.splice(s,0,{identifier:p,updater:f,references:1})}a.push(p)}return a}e.exports=function(e,t){var a=r(e=e||[],t=t||{});return function(e){e=e||[];for(var s=0;s<a.length;s++){var i=o(a[s]);n[i].references--}for(var c=r(e,t),d=0;d<a.length;d++){var p=o(a[d]);0===n[p].references&&(n[p].updater(),n.splice(p,1))}a=c}}},25(e){var n={};e.exports=function(e,o){var r=function(e){if(void 0===n[e]){var o=document.querySelector(e);if(window.HTMLIFrameElement&&o instanceof window.HTMLIFrameElement)try{o=o.contentDocument.head}catch(e){o=null}n[e]=o}return n[e]}(e);if(!r)throw Error("Couldn't find a style target. This probably means that the value for the 'insert' parameter is invalid.");r.appendChild(o)}},27(e){e.exports=function(e){var n=document.createElement("style");return e.setAttributes(n,e.attributes),e.insert(n,e.options),n}},26(e,n,o){e.exports=function(e){var n=o.nc;n&&e.setAttribute("nonce",n)}},24(e){e.exports=function(e){if("u"<typeof document)return{update:function(){},remove:function(){}};var n=e.insertStyleElement(e);return{update:function(o){var r,t,a;r="",o.supports&&(r+="@supports (".concat(o.supports,") {")),o.media&&(r+="@media ".concat(o.media," {")),(t=void 0!==o.layer)&&(r+="@layer".concat(o.layer.length>0?" ".concat(o.layer):""," {")),r+=o.css,t&&(r+="}"),o.media&&(r+="}"),o.supports&&(r+="}"),(a=o.sourceMap)&&"u">typeof btoa&&(r+="\n/*# sourceMappingURL=data:application/json;base64,".concat(btoa(unescape(encodeURIComponent(JSON.stringify(a))))," */")),e.styleTagTransform(r,n,e.options)},remove:function(){var e;null===(e=n).parentNode||e.parentNode.removeChild(e)}}}},28(e){e.exports=function(e,n){if(n.styleSheet)n.styleSheet.cssText=e;else{for(;n.firstChild;)n.removeChild(n.firstChild);n.appendChild(document.createTextNode(e))}}}}]);