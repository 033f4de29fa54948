package import Disclosure
package import Rates

/// The words of the files about indicators, for whoever writes other pages of the same release.
package enum IndicatorWords {
  /// What the columns of each indicator begin with in the files.
  package static func stems(of definitions: [IndicatorDefinition]) -> [String] {
    ColumnStem.stems(
      for: definitions, besides: ZoneNames.allNames + NoticeColumns.allNames
    ).map(\.text)
  }

  /// The title with the unit of its rate.
  package static func title(_ definition: IndicatorDefinition) -> String {
    Wording.title(definition)
  }

  /// « % », « ‰ », « pour 10 000 »; empty for a ratio.
  package static func unit(per factor: Double) -> String { Wording.unit(per: factor) }

  /// « 96 personnes ».
  package static func counted(_ count: Int, _ definition: IndicatorDefinition) -> String {
    Wording.counted(count, definition.unit)
  }

  /// « personnes », « ménages »; empty for units without a name.
  package static func units(of definition: IndicatorDefinition) -> String {
    Wording.units(definition.unit)
  }

  /// « Secret statistique » and its like.
  package static func meaning(of status: Release.Status) -> String { Wording.meaning(of: status) }

  /// « supérieur » and its like.
  package static func comparison(_ comparison: Release.Comparison) -> String {
    Wording.comparison(comparison)
  }

  /// One class of a scale by its bounds.
  package static func range(_ index: Int, of bounds: [FixedPoint], per factor: Double) -> String {
    Wording.range(index, of: bounds, per: factor)
  }

  /// What is withheld, in a sentence.
  package static func rule(_ threshold: StatedThreshold) -> String { Wording.rule(threshold) }

  /// A vintage as people write it: `2025-12-31` → `31/12/2025`.
  package static func readable(_ vintage: String) -> String { NoticeColumns.readable(vintage) }

  /// How many decimals the files give to a rate.
  package static func decimals(per factor: Double) -> Int {
    IndicatorColumns.rateDecimals(per: factor)
  }
}
