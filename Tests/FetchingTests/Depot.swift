import Glibc
import TestSupport

/// A producers' server, a library that knows its addresses, and a machine of its own for the lock
/// between downloads and partners' files.
struct Depot {
  let server = LoopbackServer()
  let folder = TemporaryFolder()
  let zip = storedZip([
    ("base-ic-evol-struct-pop-2022.CSV", geodata("base-ic-evol-struct-pop-2022.CSV")),
    ("meta_base-ic-evol-struct-pop-2022.CSV", geodata("meta_base-ic-evol-struct-pop-2022.CSV")),
  ])

  /// A library that knows one address, of the census.
  init() {
    mkdir(folder.path("b"), 0o755)
    mkdir(folder.path("poste"), 0o700)
    write(["recensement\t2024\tRP2022\t\(server.address("/rp.zip"))\t"])
  }

  /// Lines of the table, without its header.
  func write(_ lines: [String]) {
    let header = "genre\tgeographie\tmillesime\tadresse\tempreinte"
    folder.write(
      ([header] + lines).joined(separator: "\n") + "\n", to: "b/adresses-officielles.tsv")
  }

  func fetch(_ arguments: String...) -> CommandRun {
    run(["references", "fetch", "--commune", "21951", "--vintage", "2024"] + arguments)
  }

  func run(_ arguments: [String]) -> CommandRun {
    Command("maille").run(
      arguments, in: folder.path,
      environment: [
        "MAILLE_REFERENCES=\(folder.path("b"))", "XDG_RUNTIME_DIR=\(folder.path("poste"))",
      ])
  }

  /// The census as the library holds it.
  var stored: [UInt8]? { folder.read("b/recensement/RP2022/21/rp.zip") }

  /// The ranges that were asked for, in order; « » where the whole was.
  var ranges: [String] { server.requests.map { $0.fields["range"] ?? "" } }
}

/// A file of the invented town.
func geodata(_ name: String) -> [UInt8] { readFile("\(projectFolder)/Geodata/\(name)") ?? [] }
