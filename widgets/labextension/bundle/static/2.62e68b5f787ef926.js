"use strict";(self.rspackChunkcs231n_kit=self.rspackChunkcs231n_kit||[]).push([[2],{35(t,e,s){function i(t,e={},...s){let a=document.createElement(t);for(let[t,s]of Object.entries(e))t.startsWith("on")?a.addEventListener(t.slice(2),s):null!=s&&!1!==s&&a.setAttribute(t,!0===s?"":s);return a.append(...s.flat(1/0).filter(t=>null!=t)),a}function a(t,e){t.textContent!==e&&(t.textContent=e)}function r(t,e={},...s){let i=document.createElementNS("http://www.w3.org/2000/svg",t);for(let[t,s]of Object.entries(e))null!==s&&i.setAttribute(t,s);return i.append(...s.flat(1/0).filter(t=>null!=t)),i}s.d(e,{WIDGET_MODULES:()=>d4,makeControl:()=>lo});let n=t=>r("svg",{viewBox:"0 0 16 16","aria-hidden":"true"},r("path",{d:t})),o=0,l=Math.random().toString(36).slice(2,8),h=t=>`cs-${t}-${l}-${++o}`;var c=s(20);class d{constructor(t,e,s){Object.assign(this,{model:t,el:e,names:s,queued:!1}),this.caption=i("p",{class:"cs-caption"}),this.task=i("p",{class:"cs-task"}),this.live=i("p",{class:"cs-live",role:"status"}),this.listener=()=>this.queue()}open(t,e,...s){for(let a of(this.root=i("div",{class:`cs-widget cs-${t}`,role:"group","aria-label":e,"data-lm-suppress-shortcuts":"true"},this.caption,this.task,s,this.live),this.root.addEventListener("focusin",t=>t.target.setAttribute("data-lm-suppress-shortcuts","true")),this.root.addEventListener("keydown",t=>t.stopPropagation()),this.el.append(this.root),["pointerdown","keydown","input"]))this.root.addEventListener(a,()=>{this.acted=!0});for(let t of this.heard())this.model.on(`change:${t}`,this.listener)}heard(){return[...this.names,"caption","task","goal","why"]}read(){return Object.fromEntries(this.names.map(t=>[t,this.model.get(t)]))}change(t){let e=Object.entries(t).filter(([t,e])=>this.model.get(t)!==e);if(e.length){for(let[t,s]of e)this.model.set(t,s);this.model.save_changes(),this.update()}}queue(){this.queued||(this.queued=!0,queueMicrotask(()=>this.queued&&this.update()))}showTask(t){let e=this.model.get("goal")??{},s=Object.keys(e),r=(0,c.Yy)(this.model.get("task")??""),n=s.length>0&&s.every(s=>e[s]===t[s]);this.early=n&&(this.early??!0)&&!this.acted;let o=JSON.stringify([r,e]),l=n&&!this.early||this.met===o,h=l?(0,c.Yy)(this.model.get("why")??""):"",d=l&&this.met!==o?` That meets the task. ${h}`.trimEnd():"";return this.met=l?o:null,this.unheard=l&&(d||this.unheard)||"",a(this.caption,(0,c.Yy)(this.model.get("caption")??"")),this.task.hidden=!r,this.task.classList.toggle("cs-met",l),this.task.replaceChildren(i("b",{},l?"✓ Done":"Try it"),` ${r}`,h?` ${h}`:""),d}announce(t){clearTimeout(this.later),this.later=setTimeout(()=>{let e=this.unheard&&!t.includes(this.unheard)?this.unheard:"";this.unheard="",a(this.live,t+e)},400)}refuse(t){this.warning=t,this.note(),this.announce(t)}follow(){this.watch=new ResizeObserver(()=>this.fit()),this.watch.observe(this.root)}fit(){this.root.clientWidth&&this.size&&this.picture.fit(this.root.clientWidth)}width(){return this.root.clientWidth||680}destroy(){for(let t of(clearTimeout(this.later),this.watch?.disconnect(),this.heard()))this.model.off(`change:${t}`,this.listener)}}let p=t=>({render({model:e,el:s}){let i=new t(e,s);return()=>i.destroy()}});class u extends d{constructor(t,e,s,a){super(t,e,s),this.words=i("p",{class:"cs-live",id:h("words")}),this.describe=a}open(t,e,...s){super.open(t,e,...s,this.words),this.root.setAttribute("aria-describedby",this.words.id)}hasKnob(t){return this.model.get("knobs")?.includes(t)??!0}showDescription(t){let e=()=>a(this.words,this.describe(t));clearTimeout(this.soon),this.words.textContent?this.soon=setTimeout(e,300):e()}follow(){this.watch=new ResizeObserver(([{contentRect:t}])=>{let e=Math.floor(t.width);e&&e!==this.wide&&(this.wide=e,this.fit())}),this.watch.observe(this.root)}width(){return this.wide??=this.root.clientWidth,this.wide||680}fit(){this.size&&this.picture.fit(this.width())}destroy(){clearTimeout(this.soon),super.destroy()}}function m(t,e,s){let r=h("slider"),n=i("input",{id:r,type:"range",min:0,max:e,step:1,class:"cs-slider",oninput:()=>s(Number(n.value))}),o=i("b",{class:"cs-value","aria-hidden":"true"}),l=i("div",{class:"cs-slide"},i("label",{for:r},t),n,o);return{node:l,show:(t,e,s)=>{n.value=t,n.setAttribute("aria-valuetext",e),a(o,e),l.hidden=!s}}}class f{constructor(t){this.state=t>>>0}next(){this.state=this.state+0x6d2b79f5>>>0;let t=this.state;return t=Math.imul(t^t>>>15,1|t),(((t^=t+Math.imul(t^t>>>7,61|t))^t>>>14)>>>0)/0x100000000}normal(){let t=-6;for(let e=0;e<12;e++)t+=this.next();return t}order(t){let e=Int32Array.from({length:t},(t,e)=>e);for(let s=t-1;s>0;s--){let t=Math.floor(this.next()*(s+1));[e[s],e[t]]=[e[t],e[s]]}return e}}let g=Math.sqrt(.02),[w,x]=[.2,5],[b,v]=[2,10],y=Array.from({length:141},(t,e)=>Number((x**(e/70-1)).toPrecision(3))),k={};function $({seed:t,layers:e},s,i){let{x:a,weights:r}=function(t){if(k.seed!==t){let e=new f(t),s=t=>Float64Array.from({length:t},()=>e.normal());k={seed:t,x:s(1e4),weights:Array.from({length:v},()=>{let t;return(t=s(1e4)).map((e,s)=>t[s%100*100+Math.floor(s/100)])})}}return k}(t),n=a;return r.slice(0,e).map(t=>{let e=function(t,e,s){let i=new Float64Array(1e4);for(let a=0;a<100;a++)for(let r=0;r<100;r++){let n=s*t[100*a+r];if(n)for(let t=0;t<100;t++)i[100*a+t]+=n*e[100*r+t]}return i}(n,t,s);return i&&function(t){for(let e=0;e<100;e++){let s=0;for(let i=e;i<t.length;i+=100)s+=t[i]/100;let i=0;for(let a=e;a<t.length;a+=100)i+=(t[a]-s)**2/100;let a=Math.sqrt(i+1e-5);for(let i=e;i<t.length;i+=100)t[i]=(t[i]-s)/a}}(e),n=e.map(t=>Math.max(t,0))})}let M={};function A(t,e){let s=Array(18).fill(0),i=16*e/4,[a,r,n]=[0,0,0];for(let e=0;e<t.length;e++){let o=t[e];a+=o,r+=o*o,n+=+(0===o),s[Math.min(Math.floor(o*i),16)+1]++}s[1]-=n;let o=a/t.length,l=Math.sqrt(r/t.length-o*o);return{mean:e*o,deviation:e*l,zeros:n/t.length,counts:s}}function z(t,e,[s,i]){let[a,r]=[e[0],e.at(-1)],n=a.deviation>0?r.deviation/a.deviation:null,o=null===n||r.zeros>=.9;return{title:t,layers:e,low:s,high:i,ratio:n,fate:o?"dead":E(n)}}function E(t){return t<.5?"fades":t>2?"explodes":"holds"}let S={};function L(t){let e=JSON.stringify([t.scale,t.layers,t.seed,t.own]);return S.key!==e&&(S={key:e,rows:t.own.layers?[function({layers:t,low:e,high:s}){return z("Your layers",t,[e,s])}(t.own)]:function(t){let e,s=(t,e)=>z(t,e.map((t,e)=>({name:`layer ${e+1}`,...t})),[0,4]);return[s("Without batch norm",(e=`${t.seed} ${t.layers}`,M.key!==e&&(M={key:e,outputs:$(t,g,!1)}),M.outputs.map((e,s)=>A(e,t.scale**(s+1))))),s("With batch norm",$(t,t.scale*g,!0).map(t=>A(t,1)))]}(t)}),S.rows}function C(t){let[e,s]=L(t).map(({fate:t})=>"holds"===t);return{scale:t.scale,layers:t.layers,without:e,with:s??!1,found:O(t.found)}}let O=([t,e])=>t<1/1.04&&e>1.04;function j({scale:t,layers:e,seed:s,found:i}){let a=t>=w&&t<=x&&e>=b&&e<=v&&s>=0,r=0===i.length||2===i.length&&w<=i[0]&&i[1]<=x;return a&&r?"":"These histograms have no such scale, seed or number of layers."}let N=[[1e12,"trillion"],[1e9,"billion"],[1e6,"million"]];function P(t){if(t<0)return`−${P(-t)}`;let e=Number(t.toPrecision(1));if(e>=1e15)return(0,c.zD)(e);let[s,i]=N.find(([t])=>e>=t)??[];if(s)return`${(0,c.ai)(e/s)} ${i}`;let a=Number(t.toPrecision(2));return 0<a&&a<1e-4?a.toExponential().replace("-","−"):a>=1e3?(0,c.zD)(a):(0,c.ai)(a)}let T=t=>`${Math.round(100*t)}%`;function F({name:t,mean:e,deviation:s,zeros:i}){let a=i>=.9?"dead, ":"";return`${t}: ${a}mean ${P(e)}, deviation ${P(s)}, ${T(i)} zeros`}function I({layers:t,ratio:e,fate:s}){var i,a;let[r,n]=[t[0].name,t.at(-1).name];return"dead"===s?`${null===e?r:n} is dead.`:`${n} has ${i=e,a=r,0===i?"no deviation":"fades"===E(i)?`${P(1/i)} times less deviation than ${a}`:`${i<=2?(0,c.ai)(i):P(i)} times the deviation of ${a}`}: it ${s}.`}let D=t=>`${(0,c.ai)(t)} \xd7 √(2/100) = ${(0,c.ai)(t*g)}`;function W(t){let e=t.layers.map(({deviation:t})=>P(t)).join(", ");return`${t.title}: ${I(t)} Deviations: ${e}; ${F(t.layers.at(-1))}.`}function R(t){let e=L(t).map(W).join(" ");return t.own.layers?e:`${t.layers} fully connected layers of 100 units with ReLU. Deviation of the weights: ${D(t.scale)}. ${e}`}class B{constructor(){this.path=r("path",{}),this.name=i("span",{class:"cs-name"}),this.low=i("span",{class:"cs-low"}),this.high=i("span",{class:"cs-high"}),this.figure=i("b",{class:"cs-figure"}),this.note=i("span",{class:"cs-wrong"});let t=r("svg",{viewBox:`-1 -1 ${62} 65`,preserveAspectRatio:"none","aria-hidden":"true"},this.path),e=i("span",{class:"cs-axis"},this.low,this.high);this.node=i("div",{class:"cs-hist",role:"img"},this.name,t,e,this.figure,this.note)}show(t,e){var s;let i,r=(i=Math.max(...s=e.counts),s.map((t,e)=>{let s=(64*t/i).toFixed(1);return t?`M${3*e+3*((e>0)+(e>16))} 64v-${s}h3v${s}z`:""}).join(""));r!==this.drawn&&(this.drawn=r,this.path.setAttribute("d",r));let n=F(e);n!==this.words&&(this.words=n,this.node.setAttribute("aria-label",n)),a(this.name,e.name),a(this.low,(0,c.ai)(t.low)),a(this.high,(0,c.ai)(t.high)),a(this.figure,e.zeros>=.9?"dead":P(e.deviation)),a(this.note,function(t,e){if(e.zeros>=.9)return`${T(e.zeros)} zeros`;let s=t.layers[0].deviation;return s>0?({fades:"too small",explodes:"too large"})[E(e.deviation/s)]??"":""}(t,e))}}class H{constructor(t){this.title=i("b",{}),this.outcome=i("span",{class:"cs-outcome"}),this.grid=i("div",{class:"cs-hists"}),this.histograms=[];let e=i("p",{class:"cs-head"},this.title," ",this.outcome);this.node=i("div",{class:`cs-net cs-${t}`,role:"group"},e,this.grid)}show(t){this.histograms.length!==t.layers.length&&(this.histograms=t.layers.map(()=>new B),this.grid.replaceChildren(...this.histograms.map(({node:t})=>t))),a(this.title,`${t.title}:`),a(this.outcome,I(t)),this.node.setAttribute("aria-label",t.title),t.layers.forEach((e,s)=>{this.histograms[s].show(t,e)})}}let K=p(class extends u{constructor(t,e){super(t,e,["scale","layers","seed","found","own","knobs"],R),this.first=this.read();let s=j(this.first);if(s)throw Error(s);this.deviation=i("p",{class:"cs-deviation"}),this.found=i("p",{class:"cs-held"}),this.rows=["without","with"].map(t=>new H(t));let a=this.rows.map(({node:t})=>t),r=i("div",{class:"cs-about"},this.deviation,this.found);this.open("histograms","Activation histograms",this.buildBar(),r,a),this.bar.after(this.task),this.update()}buildBar(){this.scale=m("scale of the weights (He’s: 1)",y.length-1,t=>this.take(y[t]));let t=i("button",{type:"button",class:"cs-button cs-reset",onclick:()=>this.restart()},"Reset");return this.bar=i("div",{class:"cs-options"},this.scale.node,t),this.bar}take(t){var e;this.change({scale:t,found:(e={...this.read(),scale:t}).own.layers||!C(e).without?e.found:[Math.min(e.scale,...e.found),Math.max(e.scale,...e.found)]})}restart(){let{scale:t,found:e}=this.first;this.change({scale:t,found:e})}update(){var t;let e;this.queued=!1;let s=this.read();if(j(s))return;let i=L(s),r=this.hasKnob("scale"),n=1===i.length;this.bar.hidden=!r,this.scale.show((t=s.scale,(e=y.map(e=>Math.abs(Math.log(e/t)))).indexOf(Math.min(...e))),(0,c.ai)(s.scale),r),this.deviation.hidden=n,this.found.hidden=n||!r,a(this.deviation,`Weights’ deviation: ${D(s.scale)}`),a(this.found,function(t){if(!t.length)return"";let[e,s]=t.map(c.ai);return`Held without batch norm: ${e===s?e:`${e} to ${s}`}.`}(s.found)),this.rows.forEach((t,e)=>{t.node.hidden=!i[e],i[e]&&t.show(i[e])}),this.showDescription(s);let o=this.showTask(C(s));this.spoken&&this.announce(`${[D(s.scale),...L(s).map(t=>`${t.title}: ${I(t)}`)].join(" ")}${o}`),this.spoken=!0}});var U=s(23),q=s.n(U),_=s(24),G=s.n(_),V=s(25),Y=s.n(V),X=s(26),J=s.n(X),Z=s(27),Q=s.n(Z),tt=s(28),te=s.n(tt),ts=s(36),ti={};function ta([t,e,s,a,r,n=1],o){let l=h("knob"),c=i("input",{id:l,type:"number",inputmode:"numeric",min:s,max:a,step:n,class:"cs-knob-field"}),d=e=>{let i=Math.min(Math.max(s+n*Math.round((e-s)/n)||0,s),a);c.value=i,o(t,i)};c.addEventListener("change",()=>d(Number(c.value))),c.addEventListener("input",()=>{let e=Number(c.value);""!==c.value&&Number.isInteger((e-s)/n)&&e>=s&&e<=a&&o(t,e)});let p=(t,s,a)=>i("button",{type:"button",class:"cs-knob-button",tabindex:"-1","aria-label":`${e}: ${a}`,onclick:()=>d(Number(c.value)+s*n)},t),u=p("−",-1,"one less"),m=p("+",1,"one more"),f=i("label",{for:l,onpointerdown:t=>g(t)}),g=({pointerId:t,clientX:e})=>{let s=Number(c.value),i=new AbortController,{signal:a}=i;for(let r of(f.setPointerCapture(t),f.addEventListener("pointermove",t=>{let i=s+n*Math.round((t.clientX-e)/6);i!==Number(c.value)&&d(i)},{signal:a}),["pointerup","pointercancel"]))f.addEventListener(r,()=>i.abort(),{signal:a})};return f.append(...1===t.length?[i("i",{},t),` ${e}`]:[e]),{letter:t,node:i("div",{class:`cs-knob cs-knob-${r}`},f,i("div",{class:"cs-knob-box"},u,c,m)),show:t=>{(document.activeElement!==c||Number(c.value)!==t)&&(c.value=t),u.disabled=t<=s,m.disabled=t>=a}}}function tr(t,e){let s=t.map(t=>ta(t,e)),a=i("div",{class:"cs-knobs",role:"group","aria-label":"Settings"},s.map(t=>t.node));return{node:a,knobs:s,show:(t,e)=>{for(let i of s)i.show(t[i.letter]),i.node.hidden=!e.hasKnob(i.letter);a.hidden=s.every(t=>t.node.hidden)}}}function tn(t,e){return tu({F:t,D:e}),t*t*e}function to(t,e=1){return tu({F:t,dilation:e}),(t-1)*e+1}function tl(t,e,s=0,i=1){return tu({W:t},s,s),t-to(e,i)+2*s}function th(t,e,s=1,i=0,a=1){tu({S:s});let r=tl(t,e,i,a);return r>=0&&r%s==0}function tc(t,e,s,i,a=1){tu({W:t,S:s},i);let r=to(e,a),n=a>1?`; with dilation ${a} a filter of ${e} spans ${r}`:"",o=t-r+i;if(o<0)return`A window of ${r} does not fit into ${t+i} cells (${t} and ${i} of padding)${n}. Make it smaller, or pad.`;let l=`(${t} - ${r} + ${i})`,h=Math.floor(o/s)+1;if(o%s==0)return`${l}/${s} + 1 = ${h}: the windows fit.`;let c=1===h?"1 window fits":`${h} windows fit`;return`${l} = ${o} is not divisible by ${s}: ${c}, and ${o%s} of the ${t+i} cells would be left over${n}.`}function td(t,e,s=1,i=0,a=1){return tu({},i,i),tc(t,e,s,2*i,a)}function tp(t,e,s,i,a,r=1,n="crop"){tu({W:t,S:s},i,a,n);let o=t-to(e,r)+i+a,l=o-s*Math.floor(o/s)>0,h=Math.floor(o/s)+1;if("pad"===n&&l&&h*s<t+i&&(h+=1),h<1||"raise"===n&&l)throw Error(tc(t,e,s,i+a,r));return h}function tu(t,e=0,s=0,i="crop"){for(let[i,a]of[...Object.entries(t),["padding",e],["padding",s]])if(!Number.isInteger(a))throw Error(`${i} is a whole number; got ${a}.`);if(1>Math.min(...Object.values(t))){let e=Object.entries(t).map(([t,e])=>`${t}=${e}`);throw Error(`Sizes, stride and dilation start at 1; got ${e.join(", ")}.`)}if(e<0||s<0)throw Error(`Padding starts at 0; got ${e} before and ${s} after.`);if(!["crop","raise","pad"].includes(i))throw Error(`fit must be 'crop', 'raise' or 'pad'; got '${i}'.`)}ti.styleTagTransform=te(),ti.setAttributes=J(),ti.insert=Y().bind(null,"head"),ti.domAPI=G(),ti.insertStyleElement=Q(),q()(ts.A,ti),ts.A&&ts.A.locals&&ts.A.locals;let tm=(t,e,s=1,i=0,a=1,r="crop")=>tp(t,e,s,i,i,a,r);class tf{constructor(t){this.value=t}}let tg=t=>"number"==typeof t,tw=t=>t instanceof tf?t.value:t,tx=(t,e)=>tb(tw(t))===tb(tw(e));function tb(t){return null===t?"None":t instanceof tf?function(t){let[e,s]=tv(t);if(s>=-4||0===t)return ty(t);let i=e.length>1?`${e[0]}.${e.slice(1)}`:e;return`${i}e-${String(-s).padStart(2,"0")}`}(t.value):"boolean"==typeof t?t?"True":"False":Array.isArray(t)?`(${t.map(tb).join(", ")}${1===t.length?",":""})`:"string"==typeof t?tk(t):String(t)}function tv(t){let[e,s]=t.toExponential().split("e");return[e.replace(".",""),Number(s)]}function ty(t){let[e,s]=tv(t);if(s<0)return`0.${"0".repeat(-s-1)}${e}`;let i=e.padEnd(s+1,"0");return`${i.slice(0,s+1)}.${i.slice(s+1)||"0"}`}function tk(t){if("'"===t)return'"\'"';if("\\"===t)return"'\\\\'";if(!/^[\p{C}\p{Z}]$/u.test(t))return`'${t}'`;let e=t.codePointAt(0),s=t=>e.toString(16).padStart(t,"0");return`'\\${e<256?`x${s(2)}`:e<65536?`u${s(4)}`:`U${s(8)}`}'`}function t$(t){if(Array.isArray(t)&&t.length>4)return`tuple of ${t.length}`;let e=tb(t);return e.length<=80?e:`${e.slice(0,77)}...`}let tM=["filters","size","stride","pad"],tA=["size","stride","pad"],tz={filters:void 0,size:void 0,stride:1,pad:0,bias:!0,fit:"crop"},tE={size:2,stride:null,pad:0,fit:"crop"},tS={size:5,alpha:new tf(1e-4),beta:new tf(.75),k:new tf(1)},tL={INPUT:{type:null,names:["channels","height","width"],fields:{},first:0},CONV:{type:"Conv2d",names:tM,fields:{...tz,dilation:1,groups:1},first:2},LOCAL:{type:"LocallyConnected2d",names:tM,fields:tz,first:2},POOL:{type:"MaxPool2d",names:tA,fields:tE,first:1},AVGPOOL:{type:"AvgPool2d",names:tA,fields:{...tE,count_pad:!0},first:1},L2POOL:{type:"L2Pool2d",names:tA,fields:tE,first:1},GAP:{type:"GlobalAvgPool2d",names:[],fields:{},first:0},FC:{type:"Linear",names:["units"],fields:{units:void 0,bias:!0},first:1},FLATTEN:{type:"Flatten",names:[],fields:{},first:0},RELU:{type:"ReLU",names:[],fields:{},first:0},LRELU:{type:"LeakyReLU",names:["slope"],fields:{slope:new tf(.01)},first:1},SIGMOID:{type:"Sigmoid",names:[],fields:{},first:0},TANH:{type:"Tanh",names:[],fields:{},first:0},DROPOUT:{type:"Dropout",names:["drop"],fields:{drop:new tf(.5)},first:1},BN:{type:"BatchNorm",names:[],fields:{eps:new tf(1e-5),momentum:new tf(.1)},first:0},LRN:{type:"LRN",names:["size","alpha","beta","k"],fields:tS,first:1},PADCHANNELS:{type:"PadChannels",names:["before","after"],fields:{before:0,after:0},first:0}},tC=t=>tL[t].names===tM,tO=t=>tL[t].names===tA,tj=t=>tC(t)||tO(t);function tN(t){let{type:e,names:s,fields:i}=tL[t];return e?Object.keys(i):s}let tP=(t,e,s,i)=>{if(t<e)throw Error(`${s} starts at ${e}; got ${tb(i)}.`)};function tT(t,e,s=1){if(!tg(t))throw Error(`${e} is a whole number; got ${t$(t)}.`);tP(t,s,e,t)}function tF(t,e,{also:s="",from:i=null}={}){let a=Array.isArray(t)?t:[t,t];if(2!==a.length||!a.every(tg))throw Error(`${e} is a whole number, or two: (rows, columns)${s}; got ${t$(t)}.`);return null!==i&&tP(Math.min(...a),i,e,t),a}function tI(t){if(Array.isArray(t)&&4===t.length)return t;let[e,s]=tF(t,"pad",{also:", or four: (top, bottom, left, right)"});return[e,e,s,s]}function tD(t,e){if("boolean"!=typeof t)throw Error(`${e} is True or False; got ${t$(t)}.`)}function tW(t,e){let s=t instanceof tf?t.value:t;return tg(s)&&e(s)}let tR=(t,e,s)=>i=>{if(!tW(i,s))throw Error(`${t} must be a number ${e}; got ${t$(i)}.`)},tB={filters:t=>tT(t,"filters"),units:t=>tT(t,"units"),size:t=>tF(t,"size",{from:1}),stride:t=>tF(t??1,"stride",{from:1}),pad:tI,bias:t=>tD(t,"bias"),fit:function(t){if(!["crop","raise","pad"].includes(t))throw Error(`fit must be 'crop', 'raise' or 'pad'; got ${t$(t)}.`)},dilation:t=>tF(t,"dilation",{from:1}),groups:t=>tT(t,"groups"),count_pad:t=>tD(t,"count_pad"),slope:function(t){if(!tW(t,t=>t>0))throw Error(`The slope below 0 must be above 0 itself; got ${t$(t)}.`)},drop:tR("drop","from 0 on and below 1",t=>t>=0&&t<1),eps:tR("eps","above 0",t=>t>0),momentum:tR("momentum","from 0 to 1",t=>t>=0&&t<=1),alpha:tR("alpha","from 0 on",t=>t>=0),beta:tR("beta","from 0 on",t=>t>=0),k:tR("k","above 0",t=>t>0),before:t=>tT(t,"before",0),after:t=>tT(t,"after",0)},tH={size:t=>tT(t,"size")};function tK(t,e){let s=tF(t,"size",{from:1}),i=tF(e,"dilation",{from:1}),[a,r]=s.map((t,e)=>{let s=to(t,i[e]);if(s%2==0)throw Error(`A window of ${s} has no middle cell: (F - 1)/2 is not whole. Say the padding, too, as in pad=0.`);return(s-1)/2});return a===r?a:[a,r]}let tU=t=>t.reduce((t,e)=>t*BigInt(e),1n);function tq({values:t}){let e=tF(t.size,"size"),s=tF(t.stride??t.size,"stride"),[i,a,r,n]=tI(t.pad),o=tF(t.dilation??1,"dilation");return[[e[0],s[0],i,a,o[0]],[e[1],s[1],r,n,o[1]]]}function t_(t,e){let{word:s,values:i}=t;if("FC"===s)return[i.units];if("FLATTEN"===s){let t;return[(t=tU(e))<=BigInt(Number.MAX_SAFE_INTEGER)?Number(t):t]}if(!(tj(s)||["GAP","LRN","PADCHANNELS"].includes(s)))return e;if(1===e.length)throw Error(`${s} reads a volume, and here comes a row of numbers, as FC makes it.`);let[a,...r]=e;if("GAP"===s)return[a];if("LRN"===s)return e;if("PADCHANNELS"===s)return[i.before+a+i.after,...r];"CONV"===s&&function({values:{filters:t,groups:e}},[s]){if(s%e||t%e)throw Error(`groups=${e} must divide ${s} channels and ${t} filters.`)}(t,e);let n=tq(t).map((t,e)=>tp(r[e],...t,i.fit));return tO(s)&&function(t){let[e,s]=tq(t);if([e,s].some(([t,,e,s])=>Math.max(e,s)>=t))throw Error(`pad=${tb(tI(t.values.pad))} is too much for windows of ${e[0]}x${s[0]}: one could stand on padding only, which has no maximum. Use less than the window's size.`)}(t),[i.filters??a,...n]}function tG(t,e){return tj(t.word)&&"crop"===t.values.fit?tq(t).map(([t,s,i,a,r],n)=>(e[n+1]-to(t,r)+i+a)%s):[0,0]}let tV={MAXPOOL:"POOL",LINEAR:"FC",DENSE:"FC",CONV2D:"CONV",LEAKYRELU:"LRELU",BATCHNORM:"BN",BATCHNORM2D:"BN"},tY={",":", or )","]":"-> or ]"},tX={"(":")","[":"]"},tJ=["no number","one number","two numbers","at most 3 numbers","at most 4 numbers"],tZ={yes:!0,no:!1,True:!0,False:!1},tQ=/->|[A-Za-z][A-Za-z_0-9]*|[0-9]+(?:\.[0-9]+)?|[[\]()*?,=]/y,t0=/[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g,t1=t=>/^[A-Za-z]/.test(t),t2=t=>/^[0-9]+$/.test(t),t4=t=>t?tk(t):"the end";class t3 extends Error{constructor(t,e,s){super(s),Object.assign(this,{text:t,place:e,reason:s})}}function t5(t,e){return tQ.lastIndex=e,tQ.exec(t)?.[0]??(e<t.length?String.fromCodePoint(t.codePointAt(e)):"")}let t6=t=>{var e;let s;return s=t9(e=new t8(t.replace(t0," "))),"]"===e.ahead&&e.fail("This ] closes nothing: there is one too many, or a [ is missing before it."),e.ahead&&e.fail(`Expected -> or the end of the net before ${tk(e.ahead)}.`),t7(e,s.slice(1)),s};class t8{constructor(t){Object.assign(this,{text:t,at:0,ahead:"",depth:0,end:0}),this.step()}step(){let t=this.ahead;for(this.end=this.at+t.length,this.at=this.end;" "===this.text[this.at];)this.at++;tQ.lastIndex=this.at;let e=tQ.exec(this.text);if(this.at<this.text.length&&!e){let t=String.fromCodePoint(this.text.codePointAt(this.at));this.fail(`${tk(t)} has no meaning here. A net is words with -> between them.`)}return this.ahead=e?e[0]:"",t}expect(t,e=null){if(this.ahead!==t){(this.ahead||null===e)&&this.fail(`Expected ${tY[t]??t} before ${t4(this.ahead)}.`);let s=this.text[e];this.fail(`This ${s} is never closed: a ${tX[s]} is missing.`,e)}this.step()}fail(t,e=this.at){throw new t3(this.text,e,t)}}function t7(t,e){let s=e.find(({word:t})=>"INPUT"===t);s&&t.fail("INPUT stands once, at the beginning, outside of brackets.",s.place)}function t9(t){let e=[et(t)];for(;"->"===t.ahead;)t.step(),e.push(et(t));return e}function et(t){var e;let s,i=t.at,a="["===t.ahead;a?(50===t.depth&&t.fail("At most 50 brackets stand in each other."),t.depth++,t.step(),s=t9(t),t7(t,s),t.expect("]",i),t.depth--):t1(t.ahead)?s=[function(t){let e=t.at,s=t.step().toUpperCase();Object.hasOwn(tV,s)&&t.fail(`${s} is called ${tV[s]} here.`,e),Object.hasOwn(tL,s)||t.fail(`There is no layer ${s}. The words are ${Object.keys(tL).join(", ")}.`,e);let{values:i,named:a}="("===t.ahead?function(t,e){let{names:s}=tL[e],i=[],a={},r=t.at;for(t.step();")"!==t.ahead;){if(t.ahead||t.expect(")",r),t1(t.ahead)){let r=function(t,e,s){let i=t.at,a=t.step();return tN(e).includes(a)||t.fail(`${e} has no setting '${a}'. ${ei(e)}`,i),s.includes(a)&&t.fail(`${a} is given twice.`,i),t.expect("="),a}(t,e,[...s.slice(0,i.length),...Object.keys(a)]);a[r]=ee(t)}else Object.keys(a).length?t.fail("What has no name comes first."):i.length===s.length?t.fail(`${e} takes ${tJ[s.length]}. ${ei(e)}`):i.push(ee(t));")"!==t.ahead&&t.expect(",",r)}return t.step(),{values:i,named:a}}(t,s):{values:[],named:{}};return{word:s,values:i,named:a,place:e,end:t.end}}(t)]:t.fail(`Expected a layer, such as CONV or RELU, or a [ before ${t4(t.ahead)}.`);let r="?"===(e=t).ahead?e.step():"*"!==e.ahead?1:(e.step(),["N","M","K"].includes(e.ahead))?e.step():(t2(e.ahead)||e.fail("After * comes a number, as in *2, or one of the letters N, M, K."),Number(e.ahead)>1e3&&e.fail("At most 1000 times."),Number(e.step()));return 1===r&&1===s.length?s[0]:(t7(t,s),{items:s,times:r,place:i,end:t.end,open:a})}function ee(t){let e=t.ahead,s=t.at;if("("===e){t.step();let e=[];for(;")"!==t.ahead;)t2(t.ahead)||t.expect("a number",t.ahead?null:s),e.push(es(t)),")"!==t.ahead&&t.expect(",",s);return t.step(),e}return(/^[A-Za-z0-9]/.test(e)||t.fail(`Expected a number before ${t4(e)}.`),t1(e))?(t.step(),Object.hasOwn(tZ,e)?tZ[e]:e):es(t)}function es(t){Number(t.ahead)>1e6&&t.fail(`Numbers go up to ${1e6.toLocaleString("en-US")} here.`);let e=t.step();return e.includes(".")?new tf(Number(e)):Number(e)}function ei(t){let e=tN(t);return e.length?`Its settings are ${e.join(", ")}.`:"Write the word alone."}let ea={N:1,M:1,K:1,pool:!0};function er(t,e=ea,s=null){let i={text:t.replace(t0," "),letters:e,items:[],input:null,inShape:[3,32,32],rows:[],error:null};try{i.items=t6(t),function(t,e,s){let{text:i}=t,a=t.items;"INPUT"===a[0].word&&([t.input,...a]=a,t.inShape=function(t,{values:e,named:s,place:i}){let{names:a}=tL.INPUT,r={...Object.fromEntries(e.map((t,e)=>[a[e],t])),...s},n=Object.keys(r).length;if(!n)return null;let o=a.slice(0,n).map(t=>r[t]);if(![1,3].includes(n)||!o.every(t=>"number"==typeof t&&t>0))throw new t3(t,i,"Write INPUT(channels,height,width), as in INPUT(3,32,32).");return o}(i,t.input)??t.inShape),t.inShape=en(t.inShape,s);let r=el(a,e);if(!r)throw new t3(i,0,"No layer is left: give at least one, such as FC(10).");if(r>1e3)throw new t3(i,0,"These are more than 1000 layers, the most that are built.");t.rows=function t(e,s,i=[]){return e.flatMap(e=>e.word?[{word:e,rounds:i}]:el(e.items,s)?Array.from({length:eo(e,s)},(a,r)=>t(e.items,s,[...i,{bracket:e,round:r}])).flat():[])}(a,e);let n=t.rows.map(({word:t})=>t.word).lastIndexOf("FC"),o=t.inShape,l=null;if(t.rows.forEach((t,e)=>{try{if(t.layer=eh(t.word,e===n?10:100),l)return;t.shape=o,o=function(t,e){try{return t_(t,e)}catch(t){throw Error(`${t.message} Its input is ${ec(e)}.`)}}(t.layer,o),t.out=o}catch(s){l??=Object.assign(new t3(i,t.word.place,s.message),{row:e})}}),l)throw l}(i,{N:e.N,M:e.M,K:e.K,"?":+!!e.pool},s)}catch(t){if(!(t instanceof t3))throw t;i.error=t}return i}let en=(t,e)=>e&&3===t.length?[t[0],e,e]:t,eo=({times:t},e)=>e[t]??t;function el(t,e){return t.map(t=>t.word?1:eo(t,e)*el(t.items,e)).reduce((t,e)=>t+e,0)}function eh({word:t,values:e,named:s},i){let{names:a}=tL[t],r={...Object.fromEntries(e.map((t,e)=>[a[e],t])),...s};return a.includes("filters")&&(r.filters??=16),a.includes("units")&&(r.units??=i),function(t,e){let{names:s,fields:i}=tL[t],a={...e};s===tM&&(a.size??=3,a.pad??=tK(a.size,a.dilation??1));let r=Object.fromEntries(Object.entries(i).map(([t,e])=>[t,a[t]??e])),n="LRN"===t?{...tB,...tH}:tB;for(let[t,e]of Object.entries(r))n[t](e);return{word:t,values:r}}(t,r)}let ec=t=>[...t].reverse().join("x");function ed({word:t,values:e}){let s,{names:i,fields:a}=tL[t],r={...a};tC(t)?(r.pad=function({size:t,dilation:e}){try{return tK(t,e??1)}catch{return null}}(e),s=1===e.stride&&tx(e.pad,r.pad)?2:4):(s=1+i.map(t=>void 0===r[t]||!tx(e[t],r[t])).lastIndexOf(!0),i.slice(0,s).some(t=>null===e[t])&&(s=1));let n=i.slice(0,s),o=Object.keys(e).filter(t=>!n.includes(t)&&!tx(e[t],r[t])),l=[...n.map(t=>ep(e[t])),...o.map(t=>`${t}=${ep(e[t])}`)];return l.length?`${t}(${l.join(",")})`:t}function ep(t){return"boolean"==typeof t?t?"yes":"no":Array.isArray(t)?`(${t.map(ep).join(",")})`:t instanceof tf?ty(t.value):String(t)}function eu(t,e){for(let s=1;s<=t.length/2;s++){let i=function(t,e,s){let i=[],a=0;for(;a<t.length;){let r=a+e;for(;r<t.length&&t[r]===t[r-e];)r++;let n=Math.floor((r-a)/e);if(n>1){let o=r-n*e;i.push(...t.slice(a,o),s(t.slice(o,o+e),n)),a=r}else i.push(t[a++])}return i}(t,s,e);if(i.length<t.length)return eu(i,e)}return t}class em{constructor(t){this.back=i("div",{class:"cs-net-back","aria-hidden":"true"}),this.field=i("textarea",{class:"cs-net-field","aria-label":"The net as text",rows:1,spellcheck:"false",autocapitalize:"off",autocomplete:"off",autocorrect:"off",maxlength:1e3,oninput:()=>t(this.field.value)}),this.node=i("div",{class:"cs-net-text"},this.back,this.field)}show(t,e,s,a){this.field.value!==t.spec&&(this.field.value=t.spec),this.field.setAttribute("aria-invalid",String(!!e.error));let r=[...s.map(t=>["cs-net-chosen",t.place,t.end]),...a.map(t=>["cs-net-over",t.place,t.end])];e.error&&r.push(["cs-net-wrong",e.error.place,this.endOf(e)]);let n=[...new Set([0,e.text.length,...r.flatMap(([,t,e])=>[t,e])])].sort((t,e)=>t-e),o=n.slice(0,-1).map((e,s)=>{let a=r.filter(([,t,s])=>t<=e&&s>e).map(([t])=>t),o=t.spec.slice(e,n[s+1]);return a.length?(r.some(([t,s])=>"cs-net-wrong"===t&&s===e)&&a.push("cs-net-here"),i("span",{class:a.join(" ")},o)):o}),l=e.error&&e.error.place>=e.text.length;this.back.replaceChildren(...o,l?i("span",{class:"cs-net-wrong cs-net-here"}," "):"","​")}endOf({text:t,error:e,rows:s,input:i}){let a=void 0===e.row?null:s[e.row].word;return a?a.end:i?.place!==e.place||s.length?e.place+t5(t,e.place).length:i.end}}let ef={filters:16,units:100,size:3,stride:1,pad:0,bias:!0,fit:"crop",dilation:1,groups:1,count_pad:!0,slope:new tf(.1),drop:new tf(.5),eps:new tf(1e-5),momentum:new tf(.1),alpha:new tf(1e-4),beta:new tf(.75),k:1,before:0,after:0},eg={POOL:2,AVGPOOL:2,L2POOL:2,LRN:5};function ew(t){if(!t.error){var e;let s;return(s=(e=t).rows.find(({layer:t,shape:e})=>tG(t,e).some(Boolean)))?[...eA(e,2),...ey(e,s,["pad","stride","size"])].filter(([,t])=>!er(t,e.letters).error).slice(0,3):[]}if(!t.items.length)return function({text:t,error:{place:e}}){let s=t5(t,e),i=e+s.length,a=/^[A-Za-z]/.test(s)&&function(t){if(Object.hasOwn(tV,t))return tV[t];let e=Object.keys(tL),s=e.map(e=>{var s,i;let a;return s=t,a=Array.from({length:(i=e).length+1},(t,e)=>e),[...s].forEach((t,e)=>{let s=a;a=[e+1],[...i].forEach((e,i)=>{a.push(Math.min(s[i]+ +(t!==e),s[i+1]+1,a[i]+1))})}),a.at(-1)}),i=Math.min(...s);return i>0&&2*i<=t.length?e[s.indexOf(i)]:null}(s.toUpperCase());return(s?[...a?[[`${a} instead`,ex(t,e,i,a)]]:[],["a -> before it",ex(t,e,e,"-> ")],["-> instead",ex(t,e,i,"->")],["a ] at the end",`${t.replace(/ +$/,"")}]`],["a ) at the end",`${t.replace(/ +$/,"")})`],["a ) before it",ex(t,t.slice(0,e).replace(/ +$/,"").length,e,") ")],["a , before it",ex(t,e,e,",")],[`without ${s}`,ex(t,e,i,"")]]:[["without the last ->",t.replace(/ *-> *$/,"")]]).filter(([,t])=>(function(t){try{return t6(t).length>0}catch(t){if(t instanceof t3)return!1;throw t}})(t)).slice(0,2)}(t);if(void 0!==t.error.row)return function(t){var e,s,i,a;let r,n=t.rows[t.error.row],{word:o,shape:l}=n,h=tC(o.word)?["pad","size","stride"]:["size","stride"];return[...(n.layer&&l?1===l.length?tC(o.word)?[["FC instead",eC(t,o,function(t){let{filters:e}=eE(t);return void 0===e?"FC":`FC(${ep(e)})`}(o))]]:[]:[...function(t,{word:e,layer:s,shape:i}){let{groups:a=1,filters:r}=s.values,n=a>1?ev(i[0],r):1;if(n%a==0)return[];let o=Math.min(a,n);for(;n%o;)o--;return[[`groups ${o}`,eC(t,e,eL(eS(e,"groups",o)))]]}(t,n),...ey(t,n,h),...eA(t,1)]:(e=t,tN((s=o).word).flatMap(t=>{let i="size"===t&&eg[s.word]||ef[t],a=eS(s,t,i);return(t in eE(s)||"pad"===t)&&eb(a)?[[`${t} ${ep(i)}`,eC(e,s,eL(a))]]:[]}))).filter(([,e])=>(function(t,e){let{error:s}=er(e,t.letters);return!s||s.row>t.error.row})(t,e)),...(i=t,a=o,null!==(r=function(t,{place:e,end:s}){let i=s+(/^ *(?:\?|\* *[0-9NMK]+)/.exec(t.slice(s))?.[0].length??0),a=/^ *-> */.exec(t.slice(i)),r=/ *-> *$/.exec(t.slice(0,e));return a?ex(t,e,i+a[0].length,""):r&&ex(t,r.index,i,"")}(i.text,a))&&er(r,i.letters).rows.length?[[`without ${a.word}`,r]]:[])].slice(0,4)}(t);if(!t.input)return[];let s=ez(t,"INPUT(3,32,32)");return er(s,t.letters).rows.length?[["INPUT(3,32,32)",s]]:[]}let ex=(t,e,s,i)=>`${t.slice(0,e)}${i}${t.slice(s)}`;function eb(t){try{return eh(t,1)}catch{return null}}let ev=(t,e)=>e?ev(e,t%e):t;function ey(t,{word:e,layer:s,shape:i},a){if(!tj(e.word))return[];let{size:r,pad:n,dilation:o=1}=s.values,l={size:r,stride:s.values.stride??r,pad:n};if([...Object.values(l),o].some(Array.isArray))return[];let h=to(r,o),c=tC(e.word)?2:1,d={pad:ek(0,h),stride:ek(1,h+1),size:ek(c+1,r+64,c)},p={...l,pad:Math.floor((h-1)/2)};return a.flatMap(s=>{let a=e$(d[s],p[s]).find(t=>{var a,r;let n;return t!==l[s]&&(a=eS(e,s,t),r=i,!!((n=eb(a))&&eM(n,r))&&!tG(n,r).some(Boolean))});return void 0===a?[]:[[`${s} ${a}`,eC(t,e,eL(eS(e,s,a)))]]})}let ek=(t,e,s=1)=>Array.from({length:Math.max(0,Math.ceil((e-t)/s))},(e,i)=>t+i*s),e$=(t,e)=>[...t].sort((t,s)=>Math.abs(t-e)-Math.abs(s-e)||s-t);function eM(t,e){try{return t_(t,e)}catch{return null}}function eA(t,e){let{inShape:s,rows:i}=t;if(1===s.length||s[1]!==s[2]||i.length>100||i.some(({layer:t})=>!t))return[];let[a,r]=s,n=[...e$(ek(Math.max(1,r-64),r+64+1),r).slice(1),...[2,4,8,16].map(t=>t*r).filter(t=>t<=1024)],o=n.map(t=>(function(t,e){let s=e,i=2;for(let{layer:e}of t){let t=eM(e,s);if(!t)return 0;tG(e,s).some(Boolean)&&(i=1),s=t}return i})(i,[a,t,t]));for(let s=2;s>=e;s--){let e=n[o.indexOf(s)];if(e)return[[`input ${e}\xd7${e}`,ez(t,`INPUT(${a},${e},${e})`)]]}return[]}function ez({text:t,input:e},s){return e?ex(t,e.place,e.end,s):`${s} -> ${t}`}function eE({word:t,values:e,named:s}){let{names:i}=tL[t];return{...Object.fromEntries(e.map((t,e)=>[i[e],t])),...s}}function eS(t,e,s){let{names:i}=tL[t.word],a=[...t.values],r={...t.named},n=i.indexOf(e);return n>=0&&n<a.length?a[n]=s:!Object.keys(r).length&&n===a.length&&["filters","size","units"].includes(e)?a.push(s):r[e]=s,{...t,values:a,named:r}}function eL({word:t,values:e,named:s}){let i=[...e.map(ep),...Object.entries(s).map(([t,e])=>`${t}=${ep(e)}`)];return i.length?`${t}(${i.join(",")})`:t}let eC=({text:t},{place:e,end:s},i)=>ex(t,e,s,i),eO={CONV:"CONV(16,3)",LOCAL:"LOCAL(16,3)",FC:"FC(100)",LRELU:"LRELU(0.1)"};function ej(t,e,s=null){for(let[i,a]of t.entries()){if(a===e)return[{items:t,index:i,bracket:s}];let r=a.items&&ej(a.items,e,a);if(r)return[{items:t,index:i,bracket:s},...r]}return null}function eN(t,e){let s=ej(t.items,e),i=s.at(-1);return i.bracket&&!i.bracket.open?s.at(-2):i}let eP=(t,e)=>ej(t.items,e).flatMap(({bracket:t})=>t&&"number"==typeof t.times?[t]:[]).reverse();function eT(t,e,s){let i=eN(t,e),a=ej(t.items,e);for(let{items:e,index:r}of a.slice(0,a.findIndex(({items:t})=>t===i.items)+1).reverse()){let a=e===i.items?s:1;if(e.filter(t=>"INPUT"!==t.word).length>a)return function(t,e,s,i){let a=e[s+i];return a?ex(t,e[s].place,a.place,""):ex(t,e[s-1].end,e[s+i-1].end,"")}(t.text,e,r,a)}return null}let eF=t=>er(t.spec??"",{...ea,...t}),eI=t=>4n*t.reduce((t,e)=>t*BigInt(e),1n);function eD(t){let e=t.rows.map(({layer:t,shape:e,out:s})=>s?function({word:t,values:e},s,i){let a=4n*tU(i);if("FC"===t){let t=tU(s)*BigInt(e.units);return{parameters:t+BigInt(e.bias?e.units:0),bytes:a,macs:t}}if("BN"===t)return{parameters:2n*BigInt(s[0]),bytes:a,macs:0n};if(!tC(t))return{parameters:0n,bytes:a,macs:0n};let r=tU([s[0]/(e.groups??1),...tF(e.size)]);return{parameters:("LOCAL"===t?tU(i):BigInt(e.filters))*(r+(e.bias?1n:0n)),bytes:a,macs:tU(i)*r}}(t,e,s):null),s={parameters:0n,bytes:t.rows.length?eI(t.inShape):0n,macs:0n};for(let t of e)if(t)for(let e of Object.keys(s))s[e]+=t[e];return{rows:e,totals:s}}let eW=({layer:t,shape:e,out:s})=>s?tG(t,e):[0,0],eR=t=>t.error?null:t.rows.at(-1).out,eB=t=>[...t].reverse().join("\xd7"),eH=({layer:t,word:e})=>t?ed(t):e.word,eK=t=>{let e,s;return t.error?"":(e=t.rows.map(({layer:t})=>t),s=t.inShape,[`INPUT(${s.join(",")})`,...eu(e.map(ed),(t,e)=>`[${t.join(" -> ")}]*${e}`)].join(" -> "))};function eU(t,e=eF(t)){let s=eR(e),{totals:i}=eD(e),a=e.rows.map(({word:t})=>t.word),r=(...t)=>a.filter(e=>t.includes(e)).length;return{fits:!e.error,exact:!e.error&&e.rows.every(t=>!eW(t).some(Boolean)),layers:a.length,words:a.join(" "),convs:r("CONV"),pools:r("POOL","AVGPOOL","L2POOL"),fcs:r("FC"),in:eB(e.inShape),out:s?eB(s):"",parameters:Number(i.parameters),bytes:Number(i.bytes),macs:Number(i.macs),spec:eK(e)}}let eq=t=>(0,c.x8)(t.replace(/(\d)x(?=\d)/g,"$1\xd7"));function e_({error:t,rows:e}){let s=eq(t.reason);return void 0===t.row?`At character ${t.place+1}: ${s}`:`Layer ${t.row+1}, ${eH(e[t.row])}: ${s}`}function eG(t){let e=t.rows.filter(t=>eW(t).some(Boolean));if(!e.length)return"";let[s,i]=eW(e[0]),a=[s?(0,c.LS)(s,"row"):"",i?(0,c.LS)(i,"column"):""].filter(Boolean),r=e.length-1,n=r?` ${(0,c.LS)(r,"layer")} more ${1===r?"does":"do"} the same.`:"",o=s+i===1?"reads it":"reads them";return`It works, but in layer ${t.rows.indexOf(e[0])+1}, ${eH(e[0])}, the windows leave ${a.join(" and ")} over: none ${o}.${n}`}function eV(t){let{parameters:e,bytes:s,macs:i}=eD(t).totals;return`${(0,c.LS)(t.rows.length,"layer")}, from ${eB(t.inShape)} to ${eB(eR(t))}: ${(0,c.zD)(e)} parameters, ${(0,c.zD)(s)} bytes of activations, ${(0,c.zD)(i)} multiply-adds.`}function eY(t){let e,s,i,a=eF(t),r=ew(a).map(([t])=>t);return[a.text.trim()?`The text is ${a.text.trim()}.`:"There is no text yet.",a.error?e_(a):eV(a),(e=a.rows.filter(({out:t})=>t).slice(0,12),s=a.rows.length-e.length,!(i=e.map(t=>`${eH(t)} ${eB(t.out)}`)).length?"":`Sizes: ${i.join(", ")}${s?`, and ${(0,c.LS)(s,"layer")} more`:""}.`),a.error?"":eG(a),r.length?`Repairs: ${r.join("; ")}.`:"",eU(t,a).exact?"All windows fit.":""].filter(Boolean).join(" ")}function eX(t,e,s){let a=h("choice"),r=e.map(([t])=>i("input",{type:"radio",name:a,value:t,onchange:()=>s(t)}));return{node:i("div",{class:"cs-choice",role:"radiogroup","aria-label":t},e.map(([,t],e)=>i("label",{},r[e],i("span",{},t)))),show:t=>r.forEach(e=>{e.checked=e.value===t})}}async function eJ(t){let e=e=>{e.clipboardData.setData("text/plain",t),e.preventDefault(),e.stopImmediatePropagation()};addEventListener("copy",e,{capture:!0});let s=document.execCommand("copy");removeEventListener("copy",e,{capture:!0}),s||await navigator.clipboard.writeText(t)}let eZ=[["spec","spec"],["code","Python"]];class eQ{constructor(){this.form="spec",this.choice=eX("Form",eZ,t=>{this.form=t,this.write()}),this.said=i("span",{class:"cs-net-copied",role:"status"}),this.button=i("button",{type:"button",class:"cs-button",onclick:()=>this.copy()}),this.text=i("pre",{class:"cs-net-code",tabindex:"0",role:"group"}),this.node=i("div",{class:"cs-net-output",role:"group","aria-label":"Take it with you"},i("div",{class:"cs-net-line"},i("span",{},"Take it with you as"),this.choice.node,this.button,this.said),this.text),this.choice.show(this.form)}show(t){this.texts=t,this.write()}write(){let t=this.texts[this.form];a(this.text,t||"A net that doesn’t fit is nothing to take along yet."),this.button.disabled=!t;let e="spec"===this.form?"spec":"code";a(this.button,`Copy ${e}`),this.text.setAttribute("aria-label",`The net as ${"spec"===this.form?"a spec":"Python code"}`),a(this.said,"")}async copy(){try{await eJ(this.texts[this.form]),a(this.said,"Copied.")}catch{a(this.said,"This browser lets no page copy. Select the text and copy it.")}}}let e0=["parameters","bytes","macs"],e1=["layer","size W\xd7H\xd7D","parameters","bytes","multiply-adds"];class e2{constructor(t){this.on=t,this.body=i("tbody",{role:"rowgroup"}),this.foot=i("tfoot",{role:"rowgroup"});let e=e1.map((t,e)=>i("th",{scope:"col",role:"columnheader",class:`cs-net-c${e}`},t));this.node=i("div",{class:"cs-net-table",onkeydown:t=>this.key(t)},i("table",{role:"table","aria-label":"The net, layer by layer"},i("thead",{role:"rowgroup"},i("tr",{role:"row"},e)),this.body,this.foot))}show(t,{at:e,end:s},a){let r=this.body.contains(document.activeElement),{rows:n,totals:o}=eD(t),l=Object.fromEntries(e0.map(t=>[t,Math.max(1,...n.map(e=>Number(e?.[t]??0)))]));l.bytes=Math.max(l.bytes,Number(eI(t.inShape)));let h={name:"INPUT",size:eB(t.inShape),costs:{bytes:eI(t.inShape)},at:-1},d=t.rows.slice(0,80).map((e,s)=>({name:eH(e),size:e.out?eB(e.out):"–",costs:n[s]??{},at:s,row:e,wrong:t.error?.row===s,over:eW(e),same:a.includes(e.word)}));this.buttons=[];let p=[h,...d].map(t=>this.row(t,l,e,s)),u=t.rows.length-d.length;u>0&&p.push(i("tr",{role:"row"},i("td",{role:"cell",colspan:5},`and ${(0,c.LS)(u,"layer")} more`))),this.body.replaceChildren(...p),this.foot.replaceChildren(this.total(t,o)),this.at=e,r&&this.focus(),t.error?.row!==void 0&&t.error.row!==this.wrong&&this.reveal(t.error.row+1),this.wrong=t.error?.row}focus(){this.buttons[Math.min(this.at+1,this.buttons.length-1)]?.focus({preventScroll:!0}),this.reveal(this.at+1)}reveal(t){let e=this.body.children[t];if(!e)return;let s=this.node.querySelector("thead").offsetHeight,i=this.foot.offsetHeight,{offsetTop:a,offsetHeight:r}=e,{scrollTop:n,clientHeight:o}=this.node;a-s<n?this.node.scrollTop=a-s:a+r+i>n+o&&(this.node.scrollTop=a+r+i-o)}row({name:t,size:e,costs:s,at:a,row:r,wrong:n,over:o=[0,0],same:l},h,c,d){let p=a>=c&&a<=d,u=i("button",{type:"button",class:"cs-net-name",tabindex:a===c?0:-1,"aria-pressed":String(p),onclick:t=>this.on.choose(a,t.shiftKey)},t);this.buttons.push(u);let m=o.some(Boolean),f=n?"does not fit":m?"leaves cells over":"";return i("tr",{role:"row",class:[p&&"cs-net-on",!p&&l&&"cs-net-same",n&&"cs-net-bad",m&&"cs-net-left"].filter(Boolean).join(" ")||null,onclick:t=>this.click(t,a)},i("td",{role:"cell",class:"cs-net-c0"},i("div",{class:"cs-net-head"},this.rails(r,a),u)),i("td",{role:"cell",class:"cs-net-c1"},f?i("small",{},n?"! ":"",f):null,n?null:e),e0.map((t,e)=>this.count(s[t],h[t],t,e)))}click(t,e){t.target.closest("button")||(this.on.choose(e,t.shiftKey),this.focus())}count(t,e,s,a){let r=void 0===t?0:100*Number(t)/e,n=r>=.5?`--share:${r.toFixed(1)}%`:null,o=void 0===t?"":(0,c.zD)(t);return i("td",{role:"cell",class:`cs-net-c${a+2} cs-net-${s}`,style:n,"data-name":e1[a+2]},o)}rails(t,e){let s=this.before;return this.before=e<0?[]:t.rounds,(t?.rounds??[]).filter(({bracket:t})=>"?"!==t.times).map(({bracket:t,round:e})=>i("span",{class:"cs-net-rail"},s?.some(s=>s.bracket===t&&s.round===e)?null:i("small",{},String(e+1))))}total(t,e){let s=e0.map((t,s)=>i("td",{role:"cell",class:`cs-net-c${s+2}`,"data-name":e1[s+2]},(0,c.zD)(e[t])));return i("tr",{role:"row"},i("th",{scope:"row",role:"rowheader",class:"cs-net-c0"},t.error?"as far as it goes":"in all"),i("td",{role:"cell",class:"cs-net-c1"}),s)}key(t){if(!t.target.classList.contains("cs-net-name")||t.altKey||t.ctrlKey||t.metaKey)return;let e=this.buttons.length-2,s={ArrowUp:this.at-1,ArrowDown:this.at+1,Home:-1,End:e}[t.key];if(void 0!==s)t.shiftKey&&t.key.startsWith("Arrow")?this.on.choose("ArrowDown"===t.key?"more":"fewer"):this.on.choose(Math.min(Math.max(s,-1),e)),this.focus();else{if("Delete"!==t.key&&"Backspace"!==t.key)return;this.on.remove()}t.preventDefault()}}let e4=["CONV","RELU","POOL","FC"],e3=Object.keys(tL).filter(t=>"INPUT"!==t),e5=e3.filter(t=>!e4.includes(t)),e6={filters:["K","filters",1,4096,"w"],units:["units","neurons",1,1e5,"w"],size:["F","size",1,99,"w"],stride:["S","stride",1,99,"s"],pad:["P","padding",0,99,"s"]},e8=["size","channels",1,99,"w"],e7=[["W","width",2],["H","height",1],["D","depth",0]];class e9{constructor(t){this.on=t,this.acts=[],this.title=i("span",{class:"cs-net-title"}),this.kind=i("select",{class:"cs-net-select","aria-label":"Kind of layer",onchange:()=>t.kind(this.kind.value)}),this.kind.append(...e3.map(t=>i("option",{value:t},t))),this.knobs=i("div",{class:"cs-net-knobs",role:"group","aria-label":"Its numbers"});let e=(t,e,s)=>i("button",{type:"button",class:"cs-button","aria-label":e,onclick:s},t);this.undo=e("Undo","Undo",()=>t.undo()),this.remove=e("Remove","Remove the chosen layers",()=>t.remove()),this.repeat=e("Repeat","Repeat the chosen layers",()=>t.repeat()),this.more=i("select",{class:"cs-net-select","aria-label":"Insert another kind",onchange:()=>this.insertOther()}),this.more.append(...["more",...e5].map(t=>i("option",{value:t},t))),this.count=ta(["rows","layers",1,99,"s"],(e,s)=>t.count(s)),this.add=e4.map(s=>e(`+ ${s}`,`Insert ${s} after it`,()=>t.insert(s))),this.node=i("div",{class:"cs-net-tools",role:"group","aria-label":"The chosen layer"},i("div",{class:"cs-net-line"},this.title,this.kind,this.knobs),i("div",{class:"cs-net-line cs-net-acts"},i("span",{class:"cs-net-add"},this.add,this.more),i("span",{class:"cs-net-does"},this.count.node,this.repeat,this.remove,this.undo)))}insertOther(){"more"!==this.more.value&&this.on.insert(this.more.value),this.more.value="more"}show(t,e,s,i){let r=t.rows[e]??null;if(this.undo.disabled=!i,a(this.title,r?`Layer ${e+1}`:"INPUT"),this.kind.hidden=this.remove.hidden=this.repeat.hidden=this.count.node.hidden=!r,r){this.kind.value=r.word.word;let{items:e,index:i}=eN(t,r.word);this.count.show(s),this.count.node.hidden=e.length-i<2,this.remove.disabled=null===eT(t,r.word,s)}this.showKnobs(this.wanted(t,r))}wanted(t,e){if(!e)return 1===t.inShape.length?[[["units","numbers",1,1e5,"x"],t.inShape[0],t=>this.on.side(0,t)]]:e7.map(([e,s,i])=>[[e,s,1,1024,"x"],t.inShape[i],t=>this.on.side(i,t)]);let s=e.layer?.values??{},i=tL[e.word.word].names.flatMap(t=>{let i="stride"===t?s.stride??s.size:s[t];return t in e6&&"number"==typeof i?[["size"===t&&"LRN"===e.word.word?e8:e6[t],i,e=>this.on.number(t,e)]]:[]}),a=eP(t,e.word).map((t,e)=>[[`times${e}`,e?"times, outer":"times",1,99,"s"],t.times,t=>this.on.times(e,t)]);return[...i,...a]}showKnobs(t){let e=JSON.stringify(t.map(([t])=>t));if(e!==this.key){this.key=e,this.acts.length=0;let s=[];this.acts=s,this.now=t.map(([t],e)=>ta(t,(t,i)=>s[e]?.(i))),this.knobs.replaceChildren(...this.now.map(({node:t})=>t))}t.forEach(([,t,e],s)=>{this.acts[s]=e,this.now[s].show(t)}),this.knobs.hidden=!t.length}}let st=[["N","layers",0,9,"s"],["M","blocks",0,9,"s"],["K","FC layers",0,9,"s"]],se={N:1,M:2,K:1,pool:!0},ss=p(class extends u{constructor(t,e){super(t,e,["spec","N","M","K","pool","presets","knobs"],eY),Object.assign(this,{at:0,count:1,before:[]}),this.build(),this.update()}build(){this.text=new em(t=>this.type(t)),this.table=new e2({choose:(t,e)=>this.choose(t,e),remove:()=>this.remove()}),this.tools=new e9({insert:t=>this.insert(t),remove:()=>this.remove(),number:(t,e)=>this.edit((s,i)=>eC(s,i,eL(eS(i,t,e)))),side:(t,e)=>this.edit(s=>{let i;return(i=[...s.inShape])[t]=e,ez(s,`INPUT(${i.join(",")})`)}),kind:t=>this.edit((e,s)=>{let i,a;return i=tL[t].names.length&&tL[t].names===tL[s.word].names,a=Object.fromEntries(Object.entries(s.named).filter(([e])=>e in tL[t].fields)),eC(e,s,i?eL({...s,word:t,named:a}):eO[t]??t)}),times:(t,e)=>this.edit((s,i)=>{var a;let r,n;return a=eP(s,i)[t],r=s.text.slice(a.items[0].place,a.items.at(-1).end),n=a.open?`[${r}]`:r,ex(s.text,a.place,a.end,1===e?r:`${n}*${e}`)}),repeat:()=>this.edit((t,e)=>(function(t,e,s){let{items:i,index:a}=eN(t,e),r=i.slice(a,a+s),n=t.text.slice(r[0].place,r.at(-1).end),o=1===r.length&&r[0].word;return ex(t.text,r[0].place,r.at(-1).end,o?`${n}*2`:`[${n}]*2`)})(t,e,this.count)),count:t=>this.choose(this.at,!1,t),undo:()=>this.undo()}),this.output=new eQ,this.letters=tr(st,(t,e)=>this.change({[t]:e})),this.pool=i("input",{type:"checkbox",onchange:()=>this.change({pool:this.pool.checked})}),this.preset=i("select",{class:"cs-net-select","aria-label":"Net",onchange:()=>this.use(this.preset.value)}),Object.assign(this,{said:i("p",{class:"cs-net-said"}),mend:i("div",{class:"cs-net-mend"}),poolLabel:i("label",{class:"cs-net-pool"},this.pool,"POOL?: it is there"),top:i("label",{class:"cs-net-top"},"Net",this.preset)}),this.body=i("div",{class:"cs-net-body"},this.tools.node,this.table.node,this.output.node),this.lettersRow=i("div",{class:"cs-net-letters"},this.letters.node,this.poolLabel),this.open("builder","Architecture builder",this.top,this.text.node,this.lettersRow,i("div",{class:"cs-net-news"},this.said,this.mend),this.body)}type(t){this.remember(!0),this.change({spec:t})}remember(t){let{spec:e,N:s,M:i,K:a,pool:r}=this.read();t&&this.typing||this.before.push({spec:e,N:s,M:i,K:a,pool:r}),this.typing=t}take(t){null===t||t===this.model.get("spec")||t.length>1e3||(this.remember(!1),this.change({spec:t}))}edit(t){this.acted=!0,this.take(t(this.net,this.net.rows[this.at]?.word??null))}undo(){this.typing=!1,this.change(this.before.pop()),this.before.length||this.text.field.focus()}use(t){let e=this.model.get("presets")[t];void 0!==e&&(Object.assign(this,{at:0,count:1}),this.remember(!1),this.change({...se,spec:e}))}insert(t){let e=function(t,e,s){if(!e)return t.input?t.input.end:0;let{items:i,index:a}=eN(t,e);return i[a+s-1].end}(this.net,this.net.rows[this.at]?.word??null,this.count);this.edit(s=>{let i;return i=eO[t]??t,ex(s.text,e,e,e?` -> ${i}`:`${i} -> `)});let s=this.net.rows.findIndex(({word:t})=>t.place===e+4*!!e);s>=0&&this.choose(s)}remove(){this.at>=0&&this.edit((t,e)=>eT(t,e,this.count))}choose(t,e=!1,s=1){let{rows:i}=this.net,a=t=>{let{items:e,index:s}=eN(this.net,i[t].word);return e.length-s};if("more"===t||"fewer"===t){if(this.at<0)return;this.count=Math.min(Math.max(this.count+("more"===t?1:-1),1),a(this.at))}else if(e&&t>this.at&&this.at>=0){let{items:e,index:s}=eN(this.net,i[this.at].word),a=e.findIndex(e=>e.end>=i[t].word.end);this.count=a<0?e.length-s:Math.max(a-s+1,1)}else this.at=t,this.count=t<0?1:Math.min(Math.max(s,1),a(t));this.showChosen(this.net)}mendBy(t){this.acted=!0;let{row:e}=this.net.error??{};if(this.take(t),void 0===e||!this.net.rows.length)return this.text.field.focus();this.choose(Math.min(e,this.net.rows.length-1)),this.table.focus()}update(){this.queued=!1;let t=this.read();this.s=t,this.net=eF(t);let{net:e}=this;this.showPresets(t),this.showLetters(t),this.showNews(t),e.rows.length?this.showNet(e):this.text.show(t,e,[],[]),this.hold(!e.rows.length)}hold(t){t&&this.body.contains(document.activeElement)&&this.text.field.focus(),this.body.inert=t,this.body.hidden=t&&!this.table.buttons}showNet(t){if(this.at>=t.rows.length&&(this.at=t.rows.length-1),this.at>=0){let{items:e,index:s}=eN(t,t.rows[this.at].word);this.count=Math.min(this.count,e.length-s)}this.showChosen(t),this.output.show({spec:eK(t),code:function(t){if(t.error)return"";let e=t.rows.map(({layer:t})=>(function({word:t,values:e}){let{type:s,fields:i,first:a}=tL[t],r=Object.keys(i).flatMap((t,s)=>void 0!==i[t]&&tx(e[t],i[t])?[]:[s<a?tb(e[t]):`${t}=${tb(e[t])}`]);return`${s}(${r.join(", ")})`})(t)),s=eu(e,(t,e)=>`*[${t.join(", ")}] * ${e}`),i=new Set(e.map(t=>t.split("(")[0]));return[`from cs231n_kit.layers import ${[...i,"Serial"].sort().join(", ")}`,"from cs231n_kit.net import Net","","layers = Serial(",...s.map(t=>`    ${t},`),")",`net = Net.build(layers, ${tb(t.inShape)})`,""].join("\n")}(t)}),this.output.node.hidden=!this.hasKnob("export")}showChosen(t){let{at:e,count:s}=this,i=e>=0?this.chosenWords(t):t.input?[t.input]:[],a=e;for(;e>=0&&a+1<t.rows.length&&i.includes(t.rows[a+1].word)&&t.rows[a+1].word!==i[0];)a++;let r=t.rows.filter(t=>eW(t).some(Boolean)).map(({word:t})=>t);this.text.show(this.s,t,i,[...new Set(r)]),this.table.show(t,{at:e,end:a},i),this.tools.show(t,e,s,this.before.length),this.tools.node.hidden=!this.hasKnob("tools")}chosenWords(t){let{items:e,index:s}=eN(t,t.rows[this.at].word),i=t=>t.word?[t]:t.items.flatMap(i);return e.slice(s,s+this.count).flatMap(i)}showPresets(t){let e=Object.keys(t.presets??{});this.listed!==t.presets&&this.preset.replaceChildren(...["",...e].map(t=>i("option",{value:t},t||"your own"))),this.listed=t.presets,this.preset.value=e.find(e=>t.presets[e]===t.spec)??"",this.top.hidden=!e.length||!this.hasKnob("net")}showLetters(t){this.letters.show(t,{hasKnob:e=>RegExp(`\\*\\s*${e}\\b`).test(t.spec)}),this.pool.checked=t.pool,this.poolLabel.hidden=!t.spec.includes("?"),this.lettersRow.hidden=!this.hasKnob("letters")||this.letters.node.hidden&&this.poolLabel.hidden}showNews(t){let{net:e}=this,s=e.error?"":eG(e),a=e.error?e_(e):`${eV(e)}${s?` ${s}`:""}`;this.said.className=`cs-net-said${e.error?" cs-misfit":s?" cs-gentle":""}`,this.said.replaceChildren(...e.error?[i("b",{},e.rows.length?"Does not fit. ":"Not a net yet. ")]:[],a),this.showRepairs(e),this.showDescription(t);let r=this.showTask(eU(t,e));this.spoken&&this.announce(`${a}${r}`),this.spoken=!0}showRepairs(t){let e=ew(t).map(([t,e])=>i("button",{type:"button",class:"cs-button",onclick:()=>this.mendBy(e)},t)),s=t.error?"Mend it:":"So that it fits:";this.mend.replaceChildren(...e.length?[i("span",{},s),...e]:[]),this.mend.hidden=!e.length}});var si=s(39),sa={};sa.styleTagTransform=te(),sa.setAttributes=J(),sa.insert=Y().bind(null,"head"),sa.domAPI=G(),sa.insertStyleElement=Q(),q()(si.A,sa),si.A&&si.A.locals&&si.A.locals;let sr="M4 2.5v11l9-5.5z",sn="M4 2.5h3v11H4zM9 2.5h3v11H9z",so="M4 2.5v11L10.5 8zM10.9 2.5h1.6v11h-1.6z";class sl{constructor(t,e){this.on=e,this.timer=null,this.calm=matchMedia("(prefers-reduced-motion: reduce)");let s=(t,e,s,a)=>i("button",{type:"button",class:`cs-button cs-${a}`,onclick:s},e?n(e):null,i("span",{},t));this.play=s("Play",sr,()=>this.toggle(),"play"),this.node=i("div",{class:"cs-player",role:"group","aria-label":t},s("Back","M12 2.5v11L5.5 8zM3.5 2.5h1.6v11H3.5z",()=>e.step(-1),"back"),this.play,s("Step",so,()=>e.step(1),"step"),s("Reset",null,()=>e.reset(),"reset"))}get playing(){return null!==this.timer}toggle(){if(this.playing)return this.pause();!1!==this.on.start()&&(this.timer=setInterval(()=>this.on.next()||this.pause(),this.calm.matches?1800:850),this.show())}pause(){this.playing&&(clearInterval(this.timer),this.timer=null,this.show(),this.on.paused())}show(){this.play.replaceChildren(n(this.playing?sn:sr),i("span",{},this.playing?"Pause":"Play"))}}class sh extends u{announce(t){clearTimeout(this.later),!this.player.playing&&this.watch&&super.announce(t)}destroy(){this.player.pause(),super.destroy()}}function sc(t){let e=t.x.length,s=t.x[0].length,i=t.w.length,{stride:a,pad:r}=t;return{H:e,W:s,F:i,S:a,P:r,H2:tm(e,i,a,r),W2:tm(s,i,a,r)}}let sd=(t,e,s)=>Array.from({length:t},(t,i)=>Array.from({length:e},(t,e)=>s(i,e))),sp=(t,e)=>Math.min(Math.max(t,0),e-1),su=(t,e)=>t.reduce((t,s)=>t+e(s),0)+0;function sm(t){let{H2:e,W2:s}=sc(t);return t.dy.length===e&&t.dy[0].length===s?t.dy:sd(e,s,(t,e)=>t*s+e+1)}function sf(t){let{H2:e,W2:s}=sc(t);return{row:sp(t.row,e),col:sp(t.col,s)}}function sg(t){let{H:e,W:s}=sc(t);return{r:sp(t.input_row,e),c:sp(t.input_col,s)}}function sw(t){let{H2:e,W2:s}=sc(t),{row:i,col:a}=sf(t),r=sd(e,s,(t,e)=>[t,e]).flat(),n=i*s+a;return({one:r.slice(n,n+1),sum:r.slice(0,n+1)})[t.view]??r}function sx(t,e,s){let{H:i,W:a,F:r,S:n,P:o}=sc(t);return sd(r,r,(t,i)=>({row:e,col:s,u:t,v:i,r:e*n-o+t,c:s*n-o+i})).flat().filter(({r:t,c:e})=>t>=0&&t<i&&e>=0&&e<a)}function sb(t,e=sw(t)){let s=sm(t);return e.flatMap(([e,i])=>sx(t,e,i).map(a=>{let r=s[e][i];return{...a,dy:r,w:t.w[a.u][a.v],x:t.x[a.r][a.c]}}))}let sv=(t,e,s)=>t.filter(t=>t.r===e&&t.c===s),sy=(t,e,s)=>t.filter(t=>t.u===e&&t.v===s),sk=t=>su(t,({w:t,dy:e})=>t*e),s$=t=>su(t,({x:t,dy:e})=>t*e);function sM(t){let{H:e,W:s,F:i,S:a,P:r,H2:n,W2:o}=sc(t),l=sm(t),h=(t,e)=>{let s=t-(i-1)+r;return s>=0&&s%a==0&&s/a<e?s/a:null};return sd(e+i-1,s+i-1,(t,e)=>{let s=h(t,n),i=h(e,o),a=null!==s&&null!==i;return{at:a?[s,i]:null,value:a?l[s][i]:0}})}let sA=t=>{let{H2:e,W2:s}=sc(t);return sd(e,s,(t,e)=>[t,e]).flat()};function sz(t){let{H:e,W:s}=sc(t),i=new Set(sb(t,sA(t)).map(({r:t,c:e})=>t*s+e));return sd(e,s,(t,e)=>!i.has(t*s+e))}function sE(t,e){let{H:s,W:i,H2:a,W2:r}=sc(t);if("input"===t.view){let{r:a,c:r}=sg(t),n=a*i+r+e;return n<0||n>=s*i?null:{input_row:Math.floor(n/i),input_col:n%i}}let{row:n,col:o}=sf(t),l=n*r+o+e;return l<0||l>=a*r?null:{row:Math.floor(l/r),col:l%r}}let sS=(t,e,s)=>`${t}[${e}, ${s}]`,sL=(t,e)=>`${(0,c.Em)(t)}\xb7${(0,c.Em)(e)}`,sC=(t,e)=>`${t.map(([t,e])=>sL(t,e)).join(" + ")} = ${(0,c.ai)(e)}`,sO=t=>t.map(([t,e])=>`${sL(t,e)}\xa0=\xa0${(0,c.ai)(t*e+0)}`).join(", ");function sj(t){return[sN(t),...sP(t)].filter(Boolean).join(" ")}function sN(t){let{H:e,W:s,F:i,S:a,P:r,H2:n,W2:o}=sc(t),l=sz(t).flat().filter(Boolean).length,h=l?` No window reads ${(0,c.LS)(l,"input")}: the gradient there is 0.`:"";return`Input ${s}\xd7${e}, filter ${i}\xd7${i}, S = ${a}, P = ${r}: the output is ${o}\xd7${n}.${h}`}let sP=t=>({one:sT,sum:sF})[t.view]?.(t)??function(t){let{S:e,H2:s,W2:i}=sc(t),{r:a,c:r}=sg(t),n=sv(sb(t),a,r),[o,l]=[n[0],n.at(-1)],h=t=>sS("w",t.u,t.v),c=t=>sS("dy",t.row,t.col),d=o?o===l?`Only ${c(o)} counts, with ${h(o)}: no other window reads this input.`:`${c(o)} meets ${h(o)}, ${c(l)} meets ${h(l)}: the filter lies flipped.`:"",p=e>1&&s*i>1?`Windows are ${e} apart, so zeros stand between the gradients.`:"";return[sI(t,a,r),d,p]}(t);function sT(t){let{F:e}=sc(t),{row:s,col:i}=sf(t),a=sm(t)[s][i],r=`${sS("dy",s,i)} = ${(0,c.ai)(a)}`;if(0===a)return[`${r}: this output sends nothing back.`,"",""];let n=sb(t,[[s,i]]),o=e*e-sx(t,s,i).length,l=o?` ${o} of the ${e*e} cells are padding.`:"";return[`${r}. Each input gets its weight times ${(0,c.ai)(a)}, each weight its input times ${(0,c.ai)(a)}.${l}`,`To the inputs: ${sO(n.map(({w:t})=>[t,a]))}.`,`To the weights: ${sO(n.map(({x:t})=>[t,a]))}.`]}function sF(t){let{H2:e,W2:s}=sc(t),i=sw(t).length,a=e*s,{r,c:n}=sg(t);return[i===a?`All of the ${(0,c.LS)(a,"output")}, added up: dx and dw are complete.`:`${1===i?"The first":`The first ${i}`} of ${a} outputs${1===i?"":", added up"}.`,sI(t,r,n),""]}function sI(t,e,s){let i=sv(sb(t),e,s);return i.length?`${sS("dx",e,s)} = ${sC(i.map(({w:t,dy:e})=>[t,e]),sk(i))}.`:`${sS("dx",e,s)} = 0: ${"input"===t.view?"no window reads":"none of these outputs reads"} this input.`}let sD=[24,24,24,26,32,38],sW=t=>Math.min(t.flat(1/0).reduce((t,e)=>Math.max(t,e.length),1),5),sR=(...t)=>sW(t.flat(1/0).map(c.h0)),sB=t=>sD[t],sH=(t,e)=>Math.max(12,Math.min(.5*t,(t-3)/(.69*e+.2))),sK={ArrowLeft:[0,-1],ArrowRight:[0,1],ArrowUp:[-1,0],ArrowDown:[1,0]};function sU(t,e,s){let[i,a,r]=e,[n,o]=s[i],l=t.ctrlKey||t.metaKey;if("Home"===t.key)return[l?0:i,l?0:a,0];if("End"===t.key)return l?s_(s,s.length-1):[i,a,o-1];if("PageUp"===t.key||"PageDown"===t.key){let e=sq(i+("PageUp"===t.key?-1:1),s.length);return[e,sq(a,s[e][0]),sq(r,s[e][1])]}if(!(t.key in sK)||t.altKey||l)return null;let[h,c]=sK[t.key];return a+h<0&&i>0?[i-1,s[i-1][0]-1,sq(r,s[i-1][1])]:a+h>=n&&i<s.length-1?[i+1,0,sq(r,s[i+1][1])]:[i,sq(a+h,n),sq(r+c,o)]}let sq=(t,e)=>Math.min(Math.max(t,0),e-1),s_=(t,e)=>[e,t[e][0]-1,t[e][1]-1];function sG(t,e,s,a=0){let r=[],n=[],o=[];for(let l=-a;l<e+a;l++){let h=l>=0&&l<e,c=Array.from({length:s+2*a},(e,r)=>{let n=r-a;if(!h||n<0||n>=s)return i("span",{class:"cs-cell cs-zero","aria-hidden":"true"},"0");let o=i("span",{class:"cs-cell",role:"gridcell",tabindex:"-1"});return o.at=[t,l,n],o});n.push(c),h&&r.push(c.slice(a,a+s)),o.push(i("div",{class:"cs-row",...h?{role:"row"}:{"aria-hidden":"true"}},c))}return{cells:r,field:n,lines:o}}class sV{constructor(t,e){this.slices=t,this.nameOf=e,this.at=[0,0,0],this.point(this.at)}cell([t,e,s]){return this.slices[t]?.[e]?.[s]}point(t,e=!1){let s=this.cell(t);if(!s)return;let i=this.cell(this.at);i!==s&&i?.setAttribute("tabindex","-1"),this.at=t,s.setAttribute("tabindex","0"),s.setAttribute("aria-label",this.nameOf(t)),e&&s!==document.activeElement&&s.focus({preventScroll:!1})}key(t){let e=sU(t,this.at,this.slices.map(t=>[t.length,t[0].length]));return e&&t.preventDefault(),e}}function sY(t,e){t.firstElementChild||a(t,(0,c.h0)(e))}function sX(t,e){t.forEach((t,s)=>t.forEach((t,i)=>t.forEach((t,a)=>sY(t,e[s][i][a]))))}function sJ(t,{value:e,name:s,first:a,take:r,refuse:n}){if(t.firstElementChild)return;let o=i("input",{class:"cs-edit","aria-label":`${s}, edit`,inputmode:"text",autocomplete:"off",spellcheck:"false"});o.value=a??String(e);let l=!0,h=new AbortController,d=(s,i)=>{if(!l)return;l=!1,h.abort();let a=o.value.trim().replaceAll("−","-").replace(",","."),d=Number(a),p=""!==a&&Number.isFinite(d)&&999>=Math.abs(d);o.remove(),sY(t,s&&p?d:e),i&&t.focus(),s&&p&&d!==e&&r(d),s&&!p&&n(`“${a}” is not a number from −999 to 999; the cell keeps ${(0,c.ai)(e)}.`)};o.addEventListener("keydown",t=>{t.stopPropagation(),"Enter"===t.key||"Escape"===t.key?(t.preventDefault(),d("Enter"===t.key,!0)):("ArrowUp"===t.key||"ArrowDown"===t.key)&&(t.preventDefault(),o.value=String((Number(o.value)||0)+("ArrowUp"===t.key?1:-1)))}),o.addEventListener("blur",()=>d(!0,!1));let p=t.closest(".cs-widget"),{signal:u}=h;p.addEventListener("mousedown",t=>(({target:t})=>t.closest("button, .cs-choice"))(t)&&t.preventDefault(),{signal:u}),p.addEventListener("mouseup",t=>(({target:t})=>t.closest("button, .cs-choice"))(t)&&d(!0,!1),{signal:u}),t.replaceChildren(o),o.focus(),void 0===a&&o.select()}let sZ=t=>i("span",{class:"cs-index","aria-hidden":"true"},String(t));class sQ{constructor({name:t,rows:e,cols:s,label:a,edits:r=!1,places:n=null,on:o}){let l,h;Object.assign(this,{name:t,edits:r,on:o});let{cells:c,lines:d}=n?(l=[],h=n.map(t=>{let e=t.map(t=>{if(!t)return i("span",{class:"cs-cell cs-zero","aria-hidden":"true"},"0");let e=i("span",{class:"cs-cell",role:"gridcell",tabindex:"-1"});return e.at=[0,...t],l[t[0]]??=[],l[t[0]][t[1]]=e,e});return i("div",{class:"cs-row",...t.some(Boolean)?{role:"row"}:{"aria-hidden":"true"}},e)}),{cells:l,lines:h}):function(t,e){let{cells:s,lines:i}=sG(0,t,e);return i.forEach((t,e)=>t.prepend(sZ(e))),{cells:s,lines:i}}(e,s);this.cells=c,this.grid=i("div",{role:"grid","aria-label":a},d),this.frame=i("div",{class:"cs-window",hidden:!0});let p=i("div",{class:"cs-row cs-indices","aria-hidden":"true"},Array.from({length:n?0:s},(t,e)=>sZ(e)));this.node=i("div",{class:`cs-field cs-numbers${n?" cs-plain":""}`},p,this.grid,this.frame),this.listen()}listen(){for(let t of this.cells.flat())t.table=this;this.roving=new sV([this.cells],([,t,e])=>`${this.name}[${t}, ${e}] is ${this.cells[t][e].textContent}`),this.grid.addEventListener("click",t=>{let e=t.target.closest(".cs-cell");if(!e?.at||"INPUT"===t.target.tagName)return;let s=this.chosen===e;this.go(e.at),s&&this.edits&&this.open()}),this.grid.addEventListener("keydown",t=>{if("INPUT"===t.target.tagName||t.ctrlKey&&1===t.key.length||t.metaKey)return;let e=this.roving.key(t);if(e)this.go(e);else if(this.on.key(t))t.preventDefault();else if(!this.edits)return;else if("Enter"===t.key||"F2"===t.key)this.open();else if(/^\d$/.test(t.key))this.open(t.key);else{if(!/^[-−+=]$/.test(t.key))return;this.step("-−".includes(t.key)?-1:1)}t.preventDefault()})}go(t){this.on.hold(),this.roving.point(t,!0),this.chosen=this.roving.cell(t),this.on.go(this,[t[1],t[2]])}write(t){this.values=t,t.forEach((t,e)=>t.forEach((t,s)=>sY(this.cells[e][s],t))),this.roving.point(this.roving.at)}at(){let[,t,e]=this.roving.at;return[t,e]}number(){let[t,e]=this.at();return this.values[t][e]}open(t){let e=this.at();this.on.hold(),sJ(this.roving.cell(this.roving.at),{value:this.number(),name:`${this.name}[${e.join(", ")}]`,first:t,take:t=>this.on.number(this.name,e,t),refuse:this.on.refuse})}step(t){let e=Number((this.number()+t).toPrecision(12));this.on.hold(),999>=Math.abs(e)&&this.on.number(this.name,this.at(),e)}surround(t,e,s,i){for(let[a,r]of(this.frame.hidden=!(s>0&&i>0),[["--top",t],["--left",e],["--rows",s],["--cols",i]]))this.frame.style.setProperty(a,r)}}let s0={beside:34,below:34,narrow:12,stack:6},s1=[["beside",30],["below",28],["narrow",24],["stack",24]],s2="Plus and minus change a number, Enter or a digit types one.";class s4{constructor(t){this.on=t,this.node=i("div",{class:"cs-stage"}),this.words=Array.from({length:3},(t,e)=>i("p",{class:e?"cs-more":"cs-sentence"})),this.stepper=this.makeStepper(),this.wordsNode=i("div",{class:"cs-words"},this.words,this.stepper.node),this.node.addEventListener("pointerover",t=>this.hint(t.target.closest(".cs-cell"))),this.node.addEventListener("focusin",t=>this.hint(t.target.closest(".cs-cell"))),this.node.addEventListener("pointerleave",()=>this.hint(null))}build(t){this.size={...sc(t),view:t.view};let{H:e,W:s,F:i,H2:a,W2:r}=this.size,n="input"===t.view;this.chosen=null;let o=(t,e,s)=>{let i=new sQ({name:t,label:e,on:this.tableActs(),...s});return this[t]=i,i};for(let t of["x","w","dy","dx","dw"])this[t]=null;this.products=null,o("dx",`Gradient dx of the input, ${s}\xd7${e}.`,{rows:e,cols:s});let l={rows:a,cols:r,edits:!0,places:n?sM(t).map(t=>t.map(({at:t})=>t)):null};o("dy",`Gradient dy of the output, ${r}\xd7${a}. ${s2}`,l);let h=[];n?(this.turned=s5(i),this.products=s5(i),h.push(s3("x","dx","dx","gradient of x",this.dx.node),s3("w","turned","w, flipped","over the frame",this.turned.node),s3("w","products","products","added up",this.products.node),s3("y","dy","dy","with zeros",this.dy.node))):(o("x",`Input x, ${s}\xd7${e}. ${s2}`,{rows:e,cols:s,edits:!0}),o("w",`Filter w, ${i}\xd7${i}. ${s2}`,{rows:i,cols:i,edits:!0}),o("dw",`Gradient dw of the filter, ${i}\xd7${i}.`,{rows:i,cols:i}),h.push(s3("x","x","Input x",`${s}\xd7${e}`,this.x.node),s3("w","w","Filter w",`${i}\xd7${i}`,this.w.node),s3("y","dy","dy","gradient of y",this.dy.node),s3("x","dx","dx","gradient of x",this.dx.node),s3("w","dw","dw","gradient of w",this.dw.node))),this.tables=[this.x,this.w,this.dy,this.dx,this.dw].filter(Boolean),this.node.replaceChildren(...h,this.wordsNode)}tableActs(){return{go:(t,e)=>{t.edits&&this.choose(t),this.on.go(t.name,e)},number:(...t)=>this.on.number(...t),refuse:t=>this.on.refuse(t),hold:()=>this.on.hold(),key:({key:t})=>(" "===t&&this.on.play()," "===t)}}makeStepper(){let t=(t,e,s)=>i("button",{type:"button",class:"cs-knob-button",tabindex:"-1","aria-label":`Chosen number: ${s}`,onclick:()=>(this.chosen??this.dy).step(e)},t),e=i("span",{}),s=i("b",{});return{node:i("div",{class:"cs-stepper",role:"group","aria-label":"Chosen number"},e,i("div",{class:"cs-knob-box"},t("−",-1,"one less"),s,t("+",1,"one more"))),name:e,value:s}}choose(t=this.chosen??this.dy){for(let t of this.dy.cells.flat())t.classList.remove("cs-chosen");for(let t of[this.x,this.w].flatMap(t=>t?.cells.flat()??[]))t.classList.remove("cs-chosen");this.chosen=t,t.roving.cell(t.roving.at).classList.add("cs-chosen"),a(this.stepper.name,`${t.name}[${t.at().join(", ")}]`),a(this.stepper.value,(0,c.ai)(t.number()))}show(t){this.s=t;let{dx:e,dw:s}=function(t){let{H:e,W:s,F:i}=sc(t),a=sb(t,void 0);return{dx:sd(e,s,(t,e)=>sk(sv(a,t,e))),dw:sd(i,i,(t,e)=>s$(sy(a,t,e)))}}(t),i=sm(t);this.dx.write(e),this.dy.write(i),this.x?.write(t.x),this.w?.write(t.w),this.dw?.write(s);let a=sz(t);for(let r of(this.dx.cells.forEach((t,e)=>t.forEach((t,s)=>t.classList.toggle("cs-unread",a[e][s]))),this.letters=sR(e,i,t.x,t.w,s),this.tables))for(let t of r.cells.flat())t.classList.remove("cs-tap","cs-here","cs-got","cs-added","cs-told");"input"===t.view?this.showInput(t):this.showOutputs(t),this.choose()}showOutputs(t){let{row:e,col:s}=sf(t),i="one"===t.view,a=sx(t,e,s);for(let{u:t,v:e,r:s,c:i}of a){for(let a of[this.x.cells[s][i],this.w.cells[t][e]])a.classList.add("cs-tap");for(let a of[this.dx.cells[s][i],this.dw.cells[t][e]])a.classList.add("cs-got")}let[r,n]=[a[0],a.at(-1)];for(let t of[this.x,this.dx])t.surround(r.r,r.c,n.r-r.r+1,n.c-r.c+1);for(let[e,s]of sw(t))this.dy.cells[e][s].classList.add("cs-added");if(this.dy.cells[e][s].classList.add("cs-here"),this.chosen!==this.x&&this.chosen!==this.w&&this.dy.roving.point([0,e,s]),i)return;let{r:o,c:l}=sg(t);this.dx.cells[o][l].classList.add("cs-told"),this.dx.roving.point([0,o,l])}showInput(t){let{r:e,c:s}=sg(t),{F:i}=this.size,r=t.w.map(t=>[...t].reverse()).reverse(),n=sM(t).slice(e,e+i).map(t=>t.slice(s,s+i));r.forEach((t,e)=>t.forEach((t,s)=>{let{at:i,value:r}=n[e][s];for(let{cells:n}of(a(this.turned.cells[e][s],(0,c.h0)(t)),a(this.products.cells[e][s],i?(0,c.h0)(t*r+0):"0"),[this.turned,this.products]))n[e][s].classList.toggle("cs-zero",!i);i&&this.dy.cells[i[0]][i[1]].classList.add("cs-tap")})),this.dy.surround(e,s,i,i),this.dx.cells[e][s].classList.add("cs-here"),this.dx.roving.point([0,e,s]),this.turned.name(`Flipped filter: ${r.map(t=>t.map(c.ai).join(", ")).join("; ")}`),this.products.name(`Products: ${r.map((t,e)=>t.map((t,s)=>(0,c.ai)(t*n[e][s].value+0)).join(", ")).join("; ")}`)}hint(t){let{table:e,at:s}=t??{};if(e===this.dx&&e&&"one"!==this.s.view)this.on.note(sI(this.s,s[1],s[2]));else if(e===this.dw&&e&&"one"!==this.s.view){var i,a,r;let t;this.on.note((i=this.s,a=s[1],r=s[2],(t=sy(sb(i),a,r)).length?`${sS("dw",a,r)} = ${sC(t.map(({x:t,dy:e})=>[t,e]),s$(t))}.`:`${sS("dw",a,r)} = 0: here this weight meets only padding.`))}else this.on.note("")}get cramped(){return this.letters!==this.fitted}fit(t){let{mode:e,cell:s,gap:i,x:a,w:r,dy:n}=function(t,{view:e,W:s,F:i,W2:a},r){let n="input"===e;for(let[e,o]of s1)for(let l=32;l>=Math.max(o,r);l--){let h=(t,e)=>Math.max(e+t*l,84),c=h(s,16),d=h(i,16*!n),p=n?h(s+i-1,0):h(a,16),u=s0[e],m=n?Math.max(c,p)+d:c+Math.max(d,p),f=("stack"===e?m+u:c+d+p+2*u)+("beside"===e?210+u:0),g="stack"===e&&l===Math.max(o,r);if(f<=t||g)return{mode:e,cell:l,gap:u,x:c,w:d,dy:p}}}(t,this.size,sB(this.letters));for(let[t,o]of(this.fitted=this.letters,this.node.className=`cs-stage cs-${"input"===this.size.view?"gather":"scatter"} cs-mode-${e}`,[["--c",s],["--gap",i],["--wx",a],["--ww",r],["--wy",n],["--text",sH(s,this.letters)]]))this.node.style.setProperty(t,`${o}px`)}}function s3(t,e,s,a,r){return i("div",{class:`cs-part cs-part-${t} cs-at-${e}`},i("div",{class:"cs-part-name"},i("b",{},s),i("span",{},a)),r)}function s5(t){let e=Array.from({length:t},()=>Array.from({length:t},()=>i("span",{class:"cs-cell"}))),s=e.map(t=>i("div",{class:"cs-row"},t)),a=i("div",{role:"img"},s);return{cells:e,node:i("div",{class:"cs-field cs-numbers cs-plain"},i("div",{class:"cs-row cs-indices"}),a),name:t=>a.setAttribute("aria-label",t)}}let s6=["x","w","dy","stride","pad","view"],s8=["row","col","input_row","input_col"],s7=[["one","from one output"],["sum","added up"],["input","into one input"]],s9={S:"stride",P:"pad"},it={one:"Choose a cell of dy, or step through them. Plus and minus change the chosen number.",sum:"Choose a cell of dx to see its sum, point at one of dw for its own.",input:"Choose a cell of dx, or step through them: the filter slides along."},ie=p(class extends sh{constructor(t,e){super(t,e,[...s6,...s8,"knobs"],sj),this.shown={},this.first=this.read(),this.picture=new s4({go:(t,e)=>this.go(t,e),number:(...t)=>this.setNumber(...t),refuse:t=>this.refuse(t),note:t=>this.note(t),hold:()=>this.hold(),play:()=>this.player.toggle()}),this.player=new sl("Walk through the cells",{step:t=>this.step(t),start:()=>this.start(),next:()=>this.root.isConnected&&this.next(),paused:()=>this.announce(sP(this.read()).join(" ")),reset:()=>this.reset()}),this.build(),this.update(),this.follow()}build(){let t=[["S","stride",1,3,"s"],["P","padding",0,Math.min(2,this.first.w.length-1),"s"]];this.controls=tr(t,(t,e)=>this.set({[s9[t]]:e})),this.views=eX("What is shown",s7,t=>this.set({view:t})),Object.assign(this,{sizes:i("p",{class:"cs-fit"}),aside:i("p",{class:"cs-note"}),problem:i("p",{class:"cs-problem",hidden:!0})}),this.body=i("div",{class:"cs-body"},i("div",{class:"cs-options"},this.views.node,this.controls.node),i("div",{class:"cs-options"},this.sizes,this.player.node),this.picture.node,this.aside),this.open("backprop","Backpropagation through a convolution",this.problem,this.body)}set(t){this.hold(),this.change(t)}go(t,[e,s]){let{view:i}=this.read();"dy"===t&&"input"!==i?this.change({row:e,col:s}):"dx"===t&&"one"!==i&&this.change({input_row:e,input_col:s})}setNumber(t,[e,s],i){let a=structuredClone("dy"===t?sm(this.read()):this.model.get(t));a[e][s]=i,this.change({[t]:a})}reset(){this.set(this.first)}step(t){this.hold();let e=this.read(),{H:s,W:i,H2:a,W2:r}=sc(e),n="input"===e.view?s*i:a*r;this.change(sE(e,t)??sE(e,t>0?1-n:n-1)??{})}start(){this.next()||this.change({row:0,col:0,input_row:0,input_col:0})}next(){let t=sE(this.read(),1);return t&&this.change(t),!!t}update(){let t,e;this.queued=!1;let s=this.read(),i=(t=s.w.length,void 0!==(e=[s.x[0].length,s.x.length].find(e=>0>tl(e,t)))?td(e,t):s.pad<t?null:`Padding of ${s.pad} is too much: windows of ${t} would read nothing else.`);if(this.problem.hidden=!i,this.body.hidden=!!i,i)return a(this.problem,i);let r=this.shown,n=JSON.stringify([sc(s),s.view]),o=n===this.size;o||this.picture.build(s),this.picture.show(s),(!o||this.picture.cramped)&&this.picture.fit(this.width()),this.size=n,this.shown=s,this.views.show(s.view),this.views.node.hidden=!this.hasKnob("view"),this.controls.show(sc(s),this);let l=sP(s);l.forEach((t,e)=>a(this.picture.words[e],t)),a(this.sizes,sN(s)),this.warning=null,this.note(),this.showDescription(s);let h=this.showTask(function(t){let{H:e,W:s,F:i,S:a,P:r,H2:n,W2:o}=sc(t),{r:l,c:h}=sg(t),c=sv(sb(t,sA(t)),l,h);return{view:t.view,H:e,W:s,F:i,S:a,P:r,H2:n,W2:o,fits:th(s,i,a,r)&&th(e,i,a,r),...sf(t),input_row:l,input_col:h,value:sk(c),readers:c.length,unread:sz(t).flat().filter(Boolean).length}}(s));r.x&&this.announce([o?"":this.sizes.textContent,...l].filter(Boolean).join(" ")+h)}note(t){a(this.aside,this.warning||t||it[this.shown.view]||"")}hold(){this.player.pause(),this.warning=null}});var is=s(43),ii={};ii.styleTagTransform=te(),ii.setAttributes=J(),ii.insert=Y().bind(null,"head"),ii.domAPI=G(),ii.insertStyleElement=Q(),q()(is.A,ii),is.A&&is.A.locals&&is.A.locals;let ia=t=>Uint8Array.from(atob(t),t=>t.charCodeAt(0)),ir=(t,e,s,i)=>Math.floor((t-e+2*i)/s)+1;function io(t){let e=t>>10&31,s=1023&t;return(32768&t?-1:1)*(e?2**(e-15)*(1+s/1024):s/1024*6103515625e-14)}function il(t,e){let s=function({weights:t,dtype:e}){let{buffer:s}=ia(t);return"float16"===e?Float64Array.from(new Uint16Array(s),io):new Float32Array(s)}(t),i=0,a=t=>(i+=t,s.subarray(i-t,i)),r=e;return t.layers.map(t=>{let{C:e,H:s,W:i}=r,n=ih(t,r),o={CONV:e*t.F**2,FC:e*s*i}[t.kind],l=o?{w:a(t.K*o),b:a(t.K)}:{},h={...t,...l,reads:r,makes:n};return r=n,h})}function ih({kind:t,K:e,F:s,S:i,P:a},{C:r,H:n,W:o}){return"RELU"===t?{C:r,H:n,W:o}:"FC"===t?{C:e,H:1,W:1}:{C:"CONV"===t?e:r,H:ir(n,s,i,a),W:ir(o,s,i,a)}}let ic=({C:t,H:e,W:s})=>({C:t,H:e,W:s,data:new Float64Array(t*e*s)}),id=(t,e)=>({CONV:ip,RELU:im,POOL:ig,FC:iw})[t.kind](t,e);function ip(t,e){let{K:s,w:i,b:a}=t,r=ic(ih(t,e)),n=r.H*r.W;for(let t=0;t<s;t++)r.data.fill(a[t],t*n,(t+1)*n);let o=function({F:t,S:e,P:s},i,a){let r=[];for(let n=0;n<i.C;n++)for(let o=0;o<t;o++)for(let l=0;l<t;l++){let[t,h]=iu(o,e,s,i.H,a.H),[c,d]=iu(l,e,s,i.W,a.W),p=(n*i.H-s+o)*i.W-s+l;r.push({top:t,bottom:h,left:c,right:d,from:p,down:e*i.W,across:e})}return r}(t,e,r),l=0;for(;l+4<=s;l+=4)for(let t=0;t<o.length;t++){let s=[0,1,2,3].map(e=>i[(l+e)*o.length+t]);!function(t,e,s,i,[a,r,n,o],l,{top:h,bottom:c,left:d,right:p,from:u,down:m,across:f}){for(let g=h;g<c;g++){let h=u+g*m;for(let c=d,u=e+g*i+d;c<p;c++,u++){let e=l[h+c*f];t[u]+=a*e,t[u+s]+=r*e,t[u+2*s]+=n*e,t[u+3*s]+=o*e}}}(r.data,l*n,n,r.W,s,e.data,o[t])}for(;l<s;l++)for(let t=0;t<o.length;t++)!function(t,e,s,i,a,{top:r,bottom:n,left:o,right:l,from:h,down:c,across:d}){for(let p=r;p<n;p++){let[r,n]=[e+p*s,h+p*c];for(let e=o;e<l;e++)t[r+e]+=i*a[n+e*d]}}(r.data,l*n,r.W,i[l*o.length+t],e.data,o[t]);return r}function iu(t,e,s,i,a){return[Math.max(Math.ceil((s-t)/e),0),Math.min(Math.floor((i-1+s-t)/e)+1,a)]}function im(t,e){let s=new Float64Array(e.data.length);for(let t=0;t<s.length;t++)s[t]=Math.max(e.data[t],0);return{...e,data:s}}function ig(t,e){let{F:s,S:i,P:a}=t,r=ic(ih(t,e));for(let t=0,n=0;t<e.C;t++)for(let o=0;o<r.H;o++)for(let l=0;l<r.W;l++,n++){let h=-1/0;for(let r=Math.max(o*i-a,0);r<Math.min(o*i-a+s,e.H);r++)for(let n=Math.max(l*i-a,0);n<Math.min(l*i-a+s,e.W);n++){let s=e.data[(t*e.H+r)*e.W+n];s>h&&(h=s)}r.data[n]=h}return r}function iw({K:t,w:e,b:s},i){let a=ic({C:t,H:1,W:1}),r=i.data.length;for(let n=0;n<t;n++){let t=s[n];for(let s=0;s<r;s++)t+=i.data[s]*e[n*r+s];a.data[n]=t}return a}function ix(t){let[e,s,i]=[1,1,0];for(let{kind:a,F:r,S:n,P:o}of t){if("FC"===a)return{size:null,step:0,start:0};"RELU"!==a&&(e+=(r-1)*s,i-=o*s,s*=n)}return{size:e,step:s,start:i}}let ib=/^(?:(\d)@(-?\d{1,3}),(-?\d{1,3})|~((?:[0-9a-z]{4})+))$/,iv=["~0a0w090s0a0p0c0l0g0i0m0g0r0g0x0g130i170k1a0o1b0s1a0v180z14120y140t140n140h120d100a0w","~090t1b0r","~0f0h0c0j0a0m090q090u0b0y0e110h120l120p101a0h1a15","~0d0i0a0l090p090t0a0x0e100h110l110p0y0r0q0r0t0t0y0v110z1313131711190x1b0t1b0o190k160h","~090o0u0f0u16 ~0e0z1b0w","~0a140a0k0p0i0p0l0o0q0o0v0r0z0v1210131412180y1a0u1a0o190j160f","~090y0k0m0z0h0v0i0s0l0q0p0p0t0q0x0t110x1311131512180z1a0v1b0r1a0n170j130h0z0h","~0b0g0b150s0v1b0o","~0r0u0r0q0p0m0m0j0i0i0f0j0c0m0a0q0a0u0b0x0e100i110m110p0z0r0v0r0s0s0w0u100x121113151218101a0w1b0s1a0o180k150i110h0x0i0u0k0s0o0r0s","~0j120f100c0y0a0t0a0p0c0k0f0i0j0g0n0i0q0k0s0p0s0t0q0y0n100j120u111b0x"];function iy(t){if(t.length>2400)throw Error("A drawing has at most 2400 characters.");return t.split(" ").filter(Boolean).flatMap(ik)}function ik(t){let[,e,s,i,a]=ib.exec(t)??[];if(a)return[i$(a)];if(!e)throw Error(`“${t}” is neither a stamp nor a stroke.`);return iv[e].split(" ").map(t=>i$(t.slice(1))).map(t=>t.map(([t,e])=>[t+Number(s),e+Number(i)]))}let i$=t=>t.match(/.{4}/g).map(t=>[0,2].map(e=>Number.parseInt(t.slice(e,e+2),36)/2)),iM=(t,e,s)=>`${t}@${e},${s}`;function iA(t,e,s){let i=new Float64Array(e*s);for(let a of iy(t))for(let t=0;t<Math.max(a.length-1,1);t++)iz(i,e,s,a[t],a[t+1]??a[t]);return i}function iz(t,e,s,i,a){let r=t=>Math.max(Math.floor(Math.min(i[t],a[t])-1.7),0),n=(t,e)=>Math.min(Math.ceil(Math.max(i[t],a[t])+1.7),e),[o,l]=[a[0]-i[0],a[1]-i[1]],h=o*o+l*l;for(let a=r(0);a<n(0,e);a++)for(let e=r(1);e<n(1,s);e++){let[r,n]=[a+.5-i[0],e+.5-i[1]],c=h?Math.min(Math.max((r*o+n*l)/h,0),1):0,[d,p]=[r-c*o,n-c*l],u=Math.min(Math.max(1.7-Math.sqrt(d*d+p*p),0),1);t[a*s+e]=Math.max(t[a*s+e],u)}}let iE={ArrowLeft:[0,-1],ArrowRight:[0,1],ArrowUp:[-1,0],ArrowDown:[1,0]};class iS{constructor(t){Object.assign(this,{act:t,tool:"pen",at:[4,4],digit:7}),this.picture=i("canvas",{"aria-hidden":"true"}),this.ghost=i("canvas",{class:"cs-ghost","aria-hidden":"true",width:28,height:28}),this.crop=i("i",{class:"cs-crop-frame"}),this.field=i("i",{class:"cs-field-frame"}),this.node=i("div",{class:"cs-canvas",role:"application"},this.picture,this.ghost,this.crop,this.field);let e=(t,e)=>this.node.addEventListener(t,e);for(let t of(e("pointerdown",t=>this.press(t)),e("pointermove",t=>this.move(t)),["pointerup","pointercancel","lostpointercapture"]))e(t,()=>this.release());e("keydown",t=>this.key(t)),e("pointerleave",()=>this.hover(!1)),e("focus",()=>{this.writes&&this.node.matches(":focus-visible")&&this.aim(this.at)}),e("blur",()=>this.hover(!1))}show(t,e,s){for(let[e,i]of(this.s=t,this.writes=s,this.node.classList.toggle("cs-written",s),this.node.tabIndex=s?0:-1,[["--wide",t.width],["--high",t.height]]))this.node.style.setProperty(e,i);this.node.setAttribute("aria-label",`Canvas of ${t.width}\xd7${t.height} pixels.${s?" Keys: 0 to 9 choose a stamp, arrows move it, with Shift by one pixel, Enter stamps, Backspace takes back, Delete clears":""}`),this.image=e,iC(this.picture,e,t.width,t.height)}frame(t,e){iL(this.crop,t),this.field.hidden=!e,e&&iL(this.field,e)}choose(t){this.tool=t,"pen"!==t&&(this.digit=Number(t)),iC(this.ghost,iA(iM(this.digit,0,0),28,28),28,28),this.hover(!1)}point(t){let{left:e,top:s,width:i,height:a}=this.picture.getBoundingClientRect();return[(t.clientY-s)/a*this.s.height,(t.clientX-e)/i*this.s.width].map((t,e)=>Math.min(Math.max(t,0),[this.s.height,this.s.width][e]))}press(t){if(!this.writes||t.button>0||this.points)return;let e=this.point(t);if("pen"!==this.tool)return this.stampAround(e);this.node.setPointerCapture(t.pointerId),this.pointer=t.pointerId,this.points=[e],this.ink=this.image.slice(),this.draw(e,e)}move(t){if(this.writes){if(!this.points){"pen"!==this.tool&&"mouse"===t.pointerType&&this.aim(this.cornerAround(this.point(t)));return}if(t.pointerId===this.pointer)for(let e of t.getCoalescedEvents?.()??[t]){let[t,s]=[this.point(e),this.points.at(-1)];1.5>Math.hypot(t[0]-s[0],t[1]-s[1])||(this.points.push(t),this.draw(s,t))}}}draw(t,e){iz(this.ink,this.s.height,this.s.width,t,e),this.frameAsked??=requestAnimationFrame(()=>{this.frameAsked=null,this.points&&(iC(this.picture,this.ink,this.s.width,this.s.height),this.act.preview(this.ink))})}release(){if(!this.points)return;let t=this.points;this.points=null,this.act.mark(`~${t.map(t=>t.map(t=>Math.round(2*t).toString(36).padStart(2,"0")).join("")).join("")}`)||this.show(this.s,this.image,this.writes)}cornerAround([t,e]){return[t,e].map(t=>Math.round(t-14))}stampAround(t){this.act.mark(iM(this.digit,...this.cornerAround(t)))}key(t){if(!this.writes||t.altKey)return;let e=t.ctrlKey||t.metaKey,s={Delete:()=>this.act.clear(),Backspace:()=>this.act.undo(),Enter:()=>this.stamp()," ":()=>this.stamp()};if(e&&"z"===t.key)this.act.undo();else if(e)return;else if(/^\d$/.test(t.key))this.take(t.key);else if(t.key in iE)this.shift(iE[t.key],t.shiftKey?1:4);else{if(!(t.key in s))return;s[t.key]()}t.preventDefault()}take(t){this.act.tool(t),this.aim(this.at)}shift([t,e],s){"pen"===this.tool&&this.act.tool(String(this.digit));let[i,a]=this.at;this.aim([i+s*t,a+s*e]),this.act.aimed(this.digit,...this.at)}stamp(){"pen"===this.tool&&this.act.tool(String(this.digit)),this.aim(this.at),this.act.mark(iM(this.digit,...this.at))}aim(t){this.at=t.map((t,e)=>Math.min(Math.max(t,0),Math.max([this.s.height,this.s.width][e]-28,0))),this.hover(!0),iL(this.ghost,{top:this.at[0],left:this.at[1],down:28,across:28})}hover(t){this.node.classList.toggle("cs-aims",t)}destroy(){cancelAnimationFrame(this.frameAsked)}}function iL(t,{top:e,left:s,down:i,across:a}){for(let[r,n]of Object.entries({top:e,left:s,down:i,across:a}))t.style.setProperty(`--${r}`,n)}function iC(t,e,s,i){(t.width!==s||t.height!==i)&&Object.assign(t,{width:s,height:i});let a=t.getContext("2d"),r=a.createImageData(s,i);for(let t=0;t<e.length;t++){let i=Number.isNaN(e[t]);i&&r.data.fill(128,4*t,4*t+3);let a=(t%s+Math.floor(t/s))%3?64:166;r.data[4*t+3]=i?a:Math.round(255*e[t])}a.putImageData(r,0,0)}let iO=new WeakMap;function ij(t){let e=t.nets[t.padded&&t.nets.length>1?1:0];return iO.has(e)||iO.set(e,function(t){let e=il(t,{C:1,H:t.side,W:t.side}),s=e.findIndex(({kind:t})=>"FC"===t),i=e.slice(0,s),{size:a,step:r}=ix(i),n=e.slice(s).map(iN);return{...t,features:i,head:n,step:r,sees:a,cells:n[0].reads.H,classes:e.at(-1).K}}(e)),iO.get(e)}let iN=t=>"FC"===t.kind?{...t,kind:"CONV",F:t.reads.H,S:1,P:0}:t,iP=(t,e)=>t.reduce((t,e)=>id(e,t),e);function iT(t){let{side:e,step:s}=ij(t);return[t.height,t.width].map(t=>Math.floor((t-e)/s)+1)}let iF=t=>iT(t).map((e,s)=>Math.min([t.row,t.col][s],e-1)),iI={},iD={};function iW({pixels:t,drawing:e,height:s,width:i}){let a=`${e} ${s} ${i}`;if(iD.key!==a||iI.pixels!==t){iI.pixels!==t&&(iI={pixels:t,values:t&&Float64Array.from(ia(t),t=>t/255)});let r=iA(e,s,i);iD={key:a,values:t?r.map((t,e)=>Math.max(t,iI.values[e])):r}}return iD.values}function iR({features:t,mean:e,std:s},i,a,r){return iP(t,{C:1,H:a,W:r,data:i.map(t=>(t-e)/s)})}function iB(t,e){let s=ij(t),i=iR(s,e,t.height,t.width);return{before:i,scores:function(t,e,s){return t.H===e&&t.W===s?t:iH(t,0,0,e,s)}(iP(s.head,i),...iT(t))}}function iH(t,e,s,i,a){let r=new Float64Array(t.C*i*a);for(let n=0;n<t.C;n++)for(let o=0;o<i;o++){let l=(n*t.H+e+o)*t.W+s;r.set(t.data.subarray(l,l+a),(n*i+o)*a)}return{C:t.C,H:i,W:a,data:r}}let iK={};function iU(t){let e=iW(t);return(iK.image!==e||iK.sliding!==ij(t))&&(iK={image:e,sliding:ij(t),...iB(t,e)}),iK}let iq={};function i_(t){let e=iU(t),[s,i]=iF(t);return(iq.scan!==e||iq.row!==s||iq.col!==i)&&(iq={scan:e,row:s,col:i,...function(t,{image:e,before:s,scores:i},a,r){var n,o;let l,h,c,d=ij(t),{side:p,step:u,cells:m}=d,f=iR(d,iH({C:1,H:t.height,W:t.width,data:e},u*a,u*r,p,p).data,p,p);return{differences:(n=iH(s,a,r,m,m),o=f,h=new Float64Array(l=n.H*n.W),c=1,n.data.forEach((t,e)=>{c=Math.max(c,Math.abs(t)),h[e%l]=Math.max(h[e%l],Math.abs(t-o.data[e]))}),h.map(t=>t<=1e-9*c?0:t)),best:iG(iH(i,a,r,1,1).data),bestAlone:iG(iP(d.head,f).data),untouched:function(t){let{features:e,side:s,step:i}=ij(t),[a,r]=iF(t).map((a,r)=>(function(t,e,s,i){let a=Array(e).fill(!0),[r,n]=[s,i];for(let{kind:e,F:s,S:i,P:o}of t){if("RELU"===e)continue;let t=t=>a[t]??!(t+n>=0&&t+n<r);a=Array.from({length:Math.floor((a.length-s+2*o)/i)+1},(e,a)=>Array.from({length:s},(e,s)=>t(a*i-o+s)).every(Boolean)),r=Math.floor((r-s+2*o)/i)+1,n/=i}return a})(e,s,[t.height,t.width][r],i*a));return a.flatMap(t=>r.map(e=>t&&e))}(t)}}(t,e,s,i)}),iq}function iG(t){let e=Math.max(...t);return{k:t.indexOf(e),score:e}}function iV(t,e){let[s,i]=[0,e];for(let e of t){let t=ih(e,i);"CONV"===e.kind&&(s+=t.C*t.H*t.W*i.C*e.F**2),i=t}return s}function iY({C:t,H:e,W:s,data:i},a){let r=e*s;return Array.from({length:r},(e,s)=>{let n=0;for(let e=1;e<t;e++)i[e*r+s]>i[n*r+s]&&(n=e);let o=0;for(let e=0;e<t;e++)o+=Math.exp(i[e*r+s]-i[n*r+s]);return a[n]&&1/o>=.9?n:-1})}function iX(t,e){return e.map((e,s)=>[s,t.filter(t=>t===s).length]).filter(([,t])=>t)}function iJ({C:t,H:e,W:s,data:i},a){var r;let n,o=Array.from({length:t},(t,e)=>e).filter(t=>a[t]),l=(n=Math.max(...r=Array.from({length:e*s},(t,a)=>Math.max(...o.map(t=>i[t*e*s+a])))),r.findIndex(t=>t>=n-1e-9*Math.max(1,Math.abs(n)))),h=o.map(t=>i[t*e*s+l]);return{row:Math.floor(l/s),col:l%s,k:o[h.indexOf(Math.max(...h))]}}function iZ(t){let{cells:e}=ij(t);return Array.from({length:e*e},(s,i)=>t.marks.some(([t,s])=>t*e+s===i))}function iQ(t,{differences:e,untouched:s}=i_(t)){let i=iZ(t),a=t=>i.filter((e,s)=>t(e,s)).length;return{wrong:a((t,s)=>t&&e[s]),leftOut:a((t,e)=>!t&&s[e])}}function i0(t){try{iy(t.drawing)}catch(t){return t.message}let{cells:e}=ij(t);return t.marks.every(t=>2===t.length&&t.every(t=>t>=0&&t<e))&&t.row>=0&&t.col>=0?"":"This canvas has no such place or cell."}let i1=(t,e)=>`${(0,c.zD)(t)} ${e}${1===t?"":"s"}`,i2=(t,e)=>`row ${t}, column ${e}`;function i4(t,{scores:e}=iU(t)){let s=iX(iY(e,t.labels),t.labels);if(!s.length)return"Nothing is seen.";let i=s.map(([e,s])=>`${t.labels[e]} at ${i1(s,"place")}`).join(", "),{row:a,col:r,k:n}=iJ(e,t.labels);return`Seen: ${i}. The highest score is for ${t.labels[n]}, at ${i2(a,r)}.`}function i3(t){let{once:e,crop:s}=function(t){let{features:e,head:s,side:i}=ij(t),a=[...e,...s];return{once:iV(a,{C:1,H:t.height,W:t.width}),crop:iV(a,{C:1,H:i,W:i})}}(t),[i,a]=iT(t),r=i*a*s;return{once:e,crops:i*a,together:r,times:r/e}}function i5(t,e=i_(t)){let s=`Crop at ${i2(...iF(t))}`,i=e.differences.length;if((({ask:t,checked:e})=>t&&!e)(t))return`${s}: which of its ${i} cells in front of the FC layers are equal?`;let a=e.differences.filter(t=>0===t).length,r=i7(e)?`, ${i7(e)} of them by luck`:"";return`${s}: ${a===i?"all":`${a} of`} ${i} cells in front of the FC layers are equal${r}.`}function i6(t,{best:e,bestAlone:s}=i_(t)){let i=({k:e})=>t.labels[e]||"“nothing”";return e.k===s.k?`Its highest score, for ${i(e)}: ${(0,c.ai)(e.score)} in the pass, ${(0,c.ai)(s.score)} by itself.`:`Its highest score: ${(0,c.ai)(e.score)} for ${i(e)} in the pass, ${(0,c.ai)(s.score)} for ${i(s)} by itself.`}function i8(t,e=i_(t)){let{sees:s,cells:i}=ij(t),{untouched:a}=e,r=`Each cell sees ${s}\xd7${s} pixels.`;if(a.every(Boolean))return`${r} None reaches over a cut edge, so that pass and crop add up the same numbers.`;let n="where the pass has pixels and the crop by itself zeros.",o=a.filter(Boolean).length;if(!o)return`${r} All reach over a cut edge, ${n} ${i9(e)}`.trimEnd();let l=new Set(a.flatMap((t,e)=>t?[Math.floor(e/i)]:[])),h=i1(o/l.size,"column");return`${r} In ${i1(l.size,"row")} and ${h} they stay within the cut edges: ${o} cells. The others reach over one, ${n} ${i9(e)}`.trimEnd()}function i7({differences:t,untouched:e}){return e.filter((e,s)=>!e&&0===t[s]).length}function i9(t){let e=i7(t);return e?`${e} of them ${1===e?"is":"are"} equal by luck: other ink would change that.`:""}function at(t,e=i_(t)){let{wrong:s,leftOut:i}=iQ(t,e);if(!s&&!i)return"Right.";let a=[];return s&&a.push(`${i1(s,"marked cell")} ${1===s?"differs":"differ"}`),i&&a.push(`${i1(i,"equal cell")} ${1===i?"has":"have"} no mark`),`Not yet: ${a.join(" and ")}. Choose another place of the map, and mark the cells of its crop.`}function ae(t){let e=[`A canvas of ${t.width}\xd7${t.height} pixels.`,function(t){let[e,s]=iT(t),i=1===t.nets.length?"Your net":`The net ${t.padded?"with":"without"} zero padding`;return`${i} gives scores at ${s}\xd7${e} places, ${i1(ij(t).step,"pixel")} apart.`}(t),i4(t),function(t){let{once:e,crops:s,together:i,times:a}=i3(t);return`One pass: ${(0,c.zD)(e)} multiply-adds. ${i1(s,"crop")}, each by itself: ${(0,c.zD)(i)}, ${(0,c.ai)(a)} times as many.`}(t)];if(!t.knobs.includes("crop"))return e.join(" ");let s=i_(t);return e.push(i5(t,s)),(({ask:t,checked:e})=>t&&!e)(t)||(t.ask&&e.push(at(t,s)),e.push(i6(t,s),i8(t,s))),e.join(" ")}class as{constructor(t){this.act=t,this.pictures=["in the pass","by itself"].map(t=>new ai(t)),this.grid=i("div",{class:"cs-cells",role:"grid","aria-label":"Cells in front of the FC layers"}),this.size=i("span",{}),this.sentence=i("p",{class:"cs-sentence"}),this.verdict=i("p",{class:"cs-verdict"}),this.scores=i("p",{}),this.why=i("p",{class:"cs-note"}),this.check=i("button",{type:"button",class:"cs-button cs-check",onclick:()=>t.check()},"Check"),this.hint=i("p",{class:"cs-note"}),this.node=i("div",{class:"cs-crop",role:"group","aria-label":"The crop in view"},i("div",{class:"cs-pictures"},this.pictures.map(({node:t})=>t)),i("div",{class:"cs-before"},i("p",{class:"cs-name"},i("b",{},"In front of the FC layers"),this.size),this.grid),i("div",{class:"cs-words"},this.sentence,this.hint,this.check,this.verdict,this.scores,this.why));let e=t=>t.target.closest(".cs-cell")?.at;for(let[s,i]of(this.grid.addEventListener("click",t=>e(t)&&this.toggle(e(t))),this.grid.addEventListener("keydown",t=>this.key(t,e(t))),[["pointerover",!0],["focusin",!0],["pointerleave",!1],["focusout",!1]]))this.grid.addEventListener(s,s=>t.look(i&&e(s)?e(s).slice(1):null))}toggle(t){this.roving.point(t,!0),this.act.toggle(t[1],t[2])}key(t,e){if(" "===t.key||"Enter"===t.key){t.preventDefault(),this.act.toggle(e[1],e[2]);return}let s=this.roving.key(t);s&&this.roving.point(s,!0)}show(t,e){let{cells:s}=ij(t);this.cells?.length!==s&&this.build(s),this.s=t,this.found=e;let i=(({ask:t,checked:e})=>t&&!e)(t),r=iZ(t),n=Math.max(...e.differences);for(let[o,l]of(this.grid.classList.toggle("cs-asks",t.ask),e.differences.forEach((o,l)=>{let h=this.cells[Math.floor(l/s)][l%s],d=t.ask&&!i&&(r[l]?o>0:e.untouched[l]),p=i?"cs-hidden":o?"cs-off":"cs-same",u=`cs-cell ${p}${r[l]?" cs-marked":""}${d?" cs-wrong":""}`;h.className!==u&&(h.className=u),h.style.setProperty("--off",(o/(n||1)).toFixed(2)),t.ask?h.setAttribute("aria-selected",r[l]):h.removeAttribute("aria-selected"),a(h,i?"":o?(0,c.h0)(o):"=")}),this.roving.point(this.roving.at),a(this.size,`${s}\xd7${s} cells`),a(this.sentence,i5(t,e)),a(this.hint,i?"A click or the space key marks a cell. The frame shows what it sees.":this.legend(n)),this.check.hidden=!i,this.verdict.hidden=!t.ask||i,a(this.verdict,at(t,e)),this.verdict.classList.toggle("cs-right","Right."===this.verdict.textContent),[[this.scores,i6(t,e)],[this.why,i8(t,e)]]))o.hidden=i,a(o,l)}legend(t){return t?"=: all numbers of a cell are equal; else the largest difference.":""}focus(){this.roving.point(this.roving.at,!0)}build(t){let e=sG(0,t,t);this.cells=e.cells,this.grid.replaceChildren(...e.lines),this.grid.style.setProperty("--cells",t),this.roving=new sV([this.cells],([,t,e])=>this.s?function(t,e,s,i=i_(t)){let a=e*ij(t).cells+s,r=i.differences[a],n=iZ(t)[a]?"marked as equal":"not marked",o=(({ask:t,checked:e})=>t&&!e)(t)?n:0===r?"equal":`differs by ${(0,c.ai)(r)}`;return`Cell at ${i2(e,s)}: ${o}`}(this.s,t,e,this.found):"")}showPictures(t){let{s:e}=this,{features:s,side:i,step:a,cells:r}=ij(e),{size:n,start:o}=ix(s),l=Math.max(-o,o+(r-1)*a+n-i,0),[h,c]=iF(e).map(t=>t*a),d=iW(e),p=t&&{top:t[0]*a+o,left:t[1]*a+o,down:n,across:n};[(t,s)=>t>=0&&t<e.height&&s>=0&&s<e.width,(t,e)=>t>=h&&t<h+i&&e>=c&&e<c+i].forEach((t,s)=>{this.pictures[s].show(i,l,p,(s,i)=>t(h+s,c+i)?d[(h+s)*e.width+c+i]:0/0)})}}class ai{constructor(t){this.canvas=i("canvas",{"aria-hidden":"true"}),this.frame=i("i",{class:"cs-crop-frame"}),this.field=i("i",{class:"cs-field-frame"});let e=i("div",{class:"cs-stage"},this.canvas,this.frame,this.field);this.node=i("div",{class:"cs-picture"},e,i("p",{class:"cs-note"},t)),this.stage=e}show(t,e,s,i){let a=t+2*e,r=new Float64Array(a*a);for(let t=0;t<a;t++)for(let s=0;s<a;s++)r[t*a+s]=i(t-e,s-e);for(let t of(iC(this.canvas,r,a,a),["--wide","--high"]))this.stage.style.setProperty(t,a);iL(this.frame,{top:e,left:e,down:t,across:t}),this.field.hidden=!s,s&&iL(this.field,{...s,top:s.top+e,left:s.left+e})}}class aa{constructor(t){this.choose=t,this.name=i("span",{}),this.grid=i("div",{class:"cs-places"}),this.best=i("i",{class:"cs-best"}),this.chosen=i("i",{class:"cs-chosen"}),this.field=i("div",{class:"cs-map",role:"application"},this.grid,this.best,this.chosen),this.seen=i("p",{class:"cs-seen"});let e=i("p",{class:"cs-legend"},i("span",{},i("i",{class:"cs-best"}),"highest score"),i("span",{class:"cs-of-crop"},i("i",{class:"cs-chosen"}),"the crop in view"));this.node=i("div",{class:"cs-map-part"},i("p",{class:"cs-name"},i("b",{},"What it sees where"),this.name),this.field,e,this.seen);let s=t=>1===t.buttons&&this.point(t);this.field.addEventListener("pointerdown",s),this.field.addEventListener("pointermove",s),this.field.addEventListener("keydown",t=>this.key(t)),this.cells=[]}point(t){if(!this.picks)return;let{left:e,top:s,width:i,height:a}=this.grid.getBoundingClientRect(),r=(t,e)=>Math.min(Math.max(Math.floor(t*e),0),e-1);this.choose(r((t.clientY-s)/a,this.rows),r((t.clientX-e)/i,this.cols))}key(t){if(!this.picks||t.key.startsWith("Page"))return;let e=sU(t,[0,...this.at],[[this.rows,this.cols]]);e&&(t.preventDefault(),this.choose(e[1],e[2]))}show(t,e){this.picks=e,this.field.tabIndex=e?0:-1,this.node.classList.toggle("cs-picks",e),this.at=iF(t);let[s,i]=iT(t);(s!==this.rows||i!==this.cols)&&this.build(s,i),this.showScan(t,iU(t)),ar(this.chosen,...this.at);let[a,r]=this.at,n=this.cells[a*i+r].textContent||"nothing";this.field.setAttribute("aria-label",`Map, row ${a}, column ${r}: ${n}`)}build(t,e){Object.assign(this,{rows:t,cols:e}),this.cells=Array.from({length:t*e},()=>i("span",{class:"cs-place"})),this.grid.replaceChildren(...this.cells),this.field.style.setProperty("--rows",t),this.field.style.setProperty("--cols",e),a(this.name,`${e}\xd7${t} places`)}showScan(t,e){iY(e.scores,t.labels).forEach((e,s)=>{let i=this.cells[s],r=e<0?"cs-place":`cs-place cs-class-${e%10}`;i.className!==r&&(i.className=r),a(i,t.labels[e]??"")});let s=iJ(e.scores,t.labels);ar(this.best,s.row,s.col),a(this.seen,i4(t,e))}}function ar(t,e,s){t.style.setProperty("--row",e),t.style.setProperty("--col",s)}class an{constructor(){this.once=i("b",{}),this.together=i("b",{}),this.crops=i("span",{}),this.times=i("p",{class:"cs-times"}),this.bar=i("i",{class:"cs-bar cs-once"}),this.node=i("div",{class:"cs-bill"},i("p",{class:"cs-name"},i("b",{},"What it costs"),i("span",{},"multiply-adds")),i("p",{},i("span",{},"one pass"),this.once),this.bar,i("p",{},this.crops,this.together),i("i",{class:"cs-bar"}),this.times)}show(t){let{once:e,crops:s,together:i,times:r}=i3(t);a(this.once,(0,c.zD)(e)),a(this.crops,`${(0,c.zD)(s)} separate ${1===s?"crop":"crops"}`),a(this.together,(0,c.zD)(i)),a(this.times,`${(0,c.ai)(r)} times as many`),this.bar.style.width=`${Math.min(100/r,100)}%`}}let ao=["nets","labels","height","width","pixels","drawing","padded","row","col","ask","marks","checked"],al=["pen",..."0123456789"],ah={marks:[],checked:!1},ac=p(class extends u{constructor(t,e){super(t,e,[...ao,"knobs"],ae);let s=i0(this.read());if(s)throw Error(s);this.first=this.read(),this.history=[],this.looked=null,this.canvas=new iS({mark:t=>this.mark(t),preview:t=>this.preview(t),tool:t=>this.choose(t),aimed:(t,e,s)=>this.announce(`Stamp ${t} at row ${e}, column ${s}`),clear:()=>this.clear(),undo:()=>this.undo()}),this.map=new aa((t,e)=>this.move(t,e)),this.bill=new an,this.crop=new as({toggle:(t,e)=>this.toggle(t,e),check:()=>this.check(),look:t=>this.look(t)});let a=i("div",{class:"cs-below"},this.map.node,this.bill.node);this.open("fcconv","A net slides over a canvas",this.buildBar(),this.canvas.node,this.under,a,this.crop.node),this.choose("pen"),this.update()}buildBar(){let t=(t,e)=>i("button",{type:"button",class:"cs-button",onclick:e},t);return this.tools=eX("What is written with: the pen, or a stamp",al.map(t=>[t,t]),t=>this.choose(t)),this.nets=eX("The net",[["without","without zero padding"],["with","with zero padding"]],t=>this.change({padded:"with"===t,...ah})),this.undoer=t("Undo",()=>this.undo()),this.clearer=t("Clear",()=>this.clear()),this.reset=t("Reset",()=>this.restart()),this.reset.classList.add("cs-reset"),this.tools.node.classList.add("cs-tools"),this.hint=i("p",{class:"cs-note"}),this.under=i("div",{class:"cs-under"},this.hint,this.undoer,this.clearer,this.reset),i("div",{class:"cs-options"},this.nets.node,this.tools.node)}choose(t){this.tools.show(t),this.canvas.s&&this.canvas.choose(t)}write(t){if(t.length>2400)return this.refuse("The canvas holds no more ink. Undo some of it, or clear it."),!1;let e=this.model.get("drawing");return t!==e&&this.history.push(e),this.warning="",this.change({drawing:t}),!0}mark(t){let e;return this.write((e=this.model.get("drawing"),e?`${e} ${t}`:t))}clear(){this.write("")}undo(){this.history.length&&this.change({drawing:this.history.pop()})}restart(){let{drawing:t,padded:e,row:s,col:i}=this.first;this.write(t),this.change({padded:e,row:s,col:i,...ah})}move(t,e){let s=iF(this.read());(t!==s[0]||e!==s[1])&&this.change({row:t,col:e,...ah})}toggle(t,e){let s=this.read();if(!(({ask:t,checked:e})=>t&&!e)(s))return;let i=s.marks.filter(([s,i])=>s!==t||i!==e);this.change({marks:i.length<s.marks.length?i:[...s.marks,[t,e]]})}check(){this.change({checked:!0}),this.crop.focus()}preview(t){let e=this.read();this.map.showScan(e,iB(e,t))}look(t){this.looked=t;let e=this.read(),{features:s,side:i,step:a}=ij(e),{size:r,start:n}=ix(s),[o,l]=iF(e).map(t=>t*a),h=t&&{top:o+t[0]*a+n,left:l+t[1]*a+n,down:r,across:r};this.canvas.frame({top:o,left:l,down:i,across:i},h),this.crop.showPictures(t)}note(){let t=this.hasKnob("drawing");a(this.hint,this.warning||(t?"Write with the mouse or a finger, or choose a stamp: a digit that a click puts down. By keyboard, on the canvas: 0 to 9 for a stamp, the arrows, Enter.":"")),this.hint.hidden=!this.hint.textContent}update(){this.queued=!1;let t=this.read();if(i0(t))return;let e=i_(t),[s,i]=[this.hasKnob("drawing"),this.hasKnob("crop")];this.canvas.show(t,iW(t),s),this.map.show(t,i),this.bill.show(t),this.bill.node.hidden=!s,this.crop.node.hidden=!i,this.crop.show(t,e),this.canvas.crop.hidden=!i,this.look(this.looked),this.nets.show(t.padded?"with":"without"),this.nets.node.hidden=1===t.nets.length||!this.hasKnob("padding"),this.tools.node.hidden=!s,this.undoer.hidden=!s,this.clearer.hidden=!s,this.undoer.disabled=!this.history.length,this.clearer.disabled=!t.drawing,this.note(),this.showDescription(t);let a=this.showTask(function(t){let[e,s]=iF(t),i=i_(t),{wrong:a,leftOut:r}=iQ(t,i),{scores:n}=iU(t);return{padded:t.padded,row:e,col:s,cells:i.differences.length,equal:i.differences.filter(t=>0===t).length,seen:iX(iY(n,t.labels),t.labels).map(([e])=>t.labels[e]).join(", "),right:t.checked&&!a&&!r}}(t));this.told&&this.announce(`${this.news(t,e)}${a}`),this.told={drawing:t.drawing,padded:t.padded,marks:t.marks}}news(t,e){if(t.drawing!==this.told.drawing)return i4(t);if((({ask:t,checked:e})=>t&&!e)(t)&&t.marks!==this.told.marks)return`${t.marks.length} cells are marked.`;let s=t.padded===this.told.padded?"":`${i4(t)} `;if((({ask:t,checked:e})=>t&&!e)(t))return`${s}${i5(t,e)}`;let i=t.ask?`${at(t,e)} `:"";return`${s}${i}${i5(t,e)} ${i6(t,e)} ${i8(t,e)}`}destroy(){this.canvas.destroy(),super.destroy()}});var ad=s(48),ap={};function au(t){let e=t.x.length,s=t.x[0].length,i=t.x[0][0].length,a=t.w.length,r=t.w[0][0].length,n=e=>0>tl(e,r,t.pad,t.dilation)?0:tm(e,r,t.stride,t.pad,t.dilation);return{D:e,H:s,W:i,K:a,F:r,S:t.stride,P:t.pad,dilation:t.dilation,H2:n(s),W2:n(i)}}function am(t){let e=t.x.length,s=t.w[0].length;return e!==s?`The input has ${e} depth slices and the filters have ${s}: they must agree.`:t.b.length!==t.w.length?`There are ${t.w.length} filters and ${t.b.length} biases: one bias for each filter.`:null}function af(t,e,s){let{H:i,W:a,F:r}=au(t),n=[];for(let o=0;o<r;o++)for(let l=0;l<r;l++){let r=e*t.stride-t.pad+o*t.dilation,h=s*t.stride-t.pad+l*t.dilation;n.push({i:o,j:l,r,c:h,inside:r>=0&&r<i&&h>=0&&h<a})}return n}function ag(t,e,s,i){let{D:a,F:r}=au(t),n=af(t,e,s),o=Array.from({length:a},()=>Array.from({length:r},()=>Array(r).fill(0)));for(let{i:e,j:s,r,c:l,inside:h}of n)for(let n=0;n<a;n++)o[n][e][s]=h?t.x[n][r][l]*t.w[i][n][e][s]+0:0;let l=o.map(t=>t.flat().reduce((t,e)=>t+e,0));return{window:n,products:o,sums:l,bias:t.b[i],total:l.reduce((t,e)=>t+e,0)+t.b[i]}}function aw(t){let{H:e,W:s,F:i,H2:a,W2:r}=au(t),n=(e,s)=>{let a=Array(e+2*t.pad).fill(0);for(let e=0;e<s;e++)for(let s=0;s<i;s++)a[e*t.stride+s*t.dilation]++;return a},o=n(s,a?r:0);return n(e,r?a:0).map(t=>o.map(e=>t*e))}function ax(t){let{H:e,W:s}=au(t);return aw(t).slice(t.pad,t.pad+e).reduce((e,i)=>e+i.slice(t.pad,t.pad+s).filter(t=>!t).length,0)}function ab(t){let{K:e,H2:s,W2:i}=au(t);if(!s||!i)return null;let a=(t,e)=>Math.min(Math.max(t,0),e-1);return{row:a(t.row,s),col:a(t.col,i),k:a(t.k,e)}}function av(t,e,s){let{K:i,H2:a,W2:r}=au(t),n=(e.k*a+e.row)*r+e.col+s;return n<0||n>=i*a*r?null:{k:Math.floor(n/(a*r)),row:Math.floor(n/r)%a,col:n%r}}ap.styleTagTransform=te(),ap.setAttributes=J(),ap.insert=Y().bind(null,"head"),ap.domAPI=G(),ap.insertStyleElement=Q(),q()(ad.A,ap),ad.A&&ad.A.locals&&ad.A.locals;let ay=(t,e,s)=>(3*e*e+2*s*s+e*s+t*(2*e+3*s+5)+2*s)%7%4,ak=[1,0,-1,1,0,-1,0],a$=(t,e)=>Array.from({length:t},(t,s)=>e(s));function aM({D:t,H:e,W:s,K:i,F:a},r){return{x:a$(t,t=>a$(e,e=>a$(s,s=>r.x?.[t]?.[e]?.[s]??ay(t,e,s)))),w:a$(i,e=>a$(t,t=>a$(a,s=>a$(a,i=>r.w?.[e]?.[t]?.[s]?.[i]??ak[((2*e+3)*s+(t+1)*i*i+s*i*(e+1)+3*e+2*t)%7])))),b:a$(i,t=>r.b?.[t]??[1,0,-1][t%3])}}function aA(t,e){return Array.isArray(e)?(Array.isArray(t)&&t.length>e.length?t:e).map((s,i)=>i<e.length?aA(t?.[i],e[i]):t[i]):e}function az(t){let{D:e,F:s,H2:i,W2:a}=au(t),r=Array.from({length:i*a},(e,s)=>af(t,Math.floor(s/a),s%a));return Array.from({length:e*s*s},(e,i)=>r.map(e=>((e,{r:s,c:i,inside:a})=>a?{value:t.x[e][s][i],from:[e,s,i]}:{value:0,from:null})(Math.floor(i/(s*s)),e[i%(s*s)])))}let aE=t=>t.w.map(t=>t.flat(2));function aS(t,e,s){return t.map((t,i)=>e[0].map((a,r)=>t.reduce((t,s,i)=>t+s*e[i][r].value,s[i])))}function aL(t){let{H:e,W:s,P:i}=au(t);return aw(t).slice(i,i+e).map(t=>t.slice(i,i+s))}function aC(t){let{H2:e,W2:s}=au(t),i=Math.min(Math.max(t.window,0),e*s-1);return{n:i,row:Math.floor(i/s),col:i%s}}function aO(t){let[e,s,i]=t.cell??[];return t.x[e]?.[s]?.[i]===void 0?null:[e,s,i]}function aj(t){let{D:e,H:s,W:i,K:a,F:r,S:n,P:o,H2:l,W2:h}=au(t),c=aL(t),d=c.flat(),p=aO(t),u=e*r*r,m=l*h,f=u*m;return{D:e,H:s,W:i,K:a,F:r,S:n,P:o,H2:l,W2:h,rows:u,columns:m,numbers:f,ratio:f/(e*s*i),most:Math.max(...d),least:Math.min(...d),unread:e*d.filter(t=>!t).length,window:aC(t).n,...p?{copies:c[p[1]][p[2]]}:{}}}let aN=t=>t.length<2?t.join(""):`${t.slice(0,-1).join(", ")} and ${t.at(-1)}`,aP=(t,e)=>`${t}[${e.join(", ")}]`;function aT(t,[e,s,i],a){let r=aL(t)[s][i],n=`${aP("x",[e,s,i])} = ${(0,c.ai)(t.x[e][s][i])}`;if(!r)return`${n} stands nowhere in X_col: no window reads it.`;let o=a[0].map((t,e)=>e).filter(t=>a.some(a=>{let r;return(r=a[t].from)&&r[0]===e&&r[1]===s&&r[2]===i}));return`${n} stands in X_col ${["nowhere","once","twice"][r]??`${r} times`}, in column${1===r?"":"s"} ${aN(o)}.`}function aF(t){let e=az(t);return Object.values(aI(t,e,aS(aE(t),e,t.b))).filter(Boolean).join(" ")}function aI(t,e,s){let i=aj(t),a=aO(t);return{sizes:function({D:t,H:e,W:s,K:i,F:a,S:r,P:n}){return`An input of ${s}\xd7${e}\xd7${t} and ${(0,c.LS)(i,"filter")} of ${a}\xd7${a}\xd7${t}, stride ${r}, padding ${n}.`}(i),shapes:function({rows:t,columns:e,K:s,H2:i,W2:a}){return`X_col is ${t}\xd7${e} and W_row is ${s}\xd7${t}. W_row times X_col, plus b, is Y: ${s}\xd7${e}, reshaped to ${a}\xd7${i}\xd7${s}.`}(i),memory:function({numbers:t,D:e,H:s,W:i,ratio:a,unread:r}){let n=e*s*i,o=r?` No window reads ${r} of the input’s ${(0,c.LS)(n,"cell")}.`:"";return t===n?`X_col holds ${t} numbers, as many as the input.${o}`:`X_col holds ${t} numbers, the input ${n}: ${(0,c.ai)(Math.floor(100*a+.5)/100)} times as many.${o}`}(i),column:function(t,e){let{n:s,row:i,col:a}=aC(t),r=e.map((t,e)=>`${aP("Y",[e,s])} = ${(0,c.ai)(t[s])}`),n=e.map((t,e)=>aP("y",[e,i,a]));return`Window ${s} is column ${s} of X_col. W_row times this column, plus b, gives ${aN(r)}: ${aN(n)} of the output.`}(t,s),aside:a?aT(t,a,e):function(t,e){let{n:s}=aC(t),i=e.filter(t=>!t[s].from).length;return i?`${i} of its ${(0,c.LS)(e.length,"number")} ${1===i?"is a zero":"are zeros"} of the padding.`:""}(t,e)}}function aD(t,e,s,i){let a=Math.max(Math.floor(420/e.rows),s);for(let r=Math.max(Math.min(30,a),s);r>=s;r--)if(function(t,e,{D:s,K:i,W:a,P:r,W2:n,rows:o,columns:l}){let h=32+Math.max(l*t,i*n*t+(i-1)*14);return Math.max(e*(a+2*r)*t+(e-1)*14,(o+1)*t+(s-1)*4+40,205)+28+Math.max(h,205)}(r,i,e)<=t)return r;return 0}let aW="Arrows move the window, space plays, Enter steps.";class aR{constructor(t){this.on=t,this.node=i("div",{class:"cs-matrices"}),this.node.addEventListener("pointerover",t=>this.hover(t)),this.node.addEventListener("pointerleave",()=>this.hint(null)),this.node.addEventListener("click",t=>this.click(t.target.closest(".cs-cell"))),this.node.addEventListener("focusin",t=>t.target.at&&this.hint(t.target))}build(t){let{D:e,H:s,W:a,K:r,F:n,P:o,H2:l,W2:h}=au(t),c=e*n*n,d=l*h;Object.assign(this,{size:{D:e,H:s,W:a,K:r,F:n,P:o,H2:l,W2:h,rows:c,columns:d},lit:[],hot:[]}),this.x=Array.from({length:e},(t,e)=>sG(e,s,a,o)),this.col=sG(0,c,d),this.maps=Array.from({length:r},(t,e)=>sG(e,l,h));let p=t=>Array.from({length:r},()=>Array.from({length:t},()=>i("span",{class:"cs-cell"})));Object.assign(this,{row:p(c),bias:p(1),y:p(d)}),this.numberWindows(),this.frames=this.x.map(()=>i("div",{class:"cs-window"})),this.bar=i("div",{class:"cs-window cs-column"}),this.scroll=i("div",{class:"cs-right"},this.colPart(),this.yPart());let u=i("div",{class:"cs-left"},this.inputPart(),this.rowPart());this.node.replaceChildren(u,this.scroll,this.legendPart(),this.mapsPart()),this.node.style.setProperty("--rows",s+2*o),this.node.style.setProperty("--cols",a+2*o),this.node.style.setProperty("--span",n);let m=(t,e)=>new sV(t.map(t=>t.cells),e);this.rovingX=m(this.x,t=>this.cellName(t)),this.rovingCol=m([this.col],([,t,e])=>`${aP("X_col",[t,e])} is ${this.col.cells[t][e].textContent}`),this.rovingY=m(this.maps,([t,e,s])=>`${aP("y",[t,e,s])} is ${this.maps[t].cells[e][s].textContent}`)}numberWindows(){let{W2:t}=this.size;for(let t of[...this.col.cells,...this.y])t.forEach((t,e)=>{t.window=e});for(let{cells:e}of this.maps)e.forEach((e,s)=>e.forEach((e,i)=>{e.window=s*t+i}));this.row.forEach(t=>t.forEach((t,e)=>{t.tap=e}))}cellName([t,e,s]){let i=this.counts?.[e][s]??0;return`${aP("x",[t,e,s])} is ${this.x[t].cells[e][s].textContent}, ${i} ${1===i?"time":"times"} in X_col`}part(t,e,s,a,...r){return i("div",{class:`cs-part cs-part-${t} cs-${e}`},i("div",{class:"cs-part-name"},i("b",{},s),i("span",{},a)),r)}slice(t,e,s){return i("div",{class:"cs-slice",role:"rowgroup","aria-label":t},i("div",{class:"cs-slice-name","aria-hidden":"true"},t),i("div",{class:"cs-field"},e.lines,s))}inputPart(){let{D:t,H:e,W:s}=this.size,a=i("div",{class:"cs-volume-slices",role:"grid","aria-label":`Input x, ${s}\xd7${e}\xd7${t}. Arrows choose a cell, Enter shows all its copies, Escape hides them.`},this.x.map((t,e)=>this.slice(`x[${e}]`,t,this.frames[e])));return a.addEventListener("keydown",t=>{let e=this.rovingX.key(t);if(e)this.rovingX.point(e,!0);else if("Enter"===t.key||" "===t.key)this.choose(this.rovingX.at);else{if("Escape"!==t.key)return;this.on.choose([])}t.preventDefault()}),this.part("x","input","Input x",`${s}\xd7${e}\xd7${t}`,a)}colPart(){let{D:t,F:e,rows:s,columns:a}=this.size,r=i("div",{class:"cs-blocks","aria-hidden":"true"},Array.from({length:t},(t,e)=>i("span",{},`x[${e}]`)));this.heads=Array.from({length:a},(t,e)=>i("span",{},String(e)));let n=i("div",{class:"cs-heads","aria-hidden":"true"},this.heads);r.style.setProperty("--taps",e*e),this.col.lines.forEach((t,s)=>t.classList.toggle("cs-next",s>0&&s%(e*e)==0));let o=i("div",{class:"cs-field",role:"grid","aria-label":`X_col, ${s} rows, ${a} columns: one for each window. ${aW}`},this.col.lines,this.bar);return this.listen(o,()=>this.rovingCol,([,,t])=>t),this.part("x","xcol","X_col",`${s}\xd7${a}: a column for each window`,n,i("div",{class:"cs-labelled"},r,o))}rowPart(){let{F:t,K:e,rows:s}=this.size;for(let e of this.row)e.forEach((e,s)=>e.classList.toggle("cs-next",s>0&&s%(t*t)==0));return this.rowField=this.plain(this.row),this.biasField=this.plain(this.bias),this.weights=i("div",{class:"cs-weights",role:"group","aria-label":"W_row and b"},this.part("w","wrow","W_row",`${e}\xd7${s}: a row for each filter`,this.rowField),this.part("w","bias","b",`${e}`,this.biasField)),this.weights}plain(t){return i("div",{class:"cs-field",role:"img"},t.map(t=>i("div",{class:"cs-row"},t)))}yPart(){let{K:t,columns:e}=this.size;return this.yField=this.plain(this.y),this.part("y","ymatrix","Y = W_row \xb7 X_col + b",`${t}\xd7${e}`,i("div",{class:"cs-labelled"},this.yField))}mapsPart(){let{K:t,H2:e,W2:s}=this.size,a=i("div",{class:"cs-volume-slices",role:"grid","aria-label":`Output y, ${s}\xd7${e}\xd7${t}. ${aW}`},this.maps.map((t,e)=>this.slice(`y[${e}]`,t)));return this.listen(a,()=>this.rovingY,([,t,e])=>t*s+e),this.part("y","output","Output y",`${s}\xd7${e}\xd7${t}: Y, reshaped`,a)}legendPart(){return this.legend=i("div",{class:"cs-legend"}),i("div",{class:"cs-key"},this.legend)}listen(t,e,s){t.addEventListener("keydown",t=>{let i=e().key(t);if(i)this.on.hold(),e().point(i,!0),this.on.move(s(i));else if(" "===t.key)this.on.play();else if("Enter"===t.key)this.on.step(1);else{if("Escape"!==t.key)return;this.on.choose([])}t.preventDefault()})}hover(t){let e=t.target.closest(".cs-cell");e?.window===void 0||"mouse"!==t.pointerType||this.on.playing()||this.on.move(e.window),this.hint(e)}click(t){if(!t)return;this.on.hold();let e=t.at&&[this.rovingX,this.rovingCol,this.rovingY].find(e=>e.cell(t.at)===t);e?.point(t.at,!0),void 0!==t.window?this.on.move(t.window):e===this.rovingX&&this.choose(t.at)}choose(t){this.on.choose(String(t)===String(aO(this.s))?[]:t)}values(t){let{P:e,W2:s,H2:a}=this.size,r=aE(t);for(let{cells:e}of(this.s=t,this.entries=az(t),this.results=aS(r,this.entries,t.b),this.counts=aL(t),this.letters={cell:sR(r,t.b,this.results),input:sR(t.x)},sX(this.x.map(t=>t.cells),t.x),sX([this.row,this.bias,this.y,this.col.cells],[r,t.b.map(t=>[t]),this.results,this.entries.map(t=>t.map(({value:t})=>t))]),sX(this.maps.map(t=>t.cells),this.results.map(t=>Array.from({length:a},(e,i)=>t.slice(i*s,(i+1)*s)))),this.entries.forEach((t,e)=>t.forEach(({from:t},s)=>this.col.cells[e][s].classList.toggle("cs-zero",!t))),this.x))e.forEach((t,e)=>t.forEach((t,s)=>t.classList.toggle("cs-unread",!this.counts[e][s])));this.label(r);let n=[["cs-tap","the window and its column"],["cs-copy","a cell that you click, and its copies"],...e?[["cs-zero","padding"]]:[],...this.counts.flat().includes(0)?[["cs-unread","read by no window"]]:[]];for(let t of(this.legend.replaceChildren(...n.map(([t,e])=>i("span",{},i("i",{class:`cs-cell ${t}`,"aria-hidden":"true"}),e))),[this.rovingX,this.rovingCol,this.rovingY]))t.point(t.at)}label(t){let e=(t,e)=>`${t}: ${e.map((t,e)=>`row ${e}: ${t.map(c.ai).join(", ")}`).join("; ")}`;this.rowField.setAttribute("aria-label",e("W_row",t)),this.biasField.setAttribute("aria-label",`b: ${this.s.b.map(c.ai).join(", ")}`),this.yField.setAttribute("aria-label",e("Y",this.results))}move(t){let{n:e,row:s,col:i}=aC(t),{F:a}=this.size,r=s*t.stride,n=i*t.stride;for(let e of(this.s=t,this.lit))e.classList.remove("cs-tap","cs-here");for(let[t,s]of[["--top",r],["--left",n],["--window",e]])this.node.style.setProperty(t,s);let o=[...this.x.flatMap(({field:t})=>t.slice(r,r+a).flatMap(t=>t.slice(n,n+a))),...this.col.cells.map(t=>t[e]),this.heads[e]],l=[...this.y.map(t=>t[e]),...this.maps.map(({cells:t})=>t[s][i])];for(let t of o)t.classList.add("cs-tap");for(let t of l)t.classList.add("cs-here");this.lit=[...o,...l],this.follow(this.rovingCol,[0,this.rovingCol.at[1],e]),this.follow(this.rovingY,[this.rovingY.at[0],s,i]),this.reveal(this.col.cells[0][e]),this.hint(this.node.contains(document.activeElement)&&!this.on.playing()&&document.activeElement.at?document.activeElement:null)}follow(t,e){t.point(e,t.cell(t.at)===document.activeElement&&!this.on.playing())}reveal(t){let{scrollLeft:e,clientWidth:s,scrollWidth:i}=this.scroll;if(i<=s)return;let a=t.getBoundingClientRect().left-this.scroll.getBoundingClientRect().left+e;(a<e||a+t.offsetWidth+4>e+s)&&(this.scroll.scrollLeft=a-s/2)}hint(t){for(let t of this.hot)t.classList.remove("cs-hot","cs-copy");this.hot=[];let{n:e}=aC(this.s),s=t&&this.rovingX.cell(t.at??[])===t?t.at:aO(this.s);s&&this.trace(s),t?.tap!==void 0?this.link(t.tap,e):t?.at&&this.col.cells[t.at[1]]?.[t.at[2]]===t?this.link(t.at[1],e):this.on.note(s?aT(this.s,s,this.entries):"")}link(t,e){let{F:s}=this.size,{row:i,col:a}=aC(this.s),{stride:r}=this.s,n=Math.floor(t/(s*s)),o=this.x[n].field[i*r+Math.floor(t/s)%s][a*r+t%s];this.mark("cs-hot",[o,this.col.cells[t][e],...this.row.map(e=>e[t])]),this.on.note(function(t,[e,s],{value:i,from:a}){let[r,n,o]=[Math.floor(e/(t*t)),Math.floor(e/t)%t,e%t],l=a?`${aP("x",a)} = ${(0,c.ai)(i)}`:"a zero of the padding";return`Row ${e} of X_col holds channel ${r}, row ${n}, column ${o} of every window; for window ${s} that is ${l}.`}(s,[t,e],this.entries[t][e]))}trace([t,e,s]){let i=this.entries.flatMap((i,a)=>i.flatMap((i,r)=>(({from:i})=>i&&i[0]===t&&i[1]===e&&i[2]===s)(i)?[this.col.cells[a][r]]:[]));this.mark("cs-copy",[this.x[t].cells[e][s],...i])}mark(t,e){for(let s of e)s.classList.add(t);this.hot.push(...e)}get cramped(){return JSON.stringify(this.letters)!==this.fitted}fit(t){let e=this.letters,s={cell:sB(Math.max(e.cell,e.input)),input:sB(e.input)},{mode:i,cell:a,input:r,output:n=a,slices:o,maps:l,apart:h}=function(t,e,s){let i=aD(t,e,s.cell,e.D),a=aD(t,e,s.cell,1);if(i||a){let t=a>i+1;return{mode:"beside",cell:t?a:i,input:t?a:i,slices:t?1:e.D}}return{mode:"below",cell:Math.max(Math.min(Math.max(Math.floor((t-32-4)/e.columns),s.cell),30),s.cell),...function(t,{D:e,K:s,W:i,H:a,P:r,W2:n,H2:o},l){let h=(t,e,s)=>Math.max(t*e*s+(t-1)*14,96),c=(t,e,s,i)=>Math.ceil(e/t)*(s*i+26),d=[];for(let p of new Set([e,1]))for(let u of new Set([s,1])){let m=h(p,i+2*r,l.input)+14+h(u,n,l.cell),f=Math.max(c(p,e,a+2*r,l.input),c(u,s,o,l.cell));m<=t&&d.push({slices:p,maps:u,height:f})}let{slices:p,maps:u}=d.sort((t,e)=>t.height-e.height)[0]??{slices:1,maps:1},m=t-h(p,i+2*r,l.input)-14,f=Math.max(30,l.cell);for(;f>l.cell&&h(u,n,f)>m;)f--;return{input:l.input,output:f,slices:p,maps:u,apart:!d.length}}(t,e,s)}}(t,this.size,s);for(let[t,s]of(this.fitted=JSON.stringify(e),this.node.className=`cs-matrices cs-mode-${i}`,Object.entries({"cs-down":1===o,"cs-maps-down":1===l,"cs-apart":h})))this.node.classList.toggle(t,!!s);for(let[t,s]of[["--c",a],["--o",n],["--input",r],["--text",sH(a,Math.max(e.cell,e.input))],["--out-text",sH(n,e.cell)],["--input-text",sH(r,e.input)]])this.node.style.setProperty(t,`${s}px`);this.weights.scrollWidth>this.weights.clientWidth?this.weights.setAttribute("tabindex","0"):this.weights.removeAttribute("tabindex")}}let aB=["x","w","b","stride","pad"],aH=[["F","filter size",1,3,"w"],["S","stride",1,3,"s"],["P","padding",0,1,"s"]],aK={S:"stride",P:"pad"},aU=p(class extends sh{constructor(t,e){super(t,e,[...aB,"window","cell","knobs"],aF),Object.assign(this,{kept:{},shown:{}}),this.picture=new aR({move:t=>this.change({window:t}),choose:t=>this.choose(t),play:()=>this.player.toggle(),step:t=>this.step(t),note:t=>this.note(t),hold:()=>this.player.pause(),playing:()=>this.player.playing}),this.player=new sl("Walk through the windows",{step:t=>this.step(t),start:()=>this.start(),next:()=>this.root.isConnected&&this.next(),paused:()=>this.announce(this.sentence.textContent),reset:()=>this.reset()}),this.controls=tr(aH,(t,e)=>this.resize(t,e)),this.build(),this.first=super.read(),this.update(),this.follow()}build(){let t=t=>i("p",{class:`cs-${t}`});Object.assign(this,{shapes:t("shapes"),memory:t("memory"),sentence:t("sentence"),aside:t("note"),problem:t("problem")}),this.bars=["x","col"].map(t=>i("span",{class:`cs-bar-${t}`}));let e=i("div",{class:"cs-bars","aria-hidden":"true"},["input","X_col"].map((t,e)=>i("div",{},i("span",{},t),this.bars[e])));this.body=i("div",{class:"cs-body"},i("div",{class:"cs-line"},this.controls.node,this.player.node),i("div",{class:"cs-cost"},e,this.memory),this.picture.node,i("div",{class:"cs-words"},this.sentence,this.aside,this.shapes)),this.open("im2col","im2col: windows as columns",this.problem,this.body)}read(){return{...super.read(),dilation:1}}resize(t,e){return(this.player.pause(),t in aK)?this.change({[aK[t]]:e}):this.change({w:aM({...au(this.read()),F:e},this.kept).w})}choose(t){this.player.pause(),this.change({cell:t})}reset(){this.player.pause(),this.kept={},this.change(this.first)}step(t){this.player.pause();let e=this.read(),{columns:s}=aj(e);this.change({window:(aC(e).n+t+s)%s})}start(){this.next()||this.change({window:0})}next(){let t=this.read(),{columns:e}=aj(t),s=aC(t).n+1;return!(s>=e)&&(this.change({window:s}),!0)}update(){this.queued=!1;let t=this.read(),e=am(t);if(this.problem.hidden=!e,this.body.hidden=!!e,e)return a(this.problem,e);for(let e of["x","w","b"])this.kept[e]=aA(this.kept[e],t[e]);let s=this.shown,i=JSON.stringify(au(t)),r=aB.some(e=>s[e]!==t[e]);i!==this.size&&this.picture.build(t),r&&this.picture.values(t),(i!==this.size||this.picture.cramped)&&this.picture.fit(this.width()),this.size=i,this.shown=t,this.showWords(t,r&&void 0!==s.x,s.cell!==t.cell)}showWords(t,e,s){let i=aj(t),r=aI(t,this.picture.entries,this.picture.results);for(let t of["shapes","memory"])a(this[t],r[t]);a(this.sentence,r.column),this.spare=r.aside,this.picture.move(t),this.controls.show(au(t),this),[i.numbers/i.ratio,i.numbers].forEach((t,e)=>{this.bars[e].style.setProperty("--share",t/(i.numbers/i.ratio)/9),a(this.bars[e],(0,c.ai)(t))}),this.showDescription(t);let n=this.showTask(i),o=e?`${r.memory} `:"";this.announce(`${o}${s&&r.aside?r.aside:r.column}${n}`)}note(t){a(this.aside,t||this.spare||"")}});var aq=s(49),a_={};a_.styleTagTransform=te(),a_.setAttributes=J(),a_.insert=Y().bind(null,"head"),a_.domAPI=G(),a_.insertStyleElement=Q(),q()(aq.A,a_),aq.A&&aq.A.locals&&aq.A.locals;let aG=1/512,aV=[91,156,255],aY={};function aX({pixels:t}){return aY.pixels!==t&&(aY={pixels:t,bytes:Uint8Array.from(atob(t),t=>t.charCodeAt(0))}),aY.bytes}function aJ({picture:{width:t,height:e},row:s,col:i}){let a=(t,e)=>Math.min(Math.max(t,1),e-2);return{row:a(s,e),col:a(i,t)}}function aZ(t){let{row:e,col:s}=aJ(t),{width:i}=t.picture,a=aX(t.picture),r=t.filter.flat(),n=r.map((t,r)=>a[(e-1+Math.floor(r/3))*i+s-1+r%3]),o=n.map((t,e)=>t*r[e]+0);return{pixels:n,weights:r,products:o,value:aQ(o)}}let aQ=t=>t.reduce((t,e)=>t+e,0),a0=t=>t.every(t=>Math.abs(aQ(t))<aG);function a1(t){let e=t.filter.flat(),s=aQ(e),i=a0(t.filter),a=a0([0,1,2].map(e=>t.filter.map(t=>t[e]))),r=Math.abs(s)<aG&&e.some(t=>Math.abs(t)>=.05),n=e.flatMap((t,e)=>0===t?[]:[e]);return{sum:s,flat:r,upright:r&&i&&!a,level:r&&a&&!i,shift:1===n.length&&4!==n[0]&&1===e[n[0]],...aJ(t),value:aZ(t).value}}function a2(t){let e=Math.min(Math.abs(t),255);return t<0?aV.map(t=>Math.floor(e*t/255+.5)):[,,,].fill(Math.floor(e+.5))}let a4=t=>[0,3,6].map(e=>t.slice(e,e+3).map(c.ai).join(", ")).join("; ");function a3(t){let{width:e,height:s}=t.picture;return[`A filter of 3\xd73 over a picture of ${e}\xd7${s}\xd71; the map is ${e-2}\xd7${s-2}\xd71.`,`The weights, row by row: ${a4(t.filter.flat())}.`,a5(t),function(t){let{row:e,col:s}=aJ(t);return`Around row ${e}, column ${s} the nine pixels are ${a4(aZ(t).pixels)}.`}(t),a6(t)].join(" ")}function a5(t){let{flat:e,sum:s}=a1(t);return e?"The weights add up to 0, so flat areas come out black.":.002>Math.abs(s-1)?"The weights add up to 1, so flat areas stay as they are.":`The weights add up to ${(0,c.ai)(s)}.`}function a6(t){var e;let{value:s}=aZ(t);return`The nine products add up to ${(0,c.ai)(s)}: ${(e=s)<=-.5?"below 0, so blue":e<.5?"black":e<254.5?e<24?"almost black":e<85?"dark grey":e<170?"grey":"light grey":"white"} in the map.`}let a8={ArrowLeft:[0,-1],ArrowRight:[0,1],ArrowUp:[-1,0],ArrowDown:[1,0],PageUp:[-8,0],PageDown:[8,0]};class a7{constructor(t){this.move=e=>t(aJ({...this.s,...e})),this.source=i("canvas",{"aria-hidden":"true"}),this.map=i("canvas",{"aria-hidden":"true"}),this.frame=i("i",{class:"cs-frame"}),this.pixel=i("i",{class:"cs-frame"}),this.names=[i("span",{}),i("span",{})],this.field=this.stage(this.source,this.frame,{tabindex:"0",role:"application"}),this.field.addEventListener("keydown",t=>this.key(t)),this.mapField=this.stage(this.map,this.pixel);let e=["black: 0","white: 255 and more","blue: below 0"].map(t=>i("span",{},i("i"),t));this.node=i("div",{class:"cs-pictures"},i("div",{},i("p",{class:"cs-name"},i("b",{},"Picture"),this.names[0]),this.field),i("div",{},i("p",{class:"cs-name"},i("b",{},"Map"),this.names[1]),this.mapField),i("p",{class:"cs-legend"},e))}stage(t,e,s={}){let a=i("div",{class:"cs-stage",...s},t,e),r=t=>{let e=a.getBoundingClientRect(),{width:s,height:i}=this.s.picture,r=Math.floor((t.clientX-e.left)/e.width*s);this.move({row:Math.floor((t.clientY-e.top)/e.height*i),col:r})};return a.addEventListener("pointerdown",r),a.addEventListener("pointermove",r),a}key(t){let e=a8[t.key],s={Home:0,End:this.s.picture.width};if(!e&&!(t.key in s)||t.altKey||t.ctrlKey||t.metaKey)return;t.preventDefault();let{row:i,col:a}=aJ(this.s),r=t.shiftKey&&t.key.startsWith("Arrow")?8:1;this.move(e?{row:i+r*e[0],col:a+r*e[1]}:{row:i,col:s[t.key]})}build(t){let{width:e,height:s}=t.picture;for(let[t,i]of(a(this.names[0],`${e}\xd7${s}\xd71`),a(this.names[1],`${e-2}\xd7${s-2}\xd71`),Object.entries({"--wide":e,"--high":s})))this.node.style.setProperty(t,i);a9(this.source,e,s,aX(t.picture))}filter(t){let{width:e,height:s}=t.picture;a9(this.map,e-2,s-2,function(t){let{width:e,height:s}=t.picture,i=aX(t.picture),a=new Float64Array((e-2)*(s-2));return t.filter.flat().forEach((t,r)=>{if(!t)return;let[n,o]=[Math.floor(r/3),r%3];for(let r=0,l=0;r<s-2;r++)for(let s=(r+n)*e+o,h=s+e-2;s<h;s++,l++)a[l]+=i[s]*t}),a}(t))}show(t){this.s=t;let{row:e,col:s}=aJ(t);for(let t of[this.frame,this.pixel])t.style.setProperty("--row",e),t.style.setProperty("--col",s);this.field.setAttribute("aria-label",`Picture: row ${e}, column ${s}`)}}function a9(t,e,s,i){Object.assign(t,{width:e,height:s});let a=t.getContext("2d"),r=a.createImageData(e,s);i.forEach((t,e)=>{r.data.set([...a2(t),255],4*e)}),a.putImageData(r,0,0)}class rt{constructor(t){let e=t=>Array.from({length:9},(e,s)=>t(s));this.pixels=e(()=>i("span",{class:"cs-one"})),this.products=e(()=>i("span",{class:"cs-one"})),this.fields=e(e=>this.weight(e,t)),this.swatch=i("i",{class:"cs-swatch"}),this.sum=i("b",{}),this.node=i("div",{class:"cs-calc"},re("Pixels","pixels",this.pixels,{"aria-hidden":"true"}),i("span",{class:"cs-sign","aria-hidden":"true"},"\xd7"),re("Weights","weights",this.fields,{role:"group","aria-label":"Weights"}),i("span",{class:"cs-sign","aria-hidden":"true"},"="),re("Products","products",this.products,{"aria-hidden":"true"}),i("p",{class:"cs-sum","aria-hidden":"true"},"sum ",this.sum,this.swatch))}weight(t,e){let s=i("input",{class:"cs-one","aria-label":`Weight, row ${Math.floor(t/3)}, column ${t%3}`,autocomplete:"off",spellcheck:"false"});return s.addEventListener("focus",()=>s.select()),s.addEventListener("input",()=>e(t,s,!1)),s.addEventListener("change",()=>e(t,s,!0)),s.addEventListener("keydown",i=>{if("ArrowUp"!==i.key&&"ArrowDown"!==i.key)return;i.preventDefault();let a="ArrowUp"===i.key?1:-1;s.value=String(Math.min(Math.max(Math.round(((this.s.filter.flat()[t]??0)+a)*1e6)/1e6,-99),99)),e(t,s,!0)}),s}show(t){this.s=t;let{pixels:e,weights:s,products:i,value:r}=aZ(t);this.pixels.forEach((t,s)=>{a(t,String(e[s])),t.style.background=`rgb(${e[s]} ${e[s]} ${e[s]})`,t.style.color=e[s]>=117?"#000":"#fff"}),this.products.forEach((t,e)=>a(t,(0,c.ai)(i[e]))),s.forEach((e,s)=>{this.fields[s]!==this.fields[s].getRootNode().activeElement&&this.write(t,[s])}),a(this.sum,(0,c.ai)(r)),this.swatch.style.background=`rgb(${a2(r).join(" ")})`}write(t,e=this.fields.keys()){let s=t.filter.flat();for(let t of e)this.fields[t].value=(0,c.ai)(s[t])}}let re=(t,e,s,a)=>i("div",{class:`cs-table cs-${e}`},i("p",{class:"cs-name"},i("b",{},t)),i("div",a,s)),rs=p(class extends u{constructor(t,e){super(t,e,["picture","filter","row","col","tasks"],a3),Object.assign(this,{shown:{},done:new Set}),this.picture=new a7(t=>this.change(t)),this.calc=new rt((t,e,s)=>this.setWeight(t,e,s)),this.build(),this.first=this.read(),this.update()}build(){Object.assign(this,{list:i("ol",{class:"cs-tasks"}),sentence:i("p",{class:"cs-sentence"}),flat:i("p",{class:"cs-flat"}),aside:i("p",{class:"cs-hint"})});let t=i("button",{type:"button",class:"cs-button",onclick:()=>this.reset()},"Reset"),e=i("div",{class:"cs-words"},this.sentence,this.flat,this.aside),s=i("div",{class:"cs-below"},this.calc.node,i("div",{},e,t));this.open("imagefilter","Filter on a photograph",this.list,this.picture.node,s)}setWeight(t,e,s){let i=function(t){let[e,s="1",...i]=t.replaceAll("−","-").replaceAll(",",".").split("/"),a=""===e.trim()||""===s.trim()||i.length?0/0:Number(e)/Number(s);return Number.isFinite(a)&&99>=Math.abs(a)?a+0:null}(e.value),a=structuredClone(this.model.get("filter")),r=a[Math.floor(t/3)][t%3];this.warning=null,this.acted=!0,null!==i&&(a[Math.floor(t/3)][t%3]=i,i!==r&&this.change({filter:a})),s&&(null===i&&this.refuse(`“${e.value}” is not a number from −99 to 99; the weight stays ${(0,c.ai)(r)}.`),this.calc.write(this.read()))}reset(){this.warning=null,this.change({filter:this.first.filter,row:this.first.row,col:this.first.col}),this.note()}update(){this.queued=!1;let t=this.read();if("3,3,3"!==String(t.filter.map(t=>t.length)))throw Error("A filter has 3\xd73 weights.");let e=t.picture!==this.shown.picture||t.filter!==this.shown.filter;t.picture!==this.shown.picture&&this.picture.build(t),e&&this.picture.filter(t),this.picture.show(t),this.calc.show(t);let s=!this.shown.picture;this.shown=t,a(this.sentence,a6(t)),a(this.flat,a5(t)),this.note(),this.showDescription(t);let i=a1(t),r=this.showTask(i)+this.showTasks(i);s||this.announce(`${e?`${a5(t)} `:""}${a6(t)}${r}`)}showTasks(t){let e=this.model.get("tasks")??[],s="";e.forEach(({goal:e,why:i},a)=>{!Object.entries(e).every(([e,s])=>t[e]===s)||!this.acted||this.done.has(a)||(this.done.add(a),s+=` That meets a task. ${(0,c.Yy)(i??"")}`.trimEnd())});let a=JSON.stringify([e,[...this.done]]);return a===this.told||(this.told=a,this.list.hidden=!e.length,this.list.replaceChildren(...e.map(({task:t,why:e},s)=>{let a=this.done.has(s),r=[i("b",{},a?"✓ Done":"Try it"),` ${(0,c.Yy)(t)}`,a&&e?` ${(0,c.Yy)(e)}`:""];return i("li",{class:`cs-task${a?" cs-met":""}`},r)}))),s}note(){a(this.aside,this.warning||"Type other weights: −1, 0.5 or 1/9. Point at a pixel, or move with the arrow keys.")}});var ri=s(51),ra={};ra.styleTagTransform=te(),ra.setAttributes=J(),ra.insert=Y().bind(null,"head"),ra.domAPI=G(),ra.insertStyleElement=Q(),q()(ri.A,ra),ri.A&&ri.A.locals&&ri.A.locals;let rr=[0,0],rn=(t,e)=>t.reduce((t,s)=>Math.max(t,(([t,e],s)=>t*s+e)(s,e)),0),ro=(...t)=>[t.reduce((t,[e])=>t+e,0),t.reduce((t,[,e])=>t+e,0)],rl=t=>t.reduce((t,e)=>t*Number(e),1),rh=t=>tq(t).reduce((t,[e])=>t*e,1),rc=t=>[[t,0]],rd=t=>[[0,t]];function rp({word:t,values:e},s,i){let a=t=>e.bias?t:0;if("FC"===t)return rl(s)*e.units+a(e.units);if("BN"===t)return 2*s[0];if(!tC(t))return 0;let r="LOCAL"===t?rl(i):e.filters;return r*(s[0]/(e.groups??1)*rh({word:t,values:e}))+a(r)}let ru=({layer:t,inShape:e,outShape:s,size:i})=>e[0]*rh(t)*rl(s.slice(1))*i,rm={CONV:function(t){let{layer:e,inShape:s,size:i}=t,{filters:a,groups:r}=e.values,n=a*(s[0]/r)*rh(e)*i;return{keeps:"x",workspace:rd(ru(t)+(({outShape:t,size:e})=>rl(t)*e)(t)),backward:rd(ru(t)+Math.max(n,(({inShape:t,size:e})=>rl(t)*e)(t)))}},LOCAL:function(t){let e=t.layer.values.bias?(({outShape:t,size:e})=>rl(t)*e)(t):0;return{keeps:"x",workspace:rc(ru(t)+e),backward:rc(2*ru(t))}},POOL:function(t){let e,{layer:s,inShape:i,outShape:a,size:r}=t,n=tq(s),o=(e=rh(s),[1,2,4].find(t=>e-1<256**t)??8),[l,h]=n.map((t,e)=>(function([t,e,s],i,a){return Math.max(...Array.from({length:t},(t,r)=>{let n=r-s,o=Math.max(0,Math.ceil(-n/e));return Math.max(0,Math.min(i-1,Math.floor((a-1-n)/e))-o+1)}))})(t,a[e+1],i[e+1])),c=i[0]*l*h*(r+1+o),d=8*rl(a.slice(1))+32*Math.max(...a.slice(1)),p=2*(8*rl(a))+(n.some(([t,e])=>t>e)?8*rl(i):0);return{keeps:"",own:[rl(a)*o,0],workspace:[[c,0],[0,d]],test:[rr],backward:rc(p)}},AVGPOOL:function(t){let e=t.outShape.slice(1);return{keeps:"",workspace:rd(rl(e)*(8+t.size)+32*Math.max(...e)),backward:rc((({outShape:t,size:e})=>rl(t)*e)(t))}},L2POOL:t=>({keeps:"xy",workspace:rc((({inShape:t,size:e})=>rl(t)*e)(t)),backward:rc(2*(({outShape:t,size:e})=>rl(t)*e)(t))}),GAP:t=>({keeps:"",workspace:[rr],backward:rc((({outShape:t,size:e})=>rl(t)*e)(t))}),FC:t=>({keeps:"x",workspace:t.layer.values.bias?rc((({outShape:t,size:e})=>rl(t)*e)(t)):[rr],backward:[rr]}),FLATTEN:()=>({keeps:"",workspace:[rr],backward:[rr],isView:!0}),RELU:t=>({keeps:"y",workspace:rd((({inShape:t,size:e})=>rl(t)*e)(t)),backward:rc(rl(t.inShape))}),LRELU:t=>({keeps:"y",workspace:[rr],backward:rc(2*rl(t.inShape))}),SIGMOID:t=>({keeps:"y",workspace:rc((({inShape:t,size:e})=>rl(t)*e)(t)+rl(t.inShape)),backward:rc((({inShape:t,size:e})=>rl(t)*e)(t))}),TANH:t=>({keeps:"y",workspace:[rr],backward:rc((({inShape:t,size:e})=>rl(t)*e)(t))}),DROPOUT:t=>({keeps:"",own:[rl(t.inShape),0],workspace:[rr],backward:[rr]}),BN:function(t){let{inShape:e,size:s}=t,[i,...a]=e,r=rl(a),n=r>1&&r<=4096?(({inShape:t,size:e})=>rl(t)*e)(t):0;return{keeps:"x",own:[0,2*i*s],workspace:[[i*s,8*i],[0,n]],test:[[0,n]],backward:[[(({inShape:t,size:e})=>rl(t)*e)(t),n]]}},LRN:function(t){let e=(({inShape:t,size:e})=>rl(t)*e)(t);return{keeps:"x",own:[e,0],workspace:[rr],test:rc(e),backward:rc(2*e)}},PADCHANNELS:()=>({keeps:"",workspace:[rr],backward:[rr]})};class rf extends Error{constructor(t,e,s){super(s),Object.assign(this,{row:t,name:e,reason:s})}}let rg=t=>[...t].reverse().join("\xd7"),rw=t=>t.times?Array(t.times[0]).fill(t.times[1]):[t],rx={Residual:"add",Concat:"concat"},rb=({kind:t},e)=>"Residual"===t?["body","shortcut"][e]:String(e),rv=t=>rx[t.kind];function ry(t,e){let s=0,i=(t,e)=>{if("layer"===t.kind)return s++,{...t,row:s,inShape:e,outShape:function(t,e,s){try{return t_(t,e)}catch(i){throw new rf(s,ed(t),`${i.message} Its input is ${rg(e)}.`)}}(t.layer,e,s)};let a=e,r=t.parts.map(e=>{let s=i(e,a);return"Serial"===t.kind&&(a=s.outShape),s});return"Serial"===t.kind?{...t,parts:r,inShape:e,outShape:a}:(s++,{...t,parts:r,row:s,inShape:e,outShape:function(t,e,s,i){let a=e.map(({outShape:t})=>t),r=t=>t.map(rg).join(" and ");if("Residual"===t.kind){let t=[a[0],a[1]??s];if(String(t[0])===String(t[1]))return a[0];throw new rf(i,"add",`Only volumes of the same size are added; here are ${r(t)}.`)}let n=a.find(t=>String(t.slice(1))!==String(a[0].slice(1)));if(n)throw new rf(i,"concat",`Branches have to agree in width and height; here are ${r([a[0],n])}.`);return[a.reduce((t,[e])=>t+e,0),...a[0].slice(1)]}(t,r,e,s)})};return i(t,e)}let rk=["data","activations","gradients","parameterGradients"],r$=(t,e)=>t?`${t}.${e}`:e;class rM{constructor(t,e){Object.assign(this,{size:t,keep:e,moments:[],rows:[]}),this.alive=Object.fromEntries(rk.map(t=>[t,rr]))}add(t,e,s=null){return this.alive[t]=ro(this.alive[t],e),{source:t,bytes:e,maker:s,kept:!1}}batch(t,e,s){return this.add(t,[rl(e)*this.size,0],s)}free(t){for(let{source:e,bytes:s,kept:i}of t)i||(this.alive[e]=ro(this.alive[e],[-s[0],-s[1]]))}note(t,e,s,i=[rr]){this.moments.push({row:t,name:e,stage:s,...this.alive,workspace:i,all:ro(...Object.values(this.alive))})}addRow(t,e,s,i,a={}){this.rows.push({node:t,name:e,tensors:s,makers:i,parameters:0,statistics:0,workspace:[rr],backwardWorkspace:[rr],macs:0,...a})}rule({layer:t,inShape:e,outShape:s}){return rm[t.word]({layer:t,inShape:e,outShape:s,size:this.size})}forward(t,e,s){return"layer"===t.kind?this.forwardLayer(t,e,s):"Serial"===t.kind?this.forwardInARow(t,e,s):this.forwardJoint(t,e,s)}forwardLayer(t,e,s){let{layer:i,inShape:a,outShape:r,row:n}=t,{keeps:o,own:l,workspace:h,test:c,backward:d,isView:p}=this.rule(t);if(p)return this.addRow(t,e,[],[s.maker]),s;let u=this.batch("activations",r,n),m=[u];this.keep&&(l&&m.push({...this.add("activations",l),kept:!0}),o.includes("x")&&(s.kept=!0),o.includes("y")&&(u.kept=!0)),this.note(n,e,"forward",this.keep?h:c??h);let f=rp(i,a,r),g=function({word:t,values:e},s,i,a){if("FC"===t)return rl(s)*e.units;if(!tC(t))return 0;let r=rl(i),n="LOCAL"===t?r:e.filters;return r*(a/n-!!e.bias)}(i,a,r,f),w={parameters:f,statistics:(({word:t},[e])=>"BN"===t?2*e:0)(i,a),macs:g};return this.addRow(t,e,m,[s.maker],{...w,workspace:h,backwardWorkspace:d}),u}forwardInARow(t,e,s){let i=s;return t.parts.forEach((a,r)=>{let n=this.forward(a,r$(e,rb(t,r)),i);i!==n&&i!==s&&this.free([i]),i=n}),i}forwardJoint(t,e,s){let i=t.parts.map((i,a)=>this.forward(i,r$(e,rb(t,a)),s)),a=r$(e,rv(t)),r=this.batch("activations",t.outShape,t.row);this.note(t.row,a,"forward");let n=[...i,..."Residual"===t.kind&&1===i.length?[s]:[]];return this.addRow(t,a,[r],n.map(({maker:t})=>t)),this.free(i.filter(t=>t!==s)),r}backward(t,e,s){return"layer"===t.kind?this.backwardLayer(t,e,s):"Serial"===t.kind?this.backwardInARow(t,e,s):this.backwardJoint(t,e,s)}backwardLayer(t,e,s){let{backward:i,isView:a}=this.rule(t);if(a)return s;this.add("parameterGradients",[0,rp(t.layer,t.inShape,t.outShape)*this.size]);let r=this.batch("gradients",t.inShape);return this.note(t.row,e,"backward",i),r}backwardInARow(t,e,s){let i=s;for(let a=t.parts.length-1;a>=0;a--){let r=this.backward(t.parts[a],r$(e,rb(t,a)),i);i!==r&&i!==s&&this.free([i]),i=r}return i}backwardJoint(t,e,s){let i=i=>{let a=this.batch("gradients",t.inShape);return this.note(t.row,r$(e,rv(t)),"backward"),this.free(i.filter(t=>t!==s)),a},a=(i,a)=>this.backward(i,r$(e,rb(t,a)),s);return"Residual"===t.kind?i(t.parts.map(a)):t.parts.reduce((t,e,s)=>s?i([t,a(e,s)]):a(e,s),null)}}function rA(t,e,s){let i=new rM(e,s),a=i.batch("data",t.inShape,0);i.addRow({row:0,outShape:t.inShape},"input",[a],[]);let r={row:0,name:"input",stage:"forward",...i.alive,workspace:[rr],all:a.bytes};return i.forward(t,"",a),{run:Object.assign(i,{first:r}),rows:i.rows.map(rE)}}let rz=({moments:t,first:e})=>t.length?t:[e],rE=({tensors:t,...e})=>({...e,activations:t[0]?.bytes??rr,kept:ro(rr,...t.filter(({kept:t})=>t).map(({bytes:t})=>t)),outputKept:t[0]?.kept??!1}),rS=({all:t,workspace:e},s)=>(([t,e],s)=>t*s+e)(t,s)+rn(e,s),rL=[3,4,6,12,24,80],rC={float32:4,float64:8},rO={SGD:0,momentum:1,Nesterov:1,Adagrad:1,RMSProp:1,Adam:2},rj=["RELU","LRELU","SIGMOID","TANH","DROPOUT","BN","LRN"],rN=["spec","side","batch","dtype","train","optimizer"];function rP(t){let e=t.presets?.[t.spec];return e&&e.startsWith("{")?JSON.parse(e):!t.spec&&t.tree?.net?t.tree:null}let rT=({spec:t,presets:e={}})=>Object.keys(e).find(s=>(e[s].startsWith("{")?s:e[s])===t),rF=t=>rT(t)??(null!==rP(t)?"Your net":"This net");function rI(t){let{net:e,run:s}=function(t){let e=JSON.stringify([t.spec,rP(t),t.side,t.dtype,t.train]);if(!rD.has(e)){4===rD.size&&rD.delete(rD.keys().next().value);let s=function(t){let e=rP(t);if(e)return function(t,{input:e,net:s}){let i=en(e,t.side);try{return{text:null,inShape:i,own:e,error:null,tree:ry(function t(e){if("string"==typeof e)return{kind:"layer",layer:eh(t6(e)[0])};let[[s,i]]=Object.entries(e);return{kind:s,parts:i.flatMap(rw).map(t)}}(s),i)}}catch(t){if(!(t instanceof rf))throw t;return{text:null,inShape:i,own:e,error:t,tree:null}}}(t,e);let s=er(t.spec,ea,t.side),i=t.side?er(t.spec).inShape:s.inShape,{inShape:a,error:r}=s;return{text:s,inShape:a,own:i,error:r,tree:r?null:ry({kind:"Serial",parts:s.rows.map(({layer:t})=>t).map(t=>({kind:"layer",layer:t}))},a)}}(t);rD.set(e,{net:s,run:s.error?null:function(t,e,s){let{run:i,rows:a}=rA(t,e,!0);return s?(i.backward(t,"",i.batch("gradients",t.outShape)),{rows:a,moments:rz(i)}):{rows:a,moments:rz(rA(t,e,!1).run)}}(s.tree,rC[t.dtype],t.train)})}return rD.get(e)}(t);if(e.error)return{net:e,error:e.error};let i=t.batch,a=rC[t.dtype],r=s.rows.reduce((t,{parameters:e})=>t+e,0),n=t.train?rO[t.optimizer]:0,o=s.rows.reduce((t,e)=>t+e.statistics,0),l=(r*(1+n)+o)*a,h=s.moments.map(t=>(function(t,e,s){let i=Object.fromEntries(rk.map(s=>[s,(([t,e],s)=>t*s+e)(t[s],e)])),{row:a,name:r,stage:n}=t;return{row:a,name:r,stage:n,...i,workspace:rn(t.workspace,e),total:s+rS(t,e)}})(t,i,l)),c=s.rows.map(e=>(function({node:t,makers:e,outputKept:s,macs:i,...a},r,n,o,l){let h=a.parameters*n,c=(([t,e],s)=>t*s+e)(a.activations,r);return{row:t.row,label:rW(t),word:t.layer?.word??null,shape:t.outShape,makers:e,outputKept:s,activations:c,kept:o?(([t,e],s)=>t*s+e)(a.kept,r):0,numbers:c&&!rj.includes(t.layer?.word)?rl(t.outShape):0,parameterNumbers:a.parameters,parameters:h+a.statistics*n,gradients:o?c:0,parameterGradients:o?h:0,stepCache:h*l,workspace:0,macs:i*r}})(e,i,a,t.train,n));for(let{row:t,workspace:e}of h)c[t].workspace=Math.max(c[t].workspace,e);c.forEach((t,e)=>{Object.assign(t,rR(c,[e]))});let d=h.reduce((t,{total:e},s)=>e>h[t].total?s:t,0),p={net:e,error:null,n:i,size:a,rows:c,moments:h,peak:d,fullest:h[d]};if(Object.assign(p,{numbers:r,parameters:(r+o)*a,stepCache:r*a*n,base:l}),p.total=p.fullest.total,p.sums=rH(c),Object.values(p.sums).reduce((t,e)=>t+e,p.total)>=0x20000000000000)return{net:e,error:{reason:"This net needs more memory than any card has: more than 8,000,000 GiB. It is not counted further."}};let u=t=>l+s.moments.reduce((e,s)=>Math.max(e,rS(s,t)),0);return p.largest=t=>(function(t,e){if(t(1)>e)return 0;let s=1;for(;t(2*s)<=e;)s*=2;for(let i=s/2;i>=1;i/=2)t(s+i)<=e&&(s+=i);return s})(u,0x40000000*t),p}let rD=new Map,rW=t=>t.layer?ed(t.layer):0===t.row?"INPUT":rv(t);function rR(t,e){let s=e.filter(e=>e&&t[e].kept),i=new Set(s),a=e=>{0===e||i.has(e)||t[e].outputKept||(i.add(e),t[e].makers.forEach(a))};for(let e of s)t[e].makers.forEach(a);let r=(e,s)=>[...e].reduce((e,i)=>e+t[i][s],0);return{frees:r(s,"kept"),again:r(i,"macs")}}let rB=["activations","kept","numbers","parameters","gradients","parameterGradients","stepCache","workspace","macs"],rH=t=>Object.fromEntries(rB.map(e=>[e,t.reduce((t,s)=>t+s[e],0)])),rK=t=>rN.filter(e=>Object.hasOwn(t.start??{},e)&&t.start[e]!==t[e]);function rU(t){if(t<1024)return`${t} bytes`;let e=Math.min(Math.floor(Math.log2(t)/10),3),s=t/1024**e*10,i=Math.floor(s),a=String(s-i==.5?i%2?i+1:i:Math.round(s)).padStart(2,"0");return`${a.slice(0,-1)}.${a.slice(-1)} ${["KiB","MiB","GiB"][e-1]}`}function rq(t,e){if(t<e)return(0,c.zD)(t);let s=Math.min(Math.floor(Math.log10(t)/3),5);return`${(t/1e3**s).toPrecision(3)} ${"kMGTP"[s-1]}`}function r_(t){let e=t.train?`A step of training with ${t.optimizer}`:"A forward pass at test time";return`${e}, a batch of ${(0,c.zD)(t.batch)}, ${t.dtype}: ${rC[t.dtype]} bytes a number.`}function rG({net:t,error:e}){return t.text?.error?e_(t.text):eq(e.row?`Layer ${e.row}, ${e.name}: ${e.reason}`:e.reason)}let rV=(t,{net:e,rows:s,numbers:i})=>`${rF(t)}: ${(0,c.LS)(s.length-1,"layer")}, an input of ${rg(e.inShape)}, ${(0,c.zD)(i)} parameters.`,rY=({rows:t},e)=>e?`layer ${e}, ${t[e].label}`:"the input",rX=({parameters:t,stepCache:e},s)=>[["parameters",t],["step cache",e],["parameter gradients",s.parameterGradients],["data",s.data],["activations",s.activations],["gradients",s.gradients],["workspace",s.workspace]],rJ=t=>t.length>1?`${t.slice(0,-1).join(", ")} and ${t.at(-1)}`:t.join(""),rZ=t=>`It needs ${rU(t.total)} at most, in the ${t.fullest.stage} pass of ${rY(t,t.fullest.row)}`;function rQ(t,{total:e,largest:s}){let i=s(t.card),a=`That ${e<=0x40000000*t.card?"fits":"does not fit"} a card of ${(0,c.zD)(t.card)} GiB`;return i?`${a}; the largest batch there is ${(0,c.zD)(i)}.`:`${a}: not even one example does.`}function r0(t,{sums:e}){if(t.notes){let s=rU(e.numbers*rC[t.dtype]);return`As the notes count, one example has ${(0,c.zD)(e.numbers)} numbers, which take ${s}.`}let s=`Summed up, the input and all outputs take ${rU(e.activations)}`;return t.train?`${s}; ${rU(e.kept)} of activations wait for the backward pass.`:`${s}, but nothing is kept: they are never there at the same time.`}function r1(t,{rows:e},s){var i,a;let{label:r,shape:n,activations:o,kept:l,outputKept:h,frees:c,again:d}=e[s];if(0===s)return`The input, ${rg(n)}: ${rU(o)} of data, there from first to last.`;let p=`Layer ${s}, ${r}: ${rg(n)}`;if(!o)return`${p}. It is its input in another shape, and takes no memory.`;let u=`${p}, ${rU(o)} of output`;return s!==e.length-1||h?t.train?l?`${u}, ${i=o,a=l,h?a>i?`which stays for the way back with ${rU(a-i)} of its own`:"which stays for the way back":`freed once it has been read; ${rU(a)} of its own stay for the way back`}. To compute it again instead would free ${rU(c)} and cost ${r2(d)}.`:`${u}, freed once it has been read, for no layer needs it on the way back.`:`${u}, freed once it has been read.`:`${u}: what the net gives, for the caller to read.`}let r2=t=>t?`${(0,c.zD)(t)} multiply-adds more`:"no multiply-adds",r4=(t,e)=>"spec"===e?rF(t):"side"===e?t.side?`input ${t.side}\xd7${t.side}`:"the input as the net has it":"train"===e?t.train?"training":"test time":"batch"===e?`batch ${(0,c.zD)(t.batch)}`:t[e],r3=(t,e="")=>`${rU(Math.abs(t))}${e} ${t<0?"less":"more"}`;function r5(t,e){if(!Object.keys(t.start??{}).length)return"";let s=rK(t);if(!s.length)return"Nothing is changed yet.";let i={...t,...t.start},a=rJ(s.map(e=>`${r4(t,e)} instead of ${r4(i,e)}`)),r=rI(i);if(e.error||r.error)return`Changed: ${a}.`;let n=new Map(rX(r,r.fullest)),o=rX(e,e.fullest).map(([t,e])=>[t,e-n.get(t)]).filter(([,t])=>t);if(!o.length)return`Changed: ${a}. The fullest moment needs as much as before.`;let l=rJ(o.map(([t,e])=>r3(e,` of ${t}`)));return`Changed: ${a}. At the fullest moment that is ${r3(e.total-r.total)}: ${l}.`}function r6(t,e=rI(t)){let s;return[...e.error?[r_(t),rG(e)]:[rV(t,e),r_(t),(s=rX(e,e.fullest).filter(([,t])=>t).map(([t,e])=>`${rU(e)} of ${t}`),`${rZ(e)}: ${rJ(s)}.`),rQ(t,e),r0(t,e),t.row>=0&&t.row<e.rows.length?r1(t,e,t.row):""],r5(t,e)].filter(Boolean).join(" ")}class r8{constructor(t){this.change=t,this.own=16;let e=h("card");this.tiles=[...rL,null].map(t=>this.tile(t,e)),this.node=i("div",{class:"cs-mem-cards",role:"radiogroup","aria-label":"Card"},this.tiles.map(({node:t})=>t))}tile(t,e){let s=i("input",{type:"radio",name:e,onchange:()=>this.change(t??this.own)}),a=i("span",{class:"cs-mem-batch"}),r=i("span",{class:"cs-mem-fits"}),n=t?i("b",{},`${t} GiB`):i("b",{},"your own"),o=i("label",{},s,i("span",{class:"cs-mem-tile"},i("span",{},n,r),a)),l=t?null:this.field();return{card:t,radio:s,batch:a,fits:r,node:i("div",{class:"cs-mem-card"},o,l)}}field(){return this.input=i("input",{type:"number",inputmode:"numeric",min:1,max:1024,step:1,"aria-label":"Your own card, GiB",oninput:()=>this.type(!1),onchange:()=>this.type(!0)}),i("span",{class:"cs-mem-own"},this.input," GiB")}type(t){let e=Number(this.input.value),s=""!==this.input.value&&Number.isInteger(e)&&e>=1&&e<=1024;s&&(this.own=e),s?this.change(e):t&&(this.input.value=this.own)}show(t,e){let s=rL.includes(t.card)&&document.activeElement!==this.input;for(let{card:i,radio:r,batch:n,fits:o}of(s||(this.own=t.card),document.activeElement!==this.input&&(this.input.value=this.own),this.tiles)){let l=i??this.own,h=i?s&&i===t.card:!s,c=e.error?null:e.largest(l);r.checked=h,a(n,null===c?"":c?`up to ${rq(c,1e4)}`:"not even 1");let d=null!==c&&e.total<=0x40000000*l;a(o,null===c?"":d?" ✓":" ✗"),o.className=`cs-mem-fits${d?"":" cs-mem-too-small"}`,r.setAttribute("aria-label",function(t,e,s,i){let a=t?`${e} GiB`:`Your own card of ${e} GiB`;return null===s?a:`${a}: ${i?"fits":"does not fit"}, ${s?`batches up to ${s}`:"not even one example"}`}(i,l,c,d))}}}let r7="text";class r9{constructor(t){this.on=t;let e=(t,e)=>i("select",{class:"cs-mem-select","aria-label":t,onchange:e});this.net=e("Net",()=>this.use(this.net.value)),this.optimizer=e("Optimiser",()=>t.change({optimizer:this.optimizer.value})),this.optimizer.append(...Object.keys(rO).map(t=>i("option",{value:t},t))),this.side=ta(["W","and H",1,4096,"x"],(e,s)=>t.change({side:this.sideOf(s)})),this.batch=ta(["batch","batch",1,65536,"s"],(e,s)=>t.change({batch:s})),this.dtype=eX("Numbers",[["float32","float32"],["float64","float64"]],e=>t.change({dtype:e})),this.time=eX("Time",[["train","train"],["test","test"]],e=>t.change({train:"train"===e}));let s=(...t)=>i("span",{class:"cs-mem-name-of"},t),a=(t,e)=>i("div",{},t,e);this.bytes=s(),this.fields={net:a(s("net"),this.net),side:this.side.node,batch:this.batch.node,dtype:a(this.bytes,this.dtype.node),train:a(s("time"),this.time.node),optimizer:a(s("optimiser"),this.optimizer)},this.text=new em(e=>t.net({spec:e})),this.toggle=i("button",{type:"button",class:"cs-mem-toggle",onclick:()=>this.open(this.text.node.hidden)}),this.fold=i("div",{class:"cs-mem-text"},this.toggle,this.text.node),this.open(!1),this.node=i("div",{class:"cs-mem-controls"},i("div",{class:"cs-mem-fields",role:"group","aria-label":"Settings"},Object.values(this.fields)),this.fold)}open(t){this.text.node.hidden=!t,this.toggle.setAttribute("aria-expanded",String(t)),this.toggle.textContent=`${t?"▾":"▸"} The net as text`}use(t){t===r7?(this.hasTree&&this.on.net({spec:"INPUT(3,32,32) -> CONV(16,3) -> RELU -> FC(10)",side:null}),this.open(!0),this.text.field.focus()):this.on.net({spec:this.specOf(t),side:null})}specOf(t){return"own"===t?"":this.presets[t].startsWith("{")?t:this.presets[t]}sideOf(t){let[,e,s]=this.own;return t===e&&t===s?null:t}show(t,e,s,i){this.presets=t.presets??{},this.hasTree=null!==rP(t),this.own=e.net.own,this.showNets(t),this.optimizer.value=t.optimizer;let{inShape:r}=e.net;for(let[e,s]of(this.side.show(3===r.length?r[2]:1),this.batch.show(t.batch),this.dtype.show(t.dtype),a(this.bytes,`numbers of ${rC[t.dtype]} bytes`),this.time.show(t.train?"train":"test"),Object.entries(this.fields)))s.hidden=!i(e);this.fields.side.hidden||=3!==r.length,this.fields.optimizer.hidden||=!t.train,this.fold.hidden=!i("net")||this.hasTree,e.net.text&&this.text.show(t,e.net.text,s,[]),e.net.text?.error&&this.open(!0)}showNets(t){let e=Object.keys(this.presets),s=[...t.tree?.net?[["own","your net"]]:[],...e.map(t=>[t,t]),[r7,"as text"]],a=JSON.stringify(s);a!==this.listed&&this.net.replaceChildren(...s.map(([t,e])=>i("option",{value:t},e))),this.listed=a,this.net.value=rT(t)??(null!==rP(t)?"own":r7)}}let nt=[["activations","activations"],["kept","kept"],["parameters","parameters"],["gradients","gradients"],["parameter_gradients","parameterGradients"],["step_cache","stepCache"],["workspace","workspace"],["multiply_adds","macs"],["freed_if_recomputed","frees"],["multiply_adds_to_recompute","again"]],ne=t=>/[",]/.test(t)?`"${t.replaceAll('"','""')}"`:String(t),ns=t=>`${t.map(ne).join(",")}
`,ni=[["GiB",0x40000000],["MiB",1048576],["KiB",1024],["bytes",1]],na=t=>`cs-mem-${t.replaceAll(" ","-")}`,nr=(t,{row:e,stage:s})=>`${s} pass of ${rY(t,e)}`;class nn{constructor(t){this.on=t,this.stage=r("svg",{class:"cs-mem-drawing","aria-hidden":"true"}),this.node=i("div",{class:"cs-mem-picture",role:"slider",tabindex:"0","aria-label":"Memory over one step, moment by moment","aria-valuemin":"1",onkeydown:t=>this.key(t),onpointermove:e=>t.point(this.momentAt(e)),onpointerleave:()=>t.point(null),onclick:t=>this.click(t)},this.stage)}show(t,e){Object.assign(this,{all:t,card:e}),this.draw()}fit(t){this.wide=t,this.all&&this.draw()}draw(){let{all:t,wide:e}=this;this.step=(e-62-6)/t.moments.length;let s=0x40000000*this.card;this.beyond=s>1.9*t.total,this.top=1.04*Math.max(t.total,this.beyond?0:s),this.lit=r("path",{class:"cs-mem-pointed"}),this.chosen=r("path",{class:"cs-mem-chosen"}),this.stage.setAttribute("viewBox",`0 0 ${e} 266`),this.stage.replaceChildren(...this.grid(),...this.areas(),this.lit,this.chosen,...this.stages(),...this.cardLine(s),...this.fullest()),this.node.setAttribute("aria-valuemax",String(t.moments.length))}x(t){return 62+t*this.step}y(t){return 40+190*(1-t/this.top)}grid(){let[t,e]=ni.find(([,t])=>this.top>=t)??ni.at(-1),s=this.top/e/5,i=10**Math.floor(Math.log10(s)),a=[1,2,5,10].map(t=>t*i).find(t=>t>=s);return Array.from({length:Math.floor(this.top/e/a)+1},(t,e)=>e*a).flatMap(s=>{let i=this.y(s*e);return[r("path",{class:"cs-mem-grid",d:`M62 ${i.toFixed(1)}H${this.wide-6}`}),r("text",{x:56,y:i+4,class:"cs-mem-end"},`${Number(s.toPrecision(3))} ${s?t:""}`)]})}areas(){let{moments:t}=this.all,e=t.map(t=>rX(this.all,t)),s=t.map(()=>0);return e[0].flatMap(([t],i)=>{let a=s.map((t,s)=>t+e[s][i][1]),n=a.map((t,e)=>`V${this.y(t).toFixed(1)}H${this.x(e+1).toFixed(1)}`),o=s.map((t,e)=>`V${this.y(t).toFixed(1)}H${this.x(e).toFixed(1)}`).reverse(),l=r("path",{class:`cs-mem-area ${na(t)}`,d:`M62 ${this.y(s[0]).toFixed(1)}${n.join("")}${o.join("")}Z`}),h=this.label(t,s,a);return s=a,[l,h]})}label(t,e,s){let i=Math.ceil(7*t.length/this.step/2),a=null;for(let t=i;t<e.length-i;t++){let r=e=>e.slice(t-i,t+i+1),n=this.y(Math.min(...r(s))),o=this.y(Math.max(...r(e)));(!a||o-n>a.bottom-a.top+1)&&(a={at:t,top:n,bottom:o})}return!a||a.bottom-a.top<15?"":r("text",{...{x:this.x(a.at+.5),y:(a.top+a.bottom)/2+4},class:"cs-mem-middle cs-mem-inside"},t)}stages(){let{moments:t}=this.all,e=t.findIndex(({stage:t})=>"backward"===t),s=(e<0?[[0,t.length,"forward"]]:[[0,e,"forward"],[e,t.length,"backward"]]).flatMap(([t,e,s])=>[r("text",{x:(this.x(t)+this.x(e))/2,y:261,class:"cs-mem-middle"},"forward"===s?"forward pass →":"→ backward pass")]);e>0&&s.push(r("path",{class:"cs-mem-turn",d:`M${this.x(e).toFixed(1)} 40V${250}`}));let i=-1/0;return t.forEach(({row:t},a)=>{let n=this.x(a+.5);n-i<26||a&&t%5&&a!==e||(i=n,s.push(r("text",{x:n,y:245,class:"cs-mem-middle"},String(t))))}),s}cardLine(t){if(this.beyond){let e=`a card of ${rU(t).replace(".0","")} is higher than this picture ↑`;return[r("text",{x:this.wide-6,y:12,class:"cs-mem-end"},e)]}let e=this.y(t);return[r("path",{class:"cs-mem-card-line",d:`M62 ${e.toFixed(1)}H${this.wide-6}`}),r("text",{x:67,y:e+(e<64?15:-5),class:"cs-mem-halo"},`your card: ${rU(t).replace(".0","")}`)]}fullest(){let{all:t}=this,e=this.x(t.peak+.5),s=this.y(t.total),i=this.wide>450?nr(t,t.fullest):`${t.fullest.stage}, layer ${t.fullest.row}`,a=`fullest: ${rU(t.total)}, ${i}`,n=3.6*a.length,o=Math.max(Math.min(e,this.wide-n),n);return[r("path",{class:"cs-mem-mark",d:`M${e.toFixed(1)} ${(s-1).toFixed(1)}l-5 -8h10z`}),r("text",{x:o,y:28,class:"cs-mem-middle cs-mem-strong"},a)]}choose(t,e){this.chosen.setAttribute("d",this.columns(t)),this.node.setAttribute("aria-valuenow",String(e+1));let s=this.all.moments[e];this.node.setAttribute("aria-valuetext",`${nr(this.all,s)}: ${rU(s.total)}`),this.now=e}point(t){this.lit.setAttribute("d",this.columns(t))}columns(t){return t.map(t=>{let e=this.y(this.all.moments[t].total);return`M${this.x(t).toFixed(1)} ${e.toFixed(1)}H${this.x(t+1).toFixed(1)}V230H${this.x(t).toFixed(1)}Z`}).join("")}momentAt({clientX:t}){let e=this.stage.getBoundingClientRect(),s=Math.floor(((t-e.left)/e.width*this.wide-62)/this.step);return s>=0&&s<this.all.moments.length?s:null}click(t){let e=this.momentAt(t);null!==e&&this.on.choose(e)}key(t){if(t.altKey||t.ctrlKey||t.metaKey)return;let e=this.all.moments.length-1,{now:s}=this,i={ArrowLeft:s-1,ArrowDown:s-1,ArrowRight:s+1,ArrowUp:s+1,PageDown:s-10,PageUp:s+10,Home:0,End:e}[t.key];void 0!==i&&(this.on.choose(Math.min(Math.max(i,0),e)),t.preventDefault())}}class no{constructor(){this.title=i("p",{class:"cs-mem-moment"}),this.total=i("b",{}),this.list=i("ul",{}),this.node=i("div",{class:"cs-mem-legend"},this.title,this.list)}show(t,e,s){let i=t.moments[e],r=nr(t,i);a(this.title,e===t.peak?`Fullest moment, the ${r}`:`${r[0].toUpperCase()}${r.slice(1)}`);let n=rX(t,i).filter(([t])=>s||!/gradients|cache/.test(t)).reverse().map(([t,e])=>this.item(t,e,na(t)));this.list.replaceChildren(...n,this.item("in all",i.total,"cs-mem-all"))}item(t,e,s){return i("li",{class:s},i("span",{class:"cs-mem-swatch","aria-hidden":"true"}),i("span",{},t),i("span",{class:"cs-mem-bytes"},e?rU(e):"0"))}}function nl(t,e){var s,i;let a,r,n;return"Serial"===t.kind?(s=t.parts.flatMap(t=>nh(t,e)),i=e,a=eu(s.map(({key:t})=>t),(t,e)=>"\0"+JSON.stringify([t,e])),r=0,n=t=>{if(!t.startsWith("\0"))return s[r++];let[e,a]=JSON.parse(t.slice(1));i.id++;let o={kind:"repeat",id:i.id,times:a},l=Array.from({length:a},()=>e.map(n));nc(l);let h=l.flat(),c=l[0].map(nd).join("→");return Object.assign(o,{label:e.length>1?`[${c}]*${a}`:`${c}*${a}`,lines:h,key:t,first:h[0].first,last:h.at(-1).last})},a.map(n)):nh(t,e)}function nh(t,e){if("layer"===t.kind)return[{kind:"row",first:t.row,last:t.row,key:ed(t.layer)}];if("Serial"===t.kind)return t.parts.flatMap(t=>nh(t,e));let s={kind:"row",first:t.row,last:t.row,key:t.kind},i=t.parts.map(t=>nl(t,e));nc(i);let a=[...i.flat(),s],r=`${t.kind}(${i.map(t=>t.map(t=>t.key).join("→")).join(", ")})`;return[{kind:"branches",label:t.kind,lines:a,key:r,first:a[0].first,last:t.row}]}function nc(t){t.forEach((t,e)=>{t[0].begins=e+1})}let nd=({kind:t,label:e,key:s})=>"row"===t?s:e,np=t=>t.flatMap(t=>[..."repeat"===t.kind?[t]:[],...np(t.lines??[])]),nu={pass:["layer","pass"],size:["W\xd7H\xd7D","size"],activations:["activations","activations"],parameters:["parameters","parameters"],gradients:["gradients","gradients"],stepCache:["step cache","step-cache"],workspace:["workspace","workspace"],macs:["multiply-adds","macs"]},nm=["activations","parameters","gradients","stepCache","workspace"],nf=["activations","parameters","workspace","macs"],ng=["activations","parameters","macs"],nw=({train:t,notes:e})=>e?ng:t?nm:nf,nx=t=>nu[t][0];class nb{constructor(t){this.on=t,this.head=i("tr",{role:"row"}),this.body=i("tbody",{role:"rowgroup"}),this.foot=i("tfoot",{role:"rowgroup"}),this.node=i("div",{class:"cs-mem-table",onkeydown:t=>this.key(t),onpointerleave:()=>t.point(null)},i("table",{role:"table","aria-label":"What each layer needs"},i("thead",{role:"rowgroup"},this.head),this.body,this.foot))}show(t,e){let s=this.body.contains(document.activeElement);this.columns=nw(t),this.write=t.notes?c.zD:t=>rU(t).replace("bytes","B"),(t.spec!==this.spec||t.tree!==this.tree)&&(this.lines=[{kind:"row",first:0,last:0,key:"INPUT"},...nl(e.net.tree,{id:0})],this.repeats=np(this.lines)),Object.assign(this,{spec:t.spec,tree:t.tree}),this.node.classList.toggle("cs-mem-few",this.columns.length<nm.length),this.showHead(t),this.showBody(t,function({rows:t,n:e},s){return t.map(t=>({...t,...s?(({numbers:t,parameterNumbers:s,macs:i})=>({activations:t,parameters:s,macs:i/e,kept:t}))(t):{outputs:t.gradients,gradients:t.gradients+t.parameterGradients}}))}(e,t.notes)),this.showFoot(t,e),this.choose(t.row),s&&this.focus()}showHead(t){let e=JSON.stringify([this.columns,t.sort,t.ascending]);if(e===this.headKey)return;this.headKey=e;let s=this.head.contains(document.activeElement)?document.activeElement.dataset.column:null;this.head.replaceChildren(...["pass","size",...this.columns].map(e=>this.headCell(t,e))),s&&this.head.querySelector(`[data-column="${s}"]`)?.focus()}headCell(t,e){let s=e===t.sort,a=s&&("pass"===e||t.ascending),r=i("button",{type:"button","data-column":e,onclick:()=>this.on.sort(e)},nx(e),s?i("span",{class:"cs-mem-arrow","aria-hidden":"true"},a?"▲":"▼"):null);return i("th",{scope:"col",role:"columnheader",class:this.headClass(e),"aria-sort":s?a?"ascending":"descending":null},r)}headClass(t){return this.columns.includes(t)?`cs-mem-count ${ny(t)}`:ny(t)}showBody(t,e){this.shown=this.sortedLines(t,e).map(t=>({...t,counts:t.open?null:function({first:t,last:e},s,i){let a=s.slice(t,e+1);return Object.fromEntries(i.map(t=>[t,a.reduce((e,s)=>"workspace"===t?Math.max(e,s[t]):e+s[t],0)]))}(t.line,e,[...this.columns,"kept","outputs"])}));let s=this.shown.flatMap(t=>t.counts??[]);this.most=Object.fromEntries(this.columns.map(t=>[t,Math.max(1,...s.map(e=>n$(e,t)))])),this.build(e),this.shown.forEach((s,i)=>{this.fill(t,s,e,this.cells[i])})}build(t){let e=this.shown.map(({line:e,open:s,rails:i})=>({kind:e.kind,name:"row"===e.kind?t[e.first].label:e.label,first:e.first,last:e.last,open:s,depth:i.length})),s=JSON.stringify([this.columns,e]);s!==this.bodyKey&&(this.bodyKey=s,this.buttons=[],this.cells=[],this.nodes=this.shown.map((t,s)=>this.row(t,e[s].name,s)),this.body.replaceChildren(...this.nodes))}sortedLines(t,e){if("size"!==t.sort&&!this.columns.includes(t.sort))return function t(e,s,i=[]){return e.flatMap(e=>{if("row"===e.kind)return[{line:e,rails:i}];let a="branches"===e.kind||s.includes(e.id),r=a?t(e.lines,s,[...i,e]):[];return[{line:e,rails:i,open:a},...r]})}(this.lines,t.opened);let s="size"===t.sort?t=>t.shape.reduce((t,e)=>t*Number(e),1):e=>e[t.sort],i=t.ascending?1:-1;return e.map((t,e)=>e).sort((t,a)=>i*(s(e[t])-s(e[a]))||t-a).map(t=>({line:{kind:"row",first:t,last:t},rails:[]}))}row({line:t,rails:e,open:s},a,r){let{first:n,last:o}=t,l="repeat"===t.kind,h=n===o?String(n):`${n}–${o}`,c=i("button",{type:"button",class:"cs-mem-name",tabindex:-1,"aria-expanded":l?String(s):null,onclick:()=>l?this.toggle(t):this.go(r)},l?i("span",{class:"cs-mem-fold","aria-hidden":"true"},s?"▾":"▸"):null,nv(a));this.buttons.push(c);let d=i("td",{role:"cell",class:ny("size")}),p=this.columns.map(t=>i("td",{role:"cell",class:`cs-mem-count ${ny(t)}`,"data-name":nx(t)}));return this.cells.push({size:d,counts:p}),i("tr",{role:"row",class:`cs-mem-row${s?" cs-mem-opened":""}`,onclick:t=>this.click(t,r),onpointerenter:()=>this.on.point(t)},i("td",{role:"cell",class:ny("pass")},i("div",{class:"cs-mem-head"},e.map((s,i)=>nM(i===e.length-1?t.begins:null,s)),i("span",{class:"cs-mem-number","aria-hidden":"true"},n?h:""),c)),d,p)}fill(t,{line:e,open:s,counts:i},r,n){let{kind:o,first:l,last:h,times:c}=e;a(n.size,s?c?`${c} times`:"":rg(r[h].shape)),i&&this.columns.forEach((e,s)=>{var h,c,d;let p,u=n.counts[s],m=i[e],f=n$(i,e),g={activations:t.train?i.kept:f,gradients:i.outputs}[e]??f;a(u,t.notes&&"activations"===e&&"row"===o&&!m&&"FLATTEN"!==r[l].word?"in place":this.text(e,m));let w=(h=f,c=g,d=this.most[e],p=t=>`${(100*t/d).toFixed(1)}%`,h/d>=.005?`--solid:${p(c)};--share:${p(h)}`:null);null===w?u.removeAttribute("style"):u.getAttribute("style")!==w&&u.setAttribute("style",w),u.classList.toggle("cs-mem-loose","activations"===e&&!g)})}text(t,e){return"macs"===t?rq(e,1e5):e?this.write(e):"0"}showFoot(t,e){let{sums:s,fullest:i}=e,a=t.notes?{activations:s.numbers,parameters:e.numbers,macs:s.macs/e.n}:{...s,gradients:s.gradients+s.parameterGradients,workspace:null},r=[this.total("all rows summed up","",a)],n={...i,activations:i.data+i.activations,gradients:i.gradients+i.parameterGradients,parameters:e.parameters,stepCache:e.stepCache,macs:null};t.notes||r.push(this.total("at the fullest moment",rU(e.total),n)),this.foot.replaceChildren(...r)}total(t,e,s){return i("tr",{role:"row"},i("th",{scope:"row",role:"rowheader",class:ny("pass")},t),i("td",{role:"cell",class:ny("size")},e),this.columns.map(t=>i("td",{role:"cell",class:`cs-mem-count ${ny(t)}`,"data-name":nx(t)},null===s[t]?"–":this.text(t,s[t]))))}lineOf(t){let e=this.shown.findIndex(({line:e,open:s})=>s&&nk(e)===this.group&&e.first===t);return e>=0?e:this.shown.findIndex(({line:e,open:s})=>!s&&e.first<=t&&t<=e.last)}choose(t){this.at=this.lineOf(t),this.nodes.forEach((t,e)=>{t.classList.toggle("cs-mem-on",e===this.at),this.buttons[e].setAttribute("aria-current",String(e===this.at)),this.buttons[e].tabIndex=e===Math.max(this.at,0)?0:-1})}light(t){let e=t<0?-1:this.lineOf(t);this.nodes.forEach((t,s)=>{t.classList.toggle("cs-mem-lit",s===e)})}focus(){this.buttons[Math.max(this.at,0)]?.focus({preventScroll:!0}),this.reveal()}foldInFocus(t){let{line:e,open:s}=this.shown[this.at]??{};return e?.kind!=="repeat"||s||nk(e)!==this.group||e.first!==t?null:e}reveal(){let t=this.nodes[this.at];if(!t)return;let e=this.head.offsetHeight,s=this.foot.offsetHeight,{offsetTop:i,offsetHeight:a}=t,{scrollTop:r,clientHeight:n}=this.node;i-e<r?this.node.scrollTop=i-e:i+a+s>r+n&&(this.node.scrollTop=i+a+s-n)}click(t,e){t.target.closest("button")||this.go(e)}key(t){if(!t.target.classList.contains("cs-mem-name")||t.altKey||t.ctrlKey||t.metaKey)return;let e=this.buttons.indexOf(t.target),s=this.buttons.length-1,i={ArrowUp:e-1,ArrowDown:e+1,Home:0,End:s}[t.key],{line:a,open:r}=this.shown[e];if(void 0!==i)this.go(Math.min(Math.max(i,0),s));else{if("repeat"!==a.kind||t.key!==(r?"ArrowLeft":"ArrowRight"))return;this.toggle(a)}t.preventDefault()}go(t){let{line:e}=this.shown[t];this.group=nk(e),this.on.choose(e.first),this.choose(e.first),this.focus()}toggle(t){this.group=nk(t),this.on.toggle(t),this.choose(t.first),this.focus()}}let nv=t=>t.split("→").flatMap((t,e)=>e?["→",i("wbr"),t]:[t]),ny=t=>`cs-mem-${nu[t][1]}`,nk=({kind:t,first:e,last:s})=>`${t} ${e} ${s}`,n$=(t,e)=>"activations"===e?Math.max(t.activations,t.kept):t[e],nM=(t,{kind:e})=>i("span",{class:`cs-mem-rail cs-mem-${e}`},t?i("small",{},String(t)):null),nA=["spec","tree","side","batch","dtype","train","optimizer","card","notes","sort","ascending"],nz=["opened","row","start","presets","knobs"],nE=[["bytes","in bytes"],["notes","in numbers, as the notes"]],nS=p(class extends u{constructor(t,e){super(t,e,[...nA,...nz],r6),this.shown={},this.build(),this.update(),this.follow()}build(){this.controls=new r9({net:t=>this.change({...t,opened:[],row:-1}),change:t=>this.change(t)}),this.cards=new r8(t=>this.change({card:t})),this.picture=new nn({choose:t=>this.chooseMoment(t),point:t=>this.point(t)}),this.legend=new no,this.table=new nb({choose:t=>this.chooseRow(t),toggle:t=>this.toggle(t),sort:t=>this.sort(t),point:t=>this.pointLine(t)}),Object.assign(this,{verdict:i("p",{class:"cs-mem-verdict"}),changed:i("p",{class:"cs-mem-changed"}),inspector:i("p",{class:"cs-mem-inspector"})}),this.size=!0,this.drawing=i("div",{class:"cs-mem-over-time"},this.picture.node,this.legend.node),this.body=i("div",{class:"cs-mem-body"},this.drawing,this.buildBar(),this.table.node,this.inspector),this.open("memory","Memory table",this.controls.node,this.verdict,this.changed,this.cards.node,this.body)}buildBar(){this.counting=eX("Counted in",nE,t=>this.change({notes:"notes"===t})),this.openAll=i("button",{type:"button",class:"cs-button",onclick:()=>this.toggleAll()}),this.column=i("select",{class:"cs-mem-select","aria-label":"Column",onchange:()=>this.showColumn()}),this.copied=i("span",{class:"cs-mem-copied",role:"status"});let t=i("button",{type:"button",class:"cs-button",onclick:()=>this.copy()},"Copy as CSV");return this.bar=i("div",{class:"cs-mem-bar",role:"group","aria-label":"The table"},this.counting.node,this.column,this.openAll,t,this.copied),this.bar}chooseRow(t){this.now=null,this.change({row:t}),this.showChosen()}chooseMoment(t){this.now=t,this.table.group=null,this.change({row:this.all.moments[t].row}),this.showChosen(),this.table.reveal()}toggle({id:t,first:e}){let s=this.model.get("opened");this.now=null,this.change({opened:s.includes(t)?s.filter(e=>e!==t):[...s,t].sort((t,e)=>t-e),row:e})}toggleAll(){let t=this.table.repeats.map(({id:t})=>t);this.change({opened:this.allOpen()?[]:t.sort((t,e)=>t-e),sort:"pass"})}allOpen(){return this.table.repeats.every(({id:t})=>this.s.opened.includes(t))}sort(t){let{sort:e,ascending:s}=this.s;"pass"===t||e===t&&s?this.change({sort:"pass",ascending:!1}):this.change({sort:t,ascending:e===t})}async copy(){try{await eJ(function(t,e){if(e.error)return"";let s=e.rows.map((t,e)=>{let[s,i=1,a=1]=t.shape;return[e,t.label,a,i,s,...nt.map(([,e])=>t[e])]});return[[`${rV(t,e)} ${r_(t)} Bytes for the whole batch.`],["row","layer","width","height","depth",...nt.map(([t])=>t)],...s].map(ns).join("")}(this.s,this.all)),a(this.copied,"Copied.")}catch{a(this.copied,"This browser lets no page copy.")}}point(t){this.picture.point(null===t?[]:[t]),this.table.light(null===t?-1:this.all.moments[t].row),this.legend.show(this.all,t??this.now,this.s.train)}pointLine(t){this.picture.point(t?this.momentsOf(t.first,t.last):[])}momentsOf(t,e){return this.all.moments.flatMap(({row:s},i)=>s>=t&&s<=e?[i]:[])}fullestOf(t){let{moments:e,peak:s}=this.all;return t.length?t.reduce((t,s)=>e[s].total>e[t].total?s:t):s}update(){this.queued=!1;let t=this.read(),e=e=>e.every(e=>t[e]===this.shown[e]),s=e(nA.slice(0,7))?this.all:rI(t);Object.assign(this,{s:t,all:s});let i=e(nA)&&e(["opened","start","presets"]);this.shown=t,s.error||i||this.showNet(t,s),s.error?this.now=null:this.showChosen(),this.hold(!!s.error),this.cards.show(t,s),this.cards.node.hidden=!this.hasKnob("card"),this.showNews(t,s)}hold(t){this.body.inert=t,this.body.hidden=t&&!this.picture.all}showNet(t,e){this.picture.wide=this.pictureWidth(),this.picture.show(e,t.card),this.table.show(t,e),this.counting.show(t.notes?"notes":"bytes"),this.bar.hidden=!this.hasKnob("table"),this.openAll.hidden=!this.table.repeats.length,a(this.openAll,this.allOpen()?"Fold repeats":"Open repeats"),a(this.copied,""),this.showColumns(t)}showChosen(){let{s:t,all:e}=this,s=t.row<e.rows.length?t.row:-1;this.table.choose(s);let{first:i,last:r}=this.table.foldInFocus(s)??{first:s,last:s},n=s<0?[]:this.momentsOf(i,r);n.includes(this.now)||(this.now=this.fullestOf(n)),this.picture.choose(n,this.now),this.legend.show(e,this.now,t.train),a(this.inspector,this.inspect(s)),this.controls.show(t,e,this.wordsOf(s),t=>this.hasKnob(t))}inspect(t){let{s:e,all:s}=this,i=this.table.foldInFocus(t);return t<0?`${r0(e,s)}${e.train&&!e.notes?" In the bars, what stays is solid, and what is freed once it has been read is hatched.":""}`:i?function(t,{rows:e},{first:s,last:i}){let a=e.slice(s,i+1),r=t=>a.reduce((e,s)=>e+s[t],0),n=`Layers ${s} to ${i} together: ${rU(r("activations"))} of outputs`;if(!t.train)return`${n}, each freed once it has been read.`;let{frees:o,again:l}=rR(e,Array.from({length:i-s},(t,e)=>s+e)),h=`${n}, and ${rU(r("kept"))} stay for the way back`;return o?`${h}. To keep no more than their input and the last output, and compute the rest again, would free ${rU(o)} and cost ${r2(l)}.`:`${h}.`}(e,s,i):r1(e,s,t)}wordsOf(t){let{text:e}=this.all.net;if(!e||t<0)return[];let s=t?e.rows[t-1].word:e.input;return s?[s]:[]}showColumns(t){let e=nw(t),s=String(e);if(s!==this.columns){let t=this.column.value;this.column.replaceChildren(...e.map(t=>i("option",{value:t},nx(t)))),this.column.value=e.includes(t)?t:e[0]}this.columns=s,e.includes(t.sort)&&(this.column.value=t.sort),this.showColumn()}showColumn(){this.table.node.dataset.column=nu[this.column.value][1]}showNews(t,e){let s=!e.error&&e.total<=0x40000000*t.card;this.verdict.className=`cs-mem-verdict${e.error?" cs-mem-wrong":s?"":" cs-mem-over"}`;let r=e.error?rG(e):`${rZ(e)}.`,n=e.error?"":rQ(t,e);this.verdict.replaceChildren(...e.error?[i("b",{},e.net.text&&!e.net.text.rows.length?"Not a net yet. ":"Does not fit together. "),r]:[i("span",{class:"cs-mem-sign","aria-hidden":"true"},s?"✓":"✗"),i("b",{},r),` ${n}`]),e.error&&this.controls.show(t,e,[],t=>this.hasKnob(t));let o=r5(t,e);a(this.changed,o),this.changed.hidden=!o,this.showDescription(t);let l=this.showTask(function(t,e=rI(t)){let{numbers:s=0,total:i=0,sums:a,fullest:r,largest:n}=e;return{valid:!e.error,fits:!e.error&&i<=0x40000000*t.card,total:i,largest:n?n(t.card):0,stage:r?r.stage:"",layer:r?r.row:0,layers:e.error?0:e.rows.length-1,parameters:s,activations:a?a.activations:0,kept:a?a.kept:0,macs:a?a.macs:0,net:rF(t),changed:rK(t).length,batch:t.batch,dtype:t.dtype,train:t.train,optimizer:t.optimizer,card:t.card,row:t.row}}(t,e)),h=[r,n,o].filter(Boolean).join(" "),c=!e.error&&t.row>=0&&t.row<e.rows.length?r1(t,e,t.row):"";void 0!==this.spoken&&this.announce(`${h===this.spoken&&c?c:h}${l}`),this.spoken=h}pictureWidth(){let t=this.width();return t>620?t-232:t}fit(){this.picture.fit(this.pictureWidth()),this.all&&!this.all.error&&this.showChosen()}});var nL=s(52),nC={};nC.styleTagTransform=te(),nC.setAttributes=J(),nC.insert=Y().bind(null,"head"),nC.domAPI=G(),nC.insertStyleElement=Q(),q()(nL.A,nC),nL.A&&nL.A.locals&&nL.A.locals;let nO={work:1e9,weights:1e6},[nj,nN,nP]=[55,80,5],[nT,nF,nI,nD]=[44,12,28,46],[nW,nR,nB]=[30,19,3],nH={work:[1e9,5e9],weights:[5e7,2e8]},[nK,nU,nq]=[7.5,15,4],n_=(t,e)=>t.nets.find(t=>t.name===e),nG=t=>t.beside===t.chosen?void 0:n_(t,t.beside),nV=(t,e)=>"work"===e?t.macs:t.weights,nY=t=>"work"===t?"weights":"work",nX=t=>t.reduce((t,e)=>t+e,0);function nJ(t){return n_(t,t.chosen)&&(""===t.beside||n_(t,t.beside))&&t.axis in nO?"":"This chart has no such net or axis."}let nZ={work:"multiply-adds for one image, in billions",weights:"weights in MB, 4 bytes a number"},nQ={work:"multiply-adds",weights:"weights"};function n0(t){return t>=1e9?`${(0,c.ai)(t/1e9)} billion`:t>=1e6?`${(0,c.ai)(t/1e6)} million`:(0,c.zD)(t)}function n1(t){return t>=1e6?`${(0,c.ai)(t/1e6)} MB`:t>=1e3?`${(0,c.ai)(t/1e3)} kB`:`${t} bytes`}let n2=({top1:t})=>null===t?"no figure":`${(0,c.ai)(t)}%`;function n4(t,e){return t?t/e<.005?"<1%":`${Math.floor(100*t/e+.5)}%`:"0%"}function n3(t){let e=null===t.top1?"no figure of top-1":`top-1 ${n2(t)}`;return`${t.name}: ${e}, ${n1(t.weights)} of weights, ${n0(t.macs)} multiply-adds`}function n5(t){let e=(e,s)=>`${s}: ${n6(t,e).join(", ")}.`,s=`${n1(t.memory)} of memory for one image at test time`;return`${n3(t)}, ${s}. ${e("weights","Weights")} ${e("macs","Multiply-adds")}`}let n6=(t,e)=>t.parts.map(s=>`${s.name} ${n4(s[e],t[e])}`);function n8(t){let e=nG(t);return`${t.nets.length} nets by top-1 and ${nQ[t.axis]}; the area of a circle stands for ${nQ[nY(t.axis)]}. In view: ${n5(n_(t,t.chosen))}${e?` Beside it: ${n5(e)}`:""} All nets: ${t.nets.map(n3).join("; ")}.`}let n7=[["top-1",n2],["weights",({weights:t})=>n1(t)],["multiply-adds",({macs:t})=>n0(t)],["memory at test time",({memory:t})=>n1(t)]],n9=[["weights",n1],["macs",n0]];class ot{constructor(t){this.name=i("p",{class:"cs-name"}),this.figures=n7.map(()=>i("dd",{}));let e=n7.map(([t],e)=>i("div",{},i("dt",{},t),this.figures[e]));this.body=i("tbody",{});let s=["layers","weights","multiply-adds"].map(t=>i("th",{scope:"col"},t));this.table=i("table",{},i("thead",{},i("tr",{},s)),this.body),this.node=i("div",{class:`cs-card cs-${t}`},this.name,i("dl",{},e),this.table)}show(t,e){if(this.shown===t)return;this.shown=t,a(this.name,t.name),this.table.setAttribute("aria-label",`Where ${t.name} has its weights and its work`),n7.forEach(([,e],s)=>{a(this.figures[s],e(t))});let s=Array.from({length:e-t.parts.length},()=>i("tr",{"aria-hidden":"true"},i("td",{colspan:3})));this.body.replaceChildren(...t.parts.map(e=>{var s,a;let r;return s=t,a=e,r=n9.map(([t,e])=>{let r=a[t]/Math.max(s[t],1),n=i("span",{class:"cs-bar",style:`width:${(100*r).toFixed(2)}%`,"aria-hidden":"true"}),o=i("span",{class:"cs-amount"},i("b",{},n4(a[t],s[t])),` ${e(a[t])}`);return i("td",{},i("span",{class:"cs-track"},n),o)}),i("tr",{},i("th",{scope:"row"},a.name),r)}),...s)}}let[oe,os]=[396,340],oi={ArrowRight:["across",1],ArrowLeft:["across",-1],ArrowUp:["top1",1],ArrowDown:["top1",-1],Home:["across",-99],End:["across",99]};class oa{constructor(t){this.on=t,this.grid=r("g",{"aria-hidden":"true"}),this.nets=r("g",{role:"radiogroup","aria-label":"Nets"}),this.names=r("g",{class:"cs-names","aria-hidden":"true"}),this.drawing=r("svg",{},this.grid,this.nets,this.names),this.legend=i("p",{class:"cs-areas",id:h("legend")}),this.node=i("div",{class:"cs-chart"},this.drawing,this.legend),this.listen()}listen(){this.drawing.addEventListener("click",t=>{let e=this.at(t);e&&(this.on.choose(e),this.marks.get(e).node.focus({preventScroll:!0}))}),this.drawing.addEventListener("pointermove",t=>{"mouse"===t.pointerType&&this.hover(this.at(t))}),this.drawing.addEventListener("pointerleave",()=>this.hover("")),this.nets.addEventListener("keydown",t=>{var e,s;let i;if(!(t.key in oi)||t.altKey||t.ctrlKey||t.metaKey)return;t.preventDefault(),this.hover("");let[a,r]=oi[t.key],n=(e=this.state,s="across"===a?this.state.axis:a,i=t=>"top1"===s?t.top1??0:nV(t,s),[...e.nets].sort((t,e)=>i(t)-i(e)).map(({name:t})=>t)),o=n.indexOf(this.state.chosen)+r,l=n[Math.min(Math.max(o,0),n.length-1)];this.on.choose(l),this.marks.get(l).node.focus()})}at({clientX:t,clientY:e}){var s,i,a;let r,n,{left:o,top:l}=this.drawing.getBoundingClientRect();return s=this.plan.circles,i=t-o,a=e-l,n=(r=s.map(t=>Math.min(Math.hypot(t.x-i,t.y-a),function({name:t,labelX:e,labelY:s},i,a){return Math.hypot(Math.max(Math.abs(i-e)-nK*t.length/2,0),Math.max(Math.abs(a-s+4.5)-nU/2,0))}(t,i,a)))).indexOf(Math.min(...r)),r[n]<=40?s[n].name:""}hover(t){t!==this.hovered&&(this.hovered=t,this.on.preview(t))}show(t,e,s){for(let[i,{node:a}]of(this.state=t,(t.axis!==this.axis||e!==this.wide||t.nets!==this.drawn)&&(Object.assign(this,{axis:t.axis,wide:e,drawn:t.nets}),this.plan=function({nets:t,axis:e},s,i){var a,r,n,o,l;let h,c,d,p,u,m,f,[g,w]=[Math.min(...d=t.map(t=>Math.max(nV(t,e),1)))/1.6,1.6*Math.max(...d)],x=40*!!t.some(({top1:t})=>null===t),b=i-nD-x,v=s-nT-nF,y=nY(e),k=s>=520?nW:nR,$=Math.max(...t.map(t=>nV(t,y))),M=t=>nT+v*Math.log(Math.max(t,1)/g)/Math.log(w/g),A=t=>null===t?b+20:nI+(b-nI)*(nN-t)/(nN-nj),z=t=>Math.max(k*Math.sqrt(t/$),nB),E=t.map(t=>({name:t.name,x:M(nV(t,e)),y:A(t.top1),r:z(nV(t,y))})),S=(n=E,o=s,l=b+x,h=n.map(({x:t,y:e,r:s})=>[t-s,e-s,t+s,e+s]),c=[],n.map((t,e)=>{let s=h.filter((t,s)=>s!==e),i=function({name:t,x:e,y:s,r:i}){let[a,r]=[nK*t.length,nU/2],n=i+nq,o=.8*i+r,l=(a+i)/2;return[...2*i>a?[[e,s]]:[],[e+n+a/2,s],[e-n-a/2,s],[e,s-i-r],[e,s+i+r],[e+l,s-o],[e-l,s-o],[e+l,s+o],[e-l,s+o]].map(([t,e])=>[t-a/2,e-r,t+a/2,e+r])}(t),a=i.map(t=>(function([t,e,s,i],a,r,n,o){let l=Math.max(nT-t,0)+Math.max(s-n,0)+Math.max(-e,0)+Math.max(i-o,0),h=a=>nX(a.map(a=>{var r,n;return Math.max(Math.min((r=[t,e,s,i])[2],(n=a)[2])-Math.max(r[0],n[0]),0)*Math.max(Math.min(r[3],n[3])-Math.max(r[1],n[1]),0)}));return 4*h(a)+h(r)+99*l})(t,c,s,o,l)),r=i[a.indexOf(Math.min(...a))];return c.push(r),[(r[0]+r[2])/2,r[1]+12]})),L=Array.from({length:(nN-nj)/nP+1},(t,e)=>nj+e*nP),C=nO[e];return{circles:E.map((t,e)=>({...t,labelX:S[e][0],labelY:S[e][1]})),across:(a=g/C,u=Array.from({length:Math.ceil(Math.log10(r=w/C))-(p=Math.floor(Math.log10(a)))+1},(t,e)=>p+e),(f=(m=t=>u.flatMap(e=>t.map(t=>Number(`${t}e${e}`))).filter(t=>t>=a&&t<=r))([1,2,5])).length<=7?f:m([1])).map(t=>[M(t*C),t]),up:L.map(t=>[A(t),t]),floor:b,legend:nH[y].map(t=>[z(t),t])}}(t,e,e>=520?oe:os),this.draw(t,e,e>=520?oe:os)),this.node.classList.toggle("cs-pointed",!!this.hovered),this.marks)){let e=i===t.chosen,r=e?"chosen":i===t.beside?"beside":"",n=`cs-net ${r&&`cs-${r}`} ${i===this.hovered?"cs-hovered":""}`.trim();a.setAttribute("class",n),a.setAttribute("aria-checked",String(e)),a.setAttribute("tabindex",e?"0":"-1"),a.setAttribute("aria-disabled",String(!s))}}draw(t,e,s){this.drawing.setAttribute("viewBox",`0 0 ${e} ${s}`),this.drawing.setAttribute("width",e),this.drawing.setAttribute("height",s),this.grid.replaceChildren(...this.axes(t,e,s));let i=this.plan.circles.map(e=>{let s={cx:e.x.toFixed(1),cy:e.y.toFixed(1),r:e.r.toFixed(2)},i=r("text",{x:e.labelX.toFixed(1),y:e.labelY.toFixed(1)},e.name),a=r("g",{role:"radio","aria-label":n3(n_(t,e.name))},r("circle",s));return[e.name,{node:a,label:i,r:e.r}]}),a=this.nets.contains(document.activeElement)&&t.chosen;this.marks=new Map(i);let n=i.map(([,t])=>t).sort((t,e)=>e.r-t.r);this.nets.replaceChildren(...n.map(({node:t})=>t)),this.names.replaceChildren(...i.map(([,{label:t}])=>t)),a&&this.marks.get(a).node.focus(),this.drawLegend(t)}axes(t,e,s){let[i,a]=[e-nF,s-nD],n=(t,e,s,i="")=>r("text",{x:t.toFixed(1),y:e.toFixed(1),class:i},s),o=t=>r("path",{d:t});return[n(1,11,"top-1","cs-start cs-title"),...this.plan.up.flatMap(([t,e])=>[o(`M${nT} ${t.toFixed(1)}H${i}`),n(nT-6,t+4,`${e}%`,"cs-end")]),...this.plan.across.flatMap(([t,e])=>[o(`M${t.toFixed(1)} ${nI}V${a}`),n(t,a+16,(0,c.ai)(e))]),n((nT+i)/2,a+36,nZ[t.axis],"cs-title"),...a>this.plan.floor?[n(1,this.plan.floor+20+4,"none","cs-start")]:[]]}drawLegend({axis:t}){let e=nY(t),s=this.plan.legend.map(([t,s])=>{let a=Math.ceil(2*t)+2,n=r("circle",{cx:a/2,cy:a/2,r:t.toFixed(2)});return i("span",{},r("svg",{width:a,height:a,"aria-hidden":"true"},n),"work"===e?n0(s):n1(s))}),n=i("span",{});a(n,`Area of a circle: ${nQ[e]}`),this.legend.replaceChildren(n,...s)}}let or=p(class extends u{constructor(t,e){super(t,e,["nets","axis","chosen","beside","about","knobs"],n8),this.first=this.read();let s=nJ(this.first);if(s)throw Error(s);this.chart=new oa({choose:t=>this.hasKnob("chosen")&&this.change({chosen:t}),preview:t=>this.preview(t)}),this.cards=["chosen","beside"].map(t=>new ot(t)),this.source=i("p",{class:"cs-source"}),this.pair=i("div",{class:"cs-cards"},this.cards.map(({node:t})=>t)),this.open("nets","Net comparison",this.buildBar(),this.chart.node,this.buildKeep(),this.pair,this.source),this.chart.node.after(this.task),this.follow(),this.update()}buildBar(){this.axis=eX("What the nets cost",[["work","work"],["weights","weights"]],t=>this.change({axis:t}));let t=i("button",{type:"button",class:"cs-button cs-reset",onclick:()=>this.restart()},"Reset");return this.label=i("span",{},"Top-1 by"),this.bar=i("div",{class:"cs-options"},this.label,this.axis.node,t),this.bar}buildKeep(){return this.keep=i("button",{type:"button",class:"cs-button cs-keep",onclick:()=>this.toggle()}),this.keep}toggle(){let{chosen:t,beside:e}=this.read();this.change({beside:e?"":t})}restart(){let{axis:t,chosen:e,beside:s}=this.first;this.change({axis:t,chosen:e,beside:s})}preview(t){this.pointed=t,this.update()}fit(){this.update()}update(){let t,e;this.queued=!1;let s=this.read();if(nJ(s))return;let i=nG(s),r=Math.max(...s.nets.map(({parts:t})=>t.length));this.chart.show(s,this.width(),this.hasKnob("chosen")),this.bar.hidden=s.knobs?.length===0,this.axis.show(s.axis),this.axis.node.hidden=!this.hasKnob("axis"),this.label.hidden=!this.hasKnob("axis"),this.cards[0].show(n_(s,this.pointed||s.chosen),r),this.cards[1].node.hidden=!i,this.pair.classList.toggle("cs-two",!!i),i&&this.cards[1].show(i,r),this.keep.hidden=!this.hasKnob("beside"),a(this.keep,s.beside?`Put ${s.beside} away`:`Keep ${s.chosen} to compare`),a(this.source,(({about:t})=>`Top-1 of one model, one crop of 224\xd7224, on ImageNet’s 50,000 validation images: ${t}.`)(s)),this.showDescription(s);let n=this.showTask((e=nX((t=n_(s,s.chosen)).parts.filter(({name:t})=>t.startsWith("FC")).map(({weights:t})=>t)),{net:t.name,top1:t.top1,weights:t.weights,memory:t.memory,macs:t.macs,fc:Math.round(100*e/Math.max(t.weights,1)),axis:s.axis,beside:s.beside})),o=`${n5(n_(s,s.chosen))}${n}`;this.spoken&&o!==this.spoken&&this.announce(o),this.spoken=o}});var on=s(53),oo={};function ol(t){let e=t.x.length,s=t.x[0].length,i=t.size,a=t.stride;return{H:e,W:s,F:i,S:a,H2:tm(e,i,a),W2:tm(s,i,a)}}oo.styleTagTransform=te(),oo.setAttributes=J(),oo.insert=Y().bind(null,"head"),oo.domAPI=G(),oo.insertStyleElement=Q(),q()(on.A,oo),on.A&&on.A.locals&&on.A.locals;let oh=(t,e,s)=>Array.from({length:t},(t,i)=>Array.from({length:e},(t,e)=>s(i,e))),oc=t=>t.reduce((t,e)=>t+e,0);function od(t){let{H2:e,W2:s}=ol(t);return t.dy.length===e&&t.dy[0].length===s?t.dy:oh(e,s,(t,e)=>10*(t*s+e+1))}function op(t){let{H2:e,W2:s}=ol(t),i=(t,e)=>Math.min(Math.max(t,0),e-1);return{row:i(t.row,e),col:i(t.col,s)}}function ou(t,e,s){let i=oh(t.size,t.size,(i,a)=>[e*t.stride+i,s*t.stride+a]).flat(),a=i.map(([e,s])=>t.x[e][s]);if("max"===t.kind){let t=Math.max(...a)+0;return{cells:i,values:a,y:t,switched:a.indexOf(t),equal:a.filter(e=>e===t).length}}let r=oc("L2"===t.kind?a.map(t=>t*t):a);return{cells:i,values:a,total:r,y:"L2"===t.kind?Math.sqrt(r):r/a.length,switched:null,equal:0}}function om(t,e,s){return"max"===t.kind?e.values.map((t,i)=>i===e.switched?s:0):"average"===t.kind?e.values.map(()=>s/e.values.length):e.values.map(t=>0===e.y?0:t*(s/e.y)+0)}function of(t){let{H:e,W:s,H2:i,W2:a}=ol(t),r=od(t),n=oh(i,a,(e,s)=>ou(t,e,s)),o=oh(e,s,()=>[]);return n.forEach((e,s)=>e.forEach((e,i)=>{om(t,e,r[s][i]).forEach((t,a)=>{let[r,n]=e.cells[a];o[r][n].push({row:s,col:i,part:t,won:a===e.switched})})})),{dy:r,windows:n,sources:o,y:n.map(t=>t.map(t=>t.y)),dx:o.map(t=>t.map(t=>oc(t.map(({part:t})=>t))))}}function og(t){let{H:e,W:s,F:i,S:a,H2:r,W2:n}=ol(t),{row:o,col:l}=op(t),{windows:h,dx:c}=of(t),d=h[o][l];return{kind:t.kind,H:e,W:s,F:i,S:a,H2:r,W2:n,fits:th(e,i,a)&&th(s,i,a),row:o,col:l,value:d.y,switch:d.switched,tied:d.equal>1,ties:h.flat().filter(({equal:t})=>t>1).length,receivers:c.flat().filter(t=>0!==t).length}}let ow={max:"Max",average:"Average",L2:"L2-norm"},ox=(t,e=2)=>Math.floor(t*10**e+.5)/10**e,ob=(t,e)=>String(ox(t,e)+0).replace("-","−"),ov=t=>[2,1,0].map(e=>ob(t,e)).find(t=>t.length<=5)??(0,c.h0)(t),oy=(...t)=>t.every(t=>1e-9>Math.abs(ox(t)-t))?"=":"≈",ok=t=>t<0?`(${ob(t)})`:ob(t),o$=([t,e])=>`row ${t}, column ${e}`,oM=(...t)=>t.filter(Boolean).join(" ");function oA(t){let{H:e,W:s,F:i,S:a,H2:r,W2:n}=ol(t),o=`${ow[t.kind]} pooling of a depth slice of ${s}\xd7${e}, windows of ${i}\xd7${i}, stride ${a}: the output is ${n}\xd7${r}.`,l=t.backward?oS(t):[];return oM(o,oz(t),...oE(t),...l)}function oz(t){let{H:e,W:s,F:i,S:a}=ol(t);return[...new Set([s,e])].map(t=>(0,c.x8)(td(t,i,a))).join(" ")}function oE(t){let{row:e,col:s}=op(t),i=ou(t,e,s),{values:a,total:r,y:n}=i,o=a.length,l=`y[${e}, ${s}] ${oy(...a)}`,h=`${oy(n)} ${ob(n)}.`;if("max"===t.kind)return[`${l} max(${a.map(t=>ob(t)).join(", ")}) ${h}`,function({cells:t,y:e,switched:s,equal:i}){let a=o$(t[s]),r=`That is cell ${s} of the window: the switch is ${s}.`;return 1===i?`The largest stands in ${a}. ${r}`:`A tie: ${i} cells hold ${ob(e)}. Row by row, the first of them wins: ${a}. ${r}`}(i)];if("average"===t.kind)return[`${l} (${a.map(ok).join(" + ")})/${o} ${oy(r)} ${ob(r)}/${o} ${h}`,`All ${o} cells count the same.`];let c=a.map(t=>`${ok(t)}\xb2`).join(" + ");return[`${l} √(${c}) ${oy(r)} √${ob(r)} ${h}`,n?"Large numbers count most.":"All its cells are 0."]}function oS(t){let{row:e,col:s}=op(t),i=ou(t,e,s),a=od(t)[e][s],{values:r,y:n}=i,o=r.length,l=`dy[${e}, ${s}] ${oy(a)} ${ob(a)}`,{S:h,F:c,H2:d,W2:p}=ol(t);if(0===a)return[`${l}: nothing is sent.`,""];if("max"===t.kind)return function(t,e,{cells:s,values:i,switched:a,equal:r}){let[n,o]=s[a],l=`The other ${i.length-1} cells get nothing from this window`,h=1===r?"":2===r?", not even the one that is as large":`, not even the ${r-1} that are as large`,c=of(t).sources[n][o].filter(({won:t})=>t).map(({part:t})=>t),d=c.length>1?`That cell won in ${c.length} windows: ${oL("dx",n,o,c)}.`:"";return[`${e} goes to ${o$([n,o])}, all of it.`,oM(`${l}${h}.`,d)]}(t,l,i);let u=h<c&&d*p>1?"What a cell gets from several windows adds up.":"";if("average"===t.kind){let t=a/o;return[`${l} is shared equally: ${ob(a)}/${o} ${oy(t)} ${ob(t)} for each cell.`,u]}if(0===n)return[`${l}, but y is 0 and has no slope here: nothing is sent.`,u];let m=r.some(t=>t<0)?"A cell below 0 gets a share of the other sign: if it grows, y shrinks.":"",f=om(t,i,a).map(t=>ob(t)).join(", ");return[`${l} is shared as dy \xb7 x/y, with y ${oy(n)} ${ob(n)}: ${f}.`,oM(m,u)]}function oL(t,e,s,i){let a=i.reduce((t,e)=>t+e,0);return`${t}[${e}, ${s}] = ${i.map(ok).join(" + ")} ${oy(a)} ${ob(a)}`}let oC=[["beside",32],["below",28],["stack",24],["column",24]];function oO(t,e){return i("div",{class:"cs-part-name"},i("b",{},t),e instanceof Node?e:i("span",{},e))}function oj(){let t=i("p",{class:"cs-sentence"}),e=i("p",{class:"cs-more"});return{said:t,more:e,node:i("div",{class:"cs-words"},t,e)}}function oN(t,e,...s){return i("div",{class:`cs-lane cs-${t}`,role:"group","aria-label":e},s)}function oP(t,e){let s=Array.from({length:e*e},(t,e)=>i("span",{class:"cs-cell"},i("small",{},String(e)),i("span",{}))),a=i("div",{class:"cs-taps",role:"img"},Array.from({length:e},(t,a)=>i("div",{class:"cs-row"},s.slice(a*e,(a+1)*e)))),r=i("span",{}),n=i("div",{class:"cs-foot"});return{cells:s,table:a,detail:r,foot:n,node:i("div",{class:"cs-part cs-part-mid"},oO(t,r),i("div",{class:"cs-between"},a,n))}}function oT([t,e]){return i("div",{},i("span",{},t),i("b",{},ob(e)))}function oF({cells:t,table:e},s,i,r){e.classList.toggle("cs-numbered",null!==i),s.forEach((e,s)=>{t[s].className=`cs-cell ${r(s)}`,a(t[s].lastChild,ov(e))})}function oI({cells:t,roving:e},s){s.flat().forEach((e,s)=>{t[s].firstElementChild||a(t[s],ov(e))}),e.point(e.at)}let oD={max:"maximum",average:"average",L2:"L2 norm"},oW="Plus and minus change a number, Enter or a digit types one.";class oR{constructor(t){this.on=t,this.node=i("div",{class:"cs-stage"}),this.words={forward:oj(),backward:oj()},this.legend=i("div",{class:"cs-legend"}),this.words.forward.node.append(this.legend),this.node.addEventListener("pointerover",t=>this.hint(t.target.closest(".cs-cell"))),this.node.addEventListener("pointerleave",()=>this.hint(null))}build(t){this.size=ol(t);let{H:e,W:s,F:i,H2:a,W2:r}=this.size;for(let t of(this.marked=[],this.x=this.slice("x",e,s,`Input x, ${s}\xd7${e}. ${oW}`),this.y=this.slice("y",a,r,`Output y, ${r}\xd7${a}. Arrows move the window.`),this.dx=this.slice("dx",e,s,`Gradient dx of the input, ${s}\xd7${e}.`),this.dy=this.slice("dy",a,r,`Gradient dy of the output, ${r}\xd7${a}. Arrows move the window. ${oW}`),this.slices=[this.x,this.y,this.dx,this.dy],this.slices))this.listen(t);this.forward=oP("Window",i),this.backward=oP("Shares",i),this.stepper=this.makeStepper();let n=this.part("y","Output y",`${r}\xd7${a}`,this.y.node),o=this.part("y","dy","gradient of y",this.dy.node);this.backLane=oN("backward","Backward",this.part("x","dx","gradient of x",this.dx.node),this.backward.node,o,this.words.backward.node),this.node.replaceChildren(oN("forward","Forward",this.part("x","Input x",`${s}\xd7${e}`,[this.x.node,this.stepper.node]),this.forward.node,n,this.words.forward.node),this.backLane)}slice(t,e,s,a){let{cells:r,lines:n}=sG(0,e,s),o=t=>i("span",{class:"cs-index","aria-hidden":"true"},String(t));n.forEach((t,e)=>t.prepend(o(e)));let l=i("div",{class:"cs-row cs-indices","aria-hidden":"true"},Array.from({length:s},(t,e)=>o(e))),h=i("div",{role:"grid","aria-label":a},n),c=t.endsWith("x")?i("div",{class:"cs-window"}):null,d={name:t,grid:h,frame:c,cells:r.flat(),node:i("div",{class:"cs-field"},l,h,c),edits:"x"===t||"dy"===t,moves:t.endsWith("y")};return r.flat().forEach(t=>{t.slice=d}),d.roving=new sV([r],([,e,s])=>`${t}[${e}, ${s}] is ${r[e][s].textContent}`),d}part(t,e,s,a){return i("div",{class:`cs-part cs-part-${t}`},oO(e,s),a)}makeStepper(){let t=(t,e,s)=>i("button",{type:"button",class:"cs-knob-button",tabindex:"-1","aria-label":`Chosen number: ${s}`,onclick:()=>this.step(this.x,e)},t),e=i("span",{class:"cs-chosen-name"}),s=i("b",{});return{node:i("div",{class:"cs-stepper",role:"group","aria-label":"Chosen number"},e,i("div",{class:"cs-knob-box"},t("−",-1,"one less"),s,t("+",1,"one more"))),name:e,value:s}}listen(t){let{grid:e,roving:s}=t;e.addEventListener("click",e=>{let s=e.target.closest(".cs-cell");if(!s?.at||"INPUT"===e.target.tagName)return;let i=t.chosen===s;this.go(t,s.at),i&&t.edits&&this.open(t)}),e.addEventListener("focusin",t=>t.target.at&&this.hint(t.target)),e.addEventListener("focusout",({target:t})=>{"INPUT"===t.tagName&&setTimeout(()=>this.values(this.s))}),e.addEventListener("keydown",e=>{if("INPUT"===e.target.tagName||e.ctrlKey&&1===e.key.length||e.metaKey)return;let i=s.key(e);if(i)this.go(t,i);else if(!t.edits)return;else if("Enter"===e.key||"F2"===e.key)this.open(t);else if(/^\d$/.test(e.key))this.open(t,e.key);else{if(!/^[-−+=]$/.test(e.key))return;this.step(t,"-−".includes(e.key)?-1:1)}e.preventDefault()})}go(t,e){this.on.hold(),t.roving.point(e,!0),t.chosen=t.roving.cell(e),t.moves?this.on.move({row:e[1],col:e[2]}):t===this.x&&this.choose()}number({name:t},[,e,s]){return("x"===t?this.s.x:this.all.dy)[e][s]}open(t,e){let{name:s,roving:i}=t,a=i.at;this.on.hold(),sJ(i.cell(a),{value:this.number(t,a),name:`${s}[${a[1]}, ${a[2]}]`,first:e,take:t=>this.on.number(s,a,t),refuse:this.on.refuse})}step(t,e){let s=t.roving.at,i=Number((this.number(t,s)+e).toPrecision(12));this.on.hold(),999>=Math.abs(i)&&this.on.number(t.name,s,i)}values(t){this.s=t,this.all=of(t);let{H:e,W:s}=this.size,{windows:i,sources:a,y:r,dx:n,dy:o}=this.all;oI(this.x,t.x),oI(this.y,r),oI(this.dx,n),oI(this.dy,o),this.letters=sW([t.x,r,n,o].flat(2).map(t=>ov(t)));let l=new Set(i.flat().filter(({switched:t})=>null!==t).map(({cells:t,switched:e})=>String(t[e])));for(let t=0;t<e;t++)for(let e=0;e<s;e++){for(let i of[this.x,this.dx])i.cells[t*s+e].classList.toggle("cs-unread",!a[t][e].length);this.x.cells[t*s+e].classList.toggle("cs-won",l.has(String([t,e]))),this.dx.cells[t*s+e].classList.toggle("cs-got",0!==n[t][e])}this.move(t)}move(t){this.s=t;let{W:e,W2:s}=this.size,{row:i,col:a}=op(t),r=this.all.windows[i][a],n=this.all.dy[i][a];for(let t of this.marked)t.classList.remove("cs-tap","cs-here","cs-share"),t.style.removeProperty("--part");let o=(t,e)=>{t.classList.add(e),this.marked.push(t)};for(let{frame:e}of(this.marked=[],[this.x,this.dx]))e.style.setProperty("--top",i*t.stride),e.style.setProperty("--left",a*t.stride),e.style.setProperty("--span",t.size);let l=om(t,r,n),h=Math.max(...l.map(Math.abs));for(let t of(r.cells.forEach(([t,s],i)=>{let a=i===r.switched,c=this.dx.cells[t*e+s];for(let r of(o(this.x.cells[t*e+s],a?"cs-here":"cs-tap"),o(c,a&&0!==n?"cs-here":0!==l[i]?"cs-share":"cs-tap"),[c,this.backward.cells[i]]))r.style.setProperty("--part",`${Math.round(35*Math.abs(l[i])/(h||1))}%`)}),[this.y,this.dy]))o(t.cells[i*s+a],"cs-here"),t.chosen=t.cells[i*s+a],t.roving.point([0,i,a]);this.backLane.classList.toggle("cs-routed","max"===t.kind),this.showMiddle(t,r,l,n),this.choose()}showMiddle(t,{values:e,total:s,y:i,switched:r},n,o){let l=e.length,h="max"===t.kind,c="L2"===t.kind?e.map(t=>t*t):e;oF(this.forward,c,r,t=>t===r?"cs-here":"cs-tap"),oF(this.backward,n,r,t=>h&&t===r&&0!==o?"cs-here":0!==n[t]?"cs-share":"cs-none"),a(this.forward.detail,"L2"===t.kind?"squared":"its numbers"),a(this.backward.detail,"L2"===t.kind?"dy \xb7 x/y":"of the window"),this.showLegend(h);let d={max:[["largest",i]],average:[["sum",s],[`sum/${l}`,i]],L2:[["sum",s],["√sum",i]]}[t.kind],p={max:[[`to cell ${r}`,o]],average:[["dy",o],[`dy/${l}`,o/l]],L2:[["dy",o],["y",i]]}[t.kind];this.forward.foot.replaceChildren(...d.map(oT)),this.backward.foot.replaceChildren(...p.map(oT)),this.forward.table.setAttribute("aria-label",`Window${"L2"===t.kind?", squared":""}: ${c.map(t=>ob(t)).join(", ")}; ${oD[t.kind]} ${ob(i)}`),this.backward.table.setAttribute("aria-label",`Shares of the cells in this window: ${n.map(t=>ob(t)).join(", ")}`)}showLegend(t){let e=(t,e)=>i("span",{},i("i",{class:`cs-cell ${t}`,"aria-hidden":"true"}),e),s=this.all.sources.flat().some(t=>!t.length);this.legend.replaceChildren(...t?[e("cs-won","wins in its window")]:[],...s?[e("cs-unread","read by no window")]:[])}choose(){let{roving:t,cells:e}=this.x,[,s,i]=t.at;for(let s of e)s.classList.toggle("cs-chosen",s===t.cell(t.at));a(this.stepper.name,`x[${s}, ${i}]`),a(this.stepper.value,ob(this.s.x[s][i]))}hint(t){for(let t of[this.y,this.dy])for(let e of t?.cells??[])e.classList.remove("cs-reads");let e=t?.slice?.name;if("x"!==e&&"dx"!==e)return this.on.note("");let[,s,i]=t.at;for(let{row:t,col:e}of this.all.sources[s][i])for(let s of[this.y,this.dy])s.cells[t*this.size.W2+e].classList.add("cs-reads");this.on.note(("x"===e?function(t,[e,s]){let i=of(t).sources[e][s],a=0===i.length?"no window":1===i.length?"1 window":`${i.length} windows`,r=i.filter(({won:t})=>t).length,n=1===i.length?"it":"them",o="max"===t.kind&&i.length?r?` and wins in ${r===i.length?n:r}`:" and wins in none":"";return`x[${e}, ${s}] ${oy(t.x[e][s])} ${ob(t.x[e][s])} is read by ${a}${o}.`}:function(t,[e,s]){let i=of(t).sources[e][s],a="max"===t.kind,r=a?i.filter(({won:t})=>t):i,n=r.map(({part:t})=>t),o=`dx[${e}, ${s}]`;return r.length?1===n.length?`${o} ${oy(n[0])} ${ob(n[0])}, from dy[${r[0].row}, ${r[0].col}].`:`${oL("dx",e,s,n)}, from the ${n.length} windows that ${a?"it wins in":"read it"}.`:`${o} = 0: ${i.length?"it wins in no window":"no window reads it"}.`})(this.s,[s,i]))}get cramped(){return this.letters!==this.fitted}fit(t){let{mode:e,cell:s,input:i,middle:a,tap:r,output:n}=function(t,{W:e,W2:s,F:i},a){for(let[r,n]of oC)for(let o=40;o>=Math.max(n,a);o--){let l=Math.max(16+e*o,78),h=Math.max(16+s*o,78),c=Math.max(o,Math.min(34,Math.floor(84/i))),d=Math.max(i*c,84),p=({column:l,stack:l+34+h}[r]??l+d+h+68)+250*("beside"===r),u="column"===r&&o===Math.max(n,a);if(p<=t||u)return{mode:r,cell:o,tap:c,input:l,middle:d,output:h}}}(t,this.size,sB(this.letters));for(let[t,o]of(this.fitted=this.letters,this.node.className=`cs-stage cs-mode-${e}`,[["--c",s],["--m",r],["--wx",i],["--wm",a],["--wy",n],["--text",sH(s,this.letters)]]))this.node.style.setProperty(t,`${o}px`)}}let oB=["x","dy","kind","size","stride"],oH=["row","col","backward"],oK=[["max","maximum"],["average","average"],["L2","L2 norm"]],oU=[["one","forward"],["both","and backward"]],oq=[[2,2],[3,2],[3,1]],o_=p(class extends u{constructor(t,e){super(t,e,[...oB,...oH,"knobs"],oA),this.first=this.read(),this.shown={},this.picture=new oR({move:t=>this.change(t),number:(...t)=>this.setNumber(...t),refuse:t=>this.refuse(t),note:t=>this.note(t),hold:()=>this.hold()}),this.build(),this.update(),this.follow()}build(){let t=[this.first.size,this.first.stride],e=(oq.some(e=>String(e)===String(t))?oq:[t,...oq]).map(([t,e])=>[`${t},${e}`,`${t}\xd7${t}, stride ${e}`]);this.kind=eX("Kind of pooling",oK,t=>this.change({kind:t})),this.windows=eX("Windows",e,t=>this.setWindows(...t.split(",").map(Number))),this.ways=eX("Which way",oU,t=>this.change({backward:"both"===t}));let s=i("button",{type:"button",class:"cs-button cs-reset",onclick:()=>this.reset()},"Reset");Object.assign(this,{fitText:i("p",{class:"cs-fit"}),aside:i("p",{class:"cs-note"}),problem:i("p",{class:"cs-problem",hidden:!0})}),this.body=i("div",{class:"cs-body"},i("div",{class:"cs-options"},this.kind.node,this.windows.node,this.ways.node,s),this.fitText,this.picture.node,this.aside),this.open("pooling","Pooling",this.problem,this.body)}setWindows(t,e){let s;this.hold();let[i,a]=[this.first.x.length,this.first.x[0].length].map(s=>(function(t,e,s){for(let i=t;i<=6;i++)if(th(i,e,s))return i;let i=t;for(;!th(i,e,s);)i--;return i})(s,t,e));this.change({size:t,stride:e,x:(s=this.kept,oh(i,a,(t,e)=>s?.[t]?.[e]??ay(0,t,e)))})}setNumber(t,[,e,s],i){let a=structuredClone("x"===t?this.model.get("x"):od(this.read()));a[e][s]=i,this.change({[t]:a})}reset(){this.hold(),this.kept=null,this.change(this.first)}update(){let t;this.queued=!1;let e=this.read(),s=void 0===(t=[e.x[0].length,e.x.length].find(t=>0>tl(t,e.size)))?null:td(t,e.size,e.stride);if(this.problem.hidden=!s,this.body.hidden=!!s,s)return a(this.problem,s);this.kept=aA(this.kept,e.x);let i=this.shown,r=JSON.stringify(ol(e)),n=r===this.size;for(let[t,s]of(n||this.picture.build(e),!n||oB.some(t=>i[t]!==e[t])?this.picture.values(e):this.picture.move(e),this.size=r,this.shown=e,this.picture.backLane.hidden=!e.backward,(!n||this.picture.cramped)&&this.picture.fit(this.width()),this.kind.show(e.kind),this.windows.show(`${e.size},${e.stride}`),this.ways.show(e.backward?"both":"one"),[["kind",this.kind],["windows",this.windows],["backward",this.ways]]))s.node.hidden=!this.hasKnob(t);this.showWords(e,i,n)}showWords(t,e,s){var i;let r,n,o,{forward:l,backward:h}=this.picture.words,c=[...oE(t),...oS(t)];[l.said,l.more,h.said,h.more].forEach((t,e)=>a(t,c[e])),a(this.fitText,oz(t)),this.fitText.classList.toggle("cs-misfit",!og(t).fits);let d=s&&e.x!==t.x&&"max"===e.kind&&"max"===t.kind;this.moved=d?(i=t.backward,r=of(e).windows,n=of(t).windows,o=[],n.forEach((t,e)=>t.forEach((t,s)=>{let a=r[e][s];t.switched!==a.switched&&o.push(`${i?`The gradient of y[${e}, ${s}]`:`The winner for y[${e}, ${s}]`} moved from ${o$(a.cells[a.switched])} to ${o$(t.cells[t.switched])}.`)})),o.join(" ")):"",this.warning=null,this.note(),this.showDescription(t);let p=this.showTask(og(t));e.x&&this.announce([this.moved,...s?[]:[this.fitText.textContent],...c.slice(0,t.backward?4:2)].filter(Boolean).join(" ")+p)}note(t){a(this.aside,this.warning||t||this.moved||"Choose an output to see its window. Choose an input to change it, with + and − or by typing.")}hold(){this.warning=null}});var oG=s(54),oV={};oV.styleTagTransform=te(),oV.setAttributes=J(),oV.insert=Y().bind(null,"head"),oV.domAPI=G(),oV.insertStyleElement=Q(),q()(oG.A,oV),oG.A&&oG.A.locals&&oG.A.locals;let oY=["none","average","max2","max3"],oX=(t,e,s)=>{let i=new Float64Array(t*e);for(let a=0;a<t;a++)for(let t=0;t<e;t++)i[a*e+t]=s(a,t);return{H:t,W:e,values:i}},oJ=({H:t,W:e,values:s},i,a,r=0)=>oX(t,a,(t,a)=>s[t*e+a+8+r-i]),oZ={average:2,max2:2,max3:3},oQ=new Map;function o0(t){let e,s,i,a,r,n,o,l=`${t.columns} ${t.pixels}`;return oQ.has(l)||oQ.set(l,(i=(s=(({H:t,W:e,values:s})=>oX(t,e-2,(t,i)=>Math.max(s[t*e+i+2]-s[t*e+i],0)))(e=function({pixels:t,columns:e}){let s=Uint8Array.from(atob(t),t=>t.charCodeAt(0));return{H:s.length/e,W:e,values:s}}(t))).W-8,a=(t,e)=>(function(t,e){let s=oZ[e];if(!s)return t;let{W:i,values:a}=t,r=t=>Math.floor((t-s)/2)+1;return oX(r(t.H),r(i),(t,r)=>{let n=0,o=-1/0;for(let e=0;e<s;e++)for(let l=0;l<s;l++){let s=a[(2*t+e)*i+2*r+l];n+=s,s>o&&(o=s)}return"average"===e?n/(s*s):o})})(oJ(s,t,i),e),r=Object.fromEntries(oY.map(t=>[t,a(0,t)])),n=Object.fromEntries(oY.map(t=>[t,function({values:t}){let e=t.length,s=t.slice().sort(),i=0;for(let t=0;t<e;t++)i+=(2*t-e+1)*s[t];return 2*i/e/e}(r[t])])),o=Array.from({length:9},(t,e)=>e),{mapAt:a,before:r,spreads:n,most:s.values.reduce((t,e)=>Math.max(t,e),0)||1,photograph:t=>oJ(e,t,i,1),curves:Object.fromEntries(oY.map(t=>[t,o.map(e=>((t,e)=>{let s=r[e].values,i=a(t,e).values,o=0;for(let t=0;t<s.length;t++)o+=Math.abs(i[t]-s[t]);return n[e]?100*o/s.length/n[e]:0})(e,t))]))})),oQ.get(l)}let o1=t=>Math.floor(t+.5),o2={none:"no pooling",average:"average pooling 2\xd72",max2:"max pooling 2\xd72",max3:"max pooling 3\xd73, stride 2"};function o4(t){let{shift:e,pool:s}=t;if(!e)return"Moved by 0 pixels, the photograph stands where it stood, and nothing changes.";let{curves:i}=o0(t),a=`Moved by ${(0,c.LS)(e,"pixel")}, the edges change by ${o1(i.none[e])}% without pooling`;return"none"===s?`${a}.`:`${a}, and by ${o1(i[s][e])}% after ${o2[s]}.`}function o3(t){let{curves:e,before:s}=o0(t),{W:i,H:a}=s[t.pool],r=Object.entries(e).map(([t,e])=>`${o2[t]} ${e.map(o1).join(", ")}`);return`A photograph and its upright edges, after ${o2[t.pool]} a map of ${i}\xd7${a}. ${o4(t)} In percent, from 0 to 8 pixels: ${r.join("; ")}.`}let o5=["photograph","its upright edges","pooled","what has changed"],o6=(t,e,...s)=>{let i=document.createElementNS("http://www.w3.org/2000/svg",t);for(let[t,s]of Object.entries(e))i.setAttribute(t,s);return i.append(...s),i};class o8{constructor(){this.panels=o5.map((t,e)=>{let s=i("canvas",{class:e?"cs-shift-ink":"",role:"img","aria-label":t}),a=i("div",{class:"cs-shift-title"},t);return{canvas:s,title:a,node:i("div",{class:"cs-shift-panel"},a,s)}}),this.node=i("div",{class:"cs-shift-pictures"},this.panels.map(({node:t})=>t))}show({shift:t,pool:e},{photograph:s,mapAt:i,before:r,spreads:n,most:o}){let l=i(t,e),h=r[e].values,c=3*n[e]||1,[d,p,u,m]=this.panels.map(({canvas:t})=>t);o7(d,s(t),t=>t,()=>255);let f=i(t,"none"),g=t=>255*t/o;o7(p,f,()=>0,g),o7(u,l,()=>0,g),o7(m,l,()=>0,(t,e)=>255*Math.abs(t-h[e])/c),a(this.panels[2].title,"none"===e?"not pooled":"pooled")}}function o7(t,{H:e,W:s,values:i},a,r){(t.width!==s||t.height!==e)&&Object.assign(t,{width:s,height:e});let n=t.getContext("2d"),o=n.createImageData(s,e);for(let t=0;t<i.length;t++)o.data.fill(a(i[t]),4*t,4*t+3),o.data[4*t+3]=r(i[t],t);n.putImageData(o,0,0)}class o9{constructor(t){this.frame=o6("g",{}),this.cursor=o6("path",{class:"cs-shift-cursor"}),this.lines=oY.map(t=>o6("polyline",{class:`cs-curve cs-curve-${t}`})),this.dots=oY.map(()=>o6("circle",{class:"cs-shift-dot",r:3})),this.value=o6("text",{class:"cs-shift-text cs-shift-value"}),this.node=o6("svg",{class:"cs-shift-chart","aria-hidden":"true"},this.frame,this.cursor,...this.lines,...this.dots,this.value);let e=e=>{let s=this.node.getBoundingClientRect();t(Math.min(Math.max(Math.round(8*((e.clientX-s.left-46)/(this.wide-46-16))),0),8))};this.node.addEventListener("pointerdown",t=>{t.preventDefault(),this.node.setPointerCapture(t.pointerId),e(t)}),this.node.addEventListener("pointermove",t=>{this.node.hasPointerCapture(t.pointerId)&&e(t)}),this.wide=470}x(t){return 46+t/8*(this.wide-46-16)}y(t){return 188-t/110*166}fit(t){let e=Math.min(t,470);if(e===this.drawn)return;this.wide=e,this.drawn=e,this.node.setAttribute("viewBox",`0 0 ${e} 230`),this.node.style.width=`${e}px`;let s=188,i=(t,e)=>o6("text",{class:"cs-shift-text",...e},t);this.frame.replaceChildren(i("how much of the map has changed",{x:2,y:12}),...[0,50,100].flatMap(t=>[o6("path",{class:"cs-shift-grid",d:`M46 ${this.y(t)}H${e-16}`}),i(`${t}%`,{x:38,y:this.y(t)+4,"text-anchor":"end"})]),...Array.from({length:9},(t,e)=>i(String(e),{x:this.x(e),y:s+18,"text-anchor":"middle"})),i("moved by, in pixels",{x:(46+e-16)/2,y:s+36,"text-anchor":"middle"})),this.last&&this.show(...this.last)}show(t,e){this.last=[t,e],this.drawn||this.fit(this.wide),oY.forEach((s,i)=>{let a=e.curves[s],r=s===t.pool;this.lines[i].setAttribute("points",a.map((t,e)=>`${this.x(e)},${this.y(t)}`).join(" ")),this.lines[i].classList.toggle("cs-on",r),this.dots[i].setAttribute("cx",this.x(t.shift)),this.dots[i].setAttribute("cy",this.y(a[t.shift])),this.dots[i].setAttribute("r",r?6:3),this.dots[i].classList.toggle("cs-on",r)}),this.cursor.setAttribute("d",`M${this.x(t.shift)} ${this.y(0)}V${this.y(110)}`);let s=e.curves[t.pool][t.shift],i=t.shift>6;this.value.textContent=`${o1(s)}%`,this.value.setAttribute("x",this.x(t.shift)+(i?-10:10)),this.value.setAttribute("y",this.y(s)+20),this.value.setAttribute("text-anchor",i?"end":"start")}}let lt=[["none","none"],["average","average 2\xd72"],["max2","max 2\xd72"],["max3","max 3\xd73"]],le=p(class extends u{constructor(t,e){super(t,e,["pixels","columns","shift","pool"],o3);let s=h("shift");this.slider=i("input",{id:s,type:"range",min:0,max:8,step:1,class:"cs-shift-slider",oninput:()=>this.change({shift:Number(this.slider.value)})}),this.moved=i("b",{class:"cs-shift-moved","aria-hidden":"true"}),this.choice=eX("Pooling",lt.map(([t,e])=>[t,[o6("svg",{class:"cs-shift-sample",viewBox:"0 0 24 10","aria-hidden":"true"},o6("path",{class:`cs-curve cs-curve-${t}`,d:"M2 5H22"})),e]]),t=>this.change({pool:t})),this.pictures=new o8,this.chart=new o9(t=>this.change({shift:t})),this.sentence=i("p",{class:"cs-sentence"});let a=i("div",{class:"cs-shift-move"},i("label",{for:s},"moved by"),this.slider,this.moved);this.open("shift","Pooling and a small shift",i("div",{class:"cs-options"},a,this.choice.node),this.pictures.node,i("div",{class:"cs-shift-below"},this.chart.node,this.sentence)),this.size=!0,this.picture=this.chart,this.update(),this.follow()}update(){this.queued=!1;let t=this.read(),e=o0(t);this.slider.value=t.shift,this.slider.setAttribute("aria-valuetext",(0,c.LS)(t.shift,"pixel")),a(this.moved,(0,c.LS)(t.shift,"pixel")),this.choice.show(t.pool),this.pictures.show(t,e),this.chart.show(t,e);let s=o4(t);a(this.sentence,s),this.showDescription(t);let i=this.showTask({shift:t.shift,pool:t.pool,changed:o1(o0(t).curves[t.pool][t.shift])});this.spoken&&this.announce(`${s}${i}`),this.spoken=!0}});var ls=s(55),li={};li.styleTagTransform=te(),li.setAttributes=J(),li.insert=Y().bind(null,"head"),li.domAPI=G(),li.insertStyleElement=Q(),q()(ls.A,li),ls.A&&ls.A.locals&&ls.A.locals;let la=(t,e,...s)=>{let i=document.createElementNS("http://www.w3.org/2000/svg",t);for(let[t,s]of Object.entries(e))i.setAttribute(t,s);return i.append(...s),i};function lr({curve:t,unit:e=""},s,a){let{at:r,least:n,most:o}=t,l=r.length,h=440,d=t=>52+t/Math.max(l-1,1)*(h-52-18),p=t=>196-(t-n)/(o-n)*160,u=(o-n)/20,m=t=>Number((Math.round(Math.min(Math.max(t,n),o)/u)*u).toPrecision(12)),f=m((n+o)/2),g=null,w=!1,x=la("polyline",{class:"cs-guess-line"}),b=r.map((e,s)=>la("circle",{class:"cs-guess-point",r:8,tabindex:0===s?"0":"-1",role:"slider","aria-orientation":"vertical","aria-valuemin":n,"aria-valuemax":o,"aria-label":`${t.y} where ${t.x} is ${(0,c.ai)(e)}`})),v=la("g",{"aria-hidden":"true"}),y=la("g",{class:"cs-guess-real"});y.style.display="none";let k=la("svg",{class:"cs-guess-curve",role:"group","aria-label":s},v,x,...b,y),$=t=>{g=t;let s=t??r.map(()=>f);x.setAttribute("points",s.map((t,e)=>`${d(e)},${p(t)}`).join(" ")),k.classList.toggle("cs-untouched",null===t),b.forEach((t,i)=>{t.setAttribute("cx",d(i)),t.setAttribute("cy",p(s[i])),t.setAttribute("aria-valuenow",s[i]),t.setAttribute("aria-valuetext",`${(0,c.ai)(s[i])}${e&&` ${e}`}`)})},M=s=>{h=s,k.setAttribute("viewBox",`0 0 ${h} 240`),v.replaceChildren(...function({curve:t,unit:e,x:s,y:i,width:a}){let r=196,n=(t,e)=>la("text",{class:"cs-guess-text",...e},t),o=[t.least,(t.least+t.most)/2,t.most].flatMap(t=>[la("path",{class:"cs-guess-grid",d:`M52 ${i(t)}H${a-18}`}),n(`${(0,c.ai)(t)}${"%"===e?"%":""}`,{x:42,y:i(t)+4,"text-anchor":"end"})]),l=t.at.map((t,e)=>n((0,c.ai)(t),{x:s(e),y:r+20,"text-anchor":"middle"})),h=n(t.x,{x:(52+a-18)/2,y:r+38,"text-anchor":"middle"});return[n(t.y,{x:4,y:16}),...o,...l,h]}({curve:t,unit:e,x:d,y:p,width:h})),t.real&&y.replaceChildren(...function({real:t,most:e},s,i,a){let r=t.map((t,e)=>`${s(e)},${i(t)}`).join(" "),n=t.some(t=>t>e)?"what came out, and higher still":"what came out",o=a-18;return[la("polyline",{class:"cs-guess-real-line",points:r}),la("path",{class:"cs-guess-real-line",d:`M${o-25} 11H${o}`}),la("text",{class:"cs-guess-text",x:o-32,y:16,"text-anchor":"end"},n)]}(t,d,t=>p(Math.min(Math.max(t,n),o)),h)),$(g)},A=(t,e)=>{if(w)return;let s=[...g??r.map(()=>f)];s[t]=m(e),$(s),a(s)},z=t=>{let e=k.getBoundingClientRect(),s=(t.clientX-e.left)/e.width*h,i=(t.clientY-e.top)/e.height*240;return[Math.min(Math.max(Math.round((s-52)/(h-52-18)*(l-1)),0),l-1),n+(196-i)/160*(o-n)]};return k.addEventListener("pointerdown",t=>{w||(t.preventDefault(),k.setPointerCapture(t.pointerId),A(...z(t)))}),k.addEventListener("pointermove",t=>{k.hasPointerCapture(t.pointerId)&&A(...z(t))}),k.addEventListener("keydown",t=>{let e=b.indexOf(t.target);if(e<0)return;let s=(g??r.map(()=>f))[e],i={ArrowUp:s+u,ArrowDown:s-u,Home:n,End:o}[t.key],a=b[e+(({ArrowLeft:-1,ArrowRight:1})[t.key]??0)];if(void 0!==i)A(e,i);else{if(!a||a===t.target)return;t.target.setAttribute("tabindex","-1"),a.setAttribute("tabindex","0"),a.focus()}t.preventDefault()}),M(440),new ResizeObserver(([{contentRect:t}])=>{let e=Math.min(Math.round(t.width),440);e&&e!==h&&M(e)}).observe(k),{node:i("div",{},k,i("p",{class:"cs-note"},"Draw across it, or use the arrow keys: up and down for a point, left and right for the next.")),value:()=>g,show:$,reveal:e=>{y.style.display=e&&t.real?"":"none"},disable:t=>{w=t,k.classList.toggle("cs-shut",t)},problem:()=>null===g?"Draw a curve: drag a point up or down.":""}}var ln=s(19);function lo(t,e,s=()=>{}){let i={number:ll,choice:lh,cell:ld,curve:lr}[t.kind];if(!i)throw Error(`a question of the kind ${t.kind} is not known`);return i(t,e,s)}function ll(t,e,s){let{unit:a=""}=t,r=i("input",{class:"cs-guess-number","aria-label":a?`${e} In ${"%"===a?"per cent":a}`:e,inputmode:"decimal",autocomplete:"off",spellcheck:"false",oninput:()=>s(o())}),n=()=>(0,ln.kz)(r.value,a),o=()=>Number.isNaN(n())?null:n();return{node:i("span",{class:"cs-guess-field"},r,a&&i("span",{"aria-hidden":"true"},a)),value:o,show:t=>{t!==o()&&(r.value=null===t?"":String(t).replace("-","−"))},disable:t=>{r.readOnly=t},problem:()=>null===o()?(0,ln.Qx)(r.value.trim()):(0,ln.FL)(o(),t)}}function lh({choices:t},e,s){let a=h("guess"),r=t.map((t,e)=>i("input",{type:"radio",name:a,value:e,onchange:()=>s(e)})),n=()=>{let t=r.findIndex(t=>t.checked);return t<0?null:t};return{node:i("div",{class:"cs-guess-choices",role:"radiogroup","aria-label":e},t.map((t,e)=>i("label",{},r[e],i("span",{},(0,c.Yy)(t))))),value:n,show:t=>r.forEach((e,s)=>{e.checked=s===t}),disable:t=>r.forEach(e=>{e.disabled=t&&!e.checked}),problem:()=>null===n()?"Choose one.":""}}let lc={ArrowLeft:[0,-1],ArrowRight:[0,1],ArrowUp:[-1,0],ArrowDown:[1,0]};function ld({cells:t},e,s){let a=null,r=!1,n=t.map((e,s)=>e.map((e,a)=>i("button",{type:"button",role:"gridcell",tabindex:"-1","aria-label":`row ${s}, column ${a}${""===t[s][a]?"":`: ${(0,ln.Ie)(t[s][a])}`}`,onclick:()=>l(s,a)},(0,ln.Ie)(e)))),o=t=>{a=t;let[e,s]=t??[0,0];n.forEach((i,a)=>i.forEach((i,r)=>{i.setAttribute("aria-selected",String(null!==t&&a===e&&r===s)),i.tabIndex=a===e&&r===s?0:-1}))},l=(t,e)=>{r||(o([t,e]),s([t,e]))},h=n.map(t=>i("div",{role:"row"},t)),c=i("div",{class:"cs-guess-cells",role:"grid","aria-label":e,onkeydown:t=>{let e=n.flatMap((t,e)=>t.map((t,s)=>[t,e,s])).find(([e])=>e===t.target),s=lc[t.key];if(!e||!s)return;t.preventDefault();let i=n[e[1]+s[0]]?.[e[2]+s[1]];i&&(e[0].tabIndex=-1,i.tabIndex=0,i.focus())}},h);return o(null),{node:c,value:()=>a,show:o,disable:t=>{r=t,c.setAttribute("aria-readonly",String(t))},problem:()=>null===a?"Click a cell.":""}}function lp(t,e){t.hidden=!e,a(t,e)}let lu=["ask","kind","choices","unit","least","most","cells","curve","right","edges","replies"],lm=p(class extends d{constructor(t,e){super(t,e,["question",...lu,"guess","shown"]),this.build(),this.update()}get isExercise(){return null!=this.model.get("right")}build(){this.ask=i("p",{class:"cs-guess-ask"}),this.place=i("div",{class:"cs-guess-place"}),this.problem=i("p",{class:"cs-problem",role:"alert",hidden:!0}),this.said=i("p",{class:"cs-guess-said"}),this.take=i("button",{type:"button",class:"cs-button cs-guess-take",onclick:()=>this.guess()}),this.show=i("button",{type:"button",class:"cs-button cs-guess-plain",onclick:()=>this.reveal()},"Show me"),this.go=i("button",{type:"button",class:"cs-button",onclick:()=>this.dispatch(!0)},"Read the answer"),this.again=i("button",{type:"button",class:"cs-button cs-guess-plain",onclick:()=>this.reopen()},"Change my guess"),this.place.addEventListener("keydown",t=>{"Enter"===t.key&&t.target.matches("input")&&(t.preventDefault(),this.guess())});let t=i("div",{class:"cs-guess-buttons"},this.take,this.show,this.go,this.again);this.title=i("p",{class:"cs-guess-title"}),this.open("predict","A question",this.title,this.ask,i("div",{},this.place,this.problem,this.said,t))}alter(){lp(this.problem,""),this.isExercise&&(this.changing=!0,this.announce(""),this.update())}guess(){let t=this.control.problem();lp(this.problem,t),!t&&(this.changing=!1,this.change({guess:this.control.value(),shown:!0}),this.update(),this.announce(this.said.textContent),this.dispatch(!1),this.isExercise||this.go.focus())}reveal(){this.change({shown:!0}),this.dispatch(!0)}reopen(){this.changing=!0,this.update(),(this.place.querySelector("input:checked")??this.place.querySelector("input, [tabindex='0']")).focus()}dispatch(t){if(this.isExercise)return;let e={question:this.model.get("question"),go:t};this.root.dispatchEvent(new CustomEvent("cs231n-reveal",{bubbles:!0,detail:e}))}update(){this.queued=!1;let t=this.read();this.showTask({});let e=(0,c.Yy)(t.ask);a(this.ask,e);let s=JSON.stringify(lu.map(e=>t[e]));s!==this.what&&(this.what=s,this.control=lo(t,e,()=>this.alter()),this.place.replaceChildren(this.control.node));let i=(0,ln.lA)(t,t.guess),r=i&&!this.changing;this.changing||this.control.show(i?t.guess:this.control.value()),this.control.disable(r&&!this.isExercise),this.control.reveal?.(!0===t.shown&&!this.changing),this.showOutcome(t,r)}showOutcome(t,e){let s=this.isExercise;a(this.title,s?"Your answer":"Your guess"),a(this.take,s?"Check":"That’s my guess");let i=e&&s?(0,ln.Tm)({...t,why:this.model.get("why")},t.guess):null;this.root.classList.toggle("cs-guess-right",!!i?.right),this.root.classList.toggle("cs-guess-wrong",i?.right===!1);let r=i?`${i.right?"✓":"✗"} ${(0,c.Yy)(i.text)}`:`You said ${(0,ln.Tn)(t)}.`,n=[e?r:"",!0!==t.shown||this.changing?"":(0,ln.cq)(t)].filter(Boolean).join(" ");a(this.said,n),this.said.hidden=!n,this.take.hidden=e&&!s,this.show.hidden=s||e||!0===t.shown,this.go.hidden=s||!(e||!0===t.shown),this.again.hidden=s||!e}});var lf=s(56),lg={};lg.styleTagTransform=te(),lg.setAttributes=J(),lg.insert=Y().bind(null,"head"),lg.domAPI=G(),lg.insertStyleElement=Q(),q()(lf.A,lg),lf.A&&lf.A.locals&&lf.A.locals;let lw={size:[1,17],stride:[1,4],pad:[0,8],dilation:[1,8]},lx=/^(CONV|POOL) (\d{1,3})((?: (?:stride|pad|dilation) \d{1,3})*)$/i,lb=(t,e,s)=>"CONV"===t?Math.floor((to(e,s)-1)/2):0;function lv(t,e,{stride:s,pad:i,dilation:a=1}={}){return{kind:t,F:e,S:s||("POOL"===t?e:1),P:i??lb(t,e,a),dilation:a}}let ly=({kind:t,F:e,P:s,dilation:i})=>s!==lb(t,e,i);function lk(t,e=48){let s=t.split(",").map(t=>t.trim()).filter(Boolean);if(s.length>8)throw Error(`These are ${s.length} layers; this widget draws up to 8.`);let i=s.map(l$);return lE(i,e),i}function l$(t){let e=lx.exec(t);if(!e)throw Error(`“${t}” is no layer. Write CONV 3, CONV 3 stride 2 dilation 2, or POOL 2.`);let s=e[1].toUpperCase(),i=Number(e[2]),a=e[3].toLowerCase().split(" ").slice(1),r={size:i};for(let t=0;t<a.length;t+=2)r[a[t]]=Number(a[t+1]);if("POOL"===s&&r.dilation>1)throw Error("A POOL layer has no dilation.");for(let[t,e]of Object.entries(r)){let[i,a]=lw[t];if(e<i||e>a)throw Error(`The ${t} of ${s} goes from ${i} to ${a}; ${e} is given.`)}let n=to(i,r.dilation??1);if(n>17)throw Error(`The windows of “${t}” span ${n} cells; this widget draws up to 17.`);return lv(s,i,r)}let lM=t=>t.map(lA).join(", ");function lA(t){let{kind:e,F:s,S:i,P:a,dilation:r}=t,n=i!==lv(e,s).S?` stride ${i}`:"";return`${e} ${s}${n}${ly(t)?` pad ${a}`:""}${r>1?` dilation ${r}`:""}`}function lz(t){try{return lk(t.layers),null}catch(t){return t.message}}function lE(t,e=48){let s=[e];return t.forEach((t,e)=>{try{s.push(tm(s[e],t.F,t.S,t.P,t.dilation))}catch(s){throw Error(`Layer ${e+1}, ${lA(t)}: ${s.message}`)}}),s}function lS(t){let e=[{field:1,jump:1,start:0}];for(let{F:s,S:i,P:a,dilation:r}of t){let{field:t,jump:n,start:o}=e.at(-1),l=to(s,r)-1;e.push({field:t+l*n,jump:n*i,start:o-a*n})}return e}let lL=({F:t,S:e,P:s,dilation:i},a)=>Array.from({length:t},(t,r)=>a*e-s+r*i),lC=t=>[...new Set(t)].sort((t,e)=>t-e),lO=(t,e)=>t.filter(t=>t>=0&&t<e);function lj(t,e,s,i){let a=lE(t,e),r=[[i]];for(let e=s;e>0;e--)r.unshift(lC(lO(r[0],a[e]).flatMap(s=>lL(t[e-1],s))));return r}function lN(t){return t.reduceRight((t,{F:e,S:s,dilation:i})=>lC(t.flatMap(t=>Array.from({length:e},(e,a)=>t*s+a*i))),[0])}let lP={pixels:null,maps:new Map},lT=t=>t.reduce((t,{kind:e,F:s})=>t+("CONV"===e?s*s:0),0),lF=t=>t.filter(({kind:t})=>"CONV"===t).length;function lI(t){let{field:e,jump:s}=lS(t).at(-1);return lv("CONV",e,{stride:s})}function lD(t){let e=lk(t.layers),s=lE(e),i=lS(e),a=Math.min(Math.max(t.level,0),e.length),[r,n]=[t.row,t.col].map(t=>Math.min(Math.max(t,0),s[a]-1)),o=lj(e,48,a,r),l=lj(e,48,a,n);return{layers:e,sides:s,maps:i,level:a,row:r,col:n,seen:o.map((t,e)=>[o[e],l[e]])}}function lW({sides:t,maps:e},{field:s,jump:i,start:a},{row:r,col:n},o){let l=e[o],h=e=>Math.min(Math.max(Math.round((a+e*i+(s-1)/2-l.start-(l.field-1)/2)/l.jump),0),t[o]-1);return{level:o,row:h(r),col:h(n)}}let lR=(...t)=>t.filter(Boolean).join(" ");function lB(t){let{kind:e,F:s,S:i,P:a,dilation:r}=t,n=i>1||"POOL"===e?`, stride ${i}`:"";return`${e} ${s}\xd7${s}${n}${(0,c.mF)(r)}${ly(t)?`, padding ${a}`:""}`}function lH(t){let e=lD(t);return lR(function({layers:t,sides:e}){let s="A photograph of 48\xd748 pixels";if(!t.length)return`${s}, without a layer.`;let i=t.map((t,s)=>`${s+1}, ${lB(t)}: ${e[s+1]}\xd7${e[s+1]}`);return`${s} and ${(0,c.LS)(t.length,"map")}. Map ${i.join("; map ")}.`}(e),...lK(e),t.compare?lq(e.layers):"")}function lK(t){let{maps:e,level:s,row:i,col:a}=t;if(0===s)return[`The pixel in row ${i}, column ${a} of the photograph.`,"",""];let{field:r}=e[s],n=`The neuron in row ${i}, column ${a} of map ${s} has a receptive field of ${r}\xd7${r}`,o=function({sides:t,maps:e,level:s,row:i,col:a,seen:r}){let{field:n,jump:o,start:l}=e[s],h=r.map((e,s)=>e.map(e=>lO(e,t[s]).length)),c=[i,a].reduce((t,e)=>{let s=l+e*o;return t*Math.max(Math.min(s+n,48)-Math.max(s,0),0)},1),d=h[0][0]*h[0][1];return{field:n**2,seen:d,skipped:c-d,beyond:n**2-c,padding:r.reduce((t,[e,s],i)=>t+e.length*s.length-h[i][0]*h[i][1],0)}}(t);return[`${n}${function({field:t,seen:e,skipped:s,beyond:i}){if(e===t)return t>1?` and sees all ${t} pixels of it.`:": one pixel.";let a=[];return s&&a.push(`${s} ${1===s?"is":"are"} skipped`),i&&a.push(`${i} ${1===i?"lies":"lie"} beyond the edge`),`. Of these ${t} pixels it sees ${e}: ${a.join(" and ")}.`}(o)}`,lU(o.padding),function({maps:t,level:e}){let s=t.slice(1,e+1),i=s.map(({field:t})=>t).join(", "),{jump:a}=s.at(-1);return lR(s.length>1?`Layer by layer the field grows: ${i}.`:"",a>1?`Its neighbour looks ${a} pixels further.`:"")}(t)]}let lU=t=>t?`It also reads ${(0,c.LS)(t,"zero")} of padding, in all maps together.`:"";function lq(t){if(!t.length)return"Add a layer.";let e=`With C channels in and out, this stack has ${lG(lT(t),lF(t))}.`;if(l_(t))return e;let s=lI(t);return`${e} One layer, ${lB(s)}, would see as far and have ${lG(s.F**2,1)}.`}let l_=t=>1===t.length&&"CONV"===t[0].kind&&1===t[0].dilation,lG=(t,e)=>`${t?`${t}C\xb2`:"no"} weights and ${lV(e)}`,lV=t=>1===t?"1 non-linearity":`${t||"no"} non-linearities`;class lY{constructor(t){this.detail=i("span",{}),this.lines=r("path",{class:"cs-lines"}),this.skipped=r("path",{class:"cs-dots cs-dots-skipped"}),this.dots=r("path",{class:"cs-dots"}),this.drawing=r("svg",{viewBox:"0 0 330 120",class:"cs-side","aria-hidden":"true"}),this.drawing.append(this.lines,this.skipped,this.dots),this.bar=i("i",{class:"cs-bar","aria-hidden":"true"}),this.weights=i("b",{}),this.relus=i("b",{}),this.kinks=i("span",{class:"cs-kinks","aria-hidden":"true"}),this.node=i("div",{class:"cs-card"},i("p",{class:"cs-card-title"},i("b",{},t),this.detail),this.drawing,i("p",{class:"cs-cost"},this.weights,i("span",{class:"cs-bar-room"},this.bar)),i("p",{class:"cs-cost"},this.relus,this.kinks))}show(t,e,s){let i=lT(t),r=lF(t);for(a(this.detail,e),a(this.weights,`${i?`${i}C\xb2`:"no"} weights`),this.bar.style.width=`${100*i/(s||1)}%`,a(this.relus,lV(r));this.kinks.childElementCount>r;)this.kinks.lastChild.remove();for(;this.kinks.childElementCount<r;)this.kinks.append(n("M1 11H8L14 4"));this.draw(t)}draw(t){let e=lS(t).map(t=>({...t,start:0})),s=e.at(-1).field,i=Math.min(314/Math.max(s-1,1),24),a=(330-i*(s-1))/2,r=(t,s)=>(a+i*(s*e[t].jump+(e[t].field-1)/2)).toFixed(1),n=e=>(112-104*e/t.length).toFixed(1),o=t.map((e,s)=>lN(t.slice(s)));o.push([0]);let l=t.map(({F:t,S:e,dilation:s},i)=>o[i+1].flatMap(i=>Array.from({length:t},(t,a)=>[i,i*e+a*s]))),h=l.flat().length>500?l.map(t=>[t[0],t.at(-1)]):l,c=t=>e=>`M${r(t,e)} ${n(t)}h0`;this.lines.setAttribute("d",h.flatMap((t,e)=>t.map(([t,s])=>`M${r(e+1,t)} ${n(e+1)}L${r(e,s)} ${n(e)}`)).join("")),this.dots.setAttribute("d",o.flatMap((t,e)=>t.map(c(e))).join(""));let d=Array.from({length:s},(t,e)=>e).filter(t=>!o[0].includes(t));this.skipped.setAttribute("d",d.map(c(0)).join("")),this.drawing.style.setProperty("--dot",`${Math.max(1.6,Math.min(7,.7*i)).toFixed(1)}`)}}class lX{constructor(){this.stack=new lY("This stack"),this.one=new lY("One layer instead");let t=i("p",{class:"cs-cost-note"},"With C channels in and out of each layer, biases left out.");this.node=i("div",{class:"cs-costs"},this.stack.node,this.one.node,t)}show(t){if(!t.length)return;let e=lI(t),s=Math.max(lT(t),e.F**2),{field:i}=lS(t).at(-1);this.stack.show(t,`sees ${i}\xd7${i}`,s),this.one.show([e],lB(e),s)}}let lJ={ArrowLeft:[0,-1],ArrowRight:[0,1],ArrowUp:[-1,0],ArrowDown:[1,0]},lZ={PageUp:1,PageDown:-1};class lQ{constructor(t,e){Object.assign(this,{level:t,on:e}),this.cells=i("canvas",{class:"cs-cells"}),this.zeros=i("canvas",{class:"cs-zeros"}),this.frame=i("i",{class:"cs-frame"}),this.field=i("div",{class:"cs-field",role:"application",tabindex:"-1"},this.cells,this.zeros,this.frame),this.name=i("b",{}),this.size=i("span",{},t?i("span",{class:"cs-map-word"},"map "):"",document.createTextNode("")),this.detail=i("span",{});let s=[this.name,this.size,this.detail];this.head=t?i("button",{type:"button",class:"cs-layer",onclick:()=>e.choose(t)},s):i("div",{class:"cs-layer"},s),this.node=i("div",{class:`cs-map${t?"":" cs-photograph"}`},this.head,this.field),this.listen()}listen(){this.head.addEventListener("keydown",t=>{this.level&&("Delete"===t.key||"Backspace"===t.key)&&this.on.remove(this.level)}),this.field.addEventListener("pointerdown",t=>{this.field.setPointerCapture(t.pointerId),this.on.point(this.level,this.at(t)),this.field.focus({preventScroll:!0})}),this.field.addEventListener("pointermove",t=>{this.field.hasPointerCapture(t.pointerId)&&this.on.point(this.level,this.at(t))}),this.field.addEventListener("keydown",t=>this.on.key(t))}at(t){let e=this.cells.getBoundingClientRect(),s=(t,e)=>Math.floor(t/e*this.side);return[s(t.clientY-e.top,e.height),s(t.clientX-e.left,e.width)].map(t=>Math.min(Math.max(t,0),this.side-1))}build(t,e,s,i){if(this.colours===i&&this.ring===s)return;Object.assign(this,{side:e,ring:s,colours:i}),this.node.style.setProperty("--cells",e+2*s),this.node.style.setProperty("--ring",s);let[r,...n]=t?lB(t).split(", "):["Photograph"];this.title=t?`Map ${this.level}, ${lB(t)}`:"Photograph",a(this.name,r),a(this.size.lastChild,`${t?`${this.level}, `:""}${e}\xd7${e}`),a(this.detail,n.join(", ")),this.detail.hidden=!n.length;let o=(e+2*s)*5;Object.assign(this.cells,{width:e,height:e}),Object.assign(this.zeros,{width:s?o:1,height:s?o:1}),this.image=new ImageData(e,e);for(let t=0;t<e*e;t++)for(let e=0;e<3;e++)this.image.data[4*t+e]=Math.round(i[3*t+e])}show(t,e,s){let[i,a]=t??[[],[]],{side:r,ring:n}=this,o=t=>t>=0&&t<r,{data:l}=this.image,h=84.15*!e;for(let t=3;t<l.length;t+=4)l[t]=h;for(let t of i.filter(o))for(let e of a.filter(o))l[4*(t*r+e)+3]=255;this.cells.getContext("2d").putImageData(this.image,0,0),this.showZeros(i,a,o);let c=i.length>0&&a.length>0;if(this.frame.hidden=!c,c)for(let[t,e]of[["--top",i[0]+n],["--left",a[0]+n],["--high",i.at(-1)+1-i[0]],["--wide",a.at(-1)+1-a[0]]])this.frame.style.setProperty(t,e);this.node.classList.toggle("cs-here",!!s);let d=s?`row ${s[0]}, column ${s[1]}. Arrow keys move, Page Up and Page Down change the map.`:"";this.field.setAttribute("aria-label",`${this.title}${d?`: ${d}`:""}`)}showZeros(t,e,s){if(!this.ring)return;let i=this.zeros.getContext("2d");for(let a of(i.clearRect(0,0,this.zeros.width,this.zeros.height),i.fillStyle="#c77700",t))for(let t of e)s(a)&&s(t)||i.fillRect((t+this.ring)*5+1,(a+this.ring)*5+1,3,3)}}class l0{constructor(t){this.on=t;let e={point:(e,[s,i])=>t.move(e,s,i),key:t=>this.key(t),choose:t.choose,remove:t.remove};this.panels=Array.from({length:9},(t,s)=>new lQ(s,e)),this.maps=i("div",{class:"cs-maps"},this.panels.slice(1).map(({node:t})=>t));let s=[["cs-seen","seen"],["cs-unseen","not seen"],["cs-zero","a zero of padding, read"]].map(([t,e])=>i("span",{},i("i",{class:t,"aria-hidden":"true"}),e));this.legend=i("p",{class:"cs-legend"},s),this.node=i("div",{class:"cs-stage"},this.panels[0].node,this.maps,this.legend)}key(t){let{level:e,row:s,col:i,sides:a}=this.all,r=lJ[t.key],n={Home:0,End:a[e]-1};if(!t.altKey&&!t.ctrlKey&&!t.metaKey){if(t.key in lZ)this.on.climb(e+lZ[t.key]);else if(r){let n=t.shiftKey?8:1,o=(t,s)=>Math.min(Math.max(t+n*s,0),a[e]-1);this.on.move(e,o(s,r[0]),o(i,r[1]))}else{if(!(t.key in n))return;this.on.move(e,s,n[t.key])}t.preventDefault()}}build({layers:t,sides:e},s){let i,a,r=((lP.pixels!==s||lP.maps.size>64)&&(lP={pixels:s,maps:new Map}),lP.maps.size||lP.maps.set("",Uint8Array.from(atob(s),t=>t.charCodeAt(0))),i=lE(t),a=[lP.maps.get("")],t.forEach((e,s)=>{let r=lM(t.slice(0,s+1));lP.maps.has(r)||lP.maps.set(r,function(t,e,s,i){let a=Array.from({length:i},(t,i)=>lO(lL(s,i),e)),r=new Float64Array(e*i*3),n=new Float64Array(i*i*3);for(let s=0;s<i;s++)for(let n of a[s])for(let o=0;o<e;o++)for(let l=0;l<3;l++)r[(o*i+s)*3+l]+=t[(o*e+n)*3+l]/a[s].length;for(let t=0;t<i;t++)for(let e of a[t])for(let s=0;s<3*i;s++)n[t*i*3+s]+=r[e*i*3+s]/a[t].length;return n}(a[s],i[s],e,i[s+1])),a.push(lP.maps.get(r))}),a),n=t.length;this.maps.style.setProperty("--across",n>3?4:n>2?3:2),this.maps.style.setProperty("--across-narrow",n>3?4:3),this.panels.forEach((s,i)=>{s.node.hidden=i>n,i<=n&&s.build(t[i-1],e[i],t[i]?.P??0,r[i])})}show(t,e){let s=this.all?.level;for(let s of(this.all=t,this.node.classList.toggle("cs-only-window",e),this.panels)){if(s.field.tabIndex=s.level===t.level?0:-1,s.level>t.layers.length)continue;let i=s.level===t.level?[t.row,t.col]:null;s.show(t.seen[s.level],e,i)}let i=this.panels[s]?.field;i&&i===i.getRootNode().activeElement&&s!==t.level&&this.panels[t.level].field.focus()}choose(t){for(let e of this.panels.slice(1))e.head.setAttribute("aria-pressed",String(e.level===t))}focus(t){(t?this.panels[t].head:this.panels[0].field).focus()}}class l1{constructor(t){this.pick=t,this.done=0,this.node=i("ol",{class:"cs-tasks"})}show(t,e,s){let i=JSON.stringify(t);i!==this.asked&&Object.assign(this,{asked:i,done:0});let a=t[this.done],r=a&&s&&Object.entries(a.goal).every(([t,s])=>e[t]===s);r&&this.done++;let n=`${i} ${this.done} ${a?.choices?e.picked:""}`;if(n===this.shown)return"";this.shown=n;let o=t.slice(0,this.done+1).map((s,i)=>this.item(s,i,t.length,e));if(this.node.hidden=!o.length,this.replace(o),!r)return a?.choices&&e.picked&&s?` ${l2(e)}`:"";let l=t[this.done];return` That meets the task. ${(0,c.Yy)(a.why??"")}${l?` The next: ${(0,c.Yy)(l.task)}`:""}`.trimEnd()}replace(t){let e=this.node.getRootNode().activeElement,s=this.node.contains(e)?e.textContent:null;this.node.replaceChildren(...t),s&&[...this.node.querySelectorAll("button")].find(t=>t.textContent===s)?.focus()}item({task:t,choices:e,why:s},a,r,n){let o=a<this.done,l=r>1?`Step ${a+1} of ${r}`:"Try it",h=[i("b",{},o?"✓ Done":l),` ${(0,c.Yy)(t)}`,o&&s?` ${(0,c.Yy)(s)}`:""],d=i("li",{class:`cs-task${o?" cs-met":""}`},h);return e&&!o&&d.append(this.choices(e,n)),d}choices(t,e){let s=t=>i("button",{type:"button",class:"cs-button",onclick:()=>this.pick(t)},(0,c.Yy)(t)),r=i("span",{class:"cs-missed"});return a(r,e.picked?l2(e):""),i("div",{class:"cs-choices"},t.map(s),r)}}let l2=({picked:t})=>`Not ${(0,c.Yy)(t)}: see more of it.`,l4=[["whole","whole photograph"],["window","only what it sees"]],l3=[["CONV","CONV"],["POOL","POOL"]],l5={CONV:3,POOL:2},l6={CONV:[["F","size",1,15,"w",2],["S","stride",1,4,"s"],["dilation","dilation",1,8,"s"]],POOL:[["F","size",2,4,"w"],["S","stride",1,4,"s"]]},l8=p(class extends u{constructor(t,e){super(t,e,["layers","pixels","level","row","col","window","picked","tasks","compare","knobs"],lH),this.first=this.read(),this.shown={};let s=lz(this.first);if(s)throw Error((0,c.x8)(s));this.picture=new l0({move:(t,e,s)=>this.move({level:t,row:e,col:s}),climb:t=>this.climb(t),choose:t=>this.choose(t),remove:t=>this.remove(t)}),this.costs=new lX,this.steps=new l1(t=>this.change({picked:t})),this.build(),this.update()}build(){Object.assign(this,{problem:i("p",{class:"cs-problem",hidden:!0}),sentence:i("p",{class:"cs-sentence"}),more:i("p",{}),aside:i("p",{class:"cs-note"}),views:eX("What is shown",l4,t=>this.change({window:"window"===t}))});let t=i("div",{class:"cs-words"},this.sentence,this.more);this.body=i("div",{class:"cs-body"},this.buildBar(),this.buildEditor(),this.aside,this.picture.node,t,this.costs.node),this.open("receptive","Receptive field",this.steps.node,this.problem,this.body)}buildBar(){let t=(t,e)=>i("button",{type:"button",class:"cs-button",onclick:e},t);return this.adders=Object.keys(l5).map(e=>t(`+ ${e} ${l5[e]}\xd7${l5[e]}`,()=>this.add(e))),this.reset=t("Reset",()=>this.restart()),this.reset.classList.add("cs-reset"),i("div",{class:"cs-options"},this.adders,this.views.node,this.reset)}buildEditor(){this.name=i("b",{class:"cs-editor-name"}),this.kinds=eX("Kind of layer",l3,t=>this.setLayer(lv(t,l5[t])));let t=(t,e)=>this.setKnob(t,e);this.knobs=Object.fromEntries(Object.entries(l6).map(([e,s])=>[e,s.map(e=>ta(e,t))])),this.remover=i("button",{type:"button",class:"cs-button",onclick:()=>this.remove(this.chosen)},"Remove");let e=Object.values(this.knobs).flat().map(({node:t})=>t);return this.editor=i("div",{class:"cs-editor",role:"group","aria-label":"The chosen layer"},this.name,this.kinds.node,i("div",{class:"cs-knobs"},e),this.remover),this.editor}move(t){this.warning=null,this.change(t)}climb(t){let e=lD(this.read());t<0||t>e.layers.length||this.move(lW(e,e.maps[e.level],e,t))}choose(t){this.chosen=t,this.warning=null,this.showChosen(this.layers())}add(t){let e=this.layers();if(8===e.length)return this.refuse("More than 8 layers don’t fit here. Remove one first.");this.take([...e,lv(t,l5[t])],e.length+1,e.length+1)}remove(t){let e=this.layers().filter((e,s)=>s!==t-1),s=this.root.getRootNode().activeElement;this.take(e,e.length,Math.min(t,e.length))&&(!s?.getClientRects().length||s.closest(".cs-layer"))&&this.picture.focus(this.chosen)}setKnob(t,e){let{kind:s,F:i,S:a,P:r,dilation:n}=this.layers()[this.chosen-1],o={F:i,S:a,dilation:n,[t]:e};this.setLayer(lv(s,o.F,{stride:o.S,pad:"S"===t?r:void 0,dilation:o.dilation}))}setLayer(t){let e=this.layers();e[this.chosen-1]=t,this.take(e,lD(this.read()).level,this.chosen)||this.showChosen(this.layers())}layers(){return lk(this.model.get("layers"))}take(t,e,s){let i=lM(t),a=lz({layers:i});if(a)return this.refuse((0,c.x8)(a)),!1;this.warning=null,this.chosen=s;let r=lD(this.read()),n=lD({...this.read(),layers:i});return this.change({layers:i,...lW(n,r.maps[r.level],r,e)}),!0}restart(){let{layers:t,level:e,row:s,col:i,window:a}=this.first;this.chosen=null,this.warning=null,this.update(),this.change({layers:t,level:e,row:s,col:i,window:a})}update(){this.queued=!1;let t=this.read(),e=lz(t);if(this.problem.hidden=!e,this.body.hidden=!!e,e)return a(this.problem,(0,c.x8)(e));let s=lD(t),i=t.layers!==this.shown.layers||t.pixels!==this.shown.pixels;i&&(this.picture.build(s,t.pixels),this.costs.show(s.layers)),this.costs.node.hidden=!t.compare||!s.layers.length;let r=s.layers.length;this.chosen=Math.min(this.chosen||r,r),this.picture.show(s,t.window),this.showChosen(s.layers),this.views.show(t.window?"window":"whole"),this.views.node.hidden=!this.hasKnob("window"),this.showWords(t,s,i),this.shown=t}showChosen(t){let e=t[this.chosen-1],s=this.hasKnob("layers");for(let t of(this.note(),this.picture.choose(s?this.chosen:0),this.adders))t.hidden=!s;if(this.editor.hidden=!e||!s,e)for(let[t,s]of(a(this.name,`Layer ${this.chosen}`),this.kinds.show(e.kind),Object.entries(this.knobs)))for(let i of s)i.node.hidden=t!==e.kind,t===e.kind&&i.show(e[i.letter])}showWords(t,e,s){let[i,...r]=lK(e);a(this.sentence,i),a(this.more,r.filter(Boolean).join(" ")),this.showDescription(t);let n=function(t){let{layers:e,maps:s,level:i,row:a,col:r}=lD(t),{field:n,jump:o}=s.at(-1),l=t=>Math.max(1,...e.map(e=>e[t]));return{layers:e.length,convs:lF(e),pools:e.length-lF(e),field:n,jump:o,covers:lN(e).length===n,weights:lT(e),largest:l("F"),stride:l("S"),dilation:l("dilation"),level:i,row:a,col:r,window:t.window,picked:t.picked}}(t),o=this.showTask(n)+this.steps.show(t.tasks??[],n,this.acted);this.steps.done!==this.answered&&Object.assign(this,{answered:this.steps.done,acted:!1});let l=s&&t.compare?lq(e.layers):"";this.shown.pixels&&this.announce([i,...r,l].filter(Boolean).join(" ")+o)}note(){let t=this.chosen?"Click a cell of any map, or move with the arrow keys. Click a layer’s name to change it.":"Add a layer.";a(this.aside,this.warning||t),this.aside.classList.toggle("cs-warning",!!this.warning)}});var l7=s(57),l9={};l9.styleTagTransform=te(),l9.setAttributes=J(),l9.insert=Y().bind(null,"head"),l9.domAPI=G(),l9.insertStyleElement=Q(),q()(l7.A,l9),l7.A&&l7.A.locals&&l7.A.locals;let ht=({input:t,output:e})=>t[0]!==e[0];function he(t){let e=new Map;return t.forEach(({output:t},s)=>{let i=String(t);e.has(i)||e.set(i,{size:t,numbers:[]}),e.get(i).numbers.push(s+1)}),[...e.values()]}function hs(t){return[...new Set(t.split(",").filter(t=>t.trim()).map(Number))].sort((t,e)=>t-e)}let hi=t=>t.reduce((t,e)=>t+e,0);function ha({without:t,net:e,record:s}){let i=hs(t);return{numbers:i,right:s.right[hi(i.map(t=>2**(t-1)))],whole:s.right[0],images:s.images,guess:Math.round(s.images/10),left:e.parameters-hi(i.map(t=>e.blocks[t-1].parameters))}}function hr({without:t,net:e,record:s}){return hs(t).every(t=>Number.isInteger(t)&&t>=1&&t<=e.blocks.length)&&s.right.length===2**e.blocks.length?"":"This net has no such block."}let hn=(t,e)=>`${Math.floor(100*t/e+.5)}%`;function ho(t){let e;return t.length?`Block${t.length>1?"s":""} ${(e=t.slice(0,-1)).length?`${e.join(", ")} and ${t.at(-1)}`:`${t.at(-1)}`} taken out`:"All blocks are in"}let hl=({right:t,images:e})=>`${t} of ${e} right, ${hn(t,e)}`;function hh({right:t,whole:e}){return t===e?"":`${Math.abs(e-t)} ${t<e?"fewer":"more"} than with all blocks`}let hc=(t,e)=>`${(0,c.zD)(t)} of ${(0,c.zD)(e)} parameters left, ${hn(t,e)}`;function hd(t){let e=ha(t),s=hh(e);return`${ho(e.numbers)}: ${hl(e)}${s&&`, ${s}`}.`}let hp=({guess:t})=>`pure guessing: ${t}`;function hu(t){let e=he(t.net.blocks).map(({size:t,numbers:e})=>`blocks ${e[0]} to ${e.at(-1)} make ${t.join("\xd7")}`),s=ha(t);return`ResNet-20, a CONV layer, ${t.net.blocks.length} residual blocks, an average and an FC layer: ${e.join("; ")}. ${hd(t)} ${hc(s.left,t.net.parameters)}; ${hp(s)}.`}let[hm,hf,hg]=[62,70,50],hw={32:[34,8],16:[26,11],8:[18,14]},hx=`M5 ${hg}C5 -16 57 -16 57 ${hg}`,hb={ArrowRight:1,ArrowDown:1,ArrowLeft:-1,ArrowUp:-1,Home:-99,End:99};class hv{constructor(t,e){this.switches=t.map((t,s)=>(function(t,e,s){var a,n;let o,[l,h]=hw[e.output[0]]??hw[8],c=t=>r("rect",{x:t-h/2,y:hg-l/2,width:h,height:l,class:"cs-conv"}),d=r("svg",{viewBox:`0 0 ${hm} ${hf}`,"aria-hidden":"true"},r("path",{d:`M0 ${hg}H5M57 ${hg}H${hm}`,class:"cs-way"}),r("path",{d:`M5 ${hg}H57`,class:"cs-way cs-through"}),[c(19),c(39)],r("path",{d:hx,class:"cs-arc"})),p=i("span",{class:"cs-in-out"}),u={type:"button",role:"switch",class:"cs-block","aria-label":(a=t,o=(n=e).output.join("\xd7"),`Block ${a}, ${ht(n)?`${n.input.join("\xd7")} to ${o}, halves the map`:o}`),onclick:s},m=i("span",{class:"cs-foot"},i("b",{},String(t))," ",p);return{node:i("button",u,d,m,i("span",{class:"cs-halves"},ht(e)?"halves":" ")),state:p}})(s+1,t,()=>e(s+1)));let s=he(t).map(({size:t,numbers:e})=>{let s=i("span",{class:"cs-volume-size","aria-hidden":"true"},t.join("\xd7")),a=i("div",{class:"cs-row-of-blocks"},e.map(t=>this.switches[t-1].node));return i("div",{class:"cs-stage",role:"group","aria-label":`Volumes of ${t.join("\xd7")}`},s,a)}),a=t=>i("span",{class:"cs-layer","aria-hidden":"true"},t);this.node=i("div",{class:"cs-resnet"},a("CONV"),s,a("average, FC")),this.node.addEventListener("keydown",t=>this.key(t)),this.node.addEventListener("focusin",({target:t})=>{let e=this.switches.findIndex(({node:e})=>e===t);e>=0&&this.reach(e)}),this.reach(0)}reach(t){this.at=t,this.switches.forEach(({node:e},s)=>{e.setAttribute("tabindex",s===t?"0":"-1")})}key(t){if(!(t.key in hb)||t.altKey||t.ctrlKey||t.metaKey)return;t.preventDefault();let e=Math.min(Math.max(this.at+hb[t.key],0),this.switches.length-1);this.switches[e].node.focus()}show(t,e){this.switches.forEach(({node:s,state:i},r)=>{let n=t.includes(r+1);s.setAttribute("aria-checked",String(!n)),s.classList.toggle("cs-gone",n),s.disabled=!e,a(i,n?"out":"in")})}}class hy{constructor(){this.fill=i("span",{class:"cs-fill"}),this.marks=["cs-guess","cs-whole"].map(t=>i("span",{class:`cs-limit ${t}`},i("span",{}))),this.node=i("div",{class:"cs-score","aria-hidden":"true"},i("div",{class:"cs-full"},this.fill),this.marks)}show({right:t,images:e,guess:s,whole:i},r){this.fill.style.width=`${(100*t/e).toFixed(2)}%`,[s,i].forEach((t,s)=>{this.marks[s].style.left=`${(100*t/e).toFixed(2)}%`,a(this.marks[s].firstElementChild,r[s])})}}let hk=p(class extends u{constructor(t,e){super(t,e,["without","least","net","record","knobs"],hu),this.first=this.read();let s=hr(this.first);if(s)throw Error(s);this.blocks=new hv(this.first.net.blocks,t=>{var e,s;let i,a;this.change({without:(e=this.model.get("without"),s=t,a=(i=hs(e)).filter(t=>t!==s),(i.includes(s)?a:[...a,s]).sort((t,e)=>t-e).join(", "))})}),this.bar=new hy,this.out=i("p",{class:"cs-out"}),this.right=i("b",{class:"cs-right"}),this.difference=i("span",{class:"cs-change"}),this.left=i("p",{class:"cs-left"});let a=i("p",{class:"cs-result"},this.right," ",this.difference);this.reset=i("button",{type:"button",class:"cs-button cs-reset",onclick:()=>this.restart()},"Reset");let r=i("div",{class:"cs-head"},this.out,this.reset);this.open("blocks","Residual blocks",this.blocks.node,r,a,this.bar.node,this.left),this.blocks.node.after(this.task),this.update()}restart(){this.change({without:this.first.without})}update(){this.queued=!1;let t=this.read();if(hr(t))return;let e=ha(t),s=this.hasKnob("without");this.blocks.show(e.numbers,s),this.bar.show(e,[hp(e),`all blocks: ${e.whole}`]),this.reset.hidden=!s,a(this.out,`${ho(e.numbers)}.`),a(this.right,hl(e)),a(this.difference,hh(e)),a(this.left,`${hc(e.left,t.net.parameters)}.`),this.showDescription(t);let i=this.showTask(function(t){let{numbers:e,right:s,images:i,left:a}=ha(t);return{count:e.length,right:s,share:Math.floor(100*s/i+.5),enough:s>=t.least,parameters:a}}(t));this.spoken&&this.announce(`${hd(t)}${i}`),this.spoken=!0}});var h$=s(58),hM={};function hA(t,{F:e,S:s,P:i,dilation:a}){return{side:t,F:e,span:to(e,a),S:s,P:i,value:function(t,e,s=1,i=0,a=1){return tu({S:s}),tl(t,e,i,a)/s+1}(t,e,s,i,a),fits:th(t,e,s,i,a)}}hM.styleTagTransform=te(),hM.setAttributes=J(),hM.insert=Y().bind(null,"head"),hM.domAPI=G(),hM.insertStyleElement=Q(),q()(h$.A,hM),h$.A&&h$.A.locals&&h$.A.locals;let hz=t=>String(Number(t.toFixed(2))).replace("-","−"),hE=(t,e,s)=>i("span",{class:`cs-term cs-ink-${s}`},i("b",{},String(t)),i("small",{},e));function hS(t,{side:e,F:s,span:a,S:r,P:n,value:o,fits:l},h){let c=a===s?"F":`(F−1)\xb7${(a-1)/(s-1)}+1`;return i("span",{class:`cs-formula-line${l?"":" cs-misfit"}`,role:"img","aria-label":`${t}: open bracket ${e} minus ${a} plus 2 times ${n}, close bracket, over ${r}, plus 1, is ${hz(o)}`},i("span",{class:"cs-formula-name"},t),"(",hE(e,h,"x"),"−",hE(a,c,"w"),"+ 2\xb7",hE(n,"P","s"),")/",hE(r,"S","s"),"+ 1 =",i("b",{class:"cs-formula-value"},hz(o)),l?null:i("span",{class:"cs-mark"},"!"))}function hL(t){let e=hS(t.W===t.H?"Output size":"Across",hA(t.W,t),"W");return t.W===t.H?[e]:[e,hS("Down",hA(t.H,t),"H")]}let hC=["W","H","F","S","P","dilation"];function hO([,,t,e,s,i]){let a=to(t,i);return a>=e&&a>s}function hj([t,e,s,i,a,r],n){return(1===n||th(t,s,i,a,r))&&(0===n||th(e,s,i,a,r))}let hN={W:1024,H:1024,D:4096,K:4096,F:1024,S:64,P:512,dilation:32},hP=["over","even","large","half","skips","zeros"];function hT(t,e){try{return tm(t,e.F,e.S,e.P,e.dilation,e.fit)}catch{return 0}}function hF(t){let e=t.H??t.W,s=hT(t.W,t),i=hT(e,t),a=s&&i;return{...t,H:e,W2:a?s:0,H2:a?i:0}}function hI(t,e){let s={...t,...e},{W2:i}=hF(s);return"reverse"===s.mode?{...e,target:Math.min(i||s.W,hN.W)}:e}function hD(t){let{W2:e,H2:s,K:i,F:a,D:r}=hF(t),n=[i,s,e];return{weights:(tu({K:i}),i*tn(a,r)),biases:i,parameters:(tu({K:i}),i*tn(a,r)+i),neurons:(([t,e,s])=>t*e*s)(n),unshared:(([t,e,s])=>t*e*s)(n)*(tn(a,r)+1),macs:(([t,e,s])=>t*e*s)(n)*tn(a,r),bytes:((t,e=4)=>(([t,e,s])=>t*e*s)(t)*e)(n)}}let hW=(t,e)=>th(t,e.F,e.S,e.P,e.dilation);function hR(t){let{W:e,H:s}=hF(t);return(function(t,e,s,i=1,a=0,r=1){let n=[t,e,s,i,a,r];return hj(n,-1)?[]:hC.flatMap((s,i)=>(1===i&&t===e||i<2&&hj(n,i)||5===i&&1===r?[]:[-1,1].map(t=>(function(t,e,s){let[i,a,r,n,,o]=t,l=i===a,h=hO(t),c=e<2&&!l?e:-1,d=+("P"!==hC[e]),p=[...t];for(let t=Math.max(i,a,n,to(r,o));t>0&&(p[e]+=s,0===e&&l&&(p[1]=p[0]),!(p[e]<d)&&(!h||hO(p)));t--)if(hj(p,c))return p;return null})(n,i,t)).filter(Boolean)).map(t=>[s,t[i],t]))})(e,s,t.F,t.S,t.P,t.dilation).map(([e,s,i])=>{let[a,r,n,o,l,h]=i;return{letter:e,value:s,...hF({...t,W:a,H:r,F:n,S:o,P:l,dilation:h}),change:{[e]:s}}}).filter(({letter:t,value:e})=>e<=hN[t])}function hB({W:t,target:e,dilation:s}){let i=function(t,e,s=1,i=16,a=15){let r=[];for(let n=1;n<=t;n++){let o=to(n,s);for(let l=1;l<=(1===e?1:i);l++){let i=(e-1)*l+o-t,h=Math.max(0,Math.floor((i+1)/2)),c=2*h-i;c<l&&o<=t&&r.push([n,l,h,c,function(t,e,s,i,a,r=1,n=15){let o=to(e,r);return o===t&&0===i?"":o<=i?"zeros":o<s?"skips":o<2*i?"half":a>0?"over":e%2==0?"even":e>n?"large":""}(t,n,l,h,c,s,a)])}}return r}(t,e,s),a=hP.map(t=>({name:t,count:i.filter(e=>e[4]===t).length,shown:function(t,e,s=4){let i=t.filter(t=>t[4]===e),a=([t])=>t%2==1&&t>1;return[...i.filter(a),...i.filter(t=>!a(t))].slice(0,s)}(i,t)})).filter(({count:t})=>t).map(t=>{let[e,i,a,r,n]=t.shown[0];return{...t,message:function(t,e,s,i,a,r=1){let n=to(e,r);return({zeros:`With P = ${i} the first window of ${n} would lie wholly in the padding and read only zeros.`,skips:`S = ${s} is larger than the window of ${n}: cells between windows would never be read.`,half:`With P = ${i} more than half of the first window of ${n} would lie in the padding.`,over:`With F = ${e}, S = ${s}, P = ${i} the windows don’t fit: ${a} cell${1===a?"":"s"} left over.`,even:`F = ${e} is even: such a filter has no middle cell, so no neuron stands over a cell.`,large:`F = ${e} is large: ${e*e} weights for each depth slice of the input.`})[t]??""}(n,e,i,a,r,s)}});return{good:i.filter(t=>!t[4]),leftOut:a}}function hH(t,e){let{F:s,S:i,P:a,dilation:r}=e,n=to(s,r),o=t+2*a,l="raise"===e.fit&&!hW(t,e),h=hT(t,l?{...e,fit:"crop"}:e),c=h?(h-1)*i+n:0,d=Math.max(c-o,0),p=hW(t,e)||d?null:h*i,u=Math.max(o,c,null===p?0:p+n);return{side:t,F:s,S:i,P:a,dilation:r,span:n,length:o,count:h,added:d,refused:l,next:p,total:u,unread:h?function(t,e,{F:s,S:i,dilation:a}){let r=Array(t).fill(!0);for(let n=0;n<e;n++)for(let e=0;e<s&&n*i+e*a<t;e++)r[n*i+e*a]=!1;return r}(o,h,e):[]}}function hK(t){let{W:e,H:s,D:i,K:a,F:r,S:n,P:o,dilation:l}=hF(t),h=hR(t).map(({letter:t,value:e})=>`${t} = ${e}`);return[`An input of ${e}\xd7${s}\xd7${i} and ${(0,c.LS)(a,"filter")} of ${r}\xd7${r}\xd7${i}, stride ${n}, padding ${o}${(0,c.mF)(l)}.`,...[...new Set([e,s])].map(t=>(0,c.x8)(td(t,r,n,o,l))),h.length?`Nearest that fit: ${h.join(", ")}.`:"",function(t){let{W2:e,H2:s,K:i}=hF(t),a=hD(t),r=`${(0,c.zD)(a.weights)} weights and ${(0,c.zD)(a.biases)} ${1===i?"bias":"biases"}`;return e?`The output is ${e}\xd7${s}\xd7${i}: ${(0,c.zD)(a.neurons)} neurons, ${(0,c.zD)(a.bytes)} bytes at 4 a number. ${r}; ${(0,c.zD)(a.unshared)} parameters if they were not shared; ${(0,c.zD)(a.macs)} multiply-adds.`:`There is no output. ${r}.`}(t),..."reverse"===t.mode?function(t){let{good:e,leftOut:s}=hB(t),i=e.map(([t,e,s])=>`F = ${t}, S = ${e}, P = ${s}`).join("; ");return[`From ${t.W} to ${t.target}: ${i||"no setting without a catch"}.`,s.length?"Left out:":"",...s.map(({message:t})=>(0,c.x8)(t))]}(t):[]].filter(Boolean).join(" ")}let hU={ArrowLeft:-1,ArrowDown:-1,ArrowRight:1,ArrowUp:1,PageUp:10,PageDown:-10,Home:-1/0,End:1/0},hq=(t,e,s,i,a)=>`<rect x="${t.toFixed(2)}" y="${e}" width="${Math.max(s,.6).toFixed(2)}" height="${i}" class="${a}"/>`;function h_(t){let e=[];for(let[s,i]of t.entries())e.length&&e.at(-1)[2]===i?e.at(-1)[1]++:e.push([s,1,i]);return e}class hG{constructor(t){Object.assign(this,{name:t,at:0,hatch:h("hatch")}),this.art=i("div",{class:"cs-art",role:"slider",tabindex:"0","aria-valuemin":"0"}),this.note=i("p",{class:"cs-note"}),this.legend=i("div",{class:"cs-legend"}),this.node=i("div",{class:"cs-rowpic"},this.art,this.legend,this.note);let e=t=>{let e=(t.clientX-this.art.getBoundingClientRect().left-1)/this.cell;this.move(Math.round((e-this.r.span/2)/this.r.S))};this.art.addEventListener("pointermove",e),this.art.addEventListener("pointerdown",e),this.art.addEventListener("keydown",t=>{t.key in hU&&!t.altKey&&!t.ctrlKey&&!t.metaKey&&(t.preventDefault(),this.move(this.at+hU[t.key]))})}show(t,e,s){this.r=hH(t,e),this.art.setAttribute("aria-label",`${s} of the padded input, its windows and their neurons. Arrows choose a neuron.`),this.at=Math.min(this.at,Math.max(this.r.count-1,0)),this.fit(),this.explain()}move(t){let e=Math.min(Math.max(t,0),Math.max(this.r.count-1,0));e!==this.at&&(this.at=e,this.draw())}fit(){let t=this.node.clientWidth||680;this.cell=Math.min((t-2)/this.r.total,34),this.width=t,this.draw()}x(t){return 1+t*this.cell}draw(){let{r:t,cell:e}=this,s=[];s.push(`<defs><pattern id="${this.hatch}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V5" class="cs-hatch"/></pattern></defs>`),s.push(this.cells());let{rows:i,shown:a,next:r}=function(t,e){let s=Math.min(Math.max(Math.ceil(t.span/t.S),1),7),i=t.count-1;if(s<=6||t.count<=6){let e=Math.min(s,Math.max(t.count+ +(null!==t.next),1),6);return{rows:e,shown:Array.from({length:t.count},(t,s)=>[s,s%e]),next:t.count%e}}return{rows:6,shown:[[0,0],[1,1],[2,2],...e>2&&e<i?[[e,3]]:[],[i,null===t.next?5:4]],next:5}}(t,this.at),n=Math.min(52/i,15),o=Math.min(n-2,11),l=t=>78-(i-t)*n,h=Math.min(.12*e,1.5),c=(s,i,a)=>hq(this.x(s)+h,l(i),t.span*e-2*h,o,a);for(let[e,i]of a)e!==this.at&&s.push(c(e*t.S,i,"cs-bar"));null!==t.next&&s.push(c(t.next,r,"cs-bar cs-ghost"));let d=Math.min(t.S*e,26),p=Math.max(d-Math.min(.2*d,3),.8);d<2.5&&!t.refused&&t.count&&s.push(hq(this.middle(0),2,(t.count-1)*d,16,"cs-neuron"));for(let e=0;e<t.count&&d>=2.5&&!t.refused;e++)e!==this.at&&s.push(hq(this.middle(e)-p/2,2,p,16,"cs-neuron"));t.count&&s.push(this.active(a,l,o,h,Math.max(p,3))),a.length<t.count&&s.push(`<text x="${this.width-2}" y="36" text-anchor="end">${t.count-a.length} windows not drawn</text>`),s.push(this.zeros(),this.measures()),this.art.innerHTML=`<svg viewBox="0 0 ${this.width} 126" width="${this.width}" height="126" aria-hidden="true">${s.join("")}</svg>`,this.say()}middle(t){return this.x(t*this.r.S+this.r.span/2)}active(t,e,s,i,a){let{r,cell:n,at:o}=this,l=t.find(([t])=>t===o)[1],h=o*r.S,c=e(l),d=this.x(h)+i,p=this.x(h+r.span)-i,u=this.middle(o),m=Array.from({length:1===r.dilation?1:r.F},(t,e)=>[h+e*r.dilation,1===r.dilation?r.F:1]).map(([t,e])=>hq(this.x(t),84,e*n,22,"cs-read")).join("");return`${m}<path class="cs-lead" d="M${u} 18L${d} ${c}M${u} 18L${p} ${c}M${d} ${c+s}V84M${p} ${c+s}V84"/>`+hq(d,c,p-d,s,"cs-bar cs-on")+(r.refused?"":hq(u-a/2,2,a,16,"cs-neuron cs-on"))}kinds(){let{length:t,added:e,P:s}=this.r;return Array.from({length:t+e},(e,i)=>i>=t?"cs-extra":i<s||i>=t-s?"cs-pad":"cs-in")}zeros(){return this.cell<13?"":this.kinds().map((t,e)=>"cs-in"===t?"":`<text x="${this.x(e+.5)}" y="99.5" text-anchor="middle">0</text>`).join("")}cells(){let{r:t,cell:e}=this,s=e<5,i=[];for(let[t,a,r]of h_(this.kinds()))if(s)i.push(hq(this.x(t),84,a*e,22,r));else for(let s=t;s<t+a;s++)i.push(hq(this.x(s)+.5,84,e-1,22,r));for(let[s,a,r]of h_(t.unread))r&&i.push(`<rect x="${this.x(s)}" y="81" width="${Math.max(a*e,2)}" height="28" fill="url(#${this.hatch})" class="cs-missed"/>`);return i.join("")}measures(){let{r:t,cell:e}=this,s=this.x(t.P),i=this.x(t.P+t.side),a=(s+i)/2,r=`${this.name} = ${t.side}`,n=4*r.length+4,o=[];return o.push(`<path class="cs-rule" d="M${s} 115H${a-n}M${a+n} 115H${i}M${s} ${111}v8M${i} ${111}v8"/>`),o.push(`<text x="${a}" y="${119.5}" text-anchor="middle" class="cs-measure">${r}</text>`),t.P&&t.P*e>34&&o.push(`<text x="${this.x(t.P/2)}" y="${119.5}" text-anchor="middle">P = ${t.P}</text>`),o.join("")}explain(){let{r:t}=this,e=t.unread.filter(Boolean).length,s=(t,e)=>i("span",{},i("i",{class:t,"aria-hidden":"true"}),e);this.legend.replaceChildren(s("cs-neuron",t.refused?"no neurons: refused":(0,c.LS)(t.count,"neuron")),..."W"===this.name?[s("cs-bar",`window of ${t.span}, stride ${t.S}`),s("cs-in",(0,c.LS)(t.side,"input cell")),...t.P?[s("cs-pad",`padding, ${t.P} a side`)]:[]]:[],...t.added?[s("cs-extra",`${(0,c.LS)(t.added,"zero")} added to round up`)]:[],...e&&t.count?[s("cs-missed",`${(0,c.LS)(e,"cell")} read by no window`)]:[],...null===t.next?[]:[s("cs-ghost",t.length<t.span?"window too large":"next window, which does not fit")])}say(){var t;let e,s,i,r,n,{r:o}=this,l=o.count?(s=(e=(t=this.at)*o.S-o.P)+o.span-1,i=t=>t<0||t>=o.side?`${(0,c.x8)(String(t))} (padding)`:String(t),r=e===s?`cell ${i(e)}`:`cells ${i(e)} to ${i(s)}`,n=o.dilation>1&&o.F>1?`, ${o.F} of them, ${o.dilation} apart`:"",`${o.refused?"Window":"Neuron"} ${t} of ${o.count} reads ${r}${n}.`):"No neuron: there is no output.";for(let[t,e]of(a(this.note,l),[["now",this.at],["max",Math.max(o.count-1,0)],["text",l]]))this.art.setAttribute(`aria-value${t}`,String(e))}}let hV={over:"Cells left over",even:"Even filters",large:"Large filters",half:"More than half padding",skips:"Skipped cells",zeros:"Only zeros"};class hY{constructor(t,e){this.on=t,this.field=ta(["target","output size",1,e,"y"],(e,s)=>t.target(s)),this.question=i("p",{class:"cs-question"}),this.body=i("div",{class:"cs-answers"}),this.node=i("div",{class:"cs-reverse",role:"group","aria-label":"Which F, S, P?"},i("div",{class:"cs-ask"},this.question,this.field.node),this.body)}show(t){this.field.show(t.target);let e=[t.W,t.target,t.dilation,t.D].join();for(let{field:s,setting:[i,a,r]}of(e!==this.key&&this.build(t),this.key=e,this.choices))s.checked=i===t.F&&a===t.S&&r===t.P}choice(t,e){let[s,a,r]=t,n=i("input",{type:"radio",name:e,"aria-label":`F ${s}, S ${a}, P ${r}`,onchange:()=>this.on.take({F:s,S:a,P:r})});return this.choices.push({field:n,setting:t}),n}build(t){let{good:e,leftOut:s}=hB(t),a=h("answer");this.choices=[],this.question.replaceChildren("From ",i("b",{class:"cs-ink-x"},String(t.W))," to ",i("b",{class:"cs-ink-y"},String(t.target)),": which ",i("i",{},"F, S, P"),"?"),this.body.replaceChildren(i("p",{class:"cs-found"},this.summary(t,e)),...e.length?[this.table(t,e,a)]:[],...s.length?[i("p",{class:"cs-leftout-title"},"Left out, and why"),i("ul",{class:"cs-leftout"},s.map(t=>this.group(t,a)))]:[])}summary(t,e){return e.length?1===e.length?"One setting answers it.":`${(0,c.LS)(e.length,"setting")} answer it. Choose one.`:`No setting makes ${t.target} of ${t.W} without a catch.`}table(t,e,s){let a=["","F","S","P","the formula","weights of a filter"].map(t=>i("th",{scope:"col"},t||i("span",{class:"cs-live"},"use"))),r=e.map(e=>{let[a,r,n]=e,o=this.choice(e,s),l=[i("span",{},`(${t.W} − ${to(a,t.dilation)} + ${2*n})/${r} + 1`),` = ${t.target}`];return i("tr",{onclick:t=>{t.target!==o&&(o.focus(),o.click())}},i("td",{},o),[a,r,n].map(t=>i("td",{},String(t))),i("td",{class:"cs-sumline"},l),i("td",{},(0,c.zD)(tn(a,t.D))))});return i("div",{class:`cs-table${e.length>8?" cs-long":""}`,...e.length>8?{tabindex:"0",role:"region","aria-label":"Answers"}:{}},i("table",{},i("thead",{},i("tr",{},a)),i("tbody",{},r)))}group({name:t,count:e,shown:s,message:a},r){let n=s.map(t=>{let[e,s,a]=t;return i("label",{class:"cs-chip"},this.choice(t,r),i("span",{},`${e}/${s}/${a}`))});return i("li",{},i("p",{},i("b",{},hV[t]),` (${(0,c.LS)(e,"setting")}). ${(0,c.x8)(a)}`),i("div",{class:"cs-chips"},i("small",{},"F/S/P"),n))}}let hX=[["W","width",1,"x"],["H","height",1,"x"],["D","depth",1,"x"],["K","filters",1,"w"],["F","filter size",1,"w"],["S","stride",1,"s"],["P","padding",0,"s"],["dilation","dilation",1,"s"]],hJ=[...hX.map(([t])=>t),"fit","mode","target","presets","knobs","costs"],hZ=[["crop","crop"],["pad","round up"],["raise","error"]],hQ=[["size","What size comes out?"],["reverse","Which F, S, P?"]],h0=p(class extends u{constructor(t,e){super(t,e,hJ,hK),this.build(),this.update(),this.watch=new ResizeObserver(()=>{for(let t of this.pictures)t.node.clientWidth&&t.node.clientWidth!==t.width&&t.fit()}),this.watch.observe(this.root)}build(){let t=(t,e)=>"W"===t?this.widen(e):this.change({[t]:e});this.controls=tr(hX.map(([t,e,s,i])=>[t,e,s,hN[t],i]),t),this.layer=i("select",{class:"cs-select","aria-label":"Layer",onchange:()=>this.use(this.layer.value)}),this.square=i("input",{type:"checkbox",onchange:()=>this.change({H:this.square.checked?null:this.model.get("W")})}),this.mode=eX("Question",hQ,t=>this.ask(t)),this.fit=eX("What does not fit",hZ,t=>this.change({fit:t})),this.reverse=new hY({target:t=>this.aim(t),take:t=>this.change(t)},hN.W),this.pictures=[new hG("W"),new hG("H")],Object.assign(this,{formula:i("div",{class:"cs-formula"}),fitText:i("p",{class:"cs-fit"}),near:i("div",{class:"cs-near"}),volume:i("p",{class:"cs-volume"}),tiles:i("dl",{class:"cs-tiles"})}),this.parts={layer:i("label",{class:"cs-layer"},"Layer",this.layer),mode:this.mode.node,H:i("label",{},this.square,"square: H = W"),fit:i("span",{class:"cs-option"},i("span",{},"what does not fit"),this.fit.node)},this.top=i("div",{class:"cs-top"},this.parts.layer,this.parts.mode),this.options=i("div",{class:"cs-options"},this.parts.H,this.parts.fit),this.open("sizing","Sizing calculator",this.top,this.controls.node,this.options,this.reverse.node,i("div",{class:"cs-size"},this.formula),this.pictures.map(t=>t.node),this.fitText,this.near,this.volume,this.tiles)}widen(t){this.change(this.aimed?{W:t}:hI(this.read(),{W:t}))}aim(t){this.aimed=!0,this.change({target:t})}use(t){let e=this.model.get("presets")[t];this.aimed=!1,e&&this.change(hI(this.read(),{H:null,P:0,S:1,dilation:1,...e}))}ask(t){this.aimed=!1,this.change(hI(this.read(),{mode:t}))}press(t,e){this.pressed=t,this.change(e)}update(){let t;this.queued=!1;let e=this.read(),s=hF(e),{fine:i,text:r}=function(t){let{W:e,H:s,W2:i,H2:a,K:r}=hF(t),n=(e===s?[["",e]]:[["Across: ",e],["Down: ",s]]).filter(([,e])=>!hW(e,t)).map(([e,s])=>e+(0,c.x8)(td(s,t.F,t.S,t.P,t.dilation))),o=t.dilation>1&&t.F>1?` A filter of ${t.F} dilated by ${t.dilation} spans ${to(t.F,t.dilation)} cells.`:"",l=hH(e,t).unread.includes(!0)||hH(s,t).unread.includes(!0),h=e===s?(0,c.LS)(i,"window"):`${(0,c.LS)(i,"window")} across and ${a} down`;if(!n.length)return{fine:!0,text:`It fits: ${h}, ${l?"but there are cells that no window reads":"and every cell is read"}.${o}`};let d=[e,s].some(e=>hH(e,t).added),p=i?`${d?"Rounded up":"Cropped"}, the output is ${i}\xd7${a}\xd7${r}.`:"There is no output.";return{fine:!1,text:`${n.join(" ")} ${p}${o}`}}(e);this.showControls(e,s),this.square.checked=null===e.H,this.controls.knobs[1].node.classList.toggle("cs-follows",null===e.H),this.mode.show(e.mode),this.fit.show(e.fit),this.showLayers(e),this.reverse.node.hidden="reverse"!==e.mode,"reverse"===e.mode&&this.reverse.show(e),this.formula.replaceChildren(...hL(s)),this.showRows(e,s),this.fitText.className=`cs-fit${i?"":" cs-misfit"}`,a(this.fitText,r),this.showNear(e,i),this.showCounts(e,s),this.showDescription(e);let n=this.showTask({...t=hF(e),fits:hW(t.W,e)&&hW(t.H,e),same:t.W2===t.W&&t.H2===t.H,...hD(e)});this.spoken&&this.announce(`${r}${n}`),this.spoken=!0}showControls(t,e){for(let[t,s]of(this.controls.show(e,this),Object.entries(this.parts)))s.hidden=!this.hasKnob(t);for(let t of[this.top,this.options])t.hidden=[...t.children].every(t=>t.hidden);this.volume.hidden=this.tiles.hidden=!1===t.costs}showLayers(t){let e=Object.keys(t.presets);this.listed!==t.presets&&this.layer.replaceChildren(...["",...e].map(t=>i("option",{value:t},t||"your own"))),this.listed=t.presets,this.layer.value=e.find(e=>Object.entries({H:null,P:0,S:1,dilation:1,...t.presets[e]}).every(([e,s])=>t[e]===s))??""}showRows(t,{W:e,H:s}){let[i,a]=this.pictures;a.node.hidden=e===s,i.show(e,t,"A row"),e!==s&&a.show(s,t,"A column")}showNear(t,e){let s=this.near.contains(document.activeElement),{W:a,H:r}=hF(t),n=e?[]:hR(t).filter(({letter:t})=>this.hasKnob(t)).map(({letter:t,value:e,W2:s,H2:n,change:o})=>i("button",{type:"button",class:"cs-button",onclick:()=>this.press(t,o)},i("span",{},i("i",{},t),` = ${e}`),i("small",{},`→ ${a===r?s:`${s}\xd7${n}`}`))),o=e?"":function(t){let{W:e,H:s}=hF(t);return(0,c.x8)([...new Set([e,s])].map(e=>(function(t,e,s,i=0,a=1){let r=to(e,a);return s%2!=0||(t-r)%2==0||th(t,e,s,i,a)?"":`No padding helps: it adds 2P, an even number, but ${t} - ${r} is odd and S = ${s} is even.`})(e,t.F,t.S,t.P,t.dilation)).find(Boolean)??"")}(t);this.near.replaceChildren(...n.length?[i("span",{class:"cs-near-title"},"Nearest that fit:"),...n]:[],...o?[i("p",{class:"cs-note"},o)]:[]),s&&this.controls.knobs.find(t=>t.letter===this.pressed).node.querySelector("input").focus()}showCounts(t,{W:e,H:s,D:a,K:r,F:n,W2:o,H2:l}){let h=hD(t),d=o>0,p=(0,c.zD)(tn(n,a)),u=d?i("b",{class:"cs-ink-y"},`${o}\xd7${l}\xd7${r}`):i("b",{class:"cs-nothing"},"no output");this.volume.replaceChildren(i("b",{class:"cs-ink-x"},`${e}\xd7${s}\xd7${a}`)," → ",u);let m=(0,c.zD)(h.neurons),f=[["weights",h.weights,`${n}\xb7${n}\xb7${a}\xb7${r}`,"w",!0],["biases",h.biases,"one for each filter","w",!0],["parameters, if not shared",h.unshared,`${m}\xb7(${p} + 1)`,"w"],["neurons",h.neurons,`${o}\xb7${l}\xb7${r}`,"y"],["multiply-adds",h.macs,`${m}\xb7${p}`,"y"],["bytes of output",h.bytes,`${m}\xb74: 4 bytes a number`,"y"]];this.tiles.replaceChildren(...f.map(([t,e,s,a,r])=>{let n=d||r;return i("div",{class:`cs-tile cs-tile-${a}`},i("dt",{},t),i("dd",{},i("b",{},n?(0,c.zD)(e):"–"),i("small",{},n?s:"no output")))}))}});var h1=s(59),h2={};function h4(t){let{W:e,H:s,D:i,K:a,F:r,S:n,P:o,dilation:l,W2:h,H2:d}=au(t),p=ab(t),u=[`An input of ${e}\xd7${s}\xd7${i} and ${(0,c.LS)(a,"filter")} of ${r}\xd7${r}\xd7${i}, stride ${n}, padding ${o}${(0,c.mF)(l)}.`,...[...new Set([e,s])].map(t=>(0,c.x8)(td(t,r,n,o,l)))];if(!p)return[...u,"There is no output."].join(" ");let m=h3(p,ag(t,p.row,p.col,p.k)),f=[h5(t),`Output ${m}: each slice’s sum, then the bias.`];return[...u,`The output is ${h}\xd7${d}\xd7${a}.`,...f].filter(Boolean).join(" ")}function h3(t,e){let s=[...e.sums,e.bias].map(c.Em).join(" + ");return`y[${t.k}, ${t.row}, ${t.col}] = ${s} = ${(0,c.ai)(e.total)}`}function h5(t){let{W:e,H:s}=au(t),i=ax(t);return i?`No window reads ${i} of the ${e*s} cells of a slice.`:""}h2.styleTagTransform=te(),h2.setAttributes=J(),h2.insert=Y().bind(null,"head"),h2.domAPI=G(),h2.insertStyleElement=Q(),q()(h1.A,h2),h1.A&&h1.A.locals&&h1.A.locals;class h6{constructor({D:t,F:e}){this.products=Array.from({length:t},()=>Array.from({length:e},()=>Array.from({length:e},()=>i("span",{class:"cs-cell"})))),this.sums=this.products.map(()=>i("b",{class:"cs-sum"})),this.names=this.products.map(()=>i("div",{class:"cs-slice-name"})),this.blocks=this.products.map((t,e)=>this.block(t,e)),this.bias=i("b",{class:"cs-sum"}),this.total=i("b",{class:"cs-sum cs-total"}),this.totalName=i("span",{});let s=i("div",{class:"cs-bias cs-addition"},i("div",{},i("span",{},"bias"),this.bias),i("div",{class:"cs-result"},this.totalName,this.total)),a=i("span",{},i("span",{},"products"),i("span",{},"sum"));this.node=i("div",{class:"cs-part cs-part-sum"},i("div",{class:"cs-part-name"},i("b",{},"Window \xd7 filter"),a),i("div",{class:"cs-slices"},this.blocks,s)),h7(this.products,(t,...e)=>{t.pair=e})}block(t,e){let s=t.map(t=>i("div",{class:"cs-row"},t));return i("div",{class:"cs-slice cs-product",role:"img"},this.names[e],i("div",{class:"cs-equation"},i("div",{class:"cs-field"},s),this.sums[e]))}show(t,e,s){h7(this.products,(e,s,i,r)=>t?sY(e,t.products[s][i][r]):a(e,"–")),this.blocks.forEach((e,i)=>{a(this.names[i],`x[${i}] \xd7 w[${s}, ${i}]`),a(this.sums[i],t?(0,c.ai)(t.sums[i]):"–"),e.setAttribute("aria-label",t?h8(t,i):`Slice ${i}: no window`)}),a(this.bias,t?`${t.bias<0?"−":"+"} ${(0,c.ai)(Math.abs(t.bias))}`:"–"),a(this.total,t?(0,c.ai)(t.total):"–"),this.total.classList.toggle("cs-total",!!t),a(this.totalName,e?`y[${e.k}, ${e.row}, ${e.col}] =`:"no output")}}let h8=({products:t,sums:e},s)=>`Slice ${s}: products ${t[s].flat().map(c.ai).join(", ")}; sum ${(0,c.ai)(e[s])}`;function h7(t,e){t.forEach((t,s)=>t.forEach((t,i)=>t.forEach((t,a)=>e(t,s,i,a))))}function h9(t,e,s){let i=()=>"x"===s?t.rovingX:t.rovingW,a=(e,a)=>{let[r,n,o]=e,l="x"===s?e:[...t.filterOf(r),n,o];t.on.hold(),sJ(i().cell(e),{value:function({s:t,size:e},s,[i,a,r,n]){return"x"===s?t.x[i][a][r]:a<e.D?t.w[i][a][r][n]:t.b[i]}(t,s,l),name:"x"===s?`x[${e.join(", ")}]`:t.weightName(e),first:a,take:e=>t.on.number(s,l,e),refuse:t.on.refuse})},r=e=>{let[a,r]="x"===s?[null,e[0]]:t.filterOf(e[0]);null!==a&&t.on.move({k:a}),r<t.size.D&&t.show(r),i().point(e,!0)};e.addEventListener("click",t=>{let e=t.target.closest(".cs-cell");e?.at&&"INPUT"!==t.target.tagName&&(r(e.at),a(e.at))}),e.addEventListener("focusin",e=>e.target.at&&t.hint(e.target)),e.addEventListener("keydown",t=>{if("INPUT"===t.target.tagName)return;let e=i().key(t);if(e)r(e);else if("Enter"===t.key||"F2"===t.key)a(i().at);else{if(!/^[-\d]$/.test(t.key)||t.ctrlKey||t.metaKey)return;a(i().at,t.key)}t.preventDefault()})}let ct=[["all",640],["one",640],["stack",400],["wrap",310]],ce=(t,e,s)=>Math.max(t,Math.min(36,Math.floor(150/Math.max(s,1))),e),cs=(t,e)=>Math.max(Math.floor(1.2*t),e.product);function ci(t,e,{cols:s,K:i,F:a,W2:r},n){let o="all"===t||"one"===t?26:14,l=Math.max(s*e,76),h="all"===t?i*a*e+(i-1)*10:Math.max(a*e,76);if("wrap"===t)return l+h+o;let c=l+h+Math.max(a*cs(e,n)+52,128)+2*o;return"stack"===t?c:c+o+Math.max(r*ce(e,n.out,r),76)}function ca(t,e,s,{D:i,K:a,F:r,W2:n,H2:o},l){if("all"===t||"one"===t)return{out:ce(e,l.out,n),single:!1,product:cs(e,l)};let h=Math.floor((s-(a-1)*18)/Math.max(a*n,1)),c=h<l.out,d=Math.min(c?Math.floor(s/n):h,Math.floor(230/Math.max(o,1)),38),p=Math.floor((s-6-(i-1)*14)/(i*r)),u="wrap"===t?Math.max(Math.min(p,34),l.product):cs(e,l);return{out:Math.max(d,l.out),single:c,product:u}}class cr{constructor(t){Object.assign(this,{on:t,front:0}),this.node=i("div",{class:"cs-stage"}),this.node.addEventListener("pointerover",t=>this.hint(t.target.closest(".cs-cell"))),this.node.addEventListener("pointerleave",()=>this.hint(null))}build(t){let e=au(t),{D:s,H:a,W:r,K:n,F:o,P:l,H2:h,W2:c}=e,d=ab(t),p=d?0:to(o,t.dilation),[u,m]=[Math.max(a+2*l,o,p),Math.max(r+2*l,p)];Object.assign(this,{size:{...e,rows:u,cols:m},marked:[],hot:[],k:null,maps:null}),this.x=Array.from({length:s},(t,e)=>sG(e,a,r,l)),this.w=Array.from({length:n*(s+1)},(t,e)=>e%(s+1)<s?sG(e,o,o):sG(e,1,1)),this.y=d?Array.from({length:n},(t,e)=>sG(e,h,c)):[],this.frames=this.x.map(()=>i("div",{class:"cs-window"})),this.sum=new h6(e),this.node.replaceChildren(this.inputPart(),this.filterPart(),this.sum.node,this.outputPart()),this.node.style.setProperty("--rows",u),this.node.style.setProperty("--cols",m);let f=(t,e)=>new sV(t.map(t=>t.cells),e);this.rovingX=f(this.x,t=>`x[${t.join(", ")}] is ${this.text(this.x,t)}`),this.rovingW=f(this.w,t=>`${this.weightName(t)} is ${this.text(this.w,t)}`),this.rovingY=d&&f(this.y,t=>`y[${t.join(", ")}] is ${this.text(this.y,t)}`),this.show(Math.min(this.front,s-1))}text(t,[e,s,i]){return t[e].cells[s][i].textContent}weightName([t,e,s]){let[i,a]=this.filterOf(t);return a<this.size.D?`w[${[i,a,e,s].join(", ")}]`:`bias b[${i}]`}filterOf(t){let e=this.size.D+1;return[Math.floor(t/e),t%e]}slice(t,e,s){return i("div",{class:"cs-slice",role:"rowgroup","aria-label":t},i("div",{class:"cs-slice-name","aria-hidden":"true"},t),i("div",{class:"cs-field"},e.lines,s))}part(t,e,s,a,r){return i("div",{class:`cs-part cs-part-${t}`},i("div",{class:"cs-part-name"},i("b",{},e),i("span",{},s)),a,r)}tabs(t,e,s,a,r){let n=Array.from({length:a},(t,e)=>i("button",{type:"button","aria-label":`${s} ${e}`,onclick:()=>r(e)},String(e))),o=i("span",{class:`cs-choose cs-choose-${t}`,role:"group","aria-label":e},n);return{node:a>1?o:null,press:t=>n.forEach((e,s)=>e.setAttribute("aria-pressed",s===t))}}inputPart(){let{D:t,H:e,W:s}=this.size;this.inputSlices=this.x.map((t,e)=>this.slice(`x[${e}]`,t,this.frames[e])),this.depths=this.tabs("slice","Depth slice in view","Slice",t,t=>this.show(t));let a=i("div",{class:"cs-slices",role:"grid","aria-label":`Input x, ${s}\xd7${e}\xd7${t}. Enter edits a number.`},this.inputSlices);return h9(this,a,"x"),this.legend=i("div",{class:"cs-legend"}),this.part("x","Input x",[`${s}\xd7${e}\xd7${t}`,this.depths.node],a,this.legend)}filterPart(){let{D:t,K:e,F:s}=this.size;this.columns=Array.from({length:e},(e,s)=>{let a=this.w.slice(s*(t+1),(s+1)*(t+1)).map((e,i)=>this.slice(i<t?`w[${s}, ${i}]`:`b[${s}]`,e));return a.at(-1).classList.add("cs-bias"),i("div",{class:"cs-filter"},a)}),this.filters=this.tabs("filter","Filter in view","Filter",e,t=>this.on.move({k:t}));let a=i("div",{class:"cs-filters",role:"grid","aria-label":`Filters w and biases b, ${e} of ${s}\xd7${s}\xd7${t}. Enter edits a number.`},this.columns);h9(this,a,"w");let r=`${s}\xd7${s}\xd7${t}`,n=i("span",{class:"cs-many"},`${e} of ${r}`);return e>1?this.part("w","Filters w",[n,this.filters.node],a):this.part("w","Filter w",r,a)}outputPart(){var t;let e,s,{K:a,H2:r,W2:n}=this.size;if(!this.y.length)return this.part("y","Output y","none",i("p",{class:"cs-none"},"The window is larger than the padded input."));this.maps=this.y.map((t,e)=>this.slice(`y[${e}]`,t));let o=i("div",{class:"cs-slices",role:"grid","aria-label":`Output y, ${n}\xd7${r}\xd7${a}. Arrows move the window, space plays, Enter steps, Page Up and Page Down change the filter.`},this.maps);return t=this,e=t=>{let e=o.getRootNode().elementFromPoint(t.clientX,t.clientY)?.closest(".cs-cell");return e&&o.contains(e)?e.at:null},s=(e,s)=>{t.on.move({k:e[0],row:e[1],col:e[2]}),s&&t.rovingY.point(e,!0)},o.addEventListener("pointerdown",i=>{let a=e(i);a&&(i.preventDefault(),t.on.hold(),s(a,!0))}),o.addEventListener("pointermove",i=>{let a="mouse"===i.pointerType||i.pressure>0?e(i):null;a&&!(t.on.playing()&&!i.buttons)&&s(a,!1)}),o.addEventListener("keydown",e=>{let i=t.rovingY.key(e);if(i)t.on.hold(),s(i,!0);else if(" "===e.key)t.on.play();else{if("Enter"!==e.key)return;t.on.step(1)}e.preventDefault()}),this.part("y","Output y",`${n}\xd7${r}\xd7${a}`,o)}values(t){var e;let s,{P:a,H:r,W:n}=this.size;this.s=t;let o=t=>t.map(t=>t.cells),l=this.y.length?function(t){let{K:e,H2:s,W2:i}=au(t);return Array.from({length:e},(e,a)=>Array.from({length:s},(e,s)=>Array.from({length:i},(e,i)=>ag(t,s,i,a).total)))}(t):[];for(let{field:i}of(sX(o(this.x),t.x),sX(o(this.w),t.w.flatMap((e,s)=>[...e,[[t.b[s]]]])),sX(o(this.y),l),this.letters={cell:sR(t.x,t.w,t.b),out:sR(l),product:sR((e=t,s=t=>Math.max(...t.flat(3).map(Math.abs)),[e.x,e.w].flat(4).every(Number.isInteger)?[-s(e.x)*s(e.w)]:[-.55,-s(e.x)*s(e.w)]))},this.seen=aw(t),this.x))i.forEach((t,e)=>t.forEach((t,s)=>t.classList.toggle("cs-unread",!this.seen[e][s])));let h=this.seen.some((t,e)=>t.some((t,s)=>!t&&e>=a&&e<a+r&&s>=a&&s<a+n)),c=this.seen.some(t=>t.includes(0)),d=(t,e)=>i("span",{},i("i",{class:`cs-cell ${t}`,"aria-hidden":"true"}),e);this.legend.replaceChildren(d("cs-tap","window"),...a?[d("cs-zero","padding")]:[],...c?[d(h?"cs-unread":"cs-zero cs-unread","read by no window")]:[])}move(t){let{D:e,P:s,F:i}=this.size,a=ab(t),r=to(i,t.dilation);for(let e of(this.s=t,this.marked))e.classList.remove("cs-tap","cs-here"),e.pair=null;this.marked=[];let[n,o]=a?[a.row*t.stride,a.col*t.stride]:[0,0];for(let t of this.frames)t.style.setProperty("--top",n),t.style.setProperty("--left",o),t.style.setProperty("--span",r),t.classList.toggle("cs-too-large",!a);for(let{i,j:r,r:n,c:o}of(this.calc=a&&ag(t,a.row,a.col,a.k),a?this.calc.window:[]))for(let t=0;t<e;t++)this.mark(this.x[t].field[n+s][o+s],"cs-tap",[t,i,r]);let l=a?a.k:Math.min(t.k,this.size.K-1);if(l!==this.k&&this.activate(l),this.sum.show(this.calc,a,l),!a)return;let h=this.y[a.k].cells[a.row][a.col];this.mark(h,"cs-here",null);let c=this.y[0].lines[0].closest("[role=grid]").contains(document.activeElement);this.rovingY.point([a.k,a.row,a.col],c&&!this.on.playing()),this.scrolls&&this.reveal(this.inputSlices[this.front],o,r,this.cell),this.scrolls&&this.reveal(this.maps[l],a.col,1,this.out)}reveal(t,e,s,i){t.scrollLeft=(e+s/2)*i-t.clientWidth/2}activate(t){this.columns.forEach((e,s)=>e.classList.toggle("cs-active",s===t)),this.filters.press(t),this.maps?.forEach((e,s)=>e.classList.toggle("cs-active",s===t)),this.k=t,this.followFront()}show(t){for(let e of(this.front=t,this.depths.press(t),[this.inputSlices,...this.columns.map(t=>[...t.children].slice(0,-1))]))e.forEach((e,s)=>e.classList.toggle("cs-front",s===t));this.followFront()}followFront(){let{D:t}=this.size,[,e,s]=this.rovingX.at,[i,a,r]=this.rovingW.at,n=this.filterOf(i)[1]===t;this.rovingX.point([this.front,e,s]),this.rovingW.point([(this.k??0)*(t+1)+(n?t:this.front),a,r])}mark(t,e,s){t.classList.add(e),t.pair=s,this.marked.push(t)}hint(t){for(let t of this.hot)t.classList.remove("cs-hot","cs-reads");this.hot=[];let e=t?.closest(".cs-part-x")?"x":t?.closest(".cs-part-w")?"w":null,s=t?.pair;if("w"===e&&t.at){let[e,i]=this.filterOf(t.at[0]);e===this.k&&i<this.size.D&&(s=[i,t.at[1],t.at[2]])}s&&this.calc?this.link(s):"x"===e&&t.at?this.trace(t.at):this.on.note("")}link([t,e,s]){let i=this.calc.window.find(t=>t.i===e&&t.j===s),a=this.size.P;for(let r of(this.hot=[this.x[t].field[i.r+a][i.c+a],this.w[this.k*(this.size.D+1)+t].cells[e][s],this.sum.products[t][e][s]],this.hot))r.classList.add("cs-hot");let r=i.inside?"":": the window reads a zero of the padding here";this.on.note((0,c.qM)(i.inside?this.s.x[t][i.r][i.c]:0,this.s.w[this.k][t][e][s])+r)}trace([t,e,s]){let{H2:i,W2:a,P:r}=this.size,n=[];for(let t=0;t<i;t++)for(let i=0;i<a;i++)af(this.s,t,i).some(t=>t.r===e&&t.c===s)&&n.push([t,i]);for(let t of(this.hot=n.flatMap(([t,e])=>this.y.map(s=>s.cells[t][e])),this.hot))t.classList.add("cs-reads");let o=this.seen[e+r][s+r];this.on.note(`x[${[t,e,s].join(", ")}] = ${(0,c.ai)(this.s.x[t][e][s])} is read by ${0===o?"no window":1===o?"one window":`${o} windows`}`)}get cramped(){return JSON.stringify(this.letters)!==this.fitted}fit(t){let e=this.letters,s=Object.fromEntries(Object.entries(e).map(([t,e])=>[t,sB(e)])),{mode:i,cell:a,out:r,single:n,flat:o,product:l}=function(t,e,s){for(let[i,a]of ct){let r=function(t,e,s,i,a){let{D:r,rows:n}=i,o=t=>n*t+26,l=1===r?"wrap"===t:r*o(a.cell)>e;for(let n=32;n>=a.cell;n--)if((l?1:r)*o(n)<=e&&ci(t,n,i,a)<=s||"wrap"===t&&n===a.cell)return{mode:t,cell:n,flat:l,...ca(t,n,s,i,a)};return"wrap"!==t&&ci(t,a.cell,i,a)<=s?{mode:t,cell:a.cell,flat:l,...ca(t,a.cell,s,i,a)}:null}(i,a,t,e,s);if(r)return r}}(t,this.size,s);for(let[s,h]of(this.fitted=JSON.stringify(e),this.scrolls=this.size.cols*a>t||this.size.W2*r>t,Object.assign(this,{cell:a,out:r}),this.node.className=`cs-stage cs-mode-${i}${n?" cs-single":""}${o?" cs-flat":""}${this.scrolls?" cs-scrolls":""}`,[["--c",a],["--o",r],["--p",l],["--text",sH(a,e.cell)],["--out-text",sH(r,e.out)],["--product-text",sH(l,e.product)]]))this.node.style.setProperty(s,`${h}px`)}}let cn=["x","w","b","stride","pad","dilation"],co=["row","col","k"],cl=[["W","width",1,9,"x"],["H","height",1,9,"x"],["D","depth",1,3,"x"],["K","filters",1,3,"w"],["F","filter size",1,5,"w"],["S","stride",1,5,"s"],["P","padding",0,4,"s"],["dilation","dilation",1,3,"s"]],ch={S:"stride",P:"pad",dilation:"dilation"},cc=p(class extends sh{constructor(t,e){super(t,e,[...cn,...co,"knobs"],h4),Object.assign(this,{kept:{},shown:{}}),this.picture=new cr({move:t=>this.change(t),number:(...t)=>this.setNumber(...t),play:()=>this.player.toggle(),step:t=>this.step(t),refuse:t=>this.refuse(t),note:t=>this.note(t),hold:()=>this.hold(),playing:()=>this.player.playing}),this.player=new sl("Slide the filter",{step:t=>this.step(t),start:()=>this.start(),next:()=>this.root.isConnected&&this.next(),paused:()=>this.announce(this.sentence.textContent),reset:()=>this.reset()}),this.controls=tr(cl,(t,e)=>this.resize(t,e)),this.build(),this.first=this.read(),this.update(),this.follow()}build(){Object.assign(this,{formula:i("div",{class:"cs-formula"}),fitText:i("p",{class:"cs-fit"}),sentence:i("p",{class:"cs-sentence"}),aside:i("p",{class:"cs-note"}),problem:i("p",{class:"cs-problem",hidden:!0})}),this.body=i("div",{class:"cs-body"},this.controls.node,i("div",{class:"cs-size"},i("div",{class:"cs-line"},this.formula,this.player.node),this.fitText),this.picture.node,i("div",{class:"cs-words"},this.sentence,this.aside)),this.open("sliding","Sliding filter",this.problem,this.body)}resize(t,e){if(this.player.pause(),t in ch)return this.change({[ch[t]]:e});let s=au(this.read()),i=s.W===s.H&&!this.hasKnob("H");return"W"===t&&i&&(s.H=e),this.change(aM({...s,[t]:e},this.kept))}setNumber(t,e,s){let{D:i}=au(this.read()),a="x"===t?"x":e[1]<i?"w":"b",r=structuredClone(this.model.get(a)),n="b"===a?[e[0]]:e;n.slice(0,-1).reduce((t,e)=>t[e],r)[n.at(-1)]=s,this.change({[a]:r})}reset(){this.player.pause(),this.kept={},this.change(this.first)}step(t){this.player.pause();let e=this.read(),s=ab(e);s&&this.change(av(e,s,t)??av(e,{k:0,row:0,col:0},t>0?0:this.count(e)-1))}count(t){let{K:e,H2:s,W2:i}=au(t);return e*s*i}start(){let t=this.read(),e=ab(t);return!!e&&(av(t,e,1)||this.change({row:0,col:0,k:0}),!0)}next(){let t=this.read(),e=ab(t),s=e&&av(t,e,1);return s&&this.change(s),!!s}update(){this.queued=!1;let t=this.read(),e=am(t);if(this.problem.hidden=!e,this.body.hidden=!!e,e)return a(this.problem,e);for(let e of["x","w","b"])this.kept[e]=aA(this.kept[e],t[e]);let s=this.shown,i=JSON.stringify(au(t)),r=[...cn,"knobs"].some(e=>s[e]!==t[e]);i!==this.size&&this.picture.build(t),(r||i!==this.size)&&this.showValues(t),(i!==this.size||this.picture.cramped)&&this.picture.fit(this.width()),this.picture.move(t),this.size=i,this.shown=t,this.showWords(t,r&&void 0!==s.x)}showValues(t){this.picture.values(t),this.controls.show(au(t),this),this.formula.replaceChildren(...hL(au(t)));let{fine:e,text:s}=function(t){let{W:e,H:s,F:i,S:a,P:r,dilation:n,K:o,W2:l,H2:h}=au(t),d=(e===s?[["",e]]:[["Across: ",e],["Down: ",s]]).map(([t,e])=>[t,(0,c.x8)(td(e,i,a,r,n))]).filter(([,t])=>!t.endsWith("fit."));if(!ab(t))return{fine:!1,text:`${d.map(t=>t.join("")).join(" ")} There is no output.`};let p=h5(t),u=p&&` ${p}`;if(d.length)return{fine:!1,text:d.map(t=>t.join("")).join(" ")+u};let m=n>1?` A filter of ${i} dilated by ${n} spans ${to(i,n)} cells.`:"";return{fine:!0,text:`It fits: the output is ${l}\xd7${h}\xd7${o}.${m}${u}`}}(t);this.fitText.className=`cs-fit${e?"":" cs-misfit"}`,a(this.fitText,s)}showWords(t,e){let s=ab(t),i=this.picture.calc;a(this.sentence,s?h3(s,i):"No output to work out."),this.warning=null,this.spare=s?function(t,e,s){let{D:i}=au(t),a=s.window.filter(t=>!t.inside).length,r=a?` ${(0,c.LS)(a,"cell")} of the window ${1===a?"lies":"lie"} in the padding.`:"";return`Row ${e.row}, column ${e.col} of map ${e.k}: the sum${i>1?"s of the slices":" of the products"}, then the bias.${r}`}(t,s,i):"",a(this.aside,this.spare);let r=this.showTask(function(t){let{D:e,H:s,W:i,K:a,F:r,S:n,P:o,dilation:l,H2:h,W2:c}=au(t),d=ab(t),p=th(i,r,n,o,l)&&th(s,r,n,o,l),u=d?{row:d.row,col:d.col,k:d.k,value:ag(t,d.row,d.col,d.k).total}:{};return{D:e,H:s,W:i,K:a,F:r,S:n,P:o,dilation:l,H2:h,W2:c,fits:p,same:h===s&&c===i,unread:ax(t),...u}}(t));this.showDescription(t),this.announce(`${e?`${this.fitText.textContent} `:""}${this.sentence.textContent}.${r}`)}note(t){a(this.aside,this.warning||t||this.spare||"")}hold(){this.player.pause(),this.warning=null,this.note()}});var cd=s(60),cp={};cp.styleTagTransform=te(),cp.setAttributes=J(),cp.insert=Y().bind(null,"head"),cp.domAPI=G(),cp.insertStyleElement=Q(),q()(cd.A,cp),cd.A&&cd.A.locals&&cd.A.locals;let cu=[1,8,8],[cm,cf,cg]=[0,1,2],cw=t=>Uint8Array.from(atob(t),t=>t.charCodeAt(0));function cx({pixels:t,labels:e,train:s}){let i=cw(t),a=new Uint8Array(2*i.length);return i.forEach((t,e)=>a.set([t>>4,15&t],2*e)),{pixels:a,labels:Int32Array.from(e,Number),train:s}}let cb=t=>t.reduce((t,e)=>t*e,1);class cv{constructor(t,e){Object.assign(this,{inShape:t,outShape:e,inSize:cb(t),outSize:cb(e),params:[],macs:0})}param(t,e,s){let i={name:t,shape:e,fanIn:s,value:new Float64Array(cb(e)),grad:new Float64Array(cb(e))};return this.params.push(i),i}}let cy={CONV:class extends cv{constructor({shape:t,out:e,layer:s}){if(super(t,e),s.values.groups>1)throw Error("On the page no CONV has groups.");this.reads=function([t,e,s],[,i,a],[r,n]){let o=(t,e,s,[,i,a,,r])=>{let n=t*i-a+e*r;return n>=0&&n<s?n:-1},l=[];for(let h=0;h<t;h++)for(let t=0;t<r[0];t++)for(let c=0;c<n[0];c++)for(let d=0;d<i;d++)for(let i=0;i<a;i++){let[a,p]=[o(d,t,e,r),o(i,c,s,n)];l.push(a<0||p<0?-1:(h*e+a)*s+p)}return Int32Array.from(l)}(t,e,tq(s)),this.taps=this.reads.length/(e[1]*e[2]),this.filterShape=[t[0],...tq(s).map(([t])=>t)],this.weight=this.param("weight",[e[0],this.taps],this.taps),this.macs=this.taps*this.outSize,s.values.bias&&(this.bias=this.param("bias",[e[0]]))}forward(t,e){let{reads:s,taps:i,inSize:a,outSize:r}=this,n=this.outShape[0],o=r/n,l=new Float64Array(e*r);this.columns=new Float64Array(e*s.length),this.N=e;for(let r=0;r<e;r++){let e=this.columns.subarray(r*s.length,(r+1)*s.length);for(let i=0;i<s.length;i++)e[i]=s[i]<0?0:t[r*a+s[i]];for(let t=0;t<n;t++){let s=l.subarray((r*n+t)*o,(r*n+t+1)*o);s.fill(this.bias?this.bias.value[t]:0);for(let a=0;a<i;a++){let r=this.weight.value[t*i+a];for(let t=0;t<o;t++)s[t]+=r*e[a*o+t]}}}return l}backward(t,e){let{reads:s,taps:i,inSize:a,outSize:r,N:n}=this,o=this.outShape[0],l=r/o,h=e?null:new Float64Array(n*a),c=new Float64Array(s.length);for(let{grad:t}of this.params)t.fill(0);for(let e=0;e<n;e++){let r=this.columns.subarray(e*s.length,(e+1)*s.length);c.fill(0);for(let s=0;s<o;s++){let a=t.subarray((e*o+s)*l,(e*o+s+1)*l);if(this.bias)for(let t=0;t<l;t++)this.bias.grad[s]+=a[t];for(let t=0;t<i;t++){let e=this.weight.value[s*i+t],n=0;for(let e=0;e<l;e++)n+=a[e]*r[t*l+e];if(this.weight.grad[s*i+t]+=n,h)for(let s=0;s<l;s++)c[t*l+s]+=e*a[s]}}if(h)for(let t=0;t<s.length;t++)s[t]>=0&&(h[e*a+s[t]]+=c[t])}return h}},RELU:class extends cv{constructor({shape:t,out:e}){super(t,e)}forward(t){return this.y=t.map(t=>Math.max(t,0)),this.y}backward(t){return t.map((t,e)=>this.y[e]>0?t:0)}},POOL:class extends cv{constructor({shape:t,out:e,layer:s}){super(t,e),this.windows=tq(s)}forward(t,e){let[s,i,a]=this.inShape,[,r,n]=this.outShape,[[o,l,h],[c,d,p]]=this.windows,u=new Float64Array(e*this.outSize);this.winner=new Int32Array(u.length),this.length=t.length;for(let m=0,f=0;m<e*s;m++)for(let e=0;e<r;e++)for(let s=0;s<n;s++,f++){let r=-1;for(let n=Math.max(e*l-h,0);n<Math.min(e*l-h+o,i);n++)for(let e=Math.max(s*d-p,0);e<Math.min(s*d-p+c,a);e++){let s=(m*i+n)*a+e;(r<0||t[s]>t[r])&&(r=s)}this.winner[f]=r,u[f]=t[r]}return u}backward(t){let e=new Float64Array(this.length);for(let s=0;s<t.length;s++)e[this.winner[s]]+=t[s];return e}},FC:class extends cv{constructor({shape:t,out:e,layer:s}){super(t,e),this.weight=this.param("weight",[e[0],this.inSize],this.inSize),this.macs=this.inSize*this.outSize,s.values.bias&&(this.bias=this.param("bias",[e[0]]))}forward(t,e){let{inSize:s,outSize:i,bias:a}=this,r=this.weight.value,n=new Float64Array(e*i);for(let o=0;o<e;o++)for(let e=0;e<i;e++){let l=a?a.value[e]:0;for(let i=0;i<s;i++)l+=r[e*s+i]*t[o*s+i];n[o*i+e]=l}return Object.assign(this,{x:t,N:e}),n}backward(t,e){let{x:s,N:i,inSize:a,outSize:r,bias:n}=this,{value:o,grad:l}=this.weight,h=e?null:new Float64Array(s.length);l.fill(0),n?.grad.fill(0);for(let e=0;e<i;e++)for(let i=0;i<r;i++){let c=t[e*r+i];n&&(n.grad[i]+=c);for(let t=0;t<a;t++)l[i*a+t]+=c*s[e*a+t];if(h)for(let t=0;t<a;t++)h[e*a+t]+=c*o[i*a+t]}return h}},FLATTEN:class extends cv{constructor({shape:t,out:e}){super(t,e)}forward(t){return t}backward(t){return t}}};class ck{constructor(t,e){let{rows:s,error:i}=er(`INPUT(${e.join(",")}) -> ${t}`);if(i)throw Error(i.reason);this.inShape=e,this.layers=s.map((t,e)=>{let{word:s}=t.layer;if(!cy[s])throw Error(`${s} doesn’t train on the page; ${Object.keys(cy).join(", ")} do.`);return Object.assign(new cy[s](t),{word:s,name:`${e}`})}),this.params=this.layers.flatMap(t=>t.params.map(e=>Object.assign(e,{layer:t,name:`${t.name}.${e.name}`}))),this.classes=this.layers.at(-1).outSize}check(){let t=this.params.reduce((t,{value:e})=>t+e.length,0),e=this.layers.reduce((t,e)=>t+e.macs,0);if(!t)throw Error("This net has nothing to learn: give it at least an FC(10).");if(t>2e4)throw Error(`This net has ${(0,c.zD)(t)} parameters; up to ${(0,c.zD)(2e4)} train smoothly.`);if(e>1e5)throw Error(`This net takes ${(0,c.zD)(e)} multiply-adds for an image; up to ${(0,c.zD)(1e5)} train smoothly.`);if("10"!==String(this.layers.at(-1).outShape))throw Error("The last layer gives a score for each of ten digits: end with FC(10).")}init(t){let e=new f(t);for(let{value:t,fanIn:s}of this.params){let i=s?Math.sqrt(2/s):0;for(let s=0;s<t.length;s++)t[s]=i&&i*e.normal()}}isSound(){return this.params.every(({value:t})=>t.every(Number.isFinite))}forward(t,e,s){let i=t;for(let t of this.layers)i=t.forward(i,e),s?.(t,i);return i}backward(t){let e=t;for(let t=this.layers.length-1;t>=0&&e;t--)e=this.layers[t].backward(e,t===this.first())}first(){return this.layers.findIndex(({params:t})=>t.length)}}function c$(t,e){let s=e.length,i=t.length/s,a=new Float64Array(t.length),r=[],n=0;for(let o=0;o<s;o++){let l=t.subarray(o*i,(o+1)*i),h=Math.max(...l),c=l.map(t=>Math.exp(t-h)),d=c.reduce((t,e)=>t+e,0);for(let t=0;t<i;t++)a[o*i+t]=(c[t]/d-(t===e[o]))/s;n-=(l[e[o]]-h-Math.log(d))/s,r.push(cM(l))}let o=r.filter((t,s)=>t===e[s]).length/s;return{loss:n,dscores:a,guesses:r,right:o}}let cM=t=>t.every(Number.isFinite)?t.indexOf(Math.max(...t)):-1,cA=["steps","loss","held_loss","accuracy","held_accuracy"];class cz{constructor(t){for(this.data=function(t,{seed:e,breakage:s}){let{pixels:i,labels:a,train:r}=cx(t),n=i.subarray(0,64*r),o=n.reduce((t,e)=>t+e,0)/n.length,l=Math.sqrt(n.reduce((t,e)=>t+(e-o)**2,0)/n.length),h=Float64Array.from(i,t=>"inputs"===s?17*t:(t-o)/l),c=a.subarray(0,r);return{size:64,train:h.subarray(0,64*r),trainLabels:"labels"===s?new f(3*e+cg).order(r).map(t=>c[t]):c,held:h.subarray(64*r),heldLabels:a.subarray(r)}}(t.digits,t),this.net=new ck(t.spec,cu),this.net.check(),"zeros"!==t.breakage&&this.net.init(3*t.seed+cm),this.dice=new f(3*t.seed+cf),this.queue=new Int32Array(0),this.steps=0,this.every=5,this.sound=!0,this.curves=Object.fromEntries(cA.map(t=>[t,[]])),this.due=["train","held"];this.due.length;)this.measure()}step(t){do this.work(t);while(this.due.length);return this.sound}work(t){this.due.length?this.measure():this.train(t)}train({rate:t,batch:e,optimizer:s,breakage:i}){let{size:a,train:r,trainLabels:n}=this.data,o=this.nextBatch(e),l=new Float64Array(o.length*a);o.forEach((t,e)=>l.set(r.subarray(t*a,(t+1)*a),e*a));let h=o.map(t=>n[t]);this.net.backward(c$(this.net.forward(l,o.length),h).dscores),this.rate="rate"===i?100*t:t,function(t,e,s){for(let i of t){let{value:t,grad:a}=i;i.velocity??=new Float64Array(t.length);let{velocity:r}=i;for(let i=0;i<t.length;i++)r[i]=s*r[i]+a[i],t[i]-=e*r[i]}}(this.net.params,this.rate,.9*("momentum"===s)),this.steps++,this.sound=this.net.isSound(),this.steps%this.every!=0&&this.sound||(this.due=["train","held"])}nextBatch(t){let e=this.data.trainLabels.length;this.queue.length<Math.min(t,e)&&(this.queue=this.dice.order(e));let s=this.queue.subarray(0,t);return this.queue=this.queue.subarray(t),s}measure(){let{train:t,trainLabels:e,held:s,heldLabels:i}=this.data;if("train"===this.due.shift()){this.ofTrain=this.score(t,e);return}let a=this.score(s,i),r=[this.steps,this.ofTrain.loss,a.loss,this.ofTrain.right,a.right];if(cA.forEach((t,e)=>this.curves[t].push(r[e])),!(this.curves.steps.length<=400)){for(let t of cA)this.curves[t]=this.curves[t].filter((t,e)=>e%2==0);this.every*=2}}score(t,e){let s=e.subarray(0,200),{loss:i,right:a}=c$(this.net.forward(t.subarray(0,s.length*this.data.size),s.length),s);return{loss:cC(i),right:a}}frame(t=0){let{size:e,held:s,heldLabels:i}=this.data,a=Math.min(80,i.length),r=this.net.forward(s.subarray(0,a*e),a),n=r.length/a;return{step:this.steps,sound:this.sound,classes:this.net.classes,curves:this.curves,filters:this.filters(),gradients:this.gradients(),guesses:Array.from({length:a},(t,e)=>cM(r.subarray(e*n,(e+1)*n))),inside:this.inside(Math.min(t,a-1))}}filters(){let{value:t,shape:e,layer:s}=this.net.params[0],i="FC"===s.word?s.inShape:s.filterShape;if(3!==i.length)return null;let a=Math.min(e[0],16);return cS(t.subarray(0,a*t.length/e[0]),[a,...i])}gradients(){let t=this.net.params.filter(({shape:t})=>t.length>1),e=t.map(({layer:t})=>t.word);return t.map(({grad:t,value:s,velocity:i},a)=>({name:cE(e,a),gradient:cL(t),weights:cL(s),update:i?cC(this.rate*cL(i)):0})).slice(0,8)}inside(t){let{size:e,held:s}=this.data,i=[],{layers:a}=this.net,r=this.net.forward(s.subarray(t*e,(t+1)*e),1,(t,e)=>{let s=a[a.indexOf(t)+1];if(t.outShape.length<3||"CONV"===t.word&&s?.word==="RELU")return;let[r,...n]=t.outShape,o=Math.min(r,16);i.push({name:t.word,...cS(e.subarray(0,o*e.length/r),[o,...n])})}),n=Math.max(...r),o=r.map(t=>Math.exp(t-n)),l=o.reduce((t,e)=>t+e,0);return{maps:i.slice(0,8),shares:Array.from(o,t=>cC(t/l))}}}let cE=(t,e)=>1===t.filter(s=>s===t[e]).length?t[e]:`${t[e]} ${t.slice(0,e+1).filter(s=>s===t[e]).length}`;function cS(t,e){let s=t.reduce((t,e)=>Math.max(t,Math.abs(e)),0),i=!(s>0&&s<1/0);return{shape:e,most:cC(s),levels:Uint8Array.from(t,t=>i?128:Math.min(Math.max(Math.floor(t/s*127+128.5),1),255)||1)}}let cL=t=>cC(Math.sqrt(t.reduce((t,e)=>t+e*e,0)/t.length)),cC=t=>Number.isFinite(t)?t:null,cO={rate:"the rate is 100 times as high",zeros:"all weights begin at 0",labels:"the labels to train on are shuffled",inputs:"pixels from 0 to 255 go in as they are"},cj=(...t)=>t.filter(Boolean).join(" "),cN=t=>null===t?"NaN":t<1e6?(0,c.ai)(t):"over a million",cP=t=>`${Math.floor(100*t+.5)}%`;function cT(t){if("record"===t.mode)return cF(t.record);if("kernel"===t.mode)return t.about;let e=t.digits.labels.length-t.digits.train;return cj(`A net, ${t.spec}, learns ${t.digits.train} handwritten digits of 8\xd78 pixels; ${e} are held out.`,`${"SGD"===t.optimizer?"SGD":"SGD with momentum"}, rate ${(0,c.ai)(t.rate)}, batch ${t.batch}, seed ${t.seed}.`,t.breakage?`Broken on purpose: ${cO[t.breakage]}.`:"")}let cF=({about:t,command:e,seed:s,machine:i})=>cj(`A recorded run. ${t}`,e&&`Made by “${e}”, seed ${s}, on ${i}.`),cI=({curves:t})=>Object.fromEntries(Object.entries(t).map(([t,e])=>[t,e.at(-1)]));function cD(t){let{loss:e,accuracy:s,held_accuracy:i}=cI(t),[a]=t.gradients,r=Math.log(t.classes);return t.sound?0===t.step?"start":0===a.weights?"zeros":0===a.gradient&&i<=.2?"dead":s>=.5&&i<=.2?"heart":i>=.9?"learnt":e>2*r?"high":t.step>=200&&s<=.2?"stuck":"learning":"nan"}function cW(t){let{loss:e,held_loss:s,accuracy:i,held_accuracy:a}=cI(t),r=t.classes,n=`Step ${(0,c.zD)(t.step)}`,o=`of the images to train on ${cP(i)} are guessed right, of those held out ${cP(a)}`;if(!t.sound)return`${n}: the loss is no number any more (NaN), and no image is guessed.`;if(null===e||null===s)return`${n}: ${o}. The loss is too large for a number.`;let l=`The loss is ${cN(e)} and ${cN(s)}`,h=`who guesses blindly has ln ${r}, ${(0,c.ai)(Math.log(r))}`;return t.step?`${n}: ${o}. ${l}.`:`${n}: ${o}. ${l}; ${h}.`}function cR(t,e){let s=cD(e),i="page"===t.mode?t.breakage:"";return"nan"===s?cj("The steps were too long: each jumped over the valley to where it is steeper, so the next was longer still, until the weights were no numbers any more. Nothing can be learnt from here: start again with a lower rate.","inputs"===i?"Inputs a hundred times as large make such gradients.":""):"start"===s?"":"zeros"===s?"The weights are all 0 still: every neuron gives 0, so no gradient reaches a weight, and all neurons of a layer are the same. Only the biases of the last layer move. Small random numbers break the tie.":"dead"===s?cj("inputs"===i?"Inputs from 0 to 255 gave scores in the hundreds, and first steps as large.":"A step was far too long.","Now all ReLUs of a layer give 0 for every image, and what gives 0 passes no gradient on: the layers below get none and will not wake up. Start again."):"heart"===s?"The images to train on are learnt by heart, one by one, and those held out are guessed blindly. A low training loss alone says nothing.":"labels"===i?"There is no rule to find in shuffled labels. Let it run fast for some thousand steps: what is left is to learn each image by heart.":"zeros"===i?"It learns from zeros all the same: of one layer alone, the gradient needs only the inputs. With a layer above, zeros are a trap.":"rate"===i?cj("Each step jumps over the valley: look how the loss jumps.","high"===s?"It is far above that of blind guessing.":"This net has not broken yet."):"inputs"===i?`The loss began at ${cN(e.curves.loss[0])}, since inputs a hundred times as large make such scores and such steps: the curves jump.`:"high"===s?"The loss is far above that of blind guessing: the rate is too high.":"stuck"===s?"Next to nothing is learnt. Is the rate too low, or was it too high before?":""}let cB=(t,e)=>`${t}${/^([aeio]|8)/.test(e)?"n":""} ${e}`;function cH({labels:t,classes:e},{guesses:s},i,a=null){let r=s[i],n=a?.[r],o=cB("A",e[t[i]]);if(-1===r)return`${o}; no guess.`;let l=null==n?"":`, at ${cP(n)}`;return r===t[i]?`${o}, guessed right${l}.`:`${o}, taken for ${cB("a",e[r])}${l}.`}class cK{constructor(t,e){Object.assign(this,{key:t,wide:340}),this.grid=r("g",{class:"cs-th-grid"}),this.blind=r("path",{class:"cs-th-blind"}),this.train=r("path",{class:"cs-th-train"}),this.held=r("path",{class:"cs-th-held"}),this.labels=r("g",{class:"cs-th-labels"}),this.drawing=r("svg",{"aria-hidden":"true"},this.grid,this.blind,this.held,this.train,this.labels),this.values=i("span",{class:"cs-th-values"}),this.node=i("div",{class:"cs-th-chart"},i("p",{},i("b",{},e),this.values),this.drawing)}show(t){this.frame=t;let{curves:e,classes:s}=t,i="loss"===this.key,r=e[this.key],n=e[`held_${this.key}`],o=i?Math.log(s):1/s,l=[...r,...n].filter(t=>null!==t&&t<=8);this.top=i?Math.max(3,Math.ceil(Math.max(...l,1.2*o))):1,this.beyond=[...r,...n].some(t=>t>this.top),this.last=t.until||Math.max(60,e.steps.at(-1)),this.drawing.setAttribute("viewBox",`0 0 ${this.wide} 172`),this.drawing.setAttribute("width",this.wide),this.drawing.setAttribute("height",172),this.drawGrid(i);let h=this.y(o).toFixed(1);this.blind.setAttribute("d",`M42 ${h}H${this.wide-12}`),this.train.setAttribute("d",this.line(e.steps,r)),this.held.setAttribute("d",this.line(e.steps,n));let c=i?cN:t=>`${Math.round(100*t)}%`;a(this.values,`training ${c(r.at(-1))}, held out ${c(n.at(-1))}`)}drawGrid(t){let e=t?[0,this.top/2,this.top]:[0,.5,1],s=[0,this.last/2,this.last].map(Math.round),i=`${e} ${s} ${this.wide} ${this.beyond}`;if(i===this.drawn)return;this.drawn=i;let a=e.map(t=>r("path",{d:`M42 ${this.y(t)}H${this.wide-12}`})),n=t=>`${this.beyond&&t===this.top?"≥ ":""}${(0,c.ai)(t)}`,o=e.map(e=>r("text",{x:36,y:this.y(e)+4,"text-anchor":"end"},t?n(e):`${100*e}%`)),l=s.map((t,e)=>r("text",{x:this.x(t),y:165,"text-anchor":["start","middle","end"][e]},2===e?`${(0,c.zD)(t)} steps`:(0,c.zD)(t)));this.grid.replaceChildren(...a,...o,...l)}x(t){return 42+t/this.last*(this.wide-42-12)}y(t){return 10+(1-Math.min(t/this.top,1))*138}line(t,e){let s="M";return t.map((t,i)=>{if(null===e[i])return s="M","";let a=`${s}${this.x(t).toFixed(1)} ${this.y(e[i]).toFixed(1)}`;return s="L",a}).join("")}fit(t){t!==this.wide&&(this.wide=t,this.frame&&this.show(this.frame))}}let cU=[-5,-4,-3,-2,-1,0,1].flatMap(t=>[1,2,5].map(e=>Number(`${e}e${t}`)));cU.push(100);let cq=[["slow","slow"],["steady","steady"],["fast","fast"]],c_=[["SGD","SGD"],["momentum","momentum"]],cG=[8,32,128].map(t=>[String(t),String(t)]),cV=[["rate","Rate \xd7 100"],["zeros","Weights all 0"],["labels","Labels shuffled"],["inputs","Pixels as they are"]],cY=(t,e,s,a="")=>i("button",{type:"button",class:`cs-button ${a}`,onclick:s},e?n(e):null,i("span",{},t));class cX{constructor(t){let e=h("rate");this.field=i("input",{id:e,type:"range",min:0,max:cU.length-1,step:1,class:"cs-th-slider",oninput:()=>t(cU[Number(this.field.value)])}),this.value=i("output",{for:e}),this.node=i("div",{class:"cs-th-rate"},i("label",{for:e},"Rate"),this.field,this.value)}show(t,e){let s=cU.reduce((e,s,i)=>Math.abs(Math.log(s/t))<Math.abs(Math.log(cU[e]/t))?i:e,0);Number(this.field.value)!==s&&(this.field.value=s);let i="rate"===e?`${(0,c.ai)(t)} \xd7 100 = ${(0,c.ai)(Number((100*t).toPrecision(3)))}`:(0,c.ai)(t);this.field.setAttribute("aria-valuetext",i),a(this.value,i)}}class cJ{constructor(t){let e=h("step");this.field=i("input",{id:e,type:"range",min:0,step:1,class:"cs-th-slider",oninput:()=>t(Number(this.field.value))}),this.value=i("output",{for:e}),this.node=i("div",{class:"cs-th-rate cs-th-scrubber"},i("label",{for:e},"Step"),this.field,this.value)}show(t,e){this.field.max=t.length-1,Number(this.field.value)!==e&&(this.field.value=e);let s=(0,c.zD)(t[e].step);this.field.setAttribute("aria-valuetext",`step ${s}`),a(this.value,s)}}class cZ{constructor(t,e){let s=e=>s=>t.change({[e]:s});this.play=cY("Play",sr,t.toggle,"cs-play"),this.stepper=cY("Step",so,t.step),this.reset=cY("Start again",null,t.reset),this.pace=eX("Pace",cq,s("pace"));let a=Object.entries(e).map(([t,e])=>[e,t]);this.net=eX("Net",a,s("spec")),this.spec=i("code",{class:"cs-th-spec"}),this.rate=new cX(s("rate")),this.optimizer=eX("Optimiser",c_,s("optimizer")),this.batch=eX("Batch",cG,e=>t.change({batch:Number(e)})),this.seed=ta(["seed","seed",0,999,"s"],(e,s)=>t.change({seed:s})),this.scrubber=new cJ(t.go),this.breakers=cV.map(([e,s])=>Object.assign(cY(s,null,()=>t.change({breakage:this.breakage===e?"":e})),{breakage:e}));let r=(t,...e)=>i("div",{class:"cs-th-group"},i("span",{class:"cs-th-label"},t),e);this.groups={net:r("Net",this.net.node),rate:this.rate.node,optimizer:r("by",this.optimizer.node),batch:r("batch",this.batch.node),pace:r("Pace",this.pace.node),seed:i("div",{class:"cs-th-seed"},this.seed.node)},this.breaking=i("div",{class:"cs-th-breaking",role:"group","aria-label":"Break it on purpose"},i("span",{class:"cs-th-label"},"Break it on purpose"),this.breakers);let{net:n,rate:o,optimizer:l,batch:h,pace:c,seed:d}=this.groups;this.node=i("div",{class:"cs-th-controls"},i("div",{class:"cs-th-line cs-th-player"},this.play,this.stepper,this.reset,c,d,this.scrubber.node),i("div",{class:"cs-th-line cs-th-net"},n,this.spec),i("div",{class:"cs-th-line"},o,l,h),this.breaking)}show(t,{playing:e,over:s},i){let r="page"===t.mode,n={net:!r,optimizer:!r,seed:!r,pace:!r,rate:"record"===t.mode,batch:!r};for(let[t,e]of Object.entries(this.groups))e.hidden=n[t]||!i(t);for(let n of(this.spec.hidden=!r,this.breaking.hidden=!r||!i("breakage"),this.scrubber.node.hidden="record"!==t.mode,this.showPlaying(e,s),this.pace.show(t.pace),this.net.show(t.spec),a(this.spec,t.spec),this.rate.show(t.rate,t.breakage),this.optimizer.show(t.optimizer),this.batch.show(String(t.batch)),this.seed.show(t.seed),this.breakage=t.breakage,this.breakers))n.setAttribute("aria-pressed",String(n.breakage===t.breakage));"record"===t.mode&&this.scrubber.show(t.record.frames,Math.min(t.at,t.record.frames.length-1))}showPlaying(t,e){let s=t?"Pause":"Play";for(let a of(this.play.textContent!==s&&this.play.replaceChildren(n(t?sn:sr),i("span",{},s)),[this.play,this.stepper]))a.setAttribute("aria-disabled",String(e))}}class cQ{constructor(t,e=!1){this.greyZero=e,this.node=i("div",{class:`cs-th-strip cs-th-${t}`})}show({shape:t,levels:e}){let[s,...a]=t,[r,n]=a.slice(-2),o=3===a.length?a[0]:1;for(;this.node.childElementCount>s;)this.node.lastChild.remove();for(;this.node.childElementCount<s;)this.node.append(i("canvas",{"aria-hidden":"true"}));let l=!this.greyZero&&e.every(t=>t>=128)?t=>2*(t-128):t=>t,h=o*r*n;[...this.node.children].forEach((t,s)=>c0(t,e.subarray(s*h,(s+1)*h),[o,r,n],l))}}function c0(t,e,[s,i,a],r=t=>t){(t.width!==a||t.height!==i)&&Object.assign(t,{width:a,height:i});let n=t.getContext("2d"),o=n.createImageData(a,i);for(let t=0;t<i*a;t++){for(let n=0;n<3;n++)o.data[4*t+n]=r(e[(3===s?n:0)*i*a+t]);o.data[4*t+3]=255}n.putImageData(o,0,0)}class c1{constructor(){this.filterTitle=i("p",{class:"cs-th-title"}),this.filters=new cQ("filters",!0),this.gradientTitle=i("p",{class:"cs-th-title"},"Gradients, and steps in % of the weights"),this.gradients=i("ul",{class:"cs-th-gradients"}),this.imageTitle=i("p",{class:"cs-th-title"}),this.image=i("canvas",{class:"cs-th-big","aria-hidden":"true"}),this.maps=i("div",{class:"cs-th-maps"}),this.shares=i("ul",{class:"cs-th-shares"}),this.look=i("div",{class:"cs-th-look"},this.imageTitle,i("div",{class:"cs-th-path"},this.image,this.maps),this.shares),this.rest=i("div",{class:"cs-th-learnt"},this.filterTitle,this.filters.node,this.gradientTitle,this.gradients),this.strips=[]}show(t,e,s){this.showFilters(t),this.showGradients(t.gradients),this.showImage(t,e,s)}showFilters({filters:t}){if(this.filterTitle.hidden=this.filters.node.hidden=!t,!t)return;let e=t.shape.slice(-2).reverse().join("\xd7");a(this.filterTitle,`${t.shape[0]} filters of the first layer, ${e}`),this.filters.show(t)}showGradients(t){for(;this.gradients.childElementCount>t.length;)this.gradients.lastChild.remove();for(;this.gradients.childElementCount<t.length;)this.gradients.append(c4(i("span",{class:"cs-th-words"})));t.forEach(({name:t,gradient:e,weights:s,update:i},r)=>{let[n,o,l,h]=this.gradients.children[r].children;a(n,t);let d=e?Math.log10(e):-6,p=null===e?1:Math.min(Math.max((d- -6)/7,0),1);o.firstChild.style.width=`${(100*p).toFixed(1)}%`,a(l,null===e?"NaN":(0,c.ai)(Number(e.toPrecision(2)))),a(h,s&&null!==i?c2(i/s):"–")})}showImage(t,e,s){let[,...i]=e.shape,r=i.reduce((t,e)=>t*e,1),n="string"==typeof e.pixels?cw(e.pixels):e.pixels,o=3===i.length?i:[1,...i];if(c0(this.image,n.subarray(s*r,(s+1)*r),o),a(this.imageTitle,cH(e,t,s,t.inside?.shares)),this.maps.hidden=this.shares.hidden=!t.inside,!t.inside)return;let{maps:l,shares:h}=t.inside;for(;this.strips.length>l.length;)this.strips.pop().row.remove();for(;this.strips.length<l.length;)this.strips.push(this.makeStrip());l.forEach((t,e)=>{let{title:s,strip:i}=this.strips[e],[r,...n]=t.shape;a(s,`${t.name} ${[...n].reverse().join("\xd7")}\xd7${r}`),i.show(t)}),this.showShares(h,e,e.labels[s])}makeStrip(){let t=i("span",{class:"cs-th-name"}),e=new cQ("map"),s=i("div",{class:"cs-th-map-row"},t,e.node);return this.maps.append(s),{title:t,strip:e,row:s}}showShares(t,{classes:e},s){for(;this.shares.childElementCount>t.length;)this.shares.lastChild.remove();for(;this.shares.childElementCount<t.length;)this.shares.append(c4());t.forEach((t,i)=>{let[r,n,o]=this.shares.children[i].children;this.shares.children[i].classList.toggle("cs-th-right",i===s),a(r,`${e[i]}${i===s?" ✓":""}`),n.firstChild.style.width=`${(100*(t??0)).toFixed(1)}%`,a(o,null===t?"–":`${Math.round(100*t)}%`)})}}let c2=t=>t>0&&t<1e-5?"< 0.001%":`${(0,c.ai)(Number((100*t).toPrecision(2)))}%`,c4=(t=null)=>i("li",{},i("span",{class:"cs-th-name"}),i("span",{class:"cs-th-bar-room","aria-hidden":"true"},i("i",{})),i("span",{class:"cs-th-words"}),t),c3={slow:4,steady:30,fast:1/0};class c5{constructor(t,e){Object.assign(this,{read:t,show:e,playing:!1}),this.calm=matchMedia("(prefers-reduced-motion: reduce)"),this.reset()}get over(){return!this.run.sound||this.run.steps>=5e4}reset(){this.run=new cz(this.read())}frame(t){return this.run.frame(t)}play(){this.playing||this.over||(this.playing=!0,this.owed=1,this.last=this.drawn=performance.now(),this.next=requestAnimationFrame(()=>this.slice()))}pause(){cancelAnimationFrame(this.next),this.playing=!1,this.finish()}step(){this.over||this.run.step(this.read())}finish(){for(;this.run.due.length;)this.run.measure()}slice(){let t=performance.now();t-this.drawn>=(this.calm.matches?700:100)?(this.drawn=t,this.show()):this.work(t),this.over&&!this.run.due.length?(this.pause(),this.show()):this.next=requestAnimationFrame(()=>this.slice())}work(t){let e=this.read();for(this.owed=Math.min(this.owed+(t-this.last)/1e3*c3[e.pace],1e3),this.last=t;(this.run.due.length||this.owed>=1&&!this.over)&&(!this.run.due.length&&this.owed--,this.run.work(e),!(performance.now()-t>8)););}destroy(){cancelAnimationFrame(this.next)}}class c6{constructor(t,e,s){Object.assign(this,{read:t,ask:e,complain:s})}get playing(){return this.read().running}get over(){return!this.read().frame.sound}frame(){return c7(this.read().frame)}play(){this.send("play")}pause(){this.send("pause")}step(){this.send("step")}reset(){this.send("reset")}send(t){let e=this.ask(t);clearTimeout(this.waiting),this.waiting=setTimeout(()=>this.read().answered<e&&this.complain(),4e3)}destroy(){clearTimeout(this.waiting)}}class c8{constructor(t,e){Object.assign(this,{read:t,go:e,timer:null}),this.calm=matchMedia("(prefers-reduced-motion: reduce)")}get frames(){return this.read().record.frames}get at(){return Math.min(this.read().at,this.frames.length-1)}get playing(){return null!==this.timer}get over(){return!1}frame(){let t=this.frames[this.at],{curves:e}=this.read().record,s=Math.max(e.steps.filter(e=>e<=t.step).length,1),i=Object.entries(e).map(([t,e])=>[t,e.slice(0,s)]);return c7({...t,curves:Object.fromEntries(i),inside:null,until:this.frames.at(-1).step})}play(){this.at===this.frames.length-1&&this.go(0),this.timer=setInterval(()=>{this.at+1>=this.frames.length-1&&this.pause(),this.go(Math.min(this.at+1,this.frames.length-1))},this.calm.matches?1050:350)}pause(){clearInterval(this.timer),this.timer=null}step(){this.go(Math.min(this.at+1,this.frames.length-1))}reset(){this.go(0)}destroy(){this.pause()}}function c7(t){let e=t=>t&&{...t,levels:cw(t.levels)},s=t.inside&&{...t.inside,maps:t.inside.maps.map(e)};return{...t,filters:e(t.filters),inside:s}}class c9{constructor(t){this.choose=t,this.title=i("p",{class:"cs-th-title"}),this.grid=i("div",{class:"cs-th-wall",role:"grid","aria-label":"Held-out images"}),this.grid.addEventListener("keydown",t=>{let e=this.roving?.key(t);e&&this.roving.cell(e)&&this.pick(e,!0)}),this.key=i("p",{class:"cs-th-note"}),this.node=i("div",{class:"cs-th-wall-part"},this.title,this.grid,this.key)}build(t){this.wall=t;let{classes:e,labels:s}=t;this.columns=Math.min(e.length,10);let[a,...r]=t.shape,n=r.reduce((t,e)=>t*e,1),o="string"==typeof t.pixels?cw(t.pixels):t.pixels,[l,h,c]=3===r.length?r:[1,...r];this.cells=Array.from({length:a},(t,e)=>{let s=i("canvas",{"aria-hidden":"true"});c0(s,o.subarray(e*n,(e+1)*n),[l,h,c]);let a=i("span",{class:"cs-th-badge","aria-hidden":"true"}),r=[0,Math.floor(e/this.columns),e%this.columns],d=i("div",{class:"cs-th-image",role:"gridcell",tabindex:"-1"},s,a);return d.addEventListener("click",()=>this.pick(r,!0)),Object.assign(d,{badge:a})});let d=[];for(let t=0;t<a;t+=this.columns)d.push(this.cells.slice(t,t+this.columns));this.grid.style.setProperty("--columns",this.columns),this.grid.replaceChildren(...d.map(t=>i("div",{class:"cs-th-row",role:"row"},t))),this.short=e.map(t=>t.length>4?t.slice(0,4):t),this.frame={guesses:s.map(()=>-1)},this.roving=new sV([d],t=>cH(this.wall,this.frame,this.numberOf(t))),this.sorted=e.length<=10&&a>=e.length}numberOf([,t,e]){return t*this.columns+e}pick(t,e){this.roving.point(t,e),this.choose(this.numberOf(t))}show(t,e){this.frame=t;let{labels:s}=this.wall;this.cells.forEach((i,r)=>{let n=t.guesses[r],o=n===s[r];i.classList.toggle("cs-th-wrong",!o),i.classList.toggle("cs-th-chosen",r===e),i.setAttribute("aria-selected",String(r===e)),a(i.badge,o?"":-1===n?"?":this.short[n]),0!==i.tabIndex&&i.setAttribute("aria-label",cH(this.wall,t,r))}),this.roving.point([0,Math.floor(e/this.columns),e%this.columns]),a(this.title,function({labels:t},{guesses:e}){let s=t.filter((t,s)=>e[s]!==t).length;return`${(0,c.LS)(t.length,"held-out image")}, ${s||"none"} guessed wrong`}(this.wall,t));let i=this.sorted?"Each column is one class.":"",r=t.inside?"Choose an image to look into the net.":"";a(this.key,[i,"A frame marks a wrong guess, its label says what was guessed.",r].filter(Boolean).join(" "))}}let dt=["mode","spec","rate","optimizer","batch","seed","breakage","pace","chosen","at"],de=["digits","record","about","wall","frame","running","command","answered","problem","reached"],ds=["spec","seed","breakage","digits"],di=(t,e)=>i("span",{class:"cs-th-key"},i("i",{class:t,"aria-hidden":"true"}),e),da=p(class extends u{constructor(t,e){super(t,e,[...dt,...de,"presets","knobs"],t=>{let e;return e=this.frame,cj(cT(t),cW(e),cR(t,e))});let s=this.read(),i=()=>this.read();this.driver=({page:()=>new c5(i,()=>this.showRun()),kernel:()=>new c6(i,t=>this.ask(t),()=>this.complain("The kernel doesn’t answer. It is busy with a cell, or it is not the one any more that has this net: then run the cell again.")),record:()=>new c8(i,t=>this.change({at:t}))})[s.mode](),this.shown=s,this.build(s),this.update(),this.follow()}build(t){this.controls=new cZ({toggle:()=>this.toggle(),step:()=>this.act(()=>this.driver.step()),reset:()=>this.restart(),change:t=>this.change(t),go:t=>this.act(()=>this.change({at:t}))},t.presets),this.loss=new cK("loss","Loss"),this.accuracy=new cK("accuracy","Guessed right"),this.inside=new c1,this.wall=new c9(t=>this.change({chosen:t})),Object.assign(this,{about:i("p",{class:"cs-th-about"}),sentence:i("p",{class:"cs-sentence"}),remark:i("p",{class:"cs-th-remark"}),problem:i("p",{class:"cs-th-problem",hidden:!0})}),this.picture={fit:t=>this.fitCharts(t)},this.size=!0,this.open("theatre","Training theatre",this.controls.node,i("div",{class:"cs-th-said"},this.about,this.sentence,this.problem,this.remark),i("div",{class:"cs-th-charts"},this.loss.node,this.accuracy.node),i("p",{class:"cs-th-legend"},di("cs-th-train","images to train on"),di("cs-th-held","held out"),di("cs-th-blind","blind guessing")),i("div",{class:"cs-th-stage"},this.wall.node,i("div",{class:"cs-th-inside"},this.inside.look,this.inside.rest)))}toggle(){this.act(()=>this.driver.playing?this.driver.pause():this.driver.play(),!0)}act(t,e=!1){if(this.driver.over&&"record"!==this.shown.mode)return this.announce(this.story());!e&&this.driver.playing&&this.driver.pause(),this.complain(""),t(),this.showRun()}restart(){this.driver.playing&&this.driver.pause(),this.complain(""),this.driver.reset(),this.forget(),this.showRun()}begin(){try{this.driver.reset()}catch(t){return(0,c.x8)(t.message)}return this.forget(),""}forget(){"page"===this.shown.mode&&(this.model.set("reached",[]),this.model.save_changes())}ask(t){let e=Math.max(this.model.get("answered"),this.model.get("command").n??0)+1;return this.model.set("command",{n:e,do:t}),this.model.save_changes(),e}complain(t){this.complaint=t,this.showProblem()}update(){this.queued=!1;let t=this.read();if("page"===t.mode&&ds.some(e=>t[e]!==this.shown[e])){let t=this.driver.playing;t&&this.driver.pause(),this.complaint=this.begin(),t&&this.driver.play()}t.answered!==this.shown.answered&&(this.complaint=""),this.shown=t,this.showRun()}showRun(){let t=this.read(),e="page"===t.mode?t.digits:"kernel"===t.mode?t.wall:t.record.wall;e!==this.hung&&(this.hung=e,this.wall.build("page"===t.mode?function(t){let{pixels:e,labels:s,train:i}=cx(t),a=e.subarray(64*i,(i+80)*64);return{shape:[80,...cu],pixels:a.map(t=>17*t),labels:[...s.subarray(i,i+80)],classes:Array.from({length:10},(t,e)=>String(e))}}(t.digits):e));let s=Math.min(t.chosen,this.wall.cells.length-1);this.frame=this.driver.frame(s),this.controls.show(t,this.driver,t=>this.hasKnob(t)),this.loss.show(this.frame),this.accuracy.show(this.frame),this.wall.show(this.frame,s),this.inside.show(this.frame,this.wall.wall,s),this.showProblem(),this.showWords(t)}showProblem(){let t=this.model.get("problem")||this.complaint||"";this.problem.hidden=!t,t!==this.problem.textContent&&t&&this.announce(t),a(this.problem,t)}showWords(t){this.about.hidden="page"===t.mode,"page"!==t.mode&&a(this.about,cT(t)),a(this.sentence,cW(this.frame)),a(this.remark,cR(t,this.frame));let e=cD(this.frame),s=this.model.get("reached");"page"!==t.mode||s.includes(e)||(this.model.set("reached",[...s,e]),this.model.save_changes()),this.showDescription(t);let i=this.showTask(this.facts(t));this.driver.playing?(e!==this.told||i)&&super.announce(this.story()+i):this.watch&&this.announce(this.story()+i),this.told=e}story(){let{mode:t}=this.shown;return["page"===t?"":cT(this.shown),cW(this.frame),cR(this.shown,this.frame)].filter(Boolean).join(" ")}facts(t){let e=this.model.get("reached"),{spec:s,rate:i,optimizer:a,batch:r,seed:n,breakage:o,chosen:l}=t;return{spec:s,rate:i,optimizer:a,batch:r,seed:n,breakage:o,chosen:l,...Object.fromEntries(["learnt","heart","nan","dead","zeros","high","stuck"].map(t=>[t,e.includes(t)]))}}fitCharts(t){let e=t>=620?Math.floor((t-16)/2):t;for(let t of[this.loss,this.accuracy])t.fit(e)}destroy(){this.driver.destroy(),super.destroy()}});var dr=s(61),dn={};dn.styleTagTransform=te(),dn.setAttributes=J(),dn.insert=Y().bind(null,"head"),dn.domAPI=G(),dn.insertStyleElement=Q(),q()(dr.A,dn),dr.A&&dr.A.locals&&dr.A.locals;let dl=[0,15,30],dh=[4,1.2],dc=[5,3.2],dd=[1,1.2,1.5,2,2.5,3,4,5,6,8],dp=[-3,-2,-1,0].flatMap(t=>dd.map(e=>Number(`${e}e${t}`))).filter(t=>t<=5),du={SGD:(t,e,s)=>t-s*e,momentum:(t,e,s,i)=>(i.v=.9*i.v+e,t-s*i.v),Nesterov:(t,e,s,i)=>(i.v=.9*i.v+e,t-s*(e+.9*i.v)),Adagrad:(t,e,s,i)=>(i.v+=e*e,t-s*e/(Math.sqrt(i.v)+1e-10)),RMSProp:(t,e,s,i)=>(i.v=.99*i.v+(1-.99)*e*e,t-s*e/(Math.sqrt(i.v)+1e-8)),Adam:(t,e,s,i,a)=>(i.m=.9*i.m+(1-.9)*e,i.v=.999*i.v+(1-.999)*e*e,t-s*(i.m/(1-.9**a))/(Math.sqrt(i.v/(1-.999**a))+1e-8))},dm=Object.keys(du);function df(t){let e=t*Math.PI/180;return[Math.cos(e),Math.sin(e)]}function dg([t,e],s){let[i,a]=df(s);return[i*t-a*e,a*t+i*e]}let dw=t=>t.shown.split(", ").filter(t=>dm.includes(t)),dx={};function db({rate:t,turn:e,begin:s}){let i=`${t} ${e} ${s}`;return dx.key!==i&&(dx={key:i,walks:Object.fromEntries(dm.map(i=>[i,function(t,{rate:e,turn:s,begin:i}){let a=du[t],r=function(t){let[e,s]=df(t),i=e*e+40*s*s,a=-(e*s*39),r=s*s+40*e*e;return([t,e])=>[i*t+a*e,a*t+r*e]}(s),n=[0,1].map(()=>({m:0,v:0})),o=dg(i,s),l=[o];for(let t=1;t<=100;t++){let s=r(o);o=o.map((i,r)=>a(i,s[r],e,n[r],t)),l.push(o)}let h=l.map(([t,e])=>Math.hypot(t,e)),c=h.findLastIndex(t=>!(t<.1))+1;return{places:l,distances:h,arrived:c<=100?c:null}}(i,{rate:t,turn:e,begin:s})]))}),dx.walks}function dv({rate:t,turn:e,begin:s,step:i,shown:a}){let r=2===s.length&&s.every((t,e)=>Math.abs(t)<=dh[e]),n=t>=.001&&t<=5&&dl.includes(e)&&i>=0&&i<=100,o=a.split(", ").every(t=>!t||dm.includes(t));return r&&n&&o?"":"This valley has no such rate, turn, step, start or rule."}function dy({arrived:t,distances:e},s){return dk(t,s)?0===t?"at the start already":`arrived after ${(0,c.LS)(t,"step")}`:e[s]>2*e[0]?"flies off":`${(0,c.ai)(e[s])} away`}let dk=(t,e)=>null!==t&&t<=e;function d$(t){let e=dw(t),s=db(t),i=`Rate ${(0,c.ai)(t.rate)}, after ${(0,c.LS)(t.step,"step")}: `;if(!e.length)return`${i}no rule is chosen.`;if(1===e.length){var a;return`${i}${e[0]} ${"flies off"===(a=dy(s[e[0]],t.step))?a:`${a.startsWith("arrived")?"has":"is"} ${a}`}.`}let r=e.filter(e=>dk(s[e].arrived,t.step)).length;return`${i}${r||"none"} of ${e.length} ${1===r?"has":"have"} arrived.`}function dM(t){let e=t.turn?`, turned by ${t.turn}\xb0`:"",[s,i]=t.begin.map(t=>(0,c.ai)(Math.abs(t))),a=`A valley 40 times as steep across as along${e}. The walks start ${s} along it and ${i} across from the lowest point. ${d$(t)}`,r=dw(t);if(r.length<2)return a;let n=db(t);return`${a} ${r.map(e=>`${e}: ${dy(n[e],t.step)}`).join("; ")}.`}let[dA,dz]=dc.map(t=>2*t*64),dE=[.5,2,5,10,17,26,37,50,70,95,125,160,200],dS={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,1],ArrowDown:[0,-1]};class dL{constructor(t){this.move=t,this.heights=r("g",{class:"cs-heights"},dE.map(t=>r("ellipse",{rx:64*Math.sqrt(2*t),ry:64*Math.sqrt(2*t/40)}))),this.walks=Object.fromEntries(dm.map(t=>[t,{line:r("polyline",{class:`cs-walk cs-rule-${t}`}),dots:r("path",{class:`cs-steps cs-rule-${t}`}),end:r("circle",{class:`cs-end cs-rule-${t}`,r:5.5})}])),this.begin=r("circle",{class:"cs-start",r:9});let e=r("path",{class:"cs-cross",d:"M-8 0H8M0 -8V8"}),s=r("circle",{class:"cs-goal",r:6.4}),a=r("svg",{viewBox:`${-dA/2} ${-dz/2} ${dA} ${dz}`,"aria-hidden":"true"},this.heights,s,Object.values(this.walks).map(({line:t,dots:e})=>[t,e]),e,Object.values(this.walks).map(({end:t})=>t),this.begin);this.node=i("div",{class:"cs-land",role:"application",tabindex:"0"},a),this.listen()}listen(){this.node.addEventListener("pointerdown",t=>{this.movable&&(this.node.setPointerCapture(t.pointerId),this.take(this.at(t)),this.node.focus({preventScroll:!0}),t.preventDefault())}),this.node.addEventListener("pointermove",t=>{this.node.hasPointerCapture(t.pointerId)&&this.take(this.at(t))}),this.node.addEventListener("keydown",t=>{let e=dS[t.key];if(!e||!this.movable||t.altKey||t.ctrlKey||t.metaKey)return;let s=.1*(t.shiftKey?5:1);this.take(this.s.begin.map((t,i)=>t+s*e[i])),t.preventDefault()})}at({clientX:t,clientY:e}){let s=this.node.getBoundingClientRect(),i=dA/s.width/64;return dg([t-s.left-s.width/2,s.top+s.height/2-e].map(t=>t*i),-this.s.turn)}take(t){this.move(t.map((t,e)=>Math.round(100*Math.min(Math.max(t,-dh[e]),dh[e]))/100))}show(t,e,s,i){Object.assign(this,{s:t,movable:i}),this.heights.setAttribute("transform",`rotate(${-t.turn})`);let a=t=>t.map(t=>64*Math.min(Math.max(t,-99),99));for(let[i,{line:r,dots:n,end:o}]of Object.entries(this.walks)){let l=s.includes(i);for(let t of[r,n,o])t.classList.toggle("cs-none",!l);if(!l)continue;let h=e[i].places.slice(0,Math.min(t.step,function({places:t,distances:e}){return e[100]<=2*e[0]?100:t.findIndex(([t,e])=>Math.abs(t)>dc[0]||Math.abs(e)>dc[1])}(e[i]))+1).map(t=>{let[e,s]=a(t);return`${e.toFixed(1)} ${(-s).toFixed(1)}`});r.setAttribute("points",h.join(" ")),n.setAttribute("d",h.map(t=>`M${t}h0`).join(""));let[c,d]=h.at(-1).split(" ");o.setAttribute("cx",c),o.setAttribute("cy",d)}let[r,n]=dg(t.begin,t.turn);this.begin.setAttribute("cx",64*r),this.begin.setAttribute("cy",-(64*n)),this.node.classList.toggle("cs-movable",i);let o=i?" Arrow keys move it, with Shift further.":"",[l,h]=t.begin.map(t=>String(t).replace("-","−"));this.node.setAttribute("aria-label",`Valley. Start: ${l} along, ${h} across.${o}`)}}let dC=p(class extends u{constructor(t,e){super(t,e,["shown","begin","rate","turn","step","knobs"],dM);let s=dv(this.read());if(s)throw Error(s);this.first=this.read(),this.picture=new dL(t=>this.move(t)),this.sentence=i("p",{class:"cs-sentence"}),this.rows=Object.fromEntries(dm.map(t=>[t,this.row(t)]));let a=i("div",{class:"cs-rules",role:"group","aria-label":"Rules"},dm.map(t=>this.rows[t].node)),r=i("div",{class:"cs-below"},this.sentence,a);this.open("valley","Valley",this.buildBar(),this.picture.node,this.buildWalk(),r),this.update()}buildBar(){this.rate=m("rate",dp.length-1,t=>this.change({rate:dp[t]})),this.turns=eX("The valley",dl.map(t=>[String(t),t?`turned ${t}\xb0`:"straight"]),t=>this.change({turn:Number(t)}));let t=i("button",{type:"button",class:"cs-button cs-reset",onclick:()=>this.restart()},"Reset");return i("div",{class:"cs-options"},this.rate.node,this.turns.node,t)}buildWalk(){return this.steps=m("steps",100,t=>{this.pause(),this.change({step:t})}),this.play=i("button",{type:"button",class:"cs-button",onclick:()=>this.toggle()}),i("div",{class:"cs-options cs-playing"},this.play,this.steps.node)}row(t){let e=i("input",{type:"checkbox",onchange:()=>this.choose(t,e.checked)}),s=i("span",{class:"cs-outcome"}),a=i("label",{class:"cs-rule"},e,r("svg",{class:"cs-sample",viewBox:"0 0 40 10","aria-hidden":"true"},r("path",{class:`cs-walk cs-rule-${t}`,d:"M2 5H38"})),i("b",{},t),s);return{field:e,where:s,node:a}}move(t){String(t)!==String(this.model.get("begin"))&&this.change({begin:t})}choose(t,e){let s=dw(this.read()).filter(e=>e!==t);this.change({shown:dm.filter(i=>s.includes(i)||e&&i===t).join(", ")})}restart(){this.pause();let{shown:t,begin:e,rate:s,turn:i,step:a}=this.first;this.change({shown:t,begin:e,rate:s,turn:i,step:a})}toggle(){if(this.timer)return this.pause();100===this.model.get("step")&&this.change({step:0});let t=matchMedia("(prefers-reduced-motion: reduce)").matches;this.timer=setInterval(()=>this.next(),t?240:60),this.showPlay()}next(){let t=this.model.get("step")+1;this.change({step:Math.min(t,100)}),t>=100&&this.pause()}pause(){this.timer&&(clearInterval(this.timer),this.timer=null,this.update())}update(){var t;let e,s,i,r;this.queued=!1;let n=this.read();if(dv(n))return;let o=db(n),l=dw(n);for(let[s,{field:i,where:r,node:h}]of(this.picture.show(n,o,l,this.hasKnob("begin")),this.rate.show((t=n.rate,(e=dp.map(e=>Math.abs(Math.log(e/t)))).indexOf(Math.min(...e))),(0,c.ai)(n.rate),this.hasKnob("rate")),this.steps.show(n.step,String(n.step),this.hasKnob("step")),this.play.hidden=!this.hasKnob("step"),this.turns.show(String(n.turn)),this.turns.node.hidden=!this.hasKnob("turn"),Object.entries(this.rows)))i.checked=l.includes(s),i.hidden=!this.hasKnob("shown"),h.hidden=!this.hasKnob("shown")&&(!i.checked||1===l.length),a(r,i.checked?dy(o[s],n.step):"");this.showPlay(),a(this.sentence,d$(n)),this.showDescription(n);let h=this.showTask((s=db(n),i=Object.fromEntries(dm.map(t=>[t,null!==s[t].arrived])),r=n.begin.reduce((t,e)=>t+e*e,0)>=9,{...i,rate:n.rate,turn:n.turn,far:r}));this.spoken&&!this.timer&&this.announce(`${d$(n)}${h}`),this.spoken=!0}showPlay(){let t=!!this.timer;this.playing!==t&&(this.playing=t,this.play.replaceChildren(n(t?"M4 2.5h3v11H4zM9 2.5h3v11H9z":"M4 2.5v11l9-5.5z"),i("span",{},t?"Pause":"Play")))}destroy(){clearInterval(this.timer),super.destroy()}});var dO=s(62),dj={};function dN({layers:t}){let e={};return["INPUT",...t.map(({kind:s})=>(e[s]=(e[s]??0)+1,t.filter(t=>t.kind===s).length>1?`${s} ${e[s]}`:s))]}dj.styleTagTransform=te(),dj.setAttributes=J(),dj.insert=Y().bind(null,"head"),dj.domAPI=G(),dj.insertStyleElement=Q(),q()(dO.A,dj),dO.A&&dO.A.locals&&dO.A.locals;let dP=(t,e)=>1===e?t[0].data.map(t=>(t-.5)*4):t[e-1].data;function dT(t,e){let s=(t,e)=>Math.min(Math.max(t,0),e-1),i=s(t.volume,e.length),{C:a,H:r,W:n}=e[i];return{volume:i,slice:s(t.slice,a),row:s(t.row,r),col:s(t.col,n)}}let dF=({H:t,W:e,data:s},{slice:i,row:a,col:r})=>s[(i*t+a)*e+r];function dI({net:t},{volume:e,row:s,col:i}){let{size:a,step:r,start:n}=ix(t.layers.slice(0,e));if(null===a)return{top:0,bottom:t.H-1,left:0,right:t.W-1};let o=(t,e)=>{let s=n+t*r;return[Math.max(s,0),Math.min(s+a,e)-1]},[l,h]=o(s,t.H),[c,d]=o(i,t.W);return{top:l,bottom:h,left:c,right:d}}function dD({net:t},{volume:e,row:s,col:i}){let{F:a,S:r,P:n}=t.layers[e-1];return{top:s*r-n,left:i*r-n,F:a}}function dW(t,e){let{data:s}=e.at(-1);return t.labels.map((t,e)=>({label:t,k:e,score:s[e]})).sort((t,e)=>e.score-t.score||t.k-e.k)}let dR=t=>String(Math.floor(100*t+.5)/100+0).replace("-","−"),dB=({W:t,H:e,C:s})=>`${t}\xd7${e}\xd7${s}`;function dH(t,e,s=dT(t,e)){let{volume:i,slice:a,row:r,col:n}=s,{name:o}=e[i];if(0===i){let t=dR(dF(e[0],s));return`INPUT, row ${r}, column ${n}: ${["red","green","blue"][a]} is ${t}, of 1 at most.`}let l=i===e.length-1?`The neuron for ${t.labels[a]}`:`Neuron ${a} of ${o}`,h=o.startsWith("FC")?l:`The neuron at row ${r}, column ${n} of slice ${a} of ${o}`,{top:d,bottom:p,left:u,right:m}=dI(t,s),f=d||u||p!==t.net.H-1||m!==t.net.W-1?`${m-u+1}\xd7${p-d+1} pixels of the picture`:"the whole picture";return`${h} sees ${f}. ${function(t,e,s){let{kind:i,F:a}=t.net.layers[s.volume-1],r=e[s.volume-1],n=dR(dF(e[s.volume],s));if("RELU"===i){let t=dF({...r,data:dP(e,s.volume)},s);return t>0?`It gets ${dR(t)} and keeps it.`:`It gets ${dR(t)} and gives 0.`}if("POOL"===i)return`It keeps the largest of ${a}\xd7${a} numbers: ${n}.`;let[o,l]="FC"===i?[r.W,r.H]:[a,a],h=(0,c.ai)(o*l*r.C);return`It adds up ${o}\xb7${l}\xb7${r.C} = ${h} products and a bias: ${n}.`}(t,e,s)}`}let dK=(t={})=>i("canvas",{"aria-hidden":"true",...t}),dU=t=>i("div",{class:`cs-outline cs-outline-${t}`,hidden:!0});class dq{constructor(t){this.actions=t,this.image=dK({class:"cs-image"}),this.field=dU("field"),this.inputSize=i("span",{}),this.frame=i("div",{class:"cs-frame"},this.image,this.field),this.input=i("div",{class:"cs-input"},i("div",{class:"cs-name"},i("b",{},"INPUT"),this.inputSize)),this.input.append(this.frame),this.volumes=i("div",{class:"cs-volumes"}),this.scores=i("div",{class:"cs-scores"}),this.nodes=[this.input,this.volumes,this.scores]}build(t,e){a(this.inputSize,dB(t[0])),this.parts=t.slice(1,-1).map((t,e)=>{let[s,a=""]=t.name.split(" "),r=dK(),n=dU("slice"),o=dU("read"),l=i("div",{class:"cs-tiles"},r,o,n),h=i("div",{class:"cs-name"},i("b",{},`${s} ${a}`),i("span",{},dB(t))),c=i("div",{class:"cs-volume"},h,l);return this.listen(l,t=>this.neuronAt(e+1,l,t)),{node:c,box:l,slices:r,mine:n,read:o}}),this.volumes.replaceChildren(...this.parts.map(({node:t})=>t));let s=t.at(-1);this.bars=e.map((e,s)=>{let a={volume:t.length-1,slice:s,row:0,col:0},r=i("span",{class:"cs-bar"},i("i",{})),n=i("span",{class:"cs-score"}),o=i("button",{type:"button",tabindex:"-1",onclick:()=>this.actions.choose(a)},i("span",{class:"cs-label"},e),r,n);return o.addEventListener("pointerenter",({pointerType:t})=>"mouse"===t&&this.actions.point(a)),o.addEventListener("pointerleave",()=>this.actions.leave()),{node:o,bar:r.firstChild,value:n}});let r=i("div",{class:"cs-name"},i("b",{},s.name),i("span",{},dB(s)));this.scores.replaceChildren(r,...this.bars.map(({node:t})=>t))}listen(t,e){t.addEventListener("pointermove",t=>{let s="mouse"===t.pointerType&&e(t);s&&this.actions.point(s)}),t.addEventListener("pointerleave",()=>this.actions.leave()),t.addEventListener("click",t=>{let s=e(t);s&&this.actions.choose(s)})}neuronAt(t,e,{clientX:s,clientY:i}){let{left:a,top:r}=e.getBoundingClientRect(),n=function(t,e,s,i){let{tile:a,gap:r,places:n}=t[e],[o,l]=[s,i].map(t=>Math.floor(t/(a+r))),h=(t,e)=>Math.min((t-e*(a+r))/a,.999),c=n.findIndex(t=>t[0]===o&&t[1]===l);return c<0?null:{slice:c,across:h(s,o),down:h(i,l)}}(this.plan,t,s-a,i-r);if(!n)return null;let{H:o,W:l}=this.shown[t];return{volume:t,slice:n.slice,row:Math.floor(n.down*o),col:Math.floor(n.across*l)}}show(t){this.shown=t,dG(this.image,t[0],(e,s)=>[0,1,2].map(i=>t[0].data[i*s+e])),this.parts.forEach(({slices:t},e)=>this.drawSlices(t,e+1));let{data:e}=t.at(-1),s=e.reduce((t,e)=>Math.max(t,Math.abs(e)),1e-9),i=e.indexOf(Math.max(...e));this.bars.forEach(({node:t,bar:r,value:n},o)=>{t.classList.toggle("cs-best",o===i),r.className=e[o]<0?"cs-below":"",r.style.width=`${Math.abs(e[o])/s*50}%`,a(n,dR(e[o]))})}drawSlices(t,e){let{tile:s,gap:i,places:a,width:r,height:n}=this.plan[e],o=globalThis.devicePixelRatio||1;t.width=Math.round(r*o),t.height=Math.round(n*o),t.style.width=`${r}px`,t.style.height=`${n}px`;let l=t.getContext("2d"),h=this.shown[e],c=dK();l.imageSmoothingEnabled=s*o<h.W,l.imageSmoothingQuality="high",a.forEach(([t,e],a)=>{dG(c,h,d_(h,a));let r=[t,e].map(t=>Math.round(t*(s+i)*o));l.drawImage(c,...r,Math.round(s*o),Math.round(s*o))})}mark(t,e){let s=t.net.layers[e.volume-1]?.kind;this.parts.forEach(({mine:t,read:i},a)=>{let r=a+1;t.hidden=r!==e.volume,t.hidden||this.frameSlice(t,r,e.slice),i.hidden=r!==e.volume-1,i.hidden||("CONV"===s||"FC"===s?Object.assign(i.style,{left:0,top:0,width:"100%",height:"100%"}):this.frameSlice(i,r,e.slice))}),this.bars.forEach(({node:t},s)=>t.classList.toggle("cs-chosen",e.volume===this.shown.length-1&&s===e.slice));let{top:i,bottom:a,left:r,right:n}=dI(t,e);this.field.hidden=!1;let o=(t,e)=>`${100*t/e}%`;Object.assign(this.field.style,{left:o(r,t.net.W),top:o(i,t.net.H),width:o(n-r+1,t.net.W),height:o(a-i+1,t.net.H)})}frameSlice(t,e,s){let{tile:i,gap:a,places:r}=this.plan[e],[n,o]=r[s],l={left:n,top:o};for(let e of["left","top"])t.style[e]=`${l[e]*(i+a)}px`;Object.assign(t.style,{width:`${i}px`,height:`${i}px`})}fit(t,e){let s,i,a,r,n,o,l,h;this.plan=(s=e.slice(1,-1),i=t<620,a=s.map(({C:t})=>Math.ceil(t/16)),r=i?Math.min(Math.floor((t-14)/2),200):Math.min(150,Math.floor(.18*t)),n=a.reduce((t,e)=>t+e,0),o=i?t:t-r-164-28-(s.length-1)*7,l=Math.max(14,Math.min(30,Math.floor(o/(i?Math.min(16,Math.max(...s.map(({C:t})=>t))):n))-2)),h=t=>t*(l+2)-2,Object.assign(e.map(({C:t},s)=>{if(0===s||s===e.length-1)return null;let[a,r]=[Math.min(t,16),Math.ceil(t/16)],[n,o]=i?[a,r]:[r,a];return{tile:l,gap:2,places:Array.from({length:t},(t,e)=>{let s=[Math.floor(e/16),e%16];return i?s.reverse():s}),width:h(n),height:h(o)}}),{narrow:i,image:r})),this.shown&&this.parts.forEach(({slices:t},e)=>this.drawSlices(t,e+1))}}function d_({data:t,H:e,W:s},i){let a=e*s,r=t=>t.reduce((t,e)=>Math.max(t,Math.abs(e)),1e-9),n=Math.max(r(t.subarray(i*a,(i+1)*a)),.3*r(t)),o=t.some(t=>t<0);return e=>{let s=t[i*a+e]/n;return[,,,].fill(o?s/2+.5:s)}}function dG(t,{H:e,W:s},i){t.width=s,t.height=e;let a=t.getContext("2d"),r=a.createImageData(s,e);for(let t=0;t<e*s;t++){let[a,n,o]=i(t,e*s);r.data.set([255*a,255*n,255*o,255],4*t)}a.putImageData(r,0,0)}let dV={ArrowLeft:[0,-1],ArrowRight:[0,1],ArrowUp:[-1,0],ArrowDown:[1,0]};class dY{constructor(t){this.actions=t,this.canvas=i("canvas",{"aria-hidden":"true"}),this.dot=i("div",{class:"cs-outline cs-outline-neuron"}),this.map=i("div",{class:"cs-map",tabindex:"0",role:"group"},this.canvas,this.dot),this.map.addEventListener("keydown",t=>this.key(t)),this.map.addEventListener("pointermove",t=>"mouse"===t.pointerType&&this.pointed(t,"point")),this.map.addEventListener("pointerleave",()=>t.leave()),this.map.addEventListener("click",t=>this.pointed(t,"choose")),this.title=i("div",{class:"cs-name"}),this.select=i("select",{"aria-label":"Volume",onchange:()=>t.volume(Number(this.select.value))}),this.choices=i("div",{class:"cs-choices"}),this.work=i("div",{class:"cs-work"}),this.sentence=i("p",{class:"cs-telling"}),this.node=i("div",{class:"cs-neuron"},i("div",{class:"cs-slice"},this.title,this.map),i("div",{class:"cs-inside"},this.choices,this.work,this.sentence))}build(t,e){this.select.replaceChildren(...dN(t.net).map((t,e)=>i("option",{value:e},t)));let s=Math.max(...e.map(({C:t})=>t))-1;this.knobs=tr([["slice","slice",0,s,"y"]],(t,e)=>this.actions.slice(e)),this.choices.replaceChildren(i("label",{},"volume ",this.select),this.knobs.node)}key(t){let{s:e,volumes:s}=this,i=dT(e,s),{H:a,W:r}=s[i.volume],n={Home:{col:0},End:{col:r-1}},o={PageUp:-1,PageDown:1};if(!t.altKey&&!t.ctrlKey&&!t.metaKey){if(t.key in dV){let[e,s]=dV[t.key];i.row=Math.min(Math.max(i.row+e,0),a-1),i.col=Math.min(Math.max(i.col+s,0),r-1)}else if(t.key in n)Object.assign(i,n[t.key]);else{if(!(t.key in o))return;i.slice=Math.min(Math.max(i.slice+o[t.key],0),s[i.volume].C-1)}t.preventDefault(),this.actions.choose(i)}}pointed({clientX:t,clientY:e},s){let{left:i,top:a,width:r,height:n}=this.map.getBoundingClientRect(),{H:o,W:l}=this.volumes[this.at.volume],h=(t,e)=>Math.min(Math.max(Math.floor(t),0),e-1),c=h((e-a)/n*o,o),d=h((t-i)/r*l,l);this.actions[s]({...this.at,row:c,col:d})}show(t,e,s,i){Object.assign(this,{s:t,volumes:e,at:s});let r=e[s.volume],n=s.volume?t.net.layers[s.volume-1].kind:"INPUT";for(let{node:t}of(this.select.value=s.volume,this.knobs.knobs))t.hidden=1===r.C;this.knobs.show({slice:s.slice},{hasKnob:()=>!0});let o="FC"===n;for(let[e,i,n]of(a(this.title,o?`“${t.labels[s.slice]??s.slice}”, place by place`:`${r.name}, slice ${s.slice}`),o?this.showEvidence():dG(this.canvas,r,d_(r,s.slice)),this.dot.hidden=o,[["left",s.col,r.W],["top",s.row,r.H]]))this.dot.style[e]=`${100*i/n}%`;Object.assign(this.dot.style,{width:`${100/r.W}%`,height:`${100/r.H}%`}),this.map.setAttribute("aria-label",`${r.name}, slice ${s.slice}, row ${s.row}, column ${s.col}. Arrow keys: another neuron. Page Up, Page Down: another slice.`),this.work.replaceChildren(...this.parts(n)),a(this.sentence,i)}showEvidence(){let t=this.volumes[this.at.volume-1],e=function(t,e){let s=t[e.volume-1],{w:i}=t[e.volume],a=s.H*s.W,r=Array(a).fill(0);return s.data.forEach((t,n)=>{r[n%a]+=t*i[e.slice*s.data.length+n]}),r}(this.volumes,this.at);dG(this.canvas,t,dJ(e))}parts(t){let{s:e,volumes:s,at:a}=this,r=dF(s[a.volume],a),n=t=>i("p",{class:"cs-adding"},t);if("INPUT"===t)return[];let o=s[a.volume-1];if("RELU"===t){let t=dP(s,a.volume)[(a.slice*o.H+a.row)*o.W+a.col];return[n(`max(0, ${dR(t)}) = ${dR(r)}`)]}if("POOL"===t){let{top:t,left:s,F:i}=dD(e,a),l=[];for(let e=Math.max(t,0);e<Math.min(t+i,o.H);e++)for(let t=Math.max(s,0);t<Math.min(s+i,o.W);t++)l.push(o.data[(a.slice*o.H+e)*o.W+t]);return[n(`max(${l.map(dR).join(", ")}) = ${dR(r)}`)]}let l=s[a.volume].b[a.slice],h=n(`${dR(r-l)} ${l<0?"−":"+"} ${dR(Math.abs(l))} (bias) = ${dR(r)}`);if("FC"===t)return[h,i("p",{class:"cs-key"},"Blue places add to the score, orange ones take away.")];let c=function(t,e,s){let i=e[s.volume-1],a=dP(e,s.volume),{w:r}=e[s.volume],{top:n,left:o,F:l}=dD(t,s);return Array.from({length:i.C},(t,e)=>{let h=[],c=[];for(let t=0;t<l;t++)for(let d=0;d<l;d++){let[p,u]=[n+t,o+d],m=p>=0&&p<i.H&&u>=0&&u<i.W;h.push(m?a[(e*i.H+p)*i.W+u]:0),c.push(r[((s.slice*i.C+e)*l+t)*l+d])}return{input:h,weights:c,sum:h.reduce((t,e,s)=>t+e*c[s],0)}})}(e,s,a),{F:d}=dD(e,a),p=1===a.volume&&3===c.length,u=t=>c.reduce((e,s)=>t(s).reduce((t,e)=>Math.max(t,Math.abs(e)),e),1e-9),[m,f]=[u(({input:t})=>t),u(({weights:t})=>t)],g=c.map(({input:t,weights:e})=>t.map((t,s)=>t*e[s])),w=(t,e)=>dX([c],d,1,(s,i)=>c.map(s=>t(s)[i]*e+.5)),x=p?w(t=>t.input,.25):dX(c,d,8,(t,e)=>[,,,].fill(t.input[e]/m)),b=p?w(t=>t.weights,.5/f):dX(c,d,8,(t,e)=>[,,,].fill(t.weights[e]/f*.5+.5)),v=dJ(g.flat()),y=dX(g,d,8,(t,e,s)=>v(s*d*d+e)),k=`${d}\xd7${d}\xd7${c.length}`,$=(t,e)=>i("div",{},i("div",{class:"cs-name"},t),e);return[i("div",{class:"cs-terms"},$(`window ${k}`,x),$(`\xd7 filter ${k}`,b),$("= products, blue > 0",y)),h]}}function dX(t,e,s,a){let r=Math.min(t.length,s),n=Math.ceil(t.length/r),o=e+1,l=r*o-1,h=n*o-1,c=i("canvas",{"aria-hidden":"true"}),d=document.createElement("canvas");c.width=l,c.height=h;let p=c.getContext("2d");t.forEach((t,s)=>{dG(d,{H:e,W:e},e=>a(t,e,s)),p.drawImage(d,s%r*o,Math.floor(s/r)*o)});let u=1===t.length?14:Math.max(4,Math.min(8,Math.floor(128/l)));return c.style.width=`${l*u}px`,c.style.height=`${h*u}px`,c}function dJ(t){let e=t.reduce((t,e)=>Math.max(t,Math.abs(e)),1e-9),s={above:[.12,.44,.85],below:[.88,.42,.1]};return i=>{let a=Math.abs(t[i])/e;return s[t[i]<0?"below":"above"].map(t=>.93+(t-.93)*a)}}async function dZ(t,{H:e,W:s}){let a;try{a=await createImageBitmap(t)}catch{throw Error(`“${t.name}” is no picture that this browser can read. Try a JPEG or PNG file.`)}let r=Math.min(a.width,a.height*s/e),n=r*e/s,o=i("canvas",{width:8*s,height:8*e}),l=o.getContext("2d");l.fillStyle="white",l.fillRect(0,0,o.width,o.height),l.imageSmoothingQuality="high",l.drawImage(a,(a.width-r)/2,(a.height-n)/2,r,n,0,0,o.width,o.height),a.close();let{data:h}=l.getImageData(0,0,o.width,o.height),c="";for(let t=0;t<e;t++)for(let e=0;e<s;e++)for(let i=0;i<3;i++)c+=String.fromCharCode(function(t,e,s,i,a){let r=0;for(let n=8*e;n<(e+1)*8;n++)for(let e=8*s;e<(s+1)*8;e++)r+=t[(n*a+e)*4+i];return Math.round(r/64)}(h,t,e,i,8*s));return btoa(c)}let dQ=["volume","slice","row","col"],d0=p(class extends u{constructor(t,e){var s,a;let r,n;super(t,e,["net","pixels","labels","compact",...dQ],t=>{var e;let s,i;return s=(e=this.volumes).map(t=>`${t.name} ${dB(t)}`).join(", "),i=dW(t,e).slice(0,3).map(({label:t,score:e})=>`${t} ${dR(e)}`).join(", "),`${s}. Highest scores: ${i}. ${dH(t,e)}`}),this.first=this.read();let o={point:t=>this.point(t),leave:()=>this.point(null),choose:t=>this.choose(t),volume:t=>this.choose({...this.place(),volume:t}),slice:t=>this.choose({...this.place(),slice:t})};this.picture=new dq(o),this.neuron=new dY(o),this.problem=i("p",{class:"cs-problem",role:"alert",hidden:!0}),this.sentence=i("p",{class:"cs-telling"}),this.reset=i("button",{type:"button",class:"cs-button",onclick:()=>this.restore()},"Reset");let l=(s=this.el,a=t=>this.take(t),(r=i("input",{type:"file",accept:"image/*",hidden:!0})).addEventListener("change",()=>{r.files.length&&a(r.files[0]),r.value=""}),s.addEventListener("dragover",t=>{[...t.dataTransfer.items].some(({kind:t})=>"file"===t)&&(t.preventDefault(),s.classList.add("cs-drop"))}),s.addEventListener("dragleave",()=>s.classList.remove("cs-drop")),s.addEventListener("drop",t=>{s.classList.remove("cs-drop");let[e]=t.dataTransfer.files;e&&(t.preventDefault(),a(e))}),(n=i("button",{type:"button",class:"cs-button",onclick:()=>r.click()},"Your picture…")).title="It stays on your computer. You can also drop it here.",i("span",{},n,r));this.picture.input.append(i("div",{class:"cs-buttons"},l,this.reset)),this.flow=i("div",{class:"cs-flow"},this.picture.nodes,this.neuron.node),this.open("volumes","Volume explorer",this.flow,this.problem,this.sentence),this.update(),this.follow()}place(){return dT(this.read(),this.volumes)}point(t){this.pointed=t,this.frame??=requestAnimationFrame(()=>{this.frame=null,this.showNeuron(this.read())})}choose(t){this.pointed=null;let{volume:e,slice:s,row:i,col:a}=dT(t,this.volumes);this.change({volume:e,slice:s,row:i,col:a})}restore(){this.problem.hidden=!0,this.change(this.first)}async take(t){try{let e=await dZ(t,this.read().net);this.problem.hidden=!0,this.change({pixels:e})}catch(t){this.problem.hidden=!1,a(this.problem,t.message)}}update(){let t,e,s,i;this.queued=!1;let a=this.read(),r=this.shown,n=r?.net===a.net&&r.labels===a.labels;n&&r.pixels===a.pixels||(this.volumes=(t=dN(a.net),s=[e=function(t){let{H:e,W:s}=t.net,i=new Float64Array(3*e*s);return ia(t.pixels).forEach((t,a)=>{i[a%3*e*s+Math.floor(a/3)]=t/255}),{name:"INPUT",C:3,H:e,W:s,data:i}}(a)],i={...e,data:e.data.map(t=>(t-.5)*4)},il(a.net,e).forEach((e,a)=>{i={...id(e,i),name:t[a+1]},s.push({...i,w:e.w,b:e.b})}),s)),n||(this.picture.build(this.volumes,a.labels),this.neuron.build(a,this.volumes),this.picture.shown=null,this.layOut(),this.size=dN(a.net).length),n&&r.pixels===a.pixels||this.picture.show(this.volumes),this.shown=a,this.root.classList.toggle("cs-compact",a.compact),this.neuron.node.hidden=a.compact,this.sentence.hidden=!a.compact,this.reset.hidden=["pixels",...dQ].every(t=>a[t]===this.first[t]),this.showNeuron(a),this.showDescription(a);let o=this.showTask(function(t,e){let s=dT(t,e),{volume:i,...a}=s;return{volume:e[i].name,...a,value:dF(e[i],s),sees:ix(t.net.layers.slice(0,i)).size,best:dW(t,e)[0].label}}(a,this.volumes));r&&this.announce(dH(a,this.volumes)+o)}showNeuron(t){let e=this.pointed??dT(t,this.volumes),s=dH(t,this.volumes,e);this.picture.mark(t,e),t.compact?a(this.sentence,s):this.neuron.show(t,this.volumes,e,s)}fit(){this.size&&(this.layOut(),this.showNeuron(this.shown))}layOut(){this.picture.fit(this.width(),this.volumes);let{narrow:t,image:e}=this.picture.plan;this.flow.classList.toggle("cs-narrow",t),this.flow.style.setProperty("--image",`${e}px`)}destroy(){cancelAnimationFrame(this.frame),super.destroy()}});var d1=s(63),d2={};d2.styleTagTransform=te(),d2.setAttributes=J(),d2.insert=Y().bind(null,"head"),d2.domAPI=G(),d2.insertStyleElement=Q(),q()(d1.A,d2),d1.A&&d1.A.locals&&d1.A.locals;let d4=new Map([["activation_histograms",K],["architecture_builder",ss],["backprop_convolution",ie],["fully_connected_as_convolution",ac],["im2col",aU],["image_filter",rs],["memory_table",nS],["net_comparison",or],["pooling",o_],["pooling_shift",le],["predict",lm],["receptive_field",l8],["residual_blocks",hk],["sizing_calculator",h0],["sliding_filter",cc],["training_theatre",da],["valley",dC],["volume_explorer",d0]])},36(t,e,s){var i=s(30),a=s.n(i),r=s(31),n=s.n(r),o=s(37),l=s(38),h=n()(a());h.i(o.A),h.i(l.A),h.push([t.id,`.cs-widget.cs-histograms {
  padding: 4px 0;
  .cs-options {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 18px;
    align-items: center;
    margin-top: 10px;
  }
  .cs-reset {
    margin-left: auto;
    border-color: transparent;
    background: none;
  }
  .cs-about {
    display: flex;
    flex-wrap: wrap;
    gap: 0 18px;
    margin-top: 4px;
  }
  .cs-deviation {
    font-weight: 600;
  }
  .cs-held {
    color: var(--soft);
  }
  /* ---- a net */
  .cs-net {
    margin-top: 12px;
    --bar: var(--misfit-wash);
    --edge: var(--misfit);
  }
  .cs-net.cs-with {
    --bar: var(--x-line);
    --edge: var(--x-line);
  }
  .cs-hists {
    display: grid;
    grid-template-columns: repeat(10, minmax(0, 1fr));
    gap: 10px 6px;
    margin-top: 4px;
  }
  .cs-hist {
    display: flex;
    flex-direction: column;
    align-items: center;
    min-width: 0;
    font-size: 12px;
    line-height: 16px;
    white-space: nowrap;
  }
  .cs-hist svg {
    display: block;
    width: 100%;
    height: 64px;
    border-bottom: 1px solid var(--hatch);
    overflow: visible;
  }
  .cs-hist path {
    fill: var(--bar);
    stroke: var(--edge);
    stroke-width: 1;
    vector-effect: non-scaling-stroke;
  }
  .cs-name {
    max-width: 100%;
    color: var(--soft);
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .cs-axis {
    position: relative;
    width: 100%;
    height: 15px;
    color: var(--soft);
  }
  /* where the bins begin and end: 7 and 55 of the 62 units of the drawing */
  .cs-low,
  .cs-high {
    position: absolute;
    left: 11.3%;
    transform: translateX(-50%);
  }
  .cs-high {
    left: 88.7%;
  }
  .cs-figure {
    font-size: 12.5px;
    text-align: center;
    white-space: normal;
  }
  .cs-wrong {
    min-height: 16px;
    color: var(--misfit);
  }
  /* room for both of its parts, so that nothing moves when the second comes */
  @container (max-width: 720px) {
    .cs-about {
      display: block;
    }
    .cs-held {
      min-height: 1.45em;
    }
  }
  @container (max-width: 620px) {
    .cs-hists {
      grid-template-columns: repeat(5, minmax(0, 1fr));
    }
    .cs-options {
      align-items: flex-end;
    }
    .cs-slide {
      flex-basis: 200px;
      flex-wrap: wrap;
      gap: 0 10px;
    }
    .cs-slide label {
      flex: 1 0 100%;
    }
    .cs-hist svg {
      height: 52px;
    }
    .cs-about {
      font-size: 14px;
    }
  }
  @media (forced-colors: active) {
    .cs-hist path {
      fill: Canvas;
      stroke: CanvasText;
    }
    .cs-with path {
      fill: CanvasText;
    }
  }
  @media print {
    .cs-options,
    .cs-held {
      display: none;
    }
  }
}
`,""]),s.d(e,{},{A:h})},39(t,e,s){var i=s(30),a=s.n(i),r=s(31),n=s.n(r),o=s(37),l=s(40),h=s(41),c=s(42),d=n()(a());d.i(o.A),d.i(l.A),d.i(h.A),d.i(c.A),d.push([t.id,`.cs-widget.cs-builder {
  --bar-w: color-mix(in srgb, var(--w-tap) 60%, transparent);
  --bar-x: color-mix(in srgb, var(--x-tap) 60%, transparent);
  --bar-y: color-mix(in srgb, var(--y-line) 28%, transparent);
  padding: 4px 0;
  .cs-net-top {
    display: flex;
    gap: 8px;
    align-items: center;
    margin-top: 12px;
    font-size: 13px;
    color: var(--soft);
  }
  .cs-net-select {
    height: 30px;
    min-width: 0;
    max-width: 100%;
    padding: 0 5px;
    border: 1px solid var(--line);
    border-radius: 7px;
    background: var(--paper);
    color: var(--ink);
    font: inherit;
    font-size: 14px;
  }
  /* ---- the letters */
  .cs-net-letters {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    align-items: flex-end;
  }
  .cs-net-letters .cs-knobs {
    grid-template-columns: repeat(3, 120px);
    margin-top: 6px;
  }
  .cs-net-pool {
    display: inline-flex;
    gap: 7px;
    align-items: center;
    min-height: 30px;
    font-size: 13px;
    color: var(--soft);
  }
  .cs-net-pool input {
    width: 24px;
    height: 24px;
    margin: 0;
    accent-color: var(--x-line);
  }
  /* ---- what is to be said of it */
  .cs-net-news {
    margin-top: 8px;
    min-height: 5.2em;
  }
  .cs-net-said {
    padding-left: 10px;
    border-left: 3px solid var(--good);
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }
  .cs-net-said.cs-gentle {
    border-left: 3px dashed var(--hatch);
  }
  .cs-net-said.cs-misfit {
    border-left-color: var(--misfit);
    color: var(--misfit);
  }
  .cs-net-mend {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    align-items: center;
    margin-top: 6px;
    padding-left: 13px;
    font-size: 13px;
    color: var(--soft);
  }
  .cs-net-mend .cs-button {
    height: 28px;
    font-size: 14px;
    color: var(--ink);
  }
  .cs-misfit + .cs-net-mend .cs-button {
    border-color: var(--misfit);
  }
  /* What the text described before it was broken. */
  .cs-net-body[inert] {
    opacity: 0.45;
  }
  /* ---- the chosen layer */
  .cs-net-tools {
    margin-top: 12px;
    padding: 8px 12px 10px;
    border: 1px solid var(--line);
    border-radius: 7px;
    background: var(--wash);
  }
  .cs-net-line {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 12px;
    align-items: flex-end;
    min-height: 54px;
  }
  .cs-net-title {
    min-width: 58px;
    font-size: 14px;
    font-weight: 600;
    line-height: 30px;
  }
  .cs-net-knobs {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 8px;
  }
  .cs-net-knobs .cs-knob {
    width: 96px;
  }
  .cs-net-does .cs-knob {
    display: inline-flex;
    gap: 6px;
    align-items: center;
    width: auto;
  }
  .cs-net-does .cs-knob-box {
    width: 78px;
  }
  .cs-net-add .cs-net-select {
    width: 70px;
  }
  .cs-net-acts {
    justify-content: space-between;
    margin-top: 6px;
    min-height: 0;
  }
  .cs-net-add,
  .cs-net-does {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 6px;
    align-items: flex-end;
  }
  .cs-net-tools .cs-button {
    height: 30px;
    padding: 0 8px;
    font-size: 13.5px;
  }
  .cs-button:disabled {
    color: var(--hatch);
    cursor: default;
  }
  /* ---- the table */
  .cs-net-table {
    position: relative;
    max-height: 430px;
    margin-top: 10px;
    overflow: auto;
    overscroll-behavior: auto;
    border: 1px solid var(--line);
    border-radius: 7px;
  }
  .cs-net-table table {
    display: table;
    width: 100%;
    margin: 0;
    border: 0;
    border-collapse: separate;
    border-spacing: 0;
    font-size: 14px;
    line-height: 20px;
    table-layout: auto;
  }
  .cs-net-table tr {
    background: var(--paper);
  }
  .cs-net-table :is(th, td) {
    padding: 2px 10px;
    border: 0;
    border-top: 1px solid color-mix(in srgb, var(--line) 55%, transparent);
    background: none;
    font-weight: 400;
    text-align: right;
    white-space: nowrap;
    vertical-align: middle;
    color: inherit;
  }
  .cs-net-table thead th {
    position: sticky;
    top: 0;
    z-index: 2;
    padding: 4px 10px;
    border-top: 0;
    border-bottom: 1px solid var(--line);
    background: var(--wash);
    font-size: 12.5px;
    color: var(--soft);
  }
  .cs-net-table .cs-net-c0 {
    text-align: left;
  }
  .cs-net-table tbody .cs-net-c0 {
    padding: 0 10px 0 6px;
  }
  .cs-net-head {
    display: flex;
    align-items: stretch;
  }
  .cs-net-table tbody tr {
    cursor: pointer;
  }
  .cs-net-name {
    min-height: 24px;
    padding: 0 6px;
    border: 0;
    border-radius: 5px;
    background: none;
    font: 13px / 24px var(--mono);
    text-align: left;
    cursor: pointer;
  }
  .cs-net-rail {
    position: relative;
    flex: none;
    width: 20px;
    border-left: 2px solid var(--x-line);
    opacity: 0.85;
  }
  .cs-net-rail small {
    position: absolute;
    left: 2px;
    top: 2px;
    padding: 0 3px;
    font-size: 12px;
    line-height: 20px;
    color: var(--x-line);
  }
  .cs-net-table tbody tr:hover td {
    background-color: var(--wash);
  }
  .cs-net-table tbody tr.cs-net-same td.cs-net-c0 {
    background: color-mix(in srgb, var(--x-cell) 55%, transparent);
  }
  .cs-net-table tbody tr.cs-net-on td {
    background-color: var(--x-cell);
  }
  .cs-net-table .cs-net-on .cs-net-name {
    font-weight: 700;
  }
  .cs-net-table tbody tr.cs-net-bad td {
    border-top: 1.5px dashed var(--misfit);
    border-bottom: 1.5px dashed var(--misfit);
    background-color: var(--misfit-wash);
    color: var(--misfit);
  }
  .cs-net-c1 small {
    margin-right: 8px;
    font-size: 12.5px;
    color: var(--misfit);
  }
  .cs-net-left .cs-net-c1 small {
    color: var(--soft);
  }
  .cs-net-parameters {
    --bar: var(--bar-w);
  }
  .cs-net-bytes {
    --bar: var(--bar-x);
  }
  .cs-net-macs {
    --bar: var(--bar-y);
  }
  .cs-net-table td[style] {
    background-image: linear-gradient(var(--bar), var(--bar));
    background-position: right center;
    background-repeat: no-repeat;
    background-size: var(--share) 18px;
  }
  .cs-net-table tfoot :is(th, td) {
    position: sticky;
    bottom: 0;
    padding: 4px 10px;
    border-top: 1px solid var(--line);
    background: var(--wash);
    font-weight: 600;
  }
  /* ---- to take along */
  .cs-net-output {
    margin-top: 12px;
    font-size: 14px;
  }
  .cs-net-output .cs-net-line {
    align-items: center;
    min-height: 32px;
  }
  .cs-net-output .cs-choice span {
    padding: 3px 12px;
  }
  .cs-net-copied {
    color: var(--good);
  }
  .cs-net-code {
    max-height: 200px;
    margin: 6px 0 0;
    padding: 8px 12px;
    overflow: auto;
    border: 1px solid var(--line);
    border-radius: 7px;
    background: var(--wash);
    color: var(--ink);
    font: 13px / 19px var(--mono);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  @container (max-width: 620px) {
    .cs-net-top .cs-net-select {
      flex: 1 1 0;
    }
    .cs-net-letters .cs-knobs {
      grid-template-columns: repeat(3, minmax(0, 1fr));
      flex: 1 1 100%;
    }
    .cs-net-knobs .cs-knob {
      width: 92px;
    }
    .cs-net-tools {
      padding: 6px 10px 10px;
    }
    .cs-net-tools .cs-button {
      padding: 0 5px;
      font-size: 13px;
    }
    .cs-net-add .cs-net-select {
      width: 62px;
      font-size: 13px;
    }
    /* A row becomes two lines: what it is and its size, then what it costs. */
    .cs-net-table tr {
      display: grid;
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
    .cs-net-table table,
    .cs-net-table :is(thead, tbody, tfoot) {
      display: block;
    }
    .cs-net-table :is(thead, tfoot) {
      position: sticky;
      z-index: 2;
    }
    .cs-net-table thead {
      top: 0;
    }
    .cs-net-table tfoot {
      bottom: 0;
    }
    .cs-net-table thead th,
    .cs-net-table tfoot :is(th, td) {
      position: static;
    }
    .cs-net-table :is(th, td) {
      padding: 1px 6px;
      font-size: 12.5px;
    }
    .cs-net-table :is(.cs-net-c0, .cs-net-c1) {
      font-size: 13.5px;
    }
    .cs-net-table :is(.cs-net-c2, .cs-net-c3, .cs-net-c4) {
      border-top: 0;
    }
    .cs-net-table thead th {
      padding: 2px 6px;
      border-bottom: 0;
    }
    .cs-net-table thead {
      border-bottom: 1px solid var(--line);
    }
    .cs-net-table .cs-net-c0 {
      grid-column: 1 / 3;
    }
    .cs-net-table .cs-net-c1 {
      white-space: normal;
    }
    .cs-net-c1 small {
      display: block;
      margin: 0;
      line-height: 1.2;
    }
    .cs-net-table tbody .cs-net-c0 {
      padding: 0 2px;
    }
    .cs-net-table tfoot .cs-net-c0 {
      grid-column: 1 / 4;
    }
    .cs-net-table tfoot .cs-net-c1 {
      display: none;
    }
    .cs-net-table tfoot td {
      border-top: 0;
    }
    .cs-net-table tbody tr.cs-net-bad td {
      border-bottom: 0;
    }
    .cs-net-table tbody tr.cs-net-bad td:nth-child(n + 3) {
      border-top: 0;
    }
  }
  @media print {
    .cs-net-tools,
    .cs-net-top,
    .cs-net-mend,
    .cs-net-output button {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .cs-net-on .cs-net-name {
      text-decoration: underline;
    }
  }
}
`,""]),s.d(e,{},{A:d})},43(t,e,s){var i=s(30),a=s.n(i),r=s(31),n=s.n(r),o=s(37),l=s(40),h=s(44),c=s(41),d=s(45),p=s(46),u=s(47),m=n()(a());m.i(o.A),m.i(l.A),m.i(h.A),m.i(c.A),m.i(d.A),m.i(p.A),m.i(u.A),m.push([t.id,`.cs-widget.cs-backprop {
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
`,""]),s.d(e,{},{A:m})},48(t,e,s){var i=s(30),a=s.n(i),r=s(31),n=s.n(r),o=s(37),l=s(41),h=n()(a());h.i(o.A),h.i(l.A),h.push([t.id,`.cs-widget.cs-fcconv {
  --red: #d1402f;
  --field: #1d63b8;
  padding: 4px 0;
  html[data-theme="dark"] &,
  body[data-jp-theme-light="false"] &,
  body.vscode-dark & {
    --red: #ff8a78;
    --field: #7db5f5;
    --light: 30%;
    --full: 45%;
    --paper-turn: invert(1);
  }
  .cs-options {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
    margin-top: 10px;
  }
  .cs-choice span {
    padding: 4px 10px;
  }
  .cs-tools span {
    padding: 4px 7px;
    min-width: 28px;
    text-align: center;
  }
  .cs-button:disabled {
    color: var(--hatch);
    cursor: default;
  }
  .cs-reset {
    border-color: transparent;
    background: none;
  }
  .cs-under {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 8px;
    align-items: center;
    margin-top: 6px;
  }
  .cs-under .cs-note {
    flex: 1 1 200px;
  }
  .cs-note {
    font-size: 13px;
    color: var(--soft);
    text-wrap: pretty;
  }
  /* ---- the canvas, and frames on it in pixels of the net */
  .cs-canvas,
  .cs-stage {
    position: relative;
    overflow: hidden;
    aspect-ratio: var(--wide) / var(--high);
    background: var(--paper);
    border: 1px solid var(--hatch);
    border-radius: 4px;
  }
  .cs-canvas {
    max-width: 674px;
    margin-top: 8px;
  }
  .cs-under {
    max-width: 674px;
  }
  .cs-canvas.cs-written {
    cursor: crosshair;
    touch-action: none;
  }
  canvas {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    image-rendering: pixelated;
    filter: var(--paper-turn, none);
  }
  :is(.cs-crop-frame, .cs-field-frame, .cs-ghost) {
    position: absolute;
    inset: auto;
    top: calc(100% * var(--top) / var(--high));
    left: calc(100% * var(--left) / var(--wide));
    width: calc(100% * var(--across) / var(--wide));
    height: calc(100% * var(--down) / var(--high));
    pointer-events: none;
  }
  .cs-crop-frame {
    border: 2px solid var(--red);
  }
  .cs-field-frame {
    border: 2px dashed var(--field);
    background: color-mix(in srgb, var(--field) 14%, transparent);
  }
  .cs-ghost {
    visibility: hidden;
    opacity: 0.45;
    outline: 1px dashed #000;
  }
  .cs-aims .cs-ghost {
    visibility: visible;
  }
  /* ---- the map and the bill */
  .cs-below {
    display: grid;
    grid-template-columns: minmax(0, 1.75fr) minmax(0, 1fr);
    gap: 4px 24px;
    margin-top: 10px;
  }
  .cs-name {
    display: flex;
    flex-wrap: wrap;
    gap: 0 8px;
    align-items: baseline;
    margin-bottom: 3px;
  }
  .cs-name span {
    font-size: 13px;
    color: var(--soft);
  }
  .cs-map {
    position: relative;
    aspect-ratio: var(--cols) / var(--rows);
    border-radius: 2px;
  }
  .cs-picks .cs-map {
    cursor: pointer;
    touch-action: pan-y;
  }
  .cs-map-part:not(.cs-picks) :is(.cs-map > .cs-chosen, .cs-of-crop) {
    display: none;
  }
  .cs-places {
    display: grid;
    grid-template: repeat(var(--rows), minmax(0, 1fr)) / repeat(var(--cols), minmax(0, 1fr));
    gap: 1px;
    height: 100%;
    user-select: none;
  }
  .cs-place {
    display: flex;
    align-items: center;
    justify-content: center;
    overflow: hidden;
    background: var(--wash);
    font-size: 13px;
    line-height: 1;
    font-weight: 700;
  }
  .cs-place[class*="cs-class"] {
    background: hsl(var(--hue) var(--full, 75%) var(--light, 80%));
  }
  .cs-class-0 {
    --hue: 0;
  }
  .cs-class-1 {
    --hue: 205;
  }
  .cs-class-2 {
    --hue: 45;
  }
  .cs-class-3 {
    --hue: 130;
  }
  .cs-class-4 {
    --hue: 285;
  }
  .cs-class-5 {
    --hue: 25;
  }
  .cs-class-6 {
    --hue: 175;
  }
  .cs-class-7 {
    --hue: 240;
  }
  .cs-class-8 {
    --hue: 80;
  }
  .cs-class-9 {
    --hue: 325;
  }
  .cs-map > :is(.cs-best, .cs-chosen) {
    position: absolute;
    top: calc(100% * var(--row) / var(--rows));
    left: calc(100% * var(--col) / var(--cols));
    width: calc(100% / var(--cols));
    height: calc(100% / var(--rows));
    pointer-events: none;
  }
  .cs-best {
    outline: 2px solid var(--ink);
    border-radius: 3px;
  }
  .cs-chosen {
    outline: 2px solid var(--red);
    outline-offset: 1px;
  }
  .cs-legend {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 16px;
    margin-top: 6px;
    font-size: 13px;
    color: var(--soft);
  }
  .cs-legend span {
    display: inline-flex;
    gap: 7px;
    align-items: center;
  }
  .cs-legend i {
    width: 11px;
    height: 11px;
    margin-left: 3px;
  }
  .cs-seen {
    min-height: 2.9em;
    margin-top: 4px;
    font-size: 14px;
  }
  .cs-bill {
    font-size: 14px;
  }
  .cs-bill p:not(.cs-name) {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 8px;
    margin-top: 6px;
  }
  .cs-bar {
    display: block;
    height: 12px;
    min-width: 2px;
    background: var(--misfit-wash);
    border: 1px solid var(--misfit);
  }
  .cs-bar.cs-once {
    background: var(--x-line);
    border-color: var(--x-line);
  }
  .cs-times {
    font-weight: 600;
  }
  /* ---- the crop in view */
  .cs-crop {
    display: grid;
    grid-template-columns: 104px auto minmax(0, 1fr);
    gap: 8px 24px;
    margin-top: 10px;
    padding-top: 10px;
    border-top: 1px solid var(--line);
  }
  .cs-pictures {
    display: flex;
    flex-direction: column;
    gap: 4px;
  }
  .cs-cells {
    width: calc(var(--cells) * 36px);
    max-width: 100%;
  }
  .cs-row {
    display: flex;
  }
  .cs-cell {
    position: relative;
    flex: 1 1 0;
    min-width: 0;
    height: 32px;
    line-height: 30px;
    border: 1px solid var(--paper);
    font-size: 13px;
    text-align: center;
    letter-spacing: normal;
    white-space: normal;
    cursor: default;
    user-select: none;
  }
  .cs-asks .cs-cell.cs-hidden {
    cursor: pointer;
  }
  .cs-cell:focus-visible {
    z-index: 1;
  }
  .cs-cell.cs-hidden {
    background: var(--x-cell);
  }
  .cs-cell.cs-same {
    background: var(--y-cell);
    color: var(--y-ink);
    font-weight: 700;
  }
  .cs-cell.cs-off {
    background: color-mix(
      in srgb,
      color-mix(in srgb, var(--misfit) 35%, var(--paper)) calc(var(--off) * 100%),
      var(--misfit-wash)
    );
    color: var(--ink);
  }
  .cs-cell.cs-marked {
    box-shadow: inset 0 0 0 2px var(--ink);
  }
  .cs-cell.cs-hidden.cs-marked::after {
    content: "=";
    font-weight: 700;
  }
  .cs-cell.cs-wrong::after {
    content: "✗";
    position: absolute;
    top: -8px;
    right: 2px;
    font-size: 12px;
    color: var(--red);
  }
  .cs-sentence,
  .cs-verdict {
    font-weight: 600;
  }
  .cs-verdict {
    color: var(--misfit);
  }
  .cs-verdict.cs-right {
    color: var(--good);
  }
  .cs-words {
    min-height: 9em;
  }
  .cs-words > * + * {
    margin-top: 5px;
  }
  @container (max-width: 620px) {
    .cs-below,
    .cs-crop {
      grid-template-columns: minmax(0, 1fr);
    }
    .cs-under .cs-note {
      flex-basis: 100%;
    }
    .cs-pictures {
      flex-direction: row;
      gap: 14px;
    }
    .cs-picture {
      width: 132px;
    }
    .cs-cells {
      width: 100%;
      max-width: calc(var(--cells) * 44px);
    }
    .cs-place {
      font-size: 12px;
    }
    .cs-tools span {
      padding: 4px 3px;
      min-width: 28px;
    }
    .cs-tools label:first-child span {
      padding: 4px 6px;
    }
  }
  @media (forced-colors: active) {
    .cs-place,
    .cs-cell {
      border: 1px solid;
    }
    .cs-bar.cs-once {
      background: CanvasText;
    }
  }
  @media print {
    .cs-options {
      display: none;
    }
  }
}
`,""]),s.d(e,{},{A:h})},49(t,e,s){var i=s(30),a=s.n(i),r=s(31),n=s.n(r),o=s(37),l=s(40),h=s(46),c=s(50),d=s(45),p=n()(a());p.i(o.A),p.i(l.A),p.i(h.A),p.i(c.A),p.i(d.A),p.push([t.id,`.cs-widget.cs-im2col {
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
`,""]),s.d(e,{},{A:p})},51(t,e,s){var i=s(30),a=s.n(i),r=s(31),n=s.n(r),o=s(37),l=n()(a());l.i(o.A),l.push([t.id,`.cs-widget.cs-imagefilter {
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
`,""]),s.d(e,{},{A:l})},52(t,e,s){var i=s(30),a=s.n(i),r=s(31),n=s.n(r),o=s(37),l=s(40),h=s(41),c=s(42),d=n()(a());d.i(o.A),d.i(l.A),d.i(h.A),d.i(c.A),d.push([t.id,`.cs-widget.cs-memory {
  /* Translucent, so that they serve a light page and a dark one; the book's figures of memory have the same. */
  --parameters: rgba(206, 56, 56, 0.5);
  --step-cache: rgba(206, 56, 56, 0.24);
  --parameter-gradients: rgba(178, 70, 178, 0.42);
  --data: rgba(38, 98, 217, 0.6);
  --activations: rgba(22, 150, 90, 0.45);
  --gradients: rgba(224, 140, 20, 0.5);
  --workspace: rgba(120, 132, 150, 0.5);
  --macs: rgba(38, 98, 217, 0.3);
  padding: 4px 0;
  .cs-mem-select {
    height: 30px;
    min-width: 0;
    max-width: 100%;
    padding: 0 5px;
    border: 1px solid var(--line);
    border-radius: 7px;
    background: var(--paper);
    color: var(--ink);
    font: inherit;
    font-size: 14px;
  }
  /* ---- what can be changed */
  .cs-mem-fields {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 10px;
    align-items: flex-end;
    margin-top: 12px;
  }
  .cs-mem-name-of {
    display: block;
    font-size: 12px;
    line-height: 24px;
    color: var(--soft);
  }
  .cs-mem-fields .cs-knob {
    width: 108px;
  }
  .cs-choice {
    height: 30px;
  }
  .cs-choice label {
    margin: 0;
  }
  .cs-choice span {
    padding: 3px 9px;
    font-size: 13.5px;
  }
  .cs-mem-text {
    margin-top: 8px;
  }
  .cs-mem-toggle {
    min-height: 24px;
    padding: 0;
    border: 0;
    background: none;
    font-size: 13px;
    line-height: 24px;
    color: var(--soft);
    cursor: pointer;
  }
  .cs-mem-toggle:hover {
    color: var(--ink);
    text-decoration: underline;
  }
  .cs-mem-text .cs-net-text {
    margin-top: 4px;
  }
  /* ---- what it needs, and which card holds it */
  .cs-mem-verdict {
    margin-top: 10px;
    padding-left: 10px;
    border-left: 3px solid var(--good);
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }
  .cs-mem-sign {
    margin-right: 6px;
    font-weight: 700;
    color: var(--good);
  }
  .cs-mem-verdict.cs-mem-over,
  .cs-mem-verdict.cs-mem-wrong {
    border-left-color: var(--misfit);
  }
  .cs-mem-over .cs-mem-sign,
  .cs-mem-verdict.cs-mem-wrong {
    color: var(--misfit);
  }
  .cs-mem-changed {
    margin-top: 4px;
    padding-left: 13px;
    font-size: 14px;
    color: var(--soft);
    text-wrap: pretty;
  }
  .cs-mem-cards {
    display: grid;
    grid-template-columns: repeat(6, minmax(0, 1fr)) 186px;
    gap: 6px;
    margin-top: 10px;
  }
  .cs-mem-card {
    position: relative;
    display: flex;
    border: 1px solid var(--line);
    border-radius: 7px;
    background: var(--paper);
  }
  .cs-mem-card label {
    flex: 1;
    min-width: 0;
    margin: 0;
    cursor: pointer;
  }
  .cs-mem-card input[type="radio"] {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .cs-mem-tile {
    display: flex;
    flex-direction: column;
    min-height: 47px;
    padding: 4px 8px 5px;
    font-size: 13.5px;
    line-height: 19px;
    white-space: nowrap;
  }
  .cs-mem-batch {
    font-size: 12.5px;
    color: var(--soft);
  }
  .cs-mem-fits {
    font-weight: 700;
    color: var(--good);
  }
  .cs-mem-fits.cs-mem-too-small {
    color: var(--misfit);
  }
  .cs-mem-card:has(:checked) {
    border-color: var(--ink);
    background: var(--wash);
    box-shadow: inset 0 0 0 1px var(--ink);
  }
  .cs-mem-card:has([type="radio"]:focus-visible) {
    outline: 3px solid var(--focus);
    outline-offset: 1px;
  }
  .cs-mem-own {
    position: relative;
    display: flex;
    gap: 4px;
    align-items: center;
    padding-right: 8px;
    font-size: 13.5px;
    white-space: nowrap;
  }
  .cs-mem-own input {
    width: 52px;
    height: 28px;
    padding: 0 4px;
    border: 1px solid var(--line);
    border-radius: 5px;
    background: var(--paper);
    text-align: right;
    appearance: textfield;
    -moz-appearance: textfield;
  }
  .cs-mem-own input::-webkit-inner-spin-button {
    display: none;
  }
  /* ---- memory over one step */
  .cs-mem-over-time {
    display: flex;
    gap: 16px;
    align-items: flex-start;
    margin-top: 14px;
  }
  .cs-mem-picture {
    flex: 1;
    min-width: 0;
    cursor: crosshair;
    touch-action: pan-y;
  }
  .cs-mem-drawing {
    display: block;
    width: 100%;
    height: auto;
    overflow: visible;
  }
  .cs-mem-drawing text {
    font-size: 12px;
    fill: var(--ink);
  }
  .cs-mem-end {
    text-anchor: end;
  }
  .cs-mem-middle {
    text-anchor: middle;
  }
  .cs-mem-strong {
    font-weight: 600;
  }
  .cs-mem-halo {
    paint-order: stroke;
    stroke: var(--paper);
    stroke-width: 4px;
    stroke-linejoin: round;
  }
  .cs-mem-grid {
    fill: none;
    stroke: var(--line);
    stroke-width: 1;
    opacity: 0.6;
  }
  .cs-mem-turn {
    fill: none;
    stroke: var(--ink);
    stroke-width: 1;
    stroke-dasharray: 2 3;
  }
  .cs-mem-area {
    stroke: var(--paper);
    stroke-width: 0.8;
  }
  .cs-mem-area.cs-mem-parameters {
    fill: var(--parameters);
  }
  .cs-mem-area.cs-mem-step-cache {
    fill: var(--step-cache);
  }
  .cs-mem-area.cs-mem-parameter-gradients {
    fill: var(--parameter-gradients);
  }
  .cs-mem-area.cs-mem-data {
    fill: var(--data);
  }
  .cs-mem-area.cs-mem-activations {
    fill: var(--activations);
  }
  .cs-mem-area.cs-mem-gradients {
    fill: var(--gradients);
  }
  .cs-mem-area.cs-mem-workspace {
    fill: var(--workspace);
  }
  .cs-mem-card-line {
    fill: none;
    stroke: var(--misfit);
    stroke-width: 2;
    stroke-dasharray: 7 4;
  }
  .cs-mem-mark {
    fill: var(--ink);
  }
  .cs-mem-chosen {
    fill: color-mix(in srgb, var(--ink) 14%, transparent);
    stroke: var(--ink);
    stroke-width: 1.5;
  }
  .cs-mem-pointed {
    fill: color-mix(in srgb, var(--ink) 12%, transparent);
    stroke: none;
  }
  .cs-mem-legend {
    flex: none;
    width: 216px;
    font-size: 13px;
  }
  .cs-mem-moment {
    min-height: 38px;
    font-weight: 600;
    line-height: 19px;
    overflow-wrap: anywhere;
  }
  .cs-mem-legend ul {
    margin: 6px 0 0;
    padding: 0;
    list-style: none;
  }
  .cs-mem-legend li {
    display: grid;
    grid-template-columns: 14px 1fr auto;
    gap: 7px;
    align-items: center;
    margin: 0;
    line-height: 22px;
  }
  .cs-mem-swatch {
    width: 14px;
    height: 14px;
    border: 1px solid color-mix(in srgb, var(--ink) 35%, transparent);
    border-radius: 3px;
    background: var(--swatch);
  }
  li.cs-mem-parameters {
    --swatch: var(--parameters);
  }
  li.cs-mem-step-cache {
    --swatch: var(--step-cache);
  }
  li.cs-mem-parameter-gradients {
    --swatch: var(--parameter-gradients);
  }
  li.cs-mem-data {
    --swatch: var(--data);
  }
  li.cs-mem-activations {
    --swatch: var(--activations);
  }
  li.cs-mem-gradients {
    --swatch: var(--gradients);
  }
  li.cs-mem-workspace {
    --swatch: var(--workspace);
  }
  li.cs-mem-all {
    margin-top: 3px;
    border-top: 1px solid var(--line);
    font-weight: 600;
  }
  .cs-mem-all .cs-mem-swatch {
    visibility: hidden;
  }
  /* ---- the table */
  .cs-mem-bar {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 8px;
    align-items: center;
    margin-top: 14px;
  }
  .cs-mem-bar .cs-button {
    height: 30px;
    padding: 0 9px;
    font-size: 13.5px;
  }
  .cs-mem-bar .cs-mem-select {
    display: none;
  }
  .cs-mem-copied {
    font-size: 13.5px;
    color: var(--good);
  }
  .cs-mem-table {
    position: relative;
    max-height: 460px;
    margin-top: 8px;
    overflow: auto;
    border: 1px solid var(--line);
    border-radius: 7px;
  }
  .cs-mem-table table {
    display: table;
    width: 100%;
    margin: 0;
    border: 0;
    border-collapse: separate;
    border-spacing: 0;
    font-size: 12.5px;
    line-height: 20px;
    table-layout: fixed;
  }
  .cs-mem-table thead .cs-mem-size {
    width: 104px;
  }
  .cs-mem-table thead .cs-mem-count {
    width: 82px;
  }
  .cs-mem-table.cs-mem-few thead .cs-mem-count {
    width: 104px;
  }
  .cs-mem-table tr {
    background: var(--paper);
  }
  .cs-mem-table :is(th, td) {
    padding: 2px 5px;
    border: 0;
    border-top: 1px solid color-mix(in srgb, var(--line) 55%, transparent);
    background: none;
    font-weight: 400;
    text-align: right;
    white-space: nowrap;
    vertical-align: middle;
    color: inherit;
  }
  .cs-mem-table thead th {
    position: sticky;
    top: 0;
    z-index: 2;
    padding: 0;
    border-top: 0;
    border-bottom: 1px solid var(--line);
    background: var(--wash);
    vertical-align: bottom;
  }
  .cs-mem-table thead button {
    width: 100%;
    min-height: 30px;
    padding: 4px 5px;
    border: 0;
    background: none;
    font-size: 12px;
    line-height: 15px;
    text-align: right;
    white-space: normal;
    color: var(--soft);
    cursor: pointer;
  }
  .cs-mem-table thead button:focus-visible {
    outline-offset: -3px;
  }
  .cs-mem-table thead button:hover {
    color: var(--ink);
    text-decoration: underline;
  }
  .cs-mem-table thead [aria-sort] button {
    color: var(--ink);
    font-weight: 600;
  }
  .cs-mem-arrow {
    margin-left: 3px;
    font-size: 12px;
    line-height: 1;
  }
  .cs-mem-table .cs-mem-pass,
  .cs-mem-table thead .cs-mem-pass button {
    text-align: left;
  }
  .cs-mem-table .cs-mem-pass {
    white-space: normal;
  }
  .cs-mem-table tbody .cs-mem-pass {
    padding: 0;
  }
  .cs-mem-head {
    display: flex;
    align-items: stretch;
    min-height: 25px;
  }
  .cs-mem-number {
    flex: none;
    min-width: 41px;
    padding: 0 2px 0 4px;
    font-size: 12px;
    line-height: 25px;
    text-align: right;
    white-space: nowrap;
    color: var(--soft);
  }
  .cs-mem-name {
    min-height: 24px;
    min-width: 24px;
    padding: 1px 5px;
    border: 0;
    border-radius: 5px;
    background: none;
    font: 12px / 22px var(--mono);
    text-align: left;
    overflow-wrap: break-word;
    cursor: pointer;
  }
  .cs-mem-fold {
    display: inline-block;
    width: 13px;
  }
  .cs-mem-body[inert] {
    opacity: 0.45;
  }
  .cs-mem-rail {
    position: relative;
    flex: none;
    width: 16px;
    margin-left: 4px;
    border-left: 2px solid var(--x-line);
    opacity: 0.85;
  }
  .cs-mem-rail.cs-mem-branches {
    border-left-style: double;
    border-left-width: 4px;
  }
  .cs-mem-rail small {
    position: absolute;
    left: 3px;
    top: 2px;
    font-size: 12px;
    line-height: 20px;
    color: var(--x-line);
  }
  .cs-mem-table tbody tr {
    cursor: pointer;
  }
  .cs-mem-table .cs-mem-size {
    color: var(--soft);
  }
  .cs-mem-table tbody tr.cs-mem-lit td,
  .cs-mem-table tbody tr:hover td {
    background-color: var(--wash);
  }
  .cs-mem-table tbody tr.cs-mem-on td {
    background-color: var(--x-cell);
  }
  .cs-mem-on .cs-mem-name {
    font-weight: 700;
  }
  .cs-mem-loose {
    color: var(--soft);
  }
  td.cs-mem-activations {
    --bar: var(--activations);
  }
  td.cs-mem-parameters {
    --bar: var(--parameters);
  }
  td.cs-mem-gradients {
    --bar: var(--gradients);
  }
  td.cs-mem-step-cache {
    --bar: var(--step-cache);
  }
  td.cs-mem-workspace {
    --bar: var(--workspace);
  }
  td.cs-mem-macs {
    --bar: var(--macs);
  }
  /* What is kept is solid, what is freed once it has been read is hatched. */
  .cs-mem-table td[style] {
    background-image:
      linear-gradient(var(--bar), var(--bar)), linear-gradient(var(--paper), var(--paper)),
      repeating-linear-gradient(135deg, var(--bar) 0 1.5px, transparent 1.5px 4px);
    background-position: right center;
    background-repeat: no-repeat;
    background-size:
      var(--solid) 18px,
      var(--solid) 18px,
      var(--share) 18px;
  }
  /* Gradients of outputs, and behind them those of parameters. */
  .cs-mem-table td.cs-mem-gradients[style] {
    background-image:
      linear-gradient(var(--bar), var(--bar)), linear-gradient(var(--paper), var(--paper)),
      linear-gradient(var(--parameter-gradients), var(--parameter-gradients));
  }
  .cs-mem-table tfoot {
    position: sticky;
    bottom: 0;
    z-index: 2;
  }
  .cs-mem-table tfoot :is(th, td) {
    padding: 4px 5px;
    border-top: 1px solid var(--line);
    background: var(--wash);
    font-weight: 600;
  }
  .cs-mem-table tfoot th {
    white-space: normal;
    line-height: 17px;
  }
  .cs-mem-table tfoot .cs-mem-size {
    color: inherit;
  }
  .cs-mem-inspector {
    min-height: 3em;
    margin-top: 8px;
    padding-left: 10px;
    border-left: 3px solid var(--x-line);
    font-size: 14px;
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }
  @container (max-width: 620px) {
    .cs-mem-fields {
      gap: 4px 8px;
    }
    .cs-mem-fields .cs-mem-select {
      padding: 0 2px;
      font-size: 13.5px;
    }
    .cs-mem-cards {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
    .cs-mem-card:last-child {
      grid-column: 1 / 4;
    }
    .cs-mem-over-time {
      display: block;
    }
    .cs-mem-legend {
      width: auto;
      margin-top: 6px;
    }
    .cs-mem-moment {
      min-height: 0;
    }
    .cs-mem-legend ul {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: 0 16px;
    }
    .cs-mem-bar .cs-mem-select {
      display: inline-block;
    }
    /* Labels take two lines here: a folded VGG-16 is still seen down to its last row. */
    .cs-mem-table {
      max-height: 600px;
    }
    /* One column at a time. */
    .cs-mem-table .cs-mem-count {
      display: none;
      width: 96px;
    }
    .cs-mem-table[data-column="activations"] .cs-mem-activations,
    .cs-mem-table[data-column="parameters"] .cs-mem-parameters,
    .cs-mem-table[data-column="gradients"] .cs-mem-gradients,
    .cs-mem-table[data-column="step-cache"] .cs-mem-step-cache,
    .cs-mem-table[data-column="workspace"] .cs-mem-workspace,
    .cs-mem-table[data-column="macs"] .cs-mem-macs {
      display: table-cell;
    }
  }
  @media print {
    .cs-mem-controls,
    .cs-mem-bar {
      display: none;
    }
    .cs-mem-table {
      max-height: none;
    }
  }
  @media (forced-colors: active) {
    .cs-mem-on .cs-mem-name {
      text-decoration: underline;
    }
    --ink: CanvasText;
    --paper: Canvas;
    --line: CanvasText;
    .cs-mem-area,
    .cs-mem-swatch {
      forced-color-adjust: none;
    }
    .cs-mem-drawing text {
      fill: CanvasText;
    }
    .cs-mem-card:has(:checked) {
      outline: 3px solid Highlight;
    }
  }
}
`,""]),s.d(e,{},{A:d})},53(t,e,s){var i=s(30),a=s.n(i),r=s(31),n=s.n(r),o=s(37),l=s(41),h=n()(a());h.i(o.A),h.i(l.A),h.push([t.id,`.cs-widget.cs-nets {
  padding: 4px 0;
  .cs-options {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 10px;
    align-items: center;
    margin-top: 10px;
  }
  .cs-choice label {
    margin: 0;
    text-align: center;
  }
  .cs-choice span {
    padding: 4px 9px;
    font-size: 13.5px;
  }
  .cs-reset {
    margin-left: auto;
    border-color: transparent;
    background: none;
  }
  /* ---- the chart */
  .cs-chart {
    margin-top: 8px;
  }
  .cs-chart > svg {
    display: block;
    max-width: 100%;
    overflow: visible;
    cursor: default;
    touch-action: manipulation;
  }
  .cs-chart.cs-pointed > svg {
    cursor: pointer;
  }
  .cs-chart path {
    stroke: var(--line);
    fill: none;
  }
  .cs-chart text {
    fill: var(--ink);
    font-size: 12px;
    text-anchor: middle;
    pointer-events: none;
    user-select: none;
  }
  .cs-chart .cs-start {
    text-anchor: start;
  }
  .cs-chart .cs-end {
    text-anchor: end;
  }
  .cs-chart .cs-title {
    font-weight: 600;
  }
  .cs-names text {
    stroke: var(--paper);
    stroke-width: 3px;
    stroke-linejoin: round;
    paint-order: stroke;
  }
  .cs-chart circle {
    fill: var(--hatch);
    fill-opacity: 0.3;
    stroke: var(--soft);
    stroke-width: 1.2;
  }
  .cs-net.cs-hovered circle {
    stroke: var(--ink);
    stroke-width: 2.5;
  }
  .cs-net.cs-beside circle {
    fill: var(--w-tap);
    fill-opacity: 1;
    stroke: var(--w-ink);
    stroke-width: 2.5;
  }
  .cs-net.cs-chosen circle {
    fill: var(--x-tap);
    fill-opacity: 1;
    stroke: var(--x-ink);
    stroke-width: 2.5;
  }
  .cs-net:focus {
    outline: none;
  }
  .cs-net:focus-visible circle {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
  }
  .cs-areas {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 18px;
    align-items: center;
    font-size: 13.5px;
  }
  .cs-areas span {
    display: inline-flex;
    gap: 6px;
    align-items: center;
  }
  /* ---- a net in numbers */
  .cs-cards {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 14px 24px;
    margin-top: 8px;
  }
  .cs-keep {
    margin-top: 10px;
  }
  @container (min-width: 640px) {
    .cs-cards.cs-two {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  .cs-card {
    --bar: var(--x-tap);
    --edge: var(--x-ink);
    min-width: 0;
  }
  .cs-card.cs-beside {
    --bar: var(--w-tap);
    --edge: var(--w-ink);
  }
  .cs-card table {
    width: 100%;
    margin: 0;
    border-collapse: collapse;
    font-size: 13px;
    line-height: 17px;
  }
  .cs-name {
    padding-left: 8px;
    border-left: 6px solid var(--edge);
    font-weight: 700;
  }
  .cs-card tr {
    background: none;
  }
  .cs-card :is(th, td) {
    height: 24px;
    padding: 2px 8px 2px 0;
    border: 0;
    color: inherit;
    font-weight: 400;
    text-align: start;
    vertical-align: middle;
    white-space: nowrap;
  }
  .cs-card :is(th, td):not(:first-child) {
    width: 40%;
  }
  .cs-card thead th {
    color: var(--soft);
  }
  .cs-card :is(th, td):first-child {
    width: 1%;
  }
  .cs-track {
    display: block;
    height: 7px;
    background: var(--wash);
  }
  .cs-bar {
    display: block;
    height: 100%;
    min-width: 1px;
    background: var(--edge);
  }
  .cs-amount {
    display: block;
  }
  .cs-card dl {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 18px;
    margin: 4px 0;
    font-size: 13.5px;
  }
  .cs-card dl > div {
    display: flex;
    gap: 6px;
  }
  .cs-card dt {
    color: var(--soft);
  }
  .cs-card dd {
    font-weight: 600;
  }
  .cs-source {
    margin-top: 10px;
    color: var(--soft);
    font-size: 13px;
  }
  @media (forced-colors: active) {
    .cs-chart circle {
      fill: Canvas;
      stroke: CanvasText;
    }
    .cs-net.cs-chosen circle {
      fill: Highlight;
    }
    .cs-net.cs-beside circle {
      stroke-dasharray: 3 2;
    }
    .cs-bar {
      forced-color-adjust: none;
      background: CanvasText;
    }
  }
  @media print {
    .cs-options,
    .cs-keep {
      display: none;
    }
  }
}
`,""]),s.d(e,{},{A:h})},54(t,e,s){var i=s(30),a=s.n(i),r=s(31),n=s.n(r),o=s(37),l=s(40),h=s(44),c=s(41),d=s(46),p=n()(a());p.i(o.A),p.i(l.A),p.i(h.A),p.i(c.A),p.i(d.A),p.push([t.id,`.cs-widget.cs-pooling {
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
`,""]),s.d(e,{},{A:p})},55(t,e,s){var i=s(30),a=s.n(i),r=s(31),n=s.n(r),o=s(37),l=s(41),h=n()(a());h.i(o.A),h.i(l.A),h.push([t.id,`.cs-widget.cs-shift {
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
`,""]),s.d(e,{},{A:h})},56(t,e,s){var i=s(30),a=s.n(i),r=s(31),n=s.n(r),o=s(37),l=n()(a());l.i(o.A),l.push([t.id,`.cs-widget.cs-predict {
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
  .cs-guess-real-line {
    fill: none;
    stroke: var(--ink);
    stroke-width: 2.5;
    stroke-dasharray: 7 4;
    pointer-events: none;
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
`,""]),s.d(e,{},{A:l})},57(t,e,s){var i=s(30),a=s.n(i),r=s(31),n=s.n(r),o=s(37),l=s(41),h=s(40),c=n()(a());c.i(o.A),c.i(l.A),c.i(h.A),c.push([t.id,`.cs-widget.cs-receptive {
  padding: 4px 0;
  .cs-tasks {
    margin: 8px 0 0;
    padding: 0;
    list-style: none;
  }
  .cs-tasks .cs-task {
    margin: 2px 0 0;
    padding: 5px 12px;
  }
  .cs-choices {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 8px;
    align-items: center;
    margin: 6px 0 2px;
  }
  .cs-missed,
  .cs-warning,
  .cs-problem {
    color: var(--misfit);
  }
  /* ---- what can be changed: the stack, the view, the chosen layer */
  .cs-options,
  .cs-editor {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 10px;
    align-items: center;
    margin-top: 12px;
  }
  .cs-reset {
    margin-left: auto;
    border-color: transparent;
    background: none;
  }
  .cs-choice label {
    margin: 0;
    text-align: center;
  }
  .cs-choice span {
    padding: 4px 9px;
    font-size: 13.5px;
  }
  .cs-editor {
    min-height: 46px;
    margin-top: 8px;
    padding: 6px 10px;
    border: 1px solid var(--line);
    border-radius: 7px;
    background: var(--wash);
  }
  .cs-editor .cs-choice {
    background: var(--paper);
  }
  .cs-editor-name {
    font-size: 14px;
  }
  .cs-knobs {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 12px;
    margin: 0;
  }
  .cs-knob {
    display: flex;
    gap: 5px;
    align-items: center;
  }
  .cs-knob label {
    margin: 0;
    font-size: 13px;
  }
  .cs-knob-box {
    width: 80px;
  }
  .cs-knob-button {
    flex-basis: 24px;
  }
  .cs-editor > .cs-button {
    margin-left: auto;
    padding: 0 9px;
    font-size: 14px;
  }
  .cs-note {
    min-height: 1.5em;
    margin-top: 6px;
    font-size: 13px;
    color: var(--soft);
    text-wrap: pretty;
  }
  .cs-note.cs-warning {
    color: var(--misfit);
  }
  /* ---- the photograph, and the maps beside it */
  .cs-stage {
    display: grid;
    grid-template-columns: minmax(0, 300px) minmax(0, 1fr);
    gap: 8px 20px;
    align-items: start;
    margin-top: 6px;
  }
  .cs-maps {
    display: grid;
    grid-template-columns: repeat(var(--across), minmax(0, 1fr));
    gap: 10px;
  }
  .cs-map {
    display: flex;
    flex-direction: column;
    min-width: 0;
  }
  .cs-layer {
    display: flex;
    flex: 1 0 auto;
    flex-direction: column;
    width: 100%;
    min-height: 40px;
    margin-bottom: 5px;
    padding: 2px 4px;
    border: 0;
    border-radius: 5px;
    background: none;
    font-size: 12.5px;
    line-height: 1.45;
    text-align: left;
    white-space: nowrap;
  }
  .cs-layer :is(b, span) {
    overflow: hidden;
    text-overflow: ellipsis;
    letter-spacing: -0.01em;
  }
  .cs-layer span {
    font-size: 12px;
    color: var(--soft);
  }
  button.cs-layer {
    cursor: pointer;
    box-shadow: inset 0 0 0 1px var(--line);
  }
  button.cs-layer:hover {
    background: var(--wash);
  }
  button.cs-layer[aria-pressed="true"] {
    background: var(--wash);
    box-shadow: inset 0 0 0 2px var(--ink);
  }
  /* A field is \`--cells\` wide, a ring of padding included: dots on the page's paper. */
  .cs-field {
    position: relative;
    flex: none;
    aspect-ratio: 1;
    cursor: crosshair;
    touch-action: pan-y;
    background: radial-gradient(circle, var(--hatch) 0.7px, transparent 1px) 0 0 / 4px 4px;
  }
  .cs-field canvas {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    image-rendering: pixelated;
  }
  .cs-field .cs-cells {
    inset: calc(100% * var(--ring) / var(--cells));
    width: calc(100% * (1 - 2 * var(--ring) / var(--cells)));
    height: calc(100% * (1 - 2 * var(--ring) / var(--cells)));
    background: var(--paper);
    outline: 1px solid var(--line);
  }
  .cs-only-window .cs-cells {
    background: var(--line);
  }
  .cs-frame {
    position: absolute;
    left: calc(100% * var(--left) / var(--cells));
    top: calc(100% * var(--top) / var(--cells));
    width: calc(100% * var(--wide) / var(--cells));
    height: calc(100% * var(--high) / var(--cells));
    box-shadow:
      0 0 0 2px var(--x-line),
      0 0 0 3px var(--paper);
    pointer-events: none;
  }
  .cs-here .cs-frame {
    box-shadow:
      0 0 0 2px #d1402f,
      0 0 0 4px #fff;
  }
  .cs-legend {
    grid-column: 1 / -1;
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
    font-size: 12.5px;
    color: var(--soft);
  }
  .cs-legend span {
    display: inline-flex;
    gap: 6px;
    align-items: center;
  }
  .cs-legend i {
    width: 13px;
    height: 13px;
    background: #9a6a3a;
  }
  .cs-legend .cs-unseen {
    background: color-mix(in srgb, #9a6a3a 33%, var(--paper));
  }
  .cs-only-window .cs-legend .cs-unseen {
    background: var(--line);
  }
  .cs-legend .cs-zero {
    border: 3px solid var(--paper);
    background: #c77700;
    outline: 1px solid var(--line);
  }
  /* ---- words */
  .cs-words {
    min-height: 4.4em;
    margin-top: 6px;
    text-wrap: pretty;
  }
  .cs-sentence {
    font-weight: 600;
  }
  .cs-words p + p {
    margin-top: 2px;
    font-size: 14px;
  }
  /* ---- what it costs, beside one layer */
  .cs-costs {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 4px 16px;
    margin-top: 8px;
  }
  .cs-cost-note {
    grid-column: 1 / -1;
    font-size: 12.5px;
    color: var(--soft);
  }
  .cs-card {
    min-width: 0;
    padding: 8px 12px;
    border: 1px solid var(--line);
    border-radius: 7px;
  }
  .cs-card-title {
    display: flex;
    flex-direction: column;
    font-size: 14px;
  }
  .cs-card-title span {
    color: var(--soft);
  }
  .cs-side {
    display: block;
    width: 100%;
    margin: 6px 0;
  }
  .cs-side path {
    fill: none;
    stroke: var(--x-line);
    stroke-linecap: round;
  }
  .cs-side .cs-lines {
    stroke-width: 0.8;
    opacity: 0.65;
  }
  .cs-side .cs-dots {
    stroke-width: var(--dot);
  }
  .cs-side .cs-dots-skipped {
    stroke: var(--line);
  }
  .cs-cost {
    display: flex;
    gap: 10px;
    align-items: center;
    min-height: 24px;
    font-size: 14px;
    white-space: nowrap;
  }
  .cs-cost b {
    flex: 0 0 122px;
  }
  .cs-bar-room {
    flex: 1;
    height: 12px;
    background: var(--wash);
  }
  .cs-bar {
    display: block;
    min-width: 1px;
    height: 100%;
    background: var(--w-line);
  }
  .cs-kinks {
    display: flex;
    gap: 4px;
    min-width: 0;
  }
  .cs-kinks svg {
    width: 18px;
    height: 16px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.8;
  }
  @container (max-width: 620px) {
    .cs-stage {
      grid-template-columns: minmax(0, 1fr);
    }
    .cs-photograph {
      width: min(100%, 300px);
      margin: 0 auto;
    }
    .cs-photograph .cs-layer {
      flex-direction: row;
      gap: 8px;
      min-height: 0;
    }
    .cs-maps {
      grid-template-columns: repeat(var(--across-narrow), minmax(0, 1fr));
    }
    .cs-words {
      min-height: 7.2em;
    }
    .cs-editor .cs-knobs {
      display: grid;
      flex: 1 0 100%;
      grid-template-columns: repeat(3, minmax(0, 1fr));
      order: 1;
    }
    .cs-knob {
      display: block;
    }
    .cs-knob-box {
      width: auto;
    }
  }
  @container (max-width: 440px) {
    .cs-maps {
      gap: 6px;
    }
    .cs-layer {
      padding: 2px 3px;
      font-size: 12px;
    }
    .cs-map-word {
      display: none;
    }
    .cs-costs {
      gap: 4px 8px;
    }
    .cs-card {
      padding: 6px 8px;
    }
    .cs-cost {
      flex-wrap: wrap;
      gap: 2px 8px;
    }
    .cs-cost b {
      flex: 1 0 100%;
      font-size: 13px;
    }
    .cs-bar-room {
      flex-basis: 100%;
    }
    .cs-kinks svg {
      width: 13px;
    }
  }
  @media (forced-colors: active) {
    .cs-frame {
      outline: 2px solid;
    }
  }
  @media print {
    .cs-options,
    .cs-editor,
    .cs-note {
      display: none;
    }
  }
}
`,""]),s.d(e,{},{A:c})},58(t,e,s){var i=s(30),a=s.n(i),r=s(31),n=s.n(r),o=s(37),l=n()(a());l.i(o.A),l.push([t.id,`.cs-widget.cs-blocks {
  padding: 4px 0;
  /* ---- the net */
  .cs-resnet {
    display: flex;
    gap: 0 6px;
    align-items: center;
    margin-top: 12px;
  }
  .cs-layer {
    flex: none;
    width: min-content;
    font-size: 12px;
    line-height: 16px;
    text-align: center;
  }
  .cs-stage {
    flex: 1 1 0;
    min-width: 0;
    padding: 4px 0;
    border-top: 3px solid var(--line);
  }
  .cs-volume-size {
    display: block;
    color: var(--soft);
    font-size: 13px;
  }
  .cs-row-of-blocks {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
  }
  .cs-block {
    display: block;
    min-width: 0;
    margin: 0;
    padding: 4px 0;
    border: 1px solid transparent;
    border-radius: 7px;
    background: none;
    font-size: 13px;
    line-height: 17px;
    cursor: pointer;
    touch-action: manipulation;
  }
  .cs-block:disabled {
    cursor: default;
  }
  .cs-block:enabled:hover {
    border-color: var(--line);
    background: var(--wash);
  }
  .cs-block svg {
    display: block;
    width: 100%;
    height: 78px;
    overflow: visible;
  }
  .cs-way {
    stroke: var(--soft);
    stroke-width: 1.5;
    fill: none;
  }
  .cs-conv {
    fill: var(--w-tap);
    stroke: var(--w-ink);
  }
  .cs-arc {
    stroke: var(--x-line);
    stroke-width: 2;
    fill: none;
  }
  .cs-gone .cs-through {
    display: none;
  }
  .cs-gone .cs-conv {
    fill: none;
    stroke: var(--hatch);
    stroke-dasharray: 3 3;
  }
  .cs-gone .cs-arc {
    stroke-width: 4.5;
  }
  .cs-foot,
  .cs-halves {
    display: block;
  }
  .cs-gone .cs-in-out {
    color: var(--misfit);
    font-weight: 600;
  }
  .cs-halves {
    min-height: 17px;
    color: var(--soft);
    font-size: 12px;
  }
  /* ---- what it gets right */
  .cs-head {
    display: flex;
    gap: 10px;
    align-items: center;
    justify-content: space-between;
    margin-top: 10px;
  }
  .cs-reset {
    flex: none;
    border-color: transparent;
    background: none;
  }
  .cs-result {
    min-height: 1.45em;
  }
  .cs-right {
    margin-right: 6px;
    font-size: 18px;
  }
  .cs-change {
    color: var(--misfit);
  }
  .cs-score {
    position: relative;
    margin: 6px 0 26px;
  }
  .cs-full {
    height: 20px;
    border: 1px solid var(--hatch);
    background: var(--wash);
  }
  .cs-fill {
    display: block;
    height: 100%;
    background: var(--y-line);
    transition: width 0.2s;
  }
  .cs-limit {
    position: absolute;
    top: -3px;
    width: 2px;
    height: 28px;
    margin-left: -1px;
    background: var(--ink);
  }
  .cs-limit > span {
    position: absolute;
    top: 28px;
    left: 0;
    font-size: 12px;
    line-height: 16px;
    white-space: nowrap;
  }
  .cs-limit.cs-whole > span {
    right: 0;
    left: auto;
  }
  .cs-left {
    font-size: 13.5px;
  }
  @container (max-width: 560px) {
    .cs-resnet {
      display: block;
    }
    .cs-layer {
      display: block;
      width: auto;
      text-align: start;
    }
    .cs-stage {
      margin-top: 2px;
    }
    .cs-out {
      min-height: 2.9em;
    }
    .cs-result span {
      display: block;
      min-height: 1.45em;
    }
    .cs-block svg {
      height: 70px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .cs-fill {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    .cs-fill {
      forced-color-adjust: none;
      background: Highlight;
    }
    .cs-conv {
      fill: CanvasText;
    }
    .cs-gone .cs-conv {
      fill: Canvas;
    }
  }
  @media print {
    .cs-reset {
      display: none;
    }
  }
}
`,""]),s.d(e,{},{A:l})},46(t,e,s){var i=s(30),a=s.n(i),r=s(31),n=(s.n(r))()(a());n.push([t.id,`.cs-widget {
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
`,""]),s.d(e,{},{A:n})},41(t,e,s){var i=s(30),a=s.n(i),r=s(31),n=(s.n(r))()(a());n.push([t.id,`/* One of a few, as one strip of radio buttons. */
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
  @media (forced-colors: active) {
    .cs-choice input:checked + span {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
  .cs-choice:has(:focus-visible) {
    outline: 3px solid var(--focus);
    outline-offset: 1px;
  }
}
`,""]),s.d(e,{},{A:n})},44(t,e,s){var i=s(30),a=s.n(i),r=s(31),n=(s.n(r))()(a());n.push([t.id,`/* The size formula, a letter under each number, and whether the windows fit. */
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
`,""]),s.d(e,{},{A:n})},40(t,e,s){var i=s(30),a=s.n(i),r=s(31),n=(s.n(r))()(a());n.push([t.id,`/* Settings: small spin buttons in one strip. */
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
`,""]),s.d(e,{},{A:n})},45(t,e,s){var i=s(30),a=s.n(i),r=s(31),n=(s.n(r))()(a());n.push([t.id,`/* Back, Play, Step and Reset. */
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
`,""]),s.d(e,{},{A:n})},50(t,e,s){var i=s(30),a=s.n(i),r=s(31),n=(s.n(r))()(a());n.push([t.id,`/* A volume slice by slice, as the sliding filter and im2col show it. */
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
`,""]),s.d(e,{},{A:n})},38(t,e,s){var i=s(30),a=s.n(i),r=s(31),n=(s.n(r))()(a());n.push([t.id,`/* A slider: its name, the track, its value. */
.cs-widget {
  .cs-slide {
    display: flex;
    flex: 1 1 220px;
    min-width: 0;
    gap: 10px;
    align-items: center;
  }
  .cs-slide label {
    margin: 0;
    line-height: 28px;
  }
  .cs-slider {
    flex: 1 1 100px;
    width: 0;
    min-width: 60px;
    height: 28px;
    margin: 0;
    padding: 0;
    accent-color: var(--x-line);
    cursor: pointer;
  }
  .cs-value {
    min-width: 3.2em;
  }
  @container (max-width: 620px) {
    .cs-slide {
      flex-basis: 100%;
    }
  }
}
`,""]),s.d(e,{},{A:n})},42(t,e,s){var i=s(30),a=s.n(i),r=s(31),n=(s.n(r))()(a());n.push([t.id,`/* A net as text: a field to type in, its marks behind it. */
.cs-widget {
  .cs-net-text {
    display: grid;
    margin-top: 8px;
    border: 1px solid var(--line);
    border-radius: 7px;
    background: var(--paper);
  }
  .cs-net-text:focus-within {
    outline: 3px solid var(--focus);
    outline-offset: 1px;
  }
  .cs-net-back,
  .cs-net-field {
    grid-area: 1 / 1;
    min-width: 0;
    margin: 0;
    padding: 6px 12px 12px;
    border: 0;
    font: 14px / 27px var(--mono);
    letter-spacing: 0;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    word-break: normal;
    tab-size: 1;
  }
  .cs-net-field {
    width: 100%;
    height: 100%;
    border-radius: 7px;
    background: none;
    color: var(--ink);
    resize: none;
    overflow: hidden;
    outline: none;
    box-shadow: none;
  }
  .cs-net-field {
    position: relative;
    z-index: 1;
  }
  .cs-net-back {
    color: transparent;
    user-select: none;
  }
  .cs-net-back span {
    border-radius: 4px;
  }
  .cs-net-chosen {
    background: var(--x-cell);
    box-shadow: 0 0 0 2px var(--x-cell);
  }
  .cs-net-over {
    text-decoration: underline dotted var(--hatch) 2px;
    text-underline-offset: 5px;
  }
  .cs-net-wrong {
    background: var(--misfit-wash);
    box-shadow: 0 0 0 2px var(--misfit-wash);
    text-decoration: underline solid var(--misfit) 2px;
    text-decoration-skip-ink: none;
    text-underline-offset: 4px;
  }
  .cs-net-here {
    position: relative;
  }
  .cs-net-here::after {
    position: absolute;
    left: -0.05em;
    bottom: -0.95em;
    content: "▲";
    content: "▲" / "";
    font-size: 10px;
    line-height: 1;
    color: var(--misfit);
  }
}
`,""]),s.d(e,{},{A:n})},47(t,e,s){var i=s(30),a=s.n(i),r=s(31),n=(s.n(r))()(a());n.push([t.id,`/* A table of numbers, its rows and columns numbered unless it is plain, and a frame round some of its cells. */
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
  --mono: ui-monospace, "SFMono-Regular", Menlo, Consolas, "Liberation Mono", monospace;
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
`,""]),s.d(e,{},{A:n})},59(t,e,s){var i=s(30),a=s.n(i),r=s(31),n=s.n(r),o=s(37),l=s(40),h=s(44),c=s(41),d=n()(a());d.i(o.A),d.i(l.A),d.i(h.A),d.i(c.A),d.push([t.id,`.cs-widget.cs-sizing {
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
`,""]),s.d(e,{},{A:d})},60(t,e,s){var i=s(30),a=s.n(i),r=s(31),n=s.n(r),o=s(37),l=s(40),h=s(44),c=s(46),d=s(50),p=s(45),u=n()(a());u.i(o.A),u.i(l.A),u.i(h.A),u.i(c.A),u.i(d.A),u.i(p.A),u.push([t.id,`.cs-widget.cs-sliding {
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
`,""]),s.d(e,{},{A:u})},61(t,e,s){var i=s(30),a=s.n(i),r=s(31),n=s.n(r),o=s(37),l=s(41),h=s(40),c=s(45),d=n()(a());d.i(o.A),d.i(l.A),d.i(h.A),d.i(c.A),d.push([t.id,`.cs-widget.cs-theatre {
  --train: var(--x-line);
  --held: var(--w-line);
  --bar: color-mix(in srgb, var(--x-tap) 75%, transparent);
  padding: 4px 0;
  /* ---- what the reader sets */
  .cs-th-controls {
    display: grid;
    gap: 8px;
    margin-top: 12px;
  }
  .cs-th-line,
  .cs-th-group,
  .cs-th-breaking,
  .cs-th-rate {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 8px;
    align-items: center;
  }
  .cs-th-line {
    column-gap: 14px;
  }
  .cs-th-line:not(:has(> :not([hidden]))) {
    display: none;
  }
  .cs-th-net {
    column-gap: 8px;
  }
  .cs-th-player {
    column-gap: 6px;
  }
  .cs-th-player :is(.cs-th-group, .cs-th-seed) {
    margin-left: 12px;
  }
  .cs-th-label,
  .cs-th-rate label {
    font-size: 13px;
    color: var(--soft);
  }
  .cs-choice label {
    min-width: 24px;
  }
  .cs-choice span {
    padding: 3px 9px;
    font-size: 14px;
    text-align: center;
  }
  .cs-th-spec {
    padding: 0;
    border: 0;
    background: none;
    color: var(--soft);
    font: 12.5px / 1.4 var(--mono);
  }
  .cs-th-rate {
    flex: 0 1 auto;
  }
  .cs-th-rate label {
    line-height: 28px;
  }
  .cs-th-slider {
    width: 130px;
    height: 28px;
    margin: 0;
    accent-color: var(--x-line);
    cursor: pointer;
  }
  .cs-th-rate output {
    min-width: 4.4em;
    font-weight: 600;
    white-space: nowrap;
  }
  .cs-th-scrubber {
    flex: 1 1 240px;
    flex-wrap: nowrap;
    margin-left: 12px;
  }
  .cs-th-scrubber .cs-th-slider {
    flex: 1;
    min-width: 60px;
    width: auto;
  }
  .cs-th-seed .cs-knob {
    display: flex;
    gap: 8px;
    align-items: center;
  }
  .cs-th-seed .cs-knob label {
    font-size: 13px;
  }
  .cs-th-seed .cs-knob-box {
    width: 92px;
  }
  .cs-th-breaking .cs-button {
    font-size: 14px;
  }
  .cs-button[aria-pressed="true"] {
    border-color: var(--ink);
    background: var(--ink);
    color: var(--paper);
  }
  .cs-button[aria-disabled="true"] {
    color: var(--hatch);
    cursor: default;
  }
  /* ---- what is said */
  .cs-th-said {
    min-height: 6.1em;
    margin-top: 12px;
  }
  .cs-sentence {
    font-weight: 600;
  }
  .cs-th-about {
    margin-bottom: 3px;
    color: var(--soft);
    font-size: 14px;
    overflow-wrap: anywhere;
  }
  .cs-th-remark {
    margin-top: 3px;
    text-wrap: pretty;
  }
  .cs-th-problem {
    margin-top: 4px;
    padding: 5px 10px;
    border-left: 3px solid var(--misfit);
    background: var(--misfit-wash);
    color: var(--misfit);
    overflow-wrap: anywhere;
  }
  /* ---- curves */
  .cs-th-charts {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    margin-top: 8px;
  }
  .cs-th-chart p {
    display: flex;
    flex-wrap: wrap;
    gap: 0 10px;
    align-items: baseline;
    font-size: 14px;
  }
  .cs-th-values {
    font-size: 13px;
    color: var(--soft);
  }
  .cs-th-chart svg {
    display: block;
    max-width: 100%;
  }
  .cs-th-grid path {
    stroke: var(--line);
  }
  .cs-th-grid text {
    fill: var(--soft);
    font-size: 12px;
  }
  .cs-th-chart path {
    fill: none;
  }
  .cs-th-train {
    stroke: var(--train);
    stroke-width: 2.2;
  }
  .cs-th-held {
    stroke: var(--held);
    stroke-width: 2.2;
    stroke-dasharray: 6 4;
  }
  .cs-th-blind {
    stroke: var(--ink);
    stroke-width: 1.3;
    stroke-dasharray: 1.5 4;
  }
  .cs-th-legend {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 18px;
    font-size: 13px;
    color: var(--soft);
  }
  .cs-th-key {
    display: inline-flex;
    gap: 6px;
    align-items: center;
  }
  .cs-th-key i {
    width: 24px;
    border-top: 2.5px solid var(--train);
  }
  .cs-th-key i.cs-th-held {
    border-top: 2.5px dashed var(--held);
  }
  .cs-th-key i.cs-th-blind {
    border-top: 2px dotted var(--ink);
  }
  /* ---- the wall, and what is inside */
  .cs-th-stage {
    display: grid;
    grid-template-columns: minmax(0, 370px) minmax(0, 1fr);
    gap: 14px 22px;
    margin-top: 14px;
  }
  .cs-th-title {
    margin-bottom: 4px;
    font-size: 14px;
    font-weight: 600;
  }
  .cs-th-note {
    margin-top: 5px;
    font-size: 13px;
    color: var(--soft);
    text-wrap: pretty;
  }
  .cs-th-wall {
    display: grid;
    gap: 3px;
  }
  .cs-th-row {
    display: grid;
    grid-template-columns: repeat(var(--columns), minmax(0, 1fr));
    gap: 3px;
  }
  .cs-th-image {
    position: relative;
    min-height: 24px;
    border: 2px solid transparent;
    border-radius: 4px;
    cursor: pointer;
  }
  canvas {
    display: block;
    image-rendering: pixelated;
  }
  .cs-th-image canvas {
    width: 100%;
    height: auto;
    border-radius: 2px;
  }
  .cs-th-wrong {
    border-color: var(--w-line);
  }
  .cs-th-badge:not(:empty) {
    position: absolute;
    right: -2px;
    bottom: -2px;
    min-width: 15px;
    padding: 0 3px;
    border-radius: 4px 0 4px 0;
    background: var(--w-line);
    color: var(--paper);
    font-size: 12px;
    font-weight: 700;
    line-height: 15px;
    text-align: center;
  }
  .cs-th-chosen {
    outline: 3px solid var(--ink);
    outline-offset: 0;
  }
  .cs-th-chosen:focus-visible {
    outline-offset: 2px;
  }
  .cs-th-inside {
    display: grid;
    gap: 14px;
    align-content: start;
  }
  .cs-th-path {
    display: flex;
    gap: 12px;
    align-items: flex-start;
  }
  .cs-th-big {
    flex: none;
    width: 72px;
    height: auto;
    border-radius: 3px;
  }
  .cs-th-maps {
    display: grid;
    gap: 4px;
    min-width: 0;
  }
  .cs-th-name {
    font-size: 12.5px;
    color: var(--soft);
  }
  .cs-th-strip {
    display: flex;
    flex-wrap: wrap;
    gap: 3px;
  }
  .cs-th-map canvas {
    width: 28px;
    height: auto;
  }
  .cs-th-filters {
    margin-bottom: 14px;
  }
  .cs-th-filters canvas {
    width: 34px;
    height: auto;
  }
  .cs-th-gradients,
  .cs-th-shares {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .cs-th-shares {
    columns: 2;
    column-gap: 14px;
    margin-top: 6px;
  }
  :is(.cs-th-gradients, .cs-th-shares) li {
    display: grid;
    grid-template-columns: 3.4em minmax(0, 1fr) auto;
    gap: 8px;
    align-items: center;
    margin: 0;
    break-inside: avoid;
    font-size: 13px;
    line-height: 1.5;
  }
  .cs-th-shares li {
    grid-template-columns: minmax(2.1em, auto) minmax(0, 1fr) 2.6em;
  }
  .cs-th-gradients li {
    grid-template-columns: 4.2em minmax(30px, 1fr) minmax(3.6em, auto) minmax(4.4em, auto);
  }
  .cs-th-right {
    font-weight: 700;
  }
  .cs-th-bar-room {
    display: block;
    height: 9px;
    border-radius: 2px;
    background: var(--wash);
    overflow: hidden;
  }
  .cs-th-bar-room i {
    display: block;
    height: 100%;
    background: var(--bar);
  }
  .cs-th-words {
    text-align: end;
    white-space: nowrap;
  }
  @container (max-width: 620px) {
    .cs-th-stage {
      grid-template-columns: minmax(0, 1fr);
    }
    .cs-th-player :is(.cs-th-group, .cs-th-seed),
    .cs-th-scrubber {
      margin-left: 0;
    }
    .cs-th-said {
      min-height: 9em;
    }
    .cs-th-breaking .cs-th-label {
      flex-basis: 100%;
    }
    .cs-th-slider {
      width: 170px;
    }
  }
  @media print {
    .cs-th-controls {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .cs-th-bar-room i {
      background: CanvasText;
    }
    .cs-th-bar-room {
      border: 1px solid;
    }
    .cs-th-image:not(.cs-th-wrong) {
      border-color: Canvas;
    }
    .cs-th-badge:not(:empty) {
      border: 1px solid;
    }
    .cs-button[aria-pressed="true"] {
      border-width: 3px;
    }
    .cs-th-train,
    .cs-th-held,
    .cs-th-blind {
      stroke: CanvasText;
    }
  }
}
`,""]),s.d(e,{},{A:d})},62(t,e,s){var i=s(30),a=s.n(i),r=s(31),n=s.n(r),o=s(37),l=s(41),h=s(38),c=n()(a());c.i(o.A),c.i(l.A),c.i(h.A),c.push([t.id,`.cs-widget.cs-valley {
  --rule-SGD: #48566b;
  --rule-momentum: #c0392b;
  --rule-Nesterov: #b0630a;
  --rule-Adagrad: #1d63b8;
  --rule-RMSProp: #1f7a3d;
  --rule-Adam: #7b3fa0;
  padding: 4px 0;
  html[data-theme="dark"] &,
  body[data-jp-theme-light="false"] &,
  body.vscode-dark & {
    --rule-SGD: #b4bdc9;
    --rule-momentum: #f08d80;
    --rule-Nesterov: #f2b45a;
    --rule-Adagrad: #7db5f5;
    --rule-RMSProp: #7fd69b;
    --rule-Adam: #cfa5ea;
  }
  /* ---- what can be changed */
  .cs-options {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 18px;
    align-items: center;
    margin-top: 10px;
  }
  .cs-choice label {
    margin: 0;
    text-align: center;
  }
  .cs-choice span {
    padding: 4px 9px;
    font-size: 13.5px;
  }
  .cs-reset {
    margin-left: auto;
    border-color: transparent;
    background: none;
  }
  /* ---- the valley */
  .cs-land {
    margin-top: 10px;
    border: 1px solid var(--line);
    border-radius: 7px;
    overflow: hidden;
    touch-action: pan-y;
  }
  .cs-land.cs-movable {
    cursor: crosshair;
  }
  .cs-land svg {
    display: block;
    width: 100%;
    height: auto;
  }
  .cs-heights {
    fill: none;
    stroke: var(--line);
    stroke-width: 1.2;
  }
  .cs-goal {
    fill: var(--y-cell);
    stroke: var(--y-line);
  }
  .cs-cross {
    fill: none;
    stroke: var(--ink);
    stroke-width: 2.5;
  }
  .cs-walk,
  .cs-steps {
    fill: none;
    stroke: var(--rule);
    stroke-width: 2;
    stroke-linejoin: round;
  }
  .cs-steps {
    stroke-linecap: round;
    stroke-width: 5;
  }
  .cs-end {
    fill: var(--rule);
    stroke: var(--paper);
    stroke-width: 1.5;
  }
  .cs-none {
    display: none;
  }
  .cs-rule-SGD {
    --rule: var(--rule-SGD);
  }
  .cs-rule-momentum {
    --rule: var(--rule-momentum);
  }
  .cs-rule-Nesterov {
    --rule: var(--rule-Nesterov);
  }
  .cs-rule-Adagrad {
    --rule: var(--rule-Adagrad);
  }
  .cs-rule-RMSProp {
    --rule: var(--rule-RMSProp);
  }
  .cs-rule-Adam {
    --rule: var(--rule-Adam);
  }
  .cs-walk.cs-rule-Nesterov {
    stroke-dasharray: 7 4;
  }
  .cs-walk.cs-rule-Adagrad {
    stroke-dasharray: 2 4;
  }
  .cs-walk.cs-rule-RMSProp {
    stroke-dasharray: 7 3 2 3;
  }
  .cs-walk.cs-rule-Adam {
    stroke-dasharray: 12 3;
  }
  .cs-start {
    fill: var(--paper);
    stroke: var(--ink);
    stroke-width: 3;
  }
  .cs-movable .cs-start {
    cursor: move;
  }
  /* ---- who is where */
  .cs-below {
    margin-top: 8px;
  }
  .cs-sentence {
    font-weight: 600;
    text-wrap: pretty;
  }
  .cs-rules {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 2px 18px;
    margin-top: 6px;
  }
  .cs-rule {
    display: flex;
    gap: 8px;
    align-items: center;
    min-width: 0;
    min-height: 30px;
    margin: 0;
    font-size: 14px;
  }
  .cs-rule input {
    flex: none;
    width: 17px;
    height: 17px;
    margin: 0;
    accent-color: var(--ink);
  }
  .cs-rule b {
    min-width: 6.2em;
  }
  .cs-sample {
    flex: none;
    width: 40px;
    height: 10px;
  }
  .cs-outcome {
    min-width: 0;
  }
  @container (max-width: 620px) {
    .cs-rules {
      grid-template-columns: minmax(0, 1fr);
    }
    .cs-playing .cs-slide {
      flex-basis: 150px;
    }
    .cs-choice span {
      padding: 4px 7px;
    }
  }
  @media (forced-colors: active) {
    .cs-start,
    .cs-end {
      stroke: CanvasText;
    }
  }
  @media print {
    .cs-options {
      display: none;
    }
  }
}
`,""]),s.d(e,{},{A:c})},63(t,e,s){var i=s(30),a=s.n(i),r=s(31),n=s.n(r),o=s(37),l=s(40),h=n()(a());h.i(o.A),h.i(l.A),h.push([t.id,`.cs-widget.cs-volumes {
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
`,""]),s.d(e,{},{A:h})},31(t){t.exports=function(t){var e=[];return e.toString=function(){return this.map(function(e){var s="",i=void 0!==e[5];return e[4]&&(s+="@supports (".concat(e[4],") {")),e[2]&&(s+="@media ".concat(e[2]," {")),i&&(s+="@layer".concat(e[5].length>0?" ".concat(e[5]):""," {")),s+=t(e),i&&(s+="}"),e[2]&&(s+="}"),e[4]&&(s+="}"),s}).join("")},e.i=function(t,s,i,a,r){"string"==typeof t&&(t=[[null,t,void 0]]);var n={};if(i)for(var o=0;o<this.length;o++){var l=this[o][0];null!=l&&(n[l]=!0)}for(var h=0;h<t.length;h++){var c=[].concat(t[h]);i&&n[c[0]]||(void 0!==r&&(void 0===c[5]||(c[1]="@layer".concat(c[5].length>0?" ".concat(c[5]):""," {").concat(c[1],"}")),c[5]=r),s&&(c[2]&&(c[1]="@media ".concat(c[2]," {").concat(c[1],"}")),c[2]=s),a&&(c[4]?(c[1]="@supports (".concat(c[4],") {").concat(c[1],"}"),c[4]=a):c[4]="".concat(a)),e.push(c))}},e}},30(t){t.exports=function(t){return t[1]}},23(t){var e=[];function s(t){for(var s=-1,i=0;i<e.length;i++)if(e[i].identifier===t){s=i;break}return s}function i(t,i){for(var a={},r=[],n=0;n<t.length;n++){var o=t[n],l=i.base?o[0]+i.base:o[0],h=a[l]||0,c="".concat(l," ").concat(h);a[l]=h+1;var d=s(c),p={css:o[1],media:o[2],sourceMap:o[3],supports:o[4],layer:o[5]};if(-1!==d)e[d].references++,e[d].updater(p);else{var u=function(t,e){var s=e.domAPI(e);return s.update(t),function(e){e?(e.css!==t.css||e.media!==t.media||e.sourceMap!==t.sourceMap||e.supports!==t.supports||e.layer!==t.layer)&&s.update(t=e):s.remove()}}(p,i);i.byIndex=n,e.splice(n,0,{identifier:c,updater:u,references:1})}r.push(c)}return r}t.exports=function(t,a){var r=i(t=t||[],a=a||{});return function(t){t=t||[];for(var n=0;n<r.length;n++){var o=s(r[n]);e[o].references--}for(var l=i(t,a),h=0;h<r.length;h++){var c=s(r[h]);0===e[c].references&&(e[c].updater(),e.splice(c,1))}r=l}}},25(t){var e={};t.exports=function(t,s){var i=function(t){if(void 0===e[t]){var s=document.querySelector(t);if(window.HTMLIFrameElement&&s instanceof window.HTMLIFrameElement)try{s=s.contentDocument.head}catch(t){s=null}e[t]=s}return e[t]}(t);if(!i)throw Error("Couldn't find a style target. This probably means that the value for the 'insert' parameter is invalid.");i.appendChild(s)}},27(t){t.exports=function(t){var e=document.createElement("style");return t.setAttributes(e,t.attributes),t.insert(e,t.options),e}},26(t,e,s){t.exports=function(t){var e=s.nc;e&&t.setAttribute("nonce",e)}},24(t){t.exports=function(t){if("u"<typeof document)return{update:function(){},remove:function(){}};var e=t.insertStyleElement(t);return{update:function(s){var i,a,r;i="",s.supports&&(i+="@supports (".concat(s.supports,") {")),s.media&&(i+="@media ".concat(s.media," {")),(a=void 0!==s.layer)&&(i+="@layer".concat(s.layer.length>0?" ".concat(s.layer):""," {")),i+=s.css,a&&(i+="}"),s.media&&(i+="}"),s.supports&&(i+="}"),(r=s.sourceMap)&&"u">typeof btoa&&(i+="\n/*# sourceMappingURL=data:application/json;base64,".concat(btoa(unescape(encodeURIComponent(JSON.stringify(r))))," */")),t.styleTagTransform(i,e,t.options)},remove:function(){var t;null===(t=e).parentNode||t.parentNode.removeChild(t)}}}},28(t){t.exports=function(t,e){if(e.styleSheet)e.styleSheet.cssText=t;else{for(;e.firstChild;)e.removeChild(e.firstChild);e.appendChild(document.createTextNode(t))}}}}]);