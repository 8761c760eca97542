import LedgerCore
import Portfolio

extension EventDeclaration {
  /// Whether a bare word with a colon can only have been meant as a field that the kind does not have.
  ///
  /// Names of accounts have colons; a text may be an address or a time of day. The wide colon stands in many a Chinese
  /// text: there only a name that is nearly that of a field is taken for one.
  func isMeantAsField(_ name: String, before value: String, isWide: Bool) -> Bool {
    guard !name.isEmpty, !name.contains("/"), !takesAccount else { return false }
    if isWide { return takesText ? nearestField(to: name) != nil : true }
    return !takesText || !(name.first?.isNumber ?? true || value.hasPrefix("//"))
  }

  /// Whether a bare word that is a text would be read as something else: as a field, or as one that was misspelled.
  func wouldReadAsField(_ text: String) -> Bool {
    guard let colon = text.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return false }
    let name = String(text[..<colon])
    return index(of: name) != nil
      || isMeantAsField(name, before: String(text[text.index(after: colon)...]), isWide: text[colon] == "：")
  }

  /// The field whose name is nearly a word.
  func nearestField(to word: String) -> String? {
    Spelling.nearest(to: word, among: fields.flatMap { [$0.name, $0.chinese] })
  }

  private var takesAccount: Bool {
    positionals.contains { fields[$0].type == .newName(.account) || fields[$0].type == .name(.account) }
  }

  /// Whether a word may stand for a text, without the name of a field.
  var takesText: Bool { positionals.contains { fields[$0].type == .text } }
}
