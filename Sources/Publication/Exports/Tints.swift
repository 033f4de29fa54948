/// The tints of rates and the outline of areas: the same in the atlas and in QGIS.
///
/// They stay apart for colour-blind readers and in grey print; the outline is three times lighter
/// than the darkest tint and three times darker than the lightest.
///
/// - Source: ColorBrewer 2, YlGnBu without the steps too near to white, its last step from the
///   scale of seven classes; WCAG 2.1, criterion 1.4.11
package enum Tints {
  /// Light to dark, `#rrggbb`.
  static let steps = ["#c7e9b4", "#7fcdbb", "#41b6c4", "#2c7fb8", "#0c2c84"]
  /// Far below the reference to far above it: no two as dark as each other, for grey print.
  ///
  /// - Source: ColorBrewer 2, PuOr, its ends drawn apart until `TintsTests` holds
  static let aroundSteps = ["#3f1d78", "#a89bcf", "#f6f5f1", "#fbc880", "#c9640a"]

  /// Between two areas.
  package static let outline = "#7e7e7e"
  /// What counts are drawn in.
  package static let circle = "#2c7fb8"

  /// The tint of one class.
  ///
  /// - Parameters:
  ///   - index: from 0, the lowest
  ///   - count: how many classes there are · 1...5
  package static func tint(_ index: Int, of count: Int) -> String {
    let places = [1: [2], 2: [0, 3], 3: [0, 2, 4], 4: [0, 1, 3, 4]][count] ?? [0, 1, 2, 3, 4]
    return steps[places[min(index, places.count - 1)]]
  }

  /// `#c7e9b4` as QGIS writes it: `199,233,180,255`.
  static func parts(of tint: String, opacity: Int = 255) -> String {
    let digits = Array(tint.dropFirst())
    let parts = stride(from: 0, to: digits.count, by: 2).map {
      String(Int(String(digits[$0...$0 + 1]), radix: 16) ?? 0)
    }
    return (parts + [String(opacity)]).joined(separator: ",")
  }
}
