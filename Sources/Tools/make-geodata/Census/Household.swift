/// Who lives together behind one door.
enum Household: Int, CaseIterable {
  case student, singleAdult, singleElder, youngCouple, elderCouple, family, loneParent

  /// Ages of the members, adults first.
  func ages(_ chance: inout Chance) -> [Int] {
    switch self {
    case .student: return [18 + chance.whole(below: 7)]
    case .singleAdult: return [22 + chance.whole(below: 40)]
    case .singleElder: return [elderAge(&chance)]
    case .youngCouple: return couple(around: 22 + chance.whole(below: 30), &chance)
    case .elderCouple: return couple(around: min(elderAge(&chance), 88), &chance)
    case .family:
      let mother = 24 + chance.whole(below: 25)
      return couple(around: mother, &chance) + children(of: mother, &chance)
    case .loneParent:
      let mother = 23 + chance.whole(below: 27)
      return [mother] + children(of: mother, &chance)
    }
  }

  private func elderAge(_ chance: inout Chance) -> Int {
    60 + Int(chance.unit() * chance.between(12, 38))
  }

  private func couple(around age: Int, _ chance: inout Chance) -> [Int] {
    [age, max(18, age + Int(chance.bell() * 2.5 + 1))]
  }

  private func children(of mother: Int, _ chance: inout Chance) -> [Int] {
    let count = 1 + chance.index(weights: [38, 40, 16, 6])
    return (0..<count).map { _ in
      let birth = 19 + chance.whole(below: 19)
      return min(max(mother - birth, 0), 23)
    }
  }

  /// Whether the first member is more often a woman.
  var shareOfMenFirst: Double {
    switch self {
    case .loneParent: 0.16
    case .singleElder: 0.27
    case .student: 0.46
    default: 0.52
    }
  }
}
