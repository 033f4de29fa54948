internal import Geometry

/// Gives every street its name, once in a commune.
struct Christening {
  /// One name for each street, in the order of the network.
  private(set) var names: [String] = []
  private var used: Set<String> = []
  private var stocks: [String: [String]] = [:]
  private var hamlets: [Int: String] = [:]
  private var chance: Chance

  init(_ network: StreetNetwork, _ drawing: Drawing, seed: UInt64) {
    chance = Chance(seed: seed, topic: "christening")
    for street in network.streets {
      if let name = street.name { used.formUnion(PlanCommune.all.map { "\($0.code) \(name)" }) }
    }
    var freeHamlets = Theme.hamletNames
    for street in network.streets {
      if let name = street.name {
        names.append(name)
      } else if let hamlet = street.hamlet {
        if hamlets[hamlet] == nil { hamlets[hamlet] = freeHamlets.removeFirst() }
        names.append(hamlets[hamlet] ?? "")
      } else {
        names.append(newName(street, drawing.areas[street.area ?? 0].plan))
      }
    }
  }

  private mutating func newName(_ street: Street, _ plan: PlanArea) -> String {
    let former = plan.commune == .varenches ? FormerCommune.of(street.course.points[0]) : nil
    let parish = plan.commune.code + (former?.code ?? "")
    let theme = Theme(plan)
    for attempt in 0..<300 {
      let kind = attempt < 12 ? kind(of: street) : pick("Impasse Passage Cour Place Square Allée")
      let name = "\(kind) \(draw(from: theme, parish: parish))"
      if used.insert("\(parish) \(name)").inserted { return name }
    }
    preconditionFailure("the names of \(plan.name) are exhausted")
  }

  /// Fresh names first; when they are used up, a second street of the same name (« Impasse … »).
  private mutating func draw(from theme: Theme, parish: String) -> String {
    let key = "\(parish) \(theme)"
    if stocks[key] == nil { stocks[key] = chance.shuffled(theme.names) }
    if let name = stocks[key]?.popLast() { return name }
    return chance.pick(theme.names)
  }

  private mutating func kind(of street: Street) -> String {
    let length = street.course.length
    switch street.style {
    case .old:
      return length < 70
        ? pick("Ruelle Passage Impasse Cour Rue") : pick(length < 150 ? "Rue Rue Rue Place" : "Rue")
    case .faubourg, .mixed:
      return length < 110
        ? pick("Impasse Rue Passage Cité Villa")
        : pick(length < 170 ? "Rue Rue Rue Rue Place" : "Rue")
    case .estate:
      return length < 150 ? pick("Allée Impasse Square Allée") : pick("Rue Rue Rue Allée")
    case .towers: return pick("Rue Rue Avenue Allée Square Place Cours")
    case .business, .campus: return pick("Rue Rue Avenue Allée Impasse")
    case .rural, .wild: return pick("Chemin Chemin Rue Sentier Route")
    case .village:
      return length < 90 ? pick("Ruelle Impasse Place Rue") : pick("Rue Rue Rue Chemin")
    }
  }

  private mutating func pick(_ words: String) -> String {
    String(chance.pick(words.split(separator: " ")))
  }
}
