/// A value as text by its stored properties, all of them: equal values give equal texts, and a
/// property that is added later is in it by itself.
///
/// For keys of what is kept; nobody reads it.
enum StructuralText {
  static func of(_ value: Any) -> String {
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .set, .dictionary:
      // their order is chance
      let parts = mirror.children.map { of($0.value) }.sorted {
        $0.utf8.lexicographicallyPrecedes($1.utf8)
      }
      return "{\(parts.joined(separator: ","))}"
    case nil: return String(reflecting: value)
    case .enum where mirror.children.isEmpty: return "\(mirror.subjectType).\(value)"
    default:
      let parts = mirror.children.map { "\($0.label ?? "")=\(of($0.value))" }
      return "\(mirror.subjectType)(\(parts.joined(separator: ",")))"
    }
  }
}
