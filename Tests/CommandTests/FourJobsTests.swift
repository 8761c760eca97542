import Foundation
import Testing

@Suite("The four jobs, as a user runs them")
struct FourJobsTests {
  @Test("one invest command records a closing and says what is left and what it drew in")
  func invest() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    for arguments in [
      ["init", "--title", "试验账"], ["record", "programme", "拨改投"],
      ["record", "budget", "2026/拨改投", "1亿元", "--date", "2026-01-20", "--doc", "财指〔2026〕15号"],
    ] {
      let run = try bgt.run(arguments: arguments)
      #expect(run.code == 0, "\(arguments): \(run.errors)")
    }
    let run = try bgt.run(
      "invest", "力得/A", "500万元", "--date", "2026-06-15", "--envelope", "2026/拨改投", "--party", "力得", "--method", "直接投资",
      "--share", "8.5%", "--with", "某创投=1500万元", "--loan", "某银行=1000万元", "--evidence", "投资协议")
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.output.contains("95,000,000.00"), "what is left of the envelope: \(run.output)")
    #expect(run.output.contains("3.00"), "M1 of 1500 beside 500: \(run.output)")
    let json = try bgt.run("leverage", "--format", "json").output
    let document = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let metrics = try #require(document["metrics"] as? [[String: Any]])
    let first = try #require(metrics.first { $0["code"] as? String == "M1" })
    #expect(first["numerator"] as? String == "15000000.00")
    #expect(first["denominator"] as? String == "5000000.00")
    for key in ["value", "basis", "asOf"] { #expect(first[key] != nil, "\(key)") }
    #expect(try bgt.run("reconcile", "2026").code == 0)
    #expect(try bgt.run("report", "year", "2026").output.contains("力得/A"))
  }

  @Test("an investment beyond the envelope is refused whole: no deal, no party, no batch")
  func overEnvelope() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    _ = try bgt.run("init")
    _ = try bgt.run("record", "programme", "拨改投")
    _ = try bgt.run("record", "budget", "2026/拨改投", "100万元", "--date", "2026-01-20")
    let before = try bgt.run("print").output
    let run = try bgt.run(
      "invest", "力得/A", "100.01万元", "--date", "2026-06-15", "--envelope", "2026/拨改投", "--party", "力得", "--method", "direct")
    #expect(run.code == 3)
    #expect(run.errors.contains("R3001"))
    #expect(try bgt.run("print").output == before)
  }

  @Test("an internal rate is JSON with status, rate, roots and annualised")
  func irr() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    try bgt.write(
      "date,amount\n2008-01-01,-10000\n2008-03-01,2750\n2008-10-30,4250\n2009-02-15,3250\n2009-04-01,2750\n", to: "f.csv")
    let run = try bgt.run("irr", "f.csv", "--format", "json")
    let answer = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(answer["status"] as? String == "ok")
    #expect(answer["rate"] as? String == "0.3733625335")
    #expect(answer["annualised"] as? Bool == true)
    #expect((answer["roots"] as? [String])?.count == 1)
  }
}
