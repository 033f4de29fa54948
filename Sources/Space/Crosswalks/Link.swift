public import Territory

/// What goes from one IRIS of the old edition to one of the new.
public struct Link: Sendable, Hashable {
  /// Of the old edition.
  public let old: Iris
  /// Of the new edition.
  public let new: Iris
  /// Which part of the old one goes there; the links of one old IRIS add up to exactly one.
  public let share: Share
  /// How the share was found.
  public let method: Method
  /// What happened to the old one.
  public let change: Change
  /// Which part of the old one's area (of its addresses, by addresses) lies in its links before they
  /// were made to add up: what is missing are slivers, or ground that the new edition leaves out.
  public let coverage: Share

  /// How a share was found.
  public enum Method: String, Sendable, Hashable, CaseIterable {
    /// Everything goes to one IRIS: nothing to weigh.
    case whole = "entier"
    /// By the addresses that lie in each part.
    case addresses = "adresses"
    /// By the area of each part: areal interpolation.
    case areas = "surfaces"
    /// As a table has it.
    case table = "table"
  }

  /// What happened to an IRIS between two editions.
  public enum Change: String, Sendable, Hashable, CaseIterable {
    /// Same code, same ground but for slivers.
    case none = "inchange"
    /// Another name, same code and ground.
    case renamed = "renomme"
    /// Another code, same ground.
    case recoded = "recode"
    /// Cut into several, each of it alone.
    case split = "divise"
    /// Put together with others, each wholly.
    case merged = "fusionne"
    /// Ground exchanged with neighbours.
    case redrawn = "redessine"
    /// Its commune and others became one.
    case communesMerged = "commune_fusionnee"
    /// Its commune became several.
    case communeSplit = "commune_scindee"
  }
}

extension Link: Comparable {
  /// By the old code, then the new one.
  public static func < (left: Link, right: Link) -> Bool {
    (left.old, left.new) < (right.old, right.new)
  }
}
