extension Search {
  func explain(_ name: String, _ outcome: @autoclosure () -> String) {
    shop.steps?.append(ExplainedStep(name: name, outcome: outcome()))
  }

  func explain(_ rung: Rung) {
    explain(
      rung.title,
      shop.finder.hits.isEmpty
        ? "rien"
        : shop.finder.hits.prefix(5).map { hit in
          "\(base.streetName(hit.street)) (\(Int(hit.likeness * 100)) %)"
        }.joined(separator: ", "))
  }

  var readingText: String {
    let query = shop.query
    let readings = query.readings.map { reading in
      let words = query.tokens[reading.start..<min(reading.end, query.tokens.count)]
        .map(\.word.text).joined(separator: " ")
      let number = reading.number < 0 ? "sans numéro" : "n° \(reading.number)\(reading.suffix.text)"
      return "\(number), « \(words) »"
    }
    return readings.isEmpty ? "aucune voie" : readings.joined(separator: " ; ")
  }

  var communeText: String {
    let names = shop.choices.prefix(5).map { choice in
      base.texts.text(base.communeRecords[choice.index].name) + " (\(choice.verdict.rawValue))"
    }
    return names.isEmpty ? "aucune" : names.joined(separator: ", ")
  }
}
