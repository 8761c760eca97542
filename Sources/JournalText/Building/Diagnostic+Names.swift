import LedgerCore
import Portfolio

extension Diagnostic {
  /// Nobody declared a kind of that name.
  public static func unknownKind(_ word: String) -> Diagnostic {
    let names = EventCatalog.kinds.flatMap { [$0.name, $0.chinese] }
    let near = Spelling.nearest(to: word, among: names).map { "did you mean \($0)? " } ?? ""
    return Diagnostic(
      .unknownKind, "\(word.isEmpty ? "this" : String(word.prefix(40))) is not an event kind",
      hint: near + "bgt record --help lists the kinds")
  }

  /// A kind has no field of that name; `others` are what else might have been meant.
  public static func unknownField(_ word: String, of kind: EventDeclaration, or others: [String] = []) -> Diagnostic {
    let keys = kind.fields.indices.map { kind.key(of: $0) }
    let near = nearest(to: word, among: keys + kind.fields.map(\.chinese) + others)
    return Diagnostic(
      .unknownField, "\(kind.name) has no field \(word.prefix(40))",
      hint: near + "it has: \((keys + others).joined(separator: ", "))")
  }

  /// `did you mean x? ` for the nearest of some words, empty when none is near.
  public static func nearest(to word: String, among words: [String]) -> String {
    Spelling.nearest(to: word, among: words).map { "did you mean \($0)? " } ?? ""
  }
}
