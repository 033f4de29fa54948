public import Diagnostics
internal import Files

extension Library {
  /// For people: each set with the path to write in a campaign.
  public var text: String {
    if entries.isEmpty { return "aucune référence dans \(folder)" }
    return entries.flatMap { ["\($0.text)", "  \(path(of: $0))", "  © \($0.attribution)"] }
      .joined(separator: "\n")
  }

  /// For scripts.
  public var json: JSONValue {
    .object([("library", .text(folder)), ("sets", .array(entries.map(\.json)))])
  }
}
