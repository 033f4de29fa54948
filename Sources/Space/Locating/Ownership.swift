/// Which area owns a position, and how firmly.
public enum Ownership<Key: Sendable & Hashable>: Sendable, Hashable {
  /// The position lies in this area (half-open rule on shared edges).
  case inside(Key)
  /// It lies in none; this one is nearest, at a distance in metres within the stated reach.
  case nearest(Key, metres: Double)
  /// It lies in none and none is within reach.
  case none
}
