import LedgerCore
import Testing

@testable import Analytics

@Suite("XIRR against published and independently computed cases")
struct XIRROracleTests {
  struct Generated: Decodable {
    let id: String
    let status: String
    let flows: [OracleFlow]
    let roots: [OracleNumber]
    let xirr: OracleNumber?
    let spanDays: Int
    let signChanges: Int
    let periodReturnNotAnnualised: OracleNumber?
    let xnpvAt8Pct: OracleNumber
  }

  static let statuses: [String: InternalRateStatus] = [
    "ok": .ok, "multiple_roots": .notUnique, "no_real_root": .noRoot, "no_sign_change": .undefined,
    "undefined_single_date": .undefined,
  ]

  @Test("100 generated cases: status, every root, the rate, the period return and the XNPV, from exact minor units")
  func generated() throws {
    let cases = try OracleFile<Generated>.cases("xirr_generated.json")
    #expect(cases.count == 100)
    #expect(cases.count { $0.periodReturnNotAnnualised?.value != nil } == 18)
    #expect(cases.count { $0.xirr?.value != nil } == 83)
    for one in cases {
      let flows = one.flows.compactMap(\.inMinorUnits)
      try #require(flows.count == one.flows.count, "\(one.id)")
      let result = InternalRate.xirr(of: flows)
      #expect(result.status == Self.statuses[one.status], "\(one.id)")
      #expect(Oracle.areNear(result.roots, one.roots.compactMap(\.value)), "\(one.id): \(result.roots)")
      #expect(Oracle.isNear(result.annualRate, one.xirr?.value), "\(one.id)")
      let fractional = InternalRate.xirr(of: one.flows.map(\.flow))
      #expect(fractional.status == result.status, "\(one.id)")
      #expect(Oracle.areNear(fractional.roots, result.roots, within: 1e-12), "\(one.id)")
      if let period = one.periodReturnNotAnnualised?.value {
        #expect(!result.isAnnualised && Oracle.isNear(result.rate, period), "\(one.id)")
      } else {
        #expect(Oracle.isNear(result.rate, one.xirr?.value), "\(one.id)")
      }
      let value = PresentValue.xnpv(rate: 0.08, of: flows).map { $0 / 100 }
      #expect(Oracle.isNear(value, one.xnpvAt8Pct.value, within: 1e-12), "\(one.id)")
      #expect(TimedFlows(flows, by: .actual365Fixed).signChanges == one.signChanges, "\(one.id)")
    }
  }

  struct Recomputed: Decodable {
    let id: String
    let kind: String
    let flows: [OracleFlow]
    let expected: OracleNumber
    let allRootsRecomputed: [OracleNumber]?
  }

  @Test("64 cases of pyxirr: every real root, or the net present or future value")
  func pyxirr() throws {
    let cases = try OracleFile<Recomputed>.cases("xirr_pyxirr.json")
    #expect(cases.count == 64)
    #expect(cases.count { $0.allRootsRecomputed != nil } == 60)
    for one in cases {
      let flows = one.flows.map(\.flow)
      switch one.kind {
      case "xirr":
        let expected = try #require(one.allRootsRecomputed).compactMap(\.value)
        let result = InternalRate.xirr(of: flows)
        let status: InternalRateStatus = expected.isEmpty ? .noRoot : expected.count == 1 ? .ok : .notUnique
        #expect(result.status == status, "\(one.id)")
        #expect(Oracle.areNear(result.roots, expected), "\(one.id): \(result.roots)")
      case "xnpv@0.1":
        #expect(Oracle.isNear(PresentValue.xnpv(rate: 0.1, of: flows), one.expected.value), "\(one.id)")
      case "xnfv@0.025":
        #expect(Oracle.isNear(PresentValue.xnfv(rate: 0.025, of: flows), one.expected.value), "\(one.id)")
      default: Issue.record("unknown kind \(one.kind) of \(one.id)")
      }
    }
  }

  struct Spreadsheet: Decodable {
    let flows: [OracleFlow]
    let excelResult: OracleNumber
    let allRootsRecomputed: [OracleNumber]
  }

  @Test("26 cases of Excel: the recomputed roots to 1e-9, and Excel's own result to its 1e-7")
  func excel() throws {
    let cases = try OracleFile<Spreadsheet>.cases("xirr_excel.json")
    #expect(cases.count == 26)
    for (index, one) in cases.enumerated() {
      let result = InternalRate.xirr(of: one.flows.map(\.flow))
      #expect(result.status == .ok, "case \(index)")
      #expect(Oracle.areNear(result.roots, one.allRootsRecomputed.compactMap(\.value)), "case \(index)")
      #expect(Oracle.isNear(result.annualRate, one.excelResult.value, within: 1e-7), "case \(index)")
    }
  }

  struct Documented: Decodable {
    let id: String
    let flows: [OracleFlow]?
    let periodic: [Double]?
    let publishedIrr: OracleNumber?
    let recomputedRoots: [OracleNumber]?
    let rate: OracleNumber?
    let recomputedXnpv: OracleNumber?
  }

  @Test("Examples of spreadsheet documentation")
  func documentation() throws {
    let cases = try OracleFile<Documented>.cases("xirr_spreadsheet_docs.json")
    #expect(cases.count == 7)
    #expect(cases.count { $0.recomputedRoots != nil } == 4 && cases.count { $0.recomputedXnpv != nil } == 2)
    for one in cases {
      let flows = one.flows?.map(\.flow) ?? []
      if let roots = one.recomputedRoots {
        #expect(Oracle.areNear(InternalRate.xirr(of: flows).roots, roots.compactMap(\.value)), "\(one.id)")
      } else if let value = one.recomputedXnpv, let rate = one.rate?.value {
        #expect(Oracle.isNear(PresentValue.xnpv(rate: rate, of: flows), value.value), "\(one.id)")
      } else {
        let amounts = try #require(one.periodic, "\(one.id)")
        #expect(Oracle.isNear(InternalRate.periodic(amounts).rate, one.publishedIrr?.value), "\(one.id)")
      }
    }
  }
}
