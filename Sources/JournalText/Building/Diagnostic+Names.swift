import LedgerCore
import Portfolio

extension Diagnostic {
  /// Nobody declared a kind of that name.
  public static func unknownKind(_ word: String) -> Diagnostic {
    let names = EventCatalog.kinds.flatMap { [$0.name, $0.chinese] }
    let near = Spelling.nearest(to: word, among: names)
    let shown = String(word.prefix(40))
    return Diagnostic(
      .unknownKind, Wording("没有\(shown.isEmpty ? "此" : " \(shown) 这")种事项", "\(shown.isEmpty ? "this" : shown) is not an event kind"),
      hint: .didYouMean(near, then: Wording("bgt record --help 列出各种事项", "bgt record --help lists the kinds")))
  }

  /// A kind has no field of that name; `others` are what else might have been meant.
  public static func unknownField(_ word: String, of kind: EventDeclaration, or others: [String] = []) -> Diagnostic {
    let keys = kind.fields.indices.map { kind.key(of: $0) }
    let near = Spelling.nearest(to: word, among: keys + kind.fields.map(\.chinese) + others)
    let chinese = kind.fields.indices.map { "\(kind.key(of: $0)) \(kind.fields[$0].chinese)" }
    return Diagnostic(
      .unknownField, Wording("\(kind.chinese)（\(kind.name)）没有字段 \(word.prefix(40))", "\(kind.name) has no field \(word.prefix(40))"),
      hint: .didYouMean(
        near,
        then: Wording("字段有：\((chinese + others).joined(separator: "、"))", "it has: \((keys + others).joined(separator: ", "))")))
  }
}
