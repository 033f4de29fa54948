internal import Diagnostics

/// The sentences of this target.
enum Wording {
  static func damagedKey(_ path: String) -> Problem {
    Problem(
      "keeping.damaged-key", .stops, at: Place(file: path),
      fact: "cette clé de la campagne n’a pas 32 octets",
      remedy: """
        rétablir le fichier depuis une sauvegarde, ou le supprimer : les empreintes des manifestes \
        et les sceaux du journal d’avant ne pourront plus être comparés
        """)
  }

  static func noChance() -> Problem {
    Problem(
      "keeping.no-chance", .stops, fact: "le système ne donne pas d’octets aléatoires",
      remedy: "relancer une fois la machine démarrée", outcome: .temporary)
  }
}
