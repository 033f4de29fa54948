/// How far the figures of a campaign have come, in the words of the journal.
///
/// - Source: agreement, articles 5 to 7 (DESIGN.md)
public enum Stage: String, Sendable, Hashable, CaseIterable {
  /// The partners' files were seen.
  case received
  /// Figures were made of them: a working document.
  case computed
  /// The group has the stamped atlas and the package to comment it.
  case submitted
  /// The group's comments and minutes were recorded.
  case commented
  /// An audience may have the figures.
  case published
  /// What derived from a source was taken back.
  case withdrawn
  /// Rows, caches and keys were deleted.
  case purged

  /// As people read it.
  public var french: String {
    switch self {
    case .received: "reçu"
    case .computed: "calculé"
    case .submitted: "soumis à l’analyse partagée"
    case .commented: "commenté"
    case .published: "publié"
    case .withdrawn: "retiré"
    case .purged: "purgé"
    }
  }
}

/// Who may get a publication.
///
/// - Source: agreement, article 7
public enum Audience: String, Sendable, Hashable, CaseIterable {
  /// The shared-analysis group.
  case group
  /// The partners of the Analyse des Besoins Sociaux.
  case partners
  /// Everybody: the owner of the data must have agreed.
  case `public`

  /// The sentence of `LISEZMOI.txt` and of the manifest: who may have the files.
  public var french: String {
    switch self {
    case .group: "réservé au groupe d’analyse partagée ; ne pas transmettre à d’autres"
    case .partners: "réservé aux partenaires de l’analyse des besoins sociaux"
    case .public: "public, avec l’accord du propriétaire des données"
    }
  }
}
