import Foundation
import LedgerCore
import Rendering
import ReportDocument
import Testing

@Suite("JSON")
struct JSONRendererTests {
  private func parsed(_ document: ReportDocument) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(try Format.json.bytes(of: document)))
    return try #require(object as? [String: Any])
  }

  private func rows(_ document: ReportDocument, _ table: String) throws -> [[String: Any]] {
    let tables = try #require(try parsed(document)["tables"] as? [String: [String: Any]])
    return try #require(tables[table]?["rows"] as? [[String: Any]])
  }

  @Test("The form names its schema and report, and has tables by id with rows keyed by column id")
  func shape() throws {
    let object = try parsed(Samples.balance)
    #expect(object["schema"] as? String == "bgt/1")
    #expect(object["report"] as? String == "balance")
    #expect((object["facts"] as? [String: String]) == ["asOf": "2022-12-31"])
    let first = try #require(try rows(Samples.balance, "balance").first as? [String: String])
    #expect(first == ["account": "长期股权投资—成本", "commodity": "CNY", "balance": "43000000.00"])
  }

  @Test("Ratios and rates come with what makes them exact or explains them, sums with their role")
  func cells() throws {
    let row = try #require(try rows(Samples.year, "leverage").last)
    #expect(row["metric"] as? String == "M1")
    #expect((row["value"] as? [String: Any])?["value"] is NSNull)
    #expect((row["irr"] as? [String: Any])?["status"] as? String == "undefined")
    let holdings = try rows(Samples.year, "holdings")
    #expect(holdings.last?["_role"] as? String == "total")
    #expect(holdings[1]["_indent"] as? Int == 1)
    let share = try #require(holdings[1]["share"] as? [String: String])
    #expect(share == ["value": "0.085000", "numerator": "85", "denominator": "1000"])
  }

  @Test("A share among multiples says that it is a percentage, with the fraction as its value; a multiple says nothing")
  func shareAmongMultiples() throws {
    var table = Table(
      "metrics", columns: [Column("code", Phrase("代码", "Code")), Column("value", Phrase("倍数", "Value"), .ratio(decimals: 2))])
    table.add(.text("M1"), .ratio(Ratio(3, over: 2)))
    table.add(.text("L14"), .percent(Ratio(3, over: 4)))
    let document = ReportDocument("leverage", title: .plain("x"), sections: [Section("metrics", blocks: [.table(table)])])
    let values = try rows(document, "metrics").compactMap { $0["value"] as? [String: String] }
    #expect(
      values == [
        ["value": "1.500000", "numerator": "3", "denominator": "2"],
        ["value": "0.750000", "numerator": "3", "denominator": "4", "unit": "percent"],
      ])
    let text = String(decoding: try Format.text.bytes(of: document), as: UTF8.self)
    #expect(text.contains("1.50") && text.contains("75.00%"))
  }

  @Test("Extras stand at the top level, and take the place of a member of the same name")
  func extras() throws {
    var document = Samples.balance
    document.extras = [
      JSONMember("status", .string("notUnique")), JSONMember("roots", .array([.string("0.1"), .string("0.2")])),
      JSONMember("annualised", .bool(true)), JSONMember("rate", .null), JSONMember("count", .integer(3)),
      JSONMember("notes", .object([JSONMember("nan", .number(.nan)), JSONMember("half", .number(0.5))])),
      JSONMember("schema", .string("forged")),
    ]
    let object = try parsed(document)
    #expect(object["status"] as? String == "notUnique")
    #expect(object["roots"] as? [String] == ["0.1", "0.2"])
    #expect(object["annualised"] as? Bool == true)
    #expect(object["rate"] is NSNull)
    #expect(object["count"] as? Int == 3)
    #expect((object["notes"] as? [String: Any])?["half"] as? Double == 0.5)
    #expect((object["notes"] as? [String: Any])?["nan"] is NSNull)
    #expect(object["schema"] as? String == "bgt/1")
    #expect(rendered(document, .json).components(separatedBy: "\"notes\":").count == 3)
  }

  @Test(
    "Every character comes back as it went in",
    arguments: ["\"\\/", "\u{0}\u{1}\u{1F}\u{7F}\n\r\t", "力得\u{2028}𠀀🙂"])
  func escaping(text: String) throws {
    let row = try #require(try rows(document(amounts([(text, 1)])), "amounts").first)
    #expect(row["name"] as? String == text)
  }

  @Test("A rate that is not yearly says so; a yearly one says nothing of it")
  func periods() throws {
    var table = Table("t", columns: [Column("r", .plain("r"), .rate(decimals: 2))])
    table.add(.rate(RateFigure(0.1, isAnnualised: false)))
    table.add(.rate(RateFigure(0.1)))
    let rates = try rows(document(table), "t").map { $0["r"] as? [String: Any] }
    #expect(rates.map { $0?["annualised"] as? Bool } == [false, nil])
    #expect(rates.map { $0?["status"] as? String } == ["ok", "ok"])
  }

  @Test("The least amount of 64 bits is an exact string")
  func extremes() throws {
    let row = try #require(try rows(document(amounts([("a", .min)])), "amounts").first)
    #expect(row["amount"] as? String == "-92233720368547758.08")
  }

  @Test("Tables without rows or columns, and an empty document, are still valid")
  func empty() throws {
    #expect(try rows(document(amounts([])), "amounts").isEmpty)
    #expect(try rows(document(Table("none", columns: [])), "none").isEmpty)
    #expect(try parsed(ReportDocument("d", title: .none))["report"] as? String == "d")
  }

  @Test("A repeated id is written once, so that the object stays valid")
  func repeatedIDs() {
    let text = rendered(document(amounts([("a", 1)]), amounts([("b", 2)])), .json)
    #expect(text.components(separatedBy: "\"amounts\": {").count == 2)
  }
}
