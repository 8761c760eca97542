import LedgerCore
import ReportDocument
import Testing

@Suite("Phrases")
struct PhraseTests {
  @Test("A phrase gives the text of the language that is asked for")
  func languages() {
    let phrase = Phrase("合计", "Total")
    #expect(phrase[.zh] == "合计")
    #expect(phrase[.en] == "Total")
    #expect(Language.allCases.map(\.rawValue) == ["zh", "en"])
  }

  @Test("Phrases join language by language, and a plain text is the same in both")
  func joined() {
    let joined = Phrase("截至", "As of") + .plain(" 2023")
    #expect(joined == Phrase("截至 2023", "As of 2023"))
  }

  @Test("Only a phrase without text in any language is empty")
  func empty() {
    #expect(Phrase.none.isEmpty)
    #expect(!Phrase("", "x").isEmpty)
  }
}
