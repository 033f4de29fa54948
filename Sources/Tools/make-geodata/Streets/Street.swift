/// A street as it lies on the ground, before it has a name.
struct Street: Sendable {
  let course: Course
  /// Its name, when the plan gave one; the others are christened by `Christening`.
  var name: String?
  let style: Style
  /// How many cuts came before it: 0 for the street that halves a quarter.
  let rank: Int
  /// Quarter where it lies, as an index into the areas: its theme.
  let area: Int?
  /// Whether it is a commune limit, so that the side of the street decides the commune.
  var isLimit = false
  /// The hamlet whose name stands for all its ways; `nil` in a place that has streets.
  var hamlet: Int?
}
