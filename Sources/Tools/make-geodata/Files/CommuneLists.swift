/// Extracts of the Code officiel géographique and of La Poste's list of postcodes.
enum CommuneLists {
  /// Layout of `v_commune_2024.csv`: communes, then the communes déléguées of the merged one.
  static func communes() -> String {
    let header = [
      "TYPECOM", "COM", "REG", "DEP", "CTCD", "ARR", "TNCC", "NCC", "NCCENR", "LIBELLE", "CAN",
      "COMPARENT",
    ]
    let communes = PlanCommune.all.map { commune in
      ["COM", commune.code, "27", "21", "21D", "213"] + naming(commune) + ["2199", ""]
    }
    let delegated = former.map { commune in
      ["COMD", commune.code, "", "", "", ""] + naming(commune) + ["", PlanCommune.varenches.code]
    }
    return Text.table([header] + communes + delegated, separator: ",")
  }

  /// Layout of `v_mvtcommune_2024.csv`: the creation of a commune nouvelle, modality 32.
  static func movements() -> String {
    let sides = ["TYPECOM", "COM", "TNCC", "NCC", "NCCENR", "LIBELLE"]
    let header = ["MOD", "DATE_EFF"] + sides.map { "\($0)_AV" } + sides.map { "\($0)_AP" }
    let rows = former.flatMap { commune in
      let before = ["32", "2019-01-01", "COM", commune.code] + naming(commune)
      return [
        before + ["COM", PlanCommune.varenches.code] + naming(.varenches),
        before + ["COMD", commune.code] + naming(commune),
      ]
    }
    return Text.table([header] + rows, separator: ",")
  }

  /// Layout of `laposte_hexasmal.csv`, Windows-1252 with CRLF.
  static func postcodes() -> [UInt8] {
    let header = [
      "#Code_commune_INSEE", "Nom_de_la_commune", "Code_postal", "Libellé_d_acheminement",
      "Ligne_5",
    ]
    let rows = PlanCommune.all.flatMap { commune in
      let row = [commune.code, commune.label, commune.postcode, commune.label]
      return commune == .varenches
        ? [row + [""]] + former.map { row + [$0.label] } : [row + [""]]
    }
    return Text.windows1252(Text.table([header] + rows, end: "\r\n"))
  }

  private static let former = [FormerCommune.varenches, FormerCommune.saintFiacre]

  /// Kind of article (1 before a vowel), capitals, rich, with article.
  private static func naming(_ commune: PlanCommune) -> [String] {
    let startsWithVowel = "AEIOU".contains(commune.name.prefix(1))
    return [
      startsWithVowel ? "1" : "0", Lettering.afnor(commune.name), commune.name, commune.name,
    ]
  }
}
