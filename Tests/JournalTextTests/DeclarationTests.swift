import LedgerCore
import Portfolio
import Testing

@testable import JournalText

@Suite("Every kind is declared so that all forms can be made from it")
struct DeclarationTests {
  @Test("its example is one event of the kind with all required fields", arguments: EventCatalog.kinds)
  func example(_ kind: EventDeclaration) throws {
    let reader = JournalReader(register: Register(rules: try RuleSet.builtIn("fiscal-2022")))
    let event = try reader.event(parsing: Array((kind.example + "\n").utf8))
    #expect(event.kind === kind)
    for (field, value) in zip(kind.fields, event.values) where field.isRequired {
      #expect(!value.isAbsent, "\(field.name)")
    }
  }

  @Test("no two of its fields share a name in either language", arguments: EventCatalog.kinds)
  func fieldNames(_ kind: EventDeclaration) {
    let names = kind.fields.flatMap { Set([$0.name, $0.chinese]) }
    #expect(Set(names).count == names.count, "\(names.sorted())")
  }

  @Test("every field has a key in tables and JSON that finds it again", arguments: EventCatalog.kinds)
  func keys(_ kind: EventDeclaration) {
    for index in kind.fields.indices {
      for isChinese in [false, true] {
        let key = kind.key(of: index, chinese: isChinese)
        #expect(kind.index(ofKey: key) == index, "\(key)")
        #expect(EventKey(named: key) == nil)
        if kind.hasLines { #expect(EntryColumn(named: key) == nil, "\(key)") }
      }
    }
  }

  @Test(
    "names are words without spaces, colons or capitals; help stands in both languages", arguments: EventCatalog.kinds)
  func help(_ kind: EventDeclaration) {
    #expect(!kind.summary.isEmpty && !kind.summaryChinese.isEmpty)
    for field in kind.fields {
      #expect(
        field.name.allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-" }, "\(field.name)")
      #expect(!field.chinese.isEmpty && !field.chinese.contains { " :=".contains($0) }, "\(field.name)")
      #expect(!field.help.isEmpty && !field.helpChinese.isEmpty, "\(field.name)")
      guard case .choice(let choices) = field.type else { continue }
      let words = choices.flatMap { [$0.name, $0.chinese] }
      #expect(!choices.isEmpty && words.allSatisfy { !$0.isEmpty }, "\(field.name)")
      #expect(Set(choices.map(\.name)).count == choices.count, "\(field.name)")
      #expect(Set(choices.map(\.chinese)).count == choices.count, "\(field.name)")
    }
  }

  @Test("required positional fields stand before optional ones", arguments: EventCatalog.kinds)
  func positionals(_ kind: EventDeclaration) {
    let required = kind.positionals.map { kind.fields[$0].isRequired }
    #expect(required.drop { $0 }.allSatisfy { !$0 })
  }

  @Test("no two kinds share a name in either language")
  func kindNames() {
    let names = EventCatalog.kinds.flatMap { Set([$0.name, $0.chinese]) }
    #expect(Set(names).count == names.count)
  }
}
