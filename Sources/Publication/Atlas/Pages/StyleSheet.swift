/// How the atlas looks, on a screen and on paper.
enum StyleSheet {
  static let text = """
    :root{--encre:#1d2433;--gris:#595f6b;--filet:#d8d5cb;--papier:#faf8f3;--accent:#253494;\
    --alerte:#a3192e}
    *{box-sizing:border-box}
    body{margin:0;background:var(--papier);color:var(--encre);\
    font:16px/1.55 system-ui,"Segoe UI",Arial,sans-serif}
    h1,h2,h3{font-family:Georgia,"Times New Roman",serif;font-weight:600;line-height:1.2;\
    margin:0 0 .5em}
    h1{font-size:2.1rem}h2{font-size:1.35rem;margin-top:2em}h3{font-size:1.05rem}
    a{color:var(--accent)}a:focus-visible,button:focus-visible,input:focus-visible,\
    select:focus-visible{outline:3px solid #b3400f;outline-offset:2px}
    .evitement{position:absolute;left:-99em}.evitement:focus{left:1em;top:1em;background:#fff;\
    padding:.5em 1em;z-index:9}
    header.tete{border-bottom:1px solid var(--filet);background:#fff}
    .formes{position:absolute}
    .tete nav,main,footer.pied{max-width:74rem;margin:0 auto;padding:.7rem 1.2rem}
    .tete nav{display:flex;gap:1.4rem;align-items:baseline;flex-wrap:wrap}
    .tete nav strong{font-family:Georgia,serif;margin-right:auto}
    .tete a{text-decoration:none}.tete a[aria-current]{border-bottom:2px solid var(--accent)}
    main{padding-top:2rem}
    .alerte{background:var(--alerte);color:#fff;text-align:center;padding:.35em 1em;\
    font-weight:600;letter-spacing:.04em;font-size:.85rem}
    .avis{background:#fff3d6;border-bottom:1px solid #e7cf95;text-align:center;padding:.3em 1em;\
    font-size:.9rem}
    .chapo{font-size:1.15rem;color:var(--gris);max-width:46rem}
    figure{margin:1.4rem 0;background:#fff;border:1px solid var(--filet);padding:1.2rem}
    svg.figure{width:100%;height:auto;display:block}
    .carte a path{cursor:pointer}
    .carte a:hover path,.carte a:focus path,.carte a.choisi path{stroke:#1d2433;stroke-width:26}
    .carte a:focus{outline:none}
    .boutons{display:flex;gap:.6rem;margin-top:.8rem;flex-wrap:wrap}
    button,select,input{font:inherit;padding:.35em .8em;border:1px solid #8a8f99;background:#fff;\
    border-radius:3px;color:inherit}button{cursor:pointer}button:hover{background:#eef0f8}
    .lecture{border-left:4px solid var(--accent);padding:.2em 0 .2em 1em;max-width:52rem}
    .commentaire{background:#fff;border:1px solid var(--filet);border-left:4px solid #c98a1b;\
    padding:1rem 1.4rem;max-width:52rem}.commentaire footer{color:var(--gris);font-style:italic}
    .manque{color:var(--gris);font-style:italic}
    table{border-collapse:collapse;width:100%;background:#fff;font-size:.93rem}
    caption{text-align:left;font-weight:600;padding:.4em 0}
    th,td{text-align:left;padding:.35em .6em;border-bottom:1px solid var(--filet);\
    vertical-align:middle}thead th{border-bottom:2px solid var(--encre);background:#fff;\
    position:sticky;top:0}
    th button{border:0;padding:0;font-weight:600;background:none}
    td.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
    td.secret{color:var(--gris);font-style:italic}tr.choisi{background:#eef0f8}
    .barre,.ruban{display:block}.cadre{overflow-x:auto}
    .galerie{display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:1.1rem;\
    padding:0;list-style:none}.galerie li{background:#fff;border:1px solid var(--filet);\
    padding:.9rem}.galerie a{text-decoration:none;color:inherit;display:block}
    .galerie a:hover{color:var(--accent)}.galerie svg{width:100%;height:auto}
    .galerie h3{margin:.2em 0;font-size:1rem}.galerie p{margin:.2em 0;color:var(--gris);\
    font-size:.88rem}.colonnes{columns:15rem;padding-left:1.1rem}
    .portrait{display:grid;grid-template-columns:19rem 1fr;gap:1.6rem}
    dt{font-weight:600;margin-top:.8em}dd{margin:0 0 0 1.2em;max-width:52rem}
    footer.pied{color:var(--gris);font-size:.85rem;border-top:1px solid var(--filet);\
    margin-top:3rem}.impression{display:none}
    @media(max-width:48rem){.portrait{grid-template-columns:1fr}h1{font-size:1.6rem}}
    @media print{@page{size:A4;margin:14mm 12mm 20mm}body{background:#fff;font-size:10pt}\
    .tete,.boutons,.evitement,.recherche{display:none}main{max-width:none;padding:0}\
    figure,.portrait,.commentaire,tr{break-inside:avoid}figure{border:0;padding:0}\
    section.planche{break-after:page}h2,caption{break-after:avoid}thead{display:table-header-group}\
    thead th{position:static}footer.pied{display:none}.impression{display:block;font-size:7.5pt;color:#444;\
    margin-top:2em}.cadre{overflow:visible}table{font-size:8pt}th,td{padding:.25em .4em}\
    .barre{width:3cm;height:auto}a{color:inherit;\
    text-decoration:none}.galerie{grid-template-columns:repeat(3,1fr)}.galerie li{break-inside:avoid}\
    .portrait{grid-template-columns:6cm 1fr}*{print-color-adjust:exact;\
    -webkit-print-color-adjust:exact}}
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
