"use strict";(self.rspackChunkcs231n_kit=self.rspackChunkcs231n_kit||[]).push([[2],{35(t,e,s){s.d(e,{WIDGET_MODULES:()=>sR,makeControl:()=>ed});let i=(t,e)=>t-e*Math.floor(t/e),a=(t,e=1)=>(t-1)*e+1,r=(t,e,s=0,i=1)=>t-a(e,i)+2*s,n=(t,e,s=1,a=0,n=1)=>r(t,e,a,n)>=0&&0===((t,e,s=1,a=0,n=1)=>i(r(t,e,a,n),s))(t,e,s,a,n);function o(t,e,s,i,r=1){let n=a(e,r),l=r>1?`; with dilation ${r} a filter of ${e} spans ${n}`:"",c=t-n+i;if(c<0)return`A window of ${n} does not fit into ${t+i} cells (${t} and ${i} of padding)${l}. Make it smaller, or pad.`;let h=`(${t} - ${n} + ${i})`,d=Math.floor(c/s)+1;if(c%s==0)return`${h}/${s} + 1 = ${d}: the windows fit.`;let p=1===d?"1 window fits":`${d} windows fit`;return`${h} = ${c} is not divisible by ${s}: ${p}, and ${c%s} of the ${t+i} cells would be left over${l}.`}let l=(t,e,s=1,i=0,a=1)=>o(t,e,s,2*i,a),c=(t,e,s=1,r=0,n=1,l="crop")=>(function(t,e,s,r,n,l=1,c="crop"){var h=t,d=e,p=s,u=r,f=n,m=l,g=c;if(h<1||d<1||p<1||m<1)throw Error(`Sizes, stride and dilation start at 1; got W=${h}, F=${d}, S=${p}, dilation=${m}.`);if(u<0||f<0)throw Error(`Padding starts at 0; got ${u} before and ${f} after.`);if(!["crop","raise","pad"].includes(g))throw Error(`fit must be 'crop', 'raise' or 'pad'; got '${g}'.`);let x=t-a(e,l)+r+n,w=i(x,s)>0,b=Math.floor(x/s)+1;if("pad"===c&&w&&b*s<t+r&&(b+=1),b<1||"raise"===c&&w)throw Error(o(t,e,s,r+n,l));return b})(t,e,s,r,r,n,l),h=(t,e,s)=>e*e*s*t;function d(t){let e=t.x.length,s=t.x[0].length,i=t.x[0][0].length,a=t.w.length,n=t.w[0][0].length,o=e=>0>r(e,n,t.pad,t.dilation)?0:c(e,n,t.stride,t.pad,t.dilation);return{D:e,H:s,W:i,K:a,F:n,S:t.stride,P:t.pad,dilation:t.dilation,H2:o(s),W2:o(i)}}function p(t){let e=t.x.length,s=t.w[0].length;return e!==s?`The input has ${e} depth slices and the filters have ${s}: they must agree.`:t.b.length!==t.w.length?`There are ${t.w.length} filters and ${t.b.length} biases: one bias for each filter.`:null}function u(t,e,s){let{H:i,W:a,F:r}=d(t),n=[];for(let o=0;o<r;o++)for(let l=0;l<r;l++){let r=e*t.stride-t.pad+o*t.dilation,c=s*t.stride-t.pad+l*t.dilation;n.push({i:o,j:l,r,c,inside:r>=0&&r<i&&c>=0&&c<a})}return n}function f(t,e,s,i){let{D:a,F:r}=d(t),n=u(t,e,s),o=Array.from({length:a},()=>Array.from({length:r},()=>Array(r).fill(0)));for(let{i:e,j:s,r,c:l,inside:c}of n)for(let n=0;n<a;n++)o[n][e][s]=c?t.x[n][r][l]*t.w[i][n][e][s]+0:0;let l=o.map(t=>t.flat().reduce((t,e)=>t+e,0));return{window:n,products:o,sums:l,bias:t.b[i],total:l.reduce((t,e)=>t+e,0)+t.b[i]}}function m(t){let{H:e,W:s,F:i,H2:a,W2:r}=d(t),n=(e,s)=>{let a=Array(e+2*t.pad).fill(0);for(let e=0;e<s;e++)for(let s=0;s<i;s++)a[e*t.stride+s*t.dilation]++;return a},o=n(s,a?r:0);return n(e,r?a:0).map(t=>o.map(e=>t*e))}function g(t){let{H:e,W:s}=d(t);return m(t).slice(t.pad,t.pad+e).reduce((e,i)=>e+i.slice(t.pad,t.pad+s).filter(t=>!t).length,0)}function x(t){let{K:e,H2:s,W2:i}=d(t);if(!s||!i)return null;let a=(t,e)=>Math.min(Math.max(t,0),e-1);return{row:a(t.row,s),col:a(t.col,i),k:a(t.k,e)}}function w(t,e,s){let{K:i,H2:a,W2:r}=d(t),n=(e.k*a+e.row)*r+e.col+s;return n<0||n>=i*a*r?null:{k:Math.floor(n/(a*r)),row:Math.floor(n/r)%a,col:n%r}}function b(t,e={},...s){let i=document.createElement(t);for(let[t,s]of Object.entries(e))t.startsWith("on")?i.addEventListener(t.slice(2),s):null!=s&&!1!==s&&i.setAttribute(t,!0===s?"":s);return i.append(...s.flat(1/0).filter(t=>null!=t)),i}function v(t,e){t.textContent!==e&&(t.textContent=e)}function y(t){let e=document.createElementNS("http://www.w3.org/2000/svg","svg");e.setAttribute("viewBox","0 0 16 16"),e.setAttribute("aria-hidden","true");let s=document.createElementNS("http://www.w3.org/2000/svg","path");return s.setAttribute("d",t),e.append(s),e}let $=0,k=Math.random().toString(36).slice(2,8),M=t=>`cs-${t}-${k}-${++$}`,A=(t,e,s)=>(3*e*e+2*s*s+e*s+t*(2*e+3*s+5)+2*s)%7%4,z=[1,0,-1,1,0,-1,0],E=(t,e)=>Array.from({length:t},(t,s)=>e(s));function L({D:t,H:e,W:s,K:i,F:a},r){return{x:E(t,t=>E(e,e=>E(s,s=>r.x?.[t]?.[e]?.[s]??A(t,e,s)))),w:E(i,e=>E(t,t=>E(a,s=>E(a,i=>r.w?.[e]?.[t]?.[s]?.[i]??z[((2*e+3)*s+(t+1)*i*i+s*i*(e+1)+3*e+2*t)%7])))),b:E(i,t=>r.b?.[t]??[1,0,-1][t%3])}}function S(t,e){return Array.isArray(e)?(Array.isArray(t)&&t.length>e.length?t:e).map((s,i)=>i<e.length?S(t?.[i],e[i]):t[i]):e}function P([t,e,s,i,a],r){let n=M("knob"),o=b("input",{id:n,type:"number",inputmode:"numeric",min:s,max:i,step:1,class:"cs-knob-field"}),l=e=>{let a=Math.min(Math.max(Math.round(e)||0,s),i);o.value=a,r(t,a)};o.addEventListener("change",()=>l(Number(o.value))),o.addEventListener("input",()=>{let e=Number(o.value);""!==o.value&&Number.isInteger(e)&&e>=s&&e<=i&&r(t,e)});let c=(t,s,i)=>b("button",{type:"button",class:"cs-knob-button",tabindex:"-1","aria-label":`${e}: ${i}`,onclick:()=>l(Number(o.value)+s)},t),h=c("−",-1,"one less"),d=c("+",1,"one more"),p=b("label",{for:n,onpointerdown:t=>u(t)}),u=({pointerId:t,clientX:e})=>{let s=Number(o.value),i=new AbortController,{signal:a}=i;for(let r of(p.setPointerCapture(t),p.addEventListener("pointermove",t=>{let i=s+Math.round((t.clientX-e)/6);i!==Number(o.value)&&l(i)},{signal:a}),["pointerup","pointercancel"]))p.addEventListener(r,()=>i.abort(),{signal:a})};return p.append(...1===t.length?[b("i",{},t),` ${e}`]:[e]),{letter:t,node:b("div",{class:`cs-knob cs-knob-${a}`},p,b("div",{class:"cs-knob-box"},h,o,d)),show:t=>{(document.activeElement!==o||Number(o.value)!==t)&&(o.value=t),h.disabled=t<=s,d.disabled=t>=i}}}function C(t,e){let s=t.map(t=>P(t,e)),i=b("div",{class:"cs-knobs",role:"group","aria-label":"Settings"},s.map(t=>t.node));return{node:i,knobs:s,show:(t,e)=>{for(let i of s)i.show(t[i.letter]),i.node.hidden=!e.hasKnob(i.letter);i.hidden=s.every(t=>t.node.hidden)}}}var W=s(20);class j{constructor(t,e,s){Object.assign(this,{model:t,el:e,names:s,queued:!1}),this.caption=b("p",{class:"cs-caption"}),this.task=b("p",{class:"cs-task"}),this.live=b("p",{class:"cs-live",role:"status"}),this.listener=()=>this.queue()}open(t,e,...s){for(let i of(this.root=b("div",{class:`cs-widget cs-${t}`,role:"group","aria-label":e,"data-lm-suppress-shortcuts":"true"},this.caption,this.task,s,this.live),this.root.addEventListener("focusin",t=>t.target.setAttribute("data-lm-suppress-shortcuts","true")),this.root.addEventListener("keydown",t=>t.stopPropagation()),this.el.append(this.root),["pointerdown","keydown","input"]))this.root.addEventListener(i,()=>{this.acted=!0});for(let t of this.heard())this.model.on(`change:${t}`,this.listener)}heard(){return[...this.names,"caption","task","goal","why"]}read(){return Object.fromEntries(this.names.map(t=>[t,this.model.get(t)]))}change(t){let e=Object.entries(t).filter(([t,e])=>this.model.get(t)!==e);if(e.length){for(let[t,s]of e)this.model.set(t,s);this.model.save_changes(),this.update()}}queue(){this.queued||(this.queued=!0,queueMicrotask(()=>this.queued&&this.update()))}showTask(t){let e=this.model.get("goal")??{},s=Object.keys(e),i=(0,W.Yy)(this.model.get("task")??""),a=s.length>0&&s.every(s=>e[s]===t[s]);this.early=a&&(this.early??!0)&&!this.acted;let r=a&&!this.early,n=r?(0,W.Yy)(this.model.get("why")??""):"",o=r&&!this.met?` That meets the task. ${n}`.trimEnd():"";return this.met=r,v(this.caption,(0,W.Yy)(this.model.get("caption")??"")),this.task.hidden=!i,this.task.classList.toggle("cs-met",r),this.task.replaceChildren(b("b",{},r?"✓ Done":"Try it"),` ${i}`,n?` ${n}`:""),o}announce(t){clearTimeout(this.later),this.later=setTimeout(()=>v(this.live,t),400)}refuse(t){this.warning=t,this.note(),this.announce(t)}follow(){this.watch=new ResizeObserver(()=>this.fit()),this.watch.observe(this.root)}fit(){this.root.clientWidth&&this.size&&this.picture.fit(this.root.clientWidth)}width(){return this.root.clientWidth||680}destroy(){for(let t of(clearTimeout(this.later),this.watch?.disconnect(),this.heard()))this.model.off(`change:${t}`,this.listener)}}let T=t=>({render({model:e,el:s}){let i=new t(e,s);return()=>i.destroy()}});class N extends j{constructor(t,e,s,i){super(t,e,s),this.words=b("p",{class:"cs-live",id:M("words")}),this.describe=i}open(t,e,...s){super.open(t,e,...s,this.words),this.root.setAttribute("aria-describedby",this.words.id)}hasKnob(t){return this.model.get("knobs")?.includes(t)??!0}showDescription(t){let e=()=>v(this.words,this.describe(t));clearTimeout(this.soon),this.words.textContent?this.soon=setTimeout(e,300):e()}follow(){this.watch=new ResizeObserver(([{contentRect:t}])=>{let e=Math.floor(t.width);e&&e!==this.wide&&(this.wide=e,this.fit())}),this.watch.observe(this.root)}width(){return this.wide??=this.root.clientWidth,this.wide||680}fit(){this.size&&this.picture.fit(this.width())}destroy(){clearTimeout(this.soon),super.destroy()}}let O="M4 2.5v11l9-5.5z";class F{constructor(t,e){this.on=e,this.timer=null,this.calm=matchMedia("(prefers-reduced-motion: reduce)");let s=(t,e,s,i)=>b("button",{type:"button",class:`cs-button cs-${i}`,onclick:s},e?y(e):null,b("span",{},t));this.play=s("Play",O,()=>this.toggle(),"play"),this.node=b("div",{class:"cs-player",role:"group","aria-label":t},s("Back","M12 2.5v11L5.5 8zM3.5 2.5h1.6v11H3.5z",()=>e.step(-1),"back"),this.play,s("Step","M4 2.5v11L10.5 8zM10.9 2.5h1.6v11h-1.6z",()=>e.step(1),"step"),s("Reset",null,()=>e.reset(),"reset"))}get playing(){return null!==this.timer}toggle(){if(this.playing)return this.pause();!1!==this.on.start()&&(this.timer=setInterval(()=>this.on.next()||this.pause(),this.calm.matches?1800:850),this.show())}pause(){this.playing&&(clearInterval(this.timer),this.timer=null,this.show(),this.on.paused())}show(){this.play.replaceChildren(y(this.playing?"M4 2.5h3v11H4zM9 2.5h3v11H9z":O),b("span",{},this.playing?"Pause":"Play"))}}class D extends N{announce(t){clearTimeout(this.later),!this.player.playing&&this.watch&&super.announce(t)}destroy(){this.player.pause(),super.destroy()}}function H(t){let{D:e,F:s,H2:i,W2:a}=d(t),r=Array.from({length:i*a},(e,s)=>u(t,Math.floor(s/a),s%a));return Array.from({length:e*s*s},(e,i)=>r.map(e=>((e,{r:s,c:i,inside:a})=>a?{value:t.x[e][s][i],from:[e,s,i]}:{value:0,from:null})(Math.floor(i/(s*s)),e[i%(s*s)])))}let I=t=>t.w.map(t=>t.flat(2));function q(t,e,s){return t.map((t,i)=>e[0].map((a,r)=>t.reduce((t,s,i)=>t+s*e[i][r].value,s[i])))}function R(t){let{H:e,W:s,P:i}=d(t);return m(t).slice(i,i+e).map(t=>t.slice(i,i+s))}function U(t){let{H2:e,W2:s}=d(t),i=Math.min(Math.max(t.window,0),e*s-1);return{n:i,row:Math.floor(i/s),col:i%s}}function X(t){let[e,s,i]=t.cell??[];return t.x[e]?.[s]?.[i]===void 0?null:[e,s,i]}function _(t){let{D:e,H:s,W:i,K:a,F:r,S:n,P:o,H2:l,W2:c}=d(t),h=R(t),p=h.flat(),u=X(t),f=e*r*r,m=l*c,g=f*m;return{D:e,H:s,W:i,K:a,F:r,S:n,P:o,H2:l,W2:c,rows:f,columns:m,numbers:g,ratio:g/(e*s*i),most:Math.max(...p),least:Math.min(...p),unread:e*p.filter(t=>!t).length,window:U(t).n,...u?{copies:h[u[1]][u[2]]}:{}}}let Y=t=>t.length<2?t.join(""):`${t.slice(0,-1).join(", ")} and ${t.at(-1)}`,K=(t,e)=>`${t}[${e.join(", ")}]`;function B(t,[e,s,i],a){let r=R(t)[s][i],n=`${K("x",[e,s,i])} = ${(0,W.ai)(t.x[e][s][i])}`;if(!r)return`${n} stands nowhere in X_col: no window reads it.`;let o=a[0].map((t,e)=>e).filter(t=>a.some(a=>{let r;return(r=a[t].from)&&r[0]===e&&r[1]===s&&r[2]===i}));return`${n} stands in X_col ${["nowhere","once","twice"][r]??`${r} times`}, in column${1===r?"":"s"} ${Y(o)}.`}function J(t){let e=H(t);return Object.values(V(t,e,q(I(t),e,t.b))).filter(Boolean).join(" ")}function V(t,e,s){let i=_(t),a=X(t);return{sizes:function({D:t,H:e,W:s,K:i,F:a,S:r,P:n}){return`An input of ${s}\xd7${e}\xd7${t} and ${(0,W.LS)(i,"filter")} of ${a}\xd7${a}\xd7${t}, stride ${r}, padding ${n}.`}(i),shapes:function({rows:t,columns:e,K:s,H2:i,W2:a}){return`X_col is ${t}\xd7${e} and W_row is ${s}\xd7${t}. W_row times X_col, plus b, is Y: ${s}\xd7${e}, reshaped to ${a}\xd7${i}\xd7${s}.`}(i),memory:function({numbers:t,D:e,H:s,W:i,ratio:a,unread:r}){let n=e*s*i,o=r?` No window reads ${r} of the input’s ${(0,W.LS)(n,"cell")}.`:"";return t===n?`X_col holds ${t} numbers, as many as the input.${o}`:`X_col holds ${t} numbers, the input ${n}: ${(0,W.ai)(Math.floor(100*a+.5)/100)} times as many.${o}`}(i),column:function(t,e){let{n:s,row:i,col:a}=U(t),r=e.map((t,e)=>`${K("Y",[e,s])} = ${(0,W.ai)(t[s])}`),n=e.map((t,e)=>K("y",[e,i,a]));return`Window ${s} is column ${s} of X_col. W_row times this column, plus b, gives ${Y(r)}: ${Y(n)} of the output.`}(t,s),aside:a?B(t,a,e):function(t,e){let{n:s}=U(t),i=e.filter(t=>!t[s].from).length;return i?`${i} of its ${(0,W.LS)(e.length,"number")} ${1===i?"is a zero":"are zeros"} of the padding.`:""}(t,e)}}let G={ArrowLeft:[0,-1],ArrowRight:[0,1],ArrowUp:[-1,0],ArrowDown:[1,0]},Q=(t,e)=>Math.min(Math.max(t,0),e-1);function Z(t,e,s,i=0){let a=[],r=[],n=[];for(let o=-i;o<e+i;o++){let l=o>=0&&o<e,c=Array.from({length:s+2*i},(e,a)=>{let r=a-i;if(!l||r<0||r>=s)return b("span",{class:"cs-cell cs-zero","aria-hidden":"true"},"0");let n=b("span",{class:"cs-cell",role:"gridcell",tabindex:"-1"});return n.at=[t,o,r],n});r.push(c),l&&a.push(c.slice(i,i+s)),n.push(b("div",{class:"cs-row",...l?{role:"row"}:{"aria-hidden":"true"}},c))}return{cells:a,field:r,lines:n}}class tt{constructor(t,e){this.slices=t,this.nameOf=e,this.at=[0,0,0],this.point(this.at)}cell([t,e,s]){return this.slices[t]?.[e]?.[s]}point(t,e=!1){let s=this.cell(t);if(!s)return;let i=this.cell(this.at);i!==s&&i?.setAttribute("tabindex","-1"),this.at=t,s.setAttribute("tabindex","0"),s.setAttribute("aria-label",this.nameOf(t)),e&&s!==document.activeElement&&s.focus({preventScroll:!1})}key(t){let e=function(t,e,s){let[i,a,r]=e,[n,o]=s[i],l=t.ctrlKey||t.metaKey;if("Home"===t.key)return[l?0:i,l?0:a,0];if("End"===t.key){let t,e;return l?(t=s,[e=s.length-1,t[e][0]-1,t[e][1]-1]):[i,a,o-1]}if("PageUp"===t.key||"PageDown"===t.key){let e=Q(i+("PageUp"===t.key?-1:1),s.length);return[e,Q(a,s[e][0]),Q(r,s[e][1])]}if(!(t.key in G)||t.altKey||l)return null;let[c,h]=G[t.key];return a+c<0&&i>0?[i-1,s[i-1][0]-1,Q(r,s[i-1][1])]:a+c>=n&&i<s.length-1?[i+1,0,Q(r,s[i+1][1])]:[i,Q(a+c,n),Q(r+h,o)]}(t,this.at,this.slices.map(t=>[t.length,t[0].length]));return e&&t.preventDefault(),e}}function te(t,e){t.firstElementChild||v(t,(0,W.h0)(e))}function ts(t,e){t.forEach((t,s)=>t.forEach((t,i)=>t.forEach((t,a)=>te(t,e[s][i][a]))))}function ti(t,{value:e,name:s,first:i,take:a,refuse:r}){if(t.firstElementChild)return;let n=b("input",{class:"cs-edit","aria-label":`${s}, edit`,inputmode:"text",autocomplete:"off",spellcheck:"false"});n.value=i??String(e);let o=!0,l=new AbortController,c=(s,i)=>{if(!o)return;o=!1,l.abort();let c=n.value.trim().replaceAll("−","-").replace(",","."),h=Number(c),d=""!==c&&Number.isFinite(h)&&999>=Math.abs(h);n.remove(),te(t,s&&d?h:e),i&&t.focus(),s&&d&&h!==e&&a(h),s&&!d&&r(`“${c}” is not a number from −999 to 999; the cell keeps ${(0,W.ai)(e)}.`)};n.addEventListener("keydown",t=>{t.stopPropagation(),"Enter"===t.key||"Escape"===t.key?(t.preventDefault(),c("Enter"===t.key,!0)):("ArrowUp"===t.key||"ArrowDown"===t.key)&&(t.preventDefault(),n.value=String((Number(n.value)||0)+("ArrowUp"===t.key?1:-1)))}),n.addEventListener("blur",()=>c(!0,!1));let h=t.closest(".cs-widget"),{signal:d}=l;h.addEventListener("mousedown",t=>(({target:t})=>t.closest("button, .cs-choice"))(t)&&t.preventDefault(),{signal:d}),h.addEventListener("mouseup",t=>(({target:t})=>t.closest("button, .cs-choice"))(t)&&c(!0,!1),{signal:d}),t.replaceChildren(n),n.focus(),void 0===i&&n.select()}let ta=[24,24,24,26,32,38],tr=t=>Math.min(t.flat(1/0).reduce((t,e)=>Math.max(t,e.length),1),5),tn=(...t)=>tr(t.flat(1/0).map(W.h0)),to=t=>ta[t],tl=(t,e)=>Math.max(12,Math.min(.5*t,(t-3)/(.69*e+.2)));function tc(t,e,s,i){let a=Math.max(Math.floor(420/e.rows),s);for(let r=Math.max(Math.min(30,a),s);r>=s;r--)if(function(t,e,{D:s,K:i,W:a,P:r,W2:n,rows:o,columns:l}){let c=32+Math.max(l*t,i*n*t+(i-1)*14);return Math.max(e*(a+2*r)*t+(e-1)*14,(o+1)*t+(s-1)*4+40,205)+28+Math.max(c,205)}(r,i,e)<=t)return r;return 0}let th="Arrows move the window, space plays, Enter steps.";class td{constructor(t){this.on=t,this.node=b("div",{class:"cs-matrices"}),this.node.addEventListener("pointerover",t=>this.hover(t)),this.node.addEventListener("pointerleave",()=>this.hint(null)),this.node.addEventListener("click",t=>this.click(t.target.closest(".cs-cell"))),this.node.addEventListener("focusin",t=>t.target.at&&this.hint(t.target))}build(t){let{D:e,H:s,W:i,K:a,F:r,P:n,H2:o,W2:l}=d(t),c=e*r*r,h=o*l;Object.assign(this,{size:{D:e,H:s,W:i,K:a,F:r,P:n,H2:o,W2:l,rows:c,columns:h},lit:[],hot:[]}),this.x=Array.from({length:e},(t,e)=>Z(e,s,i,n)),this.col=Z(0,c,h),this.maps=Array.from({length:a},(t,e)=>Z(e,o,l));let p=t=>Array.from({length:a},()=>Array.from({length:t},()=>b("span",{class:"cs-cell"})));Object.assign(this,{row:p(c),bias:p(1),y:p(h)}),this.numberWindows(),this.frames=this.x.map(()=>b("div",{class:"cs-window"})),this.bar=b("div",{class:"cs-window cs-column"}),this.scroll=b("div",{class:"cs-right"},this.colPart(),this.yPart());let u=b("div",{class:"cs-left"},this.inputPart(),this.rowPart());this.node.replaceChildren(u,this.scroll,this.legendPart(),this.mapsPart()),this.node.style.setProperty("--rows",s+2*n),this.node.style.setProperty("--cols",i+2*n),this.node.style.setProperty("--span",r);let f=(t,e)=>new tt(t.map(t=>t.cells),e);this.rovingX=f(this.x,t=>this.cellName(t)),this.rovingCol=f([this.col],([,t,e])=>`${K("X_col",[t,e])} is ${this.col.cells[t][e].textContent}`),this.rovingY=f(this.maps,([t,e,s])=>`${K("y",[t,e,s])} is ${this.maps[t].cells[e][s].textContent}`)}numberWindows(){let{W2:t}=this.size;for(let t of[...this.col.cells,...this.y])t.forEach((t,e)=>{t.window=e});for(let{cells:e}of this.maps)e.forEach((e,s)=>e.forEach((e,i)=>{e.window=s*t+i}));this.row.forEach(t=>t.forEach((t,e)=>{t.tap=e}))}cellName([t,e,s]){let i=this.counts?.[e][s]??0;return`${K("x",[t,e,s])} is ${this.x[t].cells[e][s].textContent}, ${i} ${1===i?"time":"times"} in X_col`}part(t,e,s,i,...a){return b("div",{class:`cs-part cs-part-${t} cs-${e}`},b("div",{class:"cs-part-name"},b("b",{},s),b("span",{},i)),a)}slice(t,e,s){return b("div",{class:"cs-slice",role:"rowgroup","aria-label":t},b("div",{class:"cs-slice-name","aria-hidden":"true"},t),b("div",{class:"cs-field"},e.lines,s))}inputPart(){let{D:t,H:e,W:s}=this.size,i=b("div",{class:"cs-volume-slices",role:"grid","aria-label":`Input x, ${s}\xd7${e}\xd7${t}. Arrows choose a cell, Enter shows all its copies, Escape hides them.`},this.x.map((t,e)=>this.slice(`x[${e}]`,t,this.frames[e])));return i.addEventListener("keydown",t=>{let e=this.rovingX.key(t);if(e)this.rovingX.point(e,!0);else if("Enter"===t.key||" "===t.key)this.choose(this.rovingX.at);else{if("Escape"!==t.key)return;this.on.choose([])}t.preventDefault()}),this.part("x","input","Input x",`${s}\xd7${e}\xd7${t}`,i)}colPart(){let{D:t,F:e,rows:s,columns:i}=this.size,a=b("div",{class:"cs-blocks","aria-hidden":"true"},Array.from({length:t},(t,e)=>b("span",{},`x[${e}]`)));this.heads=Array.from({length:i},(t,e)=>b("span",{},String(e)));let r=b("div",{class:"cs-heads","aria-hidden":"true"},this.heads);a.style.setProperty("--taps",e*e),this.col.lines.forEach((t,s)=>t.classList.toggle("cs-next",s>0&&s%(e*e)==0));let n=b("div",{class:"cs-field",role:"grid","aria-label":`X_col, ${s} rows, ${i} columns: one for each window. ${th}`},this.col.lines,this.bar);return this.listen(n,()=>this.rovingCol,([,,t])=>t),this.part("x","xcol","X_col",`${s}\xd7${i}: a column for each window`,r,b("div",{class:"cs-labelled"},a,n))}rowPart(){let{F:t,K:e,rows:s}=this.size;for(let e of this.row)e.forEach((e,s)=>e.classList.toggle("cs-next",s>0&&s%(t*t)==0));return this.rowField=this.plain(this.row),this.biasField=this.plain(this.bias),this.weights=b("div",{class:"cs-weights",role:"group","aria-label":"W_row and b"},this.part("w","wrow","W_row",`${e}\xd7${s}: a row for each filter`,this.rowField),this.part("w","bias","b",`${e}`,this.biasField)),this.weights}plain(t){return b("div",{class:"cs-field",role:"img"},t.map(t=>b("div",{class:"cs-row"},t)))}yPart(){let{K:t,columns:e}=this.size;return this.yField=this.plain(this.y),this.part("y","ymatrix","Y = W_row \xb7 X_col + b",`${t}\xd7${e}`,b("div",{class:"cs-labelled"},this.yField))}mapsPart(){let{K:t,H2:e,W2:s}=this.size,i=b("div",{class:"cs-volume-slices",role:"grid","aria-label":`Output y, ${s}\xd7${e}\xd7${t}. ${th}`},this.maps.map((t,e)=>this.slice(`y[${e}]`,t)));return this.listen(i,()=>this.rovingY,([,t,e])=>t*s+e),this.part("y","output","Output y",`${s}\xd7${e}\xd7${t}: Y, reshaped`,i)}legendPart(){return this.legend=b("div",{class:"cs-legend"}),b("div",{class:"cs-key"},this.legend)}listen(t,e,s){t.addEventListener("keydown",t=>{let i=e().key(t);if(i)this.on.hold(),e().point(i,!0),this.on.move(s(i));else if(" "===t.key)this.on.play();else if("Enter"===t.key)this.on.step(1);else{if("Escape"!==t.key)return;this.on.choose([])}t.preventDefault()})}hover(t){let e=t.target.closest(".cs-cell");e?.window===void 0||"mouse"!==t.pointerType||this.on.playing()||this.on.move(e.window),this.hint(e)}click(t){if(!t)return;this.on.hold();let e=t.at&&[this.rovingX,this.rovingCol,this.rovingY].find(e=>e.cell(t.at)===t);e?.point(t.at,!0),void 0!==t.window?this.on.move(t.window):e===this.rovingX&&this.choose(t.at)}choose(t){this.on.choose(String(t)===String(X(this.s))?[]:t)}values(t){let{P:e,W2:s,H2:i}=this.size,a=I(t);for(let{cells:e}of(this.s=t,this.entries=H(t),this.results=q(a,this.entries,t.b),this.counts=R(t),this.letters={cell:tn(a,t.b,this.results),input:tn(t.x)},ts(this.x.map(t=>t.cells),t.x),ts([this.row,this.bias,this.y,this.col.cells],[a,t.b.map(t=>[t]),this.results,this.entries.map(t=>t.map(({value:t})=>t))]),ts(this.maps.map(t=>t.cells),this.results.map(t=>Array.from({length:i},(e,i)=>t.slice(i*s,(i+1)*s)))),this.entries.forEach((t,e)=>t.forEach(({from:t},s)=>this.col.cells[e][s].classList.toggle("cs-zero",!t))),this.x))e.forEach((t,e)=>t.forEach((t,s)=>t.classList.toggle("cs-unread",!this.counts[e][s])));this.label(a);let r=[["cs-tap","the window and its column"],["cs-copy","a cell that you click, and its copies"],...e?[["cs-zero","padding"]]:[],...this.counts.flat().includes(0)?[["cs-unread","read by no window"]]:[]];for(let t of(this.legend.replaceChildren(...r.map(([t,e])=>b("span",{},b("i",{class:`cs-cell ${t}`,"aria-hidden":"true"}),e))),[this.rovingX,this.rovingCol,this.rovingY]))t.point(t.at)}label(t){let e=(t,e)=>`${t}: ${e.map((t,e)=>`row ${e}: ${t.map(W.ai).join(", ")}`).join("; ")}`;this.rowField.setAttribute("aria-label",e("W_row",t)),this.biasField.setAttribute("aria-label",`b: ${this.s.b.map(W.ai).join(", ")}`),this.yField.setAttribute("aria-label",e("Y",this.results))}move(t){let{n:e,row:s,col:i}=U(t),{F:a}=this.size,r=s*t.stride,n=i*t.stride;for(let e of(this.s=t,this.lit))e.classList.remove("cs-tap","cs-here");for(let[t,s]of[["--top",r],["--left",n],["--window",e]])this.node.style.setProperty(t,s);let o=[...this.x.flatMap(({field:t})=>t.slice(r,r+a).flatMap(t=>t.slice(n,n+a))),...this.col.cells.map(t=>t[e]),this.heads[e]],l=[...this.y.map(t=>t[e]),...this.maps.map(({cells:t})=>t[s][i])];for(let t of o)t.classList.add("cs-tap");for(let t of l)t.classList.add("cs-here");this.lit=[...o,...l],this.follow(this.rovingCol,[0,this.rovingCol.at[1],e]),this.follow(this.rovingY,[this.rovingY.at[0],s,i]),this.reveal(this.col.cells[0][e]),this.hint(this.node.contains(document.activeElement)&&!this.on.playing()&&document.activeElement.at?document.activeElement:null)}follow(t,e){t.point(e,t.cell(t.at)===document.activeElement&&!this.on.playing())}reveal(t){let{scrollLeft:e,clientWidth:s,scrollWidth:i}=this.scroll;if(i<=s)return;let a=t.getBoundingClientRect().left-this.scroll.getBoundingClientRect().left+e;(a<e||a+t.offsetWidth+4>e+s)&&(this.scroll.scrollLeft=a-s/2)}hint(t){for(let t of this.hot)t.classList.remove("cs-hot","cs-copy");this.hot=[];let{n:e}=U(this.s),s=t&&this.rovingX.cell(t.at??[])===t?t.at:X(this.s);s&&this.trace(s),t?.tap!==void 0?this.link(t.tap,e):t?.at&&this.col.cells[t.at[1]]?.[t.at[2]]===t?this.link(t.at[1],e):this.on.note(s?B(this.s,s,this.entries):"")}link(t,e){let{F:s}=this.size,{row:i,col:a}=U(this.s),{stride:r}=this.s,n=Math.floor(t/(s*s)),o=this.x[n].field[i*r+Math.floor(t/s)%s][a*r+t%s];this.mark("cs-hot",[o,this.col.cells[t][e],...this.row.map(e=>e[t])]),this.on.note(function(t,[e,s],{value:i,from:a}){let[r,n,o]=[Math.floor(e/(t*t)),Math.floor(e/t)%t,e%t],l=a?`${K("x",a)} = ${(0,W.ai)(i)}`:"a zero of the padding";return`Row ${e} of X_col holds channel ${r}, row ${n}, column ${o} of every window; for window ${s} that is ${l}.`}(s,[t,e],this.entries[t][e]))}trace([t,e,s]){let i=this.entries.flatMap((i,a)=>i.flatMap((i,r)=>(({from:i})=>i&&i[0]===t&&i[1]===e&&i[2]===s)(i)?[this.col.cells[a][r]]:[]));this.mark("cs-copy",[this.x[t].cells[e][s],...i])}mark(t,e){for(let s of e)s.classList.add(t);this.hot.push(...e)}get cramped(){return JSON.stringify(this.letters)!==this.fitted}fit(t){let e=this.letters,s={cell:to(Math.max(e.cell,e.input)),input:to(e.input)},{mode:i,cell:a,input:r,slices:n,maps:o,apart:l}=function(t,e,s){let i=tc(t,e,s.cell,e.D),a=tc(t,e,s.cell,1);if(i||a){let t=a>i+1;return{mode:"beside",cell:t?a:i,input:t?a:i,slices:t?1:e.D}}return{mode:"below",cell:Math.max(Math.min(Math.max(Math.floor((t-32-4)/e.columns),s.cell),30),s.cell),...function(t,{D:e,K:s,W:i,H:a,P:r,W2:n,H2:o},l){let c=(t,e,s)=>Math.max(t*e*s+(t-1)*14,96),h=(t,e,s,i)=>Math.ceil(e/t)*(s*i+26),d=[];for(let p of new Set([e,1]))for(let u of new Set([s,1])){let f=c(p,i+2*r,l.input)+14+c(u,n,l.cell),m=Math.max(h(p,e,a+2*r,l.input),h(u,s,o,l.cell));f<=t&&d.push({slices:p,maps:u,height:m})}let p=d.sort((t,e)=>t.height-e.height)[0]??{slices:1,maps:1};return{input:l.input,slices:p.slices,maps:p.maps,apart:!d.length}}(t,e,s)}}(t,this.size,s);for(let[t,s]of(this.fitted=JSON.stringify(e),this.node.className=`cs-matrices cs-mode-${i}`,Object.entries({"cs-down":1===n,"cs-maps-down":1===o,"cs-apart":l})))this.node.classList.toggle(t,!!s);for(let[t,n]of[["--c",a],["--o","below"===i?s.cell:a],["--input",r],["--text",tl(a,Math.max(e.cell,e.input))],["--out-text",tl("below"===i?s.cell:a,e.cell)],["--input-text",tl(r,e.input)]])this.node.style.setProperty(t,`${n}px`);this.weights.scrollWidth>this.weights.clientWidth?this.weights.setAttribute("tabindex","0"):this.weights.removeAttribute("tabindex")}}let tp=["x","w","b","stride","pad"],tu=[["F","filter size",1,3,"w"],["S","stride",1,3,"s"],["P","padding",0,1,"s"]],tf={S:"stride",P:"pad"},tm=T(class extends D{constructor(t,e){super(t,e,[...tp,"window","cell","knobs"],J),Object.assign(this,{kept:{},shown:{}}),this.picture=new td({move:t=>this.change({window:t}),choose:t=>this.choose(t),play:()=>this.player.toggle(),step:t=>this.step(t),note:t=>this.note(t),hold:()=>this.player.pause(),playing:()=>this.player.playing}),this.player=new F("Walk through the windows",{step:t=>this.step(t),start:()=>this.start(),next:()=>this.root.isConnected&&this.next(),paused:()=>this.announce(this.sentence.textContent),reset:()=>this.reset()}),this.controls=C(tu,(t,e)=>this.resize(t,e)),this.build(),this.first=super.read(),this.update(),this.follow()}build(){let t=t=>b("p",{class:`cs-${t}`});Object.assign(this,{shapes:t("shapes"),memory:t("memory"),sentence:t("sentence"),aside:t("note"),problem:t("problem")}),this.bars=["x","col"].map(t=>b("span",{class:`cs-bar-${t}`}));let e=b("div",{class:"cs-bars","aria-hidden":"true"},["input","X_col"].map((t,e)=>b("div",{},b("span",{},t),this.bars[e])));this.body=b("div",{class:"cs-body"},b("div",{class:"cs-line"},this.controls.node,this.player.node),b("div",{class:"cs-cost"},e,this.memory),this.picture.node,b("div",{class:"cs-words"},this.sentence,this.aside,this.shapes)),this.open("im2col","im2col: windows as columns",this.problem,this.body)}read(){return{...super.read(),dilation:1}}resize(t,e){return(this.player.pause(),t in tf)?this.change({[tf[t]]:e}):this.change({w:L({...d(this.read()),F:e},this.kept).w})}choose(t){this.player.pause(),this.change({cell:t})}reset(){this.player.pause(),this.kept={},this.change(this.first)}step(t){this.player.pause();let e=this.read(),{columns:s}=_(e);this.change({window:(U(e).n+t+s)%s})}start(){this.next()||this.change({window:0})}next(){let t=this.read(),{columns:e}=_(t),s=U(t).n+1;return!(s>=e)&&(this.change({window:s}),!0)}update(){this.queued=!1;let t=this.read(),e=p(t);if(this.problem.hidden=!e,this.body.hidden=!!e,e)return v(this.problem,e);for(let e of["x","w","b"])this.kept[e]=S(this.kept[e],t[e]);let s=this.shown,i=JSON.stringify(d(t)),a=tp.some(e=>s[e]!==t[e]);i!==this.size&&this.picture.build(t),a&&this.picture.values(t),(i!==this.size||this.picture.cramped)&&this.picture.fit(this.width()),this.size=i,this.shown=t,this.showWords(t,a&&void 0!==s.x,s.cell!==t.cell)}showWords(t,e,s){let i=_(t),a=V(t,this.picture.entries,this.picture.results);for(let t of["shapes","memory"])v(this[t],a[t]);v(this.sentence,a.column),this.spare=a.aside,this.picture.move(t),this.controls.show(d(t),this),[i.numbers/i.ratio,i.numbers].forEach((t,e)=>{this.bars[e].style.setProperty("--share",t/(i.numbers/i.ratio)/9),v(this.bars[e],(0,W.ai)(t))}),this.showDescription(t);let r=this.showTask(i),n=e?`${a.memory} `:"";this.announce(`${n}${s&&a.aside?a.aside:a.column}${r}`)}note(t){v(this.aside,t||this.spare||"")}});var tg=s(23),tx=s.n(tg),tw=s(24),tb=s.n(tw),tv=s(25),ty=s.n(tv),t$=s(26),tk=s.n(t$),tM=s(27),tA=s.n(tM),tz=s(28),tE=s.n(tz),tL=s(36),tS={};function tP(t,e,s){let i=M("choice"),a=e.map(([t])=>b("input",{type:"radio",name:i,value:t,onchange:()=>s(t)}));return{node:b("div",{class:"cs-choice",role:"radiogroup","aria-label":t},e.map(([,t],e)=>b("label",{},a[e],b("span",{},t)))),show:t=>a.forEach(e=>{e.checked=e.value===t})}}function tC(t){let e=t.x.length,s=t.x[0].length,i=t.size,a=t.stride;return{H:e,W:s,F:i,S:a,H2:c(e,i,a),W2:c(s,i,a)}}tS.styleTagTransform=tE(),tS.setAttributes=tk(),tS.insert=ty().bind(null,"head"),tS.domAPI=tb(),tS.insertStyleElement=tA(),tx()(tL.A,tS),tL.A&&tL.A.locals&&tL.A.locals;let tW=(t,e,s)=>Array.from({length:t},(t,i)=>Array.from({length:e},(t,e)=>s(i,e))),tj=t=>t.reduce((t,e)=>t+e,0);function tT(t){let{H2:e,W2:s}=tC(t);return t.dy.length===e&&t.dy[0].length===s?t.dy:tW(e,s,(t,e)=>10*(t*s+e+1))}function tN(t){let{H2:e,W2:s}=tC(t),i=(t,e)=>Math.min(Math.max(t,0),e-1);return{row:i(t.row,e),col:i(t.col,s)}}function tO(t,e,s){let i=tW(t.size,t.size,(i,a)=>[e*t.stride+i,s*t.stride+a]).flat(),a=i.map(([e,s])=>t.x[e][s]);if("max"===t.kind){let t=Math.max(...a)+0;return{cells:i,values:a,y:t,switched:a.indexOf(t),equal:a.filter(e=>e===t).length}}let r=tj("L2"===t.kind?a.map(t=>t*t):a);return{cells:i,values:a,total:r,y:"L2"===t.kind?Math.sqrt(r):r/a.length,switched:null,equal:0}}function tF(t,e,s){return"max"===t.kind?e.values.map((t,i)=>i===e.switched?s:0):"average"===t.kind?e.values.map(()=>s/e.values.length):e.values.map(t=>0===e.y?0:t*(s/e.y)+0)}function tD(t){let{H:e,W:s,H2:i,W2:a}=tC(t),r=tT(t),n=tW(i,a,(e,s)=>tO(t,e,s)),o=tW(e,s,()=>[]);return n.forEach((e,s)=>e.forEach((e,i)=>{tF(t,e,r[s][i]).forEach((t,a)=>{let[r,n]=e.cells[a];o[r][n].push({row:s,col:i,part:t,won:a===e.switched})})})),{dy:r,windows:n,sources:o,y:n.map(t=>t.map(t=>t.y)),dx:o.map(t=>t.map(t=>tj(t.map(({part:t})=>t))))}}function tH(t){let{H:e,W:s,F:i,S:a,H2:r,W2:o}=tC(t),{row:l,col:c}=tN(t),{windows:h,dx:d}=tD(t),p=h[l][c];return{kind:t.kind,H:e,W:s,F:i,S:a,H2:r,W2:o,fits:n(e,i,a)&&n(s,i,a),row:l,col:c,value:p.y,switch:p.switched,tied:p.equal>1,ties:h.flat().filter(({equal:t})=>t>1).length,receivers:d.flat().filter(t=>0!==t).length}}let tI={max:"Max",average:"Average",L2:"L2-norm"},tq=(t,e=2)=>Math.floor(t*10**e+.5)/10**e,tR=(t,e)=>String(tq(t,e)+0).replace("-","−"),tU=t=>[2,1,0].map(e=>tR(t,e)).find(t=>t.length<=5)??(0,W.h0)(t),tX=(...t)=>t.every(t=>1e-9>Math.abs(tq(t)-t))?"=":"≈",t_=t=>t<0?`(${tR(t)})`:tR(t),tY=([t,e])=>`row ${t}, column ${e}`,tK=(...t)=>t.filter(Boolean).join(" ");function tB(t){let{H:e,W:s,F:i,S:a,H2:r,W2:n}=tC(t),o=`${tI[t.kind]} pooling of a depth slice of ${s}\xd7${e}, windows of ${i}\xd7${i}, stride ${a}: the output is ${n}\xd7${r}.`,l=t.backward?tG(t):[];return tK(o,tJ(t),...tV(t),...l)}function tJ(t){let{H:e,W:s,F:i,S:a}=tC(t);return[...new Set([s,e])].map(t=>(0,W.x8)(l(t,i,a))).join(" ")}function tV(t){let{row:e,col:s}=tN(t),i=tO(t,e,s),{values:a,total:r,y:n}=i,o=a.length,l=`y[${e}, ${s}] ${tX(...a)}`,c=`${tX(n)} ${tR(n)}.`;if("max"===t.kind)return[`${l} max(${a.map(t=>tR(t)).join(", ")}) ${c}`,function({cells:t,y:e,switched:s,equal:i}){let a=tY(t[s]),r=`That is cell ${s} of the window: the switch is ${s}.`;return 1===i?`The largest stands in ${a}. ${r}`:`A tie: ${i} cells hold ${tR(e)}. Row by row, the first of them wins: ${a}. ${r}`}(i)];if("average"===t.kind)return[`${l} (${a.map(t_).join(" + ")})/${o} ${tX(r)} ${tR(r)}/${o} ${c}`,`All ${o} cells count the same.`];let h=a.map(t=>`${t_(t)}\xb2`).join(" + ");return[`${l} √(${h}) ${tX(r)} √${tR(r)} ${c}`,n?"Large numbers count most.":"All its cells are 0."]}function tG(t){let{row:e,col:s}=tN(t),i=tO(t,e,s),a=tT(t)[e][s],{values:r,y:n}=i,o=r.length,l=`dy[${e}, ${s}] ${tX(a)} ${tR(a)}`,{S:c,F:h,H2:d,W2:p}=tC(t);if(0===a)return[`${l}: nothing is sent.`,""];if("max"===t.kind)return function(t,e,{cells:s,values:i,switched:a,equal:r}){let[n,o]=s[a],l=`The other ${i.length-1} cells get nothing from this window`,c=1===r?"":2===r?", not even the one that is as large":`, not even the ${r-1} that are as large`,h=tD(t).sources[n][o].filter(({won:t})=>t).map(({part:t})=>t),d=h.length>1?`That cell won in ${h.length} windows: ${tQ("dx",n,o,h)}.`:"";return[`${e} goes to ${tY([n,o])}, all of it.`,tK(`${l}${c}.`,d)]}(t,l,i);let u=c<h&&d*p>1?"What a cell gets from several windows adds up.":"";if("average"===t.kind){let t=a/o;return[`${l} is shared equally: ${tR(a)}/${o} ${tX(t)} ${tR(t)} for each cell.`,u]}if(0===n)return[`${l}, but y is 0 and has no slope here: nothing is sent.`,u];let f=r.some(t=>t<0)?"A cell below 0 gets a share of the other sign: if it grows, y shrinks.":"",m=tF(t,i,a).map(t=>tR(t)).join(", ");return[`${l} is shared as dy \xb7 x/y, with y ${tX(n)} ${tR(n)}: ${m}.`,tK(f,u)]}function tQ(t,e,s,i){let a=i.reduce((t,e)=>t+e,0);return`${t}[${e}, ${s}] = ${i.map(t_).join(" + ")} ${tX(a)} ${tR(a)}`}let tZ=[["beside",32],["below",28],["stack",24],["column",24]];function t0(t,e){return b("div",{class:"cs-part-name"},b("b",{},t),e instanceof Node?e:b("span",{},e))}function t1(){let t=b("p",{class:"cs-sentence"}),e=b("p",{class:"cs-more"});return{said:t,more:e,node:b("div",{class:"cs-words"},t,e)}}function t2(t,e,...s){return b("div",{class:`cs-lane cs-${t}`,role:"group","aria-label":e},s)}function t4(t,e){let s=Array.from({length:e*e},(t,e)=>b("span",{class:"cs-cell"},b("small",{},String(e)),b("span",{}))),i=b("div",{class:"cs-taps",role:"img"},Array.from({length:e},(t,i)=>b("div",{class:"cs-row"},s.slice(i*e,(i+1)*e)))),a=b("span",{}),r=b("div",{class:"cs-foot"});return{cells:s,table:i,detail:a,foot:r,node:b("div",{class:"cs-part cs-part-mid"},t0(t,a),b("div",{class:"cs-between"},i,r))}}function t3([t,e]){return b("div",{},b("span",{},t),b("b",{},tR(e)))}function t6({cells:t,table:e},s,i,a){e.classList.toggle("cs-numbered",null!==i),s.forEach((e,s)=>{t[s].className=`cs-cell ${a(s)}`,v(t[s].lastChild,tU(e))})}function t5({cells:t,roving:e},s){s.flat().forEach((e,s)=>{t[s].firstElementChild||v(t[s],tU(e))}),e.point(e.at)}let t7={max:"maximum",average:"average",L2:"L2 norm"},t8="Plus and minus change a number, Enter or a digit types one.";class t9{constructor(t){this.on=t,this.node=b("div",{class:"cs-stage"}),this.words={forward:t1(),backward:t1()},this.legend=b("div",{class:"cs-legend"}),this.words.forward.node.append(this.legend),this.node.addEventListener("pointerover",t=>this.hint(t.target.closest(".cs-cell"))),this.node.addEventListener("pointerleave",()=>this.hint(null))}build(t){this.size=tC(t);let{H:e,W:s,F:i,H2:a,W2:r}=this.size;for(let t of(this.marked=[],this.x=this.slice("x",e,s,`Input x, ${s}\xd7${e}. ${t8}`),this.y=this.slice("y",a,r,`Output y, ${r}\xd7${a}. Arrows move the window.`),this.dx=this.slice("dx",e,s,`Gradient dx of the input, ${s}\xd7${e}.`),this.dy=this.slice("dy",a,r,`Gradient dy of the output, ${r}\xd7${a}. Arrows move the window. ${t8}`),this.slices=[this.x,this.y,this.dx,this.dy],this.slices))this.listen(t);this.forward=t4("Window",i),this.backward=t4("Shares",i),this.stepper=this.makeStepper();let n=this.part("y","Output y",`${r}\xd7${a}`,this.y.node),o=this.part("y","dy","gradient of y",this.dy.node);this.backLane=t2("backward","Backward",this.part("x","dx","gradient of x",this.dx.node),this.backward.node,o,this.words.backward.node),this.node.replaceChildren(t2("forward","Forward",this.part("x","Input x",`${s}\xd7${e}`,[this.x.node,this.stepper.node]),this.forward.node,n,this.words.forward.node),this.backLane)}slice(t,e,s,i){let{cells:a,lines:r}=Z(0,e,s),n=t=>b("span",{class:"cs-index","aria-hidden":"true"},String(t));r.forEach((t,e)=>t.prepend(n(e)));let o=b("div",{class:"cs-row cs-indices","aria-hidden":"true"},Array.from({length:s},(t,e)=>n(e))),l=b("div",{role:"grid","aria-label":i},r),c=t.endsWith("x")?b("div",{class:"cs-window"}):null,h={name:t,grid:l,frame:c,cells:a.flat(),node:b("div",{class:"cs-field"},o,l,c),edits:"x"===t||"dy"===t,moves:t.endsWith("y")};return a.flat().forEach(t=>{t.slice=h}),h.roving=new tt([a],([,e,s])=>`${t}[${e}, ${s}] is ${a[e][s].textContent}`),h}part(t,e,s,i){return b("div",{class:`cs-part cs-part-${t}`},t0(e,s),i)}makeStepper(){let t=(t,e,s)=>b("button",{type:"button",class:"cs-knob-button",tabindex:"-1","aria-label":`Chosen number: ${s}`,onclick:()=>this.step(this.x,e)},t),e=b("span",{class:"cs-chosen-name"}),s=b("b",{});return{node:b("div",{class:"cs-stepper",role:"group","aria-label":"Chosen number"},e,b("div",{class:"cs-knob-box"},t("−",-1,"one less"),s,t("+",1,"one more"))),name:e,value:s}}listen(t){let{grid:e,roving:s}=t;e.addEventListener("click",e=>{let s=e.target.closest(".cs-cell");if(!s?.at||"INPUT"===e.target.tagName)return;let i=t.chosen===s;this.go(t,s.at),i&&t.edits&&this.open(t)}),e.addEventListener("focusin",t=>t.target.at&&this.hint(t.target)),e.addEventListener("focusout",({target:t})=>{"INPUT"===t.tagName&&setTimeout(()=>this.values(this.s))}),e.addEventListener("keydown",e=>{if("INPUT"===e.target.tagName||e.ctrlKey&&1===e.key.length||e.metaKey)return;let i=s.key(e);if(i)this.go(t,i);else if(!t.edits)return;else if("Enter"===e.key||"F2"===e.key)this.open(t);else if(/^\d$/.test(e.key))this.open(t,e.key);else{if(!/^[-−+=]$/.test(e.key))return;this.step(t,"-−".includes(e.key)?-1:1)}e.preventDefault()})}go(t,e){this.on.hold(),t.roving.point(e,!0),t.chosen=t.roving.cell(e),t.moves?this.on.move({row:e[1],col:e[2]}):t===this.x&&this.choose()}number({name:t},[,e,s]){return("x"===t?this.s.x:this.all.dy)[e][s]}open(t,e){let{name:s,roving:i}=t,a=i.at;this.on.hold(),ti(i.cell(a),{value:this.number(t,a),name:`${s}[${a[1]}, ${a[2]}]`,first:e,take:t=>this.on.number(s,a,t),refuse:this.on.refuse})}step(t,e){let s=t.roving.at,i=Number((this.number(t,s)+e).toPrecision(12));this.on.hold(),999>=Math.abs(i)&&this.on.number(t.name,s,i)}values(t){this.s=t,this.all=tD(t);let{H:e,W:s}=this.size,{windows:i,sources:a,y:r,dx:n,dy:o}=this.all;t5(this.x,t.x),t5(this.y,r),t5(this.dx,n),t5(this.dy,o),this.letters=tr([t.x,r,n,o].flat(2).map(t=>tU(t)));let l=new Set(i.flat().filter(({switched:t})=>null!==t).map(({cells:t,switched:e})=>String(t[e])));for(let t=0;t<e;t++)for(let e=0;e<s;e++){for(let i of[this.x,this.dx])i.cells[t*s+e].classList.toggle("cs-unread",!a[t][e].length);this.x.cells[t*s+e].classList.toggle("cs-won",l.has(String([t,e]))),this.dx.cells[t*s+e].classList.toggle("cs-got",0!==n[t][e])}this.move(t)}move(t){this.s=t;let{W:e,W2:s}=this.size,{row:i,col:a}=tN(t),r=this.all.windows[i][a],n=this.all.dy[i][a];for(let t of this.marked)t.classList.remove("cs-tap","cs-here","cs-share"),t.style.removeProperty("--part");let o=(t,e)=>{t.classList.add(e),this.marked.push(t)};for(let{frame:e}of(this.marked=[],[this.x,this.dx]))e.style.setProperty("--top",i*t.stride),e.style.setProperty("--left",a*t.stride),e.style.setProperty("--span",t.size);let l=tF(t,r,n),c=Math.max(...l.map(Math.abs));for(let t of(r.cells.forEach(([t,s],i)=>{let a=i===r.switched,h=this.dx.cells[t*e+s];for(let r of(o(this.x.cells[t*e+s],a?"cs-here":"cs-tap"),o(h,a&&0!==n?"cs-here":0!==l[i]?"cs-share":"cs-tap"),[h,this.backward.cells[i]]))r.style.setProperty("--part",`${Math.round(35*Math.abs(l[i])/(c||1))}%`)}),[this.y,this.dy]))o(t.cells[i*s+a],"cs-here"),t.chosen=t.cells[i*s+a],t.roving.point([0,i,a]);this.backLane.classList.toggle("cs-routed","max"===t.kind),this.showMiddle(t,r,l,n),this.choose()}showMiddle(t,{values:e,total:s,y:i,switched:a},r,n){let o=e.length,l="max"===t.kind,c="L2"===t.kind?e.map(t=>t*t):e;t6(this.forward,c,a,t=>t===a?"cs-here":"cs-tap"),t6(this.backward,r,a,t=>l&&t===a&&0!==n?"cs-here":0!==r[t]?"cs-share":"cs-none"),v(this.forward.detail,"L2"===t.kind?"squared":"its numbers"),v(this.backward.detail,"L2"===t.kind?"dy \xb7 x/y":"of the window"),this.showLegend(l);let h={max:[["largest",i]],average:[["sum",s],[`sum/${o}`,i]],L2:[["sum",s],["√sum",i]]}[t.kind],d={max:[[`to cell ${a}`,n]],average:[["dy",n],[`dy/${o}`,n/o]],L2:[["dy",n],["y",i]]}[t.kind];this.forward.foot.replaceChildren(...h.map(t3)),this.backward.foot.replaceChildren(...d.map(t3)),this.forward.table.setAttribute("aria-label",`Window${"L2"===t.kind?", squared":""}: ${c.map(t=>tR(t)).join(", ")}; ${t7[t.kind]} ${tR(i)}`),this.backward.table.setAttribute("aria-label",`Shares of the cells in this window: ${r.map(t=>tR(t)).join(", ")}`)}showLegend(t){let e=(t,e)=>b("span",{},b("i",{class:`cs-cell ${t}`,"aria-hidden":"true"}),e),s=this.all.sources.flat().some(t=>!t.length);this.legend.replaceChildren(...t?[e("cs-won","wins in its window")]:[],...s?[e("cs-unread","read by no window")]:[])}choose(){let{roving:t,cells:e}=this.x,[,s,i]=t.at;for(let s of e)s.classList.toggle("cs-chosen",s===t.cell(t.at));v(this.stepper.name,`x[${s}, ${i}]`),v(this.stepper.value,tR(this.s.x[s][i]))}hint(t){for(let t of[this.y,this.dy])for(let e of t?.cells??[])e.classList.remove("cs-reads");let e=t?.slice?.name;if("x"!==e&&"dx"!==e)return this.on.note("");let[,s,i]=t.at;for(let{row:t,col:e}of this.all.sources[s][i])for(let s of[this.y,this.dy])s.cells[t*this.size.W2+e].classList.add("cs-reads");this.on.note(("x"===e?function(t,[e,s]){let i=tD(t).sources[e][s],a=0===i.length?"no window":1===i.length?"1 window":`${i.length} windows`,r=i.filter(({won:t})=>t).length,n=1===i.length?"it":"them",o="max"===t.kind&&i.length?r?` and wins in ${r===i.length?n:r}`:" and wins in none":"";return`x[${e}, ${s}] ${tX(t.x[e][s])} ${tR(t.x[e][s])} is read by ${a}${o}.`}:function(t,[e,s]){let i=tD(t).sources[e][s],a="max"===t.kind,r=a?i.filter(({won:t})=>t):i,n=r.map(({part:t})=>t),o=`dx[${e}, ${s}]`;return r.length?1===n.length?`${o} ${tX(n[0])} ${tR(n[0])}, from dy[${r[0].row}, ${r[0].col}].`:`${tQ("dx",e,s,n)}, from the ${n.length} windows that ${a?"it wins in":"read it"}.`:`${o} = 0: ${i.length?"it wins in no window":"no window reads it"}.`})(this.s,[s,i]))}get cramped(){return this.letters!==this.fitted}fit(t){let{mode:e,cell:s,input:i,middle:a,tap:r,output:n}=function(t,{W:e,W2:s,F:i},a){for(let[r,n]of tZ)for(let o=40;o>=Math.max(n,a);o--){let l=Math.max(16+e*o,78),c=Math.max(16+s*o,78),h=Math.max(o,Math.min(34,Math.floor(84/i))),d=Math.max(i*h,84),p=({column:l,stack:l+34+c}[r]??l+d+c+68)+250*("beside"===r),u="column"===r&&o===Math.max(n,a);if(p<=t||u)return{mode:r,cell:o,tap:h,input:l,middle:d,output:c}}}(t,this.size,to(this.letters));for(let[t,o]of(this.fitted=this.letters,this.node.className=`cs-stage cs-mode-${e}`,[["--c",s],["--m",r],["--wx",i],["--wm",a],["--wy",n],["--text",tl(s,this.letters)]]))this.node.style.setProperty(t,`${o}px`)}}let et=["x","dy","kind","size","stride"],ee=["row","col","backward"],es=[["max","maximum"],["average","average"],["L2","L2 norm"]],ei=[["one","forward"],["both","and backward"]],ea=[[2,2],[3,2],[3,1]],er=T(class extends N{constructor(t,e){super(t,e,[...et,...ee,"knobs"],tB),this.first=this.read(),this.shown={},this.picture=new t9({move:t=>this.change(t),number:(...t)=>this.setNumber(...t),refuse:t=>this.refuse(t),note:t=>this.note(t),hold:()=>this.hold()}),this.build(),this.update(),this.follow()}build(){let t=[this.first.size,this.first.stride],e=(ea.some(e=>String(e)===String(t))?ea:[t,...ea]).map(([t,e])=>[`${t},${e}`,`${t}\xd7${t}, stride ${e}`]);this.kind=tP("Kind of pooling",es,t=>this.change({kind:t})),this.windows=tP("Windows",e,t=>this.setWindows(...t.split(",").map(Number))),this.ways=tP("Which way",ei,t=>this.change({backward:"both"===t}));let s=b("button",{type:"button",class:"cs-button cs-reset",onclick:()=>this.reset()},"Reset");Object.assign(this,{fitText:b("p",{class:"cs-fit"}),aside:b("p",{class:"cs-note"}),problem:b("p",{class:"cs-problem",hidden:!0})}),this.body=b("div",{class:"cs-body"},b("div",{class:"cs-options"},this.kind.node,this.windows.node,this.ways.node,s),this.fitText,this.picture.node,this.aside),this.open("pooling","Pooling",this.problem,this.body)}setWindows(t,e){let s;this.hold();let[i,a]=[this.first.x.length,this.first.x[0].length].map(s=>(function(t,e,s){for(let i=t;i<=6;i++)if(n(i,e,s))return i;let i=t;for(;!n(i,e,s);)i--;return i})(s,t,e));this.change({size:t,stride:e,x:(s=this.kept,tW(i,a,(t,e)=>s?.[t]?.[e]??A(0,t,e)))})}setNumber(t,[,e,s],i){let a=structuredClone("x"===t?this.model.get("x"):tT(this.read()));a[e][s]=i,this.change({[t]:a})}reset(){this.hold(),this.kept=null,this.change(this.first)}update(){let t;this.queued=!1;let e=this.read(),s=void 0===(t=[e.x[0].length,e.x.length].find(t=>0>r(t,e.size)))?null:l(t,e.size,e.stride);if(this.problem.hidden=!s,this.body.hidden=!!s,s)return v(this.problem,s);this.kept=S(this.kept,e.x);let i=this.shown,a=JSON.stringify(tC(e)),n=a===this.size;for(let[t,s]of(n||this.picture.build(e),!n||et.some(t=>i[t]!==e[t])?this.picture.values(e):this.picture.move(e),this.size=a,this.shown=e,this.picture.backLane.hidden=!e.backward,(!n||this.picture.cramped)&&this.picture.fit(this.width()),this.kind.show(e.kind),this.windows.show(`${e.size},${e.stride}`),this.ways.show(e.backward?"both":"one"),[["kind",this.kind],["windows",this.windows],["backward",this.ways]]))s.node.hidden=!this.hasKnob(t);this.showWords(e,i,n)}showWords(t,e,s){var i;let a,r,n,{forward:o,backward:l}=this.picture.words,c=[...tV(t),...tG(t)];[o.said,o.more,l.said,l.more].forEach((t,e)=>v(t,c[e])),v(this.fitText,tJ(t)),this.fitText.classList.toggle("cs-misfit",!tH(t).fits);let h=s&&e.x!==t.x&&"max"===e.kind&&"max"===t.kind;this.moved=h?(i=t.backward,a=tD(e).windows,r=tD(t).windows,n=[],r.forEach((t,e)=>t.forEach((t,s)=>{let r=a[e][s];t.switched!==r.switched&&n.push(`${i?`The gradient of y[${e}, ${s}]`:`The winner for y[${e}, ${s}]`} moved from ${tY(r.cells[r.switched])} to ${tY(t.cells[t.switched])}.`)})),n.join(" ")):"",this.warning=null,this.note(),this.showDescription(t);let d=this.showTask(tH(t));e.x&&this.announce([this.moved,...s?[]:[this.fitText.textContent],...c.slice(0,t.backward?4:2)].filter(Boolean).join(" ")+d)}note(t){v(this.aside,this.warning||t||this.moved||"Choose an output to see its window. Choose an input to change it, with + and − or by typing.")}hold(){this.warning=null}});var en=s(42),eo={};eo.styleTagTransform=tE(),eo.setAttributes=tk(),eo.insert=ty().bind(null,"head"),eo.domAPI=tb(),eo.insertStyleElement=tA(),tx()(en.A,eo),en.A&&en.A.locals&&en.A.locals;let el=(t,e,...s)=>{let i=document.createElementNS("http://www.w3.org/2000/svg",t);for(let[t,s]of Object.entries(e))i.setAttribute(t,s);return i.append(...s),i};function ec({curve:t,unit:e=""},s,i){let{at:a,least:r,most:n}=t,o=a.length,l=440,c=t=>52+t/Math.max(o-1,1)*(l-52-18),h=t=>196-(t-r)/(n-r)*160,d=(n-r)/20,p=t=>Number((Math.round(Math.min(Math.max(t,r),n)/d)*d).toPrecision(12)),u=p((r+n)/2),f=null,m=!1,g=el("polyline",{class:"cs-guess-line"}),x=a.map((e,s)=>el("circle",{class:"cs-guess-point",r:8,tabindex:0===s?"0":"-1",role:"slider","aria-orientation":"vertical","aria-valuemin":r,"aria-valuemax":n,"aria-label":`${t.y} where ${t.x} is ${(0,W.ai)(e)}`})),w=el("g",{"aria-hidden":"true"}),v=el("svg",{class:"cs-guess-curve",role:"group","aria-label":s},w,g,...x),y=t=>{f=t;let s=t??a.map(()=>u);g.setAttribute("points",s.map((t,e)=>`${c(e)},${h(t)}`).join(" ")),v.classList.toggle("cs-untouched",null===t),x.forEach((t,i)=>{t.setAttribute("cx",c(i)),t.setAttribute("cy",h(s[i])),t.setAttribute("aria-valuenow",s[i]),t.setAttribute("aria-valuetext",`${(0,W.ai)(s[i])}${e&&` ${e}`}`)})},$=s=>{l=s,v.setAttribute("viewBox",`0 0 ${l} 240`),w.replaceChildren(...function({curve:t,unit:e,x:s,y:i,width:a}){let r=196,n=(t,e)=>el("text",{class:"cs-guess-text",...e},t),o=[t.least,(t.least+t.most)/2,t.most].flatMap(t=>[el("path",{class:"cs-guess-grid",d:`M52 ${i(t)}H${a-18}`}),n(`${(0,W.ai)(t)}${"%"===e?"%":""}`,{x:42,y:i(t)+4,"text-anchor":"end"})]),l=t.at.map((t,e)=>n((0,W.ai)(t),{x:s(e),y:r+20,"text-anchor":"middle"})),c=n(t.x,{x:(52+a-18)/2,y:r+38,"text-anchor":"middle"});return[n(t.y,{x:4,y:16}),...o,...l,c]}({curve:t,unit:e,x:c,y:h,width:l})),y(f)},k=(t,e)=>{if(m)return;let s=[...f??a.map(()=>u)];s[t]=p(e),y(s),i(s)},M=t=>{let e=v.getBoundingClientRect(),s=(t.clientX-e.left)/e.width*l,i=(t.clientY-e.top)/e.height*240;return[Math.min(Math.max(Math.round((s-52)/(l-52-18)*(o-1)),0),o-1),r+(196-i)/160*(n-r)]};return v.addEventListener("pointerdown",t=>{m||(t.preventDefault(),v.setPointerCapture(t.pointerId),k(...M(t)))}),v.addEventListener("pointermove",t=>{v.hasPointerCapture(t.pointerId)&&k(...M(t))}),v.addEventListener("keydown",t=>{let e=x.indexOf(t.target);if(e<0)return;let s=(f??a.map(()=>u))[e],i={ArrowUp:s+d,ArrowDown:s-d,Home:r,End:n}[t.key],o=x[e+(({ArrowLeft:-1,ArrowRight:1})[t.key]??0)];if(void 0!==i)k(e,i);else{if(!o||o===t.target)return;t.target.setAttribute("tabindex","-1"),o.setAttribute("tabindex","0"),o.focus()}t.preventDefault()}),$(440),new ResizeObserver(([{contentRect:t}])=>{let e=Math.min(Math.round(t.width),440);e&&e!==l&&$(e)}).observe(v),{node:b("div",{},v,b("p",{class:"cs-note"},"Draw across it, or use the arrow keys: up and down for a point, left and right for the next.")),value:()=>f,show:y,disable:t=>{m=t,v.classList.toggle("cs-shut",t)},problem:()=>null===f?"Draw a curve: drag a point up or down.":""}}var eh=s(19);function ed(t,e,s=()=>{}){let i={number:ep,choice:eu,cell:em,curve:ec}[t.kind];if(!i)throw Error(`a question of the kind ${t.kind} is not known`);return i(t,e,s)}function ep(t,e,s){let{unit:i=""}=t,a=b("input",{class:"cs-guess-number","aria-label":i?`${e} In ${"%"===i?"per cent":i}`:e,inputmode:"decimal",autocomplete:"off",spellcheck:"false",oninput:()=>s(n())}),r=()=>(0,eh.kz)(a.value,i),n=()=>Number.isNaN(r())?null:r();return{node:b("span",{class:"cs-guess-field"},a,i&&b("span",{"aria-hidden":"true"},i)),value:n,show:t=>{t!==n()&&(a.value=null===t?"":String(t).replace("-","−"))},disable:t=>{a.readOnly=t},problem:()=>null===n()?(0,eh.Qx)(a.value.trim()):(0,eh.FL)(n(),t)}}function eu({choices:t},e,s){let i=M("guess"),a=t.map((t,e)=>b("input",{type:"radio",name:i,value:e,onchange:()=>s(e)})),r=()=>{let t=a.findIndex(t=>t.checked);return t<0?null:t};return{node:b("div",{class:"cs-guess-choices",role:"radiogroup","aria-label":e},t.map((t,e)=>b("label",{},a[e],b("span",{},(0,W.Yy)(t))))),value:r,show:t=>a.forEach((e,s)=>{e.checked=s===t}),disable:t=>a.forEach(e=>{e.disabled=t&&!e.checked}),problem:()=>null===r()?"Choose one.":""}}let ef={ArrowLeft:[0,-1],ArrowRight:[0,1],ArrowUp:[-1,0],ArrowDown:[1,0]};function em({cells:t},e,s){let i=null,a=!1,r=t.map((e,s)=>e.map((e,i)=>b("button",{type:"button",role:"gridcell",tabindex:"-1","aria-label":`row ${s}, column ${i}${""===t[s][i]?"":`: ${(0,eh.Ie)(t[s][i])}`}`,onclick:()=>o(s,i)},(0,eh.Ie)(e)))),n=t=>{i=t;let[e,s]=t??[0,0];r.forEach((i,a)=>i.forEach((i,r)=>{i.setAttribute("aria-selected",String(null!==t&&a===e&&r===s)),i.tabIndex=a===e&&r===s?0:-1}))},o=(t,e)=>{a||(n([t,e]),s([t,e]))},l=r.map(t=>b("div",{role:"row"},t)),c=b("div",{class:"cs-guess-cells",role:"grid","aria-label":e,onkeydown:t=>{let e=r.flatMap((t,e)=>t.map((t,s)=>[t,e,s])).find(([e])=>e===t.target),s=ef[t.key];if(!e||!s)return;t.preventDefault();let i=r[e[1]+s[0]]?.[e[2]+s[1]];i&&(e[0].tabIndex=-1,i.tabIndex=0,i.focus())}},l);return n(null),{node:c,value:()=>i,show:n,disable:t=>{a=t,c.setAttribute("aria-readonly",String(t))},problem:()=>null===i?"Click a cell.":""}}function eg(t,e){t.hidden=!e,v(t,e)}let ex=["ask","kind","choices","unit","least","most","cells","curve","right","edges","replies"],ew=T(class extends j{constructor(t,e){super(t,e,["question",...ex,"guess","shown"]),this.build(),this.update()}get isExercise(){return null!=this.model.get("right")}build(){this.ask=b("p",{class:"cs-guess-ask"}),this.place=b("div",{class:"cs-guess-place"}),this.problem=b("p",{class:"cs-problem",role:"alert",hidden:!0}),this.said=b("p",{class:"cs-guess-said"}),this.take=b("button",{type:"submit",class:"cs-button cs-guess-take"}),this.show=b("button",{type:"button",class:"cs-button cs-guess-plain",onclick:()=>this.reveal()},"Show me"),this.go=b("button",{type:"button",class:"cs-button",onclick:()=>this.dispatch(!0)},"Read the answer"),this.again=b("button",{type:"button",class:"cs-button cs-guess-plain",onclick:()=>this.reopen()},"Change my guess");let t=b("form",{novalidate:!0},this.place,this.problem,this.said,b("div",{class:"cs-guess-buttons"},this.take,this.show,this.go,this.again));t.addEventListener("submit",t=>{t.preventDefault(),this.guess()}),this.title=b("p",{class:"cs-guess-title"}),this.open("predict","A question",this.title,this.ask,t)}alter(){eg(this.problem,""),this.isExercise&&(this.changing=!0,this.announce(""),this.update())}guess(){let t=this.control.problem();eg(this.problem,t),!t&&(this.changing=!1,this.change({guess:this.control.value(),shown:!0}),this.update(),this.announce(this.said.textContent),this.dispatch(!1),this.isExercise||this.go.focus())}reveal(){this.change({shown:!0}),this.dispatch(!0)}reopen(){this.changing=!0,this.update(),(this.place.querySelector("input:checked")??this.place.querySelector("input, [tabindex='0']")).focus()}dispatch(t){if(this.isExercise)return;let e={question:this.model.get("question"),go:t};this.root.dispatchEvent(new CustomEvent("cs231n-reveal",{bubbles:!0,detail:e}))}update(){this.queued=!1;let t=this.read();this.showTask({});let e=(0,W.Yy)(t.ask);v(this.ask,e);let s=JSON.stringify(ex.map(e=>t[e]));s!==this.what&&(this.what=s,this.control=ed(t,e,()=>this.alter()),this.place.replaceChildren(this.control.node));let i=(0,eh.lA)(t,t.guess),a=i&&!this.changing;this.changing||this.control.show(i?t.guess:this.control.value()),this.control.disable(a&&!this.isExercise),this.showOutcome(t,a)}showOutcome(t,e){let s=this.isExercise;v(this.title,s?"Your answer":"Your guess"),v(this.take,s?"Check":"That’s my guess");let i=e&&s?(0,eh.Tm)({...t,why:this.model.get("why")},t.guess):null;this.root.classList.toggle("cs-guess-right",!!i?.right),this.root.classList.toggle("cs-guess-wrong",i?.right===!1);let a=i?`${i.right?"✓":"✗"} ${(0,W.Yy)(i.text)}`:`You said ${(0,eh.Tn)(t)}.`;v(this.said,e?a:""),this.said.hidden=!e,this.take.hidden=e&&!s,this.show.hidden=s||e||!0===t.shown,this.go.hidden=s||!(e||!0===t.shown),this.again.hidden=s||!e}});var eb=s(45),ev={};function ey(t,{F:e,S:s,P:i,dilation:o}){return{side:t,F:e,span:a(e,o),S:s,P:i,value:((t,e,s=1,i=0,a=1)=>r(t,e,i,a)/s+1)(t,e,s,i,o),fits:n(t,e,s,i,o)}}ev.styleTagTransform=tE(),ev.setAttributes=tk(),ev.insert=ty().bind(null,"head"),ev.domAPI=tb(),ev.insertStyleElement=tA(),tx()(eb.A,ev),eb.A&&eb.A.locals&&eb.A.locals;let e$=t=>String(Number(t.toFixed(2))).replace("-","−"),ek=(t,e,s)=>b("span",{class:`cs-term cs-ink-${s}`},b("b",{},String(t)),b("small",{},e));function eM(t,{side:e,F:s,span:i,S:a,P:r,value:n,fits:o},l){let c=i===s?"F":`(F−1)\xb7${(i-1)/(s-1)}+1`;return b("span",{class:`cs-formula-line${o?"":" cs-misfit"}`,role:"img","aria-label":`${t}: open bracket ${e} minus ${i} plus 2 times ${r}, close bracket, over ${a}, plus 1, is ${e$(n)}`},b("span",{class:"cs-formula-name"},t),"(",ek(e,l,"x"),"−",ek(i,c,"w"),"+ 2\xb7",ek(r,"P","s"),")/",ek(a,"S","s"),"+ 1 =",b("b",{class:"cs-formula-value"},e$(n)),o?null:b("span",{class:"cs-mark"},"!"))}function eA(t){let e=eM(t.W===t.H?"Output size":"Across",ey(t.W,t),"W");return t.W===t.H?[e]:[e,eM("Down",ey(t.H,t),"H")]}let ez=["W","H","F","S","P","dilation"];function eE([,,t,e,s,i]){let r=a(t,i);return r>=e&&r>s}function eL([t,e,s,i,a,r],o){return(1===o||n(t,s,i,a,r))&&(0===o||n(e,s,i,a,r))}let eS={W:1024,H:1024,D:4096,K:4096,F:1024,S:64,P:512,dilation:32},eP=["over","even","large","half","skips","zeros"];function eC(t,e){try{return c(t,e.F,e.S,e.P,e.dilation,e.fit)}catch{return 0}}function eW(t){let e=t.H??t.W,s=eC(t.W,t),i=eC(e,t),a=s&&i;return{...t,H:e,W2:a?s:0,H2:a?i:0}}function ej(t,e){let s={...t,...e},{W2:i}=eW(s);return"reverse"===s.mode&&i?{...e,target:Math.min(i,eS.W)}:e}function eT(t){let{W2:e,H2:s,K:i,F:a,D:r}=eW(t),n=[i,s,e];return{weights:h(i,a,r),biases:i,parameters:h(i,a,r)+i,neurons:(([t,e,s])=>t*e*s)(n),unshared:(([t,e,s])=>t*e*s)(n)*(a*a*r+1),macs:(([t,e,s])=>t*e*s)(n)*(a*a*r),bytes:((t,e=4)=>(([t,e,s])=>t*e*s)(t)*e)(n)}}let eN=(t,e)=>n(t,e.F,e.S,e.P,e.dilation);function eO(t){let{W:e,H:s}=eW(t);return(function(t,e,s,i=1,r=0,n=1){let o=[t,e,s,i,r,n];return eL(o,-1)?[]:ez.flatMap((s,i)=>(1===i&&t===e||i<2&&eL(o,i)||5===i&&1===n?[]:[-1,1].map(t=>(function(t,e,s){let[i,r,n,o,,l]=t,c=i===r,h=eE(t),d=e<2&&!c?e:-1,p=+("P"!==ez[e]),u=[...t];for(let t=Math.max(i,r,o,a(n,l));t>0&&(u[e]+=s,0===e&&c&&(u[1]=u[0]),!(u[e]<p)&&(!h||eE(u)));t--)if(eL(u,d))return u;return null})(o,i,t)).filter(Boolean)).map(t=>[s,t[i],t]))})(e,s,t.F,t.S,t.P,t.dilation).map(([e,s,i])=>{let[a,r,n,o,l,c]=i;return{letter:e,value:s,...eW({...t,W:a,H:r,F:n,S:o,P:l,dilation:c}),change:{[e]:s}}}).filter(({letter:t,value:e})=>e<=eS[t])}function eF({W:t,target:e,dilation:s}){let i=function(t,e,s=1,i=16,r=15){let n=[];for(let o=1;o<=t;o++){let l=a(o,s);for(let c=1;c<=(1===e?1:i);c++){let i=(e-1)*c+l-t,h=Math.max(0,Math.floor((i+1)/2)),d=2*h-i;d<c&&l<=t&&n.push([o,c,h,d,function(t,e,s,i,r,n=1,o=15){let l=a(e,n);return l===t&&0===i?"":l<=i?"zeros":l<s?"skips":l<2*i?"half":r>0?"over":e%2==0?"even":e>o?"large":""}(t,o,c,h,d,s,r)])}}return n}(t,e,s),r=eP.map(t=>({name:t,count:i.filter(e=>e[4]===t).length,shown:function(t,e,s=4){let i=t.filter(t=>t[4]===e),a=([t])=>t%2==1&&t>1;return[...i.filter(a),...i.filter(t=>!a(t))].slice(0,s)}(i,t)})).filter(({count:t})=>t).map(t=>{let[e,i,r,n,o]=t.shown[0];return{...t,message:function(t,e,s,i,r,n=1){let o=a(e,n);return({zeros:`With P = ${i} the first window of ${o} would lie wholly in the padding and read only zeros.`,skips:`S = ${s} is larger than the window of ${o}: cells between windows would never be read.`,half:`With P = ${i} more than half of the first window of ${o} would lie in the padding.`,over:`With F = ${e}, S = ${s}, P = ${i} the windows don’t fit: ${r} cell${1===r?"":"s"} left over.`,even:`F = ${e} is even: such a filter has no middle cell, so no neuron stands over a cell.`,large:`F = ${e} is large: ${e*e} weights for each depth slice of the input.`})[t]??""}(o,e,i,r,n,s)}});return{good:i.filter(t=>!t[4]),leftOut:r}}function eD(t,e){let{F:s,S:i,P:r,dilation:n}=e,o=a(s,n),l=t+2*r,c="raise"===e.fit&&!eN(t,e),h=eC(t,c?{...e,fit:"crop"}:e),d=h?(h-1)*i+o:0,p=Math.max(d-l,0),u=eN(t,e)||p?null:h*i,f=Math.max(l,d,null===u?0:u+o);return{side:t,F:s,S:i,P:r,dilation:n,span:o,length:l,count:h,added:p,refused:c,next:u,total:f,unread:h?function(t,e,{F:s,S:i,dilation:a}){let r=Array(t).fill(!0);for(let n=0;n<e;n++)for(let e=0;e<s&&n*i+e*a<t;e++)r[n*i+e*a]=!1;return r}(l,h,e):[]}}function eH(t){let{W:e,H:s,D:i,K:a,F:r,S:n,P:o,dilation:c}=eW(t),h=eO(t).map(({letter:t,value:e})=>`${t} = ${e}`);return[`An input of ${e}\xd7${s}\xd7${i} and ${(0,W.LS)(a,"filter")} of ${r}\xd7${r}\xd7${i}, stride ${n}, padding ${o}, dilation ${c}.`,...[...new Set([e,s])].map(t=>(0,W.x8)(l(t,r,n,o,c))),h.length?`Nearest that fit: ${h.join(", ")}.`:"",function(t){let{W2:e,H2:s,K:i}=eW(t),a=eT(t),r=`${(0,W.zD)(a.weights)} weights and ${(0,W.zD)(a.biases)} ${1===i?"bias":"biases"}`;return e?`The output is ${e}\xd7${s}\xd7${i}: ${(0,W.zD)(a.neurons)} neurons, ${(0,W.zD)(a.bytes)} bytes at 4 a number. ${r}; ${(0,W.zD)(a.unshared)} parameters if they were not shared; ${(0,W.zD)(a.macs)} multiply-adds.`:`There is no output. ${r}.`}(t),..."reverse"===t.mode?function(t){let{good:e,leftOut:s}=eF(t),i=e.map(([t,e,s])=>`F = ${t}, S = ${e}, P = ${s}`).join("; ");return[`From ${t.W} to ${t.target}: ${i||"no setting without a catch"}.`,s.length?"Left out:":"",...s.map(({message:t})=>(0,W.x8)(t))]}(t):[]].filter(Boolean).join(" ")}let eI={ArrowLeft:-1,ArrowDown:-1,ArrowRight:1,ArrowUp:1,PageUp:10,PageDown:-10,Home:-1/0,End:1/0},eq=(t,e,s,i,a)=>`<rect x="${t.toFixed(2)}" y="${e}" width="${Math.max(s,.6).toFixed(2)}" height="${i}" class="${a}"/>`;function eR(t){let e=[];for(let[s,i]of t.entries())e.length&&e.at(-1)[2]===i?e.at(-1)[1]++:e.push([s,1,i]);return e}class eU{constructor(t){Object.assign(this,{name:t,at:0,hatch:M("hatch")}),this.art=b("div",{class:"cs-art",role:"slider",tabindex:"0","aria-valuemin":"0"}),this.note=b("p",{class:"cs-note"}),this.legend=b("div",{class:"cs-legend"}),this.node=b("div",{class:"cs-rowpic"},this.art,this.legend,this.note);let e=t=>{let e=(t.clientX-this.art.getBoundingClientRect().left-1)/this.cell;this.move(Math.round((e-this.r.span/2)/this.r.S))};this.art.addEventListener("pointermove",e),this.art.addEventListener("pointerdown",e),this.art.addEventListener("keydown",t=>{t.key in eI&&!t.altKey&&!t.ctrlKey&&!t.metaKey&&(t.preventDefault(),this.move(this.at+eI[t.key]))})}show(t,e,s){this.r=eD(t,e),this.art.setAttribute("aria-label",`${s} of the padded input, its windows and their neurons. Arrows choose a neuron.`),this.at=Math.min(this.at,Math.max(this.r.count-1,0)),this.fit(),this.explain()}move(t){let e=Math.min(Math.max(t,0),Math.max(this.r.count-1,0));e!==this.at&&(this.at=e,this.draw())}fit(){let t=this.node.clientWidth||680;this.cell=Math.min((t-2)/this.r.total,34),this.width=t,this.draw()}x(t){return 1+t*this.cell}draw(){let{r:t,cell:e}=this,s=[];s.push(`<defs><pattern id="${this.hatch}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V5" class="cs-hatch"/></pattern></defs>`),s.push(this.cells());let{rows:i,shown:a,next:r}=function(t,e){let s=Math.min(Math.max(Math.ceil(t.span/t.S),1),7),i=t.count-1;if(s<=6||t.count<=6){let e=Math.min(s,Math.max(t.count+ +(null!==t.next),1),6);return{rows:e,shown:Array.from({length:t.count},(t,s)=>[s,s%e]),next:t.count%e}}return{rows:6,shown:[[0,0],[1,1],[2,2],...e>2&&e<i?[[e,3]]:[],[i,null===t.next?5:4]],next:5}}(t,this.at),n=Math.min(52/i,15),o=Math.min(n-2,11),l=t=>78-(i-t)*n,c=Math.min(.12*e,1.5),h=(s,i,a)=>eq(this.x(s)+c,l(i),t.span*e-2*c,o,a);for(let[e,i]of a)e!==this.at&&s.push(h(e*t.S,i,"cs-bar"));null!==t.next&&s.push(h(t.next,r,"cs-bar cs-ghost"));let d=Math.min(t.S*e,26),p=Math.max(d-Math.min(.2*d,3),.8);d<2.5&&!t.refused&&t.count&&s.push(eq(this.middle(0),2,(t.count-1)*d,16,"cs-neuron"));for(let e=0;e<t.count&&d>=2.5&&!t.refused;e++)e!==this.at&&s.push(eq(this.middle(e)-p/2,2,p,16,"cs-neuron"));t.count&&s.push(this.active(a,l,o,c,Math.max(p,3))),a.length<t.count&&s.push(`<text x="${this.width-2}" y="36" text-anchor="end">${t.count-a.length} windows not drawn</text>`),s.push(this.zeros(),this.measures()),this.art.innerHTML=`<svg viewBox="0 0 ${this.width} 126" width="${this.width}" height="126" aria-hidden="true">${s.join("")}</svg>`,this.say()}middle(t){return this.x(t*this.r.S+this.r.span/2)}active(t,e,s,i,a){let{r,cell:n,at:o}=this,l=t.find(([t])=>t===o)[1],c=o*r.S,h=e(l),d=this.x(c)+i,p=this.x(c+r.span)-i,u=this.middle(o),f=Array.from({length:1===r.dilation?1:r.F},(t,e)=>[c+e*r.dilation,1===r.dilation?r.F:1]).map(([t,e])=>eq(this.x(t),84,e*n,22,"cs-read")).join("");return`${f}<path class="cs-lead" d="M${u} 18L${d} ${h}M${u} 18L${p} ${h}M${d} ${h+s}V84M${p} ${h+s}V84"/>`+eq(d,h,p-d,s,"cs-bar cs-on")+(r.refused?"":eq(u-a/2,2,a,16,"cs-neuron cs-on"))}kinds(){let{length:t,added:e,P:s}=this.r;return Array.from({length:t+e},(e,i)=>i>=t?"cs-extra":i<s||i>=t-s?"cs-pad":"cs-in")}zeros(){return this.cell<13?"":this.kinds().map((t,e)=>"cs-in"===t?"":`<text x="${this.x(e+.5)}" y="99.5" text-anchor="middle">0</text>`).join("")}cells(){let{r:t,cell:e}=this,s=e<5,i=[];for(let[t,a,r]of eR(this.kinds()))if(s)i.push(eq(this.x(t),84,a*e,22,r));else for(let s=t;s<t+a;s++)i.push(eq(this.x(s)+.5,84,e-1,22,r));for(let[s,a,r]of eR(t.unread))r&&i.push(`<rect x="${this.x(s)}" y="81" width="${Math.max(a*e,2)}" height="28" fill="url(#${this.hatch})" class="cs-missed"/>`);return i.join("")}measures(){let{r:t,cell:e}=this,s=this.x(t.P),i=this.x(t.P+t.side),a=(s+i)/2,r=`${this.name} = ${t.side}`,n=4*r.length+4,o=[];return o.push(`<path class="cs-rule" d="M${s} 115H${a-n}M${a+n} 115H${i}M${s} ${111}v8M${i} ${111}v8"/>`),o.push(`<text x="${a}" y="${119.5}" text-anchor="middle" class="cs-measure">${r}</text>`),t.P&&t.P*e>34&&o.push(`<text x="${this.x(t.P/2)}" y="${119.5}" text-anchor="middle">P = ${t.P}</text>`),o.join("")}explain(){let{r:t}=this,e=t.unread.filter(Boolean).length,s=(t,e)=>b("span",{},b("i",{class:t,"aria-hidden":"true"}),e);this.legend.replaceChildren(s("cs-neuron",t.refused?"no neurons: refused":(0,W.LS)(t.count,"neuron")),..."W"===this.name?[s("cs-bar",`window of ${t.span}, stride ${t.S}`),s("cs-in",(0,W.LS)(t.side,"input cell")),...t.P?[s("cs-pad",`padding, ${t.P} a side`)]:[]]:[],...t.added?[s("cs-extra",`${(0,W.LS)(t.added,"zero")} added to round up`)]:[],...e&&t.count?[s("cs-missed",`${(0,W.LS)(e,"cell")} read by no window`)]:[],...null===t.next?[]:[s("cs-ghost",t.length<t.span?"window too large":"next window, which does not fit")])}say(){var t;let e,s,i,a,r,{r:n}=this,o=n.count?(s=(e=(t=this.at)*n.S-n.P)+n.span-1,i=t=>t<0||t>=n.side?`${(0,W.x8)(String(t))} (padding)`:String(t),a=e===s?`cell ${i(e)}`:`cells ${i(e)} to ${i(s)}`,r=n.dilation>1&&n.F>1?`, ${n.F} of them, ${n.dilation} apart`:"",`${n.refused?"Window":"Neuron"} ${t} of ${n.count} reads ${a}${r}.`):"No neuron: there is no output.";for(let[t,e]of(v(this.note,o),[["now",this.at],["max",Math.max(n.count-1,0)],["text",o]]))this.art.setAttribute(`aria-value${t}`,String(e))}}let eX={over:"Cells left over",even:"Even filters",large:"Large filters",half:"More than half padding",skips:"Skipped cells",zeros:"Only zeros"};class e_{constructor(t,e){this.on=t,this.field=P(["target","output size",1,e,"y"],(e,s)=>t.target(s)),this.question=b("p",{class:"cs-question"}),this.body=b("div",{class:"cs-answers"}),this.node=b("div",{class:"cs-reverse",role:"group","aria-label":"Which F, S, P?"},b("div",{class:"cs-ask"},this.question,this.field.node),this.body)}show(t){this.field.show(t.target);let e=[t.W,t.target,t.dilation,t.D].join();for(let{field:s,setting:[i,a,r]}of(e!==this.key&&this.build(t),this.key=e,this.choices))s.checked=i===t.F&&a===t.S&&r===t.P}choice(t,e){let[s,i,a]=t,r=b("input",{type:"radio",name:e,"aria-label":`F ${s}, S ${i}, P ${a}`,onchange:()=>this.on.take({F:s,S:i,P:a})});return this.choices.push({field:r,setting:t}),r}build(t){let{good:e,leftOut:s}=eF(t),i=M("answer");this.choices=[],this.question.replaceChildren("From ",b("b",{class:"cs-ink-x"},String(t.W))," to ",b("b",{class:"cs-ink-y"},String(t.target)),": which ",b("i",{},"F, S, P"),"?"),this.body.replaceChildren(b("p",{class:"cs-found"},this.summary(t,e)),...e.length?[this.table(t,e,i)]:[],...s.length?[b("p",{class:"cs-leftout-title"},"Left out, and why"),b("ul",{class:"cs-leftout"},s.map(t=>this.group(t,i)))]:[])}summary(t,e){return e.length?1===e.length?"One setting answers it.":`${(0,W.LS)(e.length,"setting")} answer it. Choose one.`:`No setting makes ${t.target} of ${t.W} without a catch.`}table(t,e,s){let i=["","F","S","P","the formula","weights of a filter"].map(t=>b("th",{scope:"col"},t||b("span",{class:"cs-live"},"use"))),r=e.map(e=>{let[i,r,n]=e,o=this.choice(e,s),l=[b("span",{},`(${t.W} − ${a(i,t.dilation)} + ${2*n})/${r} + 1`),` = ${t.target}`];return b("tr",{onclick:t=>{t.target!==o&&(o.focus(),o.click())}},b("td",{},o),[i,r,n].map(t=>b("td",{},String(t))),b("td",{class:"cs-sumline"},l),b("td",{},(0,W.zD)(i*i*t.D)))});return b("div",{class:`cs-table${e.length>8?" cs-long":""}`,...e.length>8?{tabindex:"0",role:"region","aria-label":"Answers"}:{}},b("table",{},b("thead",{},b("tr",{},i)),b("tbody",{},r)))}group({name:t,count:e,shown:s,message:i},a){let r=s.map(t=>{let[e,s,i]=t;return b("label",{class:"cs-chip"},this.choice(t,a),b("span",{},`${e}/${s}/${i}`))});return b("li",{},b("p",{},b("b",{},eX[t]),` (${(0,W.LS)(e,"setting")}). ${(0,W.x8)(i)}`),b("div",{class:"cs-chips"},b("small",{},"F/S/P"),r))}}let eY=[["W","width",1,"x"],["H","height",1,"x"],["D","depth",1,"x"],["K","filters",1,"w"],["F","filter size",1,"w"],["S","stride",1,"s"],["P","padding",0,"s"],["dilation","dilation",1,"s"]],eK=[...eY.map(([t])=>t),"fit","mode","target","presets","knobs","costs"],eB=[["crop","crop"],["pad","round up"],["raise","error"]],eJ=[["size","What size comes out?"],["reverse","Which F, S, P?"]],eV=T(class extends N{constructor(t,e){super(t,e,eK,eH),this.build(),this.update(),this.watch=new ResizeObserver(()=>{for(let t of this.pictures)t.node.clientWidth&&t.node.clientWidth!==t.width&&t.fit()}),this.watch.observe(this.root)}build(){let t=(t,e)=>this.change({[t]:e});this.controls=C(eY.map(([t,e,s,i])=>[t,e,s,eS[t],i]),t),this.layer=b("select",{class:"cs-select","aria-label":"Layer",onchange:()=>this.use(this.layer.value)}),this.square=b("input",{type:"checkbox",onchange:()=>this.change({H:this.square.checked?null:this.model.get("W")})}),this.mode=tP("Question",eJ,t=>this.ask(t)),this.fit=tP("What does not fit",eB,t=>this.change({fit:t})),this.reverse=new e_({target:t=>this.change({target:t}),take:t=>this.change(t)},eS.W),this.pictures=[new eU("W"),new eU("H")],Object.assign(this,{formula:b("div",{class:"cs-formula"}),fitText:b("p",{class:"cs-fit"}),near:b("div",{class:"cs-near"}),volume:b("p",{class:"cs-volume"}),tiles:b("dl",{class:"cs-tiles"})}),this.parts={layer:b("label",{class:"cs-layer"},"Layer",this.layer),mode:this.mode.node,H:b("label",{},this.square,"square: H = W"),fit:b("span",{class:"cs-option"},b("span",{},"what does not fit"),this.fit.node)},this.top=b("div",{class:"cs-top"},this.parts.layer,this.parts.mode),this.options=b("div",{class:"cs-options"},this.parts.H,this.parts.fit),this.open("sizing","Sizing calculator",this.top,this.controls.node,this.options,this.reverse.node,b("div",{class:"cs-size"},this.formula),this.pictures.map(t=>t.node),this.fitText,this.near,this.volume,this.tiles)}use(t){let e=this.model.get("presets")[t];e&&this.change(ej(this.read(),{H:null,P:0,S:1,dilation:1,...e}))}ask(t){this.change(ej(this.read(),{mode:t}))}press(t,e){this.pressed=t,this.change(e)}update(){let t;this.queued=!1;let e=this.read(),s=eW(e),{fine:i,text:r}=function(t){let{W:e,H:s,W2:i,H2:r,K:n}=eW(t),o=(e===s?[["",e]]:[["Across: ",e],["Down: ",s]]).filter(([,e])=>!eN(e,t)).map(([e,s])=>e+(0,W.x8)(l(s,t.F,t.S,t.P,t.dilation))),c=t.dilation>1&&t.F>1?` A filter of ${t.F} dilated by ${t.dilation} spans ${a(t.F,t.dilation)} cells.`:"",h=eD(e,t).unread.includes(!0)||eD(s,t).unread.includes(!0),d=e===s?(0,W.LS)(i,"window"):`${(0,W.LS)(i,"window")} across and ${r} down`;if(!o.length)return{fine:!0,text:`It fits: ${d}, ${h?"but there are cells that no window reads":"and every cell is read"}.${c}`};let p=[e,s].some(e=>eD(e,t).added),u=i?`${p?"Rounded up":"Cropped"}, the output is ${i}\xd7${r}\xd7${n}.`:"There is no output.";return{fine:!1,text:`${o.join(" ")} ${u}${c}`}}(e);this.showControls(e,s),this.square.checked=null===e.H,this.controls.knobs[1].node.classList.toggle("cs-follows",null===e.H),this.mode.show(e.mode),this.fit.show(e.fit),this.showLayers(e),this.reverse.node.hidden="reverse"!==e.mode,"reverse"===e.mode&&this.reverse.show(e),this.formula.replaceChildren(...eA(s)),this.showRows(e,s),this.fitText.className=`cs-fit${i?"":" cs-misfit"}`,v(this.fitText,r),this.showNear(e,i),this.showCounts(e,s),this.showDescription(e);let n=this.showTask({...t=eW(e),fits:eN(t.W,e)&&eN(t.H,e),same:t.W2===t.W&&t.H2===t.H,...eT(e)});this.spoken&&this.announce(`${r}${n}`),this.spoken=!0}showControls(t,e){for(let[t,s]of(this.controls.show(e,this),Object.entries(this.parts)))s.hidden=!this.hasKnob(t);for(let t of[this.top,this.options])t.hidden=[...t.children].every(t=>t.hidden);this.volume.hidden=this.tiles.hidden=!1===t.costs}showLayers(t){let e=Object.keys(t.presets);this.listed!==t.presets&&this.layer.replaceChildren(...["",...e].map(t=>b("option",{value:t},t||"your own"))),this.listed=t.presets,this.layer.value=e.find(e=>Object.entries({H:null,P:0,S:1,dilation:1,...t.presets[e]}).every(([e,s])=>t[e]===s))??""}showRows(t,{W:e,H:s}){let[i,a]=this.pictures;a.node.hidden=e===s,i.show(e,t,"A row"),e!==s&&a.show(s,t,"A column")}showNear(t,e){let s=this.near.contains(document.activeElement),{W:i,H:r}=eW(t),o=e?[]:eO(t).filter(({letter:t})=>this.hasKnob(t)).map(({letter:t,value:e,W2:s,H2:a,change:n})=>b("button",{type:"button",class:"cs-button",onclick:()=>this.press(t,n)},b("span",{},b("i",{},t),` = ${e}`),b("small",{},`→ ${i===r?s:`${s}\xd7${a}`}`))),l=e?"":function(t){let{W:e,H:s}=eW(t);return(0,W.x8)([...new Set([e,s])].map(e=>(function(t,e,s,i=0,r=1){let o=a(e,r);return s%2!=0||(t-o)%2==0||n(t,e,s,i,r)?"":`No padding helps: it adds 2P, an even number, but ${t} - ${o} is odd and S = ${s} is even.`})(e,t.F,t.S,t.P,t.dilation)).find(Boolean)??"")}(t);this.near.replaceChildren(...o.length?[b("span",{class:"cs-near-title"},"Nearest that fit:"),...o]:[],...l?[b("p",{class:"cs-note"},l)]:[]),s&&this.controls.knobs.find(t=>t.letter===this.pressed).node.querySelector("input").focus()}showCounts(t,{W:e,H:s,D:i,K:a,F:r,W2:n,H2:o}){let l=eT(t),c=n>0,h=(0,W.zD)(r*r*i),d=c?b("b",{class:"cs-ink-y"},`${n}\xd7${o}\xd7${a}`):b("b",{class:"cs-nothing"},"no output");this.volume.replaceChildren(b("b",{class:"cs-ink-x"},`${e}\xd7${s}\xd7${i}`)," → ",d);let p=(0,W.zD)(l.neurons),u=[["weights",l.weights,`${r}\xb7${r}\xb7${i}\xb7${a}`,"w",!0],["biases",l.biases,"one for each filter","w",!0],["parameters, if not shared",l.unshared,`${p}\xb7(${h} + 1)`,"w"],["neurons",l.neurons,`${n}\xb7${o}\xb7${a}`,"y"],["multiply-adds",l.macs,`${p}\xb7${h}`,"y"],["bytes of output",l.bytes,`${p}\xb74: 4 bytes a number`,"y"]];this.tiles.replaceChildren(...u.map(([t,e,s,i,a])=>{let r=c||a;return b("div",{class:`cs-tile cs-tile-${i}`},b("dt",{},t),b("dd",{},b("b",{},r?(0,W.zD)(e):"–"),b("small",{},r?s:"no output")))}))}});var eG=s(46),eQ={};function eZ(t){let{W:e,H:s,D:i,K:a,F:r,S:n,P:o,dilation:c,W2:h,H2:p}=d(t),u=x(t),m=[`An input of ${e}\xd7${s}\xd7${i} and ${(0,W.LS)(a,"filter")} of ${r}\xd7${r}\xd7${i}, stride ${n}, padding ${o}, dilation ${c}.`,...[...new Set([e,s])].map(t=>(0,W.x8)(l(t,r,n,o,c)))];if(!u)return[...m,"There is no output."].join(" ");let g=e0(u,f(t,u.row,u.col,u.k)),w=[e1(t),`Output ${g}: each slice’s sum, then the bias.`];return[...m,`The output is ${h}\xd7${p}\xd7${a}.`,...w].filter(Boolean).join(" ")}function e0(t,e){let s=[...e.sums,e.bias].map(W.Em).join(" + ");return`y[${t.k}, ${t.row}, ${t.col}] = ${s} = ${(0,W.ai)(e.total)}`}function e1(t){let{W:e,H:s}=d(t),i=g(t);return i?`No window reads ${i} of the ${e*s} cells of a slice.`:""}eQ.styleTagTransform=tE(),eQ.setAttributes=tk(),eQ.insert=ty().bind(null,"head"),eQ.domAPI=tb(),eQ.insertStyleElement=tA(),tx()(eG.A,eQ),eG.A&&eG.A.locals&&eG.A.locals;class e2{constructor({D:t,F:e}){this.products=Array.from({length:t},()=>Array.from({length:e},()=>Array.from({length:e},()=>b("span",{class:"cs-cell"})))),this.sums=this.products.map(()=>b("b",{class:"cs-sum"})),this.names=this.products.map(()=>b("div",{class:"cs-slice-name"})),this.blocks=this.products.map((t,e)=>this.block(t,e)),this.bias=b("b",{class:"cs-sum"}),this.total=b("b",{class:"cs-sum cs-total"}),this.totalName=b("span",{});let s=b("div",{class:"cs-bias cs-addition"},b("div",{},b("span",{},"bias"),this.bias),b("div",{class:"cs-result"},this.totalName,this.total)),i=b("span",{},b("span",{},"products"),b("span",{},"sum"));this.node=b("div",{class:"cs-part cs-part-sum"},b("div",{class:"cs-part-name"},b("b",{},"Window \xd7 filter"),i),b("div",{class:"cs-slices"},this.blocks,s)),e3(this.products,(t,...e)=>{t.pair=e})}block(t,e){let s=t.map(t=>b("div",{class:"cs-row"},t));return b("div",{class:"cs-slice cs-product",role:"img"},this.names[e],b("div",{class:"cs-equation"},b("div",{class:"cs-field"},s),this.sums[e]))}show(t,e,s){e3(this.products,(e,s,i,a)=>t?te(e,t.products[s][i][a]):v(e,"–")),this.blocks.forEach((e,i)=>{v(this.names[i],`x[${i}] \xd7 w[${s}, ${i}]`),v(this.sums[i],t?(0,W.ai)(t.sums[i]):"–"),e.setAttribute("aria-label",t?e4(t,i):`Slice ${i}: no window`)}),v(this.bias,t?`${t.bias<0?"−":"+"} ${(0,W.ai)(Math.abs(t.bias))}`:"–"),v(this.total,t?(0,W.ai)(t.total):"–"),this.total.classList.toggle("cs-total",!!t),v(this.totalName,e?`y[${e.k}, ${e.row}, ${e.col}] =`:"no output")}}let e4=({products:t,sums:e},s)=>`Slice ${s}: products ${t[s].flat().map(W.ai).join(", ")}; sum ${(0,W.ai)(e[s])}`;function e3(t,e){t.forEach((t,s)=>t.forEach((t,i)=>t.forEach((t,a)=>e(t,s,i,a))))}function e6(t,e,s){let i=()=>"x"===s?t.rovingX:t.rovingW,a=(e,a)=>{let[r,n,o]=e,l="x"===s?e:[...t.filterOf(r),n,o];t.on.hold(),ti(i().cell(e),{value:function({s:t,size:e},s,[i,a,r,n]){return"x"===s?t.x[i][a][r]:a<e.D?t.w[i][a][r][n]:t.b[i]}(t,s,l),name:"x"===s?`x[${e.join(", ")}]`:t.weightName(e),first:a,take:e=>t.on.number(s,l,e),refuse:t.on.refuse})},r=e=>{let[a,r]="x"===s?[null,e[0]]:t.filterOf(e[0]);null!==a&&t.on.move({k:a}),r<t.size.D&&t.show(r),i().point(e,!0)};e.addEventListener("click",t=>{let e=t.target.closest(".cs-cell");e?.at&&"INPUT"!==t.target.tagName&&(r(e.at),a(e.at))}),e.addEventListener("focusin",e=>e.target.at&&t.hint(e.target)),e.addEventListener("keydown",t=>{if("INPUT"===t.target.tagName)return;let e=i().key(t);if(e)r(e);else if("Enter"===t.key||"F2"===t.key)a(i().at);else{if(!/^[-\d]$/.test(t.key)||t.ctrlKey||t.metaKey)return;a(i().at,t.key)}t.preventDefault()})}let e5=[["all",640],["one",640],["stack",400],["wrap",310]],e7=(t,e,s)=>Math.max(t,Math.min(36,Math.floor(150/Math.max(s,1))),e),e8=(t,e)=>Math.max(Math.floor(1.2*t),e.product);function e9(t,e,{cols:s,K:i,F:a,W2:r},n){let o="all"===t||"one"===t?26:14,l=Math.max(s*e,76),c="all"===t?i*a*e+(i-1)*10:Math.max(a*e,76);if("wrap"===t)return l+c+o;let h=l+c+Math.max(a*e8(e,n)+52,128)+2*o;return"stack"===t?h:h+o+Math.max(r*e7(e,n.out,r),76)}function st(t,e,s,{D:i,K:a,F:r,W2:n,H2:o},l){if("all"===t||"one"===t)return{out:e7(e,l.out,n),single:!1,product:e8(e,l)};let c=Math.floor((s-(a-1)*18)/Math.max(a*n,1)),h=c<l.out,d=Math.min(h?Math.floor(s/n):c,Math.floor(230/Math.max(o,1)),38),p=Math.floor((s-6-(i-1)*14)/(i*r)),u="wrap"===t?Math.max(Math.min(p,34),l.product):e8(e,l);return{out:Math.max(d,l.out),single:h,product:u}}class se{constructor(t){Object.assign(this,{on:t,front:0}),this.node=b("div",{class:"cs-stage"}),this.node.addEventListener("pointerover",t=>this.hint(t.target.closest(".cs-cell"))),this.node.addEventListener("pointerleave",()=>this.hint(null))}build(t){let e=d(t),{D:s,H:i,W:r,K:n,F:o,P:l,H2:c,W2:h}=e,p=x(t),u=p?0:a(o,t.dilation),[f,m]=[Math.max(i+2*l,o,u),Math.max(r+2*l,u)];Object.assign(this,{size:{...e,rows:f,cols:m},marked:[],hot:[],k:null,maps:null}),this.x=Array.from({length:s},(t,e)=>Z(e,i,r,l)),this.w=Array.from({length:n*(s+1)},(t,e)=>e%(s+1)<s?Z(e,o,o):Z(e,1,1)),this.y=p?Array.from({length:n},(t,e)=>Z(e,c,h)):[],this.frames=this.x.map(()=>b("div",{class:"cs-window"})),this.sum=new e2(e),this.node.replaceChildren(this.inputPart(),this.filterPart(),this.sum.node,this.outputPart()),this.node.style.setProperty("--rows",f),this.node.style.setProperty("--cols",m);let g=(t,e)=>new tt(t.map(t=>t.cells),e);this.rovingX=g(this.x,t=>`x[${t.join(", ")}] is ${this.text(this.x,t)}`),this.rovingW=g(this.w,t=>`${this.weightName(t)} is ${this.text(this.w,t)}`),this.rovingY=p&&g(this.y,t=>`y[${t.join(", ")}] is ${this.text(this.y,t)}`),this.show(Math.min(this.front,s-1))}text(t,[e,s,i]){return t[e].cells[s][i].textContent}weightName([t,e,s]){let[i,a]=this.filterOf(t);return a<this.size.D?`w[${[i,a,e,s].join(", ")}]`:`bias b[${i}]`}filterOf(t){let e=this.size.D+1;return[Math.floor(t/e),t%e]}slice(t,e,s){return b("div",{class:"cs-slice",role:"rowgroup","aria-label":t},b("div",{class:"cs-slice-name","aria-hidden":"true"},t),b("div",{class:"cs-field"},e.lines,s))}part(t,e,s,i,a){return b("div",{class:`cs-part cs-part-${t}`},b("div",{class:"cs-part-name"},b("b",{},e),b("span",{},s)),i,a)}tabs(t,e,s,i,a){let r=Array.from({length:i},(t,e)=>b("button",{type:"button","aria-label":`${s} ${e}`,onclick:()=>a(e)},String(e))),n=b("span",{class:`cs-choose cs-choose-${t}`,role:"group","aria-label":e},r);return{node:i>1?n:null,press:t=>r.forEach((e,s)=>e.setAttribute("aria-pressed",s===t))}}inputPart(){let{D:t,H:e,W:s}=this.size;this.inputSlices=this.x.map((t,e)=>this.slice(`x[${e}]`,t,this.frames[e])),this.depths=this.tabs("slice","Depth slice in view","Slice",t,t=>this.show(t));let i=b("div",{class:"cs-slices",role:"grid","aria-label":`Input x, ${s}\xd7${e}\xd7${t}. Enter edits a number.`},this.inputSlices);return e6(this,i,"x"),this.legend=b("div",{class:"cs-legend"}),this.part("x","Input x",[`${s}\xd7${e}\xd7${t}`,this.depths.node],i,this.legend)}filterPart(){let{D:t,K:e,F:s}=this.size;this.columns=Array.from({length:e},(e,s)=>{let i=this.w.slice(s*(t+1),(s+1)*(t+1)).map((e,i)=>this.slice(i<t?`w[${s}, ${i}]`:`b[${s}]`,e));return i.at(-1).classList.add("cs-bias"),b("div",{class:"cs-filter"},i)}),this.filters=this.tabs("filter","Filter in view","Filter",e,t=>this.on.move({k:t}));let i=b("div",{class:"cs-filters",role:"grid","aria-label":`Filters w and biases b, ${e} of ${s}\xd7${s}\xd7${t}. Enter edits a number.`},this.columns);e6(this,i,"w");let a=`${s}\xd7${s}\xd7${t}`,r=b("span",{class:"cs-many"},`${e} of ${a}`);return e>1?this.part("w","Filters w",[r,this.filters.node],i):this.part("w","Filter w",a,i)}outputPart(){var t;let e,s,{K:i,H2:a,W2:r}=this.size;if(!this.y.length)return this.part("y","Output y","none",b("p",{class:"cs-none"},"The window is larger than the padded input."));this.maps=this.y.map((t,e)=>this.slice(`y[${e}]`,t));let n=b("div",{class:"cs-slices",role:"grid","aria-label":`Output y, ${r}\xd7${a}\xd7${i}. Arrows move the window, space plays, Enter steps, Page Up and Page Down change the filter.`},this.maps);return t=this,e=t=>{let e=n.getRootNode().elementFromPoint(t.clientX,t.clientY)?.closest(".cs-cell");return e&&n.contains(e)?e.at:null},s=(e,s)=>{t.on.move({k:e[0],row:e[1],col:e[2]}),s&&t.rovingY.point(e,!0)},n.addEventListener("pointerdown",i=>{let a=e(i);a&&(i.preventDefault(),t.on.hold(),s(a,!0))}),n.addEventListener("pointermove",i=>{let a="mouse"===i.pointerType||i.pressure>0?e(i):null;a&&!(t.on.playing()&&!i.buttons)&&s(a,!1)}),n.addEventListener("keydown",e=>{let i=t.rovingY.key(e);if(i)t.on.hold(),s(i,!0);else if(" "===e.key)t.on.play();else{if("Enter"!==e.key)return;t.on.step(1)}e.preventDefault()}),this.part("y","Output y",`${r}\xd7${a}\xd7${i}`,n)}values(t){var e;let s,{P:i,H:a,W:r}=this.size;this.s=t;let n=t=>t.map(t=>t.cells),o=this.y.length?function(t){let{K:e,H2:s,W2:i}=d(t);return Array.from({length:e},(e,a)=>Array.from({length:s},(e,s)=>Array.from({length:i},(e,i)=>f(t,s,i,a).total)))}(t):[];for(let{field:i}of(ts(n(this.x),t.x),ts(n(this.w),t.w.flatMap((e,s)=>[...e,[[t.b[s]]]])),ts(n(this.y),o),this.letters={cell:tn(t.x,t.w,t.b),out:tn(o),product:tn((e=t,s=t=>Math.max(...t.flat(3).map(Math.abs)),[e.x,e.w].flat(4).every(Number.isInteger)?[-s(e.x)*s(e.w)]:[-.55,-s(e.x)*s(e.w)]))},this.seen=m(t),this.x))i.forEach((t,e)=>t.forEach((t,s)=>t.classList.toggle("cs-unread",!this.seen[e][s])));let l=this.seen.some((t,e)=>t.some((t,s)=>!t&&e>=i&&e<i+a&&s>=i&&s<i+r)),c=this.seen.some(t=>t.includes(0)),h=(t,e)=>b("span",{},b("i",{class:`cs-cell ${t}`,"aria-hidden":"true"}),e);this.legend.replaceChildren(h("cs-tap","window"),...i?[h("cs-zero","padding")]:[],...c?[h(l?"cs-unread":"cs-zero cs-unread","read by no window")]:[])}move(t){let{D:e,P:s,F:i}=this.size,r=x(t),n=a(i,t.dilation);for(let e of(this.s=t,this.marked))e.classList.remove("cs-tap","cs-here"),e.pair=null;this.marked=[];let[o,l]=r?[r.row*t.stride,r.col*t.stride]:[0,0];for(let t of this.frames)t.style.setProperty("--top",o),t.style.setProperty("--left",l),t.style.setProperty("--span",n),t.classList.toggle("cs-too-large",!r);for(let{i,j:a,r:n,c:o}of(this.calc=r&&f(t,r.row,r.col,r.k),r?this.calc.window:[]))for(let t=0;t<e;t++)this.mark(this.x[t].field[n+s][o+s],"cs-tap",[t,i,a]);let c=r?r.k:Math.min(t.k,this.size.K-1);if(c!==this.k&&this.activate(c),this.sum.show(this.calc,r,c),!r)return;let h=this.y[r.k].cells[r.row][r.col];this.mark(h,"cs-here",null);let d=this.y[0].lines[0].closest("[role=grid]").contains(document.activeElement);this.rovingY.point([r.k,r.row,r.col],d&&!this.on.playing()),this.scrolls&&this.reveal(this.inputSlices[this.front],l,n,this.cell),this.scrolls&&this.reveal(this.maps[c],r.col,1,this.out)}reveal(t,e,s,i){t.scrollLeft=(e+s/2)*i-t.clientWidth/2}activate(t){this.columns.forEach((e,s)=>e.classList.toggle("cs-active",s===t)),this.filters.press(t),this.maps?.forEach((e,s)=>e.classList.toggle("cs-active",s===t)),this.k=t,this.followFront()}show(t){for(let e of(this.front=t,this.depths.press(t),[this.inputSlices,...this.columns.map(t=>[...t.children].slice(0,-1))]))e.forEach((e,s)=>e.classList.toggle("cs-front",s===t));this.followFront()}followFront(){let{D:t}=this.size,[,e,s]=this.rovingX.at,[i,a,r]=this.rovingW.at,n=this.filterOf(i)[1]===t;this.rovingX.point([this.front,e,s]),this.rovingW.point([(this.k??0)*(t+1)+(n?t:this.front),a,r])}mark(t,e,s){t.classList.add(e),t.pair=s,this.marked.push(t)}hint(t){for(let t of this.hot)t.classList.remove("cs-hot","cs-reads");this.hot=[];let e=t?.closest(".cs-part-x")?"x":t?.closest(".cs-part-w")?"w":null,s=t?.pair;if("w"===e&&t.at){let[e,i]=this.filterOf(t.at[0]);e===this.k&&i<this.size.D&&(s=[i,t.at[1],t.at[2]])}s&&this.calc?this.link(s):"x"===e&&t.at?this.trace(t.at):this.on.note("")}link([t,e,s]){let i=this.calc.window.find(t=>t.i===e&&t.j===s),a=this.size.P;for(let r of(this.hot=[this.x[t].field[i.r+a][i.c+a],this.w[this.k*(this.size.D+1)+t].cells[e][s],this.sum.products[t][e][s]],this.hot))r.classList.add("cs-hot");let r=i.inside?"":": the window reads a zero of the padding here";this.on.note((0,W.qM)(i.inside?this.s.x[t][i.r][i.c]:0,this.s.w[this.k][t][e][s])+r)}trace([t,e,s]){let{H2:i,W2:a,P:r}=this.size,n=[];for(let t=0;t<i;t++)for(let i=0;i<a;i++)u(this.s,t,i).some(t=>t.r===e&&t.c===s)&&n.push([t,i]);for(let t of(this.hot=n.flatMap(([t,e])=>this.y.map(s=>s.cells[t][e])),this.hot))t.classList.add("cs-reads");let o=this.seen[e+r][s+r];this.on.note(`x[${[t,e,s].join(", ")}] = ${(0,W.ai)(this.s.x[t][e][s])} is read by ${0===o?"no window":1===o?"one window":`${o} windows`}`)}get cramped(){return JSON.stringify(this.letters)!==this.fitted}fit(t){let e=this.letters,s=Object.fromEntries(Object.entries(e).map(([t,e])=>[t,to(e)])),{mode:i,cell:a,out:r,single:n,flat:o,product:l}=function(t,e,s){for(let[i,a]of e5){let r=function(t,e,s,i,a){let{D:r,rows:n}=i,o=t=>n*t+26,l=1===r?"wrap"===t:r*o(a.cell)>e;for(let n=32;n>=a.cell;n--)if((l?1:r)*o(n)<=e&&e9(t,n,i,a)<=s||"wrap"===t&&n===a.cell)return{mode:t,cell:n,flat:l,...st(t,n,s,i,a)};return"wrap"!==t&&e9(t,a.cell,i,a)<=s?{mode:t,cell:a.cell,flat:l,...st(t,a.cell,s,i,a)}:null}(i,a,t,e,s);if(r)return r}}(t,this.size,s);for(let[s,c]of(this.fitted=JSON.stringify(e),this.scrolls=this.size.cols*a>t||this.size.W2*r>t,Object.assign(this,{cell:a,out:r}),this.node.className=`cs-stage cs-mode-${i}${n?" cs-single":""}${o?" cs-flat":""}${this.scrolls?" cs-scrolls":""}`,[["--c",a],["--o",r],["--p",l],["--text",tl(a,e.cell)],["--out-text",tl(r,e.out)],["--product-text",tl(l,e.product)]]))this.node.style.setProperty(s,`${c}px`)}}let ss=["x","w","b","stride","pad","dilation"],si=["row","col","k"],sa=[["W","width",1,9,"x"],["H","height",1,9,"x"],["D","depth",1,3,"x"],["K","filters",1,3,"w"],["F","filter size",1,5,"w"],["S","stride",1,5,"s"],["P","padding",0,4,"s"],["dilation","dilation",1,3,"s"]],sr={S:"stride",P:"pad",dilation:"dilation"},sn=T(class extends D{constructor(t,e){super(t,e,[...ss,...si,"knobs"],eZ),Object.assign(this,{kept:{},shown:{}}),this.picture=new se({move:t=>this.change(t),number:(...t)=>this.setNumber(...t),play:()=>this.player.toggle(),step:t=>this.step(t),refuse:t=>this.refuse(t),note:t=>this.note(t),hold:()=>this.hold(),playing:()=>this.player.playing}),this.player=new F("Slide the filter",{step:t=>this.step(t),start:()=>this.start(),next:()=>this.root.isConnected&&this.next(),paused:()=>this.announce(this.sentence.textContent),reset:()=>this.reset()}),this.controls=C(sa,(t,e)=>this.resize(t,e)),this.build(),this.first=this.read(),this.update(),this.follow()}build(){Object.assign(this,{formula:b("div",{class:"cs-formula"}),fitText:b("p",{class:"cs-fit"}),sentence:b("p",{class:"cs-sentence"}),aside:b("p",{class:"cs-note"}),problem:b("p",{class:"cs-problem",hidden:!0})}),this.body=b("div",{class:"cs-body"},this.controls.node,b("div",{class:"cs-size"},b("div",{class:"cs-line"},this.formula,this.player.node),this.fitText),this.picture.node,b("div",{class:"cs-words"},this.sentence,this.aside)),this.open("sliding","Sliding filter",this.problem,this.body)}resize(t,e){if(this.player.pause(),t in sr)return this.change({[sr[t]]:e});let s=d(this.read()),i=s.W===s.H&&!this.hasKnob("H");return"W"===t&&i&&(s.H=e),this.change(L({...s,[t]:e},this.kept))}setNumber(t,e,s){let{D:i}=d(this.read()),a="x"===t?"x":e[1]<i?"w":"b",r=structuredClone(this.model.get(a)),n="b"===a?[e[0]]:e;n.slice(0,-1).reduce((t,e)=>t[e],r)[n.at(-1)]=s,this.change({[a]:r})}reset(){this.player.pause(),this.kept={},this.change(this.first)}step(t){this.player.pause();let e=this.read(),s=x(e);s&&this.change(w(e,s,t)??w(e,{k:0,row:0,col:0},t>0?0:this.count(e)-1))}count(t){let{K:e,H2:s,W2:i}=d(t);return e*s*i}start(){let t=this.read(),e=x(t);return!!e&&(w(t,e,1)||this.change({row:0,col:0,k:0}),!0)}next(){let t=this.read(),e=x(t),s=e&&w(t,e,1);return s&&this.change(s),!!s}update(){this.queued=!1;let t=this.read(),e=p(t);if(this.problem.hidden=!e,this.body.hidden=!!e,e)return v(this.problem,e);for(let e of["x","w","b"])this.kept[e]=S(this.kept[e],t[e]);let s=this.shown,i=JSON.stringify(d(t)),a=[...ss,"knobs"].some(e=>s[e]!==t[e]);i!==this.size&&this.picture.build(t),(a||i!==this.size)&&this.showValues(t),(i!==this.size||this.picture.cramped)&&this.picture.fit(this.width()),this.picture.move(t),this.size=i,this.shown=t,this.showWords(t,a&&void 0!==s.x)}showValues(t){this.picture.values(t),this.controls.show(d(t),this),this.formula.replaceChildren(...eA(d(t)));let{fine:e,text:s}=function(t){let{W:e,H:s,F:i,S:r,P:n,dilation:o,K:c,W2:h,H2:p}=d(t),u=(e===s?[["",e]]:[["Across: ",e],["Down: ",s]]).map(([t,e])=>[t,(0,W.x8)(l(e,i,r,n,o))]).filter(([,t])=>!t.endsWith("fit."));if(!x(t))return{fine:!1,text:`${u.map(t=>t.join("")).join(" ")} There is no output.`};let f=e1(t),m=f&&` ${f}`;if(u.length)return{fine:!1,text:u.map(t=>t.join("")).join(" ")+m};let g=o>1?` A filter of ${i} dilated by ${o} spans ${a(i,o)} cells.`:"";return{fine:!0,text:`It fits: the output is ${h}\xd7${p}\xd7${c}.${g}${m}`}}(t);this.fitText.className=`cs-fit${e?"":" cs-misfit"}`,v(this.fitText,s)}showWords(t,e){let s=x(t),i=this.picture.calc;v(this.sentence,s?e0(s,i):"No output to work out."),this.warning=null,this.spare=s?function(t,e,s){let{D:i}=d(t),a=s.window.filter(t=>!t.inside).length,r=a?` ${(0,W.LS)(a,"cell")} of the window ${1===a?"lies":"lie"} in the padding.`:"";return`Row ${e.row}, column ${e.col} of map ${e.k}: the sum${i>1?"s of the slices":" of the products"}, then the bias.${r}`}(t,s,i):"",v(this.aside,this.spare);let a=this.showTask(function(t){let{D:e,H:s,W:i,K:a,F:r,S:o,P:l,dilation:c,H2:h,W2:p}=d(t),u=x(t),m=n(i,r,o,l,c)&&n(s,r,o,l,c),w=u?{row:u.row,col:u.col,k:u.k,value:f(t,u.row,u.col,u.k).total}:{};return{D:e,H:s,W:i,K:a,F:r,S:o,P:l,dilation:c,H2:h,W2:p,fits:m,same:h===s&&p===i,unread:g(t),...w}}(t));this.showDescription(t),this.announce(`${e?`${this.fitText.textContent} `:""}${this.sentence.textContent}.${a}`)}note(t){v(this.aside,this.warning||t||this.spare||"")}hold(){this.player.pause(),this.warning=null,this.note()}});var so=s(47),sl={};sl.styleTagTransform=tE(),sl.setAttributes=tk(),sl.insert=ty().bind(null,"head"),sl.domAPI=tb(),sl.insertStyleElement=tA(),tx()(so.A,sl),so.A&&so.A.locals&&so.A.locals;let sc=t=>Uint8Array.from(atob(t),t=>t.charCodeAt(0));function sh(t){let e=t>>10&31,s=1023&t;return(32768&t?-1:1)*(e?2**(e-15)*(1+s/1024):s/1024*6103515625e-14)}function sd({layers:t}){let e={};return["INPUT",...t.map(({kind:s})=>(e[s]=(e[s]??0)+1,t.filter(t=>t.kind===s).length>1?`${s} ${e[s]}`:s))]}function sp(t,e,s,i){let{K:a,F:r,S:n,P:o}=e,l=sg(a,sx(t.H,r,n,o),sx(t.W,r,n,o));for(let e=0,c=0;e<a;e++)for(let a=0;a<l.H;a++)for(let h=0;h<l.W;h++,c++){let d=i[e];for(let i=0;i<t.C;i++)for(let l=0;l<r;l++){let c=a*n-o+l;if(c<0||c>=t.H)continue;let p=(i*t.H+c)*t.W,u=((e*t.C+i)*r+l)*r;for(let e=0;e<r;e++){let i=h*n-o+e;i>=0&&i<t.W&&(d+=t.data[p+i]*s[u+e])}}l.data[c]=d}return l}function su(t){return{...t,data:t.data.map(t=>Math.max(t,0))}}function sf(t,{F:e,S:s,P:i}){let a=sg(t.C,sx(t.H,e,s,i),sx(t.W,e,s,i));for(let r=0,n=0;r<t.C;r++)for(let o=0;o<a.H;o++)for(let l=0;l<a.W;l++,n++){let c=-1/0;for(let a=Math.max(o*s-i,0);a<Math.min(o*s-i+e,t.H);a++)for(let n=Math.max(l*s-i,0);n<Math.min(l*s-i+e,t.W);n++)c=Math.max(c,t.data[(r*t.H+a)*t.W+n]);a.data[n]=c}return a}function sm(t,{K:e},s,i){let a=sg(e,1,1),r=t.data.length;for(let n=0;n<e;n++){let e=i[n];for(let i=0;i<r;i++)e+=t.data[i]*s[n*r+i];a.data[n]=e}return a}let sg=(t,e,s)=>({C:t,H:e,W:s,data:new Float64Array(t*e*s)}),sx=(t,e,s,i)=>Math.floor((t-e+2*i)/s)+1,sw=(t,e)=>1===e?t[0].data.map(t=>(t-.5)*4):t[e-1].data;function sb(t,e){let s=(t,e)=>Math.min(Math.max(t,0),e-1),i=s(t.volume,e.length),{C:a,H:r,W:n}=e[i];return{volume:i,slice:s(t.slice,a),row:s(t.row,r),col:s(t.col,n)}}let sv=({H:t,W:e,data:s},{slice:i,row:a,col:r})=>s[(i*t+a)*e+r];function sy({layers:t},e){let[s,i,a]=[1,1,0];for(let{kind:r,F:n,S:o,P:l}of t.slice(0,e)){if("FC"===r)return{size:null,step:0,start:0};"RELU"!==r&&(s+=(n-1)*i,a-=l*i,i*=o)}return{size:s,step:i,start:a}}function s$({net:t},{volume:e,row:s,col:i}){let{size:a,step:r,start:n}=sy(t,e);if(null===a)return{top:0,bottom:t.H-1,left:0,right:t.W-1};let o=(t,e)=>{let s=n+t*r;return[Math.max(s,0),Math.min(s+a,e)-1]},[l,c]=o(s,t.H),[h,d]=o(i,t.W);return{top:l,bottom:c,left:h,right:d}}function sk({net:t},{volume:e,row:s,col:i}){let{F:a,S:r,P:n}=t.layers[e-1];return{top:s*r-n,left:i*r-n,F:a}}function sM(t,e){let{data:s}=e.at(-1);return t.labels.map((t,e)=>({label:t,k:e,score:s[e]})).sort((t,e)=>e.score-t.score||t.k-e.k)}let sA=t=>String(Math.floor(100*t+.5)/100+0).replace("-","−"),sz=({W:t,H:e,C:s})=>`${t}\xd7${e}\xd7${s}`;function sE(t,e,s=sb(t,e)){let{volume:i,slice:a,row:r,col:n}=s,{name:o}=e[i];if(0===i){let t=sA(sv(e[0],s));return`INPUT, row ${r}, column ${n}: ${["red","green","blue"][a]} is ${t}, of 1 at most.`}let l=i===e.length-1?`The neuron for ${t.labels[a]}`:`Neuron ${a} of ${o}`,c=o.startsWith("FC")?l:`The neuron at row ${r}, column ${n} of slice ${a} of ${o}`,{top:h,bottom:d,left:p,right:u}=s$(t,s),f=h||p||d!==t.net.H-1||u!==t.net.W-1?`${u-p+1}\xd7${d-h+1} pixels of the picture`:"the whole picture";return`${c} sees ${f}. ${function(t,e,s){let{kind:i,F:a}=t.net.layers[s.volume-1],r=e[s.volume-1],n=sA(sv(e[s.volume],s));if("RELU"===i){let t=sv({...r,data:sw(e,s.volume)},s);return t>0?`It gets ${sA(t)} and keeps it.`:`It gets ${sA(t)} and gives 0.`}if("POOL"===i)return`It keeps the largest of ${a}\xd7${a} numbers: ${n}.`;let[o,l]="FC"===i?[r.W,r.H]:[a,a],c=(0,W.ai)(o*l*r.C);return`It adds up ${o}\xb7${l}\xb7${r.C} = ${c} products and a bias: ${n}.`}(t,e,s)}`}let sL=(t={})=>b("canvas",{"aria-hidden":"true",...t}),sS=t=>b("div",{class:`cs-outline cs-outline-${t}`,hidden:!0});class sP{constructor(t){this.actions=t,this.image=sL({class:"cs-image"}),this.field=sS("field"),this.inputSize=b("span",{}),this.frame=b("div",{class:"cs-frame"},this.image,this.field),this.input=b("div",{class:"cs-input"},b("div",{class:"cs-name"},b("b",{},"INPUT"),this.inputSize)),this.input.append(this.frame),this.volumes=b("div",{class:"cs-volumes"}),this.scores=b("div",{class:"cs-scores"}),this.nodes=[this.input,this.volumes,this.scores]}build(t,e){v(this.inputSize,sz(t[0])),this.parts=t.slice(1,-1).map((t,e)=>{let[s,i=""]=t.name.split(" "),a=sL(),r=sS("slice"),n=sS("read"),o=b("div",{class:"cs-tiles"},a,n,r),l=b("div",{class:"cs-name"},b("b",{},`${s} ${i}`),b("span",{},sz(t))),c=b("div",{class:"cs-volume"},l,o);return this.listen(o,t=>this.neuronAt(e+1,o,t)),{node:c,box:o,slices:a,mine:r,read:n}}),this.volumes.replaceChildren(...this.parts.map(({node:t})=>t));let s=t.at(-1);this.bars=e.map((e,s)=>{let i={volume:t.length-1,slice:s,row:0,col:0},a=b("span",{class:"cs-bar"},b("i",{})),r=b("span",{class:"cs-score"}),n=b("button",{type:"button",tabindex:"-1",onclick:()=>this.actions.choose(i)},b("span",{class:"cs-label"},e),a,r);return n.addEventListener("pointerenter",({pointerType:t})=>"mouse"===t&&this.actions.point(i)),n.addEventListener("pointerleave",()=>this.actions.leave()),{node:n,bar:a.firstChild,value:r}});let i=b("div",{class:"cs-name"},b("b",{},s.name),b("span",{},sz(s)));this.scores.replaceChildren(i,...this.bars.map(({node:t})=>t))}listen(t,e){t.addEventListener("pointermove",t=>{let s="mouse"===t.pointerType&&e(t);s&&this.actions.point(s)}),t.addEventListener("pointerleave",()=>this.actions.leave()),t.addEventListener("click",t=>{let s=e(t);s&&this.actions.choose(s)})}neuronAt(t,e,{clientX:s,clientY:i}){let{left:a,top:r}=e.getBoundingClientRect(),n=function(t,e,s,i){let{tile:a,gap:r,places:n}=t[e],[o,l]=[s,i].map(t=>Math.floor(t/(a+r))),c=(s-o*(a+r))/a,h=(i-l*(a+r))/a,d=n.findIndex(t=>t[0]===o&&t[1]===l);return d<0||c<0||c>=1||h<0||h>=1?null:{slice:d,across:c,down:h}}(this.plan,t,s-a,i-r);if(!n)return null;let{C:o,H:l,W:c}=this.shown[t];return n.slice>=o?null:{volume:t,slice:n.slice,row:Math.floor(n.down*l),col:Math.floor(n.across*c)}}show(t){this.shown=t,sW(this.image,t[0],(e,s)=>[0,1,2].map(i=>t[0].data[i*s+e])),this.parts.forEach(({slices:t},e)=>this.drawSlices(t,e+1));let{data:e}=t.at(-1),s=e.reduce((t,e)=>Math.max(t,Math.abs(e)),1e-9),i=e.indexOf(Math.max(...e));this.bars.forEach(({node:t,bar:a,value:r},n)=>{t.classList.toggle("cs-best",n===i),a.className=e[n]<0?"cs-below":"",a.style.width=`${Math.abs(e[n])/s*50}%`,v(r,sA(e[n]))})}drawSlices(t,e){let{tile:s,gap:i,places:a,width:r,height:n}=this.plan[e],o=globalThis.devicePixelRatio||1;t.width=Math.round(r*o),t.height=Math.round(n*o),t.style.width=`${r}px`,t.style.height=`${n}px`;let l=t.getContext("2d"),c=this.shown[e],h=sL();l.imageSmoothingEnabled=s*o<c.W,l.imageSmoothingQuality="high",a.forEach(([t,e],a)=>{sW(h,c,sC(c,a));let r=[t,e].map(t=>Math.round(t*(s+i)*o));l.drawImage(h,...r,Math.round(s*o),Math.round(s*o))})}mark(t,e){let s=t.net.layers[e.volume-1]?.kind;this.parts.forEach(({mine:t,read:i},a)=>{let r=a+1;t.hidden=r!==e.volume,t.hidden||this.frameSlice(t,r,e.slice),i.hidden=r!==e.volume-1,i.hidden||("CONV"===s||"FC"===s?Object.assign(i.style,{left:0,top:0,width:"100%",height:"100%"}):this.frameSlice(i,r,e.slice))}),this.bars.forEach(({node:t},s)=>t.classList.toggle("cs-chosen",e.volume===this.shown.length-1&&s===e.slice));let{top:i,bottom:a,left:r,right:n}=s$(t,e);this.field.hidden=!1;let o=(t,e)=>`${100*t/e}%`;Object.assign(this.field.style,{left:o(r,t.net.W),top:o(i,t.net.H),width:o(n-r+1,t.net.W),height:o(a-i+1,t.net.H)})}frameSlice(t,e,s){let{tile:i,gap:a,places:r}=this.plan[e],[n,o]=r[s],l={left:n,top:o};for(let e of["left","top"])t.style[e]=`${l[e]*(i+a)}px`;Object.assign(t.style,{width:`${i}px`,height:`${i}px`})}fit(t,e){let s,i,a,r,n,o,l,c;this.plan=(s=e.slice(1,-1),i=t<620,a=s.map(({C:t})=>Math.ceil(t/16)),r=i?Math.min(Math.floor((t-14)/2),200):Math.min(150,Math.floor(.18*t)),n=a.reduce((t,e)=>t+e,0),o=i?t:t-r-164-28-(s.length-1)*7,l=Math.max(14,Math.min(30,Math.floor(o/(i?Math.min(16,Math.max(...s.map(({C:t})=>t))):n))-2)),c=t=>t*(l+2)-2,Object.assign(e.map(({C:t},s)=>{if(0===s||s===e.length-1)return null;let[a,r]=[Math.min(t,16),Math.ceil(t/16)],[n,o]=i?[a,r]:[r,a];return{tile:l,gap:2,places:Array.from({length:t},(t,e)=>{let s=[Math.floor(e/16),e%16];return i?s.reverse():s}),width:c(n),height:c(o)}}),{narrow:i,image:r})),this.shown&&this.parts.forEach(({slices:t},e)=>this.drawSlices(t,e+1))}}function sC({data:t,H:e,W:s},i){let a=e*s,r=t=>t.reduce((t,e)=>Math.max(t,Math.abs(e)),1e-9),n=Math.max(r(t.subarray(i*a,(i+1)*a)),.3*r(t)),o=t.some(t=>t<0);return e=>{let s=t[i*a+e]/n;return[,,,].fill(o?s/2+.5:s)}}function sW(t,{H:e,W:s},i){t.width=s,t.height=e;let a=t.getContext("2d"),r=a.createImageData(s,e);for(let t=0;t<e*s;t++){let[a,n,o]=i(t,e*s);r.data.set([255*a,255*n,255*o,255],4*t)}a.putImageData(r,0,0)}let sj={ArrowLeft:[0,-1],ArrowRight:[0,1],ArrowUp:[-1,0],ArrowDown:[1,0]};class sT{constructor(t){this.actions=t,this.canvas=b("canvas",{"aria-hidden":"true"}),this.dot=b("div",{class:"cs-outline cs-outline-neuron"}),this.map=b("div",{class:"cs-map",tabindex:"0",role:"group"},this.canvas,this.dot),this.map.addEventListener("keydown",t=>this.key(t)),this.map.addEventListener("pointermove",t=>"mouse"===t.pointerType&&this.pointed(t,"point")),this.map.addEventListener("pointerleave",()=>t.leave()),this.map.addEventListener("click",t=>this.pointed(t,"choose")),this.title=b("div",{class:"cs-name"}),this.select=b("select",{"aria-label":"Volume",onchange:()=>t.volume(Number(this.select.value))}),this.choices=b("div",{class:"cs-choices"}),this.work=b("div",{class:"cs-work"}),this.sentence=b("p",{class:"cs-telling"}),this.node=b("div",{class:"cs-neuron"},b("div",{class:"cs-slice"},this.title,this.map),b("div",{class:"cs-inside"},this.choices,this.work,this.sentence))}build(t,e){this.select.replaceChildren(...sd(t.net).map((t,e)=>b("option",{value:e},t)));let s=Math.max(...e.map(({C:t})=>t))-1;this.knobs=C([["slice","slice",0,s,"y"]],(t,e)=>this.actions.slice(e)),this.choices.replaceChildren(b("label",{},"volume ",this.select),this.knobs.node)}key(t){let{s:e,volumes:s}=this,i=sb(e,s),{H:a,W:r}=s[i.volume],n={Home:{col:0},End:{col:r-1}},o={PageUp:-1,PageDown:1};if(!t.altKey&&!t.ctrlKey&&!t.metaKey){if(t.key in sj){let[e,s]=sj[t.key];i.row=Math.min(Math.max(i.row+e,0),a-1),i.col=Math.min(Math.max(i.col+s,0),r-1)}else if(t.key in n)Object.assign(i,n[t.key]);else{if(!(t.key in o))return;i.slice=Math.min(Math.max(i.slice+o[t.key],0),s[i.volume].C-1)}t.preventDefault(),this.actions.choose(i)}}pointed({clientX:t,clientY:e},s){let{left:i,top:a,width:r,height:n}=this.map.getBoundingClientRect(),{H:o,W:l}=this.volumes[this.at.volume],c=(t,e)=>Math.min(Math.max(Math.floor(t),0),e-1),h=c((e-a)/n*o,o),d=c((t-i)/r*l,l);this.actions[s]({...this.at,row:h,col:d})}show(t,e,s,i){Object.assign(this,{s:t,volumes:e,at:s});let a=e[s.volume],r=s.volume?t.net.layers[s.volume-1].kind:"INPUT";for(let{node:t}of(this.select.value=s.volume,this.knobs.knobs))t.hidden=1===a.C;this.knobs.show({slice:s.slice},{hasKnob:()=>!0});let n="FC"===r;for(let[e,i,r]of(v(this.title,n?`what each place adds to “${t.labels[s.slice]??s.slice}”`:`${a.name}, slice ${s.slice}`),n?this.showEvidence():sW(this.canvas,a,sC(a,s.slice)),this.dot.hidden=n,[["left",s.col,a.W],["top",s.row,a.H]]))this.dot.style[e]=`${100*i/r}%`;Object.assign(this.dot.style,{width:`${100/a.W}%`,height:`${100/a.H}%`}),this.map.setAttribute("aria-label",`${a.name}, slice ${s.slice}, row ${s.row}, column ${s.col}. Arrow keys: another neuron. Page Up, Page Down: another slice.`),this.work.replaceChildren(...this.parts(r)),v(this.sentence,i)}showEvidence(){let t=this.volumes[this.at.volume-1],e=function(t,e){let s=t[e.volume-1],{w:i}=t[e.volume],a=s.H*s.W,r=Array(a).fill(0);return s.data.forEach((t,n)=>{r[n%a]+=t*i[e.slice*s.data.length+n]}),r}(this.volumes,this.at);sW(this.canvas,t,sO(e))}parts(t){let{s:e,volumes:s,at:i}=this,a=sv(s[i.volume],i),r=t=>b("p",{class:"cs-adding"},t);if("INPUT"===t)return[];let n=s[i.volume-1];if("RELU"===t){let t=sw(s,i.volume)[(i.slice*n.H+i.row)*n.W+i.col];return[r(`max(0, ${sA(t)}) = ${sA(a)}`)]}if("POOL"===t){let{top:t,left:s,F:o}=sk(e,i),l=[];for(let e=Math.max(t,0);e<Math.min(t+o,n.H);e++)for(let t=Math.max(s,0);t<Math.min(s+o,n.W);t++)l.push(n.data[(i.slice*n.H+e)*n.W+t]);return[r(`max(${l.map(sA).join(", ")}) = ${sA(a)}`)]}let o=s[i.volume].b[i.slice],l=r(`${sA(a-o)} ${o<0?"−":"+"} ${sA(Math.abs(o))} (bias) = ${sA(a)}`);if("FC"===t)return[l];let c=function(t,e,s){let i=e[s.volume-1],a=sw(e,s.volume),{w:r}=e[s.volume],{top:n,left:o,F:l}=sk(t,s);return Array.from({length:i.C},(t,e)=>{let c=[],h=[];for(let t=0;t<l;t++)for(let d=0;d<l;d++){let[p,u]=[n+t,o+d],f=p>=0&&p<i.H&&u>=0&&u<i.W;c.push(f?a[(e*i.H+p)*i.W+u]:0),h.push(r[((s.slice*i.C+e)*l+t)*l+d])}return{input:c,weights:h,sum:c.reduce((t,e,s)=>t+e*h[s],0)}})}(e,s,i),{F:h}=sk(e,i),d=1===i.volume&&3===c.length,p=t=>c.reduce((e,s)=>t(s).reduce((t,e)=>Math.max(t,Math.abs(e)),e),1e-9),[u,f]=[p(({input:t})=>t),p(({weights:t})=>t)],m=c.map(({input:t,weights:e})=>t.map((t,s)=>t*e[s])),g=(t,e)=>sN([c],h,1,(s,i)=>c.map(s=>t(s)[i]*e+.5)),x=d?g(t=>t.input,.25):sN(c,h,8,(t,e)=>[,,,].fill(t.input[e]/u)),w=d?g(t=>t.weights,.5/f):sN(c,h,8,(t,e)=>[,,,].fill(t.weights[e]/f*.5+.5)),v=sO(m.flat()),y=sN(m,h,8,(t,e,s)=>v(s*h*h+e)),$=`${h}\xd7${h}\xd7${c.length}`,k=(t,e)=>b("div",{},b("div",{class:"cs-name"},t),e);return[b("div",{class:"cs-terms"},k(`window ${$}`,x),k(`\xd7 filter ${$}`,w),k("= products",y)),l]}}function sN(t,e,s,i){let a=Math.min(t.length,s),r=Math.ceil(t.length/a),n=e+1,o=a*n-1,l=r*n-1,c=b("canvas",{"aria-hidden":"true"}),h=document.createElement("canvas");c.width=o,c.height=l;let d=c.getContext("2d");t.forEach((t,s)=>{sW(h,{H:e,W:e},e=>i(t,e,s)),d.drawImage(h,s%a*n,Math.floor(s/a)*n)});let p=1===t.length?14:Math.max(4,Math.min(8,Math.floor(128/o)));return c.style.width=`${o*p}px`,c.style.height=`${l*p}px`,c}function sO(t){let e=t.reduce((t,e)=>Math.max(t,Math.abs(e)),1e-9),s={above:[.12,.44,.85],below:[.88,.42,.1]};return i=>{let a=Math.abs(t[i])/e;return s[t[i]<0?"below":"above"].map(t=>.93+(t-.93)*a)}}async function sF(t,{H:e,W:s}){let i;try{i=await createImageBitmap(t)}catch{throw Error(`“${t.name}” is no picture that this browser can read. Try a JPEG or PNG file.`)}let a=Math.min(i.width,i.height*s/e),r=a*e/s,n=b("canvas",{width:8*s,height:8*e}),o=n.getContext("2d");o.fillStyle="white",o.fillRect(0,0,n.width,n.height),o.imageSmoothingQuality="high",o.drawImage(i,(i.width-a)/2,(i.height-r)/2,a,r,0,0,n.width,n.height),i.close();let{data:l}=o.getImageData(0,0,n.width,n.height),c="";for(let t=0;t<e;t++)for(let e=0;e<s;e++)for(let i=0;i<3;i++)c+=String.fromCharCode(function(t,e,s,i,a){let r=0;for(let n=8*e;n<(e+1)*8;n++)for(let e=8*s;e<(s+1)*8;e++)r+=t[(n*a+e)*4+i];return Math.round(r/64)}(l,t,e,i,8*s));return btoa(c)}let sD=["volume","slice","row","col"],sH=T(class extends N{constructor(t,e){var s,i;let a,r;super(t,e,["net","pixels","labels","compact",...sD],t=>{var e;let s,i;return s=(e=this.volumes).map(t=>`${t.name} ${sz(t)}`).join(", "),i=sM(t,e).slice(0,3).map(({label:t,score:e})=>`${t} ${sA(e)}`).join(", "),`${s}. Highest scores: ${i}. ${sE(t,e)}`}),this.first=this.read();let n={point:t=>this.point(t),leave:()=>this.point(null),choose:t=>this.choose(t),volume:t=>this.choose({...this.place(),volume:t}),slice:t=>this.choose({...this.place(),slice:t})};this.picture=new sP(n),this.neuron=new sT(n),this.problem=b("p",{class:"cs-problem",role:"alert",hidden:!0}),this.sentence=b("p",{class:"cs-telling"}),this.reset=b("button",{type:"button",class:"cs-button",onclick:()=>this.restore()},"Reset");let o=(s=this.el,i=t=>this.take(t),(a=b("input",{type:"file",accept:"image/*",hidden:!0})).addEventListener("change",()=>{a.files.length&&i(a.files[0]),a.value=""}),s.addEventListener("dragover",t=>{[...t.dataTransfer.items].some(({kind:t})=>"file"===t)&&(t.preventDefault(),s.classList.add("cs-drop"))}),s.addEventListener("dragleave",()=>s.classList.remove("cs-drop")),s.addEventListener("drop",t=>{s.classList.remove("cs-drop");let[e]=t.dataTransfer.files;e&&(t.preventDefault(),i(e))}),(r=b("button",{type:"button",class:"cs-button",onclick:()=>a.click()},"Your picture…")).title="It stays on your computer. You can also drop it here.",b("span",{},r,a));this.picture.input.append(b("div",{class:"cs-buttons"},o,this.reset)),this.flow=b("div",{class:"cs-flow"},this.picture.nodes,this.neuron.node),this.open("volumes","Volume explorer",this.flow,this.problem,this.sentence),this.update(),this.follow()}place(){return sb(this.read(),this.volumes)}point(t){this.pointed=t,this.frame??=requestAnimationFrame(()=>{this.frame=null,this.showNeuron(this.read())})}choose(t){this.pointed=null;let{volume:e,slice:s,row:i,col:a}=sb(t,this.volumes);this.change({volume:e,slice:s,row:i,col:a})}restore(){this.problem.hidden=!0,this.change(this.first)}async take(t){try{let e=await sF(t,this.read().net);this.problem.hidden=!0,this.change({pixels:e})}catch(t){this.problem.hidden=!1,v(this.problem,t.message)}}update(){let t,e,s,i,a,r,n;this.queued=!1;let o=this.read(),l=this.shown,c=l?.net===o.net&&l.labels===o.labels;c&&l.pixels===o.pixels||(this.volumes=(t=function({weights:t,dtype:e}){let{buffer:s}=sc(t);return"float16"===e?Float64Array.from(new Uint16Array(s),sh):new Float32Array(s)}(o.net),e=sd(o.net),i=[s=function(t){let{H:e,W:s}=t.net,i=new Float64Array(3*e*s);return sc(t.pixels).forEach((t,a)=>{i[a%3*e*s+Math.floor(a/3)]=t/255}),{name:"INPUT",C:3,H:e,W:s,data:i}}(o)],a={...s,data:s.data.map(t=>(t-.5)*4)},r=0,n=e=>(r+=e,t.subarray(r-e,r)),o.net.layers.forEach((t,s)=>{let r={};"CONV"===t.kind&&(r={w:n(t.K*a.C*t.F**2),b:n(t.K)}),"FC"===t.kind&&(r={w:n(t.K*a.data.length),b:n(t.K)}),a={...(0,({CONV:sp,RELU:su,POOL:sf,FC:sm})[t.kind])(a,t,r.w,r.b),...r,name:e[s+1]},i.push(a)}),i)),c||(this.picture.build(this.volumes,o.labels),this.neuron.build(o,this.volumes),this.picture.shown=null,this.layOut(),this.size=sd(o.net).length),c&&l.pixels===o.pixels||this.picture.show(this.volumes),this.shown=o,this.root.classList.toggle("cs-compact",o.compact),this.neuron.node.hidden=o.compact,this.sentence.hidden=!o.compact,this.reset.hidden=["pixels",...sD].every(t=>o[t]===this.first[t]),this.showNeuron(o),this.showDescription(o);let h=this.showTask(function(t,e){let s=sb(t,e),{volume:i,...a}=s;return{volume:e[i].name,...a,value:sv(e[i],s),sees:sy(t.net,i).size,best:sM(t,e)[0].label}}(o,this.volumes));l&&this.announce(sE(o,this.volumes)+h)}showNeuron(t){let e=this.pointed??sb(t,this.volumes),s=sE(t,this.volumes,e);this.picture.mark(t,e),t.compact?v(this.sentence,s):this.neuron.show(t,this.volumes,e,s)}fit(){this.size&&(this.layOut(),this.showNeuron(this.shown))}layOut(){this.picture.fit(this.width(),this.volumes);let{narrow:t,image:e}=this.picture.plan;this.flow.classList.toggle("cs-narrow",t),this.flow.style.setProperty("--image",`${e}px`)}destroy(){cancelAnimationFrame(this.frame),super.destroy()}});var sI=s(48),sq={};sq.styleTagTransform=tE(),sq.setAttributes=tk(),sq.insert=ty().bind(null,"head"),sq.domAPI=tb(),sq.insertStyleElement=tA(),tx()(sI.A,sq),sI.A&&sI.A.locals&&sI.A.locals;let sR=new Map([["im2col",tm],["pooling",er],["predict",ew],["sizing_calculator",eV],["sliding_filter",sn],["volume_explorer",sH]])},36(t,e,s){var i=s(30),a=s.n(i),r=s(31),n=s.n(r),o=s(37),l=s(38),c=s(39),h=s(40),d=s(41),p=n()(a());p.i(o.A),p.i(l.A),p.i(c.A),p.i(h.A),p.i(d.A),p.push([t.id,`.cs-widget.cs-im2col {
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
`,""]),s.d(e,{},{A:p})},42(t,e,s){var i=s(30),a=s.n(i),r=s(31),n=s.n(r),o=s(37),l=s(38),c=s(43),h=s(44),d=s(39),p=n()(a());p.i(o.A),p.i(l.A),p.i(c.A),p.i(h.A),p.i(d.A),p.push([t.id,`.cs-widget.cs-pooling {
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
`,""]),s.d(e,{},{A:p})},45(t,e,s){var i=s(30),a=s.n(i),r=s(31),n=s.n(r),o=s(37),l=n()(a());l.i(o.A),l.push([t.id,`.cs-widget.cs-predict {
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
`,""]),s.d(e,{},{A:l})},39(t,e,s){var i=s(30),a=s.n(i),r=s(31),n=(s.n(r))()(a());n.push([t.id,`.cs-widget {
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
`,""]),s.d(e,{},{A:n})},44(t,e,s){var i=s(30),a=s.n(i),r=s(31),n=(s.n(r))()(a());n.push([t.id,`/* One of a few, as one strip of radio buttons. */
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
`,""]),s.d(e,{},{A:n})},43(t,e,s){var i=s(30),a=s.n(i),r=s(31),n=(s.n(r))()(a());n.push([t.id,`/* The size formula, a letter under each number, and whether the windows fit. */
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
`,""]),s.d(e,{},{A:n})},40(t,e,s){var i=s(30),a=s.n(i),r=s(31),n=(s.n(r))()(a());n.push([t.id,`/* A volume slice by slice, as the sliding filter and im2col show it. */
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
`,""]),s.d(e,{},{A:n})},46(t,e,s){var i=s(30),a=s.n(i),r=s(31),n=s.n(r),o=s(37),l=s(38),c=s(43),h=s(44),d=n()(a());d.i(o.A),d.i(l.A),d.i(c.A),d.i(h.A),d.push([t.id,`.cs-widget.cs-sizing {
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
`,""]),s.d(e,{},{A:d})},47(t,e,s){var i=s(30),a=s.n(i),r=s(31),n=s.n(r),o=s(37),l=s(38),c=s(43),h=s(39),d=s(40),p=s(41),u=n()(a());u.i(o.A),u.i(l.A),u.i(c.A),u.i(h.A),u.i(d.A),u.i(p.A),u.push([t.id,`.cs-widget.cs-sliding {
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
`,""]),s.d(e,{},{A:u})},48(t,e,s){var i=s(30),a=s.n(i),r=s(31),n=s.n(r),o=s(37),l=s(38),c=n()(a());c.i(o.A),c.i(l.A),c.push([t.id,`.cs-widget.cs-volumes {
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