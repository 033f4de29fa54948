import Testing

@testable import Rates

/// Expected values: mpmath 1.3.0 at 40 digits, from the definitions (bisection for quantiles).
@Suite struct IntervalTests {
  @Test(arguments: [
    (Confidence.of95, 1.9599639845400542355), (.of998, 3.0902323061678135415),
  ])
  func `the normal deviates are exact to the last digits`(
    confidence: Confidence, expected: Double
  ) {
    #expect(agrees(confidence.deviate, expected, within: 4e-16))
  }

  @Test(arguments: [
    (0, Confidence.of95, 0, 3.6888794541139363),
    (0, .of998, 0, 6.90775527898213705),
    (1, .of95, 0.0253178079842898754, 5.5716433909388986),
    (1, .of998, 0.0010005003335835335, 9.23341347645158573),
    (2, .of95, 0.242209278543964903, 7.22468766772396082),
    (2, .of998, 0.0454020177694895568, 11.2288722424126626),
    (5, .of95, 1.62348639011842054, 11.6683320793226696),
    (5, .of998, 0.739371731917832517, 16.4547452036801066),
    (9, .of95, 4.11537309737833243, 17.0848034514191703),
    (9, .of998, 2.45242440436377493, 22.6573733090629307),
    (10, .of95, 4.7874499139675618, 18.391458605756476),
    (10, .of998, 2.9163183746956851, 24.193724927880539),
    (65, .of95, 50.163187710459442, 82.849138545939859),
    (65, .of998, 42.880261471480197, 94.000290844318),
    (1045, .of998, 947.94070356103748, 1148.8061609880327),
    (7_776_456, .of95, 7770991.3332916371, 7781923.5613656369),
  ])
  func `events are exact Poisson under ten, Byar from ten on`(
    count: Double, confidence: Confidence, lower: Double, upper: Double
  ) {
    let interval = Rate.Interval.events(count, confidence)
    #expect(agrees(interval.lower, lower, within: 1e-12), "lower \(interval.lower)")
    #expect(agrees(interval.upper, upper, within: 1e-12), "upper \(interval.upper)")
  }

  @Test(arguments: [
    (0, 50, Confidence.of95, 0.0, 0.07134759913335873),
    (0, 50, .of998, 0.0, 0.16036289104278804),
    (1, 7_564_336_677, .of95, 2.3336422276757449e-11, 7.489003338540287e-10),
    (25, 50, .of95, 0.36644514316828578, 0.63355485683171422),
    (25, 50, .of998, 0.29977332155604985, 0.70022667844395015),
    (3, 312.7, .of95, 0.0032680385243609641, 0.027822545493793986),
    (3, 312.7, .of998, 0.0019279955102736074, 0.046325094046589664),
    (50, 50, .of95, 0.92865240086664127, 1.0),
    (50, 50, .of998, 0.83963710895721196, 1.0),
    (40, 40.25, .of95, 0.9018941266975139, 0.99964102462625038),
    (40, 40.25, .of998, 0.79835484543791429, 0.99984536740351495),
  ])
  func `a proportion has Wilson's interval, also for none, all and decimals`(
    count: Double, whole: Double, confidence: Confidence, lower: Double, upper: Double
  ) {
    let interval = Rate.Interval.wilson(count, of: whole, confidence)
    #expect(agrees(interval.lower, lower, within: 1e-12), "lower \(interval.lower)")
    #expect(agrees(interval.upper, upper, within: 1e-12), "upper \(interval.upper)")
  }

  @Test(arguments: [
    (0.5, 0.000491034558587627956, 2.51194309365744448),
    (2.5, 0.415605806743331209, 6.41625099701501411),
    (100, 81.3639912509231404, 120.528947753155461),
    (1000, 938.973018407695216, 1062.92115122488776),
  ])
  func `gamma quantiles hold for fractional and large shapes`(
    shape: Double, below: Double, above: Double
  ) {
    let law = GammaLaw(shape: shape)
    #expect(agrees(law.quantile(below: 0.025), below, within: 1e-12))
    #expect(agrees(law.quantile(above: 0.025), above, within: 1e-12))
  }

  /// For a whole shape the upper tail is a Poisson sum, a formula that the code does not use.
  @Test(arguments: 1...40)
  func `the gamma tail is the Poisson sum`(shape: Int) {
    let wrong = stride(from: 0.25, through: 60, by: 0.25).filter { x in
      var term = Double(1)
      var sum = term
      for index in 1..<max(2, shape) where index < shape {
        term *= x / Double(index)
        sum += term
      }
      let poisson = sum * exponential(-x)
      let tails = GammaLaw(shape: Double(shape)).tails(at: x)
      return !agrees(tails.upper, poisson, within: tails.upper < 0.5 ? 1e-12 : 1e-13)
    }
    #expect(wrong == [])
  }

  @Test func `intervals hold the value and widen with confidence`() {
    for count in 0...60 {
      for method in Rate.Method.allCases {
        guard let rate = Rate.of(count, over: 60.5, per: 100, method: method) else {
          Issue.record("no rate for \(count)")
          continue
        }
        #expect(rate.interval998.lower <= rate.interval95.lower)
        #expect(rate.interval95.lower <= rate.value && rate.value <= rate.interval95.upper)
        #expect(rate.interval95.upper <= rate.interval998.upper)
      }
    }
  }
}

/// e to the power x by its series, so that the oracle shares nothing with the code.
private func exponential(_ x: Double) -> Double {
  if x < -1 {
    let half = exponential(x / 2)
    return half * half
  }
  var term = 1.0
  var sum = 1.0
  for index in 1..<30 {
    term *= x / Double(index)
    sum += term
  }
  return sum
}
