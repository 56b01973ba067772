"use strict";(self.rspackChunkcs231n_kit=self.rspackChunkcs231n_kit||[]).push([[2],{35(t,e,s){s.d(e,{WIDGET_MODULES:()=>sc,makeControl:()=>ed});let i=(t,e)=>t-e*Math.floor(t/e),r=(t,e=1)=>(t-1)*e+1,a=(t,e,s=0,i=1)=>t-r(e,i)+2*s,n=(t,e,s=1,r=0,n=1)=>a(t,e,r,n)>=0&&0===((t,e,s=1,r=0,n=1)=>i(a(t,e,r,n),s))(t,e,s,r,n);function o(t,e,s,i,a=1){let n=r(e,a),l=a>1?`; with dilation ${a} a filter of ${e} spans ${n}`:"",c=t-n+i;if(c<0)return`A window of ${n} does not fit into ${t+i} cells (${t} and ${i} of padding)${l}. Make it smaller, or pad.`;let h=`(${t} - ${n} + ${i})`,d=Math.floor(c/s)+1;if(c%s==0)return`${h}/${s} + 1 = ${d}: the windows fit.`;let p=1===d?"1 window fits":`${d} windows fit`;return`${h} = ${c} is not divisible by ${s}: ${p}, and ${c%s} of the ${t+i} cells would be left over${l}.`}let l=(t,e,s=1,i=0,r=1)=>o(t,e,s,2*i,r),c=(t,e,s=1,a=0,n=1,l="crop")=>(function(t,e,s,a,n,l=1,c="crop"){var h=t,d=e,p=s,u=a,f=n,m=l,g=c;if(h<1||d<1||p<1||m<1)throw Error(`Sizes, stride and dilation start at 1; got W=${h}, F=${d}, S=${p}, dilation=${m}.`);if(u<0||f<0)throw Error(`Padding starts at 0; got ${u} before and ${f} after.`);if(!["crop","raise","pad"].includes(g))throw Error(`fit must be 'crop', 'raise' or 'pad'; got '${g}'.`);let x=t-r(e,l)+a+n,w=i(x,s)>0,b=Math.floor(x/s)+1;if("pad"===c&&w&&b*s<t+a&&(b+=1),b<1||"raise"===c&&w)throw Error(o(t,e,s,a+n,l));return b})(t,e,s,a,a,n,l),h=(t,e,s)=>e*e*s*t;function d(t){let e=t.x.length,s=t.x[0].length,i=t.x[0][0].length,r=t.w.length,n=t.w[0][0].length,o=e=>0>a(e,n,t.pad,t.dilation)?0:c(e,n,t.stride,t.pad,t.dilation);return{D:e,H:s,W:i,K:r,F:n,S:t.stride,P:t.pad,dilation:t.dilation,H2:o(s),W2:o(i)}}function p(t){let e=t.x.length,s=t.w[0].length;return e!==s?`The input has ${e} depth slices and the filters have ${s}: they must agree.`:t.b.length!==t.w.length?`There are ${t.w.length} filters and ${t.b.length} biases: one bias for each filter.`:null}function u(t,e,s){let{H:i,W:r,F:a}=d(t),n=[];for(let o=0;o<a;o++)for(let l=0;l<a;l++){let a=e*t.stride-t.pad+o*t.dilation,c=s*t.stride-t.pad+l*t.dilation;n.push({i:o,j:l,r:a,c,inside:a>=0&&a<i&&c>=0&&c<r})}return n}function f(t,e,s,i){let{D:r,F:a}=d(t),n=u(t,e,s),o=Array.from({length:r},()=>Array.from({length:a},()=>Array(a).fill(0)));for(let{i:e,j:s,r:a,c:l,inside:c}of n)for(let n=0;n<r;n++)o[n][e][s]=c?t.x[n][a][l]*t.w[i][n][e][s]+0:0;let l=o.map(t=>t.flat().reduce((t,e)=>t+e,0));return{window:n,products:o,sums:l,bias:t.b[i],total:l.reduce((t,e)=>t+e,0)+t.b[i]}}function m(t){let{H:e,W:s,F:i,H2:r,W2:a}=d(t),n=(e,s)=>{let r=Array(e+2*t.pad).fill(0);for(let e=0;e<s;e++)for(let s=0;s<i;s++)r[e*t.stride+s*t.dilation]++;return r},o=n(s,r?a:0);return n(e,a?r:0).map(t=>o.map(e=>t*e))}function g(t){let{H:e,W:s}=d(t);return m(t).slice(t.pad,t.pad+e).reduce((e,i)=>e+i.slice(t.pad,t.pad+s).filter(t=>!t).length,0)}function x(t){let{K:e,H2:s,W2:i}=d(t);if(!s||!i)return null;let r=(t,e)=>Math.min(Math.max(t,0),e-1);return{row:r(t.row,s),col:r(t.col,i),k:r(t.k,e)}}function w(t,e,s){let{K:i,H2:r,W2:a}=d(t),n=(e.k*r+e.row)*a+e.col+s;return n<0||n>=i*r*a?null:{k:Math.floor(n/(r*a)),row:Math.floor(n/a)%r,col:n%a}}function b(t,e={},...s){let i=document.createElement(t);for(let[t,s]of Object.entries(e))t.startsWith("on")?i.addEventListener(t.slice(2),s):null!=s&&!1!==s&&i.setAttribute(t,!0===s?"":s);return i.append(...s.flat(1/0).filter(t=>null!=t)),i}function v(t,e){t.textContent!==e&&(t.textContent=e)}function y(t){let e=document.createElementNS("http://www.w3.org/2000/svg","svg");e.setAttribute("viewBox","0 0 16 16"),e.setAttribute("aria-hidden","true");let s=document.createElementNS("http://www.w3.org/2000/svg","path");return s.setAttribute("d",t),e.append(s),e}let $=0,k=Math.random().toString(36).slice(2,8),z=t=>`cs-${t}-${k}-${++$}`,A=(t,e,s)=>(3*e*e+2*s*s+e*s+t*(2*e+3*s+5)+2*s)%7%4,M=[1,0,-1,1,0,-1,0],E=(t,e)=>Array.from({length:t},(t,s)=>e(s));function L({D:t,H:e,W:s,K:i,F:r},a){return{x:E(t,t=>E(e,e=>E(s,s=>a.x?.[t]?.[e]?.[s]??A(t,e,s)))),w:E(i,e=>E(t,t=>E(r,s=>E(r,i=>a.w?.[e]?.[t]?.[s]?.[i]??M[((2*e+3)*s+(t+1)*i*i+s*i*(e+1)+3*e+2*t)%7])))),b:E(i,t=>a.b?.[t]??[1,0,-1][t%3])}}function S(t,e){return Array.isArray(e)?(Array.isArray(t)&&t.length>e.length?t:e).map((s,i)=>i<e.length?S(t?.[i],e[i]):t[i]):e}function P([t,e,s,i,r],a){let n=z("knob"),o=b("input",{id:n,type:"number",inputmode:"numeric",min:s,max:i,step:1,class:"cs-knob-field"}),l=e=>{let r=Math.min(Math.max(Math.round(e)||0,s),i);o.value=r,a(t,r)};o.addEventListener("change",()=>l(Number(o.value))),o.addEventListener("input",()=>{let e=Number(o.value);""!==o.value&&Number.isInteger(e)&&e>=s&&e<=i&&a(t,e)});let c=(t,s,i)=>b("button",{type:"button",class:"cs-knob-button",tabindex:"-1","aria-label":`${e}: ${i}`,onclick:()=>l(Number(o.value)+s)},t),h=c("−",-1,"one less"),d=c("+",1,"one more"),p=b("label",{for:n,onpointerdown:t=>u(t)}),u=({pointerId:t,clientX:e})=>{let s=Number(o.value),i=new AbortController,{signal:r}=i;for(let a of(p.setPointerCapture(t),p.addEventListener("pointermove",t=>{let i=s+Math.round((t.clientX-e)/6);i!==Number(o.value)&&l(i)},{signal:r}),["pointerup","pointercancel"]))p.addEventListener(a,()=>i.abort(),{signal:r})};return p.append(...1===t.length?[b("i",{},t),` ${e}`]:[e]),{letter:t,node:b("div",{class:`cs-knob cs-knob-${r}`},p,b("div",{class:"cs-knob-box"},h,o,d)),show:t=>{(document.activeElement!==o||Number(o.value)!==t)&&(o.value=t),h.disabled=t<=s,d.disabled=t>=i}}}function j(t,e){let s=t.map(t=>P(t,e)),i=b("div",{class:"cs-knobs",role:"group","aria-label":"Settings"},s.map(t=>t.node));return{node:i,knobs:s,show:(t,e)=>{for(let i of s)i.show(t[i.letter]),i.node.hidden=!e.hasKnob(i.letter);i.hidden=s.every(t=>t.node.hidden)}}}var C=s(20);class W{constructor(t,e,s){Object.assign(this,{model:t,el:e,names:s,queued:!1}),this.caption=b("p",{class:"cs-caption"}),this.task=b("p",{class:"cs-task"}),this.live=b("p",{class:"cs-live",role:"status"}),this.listener=()=>this.queue()}open(t,e,...s){for(let i of(this.root=b("div",{class:`cs-widget cs-${t}`,role:"group","aria-label":e,"data-lm-suppress-shortcuts":"true"},this.caption,this.task,s,this.live),this.root.addEventListener("focusin",t=>t.target.setAttribute("data-lm-suppress-shortcuts","true")),this.root.addEventListener("keydown",t=>t.stopPropagation()),this.el.append(this.root),["pointerdown","keydown","input"]))this.root.addEventListener(i,()=>{this.acted=!0});for(let t of this.heard())this.model.on(`change:${t}`,this.listener)}heard(){return[...this.names,"caption","task","goal","why"]}read(){return Object.fromEntries(this.names.map(t=>[t,this.model.get(t)]))}change(t){let e=Object.entries(t).filter(([t,e])=>this.model.get(t)!==e);if(e.length){for(let[t,s]of e)this.model.set(t,s);this.model.save_changes(),this.update()}}queue(){this.queued||(this.queued=!0,queueMicrotask(()=>this.queued&&this.update()))}showTask(t){let e=this.model.get("goal")??{},s=Object.keys(e),i=(0,C.Yy)(this.model.get("task")??""),r=s.length>0&&s.every(s=>e[s]===t[s]);this.early=r&&(this.early??!0)&&!this.acted;let a=r&&!this.early,n=a?(0,C.Yy)(this.model.get("why")??""):"",o=a&&!this.met?` That meets the task. ${n}`.trimEnd():"";return this.met=a,v(this.caption,(0,C.Yy)(this.model.get("caption")??"")),this.task.hidden=!i,this.task.classList.toggle("cs-met",a),this.task.replaceChildren(b("b",{},a?"✓ Done":"Try it"),` ${i}`,n?` ${n}`:""),o}announce(t){clearTimeout(this.later),this.later=setTimeout(()=>v(this.live,t),400)}refuse(t){this.warning=t,this.note(),this.announce(t)}follow(){this.watch=new ResizeObserver(()=>this.fit()),this.watch.observe(this.root)}fit(){this.root.clientWidth&&this.size&&this.picture.fit(this.root.clientWidth)}width(){return this.root.clientWidth||680}destroy(){for(let t of(clearTimeout(this.later),this.watch?.disconnect(),this.heard()))this.model.off(`change:${t}`,this.listener)}}let T=t=>({render({model:e,el:s}){let i=new t(e,s);return()=>i.destroy()}});class N extends W{constructor(t,e,s,i){super(t,e,s),this.words=b("p",{class:"cs-live",id:z("words")}),this.describe=i}open(t,e,...s){super.open(t,e,...s,this.words),this.root.setAttribute("aria-describedby",this.words.id)}hasKnob(t){return this.model.get("knobs")?.includes(t)??!0}showDescription(t){let e=()=>v(this.words,this.describe(t));clearTimeout(this.soon),this.words.textContent?this.soon=setTimeout(e,300):e()}follow(){this.watch=new ResizeObserver(([{contentRect:t}])=>{let e=Math.floor(t.width);e&&e!==this.wide&&(this.wide=e,this.fit())}),this.watch.observe(this.root)}width(){return this.wide??=this.root.clientWidth,this.wide||680}fit(){this.size&&this.picture.fit(this.width())}destroy(){clearTimeout(this.soon),super.destroy()}}let O="M4 2.5v11l9-5.5z";class F{constructor(t,e){this.on=e,this.timer=null,this.calm=matchMedia("(prefers-reduced-motion: reduce)");let s=(t,e,s,i)=>b("button",{type:"button",class:`cs-button cs-${i}`,onclick:s},e?y(e):null,b("span",{},t));this.play=s("Play",O,()=>this.toggle(),"play"),this.node=b("div",{class:"cs-player",role:"group","aria-label":t},s("Back","M12 2.5v11L5.5 8zM3.5 2.5h1.6v11H3.5z",()=>e.step(-1),"back"),this.play,s("Step","M4 2.5v11L10.5 8zM10.9 2.5h1.6v11h-1.6z",()=>e.step(1),"step"),s("Reset",null,()=>e.reset(),"reset"))}get playing(){return null!==this.timer}toggle(){if(this.playing)return this.pause();!1!==this.on.start()&&(this.timer=setInterval(()=>this.on.next()||this.pause(),this.calm.matches?1800:850),this.show())}pause(){this.playing&&(clearInterval(this.timer),this.timer=null,this.show(),this.on.paused())}show(){this.play.replaceChildren(y(this.playing?"M4 2.5h3v11H4zM9 2.5h3v11H9z":O),b("span",{},this.playing?"Pause":"Play"))}}class D extends N{announce(t){clearTimeout(this.later),!this.player.playing&&this.watch&&super.announce(t)}destroy(){this.player.pause(),super.destroy()}}function q(t){let{D:e,F:s,H2:i,W2:r}=d(t),a=Array.from({length:i*r},(e,s)=>u(t,Math.floor(s/r),s%r));return Array.from({length:e*s*s},(e,i)=>a.map(e=>((e,{r:s,c:i,inside:r})=>r?{value:t.x[e][s][i],from:[e,s,i]}:{value:0,from:null})(Math.floor(i/(s*s)),e[i%(s*s)])))}let H=t=>t.w.map(t=>t.flat(2));function I(t,e,s){return t.map((t,i)=>e[0].map((r,a)=>t.reduce((t,s,i)=>t+s*e[i][a].value,s[i])))}function X(t){let{H:e,W:s,P:i}=d(t);return m(t).slice(i,i+e).map(t=>t.slice(i,i+s))}function _(t){let{H2:e,W2:s}=d(t),i=Math.min(Math.max(t.window,0),e*s-1);return{n:i,row:Math.floor(i/s),col:i%s}}function R(t){let[e,s,i]=t.cell??[];return t.x[e]?.[s]?.[i]===void 0?null:[e,s,i]}function Y(t){let{D:e,H:s,W:i,K:r,F:a,S:n,P:o,H2:l,W2:c}=d(t),h=X(t),p=h.flat(),u=R(t),f=e*a*a,m=l*c,g=f*m;return{D:e,H:s,W:i,K:r,F:a,S:n,P:o,H2:l,W2:c,rows:f,columns:m,numbers:g,ratio:g/(e*s*i),most:Math.max(...p),least:Math.min(...p),unread:e*p.filter(t=>!t).length,window:_(t).n,...u?{copies:h[u[1]][u[2]]}:{}}}let K=t=>t.length<2?t.join(""):`${t.slice(0,-1).join(", ")} and ${t.at(-1)}`,U=(t,e)=>`${t}[${e.join(", ")}]`;function B(t,[e,s,i],r){let a=X(t)[s][i],n=`${U("x",[e,s,i])} = ${(0,C.ai)(t.x[e][s][i])}`;if(!a)return`${n} stands nowhere in X_col: no window reads it.`;let o=r[0].map((t,e)=>e).filter(t=>r.some(r=>{let a;return(a=r[t].from)&&a[0]===e&&a[1]===s&&a[2]===i}));return`${n} stands in X_col ${["nowhere","once","twice"][a]??`${a} times`}, in column${1===a?"":"s"} ${K(o)}.`}function J(t){let e=q(t);return Object.values(G(t,e,I(H(t),e,t.b))).filter(Boolean).join(" ")}function G(t,e,s){let i=Y(t),r=R(t);return{sizes:function({D:t,H:e,W:s,K:i,F:r,S:a,P:n}){return`An input of ${s}\xd7${e}\xd7${t} and ${(0,C.LS)(i,"filter")} of ${r}\xd7${r}\xd7${t}, stride ${a}, padding ${n}.`}(i),shapes:function({rows:t,columns:e,K:s,H2:i,W2:r}){return`X_col is ${t}\xd7${e} and W_row is ${s}\xd7${t}. W_row times X_col, plus b, is Y: ${s}\xd7${e}, reshaped to ${r}\xd7${i}\xd7${s}.`}(i),memory:function({numbers:t,D:e,H:s,W:i,ratio:r,unread:a}){let n=e*s*i,o=a?` No window reads ${a} of the input’s ${(0,C.LS)(n,"cell")}.`:"";return t===n?`X_col holds ${t} numbers, as many as the input.${o}`:`X_col holds ${t} numbers, the input ${n}: ${(0,C.ai)(Math.floor(100*r+.5)/100)} times as many.${o}`}(i),column:function(t,e){let{n:s,row:i,col:r}=_(t),a=e.map((t,e)=>`${U("Y",[e,s])} = ${(0,C.ai)(t[s])}`),n=e.map((t,e)=>U("y",[e,i,r]));return`Window ${s} is column ${s} of X_col. W_row times this column, plus b, gives ${K(a)}: ${K(n)} of the output.`}(t,s),aside:r?B(t,r,e):function(t,e){let{n:s}=_(t),i=e.filter(t=>!t[s].from).length;return i?`${i} of its ${(0,C.LS)(e.length,"number")} ${1===i?"is a zero":"are zeros"} of the padding.`:""}(t,e)}}let V={ArrowLeft:[0,-1],ArrowRight:[0,1],ArrowUp:[-1,0],ArrowDown:[1,0]},Q=(t,e)=>Math.min(Math.max(t,0),e-1);function Z(t,e,s,i=0){let r=[],a=[],n=[];for(let o=-i;o<e+i;o++){let l=o>=0&&o<e,c=Array.from({length:s+2*i},(e,r)=>{let a=r-i;if(!l||a<0||a>=s)return b("span",{class:"cs-cell cs-zero","aria-hidden":"true"},"0");let n=b("span",{class:"cs-cell",role:"gridcell",tabindex:"-1"});return n.at=[t,o,a],n});a.push(c),l&&r.push(c.slice(i,i+s)),n.push(b("div",{class:"cs-row",...l?{role:"row"}:{"aria-hidden":"true"}},c))}return{cells:r,field:a,lines:n}}class tt{constructor(t,e){this.slices=t,this.nameOf=e,this.at=[0,0,0],this.point(this.at)}cell([t,e,s]){return this.slices[t]?.[e]?.[s]}point(t,e=!1){let s=this.cell(t);if(!s)return;let i=this.cell(this.at);i!==s&&i?.setAttribute("tabindex","-1"),this.at=t,s.setAttribute("tabindex","0"),s.setAttribute("aria-label",this.nameOf(t)),e&&s!==document.activeElement&&s.focus({preventScroll:!1})}key(t){let e=function(t,e,s){let[i,r,a]=e,[n,o]=s[i],l=t.ctrlKey||t.metaKey;if("Home"===t.key)return[l?0:i,l?0:r,0];if("End"===t.key){let t,e;return l?(t=s,[e=s.length-1,t[e][0]-1,t[e][1]-1]):[i,r,o-1]}if("PageUp"===t.key||"PageDown"===t.key){let e=Q(i+("PageUp"===t.key?-1:1),s.length);return[e,Q(r,s[e][0]),Q(a,s[e][1])]}if(!(t.key in V)||t.altKey||l)return null;let[c,h]=V[t.key];return r+c<0&&i>0?[i-1,s[i-1][0]-1,Q(a,s[i-1][1])]:r+c>=n&&i<s.length-1?[i+1,0,Q(a,s[i+1][1])]:[i,Q(r+c,n),Q(a+h,o)]}(t,this.at,this.slices.map(t=>[t.length,t[0].length]));return e&&t.preventDefault(),e}}function te(t,e){t.firstElementChild||v(t,(0,C.h0)(e))}function ts(t,e){t.forEach((t,s)=>t.forEach((t,i)=>t.forEach((t,r)=>te(t,e[s][i][r]))))}function ti(t,{value:e,name:s,first:i,take:r,refuse:a}){if(t.firstElementChild)return;let n=b("input",{class:"cs-edit","aria-label":`${s}, edit`,inputmode:"text",autocomplete:"off",spellcheck:"false"});n.value=i??String(e);let o=!0,l=new AbortController,c=(s,i)=>{if(!o)return;o=!1,l.abort();let c=n.value.trim().replaceAll("−","-").replace(",","."),h=Number(c),d=""!==c&&Number.isFinite(h)&&999>=Math.abs(h);n.remove(),te(t,s&&d?h:e),i&&t.focus(),s&&d&&h!==e&&r(h),s&&!d&&a(`“${c}” is not a number from −999 to 999; the cell keeps ${(0,C.ai)(e)}.`)};n.addEventListener("keydown",t=>{t.stopPropagation(),"Enter"===t.key||"Escape"===t.key?(t.preventDefault(),c("Enter"===t.key,!0)):("ArrowUp"===t.key||"ArrowDown"===t.key)&&(t.preventDefault(),n.value=String((Number(n.value)||0)+("ArrowUp"===t.key?1:-1)))}),n.addEventListener("blur",()=>c(!0,!1));let h=t.closest(".cs-widget"),{signal:d}=l;h.addEventListener("mousedown",t=>(({target:t})=>t.closest("button, .cs-choice"))(t)&&t.preventDefault(),{signal:d}),h.addEventListener("mouseup",t=>(({target:t})=>t.closest("button, .cs-choice"))(t)&&c(!0,!1),{signal:d}),t.replaceChildren(n),n.focus(),void 0===i&&n.select()}let tr=[24,24,24,26,32,38],ta=t=>Math.min(t.flat(1/0).reduce((t,e)=>Math.max(t,e.length),1),5),tn=(...t)=>ta(t.flat(1/0).map(C.h0)),to=t=>tr[t],tl=(t,e)=>Math.max(12,Math.min(.5*t,(t-3)/(.69*e+.2)));function tc(t,e,s,i){let r=Math.max(Math.floor(420/e.rows),s);for(let a=Math.max(Math.min(30,r),s);a>=s;a--)if(function(t,e,{D:s,K:i,W:r,P:a,W2:n,rows:o,columns:l}){let c=32+Math.max(l*t,i*n*t+(i-1)*14);return Math.max(e*(r+2*a)*t+(e-1)*14,(o+1)*t+(s-1)*4+40,205)+28+Math.max(c,205)}(a,i,e)<=t)return a;return 0}let th="Arrows move the window, space plays, Enter steps.";class td{constructor(t){this.on=t,this.node=b("div",{class:"cs-matrices"}),this.node.addEventListener("pointerover",t=>this.hover(t)),this.node.addEventListener("pointerleave",()=>this.hint(null)),this.node.addEventListener("click",t=>this.click(t.target.closest(".cs-cell"))),this.node.addEventListener("focusin",t=>t.target.at&&this.hint(t.target))}build(t){let{D:e,H:s,W:i,K:r,F:a,P:n,H2:o,W2:l}=d(t),c=e*a*a,h=o*l;Object.assign(this,{size:{D:e,H:s,W:i,K:r,F:a,P:n,H2:o,W2:l,rows:c,columns:h},lit:[],hot:[]}),this.x=Array.from({length:e},(t,e)=>Z(e,s,i,n)),this.col=Z(0,c,h),this.maps=Array.from({length:r},(t,e)=>Z(e,o,l));let p=t=>Array.from({length:r},()=>Array.from({length:t},()=>b("span",{class:"cs-cell"})));Object.assign(this,{row:p(c),bias:p(1),y:p(h)}),this.numberWindows(),this.frames=this.x.map(()=>b("div",{class:"cs-window"})),this.bar=b("div",{class:"cs-window cs-column"}),this.scroll=b("div",{class:"cs-right"},this.colPart(),this.yPart());let u=b("div",{class:"cs-left"},this.inputPart(),this.rowPart());this.node.replaceChildren(u,this.scroll,this.legendPart(),this.mapsPart()),this.node.style.setProperty("--rows",s+2*n),this.node.style.setProperty("--cols",i+2*n),this.node.style.setProperty("--span",a);let f=(t,e)=>new tt(t.map(t=>t.cells),e);this.rovingX=f(this.x,t=>this.cellName(t)),this.rovingCol=f([this.col],([,t,e])=>`${U("X_col",[t,e])} is ${this.col.cells[t][e].textContent}`),this.rovingY=f(this.maps,([t,e,s])=>`${U("y",[t,e,s])} is ${this.maps[t].cells[e][s].textContent}`)}numberWindows(){let{W2:t}=this.size;for(let t of[...this.col.cells,...this.y])t.forEach((t,e)=>{t.window=e});for(let{cells:e}of this.maps)e.forEach((e,s)=>e.forEach((e,i)=>{e.window=s*t+i}));this.row.forEach(t=>t.forEach((t,e)=>{t.tap=e}))}cellName([t,e,s]){let i=this.counts?.[e][s]??0;return`${U("x",[t,e,s])} is ${this.x[t].cells[e][s].textContent}, ${i} ${1===i?"time":"times"} in X_col`}part(t,e,s,i,...r){return b("div",{class:`cs-part cs-part-${t} cs-${e}`},b("div",{class:"cs-part-name"},b("b",{},s),b("span",{},i)),r)}slice(t,e,s){return b("div",{class:"cs-slice",role:"rowgroup","aria-label":t},b("div",{class:"cs-slice-name","aria-hidden":"true"},t),b("div",{class:"cs-field"},e.lines,s))}inputPart(){let{D:t,H:e,W:s}=this.size,i=b("div",{class:"cs-volume-slices",role:"grid","aria-label":`Input x, ${s}\xd7${e}\xd7${t}. Arrows choose a cell, Enter shows all its copies, Escape hides them.`},this.x.map((t,e)=>this.slice(`x[${e}]`,t,this.frames[e])));return i.addEventListener("keydown",t=>{let e=this.rovingX.key(t);if(e)this.rovingX.point(e,!0);else if("Enter"===t.key||" "===t.key)this.choose(this.rovingX.at);else{if("Escape"!==t.key)return;this.on.choose([])}t.preventDefault()}),this.part("x","input","Input x",`${s}\xd7${e}\xd7${t}`,i)}colPart(){let{D:t,F:e,rows:s,columns:i}=this.size,r=b("div",{class:"cs-blocks","aria-hidden":"true"},Array.from({length:t},(t,e)=>b("span",{},`x[${e}]`)));this.heads=Array.from({length:i},(t,e)=>b("span",{},String(e)));let a=b("div",{class:"cs-heads","aria-hidden":"true"},this.heads);r.style.setProperty("--taps",e*e),this.col.lines.forEach((t,s)=>t.classList.toggle("cs-next",s>0&&s%(e*e)==0));let n=b("div",{class:"cs-field",role:"grid","aria-label":`X_col, ${s} rows, ${i} columns: one for each window. ${th}`},this.col.lines,this.bar);return this.listen(n,()=>this.rovingCol,([,,t])=>t),this.part("x","xcol","X_col",`${s}\xd7${i}: a column for each window`,a,b("div",{class:"cs-labelled"},r,n))}rowPart(){let{F:t,K:e,rows:s}=this.size;for(let e of this.row)e.forEach((e,s)=>e.classList.toggle("cs-next",s>0&&s%(t*t)==0));return this.rowField=this.plain(this.row),this.biasField=this.plain(this.bias),this.weights=b("div",{class:"cs-weights",role:"group","aria-label":"W_row and b"},this.part("w","wrow","W_row",`${e}\xd7${s}: a row for each filter`,this.rowField),this.part("w","bias","b",`${e}`,this.biasField)),this.weights}plain(t){return b("div",{class:"cs-field",role:"img"},t.map(t=>b("div",{class:"cs-row"},t)))}yPart(){let{K:t,columns:e}=this.size;return this.yField=this.plain(this.y),this.part("y","ymatrix","Y = W_row \xb7 X_col + b",`${t}\xd7${e}`,b("div",{class:"cs-labelled"},this.yField))}mapsPart(){let{K:t,H2:e,W2:s}=this.size,i=b("div",{class:"cs-volume-slices",role:"grid","aria-label":`Output y, ${s}\xd7${e}\xd7${t}. ${th}`},this.maps.map((t,e)=>this.slice(`y[${e}]`,t)));return this.listen(i,()=>this.rovingY,([,t,e])=>t*s+e),this.part("y","output","Output y",`${s}\xd7${e}\xd7${t}: Y, reshaped`,i)}legendPart(){return this.legend=b("div",{class:"cs-legend"}),b("div",{class:"cs-key"},this.legend)}listen(t,e,s){t.addEventListener("keydown",t=>{let i=e().key(t);if(i)this.on.hold(),e().point(i,!0),this.on.move(s(i));else if(" "===t.key)this.on.play();else if("Enter"===t.key)this.on.step(1);else{if("Escape"!==t.key)return;this.on.choose([])}t.preventDefault()})}hover(t){let e=t.target.closest(".cs-cell");e?.window===void 0||"mouse"!==t.pointerType||this.on.playing()||this.on.move(e.window),this.hint(e)}click(t){if(!t)return;this.on.hold();let e=t.at&&[this.rovingX,this.rovingCol,this.rovingY].find(e=>e.cell(t.at)===t);e?.point(t.at,!0),void 0!==t.window?this.on.move(t.window):e===this.rovingX&&this.choose(t.at)}choose(t){this.on.choose(String(t)===String(R(this.s))?[]:t)}values(t){let{P:e,W2:s,H2:i}=this.size,r=H(t);for(let{cells:e}of(this.s=t,this.entries=q(t),this.results=I(r,this.entries,t.b),this.counts=X(t),this.letters={cell:tn(r,t.b,this.results),input:tn(t.x)},ts(this.x.map(t=>t.cells),t.x),ts([this.row,this.bias,this.y,this.col.cells],[r,t.b.map(t=>[t]),this.results,this.entries.map(t=>t.map(({value:t})=>t))]),ts(this.maps.map(t=>t.cells),this.results.map(t=>Array.from({length:i},(e,i)=>t.slice(i*s,(i+1)*s)))),this.entries.forEach((t,e)=>t.forEach(({from:t},s)=>this.col.cells[e][s].classList.toggle("cs-zero",!t))),this.x))e.forEach((t,e)=>t.forEach((t,s)=>t.classList.toggle("cs-unread",!this.counts[e][s])));this.label(r);let a=[["cs-tap","the window and its column"],["cs-copy","a cell that you click, and its copies"],...e?[["cs-zero","padding"]]:[],...this.counts.flat().includes(0)?[["cs-unread","read by no window"]]:[]];for(let t of(this.legend.replaceChildren(...a.map(([t,e])=>b("span",{},b("i",{class:`cs-cell ${t}`,"aria-hidden":"true"}),e))),[this.rovingX,this.rovingCol,this.rovingY]))t.point(t.at)}label(t){let e=(t,e)=>`${t}: ${e.map((t,e)=>`row ${e}: ${t.map(C.ai).join(", ")}`).join("; ")}`;this.rowField.setAttribute("aria-label",e("W_row",t)),this.biasField.setAttribute("aria-label",`b: ${this.s.b.map(C.ai).join(", ")}`),this.yField.setAttribute("aria-label",e("Y",this.results))}move(t){let{n:e,row:s,col:i}=_(t),{F:r}=this.size,a=s*t.stride,n=i*t.stride;for(let e of(this.s=t,this.lit))e.classList.remove("cs-tap","cs-here");for(let[t,s]of[["--top",a],["--left",n],["--window",e]])this.node.style.setProperty(t,s);let o=[...this.x.flatMap(({field:t})=>t.slice(a,a+r).flatMap(t=>t.slice(n,n+r))),...this.col.cells.map(t=>t[e]),this.heads[e]],l=[...this.y.map(t=>t[e]),...this.maps.map(({cells:t})=>t[s][i])];for(let t of o)t.classList.add("cs-tap");for(let t of l)t.classList.add("cs-here");this.lit=[...o,...l],this.follow(this.rovingCol,[0,this.rovingCol.at[1],e]),this.follow(this.rovingY,[this.rovingY.at[0],s,i]),this.reveal(this.col.cells[0][e]),this.hint(this.node.contains(document.activeElement)&&!this.on.playing()&&document.activeElement.at?document.activeElement:null)}follow(t,e){t.point(e,t.cell(t.at)===document.activeElement&&!this.on.playing())}reveal(t){let{scrollLeft:e,clientWidth:s,scrollWidth:i}=this.scroll;if(i<=s)return;let r=t.getBoundingClientRect().left-this.scroll.getBoundingClientRect().left+e;(r<e||r+t.offsetWidth+4>e+s)&&(this.scroll.scrollLeft=r-s/2)}hint(t){for(let t of this.hot)t.classList.remove("cs-hot","cs-copy");this.hot=[];let{n:e}=_(this.s),s=t&&this.rovingX.cell(t.at??[])===t?t.at:R(this.s);s&&this.trace(s),t?.tap!==void 0?this.link(t.tap,e):t?.at&&this.col.cells[t.at[1]]?.[t.at[2]]===t?this.link(t.at[1],e):this.on.note(s?B(this.s,s,this.entries):"")}link(t,e){let{F:s}=this.size,{row:i,col:r}=_(this.s),{stride:a}=this.s,n=Math.floor(t/(s*s)),o=this.x[n].field[i*a+Math.floor(t/s)%s][r*a+t%s];this.mark("cs-hot",[o,this.col.cells[t][e],...this.row.map(e=>e[t])]),this.on.note(function(t,[e,s],{value:i,from:r}){let[a,n,o]=[Math.floor(e/(t*t)),Math.floor(e/t)%t,e%t],l=r?`${U("x",r)} = ${(0,C.ai)(i)}`:"a zero of the padding";return`Row ${e} of X_col holds channel ${a}, row ${n}, column ${o} of every window; for window ${s} that is ${l}.`}(s,[t,e],this.entries[t][e]))}trace([t,e,s]){let i=this.entries.flatMap((i,r)=>i.flatMap((i,a)=>(({from:i})=>i&&i[0]===t&&i[1]===e&&i[2]===s)(i)?[this.col.cells[r][a]]:[]));this.mark("cs-copy",[this.x[t].cells[e][s],...i])}mark(t,e){for(let s of e)s.classList.add(t);this.hot.push(...e)}get cramped(){return JSON.stringify(this.letters)!==this.fitted}fit(t){let e=this.letters,s={cell:to(Math.max(e.cell,e.input)),input:to(e.input)},{mode:i,cell:r,input:a,slices:n,maps:o,apart:l}=function(t,e,s){let i=tc(t,e,s.cell,e.D),r=tc(t,e,s.cell,1);if(i||r){let t=r>i+1;return{mode:"beside",cell:t?r:i,input:t?r:i,slices:t?1:e.D}}return{mode:"below",cell:Math.max(Math.min(Math.max(Math.floor((t-32-4)/e.columns),s.cell),30),s.cell),...function(t,{D:e,K:s,W:i,H:r,P:a,W2:n,H2:o},l){let c=(t,e,s)=>Math.max(t*e*s+(t-1)*14,96),h=(t,e,s,i)=>Math.ceil(e/t)*(s*i+26),d=[];for(let p of new Set([e,1]))for(let u of new Set([s,1])){let f=c(p,i+2*a,l.input)+14+c(u,n,l.cell),m=Math.max(h(p,e,r+2*a,l.input),h(u,s,o,l.cell));f<=t&&d.push({slices:p,maps:u,height:m})}let p=d.sort((t,e)=>t.height-e.height)[0]??{slices:1,maps:1};return{input:l.input,slices:p.slices,maps:p.maps,apart:!d.length}}(t,e,s)}}(t,this.size,s);for(let[t,s]of(this.fitted=JSON.stringify(e),this.node.className=`cs-matrices cs-mode-${i}`,Object.entries({"cs-down":1===n,"cs-maps-down":1===o,"cs-apart":l})))this.node.classList.toggle(t,!!s);for(let[t,n]of[["--c",r],["--o","below"===i?s.cell:r],["--input",a],["--text",tl(r,Math.max(e.cell,e.input))],["--out-text",tl("below"===i?s.cell:r,e.cell)],["--input-text",tl(a,e.input)]])this.node.style.setProperty(t,`${n}px`);this.weights.scrollWidth>this.weights.clientWidth?this.weights.setAttribute("tabindex","0"):this.weights.removeAttribute("tabindex")}}let tp=["x","w","b","stride","pad"],tu=[["F","filter size",1,3,"w"],["S","stride",1,3,"s"],["P","padding",0,1,"s"]],tf={S:"stride",P:"pad"},tm=T(class extends D{constructor(t,e){super(t,e,[...tp,"window","cell","knobs"],J),Object.assign(this,{kept:{},shown:{}}),this.picture=new td({move:t=>this.change({window:t}),choose:t=>this.choose(t),play:()=>this.player.toggle(),step:t=>this.step(t),note:t=>this.note(t),hold:()=>this.player.pause(),playing:()=>this.player.playing}),this.player=new F("Walk through the windows",{step:t=>this.step(t),start:()=>this.start(),next:()=>this.root.isConnected&&this.next(),paused:()=>this.announce(this.sentence.textContent),reset:()=>this.reset()}),this.controls=j(tu,(t,e)=>this.resize(t,e)),this.build(),this.first=super.read(),this.update(),this.follow()}build(){let t=t=>b("p",{class:`cs-${t}`});Object.assign(this,{shapes:t("shapes"),memory:t("memory"),sentence:t("sentence"),aside:t("note"),problem:t("problem")}),this.bars=["x","col"].map(t=>b("span",{class:`cs-bar-${t}`}));let e=b("div",{class:"cs-bars","aria-hidden":"true"},["input","X_col"].map((t,e)=>b("div",{},b("span",{},t),this.bars[e])));this.body=b("div",{class:"cs-body"},b("div",{class:"cs-line"},this.controls.node,this.player.node),b("div",{class:"cs-cost"},e,this.memory),this.picture.node,b("div",{class:"cs-words"},this.sentence,this.aside,this.shapes)),this.open("im2col","im2col: windows as columns",this.problem,this.body)}read(){return{...super.read(),dilation:1}}resize(t,e){return(this.player.pause(),t in tf)?this.change({[tf[t]]:e}):this.change({w:L({...d(this.read()),F:e},this.kept).w})}choose(t){this.player.pause(),this.change({cell:t})}reset(){this.player.pause(),this.kept={},this.change(this.first)}step(t){this.player.pause();let e=this.read(),{columns:s}=Y(e);this.change({window:(_(e).n+t+s)%s})}start(){this.next()||this.change({window:0})}next(){let t=this.read(),{columns:e}=Y(t),s=_(t).n+1;return!(s>=e)&&(this.change({window:s}),!0)}update(){this.queued=!1;let t=this.read(),e=p(t);if(this.problem.hidden=!e,this.body.hidden=!!e,e)return v(this.problem,e);for(let e of["x","w","b"])this.kept[e]=S(this.kept[e],t[e]);let s=this.shown,i=JSON.stringify(d(t)),r=tp.some(e=>s[e]!==t[e]);i!==this.size&&this.picture.build(t),r&&this.picture.values(t),(i!==this.size||this.picture.cramped)&&this.picture.fit(this.width()),this.size=i,this.shown=t,this.showWords(t,r&&void 0!==s.x,s.cell!==t.cell)}showWords(t,e,s){let i=Y(t),r=G(t,this.picture.entries,this.picture.results);for(let t of["shapes","memory"])v(this[t],r[t]);v(this.sentence,r.column),this.spare=r.aside,this.picture.move(t),this.controls.show(d(t),this),[i.numbers/i.ratio,i.numbers].forEach((t,e)=>{this.bars[e].style.setProperty("--share",t/(i.numbers/i.ratio)/9),v(this.bars[e],(0,C.ai)(t))}),this.showDescription(t);let a=this.showTask(i),n=e?`${r.memory} `:"";this.announce(`${n}${s&&r.aside?r.aside:r.column}${a}`)}note(t){v(this.aside,t||this.spare||"")}});var tg=s(23),tx=s.n(tg),tw=s(24),tb=s.n(tw),tv=s(25),ty=s.n(tv),t$=s(26),tk=s.n(t$),tz=s(27),tA=s.n(tz),tM=s(28),tE=s.n(tM),tL=s(36),tS={};function tP(t,e,s){let i=z("choice"),r=e.map(([t])=>b("input",{type:"radio",name:i,value:t,onchange:()=>s(t)}));return{node:b("div",{class:"cs-choice",role:"radiogroup","aria-label":t},e.map(([,t],e)=>b("label",{},r[e],b("span",{},t)))),show:t=>r.forEach(e=>{e.checked=e.value===t})}}function tj(t){let e=t.x.length,s=t.x[0].length,i=t.size,r=t.stride;return{H:e,W:s,F:i,S:r,H2:c(e,i,r),W2:c(s,i,r)}}tS.styleTagTransform=tE(),tS.setAttributes=tk(),tS.insert=ty().bind(null,"head"),tS.domAPI=tb(),tS.insertStyleElement=tA(),tx()(tL.A,tS),tL.A&&tL.A.locals&&tL.A.locals;let tC=(t,e,s)=>Array.from({length:t},(t,i)=>Array.from({length:e},(t,e)=>s(i,e))),tW=t=>t.reduce((t,e)=>t+e,0);function tT(t){let{H2:e,W2:s}=tj(t);return t.dy.length===e&&t.dy[0].length===s?t.dy:tC(e,s,(t,e)=>10*(t*s+e+1))}function tN(t){let{H2:e,W2:s}=tj(t),i=(t,e)=>Math.min(Math.max(t,0),e-1);return{row:i(t.row,e),col:i(t.col,s)}}function tO(t,e,s){let i=tC(t.size,t.size,(i,r)=>[e*t.stride+i,s*t.stride+r]).flat(),r=i.map(([e,s])=>t.x[e][s]);if("max"===t.kind){let t=Math.max(...r)+0;return{cells:i,values:r,y:t,switched:r.indexOf(t),equal:r.filter(e=>e===t).length}}let a=tW("L2"===t.kind?r.map(t=>t*t):r);return{cells:i,values:r,total:a,y:"L2"===t.kind?Math.sqrt(a):a/r.length,switched:null,equal:0}}function tF(t,e,s){return"max"===t.kind?e.values.map((t,i)=>i===e.switched?s:0):"average"===t.kind?e.values.map(()=>s/e.values.length):e.values.map(t=>0===e.y?0:t*(s/e.y)+0)}function tD(t){let{H:e,W:s,H2:i,W2:r}=tj(t),a=tT(t),n=tC(i,r,(e,s)=>tO(t,e,s)),o=tC(e,s,()=>[]);return n.forEach((e,s)=>e.forEach((e,i)=>{tF(t,e,a[s][i]).forEach((t,r)=>{let[a,n]=e.cells[r];o[a][n].push({row:s,col:i,part:t,won:r===e.switched})})})),{dy:a,windows:n,sources:o,y:n.map(t=>t.map(t=>t.y)),dx:o.map(t=>t.map(t=>tW(t.map(({part:t})=>t))))}}function tq(t){let{H:e,W:s,F:i,S:r,H2:a,W2:o}=tj(t),{row:l,col:c}=tN(t),{windows:h,dx:d}=tD(t),p=h[l][c];return{kind:t.kind,H:e,W:s,F:i,S:r,H2:a,W2:o,fits:n(e,i,r)&&n(s,i,r),row:l,col:c,value:p.y,switch:p.switched,tied:p.equal>1,ties:h.flat().filter(({equal:t})=>t>1).length,receivers:d.flat().filter(t=>0!==t).length}}let tH={max:"Max",average:"Average",L2:"L2-norm"},tI=(t,e=2)=>Math.floor(t*10**e+.5)/10**e,tX=(t,e)=>String(tI(t,e)+0).replace("-","−"),t_=t=>[2,1,0].map(e=>tX(t,e)).find(t=>t.length<=5)??(0,C.h0)(t),tR=(...t)=>t.every(t=>1e-9>Math.abs(tI(t)-t))?"=":"≈",tY=t=>t<0?`(${tX(t)})`:tX(t),tK=([t,e])=>`row ${t}, column ${e}`,tU=(...t)=>t.filter(Boolean).join(" ");function tB(t){let{H:e,W:s,F:i,S:r,H2:a,W2:n}=tj(t),o=`${tH[t.kind]} pooling of a depth slice of ${s}\xd7${e}, windows of ${i}\xd7${i}, stride ${r}: the output is ${n}\xd7${a}.`,l=t.backward?tV(t):[];return tU(o,tJ(t),...tG(t),...l)}function tJ(t){let{H:e,W:s,F:i,S:r}=tj(t);return[...new Set([s,e])].map(t=>(0,C.x8)(l(t,i,r))).join(" ")}function tG(t){let{row:e,col:s}=tN(t),i=tO(t,e,s),{values:r,total:a,y:n}=i,o=r.length,l=`y[${e}, ${s}] ${tR(...r)}`,c=`${tR(n)} ${tX(n)}.`;if("max"===t.kind)return[`${l} max(${r.map(t=>tX(t)).join(", ")}) ${c}`,function({cells:t,y:e,switched:s,equal:i}){let r=tK(t[s]),a=`That is cell ${s} of the window: the switch is ${s}.`;return 1===i?`The largest stands in ${r}. ${a}`:`A tie: ${i} cells hold ${tX(e)}. Row by row, the first of them wins: ${r}. ${a}`}(i)];if("average"===t.kind)return[`${l} (${r.map(tY).join(" + ")})/${o} ${tR(a)} ${tX(a)}/${o} ${c}`,`All ${o} cells count the same.`];let h=r.map(t=>`${tY(t)}\xb2`).join(" + ");return[`${l} √(${h}) ${tR(a)} √${tX(a)} ${c}`,n?"Large numbers count most.":"All its cells are 0."]}function tV(t){let{row:e,col:s}=tN(t),i=tO(t,e,s),r=tT(t)[e][s],{values:a,y:n}=i,o=a.length,l=`dy[${e}, ${s}] ${tR(r)} ${tX(r)}`,{S:c,F:h,H2:d,W2:p}=tj(t);if(0===r)return[`${l}: nothing is sent.`,""];if("max"===t.kind)return function(t,e,{cells:s,values:i,switched:r,equal:a}){let[n,o]=s[r],l=`The other ${i.length-1} cells get nothing from this window`,c=1===a?"":2===a?", not even the one that is as large":`, not even the ${a-1} that are as large`,h=tD(t).sources[n][o].filter(({won:t})=>t).map(({part:t})=>t),d=h.length>1?`That cell won in ${h.length} windows: ${tQ("dx",n,o,h)}.`:"";return[`${e} goes to ${tK([n,o])}, all of it.`,tU(`${l}${c}.`,d)]}(t,l,i);let u=c<h&&d*p>1?"What a cell gets from several windows adds up.":"";if("average"===t.kind){let t=r/o;return[`${l} is shared equally: ${tX(r)}/${o} ${tR(t)} ${tX(t)} for each cell.`,u]}if(0===n)return[`${l}, but y is 0 and has no slope here: nothing is sent.`,u];let f=a.some(t=>t<0)?"A cell below 0 gets a share of the other sign: if it grows, y shrinks.":"",m=tF(t,i,r).map(t=>tX(t)).join(", ");return[`${l} is shared as dy \xb7 x/y, with y ${tR(n)} ${tX(n)}: ${m}.`,tU(f,u)]}function tQ(t,e,s,i){let r=i.reduce((t,e)=>t+e,0);return`${t}[${e}, ${s}] = ${i.map(tY).join(" + ")} ${tR(r)} ${tX(r)}`}let tZ=[["beside",32],["below",28],["stack",24],["column",24]];function t0(t,e){return b("div",{class:"cs-part-name"},b("b",{},t),e instanceof Node?e:b("span",{},e))}function t1(){let t=b("p",{class:"cs-sentence"}),e=b("p",{class:"cs-more"});return{said:t,more:e,node:b("div",{class:"cs-words"},t,e)}}function t2(t,e,...s){return b("div",{class:`cs-lane cs-${t}`,role:"group","aria-label":e},s)}function t4(t,e){let s=Array.from({length:e*e},(t,e)=>b("span",{class:"cs-cell"},b("small",{},String(e)),b("span",{}))),i=b("div",{class:"cs-taps",role:"img"},Array.from({length:e},(t,i)=>b("div",{class:"cs-row"},s.slice(i*e,(i+1)*e)))),r=b("span",{}),a=b("div",{class:"cs-foot"});return{cells:s,table:i,detail:r,foot:a,node:b("div",{class:"cs-part cs-part-mid"},t0(t,r),b("div",{class:"cs-between"},i,a))}}function t3([t,e]){return b("div",{},b("span",{},t),b("b",{},tX(e)))}function t6({cells:t,table:e},s,i,r){e.classList.toggle("cs-numbered",null!==i),s.forEach((e,s)=>{t[s].className=`cs-cell ${r(s)}`,v(t[s].lastChild,t_(e))})}function t7({cells:t,roving:e},s){s.flat().forEach((e,s)=>{t[s].firstElementChild||v(t[s],t_(e))}),e.point(e.at)}let t5={max:"maximum",average:"average",L2:"L2 norm"},t8="Plus and minus change a number, Enter or a digit types one.";class t9{constructor(t){this.on=t,this.node=b("div",{class:"cs-stage"}),this.words={forward:t1(),backward:t1()},this.legend=b("div",{class:"cs-legend"}),this.words.forward.node.append(this.legend),this.node.addEventListener("pointerover",t=>this.hint(t.target.closest(".cs-cell"))),this.node.addEventListener("pointerleave",()=>this.hint(null))}build(t){this.size=tj(t);let{H:e,W:s,F:i,H2:r,W2:a}=this.size;for(let t of(this.marked=[],this.x=this.slice("x",e,s,`Input x, ${s}\xd7${e}. ${t8}`),this.y=this.slice("y",r,a,`Output y, ${a}\xd7${r}. Arrows move the window.`),this.dx=this.slice("dx",e,s,`Gradient dx of the input, ${s}\xd7${e}.`),this.dy=this.slice("dy",r,a,`Gradient dy of the output, ${a}\xd7${r}. Arrows move the window. ${t8}`),this.slices=[this.x,this.y,this.dx,this.dy],this.slices))this.listen(t);this.forward=t4("Window",i),this.backward=t4("Shares",i),this.stepper=this.makeStepper();let n=this.part("y","Output y",`${a}\xd7${r}`,this.y.node),o=this.part("y","dy","gradient of y",this.dy.node);this.backLane=t2("backward","Backward",this.part("x","dx","gradient of x",this.dx.node),this.backward.node,o,this.words.backward.node),this.node.replaceChildren(t2("forward","Forward",this.part("x","Input x",`${s}\xd7${e}`,[this.x.node,this.stepper.node]),this.forward.node,n,this.words.forward.node),this.backLane)}slice(t,e,s,i){let{cells:r,lines:a}=Z(0,e,s),n=t=>b("span",{class:"cs-index","aria-hidden":"true"},String(t));a.forEach((t,e)=>t.prepend(n(e)));let o=b("div",{class:"cs-row cs-indices","aria-hidden":"true"},Array.from({length:s},(t,e)=>n(e))),l=b("div",{role:"grid","aria-label":i},a),c=t.endsWith("x")?b("div",{class:"cs-window"}):null,h={name:t,grid:l,frame:c,cells:r.flat(),node:b("div",{class:"cs-field"},o,l,c),edits:"x"===t||"dy"===t,moves:t.endsWith("y")};return r.flat().forEach(t=>{t.slice=h}),h.roving=new tt([r],([,e,s])=>`${t}[${e}, ${s}] is ${r[e][s].textContent}`),h}part(t,e,s,i){return b("div",{class:`cs-part cs-part-${t}`},t0(e,s),i)}makeStepper(){let t=(t,e,s)=>b("button",{type:"button",class:"cs-knob-button",tabindex:"-1","aria-label":`Chosen number: ${s}`,onclick:()=>this.step(this.x,e)},t),e=b("span",{class:"cs-chosen-name"}),s=b("b",{});return{node:b("div",{class:"cs-stepper",role:"group","aria-label":"Chosen number"},e,b("div",{class:"cs-knob-box"},t("−",-1,"one less"),s,t("+",1,"one more"))),name:e,value:s}}listen(t){let{grid:e,roving:s}=t;e.addEventListener("click",e=>{let s=e.target.closest(".cs-cell");if(!s?.at||"INPUT"===e.target.tagName)return;let i=t.chosen===s;this.go(t,s.at),i&&t.edits&&this.open(t)}),e.addEventListener("focusin",t=>t.target.at&&this.hint(t.target)),e.addEventListener("focusout",({target:t})=>{"INPUT"===t.tagName&&setTimeout(()=>this.values(this.s))}),e.addEventListener("keydown",e=>{if("INPUT"===e.target.tagName||e.ctrlKey&&1===e.key.length||e.metaKey)return;let i=s.key(e);if(i)this.go(t,i);else if(!t.edits)return;else if("Enter"===e.key||"F2"===e.key)this.open(t);else if(/^\d$/.test(e.key))this.open(t,e.key);else{if(!/^[-−+=]$/.test(e.key))return;this.step(t,"-−".includes(e.key)?-1:1)}e.preventDefault()})}go(t,e){this.on.hold(),t.roving.point(e,!0),t.chosen=t.roving.cell(e),t.moves?this.on.move({row:e[1],col:e[2]}):t===this.x&&this.choose()}number({name:t},[,e,s]){return("x"===t?this.s.x:this.all.dy)[e][s]}open(t,e){let{name:s,roving:i}=t,r=i.at;this.on.hold(),ti(i.cell(r),{value:this.number(t,r),name:`${s}[${r[1]}, ${r[2]}]`,first:e,take:t=>this.on.number(s,r,t),refuse:this.on.refuse})}step(t,e){let s=t.roving.at,i=Number((this.number(t,s)+e).toPrecision(12));this.on.hold(),999>=Math.abs(i)&&this.on.number(t.name,s,i)}values(t){this.s=t,this.all=tD(t);let{H:e,W:s}=this.size,{windows:i,sources:r,y:a,dx:n,dy:o}=this.all;t7(this.x,t.x),t7(this.y,a),t7(this.dx,n),t7(this.dy,o),this.letters=ta([t.x,a,n,o].flat(2).map(t=>t_(t)));let l=new Set(i.flat().filter(({switched:t})=>null!==t).map(({cells:t,switched:e})=>String(t[e])));for(let t=0;t<e;t++)for(let e=0;e<s;e++){for(let i of[this.x,this.dx])i.cells[t*s+e].classList.toggle("cs-unread",!r[t][e].length);this.x.cells[t*s+e].classList.toggle("cs-won",l.has(String([t,e]))),this.dx.cells[t*s+e].classList.toggle("cs-got",0!==n[t][e])}this.move(t)}move(t){this.s=t;let{W:e,W2:s}=this.size,{row:i,col:r}=tN(t),a=this.all.windows[i][r],n=this.all.dy[i][r];for(let t of this.marked)t.classList.remove("cs-tap","cs-here","cs-share"),t.style.removeProperty("--part");let o=(t,e)=>{t.classList.add(e),this.marked.push(t)};for(let{frame:e}of(this.marked=[],[this.x,this.dx]))e.style.setProperty("--top",i*t.stride),e.style.setProperty("--left",r*t.stride),e.style.setProperty("--span",t.size);let l=tF(t,a,n),c=Math.max(...l.map(Math.abs));for(let t of(a.cells.forEach(([t,s],i)=>{let r=i===a.switched,h=this.dx.cells[t*e+s];for(let a of(o(this.x.cells[t*e+s],r?"cs-here":"cs-tap"),o(h,r&&0!==n?"cs-here":0!==l[i]?"cs-share":"cs-tap"),[h,this.backward.cells[i]]))a.style.setProperty("--part",`${Math.round(35*Math.abs(l[i])/(c||1))}%`)}),[this.y,this.dy]))o(t.cells[i*s+r],"cs-here"),t.chosen=t.cells[i*s+r],t.roving.point([0,i,r]);this.backLane.classList.toggle("cs-routed","max"===t.kind),this.showMiddle(t,a,l,n),this.choose()}showMiddle(t,{values:e,total:s,y:i,switched:r},a,n){let o=e.length,l="max"===t.kind,c="L2"===t.kind?e.map(t=>t*t):e;t6(this.forward,c,r,t=>t===r?"cs-here":"cs-tap"),t6(this.backward,a,r,t=>l&&t===r&&0!==n?"cs-here":0!==a[t]?"cs-share":"cs-none"),v(this.forward.detail,"L2"===t.kind?"squared":"its numbers"),v(this.backward.detail,"L2"===t.kind?"dy \xb7 x/y":"of the window"),this.showLegend(l);let h={max:[["largest",i]],average:[["sum",s],[`sum/${o}`,i]],L2:[["sum",s],["√sum",i]]}[t.kind],d={max:[[`to cell ${r}`,n]],average:[["dy",n],[`dy/${o}`,n/o]],L2:[["dy",n],["y",i]]}[t.kind];this.forward.foot.replaceChildren(...h.map(t3)),this.backward.foot.replaceChildren(...d.map(t3)),this.forward.table.setAttribute("aria-label",`Window${"L2"===t.kind?", squared":""}: ${c.map(t=>tX(t)).join(", ")}; ${t5[t.kind]} ${tX(i)}`),this.backward.table.setAttribute("aria-label",`Shares of the cells in this window: ${a.map(t=>tX(t)).join(", ")}`)}showLegend(t){let e=(t,e)=>b("span",{},b("i",{class:`cs-cell ${t}`,"aria-hidden":"true"}),e),s=this.all.sources.flat().some(t=>!t.length);this.legend.replaceChildren(...t?[e("cs-won","wins in its window")]:[],...s?[e("cs-unread","read by no window")]:[])}choose(){let{roving:t,cells:e}=this.x,[,s,i]=t.at;for(let s of e)s.classList.toggle("cs-chosen",s===t.cell(t.at));v(this.stepper.name,`x[${s}, ${i}]`),v(this.stepper.value,tX(this.s.x[s][i]))}hint(t){for(let t of[this.y,this.dy])for(let e of t?.cells??[])e.classList.remove("cs-reads");let e=t?.slice?.name;if("x"!==e&&"dx"!==e)return this.on.note("");let[,s,i]=t.at;for(let{row:t,col:e}of this.all.sources[s][i])for(let s of[this.y,this.dy])s.cells[t*this.size.W2+e].classList.add("cs-reads");this.on.note(("x"===e?function(t,[e,s]){let i=tD(t).sources[e][s],r=0===i.length?"no window":1===i.length?"1 window":`${i.length} windows`,a=i.filter(({won:t})=>t).length,n=1===i.length?"it":"them",o="max"===t.kind&&i.length?a?` and wins in ${a===i.length?n:a}`:" and wins in none":"";return`x[${e}, ${s}] ${tR(t.x[e][s])} ${tX(t.x[e][s])} is read by ${r}${o}.`}:function(t,[e,s]){let i=tD(t).sources[e][s],r="max"===t.kind,a=r?i.filter(({won:t})=>t):i,n=a.map(({part:t})=>t),o=`dx[${e}, ${s}]`;return a.length?1===n.length?`${o} ${tR(n[0])} ${tX(n[0])}, from dy[${a[0].row}, ${a[0].col}].`:`${tQ("dx",e,s,n)}, from the ${n.length} windows that ${r?"it wins in":"read it"}.`:`${o} = 0: ${i.length?"it wins in no window":"no window reads it"}.`})(this.s,[s,i]))}get cramped(){return this.letters!==this.fitted}fit(t){let{mode:e,cell:s,input:i,middle:r,tap:a,output:n}=function(t,{W:e,W2:s,F:i},r){for(let[a,n]of tZ)for(let o=40;o>=Math.max(n,r);o--){let l=Math.max(16+e*o,78),c=Math.max(16+s*o,78),h=Math.max(o,Math.min(34,Math.floor(84/i))),d=Math.max(i*h,84),p=({column:l,stack:l+34+c}[a]??l+d+c+68)+250*("beside"===a),u="column"===a&&o===Math.max(n,r);if(p<=t||u)return{mode:a,cell:o,tap:h,input:l,middle:d,output:c}}}(t,this.size,to(this.letters));for(let[t,o]of(this.fitted=this.letters,this.node.className=`cs-stage cs-mode-${e}`,[["--c",s],["--m",a],["--wx",i],["--wm",r],["--wy",n],["--text",tl(s,this.letters)]]))this.node.style.setProperty(t,`${o}px`)}}let et=["x","dy","kind","size","stride"],ee=["row","col","backward"],es=[["max","maximum"],["average","average"],["L2","L2 norm"]],ei=[["one","forward"],["both","and backward"]],er=[[2,2],[3,2],[3,1]],ea=T(class extends N{constructor(t,e){super(t,e,[...et,...ee,"knobs"],tB),this.first=this.read(),this.shown={},this.picture=new t9({move:t=>this.change(t),number:(...t)=>this.setNumber(...t),refuse:t=>this.refuse(t),note:t=>this.note(t),hold:()=>this.hold()}),this.build(),this.update(),this.follow()}build(){let t=[this.first.size,this.first.stride],e=(er.some(e=>String(e)===String(t))?er:[t,...er]).map(([t,e])=>[`${t},${e}`,`${t}\xd7${t}, stride ${e}`]);this.kind=tP("Kind of pooling",es,t=>this.change({kind:t})),this.windows=tP("Windows",e,t=>this.setWindows(...t.split(",").map(Number))),this.ways=tP("Which way",ei,t=>this.change({backward:"both"===t}));let s=b("button",{type:"button",class:"cs-button cs-reset",onclick:()=>this.reset()},"Reset");Object.assign(this,{fitText:b("p",{class:"cs-fit"}),aside:b("p",{class:"cs-note"}),problem:b("p",{class:"cs-problem",hidden:!0})}),this.body=b("div",{class:"cs-body"},b("div",{class:"cs-options"},this.kind.node,this.windows.node,this.ways.node,s),this.fitText,this.picture.node,this.aside),this.open("pooling","Pooling",this.problem,this.body)}setWindows(t,e){let s;this.hold();let[i,r]=[this.first.x.length,this.first.x[0].length].map(s=>(function(t,e,s){for(let i=t;i<=6;i++)if(n(i,e,s))return i;let i=t;for(;!n(i,e,s);)i--;return i})(s,t,e));this.change({size:t,stride:e,x:(s=this.kept,tC(i,r,(t,e)=>s?.[t]?.[e]??A(0,t,e)))})}setNumber(t,[,e,s],i){let r=structuredClone("x"===t?this.model.get("x"):tT(this.read()));r[e][s]=i,this.change({[t]:r})}reset(){this.hold(),this.kept=null,this.change(this.first)}update(){let t;this.queued=!1;let e=this.read(),s=void 0===(t=[e.x[0].length,e.x.length].find(t=>0>a(t,e.size)))?null:l(t,e.size,e.stride);if(this.problem.hidden=!s,this.body.hidden=!!s,s)return v(this.problem,s);this.kept=S(this.kept,e.x);let i=this.shown,r=JSON.stringify(tj(e)),n=r===this.size;for(let[t,s]of(n||this.picture.build(e),!n||et.some(t=>i[t]!==e[t])?this.picture.values(e):this.picture.move(e),this.size=r,this.shown=e,this.picture.backLane.hidden=!e.backward,(!n||this.picture.cramped)&&this.picture.fit(this.width()),this.kind.show(e.kind),this.windows.show(`${e.size},${e.stride}`),this.ways.show(e.backward?"both":"one"),[["kind",this.kind],["windows",this.windows],["backward",this.ways]]))s.node.hidden=!this.hasKnob(t);this.showWords(e,i,n)}showWords(t,e,s){var i;let r,a,n,{forward:o,backward:l}=this.picture.words,c=[...tG(t),...tV(t)];[o.said,o.more,l.said,l.more].forEach((t,e)=>v(t,c[e])),v(this.fitText,tJ(t)),this.fitText.classList.toggle("cs-misfit",!tq(t).fits);let h=s&&e.x!==t.x&&"max"===e.kind&&"max"===t.kind;this.moved=h?(i=t.backward,r=tD(e).windows,a=tD(t).windows,n=[],a.forEach((t,e)=>t.forEach((t,s)=>{let a=r[e][s];t.switched!==a.switched&&n.push(`${i?`The gradient of y[${e}, ${s}]`:`The winner for y[${e}, ${s}]`} moved from ${tK(a.cells[a.switched])} to ${tK(t.cells[t.switched])}.`)})),n.join(" ")):"",this.warning=null,this.note(),this.showDescription(t);let d=this.showTask(tq(t));e.x&&this.announce([this.moved,...s?[]:[this.fitText.textContent],...c.slice(0,t.backward?4:2)].filter(Boolean).join(" ")+d)}note(t){v(this.aside,this.warning||t||this.moved||"Choose an output to see its window. Choose an input to change it, with + and − or by typing.")}hold(){this.warning=null}});var en=s(42),eo={};eo.styleTagTransform=tE(),eo.setAttributes=tk(),eo.insert=ty().bind(null,"head"),eo.domAPI=tb(),eo.insertStyleElement=tA(),tx()(en.A,eo),en.A&&en.A.locals&&en.A.locals;let el=(t,e,...s)=>{let i=document.createElementNS("http://www.w3.org/2000/svg",t);for(let[t,s]of Object.entries(e))i.setAttribute(t,s);return i.append(...s),i};function ec({curve:t,unit:e=""},s,i){let{at:r,least:a,most:n}=t,o=r.length,l=440,c=t=>52+t/Math.max(o-1,1)*(l-52-18),h=t=>196-(t-a)/(n-a)*160,d=(n-a)/20,p=t=>Number((Math.round(Math.min(Math.max(t,a),n)/d)*d).toPrecision(12)),u=p((a+n)/2),f=null,m=!1,g=el("polyline",{class:"cs-guess-line"}),x=r.map((e,s)=>el("circle",{class:"cs-guess-point",r:8,tabindex:0===s?"0":"-1",role:"slider","aria-orientation":"vertical","aria-valuemin":a,"aria-valuemax":n,"aria-label":`${t.y} where ${t.x} is ${(0,C.ai)(e)}`})),w=el("g",{"aria-hidden":"true"}),v=el("svg",{class:"cs-guess-curve",role:"group","aria-label":s},w,g,...x),y=t=>{f=t;let s=t??r.map(()=>u);g.setAttribute("points",s.map((t,e)=>`${c(e)},${h(t)}`).join(" ")),v.classList.toggle("cs-untouched",null===t),x.forEach((t,i)=>{t.setAttribute("cx",c(i)),t.setAttribute("cy",h(s[i])),t.setAttribute("aria-valuenow",s[i]),t.setAttribute("aria-valuetext",`${(0,C.ai)(s[i])}${e&&` ${e}`}`)})},$=s=>{l=s,v.setAttribute("viewBox",`0 0 ${l} 240`),w.replaceChildren(...function({curve:t,unit:e,x:s,y:i,width:r}){let a=196,n=(t,e)=>el("text",{class:"cs-guess-text",...e},t),o=[t.least,(t.least+t.most)/2,t.most].flatMap(t=>[el("path",{class:"cs-guess-grid",d:`M52 ${i(t)}H${r-18}`}),n(`${(0,C.ai)(t)}${"%"===e?"%":""}`,{x:42,y:i(t)+4,"text-anchor":"end"})]),l=t.at.map((t,e)=>n((0,C.ai)(t),{x:s(e),y:a+20,"text-anchor":"middle"})),c=n(t.x,{x:(52+r-18)/2,y:a+38,"text-anchor":"middle"});return[n(t.y,{x:4,y:16}),...o,...l,c]}({curve:t,unit:e,x:c,y:h,width:l})),y(f)},k=(t,e)=>{if(m)return;let s=[...f??r.map(()=>u)];s[t]=p(e),y(s),i(s)},z=t=>{let e=v.getBoundingClientRect(),s=(t.clientX-e.left)/e.width*l,i=(t.clientY-e.top)/e.height*240;return[Math.min(Math.max(Math.round((s-52)/(l-52-18)*(o-1)),0),o-1),a+(196-i)/160*(n-a)]};return v.addEventListener("pointerdown",t=>{m||(t.preventDefault(),v.setPointerCapture(t.pointerId),k(...z(t)))}),v.addEventListener("pointermove",t=>{v.hasPointerCapture(t.pointerId)&&k(...z(t))}),v.addEventListener("keydown",t=>{let e=x.indexOf(t.target);if(e<0)return;let s=(f??r.map(()=>u))[e],i={ArrowUp:s+d,ArrowDown:s-d,Home:a,End:n}[t.key],o=x[e+(({ArrowLeft:-1,ArrowRight:1})[t.key]??0)];if(void 0!==i)k(e,i);else{if(!o||o===t.target)return;t.target.setAttribute("tabindex","-1"),o.setAttribute("tabindex","0"),o.focus()}t.preventDefault()}),$(440),new ResizeObserver(([{contentRect:t}])=>{let e=Math.min(Math.round(t.width),440);e&&e!==l&&$(e)}).observe(v),{node:b("div",{},v,b("p",{class:"cs-note"},"Draw across it, or use the arrow keys: up and down for a point, left and right for the next.")),value:()=>f,show:y,disable:t=>{m=t,v.classList.toggle("cs-shut",t)},problem:()=>null===f?"Draw a curve: drag a point up or down.":""}}var eh=s(19);function ed(t,e,s=()=>{}){let i={number:ep,choice:eu,cell:em,curve:ec}[t.kind];if(!i)throw Error(`a question of the kind ${t.kind} is not known`);return i(t,e,s)}function ep(t,e,s){let{unit:i=""}=t,r=b("input",{class:"cs-guess-number","aria-label":i?`${e} In ${"%"===i?"per cent":i}`:e,inputmode:"decimal",autocomplete:"off",spellcheck:"false",oninput:()=>s(n())}),a=()=>(0,eh.kz)(r.value,i),n=()=>Number.isNaN(a())?null:a();return{node:b("span",{class:"cs-guess-field"},r,i&&b("span",{"aria-hidden":"true"},i)),value:n,show:t=>{t!==n()&&(r.value=null===t?"":String(t).replace("-","−"))},disable:t=>{r.readOnly=t},problem:()=>null===n()?(0,eh.Qx)(r.value.trim()):(0,eh.FL)(n(),t)}}function eu({choices:t},e,s){let i=z("guess"),r=t.map((t,e)=>b("input",{type:"radio",name:i,value:e,onchange:()=>s(e)})),a=()=>{let t=r.findIndex(t=>t.checked);return t<0?null:t};return{node:b("div",{class:"cs-guess-choices",role:"radiogroup","aria-label":e},t.map((t,e)=>b("label",{},r[e],b("span",{},(0,C.Yy)(t))))),value:a,show:t=>r.forEach((e,s)=>{e.checked=s===t}),disable:t=>r.forEach(e=>{e.disabled=t&&!e.checked}),problem:()=>null===a()?"Choose one.":""}}let ef={ArrowLeft:[0,-1],ArrowRight:[0,1],ArrowUp:[-1,0],ArrowDown:[1,0]};function em({cells:t},e,s){let i=null,r=!1,a=t.map((e,s)=>e.map((e,i)=>b("button",{type:"button",role:"gridcell",tabindex:"-1","aria-label":`row ${s}, column ${i}${""===t[s][i]?"":`: ${(0,eh.Ie)(t[s][i])}`}`,onclick:()=>o(s,i)},(0,eh.Ie)(e)))),n=t=>{i=t;let[e,s]=t??[0,0];a.forEach((i,r)=>i.forEach((i,a)=>{i.setAttribute("aria-selected",String(null!==t&&r===e&&a===s)),i.tabIndex=r===e&&a===s?0:-1}))},o=(t,e)=>{r||(n([t,e]),s([t,e]))},l=a.map(t=>b("div",{role:"row"},t)),c=b("div",{class:"cs-guess-cells",role:"grid","aria-label":e,onkeydown:t=>{let e=a.flatMap((t,e)=>t.map((t,s)=>[t,e,s])).find(([e])=>e===t.target),s=ef[t.key];if(!e||!s)return;t.preventDefault();let i=a[e[1]+s[0]]?.[e[2]+s[1]];i&&(e[0].tabIndex=-1,i.tabIndex=0,i.focus())}},l);return n(null),{node:c,value:()=>i,show:n,disable:t=>{r=t,c.setAttribute("aria-readonly",String(t))},problem:()=>null===i?"Click a cell.":""}}function eg(t,e){t.hidden=!e,v(t,e)}let ex=["ask","kind","choices","unit","least","most","cells","curve","right","edges","replies"],ew=T(class extends W{constructor(t,e){super(t,e,["question",...ex,"guess","shown"]),this.build(),this.update()}get isExercise(){return null!=this.model.get("right")}build(){this.ask=b("p",{class:"cs-guess-ask"}),this.place=b("div",{class:"cs-guess-place"}),this.problem=b("p",{class:"cs-problem",role:"alert",hidden:!0}),this.said=b("p",{class:"cs-guess-said"}),this.take=b("button",{type:"submit",class:"cs-button cs-guess-take"}),this.show=b("button",{type:"button",class:"cs-button cs-guess-plain",onclick:()=>this.reveal()},"Show me"),this.go=b("button",{type:"button",class:"cs-button",onclick:()=>this.dispatch(!0)},"Read the answer"),this.again=b("button",{type:"button",class:"cs-button cs-guess-plain",onclick:()=>this.reopen()},"Change my guess");let t=b("form",{novalidate:!0},this.place,this.problem,this.said,b("div",{class:"cs-guess-buttons"},this.take,this.show,this.go,this.again));t.addEventListener("submit",t=>{t.preventDefault(),this.guess()}),this.title=b("p",{class:"cs-guess-title"}),this.open("predict","A question",this.title,this.ask,t)}alter(){eg(this.problem,""),this.isExercise&&(this.changing=!0,this.announce(""),this.update())}guess(){let t=this.control.problem();eg(this.problem,t),!t&&(this.changing=!1,this.change({guess:this.control.value(),shown:!0}),this.update(),this.announce(this.said.textContent),this.dispatch(!1),this.isExercise||this.go.focus())}reveal(){this.change({shown:!0}),this.dispatch(!0)}reopen(){this.changing=!0,this.update(),(this.place.querySelector("input:checked")??this.place.querySelector("input, [tabindex='0']")).focus()}dispatch(t){if(this.isExercise)return;let e={question:this.model.get("question"),go:t};this.root.dispatchEvent(new CustomEvent("cs231n-reveal",{bubbles:!0,detail:e}))}update(){this.queued=!1;let t=this.read();this.showTask({});let e=(0,C.Yy)(t.ask);v(this.ask,e);let s=JSON.stringify(ex.map(e=>t[e]));s!==this.what&&(this.what=s,this.control=ed(t,e,()=>this.alter()),this.place.replaceChildren(this.control.node));let i=(0,eh.lA)(t,t.guess),r=i&&!this.changing;this.changing||this.control.show(i?t.guess:this.control.value()),this.control.disable(r&&!this.isExercise),this.showOutcome(t,r)}showOutcome(t,e){let s=this.isExercise;v(this.title,s?"Your answer":"Your guess"),v(this.take,s?"Check":"That’s my guess");let i=e&&s?(0,eh.Tm)({...t,why:this.model.get("why")},t.guess):null;this.root.classList.toggle("cs-guess-right",!!i?.right),this.root.classList.toggle("cs-guess-wrong",i?.right===!1);let r=i?`${i.right?"✓":"✗"} ${(0,C.Yy)(i.text)}`:`You said ${(0,eh.Tn)(t)}.`;v(this.said,e?r:""),this.said.hidden=!e,this.take.hidden=e&&!s,this.show.hidden=s||e||!0===t.shown,this.go.hidden=s||!(e||!0===t.shown),this.again.hidden=s||!e}});var eb=s(45),ev={};function ey(t,{F:e,S:s,P:i,dilation:o}){return{side:t,F:e,span:r(e,o),S:s,P:i,value:((t,e,s=1,i=0,r=1)=>a(t,e,i,r)/s+1)(t,e,s,i,o),fits:n(t,e,s,i,o)}}ev.styleTagTransform=tE(),ev.setAttributes=tk(),ev.insert=ty().bind(null,"head"),ev.domAPI=tb(),ev.insertStyleElement=tA(),tx()(eb.A,ev),eb.A&&eb.A.locals&&eb.A.locals;let e$=t=>String(Number(t.toFixed(2))).replace("-","−"),ek=(t,e,s)=>b("span",{class:`cs-term cs-ink-${s}`},b("b",{},String(t)),b("small",{},e));function ez(t,{side:e,F:s,span:i,S:r,P:a,value:n,fits:o},l){let c=i===s?"F":`(F−1)\xb7${(i-1)/(s-1)}+1`;return b("span",{class:`cs-formula-line${o?"":" cs-misfit"}`,role:"img","aria-label":`${t}: open bracket ${e} minus ${i} plus 2 times ${a}, close bracket, over ${r}, plus 1, is ${e$(n)}`},b("span",{class:"cs-formula-name"},t),"(",ek(e,l,"x"),"−",ek(i,c,"w"),"+ 2\xb7",ek(a,"P","s"),")/",ek(r,"S","s"),"+ 1 =",b("b",{class:"cs-formula-value"},e$(n)),o?null:b("span",{class:"cs-mark"},"!"))}function eA(t){let e=ez(t.W===t.H?"Output size":"Across",ey(t.W,t),"W");return t.W===t.H?[e]:[e,ez("Down",ey(t.H,t),"H")]}let eM=["W","H","F","S","P","dilation"];function eE([,,t,e,s,i]){let a=r(t,i);return a>=e&&a>s}function eL([t,e,s,i,r,a],o){return(1===o||n(t,s,i,r,a))&&(0===o||n(e,s,i,r,a))}let eS={W:1024,H:1024,D:4096,K:4096,F:1024,S:64,P:512,dilation:32},eP=["over","even","large","half","skips","zeros"];function ej(t,e){try{return c(t,e.F,e.S,e.P,e.dilation,e.fit)}catch{return 0}}function eC(t){let e=t.H??t.W,s=ej(t.W,t),i=ej(e,t),r=s&&i;return{...t,H:e,W2:r?s:0,H2:r?i:0}}function eW(t,e){let s={...t,...e},{W2:i}=eC(s);return"reverse"===s.mode&&i?{...e,target:Math.min(i,eS.W)}:e}function eT(t){let{W2:e,H2:s,K:i,F:r,D:a}=eC(t),n=[i,s,e];return{weights:h(i,r,a),biases:i,parameters:h(i,r,a)+i,neurons:(([t,e,s])=>t*e*s)(n),unshared:(([t,e,s])=>t*e*s)(n)*(r*r*a+1),macs:(([t,e,s])=>t*e*s)(n)*(r*r*a),bytes:((t,e=4)=>(([t,e,s])=>t*e*s)(t)*e)(n)}}let eN=(t,e)=>n(t,e.F,e.S,e.P,e.dilation);function eO(t){let{W:e,H:s}=eC(t);return(function(t,e,s,i=1,a=0,n=1){let o=[t,e,s,i,a,n];return eL(o,-1)?[]:eM.flatMap((s,i)=>(1===i&&t===e||i<2&&eL(o,i)||5===i&&1===n?[]:[-1,1].map(t=>(function(t,e,s){let[i,a,n,o,,l]=t,c=i===a,h=eE(t),d=e<2&&!c?e:-1,p=+("P"!==eM[e]),u=[...t];for(let t=Math.max(i,a,o,r(n,l));t>0&&(u[e]+=s,0===e&&c&&(u[1]=u[0]),!(u[e]<p)&&(!h||eE(u)));t--)if(eL(u,d))return u;return null})(o,i,t)).filter(Boolean)).map(t=>[s,t[i],t]))})(e,s,t.F,t.S,t.P,t.dilation).map(([e,s,i])=>{let[r,a,n,o,l,c]=i;return{letter:e,value:s,...eC({...t,W:r,H:a,F:n,S:o,P:l,dilation:c}),change:{[e]:s}}}).filter(({letter:t,value:e})=>e<=eS[t])}function eF({W:t,target:e,dilation:s}){let i=function(t,e,s=1,i=16,a=15){let n=[];for(let o=1;o<=t;o++){let l=r(o,s);for(let c=1;c<=(1===e?1:i);c++){let i=(e-1)*c+l-t,h=Math.max(0,Math.floor((i+1)/2)),d=2*h-i;d<c&&l<=t&&n.push([o,c,h,d,function(t,e,s,i,a,n=1,o=15){let l=r(e,n);return l===t&&0===i?"":l<=i?"zeros":l<s?"skips":l<2*i?"half":a>0?"over":e%2==0?"even":e>o?"large":""}(t,o,c,h,d,s,a)])}}return n}(t,e,s),a=eP.map(t=>({name:t,count:i.filter(e=>e[4]===t).length,shown:function(t,e,s=4){let i=t.filter(t=>t[4]===e),r=([t])=>t%2==1&&t>1;return[...i.filter(r),...i.filter(t=>!r(t))].slice(0,s)}(i,t)})).filter(({count:t})=>t).map(t=>{let[e,i,a,n,o]=t.shown[0];return{...t,message:function(t,e,s,i,a,n=1){let o=r(e,n);return({zeros:`With P = ${i} the first window of ${o} would lie wholly in the padding and read only zeros.`,skips:`S = ${s} is larger than the window of ${o}: cells between windows would never be read.`,half:`With P = ${i} more than half of the first window of ${o} would lie in the padding.`,over:`With F = ${e}, S = ${s}, P = ${i} the windows don’t fit: ${a} cell${1===a?"":"s"} left over.`,even:`F = ${e} is even: such a filter has no middle cell, so no neuron stands over a cell.`,large:`F = ${e} is large: ${e*e} weights for each depth slice of the input.`})[t]??""}(o,e,i,a,n,s)}});return{good:i.filter(t=>!t[4]),leftOut:a}}function eD(t,e){let{F:s,S:i,P:a,dilation:n}=e,o=r(s,n),l=t+2*a,c="raise"===e.fit&&!eN(t,e),h=ej(t,c?{...e,fit:"crop"}:e),d=h?(h-1)*i+o:0,p=Math.max(d-l,0),u=eN(t,e)||p?null:h*i,f=Math.max(l,d,null===u?0:u+o);return{side:t,F:s,S:i,P:a,dilation:n,span:o,length:l,count:h,added:p,refused:c,next:u,total:f,unread:h?function(t,e,{F:s,S:i,dilation:r}){let a=Array(t).fill(!0);for(let n=0;n<e;n++)for(let e=0;e<s&&n*i+e*r<t;e++)a[n*i+e*r]=!1;return a}(l,h,e):[]}}function eq(t){let{W:e,H:s,D:i,K:r,F:a,S:n,P:o,dilation:c}=eC(t),h=eO(t).map(({letter:t,value:e})=>`${t} = ${e}`);return[`An input of ${e}\xd7${s}\xd7${i} and ${(0,C.LS)(r,"filter")} of ${a}\xd7${a}\xd7${i}, stride ${n}, padding ${o}, dilation ${c}.`,...[...new Set([e,s])].map(t=>(0,C.x8)(l(t,a,n,o,c))),h.length?`Nearest that fit: ${h.join(", ")}.`:"",function(t){let{W2:e,H2:s,K:i}=eC(t),r=eT(t),a=`${(0,C.zD)(r.weights)} weights and ${(0,C.zD)(r.biases)} ${1===i?"bias":"biases"}`;return e?`The output is ${e}\xd7${s}\xd7${i}: ${(0,C.zD)(r.neurons)} neurons, ${(0,C.zD)(r.bytes)} bytes at 4 a number. ${a}; ${(0,C.zD)(r.unshared)} parameters if they were not shared; ${(0,C.zD)(r.macs)} multiply-adds.`:`There is no output. ${a}.`}(t),..."reverse"===t.mode?function(t){let{good:e,leftOut:s}=eF(t),i=e.map(([t,e,s])=>`F = ${t}, S = ${e}, P = ${s}`).join("; ");return[`From ${t.W} to ${t.target}: ${i||"no setting without a catch"}.`,s.length?"Left out:":"",...s.map(({message:t})=>(0,C.x8)(t))]}(t):[]].filter(Boolean).join(" ")}let eH={ArrowLeft:-1,ArrowDown:-1,ArrowRight:1,ArrowUp:1,PageUp:10,PageDown:-10,Home:-1/0,End:1/0},eI=(t,e,s,i,r)=>`<rect x="${t.toFixed(2)}" y="${e}" width="${Math.max(s,.6).toFixed(2)}" height="${i}" class="${r}"/>`;function eX(t){let e=[];for(let[s,i]of t.entries())e.length&&e.at(-1)[2]===i?e.at(-1)[1]++:e.push([s,1,i]);return e}class e_{constructor(t){Object.assign(this,{name:t,at:0,hatch:z("hatch")}),this.art=b("div",{class:"cs-art",role:"slider",tabindex:"0","aria-valuemin":"0"}),this.note=b("p",{class:"cs-note"}),this.legend=b("div",{class:"cs-legend"}),this.node=b("div",{class:"cs-rowpic"},this.art,this.legend,this.note);let e=t=>{let e=(t.clientX-this.art.getBoundingClientRect().left-1)/this.cell;this.move(Math.round((e-this.r.span/2)/this.r.S))};this.art.addEventListener("pointermove",e),this.art.addEventListener("pointerdown",e),this.art.addEventListener("keydown",t=>{t.key in eH&&!t.altKey&&!t.ctrlKey&&!t.metaKey&&(t.preventDefault(),this.move(this.at+eH[t.key]))})}show(t,e,s){this.r=eD(t,e),this.art.setAttribute("aria-label",`${s} of the padded input, its windows and their neurons. Arrows choose a neuron.`),this.at=Math.min(this.at,Math.max(this.r.count-1,0)),this.fit(),this.explain()}move(t){let e=Math.min(Math.max(t,0),Math.max(this.r.count-1,0));e!==this.at&&(this.at=e,this.draw())}fit(){let t=this.node.clientWidth||680;this.cell=Math.min((t-2)/this.r.total,34),this.width=t,this.draw()}x(t){return 1+t*this.cell}draw(){let{r:t,cell:e}=this,s=[];s.push(`<defs><pattern id="${this.hatch}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V5" class="cs-hatch"/></pattern></defs>`),s.push(this.cells());let{rows:i,shown:r,next:a}=function(t,e){let s=Math.min(Math.max(Math.ceil(t.span/t.S),1),7),i=t.count-1;if(s<=6||t.count<=6){let e=Math.min(s,Math.max(t.count+ +(null!==t.next),1),6);return{rows:e,shown:Array.from({length:t.count},(t,s)=>[s,s%e]),next:t.count%e}}return{rows:6,shown:[[0,0],[1,1],[2,2],...e>2&&e<i?[[e,3]]:[],[i,null===t.next?5:4]],next:5}}(t,this.at),n=Math.min(52/i,15),o=Math.min(n-2,11),l=t=>78-(i-t)*n,c=Math.min(.12*e,1.5),h=(s,i,r)=>eI(this.x(s)+c,l(i),t.span*e-2*c,o,r);for(let[e,i]of r)e!==this.at&&s.push(h(e*t.S,i,"cs-bar"));null!==t.next&&s.push(h(t.next,a,"cs-bar cs-ghost"));let d=Math.min(t.S*e,26),p=Math.max(d-Math.min(.2*d,3),.8);d<2.5&&!t.refused&&t.count&&s.push(eI(this.middle(0),2,(t.count-1)*d,16,"cs-neuron"));for(let e=0;e<t.count&&d>=2.5&&!t.refused;e++)e!==this.at&&s.push(eI(this.middle(e)-p/2,2,p,16,"cs-neuron"));t.count&&s.push(this.active(r,l,o,c,Math.max(p,3))),r.length<t.count&&s.push(`<text x="${this.width-2}" y="36" text-anchor="end">${t.count-r.length} windows not drawn</text>`),s.push(this.zeros(),this.measures()),this.art.innerHTML=`<svg viewBox="0 0 ${this.width} 126" width="${this.width}" height="126" aria-hidden="true">${s.join("")}</svg>`,this.say()}middle(t){return this.x(t*this.r.S+this.r.span/2)}active(t,e,s,i,r){let{r:a,cell:n,at:o}=this,l=t.find(([t])=>t===o)[1],c=o*a.S,h=e(l),d=this.x(c)+i,p=this.x(c+a.span)-i,u=this.middle(o),f=Array.from({length:1===a.dilation?1:a.F},(t,e)=>[c+e*a.dilation,1===a.dilation?a.F:1]).map(([t,e])=>eI(this.x(t),84,e*n,22,"cs-read")).join("");return`${f}<path class="cs-lead" d="M${u} 18L${d} ${h}M${u} 18L${p} ${h}M${d} ${h+s}V84M${p} ${h+s}V84"/>`+eI(d,h,p-d,s,"cs-bar cs-on")+(a.refused?"":eI(u-r/2,2,r,16,"cs-neuron cs-on"))}kinds(){let{length:t,added:e,P:s}=this.r;return Array.from({length:t+e},(e,i)=>i>=t?"cs-extra":i<s||i>=t-s?"cs-pad":"cs-in")}zeros(){return this.cell<13?"":this.kinds().map((t,e)=>"cs-in"===t?"":`<text x="${this.x(e+.5)}" y="99.5" text-anchor="middle">0</text>`).join("")}cells(){let{r:t,cell:e}=this,s=e<5,i=[];for(let[t,r,a]of eX(this.kinds()))if(s)i.push(eI(this.x(t),84,r*e,22,a));else for(let s=t;s<t+r;s++)i.push(eI(this.x(s)+.5,84,e-1,22,a));for(let[s,r,a]of eX(t.unread))a&&i.push(`<rect x="${this.x(s)}" y="81" width="${Math.max(r*e,2)}" height="28" fill="url(#${this.hatch})" class="cs-missed"/>`);return i.join("")}measures(){let{r:t,cell:e}=this,s=this.x(t.P),i=this.x(t.P+t.side),r=(s+i)/2,a=`${this.name} = ${t.side}`,n=4*a.length+4,o=[];return o.push(`<path class="cs-rule" d="M${s} 115H${r-n}M${r+n} 115H${i}M${s} ${111}v8M${i} ${111}v8"/>`),o.push(`<text x="${r}" y="${119.5}" text-anchor="middle" class="cs-measure">${a}</text>`),t.P&&t.P*e>34&&o.push(`<text x="${this.x(t.P/2)}" y="${119.5}" text-anchor="middle">P = ${t.P}</text>`),o.join("")}explain(){let{r:t}=this,e=t.unread.filter(Boolean).length,s=(t,e)=>b("span",{},b("i",{class:t,"aria-hidden":"true"}),e);this.legend.replaceChildren(s("cs-neuron",t.refused?"no neurons: refused":(0,C.LS)(t.count,"neuron")),..."W"===this.name?[s("cs-bar",`window of ${t.span}, stride ${t.S}`),s("cs-in",(0,C.LS)(t.side,"input cell")),...t.P?[s("cs-pad",`padding, ${t.P} a side`)]:[]]:[],...t.added?[s("cs-extra",`${(0,C.LS)(t.added,"zero")} added to round up`)]:[],...e&&t.count?[s("cs-missed",`${(0,C.LS)(e,"cell")} read by no window`)]:[],...null===t.next?[]:[s("cs-ghost",t.length<t.span?"window too large":"next window, which does not fit")])}say(){var t;let e,s,i,r,a,{r:n}=this,o=n.count?(s=(e=(t=this.at)*n.S-n.P)+n.span-1,i=t=>t<0||t>=n.side?`${(0,C.x8)(String(t))} (padding)`:String(t),r=e===s?`cell ${i(e)}`:`cells ${i(e)} to ${i(s)}`,a=n.dilation>1&&n.F>1?`, ${n.F} of them, ${n.dilation} apart`:"",`${n.refused?"Window":"Neuron"} ${t} of ${n.count} reads ${r}${a}.`):"No neuron: there is no output.";for(let[t,e]of(v(this.note,o),[["now",this.at],["max",Math.max(n.count-1,0)],["text",o]]))this.art.setAttribute(`aria-value${t}`,String(e))}}let eR={over:"Cells left over",even:"Even filters",large:"Large filters",half:"More than half padding",skips:"Skipped cells",zeros:"Only zeros"};class eY{constructor(t,e){this.on=t,this.field=P(["target","output size",1,e,"y"],(e,s)=>t.target(s)),this.question=b("p",{class:"cs-question"}),this.body=b("div",{class:"cs-answers"}),this.node=b("div",{class:"cs-reverse",role:"group","aria-label":"Which F, S, P?"},b("div",{class:"cs-ask"},this.question,this.field.node),this.body)}show(t){this.field.show(t.target);let e=[t.W,t.target,t.dilation,t.D].join();for(let{field:s,setting:[i,r,a]}of(e!==this.key&&this.build(t),this.key=e,this.choices))s.checked=i===t.F&&r===t.S&&a===t.P}choice(t,e){let[s,i,r]=t,a=b("input",{type:"radio",name:e,"aria-label":`F ${s}, S ${i}, P ${r}`,onchange:()=>this.on.take({F:s,S:i,P:r})});return this.choices.push({field:a,setting:t}),a}build(t){let{good:e,leftOut:s}=eF(t),i=z("answer");this.choices=[],this.question.replaceChildren("From ",b("b",{class:"cs-ink-x"},String(t.W))," to ",b("b",{class:"cs-ink-y"},String(t.target)),": which ",b("i",{},"F, S, P"),"?"),this.body.replaceChildren(b("p",{class:"cs-found"},this.summary(t,e)),...e.length?[this.table(t,e,i)]:[],...s.length?[b("p",{class:"cs-leftout-title"},"Left out, and why"),b("ul",{class:"cs-leftout"},s.map(t=>this.group(t,i)))]:[])}summary(t,e){return e.length?1===e.length?"One setting answers it.":`${(0,C.LS)(e.length,"setting")} answer it. Choose one.`:`No setting makes ${t.target} of ${t.W} without a catch.`}table(t,e,s){let i=["","F","S","P","the formula","weights of a filter"].map(t=>b("th",{scope:"col"},t||b("span",{class:"cs-live"},"use"))),a=e.map(e=>{let[i,a,n]=e,o=this.choice(e,s),l=[b("span",{},`(${t.W} − ${r(i,t.dilation)} + ${2*n})/${a} + 1`),` = ${t.target}`];return b("tr",{onclick:t=>{t.target!==o&&(o.focus(),o.click())}},b("td",{},o),[i,a,n].map(t=>b("td",{},String(t))),b("td",{class:"cs-sumline"},l),b("td",{},(0,C.zD)(i*i*t.D)))});return b("div",{class:`cs-table${e.length>8?" cs-long":""}`,...e.length>8?{tabindex:"0",role:"region","aria-label":"Answers"}:{}},b("table",{},b("thead",{},b("tr",{},i)),b("tbody",{},a)))}group({name:t,count:e,shown:s,message:i},r){let a=s.map(t=>{let[e,s,i]=t;return b("label",{class:"cs-chip"},this.choice(t,r),b("span",{},`${e}/${s}/${i}`))});return b("li",{},b("p",{},b("b",{},eR[t]),` (${(0,C.LS)(e,"setting")}). ${(0,C.x8)(i)}`),b("div",{class:"cs-chips"},b("small",{},"F/S/P"),a))}}let eK=[["W","width",1,"x"],["H","height",1,"x"],["D","depth",1,"x"],["K","filters",1,"w"],["F","filter size",1,"w"],["S","stride",1,"s"],["P","padding",0,"s"],["dilation","dilation",1,"s"]],eU=[...eK.map(([t])=>t),"fit","mode","target","presets","knobs","costs"],eB=[["crop","crop"],["pad","round up"],["raise","error"]],eJ=[["size","What size comes out?"],["reverse","Which F, S, P?"]],eG=T(class extends N{constructor(t,e){super(t,e,eU,eq),this.build(),this.update(),this.watch=new ResizeObserver(()=>{for(let t of this.pictures)t.node.clientWidth&&t.node.clientWidth!==t.width&&t.fit()}),this.watch.observe(this.root)}build(){let t=(t,e)=>this.change({[t]:e});this.controls=j(eK.map(([t,e,s,i])=>[t,e,s,eS[t],i]),t),this.layer=b("select",{class:"cs-select","aria-label":"Layer",onchange:()=>this.use(this.layer.value)}),this.square=b("input",{type:"checkbox",onchange:()=>this.change({H:this.square.checked?null:this.model.get("W")})}),this.mode=tP("Question",eJ,t=>this.ask(t)),this.fit=tP("What does not fit",eB,t=>this.change({fit:t})),this.reverse=new eY({target:t=>this.change({target:t}),take:t=>this.change(t)},eS.W),this.pictures=[new e_("W"),new e_("H")],Object.assign(this,{formula:b("div",{class:"cs-formula"}),fitText:b("p",{class:"cs-fit"}),near:b("div",{class:"cs-near"}),volume:b("p",{class:"cs-volume"}),tiles:b("dl",{class:"cs-tiles"})}),this.parts={layer:b("label",{class:"cs-layer"},"Layer",this.layer),mode:this.mode.node,H:b("label",{},this.square,"square: H = W"),fit:b("span",{class:"cs-option"},b("span",{},"what does not fit"),this.fit.node)},this.top=b("div",{class:"cs-top"},this.parts.layer,this.parts.mode),this.options=b("div",{class:"cs-options"},this.parts.H,this.parts.fit),this.open("sizing","Sizing calculator",this.top,this.controls.node,this.options,this.reverse.node,b("div",{class:"cs-size"},this.formula),this.pictures.map(t=>t.node),this.fitText,this.near,this.volume,this.tiles)}use(t){let e=this.model.get("presets")[t];e&&this.change(eW(this.read(),{H:null,P:0,S:1,dilation:1,...e}))}ask(t){this.change(eW(this.read(),{mode:t}))}press(t,e){this.pressed=t,this.change(e)}update(){let t;this.queued=!1;let e=this.read(),s=eC(e),{fine:i,text:a}=function(t){let{W:e,H:s,W2:i,H2:a,K:n}=eC(t),o=(e===s?[["",e]]:[["Across: ",e],["Down: ",s]]).filter(([,e])=>!eN(e,t)).map(([e,s])=>e+(0,C.x8)(l(s,t.F,t.S,t.P,t.dilation))),c=t.dilation>1&&t.F>1?` A filter of ${t.F} dilated by ${t.dilation} spans ${r(t.F,t.dilation)} cells.`:"",h=eD(e,t).unread.includes(!0)||eD(s,t).unread.includes(!0),d=e===s?(0,C.LS)(i,"window"):`${(0,C.LS)(i,"window")} across and ${a} down`;if(!o.length)return{fine:!0,text:`It fits: ${d}, ${h?"but there are cells that no window reads":"and every cell is read"}.${c}`};let p=[e,s].some(e=>eD(e,t).added),u=i?`${p?"Rounded up":"Cropped"}, the output is ${i}\xd7${a}\xd7${n}.`:"There is no output.";return{fine:!1,text:`${o.join(" ")} ${u}${c}`}}(e);this.showControls(e,s),this.square.checked=null===e.H,this.controls.knobs[1].node.classList.toggle("cs-follows",null===e.H),this.mode.show(e.mode),this.fit.show(e.fit),this.showLayers(e),this.reverse.node.hidden="reverse"!==e.mode,"reverse"===e.mode&&this.reverse.show(e),this.formula.replaceChildren(...eA(s)),this.showRows(e,s),this.fitText.className=`cs-fit${i?"":" cs-misfit"}`,v(this.fitText,a),this.showNear(e,i),this.showCounts(e,s),this.showDescription(e);let n=this.showTask({...t=eC(e),fits:eN(t.W,e)&&eN(t.H,e),same:t.W2===t.W&&t.H2===t.H,...eT(e)});this.spoken&&this.announce(`${a}${n}`),this.spoken=!0}showControls(t,e){for(let[t,s]of(this.controls.show(e,this),Object.entries(this.parts)))s.hidden=!this.hasKnob(t);for(let t of[this.top,this.options])t.hidden=[...t.children].every(t=>t.hidden);this.volume.hidden=this.tiles.hidden=!1===t.costs}showLayers(t){let e=Object.keys(t.presets);this.listed!==t.presets&&this.layer.replaceChildren(...["",...e].map(t=>b("option",{value:t},t||"your own"))),this.listed=t.presets,this.layer.value=e.find(e=>Object.entries({H:null,P:0,S:1,dilation:1,...t.presets[e]}).every(([e,s])=>t[e]===s))??""}showRows(t,{W:e,H:s}){let[i,r]=this.pictures;r.node.hidden=e===s,i.show(e,t,"A row"),e!==s&&r.show(s,t,"A column")}showNear(t,e){let s=this.near.contains(document.activeElement),{W:i,H:a}=eC(t),o=e?[]:eO(t).filter(({letter:t})=>this.hasKnob(t)).map(({letter:t,value:e,W2:s,H2:r,change:n})=>b("button",{type:"button",class:"cs-button",onclick:()=>this.press(t,n)},b("span",{},b("i",{},t),` = ${e}`),b("small",{},`→ ${i===a?s:`${s}\xd7${r}`}`))),l=e?"":function(t){let{W:e,H:s}=eC(t);return(0,C.x8)([...new Set([e,s])].map(e=>(function(t,e,s,i=0,a=1){let o=r(e,a);return s%2!=0||(t-o)%2==0||n(t,e,s,i,a)?"":`No padding helps: it adds 2P, an even number, but ${t} - ${o} is odd and S = ${s} is even.`})(e,t.F,t.S,t.P,t.dilation)).find(Boolean)??"")}(t);this.near.replaceChildren(...o.length?[b("span",{class:"cs-near-title"},"Nearest that fit:"),...o]:[],...l?[b("p",{class:"cs-note"},l)]:[]),s&&this.controls.knobs.find(t=>t.letter===this.pressed).node.querySelector("input").focus()}showCounts(t,{W:e,H:s,D:i,K:r,F:a,W2:n,H2:o}){let l=eT(t),c=n>0,h=(0,C.zD)(a*a*i),d=c?b("b",{class:"cs-ink-y"},`${n}\xd7${o}\xd7${r}`):b("b",{class:"cs-nothing"},"no output");this.volume.replaceChildren(b("b",{class:"cs-ink-x"},`${e}\xd7${s}\xd7${i}`)," → ",d);let p=(0,C.zD)(l.neurons),u=[["weights",l.weights,`${a}\xb7${a}\xb7${i}\xb7${r}`,"w",!0],["biases",l.biases,"one for each filter","w",!0],["parameters, if not shared",l.unshared,`${p}\xb7(${h} + 1)`,"w"],["neurons",l.neurons,`${n}\xb7${o}\xb7${r}`,"y"],["multiply-adds",l.macs,`${p}\xb7${h}`,"y"],["bytes of output",l.bytes,`${p}\xb74: 4 bytes a number`,"y"]];this.tiles.replaceChildren(...u.map(([t,e,s,i,r])=>{let a=c||r;return b("div",{class:`cs-tile cs-tile-${i}`},b("dt",{},t),b("dd",{},b("b",{},a?(0,C.zD)(e):"–"),b("small",{},a?s:"no output")))}))}});var eV=s(46),eQ={};function eZ(t){let{W:e,H:s,D:i,K:r,F:a,S:n,P:o,dilation:c,W2:h,H2:p}=d(t),u=x(t),m=[`An input of ${e}\xd7${s}\xd7${i} and ${(0,C.LS)(r,"filter")} of ${a}\xd7${a}\xd7${i}, stride ${n}, padding ${o}, dilation ${c}.`,...[...new Set([e,s])].map(t=>(0,C.x8)(l(t,a,n,o,c)))];if(!u)return[...m,"There is no output."].join(" ");let g=e0(u,f(t,u.row,u.col,u.k)),w=[e1(t),`Output ${g}: each slice’s sum, then the bias.`];return[...m,`The output is ${h}\xd7${p}\xd7${r}.`,...w].filter(Boolean).join(" ")}function e0(t,e){let s=[...e.sums,e.bias].map(C.Em).join(" + ");return`y[${t.k}, ${t.row}, ${t.col}] = ${s} = ${(0,C.ai)(e.total)}`}function e1(t){let{W:e,H:s}=d(t),i=g(t);return i?`No window reads ${i} of the ${e*s} cells of a slice.`:""}eQ.styleTagTransform=tE(),eQ.setAttributes=tk(),eQ.insert=ty().bind(null,"head"),eQ.domAPI=tb(),eQ.insertStyleElement=tA(),tx()(eV.A,eQ),eV.A&&eV.A.locals&&eV.A.locals;class e2{constructor({D:t,F:e}){this.products=Array.from({length:t},()=>Array.from({length:e},()=>Array.from({length:e},()=>b("span",{class:"cs-cell"})))),this.sums=this.products.map(()=>b("b",{class:"cs-sum"})),this.names=this.products.map(()=>b("div",{class:"cs-slice-name"})),this.blocks=this.products.map((t,e)=>this.block(t,e)),this.bias=b("b",{class:"cs-sum"}),this.total=b("b",{class:"cs-sum cs-total"}),this.totalName=b("span",{});let s=b("div",{class:"cs-bias cs-addition"},b("div",{},b("span",{},"bias"),this.bias),b("div",{class:"cs-result"},this.totalName,this.total)),i=b("span",{},b("span",{},"products"),b("span",{},"sum"));this.node=b("div",{class:"cs-part cs-part-sum"},b("div",{class:"cs-part-name"},b("b",{},"Window \xd7 filter"),i),b("div",{class:"cs-slices"},this.blocks,s)),e3(this.products,(t,...e)=>{t.pair=e})}block(t,e){let s=t.map(t=>b("div",{class:"cs-row"},t));return b("div",{class:"cs-slice cs-product",role:"img"},this.names[e],b("div",{class:"cs-equation"},b("div",{class:"cs-field"},s),this.sums[e]))}show(t,e,s){e3(this.products,(e,s,i,r)=>t?te(e,t.products[s][i][r]):v(e,"–")),this.blocks.forEach((e,i)=>{v(this.names[i],`x[${i}] \xd7 w[${s}, ${i}]`),v(this.sums[i],t?(0,C.ai)(t.sums[i]):"–"),e.setAttribute("aria-label",t?e4(t,i):`Slice ${i}: no window`)}),v(this.bias,t?`${t.bias<0?"−":"+"} ${(0,C.ai)(Math.abs(t.bias))}`:"–"),v(this.total,t?(0,C.ai)(t.total):"–"),this.total.classList.toggle("cs-total",!!t),v(this.totalName,e?`y[${e.k}, ${e.row}, ${e.col}] =`:"no output")}}let e4=({products:t,sums:e},s)=>`Slice ${s}: products ${t[s].flat().map(C.ai).join(", ")}; sum ${(0,C.ai)(e[s])}`;function e3(t,e){t.forEach((t,s)=>t.forEach((t,i)=>t.forEach((t,r)=>e(t,s,i,r))))}function e6(t,e,s){let i=()=>"x"===s?t.rovingX:t.rovingW,r=(e,r)=>{let[a,n,o]=e,l="x"===s?e:[...t.filterOf(a),n,o];t.on.hold(),ti(i().cell(e),{value:function({s:t,size:e},s,[i,r,a,n]){return"x"===s?t.x[i][r][a]:r<e.D?t.w[i][r][a][n]:t.b[i]}(t,s,l),name:"x"===s?`x[${e.join(", ")}]`:t.weightName(e),first:r,take:e=>t.on.number(s,l,e),refuse:t.on.refuse})},a=e=>{let[r,a]="x"===s?[null,e[0]]:t.filterOf(e[0]);null!==r&&t.on.move({k:r}),a<t.size.D&&t.show(a),i().point(e,!0)};e.addEventListener("click",t=>{let e=t.target.closest(".cs-cell");e?.at&&"INPUT"!==t.target.tagName&&(a(e.at),r(e.at))}),e.addEventListener("focusin",e=>e.target.at&&t.hint(e.target)),e.addEventListener("keydown",t=>{if("INPUT"===t.target.tagName)return;let e=i().key(t);if(e)a(e);else if("Enter"===t.key||"F2"===t.key)r(i().at);else{if(!/^[-\d]$/.test(t.key)||t.ctrlKey||t.metaKey)return;r(i().at,t.key)}t.preventDefault()})}let e7=[["all",640],["one",640],["stack",400],["wrap",310]],e5=(t,e,s)=>Math.max(t,Math.min(36,Math.floor(150/Math.max(s,1))),e),e8=(t,e)=>Math.max(Math.floor(1.2*t),e.product);function e9(t,e,{cols:s,K:i,F:r,W2:a},n){let o="all"===t||"one"===t?26:14,l=Math.max(s*e,76),c="all"===t?i*r*e+(i-1)*10:Math.max(r*e,76);if("wrap"===t)return l+c+o;let h=l+c+Math.max(r*e8(e,n)+52,128)+2*o;return"stack"===t?h:h+o+Math.max(a*e5(e,n.out,a),76)}function st(t,e,s,{D:i,K:r,F:a,W2:n,H2:o},l){if("all"===t||"one"===t)return{out:e5(e,l.out,n),single:!1,product:e8(e,l)};let c=Math.floor((s-(r-1)*18)/Math.max(r*n,1)),h=c<l.out,d=Math.min(h?Math.floor(s/n):c,Math.floor(230/Math.max(o,1)),38),p=Math.floor((s-6-(i-1)*14)/(i*a)),u="wrap"===t?Math.max(Math.min(p,34),l.product):e8(e,l);return{out:Math.max(d,l.out),single:h,product:u}}class se{constructor(t){Object.assign(this,{on:t,front:0}),this.node=b("div",{class:"cs-stage"}),this.node.addEventListener("pointerover",t=>this.hint(t.target.closest(".cs-cell"))),this.node.addEventListener("pointerleave",()=>this.hint(null))}build(t){let e=d(t),{D:s,H:i,W:a,K:n,F:o,P:l,H2:c,W2:h}=e,p=x(t),u=p?0:r(o,t.dilation),[f,m]=[Math.max(i+2*l,o,u),Math.max(a+2*l,u)];Object.assign(this,{size:{...e,rows:f,cols:m},marked:[],hot:[],k:null,maps:null}),this.x=Array.from({length:s},(t,e)=>Z(e,i,a,l)),this.w=Array.from({length:n*(s+1)},(t,e)=>e%(s+1)<s?Z(e,o,o):Z(e,1,1)),this.y=p?Array.from({length:n},(t,e)=>Z(e,c,h)):[],this.frames=this.x.map(()=>b("div",{class:"cs-window"})),this.sum=new e2(e),this.node.replaceChildren(this.inputPart(),this.filterPart(),this.sum.node,this.outputPart()),this.node.style.setProperty("--rows",f),this.node.style.setProperty("--cols",m);let g=(t,e)=>new tt(t.map(t=>t.cells),e);this.rovingX=g(this.x,t=>`x[${t.join(", ")}] is ${this.text(this.x,t)}`),this.rovingW=g(this.w,t=>`${this.weightName(t)} is ${this.text(this.w,t)}`),this.rovingY=p&&g(this.y,t=>`y[${t.join(", ")}] is ${this.text(this.y,t)}`),this.show(Math.min(this.front,s-1))}text(t,[e,s,i]){return t[e].cells[s][i].textContent}weightName([t,e,s]){let[i,r]=this.filterOf(t);return r<this.size.D?`w[${[i,r,e,s].join(", ")}]`:`bias b[${i}]`}filterOf(t){let e=this.size.D+1;return[Math.floor(t/e),t%e]}slice(t,e,s){return b("div",{class:"cs-slice",role:"rowgroup","aria-label":t},b("div",{class:"cs-slice-name","aria-hidden":"true"},t),b("div",{class:"cs-field"},e.lines,s))}part(t,e,s,i,r){return b("div",{class:`cs-part cs-part-${t}`},b("div",{class:"cs-part-name"},b("b",{},e),b("span",{},s)),i,r)}tabs(t,e,s,i,r){let a=Array.from({length:i},(t,e)=>b("button",{type:"button","aria-label":`${s} ${e}`,onclick:()=>r(e)},String(e))),n=b("span",{class:`cs-choose cs-choose-${t}`,role:"group","aria-label":e},a);return{node:i>1?n:null,press:t=>a.forEach((e,s)=>e.setAttribute("aria-pressed",s===t))}}inputPart(){let{D:t,H:e,W:s}=this.size;this.inputSlices=this.x.map((t,e)=>this.slice(`x[${e}]`,t,this.frames[e])),this.depths=this.tabs("slice","Depth slice in view","Slice",t,t=>this.show(t));let i=b("div",{class:"cs-slices",role:"grid","aria-label":`Input x, ${s}\xd7${e}\xd7${t}. Enter edits a number.`},this.inputSlices);return e6(this,i,"x"),this.legend=b("div",{class:"cs-legend"}),this.part("x","Input x",[`${s}\xd7${e}\xd7${t}`,this.depths.node],i,this.legend)}filterPart(){let{D:t,K:e,F:s}=this.size;this.columns=Array.from({length:e},(e,s)=>{let i=this.w.slice(s*(t+1),(s+1)*(t+1)).map((e,i)=>this.slice(i<t?`w[${s}, ${i}]`:`b[${s}]`,e));return i.at(-1).classList.add("cs-bias"),b("div",{class:"cs-filter"},i)}),this.filters=this.tabs("filter","Filter in view","Filter",e,t=>this.on.move({k:t}));let i=b("div",{class:"cs-filters",role:"grid","aria-label":`Filters w and biases b, ${e} of ${s}\xd7${s}\xd7${t}. Enter edits a number.`},this.columns);e6(this,i,"w");let r=`${s}\xd7${s}\xd7${t}`,a=b("span",{class:"cs-many"},`${e} of ${r}`);return e>1?this.part("w","Filters w",[a,this.filters.node],i):this.part("w","Filter w",r,i)}outputPart(){var t;let e,s,{K:i,H2:r,W2:a}=this.size;if(!this.y.length)return this.part("y","Output y","none",b("p",{class:"cs-none"},"The window is larger than the padded input."));this.maps=this.y.map((t,e)=>this.slice(`y[${e}]`,t));let n=b("div",{class:"cs-slices",role:"grid","aria-label":`Output y, ${a}\xd7${r}\xd7${i}. Arrows move the window, space plays, Enter steps, Page Up and Page Down change the filter.`},this.maps);return t=this,e=t=>{let e=n.getRootNode().elementFromPoint(t.clientX,t.clientY)?.closest(".cs-cell");return e&&n.contains(e)?e.at:null},s=(e,s)=>{t.on.move({k:e[0],row:e[1],col:e[2]}),s&&t.rovingY.point(e,!0)},n.addEventListener("pointerdown",i=>{let r=e(i);r&&(i.preventDefault(),t.on.hold(),s(r,!0))}),n.addEventListener("pointermove",i=>{let r="mouse"===i.pointerType||i.pressure>0?e(i):null;r&&!(t.on.playing()&&!i.buttons)&&s(r,!1)}),n.addEventListener("keydown",e=>{let i=t.rovingY.key(e);if(i)t.on.hold(),s(i,!0);else if(" "===e.key)t.on.play();else{if("Enter"!==e.key)return;t.on.step(1)}e.preventDefault()}),this.part("y","Output y",`${a}\xd7${r}\xd7${i}`,n)}values(t){var e;let s,{P:i,H:r,W:a}=this.size;this.s=t;let n=t=>t.map(t=>t.cells),o=this.y.length?function(t){let{K:e,H2:s,W2:i}=d(t);return Array.from({length:e},(e,r)=>Array.from({length:s},(e,s)=>Array.from({length:i},(e,i)=>f(t,s,i,r).total)))}(t):[];for(let{field:i}of(ts(n(this.x),t.x),ts(n(this.w),t.w.flatMap((e,s)=>[...e,[[t.b[s]]]])),ts(n(this.y),o),this.letters={cell:tn(t.x,t.w,t.b),out:tn(o),product:tn((e=t,s=t=>Math.max(...t.flat(3).map(Math.abs)),[e.x,e.w].flat(4).every(Number.isInteger)?[-s(e.x)*s(e.w)]:[-.55,-s(e.x)*s(e.w)]))},this.seen=m(t),this.x))i.forEach((t,e)=>t.forEach((t,s)=>t.classList.toggle("cs-unread",!this.seen[e][s])));let l=this.seen.some((t,e)=>t.some((t,s)=>!t&&e>=i&&e<i+r&&s>=i&&s<i+a)),c=this.seen.some(t=>t.includes(0)),h=(t,e)=>b("span",{},b("i",{class:`cs-cell ${t}`,"aria-hidden":"true"}),e);this.legend.replaceChildren(h("cs-tap","window"),...i?[h("cs-zero","padding")]:[],...c?[h(l?"cs-unread":"cs-zero cs-unread","read by no window")]:[])}move(t){let{D:e,P:s,F:i}=this.size,a=x(t),n=r(i,t.dilation);for(let e of(this.s=t,this.marked))e.classList.remove("cs-tap","cs-here"),e.pair=null;this.marked=[];let[o,l]=a?[a.row*t.stride,a.col*t.stride]:[0,0];for(let t of this.frames)t.style.setProperty("--top",o),t.style.setProperty("--left",l),t.style.setProperty("--span",n),t.classList.toggle("cs-too-large",!a);for(let{i,j:r,r:n,c:o}of(this.calc=a&&f(t,a.row,a.col,a.k),a?this.calc.window:[]))for(let t=0;t<e;t++)this.mark(this.x[t].field[n+s][o+s],"cs-tap",[t,i,r]);let c=a?a.k:Math.min(t.k,this.size.K-1);if(c!==this.k&&this.activate(c),this.sum.show(this.calc,a,c),!a)return;let h=this.y[a.k].cells[a.row][a.col];this.mark(h,"cs-here",null);let d=this.y[0].lines[0].closest("[role=grid]").contains(document.activeElement);this.rovingY.point([a.k,a.row,a.col],d&&!this.on.playing()),this.scrolls&&this.reveal(this.inputSlices[this.front],l,n,this.cell),this.scrolls&&this.reveal(this.maps[c],a.col,1,this.out)}reveal(t,e,s,i){t.scrollLeft=(e+s/2)*i-t.clientWidth/2}activate(t){this.columns.forEach((e,s)=>e.classList.toggle("cs-active",s===t)),this.filters.press(t),this.maps?.forEach((e,s)=>e.classList.toggle("cs-active",s===t)),this.k=t,this.followFront()}show(t){for(let e of(this.front=t,this.depths.press(t),[this.inputSlices,...this.columns.map(t=>[...t.children].slice(0,-1))]))e.forEach((e,s)=>e.classList.toggle("cs-front",s===t));this.followFront()}followFront(){let{D:t}=this.size,[,e,s]=this.rovingX.at,[i,r,a]=this.rovingW.at,n=this.filterOf(i)[1]===t;this.rovingX.point([this.front,e,s]),this.rovingW.point([(this.k??0)*(t+1)+(n?t:this.front),r,a])}mark(t,e,s){t.classList.add(e),t.pair=s,this.marked.push(t)}hint(t){for(let t of this.hot)t.classList.remove("cs-hot","cs-reads");this.hot=[];let e=t?.closest(".cs-part-x")?"x":t?.closest(".cs-part-w")?"w":null,s=t?.pair;if("w"===e&&t.at){let[e,i]=this.filterOf(t.at[0]);e===this.k&&i<this.size.D&&(s=[i,t.at[1],t.at[2]])}s&&this.calc?this.link(s):"x"===e&&t.at?this.trace(t.at):this.on.note("")}link([t,e,s]){let i=this.calc.window.find(t=>t.i===e&&t.j===s),r=this.size.P;for(let a of(this.hot=[this.x[t].field[i.r+r][i.c+r],this.w[this.k*(this.size.D+1)+t].cells[e][s],this.sum.products[t][e][s]],this.hot))a.classList.add("cs-hot");let a=i.inside?"":": the window reads a zero of the padding here";this.on.note((0,C.qM)(i.inside?this.s.x[t][i.r][i.c]:0,this.s.w[this.k][t][e][s])+a)}trace([t,e,s]){let{H2:i,W2:r,P:a}=this.size,n=[];for(let t=0;t<i;t++)for(let i=0;i<r;i++)u(this.s,t,i).some(t=>t.r===e&&t.c===s)&&n.push([t,i]);for(let t of(this.hot=n.flatMap(([t,e])=>this.y.map(s=>s.cells[t][e])),this.hot))t.classList.add("cs-reads");let o=this.seen[e+a][s+a];this.on.note(`x[${[t,e,s].join(", ")}] = ${(0,C.ai)(this.s.x[t][e][s])} is read by ${0===o?"no window":1===o?"one window":`${o} windows`}`)}get cramped(){return JSON.stringify(this.letters)!==this.fitted}fit(t){let e=this.letters,s=Object.fromEntries(Object.entries(e).map(([t,e])=>[t,to(e)])),{mode:i,cell:r,out:a,single:n,flat:o,product:l}=function(t,e,s){for(let[i,r]of e7){let a=function(t,e,s,i,r){let{D:a,rows:n}=i,o=t=>n*t+26,l=1===a?"wrap"===t:a*o(r.cell)>e;for(let n=32;n>=r.cell;n--)if((l?1:a)*o(n)<=e&&e9(t,n,i,r)<=s||"wrap"===t&&n===r.cell)return{mode:t,cell:n,flat:l,...st(t,n,s,i,r)};return"wrap"!==t&&e9(t,r.cell,i,r)<=s?{mode:t,cell:r.cell,flat:l,...st(t,r.cell,s,i,r)}:null}(i,r,t,e,s);if(a)return a}}(t,this.size,s);for(let[s,c]of(this.fitted=JSON.stringify(e),this.scrolls=this.size.cols*r>t||this.size.W2*a>t,Object.assign(this,{cell:r,out:a}),this.node.className=`cs-stage cs-mode-${i}${n?" cs-single":""}${o?" cs-flat":""}${this.scrolls?" cs-scrolls":""}`,[["--c",r],["--o",a],["--p",l],["--text",tl(r,e.cell)],["--out-text",tl(a,e.out)],["--product-text",tl(l,e.product)]]))this.node.style.setProperty(s,`${c}px`)}}let ss=["x","w","b","stride","pad","dilation"],si=["row","col","k"],sr=[["W","width",1,9,"x"],["H","height",1,9,"x"],["D","depth",1,3,"x"],["K","filters",1,3,"w"],["F","filter size",1,5,"w"],["S","stride",1,5,"s"],["P","padding",0,4,"s"],["dilation","dilation",1,3,"s"]],sa={S:"stride",P:"pad",dilation:"dilation"},sn=T(class extends D{constructor(t,e){super(t,e,[...ss,...si,"knobs"],eZ),Object.assign(this,{kept:{},shown:{}}),this.picture=new se({move:t=>this.change(t),number:(...t)=>this.setNumber(...t),play:()=>this.player.toggle(),step:t=>this.step(t),refuse:t=>this.refuse(t),note:t=>this.note(t),hold:()=>this.hold(),playing:()=>this.player.playing}),this.player=new F("Slide the filter",{step:t=>this.step(t),start:()=>this.start(),next:()=>this.root.isConnected&&this.next(),paused:()=>this.announce(this.sentence.textContent),reset:()=>this.reset()}),this.controls=j(sr,(t,e)=>this.resize(t,e)),this.build(),this.first=this.read(),this.update(),this.follow()}build(){Object.assign(this,{formula:b("div",{class:"cs-formula"}),fitText:b("p",{class:"cs-fit"}),sentence:b("p",{class:"cs-sentence"}),aside:b("p",{class:"cs-note"}),problem:b("p",{class:"cs-problem",hidden:!0})}),this.body=b("div",{class:"cs-body"},this.controls.node,b("div",{class:"cs-size"},b("div",{class:"cs-line"},this.formula,this.player.node),this.fitText),this.picture.node,b("div",{class:"cs-words"},this.sentence,this.aside)),this.open("sliding","Sliding filter",this.problem,this.body)}resize(t,e){if(this.player.pause(),t in sa)return this.change({[sa[t]]:e});let s=d(this.read()),i=s.W===s.H&&!this.hasKnob("H");return"W"===t&&i&&(s.H=e),this.change(L({...s,[t]:e},this.kept))}setNumber(t,e,s){let{D:i}=d(this.read()),r="x"===t?"x":e[1]<i?"w":"b",a=structuredClone(this.model.get(r)),n="b"===r?[e[0]]:e;n.slice(0,-1).reduce((t,e)=>t[e],a)[n.at(-1)]=s,this.change({[r]:a})}reset(){this.player.pause(),this.kept={},this.change(this.first)}step(t){this.player.pause();let e=this.read(),s=x(e);s&&this.change(w(e,s,t)??w(e,{k:0,row:0,col:0},t>0?0:this.count(e)-1))}count(t){let{K:e,H2:s,W2:i}=d(t);return e*s*i}start(){let t=this.read(),e=x(t);return!!e&&(w(t,e,1)||this.change({row:0,col:0,k:0}),!0)}next(){let t=this.read(),e=x(t),s=e&&w(t,e,1);return s&&this.change(s),!!s}update(){this.queued=!1;let t=this.read(),e=p(t);if(this.problem.hidden=!e,this.body.hidden=!!e,e)return v(this.problem,e);for(let e of["x","w","b"])this.kept[e]=S(this.kept[e],t[e]);let s=this.shown,i=JSON.stringify(d(t)),r=[...ss,"knobs"].some(e=>s[e]!==t[e]);i!==this.size&&this.picture.build(t),(r||i!==this.size)&&this.showValues(t),(i!==this.size||this.picture.cramped)&&this.picture.fit(this.width()),this.picture.move(t),this.size=i,this.shown=t,this.showWords(t,r&&void 0!==s.x)}showValues(t){this.picture.values(t),this.controls.show(d(t),this),this.formula.replaceChildren(...eA(d(t)));let{fine:e,text:s}=function(t){let{W:e,H:s,F:i,S:a,P:n,dilation:o,K:c,W2:h,H2:p}=d(t),u=(e===s?[["",e]]:[["Across: ",e],["Down: ",s]]).map(([t,e])=>[t,(0,C.x8)(l(e,i,a,n,o))]).filter(([,t])=>!t.endsWith("fit."));if(!x(t))return{fine:!1,text:`${u.map(t=>t.join("")).join(" ")} There is no output.`};let f=e1(t),m=f&&` ${f}`;if(u.length)return{fine:!1,text:u.map(t=>t.join("")).join(" ")+m};let g=o>1?` A filter of ${i} dilated by ${o} spans ${r(i,o)} cells.`:"";return{fine:!0,text:`It fits: the output is ${h}\xd7${p}\xd7${c}.${g}${m}`}}(t);this.fitText.className=`cs-fit${e?"":" cs-misfit"}`,v(this.fitText,s)}showWords(t,e){let s=x(t),i=this.picture.calc;v(this.sentence,s?e0(s,i):"No output to work out."),this.warning=null,this.spare=s?function(t,e,s){let{D:i}=d(t),r=s.window.filter(t=>!t.inside).length,a=r?` ${(0,C.LS)(r,"cell")} of the window ${1===r?"lies":"lie"} in the padding.`:"";return`Row ${e.row}, column ${e.col} of map ${e.k}: the sum${i>1?"s of the slices":" of the products"}, then the bias.${a}`}(t,s,i):"",v(this.aside,this.spare);let r=this.showTask(function(t){let{D:e,H:s,W:i,K:r,F:a,S:o,P:l,dilation:c,H2:h,W2:p}=d(t),u=x(t),m=n(i,a,o,l,c)&&n(s,a,o,l,c),w=u?{row:u.row,col:u.col,k:u.k,value:f(t,u.row,u.col,u.k).total}:{};return{D:e,H:s,W:i,K:r,F:a,S:o,P:l,dilation:c,H2:h,W2:p,fits:m,same:h===s&&p===i,unread:g(t),...w}}(t));this.showDescription(t),this.announce(`${e?`${this.fitText.textContent} `:""}${this.sentence.textContent}.${r}`)}note(t){v(this.aside,this.warning||t||this.spare||"")}hold(){this.player.pause(),this.warning=null,this.note()}});var so=s(47),sl={};sl.styleTagTransform=tE(),sl.setAttributes=tk(),sl.insert=ty().bind(null,"head"),sl.domAPI=tb(),sl.insertStyleElement=tA(),tx()(so.A,sl),so.A&&so.A.locals&&so.A.locals;let sc=new Map([["im2col",tm],["pooling",ea],["predict",ew],["sizing_calculator",eG],["sliding_filter",sn]])},36(t,e,s){var i=s(30),r=s.n(i),a=s(31),n=s.n(a),o=s(37),l=s(38),c=s(39),h=s(40),d=s(41),p=n()(r());p.i(o.A),p.i(l.A),p.i(c.A),p.i(h.A),p.i(d.A),p.push([t.id,`.cs-widget.cs-im2col {
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
`,""]),s.d(e,{},{A:p})},42(t,e,s){var i=s(30),r=s.n(i),a=s(31),n=s.n(a),o=s(37),l=s(38),c=s(43),h=s(44),d=s(39),p=n()(r());p.i(o.A),p.i(l.A),p.i(c.A),p.i(h.A),p.i(d.A),p.push([t.id,`.cs-widget.cs-pooling {
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
`,""]),s.d(e,{},{A:p})},45(t,e,s){var i=s(30),r=s.n(i),a=s(31),n=s.n(a),o=s(37),l=n()(r());l.i(o.A),l.push([t.id,`.cs-widget.cs-predict {
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
`,""]),s.d(e,{},{A:l})},39(t,e,s){var i=s(30),r=s.n(i),a=s(31),n=(s.n(a))()(r());n.push([t.id,`.cs-widget {
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
`,""]),s.d(e,{},{A:n})},44(t,e,s){var i=s(30),r=s.n(i),a=s(31),n=(s.n(a))()(r());n.push([t.id,`/* One of a few, as one strip of radio buttons. */
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
`,""]),s.d(e,{},{A:n})},43(t,e,s){var i=s(30),r=s.n(i),a=s(31),n=(s.n(a))()(r());n.push([t.id,`/* The size formula, a letter under each number, and whether the windows fit. */
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
`,""]),s.d(e,{},{A:n})},38(t,e,s){var i=s(30),r=s.n(i),a=s(31),n=(s.n(a))()(r());n.push([t.id,`/* Settings: small spin buttons in one strip. */
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
`,""]),s.d(e,{},{A:n})},41(t,e,s){var i=s(30),r=s.n(i),a=s(31),n=(s.n(a))()(r());n.push([t.id,`/* Back, Play, Step and Reset. */
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
`,""]),s.d(e,{},{A:n})},40(t,e,s){var i=s(30),r=s.n(i),a=s(31),n=(s.n(a))()(r());n.push([t.id,`/* A volume slice by slice, as the sliding filter and im2col show it. */
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
`,""]),s.d(e,{},{A:n})},37(t,e,s){var i=s(30),r=s.n(i),a=s(31),n=(s.n(a))()(r());n.push([t.id,`/* Colours and letters that the widgets share. Ink and paper are the page's; input, weights and output have their own.

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
`,""]),s.d(e,{},{A:n})},46(t,e,s){var i=s(30),r=s.n(i),a=s(31),n=s.n(a),o=s(37),l=s(38),c=s(43),h=s(44),d=n()(r());d.i(o.A),d.i(l.A),d.i(c.A),d.i(h.A),d.push([t.id,`.cs-widget.cs-sizing {
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
`,""]),s.d(e,{},{A:d})},47(t,e,s){var i=s(30),r=s.n(i),a=s(31),n=s.n(a),o=s(37),l=s(38),c=s(43),h=s(39),d=s(40),p=s(41),u=n()(r());u.i(o.A),u.i(l.A),u.i(c.A),u.i(h.A),u.i(d.A),u.i(p.A),u.push([t.id,`.cs-widget.cs-sliding {
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
`,""]),s.d(e,{},{A:u})},31(t){t.exports=function(t){var e=[];return e.toString=function(){return this.map(function(e){var s="",i=void 0!==e[5];return e[4]&&(s+="@supports (".concat(e[4],") {")),e[2]&&(s+="@media ".concat(e[2]," {")),i&&(s+="@layer".concat(e[5].length>0?" ".concat(e[5]):""," {")),s+=t(e),i&&(s+="}"),e[2]&&(s+="}"),e[4]&&(s+="}"),s}).join("")},e.i=function(t,s,i,r,a){"string"==typeof t&&(t=[[null,t,void 0]]);var n={};if(i)for(var o=0;o<this.length;o++){var l=this[o][0];null!=l&&(n[l]=!0)}for(var c=0;c<t.length;c++){var h=[].concat(t[c]);i&&n[h[0]]||(void 0!==a&&(void 0===h[5]||(h[1]="@layer".concat(h[5].length>0?" ".concat(h[5]):""," {").concat(h[1],"}")),h[5]=a),s&&(h[2]&&(h[1]="@media ".concat(h[2]," {").concat(h[1],"}")),h[2]=s),r&&(h[4]?(h[1]="@supports (".concat(h[4],") {").concat(h[1],"}"),h[4]=r):h[4]="".concat(r)),e.push(h))}},e}},30(t){t.exports=function(t){return t[1]}},23(t){var e=[];function s(t){for(var s=-1,i=0;i<e.length;i++)if(e[i].identifier===t){s=i;break}return s}function i(t,i){for(var r={},a=[],n=0;n<t.length;n++){var o=t[n],l=i.base?o[0]+i.base:o[0],c=r[l]||0,h="".concat(l," ").concat(c);r[l]=c+1;var d=s(h),p={css:o[1],media:o[2],sourceMap:o[3],supports:o[4],layer:o[5]};if(-1!==d)e[d].references++,e[d].updater(p);else{var u=function(t,e){var s=e.domAPI(e);return s.update(t),function(e){e?(e.css!==t.css||e.media!==t.media||e.sourceMap!==t.sourceMap||e.supports!==t.supports||e.layer!==t.layer)&&s.update(t=e):s.remove()}}(p,i);i.byIndex=n,e.splice(n,0,{identifier:h,updater:u,references:1})}a.push(h)}return a}t.exports=function(t,r){var a=i(t=t||[],r=r||{});return function(t){t=t||[];for(var n=0;n<a.length;n++){var o=s(a[n]);e[o].references--}for(var l=i(t,r),c=0;c<a.length;c++){var h=s(a[c]);0===e[h].references&&(e[h].updater(),e.splice(h,1))}a=l}}},25(t){var e={};t.exports=function(t,s){var i=function(t){if(void 0===e[t]){var s=document.querySelector(t);if(window.HTMLIFrameElement&&s instanceof window.HTMLIFrameElement)try{s=s.contentDocument.head}catch(t){s=null}e[t]=s}return e[t]}(t);if(!i)throw Error("Couldn't find a style target. This probably means that the value for the 'insert' parameter is invalid.");i.appendChild(s)}},27(t){t.exports=function(t){var e=document.createElement("style");return t.setAttributes(e,t.attributes),t.insert(e,t.options),e}},26(t,e,s){t.exports=function(t){var e=s.nc;e&&t.setAttribute("nonce",e)}},24(t){t.exports=function(t){if("u"<typeof document)return{update:function(){},remove:function(){}};var e=t.insertStyleElement(t);return{update:function(s){var i,r,a;i="",s.supports&&(i+="@supports (".concat(s.supports,") {")),s.media&&(i+="@media ".concat(s.media," {")),(r=void 0!==s.layer)&&(i+="@layer".concat(s.layer.length>0?" ".concat(s.layer):""," {")),i+=s.css,r&&(i+="}"),s.media&&(i+="}"),s.supports&&(i+="}"),(a=s.sourceMap)&&"u">typeof btoa&&(i+="\n/*# sourceMappingURL=data:application/json;base64,".concat(btoa(unescape(encodeURIComponent(JSON.stringify(a))))," */")),t.styleTagTransform(i,e,t.options)},remove:function(){var t;null===(t=e).parentNode||t.parentNode.removeChild(t)}}}},28(t){t.exports=function(t,e){if(e.styleSheet)e.styleSheet.cssText=t;else{for(;e.firstChild;)e.removeChild(e.firstChild);e.appendChild(document.createTextNode(t))}}}}]);