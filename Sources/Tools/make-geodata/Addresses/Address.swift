internal import Geometry

/// One address of the town.
struct Address: Sendable {
  let number: Int
  /// `bis`, `ter`, `a`; empty for most.
  let suffix: String
  let way: Way
  /// As published, centimetres.
  let position: Point
  /// What the position is the position of, in the words of the address base; may be empty.
  let positionKind: String
  /// Index of the area where the house stands, whatever the published position says.
  let area: Int
  /// Place name beside the street; empty for most.
  let hamlet: String
  let isCertified: Bool
  /// Cadastral parcels, `|` between them; may be empty.
  let parcels: String

  /// `21951_0370_00012_bis`
  var id: String {
    let number = String(self.number).padded(to: 5)
    return "\(way.id)_\(number)" + (suffix.isEmpty ? "" : "_\(suffix)")
  }
}

/// A street of one commune, as address bases know it.
struct Way: Sendable, Hashable {
  let name: String
  let commune: PlanCommune
  /// The commune before the merger; `nil` where nothing has merged.
  let former: PlanCommune?
  /// `21951_0370`, or six letters and digits where the tax register has no code.
  var id = ""
  var hasRegisterCode: Bool { id.utf8.count == 10 }
}

extension PlanCommune: Hashable {
  func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

extension String {
  /// With zeros before it.
  func padded(to count: Int) -> String {
    String(repeating: "0", count: max(count - utf8.count, 0)) + self
  }
}
