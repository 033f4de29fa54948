import Audit
import TestSupport
import Testing

@testable import Exports

/// What disclosure control lets out and Exports writes, attacked from its files alone.
@Suite struct AttackerTests {
  /// Towns of a few IRIS, most counts small.
  private func town(_ chance: inout Seeded) -> Town {
    let irises = Int.random(in: 3...9, using: &chance)
    let population = (0..<irises).map { _ in Double(Int.random(in: 120...900, using: &chance)) }
    let counts = (0..<irises).map { _ in
      Bool.random(using: &chance)
        ? Int.random(in: 0...12, using: &chance) : Int.random(in: 13...90, using: &chance)
    }
    return Town(
      counts: counts, population: population, unlocated: Int.random(in: 0...20, using: &chance))
  }

  @Test(arguments: [UInt64(1), 2, 3, 4]) func `no withheld count can be known under the threshold`(
    seed: UInt64
  ) throws {
    var chance = Seeded(seed: seed)
    var broken: [[Breach.Kind]] = []
    for _ in 0..<12 {
      let town = town(&chance)
      let folder = try town.exporter(threshold: 11).published([.csv, .geojson])
      let promise = Promise(threshold: 11, demandsDepth: false)
      let certificate = try Auditor(
        "essai", files: PublicFile.all(in: folder.path), promise: promise
      ).certificate()
      if !certificate.isClean { broken.append(certificate.breaches.map(\.kind)) }
    }
    #expect(broken == [])
  }

  @Test func `the metadata say which parts of a source each indicator counts`() throws {
    var other = Town(counts: [20, 15], population: [160, 250])
    other.id = "b"
    let folder = try Town(counts: [40, 30], population: [160, 250]).exporter(beside: [other])
      .published([.geojson])
    #expect(folder.text("essai.geojson").contains("\"parties\": [\"cpam:"))
  }
}
