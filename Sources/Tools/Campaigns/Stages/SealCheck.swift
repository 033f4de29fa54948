internal import Diagnostics
internal import Files
internal import Keeping
internal import Stages

/// What can be said of a journal's seals where it lies: the key is beside the campaign's file, and
/// stays there when figures are carried elsewhere.
enum SealCheck: Sendable, Hashable {
  /// Every line was written by the holder of the campaign, but for so many at the beginning, when
  /// another key was in its place.
  case sound(unsealed: Int)
  /// A line was not.
  case broken(line: Int)
  /// There are seals, and nothing to judge them by.
  case keyAbsent
  /// There are none.
  case unsealed

  /// - Parameters:
  ///   - folder: of outputs; the key is looked for beside it, where campaigns have it
  /// - Throws: `keeping.damaged-key`, and what `Files` throws
  init(_ journal: Journal, in folder: String) throws(Problem) {
    let isSealed = journal.entries.contains { $0.seal != nil }
    guard let key = try Self.key(of: journal.campaign, beside: folder) else {
      self = isSealed ? .keyAbsent : .unsealed
      return
    }
    switch journal.seals(of: key) {
    case .sound(let unsealed): self = .sound(unsealed: unsealed)
    case .broken(let line): self = .broken(line: line)
    }
  }

  /// A journal that somebody wrote cannot make us look elsewhere.
  private static func key(
    of campaign: String, beside folder: String
  ) throws(Problem) -> SealKey? {
    guard FilePath.name(of: campaign) == campaign, !campaign.hasPrefix(".") else { return nil }
    return try WorkFolder(beside: folder, campaign: campaign).existingSeal().map { SealKey($0) }
  }

  /// What follows « journal de 5 étapes ».
  var french: String {
    switch self {
    case .sound(0): ", scellé"
    case .sound(let unsealed): ", scellé depuis l’étape \(unsealed + 1)"
    case .broken: ", sceau rompu"
    case .keyAbsent: ", sceau non contrôlé (la clé de la campagne n’est pas ici)"
    case .unsealed: ", sans sceau"
    }
  }

  /// For scripts.
  var json: JSONValue {
    switch self {
    case .sound: .text("sound")
    case .broken: .text("broken")
    case .keyAbsent: .text("key-absent")
    case .unsealed: .text("none")
    }
  }
}
