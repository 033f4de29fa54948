import TestSupport
import Testing

/// Bounds of classes that the group chose, which come from no value: stated, and then believed.
@Suite struct ChosenBoundsTests {
  private func world() -> FourIrisWorld {
    FourIrisWorld(
      [
        .init(x: 1, y: 1, women: 90, men: 60), .init(x: 8, y: 1, women: 60, men: 60),
        .init(x: 1, y: 7, women: 44, men: 40),
      ],
      sections: """
        indicators:
          - id: c2s
            title: Bénéficiaires
            numerator: c2s
            denominator: [P22_POP]
            bounds: [2, 5, 20, 40]
        """)
  }

  private func text(_ name: String, of world: FourIrisWorld) -> String {
    String(decoding: world.folder.read("sortie/current/\(name)") ?? [], as: UTF8.self)
  }

  @Test func `bounds beyond every value are written, and keep the promises`() {
    let world = world()
    let run = world.run("run", "campagne.yml")
    #expect(run.status == 0, "\(run.messages)")
    #expect(text("essai.qml", of: world).contains("&gt;= 40.00"))
    #expect(text("essai.geojson", of: world).contains("\"bornes\": [2.0, 5.0, 20.0, 40.0]"))
    #expect(world.run("audit", "sortie").status == 0)
    #expect(world.run("verify", "sortie").status == 0)
  }

  /// What a bound equal to a withheld rate would be.
  @Test func `a bound that was not stated is told`() {
    let world = world()
    #expect(world.run("run", "campagne.yml").status == 0)
    let style = text("essai.qml", of: world)
    world.folder.write(style.replacing("20.00", with: "20.31"), to: "sortie/current/essai.qml")
    let audit = world.run("audit", "sortie")
    #expect(audit.status == 4 && audit.messages.contains("audit.class-bound"), "\(audit.messages)")
  }
}
