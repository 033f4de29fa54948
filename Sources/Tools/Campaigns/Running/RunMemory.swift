internal import Keeping

/// What a run takes over from earlier ones of the same campaign. Never decides a figure.
public enum RunMemory: Sendable {
  /// Nothing: all rows are read, nothing is kept.
  case none
  /// Counts of sources of which nothing has changed.
  case kept
  /// These, and those of sources that an interrupted run was reading.
  case resumed

  /// Where it is kept; `nil` for nowhere.
  func store(of campaign: Campaign, isReadOnly: Bool) -> TallyStore? {
    if case .none = self { return nil }
    return TallyStore(campaign.work, isResuming: self == .resumed, isReadOnly: isReadOnly)
  }
}
