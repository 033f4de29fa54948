import Diagnostics
import Files
import TestSupport
import Testing
import Verification

@testable import Atlas

/// The atlas in a real browser, from `file://`, without network; skipped visibly where none is.
@Suite(.enabled(if: Browser.isPresent)) struct BrowserTests {
  /// An atlas on the disk, made once.
  private static let folder: TemporaryFolder = {
    let folder = TemporaryFolder()
    let counts = [30, 4, 50, 60, 70, 80, 90, 20, 40]
    let village = Village(
      columns: [counts, counts.map { $0 + 15 }], titles: ["Un <b>titre</b>", "Un autre"])
    for (name, text) in (try? village.pages()) ?? [:] { folder.write(text, to: name) }
    return folder
  }()

  private func address(_ page: String) -> String { "file://" + Self.folder.path(page) }

  @Test(arguments: [
    "index.html", "planches.html", "i-i0.html", "p-010040002.html", "portraits.html",
    "methode.html",
  ])
  func `a page opens without a word on the console and asks for nothing`(page: String) {
    let run = Browser.run(["--dump-dom", address(page)])
    #expect(run.output.contains("</html>"))
    let words = run.messages.split(separator: "\n").filter {
      $0.contains("CONSOLE") || $0.contains("Content Security Policy")
    }
    #expect(words == [])
  }

  @Test func `with scripts the map is walked by arrows, and buttons appear`() {
    let page = Browser.run(["--dump-dom", address("i-i0.html")]).output
    #expect(page.contains("role=\"group\" aria-label=\"Carte : les flèches"))
    #expect(page.contains("tabindex=\"0\"") && page.contains("tabindex=\"-1\""))
    #expect(!page.contains("<div class=\"boutons\" hidden"))
    #expect(page.contains("<button type=\"button\">Taux</button>"))
  }

  @Test func `an address chooses its IRIS`() {
    let page = Browser.run(["--dump-dom", address("i-i0.html") + "#/iris/010040003"]).output
    #expect(page.contains("class=\"choisi\""))
    #expect(
      page.contains("aria-live=\"polite\">Quartier 3 : 25,0\u{A0}%")
        || page.contains("Quartier 3 : 25,0&nbsp;%"))
  }

  /// Chromium's own command line needs scripts to take a picture, so the script is taken out.
  @Test func `without its script the map, the reading and the table are there`() throws {
    let text = String(decoding: Self.folder.read("i-i0.html") ?? [], as: UTF8.self)
    let script = try #require(text.firstRange(of: "<script>"))
    let end = try #require(text.firstRange(of: "</script>"))
    Self.folder.write(String(text[..<script.lowerBound] + text[end.upperBound...]), to: "muet.html")
    let (picture, print) = (Self.folder.path("b.png"), Self.folder.path("b.pdf"))
    _ = Browser.run(["--screenshot=\(picture)", address("muet.html")])
    #expect((readFile(picture)?.count ?? 0) > 40_000)
    _ = Browser.run(["--print-to-pdf=\(print)", address("muet.html")])
    guard let printed = output(of: "pdftotext", ["-layout", print, "-"])?.output else { return }
    for word in ["Lecture", "Quartier 3", "secret", "Rang", "Note de méthode"] {
      #expect(printed.contains(word), "\(word)")
    }
    #expect(!printed.contains("Imprimer"))
  }

  /// A page with a script of the test behind ours, and no policy against it.
  private func after(_ script: String, on page: String) throws -> String {
    var text = String(decoding: Self.folder.read(page) ?? [], as: UTF8.self)
    let policy = try #require(text.pieces(from: "<meta http-equiv", to: ">").first)
    text = text.replacing(policy + ">", with: "")
    let done = "document.title='DIT:'+(function(){\(script)})();"
    text = text.replacing("</body>", with: "<script>\(done)</script></body>")
    // a folder of its own: tests of one page run at the same time
    let folder = TemporaryFolder()
    let shown = Browser.run(["--dump-dom", "file://" + folder.write(text, to: page)]).output
    let title = try #require(shown.pieces(from: "<title>DIT:", to: "</title>").first)
    return String(title.dropFirst("<title>DIT:".count))
  }

  @Test func `the keyboard walks the map and leaves it`() throws {
    let script = """
      var key=function(k){document.activeElement.dispatchEvent(new KeyboardEvent('keydown',\
      {key:k,bubbles:true,cancelable:true}));
      var a=document.activeElement;return a.getAttribute('data-i')||'-'};
      document.querySelector('.carte a[tabindex="0"]').focus();
      return [key('ArrowRight'),key('ArrowDown'),key('ArrowLeft'),key('End'),key('Home'),
      document.getElementById('annonce').textContent.length>0,
      document.querySelectorAll('tr.choisi').length,key('Escape')].join(' ')
      """
    #expect(
      try after(script, on: "i-i0.html")
        == "010040002 010040003 010040002 010040009 010040001 true 1 -")
  }

  @Test func `sorting keeps what is withheld at the end`() throws {
    let script = """
      var b=document.querySelectorAll('th button');b[1].click();b[1].click();
      var rows=document.querySelectorAll('table.tri tbody tr');
      return rows[0].getAttribute('data-v')+' '+rows[rows.length-1].getAttribute('data-st')
      """
    #expect(try after(script, on: "i-i0.html") == "15.0 c")
  }

  @Test func `a name is found without its accents`() throws {
    let script = """
      var i=document.querySelector('.recherche input');i.value='QUÀRTIER 7';
      i.dispatchEvent(new Event('input'));
      return document.querySelectorAll('#iris li:not([hidden])').length
      """
    #expect(try after(script, on: "portraits.html") == "1")
  }

  @Test func `one IRIS is followed on every small map, with its value on each`() throws {
    let script = """
      var s=document.querySelector('select.suivi');s.value='010040003';
      s.dispatchEvent(new Event('change'));
      return [s.options.length,document.querySelectorAll('use.choisi').length,
      Array.prototype.map.call(document.querySelectorAll('.valeur'),function(v){
      return v.textContent}).join('').replace(/\\u00a0/g,'~')].join('|')
      """
    #expect(
      try after(script, on: "planches.html")
        == "10|2| · Quartier 3 : 25,0~% · Quartier 3 : 32,5~%")
  }

  @Test func `an IRIS is shown on its map by its name`() throws {
    let script = """
      var i=document.querySelector('input.nom');i.value='quartier 5';
      i.dispatchEvent(new Event('change'));
      return document.querySelector('.carte a.choisi').getAttribute('data-i')
      """
    #expect(try after(script, on: "i-i0.html") == "010040005")
  }

  @Test func `an address that names an indicator and an IRIS leads to both`() throws {
    let page = Browser.run(["--dump-dom", address("index.html") + "#/i1/010040003"]).output
    #expect(page.contains("id=\"f-i1\"") && page.contains("class=\"choisi\""))
  }

  @Test func `the comparison is chosen without our script`() throws {
    let script = """
      var shown=function(k){return ['path','span'].map(function(e){
      return getComputedStyle(document.querySelector(e+'.r-'+k)).display!=='none'?k:'-'}).join('')};
      var all=function(){return ['c','m','s'].map(shown).join('')};
      var first=all();document.getElementById('k-m').checked=true;var second=all();
      document.getElementById('k-s').checked=true;return [first,second,all(),
      getComputedStyle(document.querySelector('p.r-s')).display].join(' ')
      """
    #expect(
      try after(script, on: "p-010040001.html") == "cc---- --mm-- ----ss block")
  }

  /// The picture is drawn after the page is loaded: the browser waits for it.
  @Test func `a picture says inside whose data it shows`() throws {
    var text = String(decoding: Self.folder.read("i-i0.html") ?? [], as: UTF8.self)
    let policy = try #require(text.pieces(from: "<meta http-equiv", to: ">").first)
    text = text.replacing(policy + ">", with: "")
    let script = """
      window.Blob=function(p){this.p=p};var was=URL.createObjectURL;
      URL.createObjectURL=function(b){if(b.p&&b.p.length>1){var t='';
      b.p.forEach(function(a){for(var i=0;i<a.length;i++)t+=String.fromCharCode(a[i])});
      document.title='DIT:'+btoa(t);return '#'}
      return 'data:image/svg+xml,'+encodeURIComponent(b.p[0])};
      document.querySelector('[data-acte="png"]').click();
      """
    text = text.replacing("</body>", with: "<script>\(script)</script></body>")
    let folder = TemporaryFolder()
    let page = "file://" + folder.write(text, to: "i-i0.html")
    // a machine that is busy gets more time
    let shown =
      [20_000, 60_000, 180_000].lazy.map { budget in
        Browser.run(["--virtual-time-budget=\(budget)", "--dump-dom", page]).output
      }.first { $0.contains("<title>DIT:") } ?? ""
    let title = try #require(shown.pieces(from: "<title>DIT:", to: "</title>").first)
    let digits = folder.write(String(title.dropFirst("<title>DIT:".count)), to: "a.txt")
    let picture = folder.path("a.png")
    _ = output(of: "sh", ["-c", "base64 -d < \(digits) > \(picture)"])
    let mention = "Source CPAM – Analyse des Besoins Sociaux"
    #expect(try Verdict.of(Deliverable(at: picture)).mention == mention)
    #expect(try Verdict.of(Deliverable(at: picture)).isSound)
    // the sums of the pieces are right: another program opens it and finds the texts
    let peer =
      "import sys,zlib,struct;b=open(sys.argv[1],'rb').read();p=8\nwhile p<len(b):\n n,=struct.unpack('>I',b[p:p+4]);assert zlib.crc32(b[p+4:p+8+n])==struct.unpack('>I',b[p+8+n:p+12+n])[0];p+=12+n\nprint('entier')"
    #expect(output(of: "python3", ["-c", peer, picture])?.output == "entier\n")
    let damaged = (readFile(picture) ?? []).map { $0 == 0x43 ? 0x44 : $0 }
    folder.write(damaged, to: "b.png")
    #expect(try !Verdict.of(Deliverable(at: folder.path("b.png")), mention: mention).isSound)
  }

  @Test func `a figure is saved with its mention, a table without what is withheld`() throws {
    let script = """
      var saved=[],was=URL.createObjectURL;window.Blob=function(p){this.p=p[0]};
      URL.createObjectURL=function(b){saved.push(b.p);return '#'};
      document.querySelector('[data-acte="svg"]').click();
      document.querySelector('[data-acte="csv"]').click();
      var csv=saved[1].split('\\r\\n');
      return [saved[0].indexOf('Source CPAM')>0,csv.length,
      csv.filter(function(l){return /Quartier 2"/.test(l)})[0],
      /Source CPAM/.test(saved[1])].join('|')
      """
    let result = try after(script, on: "i-i0.html")
    #expect(result.hasPrefix("true|14|\"–\";\"Quartier 2\";\"secret\"|true"), "\(result)")
  }

  @Test func `a screenshot is not empty`() {
    let target = Self.folder.path("a.png")
    _ = Browser.run(["--screenshot=\(target)", "--window-size=1200,1200", address("i-i0.html")])
    #expect((readFile(target)?.count ?? 0) > 40_000)
  }
}
