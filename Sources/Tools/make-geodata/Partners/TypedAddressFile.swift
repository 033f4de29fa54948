/// A file of typed addresses alone, and beside it what each of them really is: an oracle that knows
/// the truth because it made it.
struct TypedAddressFile {
  /// Rows of the partner's file.
  let rows: [[String]]
  /// For each row: its line, the form it took, the level that can be found, the address's identifier.
  let truth: [[String]]

  static let count = 1_400

  init(_ addresses: [Address], seed: UInt64) {
    var chance = Chance(seed: seed, topic: "typed addresses")
    var rows: [[String]] = []
    var truth: [[String]] = []
    let stocks = AddressStocks(addresses)
    for line in 2..<(Self.count + 2) {
      let form = AddressForm.allCases[chance.index(weights: AddressForm.allCases.map(\.weight))]
      let address = chance.pick(stocks.fit(for: form))
      var typed = TypedAddress(address)
      typed.rewrite(as: form, address, &chance)
      rows.append(["DEM\(String(line - 1).padded(to: 5))"] + typed.fields)
      truth.append([String(line), "\(form)", form.level] + Self.target(form, address))
    }
    self.rows = rows
    self.truth = truth
  }

  /// The address, its street and its commune, as far as the form lets them be known.
  private static func target(_ form: AddressForm, _ address: Address) -> [String] {
    let way = address.way
    switch form.level {
    case "adresse": return [address.id, way.id, way.commune.code]
    case "voie": return ["", way.id, way.commune.code]
    case "commune": return ["", "", way.commune.code]
    default: return ["", "", ""]
    }
  }

  /// UTF-8 with a byte order mark, as spreadsheets save it.
  var text: String {
    let header = ["REF", "N_VOIE", "INDICE", "LIB_VOIE", "CP", "VILLE"]
    return "\u{FEFF}" + Text.table([header] + rows, end: "\r\n")
  }

  var truthText: String {
    Text.table([["ligne", "forme", "niveau", "id_adresse", "id_voie", "code_insee"]] + truth)
  }
}

/// Addresses by what may happen to them without two of them becoming the same.
private struct AddressStocks {
  private let all: [Address]
  private let merged: [Address]
  private let dated: [Address]
  private let suffixed: [Address]
  private let unmistakable: [Address]

  init(_ addresses: [Address]) {
    merged = addresses.filter { $0.way.former != nil }
    // A name that both halves of the merged commune have can be told only by the former commune.
    let ways = Set(addresses.map(\.way))
    let full = Dictionary(grouping: ways) { "\($0.commune.code) \($0.name)" }
    let bare = Dictionary(grouping: ways) {
      "\($0.commune.code) \(TypedAddress.withoutType($0.name))"
    }
    all = addresses.filter { full["\($0.way.commune.code) \($0.way.name)"]?.count == 1 }
    dated = all.filter { $0.way.name.contains { $0.isNumber } }
    suffixed = all.filter { !$0.suffix.isEmpty }
    unmistakable = all.filter { address in
      let name = TypedAddress.withoutType(address.way.name)
      return name != address.way.name && bare["\(address.way.commune.code) \(name)"]?.count == 1
    }
  }

  func fit(for form: AddressForm) -> [Address] {
    switch form {
    case .formerCommune: merged
    case .dateInWords: dated
    case .gluedSuffix: suffixed
    case .withoutType, .wrongType, .initials, .typingError: unmistakable
    default: all
    }
  }
}
