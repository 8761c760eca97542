import JournalText
import LedgerCore
import Testing

@testable import Portfolio

@Suite("The catalogue of event kinds")
struct CatalogTests {
  @Test("names, English and Chinese, stand for one kind each")
  func uniqueNames() {
    let names = EventCatalog.kinds.flatMap { [$0.name, $0.chinese] }
    #expect(Set(names).count == names.count)
    for kind in EventCatalog.kinds {
      let fields = kind.fields.flatMap { [$0.name, $0.chinese] }
      #expect(Set(fields).count == fields.count, "\(kind.name) has two fields of one name")
    }
  }

  @Test("the example of every kind reads as an event of the kind", arguments: EventCatalog.kinds)
  func examples(_ kind: EventDeclaration) throws {
    let ledger = MemoryLedger(rules: try RuleSet.builtIn("fiscal-2022"))
    let event = try JournalReader(register: ledger.register).event(parsing: Array(kind.example.utf8))
    #expect(event.kind == kind)
    for (field, value) in zip(kind.fields, event.values) where field.isRequired {
      #expect(!value.isAbsent, "\(kind.name): the example lacks \(field.name)")
    }
    #expect((event.day != nil) == (kind.dating == .required) || kind.dating == .optional)
  }

  @Test("optional positional fields follow the required ones", arguments: EventCatalog.kinds)
  func positionalOrder(_ kind: EventDeclaration) {
    let required = kind.positionals.map { kind.fields[$0].isRequired }
    #expect(required == required.sorted { $0 && !$1 })
  }
}
