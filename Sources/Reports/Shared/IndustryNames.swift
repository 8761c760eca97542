import FoundationEssentials
import LedgerCore
import ReportDocument

/// The names of the sections of industries by their letter: data with its citation, not code.
struct IndustryNames {
  let citation: String
  /// Whether anybody has read the official text.
  let isVerified: Bool
  private let sections: [Character: Phrase]

  private struct File: Decodable {
    struct Section: Decodable {
      let code: String
      let zh: String
      let en: String
    }

    let citation: String
    let status: String
    let sections: [Section]
  }

  /// The names that come with the program.
  ///
  /// - Throws: `fileUnreadable` when the data is not of its shape, which a test rules out.
  static func builtIn() throws(Diagnostic) -> IndustryNames { try IndustryNames(reading: PackageResources.industries_json) }

  /// Reads names.
  init(reading bytes: [UInt8]) throws(Diagnostic) {
    guard let file = try? JSONDecoder().decode(File.self, from: Data(bytes)) else {
      throw Diagnostic(
        .fileUnreadable, Wording("行业名称不合说明中的格式", "the names of industries are not of the documented shape"))
    }
    citation = file.citation
    isVerified = file.status == "verified"
    var sections: [Character: Phrase] = [:]
    for section in file.sections {
      if let letter = section.code.first, section.code.count == 1 { sections[letter] = Phrase(section.zh, section.en) }
    }
    self.sections = sections
  }

  /// A code with the name of its section, `C36 制造业`; a code without a letter stays alone.
  func label(of code: String) -> Phrase {
    guard let letter = code.first, code.dropFirst().allSatisfy(\.isNumber), let name = sections[letter] else {
      return .plain(code)
    }
    return .plain(code + " ") + name
  }

  /// That the names were not checked; nothing when they were.
  var note: Phrase {
    isVerified
      ? .none
      : Phrase(
        "行业门类名称据 \(citation)，尚未与正式文本核对（unverified）。",
        "Names of industries follow \(citation) and are unverified: not checked in the official text.")
  }
}
