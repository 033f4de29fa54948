import Diagnostics
import Files
import Geocoding
import Territory
import TestSupport
import Testing

/// The saved base: what goes in comes out, and what is damaged is made again.
@Suite struct BaseTests {
  let folder = TemporaryFolder()

  @Test func `every address comes back as it was`() throws {
    let town = try CaseTown.shared.get()
    let rows = CaseTown.addresses.split(separator: "\n").dropFirst()
      .map { $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init) }
      .filter { $0[2] != "99999" }
    var left = Set(rows.map { "\($0[0]) \($0[4]) \($0[5]) \($0[6]) \($0[10])" })
    let ofHamlets = rows.count { !$0[16].isEmpty }
    #expect(ofHamlets > 0 && town.base.addressCount == rows.count + ofHamlets)
    for ordinal in 0..<town.base.addressCount {
      let address = town.base.address(ordinal)
      let x = address.position.map { String(Int($0.x)) } ?? ""
      let commune = address.commune?.code ?? ""
      left.remove("\(address.id) \(address.street) \(address.postcode) \(commune) \(x)")
    }
    #expect(left == [])
  }

  @Test(arguments: [0, 40, 4200, 9000, -1])
  func `a damaged file is not opened but made again`(place: Int) throws {
    let source = folder.write(CaseTown.addresses, to: "adresses.csv")
    let saved = folder.path("base")
    let sources = AddressSources(addresses: [source])
    let count = try AddressBase.prepared(from: sources, territory: nil, at: saved).0.addressCount
    var bytes = try #require(folder.read("base"))
    if place < 0 { bytes.removeLast(100) } else { bytes[place] ^= 0x40 }
    folder.write(bytes, to: "base")
    #expect(AddressBase.open(saved) == nil)
    let again = try AddressBase.prepared(from: sources, territory: nil, at: saved).0
    #expect(again.addressCount == count)
  }

  @Test func `a base of other sources is made again`() throws {
    let saved = folder.path("base")
    let first = folder.write(CaseTown.addresses, to: "a.csv")
    let fewer = CaseTown.addresses.split(separator: "\n").dropLast(5).joined(separator: "\n")
    let second = folder.write(fewer, to: "b.csv")
    let whole = try AddressBase.prepared(
      from: AddressSources(addresses: [first]), territory: nil, at: saved
    ).0
    let part = try AddressBase.prepared(
      from: AddressSources(addresses: [second]), territory: nil, at: saved
    ).0
    #expect(whole.addressCount == part.addressCount + 5)
  }

  @Test func `two threads write the same bytes as one`() throws {
    let source = projectFolder + "/Geodata/adresses-21-inventees.csv"
    for threads in [1, 2] {
      _ = try AddressBase.build(
        from: AddressSources(addresses: [source]), territory: nil, to: folder.path("\(threads)"),
        threads: threads)
    }
    #expect(folder.read("1") == folder.read("2"))
  }

  /// x and y of another system (Lambert II étendu, CC47), and Lambert-93 itself.
  @Test(arguments: [
    ("802500;2265000", true), ("1850000;6250000", true), ("850000;6700000", false),
  ])
  func `coordinates that cannot be Lambert-93 are told, and degrees count`(
    pair: String, isForeign: Bool
  ) throws {
    let header = "cle_interop;voie_nom;numero;suffixe;commune_insee;commune_nom;x;y;long;lat\n"
    let row = "21961_1000_00012;Rue Haute;12;;21961;Dormont;\(pair);5.0;47.5\n"
    let source = folder.write(header + row, to: "bal.csv")
    let (base, problems) = try AddressBase.prepared(
      from: AddressSources(addresses: [source]), territory: nil)
    #expect(problems.count(of: "geocoding.other-system") == (isForeign ? 1 : 0))
    let x = try #require(base.address(0).position).x
    #expect(isForeign ? abs(x - 850_000) < 2_000 : x == 850_000)
  }

  @Test func `several positions of one address are kept, the surest first`() throws {
    let header =
      "cle_interop;voie_nom;numero;suffixe;commune_insee;commune_nom;position;x;y;long;lat\n"
    let rows = ["segment;800000", "entrée;800010", "parcelle;800020"].map { position in
      let parts = position.split(separator: ";")
      return
        "21961_1000_00012;Rue Haute;12;;21961;Dormont;\(parts[0]);\(parts[1]);6700000;4.5;47.5\n"
    }
    let source = folder.write(header + rows.joined(), to: "bal.csv")
    let base = try AddressBase.prepared(from: AddressSources(addresses: [source]), territory: nil).0
    #expect(base.addressCount == 3)
    let query = AddressQuery(line: "12 rue haute Dormont")
    let answer = Geocoder(base).answer(to: query, with: Geocoder.Scratch())
    #expect(answer.position?.x == 800_010)
  }

  @Test func `a truncated line is set aside and told`() throws {
    let cut = CaseTown.addresses + "21961_1000_00099;21961_1000;99;;Rue Ha"
    let source = folder.write(cut, to: "coupe.csv")
    let (_, problems) = try AddressBase.prepared(
      from: AddressSources(addresses: [source]), territory: nil)
    #expect(!problems.isEmpty)
    #expect(!problems.description.contains("Rue Ha"))
  }

  @Test func `what is no address file is refused`() throws {
    let source = folder.write("a;b\n1;2\n", to: "autre.csv")
    #expect(throws: Problem.self) {
      try AddressBase.prepared(from: AddressSources(addresses: [source]), territory: nil)
    }
  }
}
