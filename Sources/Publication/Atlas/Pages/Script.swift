/// What the atlas adds when scripts run: comfort only, since every page reads without them.
///
/// It opens no connection and stores nothing.
enum Script {
  static let text = #"""
    'use strict';(function(){
    var d=document,all=function(s,r){return Array.prototype.slice.call((r||d).querySelectorAll(s))};
    var voice=d.getElementById('annonce');
    var byCode=Object.create(null);all('[data-i]').forEach(function(e){var c=e.getAttribute('data-i');
     (byCode[c]=byCode[c]||[]).push(e)});
    var chosen=[];
    function named(e){var t=e.querySelector('title');return t?t.textContent:''}
    function show(code){chosen.forEach(function(e){e.classList.remove('choisi')});
     all('.valeur').forEach(function(v){v.textContent=''});
     chosen=byCode[code]||[];if(voice)voice.textContent='';
     chosen.forEach(function(e){e.classList.add('choisi');
      var words=named(e),card=words&&e.closest('.galerie li');
      if(card)card.querySelector('.valeur').textContent=' · '+words;
      if(words&&voice&&!voice.textContent)voice.textContent=words})}
    all('.galerie use[data-i]').forEach(function(u){
     u.addEventListener('mouseenter',function(){show(u.getAttribute('data-i'))})});
    function names(){var seen={},list=[];all('use[data-i],.carte a[data-i]').forEach(function(e){
      var c=e.getAttribute('data-i');if(seen[c])return;seen[c]=1;var t=named(e);
      list.push({c:c,n:t.slice(0,t.lastIndexOf(' : '))})});
     return list.sort(function(a,b){return a.n.localeCompare(b.n,'fr')||(a.c<b.c?-1:1)})}
    function fold(s){return s.normalize('NFD').replace(/[\u0300-\u036f]/g,'').toLowerCase()}
    all('select.suivi').forEach(function(s){s.closest('[hidden]').hidden=false;
     names().forEach(function(x){var o=d.createElement('option');o.value=x.c;o.textContent=x.n;
      s.appendChild(o)});
     s.addEventListener('change',function(){show(s.value)})});
    all('input.nom').forEach(function(i){i.closest('[hidden]').hidden=false;var list=names();
     list.forEach(function(x){var o=d.createElement('option');o.value=x.n;
      d.getElementById('noms').appendChild(o)});
     i.addEventListener('change',function(){var q=fold(i.value),hit=q&&(list.filter(function(x){
       return fold(x.n)===q})[0]||list.filter(function(x){return fold(x.n).indexOf(q)>=0})[0]);
      show(hit?hit.c:null)})});
    all('svg.figure .carte').forEach(function(map){
     var items=all('a[data-i]',map);if(!items.length)return;
     map.setAttribute('role','group');
     map.setAttribute('aria-label','Carte : les flèches vont d’'+(map.closest('[data-zonage]')?
      'une zone à l’autre, Entrée mène à sa ligne':'un IRIS à l’autre, Entrée ouvre son portrait'));
     items.forEach(function(a,i){a.setAttribute('tabindex',i?'-1':'0');
      a.addEventListener('focus',function(){show(a.getAttribute('data-i'))});
      a.addEventListener('mouseenter',function(){show(a.getAttribute('data-i'))});
      a.addEventListener('keydown',function(e){var to=null;
       if(e.key==='ArrowRight'||e.key==='ArrowDown')to=items[(i+1)%items.length];
       else if(e.key==='ArrowLeft'||e.key==='ArrowUp')to=items[(i+items.length-1)%items.length];
       else if(e.key==='Home')to=items[0];else if(e.key==='End')to=items[items.length-1];
       else if(e.key==='Escape'){show(null);a.blur();return}
       if(to){e.preventDefault();a.setAttribute('tabindex','-1');to.setAttribute('tabindex','0');
        to.focus()}})})});
    all('tr[data-i]').forEach(function(r){r.addEventListener('mouseenter',function(){
     show(r.getAttribute('data-i'))})});
    all('table.tri').forEach(function(table){all('thead th[data-tri]',table).forEach(function(th){
     var b=d.createElement('button');b.type='button';b.textContent=th.textContent;
     th.textContent='';th.appendChild(b);
     b.addEventListener('click',function(){var up=th.getAttribute('aria-sort')==='descending';
      all('th',table).forEach(function(h){h.removeAttribute('aria-sort')});
      th.setAttribute('aria-sort',up?'ascending':'descending');
      var k=th.getAttribute('data-tri'),body=table.tBodies[0];
      all('tr',body).map(function(r,i){var v=r.getAttribute('data-'+k);
       return{r:r,i:i,v:v===null||v===''?null:(k==='nom'?v:parseFloat(v))}})
      .sort(function(a,b){if(a.v===null||b.v===null)return a.v===b.v?a.i-b.i:a.v===null?1:-1;
       var c=k==='nom'?a.v.localeCompare(b.v,'fr'):a.v-b.v;return(up?c:-c)||a.i-b.i})
      .forEach(function(o){body.appendChild(o.r)})})})});
    all('.recherche').forEach(function(box){box.hidden=false;
     var input=box.querySelector('input'),list=d.getElementById(box.getAttribute('data-liste'));
     input.addEventListener('input',function(){var q=fold(input.value),n=0;
      all('li',list).forEach(function(li){li.hidden=fold(li.textContent).indexOf(q)<0;
       if(!li.hidden)n++});if(voice)voice.textContent=n+' IRIS'})});
    function save(name,type,content){saveAll(name,type,[content])}
    // a PNG says in itself whose data it shows: texts after its header (PNG 11.3.4), each with its CRC
    function crc(bytes){var c=-1;for(var i=0;i<bytes.length;i++){c^=bytes[i];
     for(var k=0;k<8;k++)c=c&1?(c>>>1)^0xEDB88320:c>>>1}return(c^-1)>>>0}
    function noted(buffer,notes){var parts=[new Uint8Array(buffer,0,33)];
     notes.forEach(function(n){
      var body=new TextEncoder().encode('iTXt'+n[0]+'\0\0\0\0\0'+n[1]);
      var piece=new Uint8Array(body.length+8),view=new DataView(piece.buffer);
      view.setUint32(0,body.length-4);piece.set(body,4);
      view.setUint32(body.length+4,crc(body));parts.push(piece)});
     return parts.concat(new Uint8Array(buffer,33))}
    function saveAll(name,type,parts){var a=d.createElement('a');
     a.href=URL.createObjectURL(new Blob(parts,{type:type}));a.download=name;
     d.body.appendChild(a);a.click();a.remove()}
    // a saved figure takes with it what it shares with the others of its page
    function picture(svg){var copy=svg.cloneNode(true);all('use',copy).forEach(function(u){
      var own=d.getElementById(u.getAttribute('href').slice(1)).cloneNode(true);
      own.removeAttribute('id');u.parentNode.replaceChild(own,u)});
     return new XMLSerializer().serializeToString(copy)}
    all('.boutons').forEach(function(bar){bar.hidden=false;
     var svg=d.getElementById(bar.getAttribute('data-figure')),
     table=d.getElementById(bar.getAttribute('data-tableau')),name=bar.getAttribute('data-nom');
     var on=function(k,f){var b=bar.querySelector('[data-acte="'+k+'"]');
      if(b)b.addEventListener('click',f)};
     on('svg',function(){save(name+'.svg','image/svg+xml',picture(svg))});
     on('png',function(){var box=svg.viewBox.baseVal,img=new Image();
      img.onload=function(){var c=d.createElement('canvas');c.width=2000;
       c.height=Math.round(2000*box.height/box.width);
       c.getContext('2d').drawImage(img,0,0,c.width,c.height);
       c.toBlob(function(b){b.arrayBuffer().then(function(bytes){
        saveAll(name+'.png','image/png',noted(bytes,[['Title',named(svg)],
         ['Source',bar.getAttribute('data-mention')],
         ['Copyright',bar.getAttribute('data-mention')],
         ['Description',svg.querySelector('desc').textContent],
         ['Comment',bar.getAttribute('data-stade')]].filter(function(n){return n[1]})))})})};
      var copy=svg.cloneNode(true);copy.setAttribute('width',2000);
      copy.setAttribute('height',Math.round(2000*box.height/box.width));
      img.src=URL.createObjectURL(new Blob([picture(copy)],{type:'image/svg+xml'}))});
     on('csv',function(){var q=function(s){s=s.replace(/\s+/g,' ').trim();
       if(/^[=+\-@\uff0b\uff0d\uff1d\uff20]/.test(s)&&isNaN(parseFloat(s)))s="'"+s;
       return'"'+s.replace(/"/g,'""')+'"'};
      var lines=all('tr',table).map(function(r){return all('th,td',r)
       .filter(function(c){return!c.hasAttribute('data-dessin')})
       .map(function(c){return q(c.textContent)}).join(';')});
      ['data-mention','data-stade'].forEach(function(k){var said=bar.getAttribute(k);
       if(said)lines.push(q(said))});
      save(name+'.csv','text/csv','\ufeff'+lines.join('\r\n')+'\r\n')});
     on('copier',function(){var r=d.createRange(),s=window.getSelection();r.selectNode(table);
      s.removeAllRanges();s.addRange(r);var done=d.execCommand('copy');s.removeAllRanges();
      if(voice)voice.textContent=done?'Tableau copié':'Copie refusée par le navigateur'});
     on('imprimer',function(){window.print()})});
    var m=/^#(?:\/?([a-z0-9_]+)\/)?(?:iris-)?([0-9][0-9AB][0-9]{7})$/.exec(location.hash);
    if(m&&m[1]&&m[1]!=='iris'&&!d.getElementById('f-'+m[1]))
     location.replace('i-'+m[1]+'.html#iris-'+m[2]);
    else if(m)show(m[2]);
    })();
    """#
}
