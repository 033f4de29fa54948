import Glibc
import Testing

@testable import Exports

/// Colours judged by published formulas: WCAG's contrast and Viénot's dichromats.
@Suite struct TintsTests {
  private typealias Colour = [Double]

  /// Linear light, red, green and blue from 0 to 1.
  private func light(_ tint: String) -> Colour {
    Tints.parts(of: tint).split(separator: ",").prefix(3).map { part in
      let share = (Double(part) ?? 0) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
  }

  private func luminance(_ colour: Colour) -> Double {
    zip([0.2126, 0.7152, 0.0722], colour).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// - Source: WCAG 2.1, « contrast ratio »
  private func contrast(_ a: Colour, _ b: Colour) -> Double {
    let (dark, light) = (min(luminance(a), luminance(b)), max(luminance(a), luminance(b)))
    return (light + 0.05) / (dark + 0.05)
  }

  @Test func `the outline stands out from both ends of the scale, and they from each other`() {
    let outline = light(Tints.outline)
    for end in [Tints.tint(0, of: 5), Tints.tint(4, of: 5)] {
      #expect(contrast(outline, light(end)) >= 3, "\(end)")
    }
    #expect(contrast(light(Tints.tint(0, of: 5)), light(Tints.tint(4, of: 5))) >= 7)
    #expect(contrast(light(Tints.circle), light("#ffffff")) >= 3)
  }

  /// - Source: Viénot, Brettel and Mollon, « Digital video colourmaps for checking the legibility of
  ///   displays by dichromats », Color Research & Application 24 (1999), 243–252; tritan: Machado,
  ///   Oliveira and Fernandes, IEEE TVCG 15 (2009), severity 1
  private static let visions: [(name: String, matrix: [[Double]])] = [
    ("all colours", [[1, 0, 0], [0, 1, 0], [0, 0, 1]]),
    (
      "protan",
      [[0.11238, 0.88762, 0], [0.11238, 0.88762, 0], [0.00401, -0.00401, 1]]
    ),
    (
      "deutan",
      [[0.29275, 0.70725, 0], [0.29275, 0.70725, 0], [-0.02234, 0.02234, 1]]
    ),
    (
      "tritan",
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
      ]
    ),
    (
      "grey print", [[Double]](repeating: [0.2126, 0.7152, 0.0722], count: 3)
    ),
  ]

  @Test(arguments: 2...5) func `tints stay apart and in order for every eye`(count: Int) {
    for vision in Self.visions {
      let lights = (0..<count).map { index -> Double in
        let colour = light(Tints.tint(index, of: count))
        let seen = vision.matrix.map { row in
          max(0, zip(row, colour).reduce(0) { $0 + $1.0 * $1.1 })
        }
        return lightness(luminance(seen))
      }
      for (above, below) in zip(lights, lights.dropFirst()) {
        #expect(above - below >= 7, "\(vision.name), \(count) classes: \(lights)")
      }
    }
  }

  /// Under and over are not in order for grey print, so no two may be as dark as each other.
  @Test func `tints on both sides of a reference stay apart for every eye`() {
    for vision in Self.visions {
      let lights = Tints.aroundSteps.map { tint -> Double in
        let colour = light(tint)
        let seen = vision.matrix.map { row in
          max(0, zip(row, colour).reduce(0) { $0 + $1.0 * $1.1 })
        }
        return lightness(luminance(seen))
      }.sorted()
      for (below, above) in zip(lights, lights.dropFirst()) {
        #expect(above - below >= 10, "\(vision.name): \(lights)")
      }
    }
    let outline = light(Tints.outline)
    #expect(contrast(outline, light(Tints.aroundSteps[2])) >= 3)
  }

  /// L*, of which 1 is just seen.
  ///
  /// - Source: CIE 15
  private func lightness(_ luminance: Double) -> Double {
    luminance > 0.008856 ? 116 * cbrt(luminance) - 16 : 903.3 * luminance
  }

  @Test func `a tint has the same parts in QGIS`() {
    #expect(Tints.parts(of: "#c7e9b4") == "199,233,180,255")
    #expect(Tints.parts(of: "#0c2c84", opacity: 200) == "12,44,132,200")
  }
}
