internal import Diagnostics
internal import Glibc

/// The sentences of this target.
enum Wording {
  static func cannotOpen(_ path: String, _ error: Int32) -> Problem {
    let place = Place(file: path)
    switch error {
    case ENOENT, ENOTDIR:
      return Problem(
        "files.missing", .stops, at: place, fact: "fichier introuvable",
        remedy: "vérifier le chemin, relatif au dossier du fichier de campagne")
    case EACCES, EPERM:
      return Problem(
        "files.unreadable", .stops, at: place, fact: "lecture interdite",
        remedy: "donner le droit de lecture à l’utilisateur qui lance maille")
    case ELOOP:
      return Problem(
        "files.link-loop", .stops, at: place, fact: "liens symboliques qui tournent en rond",
        remedy: "donner le chemin du fichier lui-même")
    default:
      return Problem(
        "files.unreadable", .stops, at: place, fact: "lecture impossible (\(public: words(error)))",
        remedy: "vérifier le disque et recopier le fichier")
    }
  }

  static func notAFile(_ path: String) -> Problem {
    Problem(
      "files.not-a-file", .stops, at: Place(file: path), fact: "ce n’est pas un fichier ordinaire",
      remedy: "donner le chemin d’un fichier, non d’un dossier ni d’un tube")
  }

  static func changed(_ path: String) -> Problem {
    Problem(
      "files.changed", .stops, at: Place(file: path),
      fact: "fichier modifié par un autre programme pendant sa lecture",
      remedy: "attendre la fin de la copie ou de l’export, puis relancer", outcome: .temporary)
  }

  /// Only the kernel knows which file it was.
  static let shortened = Problem(
    "files.shortened", .stops,
    fact: "un fichier a été raccourci par un autre programme pendant sa lecture",
    remedy: "attendre la fin de la copie ou de l’export, puis relancer", outcome: .temporary)

  static func cannotWrite(_ path: String, _ error: Int32) -> Problem {
    let place = Place(file: path)
    switch error {
    case ENOSPC, EDQUOT:
      return Problem(
        "files.disk-full", .stops, at: place, fact: "plus de place sur le disque",
        remedy: "libérer de la place puis relancer ; les sorties précédentes sont intactes",
        outcome: .temporary)
    case EACCES, EPERM, EROFS:
      return Problem(
        "files.cannot-write", .stops, at: place, fact: "écriture interdite",
        remedy: "choisir un autre dossier de sortie ou en donner le droit d’écriture")
    default:
      return Problem(
        "files.cannot-write", .stops, at: place,
        fact: "écriture impossible (\(public: words(error)))",
        remedy: "vérifier que le dossier existe et que le disque répond")
    }
  }

  static func locked(_ path: String, by process: Int?) -> Problem {
    let holder: Prose = process.map { "par le processus \(plain: $0)" } ?? "par un autre processus"
    return Problem(
      "files.locked", .stops, at: Place(file: FilePath.folder(of: path)),
      fact: "dossier en cours d’écriture \(holder)",
      remedy: "attendre qu’il ait fini puis relancer ; les sorties précédentes sont intactes",
      outcome: .temporary)
  }

  static func downloadRunning() -> Problem {
    Problem(
      "files.download-running", .stops,
      fact: "un téléchargement de références est en cours sur ce poste",
      remedy: "attendre sa fin : aucun fichier de partenaire ne s’ouvre pendant ce temps",
      outcome: .temporary)
  }

  static func rowsOpen() -> Problem {
    Problem(
      "files.rows-open", .stops,
      fact: "un fichier de partenaire est ouvert par maille sur ce poste",
      remedy: "attendre la fin de ce traitement : aucune connexion ne s’ouvre pendant ce temps",
      outcome: .temporary)
  }

  private static func words(_ error: Int32) -> String { String(cString: strerror(error)) }
}
