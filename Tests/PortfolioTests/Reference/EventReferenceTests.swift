import Foundation
import LedgerCore
import Testing

@testable import Portfolio

@Suite("The reference of events")
struct EventReferenceTests {
  /// Docs/events.md, found from the place of this file.
  private var pageFile: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Docs/events.md")
  }

  @Test("Docs/events.md says what the declarations say; BGT_RECORD=1 writes it anew")
  func page() throws {
    if ProcessInfo.processInfo.environment["BGT_RECORD"] == "1" {
      try EventReference.page.write(to: pageFile, atomically: true, encoding: .utf8)
    }
    let kept = (try? String(contentsOf: pageFile, encoding: .utf8)) ?? ""
    let isCurrent = kept == EventReference.page
    #expect(isCurrent, "Docs/events.md is stale: run BGT_RECORD=1 swift test --filter EventReference and commit it")
  }

  @Test("the page names every kind and every field of it")
  func completeness() {
    let page = EventReference.page
    for kind in EventCatalog.kinds {
      #expect(page.contains("\n### \(kind.name) \(kind.chinese)\n"))
      for field in kind.fields { #expect(page.contains("| `\(field.name)` | \(field.chinese) |"), "\(field.name)") }
    }
  }

  @Test("the usage line of pay shows what must and what may be given")
  func usage() {
    let usage = EventReference.usage(of: .pay)
    #expect(usage.hasPrefix("bgt record pay DEAL AMOUNT --date DATE [--envelope ENVELOPE] [--share RATE]"))
    #expect(EventReference.usage(of: .entry).hasPrefix("bgt record entry [NARRATION] ACCOUNT=AMOUNT … --date DATE"))
    let chinese = EventReference.usage(of: .pay, chinese: true)
    #expect(chinese.hasPrefix("bgt record pay 投资项目 金额 --date 日期 [--envelope 指标] [--share 比率]"))
    #expect(EventReference.usage(of: .entry, chinese: true).contains("科目=金额 … --date 日期"))
  }

  @Test("the help of a kind lists every field in both languages, aligned by cells", arguments: EventCatalog.kinds)
  func help(_ kind: EventDeclaration) {
    for isChinese in [false, true] {
      let help = EventReference.help(of: kind, chinese: isChinese)
      for field in kind.fields {
        #expect(help.contains(isChinese ? field.helpChinese : field.help), "\(field.name)")
        #expect(
          help.contains(!field.isPositional ? "--\(field.name), --\(field.chinese)" : isChinese ? field.chinese : field.name.uppercased()))
      }
      #expect(help.contains(kind.example.split(separator: "\n")[0]))
    }
  }

  @Test("the list of kinds has each that people record once, with its summary in the language asked for")
  func list() {
    for isChinese in [false, true] {
      let lines = EventReference.help(chinese: isChinese).split(separator: "\n")
      for kind in EventCatalog.kinds {
        let summary = isChinese ? kind.summaryChinese : kind.summary
        let found = lines.filter { $0.hasSuffix(summary) && $0.contains(kind.name) && $0.contains(kind.chinese) }
        #expect(found.count == (kind.isRecordable ? 1 : 0), "\(kind.name)")
      }
    }
  }

  @Test("columns begin with the date and use the keys that read back")
  func columns() {
    #expect(EventReference.columns(of: .pay).prefix(3) == ["date", "deal", "amount"])
    #expect(EventReference.columns(of: .pay, chinese: true).prefix(3) == ["日期", "投资项目", "金额"])
    #expect(EventReference.columns(of: .social).contains("social.kind"))
    #expect(EventReference.columns(of: .entry).suffix(3) == ["account", "amount", "line-note"])
  }
}
