public import Diagnostics
public import Files
internal import Stages

extension Manifest {
  private static let format = "maille-manifeste"
  private static let formatVersion = 1

  /// The whole file. Its last member is the hash of all others, so that an edit by hand shows.
  public var text: String { JSONValue.object(members + [("seal", .text(seal))]).description + "\n" }

  /// The hash of the file.
  public var fileHash: ContentHash { ContentHash(of: Array(text.utf8)) }

  private var seal: String {
    ContentHash(of: Array(JSONValue.object(members).description.utf8)).hexadecimal
  }

  private var members: [(key: String, value: JSONValue)] {
    [
      ("format", .text(Self.format)), ("format_version", .integer(Self.formatVersion)),
      ("source", .text(notice.mention)), ("warning", JSONValue(notice.warning)),
      ("campaign", .text(notice.campaign)), ("owner", .text(notice.owner)),
      ("holder", .text(notice.holder)), ("version", .text(version)),
      ("declared_time", .text(declared.text)), ("date", .text(notice.date)),
      ("stage", .text(standing.stage.rawValue)),
      ("audience", JSONValue(standing.audience?.rawValue)),
      ("audience_label", JSONValue(standing.audience?.french)),
      ("accord", JSONValue(standing.accord)),
      ("journal", .object([("step", .integer(step)), ("previous", .text(previous))])),
      ("edition", .text(notice.edition)),
      ("attributions", .array(notice.attributions.map(JSONValue.text))),
      ("software", .array(making.software.map(\.json))),
      ("inputs", .array(making.inputs.map(\.json))), ("options", making.options),
      ("vintages", making.vintages), ("accounting", making.accounting),
      ("release", .text(making.release.hexadecimal)), ("disclosure", proof),
      ("outputs", .array(outputs.map(\.json))),
    ]
  }
}

extension Manifest.Software {
  fileprivate var json: JSONValue { .object([("name", .text(name)), ("version", .text(version))]) }

  fileprivate init?(_ value: JSONValue) {
    guard let name = value["name"]?.string, let version = value["version"]?.string else {
      return nil
    }
    self.init(name, version)
  }
}

extension Manifest.Input {
  private static let keyed = "hmac_sha256"
  private static let plain = "sha256"

  fileprivate var json: JSONValue {
    .object([
      ("role", .text(role)), ("name", .text(name)),
      (isKeyed ? Self.keyed : Self.plain, .text(hash.hexadecimal)),
    ])
  }

  fileprivate init?(_ value: JSONValue) {
    let isKeyed = value[Self.keyed] != nil
    guard let role = value["role"]?.string, let name = value["name"]?.string,
      let hash = value[isKeyed ? Self.keyed : Self.plain]?.string.flatMap({
        ContentHash(hexadecimal: $0)
      })
    else { return nil }
    self.init(role: role, name: name, hash: hash, isKeyed: isKeyed)
  }
}

extension Manifest.Output {
  fileprivate var json: JSONValue {
    .object([
      ("name", .text(name)), ("bytes", .integer(size)), ("sha256", .text(hash.hexadecimal)),
    ])
  }

  fileprivate init?(_ value: JSONValue) {
    guard let name = value["name"]?.string, let size = value["bytes"]?.whole,
      let hash = value["sha256"]?.string.flatMap({ ContentHash(hexadecimal: $0) })
    else { return nil }
    self.init(name: name, size: size, hash: hash)
  }
}

extension Manifest {
  /// The manifest of a file.
  ///
  /// - Throws: `manifests.unreadable` when it is none, `manifests.edited` when it is not as it was
  ///   written; both with outcome protection failed
  public init(_ bytes: [UInt8], from path: String) throws(Problem) {
    let place = Place(file: path)
    guard let value = JSONValue(parsing: bytes), value["format"]?.string == Self.format,
      value["format_version"]?.whole == Self.formatVersion
    else { throw Wording.unreadable(at: place) }
    guard let manifest = Manifest(value), manifest.text.utf8.elementsEqual(bytes) else {
      throw Wording.edited(at: place)
    }
    self = manifest
  }

  /// The manifest of a version.
  ///
  /// - Throws: the same, and what `Files` throws
  public static func read(version path: String) throws(Problem) -> Manifest {
    let path = FilePath.join(path, fileName)
    return try Manifest(try MappedFile(path).withBytes { Array($0) }, from: path)
  }

  private init?(_ value: JSONValue) {
    guard let notice = Notice(value), let standing = Standing(value),
      let declared = value["declared_time"]?.string.flatMap({ Moment($0) }),
      let step = value["journal"]?["step"]?.whole,
      let previous = value["journal"]?["previous"]?.string,
      let making = Making(value), let proof = value["disclosure"],
      let outputs = all(value["outputs"], Output.init)
    else { return nil }
    self.init(
      notice: notice, standing: standing, declared: declared, step: step, previous: previous,
      making: making, proof: proof, outputs: outputs)
  }
}

extension Manifest.Notice {
  fileprivate init?(_ value: JSONValue) {
    guard let campaign = value["campaign"]?.string, let owner = value["owner"]?.string,
      let holder = value["holder"]?.string, let mention = value["source"]?.string,
      let edition = value["edition"]?.string, let date = value["date"]?.string,
      let attributions = all(value["attributions"], \.string)
    else { return nil }
    self.init(
      campaign: campaign, owner: owner, holder: holder, mention: mention,
      warning: value["warning"]?.string, edition: edition, attributions: attributions, date: date)
  }
}

extension Manifest.Standing {
  fileprivate init?(_ value: JSONValue) {
    guard let stage = value["stage"]?.string.flatMap(Stage.init) else { return nil }
    self.init(
      stage, audience: value["audience"]?.string.flatMap(Audience.init),
      accord: value["accord"]?.string)
  }
}

extension Manifest.Making {
  fileprivate init?(_ value: JSONValue) {
    guard let software = all(value["software"], Manifest.Software.init),
      let inputs = all(value["inputs"], Manifest.Input.init), let options = value["options"],
      let vintages = value["vintages"], let accounting = value["accounting"],
      let release = value["release"]?.string.flatMap({ ContentHash(hexadecimal: $0) })
    else { return nil }
    self.init(
      software: software, inputs: inputs, options: options, vintages: vintages,
      accounting: accounting, release: release)
  }
}

/// Every element read, or nothing.
private func all<Element>(
  _ value: JSONValue?, _ read: (JSONValue) -> Element?
) -> [Element]? {
  guard let values = value?.elements else { return nil }
  let elements = values.compactMap(read)
  return elements.count == values.count ? elements : nil
}
