internal import Rates

extension Release.Comparison {
  /// Where an area's intervals lie from the commune's value.
  ///
  /// The commune's own uncertainty is left out: it is that of a far larger population.
  ///
  /// - Source: PHE, Fingertips « compared to benchmark », 95 % and 99.8 % limits
  init(of rate: Rate, against commune: Rate) {
    if rate.interval998.lower > commune.value {
      self = .muchHigher
    } else if rate.interval95.lower > commune.value {
      self = .higher
    } else if rate.interval998.upper < commune.value {
      self = .muchLower
    } else if rate.interval95.upper < commune.value {
      self = .lower
    } else {
      self = .similar
    }
  }
}
