// swift-tools-version: 6.2
import PackageDescription

// One row per module: its floor and what it uses. A floor imports itself and the floors under it.
// `Tests/ArchitectureTests` keeps this table and HOUSE.md's walls.

let rows: [Target] = [
  bridge("CGEOS", pkgConfig: "geos", apt: "libgeos-dev"),
  bridge("CPROJ", pkgConfig: "proj", apt: "libproj-dev"),
  bridge("CSQLite", pkgConfig: "sqlite3", apt: "libsqlite3-dev"),
  bridge("CArchive", pkgConfig: "libarchive", apt: "libarchive-dev"),
  bridge("CShapelib", pkgConfig: "shapelib", apt: "libshp-dev"),
  bridge("CClp", pkgConfig: "clp", apt: "coinor-libclp-dev"),
  bridge("CCrypto", pkgConfig: "libcrypto", apt: "libssl-dev"),
  bridge("CCurl", pkgConfig: "libcurl", apt: "libcurl4-gnutls-dev"),
  bridge("CExpat", pkgConfig: "expat", apt: "libexpat1-dev"),
  bridge("CXlsxWriter", pkgConfig: "xlsxwriter", apt: "libxlsxwriter-dev"),

  module("Archives", .ground),
  module("Diagnostics", .ground, uses: ["Archives"]),
  module("Files", .ground, uses: ["CCrypto", "Diagnostics"]),
  module("Geometry", .ground),
  module("Territory", .ground, uses: ["Archives"]),
  module("Tables", .ground, uses: ["Archives", "CArchive", "CExpat", "Diagnostics", "Files"]),

  module("Layers", .space, uses: ["CArchive", "Diagnostics", "Files", "Geometry"]),
  module("Projection", .space, uses: ["CPROJ", "Diagnostics", "Geometry", "Territory"]),
  module("Topology", .space, uses: ["CGEOS", "Diagnostics", "Geometry"]),
  module("GeoPackage", .space, uses: ["CSQLite", "Diagnostics", "Files", "Geometry", "Layers"]),
  module("Locating", .space, uses: ["Diagnostics", "Files", "Geometry"]),
  module(
    "Boundaries", .space,
    uses: [
      "Diagnostics", "Files", "GeoPackage", "Geometry", "Layers", "Locating", "Projection",
      "Territory", "Topology",
    ]),
  module(
    "Crosswalks", .space,
    uses: [
      "Boundaries", "Diagnostics", "Geometry", "Locating", "Projection", "Tables", "Territory",
      "Topology",
    ]),

  module(
    "Geocoding", .confidential,
    uses: [
      "Boundaries", "Diagnostics", "Files", "Geometry", "Locating", "Projection", "Tables",
      "Territory",
    ]),
  module(
    "Trials", .confidential,
    uses: [
      "Boundaries", "Diagnostics", "Geocoding", "Geometry", "Locating", "Tables", "Territory",
    ]),
  module(
    "Intake", .confidential,
    uses: [
      "Archives", "Boundaries", "Diagnostics", "Files", "Geocoding", "Geometry", "Locating",
      "Projection", "Recognition", "Tables", "Territory",
    ]),
  module(
    "Keeping", .confidential,
    uses: ["Archives", "Diagnostics", "Files", "Intake", "Layers", "Projection"]),

  module(
    "Recognition", .confidential,
    uses: ["Diagnostics", "Files", "Geocoding", "Geometry", "Projection", "Tables"]),

  module(
    "Population", .statistics,
    uses: ["Crosswalks", "Diagnostics", "Files", "Tables", "Territory"]),
  module("Rates", .statistics, uses: ["Diagnostics", "Files", "Population", "Territory"]),
  module("Disclosure", .statistics, uses: ["CClp", "Diagnostics", "Files", "Rates", "Territory"]),
  module("Analyses", .statistics, uses: ["Disclosure", "Rates", "Territory"]),
  module(
    "Audit", .statistics,
    uses: ["Diagnostics", "Files", "Geometry", "Layers", "Tables", "Topology"]),
  module(
    "Comparisons", .statistics,
    uses: ["Audit", "Crosswalks", "Diagnostics", "Files", "Rates", "Tables", "Territory"]),

  module("Stages", .publication, uses: ["Diagnostics", "Files"]),
  module("Manifests", .publication, uses: ["Diagnostics", "Files", "Stages"]),

  module(
    "Exports", .publication,
    uses: [
      "Analyses", "Boundaries", "CXlsxWriter", "Diagnostics", "Disclosure", "Files", "GeoPackage",
      "Geometry", "Layers", "Projection", "Rates", "Stages", "Tables", "Territory", "Topology",
    ]),

  module(
    "Atlas", .publication,
    uses: [
      "Analyses", "Boundaries", "Diagnostics", "Disclosure", "Exports", "Files", "Geometry",
      "Rates", "Territory",
    ]),
  module(
    "Verification", .publication,
    uses: ["Diagnostics", "Files", "GeoPackage", "Geometry", "Layers", "Topology"]),

  module(
    "Campaigns", .tools,
    uses: [
      "Analyses", "Atlas", "Audit", "Boundaries", "Comparisons", "Crosswalks", "Diagnostics",
      "Disclosure", "Exports", "Files", "GeoPackage", "Geocoding", "Geometry", "Intake", "Keeping",
      "Layers", "Locating", "Manifests", "Population", "Projection", "Rates", "Recognition",
      "References", "Stages", "Tables", "Territory", "Topology", "Trials", "Verification",
    ],
    products: [.product(name: "Yams", package: "Yams")]),
  // the only module that opens a connection: it can read no table, and nothing of a partner's
  module("Fetching", .tools, uses: ["CCurl", "Diagnostics", "Files"]),
  module(
    "References", .tools,
    uses: [
      "Boundaries", "Diagnostics", "Files", "Geocoding", "Population", "Tables", "Territory",
    ]),
  module(
    "Replays", .tools,
    uses: [
      "Campaigns", "Diagnostics", "Files", "Geocoding", "Intake", "Population", "Recognition",
      "References", "Tables", "Territory",
    ],
    products: [.product(name: "Yams", package: "Yams")]),
  command(
    "maille",
    uses: [
      "Audit", "Campaigns", "Diagnostics", "Fetching", "Files", "Geocoding", "References",
      "Replays", "Stages", "Verification",
    ]),
  command(
    "maille-bench",
    uses: [
      "Atlas", "Audit", "Boundaries", "Campaigns", "Crosswalks", "Diagnostics", "Disclosure",
      "Exports", "Files", "GeoPackage", "Geocoding", "Geometry", "Layers", "Locating", "Population",
      "Projection",
      "Rates", "Tables", "Territory", "Topology", "Trials",
    ]),
  command(
    "make-geodata",
    uses: [
      "Diagnostics", "Files", "GeoPackage", "Geometry", "Layers", "Projection", "Tables",
      "Territory",
    ]),
]

let suites: [Target] = [
  .target(
    name: "TestSupport", dependencies: ["CArchive"], path: "Tests/TestSupport",
    swiftSettings: settings()),
  .testTarget(
    name: "ArchitectureTests", dependencies: ["TestSupport"], path: "Tests/ArchitectureTests",
    swiftSettings: settings()),
  suite("Archives"),
  suite("Diagnostics", uses: ["Archives"]),
  suite("Files", uses: ["Diagnostics"]),
  suite("Geometry"),
  suite("Layers", uses: ["Diagnostics", "Geometry"]),
  suite("GeoPackage", uses: ["CSQLite", "Diagnostics", "Files", "Geometry", "Layers"]),
  suite("Territory", uses: ["Archives"]),
  suite(
    "Geocoding",
    uses: [
      "Boundaries", "Diagnostics", "Files", "Geometry", "Layers", "Locating", "Projection",
      "Tables", "Territory", "Trials",
    ], hasCases: true),
  suite(
    "Trials",
    uses: [
      "Boundaries", "Diagnostics", "Files", "Geocoding", "Geometry", "Projection", "Tables",
      "Territory",
    ]),
  suite(
    "Exports",
    uses: [
      "Audit", "Boundaries", "Diagnostics", "Disclosure", "Files", "GeoPackage", "Geometry",
      "Layers", "Population", "Projection", "Rates", "Stages", "Tables", "Territory",
    ]),
  suite(
    "Atlas",
    uses: [
      "Boundaries", "Disclosure", "Exports", "Files", "Geometry", "Population", "Rates",
      "Territory", "Topology", "Verification",
    ]),
  suite("Stages", uses: ["Diagnostics", "Files"]),
  suite("Manifests", uses: ["Diagnostics", "Files", "Stages"]),
  suite("Verification", uses: ["maille", "CSQLite", "Diagnostics", "Files", "Layers"]),
  suite("Rates", uses: ["Diagnostics", "Population", "Territory"]),
  suite("Disclosure", uses: ["Diagnostics", "Files", "Population", "Rates", "Territory"]),
  suite("Analyses", uses: ["Disclosure", "Population", "Rates", "Territory"]),
  suite("Audit", uses: ["Diagnostics", "Files", "Geometry", "Tables"]),
  suite(
    "Comparisons",
    uses: [
      "Audit", "Boundaries", "Crosswalks", "Diagnostics", "Geometry", "Rates", "Territory",
    ]),
  suite("Tables", uses: ["Diagnostics"], hasCases: true),
  suite("Population", uses: ["Diagnostics", "Tables", "Territory"]),
  suite("Locating", uses: ["Diagnostics", "Files", "Geometry", "Topology"]),
  suite("Topology", uses: ["Diagnostics", "Geometry"]),
  suite("Projection", uses: ["Diagnostics", "Geometry", "Territory"]),
  suite(
    "Boundaries",
    uses: ["Diagnostics", "Files", "GeoPackage", "Geometry", "Layers", "Locating", "Territory"]),
  suite(
    "Crosswalks",
    uses: [
      "Boundaries", "Diagnostics", "Geometry", "Layers", "Projection", "Tables", "Territory",
      "Topology",
    ]),
  suite(
    "Intake",
    uses: [
      "Archives", "Boundaries", "Diagnostics", "Geocoding", "Geometry", "Locating", "Recognition",
      "Tables", "Territory",
    ]),
  suite(
    "Campaigns",
    uses: [
      "maille", "Audit", "Diagnostics", "Disclosure", "Files", "Geocoding", "Intake",
      "Manifests", "Rates", "Stages", "Territory", "Trials",
    ],
    hasCases: true, products: [.product(name: "Yams", package: "Yams")]),
  suite(
    "Keeping",
    uses: ["Archives", "Boundaries", "Diagnostics", "Files", "Intake", "Tables", "Territory"]),
  suite("References", uses: ["maille", "Diagnostics", "Files"]),
  suite("Replays", uses: ["maille", "Diagnostics"]),
  suite("Fetching", uses: ["maille", "Diagnostics", "Files", "References"]),
  suite("Recognition", uses: ["Diagnostics", "Geocoding", "Projection", "Tables"]),
  runs("Golden"),
  runs("Readme"),
  .testTarget(
    name: "TwoYearStoryTests",
    dependencies: [
      "maille", "make-geodata", "TestSupport", "Diagnostics", "Geometry", "Stages", "Topology",
    ], path: "Tests/TwoYearStoryTests", swiftSettings: settings()),
  .testTarget(
    name: "GeodataTests",
    dependencies: [
      "make-geodata", "TestSupport", "Diagnostics", "Files", "Geometry", "Projection", "Territory",
    ], path: "Tests/GeodataTests", swiftSettings: settings()),
]

let package = Package(
  name: "maille",
  products: [.executable(name: "maille", targets: ["maille"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: rows + suites)

enum Floor: String {
  case bridges = "Bridges"
  case ground = "Ground"
  case space = "Space"
  case confidential = "Confidential"
  case statistics = "Statistics"
  case publication = "Publication"
  case tools = "Tools"
}

func module(
  _ name: String, _ floor: Floor, uses: [String] = [], products: [Target.Dependency] = []
) -> Target {
  .target(
    name: name, dependencies: uses.map { .byName(name: $0) } + products,
    path: "Sources/\(floor.rawValue)/\(name)", swiftSettings: settings())
}

func bridge(_ name: String, pkgConfig: String, apt: String) -> Target {
  .systemLibrary(
    name: name, path: "Sources/Bridges/\(name)", pkgConfig: pkgConfig, providers: [.apt([apt])])
}

func command(_ name: String, uses: [String]) -> Target {
  .executableTarget(
    name: name,
    dependencies: uses.map { .byName(name: $0) } + [
      .product(name: "ArgumentParser", package: "swift-argument-parser")
    ],
    path: "Sources/Tools/\(name)", swiftSettings: settings())
}

/// `hasCases`: its folder `Cases` holds plain files that tests read and SwiftPM leaves alone.
func suite(
  _ name: String, uses: [String] = [], hasCases: Bool = false,
  products: [Target.Dependency] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: ([name, "TestSupport"] + uses).map { .byName(name: $0) } + products,
    path: "Tests/\(name)Tests", exclude: hasCases ? ["Cases"] : [], swiftSettings: settings())
}

/// A suite that runs the built command and looks at what comes out.
func runs(_ name: String) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: ["TestSupport", "maille"], path: "Tests/\(name)Tests",
    exclude: name == "Golden" ? ["Cases"] : [], swiftSettings: settings())
}

func settings() -> [SwiftSetting] {
  [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]
}
