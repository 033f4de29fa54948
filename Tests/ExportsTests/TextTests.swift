import Testing

@testable import Exports

@Suite struct TextTests {
  @Test(arguments: [
    ("", #""""#), ("L’Île", #""L’Île""#), (#"a"b\c"#, #""a\"b\\c""#),
    ("a\nb\r\tc", #""a\nb\r\tc""#),
    ("</script>", #""<\/script>""#), ("a/b", #""a/b""#), ("<a/>", #""<a/>""#),
    ("\u{0}\u{1F}\u{7F}", #""\u0000\u001f\u007f""#), ("\u{2028}\u{2029}", #""\u2028\u2029""#),
    ("🏘️ 12", #""🏘️ 12""#),
  ])
  func `text becomes a JSON string`(text: String, json: String) {
    #expect(JSONText.quoted(text) == json)
  }

  @Test(arguments: [
    ("a & b < c > d", "a &amp; b &lt; c &gt; d"), ("« \"x\" »", "« &quot;x&quot; »"),
    ("a\n\tb", "a&#10;&#9;b"), ("\u{1}\u{FFFE}", "\u{FFFD}\u{FFFD}"), ("🏘️", "🏘️"),
  ])
  func `text becomes an XML attribute`(text: String, xml: String) {
    #expect(XMLElement.escaped(text) == xml)
  }

  @Test(arguments: [
    (12.345, 2, 1235), (12.5, 0, 13), (-0.05, 1, -1), (0, 4, 0), (2057.937_539_150_75, 1, 20579),
  ])
  func `numbers are rounded once, halves away from zero`(
    number: Double, decimals: Int, scaled: Int64
  ) {
    #expect(FixedPoint(number, decimals: decimals)?.scaled == scaled)
  }

  @Test(arguments: [Double.nan, .infinity, 1e300])
  func `what is no number has no digits`(number: Double) {
    #expect(FixedPoint(number, decimals: 2) == nil)
  }

  @Test(arguments: [
    ("2025-12-31", "31/12/2025"), ("2024", "2024"), ("2024-T4", "2024-T4"), ("RP2022", "RP2022"),
    ("2025-12-3", "2025-12-3"), ("", ""), ("20-5-12-31", "20-5-12-31"),
    ("aaaa-bb-cc", "aaaa-bb-cc"),
  ])
  func `a vintage never reads as a date`(vintage: String, readable: String) {
    #expect(NoticeColumns.readable(vintage) == readable)
  }
}
