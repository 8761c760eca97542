import ArgumentParser
import FundLedger

/// The options of `bgt record` that are no fields, taken out of its words.
struct RecordOptions {
  var words: [String] = []
  var book: String?
  /// Record the event even when the book has the same one already.
  var isAgain = false
  /// Close a year although envelopes of it still hold money.
  var keepsQuota = false
  var output = OutputOptions()
  var language: Language { output.language }

  init(_ arguments: [String]) throws {
    var shown: [String] = []
    var index = 0
    while index < arguments.count {
      let word = arguments[index]
      let next = index + 1 < arguments.count ? arguments[index + 1] : nil
      switch word {
      case "--again": isAgain = true
      case "--keep": keepsQuota = true
      case "--book":
        book = next
        index += 1
      case "--format", "-o", "--output", "--encoding", "--lang", "--unit", "--color":
        shown.append(word)
        if let next { shown.append(next) }
        index += 1
      default:
        if word.hasPrefix("--book=") { book = String(word.dropFirst(7)) } else { words.append(word) }
      }
      index += 1
    }
    output = try OutputOptions.parse(shown)
  }
}
