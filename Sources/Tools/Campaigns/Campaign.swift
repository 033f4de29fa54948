/// A campaign: who hands over what, about which territory, and what is to be made of it.
public struct Campaign: Sendable {
  /// Identifier, `abs-dijon-2026`.
  public let name: String
}
