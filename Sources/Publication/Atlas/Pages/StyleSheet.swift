/// How the atlas looks, on a screen and on paper.
enum StyleSheet {
  static let text = screen + comparing + narrow + stacked + paper

  private static let screen = """
    :root{--encre:#1d2433;--gris:#575d69;--filet:#dcd8cc;--papier:#faf8f3;--accent:#1f2f86;\
    --alerte:#a3192e;--titre:Charter,"Bitstream Charter","Sitka Text",Cambria,Georgia,serif}
    *{box-sizing:border-box}[hidden]{display:none!important}
    html{-webkit-text-size-adjust:100%}
    body{margin:0;background:var(--papier);color:var(--encre);\
    font:16px/1.55 "Segoe UI","Helvetica Neue",Arial,"Liberation Sans",sans-serif;\
    overflow-wrap:break-word}
    h1,h2,h3{font-family:var(--titre);font-weight:600;line-height:1.2;margin:0 0 .5em;\
    text-wrap:balance}
    h1{font-size:2.2rem;letter-spacing:-.01em}h2{font-size:1.4rem;margin-top:2.2em}\
    h3{font-size:1.05rem}
    a{color:var(--accent)}a:focus-visible,button:focus-visible,input:focus-visible,\
    select:focus-visible{outline:3px solid #b3400f;outline-offset:2px}
    abbr[title]{text-decoration:underline dotted from-font;text-underline-offset:.15em}
    .evitement{position:absolute;left:-99em}.evitement:focus{left:1em;top:1em;background:#fff;\
    padding:.5em 1em;z-index:9}
    header{border-bottom:1px solid var(--filet);background:#fff}
    .formes{position:absolute}
    nav.tete,main,footer.pied{max-width:74rem;margin:0 auto;padding:.7rem 1.2rem}
    nav.tete{display:flex;gap:.4rem 1.4rem;align-items:baseline;flex-wrap:wrap}
    .tete strong{font-family:var(--titre);margin-right:auto}
    .tete a{text-decoration:none;padding:.2em 0}\
    .tete a[aria-current]{border-bottom:2px solid var(--accent)}
    main{padding-top:2.2rem}
    .alerte{background:var(--alerte);color:#fff;text-align:center;padding:.35em 1em;\
    font-weight:600;letter-spacing:.04em;font-size:.85rem}
    .avis{background:#fff3d6;border-bottom:1px solid #e7cf95;text-align:center;padding:.3em 1em;\
    font-size:.9rem}
    .chapo{font-size:1.12rem;color:var(--gris);max-width:46rem}
    .surtitre{text-transform:uppercase;letter-spacing:.12em;font-size:.8rem;color:var(--gris);\
    margin:0 0 .6em}
    .couverture{display:grid;grid-template-columns:1.25fr 1fr;gap:2.5rem;align-items:center}
    .couverture h1{font-size:3rem}.silhouette{width:100%;max-height:24rem}
    .faits{display:flex;flex-wrap:wrap;gap:.9rem 2rem;margin:1.6rem 0 0;\
    border-top:1px solid var(--filet);padding-top:1rem}
    .faits dt{margin:0;font-weight:400;font-size:.82rem;color:var(--gris)}\
    .faits dd{margin:0;font-weight:600}
    figure{margin:1.4rem 0;background:#fff;border:1px solid var(--filet);padding:1.2rem}
    svg.figure{width:100%;height:auto;display:block}
    .carte a path{cursor:pointer}
    .carte a:hover path,.carte a:focus path,.carte a.choisi path,use.choisi{stroke:#1d2433;\
    stroke-width:30}
    .carte a:focus{outline:none}
    .boutons{display:flex;gap:.6rem;margin-top:.8rem;flex-wrap:wrap}
    button,select,input{font:inherit;padding:.35em .8em;border:1px solid #7b808a;background:#fff;\
    border-radius:3px;color:inherit;max-width:100%}button{cursor:pointer}\
    button:hover{background:#eef0f8}
    .lecture{border-left:4px solid var(--accent);padding:.2em 0 .2em 1em;max-width:52rem}
    .commentaire{background:#fff;border:1px solid var(--filet);border-left:4px solid #c98a1b;\
    padding:.4rem 1.4rem 1rem;max-width:52rem}.commentaire footer{color:var(--gris);\
    font-style:italic}
    .manque{color:var(--gris);font-style:italic}
    table{border-collapse:collapse;width:100%;background:#fff;font-size:.93rem}
    caption{text-align:left;font-weight:600;padding:.4em 0}
    th,td{text-align:left;padding:.38em .6em;border-bottom:1px solid var(--filet);\
    vertical-align:middle}thead th{border-bottom:2px solid var(--encre);background:#fff;\
    vertical-align:bottom}tbody th{font-weight:500}
    th button{border:0;padding:0;font-weight:600;background:none;text-align:inherit}
    th button::after{content:"\\2195";margin-left:.3em;color:var(--gris)}\
    th[aria-sort=descending] button::after{content:"\\2193";color:inherit}\
    th[aria-sort=ascending] button::after{content:"\\2191";color:inherit}
    .n{text-align:right;font-variant-numeric:tabular-nums}td.n{white-space:nowrap}
    td.secret{color:var(--gris);font-style:italic}tr.choisi,tr:target{background:#e9ecf7}
    tfoot th,tfoot td{border-top:2px solid var(--encre);border-bottom:0}
    .barre,.ruban{display:block}.cadre{overflow-x:auto}
    .galerie{display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:1.1rem;\
    padding:0;list-style:none}.galerie li{background:#fff;border:1px solid var(--filet);\
    padding:.9rem}.galerie .legende li{background:none;border:0;padding:0}.galerie a{text-decoration:none;color:inherit;display:block}
    .galerie a:hover h3{color:var(--accent);text-decoration:underline}\
    .galerie a>svg{width:100%;height:auto;aspect-ratio:1.15}
    .galerie h3{margin:.5em 0 .2em;font-size:1rem}.galerie p{margin:.2em 0;color:var(--gris);\
    font-size:.88rem}.rampe svg{vertical-align:baseline}
    .legende{display:flex;flex-wrap:wrap;gap:.3rem 1.6rem;list-style:none;padding:0;\
    font-size:.9rem}.legende svg{vertical-align:-.2em;margin-right:.3em}
    .valeur{color:var(--encre);font-weight:600}
    .colonnes{columns:15rem;padding-left:1.1rem}
    .portrait{display:grid;grid-template-columns:19rem minmax(0,1fr);gap:1.6rem}
    .situation{width:100%;height:auto}
    .comparer{border:0;margin:0;padding:0;min-width:0}.comparer legend{padding:0;font-weight:600;\
    margin-bottom:.4em}.comparer>input{margin:0 .35em 0 0;vertical-align:-.1em}\
    .comparer>label{margin-right:1.2em}.comparer .cadre{margin-top:.6em}
    .enligne{list-style:none;padding:0;margin:0}.enligne li{display:inline}\
    .enligne li+li::before{content:" · "}
    svg.entonnoir{min-width:36rem}figcaption{color:var(--gris);font-size:.88rem}
    dt{font-weight:600;margin-top:.8em}dd{margin:0 0 0 1.2em;max-width:52rem}
    footer.pied{color:var(--gris);font-size:.85rem;border-top:1px solid var(--filet);\
    margin-top:3rem}.impression{display:none}

    """

  /// Of what a portrait may be compared with, only the chosen one is shown, without a script.
  private static let comparing =
    Comparator.keys.map { ".k-\($0):not(:checked)~* .r-\($0)" }.joined(separator: ",")
    + "{display:none}\n"

  private static let narrow = """
    @media screen and (max-width:68rem){.portrait{grid-template-columns:minmax(0,1fr)}\
    .situation{max-width:19rem}}
    @media(max-width:48rem){.couverture{grid-template-columns:minmax(0,1fr)}\
    h1,.couverture h1{font-size:1.7rem}.silhouette{max-height:14rem}figure{padding:.6rem}\
    .comparer>label{display:inline-block;width:calc(100% - 2rem);margin:0;vertical-align:top}\
    .comparer>input{margin-top:.35em;vertical-align:top}\
    svg.figure{min-width:44rem}.tete strong{width:100%}}

    """

  /// A portrait's table becomes a list of cards: no sideways scrolling on a telephone.
  ///
  /// - Source: WCAG 2.1, criterion 1.4.10 (reflow at 320 px)
  private static let stacked = """
    @media screen and (max-width:45rem){.comparer table,.comparer tbody,.comparer caption,.comparer thead\
    {display:block}.comparer thead{position:absolute;left:-99em}\
    .comparer tr{display:grid;grid-template-columns:1fr 1fr;gap:.15rem 1rem;padding:.7rem .6rem;\
    border-bottom:1px solid var(--filet)}.comparer tbody th,.comparer td{border:0;padding:0;\
    text-align:left}.comparer tbody th,.comparer td:nth-of-type(2),.comparer td.secret\
    {grid-column:1/-1}.comparer td:nth-of-type(2){order:1;padding:.3rem 0}\
    .comparer td.n::before{display:block;content:"Repère";color:var(--gris);font-size:.82rem}\
    .comparer td.n:first-of-type::before{content:"Valeur"}.comparer td.n{white-space:normal}\
    .ruban{width:100%;height:auto}}

    """

  /// A4: one figure for each page; the mention stands in the margin.
  private static let paper = """
    @media print{@page{size:A4;margin:14mm 12mm 20mm}body,header{background:#fff}body{font-size:10pt}header{border:0}\
    nav.tete,.boutons,.evitement,.recherche,.choix{display:none}\
    main{max-width:none;padding:5mm 0 0}h1{font-size:19pt}.chapo{font-size:11pt}\
    figure,.portrait,.commentaire,tr,.lecture{break-inside:avoid}figure{border:0;padding:0}\
    figure .cadre{overflow:visible}svg.figure{max-height:165mm;min-width:0}\
    .zonage svg.figure{max-height:120mm}.zonage>h2{margin-top:0}\
    section.planche+section,section[data-analyse]{break-before:page}h2,caption{break-after:avoid}\
    thead{display:table-header-group}footer.pied{display:none}\
    .impression{display:block;font-size:7.5pt;color:#444;margin-top:3mm}\
    .cadre{overflow:visible}table{font-size:8pt}th,td{padding:.25em .4em}\
    .barre{width:3cm;height:auto}.ruban{width:4.6cm;height:auto}\
    th button::after{content:""}a,abbr[title]{color:inherit;text-decoration:none}\
    .galerie{grid-template-columns:repeat(3,1fr);gap:4mm}\
    .galerie li{break-inside:avoid;padding:2mm}.galerie h3{font-size:9pt}\
    .galerie p{font-size:7.5pt}.galerie a>svg{max-height:44mm}h2{margin-top:1.1em;font-size:13pt}\
    ul.manque{columns:2;font-size:8.5pt;padding-left:1.2em}\
    .couverture{grid-template-columns:1fr 1fr;break-after:page;min-height:190mm}\
    .couverture h1{font-size:30pt}.portrait{grid-template-columns:5.2cm minmax(0,1fr);gap:5mm}\
    .comparer>input,.comparer>label{display:none}.comparer>input:checked+label{display:inline}\
    *{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
    """

  /// The same with a foot for every printed page: whose data, and the number of the page.
  ///
  /// - Source: W3C, CSS Paged Media Module Level 3, margin boxes
  static func text(foot: String) -> String {
    """
    \(text)
    @media print{@page{@bottom-left{content:"\(quoted(foot))";font:7pt sans-serif;color:#444;\
    width:85%}@bottom-right{content:counter(page) " / " counter(pages);font:7pt sans-serif;\
    color:#444}}}
    """
  }

  /// Text inside a string of a style sheet; no markup can begin there.
  private static func quoted(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "\"", "\\", "<", ">", "&", "\u{0}"..."\u{1F}", "\u{7F}":
        result += "\\\(String(scalar.value, radix: 16)) "
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
}
