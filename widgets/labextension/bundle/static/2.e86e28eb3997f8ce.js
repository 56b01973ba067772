"use strict";(self.rspackChunkcs231n_kit=self.rspackChunkcs231n_kit||[]).push([[2],{35(t,e,s){function i(t,e={},...s){let a=document.createElement(t);for(let[t,s]of Object.entries(e))t.startsWith("on")?a.addEventListener(t.slice(2),s):null!=s&&!1!==s&&a.setAttribute(t,!0===s?"":s);return a.append(...s.flat(1/0).filter(t=>null!=t)),a}function a(t,e){t.textContent!==e&&(t.textContent=e)}function r(t){let e=document.createElementNS("http://www.w3.org/2000/svg","svg");e.setAttribute("viewBox","0 0 16 16"),e.setAttribute("aria-hidden","true");let s=document.createElementNS("http://www.w3.org/2000/svg","path");return s.setAttribute("d",t),e.append(s),e}s.d(e,{WIDGET_MODULES:()=>ae,makeControl:()=>sj});let n=0,o=Math.random().toString(36).slice(2,8),l=t=>`cs-${t}-${o}-${++n}`;function c(t,e,s){let a=l("choice"),r=e.map(([t])=>i("input",{type:"radio",name:a,value:t,onchange:()=>s(t)}));return{node:i("div",{class:"cs-choice",role:"radiogroup","aria-label":t},e.map(([,t],e)=>i("label",{},r[e],i("span",{},t)))),show:t=>r.forEach(e=>{e.checked=e.value===t})}}function h([t,e,s,a,r],n){let o=l("knob"),c=i("input",{id:o,type:"number",inputmode:"numeric",min:s,max:a,step:1,class:"cs-knob-field"}),d=e=>{let i=Math.min(Math.max(Math.round(e)||0,s),a);c.value=i,n(t,i)};c.addEventListener("change",()=>d(Number(c.value))),c.addEventListener("input",()=>{let e=Number(c.value);""!==c.value&&Number.isInteger(e)&&e>=s&&e<=a&&n(t,e)});let p=(t,s,a)=>i("button",{type:"button",class:"cs-knob-button",tabindex:"-1","aria-label":`${e}: ${a}`,onclick:()=>d(Number(c.value)+s)},t),u=p("−",-1,"one less"),f=p("+",1,"one more"),m=i("label",{for:o,onpointerdown:t=>g(t)}),g=({pointerId:t,clientX:e})=>{let s=Number(c.value),i=new AbortController,{signal:a}=i;for(let r of(m.setPointerCapture(t),m.addEventListener("pointermove",t=>{let i=s+Math.round((t.clientX-e)/6);i!==Number(c.value)&&d(i)},{signal:a}),["pointerup","pointercancel"]))m.addEventListener(r,()=>i.abort(),{signal:a})};return m.append(...1===t.length?[i("i",{},t),` ${e}`]:[e]),{letter:t,node:i("div",{class:`cs-knob cs-knob-${r}`},m,i("div",{class:"cs-knob-box"},u,c,f)),show:t=>{(document.activeElement!==c||Number(c.value)!==t)&&(c.value=t),u.disabled=t<=s,f.disabled=t>=a}}}function d(t,e){let s=t.map(t=>h(t,e)),a=i("div",{class:"cs-knobs",role:"group","aria-label":"Settings"},s.map(t=>t.node));return{node:a,knobs:s,show:(t,e)=>{for(let i of s)i.show(t[i.letter]),i.node.hidden=!e.hasKnob(i.letter);a.hidden=s.every(t=>t.node.hidden)}}}var p=s(20);class u{constructor(t,e,s){Object.assign(this,{model:t,el:e,names:s,queued:!1}),this.caption=i("p",{class:"cs-caption"}),this.task=i("p",{class:"cs-task"}),this.live=i("p",{class:"cs-live",role:"status"}),this.listener=()=>this.queue()}open(t,e,...s){for(let a of(this.root=i("div",{class:`cs-widget cs-${t}`,role:"group","aria-label":e,"data-lm-suppress-shortcuts":"true"},this.caption,this.task,s,this.live),this.root.addEventListener("focusin",t=>t.target.setAttribute("data-lm-suppress-shortcuts","true")),this.root.addEventListener("keydown",t=>t.stopPropagation()),this.el.append(this.root),["pointerdown","keydown","input"]))this.root.addEventListener(a,()=>{this.acted=!0});for(let t of this.heard())this.model.on(`change:${t}`,this.listener)}heard(){return[...this.names,"caption","task","goal","why"]}read(){return Object.fromEntries(this.names.map(t=>[t,this.model.get(t)]))}change(t){let e=Object.entries(t).filter(([t,e])=>this.model.get(t)!==e);if(e.length){for(let[t,s]of e)this.model.set(t,s);this.model.save_changes(),this.update()}}queue(){this.queued||(this.queued=!0,queueMicrotask(()=>this.queued&&this.update()))}showTask(t){let e=this.model.get("goal")??{},s=Object.keys(e),r=(0,p.Yy)(this.model.get("task")??""),n=s.length>0&&s.every(s=>e[s]===t[s]);this.early=n&&(this.early??!0)&&!this.acted;let o=JSON.stringify([r,e]),l=n&&!this.early||this.met===o,c=l?(0,p.Yy)(this.model.get("why")??""):"",h=l&&this.met!==o?` That meets the task. ${c}`.trimEnd():"";return this.met=l?o:null,a(this.caption,(0,p.Yy)(this.model.get("caption")??"")),this.task.hidden=!r,this.task.classList.toggle("cs-met",l),this.task.replaceChildren(i("b",{},l?"✓ Done":"Try it"),` ${r}`,c?` ${c}`:""),h}announce(t){clearTimeout(this.later),this.later=setTimeout(()=>a(this.live,t),400)}refuse(t){this.warning=t,this.note(),this.announce(t)}follow(){this.watch=new ResizeObserver(()=>this.fit()),this.watch.observe(this.root)}fit(){this.root.clientWidth&&this.size&&this.picture.fit(this.root.clientWidth)}width(){return this.root.clientWidth||680}destroy(){for(let t of(clearTimeout(this.later),this.watch?.disconnect(),this.heard()))this.model.off(`change:${t}`,this.listener)}}let f=t=>({render({model:e,el:s}){let i=new t(e,s);return()=>i.destroy()}});class m extends u{constructor(t,e,s,a){super(t,e,s),this.words=i("p",{class:"cs-live",id:l("words")}),this.describe=a}open(t,e,...s){super.open(t,e,...s,this.words),this.root.setAttribute("aria-describedby",this.words.id)}hasKnob(t){return this.model.get("knobs")?.includes(t)??!0}showDescription(t){let e=()=>a(this.words,this.describe(t));clearTimeout(this.soon),this.words.textContent?this.soon=setTimeout(e,300):e()}follow(){this.watch=new ResizeObserver(([{contentRect:t}])=>{let e=Math.floor(t.width);e&&e!==this.wide&&(this.wide=e,this.fit())}),this.watch.observe(this.root)}width(){return this.wide??=this.root.clientWidth,this.wide||680}fit(){this.size&&this.picture.fit(this.width())}destroy(){clearTimeout(this.soon),super.destroy()}}let g="M4 2.5v11l9-5.5z";class w{constructor(t,e){this.on=e,this.timer=null,this.calm=matchMedia("(prefers-reduced-motion: reduce)");let s=(t,e,s,a)=>i("button",{type:"button",class:`cs-button cs-${a}`,onclick:s},e?r(e):null,i("span",{},t));this.play=s("Play",g,()=>this.toggle(),"play"),this.node=i("div",{class:"cs-player",role:"group","aria-label":t},s("Back","M12 2.5v11L5.5 8zM3.5 2.5h1.6v11H3.5z",()=>e.step(-1),"back"),this.play,s("Step","M4 2.5v11L10.5 8zM10.9 2.5h1.6v11h-1.6z",()=>e.step(1),"step"),s("Reset",null,()=>e.reset(),"reset"))}get playing(){return null!==this.timer}toggle(){if(this.playing)return this.pause();!1!==this.on.start()&&(this.timer=setInterval(()=>this.on.next()||this.pause(),this.calm.matches?1800:850),this.show())}pause(){this.playing&&(clearInterval(this.timer),this.timer=null,this.show(),this.on.paused())}show(){this.play.replaceChildren(r(this.playing?"M4 2.5h3v11H4zM9 2.5h3v11H9z":g),i("span",{},this.playing?"Pause":"Play"))}}class x extends m{announce(t){clearTimeout(this.later),!this.player.playing&&this.watch&&super.announce(t)}destroy(){this.player.pause(),super.destroy()}}function v(t,e){return A({F:t,D:e}),t*t*e}function b(t,e=1){return A({F:t,dilation:e}),(t-1)*e+1}function y(t,e,s=0,i=1){return A({W:t},s,s),t-b(e,i)+2*s}function $(t,e,s=1,i=0,a=1){A({S:s});let r=y(t,e,i,a);return r>=0&&r%s==0}function k(t,e,s,i,a=1){A({W:t,S:s},i);let r=b(e,a),n=a>1?`; with dilation ${a} a filter of ${e} spans ${r}`:"",o=t-r+i;if(o<0)return`A window of ${r} does not fit into ${t+i} cells (${t} and ${i} of padding)${n}. Make it smaller, or pad.`;let l=`(${t} - ${r} + ${i})`,c=Math.floor(o/s)+1;if(o%s==0)return`${l}/${s} + 1 = ${c}: the windows fit.`;let h=1===c?"1 window fits":`${c} windows fit`;return`${l} = ${o} is not divisible by ${s}: ${h}, and ${o%s} of the ${t+i} cells would be left over${n}.`}function M(t,e,s=1,i=0,a=1){return A({},i,i),k(t,e,s,2*i,a)}function A(t,e=0,s=0,i="crop"){for(let[i,a]of[...Object.entries(t),["padding",e],["padding",s]])if(!Number.isInteger(a))throw Error(`${i} is a whole number; got ${a}.`);if(1>Math.min(...Object.values(t))){let e=Object.entries(t).map(([t,e])=>`${t}=${e}`);throw Error(`Sizes, stride and dilation start at 1; got ${e.join(", ")}.`)}if(e<0||s<0)throw Error(`Padding starts at 0; got ${e} before and ${s} after.`);if(!["crop","raise","pad"].includes(i))throw Error(`fit must be 'crop', 'raise' or 'pad'; got '${i}'.`)}let z=(t,e,s=1,i=0,a=1,r="crop")=>(function(t,e,s,i,a,r=1,n="crop"){A({W:t,S:s},i,a,n);let o=t-b(e,r)+i+a,l=o-s*Math.floor(o/s)>0,c=Math.floor(o/s)+1;if("pad"===n&&l&&c*s<t+i&&(c+=1),c<1||"raise"===n&&l)throw Error(k(t,e,s,i+a,r));return c})(t,e,s,i,i,a,r);function E(t){let e=t.x.length,s=t.x[0].length,i=t.w.length,{stride:a,pad:r}=t;return{H:e,W:s,F:i,S:a,P:r,H2:z(e,i,a,r),W2:z(s,i,a,r)}}let L=(t,e,s)=>Array.from({length:t},(t,i)=>Array.from({length:e},(t,e)=>s(i,e))),S=(t,e)=>Math.min(Math.max(t,0),e-1),P=(t,e)=>t.reduce((t,s)=>t+e(s),0)+0;function C(t){let{H2:e,W2:s}=E(t);return t.dy.length===e&&t.dy[0].length===s?t.dy:L(e,s,(t,e)=>t*s+e+1)}function j(t){let{H2:e,W2:s}=E(t);return{row:S(t.row,e),col:S(t.col,s)}}function W(t){let{H:e,W:s}=E(t);return{r:S(t.input_row,e),c:S(t.input_col,s)}}function T(t){let{H2:e,W2:s}=E(t),{row:i,col:a}=j(t),r=L(e,s,(t,e)=>[t,e]).flat(),n=i*s+a;return({one:r.slice(n,n+1),sum:r.slice(0,n+1)})[t.view]??r}function N(t,e,s){let{H:i,W:a,F:r,S:n,P:o}=E(t);return L(r,r,(t,i)=>({row:e,col:s,u:t,v:i,r:e*n-o+t,c:s*n-o+i})).flat().filter(({r:t,c:e})=>t>=0&&t<i&&e>=0&&e<a)}function O(t,e=T(t)){let s=C(t);return e.flatMap(([e,i])=>N(t,e,i).map(a=>{let r=s[e][i];return{...a,dy:r,w:t.w[a.u][a.v],x:t.x[a.r][a.c]}}))}let F=(t,e,s)=>t.filter(t=>t.r===e&&t.c===s),D=(t,e,s)=>t.filter(t=>t.u===e&&t.v===s),I=t=>P(t,({w:t,dy:e})=>t*e),H=t=>P(t,({x:t,dy:e})=>t*e);function q(t){let{H:e,W:s,F:i,S:a,P:r,H2:n,W2:o}=E(t),l=C(t),c=(t,e)=>{let s=t-(i-1)+r;return s>=0&&s%a==0&&s/a<e?s/a:null};return L(e+i-1,s+i-1,(t,e)=>{let s=c(t,n),i=c(e,o),a=null!==s&&null!==i;return{at:a?[s,i]:null,value:a?l[s][i]:0}})}let _=t=>{let{H2:e,W2:s}=E(t);return L(e,s,(t,e)=>[t,e]).flat()};function R(t){let{H:e,W:s}=E(t),i=new Set(O(t,_(t)).map(({r:t,c:e})=>t*s+e));return L(e,s,(t,e)=>!i.has(t*s+e))}function U(t,e){let{H:s,W:i,H2:a,W2:r}=E(t);if("input"===t.view){let{r:a,c:r}=W(t),n=a*i+r+e;return n<0||n>=s*i?null:{input_row:Math.floor(n/i),input_col:n%i}}let{row:n,col:o}=j(t),l=n*r+o+e;return l<0||l>=a*r?null:{row:Math.floor(l/r),col:l%r}}let K=(t,e,s)=>`${t}[${e}, ${s}]`,X=(t,e)=>`${(0,p.Em)(t)}\xb7${(0,p.Em)(e)}`,Y=(t,e)=>`${t.map(([t,e])=>X(t,e)).join(" + ")} = ${(0,p.ai)(e)}`,B=t=>t.map(([t,e])=>`${X(t,e)}\xa0=\xa0${(0,p.ai)(t*e+0)}`).join(", ");function J(t){return[V(t),...G(t)].filter(Boolean).join(" ")}function V(t){let{H:e,W:s,F:i,S:a,P:r,H2:n,W2:o}=E(t),l=R(t).flat().filter(Boolean).length,c=l?` No window reads ${(0,p.LS)(l,"input")}: the gradient there is 0.`:"";return`Input ${s}\xd7${e}, filter ${i}\xd7${i}, S = ${a}, P = ${r}: the output is ${o}\xd7${n}.${c}`}let G=t=>({one:Q,sum:Z})[t.view]?.(t)??function(t){let{S:e,H2:s,W2:i}=E(t),{r:a,c:r}=W(t),n=F(O(t),a,r),[o,l]=[n[0],n.at(-1)],c=t=>K("w",t.u,t.v),h=t=>K("dy",t.row,t.col),d=o?o===l?`Only ${h(o)} counts, with ${c(o)}: no other window reads this input.`:`${h(o)} meets ${c(o)}, ${h(l)} meets ${c(l)}: the filter lies flipped.`:"",p=e>1&&s*i>1?`Windows are ${e} apart, so zeros stand between the gradients.`:"";return[tt(t,a,r),d,p]}(t);function Q(t){let{F:e}=E(t),{row:s,col:i}=j(t),a=C(t)[s][i],r=`${K("dy",s,i)} = ${(0,p.ai)(a)}`;if(0===a)return[`${r}: this output sends nothing back.`,"",""];let n=O(t,[[s,i]]),o=e*e-N(t,s,i).length,l=o?` ${o} of the ${e*e} cells are padding.`:"";return[`${r}. Each input gets its weight times ${(0,p.ai)(a)}, each weight its input times ${(0,p.ai)(a)}.${l}`,`To the inputs: ${B(n.map(({w:t})=>[t,a]))}.`,`To the weights: ${B(n.map(({x:t})=>[t,a]))}.`]}function Z(t){let{H2:e,W2:s}=E(t),i=T(t).length,a=e*s,{r,c:n}=W(t);return[i===a?`All of the ${(0,p.LS)(a,"output")}, added up: dx and dw are complete.`:`${1===i?"The first":`The first ${i}`} of ${a} outputs${1===i?"":", added up"}.`,tt(t,r,n),""]}function tt(t,e,s){let i=F(O(t),e,s);return i.length?`${K("dx",e,s)} = ${Y(i.map(({w:t,dy:e})=>[t,e]),I(i))}.`:`${K("dx",e,s)} = 0: ${"input"===t.view?"no window reads":"none of these outputs reads"} this input.`}let te=[24,24,24,26,32,38],ts=t=>Math.min(t.flat(1/0).reduce((t,e)=>Math.max(t,e.length),1),5),ti=(...t)=>ts(t.flat(1/0).map(p.h0)),ta=t=>te[t],tr=(t,e)=>Math.max(12,Math.min(.5*t,(t-3)/(.69*e+.2))),tn={ArrowLeft:[0,-1],ArrowRight:[0,1],ArrowUp:[-1,0],ArrowDown:[1,0]},to=(t,e)=>Math.min(Math.max(t,0),e-1);function tl(t,e,s,a=0){let r=[],n=[],o=[];for(let l=-a;l<e+a;l++){let c=l>=0&&l<e,h=Array.from({length:s+2*a},(e,r)=>{let n=r-a;if(!c||n<0||n>=s)return i("span",{class:"cs-cell cs-zero","aria-hidden":"true"},"0");let o=i("span",{class:"cs-cell",role:"gridcell",tabindex:"-1"});return o.at=[t,l,n],o});n.push(h),c&&r.push(h.slice(a,a+s)),o.push(i("div",{class:"cs-row",...c?{role:"row"}:{"aria-hidden":"true"}},h))}return{cells:r,field:n,lines:o}}class tc{constructor(t,e){this.slices=t,this.nameOf=e,this.at=[0,0,0],this.point(this.at)}cell([t,e,s]){return this.slices[t]?.[e]?.[s]}point(t,e=!1){let s=this.cell(t);if(!s)return;let i=this.cell(this.at);i!==s&&i?.setAttribute("tabindex","-1"),this.at=t,s.setAttribute("tabindex","0"),s.setAttribute("aria-label",this.nameOf(t)),e&&s!==document.activeElement&&s.focus({preventScroll:!1})}key(t){let e=function(t,e,s){let[i,a,r]=e,[n,o]=s[i],l=t.ctrlKey||t.metaKey;if("Home"===t.key)return[l?0:i,l?0:a,0];if("End"===t.key){let t,e;return l?(t=s,[e=s.length-1,t[e][0]-1,t[e][1]-1]):[i,a,o-1]}if("PageUp"===t.key||"PageDown"===t.key){let e=to(i+("PageUp"===t.key?-1:1),s.length);return[e,to(a,s[e][0]),to(r,s[e][1])]}if(!(t.key in tn)||t.altKey||l)return null;let[c,h]=tn[t.key];return a+c<0&&i>0?[i-1,s[i-1][0]-1,to(r,s[i-1][1])]:a+c>=n&&i<s.length-1?[i+1,0,to(r,s[i+1][1])]:[i,to(a+c,n),to(r+h,o)]}(t,this.at,this.slices.map(t=>[t.length,t[0].length]));return e&&t.preventDefault(),e}}function th(t,e){t.firstElementChild||a(t,(0,p.h0)(e))}function td(t,e){t.forEach((t,s)=>t.forEach((t,i)=>t.forEach((t,a)=>th(t,e[s][i][a]))))}function tp(t,{value:e,name:s,first:a,take:r,refuse:n}){if(t.firstElementChild)return;let o=i("input",{class:"cs-edit","aria-label":`${s}, edit`,inputmode:"text",autocomplete:"off",spellcheck:"false"});o.value=a??String(e);let l=!0,c=new AbortController,h=(s,i)=>{if(!l)return;l=!1,c.abort();let a=o.value.trim().replaceAll("−","-").replace(",","."),h=Number(a),d=""!==a&&Number.isFinite(h)&&999>=Math.abs(h);o.remove(),th(t,s&&d?h:e),i&&t.focus(),s&&d&&h!==e&&r(h),s&&!d&&n(`“${a}” is not a number from −999 to 999; the cell keeps ${(0,p.ai)(e)}.`)};o.addEventListener("keydown",t=>{t.stopPropagation(),"Enter"===t.key||"Escape"===t.key?(t.preventDefault(),h("Enter"===t.key,!0)):("ArrowUp"===t.key||"ArrowDown"===t.key)&&(t.preventDefault(),o.value=String((Number(o.value)||0)+("ArrowUp"===t.key?1:-1)))}),o.addEventListener("blur",()=>h(!0,!1));let d=t.closest(".cs-widget"),{signal:u}=c;d.addEventListener("mousedown",t=>(({target:t})=>t.closest("button, .cs-choice"))(t)&&t.preventDefault(),{signal:u}),d.addEventListener("mouseup",t=>(({target:t})=>t.closest("button, .cs-choice"))(t)&&h(!0,!1),{signal:u}),t.replaceChildren(o),o.focus(),void 0===a&&o.select()}let tu=t=>i("span",{class:"cs-index","aria-hidden":"true"},String(t));class tf{constructor({name:t,rows:e,cols:s,label:a,edits:r=!1,places:n=null,on:o}){let l,c;Object.assign(this,{name:t,edits:r,on:o});let{cells:h,lines:d}=n?(l=[],c=n.map(t=>{let e=t.map(t=>{if(!t)return i("span",{class:"cs-cell cs-zero","aria-hidden":"true"},"0");let e=i("span",{class:"cs-cell",role:"gridcell",tabindex:"-1"});return e.at=[0,...t],l[t[0]]??=[],l[t[0]][t[1]]=e,e});return i("div",{class:"cs-row",...t.some(Boolean)?{role:"row"}:{"aria-hidden":"true"}},e)}),{cells:l,lines:c}):function(t,e){let{cells:s,lines:i}=tl(0,t,e);return i.forEach((t,e)=>t.prepend(tu(e))),{cells:s,lines:i}}(e,s);this.cells=h,this.grid=i("div",{role:"grid","aria-label":a},d),this.frame=i("div",{class:"cs-window",hidden:!0});let p=i("div",{class:"cs-row cs-indices","aria-hidden":"true"},Array.from({length:n?0:s},(t,e)=>tu(e)));this.node=i("div",{class:`cs-field cs-numbers${n?" cs-plain":""}`},p,this.grid,this.frame),this.listen()}listen(){for(let t of this.cells.flat())t.table=this;this.roving=new tc([this.cells],([,t,e])=>`${this.name}[${t}, ${e}] is ${this.cells[t][e].textContent}`),this.grid.addEventListener("click",t=>{let e=t.target.closest(".cs-cell");if(!e?.at||"INPUT"===t.target.tagName)return;let s=this.chosen===e;this.go(e.at),s&&this.edits&&this.open()}),this.grid.addEventListener("keydown",t=>{if("INPUT"===t.target.tagName||t.ctrlKey&&1===t.key.length||t.metaKey)return;let e=this.roving.key(t);if(e)this.go(e);else if(this.on.key(t))t.preventDefault();else if(!this.edits)return;else if("Enter"===t.key||"F2"===t.key)this.open();else if(/^\d$/.test(t.key))this.open(t.key);else{if(!/^[-−+=]$/.test(t.key))return;this.step("-−".includes(t.key)?-1:1)}t.preventDefault()})}go(t){this.on.hold(),this.roving.point(t,!0),this.chosen=this.roving.cell(t),this.on.go(this,[t[1],t[2]])}write(t){this.values=t,t.forEach((t,e)=>t.forEach((t,s)=>th(this.cells[e][s],t))),this.roving.point(this.roving.at)}at(){let[,t,e]=this.roving.at;return[t,e]}number(){let[t,e]=this.at();return this.values[t][e]}open(t){let e=this.at();this.on.hold(),tp(this.roving.cell(this.roving.at),{value:this.number(),name:`${this.name}[${e.join(", ")}]`,first:t,take:t=>this.on.number(this.name,e,t),refuse:this.on.refuse})}step(t){let e=Number((this.number()+t).toPrecision(12));this.on.hold(),999>=Math.abs(e)&&this.on.number(this.name,this.at(),e)}surround(t,e,s,i){for(let[a,r]of(this.frame.hidden=!(s>0&&i>0),[["--top",t],["--left",e],["--rows",s],["--cols",i]]))this.frame.style.setProperty(a,r)}}let tm={beside:34,below:34,narrow:12,stack:6},tg=[["beside",30],["below",28],["narrow",24],["stack",24]],tw="Plus and minus change a number, Enter or a digit types one.";class tx{constructor(t){this.on=t,this.node=i("div",{class:"cs-stage"}),this.words=Array.from({length:3},(t,e)=>i("p",{class:e?"cs-more":"cs-sentence"})),this.stepper=this.makeStepper(),this.wordsNode=i("div",{class:"cs-words"},this.words,this.stepper.node),this.node.addEventListener("pointerover",t=>this.hint(t.target.closest(".cs-cell"))),this.node.addEventListener("focusin",t=>this.hint(t.target.closest(".cs-cell"))),this.node.addEventListener("pointerleave",()=>this.hint(null))}build(t){this.size={...E(t),view:t.view};let{H:e,W:s,F:i,H2:a,W2:r}=this.size,n="input"===t.view;this.chosen=null;let o=(t,e,s)=>{let i=new tf({name:t,label:e,on:this.tableActs(),...s});return this[t]=i,i};for(let t of["x","w","dy","dx","dw"])this[t]=null;this.products=null,o("dx",`Gradient dx of the input, ${s}\xd7${e}.`,{rows:e,cols:s});let l={rows:a,cols:r,edits:!0,places:n?q(t).map(t=>t.map(({at:t})=>t)):null};o("dy",`Gradient dy of the output, ${r}\xd7${a}. ${tw}`,l);let c=[];n?(this.turned=tb(i),this.products=tb(i),c.push(tv("x","dx","dx","gradient of x",this.dx.node),tv("w","turned","w, flipped","over the frame",this.turned.node),tv("w","products","products","added up",this.products.node),tv("y","dy","dy","with zeros",this.dy.node))):(o("x",`Input x, ${s}\xd7${e}. ${tw}`,{rows:e,cols:s,edits:!0}),o("w",`Filter w, ${i}\xd7${i}. ${tw}`,{rows:i,cols:i,edits:!0}),o("dw",`Gradient dw of the filter, ${i}\xd7${i}.`,{rows:i,cols:i}),c.push(tv("x","x","Input x",`${s}\xd7${e}`,this.x.node),tv("w","w","Filter w",`${i}\xd7${i}`,this.w.node),tv("y","dy","dy","gradient of y",this.dy.node),tv("x","dx","dx","gradient of x",this.dx.node),tv("w","dw","dw","gradient of w",this.dw.node))),this.tables=[this.x,this.w,this.dy,this.dx,this.dw].filter(Boolean),this.node.replaceChildren(...c,this.wordsNode)}tableActs(){return{go:(t,e)=>{t.edits&&this.choose(t),this.on.go(t.name,e)},number:(...t)=>this.on.number(...t),refuse:t=>this.on.refuse(t),hold:()=>this.on.hold(),key:({key:t})=>(" "===t&&this.on.play()," "===t)}}makeStepper(){let t=(t,e,s)=>i("button",{type:"button",class:"cs-knob-button",tabindex:"-1","aria-label":`Chosen number: ${s}`,onclick:()=>(this.chosen??this.dy).step(e)},t),e=i("span",{}),s=i("b",{});return{node:i("div",{class:"cs-stepper",role:"group","aria-label":"Chosen number"},e,i("div",{class:"cs-knob-box"},t("−",-1,"one less"),s,t("+",1,"one more"))),name:e,value:s}}choose(t=this.chosen??this.dy){for(let t of this.dy.cells.flat())t.classList.remove("cs-chosen");for(let t of[this.x,this.w].flatMap(t=>t?.cells.flat()??[]))t.classList.remove("cs-chosen");this.chosen=t,t.roving.cell(t.roving.at).classList.add("cs-chosen"),a(this.stepper.name,`${t.name}[${t.at().join(", ")}]`),a(this.stepper.value,(0,p.ai)(t.number()))}show(t){this.s=t;let{dx:e,dw:s}=function(t){let{H:e,W:s,F:i}=E(t),a=O(t,void 0);return{dx:L(e,s,(t,e)=>I(F(a,t,e))),dw:L(i,i,(t,e)=>H(D(a,t,e)))}}(t),i=C(t);this.dx.write(e),this.dy.write(i),this.x?.write(t.x),this.w?.write(t.w),this.dw?.write(s);let a=R(t);for(let r of(this.dx.cells.forEach((t,e)=>t.forEach((t,s)=>t.classList.toggle("cs-unread",a[e][s]))),this.letters=ti(e,i,t.x,t.w,s),this.tables))for(let t of r.cells.flat())t.classList.remove("cs-tap","cs-here","cs-got","cs-added","cs-told");"input"===t.view?this.showInput(t):this.showOutputs(t),this.choose()}showOutputs(t){let{row:e,col:s}=j(t),i="one"===t.view,a=N(t,e,s);for(let{u:t,v:e,r:s,c:i}of a){for(let a of[this.x.cells[s][i],this.w.cells[t][e]])a.classList.add("cs-tap");for(let a of[this.dx.cells[s][i],this.dw.cells[t][e]])a.classList.add("cs-got")}let[r,n]=[a[0],a.at(-1)];for(let t of[this.x,this.dx])t.surround(r.r,r.c,n.r-r.r+1,n.c-r.c+1);for(let[e,s]of T(t))this.dy.cells[e][s].classList.add("cs-added");if(this.dy.cells[e][s].classList.add("cs-here"),this.chosen!==this.x&&this.chosen!==this.w&&this.dy.roving.point([0,e,s]),i)return;let{r:o,c:l}=W(t);this.dx.cells[o][l].classList.add("cs-told"),this.dx.roving.point([0,o,l])}showInput(t){let{r:e,c:s}=W(t),{F:i}=this.size,r=t.w.map(t=>[...t].reverse()).reverse(),n=q(t).slice(e,e+i).map(t=>t.slice(s,s+i));r.forEach((t,e)=>t.forEach((t,s)=>{let{at:i,value:r}=n[e][s];for(let{cells:n}of(a(this.turned.cells[e][s],(0,p.h0)(t)),a(this.products.cells[e][s],i?(0,p.h0)(t*r+0):"0"),[this.turned,this.products]))n[e][s].classList.toggle("cs-zero",!i);i&&this.dy.cells[i[0]][i[1]].classList.add("cs-tap")})),this.dy.surround(e,s,i,i),this.dx.cells[e][s].classList.add("cs-here"),this.dx.roving.point([0,e,s]),this.turned.name(`Flipped filter: ${r.map(t=>t.map(p.ai).join(", ")).join("; ")}`),this.products.name(`Products: ${r.map((t,e)=>t.map((t,s)=>(0,p.ai)(t*n[e][s].value+0)).join(", ")).join("; ")}`)}hint(t){let{table:e,at:s}=t??{};if(e===this.dx&&e&&"one"!==this.s.view)this.on.note(tt(this.s,s[1],s[2]));else if(e===this.dw&&e&&"one"!==this.s.view){var i,a,r;let t;this.on.note((i=this.s,a=s[1],r=s[2],(t=D(O(i),a,r)).length?`${K("dw",a,r)} = ${Y(t.map(({x:t,dy:e})=>[t,e]),H(t))}.`:`${K("dw",a,r)} = 0: here this weight meets only padding.`))}else this.on.note("")}get cramped(){return this.letters!==this.fitted}fit(t){let{mode:e,cell:s,gap:i,x:a,w:r,dy:n}=function(t,{view:e,W:s,F:i,W2:a},r){let n="input"===e;for(let[e,o]of tg)for(let l=32;l>=Math.max(o,r);l--){let c=(t,e)=>Math.max(e+t*l,84),h=c(s,16),d=c(i,16*!n),p=n?c(s+i-1,0):c(a,16),u=tm[e],f=n?Math.max(h,p)+d:h+Math.max(d,p),m=("stack"===e?f+u:h+d+p+2*u)+("beside"===e?210+u:0),g="stack"===e&&l===Math.max(o,r);if(m<=t||g)return{mode:e,cell:l,gap:u,x:h,w:d,dy:p}}}(t,this.size,ta(this.letters));for(let[t,o]of(this.fitted=this.letters,this.node.className=`cs-stage cs-${"input"===this.size.view?"gather":"scatter"} cs-mode-${e}`,[["--c",s],["--gap",i],["--wx",a],["--ww",r],["--wy",n],["--text",tr(s,this.letters)]]))this.node.style.setProperty(t,`${o}px`)}}function tv(t,e,s,a,r){return i("div",{class:`cs-part cs-part-${t} cs-at-${e}`},i("div",{class:"cs-part-name"},i("b",{},s),i("span",{},a)),r)}function tb(t){let e=Array.from({length:t},()=>Array.from({length:t},()=>i("span",{class:"cs-cell"}))),s=e.map(t=>i("div",{class:"cs-row"},t)),a=i("div",{role:"img"},s);return{cells:e,node:i("div",{class:"cs-field cs-numbers cs-plain"},i("div",{class:"cs-row cs-indices"}),a),name:t=>a.setAttribute("aria-label",t)}}let ty=["x","w","dy","stride","pad","view"],t$=["row","col","input_row","input_col"],tk=[["one","from one output"],["sum","added up"],["input","into one input"]],tM={S:"stride",P:"pad"},tA={one:"Choose a cell of dy, or step through them. Plus and minus change the chosen number.",sum:"Choose a cell of dx to see its sum, point at one of dw for its own.",input:"Choose a cell of dx, or step through them: the filter slides along."},tz=f(class extends x{constructor(t,e){super(t,e,[...ty,...t$,"knobs"],J),this.shown={},this.first=this.read(),this.picture=new tx({go:(t,e)=>this.go(t,e),number:(...t)=>this.setNumber(...t),refuse:t=>this.refuse(t),note:t=>this.note(t),hold:()=>this.hold(),play:()=>this.player.toggle()}),this.player=new w("Walk through the cells",{step:t=>this.step(t),start:()=>this.start(),next:()=>this.root.isConnected&&this.next(),paused:()=>this.announce(G(this.read()).join(" ")),reset:()=>this.reset()}),this.build(),this.update(),this.follow()}build(){let t=[["S","stride",1,3,"s"],["P","padding",0,Math.min(2,this.first.w.length-1),"s"]];this.controls=d(t,(t,e)=>this.set({[tM[t]]:e})),this.views=c("What is shown",tk,t=>this.set({view:t})),Object.assign(this,{sizes:i("p",{class:"cs-fit"}),aside:i("p",{class:"cs-note"}),problem:i("p",{class:"cs-problem",hidden:!0})}),this.body=i("div",{class:"cs-body"},i("div",{class:"cs-options"},this.views.node,this.controls.node),i("div",{class:"cs-options"},this.sizes,this.player.node),this.picture.node,this.aside),this.open("backprop","Backpropagation through a convolution",this.problem,this.body)}set(t){this.hold(),this.change(t)}go(t,[e,s]){let{view:i}=this.read();"dy"===t&&"input"!==i?this.change({row:e,col:s}):"dx"===t&&"one"!==i&&this.change({input_row:e,input_col:s})}setNumber(t,[e,s],i){let a=structuredClone("dy"===t?C(this.read()):this.model.get(t));a[e][s]=i,this.change({[t]:a})}reset(){this.set(this.first)}step(t){this.hold();let e=this.read(),{H:s,W:i,H2:a,W2:r}=E(e),n="input"===e.view?s*i:a*r;this.change(U(e,t)??U(e,t>0?1-n:n-1)??{})}start(){this.next()||this.change({row:0,col:0,input_row:0,input_col:0})}next(){let t=U(this.read(),1);return t&&this.change(t),!!t}update(){let t,e;this.queued=!1;let s=this.read(),i=(t=s.w.length,void 0!==(e=[s.x[0].length,s.x.length].find(e=>0>y(e,t)))?M(e,t):s.pad<t?null:`Padding of ${s.pad} is too much: windows of ${t} would read nothing else.`);if(this.problem.hidden=!i,this.body.hidden=!!i,i)return a(this.problem,i);let r=this.shown,n=JSON.stringify([E(s),s.view]),o=n===this.size;o||this.picture.build(s),this.picture.show(s),(!o||this.picture.cramped)&&this.picture.fit(this.width()),this.size=n,this.shown=s,this.views.show(s.view),this.views.node.hidden=!this.hasKnob("view"),this.controls.show(E(s),this);let l=G(s);l.forEach((t,e)=>a(this.picture.words[e],t)),a(this.sizes,V(s)),this.warning=null,this.note(),this.showDescription(s);let c=this.showTask(function(t){let{H:e,W:s,F:i,S:a,P:r,H2:n,W2:o}=E(t),{r:l,c}=W(t),h=F(O(t,_(t)),l,c);return{view:t.view,H:e,W:s,F:i,S:a,P:r,H2:n,W2:o,fits:$(s,i,a,r)&&$(e,i,a,r),...j(t),input_row:l,input_col:c,value:I(h),readers:h.length,unread:R(t).flat().filter(Boolean).length}}(s));r.x&&this.announce([o?"":this.sizes.textContent,...l].filter(Boolean).join(" ")+c)}note(t){a(this.aside,this.warning||t||tA[this.shown.view]||"")}hold(){this.player.pause(),this.warning=null}});var tE=s(23),tL=s.n(tE),tS=s(24),tP=s.n(tS),tC=s(25),tj=s.n(tC),tW=s(26),tT=s.n(tW),tN=s(27),tO=s.n(tN),tF=s(28),tD=s.n(tF),tI=s(36),tH={};function tq(t){let e=t.x.length,s=t.x[0].length,i=t.x[0][0].length,a=t.w.length,r=t.w[0][0].length,n=e=>0>y(e,r,t.pad,t.dilation)?0:z(e,r,t.stride,t.pad,t.dilation);return{D:e,H:s,W:i,K:a,F:r,S:t.stride,P:t.pad,dilation:t.dilation,H2:n(s),W2:n(i)}}function t_(t){let e=t.x.length,s=t.w[0].length;return e!==s?`The input has ${e} depth slices and the filters have ${s}: they must agree.`:t.b.length!==t.w.length?`There are ${t.w.length} filters and ${t.b.length} biases: one bias for each filter.`:null}function tR(t,e,s){let{H:i,W:a,F:r}=tq(t),n=[];for(let o=0;o<r;o++)for(let l=0;l<r;l++){let r=e*t.stride-t.pad+o*t.dilation,c=s*t.stride-t.pad+l*t.dilation;n.push({i:o,j:l,r,c,inside:r>=0&&r<i&&c>=0&&c<a})}return n}function tU(t,e,s,i){let{D:a,F:r}=tq(t),n=tR(t,e,s),o=Array.from({length:a},()=>Array.from({length:r},()=>Array(r).fill(0)));for(let{i:e,j:s,r,c:l,inside:c}of n)for(let n=0;n<a;n++)o[n][e][s]=c?t.x[n][r][l]*t.w[i][n][e][s]+0:0;let l=o.map(t=>t.flat().reduce((t,e)=>t+e,0));return{window:n,products:o,sums:l,bias:t.b[i],total:l.reduce((t,e)=>t+e,0)+t.b[i]}}function tK(t){let{H:e,W:s,F:i,H2:a,W2:r}=tq(t),n=(e,s)=>{let a=Array(e+2*t.pad).fill(0);for(let e=0;e<s;e++)for(let s=0;s<i;s++)a[e*t.stride+s*t.dilation]++;return a},o=n(s,a?r:0);return n(e,r?a:0).map(t=>o.map(e=>t*e))}function tX(t){let{H:e,W:s}=tq(t);return tK(t).slice(t.pad,t.pad+e).reduce((e,i)=>e+i.slice(t.pad,t.pad+s).filter(t=>!t).length,0)}function tY(t){let{K:e,H2:s,W2:i}=tq(t);if(!s||!i)return null;let a=(t,e)=>Math.min(Math.max(t,0),e-1);return{row:a(t.row,s),col:a(t.col,i),k:a(t.k,e)}}function tB(t,e,s){let{K:i,H2:a,W2:r}=tq(t),n=(e.k*a+e.row)*r+e.col+s;return n<0||n>=i*a*r?null:{k:Math.floor(n/(a*r)),row:Math.floor(n/r)%a,col:n%r}}tH.styleTagTransform=tD(),tH.setAttributes=tT(),tH.insert=tj().bind(null,"head"),tH.domAPI=tP(),tH.insertStyleElement=tO(),tL()(tI.A,tH),tI.A&&tI.A.locals&&tI.A.locals;let tJ=(t,e,s)=>(3*e*e+2*s*s+e*s+t*(2*e+3*s+5)+2*s)%7%4,tV=[1,0,-1,1,0,-1,0],tG=(t,e)=>Array.from({length:t},(t,s)=>e(s));function tQ({D:t,H:e,W:s,K:i,F:a},r){return{x:tG(t,t=>tG(e,e=>tG(s,s=>r.x?.[t]?.[e]?.[s]??tJ(t,e,s)))),w:tG(i,e=>tG(t,t=>tG(a,s=>tG(a,i=>r.w?.[e]?.[t]?.[s]?.[i]??tV[((2*e+3)*s+(t+1)*i*i+s*i*(e+1)+3*e+2*t)%7])))),b:tG(i,t=>r.b?.[t]??[1,0,-1][t%3])}}function tZ(t,e){return Array.isArray(e)?(Array.isArray(t)&&t.length>e.length?t:e).map((s,i)=>i<e.length?tZ(t?.[i],e[i]):t[i]):e}function t0(t){let{D:e,F:s,H2:i,W2:a}=tq(t),r=Array.from({length:i*a},(e,s)=>tR(t,Math.floor(s/a),s%a));return Array.from({length:e*s*s},(e,i)=>r.map(e=>((e,{r:s,c:i,inside:a})=>a?{value:t.x[e][s][i],from:[e,s,i]}:{value:0,from:null})(Math.floor(i/(s*s)),e[i%(s*s)])))}let t1=t=>t.w.map(t=>t.flat(2));function t2(t,e,s){return t.map((t,i)=>e[0].map((a,r)=>t.reduce((t,s,i)=>t+s*e[i][r].value,s[i])))}function t4(t){let{H:e,W:s,P:i}=tq(t);return tK(t).slice(i,i+e).map(t=>t.slice(i,i+s))}function t3(t){let{H2:e,W2:s}=tq(t),i=Math.min(Math.max(t.window,0),e*s-1);return{n:i,row:Math.floor(i/s),col:i%s}}function t5(t){let[e,s,i]=t.cell??[];return t.x[e]?.[s]?.[i]===void 0?null:[e,s,i]}function t6(t){let{D:e,H:s,W:i,K:a,F:r,S:n,P:o,H2:l,W2:c}=tq(t),h=t4(t),d=h.flat(),p=t5(t),u=e*r*r,f=l*c,m=u*f;return{D:e,H:s,W:i,K:a,F:r,S:n,P:o,H2:l,W2:c,rows:u,columns:f,numbers:m,ratio:m/(e*s*i),most:Math.max(...d),least:Math.min(...d),unread:e*d.filter(t=>!t).length,window:t3(t).n,...p?{copies:h[p[1]][p[2]]}:{}}}let t7=t=>t.length<2?t.join(""):`${t.slice(0,-1).join(", ")} and ${t.at(-1)}`,t8=(t,e)=>`${t}[${e.join(", ")}]`;function t9(t,[e,s,i],a){let r=t4(t)[s][i],n=`${t8("x",[e,s,i])} = ${(0,p.ai)(t.x[e][s][i])}`;if(!r)return`${n} stands nowhere in X_col: no window reads it.`;let o=a[0].map((t,e)=>e).filter(t=>a.some(a=>{let r;return(r=a[t].from)&&r[0]===e&&r[1]===s&&r[2]===i}));return`${n} stands in X_col ${["nowhere","once","twice"][r]??`${r} times`}, in column${1===r?"":"s"} ${t7(o)}.`}function et(t){let e=t0(t);return Object.values(ee(t,e,t2(t1(t),e,t.b))).filter(Boolean).join(" ")}function ee(t,e,s){let i=t6(t),a=t5(t);return{sizes:function({D:t,H:e,W:s,K:i,F:a,S:r,P:n}){return`An input of ${s}\xd7${e}\xd7${t} and ${(0,p.LS)(i,"filter")} of ${a}\xd7${a}\xd7${t}, stride ${r}, padding ${n}.`}(i),shapes:function({rows:t,columns:e,K:s,H2:i,W2:a}){return`X_col is ${t}\xd7${e} and W_row is ${s}\xd7${t}. W_row times X_col, plus b, is Y: ${s}\xd7${e}, reshaped to ${a}\xd7${i}\xd7${s}.`}(i),memory:function({numbers:t,D:e,H:s,W:i,ratio:a,unread:r}){let n=e*s*i,o=r?` No window reads ${r} of the input’s ${(0,p.LS)(n,"cell")}.`:"";return t===n?`X_col holds ${t} numbers, as many as the input.${o}`:`X_col holds ${t} numbers, the input ${n}: ${(0,p.ai)(Math.floor(100*a+.5)/100)} times as many.${o}`}(i),column:function(t,e){let{n:s,row:i,col:a}=t3(t),r=e.map((t,e)=>`${t8("Y",[e,s])} = ${(0,p.ai)(t[s])}`),n=e.map((t,e)=>t8("y",[e,i,a]));return`Window ${s} is column ${s} of X_col. W_row times this column, plus b, gives ${t7(r)}: ${t7(n)} of the output.`}(t,s),aside:a?t9(t,a,e):function(t,e){let{n:s}=t3(t),i=e.filter(t=>!t[s].from).length;return i?`${i} of its ${(0,p.LS)(e.length,"number")} ${1===i?"is a zero":"are zeros"} of the padding.`:""}(t,e)}}function es(t,e,s,i){let a=Math.max(Math.floor(420/e.rows),s);for(let r=Math.max(Math.min(30,a),s);r>=s;r--)if(function(t,e,{D:s,K:i,W:a,P:r,W2:n,rows:o,columns:l}){let c=32+Math.max(l*t,i*n*t+(i-1)*14);return Math.max(e*(a+2*r)*t+(e-1)*14,(o+1)*t+(s-1)*4+40,205)+28+Math.max(c,205)}(r,i,e)<=t)return r;return 0}let ei="Arrows move the window, space plays, Enter steps.";class ea{constructor(t){this.on=t,this.node=i("div",{class:"cs-matrices"}),this.node.addEventListener("pointerover",t=>this.hover(t)),this.node.addEventListener("pointerleave",()=>this.hint(null)),this.node.addEventListener("click",t=>this.click(t.target.closest(".cs-cell"))),this.node.addEventListener("focusin",t=>t.target.at&&this.hint(t.target))}build(t){let{D:e,H:s,W:a,K:r,F:n,P:o,H2:l,W2:c}=tq(t),h=e*n*n,d=l*c;Object.assign(this,{size:{D:e,H:s,W:a,K:r,F:n,P:o,H2:l,W2:c,rows:h,columns:d},lit:[],hot:[]}),this.x=Array.from({length:e},(t,e)=>tl(e,s,a,o)),this.col=tl(0,h,d),this.maps=Array.from({length:r},(t,e)=>tl(e,l,c));let p=t=>Array.from({length:r},()=>Array.from({length:t},()=>i("span",{class:"cs-cell"})));Object.assign(this,{row:p(h),bias:p(1),y:p(d)}),this.numberWindows(),this.frames=this.x.map(()=>i("div",{class:"cs-window"})),this.bar=i("div",{class:"cs-window cs-column"}),this.scroll=i("div",{class:"cs-right"},this.colPart(),this.yPart());let u=i("div",{class:"cs-left"},this.inputPart(),this.rowPart());this.node.replaceChildren(u,this.scroll,this.legendPart(),this.mapsPart()),this.node.style.setProperty("--rows",s+2*o),this.node.style.setProperty("--cols",a+2*o),this.node.style.setProperty("--span",n);let f=(t,e)=>new tc(t.map(t=>t.cells),e);this.rovingX=f(this.x,t=>this.cellName(t)),this.rovingCol=f([this.col],([,t,e])=>`${t8("X_col",[t,e])} is ${this.col.cells[t][e].textContent}`),this.rovingY=f(this.maps,([t,e,s])=>`${t8("y",[t,e,s])} is ${this.maps[t].cells[e][s].textContent}`)}numberWindows(){let{W2:t}=this.size;for(let t of[...this.col.cells,...this.y])t.forEach((t,e)=>{t.window=e});for(let{cells:e}of this.maps)e.forEach((e,s)=>e.forEach((e,i)=>{e.window=s*t+i}));this.row.forEach(t=>t.forEach((t,e)=>{t.tap=e}))}cellName([t,e,s]){let i=this.counts?.[e][s]??0;return`${t8("x",[t,e,s])} is ${this.x[t].cells[e][s].textContent}, ${i} ${1===i?"time":"times"} in X_col`}part(t,e,s,a,...r){return i("div",{class:`cs-part cs-part-${t} cs-${e}`},i("div",{class:"cs-part-name"},i("b",{},s),i("span",{},a)),r)}slice(t,e,s){return i("div",{class:"cs-slice",role:"rowgroup","aria-label":t},i("div",{class:"cs-slice-name","aria-hidden":"true"},t),i("div",{class:"cs-field"},e.lines,s))}inputPart(){let{D:t,H:e,W:s}=this.size,a=i("div",{class:"cs-volume-slices",role:"grid","aria-label":`Input x, ${s}\xd7${e}\xd7${t}. Arrows choose a cell, Enter shows all its copies, Escape hides them.`},this.x.map((t,e)=>this.slice(`x[${e}]`,t,this.frames[e])));return a.addEventListener("keydown",t=>{let e=this.rovingX.key(t);if(e)this.rovingX.point(e,!0);else if("Enter"===t.key||" "===t.key)this.choose(this.rovingX.at);else{if("Escape"!==t.key)return;this.on.choose([])}t.preventDefault()}),this.part("x","input","Input x",`${s}\xd7${e}\xd7${t}`,a)}colPart(){let{D:t,F:e,rows:s,columns:a}=this.size,r=i("div",{class:"cs-blocks","aria-hidden":"true"},Array.from({length:t},(t,e)=>i("span",{},`x[${e}]`)));this.heads=Array.from({length:a},(t,e)=>i("span",{},String(e)));let n=i("div",{class:"cs-heads","aria-hidden":"true"},this.heads);r.style.setProperty("--taps",e*e),this.col.lines.forEach((t,s)=>t.classList.toggle("cs-next",s>0&&s%(e*e)==0));let o=i("div",{class:"cs-field",role:"grid","aria-label":`X_col, ${s} rows, ${a} columns: one for each window. ${ei}`},this.col.lines,this.bar);return this.listen(o,()=>this.rovingCol,([,,t])=>t),this.part("x","xcol","X_col",`${s}\xd7${a}: a column for each window`,n,i("div",{class:"cs-labelled"},r,o))}rowPart(){let{F:t,K:e,rows:s}=this.size;for(let e of this.row)e.forEach((e,s)=>e.classList.toggle("cs-next",s>0&&s%(t*t)==0));return this.rowField=this.plain(this.row),this.biasField=this.plain(this.bias),this.weights=i("div",{class:"cs-weights",role:"group","aria-label":"W_row and b"},this.part("w","wrow","W_row",`${e}\xd7${s}: a row for each filter`,this.rowField),this.part("w","bias","b",`${e}`,this.biasField)),this.weights}plain(t){return i("div",{class:"cs-field",role:"img"},t.map(t=>i("div",{class:"cs-row"},t)))}yPart(){let{K:t,columns:e}=this.size;return this.yField=this.plain(this.y),this.part("y","ymatrix","Y = W_row \xb7 X_col + b",`${t}\xd7${e}`,i("div",{class:"cs-labelled"},this.yField))}mapsPart(){let{K:t,H2:e,W2:s}=this.size,a=i("div",{class:"cs-volume-slices",role:"grid","aria-label":`Output y, ${s}\xd7${e}\xd7${t}. ${ei}`},this.maps.map((t,e)=>this.slice(`y[${e}]`,t)));return this.listen(a,()=>this.rovingY,([,t,e])=>t*s+e),this.part("y","output","Output y",`${s}\xd7${e}\xd7${t}: Y, reshaped`,a)}legendPart(){return this.legend=i("div",{class:"cs-legend"}),i("div",{class:"cs-key"},this.legend)}listen(t,e,s){t.addEventListener("keydown",t=>{let i=e().key(t);if(i)this.on.hold(),e().point(i,!0),this.on.move(s(i));else if(" "===t.key)this.on.play();else if("Enter"===t.key)this.on.step(1);else{if("Escape"!==t.key)return;this.on.choose([])}t.preventDefault()})}hover(t){let e=t.target.closest(".cs-cell");e?.window===void 0||"mouse"!==t.pointerType||this.on.playing()||this.on.move(e.window),this.hint(e)}click(t){if(!t)return;this.on.hold();let e=t.at&&[this.rovingX,this.rovingCol,this.rovingY].find(e=>e.cell(t.at)===t);e?.point(t.at,!0),void 0!==t.window?this.on.move(t.window):e===this.rovingX&&this.choose(t.at)}choose(t){this.on.choose(String(t)===String(t5(this.s))?[]:t)}values(t){let{P:e,W2:s,H2:a}=this.size,r=t1(t);for(let{cells:e}of(this.s=t,this.entries=t0(t),this.results=t2(r,this.entries,t.b),this.counts=t4(t),this.letters={cell:ti(r,t.b,this.results),input:ti(t.x)},td(this.x.map(t=>t.cells),t.x),td([this.row,this.bias,this.y,this.col.cells],[r,t.b.map(t=>[t]),this.results,this.entries.map(t=>t.map(({value:t})=>t))]),td(this.maps.map(t=>t.cells),this.results.map(t=>Array.from({length:a},(e,i)=>t.slice(i*s,(i+1)*s)))),this.entries.forEach((t,e)=>t.forEach(({from:t},s)=>this.col.cells[e][s].classList.toggle("cs-zero",!t))),this.x))e.forEach((t,e)=>t.forEach((t,s)=>t.classList.toggle("cs-unread",!this.counts[e][s])));this.label(r);let n=[["cs-tap","the window and its column"],["cs-copy","a cell that you click, and its copies"],...e?[["cs-zero","padding"]]:[],...this.counts.flat().includes(0)?[["cs-unread","read by no window"]]:[]];for(let t of(this.legend.replaceChildren(...n.map(([t,e])=>i("span",{},i("i",{class:`cs-cell ${t}`,"aria-hidden":"true"}),e))),[this.rovingX,this.rovingCol,this.rovingY]))t.point(t.at)}label(t){let e=(t,e)=>`${t}: ${e.map((t,e)=>`row ${e}: ${t.map(p.ai).join(", ")}`).join("; ")}`;this.rowField.setAttribute("aria-label",e("W_row",t)),this.biasField.setAttribute("aria-label",`b: ${this.s.b.map(p.ai).join(", ")}`),this.yField.setAttribute("aria-label",e("Y",this.results))}move(t){let{n:e,row:s,col:i}=t3(t),{F:a}=this.size,r=s*t.stride,n=i*t.stride;for(let e of(this.s=t,this.lit))e.classList.remove("cs-tap","cs-here");for(let[t,s]of[["--top",r],["--left",n],["--window",e]])this.node.style.setProperty(t,s);let o=[...this.x.flatMap(({field:t})=>t.slice(r,r+a).flatMap(t=>t.slice(n,n+a))),...this.col.cells.map(t=>t[e]),this.heads[e]],l=[...this.y.map(t=>t[e]),...this.maps.map(({cells:t})=>t[s][i])];for(let t of o)t.classList.add("cs-tap");for(let t of l)t.classList.add("cs-here");this.lit=[...o,...l],this.follow(this.rovingCol,[0,this.rovingCol.at[1],e]),this.follow(this.rovingY,[this.rovingY.at[0],s,i]),this.reveal(this.col.cells[0][e]),this.hint(this.node.contains(document.activeElement)&&!this.on.playing()&&document.activeElement.at?document.activeElement:null)}follow(t,e){t.point(e,t.cell(t.at)===document.activeElement&&!this.on.playing())}reveal(t){let{scrollLeft:e,clientWidth:s,scrollWidth:i}=this.scroll;if(i<=s)return;let a=t.getBoundingClientRect().left-this.scroll.getBoundingClientRect().left+e;(a<e||a+t.offsetWidth+4>e+s)&&(this.scroll.scrollLeft=a-s/2)}hint(t){for(let t of this.hot)t.classList.remove("cs-hot","cs-copy");this.hot=[];let{n:e}=t3(this.s),s=t&&this.rovingX.cell(t.at??[])===t?t.at:t5(this.s);s&&this.trace(s),t?.tap!==void 0?this.link(t.tap,e):t?.at&&this.col.cells[t.at[1]]?.[t.at[2]]===t?this.link(t.at[1],e):this.on.note(s?t9(this.s,s,this.entries):"")}link(t,e){let{F:s}=this.size,{row:i,col:a}=t3(this.s),{stride:r}=this.s,n=Math.floor(t/(s*s)),o=this.x[n].field[i*r+Math.floor(t/s)%s][a*r+t%s];this.mark("cs-hot",[o,this.col.cells[t][e],...this.row.map(e=>e[t])]),this.on.note(function(t,[e,s],{value:i,from:a}){let[r,n,o]=[Math.floor(e/(t*t)),Math.floor(e/t)%t,e%t],l=a?`${t8("x",a)} = ${(0,p.ai)(i)}`:"a zero of the padding";return`Row ${e} of X_col holds channel ${r}, row ${n}, column ${o} of every window; for window ${s} that is ${l}.`}(s,[t,e],this.entries[t][e]))}trace([t,e,s]){let i=this.entries.flatMap((i,a)=>i.flatMap((i,r)=>(({from:i})=>i&&i[0]===t&&i[1]===e&&i[2]===s)(i)?[this.col.cells[a][r]]:[]));this.mark("cs-copy",[this.x[t].cells[e][s],...i])}mark(t,e){for(let s of e)s.classList.add(t);this.hot.push(...e)}get cramped(){return JSON.stringify(this.letters)!==this.fitted}fit(t){let e=this.letters,s={cell:ta(Math.max(e.cell,e.input)),input:ta(e.input)},{mode:i,cell:a,input:r,output:n=a,slices:o,maps:l,apart:c}=function(t,e,s){let i=es(t,e,s.cell,e.D),a=es(t,e,s.cell,1);if(i||a){let t=a>i+1;return{mode:"beside",cell:t?a:i,input:t?a:i,slices:t?1:e.D}}return{mode:"below",cell:Math.max(Math.min(Math.max(Math.floor((t-32-4)/e.columns),s.cell),30),s.cell),...function(t,{D:e,K:s,W:i,H:a,P:r,W2:n,H2:o},l){let c=(t,e,s)=>Math.max(t*e*s+(t-1)*14,96),h=(t,e,s,i)=>Math.ceil(e/t)*(s*i+26),d=[];for(let p of new Set([e,1]))for(let u of new Set([s,1])){let f=c(p,i+2*r,l.input)+14+c(u,n,l.cell),m=Math.max(h(p,e,a+2*r,l.input),h(u,s,o,l.cell));f<=t&&d.push({slices:p,maps:u,height:m})}let{slices:p,maps:u}=d.sort((t,e)=>t.height-e.height)[0]??{slices:1,maps:1},f=t-c(p,i+2*r,l.input)-14,m=Math.max(30,l.cell);for(;m>l.cell&&c(u,n,m)>f;)m--;return{input:l.input,output:m,slices:p,maps:u,apart:!d.length}}(t,e,s)}}(t,this.size,s);for(let[t,s]of(this.fitted=JSON.stringify(e),this.node.className=`cs-matrices cs-mode-${i}`,Object.entries({"cs-down":1===o,"cs-maps-down":1===l,"cs-apart":c})))this.node.classList.toggle(t,!!s);for(let[t,s]of[["--c",a],["--o",n],["--input",r],["--text",tr(a,Math.max(e.cell,e.input))],["--out-text",tr(n,e.cell)],["--input-text",tr(r,e.input)]])this.node.style.setProperty(t,`${s}px`);this.weights.scrollWidth>this.weights.clientWidth?this.weights.setAttribute("tabindex","0"):this.weights.removeAttribute("tabindex")}}let er=["x","w","b","stride","pad"],en=[["F","filter size",1,3,"w"],["S","stride",1,3,"s"],["P","padding",0,1,"s"]],eo={S:"stride",P:"pad"},el=f(class extends x{constructor(t,e){super(t,e,[...er,"window","cell","knobs"],et),Object.assign(this,{kept:{},shown:{}}),this.picture=new ea({move:t=>this.change({window:t}),choose:t=>this.choose(t),play:()=>this.player.toggle(),step:t=>this.step(t),note:t=>this.note(t),hold:()=>this.player.pause(),playing:()=>this.player.playing}),this.player=new w("Walk through the windows",{step:t=>this.step(t),start:()=>this.start(),next:()=>this.root.isConnected&&this.next(),paused:()=>this.announce(this.sentence.textContent),reset:()=>this.reset()}),this.controls=d(en,(t,e)=>this.resize(t,e)),this.build(),this.first=super.read(),this.update(),this.follow()}build(){let t=t=>i("p",{class:`cs-${t}`});Object.assign(this,{shapes:t("shapes"),memory:t("memory"),sentence:t("sentence"),aside:t("note"),problem:t("problem")}),this.bars=["x","col"].map(t=>i("span",{class:`cs-bar-${t}`}));let e=i("div",{class:"cs-bars","aria-hidden":"true"},["input","X_col"].map((t,e)=>i("div",{},i("span",{},t),this.bars[e])));this.body=i("div",{class:"cs-body"},i("div",{class:"cs-line"},this.controls.node,this.player.node),i("div",{class:"cs-cost"},e,this.memory),this.picture.node,i("div",{class:"cs-words"},this.sentence,this.aside,this.shapes)),this.open("im2col","im2col: windows as columns",this.problem,this.body)}read(){return{...super.read(),dilation:1}}resize(t,e){return(this.player.pause(),t in eo)?this.change({[eo[t]]:e}):this.change({w:tQ({...tq(this.read()),F:e},this.kept).w})}choose(t){this.player.pause(),this.change({cell:t})}reset(){this.player.pause(),this.kept={},this.change(this.first)}step(t){this.player.pause();let e=this.read(),{columns:s}=t6(e);this.change({window:(t3(e).n+t+s)%s})}start(){this.next()||this.change({window:0})}next(){let t=this.read(),{columns:e}=t6(t),s=t3(t).n+1;return!(s>=e)&&(this.change({window:s}),!0)}update(){this.queued=!1;let t=this.read(),e=t_(t);if(this.problem.hidden=!e,this.body.hidden=!!e,e)return a(this.problem,e);for(let e of["x","w","b"])this.kept[e]=tZ(this.kept[e],t[e]);let s=this.shown,i=JSON.stringify(tq(t)),r=er.some(e=>s[e]!==t[e]);i!==this.size&&this.picture.build(t),r&&this.picture.values(t),(i!==this.size||this.picture.cramped)&&this.picture.fit(this.width()),this.size=i,this.shown=t,this.showWords(t,r&&void 0!==s.x,s.cell!==t.cell)}showWords(t,e,s){let i=t6(t),r=ee(t,this.picture.entries,this.picture.results);for(let t of["shapes","memory"])a(this[t],r[t]);a(this.sentence,r.column),this.spare=r.aside,this.picture.move(t),this.controls.show(tq(t),this),[i.numbers/i.ratio,i.numbers].forEach((t,e)=>{this.bars[e].style.setProperty("--share",t/(i.numbers/i.ratio)/9),a(this.bars[e],(0,p.ai)(t))}),this.showDescription(t);let n=this.showTask(i),o=e?`${r.memory} `:"";this.announce(`${o}${s&&r.aside?r.aside:r.column}${n}`)}note(t){a(this.aside,t||this.spare||"")}});var ec=s(44),eh={};eh.styleTagTransform=tD(),eh.setAttributes=tT(),eh.insert=tj().bind(null,"head"),eh.domAPI=tP(),eh.insertStyleElement=tO(),tL()(ec.A,eh),ec.A&&ec.A.locals&&ec.A.locals;let ed=1/512,ep=[91,156,255],eu={};function ef({pixels:t}){return eu.pixels!==t&&(eu={pixels:t,bytes:Uint8Array.from(atob(t),t=>t.charCodeAt(0))}),eu.bytes}function em({picture:{width:t,height:e},row:s,col:i}){let a=(t,e)=>Math.min(Math.max(t,1),e-2);return{row:a(s,e),col:a(i,t)}}function eg(t){let{row:e,col:s}=em(t),{width:i}=t.picture,a=ef(t.picture),r=t.filter.flat(),n=r.map((t,r)=>a[(e-1+Math.floor(r/3))*i+s-1+r%3]),o=n.map((t,e)=>t*r[e]+0);return{pixels:n,weights:r,products:o,value:ew(o)}}let ew=t=>t.reduce((t,e)=>t+e,0),ex=t=>t.every(t=>Math.abs(ew(t))<ed);function ev(t){let e=t.filter.flat(),s=ew(e),i=ex(t.filter),a=ex([0,1,2].map(e=>t.filter.map(t=>t[e]))),r=Math.abs(s)<ed&&e.some(t=>Math.abs(t)>=.05),n=e.flatMap((t,e)=>0===t?[]:[e]);return{sum:s,flat:r,upright:r&&i&&!a,level:r&&a&&!i,shift:1===n.length&&4!==n[0]&&1===e[n[0]],...em(t),value:eg(t).value}}function eb(t){let e=Math.min(Math.abs(t),255);return t<0?ep.map(t=>Math.floor(e*t/255+.5)):[,,,].fill(Math.floor(e+.5))}let ey=t=>[0,3,6].map(e=>t.slice(e,e+3).map(p.ai).join(", ")).join("; ");function e$(t){let{width:e,height:s}=t.picture;return[`A filter of 3\xd73 over a picture of ${e}\xd7${s}\xd71; the map is ${e-2}\xd7${s-2}\xd71.`,`The weights, row by row: ${ey(t.filter.flat())}.`,ek(t),function(t){let{row:e,col:s}=em(t);return`Around row ${e}, column ${s} the nine pixels are ${ey(eg(t).pixels)}.`}(t),eM(t)].join(" ")}function ek(t){let{flat:e,sum:s}=ev(t);return e?"The weights add up to 0, so flat areas come out black.":.002>Math.abs(s-1)?"The weights add up to 1, so flat areas stay as they are.":`The weights add up to ${(0,p.ai)(s)}.`}function eM(t){var e;let{value:s}=eg(t);return`The nine products add up to ${(0,p.ai)(s)}: ${(e=s)<=-.5?"below 0, so blue":e<.5?"black":e<254.5?e<24?"almost black":e<85?"dark grey":e<170?"grey":"light grey":"white"} in the map.`}let eA={ArrowLeft:[0,-1],ArrowRight:[0,1],ArrowUp:[-1,0],ArrowDown:[1,0],PageUp:[-8,0],PageDown:[8,0]};class ez{constructor(t){this.move=e=>t(em({...this.s,...e})),this.source=i("canvas",{"aria-hidden":"true"}),this.map=i("canvas",{"aria-hidden":"true"}),this.frame=i("i",{class:"cs-frame"}),this.pixel=i("i",{class:"cs-frame"}),this.names=[i("span",{}),i("span",{})],this.field=this.stage(this.source,this.frame,{tabindex:"0",role:"application"}),this.field.addEventListener("keydown",t=>this.key(t)),this.mapField=this.stage(this.map,this.pixel);let e=["black: 0","white: 255 and more","blue: below 0"].map(t=>i("span",{},i("i"),t));this.node=i("div",{class:"cs-pictures"},i("div",{},i("p",{class:"cs-name"},i("b",{},"Picture"),this.names[0]),this.field),i("div",{},i("p",{class:"cs-name"},i("b",{},"Map"),this.names[1]),this.mapField),i("p",{class:"cs-legend"},e))}stage(t,e,s={}){let a=i("div",{class:"cs-stage",...s},t,e),r=t=>{let e=a.getBoundingClientRect(),{width:s,height:i}=this.s.picture,r=Math.floor((t.clientX-e.left)/e.width*s);this.move({row:Math.floor((t.clientY-e.top)/e.height*i),col:r})};return a.addEventListener("pointerdown",r),a.addEventListener("pointermove",r),a}key(t){let e=eA[t.key],s={Home:0,End:this.s.picture.width};if(!e&&!(t.key in s)||t.altKey||t.ctrlKey||t.metaKey)return;t.preventDefault();let{row:i,col:a}=em(this.s),r=t.shiftKey&&t.key.startsWith("Arrow")?8:1;this.move(e?{row:i+r*e[0],col:a+r*e[1]}:{row:i,col:s[t.key]})}build(t){let{width:e,height:s}=t.picture;for(let[t,i]of(a(this.names[0],`${e}\xd7${s}\xd71`),a(this.names[1],`${e-2}\xd7${s-2}\xd71`),Object.entries({"--wide":e,"--high":s})))this.node.style.setProperty(t,i);eE(this.source,e,s,ef(t.picture))}filter(t){let{width:e,height:s}=t.picture;eE(this.map,e-2,s-2,function(t){let{width:e,height:s}=t.picture,i=ef(t.picture),a=new Float64Array((e-2)*(s-2));return t.filter.flat().forEach((t,r)=>{if(!t)return;let[n,o]=[Math.floor(r/3),r%3];for(let r=0,l=0;r<s-2;r++)for(let s=(r+n)*e+o,c=s+e-2;s<c;s++,l++)a[l]+=i[s]*t}),a}(t))}show(t){this.s=t;let{row:e,col:s}=em(t);for(let t of[this.frame,this.pixel])t.style.setProperty("--row",e),t.style.setProperty("--col",s);this.field.setAttribute("aria-label",`Picture: row ${e}, column ${s}`)}}function eE(t,e,s,i){Object.assign(t,{width:e,height:s});let a=t.getContext("2d"),r=a.createImageData(e,s);i.forEach((t,e)=>{r.data.set([...eb(t),255],4*e)}),a.putImageData(r,0,0)}class eL{constructor(t){let e=t=>Array.from({length:9},(e,s)=>t(s));this.pixels=e(()=>i("span",{class:"cs-one"})),this.products=e(()=>i("span",{class:"cs-one"})),this.fields=e(e=>this.weight(e,t)),this.swatch=i("i",{class:"cs-swatch"}),this.sum=i("b",{}),this.node=i("div",{class:"cs-calc"},eS("Pixels","pixels",this.pixels,{"aria-hidden":"true"}),i("span",{class:"cs-sign","aria-hidden":"true"},"\xd7"),eS("Weights","weights",this.fields,{role:"group","aria-label":"Weights"}),i("span",{class:"cs-sign","aria-hidden":"true"},"="),eS("Products","products",this.products,{"aria-hidden":"true"}),i("p",{class:"cs-sum","aria-hidden":"true"},"sum ",this.sum,this.swatch))}weight(t,e){let s=i("input",{class:"cs-one","aria-label":`Weight, row ${Math.floor(t/3)}, column ${t%3}`,autocomplete:"off",spellcheck:"false"});return s.addEventListener("focus",()=>s.select()),s.addEventListener("input",()=>e(t,s,!1)),s.addEventListener("change",()=>e(t,s,!0)),s.addEventListener("keydown",i=>{if("ArrowUp"!==i.key&&"ArrowDown"!==i.key)return;i.preventDefault();let a="ArrowUp"===i.key?1:-1;s.value=String(Math.min(Math.max(Math.round(((this.s.filter.flat()[t]??0)+a)*1e6)/1e6,-99),99)),e(t,s,!0)}),s}show(t){this.s=t;let{pixels:e,weights:s,products:i,value:r}=eg(t);this.pixels.forEach((t,s)=>{a(t,String(e[s])),t.style.background=`rgb(${e[s]} ${e[s]} ${e[s]})`,t.style.color=e[s]>=117?"#000":"#fff"}),this.products.forEach((t,e)=>a(t,(0,p.ai)(i[e]))),s.forEach((e,s)=>{this.fields[s]!==this.fields[s].getRootNode().activeElement&&this.write(t,[s])}),a(this.sum,(0,p.ai)(r)),this.swatch.style.background=`rgb(${eb(r).join(" ")})`}write(t,e=this.fields.keys()){let s=t.filter.flat();for(let t of e)this.fields[t].value=(0,p.ai)(s[t])}}let eS=(t,e,s,a)=>i("div",{class:`cs-table cs-${e}`},i("p",{class:"cs-name"},i("b",{},t)),i("div",a,s)),eP=f(class extends m{constructor(t,e){super(t,e,["picture","filter","row","col","tasks"],e$),Object.assign(this,{shown:{},done:new Set}),this.picture=new ez(t=>this.change(t)),this.calc=new eL((t,e,s)=>this.setWeight(t,e,s)),this.build(),this.first=this.read(),this.update()}build(){Object.assign(this,{list:i("ol",{class:"cs-tasks"}),sentence:i("p",{class:"cs-sentence"}),flat:i("p",{class:"cs-flat"}),aside:i("p",{class:"cs-hint"})});let t=i("button",{type:"button",class:"cs-button",onclick:()=>this.reset()},"Reset"),e=i("div",{class:"cs-words"},this.sentence,this.flat,this.aside),s=i("div",{class:"cs-below"},this.calc.node,i("div",{},e,t));this.open("imagefilter","Filter on a photograph",this.list,this.picture.node,s)}setWeight(t,e,s){let i=function(t){let[e,s="1",...i]=t.replaceAll("−","-").replaceAll(",",".").split("/"),a=""===e.trim()||""===s.trim()||i.length?0/0:Number(e)/Number(s);return Number.isFinite(a)&&99>=Math.abs(a)?a+0:null}(e.value),a=structuredClone(this.model.get("filter")),r=a[Math.floor(t/3)][t%3];this.warning=null,this.acted=!0,null!==i&&(a[Math.floor(t/3)][t%3]=i,i!==r&&this.change({filter:a})),s&&(null===i&&this.refuse(`“${e.value}” is not a number from −99 to 99; the weight stays ${(0,p.ai)(r)}.`),this.calc.write(this.read()))}reset(){this.warning=null,this.change({filter:this.first.filter,row:this.first.row,col:this.first.col}),this.note()}update(){this.queued=!1;let t=this.read();if("3,3,3"!==String(t.filter.map(t=>t.length)))throw Error("A filter has 3\xd73 weights.");let e=t.picture!==this.shown.picture||t.filter!==this.shown.filter;t.picture!==this.shown.picture&&this.picture.build(t),e&&this.picture.filter(t),this.picture.show(t),this.calc.show(t);let s=!this.shown.picture;this.shown=t,a(this.sentence,eM(t)),a(this.flat,ek(t)),this.note(),this.showDescription(t);let i=ev(t),r=this.showTask(i)+this.showTasks(i);s||this.announce(`${e?`${ek(t)} `:""}${eM(t)}${r}`)}showTasks(t){let e=this.model.get("tasks")??[],s="";e.forEach(({goal:e,why:i},a)=>{!Object.entries(e).every(([e,s])=>t[e]===s)||!this.acted||this.done.has(a)||(this.done.add(a),s+=` That meets a task. ${(0,p.Yy)(i??"")}`.trimEnd())});let a=JSON.stringify([e,[...this.done]]);return a===this.told||(this.told=a,this.list.hidden=!e.length,this.list.replaceChildren(...e.map(({task:t,why:e},s)=>{let a=this.done.has(s),r=[i("b",{},a?"✓ Done":"Try it"),` ${(0,p.Yy)(t)}`,a&&e?` ${(0,p.Yy)(e)}`:""];return i("li",{class:`cs-task${a?" cs-met":""}`},r)}))),s}note(){a(this.aside,this.warning||"Type other weights: −1, 0.5 or 1/9. Point at a pixel, or move with the arrow keys.")}});var eC=s(46),ej={};function eW(t){let e=t.x.length,s=t.x[0].length,i=t.size,a=t.stride;return{H:e,W:s,F:i,S:a,H2:z(e,i,a),W2:z(s,i,a)}}ej.styleTagTransform=tD(),ej.setAttributes=tT(),ej.insert=tj().bind(null,"head"),ej.domAPI=tP(),ej.insertStyleElement=tO(),tL()(eC.A,ej),eC.A&&eC.A.locals&&eC.A.locals;let eT=(t,e,s)=>Array.from({length:t},(t,i)=>Array.from({length:e},(t,e)=>s(i,e))),eN=t=>t.reduce((t,e)=>t+e,0);function eO(t){let{H2:e,W2:s}=eW(t);return t.dy.length===e&&t.dy[0].length===s?t.dy:eT(e,s,(t,e)=>10*(t*s+e+1))}function eF(t){let{H2:e,W2:s}=eW(t),i=(t,e)=>Math.min(Math.max(t,0),e-1);return{row:i(t.row,e),col:i(t.col,s)}}function eD(t,e,s){let i=eT(t.size,t.size,(i,a)=>[e*t.stride+i,s*t.stride+a]).flat(),a=i.map(([e,s])=>t.x[e][s]);if("max"===t.kind){let t=Math.max(...a)+0;return{cells:i,values:a,y:t,switched:a.indexOf(t),equal:a.filter(e=>e===t).length}}let r=eN("L2"===t.kind?a.map(t=>t*t):a);return{cells:i,values:a,total:r,y:"L2"===t.kind?Math.sqrt(r):r/a.length,switched:null,equal:0}}function eI(t,e,s){return"max"===t.kind?e.values.map((t,i)=>i===e.switched?s:0):"average"===t.kind?e.values.map(()=>s/e.values.length):e.values.map(t=>0===e.y?0:t*(s/e.y)+0)}function eH(t){let{H:e,W:s,H2:i,W2:a}=eW(t),r=eO(t),n=eT(i,a,(e,s)=>eD(t,e,s)),o=eT(e,s,()=>[]);return n.forEach((e,s)=>e.forEach((e,i)=>{eI(t,e,r[s][i]).forEach((t,a)=>{let[r,n]=e.cells[a];o[r][n].push({row:s,col:i,part:t,won:a===e.switched})})})),{dy:r,windows:n,sources:o,y:n.map(t=>t.map(t=>t.y)),dx:o.map(t=>t.map(t=>eN(t.map(({part:t})=>t))))}}function eq(t){let{H:e,W:s,F:i,S:a,H2:r,W2:n}=eW(t),{row:o,col:l}=eF(t),{windows:c,dx:h}=eH(t),d=c[o][l];return{kind:t.kind,H:e,W:s,F:i,S:a,H2:r,W2:n,fits:$(e,i,a)&&$(s,i,a),row:o,col:l,value:d.y,switch:d.switched,tied:d.equal>1,ties:c.flat().filter(({equal:t})=>t>1).length,receivers:h.flat().filter(t=>0!==t).length}}let e_={max:"Max",average:"Average",L2:"L2-norm"},eR=(t,e=2)=>Math.floor(t*10**e+.5)/10**e,eU=(t,e)=>String(eR(t,e)+0).replace("-","−"),eK=t=>[2,1,0].map(e=>eU(t,e)).find(t=>t.length<=5)??(0,p.h0)(t),eX=(...t)=>t.every(t=>1e-9>Math.abs(eR(t)-t))?"=":"≈",eY=t=>t<0?`(${eU(t)})`:eU(t),eB=([t,e])=>`row ${t}, column ${e}`,eJ=(...t)=>t.filter(Boolean).join(" ");function eV(t){let{H:e,W:s,F:i,S:a,H2:r,W2:n}=eW(t),o=`${e_[t.kind]} pooling of a depth slice of ${s}\xd7${e}, windows of ${i}\xd7${i}, stride ${a}: the output is ${n}\xd7${r}.`,l=t.backward?eZ(t):[];return eJ(o,eG(t),...eQ(t),...l)}function eG(t){let{H:e,W:s,F:i,S:a}=eW(t);return[...new Set([s,e])].map(t=>(0,p.x8)(M(t,i,a))).join(" ")}function eQ(t){let{row:e,col:s}=eF(t),i=eD(t,e,s),{values:a,total:r,y:n}=i,o=a.length,l=`y[${e}, ${s}] ${eX(...a)}`,c=`${eX(n)} ${eU(n)}.`;if("max"===t.kind)return[`${l} max(${a.map(t=>eU(t)).join(", ")}) ${c}`,function({cells:t,y:e,switched:s,equal:i}){let a=eB(t[s]),r=`That is cell ${s} of the window: the switch is ${s}.`;return 1===i?`The largest stands in ${a}. ${r}`:`A tie: ${i} cells hold ${eU(e)}. Row by row, the first of them wins: ${a}. ${r}`}(i)];if("average"===t.kind)return[`${l} (${a.map(eY).join(" + ")})/${o} ${eX(r)} ${eU(r)}/${o} ${c}`,`All ${o} cells count the same.`];let h=a.map(t=>`${eY(t)}\xb2`).join(" + ");return[`${l} √(${h}) ${eX(r)} √${eU(r)} ${c}`,n?"Large numbers count most.":"All its cells are 0."]}function eZ(t){let{row:e,col:s}=eF(t),i=eD(t,e,s),a=eO(t)[e][s],{values:r,y:n}=i,o=r.length,l=`dy[${e}, ${s}] ${eX(a)} ${eU(a)}`,{S:c,F:h,H2:d,W2:p}=eW(t);if(0===a)return[`${l}: nothing is sent.`,""];if("max"===t.kind)return function(t,e,{cells:s,values:i,switched:a,equal:r}){let[n,o]=s[a],l=`The other ${i.length-1} cells get nothing from this window`,c=1===r?"":2===r?", not even the one that is as large":`, not even the ${r-1} that are as large`,h=eH(t).sources[n][o].filter(({won:t})=>t).map(({part:t})=>t),d=h.length>1?`That cell won in ${h.length} windows: ${e0("dx",n,o,h)}.`:"";return[`${e} goes to ${eB([n,o])}, all of it.`,eJ(`${l}${c}.`,d)]}(t,l,i);let u=c<h&&d*p>1?"What a cell gets from several windows adds up.":"";if("average"===t.kind){let t=a/o;return[`${l} is shared equally: ${eU(a)}/${o} ${eX(t)} ${eU(t)} for each cell.`,u]}if(0===n)return[`${l}, but y is 0 and has no slope here: nothing is sent.`,u];let f=r.some(t=>t<0)?"A cell below 0 gets a share of the other sign: if it grows, y shrinks.":"",m=eI(t,i,a).map(t=>eU(t)).join(", ");return[`${l} is shared as dy \xb7 x/y, with y ${eX(n)} ${eU(n)}: ${m}.`,eJ(f,u)]}function e0(t,e,s,i){let a=i.reduce((t,e)=>t+e,0);return`${t}[${e}, ${s}] = ${i.map(eY).join(" + ")} ${eX(a)} ${eU(a)}`}let e1=[["beside",32],["below",28],["stack",24],["column",24]];function e2(t,e){return i("div",{class:"cs-part-name"},i("b",{},t),e instanceof Node?e:i("span",{},e))}function e4(){let t=i("p",{class:"cs-sentence"}),e=i("p",{class:"cs-more"});return{said:t,more:e,node:i("div",{class:"cs-words"},t,e)}}function e3(t,e,...s){return i("div",{class:`cs-lane cs-${t}`,role:"group","aria-label":e},s)}function e5(t,e){let s=Array.from({length:e*e},(t,e)=>i("span",{class:"cs-cell"},i("small",{},String(e)),i("span",{}))),a=i("div",{class:"cs-taps",role:"img"},Array.from({length:e},(t,a)=>i("div",{class:"cs-row"},s.slice(a*e,(a+1)*e)))),r=i("span",{}),n=i("div",{class:"cs-foot"});return{cells:s,table:a,detail:r,foot:n,node:i("div",{class:"cs-part cs-part-mid"},e2(t,r),i("div",{class:"cs-between"},a,n))}}function e6([t,e]){return i("div",{},i("span",{},t),i("b",{},eU(e)))}function e7({cells:t,table:e},s,i,r){e.classList.toggle("cs-numbered",null!==i),s.forEach((e,s)=>{t[s].className=`cs-cell ${r(s)}`,a(t[s].lastChild,eK(e))})}function e8({cells:t,roving:e},s){s.flat().forEach((e,s)=>{t[s].firstElementChild||a(t[s],eK(e))}),e.point(e.at)}let e9={max:"maximum",average:"average",L2:"L2 norm"},st="Plus and minus change a number, Enter or a digit types one.";class se{constructor(t){this.on=t,this.node=i("div",{class:"cs-stage"}),this.words={forward:e4(),backward:e4()},this.legend=i("div",{class:"cs-legend"}),this.words.forward.node.append(this.legend),this.node.addEventListener("pointerover",t=>this.hint(t.target.closest(".cs-cell"))),this.node.addEventListener("pointerleave",()=>this.hint(null))}build(t){this.size=eW(t);let{H:e,W:s,F:i,H2:a,W2:r}=this.size;for(let t of(this.marked=[],this.x=this.slice("x",e,s,`Input x, ${s}\xd7${e}. ${st}`),this.y=this.slice("y",a,r,`Output y, ${r}\xd7${a}. Arrows move the window.`),this.dx=this.slice("dx",e,s,`Gradient dx of the input, ${s}\xd7${e}.`),this.dy=this.slice("dy",a,r,`Gradient dy of the output, ${r}\xd7${a}. Arrows move the window. ${st}`),this.slices=[this.x,this.y,this.dx,this.dy],this.slices))this.listen(t);this.forward=e5("Window",i),this.backward=e5("Shares",i),this.stepper=this.makeStepper();let n=this.part("y","Output y",`${r}\xd7${a}`,this.y.node),o=this.part("y","dy","gradient of y",this.dy.node);this.backLane=e3("backward","Backward",this.part("x","dx","gradient of x",this.dx.node),this.backward.node,o,this.words.backward.node),this.node.replaceChildren(e3("forward","Forward",this.part("x","Input x",`${s}\xd7${e}`,[this.x.node,this.stepper.node]),this.forward.node,n,this.words.forward.node),this.backLane)}slice(t,e,s,a){let{cells:r,lines:n}=tl(0,e,s),o=t=>i("span",{class:"cs-index","aria-hidden":"true"},String(t));n.forEach((t,e)=>t.prepend(o(e)));let l=i("div",{class:"cs-row cs-indices","aria-hidden":"true"},Array.from({length:s},(t,e)=>o(e))),c=i("div",{role:"grid","aria-label":a},n),h=t.endsWith("x")?i("div",{class:"cs-window"}):null,d={name:t,grid:c,frame:h,cells:r.flat(),node:i("div",{class:"cs-field"},l,c,h),edits:"x"===t||"dy"===t,moves:t.endsWith("y")};return r.flat().forEach(t=>{t.slice=d}),d.roving=new tc([r],([,e,s])=>`${t}[${e}, ${s}] is ${r[e][s].textContent}`),d}part(t,e,s,a){return i("div",{class:`cs-part cs-part-${t}`},e2(e,s),a)}makeStepper(){let t=(t,e,s)=>i("button",{type:"button",class:"cs-knob-button",tabindex:"-1","aria-label":`Chosen number: ${s}`,onclick:()=>this.step(this.x,e)},t),e=i("span",{class:"cs-chosen-name"}),s=i("b",{});return{node:i("div",{class:"cs-stepper",role:"group","aria-label":"Chosen number"},e,i("div",{class:"cs-knob-box"},t("−",-1,"one less"),s,t("+",1,"one more"))),name:e,value:s}}listen(t){let{grid:e,roving:s}=t;e.addEventListener("click",e=>{let s=e.target.closest(".cs-cell");if(!s?.at||"INPUT"===e.target.tagName)return;let i=t.chosen===s;this.go(t,s.at),i&&t.edits&&this.open(t)}),e.addEventListener("focusin",t=>t.target.at&&this.hint(t.target)),e.addEventListener("focusout",({target:t})=>{"INPUT"===t.tagName&&setTimeout(()=>this.values(this.s))}),e.addEventListener("keydown",e=>{if("INPUT"===e.target.tagName||e.ctrlKey&&1===e.key.length||e.metaKey)return;let i=s.key(e);if(i)this.go(t,i);else if(!t.edits)return;else if("Enter"===e.key||"F2"===e.key)this.open(t);else if(/^\d$/.test(e.key))this.open(t,e.key);else{if(!/^[-−+=]$/.test(e.key))return;this.step(t,"-−".includes(e.key)?-1:1)}e.preventDefault()})}go(t,e){this.on.hold(),t.roving.point(e,!0),t.chosen=t.roving.cell(e),t.moves?this.on.move({row:e[1],col:e[2]}):t===this.x&&this.choose()}number({name:t},[,e,s]){return("x"===t?this.s.x:this.all.dy)[e][s]}open(t,e){let{name:s,roving:i}=t,a=i.at;this.on.hold(),tp(i.cell(a),{value:this.number(t,a),name:`${s}[${a[1]}, ${a[2]}]`,first:e,take:t=>this.on.number(s,a,t),refuse:this.on.refuse})}step(t,e){let s=t.roving.at,i=Number((this.number(t,s)+e).toPrecision(12));this.on.hold(),999>=Math.abs(i)&&this.on.number(t.name,s,i)}values(t){this.s=t,this.all=eH(t);let{H:e,W:s}=this.size,{windows:i,sources:a,y:r,dx:n,dy:o}=this.all;e8(this.x,t.x),e8(this.y,r),e8(this.dx,n),e8(this.dy,o),this.letters=ts([t.x,r,n,o].flat(2).map(t=>eK(t)));let l=new Set(i.flat().filter(({switched:t})=>null!==t).map(({cells:t,switched:e})=>String(t[e])));for(let t=0;t<e;t++)for(let e=0;e<s;e++){for(let i of[this.x,this.dx])i.cells[t*s+e].classList.toggle("cs-unread",!a[t][e].length);this.x.cells[t*s+e].classList.toggle("cs-won",l.has(String([t,e]))),this.dx.cells[t*s+e].classList.toggle("cs-got",0!==n[t][e])}this.move(t)}move(t){this.s=t;let{W:e,W2:s}=this.size,{row:i,col:a}=eF(t),r=this.all.windows[i][a],n=this.all.dy[i][a];for(let t of this.marked)t.classList.remove("cs-tap","cs-here","cs-share"),t.style.removeProperty("--part");let o=(t,e)=>{t.classList.add(e),this.marked.push(t)};for(let{frame:e}of(this.marked=[],[this.x,this.dx]))e.style.setProperty("--top",i*t.stride),e.style.setProperty("--left",a*t.stride),e.style.setProperty("--span",t.size);let l=eI(t,r,n),c=Math.max(...l.map(Math.abs));for(let t of(r.cells.forEach(([t,s],i)=>{let a=i===r.switched,h=this.dx.cells[t*e+s];for(let r of(o(this.x.cells[t*e+s],a?"cs-here":"cs-tap"),o(h,a&&0!==n?"cs-here":0!==l[i]?"cs-share":"cs-tap"),[h,this.backward.cells[i]]))r.style.setProperty("--part",`${Math.round(35*Math.abs(l[i])/(c||1))}%`)}),[this.y,this.dy]))o(t.cells[i*s+a],"cs-here"),t.chosen=t.cells[i*s+a],t.roving.point([0,i,a]);this.backLane.classList.toggle("cs-routed","max"===t.kind),this.showMiddle(t,r,l,n),this.choose()}showMiddle(t,{values:e,total:s,y:i,switched:r},n,o){let l=e.length,c="max"===t.kind,h="L2"===t.kind?e.map(t=>t*t):e;e7(this.forward,h,r,t=>t===r?"cs-here":"cs-tap"),e7(this.backward,n,r,t=>c&&t===r&&0!==o?"cs-here":0!==n[t]?"cs-share":"cs-none"),a(this.forward.detail,"L2"===t.kind?"squared":"its numbers"),a(this.backward.detail,"L2"===t.kind?"dy \xb7 x/y":"of the window"),this.showLegend(c);let d={max:[["largest",i]],average:[["sum",s],[`sum/${l}`,i]],L2:[["sum",s],["√sum",i]]}[t.kind],p={max:[[`to cell ${r}`,o]],average:[["dy",o],[`dy/${l}`,o/l]],L2:[["dy",o],["y",i]]}[t.kind];this.forward.foot.replaceChildren(...d.map(e6)),this.backward.foot.replaceChildren(...p.map(e6)),this.forward.table.setAttribute("aria-label",`Window${"L2"===t.kind?", squared":""}: ${h.map(t=>eU(t)).join(", ")}; ${e9[t.kind]} ${eU(i)}`),this.backward.table.setAttribute("aria-label",`Shares of the cells in this window: ${n.map(t=>eU(t)).join(", ")}`)}showLegend(t){let e=(t,e)=>i("span",{},i("i",{class:`cs-cell ${t}`,"aria-hidden":"true"}),e),s=this.all.sources.flat().some(t=>!t.length);this.legend.replaceChildren(...t?[e("cs-won","wins in its window")]:[],...s?[e("cs-unread","read by no window")]:[])}choose(){let{roving:t,cells:e}=this.x,[,s,i]=t.at;for(let s of e)s.classList.toggle("cs-chosen",s===t.cell(t.at));a(this.stepper.name,`x[${s}, ${i}]`),a(this.stepper.value,eU(this.s.x[s][i]))}hint(t){for(let t of[this.y,this.dy])for(let e of t?.cells??[])e.classList.remove("cs-reads");let e=t?.slice?.name;if("x"!==e&&"dx"!==e)return this.on.note("");let[,s,i]=t.at;for(let{row:t,col:e}of this.all.sources[s][i])for(let s of[this.y,this.dy])s.cells[t*this.size.W2+e].classList.add("cs-reads");this.on.note(("x"===e?function(t,[e,s]){let i=eH(t).sources[e][s],a=0===i.length?"no window":1===i.length?"1 window":`${i.length} windows`,r=i.filter(({won:t})=>t).length,n=1===i.length?"it":"them",o="max"===t.kind&&i.length?r?` and wins in ${r===i.length?n:r}`:" and wins in none":"";return`x[${e}, ${s}] ${eX(t.x[e][s])} ${eU(t.x[e][s])} is read by ${a}${o}.`}:function(t,[e,s]){let i=eH(t).sources[e][s],a="max"===t.kind,r=a?i.filter(({won:t})=>t):i,n=r.map(({part:t})=>t),o=`dx[${e}, ${s}]`;return r.length?1===n.length?`${o} ${eX(n[0])} ${eU(n[0])}, from dy[${r[0].row}, ${r[0].col}].`:`${e0("dx",e,s,n)}, from the ${n.length} windows that ${a?"it wins in":"read it"}.`:`${o} = 0: ${i.length?"it wins in no window":"no window reads it"}.`})(this.s,[s,i]))}get cramped(){return this.letters!==this.fitted}fit(t){let{mode:e,cell:s,input:i,middle:a,tap:r,output:n}=function(t,{W:e,W2:s,F:i},a){for(let[r,n]of e1)for(let o=40;o>=Math.max(n,a);o--){let l=Math.max(16+e*o,78),c=Math.max(16+s*o,78),h=Math.max(o,Math.min(34,Math.floor(84/i))),d=Math.max(i*h,84),p=({column:l,stack:l+34+c}[r]??l+d+c+68)+250*("beside"===r),u="column"===r&&o===Math.max(n,a);if(p<=t||u)return{mode:r,cell:o,tap:h,input:l,middle:d,output:c}}}(t,this.size,ta(this.letters));for(let[t,o]of(this.fitted=this.letters,this.node.className=`cs-stage cs-mode-${e}`,[["--c",s],["--m",r],["--wx",i],["--wm",a],["--wy",n],["--text",tr(s,this.letters)]]))this.node.style.setProperty(t,`${o}px`)}}let ss=["x","dy","kind","size","stride"],si=["row","col","backward"],sa=[["max","maximum"],["average","average"],["L2","L2 norm"]],sr=[["one","forward"],["both","and backward"]],sn=[[2,2],[3,2],[3,1]],so=f(class extends m{constructor(t,e){super(t,e,[...ss,...si,"knobs"],eV),this.first=this.read(),this.shown={},this.picture=new se({move:t=>this.change(t),number:(...t)=>this.setNumber(...t),refuse:t=>this.refuse(t),note:t=>this.note(t),hold:()=>this.hold()}),this.build(),this.update(),this.follow()}build(){let t=[this.first.size,this.first.stride],e=(sn.some(e=>String(e)===String(t))?sn:[t,...sn]).map(([t,e])=>[`${t},${e}`,`${t}\xd7${t}, stride ${e}`]);this.kind=c("Kind of pooling",sa,t=>this.change({kind:t})),this.windows=c("Windows",e,t=>this.setWindows(...t.split(",").map(Number))),this.ways=c("Which way",sr,t=>this.change({backward:"both"===t}));let s=i("button",{type:"button",class:"cs-button cs-reset",onclick:()=>this.reset()},"Reset");Object.assign(this,{fitText:i("p",{class:"cs-fit"}),aside:i("p",{class:"cs-note"}),problem:i("p",{class:"cs-problem",hidden:!0})}),this.body=i("div",{class:"cs-body"},i("div",{class:"cs-options"},this.kind.node,this.windows.node,this.ways.node,s),this.fitText,this.picture.node,this.aside),this.open("pooling","Pooling",this.problem,this.body)}setWindows(t,e){let s;this.hold();let[i,a]=[this.first.x.length,this.first.x[0].length].map(s=>(function(t,e,s){for(let i=t;i<=6;i++)if($(i,e,s))return i;let i=t;for(;!$(i,e,s);)i--;return i})(s,t,e));this.change({size:t,stride:e,x:(s=this.kept,eT(i,a,(t,e)=>s?.[t]?.[e]??tJ(0,t,e)))})}setNumber(t,[,e,s],i){let a=structuredClone("x"===t?this.model.get("x"):eO(this.read()));a[e][s]=i,this.change({[t]:a})}reset(){this.hold(),this.kept=null,this.change(this.first)}update(){let t;this.queued=!1;let e=this.read(),s=void 0===(t=[e.x[0].length,e.x.length].find(t=>0>y(t,e.size)))?null:M(t,e.size,e.stride);if(this.problem.hidden=!s,this.body.hidden=!!s,s)return a(this.problem,s);this.kept=tZ(this.kept,e.x);let i=this.shown,r=JSON.stringify(eW(e)),n=r===this.size;for(let[t,s]of(n||this.picture.build(e),!n||ss.some(t=>i[t]!==e[t])?this.picture.values(e):this.picture.move(e),this.size=r,this.shown=e,this.picture.backLane.hidden=!e.backward,(!n||this.picture.cramped)&&this.picture.fit(this.width()),this.kind.show(e.kind),this.windows.show(`${e.size},${e.stride}`),this.ways.show(e.backward?"both":"one"),[["kind",this.kind],["windows",this.windows],["backward",this.ways]]))s.node.hidden=!this.hasKnob(t);this.showWords(e,i,n)}showWords(t,e,s){var i;let r,n,o,{forward:l,backward:c}=this.picture.words,h=[...eQ(t),...eZ(t)];[l.said,l.more,c.said,c.more].forEach((t,e)=>a(t,h[e])),a(this.fitText,eG(t)),this.fitText.classList.toggle("cs-misfit",!eq(t).fits);let d=s&&e.x!==t.x&&"max"===e.kind&&"max"===t.kind;this.moved=d?(i=t.backward,r=eH(e).windows,n=eH(t).windows,o=[],n.forEach((t,e)=>t.forEach((t,s)=>{let a=r[e][s];t.switched!==a.switched&&o.push(`${i?`The gradient of y[${e}, ${s}]`:`The winner for y[${e}, ${s}]`} moved from ${eB(a.cells[a.switched])} to ${eB(t.cells[t.switched])}.`)})),o.join(" ")):"",this.warning=null,this.note(),this.showDescription(t);let p=this.showTask(eq(t));e.x&&this.announce([this.moved,...s?[]:[this.fitText.textContent],...h.slice(0,t.backward?4:2)].filter(Boolean).join(" ")+p)}note(t){a(this.aside,this.warning||t||this.moved||"Choose an output to see its window. Choose an input to change it, with + and − or by typing.")}hold(){this.warning=null}});var sl=s(47),sc={};sc.styleTagTransform=tD(),sc.setAttributes=tT(),sc.insert=tj().bind(null,"head"),sc.domAPI=tP(),sc.insertStyleElement=tO(),tL()(sl.A,sc),sl.A&&sl.A.locals&&sl.A.locals;let sh=["none","average","max2","max3"],sd=(t,e,s)=>{let i=new Float64Array(t*e);for(let a=0;a<t;a++)for(let t=0;t<e;t++)i[a*e+t]=s(a,t);return{H:t,W:e,values:i}},sp=({H:t,W:e,values:s},i,a,r=0)=>sd(t,a,(t,a)=>s[t*e+a+8+r-i]),su={average:2,max2:2,max3:3},sf=new Map;function sm(t){let e,s,i,a,r,n,o,l=`${t.columns} ${t.pixels}`;return sf.has(l)||sf.set(l,(i=(s=(({H:t,W:e,values:s})=>sd(t,e-2,(t,i)=>Math.max(s[t*e+i+2]-s[t*e+i],0)))(e=function({pixels:t,columns:e}){let s=Uint8Array.from(atob(t),t=>t.charCodeAt(0));return{H:s.length/e,W:e,values:s}}(t))).W-8,a=(t,e)=>(function(t,e){let s=su[e];if(!s)return t;let{W:i,values:a}=t,r=t=>Math.floor((t-s)/2)+1;return sd(r(t.H),r(i),(t,r)=>{let n=0,o=-1/0;for(let e=0;e<s;e++)for(let l=0;l<s;l++){let s=a[(2*t+e)*i+2*r+l];n+=s,s>o&&(o=s)}return"average"===e?n/(s*s):o})})(sp(s,t,i),e),r=Object.fromEntries(sh.map(t=>[t,a(0,t)])),n=Object.fromEntries(sh.map(t=>[t,function({values:t}){let e=t.length,s=t.slice().sort(),i=0;for(let t=0;t<e;t++)i+=(2*t-e+1)*s[t];return 2*i/e/e}(r[t])])),o=Array.from({length:9},(t,e)=>e),{mapAt:a,before:r,spreads:n,most:s.values.reduce((t,e)=>Math.max(t,e),0)||1,photograph:t=>sp(e,t,i,1),curves:Object.fromEntries(sh.map(t=>[t,o.map(e=>((t,e)=>{let s=r[e].values,i=a(t,e).values,o=0;for(let t=0;t<s.length;t++)o+=Math.abs(i[t]-s[t]);return n[e]?100*o/s.length/n[e]:0})(e,t))]))})),sf.get(l)}let sg=t=>Math.floor(t+.5),sw={none:"no pooling",average:"average pooling 2\xd72",max2:"max pooling 2\xd72",max3:"max pooling 3\xd73, stride 2"};function sx(t){let{shift:e,pool:s}=t;if(!e)return"Moved by 0 pixels, the photograph stands where it stood, and nothing changes.";let{curves:i}=sm(t),a=`Moved by ${(0,p.LS)(e,"pixel")}, the edges change by ${sg(i.none[e])}% without pooling`;return"none"===s?`${a}.`:`${a}, and by ${sg(i[s][e])}% after ${sw[s]}.`}function sv(t){let{curves:e,before:s}=sm(t),{W:i,H:a}=s[t.pool],r=Object.entries(e).map(([t,e])=>`${sw[t]} ${e.map(sg).join(", ")}`);return`A photograph and its upright edges, after ${sw[t.pool]} a map of ${i}\xd7${a}. ${sx(t)} In percent, from 0 to 8 pixels: ${r.join("; ")}.`}let sb=["photograph","its upright edges","pooled","what has changed"],sy=(t,e,...s)=>{let i=document.createElementNS("http://www.w3.org/2000/svg",t);for(let[t,s]of Object.entries(e))i.setAttribute(t,s);return i.append(...s),i};class s${constructor(){this.panels=sb.map((t,e)=>{let s=i("canvas",{class:e?"cs-shift-ink":"",role:"img","aria-label":t}),a=i("div",{class:"cs-shift-title"},t);return{canvas:s,title:a,node:i("div",{class:"cs-shift-panel"},a,s)}}),this.node=i("div",{class:"cs-shift-pictures"},this.panels.map(({node:t})=>t))}show({shift:t,pool:e},{photograph:s,mapAt:i,before:r,spreads:n,most:o}){let l=i(t,e),c=r[e].values,h=3*n[e]||1,[d,p,u,f]=this.panels.map(({canvas:t})=>t);sk(d,s(t),t=>t,()=>255);let m=i(t,"none"),g=t=>255*t/o;sk(p,m,()=>0,g),sk(u,l,()=>0,g),sk(f,l,()=>0,(t,e)=>255*Math.abs(t-c[e])/h),a(this.panels[2].title,"none"===e?"not pooled":"pooled")}}function sk(t,{H:e,W:s,values:i},a,r){(t.width!==s||t.height!==e)&&Object.assign(t,{width:s,height:e});let n=t.getContext("2d"),o=n.createImageData(s,e);for(let t=0;t<i.length;t++)o.data.fill(a(i[t]),4*t,4*t+3),o.data[4*t+3]=r(i[t],t);n.putImageData(o,0,0)}class sM{constructor(t){this.frame=sy("g",{}),this.cursor=sy("path",{class:"cs-shift-cursor"}),this.lines=sh.map(t=>sy("polyline",{class:`cs-curve cs-curve-${t}`})),this.dots=sh.map(()=>sy("circle",{class:"cs-shift-dot",r:3})),this.value=sy("text",{class:"cs-shift-text cs-shift-value"}),this.node=sy("svg",{class:"cs-shift-chart","aria-hidden":"true"},this.frame,this.cursor,...this.lines,...this.dots,this.value);let e=e=>{let s=this.node.getBoundingClientRect();t(Math.min(Math.max(Math.round(8*((e.clientX-s.left-46)/(this.wide-46-16))),0),8))};this.node.addEventListener("pointerdown",t=>{t.preventDefault(),this.node.setPointerCapture(t.pointerId),e(t)}),this.node.addEventListener("pointermove",t=>{this.node.hasPointerCapture(t.pointerId)&&e(t)}),this.wide=470}x(t){return 46+t/8*(this.wide-46-16)}y(t){return 188-t/110*166}fit(t){let e=Math.min(t,470);if(e===this.drawn)return;this.wide=e,this.drawn=e,this.node.setAttribute("viewBox",`0 0 ${e} 230`),this.node.style.width=`${e}px`;let s=188,i=(t,e)=>sy("text",{class:"cs-shift-text",...e},t);this.frame.replaceChildren(i("how much of the map has changed",{x:2,y:12}),...[0,50,100].flatMap(t=>[sy("path",{class:"cs-shift-grid",d:`M46 ${this.y(t)}H${e-16}`}),i(`${t}%`,{x:38,y:this.y(t)+4,"text-anchor":"end"})]),...Array.from({length:9},(t,e)=>i(String(e),{x:this.x(e),y:s+18,"text-anchor":"middle"})),i("moved by, in pixels",{x:(46+e-16)/2,y:s+36,"text-anchor":"middle"})),this.last&&this.show(...this.last)}show(t,e){this.last=[t,e],this.drawn||this.fit(this.wide),sh.forEach((s,i)=>{let a=e.curves[s],r=s===t.pool;this.lines[i].setAttribute("points",a.map((t,e)=>`${this.x(e)},${this.y(t)}`).join(" ")),this.lines[i].classList.toggle("cs-on",r),this.dots[i].setAttribute("cx",this.x(t.shift)),this.dots[i].setAttribute("cy",this.y(a[t.shift])),this.dots[i].setAttribute("r",r?6:3),this.dots[i].classList.toggle("cs-on",r)}),this.cursor.setAttribute("d",`M${this.x(t.shift)} ${this.y(0)}V${this.y(110)}`);let s=e.curves[t.pool][t.shift],i=t.shift>6;this.value.textContent=`${sg(s)}%`,this.value.setAttribute("x",this.x(t.shift)+(i?-10:10)),this.value.setAttribute("y",this.y(s)+20),this.value.setAttribute("text-anchor",i?"end":"start")}}let sA=[["none","none"],["average","average 2\xd72"],["max2","max 2\xd72"],["max3","max 3\xd73"]],sz=f(class extends m{constructor(t,e){super(t,e,["pixels","columns","shift","pool"],sv);let s=l("shift");this.slider=i("input",{id:s,type:"range",min:0,max:8,step:1,class:"cs-shift-slider",oninput:()=>this.change({shift:Number(this.slider.value)})}),this.moved=i("b",{class:"cs-shift-moved","aria-hidden":"true"}),this.choice=c("Pooling",sA.map(([t,e])=>[t,[sy("svg",{class:"cs-shift-sample",viewBox:"0 0 24 10","aria-hidden":"true"},sy("path",{class:`cs-curve cs-curve-${t}`,d:"M2 5H22"})),e]]),t=>this.change({pool:t})),this.pictures=new s$,this.chart=new sM(t=>this.change({shift:t})),this.sentence=i("p",{class:"cs-sentence"});let a=i("div",{class:"cs-shift-move"},i("label",{for:s},"moved by"),this.slider,this.moved);this.open("shift","Pooling and a small shift",i("div",{class:"cs-options"},a,this.choice.node),this.pictures.node,i("div",{class:"cs-shift-below"},this.chart.node,this.sentence)),this.size=!0,this.picture=this.chart,this.update(),this.follow()}update(){this.queued=!1;let t=this.read(),e=sm(t);this.slider.value=t.shift,this.slider.setAttribute("aria-valuetext",(0,p.LS)(t.shift,"pixel")),a(this.moved,(0,p.LS)(t.shift,"pixel")),this.choice.show(t.pool),this.pictures.show(t,e),this.chart.show(t,e);let s=sx(t);a(this.sentence,s),this.showDescription(t);let i=this.showTask({shift:t.shift,pool:t.pool,changed:sg(sm(t).curves[t.pool][t.shift])});this.spoken&&this.announce(`${s}${i}`),this.spoken=!0}});var sE=s(48),sL={};sL.styleTagTransform=tD(),sL.setAttributes=tT(),sL.insert=tj().bind(null,"head"),sL.domAPI=tP(),sL.insertStyleElement=tO(),tL()(sE.A,sL),sE.A&&sE.A.locals&&sE.A.locals;let sS=(t,e,...s)=>{let i=document.createElementNS("http://www.w3.org/2000/svg",t);for(let[t,s]of Object.entries(e))i.setAttribute(t,s);return i.append(...s),i};function sP({curve:t,unit:e=""},s,a){let{at:r,least:n,most:o}=t,l=r.length,c=440,h=t=>52+t/Math.max(l-1,1)*(c-52-18),d=t=>196-(t-n)/(o-n)*160,u=(o-n)/20,f=t=>Number((Math.round(Math.min(Math.max(t,n),o)/u)*u).toPrecision(12)),m=f((n+o)/2),g=null,w=!1,x=sS("polyline",{class:"cs-guess-line"}),v=r.map((e,s)=>sS("circle",{class:"cs-guess-point",r:8,tabindex:0===s?"0":"-1",role:"slider","aria-orientation":"vertical","aria-valuemin":n,"aria-valuemax":o,"aria-label":`${t.y} where ${t.x} is ${(0,p.ai)(e)}`})),b=sS("g",{"aria-hidden":"true"}),y=sS("svg",{class:"cs-guess-curve",role:"group","aria-label":s},b,x,...v),$=t=>{g=t;let s=t??r.map(()=>m);x.setAttribute("points",s.map((t,e)=>`${h(e)},${d(t)}`).join(" ")),y.classList.toggle("cs-untouched",null===t),v.forEach((t,i)=>{t.setAttribute("cx",h(i)),t.setAttribute("cy",d(s[i])),t.setAttribute("aria-valuenow",s[i]),t.setAttribute("aria-valuetext",`${(0,p.ai)(s[i])}${e&&` ${e}`}`)})},k=s=>{c=s,y.setAttribute("viewBox",`0 0 ${c} 240`),b.replaceChildren(...function({curve:t,unit:e,x:s,y:i,width:a}){let r=196,n=(t,e)=>sS("text",{class:"cs-guess-text",...e},t),o=[t.least,(t.least+t.most)/2,t.most].flatMap(t=>[sS("path",{class:"cs-guess-grid",d:`M52 ${i(t)}H${a-18}`}),n(`${(0,p.ai)(t)}${"%"===e?"%":""}`,{x:42,y:i(t)+4,"text-anchor":"end"})]),l=t.at.map((t,e)=>n((0,p.ai)(t),{x:s(e),y:r+20,"text-anchor":"middle"})),c=n(t.x,{x:(52+a-18)/2,y:r+38,"text-anchor":"middle"});return[n(t.y,{x:4,y:16}),...o,...l,c]}({curve:t,unit:e,x:h,y:d,width:c})),$(g)},M=(t,e)=>{if(w)return;let s=[...g??r.map(()=>m)];s[t]=f(e),$(s),a(s)},A=t=>{let e=y.getBoundingClientRect(),s=(t.clientX-e.left)/e.width*c,i=(t.clientY-e.top)/e.height*240;return[Math.min(Math.max(Math.round((s-52)/(c-52-18)*(l-1)),0),l-1),n+(196-i)/160*(o-n)]};return y.addEventListener("pointerdown",t=>{w||(t.preventDefault(),y.setPointerCapture(t.pointerId),M(...A(t)))}),y.addEventListener("pointermove",t=>{y.hasPointerCapture(t.pointerId)&&M(...A(t))}),y.addEventListener("keydown",t=>{let e=v.indexOf(t.target);if(e<0)return;let s=(g??r.map(()=>m))[e],i={ArrowUp:s+u,ArrowDown:s-u,Home:n,End:o}[t.key],a=v[e+(({ArrowLeft:-1,ArrowRight:1})[t.key]??0)];if(void 0!==i)M(e,i);else{if(!a||a===t.target)return;t.target.setAttribute("tabindex","-1"),a.setAttribute("tabindex","0"),a.focus()}t.preventDefault()}),k(440),new ResizeObserver(([{contentRect:t}])=>{let e=Math.min(Math.round(t.width),440);e&&e!==c&&k(e)}).observe(y),{node:i("div",{},y,i("p",{class:"cs-note"},"Draw across it, or use the arrow keys: up and down for a point, left and right for the next.")),value:()=>g,show:$,disable:t=>{w=t,y.classList.toggle("cs-shut",t)},problem:()=>null===g?"Draw a curve: drag a point up or down.":""}}var sC=s(19);function sj(t,e,s=()=>{}){let i={number:sW,choice:sT,cell:sO,curve:sP}[t.kind];if(!i)throw Error(`a question of the kind ${t.kind} is not known`);return i(t,e,s)}function sW(t,e,s){let{unit:a=""}=t,r=i("input",{class:"cs-guess-number","aria-label":a?`${e} In ${"%"===a?"per cent":a}`:e,inputmode:"decimal",autocomplete:"off",spellcheck:"false",oninput:()=>s(o())}),n=()=>(0,sC.kz)(r.value,a),o=()=>Number.isNaN(n())?null:n();return{node:i("span",{class:"cs-guess-field"},r,a&&i("span",{"aria-hidden":"true"},a)),value:o,show:t=>{t!==o()&&(r.value=null===t?"":String(t).replace("-","−"))},disable:t=>{r.readOnly=t},problem:()=>null===o()?(0,sC.Qx)(r.value.trim()):(0,sC.FL)(o(),t)}}function sT({choices:t},e,s){let a=l("guess"),r=t.map((t,e)=>i("input",{type:"radio",name:a,value:e,onchange:()=>s(e)})),n=()=>{let t=r.findIndex(t=>t.checked);return t<0?null:t};return{node:i("div",{class:"cs-guess-choices",role:"radiogroup","aria-label":e},t.map((t,e)=>i("label",{},r[e],i("span",{},(0,p.Yy)(t))))),value:n,show:t=>r.forEach((e,s)=>{e.checked=s===t}),disable:t=>r.forEach(e=>{e.disabled=t&&!e.checked}),problem:()=>null===n()?"Choose one.":""}}let sN={ArrowLeft:[0,-1],ArrowRight:[0,1],ArrowUp:[-1,0],ArrowDown:[1,0]};function sO({cells:t},e,s){let a=null,r=!1,n=t.map((e,s)=>e.map((e,a)=>i("button",{type:"button",role:"gridcell",tabindex:"-1","aria-label":`row ${s}, column ${a}${""===t[s][a]?"":`: ${(0,sC.Ie)(t[s][a])}`}`,onclick:()=>l(s,a)},(0,sC.Ie)(e)))),o=t=>{a=t;let[e,s]=t??[0,0];n.forEach((i,a)=>i.forEach((i,r)=>{i.setAttribute("aria-selected",String(null!==t&&a===e&&r===s)),i.tabIndex=a===e&&r===s?0:-1}))},l=(t,e)=>{r||(o([t,e]),s([t,e]))},c=n.map(t=>i("div",{role:"row"},t)),h=i("div",{class:"cs-guess-cells",role:"grid","aria-label":e,onkeydown:t=>{let e=n.flatMap((t,e)=>t.map((t,s)=>[t,e,s])).find(([e])=>e===t.target),s=sN[t.key];if(!e||!s)return;t.preventDefault();let i=n[e[1]+s[0]]?.[e[2]+s[1]];i&&(e[0].tabIndex=-1,i.tabIndex=0,i.focus())}},c);return o(null),{node:h,value:()=>a,show:o,disable:t=>{r=t,h.setAttribute("aria-readonly",String(t))},problem:()=>null===a?"Click a cell.":""}}function sF(t,e){t.hidden=!e,a(t,e)}let sD=["ask","kind","choices","unit","least","most","cells","curve","right","edges","replies"],sI=f(class extends u{constructor(t,e){super(t,e,["question",...sD,"guess","shown"]),this.build(),this.update()}get isExercise(){return null!=this.model.get("right")}build(){this.ask=i("p",{class:"cs-guess-ask"}),this.place=i("div",{class:"cs-guess-place"}),this.problem=i("p",{class:"cs-problem",role:"alert",hidden:!0}),this.said=i("p",{class:"cs-guess-said"}),this.take=i("button",{type:"button",class:"cs-button cs-guess-take",onclick:()=>this.guess()}),this.show=i("button",{type:"button",class:"cs-button cs-guess-plain",onclick:()=>this.reveal()},"Show me"),this.go=i("button",{type:"button",class:"cs-button",onclick:()=>this.dispatch(!0)},"Read the answer"),this.again=i("button",{type:"button",class:"cs-button cs-guess-plain",onclick:()=>this.reopen()},"Change my guess"),this.place.addEventListener("keydown",t=>{"Enter"===t.key&&t.target.matches("input")&&(t.preventDefault(),this.guess())});let t=i("div",{class:"cs-guess-buttons"},this.take,this.show,this.go,this.again);this.title=i("p",{class:"cs-guess-title"}),this.open("predict","A question",this.title,this.ask,i("div",{},this.place,this.problem,this.said,t))}alter(){sF(this.problem,""),this.isExercise&&(this.changing=!0,this.announce(""),this.update())}guess(){let t=this.control.problem();sF(this.problem,t),!t&&(this.changing=!1,this.change({guess:this.control.value(),shown:!0}),this.update(),this.announce(this.said.textContent),this.dispatch(!1),this.isExercise||this.go.focus())}reveal(){this.change({shown:!0}),this.dispatch(!0)}reopen(){this.changing=!0,this.update(),(this.place.querySelector("input:checked")??this.place.querySelector("input, [tabindex='0']")).focus()}dispatch(t){if(this.isExercise)return;let e={question:this.model.get("question"),go:t};this.root.dispatchEvent(new CustomEvent("cs231n-reveal",{bubbles:!0,detail:e}))}update(){this.queued=!1;let t=this.read();this.showTask({});let e=(0,p.Yy)(t.ask);a(this.ask,e);let s=JSON.stringify(sD.map(e=>t[e]));s!==this.what&&(this.what=s,this.control=sj(t,e,()=>this.alter()),this.place.replaceChildren(this.control.node));let i=(0,sC.lA)(t,t.guess),r=i&&!this.changing;this.changing||this.control.show(i?t.guess:this.control.value()),this.control.disable(r&&!this.isExercise),this.showOutcome(t,r)}showOutcome(t,e){let s=this.isExercise;a(this.title,s?"Your answer":"Your guess"),a(this.take,s?"Check":"That’s my guess");let i=e&&s?(0,sC.Tm)({...t,why:this.model.get("why")},t.guess):null;this.root.classList.toggle("cs-guess-right",!!i?.right),this.root.classList.toggle("cs-guess-wrong",i?.right===!1);let r=i?`${i.right?"✓":"✗"} ${(0,p.Yy)(i.text)}`:`You said ${(0,sC.Tn)(t)}.`;a(this.said,e?r:""),this.said.hidden=!e,this.take.hidden=e&&!s,this.show.hidden=s||e||!0===t.shown,this.go.hidden=s||!(e||!0===t.shown),this.again.hidden=s||!e}});var sH=s(49),sq={};function s_(t,{F:e,S:s,P:i,dilation:a}){return{side:t,F:e,span:b(e,a),S:s,P:i,value:function(t,e,s=1,i=0,a=1){return A({S:s}),y(t,e,i,a)/s+1}(t,e,s,i,a),fits:$(t,e,s,i,a)}}sq.styleTagTransform=tD(),sq.setAttributes=tT(),sq.insert=tj().bind(null,"head"),sq.domAPI=tP(),sq.insertStyleElement=tO(),tL()(sH.A,sq),sH.A&&sH.A.locals&&sH.A.locals;let sR=t=>String(Number(t.toFixed(2))).replace("-","−"),sU=(t,e,s)=>i("span",{class:`cs-term cs-ink-${s}`},i("b",{},String(t)),i("small",{},e));function sK(t,{side:e,F:s,span:a,S:r,P:n,value:o,fits:l},c){let h=a===s?"F":`(F−1)\xb7${(a-1)/(s-1)}+1`;return i("span",{class:`cs-formula-line${l?"":" cs-misfit"}`,role:"img","aria-label":`${t}: open bracket ${e} minus ${a} plus 2 times ${n}, close bracket, over ${r}, plus 1, is ${sR(o)}`},i("span",{class:"cs-formula-name"},t),"(",sU(e,c,"x"),"−",sU(a,h,"w"),"+ 2\xb7",sU(n,"P","s"),")/",sU(r,"S","s"),"+ 1 =",i("b",{class:"cs-formula-value"},sR(o)),l?null:i("span",{class:"cs-mark"},"!"))}function sX(t){let e=sK(t.W===t.H?"Output size":"Across",s_(t.W,t),"W");return t.W===t.H?[e]:[e,sK("Down",s_(t.H,t),"H")]}let sY=["W","H","F","S","P","dilation"];function sB([,,t,e,s,i]){let a=b(t,i);return a>=e&&a>s}function sJ([t,e,s,i,a,r],n){return(1===n||$(t,s,i,a,r))&&(0===n||$(e,s,i,a,r))}let sV={W:1024,H:1024,D:4096,K:4096,F:1024,S:64,P:512,dilation:32},sG=["over","even","large","half","skips","zeros"];function sQ(t,e){try{return z(t,e.F,e.S,e.P,e.dilation,e.fit)}catch{return 0}}function sZ(t){let e=t.H??t.W,s=sQ(t.W,t),i=sQ(e,t),a=s&&i;return{...t,H:e,W2:a?s:0,H2:a?i:0}}function s0(t,e){let s={...t,...e},{W2:i}=sZ(s);return"reverse"===s.mode?{...e,target:Math.min(i||s.W,sV.W)}:e}function s1(t){let{W2:e,H2:s,K:i,F:a,D:r}=sZ(t),n=[i,s,e];return{weights:(A({K:i}),i*v(a,r)),biases:i,parameters:(A({K:i}),i*v(a,r)+i),neurons:(([t,e,s])=>t*e*s)(n),unshared:(([t,e,s])=>t*e*s)(n)*(v(a,r)+1),macs:(([t,e,s])=>t*e*s)(n)*v(a,r),bytes:((t,e=4)=>(([t,e,s])=>t*e*s)(t)*e)(n)}}let s2=(t,e)=>$(t,e.F,e.S,e.P,e.dilation);function s4(t){let{W:e,H:s}=sZ(t);return(function(t,e,s,i=1,a=0,r=1){let n=[t,e,s,i,a,r];return sJ(n,-1)?[]:sY.flatMap((s,i)=>(1===i&&t===e||i<2&&sJ(n,i)||5===i&&1===r?[]:[-1,1].map(t=>(function(t,e,s){let[i,a,r,n,,o]=t,l=i===a,c=sB(t),h=e<2&&!l?e:-1,d=+("P"!==sY[e]),p=[...t];for(let t=Math.max(i,a,n,b(r,o));t>0&&(p[e]+=s,0===e&&l&&(p[1]=p[0]),!(p[e]<d)&&(!c||sB(p)));t--)if(sJ(p,h))return p;return null})(n,i,t)).filter(Boolean)).map(t=>[s,t[i],t]))})(e,s,t.F,t.S,t.P,t.dilation).map(([e,s,i])=>{let[a,r,n,o,l,c]=i;return{letter:e,value:s,...sZ({...t,W:a,H:r,F:n,S:o,P:l,dilation:c}),change:{[e]:s}}}).filter(({letter:t,value:e})=>e<=sV[t])}function s3({W:t,target:e,dilation:s}){let i=function(t,e,s=1,i=16,a=15){let r=[];for(let n=1;n<=t;n++){let o=b(n,s);for(let l=1;l<=(1===e?1:i);l++){let i=(e-1)*l+o-t,c=Math.max(0,Math.floor((i+1)/2)),h=2*c-i;h<l&&o<=t&&r.push([n,l,c,h,function(t,e,s,i,a,r=1,n=15){let o=b(e,r);return o===t&&0===i?"":o<=i?"zeros":o<s?"skips":o<2*i?"half":a>0?"over":e%2==0?"even":e>n?"large":""}(t,n,l,c,h,s,a)])}}return r}(t,e,s),a=sG.map(t=>({name:t,count:i.filter(e=>e[4]===t).length,shown:function(t,e,s=4){let i=t.filter(t=>t[4]===e),a=([t])=>t%2==1&&t>1;return[...i.filter(a),...i.filter(t=>!a(t))].slice(0,s)}(i,t)})).filter(({count:t})=>t).map(t=>{let[e,i,a,r,n]=t.shown[0];return{...t,message:function(t,e,s,i,a,r=1){let n=b(e,r);return({zeros:`With P = ${i} the first window of ${n} would lie wholly in the padding and read only zeros.`,skips:`S = ${s} is larger than the window of ${n}: cells between windows would never be read.`,half:`With P = ${i} more than half of the first window of ${n} would lie in the padding.`,over:`With F = ${e}, S = ${s}, P = ${i} the windows don’t fit: ${a} cell${1===a?"":"s"} left over.`,even:`F = ${e} is even: such a filter has no middle cell, so no neuron stands over a cell.`,large:`F = ${e} is large: ${e*e} weights for each depth slice of the input.`})[t]??""}(n,e,i,a,r,s)}});return{good:i.filter(t=>!t[4]),leftOut:a}}function s5(t,e){let{F:s,S:i,P:a,dilation:r}=e,n=b(s,r),o=t+2*a,l="raise"===e.fit&&!s2(t,e),c=sQ(t,l?{...e,fit:"crop"}:e),h=c?(c-1)*i+n:0,d=Math.max(h-o,0),p=s2(t,e)||d?null:c*i,u=Math.max(o,h,null===p?0:p+n);return{side:t,F:s,S:i,P:a,dilation:r,span:n,length:o,count:c,added:d,refused:l,next:p,total:u,unread:c?function(t,e,{F:s,S:i,dilation:a}){let r=Array(t).fill(!0);for(let n=0;n<e;n++)for(let e=0;e<s&&n*i+e*a<t;e++)r[n*i+e*a]=!1;return r}(o,c,e):[]}}function s6(t){let{W:e,H:s,D:i,K:a,F:r,S:n,P:o,dilation:l}=sZ(t),c=s4(t).map(({letter:t,value:e})=>`${t} = ${e}`);return[`An input of ${e}\xd7${s}\xd7${i} and ${(0,p.LS)(a,"filter")} of ${r}\xd7${r}\xd7${i}, stride ${n}, padding ${o}${(0,p.mF)(l)}.`,...[...new Set([e,s])].map(t=>(0,p.x8)(M(t,r,n,o,l))),c.length?`Nearest that fit: ${c.join(", ")}.`:"",function(t){let{W2:e,H2:s,K:i}=sZ(t),a=s1(t),r=`${(0,p.zD)(a.weights)} weights and ${(0,p.zD)(a.biases)} ${1===i?"bias":"biases"}`;return e?`The output is ${e}\xd7${s}\xd7${i}: ${(0,p.zD)(a.neurons)} neurons, ${(0,p.zD)(a.bytes)} bytes at 4 a number. ${r}; ${(0,p.zD)(a.unshared)} parameters if they were not shared; ${(0,p.zD)(a.macs)} multiply-adds.`:`There is no output. ${r}.`}(t),..."reverse"===t.mode?function(t){let{good:e,leftOut:s}=s3(t),i=e.map(([t,e,s])=>`F = ${t}, S = ${e}, P = ${s}`).join("; ");return[`From ${t.W} to ${t.target}: ${i||"no setting without a catch"}.`,s.length?"Left out:":"",...s.map(({message:t})=>(0,p.x8)(t))]}(t):[]].filter(Boolean).join(" ")}let s7={ArrowLeft:-1,ArrowDown:-1,ArrowRight:1,ArrowUp:1,PageUp:10,PageDown:-10,Home:-1/0,End:1/0},s8=(t,e,s,i,a)=>`<rect x="${t.toFixed(2)}" y="${e}" width="${Math.max(s,.6).toFixed(2)}" height="${i}" class="${a}"/>`;function s9(t){let e=[];for(let[s,i]of t.entries())e.length&&e.at(-1)[2]===i?e.at(-1)[1]++:e.push([s,1,i]);return e}class it{constructor(t){Object.assign(this,{name:t,at:0,hatch:l("hatch")}),this.art=i("div",{class:"cs-art",role:"slider",tabindex:"0","aria-valuemin":"0"}),this.note=i("p",{class:"cs-note"}),this.legend=i("div",{class:"cs-legend"}),this.node=i("div",{class:"cs-rowpic"},this.art,this.legend,this.note);let e=t=>{let e=(t.clientX-this.art.getBoundingClientRect().left-1)/this.cell;this.move(Math.round((e-this.r.span/2)/this.r.S))};this.art.addEventListener("pointermove",e),this.art.addEventListener("pointerdown",e),this.art.addEventListener("keydown",t=>{t.key in s7&&!t.altKey&&!t.ctrlKey&&!t.metaKey&&(t.preventDefault(),this.move(this.at+s7[t.key]))})}show(t,e,s){this.r=s5(t,e),this.art.setAttribute("aria-label",`${s} of the padded input, its windows and their neurons. Arrows choose a neuron.`),this.at=Math.min(this.at,Math.max(this.r.count-1,0)),this.fit(),this.explain()}move(t){let e=Math.min(Math.max(t,0),Math.max(this.r.count-1,0));e!==this.at&&(this.at=e,this.draw())}fit(){let t=this.node.clientWidth||680;this.cell=Math.min((t-2)/this.r.total,34),this.width=t,this.draw()}x(t){return 1+t*this.cell}draw(){let{r:t,cell:e}=this,s=[];s.push(`<defs><pattern id="${this.hatch}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V5" class="cs-hatch"/></pattern></defs>`),s.push(this.cells());let{rows:i,shown:a,next:r}=function(t,e){let s=Math.min(Math.max(Math.ceil(t.span/t.S),1),7),i=t.count-1;if(s<=6||t.count<=6){let e=Math.min(s,Math.max(t.count+ +(null!==t.next),1),6);return{rows:e,shown:Array.from({length:t.count},(t,s)=>[s,s%e]),next:t.count%e}}return{rows:6,shown:[[0,0],[1,1],[2,2],...e>2&&e<i?[[e,3]]:[],[i,null===t.next?5:4]],next:5}}(t,this.at),n=Math.min(52/i,15),o=Math.min(n-2,11),l=t=>78-(i-t)*n,c=Math.min(.12*e,1.5),h=(s,i,a)=>s8(this.x(s)+c,l(i),t.span*e-2*c,o,a);for(let[e,i]of a)e!==this.at&&s.push(h(e*t.S,i,"cs-bar"));null!==t.next&&s.push(h(t.next,r,"cs-bar cs-ghost"));let d=Math.min(t.S*e,26),p=Math.max(d-Math.min(.2*d,3),.8);d<2.5&&!t.refused&&t.count&&s.push(s8(this.middle(0),2,(t.count-1)*d,16,"cs-neuron"));for(let e=0;e<t.count&&d>=2.5&&!t.refused;e++)e!==this.at&&s.push(s8(this.middle(e)-p/2,2,p,16,"cs-neuron"));t.count&&s.push(this.active(a,l,o,c,Math.max(p,3))),a.length<t.count&&s.push(`<text x="${this.width-2}" y="36" text-anchor="end">${t.count-a.length} windows not drawn</text>`),s.push(this.zeros(),this.measures()),this.art.innerHTML=`<svg viewBox="0 0 ${this.width} 126" width="${this.width}" height="126" aria-hidden="true">${s.join("")}</svg>`,this.say()}middle(t){return this.x(t*this.r.S+this.r.span/2)}active(t,e,s,i,a){let{r,cell:n,at:o}=this,l=t.find(([t])=>t===o)[1],c=o*r.S,h=e(l),d=this.x(c)+i,p=this.x(c+r.span)-i,u=this.middle(o),f=Array.from({length:1===r.dilation?1:r.F},(t,e)=>[c+e*r.dilation,1===r.dilation?r.F:1]).map(([t,e])=>s8(this.x(t),84,e*n,22,"cs-read")).join("");return`${f}<path class="cs-lead" d="M${u} 18L${d} ${h}M${u} 18L${p} ${h}M${d} ${h+s}V84M${p} ${h+s}V84"/>`+s8(d,h,p-d,s,"cs-bar cs-on")+(r.refused?"":s8(u-a/2,2,a,16,"cs-neuron cs-on"))}kinds(){let{length:t,added:e,P:s}=this.r;return Array.from({length:t+e},(e,i)=>i>=t?"cs-extra":i<s||i>=t-s?"cs-pad":"cs-in")}zeros(){return this.cell<13?"":this.kinds().map((t,e)=>"cs-in"===t?"":`<text x="${this.x(e+.5)}" y="99.5" text-anchor="middle">0</text>`).join("")}cells(){let{r:t,cell:e}=this,s=e<5,i=[];for(let[t,a,r]of s9(this.kinds()))if(s)i.push(s8(this.x(t),84,a*e,22,r));else for(let s=t;s<t+a;s++)i.push(s8(this.x(s)+.5,84,e-1,22,r));for(let[s,a,r]of s9(t.unread))r&&i.push(`<rect x="${this.x(s)}" y="81" width="${Math.max(a*e,2)}" height="28" fill="url(#${this.hatch})" class="cs-missed"/>`);return i.join("")}measures(){let{r:t,cell:e}=this,s=this.x(t.P),i=this.x(t.P+t.side),a=(s+i)/2,r=`${this.name} = ${t.side}`,n=4*r.length+4,o=[];return o.push(`<path class="cs-rule" d="M${s} 115H${a-n}M${a+n} 115H${i}M${s} ${111}v8M${i} ${111}v8"/>`),o.push(`<text x="${a}" y="${119.5}" text-anchor="middle" class="cs-measure">${r}</text>`),t.P&&t.P*e>34&&o.push(`<text x="${this.x(t.P/2)}" y="${119.5}" text-anchor="middle">P = ${t.P}</text>`),o.join("")}explain(){let{r:t}=this,e=t.unread.filter(Boolean).length,s=(t,e)=>i("span",{},i("i",{class:t,"aria-hidden":"true"}),e);this.legend.replaceChildren(s("cs-neuron",t.refused?"no neurons: refused":(0,p.LS)(t.count,"neuron")),..."W"===this.name?[s("cs-bar",`window of ${t.span}, stride ${t.S}`),s("cs-in",(0,p.LS)(t.side,"input cell")),...t.P?[s("cs-pad",`padding, ${t.P} a side`)]:[]]:[],...t.added?[s("cs-extra",`${(0,p.LS)(t.added,"zero")} added to round up`)]:[],...e&&t.count?[s("cs-missed",`${(0,p.LS)(e,"cell")} read by no window`)]:[],...null===t.next?[]:[s("cs-ghost",t.length<t.span?"window too large":"next window, which does not fit")])}say(){var t;let e,s,i,r,n,{r:o}=this,l=o.count?(s=(e=(t=this.at)*o.S-o.P)+o.span-1,i=t=>t<0||t>=o.side?`${(0,p.x8)(String(t))} (padding)`:String(t),r=e===s?`cell ${i(e)}`:`cells ${i(e)} to ${i(s)}`,n=o.dilation>1&&o.F>1?`, ${o.F} of them, ${o.dilation} apart`:"",`${o.refused?"Window":"Neuron"} ${t} of ${o.count} reads ${r}${n}.`):"No neuron: there is no output.";for(let[t,e]of(a(this.note,l),[["now",this.at],["max",Math.max(o.count-1,0)],["text",l]]))this.art.setAttribute(`aria-value${t}`,String(e))}}let ie={over:"Cells left over",even:"Even filters",large:"Large filters",half:"More than half padding",skips:"Skipped cells",zeros:"Only zeros"};class is{constructor(t,e){this.on=t,this.field=h(["target","output size",1,e,"y"],(e,s)=>t.target(s)),this.question=i("p",{class:"cs-question"}),this.body=i("div",{class:"cs-answers"}),this.node=i("div",{class:"cs-reverse",role:"group","aria-label":"Which F, S, P?"},i("div",{class:"cs-ask"},this.question,this.field.node),this.body)}show(t){this.field.show(t.target);let e=[t.W,t.target,t.dilation,t.D].join();for(let{field:s,setting:[i,a,r]}of(e!==this.key&&this.build(t),this.key=e,this.choices))s.checked=i===t.F&&a===t.S&&r===t.P}choice(t,e){let[s,a,r]=t,n=i("input",{type:"radio",name:e,"aria-label":`F ${s}, S ${a}, P ${r}`,onchange:()=>this.on.take({F:s,S:a,P:r})});return this.choices.push({field:n,setting:t}),n}build(t){let{good:e,leftOut:s}=s3(t),a=l("answer");this.choices=[],this.question.replaceChildren("From ",i("b",{class:"cs-ink-x"},String(t.W))," to ",i("b",{class:"cs-ink-y"},String(t.target)),": which ",i("i",{},"F, S, P"),"?"),this.body.replaceChildren(i("p",{class:"cs-found"},this.summary(t,e)),...e.length?[this.table(t,e,a)]:[],...s.length?[i("p",{class:"cs-leftout-title"},"Left out, and why"),i("ul",{class:"cs-leftout"},s.map(t=>this.group(t,a)))]:[])}summary(t,e){return e.length?1===e.length?"One setting answers it.":`${(0,p.LS)(e.length,"setting")} answer it. Choose one.`:`No setting makes ${t.target} of ${t.W} without a catch.`}table(t,e,s){let a=["","F","S","P","the formula","weights of a filter"].map(t=>i("th",{scope:"col"},t||i("span",{class:"cs-live"},"use"))),r=e.map(e=>{let[a,r,n]=e,o=this.choice(e,s),l=[i("span",{},`(${t.W} − ${b(a,t.dilation)} + ${2*n})/${r} + 1`),` = ${t.target}`];return i("tr",{onclick:t=>{t.target!==o&&(o.focus(),o.click())}},i("td",{},o),[a,r,n].map(t=>i("td",{},String(t))),i("td",{class:"cs-sumline"},l),i("td",{},(0,p.zD)(v(a,t.D))))});return i("div",{class:`cs-table${e.length>8?" cs-long":""}`,...e.length>8?{tabindex:"0",role:"region","aria-label":"Answers"}:{}},i("table",{},i("thead",{},i("tr",{},a)),i("tbody",{},r)))}group({name:t,count:e,shown:s,message:a},r){let n=s.map(t=>{let[e,s,a]=t;return i("label",{class:"cs-chip"},this.choice(t,r),i("span",{},`${e}/${s}/${a}`))});return i("li",{},i("p",{},i("b",{},ie[t]),` (${(0,p.LS)(e,"setting")}). ${(0,p.x8)(a)}`),i("div",{class:"cs-chips"},i("small",{},"F/S/P"),n))}}let ii=[["W","width",1,"x"],["H","height",1,"x"],["D","depth",1,"x"],["K","filters",1,"w"],["F","filter size",1,"w"],["S","stride",1,"s"],["P","padding",0,"s"],["dilation","dilation",1,"s"]],ia=[...ii.map(([t])=>t),"fit","mode","target","presets","knobs","costs"],ir=[["crop","crop"],["pad","round up"],["raise","error"]],io=[["size","What size comes out?"],["reverse","Which F, S, P?"]],il=f(class extends m{constructor(t,e){super(t,e,ia,s6),this.build(),this.update(),this.watch=new ResizeObserver(()=>{for(let t of this.pictures)t.node.clientWidth&&t.node.clientWidth!==t.width&&t.fit()}),this.watch.observe(this.root)}build(){let t=(t,e)=>"W"===t?this.widen(e):this.change({[t]:e});this.controls=d(ii.map(([t,e,s,i])=>[t,e,s,sV[t],i]),t),this.layer=i("select",{class:"cs-select","aria-label":"Layer",onchange:()=>this.use(this.layer.value)}),this.square=i("input",{type:"checkbox",onchange:()=>this.change({H:this.square.checked?null:this.model.get("W")})}),this.mode=c("Question",io,t=>this.ask(t)),this.fit=c("What does not fit",ir,t=>this.change({fit:t})),this.reverse=new is({target:t=>this.aim(t),take:t=>this.change(t)},sV.W),this.pictures=[new it("W"),new it("H")],Object.assign(this,{formula:i("div",{class:"cs-formula"}),fitText:i("p",{class:"cs-fit"}),near:i("div",{class:"cs-near"}),volume:i("p",{class:"cs-volume"}),tiles:i("dl",{class:"cs-tiles"})}),this.parts={layer:i("label",{class:"cs-layer"},"Layer",this.layer),mode:this.mode.node,H:i("label",{},this.square,"square: H = W"),fit:i("span",{class:"cs-option"},i("span",{},"what does not fit"),this.fit.node)},this.top=i("div",{class:"cs-top"},this.parts.layer,this.parts.mode),this.options=i("div",{class:"cs-options"},this.parts.H,this.parts.fit),this.open("sizing","Sizing calculator",this.top,this.controls.node,this.options,this.reverse.node,i("div",{class:"cs-size"},this.formula),this.pictures.map(t=>t.node),this.fitText,this.near,this.volume,this.tiles)}widen(t){this.change(this.aimed?{W:t}:s0(this.read(),{W:t}))}aim(t){this.aimed=!0,this.change({target:t})}use(t){let e=this.model.get("presets")[t];this.aimed=!1,e&&this.change(s0(this.read(),{H:null,P:0,S:1,dilation:1,...e}))}ask(t){this.aimed=!1,this.change(s0(this.read(),{mode:t}))}press(t,e){this.pressed=t,this.change(e)}update(){let t;this.queued=!1;let e=this.read(),s=sZ(e),{fine:i,text:r}=function(t){let{W:e,H:s,W2:i,H2:a,K:r}=sZ(t),n=(e===s?[["",e]]:[["Across: ",e],["Down: ",s]]).filter(([,e])=>!s2(e,t)).map(([e,s])=>e+(0,p.x8)(M(s,t.F,t.S,t.P,t.dilation))),o=t.dilation>1&&t.F>1?` A filter of ${t.F} dilated by ${t.dilation} spans ${b(t.F,t.dilation)} cells.`:"",l=s5(e,t).unread.includes(!0)||s5(s,t).unread.includes(!0),c=e===s?(0,p.LS)(i,"window"):`${(0,p.LS)(i,"window")} across and ${a} down`;if(!n.length)return{fine:!0,text:`It fits: ${c}, ${l?"but there are cells that no window reads":"and every cell is read"}.${o}`};let h=[e,s].some(e=>s5(e,t).added),d=i?`${h?"Rounded up":"Cropped"}, the output is ${i}\xd7${a}\xd7${r}.`:"There is no output.";return{fine:!1,text:`${n.join(" ")} ${d}${o}`}}(e);this.showControls(e,s),this.square.checked=null===e.H,this.controls.knobs[1].node.classList.toggle("cs-follows",null===e.H),this.mode.show(e.mode),this.fit.show(e.fit),this.showLayers(e),this.reverse.node.hidden="reverse"!==e.mode,"reverse"===e.mode&&this.reverse.show(e),this.formula.replaceChildren(...sX(s)),this.showRows(e,s),this.fitText.className=`cs-fit${i?"":" cs-misfit"}`,a(this.fitText,r),this.showNear(e,i),this.showCounts(e,s),this.showDescription(e);let n=this.showTask({...t=sZ(e),fits:s2(t.W,e)&&s2(t.H,e),same:t.W2===t.W&&t.H2===t.H,...s1(e)});this.spoken&&this.announce(`${r}${n}`),this.spoken=!0}showControls(t,e){for(let[t,s]of(this.controls.show(e,this),Object.entries(this.parts)))s.hidden=!this.hasKnob(t);for(let t of[this.top,this.options])t.hidden=[...t.children].every(t=>t.hidden);this.volume.hidden=this.tiles.hidden=!1===t.costs}showLayers(t){let e=Object.keys(t.presets);this.listed!==t.presets&&this.layer.replaceChildren(...["",...e].map(t=>i("option",{value:t},t||"your own"))),this.listed=t.presets,this.layer.value=e.find(e=>Object.entries({H:null,P:0,S:1,dilation:1,...t.presets[e]}).every(([e,s])=>t[e]===s))??""}showRows(t,{W:e,H:s}){let[i,a]=this.pictures;a.node.hidden=e===s,i.show(e,t,"A row"),e!==s&&a.show(s,t,"A column")}showNear(t,e){let s=this.near.contains(document.activeElement),{W:a,H:r}=sZ(t),n=e?[]:s4(t).filter(({letter:t})=>this.hasKnob(t)).map(({letter:t,value:e,W2:s,H2:n,change:o})=>i("button",{type:"button",class:"cs-button",onclick:()=>this.press(t,o)},i("span",{},i("i",{},t),` = ${e}`),i("small",{},`→ ${a===r?s:`${s}\xd7${n}`}`))),o=e?"":function(t){let{W:e,H:s}=sZ(t);return(0,p.x8)([...new Set([e,s])].map(e=>(function(t,e,s,i=0,a=1){let r=b(e,a);return s%2!=0||(t-r)%2==0||$(t,e,s,i,a)?"":`No padding helps: it adds 2P, an even number, but ${t} - ${r} is odd and S = ${s} is even.`})(e,t.F,t.S,t.P,t.dilation)).find(Boolean)??"")}(t);this.near.replaceChildren(...n.length?[i("span",{class:"cs-near-title"},"Nearest that fit:"),...n]:[],...o?[i("p",{class:"cs-note"},o)]:[]),s&&this.controls.knobs.find(t=>t.letter===this.pressed).node.querySelector("input").focus()}showCounts(t,{W:e,H:s,D:a,K:r,F:n,W2:o,H2:l}){let c=s1(t),h=o>0,d=(0,p.zD)(v(n,a)),u=h?i("b",{class:"cs-ink-y"},`${o}\xd7${l}\xd7${r}`):i("b",{class:"cs-nothing"},"no output");this.volume.replaceChildren(i("b",{class:"cs-ink-x"},`${e}\xd7${s}\xd7${a}`)," → ",u);let f=(0,p.zD)(c.neurons),m=[["weights",c.weights,`${n}\xb7${n}\xb7${a}\xb7${r}`,"w",!0],["biases",c.biases,"one for each filter","w",!0],["parameters, if not shared",c.unshared,`${f}\xb7(${d} + 1)`,"w"],["neurons",c.neurons,`${o}\xb7${l}\xb7${r}`,"y"],["multiply-adds",c.macs,`${f}\xb7${d}`,"y"],["bytes of output",c.bytes,`${f}\xb74: 4 bytes a number`,"y"]];this.tiles.replaceChildren(...m.map(([t,e,s,a,r])=>{let n=h||r;return i("div",{class:`cs-tile cs-tile-${a}`},i("dt",{},t),i("dd",{},i("b",{},n?(0,p.zD)(e):"–"),i("small",{},n?s:"no output")))}))}});var ic=s(50),ih={};function id(t){let{W:e,H:s,D:i,K:a,F:r,S:n,P:o,dilation:l,W2:c,H2:h}=tq(t),d=tY(t),u=[`An input of ${e}\xd7${s}\xd7${i} and ${(0,p.LS)(a,"filter")} of ${r}\xd7${r}\xd7${i}, stride ${n}, padding ${o}${(0,p.mF)(l)}.`,...[...new Set([e,s])].map(t=>(0,p.x8)(M(t,r,n,o,l)))];if(!d)return[...u,"There is no output."].join(" ");let f=ip(d,tU(t,d.row,d.col,d.k)),m=[iu(t),`Output ${f}: each slice’s sum, then the bias.`];return[...u,`The output is ${c}\xd7${h}\xd7${a}.`,...m].filter(Boolean).join(" ")}function ip(t,e){let s=[...e.sums,e.bias].map(p.Em).join(" + ");return`y[${t.k}, ${t.row}, ${t.col}] = ${s} = ${(0,p.ai)(e.total)}`}function iu(t){let{W:e,H:s}=tq(t),i=tX(t);return i?`No window reads ${i} of the ${e*s} cells of a slice.`:""}ih.styleTagTransform=tD(),ih.setAttributes=tT(),ih.insert=tj().bind(null,"head"),ih.domAPI=tP(),ih.insertStyleElement=tO(),tL()(ic.A,ih),ic.A&&ic.A.locals&&ic.A.locals;class im{constructor({D:t,F:e}){this.products=Array.from({length:t},()=>Array.from({length:e},()=>Array.from({length:e},()=>i("span",{class:"cs-cell"})))),this.sums=this.products.map(()=>i("b",{class:"cs-sum"})),this.names=this.products.map(()=>i("div",{class:"cs-slice-name"})),this.blocks=this.products.map((t,e)=>this.block(t,e)),this.bias=i("b",{class:"cs-sum"}),this.total=i("b",{class:"cs-sum cs-total"}),this.totalName=i("span",{});let s=i("div",{class:"cs-bias cs-addition"},i("div",{},i("span",{},"bias"),this.bias),i("div",{class:"cs-result"},this.totalName,this.total)),a=i("span",{},i("span",{},"products"),i("span",{},"sum"));this.node=i("div",{class:"cs-part cs-part-sum"},i("div",{class:"cs-part-name"},i("b",{},"Window \xd7 filter"),a),i("div",{class:"cs-slices"},this.blocks,s)),iw(this.products,(t,...e)=>{t.pair=e})}block(t,e){let s=t.map(t=>i("div",{class:"cs-row"},t));return i("div",{class:"cs-slice cs-product",role:"img"},this.names[e],i("div",{class:"cs-equation"},i("div",{class:"cs-field"},s),this.sums[e]))}show(t,e,s){iw(this.products,(e,s,i,r)=>t?th(e,t.products[s][i][r]):a(e,"–")),this.blocks.forEach((e,i)=>{a(this.names[i],`x[${i}] \xd7 w[${s}, ${i}]`),a(this.sums[i],t?(0,p.ai)(t.sums[i]):"–"),e.setAttribute("aria-label",t?ig(t,i):`Slice ${i}: no window`)}),a(this.bias,t?`${t.bias<0?"−":"+"} ${(0,p.ai)(Math.abs(t.bias))}`:"–"),a(this.total,t?(0,p.ai)(t.total):"–"),this.total.classList.toggle("cs-total",!!t),a(this.totalName,e?`y[${e.k}, ${e.row}, ${e.col}] =`:"no output")}}let ig=({products:t,sums:e},s)=>`Slice ${s}: products ${t[s].flat().map(p.ai).join(", ")}; sum ${(0,p.ai)(e[s])}`;function iw(t,e){t.forEach((t,s)=>t.forEach((t,i)=>t.forEach((t,a)=>e(t,s,i,a))))}function ix(t,e,s){let i=()=>"x"===s?t.rovingX:t.rovingW,a=(e,a)=>{let[r,n,o]=e,l="x"===s?e:[...t.filterOf(r),n,o];t.on.hold(),tp(i().cell(e),{value:function({s:t,size:e},s,[i,a,r,n]){return"x"===s?t.x[i][a][r]:a<e.D?t.w[i][a][r][n]:t.b[i]}(t,s,l),name:"x"===s?`x[${e.join(", ")}]`:t.weightName(e),first:a,take:e=>t.on.number(s,l,e),refuse:t.on.refuse})},r=e=>{let[a,r]="x"===s?[null,e[0]]:t.filterOf(e[0]);null!==a&&t.on.move({k:a}),r<t.size.D&&t.show(r),i().point(e,!0)};e.addEventListener("click",t=>{let e=t.target.closest(".cs-cell");e?.at&&"INPUT"!==t.target.tagName&&(r(e.at),a(e.at))}),e.addEventListener("focusin",e=>e.target.at&&t.hint(e.target)),e.addEventListener("keydown",t=>{if("INPUT"===t.target.tagName)return;let e=i().key(t);if(e)r(e);else if("Enter"===t.key||"F2"===t.key)a(i().at);else{if(!/^[-\d]$/.test(t.key)||t.ctrlKey||t.metaKey)return;a(i().at,t.key)}t.preventDefault()})}let iv=[["all",640],["one",640],["stack",400],["wrap",310]],ib=(t,e,s)=>Math.max(t,Math.min(36,Math.floor(150/Math.max(s,1))),e),iy=(t,e)=>Math.max(Math.floor(1.2*t),e.product);function i$(t,e,{cols:s,K:i,F:a,W2:r},n){let o="all"===t||"one"===t?26:14,l=Math.max(s*e,76),c="all"===t?i*a*e+(i-1)*10:Math.max(a*e,76);if("wrap"===t)return l+c+o;let h=l+c+Math.max(a*iy(e,n)+52,128)+2*o;return"stack"===t?h:h+o+Math.max(r*ib(e,n.out,r),76)}function ik(t,e,s,{D:i,K:a,F:r,W2:n,H2:o},l){if("all"===t||"one"===t)return{out:ib(e,l.out,n),single:!1,product:iy(e,l)};let c=Math.floor((s-(a-1)*18)/Math.max(a*n,1)),h=c<l.out,d=Math.min(h?Math.floor(s/n):c,Math.floor(230/Math.max(o,1)),38),p=Math.floor((s-6-(i-1)*14)/(i*r)),u="wrap"===t?Math.max(Math.min(p,34),l.product):iy(e,l);return{out:Math.max(d,l.out),single:h,product:u}}class iM{constructor(t){Object.assign(this,{on:t,front:0}),this.node=i("div",{class:"cs-stage"}),this.node.addEventListener("pointerover",t=>this.hint(t.target.closest(".cs-cell"))),this.node.addEventListener("pointerleave",()=>this.hint(null))}build(t){let e=tq(t),{D:s,H:a,W:r,K:n,F:o,P:l,H2:c,W2:h}=e,d=tY(t),p=d?0:b(o,t.dilation),[u,f]=[Math.max(a+2*l,o,p),Math.max(r+2*l,p)];Object.assign(this,{size:{...e,rows:u,cols:f},marked:[],hot:[],k:null,maps:null}),this.x=Array.from({length:s},(t,e)=>tl(e,a,r,l)),this.w=Array.from({length:n*(s+1)},(t,e)=>e%(s+1)<s?tl(e,o,o):tl(e,1,1)),this.y=d?Array.from({length:n},(t,e)=>tl(e,c,h)):[],this.frames=this.x.map(()=>i("div",{class:"cs-window"})),this.sum=new im(e),this.node.replaceChildren(this.inputPart(),this.filterPart(),this.sum.node,this.outputPart()),this.node.style.setProperty("--rows",u),this.node.style.setProperty("--cols",f);let m=(t,e)=>new tc(t.map(t=>t.cells),e);this.rovingX=m(this.x,t=>`x[${t.join(", ")}] is ${this.text(this.x,t)}`),this.rovingW=m(this.w,t=>`${this.weightName(t)} is ${this.text(this.w,t)}`),this.rovingY=d&&m(this.y,t=>`y[${t.join(", ")}] is ${this.text(this.y,t)}`),this.show(Math.min(this.front,s-1))}text(t,[e,s,i]){return t[e].cells[s][i].textContent}weightName([t,e,s]){let[i,a]=this.filterOf(t);return a<this.size.D?`w[${[i,a,e,s].join(", ")}]`:`bias b[${i}]`}filterOf(t){let e=this.size.D+1;return[Math.floor(t/e),t%e]}slice(t,e,s){return i("div",{class:"cs-slice",role:"rowgroup","aria-label":t},i("div",{class:"cs-slice-name","aria-hidden":"true"},t),i("div",{class:"cs-field"},e.lines,s))}part(t,e,s,a,r){return i("div",{class:`cs-part cs-part-${t}`},i("div",{class:"cs-part-name"},i("b",{},e),i("span",{},s)),a,r)}tabs(t,e,s,a,r){let n=Array.from({length:a},(t,e)=>i("button",{type:"button","aria-label":`${s} ${e}`,onclick:()=>r(e)},String(e))),o=i("span",{class:`cs-choose cs-choose-${t}`,role:"group","aria-label":e},n);return{node:a>1?o:null,press:t=>n.forEach((e,s)=>e.setAttribute("aria-pressed",s===t))}}inputPart(){let{D:t,H:e,W:s}=this.size;this.inputSlices=this.x.map((t,e)=>this.slice(`x[${e}]`,t,this.frames[e])),this.depths=this.tabs("slice","Depth slice in view","Slice",t,t=>this.show(t));let a=i("div",{class:"cs-slices",role:"grid","aria-label":`Input x, ${s}\xd7${e}\xd7${t}. Enter edits a number.`},this.inputSlices);return ix(this,a,"x"),this.legend=i("div",{class:"cs-legend"}),this.part("x","Input x",[`${s}\xd7${e}\xd7${t}`,this.depths.node],a,this.legend)}filterPart(){let{D:t,K:e,F:s}=this.size;this.columns=Array.from({length:e},(e,s)=>{let a=this.w.slice(s*(t+1),(s+1)*(t+1)).map((e,i)=>this.slice(i<t?`w[${s}, ${i}]`:`b[${s}]`,e));return a.at(-1).classList.add("cs-bias"),i("div",{class:"cs-filter"},a)}),this.filters=this.tabs("filter","Filter in view","Filter",e,t=>this.on.move({k:t}));let a=i("div",{class:"cs-filters",role:"grid","aria-label":`Filters w and biases b, ${e} of ${s}\xd7${s}\xd7${t}. Enter edits a number.`},this.columns);ix(this,a,"w");let r=`${s}\xd7${s}\xd7${t}`,n=i("span",{class:"cs-many"},`${e} of ${r}`);return e>1?this.part("w","Filters w",[n,this.filters.node],a):this.part("w","Filter w",r,a)}outputPart(){var t;let e,s,{K:a,H2:r,W2:n}=this.size;if(!this.y.length)return this.part("y","Output y","none",i("p",{class:"cs-none"},"The window is larger than the padded input."));this.maps=this.y.map((t,e)=>this.slice(`y[${e}]`,t));let o=i("div",{class:"cs-slices",role:"grid","aria-label":`Output y, ${n}\xd7${r}\xd7${a}. Arrows move the window, space plays, Enter steps, Page Up and Page Down change the filter.`},this.maps);return t=this,e=t=>{let e=o.getRootNode().elementFromPoint(t.clientX,t.clientY)?.closest(".cs-cell");return e&&o.contains(e)?e.at:null},s=(e,s)=>{t.on.move({k:e[0],row:e[1],col:e[2]}),s&&t.rovingY.point(e,!0)},o.addEventListener("pointerdown",i=>{let a=e(i);a&&(i.preventDefault(),t.on.hold(),s(a,!0))}),o.addEventListener("pointermove",i=>{let a="mouse"===i.pointerType||i.pressure>0?e(i):null;a&&!(t.on.playing()&&!i.buttons)&&s(a,!1)}),o.addEventListener("keydown",e=>{let i=t.rovingY.key(e);if(i)t.on.hold(),s(i,!0);else if(" "===e.key)t.on.play();else{if("Enter"!==e.key)return;t.on.step(1)}e.preventDefault()}),this.part("y","Output y",`${n}\xd7${r}\xd7${a}`,o)}values(t){var e;let s,{P:a,H:r,W:n}=this.size;this.s=t;let o=t=>t.map(t=>t.cells),l=this.y.length?function(t){let{K:e,H2:s,W2:i}=tq(t);return Array.from({length:e},(e,a)=>Array.from({length:s},(e,s)=>Array.from({length:i},(e,i)=>tU(t,s,i,a).total)))}(t):[];for(let{field:i}of(td(o(this.x),t.x),td(o(this.w),t.w.flatMap((e,s)=>[...e,[[t.b[s]]]])),td(o(this.y),l),this.letters={cell:ti(t.x,t.w,t.b),out:ti(l),product:ti((e=t,s=t=>Math.max(...t.flat(3).map(Math.abs)),[e.x,e.w].flat(4).every(Number.isInteger)?[-s(e.x)*s(e.w)]:[-.55,-s(e.x)*s(e.w)]))},this.seen=tK(t),this.x))i.forEach((t,e)=>t.forEach((t,s)=>t.classList.toggle("cs-unread",!this.seen[e][s])));let c=this.seen.some((t,e)=>t.some((t,s)=>!t&&e>=a&&e<a+r&&s>=a&&s<a+n)),h=this.seen.some(t=>t.includes(0)),d=(t,e)=>i("span",{},i("i",{class:`cs-cell ${t}`,"aria-hidden":"true"}),e);this.legend.replaceChildren(d("cs-tap","window"),...a?[d("cs-zero","padding")]:[],...h?[d(c?"cs-unread":"cs-zero cs-unread","read by no window")]:[])}move(t){let{D:e,P:s,F:i}=this.size,a=tY(t),r=b(i,t.dilation);for(let e of(this.s=t,this.marked))e.classList.remove("cs-tap","cs-here"),e.pair=null;this.marked=[];let[n,o]=a?[a.row*t.stride,a.col*t.stride]:[0,0];for(let t of this.frames)t.style.setProperty("--top",n),t.style.setProperty("--left",o),t.style.setProperty("--span",r),t.classList.toggle("cs-too-large",!a);for(let{i,j:r,r:n,c:o}of(this.calc=a&&tU(t,a.row,a.col,a.k),a?this.calc.window:[]))for(let t=0;t<e;t++)this.mark(this.x[t].field[n+s][o+s],"cs-tap",[t,i,r]);let l=a?a.k:Math.min(t.k,this.size.K-1);if(l!==this.k&&this.activate(l),this.sum.show(this.calc,a,l),!a)return;let c=this.y[a.k].cells[a.row][a.col];this.mark(c,"cs-here",null);let h=this.y[0].lines[0].closest("[role=grid]").contains(document.activeElement);this.rovingY.point([a.k,a.row,a.col],h&&!this.on.playing()),this.scrolls&&this.reveal(this.inputSlices[this.front],o,r,this.cell),this.scrolls&&this.reveal(this.maps[l],a.col,1,this.out)}reveal(t,e,s,i){t.scrollLeft=(e+s/2)*i-t.clientWidth/2}activate(t){this.columns.forEach((e,s)=>e.classList.toggle("cs-active",s===t)),this.filters.press(t),this.maps?.forEach((e,s)=>e.classList.toggle("cs-active",s===t)),this.k=t,this.followFront()}show(t){for(let e of(this.front=t,this.depths.press(t),[this.inputSlices,...this.columns.map(t=>[...t.children].slice(0,-1))]))e.forEach((e,s)=>e.classList.toggle("cs-front",s===t));this.followFront()}followFront(){let{D:t}=this.size,[,e,s]=this.rovingX.at,[i,a,r]=this.rovingW.at,n=this.filterOf(i)[1]===t;this.rovingX.point([this.front,e,s]),this.rovingW.point([(this.k??0)*(t+1)+(n?t:this.front),a,r])}mark(t,e,s){t.classList.add(e),t.pair=s,this.marked.push(t)}hint(t){for(let t of this.hot)t.classList.remove("cs-hot","cs-reads");this.hot=[];let e=t?.closest(".cs-part-x")?"x":t?.closest(".cs-part-w")?"w":null,s=t?.pair;if("w"===e&&t.at){let[e,i]=this.filterOf(t.at[0]);e===this.k&&i<this.size.D&&(s=[i,t.at[1],t.at[2]])}s&&this.calc?this.link(s):"x"===e&&t.at?this.trace(t.at):this.on.note("")}link([t,e,s]){let i=this.calc.window.find(t=>t.i===e&&t.j===s),a=this.size.P;for(let r of(this.hot=[this.x[t].field[i.r+a][i.c+a],this.w[this.k*(this.size.D+1)+t].cells[e][s],this.sum.products[t][e][s]],this.hot))r.classList.add("cs-hot");let r=i.inside?"":": the window reads a zero of the padding here";this.on.note((0,p.qM)(i.inside?this.s.x[t][i.r][i.c]:0,this.s.w[this.k][t][e][s])+r)}trace([t,e,s]){let{H2:i,W2:a,P:r}=this.size,n=[];for(let t=0;t<i;t++)for(let i=0;i<a;i++)tR(this.s,t,i).some(t=>t.r===e&&t.c===s)&&n.push([t,i]);for(let t of(this.hot=n.flatMap(([t,e])=>this.y.map(s=>s.cells[t][e])),this.hot))t.classList.add("cs-reads");let o=this.seen[e+r][s+r];this.on.note(`x[${[t,e,s].join(", ")}] = ${(0,p.ai)(this.s.x[t][e][s])} is read by ${0===o?"no window":1===o?"one window":`${o} windows`}`)}get cramped(){return JSON.stringify(this.letters)!==this.fitted}fit(t){let e=this.letters,s=Object.fromEntries(Object.entries(e).map(([t,e])=>[t,ta(e)])),{mode:i,cell:a,out:r,single:n,flat:o,product:l}=function(t,e,s){for(let[i,a]of iv){let r=function(t,e,s,i,a){let{D:r,rows:n}=i,o=t=>n*t+26,l=1===r?"wrap"===t:r*o(a.cell)>e;for(let n=32;n>=a.cell;n--)if((l?1:r)*o(n)<=e&&i$(t,n,i,a)<=s||"wrap"===t&&n===a.cell)return{mode:t,cell:n,flat:l,...ik(t,n,s,i,a)};return"wrap"!==t&&i$(t,a.cell,i,a)<=s?{mode:t,cell:a.cell,flat:l,...ik(t,a.cell,s,i,a)}:null}(i,a,t,e,s);if(r)return r}}(t,this.size,s);for(let[s,c]of(this.fitted=JSON.stringify(e),this.scrolls=this.size.cols*a>t||this.size.W2*r>t,Object.assign(this,{cell:a,out:r}),this.node.className=`cs-stage cs-mode-${i}${n?" cs-single":""}${o?" cs-flat":""}${this.scrolls?" cs-scrolls":""}`,[["--c",a],["--o",r],["--p",l],["--text",tr(a,e.cell)],["--out-text",tr(r,e.out)],["--product-text",tr(l,e.product)]]))this.node.style.setProperty(s,`${c}px`)}}let iA=["x","w","b","stride","pad","dilation"],iz=["row","col","k"],iE=[["W","width",1,9,"x"],["H","height",1,9,"x"],["D","depth",1,3,"x"],["K","filters",1,3,"w"],["F","filter size",1,5,"w"],["S","stride",1,5,"s"],["P","padding",0,4,"s"],["dilation","dilation",1,3,"s"]],iL={S:"stride",P:"pad",dilation:"dilation"},iS=f(class extends x{constructor(t,e){super(t,e,[...iA,...iz,"knobs"],id),Object.assign(this,{kept:{},shown:{}}),this.picture=new iM({move:t=>this.change(t),number:(...t)=>this.setNumber(...t),play:()=>this.player.toggle(),step:t=>this.step(t),refuse:t=>this.refuse(t),note:t=>this.note(t),hold:()=>this.hold(),playing:()=>this.player.playing}),this.player=new w("Slide the filter",{step:t=>this.step(t),start:()=>this.start(),next:()=>this.root.isConnected&&this.next(),paused:()=>this.announce(this.sentence.textContent),reset:()=>this.reset()}),this.controls=d(iE,(t,e)=>this.resize(t,e)),this.build(),this.first=this.read(),this.update(),this.follow()}build(){Object.assign(this,{formula:i("div",{class:"cs-formula"}),fitText:i("p",{class:"cs-fit"}),sentence:i("p",{class:"cs-sentence"}),aside:i("p",{class:"cs-note"}),problem:i("p",{class:"cs-problem",hidden:!0})}),this.body=i("div",{class:"cs-body"},this.controls.node,i("div",{class:"cs-size"},i("div",{class:"cs-line"},this.formula,this.player.node),this.fitText),this.picture.node,i("div",{class:"cs-words"},this.sentence,this.aside)),this.open("sliding","Sliding filter",this.problem,this.body)}resize(t,e){if(this.player.pause(),t in iL)return this.change({[iL[t]]:e});let s=tq(this.read()),i=s.W===s.H&&!this.hasKnob("H");return"W"===t&&i&&(s.H=e),this.change(tQ({...s,[t]:e},this.kept))}setNumber(t,e,s){let{D:i}=tq(this.read()),a="x"===t?"x":e[1]<i?"w":"b",r=structuredClone(this.model.get(a)),n="b"===a?[e[0]]:e;n.slice(0,-1).reduce((t,e)=>t[e],r)[n.at(-1)]=s,this.change({[a]:r})}reset(){this.player.pause(),this.kept={},this.change(this.first)}step(t){this.player.pause();let e=this.read(),s=tY(e);s&&this.change(tB(e,s,t)??tB(e,{k:0,row:0,col:0},t>0?0:this.count(e)-1))}count(t){let{K:e,H2:s,W2:i}=tq(t);return e*s*i}start(){let t=this.read(),e=tY(t);return!!e&&(tB(t,e,1)||this.change({row:0,col:0,k:0}),!0)}next(){let t=this.read(),e=tY(t),s=e&&tB(t,e,1);return s&&this.change(s),!!s}update(){this.queued=!1;let t=this.read(),e=t_(t);if(this.problem.hidden=!e,this.body.hidden=!!e,e)return a(this.problem,e);for(let e of["x","w","b"])this.kept[e]=tZ(this.kept[e],t[e]);let s=this.shown,i=JSON.stringify(tq(t)),r=[...iA,"knobs"].some(e=>s[e]!==t[e]);i!==this.size&&this.picture.build(t),(r||i!==this.size)&&this.showValues(t),(i!==this.size||this.picture.cramped)&&this.picture.fit(this.width()),this.picture.move(t),this.size=i,this.shown=t,this.showWords(t,r&&void 0!==s.x)}showValues(t){this.picture.values(t),this.controls.show(tq(t),this),this.formula.replaceChildren(...sX(tq(t)));let{fine:e,text:s}=function(t){let{W:e,H:s,F:i,S:a,P:r,dilation:n,K:o,W2:l,H2:c}=tq(t),h=(e===s?[["",e]]:[["Across: ",e],["Down: ",s]]).map(([t,e])=>[t,(0,p.x8)(M(e,i,a,r,n))]).filter(([,t])=>!t.endsWith("fit."));if(!tY(t))return{fine:!1,text:`${h.map(t=>t.join("")).join(" ")} There is no output.`};let d=iu(t),u=d&&` ${d}`;if(h.length)return{fine:!1,text:h.map(t=>t.join("")).join(" ")+u};let f=n>1?` A filter of ${i} dilated by ${n} spans ${b(i,n)} cells.`:"";return{fine:!0,text:`It fits: the output is ${l}\xd7${c}\xd7${o}.${f}${u}`}}(t);this.fitText.className=`cs-fit${e?"":" cs-misfit"}`,a(this.fitText,s)}showWords(t,e){let s=tY(t),i=this.picture.calc;a(this.sentence,s?ip(s,i):"No output to work out."),this.warning=null,this.spare=s?function(t,e,s){let{D:i}=tq(t),a=s.window.filter(t=>!t.inside).length,r=a?` ${(0,p.LS)(a,"cell")} of the window ${1===a?"lies":"lie"} in the padding.`:"";return`Row ${e.row}, column ${e.col} of map ${e.k}: the sum${i>1?"s of the slices":" of the products"}, then the bias.${r}`}(t,s,i):"",a(this.aside,this.spare);let r=this.showTask(function(t){let{D:e,H:s,W:i,K:a,F:r,S:n,P:o,dilation:l,H2:c,W2:h}=tq(t),d=tY(t),p=$(i,r,n,o,l)&&$(s,r,n,o,l),u=d?{row:d.row,col:d.col,k:d.k,value:tU(t,d.row,d.col,d.k).total}:{};return{D:e,H:s,W:i,K:a,F:r,S:n,P:o,dilation:l,H2:c,W2:h,fits:p,same:c===s&&h===i,unread:tX(t),...u}}(t));this.showDescription(t),this.announce(`${e?`${this.fitText.textContent} `:""}${this.sentence.textContent}.${r}`)}note(t){a(this.aside,this.warning||t||this.spare||"")}hold(){this.player.pause(),this.warning=null,this.note()}});var iP=s(51),iC={};iC.styleTagTransform=tD(),iC.setAttributes=tT(),iC.insert=tj().bind(null,"head"),iC.domAPI=tP(),iC.insertStyleElement=tO(),tL()(iP.A,iC),iP.A&&iP.A.locals&&iP.A.locals;let ij=t=>Uint8Array.from(atob(t),t=>t.charCodeAt(0));function iW(t){let e=t>>10&31,s=1023&t;return(32768&t?-1:1)*(e?2**(e-15)*(1+s/1024):s/1024*6103515625e-14)}function iT({layers:t}){let e={};return["INPUT",...t.map(({kind:s})=>(e[s]=(e[s]??0)+1,t.filter(t=>t.kind===s).length>1?`${s} ${e[s]}`:s))]}function iN(t,e,s,i){let{K:a,F:r,S:n,P:o}=e,l=iI(a,iH(t.H,r,n,o),iH(t.W,r,n,o));for(let e=0,c=0;e<a;e++)for(let a=0;a<l.H;a++)for(let h=0;h<l.W;h++,c++){let d=i[e];for(let i=0;i<t.C;i++)for(let l=0;l<r;l++){let c=a*n-o+l;if(c<0||c>=t.H)continue;let p=(i*t.H+c)*t.W,u=((e*t.C+i)*r+l)*r;for(let e=0;e<r;e++){let i=h*n-o+e;i>=0&&i<t.W&&(d+=t.data[p+i]*s[u+e])}}l.data[c]=d}return l}function iO(t){return{...t,data:t.data.map(t=>Math.max(t,0))}}function iF(t,{F:e,S:s,P:i}){let a=iI(t.C,iH(t.H,e,s,i),iH(t.W,e,s,i));for(let r=0,n=0;r<t.C;r++)for(let o=0;o<a.H;o++)for(let l=0;l<a.W;l++,n++){let c=-1/0;for(let a=Math.max(o*s-i,0);a<Math.min(o*s-i+e,t.H);a++)for(let n=Math.max(l*s-i,0);n<Math.min(l*s-i+e,t.W);n++)c=Math.max(c,t.data[(r*t.H+a)*t.W+n]);a.data[n]=c}return a}function iD(t,{K:e},s,i){let a=iI(e,1,1),r=t.data.length;for(let n=0;n<e;n++){let e=i[n];for(let i=0;i<r;i++)e+=t.data[i]*s[n*r+i];a.data[n]=e}return a}let iI=(t,e,s)=>({C:t,H:e,W:s,data:new Float64Array(t*e*s)}),iH=(t,e,s,i)=>Math.floor((t-e+2*i)/s)+1,iq=(t,e)=>1===e?t[0].data.map(t=>(t-.5)*4):t[e-1].data;function i_(t,e){let s=(t,e)=>Math.min(Math.max(t,0),e-1),i=s(t.volume,e.length),{C:a,H:r,W:n}=e[i];return{volume:i,slice:s(t.slice,a),row:s(t.row,r),col:s(t.col,n)}}let iR=({H:t,W:e,data:s},{slice:i,row:a,col:r})=>s[(i*t+a)*e+r];function iU({layers:t},e){let[s,i,a]=[1,1,0];for(let{kind:r,F:n,S:o,P:l}of t.slice(0,e)){if("FC"===r)return{size:null,step:0,start:0};"RELU"!==r&&(s+=(n-1)*i,a-=l*i,i*=o)}return{size:s,step:i,start:a}}function iK({net:t},{volume:e,row:s,col:i}){let{size:a,step:r,start:n}=iU(t,e);if(null===a)return{top:0,bottom:t.H-1,left:0,right:t.W-1};let o=(t,e)=>{let s=n+t*r;return[Math.max(s,0),Math.min(s+a,e)-1]},[l,c]=o(s,t.H),[h,d]=o(i,t.W);return{top:l,bottom:c,left:h,right:d}}function iX({net:t},{volume:e,row:s,col:i}){let{F:a,S:r,P:n}=t.layers[e-1];return{top:s*r-n,left:i*r-n,F:a}}function iY(t,e){let{data:s}=e.at(-1);return t.labels.map((t,e)=>({label:t,k:e,score:s[e]})).sort((t,e)=>e.score-t.score||t.k-e.k)}let iB=t=>String(Math.floor(100*t+.5)/100+0).replace("-","−"),iJ=({W:t,H:e,C:s})=>`${t}\xd7${e}\xd7${s}`;function iV(t,e,s=i_(t,e)){let{volume:i,slice:a,row:r,col:n}=s,{name:o}=e[i];if(0===i){let t=iB(iR(e[0],s));return`INPUT, row ${r}, column ${n}: ${["red","green","blue"][a]} is ${t}, of 1 at most.`}let l=i===e.length-1?`The neuron for ${t.labels[a]}`:`Neuron ${a} of ${o}`,c=o.startsWith("FC")?l:`The neuron at row ${r}, column ${n} of slice ${a} of ${o}`,{top:h,bottom:d,left:u,right:f}=iK(t,s),m=h||u||d!==t.net.H-1||f!==t.net.W-1?`${f-u+1}\xd7${d-h+1} pixels of the picture`:"the whole picture";return`${c} sees ${m}. ${function(t,e,s){let{kind:i,F:a}=t.net.layers[s.volume-1],r=e[s.volume-1],n=iB(iR(e[s.volume],s));if("RELU"===i){let t=iR({...r,data:iq(e,s.volume)},s);return t>0?`It gets ${iB(t)} and keeps it.`:`It gets ${iB(t)} and gives 0.`}if("POOL"===i)return`It keeps the largest of ${a}\xd7${a} numbers: ${n}.`;let[o,l]="FC"===i?[r.W,r.H]:[a,a],c=(0,p.ai)(o*l*r.C);return`It adds up ${o}\xb7${l}\xb7${r.C} = ${c} products and a bias: ${n}.`}(t,e,s)}`}let iG=(t={})=>i("canvas",{"aria-hidden":"true",...t}),iQ=t=>i("div",{class:`cs-outline cs-outline-${t}`,hidden:!0});class iZ{constructor(t){this.actions=t,this.image=iG({class:"cs-image"}),this.field=iQ("field"),this.inputSize=i("span",{}),this.frame=i("div",{class:"cs-frame"},this.image,this.field),this.input=i("div",{class:"cs-input"},i("div",{class:"cs-name"},i("b",{},"INPUT"),this.inputSize)),this.input.append(this.frame),this.volumes=i("div",{class:"cs-volumes"}),this.scores=i("div",{class:"cs-scores"}),this.nodes=[this.input,this.volumes,this.scores]}build(t,e){a(this.inputSize,iJ(t[0])),this.parts=t.slice(1,-1).map((t,e)=>{let[s,a=""]=t.name.split(" "),r=iG(),n=iQ("slice"),o=iQ("read"),l=i("div",{class:"cs-tiles"},r,o,n),c=i("div",{class:"cs-name"},i("b",{},`${s} ${a}`),i("span",{},iJ(t))),h=i("div",{class:"cs-volume"},c,l);return this.listen(l,t=>this.neuronAt(e+1,l,t)),{node:h,box:l,slices:r,mine:n,read:o}}),this.volumes.replaceChildren(...this.parts.map(({node:t})=>t));let s=t.at(-1);this.bars=e.map((e,s)=>{let a={volume:t.length-1,slice:s,row:0,col:0},r=i("span",{class:"cs-bar"},i("i",{})),n=i("span",{class:"cs-score"}),o=i("button",{type:"button",tabindex:"-1",onclick:()=>this.actions.choose(a)},i("span",{class:"cs-label"},e),r,n);return o.addEventListener("pointerenter",({pointerType:t})=>"mouse"===t&&this.actions.point(a)),o.addEventListener("pointerleave",()=>this.actions.leave()),{node:o,bar:r.firstChild,value:n}});let r=i("div",{class:"cs-name"},i("b",{},s.name),i("span",{},iJ(s)));this.scores.replaceChildren(r,...this.bars.map(({node:t})=>t))}listen(t,e){t.addEventListener("pointermove",t=>{let s="mouse"===t.pointerType&&e(t);s&&this.actions.point(s)}),t.addEventListener("pointerleave",()=>this.actions.leave()),t.addEventListener("click",t=>{let s=e(t);s&&this.actions.choose(s)})}neuronAt(t,e,{clientX:s,clientY:i}){let{left:a,top:r}=e.getBoundingClientRect(),n=function(t,e,s,i){let{tile:a,gap:r,places:n}=t[e],[o,l]=[s,i].map(t=>Math.floor(t/(a+r))),c=(t,e)=>Math.min((t-e*(a+r))/a,.999),h=n.findIndex(t=>t[0]===o&&t[1]===l);return h<0?null:{slice:h,across:c(s,o),down:c(i,l)}}(this.plan,t,s-a,i-r);if(!n)return null;let{H:o,W:l}=this.shown[t];return{volume:t,slice:n.slice,row:Math.floor(n.down*o),col:Math.floor(n.across*l)}}show(t){this.shown=t,i1(this.image,t[0],(e,s)=>[0,1,2].map(i=>t[0].data[i*s+e])),this.parts.forEach(({slices:t},e)=>this.drawSlices(t,e+1));let{data:e}=t.at(-1),s=e.reduce((t,e)=>Math.max(t,Math.abs(e)),1e-9),i=e.indexOf(Math.max(...e));this.bars.forEach(({node:t,bar:r,value:n},o)=>{t.classList.toggle("cs-best",o===i),r.className=e[o]<0?"cs-below":"",r.style.width=`${Math.abs(e[o])/s*50}%`,a(n,iB(e[o]))})}drawSlices(t,e){let{tile:s,gap:i,places:a,width:r,height:n}=this.plan[e],o=globalThis.devicePixelRatio||1;t.width=Math.round(r*o),t.height=Math.round(n*o),t.style.width=`${r}px`,t.style.height=`${n}px`;let l=t.getContext("2d"),c=this.shown[e],h=iG();l.imageSmoothingEnabled=s*o<c.W,l.imageSmoothingQuality="high",a.forEach(([t,e],a)=>{i1(h,c,i0(c,a));let r=[t,e].map(t=>Math.round(t*(s+i)*o));l.drawImage(h,...r,Math.round(s*o),Math.round(s*o))})}mark(t,e){let s=t.net.layers[e.volume-1]?.kind;this.parts.forEach(({mine:t,read:i},a)=>{let r=a+1;t.hidden=r!==e.volume,t.hidden||this.frameSlice(t,r,e.slice),i.hidden=r!==e.volume-1,i.hidden||("CONV"===s||"FC"===s?Object.assign(i.style,{left:0,top:0,width:"100%",height:"100%"}):this.frameSlice(i,r,e.slice))}),this.bars.forEach(({node:t},s)=>t.classList.toggle("cs-chosen",e.volume===this.shown.length-1&&s===e.slice));let{top:i,bottom:a,left:r,right:n}=iK(t,e);this.field.hidden=!1;let o=(t,e)=>`${100*t/e}%`;Object.assign(this.field.style,{left:o(r,t.net.W),top:o(i,t.net.H),width:o(n-r+1,t.net.W),height:o(a-i+1,t.net.H)})}frameSlice(t,e,s){let{tile:i,gap:a,places:r}=this.plan[e],[n,o]=r[s],l={left:n,top:o};for(let e of["left","top"])t.style[e]=`${l[e]*(i+a)}px`;Object.assign(t.style,{width:`${i}px`,height:`${i}px`})}fit(t,e){let s,i,a,r,n,o,l,c;this.plan=(s=e.slice(1,-1),i=t<620,a=s.map(({C:t})=>Math.ceil(t/16)),r=i?Math.min(Math.floor((t-14)/2),200):Math.min(150,Math.floor(.18*t)),n=a.reduce((t,e)=>t+e,0),o=i?t:t-r-164-28-(s.length-1)*7,l=Math.max(14,Math.min(30,Math.floor(o/(i?Math.min(16,Math.max(...s.map(({C:t})=>t))):n))-2)),c=t=>t*(l+2)-2,Object.assign(e.map(({C:t},s)=>{if(0===s||s===e.length-1)return null;let[a,r]=[Math.min(t,16),Math.ceil(t/16)],[n,o]=i?[a,r]:[r,a];return{tile:l,gap:2,places:Array.from({length:t},(t,e)=>{let s=[Math.floor(e/16),e%16];return i?s.reverse():s}),width:c(n),height:c(o)}}),{narrow:i,image:r})),this.shown&&this.parts.forEach(({slices:t},e)=>this.drawSlices(t,e+1))}}function i0({data:t,H:e,W:s},i){let a=e*s,r=t=>t.reduce((t,e)=>Math.max(t,Math.abs(e)),1e-9),n=Math.max(r(t.subarray(i*a,(i+1)*a)),.3*r(t)),o=t.some(t=>t<0);return e=>{let s=t[i*a+e]/n;return[,,,].fill(o?s/2+.5:s)}}function i1(t,{H:e,W:s},i){t.width=s,t.height=e;let a=t.getContext("2d"),r=a.createImageData(s,e);for(let t=0;t<e*s;t++){let[a,n,o]=i(t,e*s);r.data.set([255*a,255*n,255*o,255],4*t)}a.putImageData(r,0,0)}let i2={ArrowLeft:[0,-1],ArrowRight:[0,1],ArrowUp:[-1,0],ArrowDown:[1,0]};class i4{constructor(t){this.actions=t,this.canvas=i("canvas",{"aria-hidden":"true"}),this.dot=i("div",{class:"cs-outline cs-outline-neuron"}),this.map=i("div",{class:"cs-map",tabindex:"0",role:"group"},this.canvas,this.dot),this.map.addEventListener("keydown",t=>this.key(t)),this.map.addEventListener("pointermove",t=>"mouse"===t.pointerType&&this.pointed(t,"point")),this.map.addEventListener("pointerleave",()=>t.leave()),this.map.addEventListener("click",t=>this.pointed(t,"choose")),this.title=i("div",{class:"cs-name"}),this.select=i("select",{"aria-label":"Volume",onchange:()=>t.volume(Number(this.select.value))}),this.choices=i("div",{class:"cs-choices"}),this.work=i("div",{class:"cs-work"}),this.sentence=i("p",{class:"cs-telling"}),this.node=i("div",{class:"cs-neuron"},i("div",{class:"cs-slice"},this.title,this.map),i("div",{class:"cs-inside"},this.choices,this.work,this.sentence))}build(t,e){this.select.replaceChildren(...iT(t.net).map((t,e)=>i("option",{value:e},t)));let s=Math.max(...e.map(({C:t})=>t))-1;this.knobs=d([["slice","slice",0,s,"y"]],(t,e)=>this.actions.slice(e)),this.choices.replaceChildren(i("label",{},"volume ",this.select),this.knobs.node)}key(t){let{s:e,volumes:s}=this,i=i_(e,s),{H:a,W:r}=s[i.volume],n={Home:{col:0},End:{col:r-1}},o={PageUp:-1,PageDown:1};if(!t.altKey&&!t.ctrlKey&&!t.metaKey){if(t.key in i2){let[e,s]=i2[t.key];i.row=Math.min(Math.max(i.row+e,0),a-1),i.col=Math.min(Math.max(i.col+s,0),r-1)}else if(t.key in n)Object.assign(i,n[t.key]);else{if(!(t.key in o))return;i.slice=Math.min(Math.max(i.slice+o[t.key],0),s[i.volume].C-1)}t.preventDefault(),this.actions.choose(i)}}pointed({clientX:t,clientY:e},s){let{left:i,top:a,width:r,height:n}=this.map.getBoundingClientRect(),{H:o,W:l}=this.volumes[this.at.volume],c=(t,e)=>Math.min(Math.max(Math.floor(t),0),e-1),h=c((e-a)/n*o,o),d=c((t-i)/r*l,l);this.actions[s]({...this.at,row:h,col:d})}show(t,e,s,i){Object.assign(this,{s:t,volumes:e,at:s});let r=e[s.volume],n=s.volume?t.net.layers[s.volume-1].kind:"INPUT";for(let{node:t}of(this.select.value=s.volume,this.knobs.knobs))t.hidden=1===r.C;this.knobs.show({slice:s.slice},{hasKnob:()=>!0});let o="FC"===n;for(let[e,i,n]of(a(this.title,o?`“${t.labels[s.slice]??s.slice}”, place by place`:`${r.name}, slice ${s.slice}`),o?this.showEvidence():i1(this.canvas,r,i0(r,s.slice)),this.dot.hidden=o,[["left",s.col,r.W],["top",s.row,r.H]]))this.dot.style[e]=`${100*i/n}%`;Object.assign(this.dot.style,{width:`${100/r.W}%`,height:`${100/r.H}%`}),this.map.setAttribute("aria-label",`${r.name}, slice ${s.slice}, row ${s.row}, column ${s.col}. Arrow keys: another neuron. Page Up, Page Down: another slice.`),this.work.replaceChildren(...this.parts(n)),a(this.sentence,i)}showEvidence(){let t=this.volumes[this.at.volume-1],e=function(t,e){let s=t[e.volume-1],{w:i}=t[e.volume],a=s.H*s.W,r=Array(a).fill(0);return s.data.forEach((t,n)=>{r[n%a]+=t*i[e.slice*s.data.length+n]}),r}(this.volumes,this.at);i1(this.canvas,t,i5(e))}parts(t){let{s:e,volumes:s,at:a}=this,r=iR(s[a.volume],a),n=t=>i("p",{class:"cs-adding"},t);if("INPUT"===t)return[];let o=s[a.volume-1];if("RELU"===t){let t=iq(s,a.volume)[(a.slice*o.H+a.row)*o.W+a.col];return[n(`max(0, ${iB(t)}) = ${iB(r)}`)]}if("POOL"===t){let{top:t,left:s,F:i}=iX(e,a),l=[];for(let e=Math.max(t,0);e<Math.min(t+i,o.H);e++)for(let t=Math.max(s,0);t<Math.min(s+i,o.W);t++)l.push(o.data[(a.slice*o.H+e)*o.W+t]);return[n(`max(${l.map(iB).join(", ")}) = ${iB(r)}`)]}let l=s[a.volume].b[a.slice],c=n(`${iB(r-l)} ${l<0?"−":"+"} ${iB(Math.abs(l))} (bias) = ${iB(r)}`);if("FC"===t)return[c,i("p",{class:"cs-key"},"Blue places add to the score, orange ones take away.")];let h=function(t,e,s){let i=e[s.volume-1],a=iq(e,s.volume),{w:r}=e[s.volume],{top:n,left:o,F:l}=iX(t,s);return Array.from({length:i.C},(t,e)=>{let c=[],h=[];for(let t=0;t<l;t++)for(let d=0;d<l;d++){let[p,u]=[n+t,o+d],f=p>=0&&p<i.H&&u>=0&&u<i.W;c.push(f?a[(e*i.H+p)*i.W+u]:0),h.push(r[((s.slice*i.C+e)*l+t)*l+d])}return{input:c,weights:h,sum:c.reduce((t,e,s)=>t+e*h[s],0)}})}(e,s,a),{F:d}=iX(e,a),p=1===a.volume&&3===h.length,u=t=>h.reduce((e,s)=>t(s).reduce((t,e)=>Math.max(t,Math.abs(e)),e),1e-9),[f,m]=[u(({input:t})=>t),u(({weights:t})=>t)],g=h.map(({input:t,weights:e})=>t.map((t,s)=>t*e[s])),w=(t,e)=>i3([h],d,1,(s,i)=>h.map(s=>t(s)[i]*e+.5)),x=p?w(t=>t.input,.25):i3(h,d,8,(t,e)=>[,,,].fill(t.input[e]/f)),v=p?w(t=>t.weights,.5/m):i3(h,d,8,(t,e)=>[,,,].fill(t.weights[e]/m*.5+.5)),b=i5(g.flat()),y=i3(g,d,8,(t,e,s)=>b(s*d*d+e)),$=`${d}\xd7${d}\xd7${h.length}`,k=(t,e)=>i("div",{},i("div",{class:"cs-name"},t),e);return[i("div",{class:"cs-terms"},k(`window ${$}`,x),k(`\xd7 filter ${$}`,v),k("= products, blue > 0",y)),c]}}function i3(t,e,s,a){let r=Math.min(t.length,s),n=Math.ceil(t.length/r),o=e+1,l=r*o-1,c=n*o-1,h=i("canvas",{"aria-hidden":"true"}),d=document.createElement("canvas");h.width=l,h.height=c;let p=h.getContext("2d");t.forEach((t,s)=>{i1(d,{H:e,W:e},e=>a(t,e,s)),p.drawImage(d,s%r*o,Math.floor(s/r)*o)});let u=1===t.length?14:Math.max(4,Math.min(8,Math.floor(128/l)));return h.style.width=`${l*u}px`,h.style.height=`${c*u}px`,h}function i5(t){let e=t.reduce((t,e)=>Math.max(t,Math.abs(e)),1e-9),s={above:[.12,.44,.85],below:[.88,.42,.1]};return i=>{let a=Math.abs(t[i])/e;return s[t[i]<0?"below":"above"].map(t=>.93+(t-.93)*a)}}async function i6(t,{H:e,W:s}){let a;try{a=await createImageBitmap(t)}catch{throw Error(`“${t.name}” is no picture that this browser can read. Try a JPEG or PNG file.`)}let r=Math.min(a.width,a.height*s/e),n=r*e/s,o=i("canvas",{width:8*s,height:8*e}),l=o.getContext("2d");l.fillStyle="white",l.fillRect(0,0,o.width,o.height),l.imageSmoothingQuality="high",l.drawImage(a,(a.width-r)/2,(a.height-n)/2,r,n,0,0,o.width,o.height),a.close();let{data:c}=l.getImageData(0,0,o.width,o.height),h="";for(let t=0;t<e;t++)for(let e=0;e<s;e++)for(let i=0;i<3;i++)h+=String.fromCharCode(function(t,e,s,i,a){let r=0;for(let n=8*e;n<(e+1)*8;n++)for(let e=8*s;e<(s+1)*8;e++)r+=t[(n*a+e)*4+i];return Math.round(r/64)}(c,t,e,i,8*s));return btoa(h)}let i7=["volume","slice","row","col"],i8=f(class extends m{constructor(t,e){var s,a;let r,n;super(t,e,["net","pixels","labels","compact",...i7],t=>{var e;let s,i;return s=(e=this.volumes).map(t=>`${t.name} ${iJ(t)}`).join(", "),i=iY(t,e).slice(0,3).map(({label:t,score:e})=>`${t} ${iB(e)}`).join(", "),`${s}. Highest scores: ${i}. ${iV(t,e)}`}),this.first=this.read();let o={point:t=>this.point(t),leave:()=>this.point(null),choose:t=>this.choose(t),volume:t=>this.choose({...this.place(),volume:t}),slice:t=>this.choose({...this.place(),slice:t})};this.picture=new iZ(o),this.neuron=new i4(o),this.problem=i("p",{class:"cs-problem",role:"alert",hidden:!0}),this.sentence=i("p",{class:"cs-telling"}),this.reset=i("button",{type:"button",class:"cs-button",onclick:()=>this.restore()},"Reset");let l=(s=this.el,a=t=>this.take(t),(r=i("input",{type:"file",accept:"image/*",hidden:!0})).addEventListener("change",()=>{r.files.length&&a(r.files[0]),r.value=""}),s.addEventListener("dragover",t=>{[...t.dataTransfer.items].some(({kind:t})=>"file"===t)&&(t.preventDefault(),s.classList.add("cs-drop"))}),s.addEventListener("dragleave",()=>s.classList.remove("cs-drop")),s.addEventListener("drop",t=>{s.classList.remove("cs-drop");let[e]=t.dataTransfer.files;e&&(t.preventDefault(),a(e))}),(n=i("button",{type:"button",class:"cs-button",onclick:()=>r.click()},"Your picture…")).title="It stays on your computer. You can also drop it here.",i("span",{},n,r));this.picture.input.append(i("div",{class:"cs-buttons"},l,this.reset)),this.flow=i("div",{class:"cs-flow"},this.picture.nodes,this.neuron.node),this.open("volumes","Volume explorer",this.flow,this.problem,this.sentence),this.update(),this.follow()}place(){return i_(this.read(),this.volumes)}point(t){this.pointed=t,this.frame??=requestAnimationFrame(()=>{this.frame=null,this.showNeuron(this.read())})}choose(t){this.pointed=null;let{volume:e,slice:s,row:i,col:a}=i_(t,this.volumes);this.change({volume:e,slice:s,row:i,col:a})}restore(){this.problem.hidden=!0,this.change(this.first)}async take(t){try{let e=await i6(t,this.read().net);this.problem.hidden=!0,this.change({pixels:e})}catch(t){this.problem.hidden=!1,a(this.problem,t.message)}}update(){let t,e,s,i,a,r,n;this.queued=!1;let o=this.read(),l=this.shown,c=l?.net===o.net&&l.labels===o.labels;c&&l.pixels===o.pixels||(this.volumes=(t=function({weights:t,dtype:e}){let{buffer:s}=ij(t);return"float16"===e?Float64Array.from(new Uint16Array(s),iW):new Float32Array(s)}(o.net),e=iT(o.net),i=[s=function(t){let{H:e,W:s}=t.net,i=new Float64Array(3*e*s);return ij(t.pixels).forEach((t,a)=>{i[a%3*e*s+Math.floor(a/3)]=t/255}),{name:"INPUT",C:3,H:e,W:s,data:i}}(o)],a={...s,data:s.data.map(t=>(t-.5)*4)},r=0,n=e=>(r+=e,t.subarray(r-e,r)),o.net.layers.forEach((t,s)=>{let r={};"CONV"===t.kind&&(r={w:n(t.K*a.C*t.F**2),b:n(t.K)}),"FC"===t.kind&&(r={w:n(t.K*a.data.length),b:n(t.K)}),a={...(0,({CONV:iN,RELU:iO,POOL:iF,FC:iD})[t.kind])(a,t,r.w,r.b),...r,name:e[s+1]},i.push(a)}),i)),c||(this.picture.build(this.volumes,o.labels),this.neuron.build(o,this.volumes),this.picture.shown=null,this.layOut(),this.size=iT(o.net).length),c&&l.pixels===o.pixels||this.picture.show(this.volumes),this.shown=o,this.root.classList.toggle("cs-compact",o.compact),this.neuron.node.hidden=o.compact,this.sentence.hidden=!o.compact,this.reset.hidden=["pixels",...i7].every(t=>o[t]===this.first[t]),this.showNeuron(o),this.showDescription(o);let h=this.showTask(function(t,e){let s=i_(t,e),{volume:i,...a}=s;return{volume:e[i].name,...a,value:iR(e[i],s),sees:iU(t.net,i).size,best:iY(t,e)[0].label}}(o,this.volumes));l&&this.announce(iV(o,this.volumes)+h)}showNeuron(t){let e=this.pointed??i_(t,this.volumes),s=iV(t,this.volumes,e);this.picture.mark(t,e),t.compact?a(this.sentence,s):this.neuron.show(t,this.volumes,e,s)}fit(){this.size&&(this.layOut(),this.showNeuron(this.shown))}layOut(){this.picture.fit(this.width(),this.volumes);let{narrow:t,image:e}=this.picture.plan;this.flow.classList.toggle("cs-narrow",t),this.flow.style.setProperty("--image",`${e}px`)}destroy(){cancelAnimationFrame(this.frame),super.destroy()}});var i9=s(52),at={};at.styleTagTransform=tD(),at.setAttributes=tT(),at.insert=tj().bind(null,"head"),at.domAPI=tP(),at.insertStyleElement=tO(),tL()(i9.A,at),i9.A&&i9.A.locals&&i9.A.locals;let ae=new Map([["backprop_convolution",tz],["im2col",el],["image_filter",eP],["pooling",so],["pooling_shift",sz],["predict",sI],["sizing_calculator",il],["sliding_filter",iS],["volume_explorer",i8]])},36(t,e,s){var i=s(30),a=s.n(i),r=s(31),n=s.n(r),o=s(37),l=s(38),c=s(39),h=s(40),d=s(41),p=s(42),u=s(43),f=n()(a());f.i(o.A),f.i(l.A),f.i(c.A),f.i(h.A),f.i(d.A),f.i(p.A),f.i(u.A),f.push([t.id,`.cs-widget.cs-backprop {
  padding: 4px 0;
  .cs-options {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 14px;
    align-items: end;
    margin-top: 10px;
  }
  .cs-choice label {
    flex: 1 1 auto;
    margin: 0;
    text-align: center;
  }
  .cs-choice span {
    padding: 3px 10px;
    font-size: 13.5px;
  }
  .cs-player {
    flex-wrap: wrap;
  }
  .cs-knobs {
    grid-template-columns: repeat(2, 88px);
    margin: 0;
  }
  .cs-fit {
    flex: 1 1 200px;
    min-height: 0;
    margin: 0;
    font-size: 13px;
    color: var(--soft);
  }
  /* ---- the filter is red, as its gradient; input and dx are blue, dy is green */
  .cs-part-w .cs-part-name {
    border-color: var(--w-line);
  }
  .cs-part-w .cs-cell {
    background: var(--w-cell);
    color: var(--w-ink);
  }
  .cs-part-w .cs-tap {
    background: var(--w-tap);
  }
  .cs-part-name > span {
    font-size: 12px;
    color: var(--soft);
  }
  .cs-part .cs-cell.cs-zero {
    background: none;
    color: var(--soft);
    font-weight: 400;
    border: 1px dashed var(--line);
  }
  :is(.cs-at-dx, .cs-at-dw) .cs-cell {
    background: none;
    color: var(--soft);
    border-color: var(--line);
  }
  .cs-at-dx .cs-got {
    background: var(--x-tap);
    color: var(--x-ink);
    font-weight: 700;
  }
  .cs-at-dw .cs-got {
    background: var(--w-tap);
    color: var(--w-ink);
    font-weight: 700;
  }
  .cs-at-dx .cs-cell.cs-here {
    background: var(--x-line);
    color: var(--paper);
  }
  .cs-at-dy .cs-added {
    box-shadow: inset 0 0 0 2px var(--y-line);
    font-weight: 700;
  }
  .cs-at-dy .cs-tap {
    font-weight: 700;
    box-shadow: inset 0 0 0 2px var(--y-line);
  }
  .cs-at-products .cs-cell {
    font-weight: 700;
  }
  .cs-told {
    outline: 2.5px solid var(--x-line);
    outline-offset: -3px;
  }
  .cs-at-dx .cs-unread {
    background: repeating-linear-gradient(
      135deg,
      transparent 0 3px,
      color-mix(in srgb, var(--hatch) 55%, transparent) 3px 4.2px
    );
  }
  .cs-at-dy .cs-window {
    border-color: var(--w-line);
  }
  .cs-chosen::after {
    content: "";
    position: absolute;
    left: 22%;
    right: 22%;
    bottom: 3px;
    height: 2px;
    background: currentColor;
  }
  /* ---- where the parts stand */
  .cs-stage {
    display: grid;
    margin-top: 8px;
    gap: 10px var(--gap);
    align-items: start;
    justify-content: start;
  }
  .cs-part {
    min-width: 0;
  }
  .cs-at-x {
    grid-area: x;
  }
  .cs-at-w,
  .cs-at-turned {
    grid-area: w;
  }
  .cs-at-dy {
    grid-area: dy;
  }
  .cs-at-dx {
    grid-area: dx;
  }
  .cs-at-dw,
  .cs-at-products {
    grid-area: dw;
  }
  .cs-words {
    grid-area: words;
  }
  .cs-scatter {
    grid-template: "x w dy" auto "dx dw dy" 1fr "words words words" auto / var(--wx) var(--ww) var(--wy);
  }
  .cs-scatter.cs-mode-beside {
    grid-template: "x w dy words" auto "dx dw dy words" 1fr / var(--wx) var(--ww) var(--wy) minmax(0, 1fr);
  }
  .cs-scatter.cs-mode-stack {
    grid-template: "x w" auto "x dy" 1fr "dx dw" auto "words words" auto / var(--wx) max(var(--ww), var(--wy));
  }
  .cs-gather {
    grid-template: "dx w dy" auto "dx dw dy" 1fr "words words words" auto / var(--wx) var(--ww) var(--wy);
  }
  .cs-gather.cs-mode-beside {
    grid-template: "dx w dy words" auto "dx dw dy words" 1fr / var(--wx) var(--ww) var(--wy) minmax(0, 1fr);
  }
  .cs-gather.cs-mode-stack {
    grid-template: "dy w" auto "dx dw" auto "words words" auto / var(--wy) var(--ww);
  }
  /* ---- words, and the chosen number */
  .cs-words {
    min-height: 6.5em;
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }
  .cs-more {
    margin-top: 4px;
    font-size: 14px;
  }
  .cs-stepper {
    display: flex;
    white-space: nowrap;
    align-items: center;
    gap: 6px;
    margin-top: 8px;
    font-size: 13px;
    color: var(--soft);
  }
  .cs-stepper .cs-knob-box {
    height: 28px;
    align-items: center;
    color: var(--ink);
  }
  .cs-stepper b {
    min-width: 24px;
    text-align: center;
  }
  .cs-stepper .cs-knob-button {
    width: 26px; /* Firefox does not count flex-basis when the box takes its content's width */
    height: 100%;
  }
  .cs-note {
    margin-top: 8px;
    min-height: 2.9em;
  }
  @container (max-width: 340px) {
    .cs-choice span {
      padding: 3px 6px;
      font-size: 12px;
    }
  }
  @media print {
    .cs-options,
    .cs-stepper,
    .cs-note {
      display: none;
    }
  }
}
`,""]),s.d(e,{},{A:f})},44(t,e,s){var i=s(30),a=s.n(i),r=s(31),n=s.n(r),o=s(37),l=s(38),c=s(42),h=s(45),d=s(41),p=n()(a());p.i(o.A),p.i(l.A),p.i(c.A),p.i(h.A),p.i(d.A),p.push([t.id,`.cs-widget.cs-im2col {
  padding: 4px 0;
  .cs-line {
    margin-top: 12px;
    align-items: flex-end;
  }
  .cs-knobs {
    margin-top: 0;
    grid-template-columns: repeat(3, 92px);
  }
  .cs-part .cs-cell {
    cursor: pointer;
    touch-action: manipulation;
  }
  .cs-part:is(.cs-wrow, .cs-bias) .cs-cell,
  .cs-input .cs-cell.cs-zero {
    cursor: default;
  }
  /* ---- what it costs: two bars to one scale */
  .cs-cost {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 24px;
    align-items: center;
    margin: 14px 0 10px;
  }
  .cs-bars {
    flex: 1 1 280px;
    font-size: 12px;
    line-height: 17px;
    color: var(--soft);
  }
  .cs-bars > div {
    display: flex;
    gap: 8px;
    align-items: center;
  }
  .cs-bars > div > span:first-child {
    flex: 0 0 36px;
  }
  .cs-bars > div > span:last-child {
    flex: 1;
    color: var(--ink);
  }
  .cs-bars > div > span:last-child::before {
    content: "";
    display: inline-block;
    width: calc(82% * var(--share));
    height: 13px;
    margin-right: 6px;
    vertical-align: -2px;
    background: var(--x-tap);
    border: 1px solid var(--x-line);
    border-radius: 2px;
    transition: width 0.16s ease-out;
  }
  .cs-bars > div > span.cs-bar-x:last-child::before {
    background: var(--x-cell);
  }
  .cs-memory {
    flex: 1 1 300px;
    min-height: 2.9em;
    text-wrap: pretty;
    align-content: center;
  }
  /* ---- the picture: W_row to the left of Y, X_col above it */
  .cs-matrices {
    display: grid;
    grid-template-columns: max-content max-content;
    gap: 14px 28px;
  }
  .cs-left,
  .cs-right {
    display: flex;
    flex-direction: column;
    justify-content: space-between;
    gap: 14px;
    min-width: 0;
  }
  .cs-weights {
    display: flex;
    gap: 14px;
    align-items: flex-end;
  }
  .cs-part {
    min-width: 0;
  }
  .cs-bias {
    margin: 0;
  }
  .cs-part-name {
    width: max-content;
    min-width: 100%;
  }
  .cs-volume-slices {
    display: flex;
    gap: 6px 14px;
  }
  .cs-part .cs-slice.cs-slice {
    height: auto;
    margin: 0;
  }
  .cs-down .cs-input .cs-volume-slices {
    flex-direction: column;
  }
  .cs-labelled {
    display: flex;
  }
  .cs-xcol .cs-part-name {
    margin-left: 32px;
    min-width: calc(100% - 32px);
  }
  .cs-ymatrix,
  .cs-mode-beside .cs-output {
    padding-left: 32px;
  }
  .cs-heads {
    display: flex;
    padding-left: 32px;
    font-size: 12px;
    line-height: 18px;
    color: var(--soft);
    text-align: center;
  }
  .cs-heads span {
    flex: none;
    width: var(--c);
  }
  .cs-heads .cs-tap {
    color: var(--x-ink);
    font-weight: 700;
  }
  .cs-blocks {
    display: flex;
    flex: 0 0 32px;
    flex-direction: column;
    gap: 4px;
    font-size: 12px;
    line-height: var(--c);
    color: var(--soft);
  }
  .cs-blocks span {
    height: calc(var(--c) * var(--taps));
  }
  .cs-row.cs-next {
    margin-top: 4px;
  }
  .cs-cell.cs-next {
    margin-left: 4px;
  }
  .cs-column {
    top: 0;
    width: var(--c);
    height: 100%;
    transform: translateX(calc(var(--c) * var(--window)));
  }
  .cs-part-w .cs-cell {
    background: var(--w-tap);
  }
  .cs-ymatrix {
    --h: var(--c);
    --size: var(--text);
  }
  .cs-ymatrix .cs-cell.cs-cell {
    width: var(--c);
  }
  .cs-input .cs-field {
    --c: var(--input);
    --h: var(--input);
    --size: var(--input-text);
  }
  .cs-part .cs-copy {
    background: var(--x-line);
    color: var(--paper);
    font-weight: 700;
  }
  .cs-legend i.cs-copy {
    background: var(--x-line);
  }
  .cs-legend {
    flex-direction: column;
  }
  .cs-words {
    margin-top: 14px;
    min-height: 6.2em;
  }
  :is(.cs-sentence, .cs-shapes) {
    text-wrap: pretty;
  }
  .cs-shapes {
    font-size: 13px;
    color: var(--soft);
  }
  /* ---- where the page is narrow: input and output side by side, the matrices below them; a wide X_col scrolls, and Y
     with it */
  .cs-matrices.cs-mode-below {
    grid-template-columns: max-content minmax(0, 1fr);
    grid-template-areas: "input output" "columns columns" "weights weights" "key key";
    gap: 12px 14px;
  }
  .cs-mode-below.cs-apart {
    grid-template-columns: minmax(0, 1fr);
    grid-template-areas: "input" "output" "columns" "weights" "key";
  }
  .cs-mode-below .cs-left {
    display: contents;
  }
  .cs-mode-below .cs-input {
    grid-area: input;
  }
  .cs-mode-below .cs-output {
    grid-area: output;
    justify-self: start;
  }
  .cs-mode-below .cs-right {
    grid-area: columns;
    align-items: flex-start;
    overflow-x: auto;
    padding: 0 4px 4px 0;
  }
  .cs-mode-below .cs-weights {
    grid-area: weights;
    max-width: 100%;
    overflow-x: auto;
    padding-bottom: 4px;
  }
  .cs-mode-below .cs-key {
    grid-area: key;
  }
  .cs-mode-below .cs-input .cs-part-name {
    width: auto;
    min-width: 96px;
  }
  .cs-mode-below .cs-output .cs-part-name {
    width: auto;
    min-width: 96px;
    white-space: normal;
  }
  .cs-mode-below.cs-maps-down .cs-output .cs-volume-slices {
    flex-direction: column;
  }
  @container (max-width: 620px) {
    .cs-body {
      display: flex;
      flex-direction: column;
    }
    .cs-line {
      display: contents;
    }
    .cs-knobs {
      grid-template-columns: repeat(3, minmax(0, 1fr));
      width: 100%;
      margin-top: 8px;
    }
    .cs-cost {
      margin: 12px 0 0;
    }
    .cs-player {
      order: 1;
      margin: 8px 0 12px;
    }
    .cs-matrices {
      order: 2;
    }
    .cs-words {
      order: 3;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .cs-bars > div > span:last-child::before {
      transition: none;
    }
  }
}
`,""]),s.d(e,{},{A:p})},46(t,e,s){var i=s(30),a=s.n(i),r=s(31),n=s.n(r),o=s(37),l=n()(a());l.i(o.A),l.push([t.id,`.cs-widget.cs-imagefilter {
  padding: 4px 0;
  .cs-tasks {
    margin: 8px 0 0;
    padding: 0;
    list-style: none;
  }
  .cs-tasks .cs-task {
    margin: 2px 0 0;
    padding: 4px 12px;
  }
  /* ---- the picture and its map, in the same places */
  .cs-pictures {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 300px));
    gap: 2px 20px;
    margin-top: 12px;
  }
  .cs-name {
    display: flex;
    gap: 8px;
    font-size: 13px;
    line-height: 20px;
    white-space: nowrap;
  }
  .cs-name span {
    color: var(--soft);
  }
  .cs-stage {
    position: relative;
    aspect-ratio: var(--wide) / var(--high);
    overflow: hidden;
    cursor: crosshair;
    touch-action: pan-y;
    background: repeating-linear-gradient(45deg, var(--line) 0 1px, var(--paper) 1px 4px);
  }
  canvas {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    image-rendering: pixelated;
  }
  /* No window stands over the edge: the map lacks a ring of one pixel. */
  .cs-stage:not([tabindex]) canvas {
    inset: calc(100% / var(--high)) calc(100% / var(--wide));
    width: calc(100% - 200% / var(--wide));
    height: calc(100% - 200% / var(--high));
  }
  .cs-frame {
    position: absolute;
    left: calc(100% * (var(--col) - 1) / var(--wide));
    top: calc(100% * (var(--row) - 1) / var(--high));
    width: calc(300% / var(--wide));
    height: calc(300% / var(--high));
    box-shadow:
      0 0 0 2px #d1402f,
      0 0 0 4px #fff;
    pointer-events: none;
  }
  .cs-stage:not([tabindex]) .cs-frame {
    left: calc(100% * var(--col) / var(--wide));
    top: calc(100% * var(--row) / var(--high));
    width: calc(100% / var(--wide));
    height: calc(100% / var(--high));
  }
  .cs-legend {
    grid-column: 2;
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    font-size: 12.5px;
    color: var(--soft);
  }
  .cs-legend span {
    display: inline-flex;
    gap: 5px;
    align-items: center;
  }
  .cs-legend i,
  .cs-swatch {
    width: 13px;
    height: 13px;
    border: 1px solid var(--hatch);
    background: #000;
  }
  .cs-legend span:nth-child(2) i {
    background: #fff;
  }
  .cs-legend span:nth-child(3) i {
    background: rgb(91 156 255);
  }
  /* ---- nine pixels times nine weights */
  .cs-below {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 10px 24px;
    margin-top: 12px;
    align-items: start;
  }
  .cs-calc {
    --one: 40px;
    display: grid;
    grid-template-columns: max-content max-content max-content max-content max-content;
    gap: 4px 8px;
    align-items: center;
  }
  .cs-table > div {
    display: grid;
    grid-template-columns: repeat(3, var(--wide-one, var(--one)));
    grid-auto-rows: 34px;
    border: 1px solid var(--hatch);
  }
  .cs-products {
    --wide-one: 46px;
  }
  .cs-one {
    display: grid;
    place-items: center;
    min-width: 0;
    font-size: 14px;
    letter-spacing: -0.02em;
  }
  input.cs-one {
    width: 100%;
    height: 100%;
    padding: 0;
    border: 1px solid var(--w-line);
    border-radius: 0;
    background: var(--w-cell);
    color: var(--w-ink);
    text-align: center;
  }
  input.cs-one:focus-visible {
    position: relative;
    z-index: 1;
  }
  .cs-sign {
    padding-top: 20px;
    font-size: 18px;
  }
  .cs-sum {
    grid-column: 5;
    display: flex;
    gap: 6px;
    align-items: center;
    justify-content: end;
    font-size: 14px;
  }
  .cs-swatch {
    width: 22px;
    height: 22px;
  }
  .cs-words {
    padding-top: 18px;
    font-size: 14px;
    text-wrap: pretty;
  }
  .cs-sentence {
    font-weight: 600;
  }
  .cs-words p + p {
    margin-top: 4px;
  }
  .cs-hint {
    color: var(--soft);
  }
  .cs-below .cs-button {
    margin-top: 8px;
  }
  @container (max-width: 660px) {
    .cs-below {
      grid-template-columns: minmax(0, 1fr);
    }
    .cs-words {
      padding-top: 0;
      min-height: 8.5em;
    }
    .cs-pictures {
      gap: 2px 10px;
    }
    .cs-legend {
      grid-column: 1 / -1;
    }
  }
  @container (max-width: 420px) {
    .cs-calc {
      --one: 31px;
      gap: 4px;
    }
    .cs-weights {
      --wide-one: 36px;
    }
    .cs-products {
      --wide-one: 38px;
    }
    .cs-one {
      font-size: 12.5px;
    }
    .cs-sign {
      font-size: 14px;
    }
  }
  @media print {
    .cs-hint,
    .cs-button {
      display: none;
    }
  }
}
`,""]),s.d(e,{},{A:l})},47(t,e,s){var i=s(30),a=s.n(i),r=s(31),n=s.n(r),o=s(37),l=s(38),c=s(39),h=s(40),d=s(42),p=n()(a());p.i(o.A),p.i(l.A),p.i(c.A),p.i(h.A),p.i(d.A),p.push([t.id,`.cs-widget.cs-pooling {
  padding: 4px 0;
  /* ---- what is chosen: the kind, the windows, the way */
  .cs-options {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
    align-items: center;
    margin-top: 12px;
  }
  .cs-choice label {
    flex: 1 1 auto;
    margin: 0;
    text-align: center;
  }
  .cs-choice span {
    padding: 3px 10px;
    font-size: 13.5px;
  }
  .cs-reset {
    height: 30px;
    margin-left: auto;
  }
  .cs-fit {
    min-height: 0;
    margin-top: 8px;
    font-size: 13px;
    color: var(--soft);
  }
  .cs-fit.cs-misfit {
    color: var(--misfit);
  }
  /* ---- two lanes in the same columns: forward to the right, backward to the left */
  .cs-stage {
    margin-top: 10px;
  }
  .cs-lane {
    display: grid;
    grid-template-columns: var(--wx) var(--wm) var(--wy) minmax(0, 1fr);
    gap: 10px 34px;
    align-items: start;
  }
  /* Amber is the gradient's colour in this chapter. */
  .cs-backward {
    --y-cell: #fdf3e2;
    --y-tap: #955500;
    --y-ink: #5e3600;
    --y-line: #955500;
    --y-over: #fff;
  }
  html[data-theme="dark"] & .cs-backward,
  body[data-jp-theme-light="false"] & .cs-backward,
  body.vscode-dark & .cs-backward {
    --y-cell: #33260f;
    --y-tap: #f2b45a;
    --y-ink: #fbe3bd;
    --y-line: #f2b45a;
    --y-over: #2a1a02;
  }
  .cs-lane + .cs-lane {
    margin-top: 14px;
    padding-top: 12px;
    border-top: 1px solid var(--line);
  }
  .cs-part {
    position: relative;
    min-width: 0;
  }
  .cs-part-name {
    margin-bottom: 3px;
  }
  .cs-part-name > span {
    font-size: 12px;
    color: var(--soft);
  }
  .cs-part + .cs-part::before {
    position: absolute;
    left: -34px;
    width: 34px;
    top: calc(47px + var(--c));
    text-align: center;
    font-size: 20px;
    line-height: 20px;
    color: var(--soft);
  }
  .cs-forward .cs-part + .cs-part::before {
    content: "→";
    content: "→" / "";
  }
  .cs-backward .cs-part + .cs-part::before {
    content: "←";
    content: "←" / "";
  }
  /* ---- tables */
  .cs-field {
    width: max-content;
  }
  .cs-indices {
    height: 16px;
    padding-left: 16px;
  }
  .cs-index {
    flex: none;
    width: 16px;
    display: grid;
    place-items: center;
    font-size: 12px;
    color: var(--soft);
    user-select: none;
  }
  .cs-indices .cs-index {
    width: var(--c);
  }
  .cs-cell {
    cursor: pointer;
  }
  .cs-part-mid {
    --c: var(--m);
  }
  .cs-part-mid .cs-cell {
    display: grid;
    place-items: center;
    cursor: default;
    border: 0;
    border-right: 1px solid var(--line);
    border-bottom: 1px solid var(--line);
  }
  .cs-forward .cs-won {
    font-weight: 700;
    box-shadow: inset 0 0 0 2.5px var(--y-line);
  }
  .cs-routed .cs-got {
    font-weight: 700;
  }
  .cs-backward .cs-part-x .cs-cell:not(.cs-got, .cs-tap) {
    color: var(--soft);
  }
  .cs-cell.cs-share {
    background: color-mix(in srgb, var(--y-tap) var(--part), var(--paper));
    color: var(--ink);
  }
  .cs-forward .cs-chosen::after {
    content: "";
    position: absolute;
    left: 22%;
    right: 22%;
    bottom: 4px;
    height: 2px;
    background: currentColor;
  }
  .cs-window {
    inset: 16px auto auto 16px;
    border-width: 2.5px;
  }
  .cs-edit {
    inset: -2px;
    width: calc(100% + 4px);
    height: calc(100% + 4px);
  }
  /* ---- the chosen number, and the window by itself */
  .cs-stepper {
    display: flex;
    white-space: nowrap;
    align-items: center;
    gap: 6px;
    margin: 8px 0 0 8px;
    font-size: 13px;
    color: var(--soft);
  }
  .cs-stepper .cs-knob-box {
    height: 28px;
    align-items: center;
    color: var(--ink);
  }
  .cs-stepper b {
    min-width: 18px;
    text-align: center;
  }
  .cs-stepper .cs-knob-button {
    width: 26px; /* Firefox does not count flex-basis when the box takes its content's width */
    height: 100%;
  }
  .cs-taps {
    width: max-content;
    margin-top: 16px;
    border: solid var(--line);
    border-width: 1px 0 0 1px;
  }
  .cs-numbered .cs-cell {
    padding: 6px 0 0 6px;
    line-height: 1;
  }
  .cs-part-mid small {
    position: absolute;
    left: 2px;
    top: 1px;
    font-size: 12px;
    line-height: 1;
    font-weight: 400;
    display: none;
  }
  .cs-numbered small {
    display: block;
  }
  .cs-foot {
    margin-top: 6px;
    font-size: 13px;
    color: var(--soft);
  }
  .cs-foot div {
    display: flex;
    justify-content: space-between;
    gap: 8px;
    line-height: 20px;
    white-space: nowrap;
  }
  .cs-foot b {
    color: var(--ink);
  }
  /* ---- words */
  .cs-words {
    padding-top: 40px;
    text-wrap: pretty;
  }
  .cs-sentence {
    overflow-wrap: anywhere;
  }
  .cs-more {
    margin-top: 4px;
    font-size: 14px;
  }
  .cs-legend {
    gap: 2px 14px;
    margin-top: 6px;
    font-size: 12.5px;
  }
  .cs-legend span {
    gap: 6px;
  }
  .cs-legend i.cs-cell {
    border-color: var(--line);
  }
  .cs-note {
    margin-top: 12px;
    min-height: 2.9em;
  }
  .cs-mode-beside .cs-lane {
    min-height: 196px;
  }
  .cs-mode-below .cs-lane,
  .cs-mode-stack .cs-lane {
    justify-content: start;
  }
  .cs-mode-below .cs-lane {
    grid-template-columns: var(--wx) var(--wm) var(--wy);
  }
  .cs-mode-stack .cs-lane {
    grid-template-columns: var(--wx) var(--wy);
  }
  :is(.cs-mode-below, .cs-mode-stack, .cs-mode-column) .cs-words {
    grid-column: 1 / -1;
    padding-top: 0;
    min-height: 5.4em;
  }
  .cs-mode-stack .cs-part-y {
    grid-area: 1 / 2;
  }
  .cs-mode-stack .cs-part-mid {
    grid-area: 2 / 1 / 3 / 3;
  }
  .cs-mode-column .cs-lane {
    grid-template-columns: minmax(0, 1fr);
  }
  .cs-mode-column .cs-part-mid {
    order: 1;
  }
  .cs-mode-column .cs-words {
    order: 2;
  }
  :is(.cs-mode-stack .cs-part-mid, .cs-mode-column .cs-part)::before {
    display: none;
  }
  :is(.cs-mode-stack, .cs-mode-column) .cs-between {
    display: flex;
    gap: 18px;
    align-items: center;
  }
  :is(.cs-mode-stack, .cs-mode-column) .cs-taps {
    margin-top: 2px;
  }
  :is(.cs-mode-stack, .cs-mode-column) .cs-foot {
    min-width: 96px;
  }
  @container (max-width: 620px) {
    .cs-choice {
      flex: 1 1 auto;
    }
  }
  @container (max-width: 340px) {
    .cs-choice span {
      padding: 3px 4px;
      font-size: 12px;
    }
  }
  @media print {
    .cs-options,
    .cs-stepper,
    .cs-note {
      display: none;
    }
  }
}
`,""]),s.d(e,{},{A:p})},48(t,e,s){var i=s(30),a=s.n(i),r=s(31),n=s.n(r),o=s(37),l=s(40),c=n()(a());c.i(o.A),c.i(l.A),c.push([t.id,`.cs-widget.cs-shift {
  padding: 4px 0;
  .cs-options {
    display: flex;
    flex-wrap: wrap;
    gap: 10px 22px;
    align-items: center;
    margin-top: 12px;
  }
  .cs-shift-move {
    display: flex;
    flex: 1 1 340px;
    min-width: 0;
    gap: 10px;
    align-items: center;
    white-space: nowrap;
  }
  .cs-shift-move label {
    margin: 0;
    line-height: 28px;
  }
  .cs-shift-slider {
    flex: 1 1 110px;
    width: 0;
    min-width: 60px;
    height: 28px;
    margin: 0;
    padding: 0;
    accent-color: var(--x-line);
    cursor: pointer;
  }
  .cs-shift-moved {
    min-width: 4.2em;
  }
  .cs-choice label {
    flex: 1 1 auto;
    margin: 0;
    text-align: center;
  }
  .cs-choice span {
    padding: 3px 10px;
    font-size: 13.5px;
  }
  .cs-shift-sample {
    display: inline-block;
    width: 24px;
    height: 10px;
    margin-right: 6px;
    vertical-align: baseline;
  }
  .cs-shift-sample .cs-curve {
    stroke: currentColor;
  }
  /* ---- pictures: the photograph, and three in the page's ink */
  .cs-shift-pictures {
    display: grid;
    grid-template-columns: repeat(4, minmax(0, 1fr));
    gap: 10px;
    margin-top: 14px;
  }
  .cs-shift-panel {
    min-width: 0;
  }
  .cs-shift-title {
    margin-bottom: 3px;
    font-size: 13px;
    font-weight: 600;
    white-space: nowrap;
  }
  canvas {
    display: block;
    width: 100%;
    border: 1px solid var(--line);
    image-rendering: pixelated;
  }
  html[data-theme="dark"] & .cs-shift-ink,
  body[data-jp-theme-light="false"] & .cs-shift-ink,
  body.vscode-dark & .cs-shift-ink {
    filter: invert(1);
  }
  /* ---- curves */
  .cs-shift-below {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 22px;
    align-items: center;
    margin-top: 16px;
  }
  .cs-shift-chart {
    flex: none;
    display: block;
    height: 230px;
    margin: 0;
    cursor: ew-resize;
    touch-action: pan-y;
    overflow: visible;
  }
  .cs-shift-text {
    fill: var(--ink);
    font-size: 13px;
  }
  .cs-shift-value {
    fill: var(--y-ink);
    font-size: 15px;
    font-weight: 700;
    paint-order: stroke;
    stroke: var(--paper);
    stroke-width: 4px;
  }
  .cs-shift-grid,
  .cs-shift-cursor {
    fill: none;
    stroke: var(--line);
  }
  .cs-shift-cursor {
    stroke: var(--soft);
  }
  .cs-curve {
    fill: none;
    stroke: var(--soft);
    stroke-width: 1.8;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .cs-curve-none {
    stroke-dasharray: 0.5 4.5;
    stroke-width: 2.4;
  }
  .cs-curve-average {
    stroke-dasharray: 7 5;
  }
  .cs-curve-max3 {
    stroke-width: 3.6;
  }
  .cs-shift-chart .cs-on.cs-curve {
    stroke: var(--y-line);
    stroke-width: 3.6;
  }
  .cs-shift-dot {
    fill: var(--soft);
  }
  .cs-shift-dot.cs-on {
    fill: var(--y-line);
  }
  .cs-sentence {
    flex: 1 1 200px;
    min-height: 4.4em;
    font-weight: 600;
    text-wrap: pretty;
  }
  @container (max-width: 620px) {
    .cs-choice {
      flex: 1 1 auto;
    }
    .cs-choice span {
      padding: 3px 2px;
      font-size: 12px;
    }
    .cs-shift-sample {
      display: block;
      margin: 2px auto 0;
    }
    .cs-shift-pictures {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @media print {
    .cs-options {
      display: none;
    }
  }
}
`,""]),s.d(e,{},{A:c})},49(t,e,s){var i=s(30),a=s.n(i),r=s(31),n=s.n(r),o=s(37),l=n()(a());l.i(o.A),l.push([t.id,`.cs-widget.cs-predict {
  padding: 12px 16px 14px;
  border: 1px solid var(--line);
  border-left: 4px solid var(--guess);
  border-radius: 6px;
  background: var(--guess-wash);
  --guess: #8a5a00;
  --guess-wash: #fdf8ec;
  html[data-theme="dark"] &,
  body[data-jp-theme-light="false"] &,
  body.vscode-dark & {
    --guess: #e0b25c;
    --guess-wash: #26221a;
  }
  .cs-caption:empty,
  .cs-task:empty {
    display: none;
  }
  .cs-guess-title {
    color: var(--guess);
    font-size: 13px;
    font-weight: 600;
  }
  .cs-guess-ask {
    margin-top: 2px;
    font-size: 17px;
    font-weight: 600;
    line-height: 1.35;
    text-wrap: pretty;
  }
  .cs-guess-place {
    margin-top: 10px;
  }
  .cs-guess-field {
    display: inline-flex;
    align-items: center;
    gap: 8px;
  }
  .cs-guess-number {
    width: 9em;
    height: 36px;
    padding: 0 10px;
    border: 1px solid var(--soft);
    border-radius: 6px;
    background: var(--paper);
    font-size: 16px;
  }
  .cs-guess-number:read-only {
    border-style: dashed;
  }
  .cs-guess-choices {
    display: grid;
    gap: 2px;
    justify-items: start;
  }
  .cs-guess-choices label {
    display: flex;
    gap: 9px;
    align-items: baseline;
    min-height: 30px;
    margin: 0;
    padding: 4px 8px 4px 2px;
    cursor: pointer;
  }
  .cs-guess-choices input {
    flex: none;
    width: 17px;
    height: 17px;
    margin: 0;
    position: relative;
    top: 3px;
    accent-color: var(--guess);
  }
  .cs-guess-cells {
    display: inline-block;
  }
  .cs-guess-cells [role="row"] {
    display: flex;
  }
  .cs-guess-cells button {
    width: 44px;
    height: 44px;
    margin: 0 2px 2px 0;
    padding: 0;
    border: 1px solid var(--x-line);
    border-radius: 4px;
    background: var(--x-cell);
    color: var(--x-ink);
    font-size: 16px;
    cursor: pointer;
  }
  .cs-guess-cells button[aria-selected="true"] {
    outline: 3px solid var(--guess);
    outline-offset: -3px;
    font-weight: 700;
  }
  .cs-guess-cells button:focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: 1px;
  }
  .cs-guess-curve {
    display: block;
    width: 100%;
    max-width: 440px;
    height: 240px;
    margin: 0;
    touch-action: none;
    cursor: crosshair;
  }
  .cs-guess-curve.cs-shut {
    cursor: default;
  }
  .cs-guess-text {
    fill: var(--ink);
    font-size: 14px;
  }
  .cs-guess-grid {
    stroke: var(--line);
  }
  .cs-guess-line {
    fill: none;
    stroke: var(--guess);
    stroke-width: 3;
  }
  .cs-untouched .cs-guess-line {
    stroke-dasharray: 5 5;
    opacity: 0.6;
  }
  .cs-guess-point {
    fill: var(--guess);
    stroke: var(--paper);
    stroke-width: 2;
  }
  .cs-guess-point:focus-visible {
    outline: none;
    stroke: var(--focus);
    stroke-width: 4;
  }
  .cs-guess-said {
    margin-top: 10px;
    font-weight: 600;
    text-wrap: pretty;
  }
  .cs-problem {
    margin-top: 8px;
    color: var(--misfit);
  }
  &.cs-guess-right .cs-guess-said {
    color: var(--good);
  }
  &.cs-guess-wrong .cs-guess-said {
    color: var(--misfit);
    font-weight: 400;
  }
  .cs-note {
    font-size: 13px;
    color: var(--soft);
  }
  .cs-guess-buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-top: 12px;
  }
  .cs-guess-take {
    border-color: var(--guess);
    font-weight: 600;
  }
  .cs-button.cs-guess-plain {
    border-color: transparent;
    background: none;
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  @media print {
    .cs-guess-buttons {
      display: none;
    }
  }
}
`,""]),s.d(e,{},{A:l})},42(t,e,s){var i=s(30),a=s.n(i),r=s(31),n=(s.n(r))()(a());n.push([t.id,`.cs-widget {
  /* Volumes drawn as tables of cells: what the sliding filter, im2col and pooling share. */
  :where(.cs-part) {
    --h: var(--c);
    --size: var(--text);
  }
  .cs-part-name {
    display: flex;
    flex-direction: column;
    margin-bottom: 2px;
    padding-bottom: 3px;
    border-bottom: 2px solid var(--line);
    font-size: 13px;
    line-height: 1.35;
    white-space: nowrap;
  }
  .cs-part-x .cs-part-name {
    border-color: var(--x-line);
  }
  .cs-part-y .cs-part-name {
    border-color: var(--y-line);
  }
  .cs-field {
    position: relative;
  }
  /* A part says how high its rows are (--h) and how large its numbers (--size). A cell is a plain block: as grids,
     hundreds of them would make each step of a widget slow. */
  .cs-row {
    display: flex;
    height: var(--h);
  }
  .cs-cell {
    flex: none;
    position: relative;
    width: var(--c);
    height: 100%;
    line-height: calc(var(--h) - 2px);
    font-size: var(--size);
    letter-spacing: -0.02em;
    text-align: center;
    white-space: nowrap;
    user-select: none;
    border: 1px solid var(--paper);
  }
  .cs-cell:focus-visible {
    z-index: 3;
  }
  .cs-part-x .cs-cell {
    background: var(--x-cell);
    color: var(--x-ink);
  }
  .cs-part-y .cs-cell {
    background: var(--y-cell);
    color: var(--y-ink);
  }
  .cs-part-x .cs-tap {
    background: var(--x-tap);
  }
  .cs-cell.cs-here {
    background: var(--y-tap);
    color: var(--y-over);
    font-weight: 700;
  }
  .cs-cell.cs-unread {
    background: repeating-linear-gradient(
      135deg,
      transparent 0 3px,
      color-mix(in srgb, var(--hatch) 55%, transparent) 3px 4.2px
    );
    color: var(--ink);
  }
  .cs-reads {
    outline: 2px dashed var(--x-line);
    outline-offset: -3px;
  }
  .cs-window {
    position: absolute;
    z-index: 1;
    inset: 0 auto auto 0;
    pointer-events: none;
    border: 2px solid var(--x-line);
    border-radius: 3px;
    width: calc(var(--c) * var(--span));
    height: calc(var(--c) * var(--span));
    transform: translate(calc(var(--c) * var(--left)), calc(var(--c) * var(--top)));
    transition: transform 0.16s ease-out;
  }
  .cs-edit {
    position: absolute;
    z-index: 4;
    margin: 0;
    padding: 0;
    text-align: center;
    font: inherit;
    font-size: max(1em, 13px);
    line-height: normal;
    color: var(--ink);
    background: var(--paper);
    border: 2px solid var(--focus);
    border-radius: 4px;
    outline: none;
  }
  .cs-legend {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 12px;
    font-size: 12px;
    color: var(--soft);
  }
  .cs-legend span {
    display: inline-flex;
    align-items: center;
    gap: 5px;
  }
  .cs-legend i.cs-cell {
    width: 14px;
    height: 14px;
    line-height: 1;
    border-radius: 2px;
  }
  .cs-button.cs-reset {
    border-color: transparent;
    background: none;
  }
  .cs-sentence {
    font-weight: 600;
  }
  .cs-note {
    font-size: 13px;
    color: var(--soft);
    text-wrap: pretty;
  }
  .cs-problem {
    color: var(--misfit);
  }
  @media (prefers-reduced-motion: reduce) {
    .cs-window {
      transition: none;
    }
  }
}
`,""]),s.d(e,{},{A:n})},40(t,e,s){var i=s(30),a=s.n(i),r=s(31),n=(s.n(r))()(a());n.push([t.id,`/* One of a few, as one strip of radio buttons. */
.cs-widget {
  .cs-choice {
    display: inline-flex;
    border: 1px solid var(--line);
    border-radius: 7px;
    overflow: hidden;
  }
  .cs-choice label {
    position: relative;
    cursor: pointer;
  }
  .cs-choice label + label {
    border-left: 1px solid var(--line);
  }
  .cs-choice input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .cs-choice span {
    display: block;
    line-height: 22px;
    white-space: nowrap;
  }
  .cs-choice label:hover span {
    background: var(--wash);
  }
  .cs-choice input:checked + span {
    background: var(--ink);
    color: var(--paper);
  }
  .cs-choice:has(:focus-visible) {
    outline: 3px solid var(--focus);
    outline-offset: 1px;
  }
}
`,""]),s.d(e,{},{A:n})},39(t,e,s){var i=s(30),a=s.n(i),r=s(31),n=(s.n(r))()(a());n.push([t.id,`/* The size formula, a letter under each number, and whether the windows fit. */
.cs-widget {
  .cs-size {
    margin: 14px 0 8px;
  }
  .cs-formula {
    display: flex;
    flex-direction: column;
    gap: 2px;
  }
  .cs-formula-line {
    display: inline-flex;
    align-items: flex-start;
    gap: 3px;
    font-size: 17px;
    line-height: 1.25;
    white-space: nowrap;
  }
  .cs-formula-name {
    margin-right: 8px;
    font-size: 15px;
    color: var(--soft);
    line-height: 1.45;
  }
  .cs-term {
    display: inline-flex;
    flex-direction: column;
    align-items: center;
    min-width: 13px;
  }
  .cs-term small {
    font:
      italic 12px / 1 Georgia,
      "Times New Roman",
      serif;
  }
  .cs-ink-x {
    color: var(--x-line);
  }
  .cs-ink-w {
    color: var(--w-line);
  }
  .cs-formula-value {
    padding: 0 7px;
    border-radius: 5px;
    border: 1.5px solid var(--y-line);
    color: var(--y-ink);
    background: var(--y-cell);
  }
  .cs-misfit .cs-formula-value {
    border: 1.5px dashed var(--misfit);
    color: var(--misfit);
    background: none;
  }
  .cs-mark {
    color: var(--misfit);
    font-weight: 700;
    margin-left: 2px;
  }
  .cs-fit {
    margin-top: 4px;
    min-height: 2.9em;
  }
  .cs-fit.cs-misfit {
    color: var(--misfit);
  }
  .cs-fit.cs-misfit::before {
    content: "Does not fit. ";
    font-weight: 600;
  }
  @container (max-width: 620px) {
    .cs-formula-line:only-child .cs-formula-name {
      display: none;
    }
    .cs-fit {
      font-size: 14px;
      min-height: 4.4em;
    }
  }
}
`,""]),s.d(e,{},{A:n})},38(t,e,s){var i=s(30),a=s.n(i),r=s(31),n=(s.n(r))()(a());n.push([t.id,`/* Settings: small spin buttons in one strip. */
.cs-widget {
  .cs-knobs {
    display: grid;
    grid-template-columns: repeat(8, minmax(0, 1fr));
    gap: 6px 8px;
    margin-top: 12px;
  }
  .cs-knob label {
    display: block;
    cursor: ew-resize;
    touch-action: pan-y;
    user-select: none;
    font-size: 12px;
    line-height: 24px;
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
    color: var(--soft);
  }
  .cs-knob label i {
    font:
      italic 600 14px / 1 Georgia,
      "Times New Roman",
      serif;
  }
  .cs-knob-x i {
    color: var(--x-line);
  }
  .cs-knob-w i {
    color: var(--w-line);
  }
  .cs-knob-s i {
    color: var(--ink);
  }
  .cs-knob-box {
    display: flex;
    height: 30px;
    border: 1px solid var(--line);
    border-radius: 7px;
    background: var(--paper);
    overflow: hidden;
  }
  .cs-knob-box:focus-within {
    outline: 3px solid var(--focus);
    outline-offset: 1px;
  }
  .cs-knob-field {
    flex: 1;
    min-width: 0;
    width: 100%;
    padding: 0;
    margin: 0;
    border: 0;
    background: none;
    text-align: center;
    font-weight: 600;
    appearance: textfield;
    -moz-appearance: textfield;
    outline: none;
    box-shadow: none;
    border-radius: 0;
    height: auto;
  }
  .cs-knob-field::-webkit-inner-spin-button {
    display: none;
  }
  .cs-knob-button {
    flex: 0 0 26px;
    padding: 0;
    border: 0;
    background: none;
    cursor: pointer;
  }
  .cs-knob-button:hover:enabled {
    background: var(--wash);
  }
  .cs-knob-button:disabled {
    color: var(--hatch);
    cursor: default;
  }
  @container (max-width: 620px) {
    .cs-knobs {
      grid-template-columns: repeat(4, minmax(0, 1fr));
      gap: 0 8px;
      margin-top: 8px;
    }
  }
  @media print {
    .cs-knobs {
      display: none;
    }
  }
}
`,""]),s.d(e,{},{A:n})},41(t,e,s){var i=s(30),a=s.n(i),r=s(31),n=(s.n(r))()(a());n.push([t.id,`/* Back, Play, Step and Reset. */
.cs-widget {
  .cs-line {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 20px;
    align-items: center;
  }
  .cs-player {
    display: flex;
    gap: 6px;
    margin-left: auto;
  }
  .cs-button.cs-play {
    min-width: 86px;
    justify-content: center;
    border-color: var(--y-line);
  }
  @container (max-width: 620px) {
    .cs-player {
      margin-left: 0;
    }
  }
  @media print {
    .cs-player {
      display: none;
    }
  }
}
`,""]),s.d(e,{},{A:n})},45(t,e,s){var i=s(30),a=s.n(i),r=s(31),n=(s.n(r))()(a());n.push([t.id,`/* A volume slice by slice, as the sliding filter and im2col show it. */
.cs-widget:where(.cs-sliding, .cs-im2col) {
  .cs-part {
    flex: none;
    min-width: 76px;
  }
  .cs-part-name > span:not(.cs-choose) {
    display: flex;
    justify-content: space-between;
    font-size: 12px;
    color: var(--soft);
  }
  .cs-part-w .cs-part-name {
    border-color: var(--w-line);
  }
  .cs-slice {
    display: flex;
    flex-direction: column;
    justify-content: center;
    align-items: flex-start;
  }
  .cs-part:not(.cs-part-y) .cs-slice {
    height: calc(var(--rows) * var(--c) + 20px);
    margin-bottom: 6px;
  }
  .cs-part-x {
    min-width: max(76px, calc(var(--c) * var(--cols)));
  }
  .cs-part-x .cs-slice {
    justify-content: flex-start;
  }
  .cs-part-y .cs-slice + .cs-slice {
    margin-top: 12px;
  }
  .cs-slice-name {
    font-size: 12px;
    line-height: 20px;
    color: var(--soft);
    white-space: nowrap;
  }
  .cs-part-y {
    --h: var(--o);
    --size: var(--out-text);
  }
  .cs-cell {
    cursor: default;
  }
  .cs-part-x .cs-cell {
    cursor: text;
  }
  .cs-part-w .cs-cell {
    background: var(--w-cell);
    color: var(--w-ink);
    cursor: text;
  }
  .cs-part-y .cs-cell {
    width: var(--o);
    cursor: pointer;
    touch-action: none;
  }
  .cs-cell.cs-zero {
    border: 1px dashed var(--line);
    cursor: default;
  }
  .cs-cell.cs-zero:not(.cs-unread) {
    background: none;
    color: var(--soft);
  }
  .cs-part-x .cs-zero.cs-tap {
    background: color-mix(in srgb, var(--x-tap) 45%, transparent);
    color: var(--ink);
  }
  .cs-unread:not(.cs-zero) {
    text-decoration: line-through;
  }
  .cs-hot {
    outline: 2px solid var(--ink);
    outline-offset: -2px;
    z-index: 2;
    font-weight: 700;
  }
  .cs-legend {
    width: 0;
    min-width: 100%;
    line-height: 1.4;
    margin-top: 2px;
  }
  .cs-legend i.cs-tap {
    border: 2px solid var(--x-line);
  }
  .cs-words {
    min-height: 44px;
    margin-top: 10px;
  }
}
`,""]),s.d(e,{},{A:n})},43(t,e,s){var i=s(30),a=s.n(i),r=s(31),n=(s.n(r))()(a());n.push([t.id,`/* A table of numbers, its rows and columns numbered unless it is plain, and a frame round some of its cells. */
.cs-widget .cs-numbers {
  width: max-content;
  .cs-indices {
    height: 16px;
    padding-left: 16px;
  }
  &.cs-plain .cs-indices {
    padding-left: 0;
  }
  .cs-index {
    flex: none;
    width: 16px;
    display: grid;
    place-items: center;
    font-size: 12px;
    color: var(--soft);
    user-select: none;
  }
  .cs-indices .cs-index {
    width: var(--c);
  }
  [role="gridcell"] {
    cursor: pointer;
  }
  .cs-window {
    inset: 16px auto auto 16px;
    width: calc(var(--c) * var(--cols));
    height: calc(var(--c) * var(--rows));
    border-width: 2.5px;
  }
  &.cs-plain .cs-window {
    left: 0;
  }
}
`,""]),s.d(e,{},{A:n})},37(t,e,s){var i=s(30),a=s.n(i),r=s(31),n=(s.n(r))()(a());n.push([t.id,`/* Colours and letters that the widgets share. Ink and paper are the page's; input, weights and output have their own.

   Several kinds of widgets may stand on one page, each with its sheet, in any order. So what is shared hangs under
   .cs-widget, and what is one widget's own under .cs-widget.cs-NAME, which is heavier by a class and wins. What one
   shared sheet changes in another's elements names both classes, as in .cs-button.cs-play. */
.cs-widget {
  --ink: var(--pst-color-text-base, var(--jp-ui-font-color1, #212529));
  --soft: var(--pst-color-text-muted, var(--jp-ui-font-color1, #48566b));
  --paper: var(--pst-color-background, var(--jp-layout-color1, #fff));
  --line: #c3cad3;
  --hatch: #7d8794;
  --focus: #111;
  --wash: #f3f5f8;
  --misfit: #8a3c00;
  --misfit-wash: #fff3e2;
  --good: #12603a;
  --x-cell: #e4eefb;
  --x-tap: #a9cdf6;
  --x-ink: #0d3b70;
  --x-line: #1d63b8;
  --w-cell: #fce7e4;
  --w-tap: #f6bcb3;
  --w-ink: #7c1d12;
  --w-line: #c0392b;
  --y-cell: #e1f2e4;
  --y-tap: #1f7a3d;
  --y-ink: #14512a;
  --y-line: #1f7a3d;
  --y-over: #fff;
  color: var(--ink);
  color-scheme: light;
  container-type: inline-size;
  width: 100%;
  min-width: 0;
  font-family: var(--pst-font-family-base, var(--jp-ui-font-family, system-ui, sans-serif));
  font-size: 15px;
  line-height: 1.45;
  font-variant-numeric: tabular-nums lining-nums;
  html[data-theme="dark"] &,
  body[data-jp-theme-light="false"] &,
  body.vscode-dark & {
    --ink: var(--pst-color-text-base, var(--jp-ui-font-color1, #e6e9ee));
    --soft: var(--pst-color-text-muted, var(--jp-ui-font-color1, #b4bdc9));
    --paper: var(--pst-color-background, var(--jp-layout-color1, #14181e));
    --line: #4a5563;
    --hatch: #8a95a3;
    --focus: #fff;
    --wash: #20262e;
    --misfit: #ffc078;
    --misfit-wash: #35260f;
    --good: #8fdcab;
    --x-cell: #172a42;
    --x-tap: #2c5c96;
    --x-ink: #d3e6fc;
    --x-line: #7db5f5;
    --w-cell: #3b1d1a;
    --w-tap: #7d3027;
    --w-ink: #fbd9d3;
    --w-line: #f08d80;
    --y-cell: #16301f;
    --y-tap: #7fd69b;
    --y-ink: #cdf0d8;
    --y-line: #7fd69b;
    --y-over: #0b2414;
    color-scheme: dark;
  }
  &,
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  p {
    margin: 0;
  }
  /* JupyterLab floats the parts of lists in outputs; doubled, to be heavier than its rule. */
  &.cs-widget :is(dl, dt, dd) {
    float: none;
    width: auto;
    margin: 0;
    padding: 0;
    font-weight: inherit;
  }
  button,
  input {
    font: inherit;
    color: inherit;
  }
  :focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: 1px;
  }
  .cs-live {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .cs-caption {
    color: var(--soft);
    text-wrap: pretty;
  }
  .cs-task {
    margin-top: 8px;
    padding: 6px 12px;
    border-left: 3px solid var(--line);
    background: var(--wash);
    text-wrap: pretty;
  }
  .cs-task b {
    margin-right: 4px;
  }
  .cs-task.cs-met {
    border-left-color: var(--good);
  }
  .cs-task.cs-met b {
    color: var(--good);
  }
  .cs-button {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    height: 32px;
    padding: 0 11px;
    border: 1px solid var(--line);
    border-radius: 7px;
    background: var(--paper);
    cursor: pointer;
  }
  .cs-button svg {
    width: 14px;
    height: 14px;
    fill: currentColor;
  }
  .cs-button:hover {
    background: var(--wash);
  }
  @media print {
    .cs-task {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .cs-cell {
      border: 1px solid;
    }
  }
}
`,""]),s.d(e,{},{A:n})},50(t,e,s){var i=s(30),a=s.n(i),r=s(31),n=s.n(r),o=s(37),l=s(38),c=s(39),h=s(40),d=n()(a());d.i(o.A),d.i(l.A),d.i(c.A),d.i(h.A),d.push([t.id,`.cs-widget.cs-sizing {
  padding: 4px 0;
  .cs-knob-button {
    flex-basis: 24px;
  }
  .cs-knob-field {
    letter-spacing: -0.02em;
  }
  .cs-formula-line {
    flex-wrap: wrap;
  }
  .cs-fit {
    min-height: 0;
    margin-top: 8px;
  }
  .cs-size {
    margin: 14px 0 6px;
  }
  i {
    font:
      italic 600 1.02em / 1 Georgia,
      "Times New Roman",
      serif;
  }
  .cs-ink-y {
    color: var(--y-line);
  }
  /* ---- what is asked: a layer, a question, what to do with a misfit */
  .cs-top,
  .cs-options {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 20px;
    align-items: center;
    justify-content: space-between;
    margin-top: 12px;
  }
  .cs-options {
    margin-top: 10px;
    font-size: 13px;
    color: var(--soft);
  }
  .cs-options label,
  .cs-option {
    display: inline-flex;
    align-items: center;
    gap: 7px;
    min-height: 24px;
  }
  input[type="checkbox"],
  input[type="radio"] {
    accent-color: var(--x-line);
    margin: 0;
  }
  .cs-options input[type="checkbox"] {
    width: 24px;
    height: 24px;
  }
  .cs-layer {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    font-size: 13px;
    color: var(--soft);
    min-width: 0;
  }
  .cs-select {
    height: 32px;
    min-width: 0;
    max-width: 100%;
    padding: 0 6px;
    border: 1px solid var(--line);
    border-radius: 7px;
    background: var(--paper);
    color: var(--ink);
    font: inherit;
    font-size: 15px;
  }
  .cs-choice label {
    gap: 0;
  }
  .cs-choice span {
    padding: 4px 11px;
    font-size: 14px;
    color: var(--ink);
  }
  .cs-options .cs-choice span {
    font-size: 13px;
    padding: 1px 10px;
  }
  /* ---- the row, to scale */
  .cs-rowpic {
    margin-top: 4px;
  }
  .cs-rowpic + .cs-rowpic {
    margin-top: 14px;
  }
  .cs-nothing {
    color: var(--misfit);
  }
  .cs-art {
    display: block;
    overflow: hidden;
    border-radius: 4px;
    touch-action: pan-y;
  }
  .cs-art svg {
    display: block;
  }
  .cs-art text {
    font-size: 12px;
    fill: var(--soft);
  }
  .cs-art .cs-measure {
    font-style: italic;
    font-size: 13px;
    fill: var(--x-line);
  }
  .cs-art rect {
    stroke-width: 1;
  }
  .cs-art .cs-in {
    fill: var(--x-cell);
    stroke: color-mix(in srgb, var(--x-line) 45%, transparent);
  }
  .cs-art .cs-pad,
  .cs-art .cs-extra {
    fill: none;
    stroke: var(--hatch);
    stroke-dasharray: 3 2;
  }
  .cs-art .cs-bar {
    fill: var(--w-tap);
    stroke: var(--w-line);
  }
  .cs-art .cs-on {
    stroke-width: 2;
  }
  .cs-art .cs-bar.cs-on {
    fill: var(--w-line);
  }
  .cs-art .cs-ghost {
    fill: none;
    stroke: var(--misfit);
    stroke-width: 1.5;
    stroke-dasharray: 4 3;
  }
  .cs-art .cs-neuron {
    fill: var(--y-cell);
    stroke: var(--y-line);
  }
  .cs-art .cs-neuron.cs-on {
    fill: var(--y-tap);
  }
  .cs-art .cs-read {
    fill: var(--x-tap);
    stroke: var(--x-line);
    fill-opacity: 0.75;
  }
  .cs-art .cs-lead {
    fill: none;
    stroke: var(--w-line);
    stroke-width: 1;
    opacity: 0.65;
  }
  .cs-art .cs-rule {
    fill: none;
    stroke: var(--x-line);
    opacity: 0.6;
  }
  .cs-art .cs-hatch {
    stroke: var(--misfit);
    stroke-width: 2.2;
  }
  .cs-art .cs-missed {
    stroke: var(--misfit);
    stroke-width: 1.5;
  }
  .cs-legend {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 14px;
    margin-top: 4px;
    font-size: 12.5px;
    line-height: 1.5;
    color: var(--soft);
  }
  .cs-legend span {
    display: inline-flex;
    align-items: center;
    gap: 5px;
  }
  .cs-legend i {
    width: 13px;
    height: 13px;
    border-radius: 2px;
    border: 1px solid var(--hatch);
  }
  .cs-legend .cs-neuron {
    background: var(--y-cell);
    border-color: var(--y-line);
  }
  .cs-legend .cs-bar {
    background: var(--w-tap);
    border-color: var(--w-line);
    height: 9px;
  }
  .cs-legend .cs-in {
    background: var(--x-cell);
    border-color: var(--x-line);
  }
  .cs-legend :is(.cs-pad, .cs-extra) {
    border-style: dashed;
  }
  .cs-legend .cs-ghost {
    border: 1.5px dashed var(--misfit);
    height: 9px;
  }
  .cs-legend .cs-missed {
    border-color: var(--misfit);
    background: repeating-linear-gradient(135deg, transparent 0 2px, var(--misfit) 2px 3.6px);
  }
  .cs-note {
    font-size: 13px;
    color: var(--soft);
    text-wrap: pretty;
  }
  /* ---- the nearest that fit, the volume, the counts */
  .cs-near {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    align-items: center;
    margin-top: 6px;
  }
  .cs-near-title {
    font-size: 13px;
    color: var(--soft);
    margin-right: 2px;
  }
  .cs-near .cs-button {
    gap: 7px;
    height: 30px;
  }
  .cs-near small {
    font-size: 13px;
    color: var(--y-line);
  }
  .cs-near .cs-note {
    flex-basis: 100%;
  }
  .cs-volume {
    margin-top: 12px;
    font-size: 17px;
  }
  .cs-follows .cs-knob-field {
    color: var(--soft);
    font-weight: 400;
  }
  .cs-tiles {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: 1px;
    margin: 6px 0 0;
    background: var(--line);
    border: 1px solid var(--line);
    border-radius: 7px;
    overflow: hidden;
  }
  .cs-tile {
    padding: 6px 12px 7px;
    background: var(--paper);
    min-width: 0;
  }
  .cs-tile dt {
    font-size: 12.5px;
    font-weight: 400;
    line-height: 1.5;
    color: var(--soft);
    margin: 0;
  }
  .cs-tiles .cs-tile dd {
    margin: 0;
  }
  .cs-tile b {
    display: block;
    font-size: 17px;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  .cs-tile small {
    display: block;
    font-size: 12px;
    line-height: 1.4;
    color: var(--soft);
    overflow-wrap: anywhere;
  }
  .cs-tile-w b {
    color: var(--w-line);
  }
  .cs-tile-y b {
    color: var(--y-ink);
  }
  /* ---- the question backwards */
  .cs-reverse {
    margin-top: 12px;
    padding: 10px 14px 12px;
    border: 1px solid var(--line);
    border-radius: 7px;
  }
  .cs-ask {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 24px;
    align-items: flex-end;
    justify-content: space-between;
  }
  .cs-question {
    font-size: 17px;
  }
  .cs-ask .cs-knob {
    width: 128px;
  }
  .cs-found {
    font-size: 14px;
    color: var(--soft);
  }
  .cs-table {
    margin-top: 4px;
  }
  .cs-table.cs-long {
    max-height: 268px;
    overflow: auto;
  }
  .cs-table table {
    width: 100%;
    margin: 0;
    border-collapse: collapse;
    font-size: 14px;
    border: 0;
  }
  .cs-table :is(th, td) {
    padding: 3px 8px;
    text-align: right;
    border: 0;
    border-top: 1px solid var(--line);
    background: none;
    font-weight: 400;
    line-height: 24px;
  }
  .cs-table input {
    vertical-align: -1px;
  }
  .cs-table th {
    font-size: 12px;
    color: var(--soft);
    border-top: 0;
  }
  .cs-table :is(th, td):first-child {
    width: 28px;
    padding-left: 2px;
    text-align: left;
  }
  .cs-table :is(th, td):nth-child(-n + 4) {
    width: 44px;
  }
  .cs-table :is(th, td):nth-child(5) {
    padding-left: 28px;
    text-align: left;
  }
  .cs-table tbody tr {
    cursor: pointer;
  }
  .cs-table tbody tr:hover td {
    background: var(--wash);
  }
  .cs-table tr:has(:checked) td {
    background: var(--y-cell);
    color: var(--y-ink);
    font-weight: 600;
  }
  .cs-table tr:has(:checked) td.cs-sumline {
    font-weight: 400;
  }
  .cs-sumline span {
    white-space: nowrap;
  }
  .cs-table th .cs-live {
    position: absolute;
  }
  .cs-leftout-title {
    margin-top: 10px !important;
    font-weight: 600;
    font-size: 14px;
  }
  .cs-leftout {
    margin: 0;
    padding: 0;
    list-style: none;
    font-size: 13px;
  }
  .cs-leftout li {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 16px;
    justify-content: space-between;
    align-items: center;
    padding: 5px 0;
    margin: 0;
    border-top: 1px solid var(--line);
  }
  .cs-leftout li > p {
    flex: 1 1 300px;
    text-wrap: pretty;
  }
  .cs-chips {
    display: flex;
    flex-wrap: wrap;
    gap: 5px;
    align-items: center;
  }
  .cs-chips small {
    font-size: 12px;
    color: var(--soft);
  }
  .cs-chip {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    padding: 0 8px 0 6px;
    border: 1px solid var(--line);
    border-radius: 12px;
    line-height: 24px;
    cursor: pointer;
    white-space: nowrap;
  }
  .cs-chip:has(:checked) {
    border-color: var(--y-line);
    background: var(--y-cell);
    color: var(--y-ink);
    font-weight: 600;
  }
  @container (max-width: 620px) {
    .cs-top > *,
    .cs-layer .cs-select {
      flex: 1 1 auto;
    }
    .cs-choice label {
      flex: 1 1 auto;
      text-align: center;
    }
    .cs-tiles {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .cs-tile {
      padding: 5px 9px 6px;
    }
    .cs-formula-line {
      flex-wrap: wrap;
    }
    .cs-fit {
      min-height: 0;
    }
    .cs-table :is(th, td) {
      padding: 3px 5px;
    }
    .cs-table :is(th, td):nth-child(-n + 4) {
      width: 32px;
    }
    .cs-table :is(th, td):last-child {
      display: none;
    }
    .cs-table :is(th, td):nth-child(5) {
      padding-left: 14px;
    }
    .cs-sumline {
      font-size: 13px;
    }
    .cs-knob-field {
      font-size: 13px;
      letter-spacing: -0.04em;
    }
    .cs-chip:nth-of-type(n + 4) {
      display: none;
    }
  }
  @media print {
    .cs-top,
    .cs-options,
    .cs-near {
      display: none;
    }
  }
}
`,""]),s.d(e,{},{A:d})},51(t,e,s){var i=s(30),a=s.n(i),r=s(31),n=s.n(r),o=s(37),l=s(38),c=s(39),h=s(42),d=s(45),p=s(41),u=n()(a());u.i(o.A),u.i(l.A),u.i(c.A),u.i(h.A),u.i(d.A),u.i(p.A),u.push([t.id,`.cs-widget.cs-sliding {
  padding: 4px 0;
  /* ---- the picture */
  .cs-stage {
    display: flex;
    gap: 26px;
    align-items: flex-start;
    justify-content: space-between;
    max-width: 860px;
  }
  .cs-part-sum {
    --h: max(var(--c), calc(var(--p) * 0.72));
    --size: var(--product-text);
  }
  .cs-filters {
    display: flex;
    gap: 10px;
  }
  .cs-part-sum .cs-cell {
    width: var(--p);
    border: 0;
    border-right: 1px solid var(--line);
    border-bottom: 1px solid var(--line);
  }
  .cs-part-sum .cs-field {
    border-left: 1px solid var(--line);
    border-top: 1px solid var(--line);
  }
  .cs-filter.cs-active .cs-cell {
    background: var(--w-tap);
  }
  .cs-too-large {
    border-style: dashed;
    border-color: var(--misfit);
  }
  .cs-choose {
    display: none;
    gap: 2px;
  }
  .cs-part-name > span {
    align-items: center;
    gap: 6px;
  }
  .cs-choose button {
    min-width: 24px;
    height: 24px;
    padding: 0;
    border: 1px solid var(--line);
    border-radius: 5px;
    background: none;
    cursor: pointer;
    font-size: 13px;
  }
  .cs-choose [aria-pressed="true"] {
    background: var(--x-tap);
    color: var(--x-ink);
    border-color: var(--x-line);
    font-weight: 700;
    text-decoration: underline;
  }
  .cs-choose-filter [aria-pressed="true"] {
    background: var(--w-tap);
    color: var(--w-ink);
    border-color: var(--w-line);
  }
  .cs-stage:not(.cs-mode-all) .cs-choose-filter,
  .cs-flat .cs-choose-slice {
    display: flex;
  }
  /* ---- where slices under each other are too tall for a screen, one at a time */
  .cs-flat :is(.cs-part-x, .cs-filter) .cs-slice:not(.cs-front, .cs-bias) {
    display: none;
  }
  .cs-flat :is(.cs-part-sum .cs-slice.cs-product, .cs-part-w .cs-filter .cs-slice) {
    height: auto;
  }
  .cs-scrolls .cs-part.cs-part {
    min-width: 0;
    max-width: 100%;
  }
  .cs-scrolls :is(.cs-part-x, .cs-part-y) .cs-slice {
    overflow-x: auto;
    max-width: 100%;
    padding: 3px;
  }
  .cs-stage:is(:not(.cs-mode-all), .cs-flat) .cs-part:not(.cs-part-y) .cs-part-name {
    height: 48px;
  }
  .cs-stage:not(.cs-mode-all) .cs-part-name .cs-many {
    display: none;
  }
  .cs-single .cs-part-y .cs-slice:not(.cs-active) {
    display: none;
  }
  /* ---- the calculation: a sum under each other, as on paper */
  .cs-equation {
    display: flex;
    align-items: center;
  }
  .cs-sum {
    min-width: 52px;
    padding: 0 4px 0 10px;
    text-align: right;
    font-size: 15px;
    white-space: nowrap;
  }
  .cs-addition > div {
    display: flex;
    justify-content: flex-end;
    align-items: center;
    gap: 4px;
    line-height: 26px;
    color: var(--soft);
    font-size: 13px;
  }
  .cs-addition .cs-sum {
    color: var(--ink);
  }
  .cs-addition .cs-result {
    margin-top: 2px;
    padding-top: 4px;
    border-top: 2px solid var(--ink);
    color: var(--ink);
  }
  .cs-addition .cs-result .cs-sum {
    min-width: 44px;
    padding: 0 6px;
    border-radius: 4px;
    text-align: center;
  }
  .cs-addition .cs-result .cs-total {
    background: var(--y-tap);
    color: var(--y-over);
  }
  .cs-part:not(.cs-part-y) .cs-slice.cs-bias {
    height: auto;
  }
  .cs-none {
    max-width: 90px;
    font-size: 13px;
    color: var(--misfit);
  }
  .cs-edit {
    inset: -3px -5px;
    width: calc(100% + 10px);
    height: calc(100% + 6px);
  }
  /* ---- narrower pages: one filter at a time, the output below, then the products below, too */
  .cs-stage:not(.cs-mode-all) .cs-filter:not(.cs-active) {
    display: none;
  }
  .cs-mode-stack,
  .cs-mode-wrap {
    flex-wrap: wrap;
    gap: 12px 14px;
    justify-content: flex-start;
  }
  .cs-mode-stack {
    justify-content: space-between;
  }
  .cs-mode-stack .cs-part-y,
  .cs-mode-wrap .cs-part-y,
  .cs-mode-wrap .cs-part-sum {
    flex: 1 0 100%;
  }
  :is(.cs-mode-stack, .cs-mode-wrap) .cs-part-y .cs-part-name {
    flex-direction: row;
    align-items: baseline;
    gap: 8px;
  }
  .cs-mode-wrap .cs-part-sum {
    order: 1; /* the output stands right below its window */
  }
  :is(.cs-mode-stack, .cs-mode-wrap) .cs-part-y .cs-slices {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 18px;
  }
  :is(.cs-mode-stack, .cs-mode-wrap) .cs-part-y .cs-slice + .cs-slice {
    margin-top: 0;
  }
  .cs-mode-wrap .cs-part-sum .cs-slices {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 14px;
    align-items: flex-end;
  }
  .cs-mode-wrap .cs-part.cs-part-sum .cs-slice.cs-product {
    height: auto;
  }
  .cs-mode-wrap .cs-equation {
    flex-direction: column;
    align-items: stretch;
  }
  .cs-mode-wrap .cs-part.cs-part-sum .cs-part-name {
    height: auto;
  }
  .cs-mode-wrap .cs-addition {
    margin-left: auto;
  }
  /* ---- and Play right above the picture */
  @container (max-width: 620px) {
    .cs-body {
      display: flex;
      flex-direction: column;
    }
    .cs-size,
    .cs-line {
      display: contents;
    }
    .cs-formula {
      margin-top: 10px;
    }
    .cs-player {
      order: 1;
      margin-bottom: 10px;
    }
    .cs-stage {
      order: 2;
    }
    .cs-words {
      order: 3;
    }
  }
}
`,""]),s.d(e,{},{A:u})},52(t,e,s){var i=s(30),a=s.n(i),r=s(31),n=s.n(r),o=s(37),l=s(38),c=n()(a());c.i(o.A),c.i(l.A),c.push([t.id,`.cs-widget.cs-volumes {
  padding: 4px 0;
  .cs-flow {
    display: grid;
    grid-template-columns: auto auto 1fr;
    gap: 14px;
    align-items: end;
    margin-top: 16px;
  }
  .cs-flow.cs-narrow {
    grid-template-columns: 1fr 1fr;
    align-items: start;
  }
  .cs-name {
    font-size: 12px;
    line-height: 1.3;
    white-space: nowrap;
  }
  .cs-name > b {
    margin-inline-end: 0.6em;
  }
  .cs-name > span {
    color: var(--soft);
  }
  /* On the front page the sizes are left to the words below. */
  &.cs-compact .cs-flow:not(.cs-narrow) .cs-volume .cs-name {
    height: 56px;
  }
  &.cs-compact .cs-flow:not(.cs-narrow) .cs-volume .cs-name > span {
    display: none;
  }
  .cs-input {
    flex: none;
    width: var(--image);
  }
  .cs-frame {
    position: relative;
    width: var(--image);
    aspect-ratio: 1;
  }
  .cs-image {
    width: 100%;
    height: 100%;
  }
  canvas {
    display: block;
    image-rendering: pixelated;
  }
  .cs-buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin-top: 8px;
    font-size: 13px;
  }
  .cs-flow:not(.cs-narrow) :is(.cs-input, .cs-scores) {
    align-self: center;
  }
  .cs-volumes {
    display: flex;
    gap: 7px;
    align-items: end;
  }
  .cs-narrow .cs-volumes {
    flex-direction: column;
    align-items: start;
    grid-column: 1 / -1;
    grid-row: 3;
  }
  .cs-flow:not(.cs-narrow) .cs-volume .cs-name {
    height: 130px;
    writing-mode: vertical-rl;
    rotate: 180deg;
  }
  .cs-tiles {
    position: relative;
    cursor: crosshair;
  }
  .cs-tiles canvas {
    image-rendering: auto;
  }
  /* Only the first line of a narrow volume's name has room over sixteen slices. */
  .cs-flow:not(.cs-narrow) .cs-volume {
    width: min-content;
  }
  .cs-flow:not(.cs-narrow) .cs-volume .cs-name {
    overflow: visible;
    width: 0;
  }
  .cs-outline {
    position: absolute;
    pointer-events: none;
    border: 2px solid var(--w-line);
    box-shadow: 0 0 0 1px rgb(255 255 255 / 70%);
  }
  .cs-outline-read {
    border: 1px dashed var(--x-line);
    box-shadow: none;
    outline: 1px solid var(--x-line);
    outline-offset: 1px;
  }
  .cs-outline-neuron {
    min-width: 7px;
    min-height: 7px;
  }
  .cs-scores {
    min-width: 164px;
  }
  .cs-narrow .cs-scores {
    grid-column: 1 / -1;
    grid-row: 4;
  }
  &.cs-compact .cs-narrow .cs-scores {
    grid-column: 2;
    grid-row: 1;
    align-self: start;
    min-width: 0;
  }
  .cs-scores button {
    display: grid;
    grid-template-columns: 78px 1fr 40px;
    gap: 4px;
    align-items: center;
    width: 100%;
    min-height: 26px;
    padding: 0 4px;
    border: 0;
    border-radius: 4px;
    background: none;
    font-size: 13px;
    text-align: start;
    cursor: pointer;
  }
  .cs-scores button:hover,
  .cs-chosen {
    background: var(--wash);
  }
  .cs-best {
    font-weight: 700;
  }
  .cs-bar {
    position: relative;
    height: 12px;
    background: linear-gradient(var(--line), var(--line)) center / 1px 100% no-repeat;
  }
  .cs-bar i {
    position: absolute;
    inset: 0 auto 0 50%;
    background: var(--y-line);
  }
  .cs-bar .cs-below {
    inset: 0 50% 0 auto;
    background: var(--hatch);
  }
  .cs-score {
    text-align: end;
  }
  .cs-neuron {
    display: flex;
    gap: 8px 22px;
    grid-column: 1 / -1;
    padding-top: 12px;
    border-top: 1px solid var(--line);
  }
  .cs-narrow .cs-neuron {
    display: contents;
  }
  .cs-slice {
    --map: 168px;
    flex: none;
    width: var(--map);
  }
  .cs-narrow .cs-slice {
    --map: var(--image);
    grid-row: 1;
    grid-column: 2;
    align-self: start;
  }
  .cs-narrow .cs-input {
    align-self: start;
  }
  .cs-narrow .cs-inside {
    grid-column: 1 / -1;
    grid-row: 2;
  }
  .cs-map {
    position: relative;
    width: var(--map);
    height: var(--map);
    cursor: crosshair;
  }
  .cs-map canvas {
    width: 100%;
    height: 100%;
  }
  .cs-inside {
    flex: 1 1 320px;
    min-width: 0;
  }
  .cs-choices {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 18px;
    align-items: center;
    margin-bottom: 8px;
    font-size: 13px;
  }
  .cs-choices .cs-knobs {
    display: flex;
    margin: 0;
  }
  .cs-choices .cs-knob {
    display: flex;
    gap: 6px;
    align-items: center;
  }
  select {
    height: 28px;
    margin-inline-start: 4px;
    border: 1px solid var(--line);
    border-radius: 6px;
    background: var(--paper);
    color: inherit;
    font: inherit;
  }
  .cs-flow:not(.cs-narrow) .cs-work {
    min-height: 92px;
  }
  .cs-terms .cs-name {
    margin-bottom: 3px;
    color: var(--soft);
  }
  .cs-terms {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
  }
  .cs-adding {
    margin-top: 6px;
    font-weight: 600;
  }
  .cs-key {
    color: var(--soft);
  }
  .cs-telling {
    margin-top: 6px;
    text-wrap: pretty;
  }
  .cs-problem {
    margin-top: 8px;
    color: var(--misfit);
  }
  .cs-drop & {
    outline: 3px dashed var(--x-line);
  }
}
`,""]),s.d(e,{},{A:c})},31(t){t.exports=function(t){var e=[];return e.toString=function(){return this.map(function(e){var s="",i=void 0!==e[5];return e[4]&&(s+="@supports (".concat(e[4],") {")),e[2]&&(s+="@media ".concat(e[2]," {")),i&&(s+="@layer".concat(e[5].length>0?" ".concat(e[5]):""," {")),s+=t(e),i&&(s+="}"),e[2]&&(s+="}"),e[4]&&(s+="}"),s}).join("")},e.i=function(t,s,i,a,r){"string"==typeof t&&(t=[[null,t,void 0]]);var n={};if(i)for(var o=0;o<this.length;o++){var l=this[o][0];null!=l&&(n[l]=!0)}for(var c=0;c<t.length;c++){var h=[].concat(t[c]);i&&n[h[0]]||(void 0!==r&&(void 0===h[5]||(h[1]="@layer".concat(h[5].length>0?" ".concat(h[5]):""," {").concat(h[1],"}")),h[5]=r),s&&(h[2]&&(h[1]="@media ".concat(h[2]," {").concat(h[1],"}")),h[2]=s),a&&(h[4]?(h[1]="@supports (".concat(h[4],") {").concat(h[1],"}"),h[4]=a):h[4]="".concat(a)),e.push(h))}},e}},30(t){t.exports=function(t){return t[1]}},23(t){var e=[];function s(t){for(var s=-1,i=0;i<e.length;i++)if(e[i].identifier===t){s=i;break}return s}function i(t,i){for(var a={},r=[],n=0;n<t.length;n++){var o=t[n],l=i.base?o[0]+i.base:o[0],c=a[l]||0,h="".concat(l," ").concat(c);a[l]=c+1;var d=s(h),p={css:o[1],media:o[2],sourceMap:o[3],supports:o[4],layer:o[5]};if(-1!==d)e[d].references++,e[d].updater(p);else{var u=function(t,e){var s=e.domAPI(e);return s.update(t),function(e){e?(e.css!==t.css||e.media!==t.media||e.sourceMap!==t.sourceMap||e.supports!==t.supports||e.layer!==t.layer)&&s.update(t=e):s.remove()}}(p,i);i.byIndex=n,e.splice(n,0,{identifier:h,updater:u,references:1})}r.push(h)}return r}t.exports=function(t,a){var r=i(t=t||[],a=a||{});return function(t){t=t||[];for(var n=0;n<r.length;n++){var o=s(r[n]);e[o].references--}for(var l=i(t,a),c=0;c<r.length;c++){var h=s(r[c]);0===e[h].references&&(e[h].updater(),e.splice(h,1))}r=l}}},25(t){var e={};t.exports=function(t,s){var i=function(t){if(void 0===e[t]){var s=document.querySelector(t);if(window.HTMLIFrameElement&&s instanceof window.HTMLIFrameElement)try{s=s.contentDocument.head}catch(t){s=null}e[t]=s}return e[t]}(t);if(!i)throw Error("Couldn't find a style target. This probably means that the value for the 'insert' parameter is invalid.");i.appendChild(s)}},27(t){t.exports=function(t){var e=document.createElement("style");return t.setAttributes(e,t.attributes),t.insert(e,t.options),e}},26(t,e,s){t.exports=function(t){var e=s.nc;e&&t.setAttribute("nonce",e)}},24(t){t.exports=function(t){if("u"<typeof document)return{update:function(){},remove:function(){}};var e=t.insertStyleElement(t);return{update:function(s){var i,a,r;i="",s.supports&&(i+="@supports (".concat(s.supports,") {")),s.media&&(i+="@media ".concat(s.media," {")),(a=void 0!==s.layer)&&(i+="@layer".concat(s.layer.length>0?" ".concat(s.layer):""," {")),i+=s.css,a&&(i+="}"),s.media&&(i+="}"),s.supports&&(i+="}"),(r=s.sourceMap)&&"u">typeof btoa&&(i+="\n/*# sourceMappingURL=data:application/json;base64,".concat(btoa(unescape(encodeURIComponent(JSON.stringify(r))))," */")),t.styleTagTransform(i,e,t.options)},remove:function(){var t;null===(t=e).parentNode||t.parentNode.removeChild(t)}}}},28(t){t.exports=function(t,e){if(e.styleSheet)e.styleSheet.cssText=t;else{for(;e.firstChild;)e.removeChild(e.firstChild);e.appendChild(document.createTextNode(t))}}}}]);