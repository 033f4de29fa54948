/// What names an area: unique in an index, ordered, and able to live in a file.
///
/// The order of keys is the order of ordinals, and decides between areas that overlap.
public protocol AreaKey: Hashable, Sendable, Comparable {
  /// The key as text, as a saved index holds it.
  var indexText: String { get }

  /// The key of that text; `nil` when it is none.
  init?(indexText: String)
}
