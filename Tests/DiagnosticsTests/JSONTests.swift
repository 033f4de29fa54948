import Testing

@testable import Diagnostics

/// RFC 8259, strictly: the reader takes what the writer gives and nothing else.
@Suite struct JSONTests {
  @Test(arguments: [
    "{}", "[]", "null", "true", "false", "0", "-12", "1.5", "1e+22", "5e-324", "\"\"",
    "{\"a\":[1,{\"b\":null}],\"c\":\"é\\n\\\"\\\\\"}", "9223372036854775807",
  ])
  func `a written value is read, and written the same`(_ text: String) {
    #expect(JSONValue(parsing: Array(text.utf8))?.description == text)
  }

  @Test(arguments: [
    (#" [ 1 , "\u00e9\ud83d\ude00\/" ] "#, #"[1,"é😀/"]"#),
    (#"{"a":12345678901234567890}"#, #"{"a":1.2345678901234567e+19}"#),
    ("\"\\b\\f\\r\\t\"", #""\u0008\u000c\u000d\u0009""#),
  ])
  func `other spellings of a value are read`(_ text: String, _ written: String) {
    #expect(JSONValue(parsing: Array(text.utf8))?.description == written)
  }

  @Test(arguments: [
    "", " ", "{", "[1", "[1,]", "{\"a\":1,}", "{\"a\" 1}", "{a:1}", "01", "-", "1.", "1e", "+1",
    ".5", "nul", "truee", "\"", "\"\\x\"", "\"\\ud800\"", "\"\\udc00\"", "\"\\u12g4\"", "\"\n\"",
    "{\"a\":1,\"a\":2}", "1 2", "NaN", "1e999", "[1]]", "{\"a\":1}}", "// a\n1",
  ])
  func `anything else is nothing`(_ text: String) {
    #expect(JSONValue(parsing: Array(text.utf8)) == nil)
  }

  @Test func `bytes that are no UTF-8 are nothing`() {
    #expect(JSONValue(parsing: [0x22, 0xC3, 0x22]) == nil)
    #expect(JSONValue(parsing: [0x22, 0xED, 0xA0, 0x80, 0x22]) == nil)
  }

  @Test func `depth has an end`() {
    let nested = { (depth: Int) in
      Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    }
    #expect(JSONValue(parsing: nested(64)) != nil)
    #expect(JSONValue(parsing: nested(65)) == nil)
    #expect(JSONValue(parsing: nested(1_000_000)) == nil)
  }

  @Test func `a value is asked for what it is`() throws {
    let value = try #require(
      JSONValue(parsing: Array(#"{"t":"x","n":1,"d":1.5,"b":true,"a":[1],"z":null}"#.utf8)))
    #expect(value["t"]?.string == "x" && value["n"]?.whole == 1 && value["n"]?.real == 1)
    #expect(value["d"]?.real == 1.5 && value["d"]?.whole == nil && value["b"]?.truth == true)
    #expect(value["a"]?.elements == [.integer(1)] && value["z"]?.isNull == true)
    #expect(value["x"] == nil && JSONValue.null["t"] == nil)
  }
}
