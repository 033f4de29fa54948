internal import Boundaries
internal import Disclosure
internal import Rates
internal import Territory

/// What zones are called, from the contours; empty where the contours do not say.
struct ZoneNames: Sendable {
  private let areas: [Iris: IrisArea]
  private let communes: [Commune: String]

  /// Names of the columns that say what a row is about, of both levels.
  static let allNames = ["niveau", "code_iris", "nom_iris", "type_iris", "code_com", "nom_com"]

  init(_ contours: Contours) {
    areas = Dictionary(contours.areas.map { ($0.iris, $0) }) { first, _ in first }
    communes = Dictionary(
      contours.areas.map { ($0.iris.commune, $0.communeName) }
    ) { first, second in first.isEmpty ? second : first }
  }

  /// The area of an IRIS; `nil` when the contours do not have it.
  func area(of zone: Zone) -> IrisArea? { zone.iris.flatMap { areas[$0] } }

  /// Columns of a file with one row for each IRIS.
  var irisColumns: [Column] {
    [
      Column("code_iris", "Code de l’IRIS", .code) {
        $0.zone.iris.map { .code($0.code) } ?? .empty
      },
      Column("nom_iris", "Nom de l’IRIS", .text) { named(area(of: $0.zone)?.name) },
      Column("type_iris", "Type d’IRIS (H habitat, A activité, D divers, Z commune)", .text) {
        named(area(of: $0.zone)?.type.rawValue)
      },
    ] + sharedColumns
  }

  /// Columns of a file with the rows of communes.
  var communeColumns: [Column] {
    let level = Column("niveau", "Niveau de la ligne (commune ou hors IRIS)", .text) {
      .text(Wording.level(of: $0.zone))
    }
    return [level] + sharedColumns
  }

  private var sharedColumns: [Column] {
    [
      Column("code_com", "Code INSEE de la commune", .code) { .code($0.zone.commune.code) },
      Column("nom_com", "Nom de la commune", .text) { named(communes[$0.zone.commune]) },
    ]
  }

  private func named(_ name: String?) -> Cell {
    name.flatMap { $0.isEmpty ? nil : .text($0) } ?? .empty
  }
}

extension Zone {
  /// The IRIS; `nil` for the rows of a commune.
  var iris: Iris? { if case .iris(let iris) = self { iris } else { nil } }
}
