internal import Diagnostics

extension BaseBuilder {
  /// Tells the addresses that the files give several times with one kind of position: all are kept,
  /// and where they lie in several IRIS an answer says so.
  func tellRepeats() {
    var (repeats, far) = (0, 0)
    for (index, street) in streets.enumerated() where !rawStreets[index].isGathered {
      for place in street.addresses.range.dropFirst() {
        let (last, record) = (addresses[place - 1], addresses[place])
        guard last.number == record.number, last.suffix == record.suffix,
          last.position == record.position
        else { continue }
        repeats += 1
        if last.point.metres(to: record.point) > 50 { far += 1 }
      }
    }
    if repeats > 0 { problems.record(Wording.repeatedAddresses(place, repeats, far: far)) }
  }
}

extension PointRecord {
  /// 0 where either is unknown.
  fileprivate func metres(to other: PointRecord) -> Double {
    guard isKnown, other.isKnown else { return 0 }
    let (dx, dy) = (Double(x) - Double(other.x), Double(y) - Double(other.y))
    return (dx * dx + dy * dy).squareRoot() / 100
  }
}
