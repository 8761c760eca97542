import JournalText
import LedgerCore
import Portfolio

extension Book {
  /// The same diagnostic; where a name is not known that an open draft would declare, with that draft.
  public func withDraft(_ error: Diagnostic) -> Diagnostic {
    guard register.approval == .two, let kind = EntityKind.allCases.first(where: { $0.unknownCode == error.code }),
      let waiting = try? drafts(.open)
    else { return error }
    for draft in waiting {
      guard let name = names(of: kind, in: draft).first(where: { error.message.hasPrefix("\(kind.rawValue) \($0) is not ") })
      else { continue }
      var told = error
      told.sentence =
        told.sentence
        + Wording(
          "；草稿 \(draft.id) 登记\(name)，还没有复核", "; draft \(draft.id) declares \(name), and is not approved yet")
      told.advice = Wording(
        "先由\(draft.preparer)以外的人复核：bgt approve \(draft.id)；或在一个文件中一并导入",
        "have it approved first: bgt approve \(draft.id), by another person than \(draft.preparer); or import both in one file")
      return told
    }
    return error
  }

  /// The names that the events of a draft declare.
  private func names(of kind: EntityKind, in draft: Draft) -> [String] {
    var names: [String] = []
    let reader = JournalReader(register: Register(rules: rules))
    // What the draft says that only these books know is not asked for here.
    _ = reader.read(Array(draft.text.utf8), file: "draft \(draft.id)") { event throws(Diagnostic) in
      for field in event.kind.fields where field.type == .newName(kind) {
        if let name = event.text(field.name) { names.append(name) }
      }
    }
    return names
  }
}
