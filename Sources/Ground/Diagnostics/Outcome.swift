/// How a command ends, as the shell sees it.
public enum Outcome: Int32, Sendable, Hashable, Codable {
  /// Done, perhaps with warnings.
  case done = 0
  /// Something that Maille did not foresee.
  case unexpected = 1
  /// A wrong command or campaign file.
  case usage = 2
  /// An input was refused.
  case inputRefused = 3
  /// A protection or mention check failed; nothing was published.
  case protectionFailed = 4
  /// A declared quality threshold was not met.
  case qualityNotMet = 5
  /// Reference data are missing, or vintages are incompatible.
  case referencesUnfit = 6
  /// Not authorised at this stage.
  case stageRefused = 7
  /// Temporary: a lock, a full disk. Trying again later may work.
  case temporary = 75
  /// Interrupted by the user or the system.
  case interrupted = 130
}
