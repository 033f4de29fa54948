internal import Diagnostics
internal import Files
internal import Yams

extension Section {
  /// Keys whose values are paths: where files lie on this machine is nobody else's business.
  private static let paths: Set = [
    "file", "files", "folder", "comments", "special_addresses", "postcodes", "ledger",
    "table", "movements", "decisions", "codes",
  ]

  /// Everything under this section, in the order of the file, paths by their last part.
  var json: JSONValue {
    .object(pairs.map { ($0.name, Self.json($0.node, isPath: Self.paths.contains($0.name))) })
  }

  private static func json(_ node: Node, isPath: Bool) -> JSONValue {
    switch node {
    case .mapping(let mapping):
      .object(
        mapping.compactMap { key, value in
          key.string.map { ($0, json(value, isPath: isPath || paths.contains($0))) }
        })
    case .sequence(let sequence): .array(sequence.map { json($0, isPath: isPath) })
    case .scalar(let scalar): isPath ? .text(FilePath.name(of: scalar.string)) : json(scalar)
    case .alias: .null
    }
  }

  private static func json(_ scalar: Node.Scalar) -> JSONValue {
    guard scalar.style == .plain else { return .text(scalar.string) }
    if scalar.string.isEmpty { return .null }
    if let whole = Int(scalar.string) { return .integer(whole) }
    if let number = Double(scalar.string), number.isFinite { return .number(number) }
    return scalar.string == "true" || scalar.string == "false"
      ? .boolean(scalar.string == "true") : .text(scalar.string)
  }
}
