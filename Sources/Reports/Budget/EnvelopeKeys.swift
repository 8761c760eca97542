import LedgerCore
import Portfolio
import ReportDocument

/// Keys and state of one envelope as labelled figures.
struct EnvelopeKeys {
  let source: any LedgerSource
  let envelope: Envelope
  /// The day on which the question stands.
  let cutOff: Day

  /// What the envelope is: the keys of a quota record. Codes are those of its year.
  func keys(_ figures: EnvelopeFigures) -> FigureList {
    let codes: [(String, Phrase, String)] = [
      ("document", Phrase("文号", "Document"), envelope.document),
      ("project", Phrase("项目代码", "Project code"), envelope.project),
      ("function", Phrase("功能分类（\(envelope.year)）", "Function class (\(envelope.year))"), envelope.function),
      (
        "economic", Phrase("政府经济分类（\(envelope.year)）", "Government economic class (\(envelope.year))"),
        envelope.economic
      ),
      (
        "departmentEconomic", Phrase("部门经济分类（\(envelope.year)）", "Department economic class (\(envelope.year))"),
        envelope.departmentEconomic
      ),
      ("department", Phrase("主管部门", "Department"), envelope.department),
    ]
    var list = [
      Figure("year", Phrase("预算年度", "Budget year"), .text("\(envelope.year)")),
      Figure("programme", Phrase("项目计划", "Programme"), .text(source.register[envelope.programme].name)),
      Figure(
        "nature", Phrase("资金性质", "Fund nature"),
        .code(envelope.nature.rawValue, Phrase(envelope.nature.chinese, envelope.nature.rawValue))),
      Figure("level", Phrase("级次", "Level"), level(figures)),
      Figure("executable", Phrase("可执行标志", "Executable"), EnvelopeKeys.executable(figures)),
    ]
    list += codes.map { id, label, value in
      Figure(id, label, value.isEmpty ? .code("none", Phrase("未登记", "not recorded")) : .text(value))
    }
    for moment in ControlMoment.allCases {
      let mode = source.register.controlMode(of: envelope, at: moment, on: cutOff)
      list.append(
        Figure(
          moment == .commit ? "commitControl" : "payControl",
          Phrase("\(moment.chinese)控制", moment == .commit ? "Control of commitments" : "Control of payments"),
          .code(mode.rawValue, Phrase(mode.chinese, mode.rawValue))))
    }
    return FigureList("keys", list)
  }

  /// Whose money it holds: that of its opening, both when a document of the other level came later.
  private func level(_ figures: EnvelopeFigures) -> Cell {
    if figures.granted > 0 && figures.original > figures.granted {
      return .code("both", Phrase("本级、上级补助", "own and above"))
    }
    return .code(envelope.level.rawValue, Phrase(envelope.level.chinese, envelope.level.rawValue))
  }

  /// Whether it may be spent: yes once all that is approved is issued, in part, or not yet.
  private static func executable(_ figures: EnvelopeFigures) -> Cell {
    if figures.unissued <= 0 { return .code("yes", Phrase("是", "yes")) }
    return figures.issued > 0
      ? .code("partly", Phrase("部分", "partly")) : .code("no", Phrase("否", "no"))
  }

  /// Where the money stands.
  func state(_ figures: EnvelopeFigures, pledged: Int64, _ flags: EnvelopeFlags) -> FigureList {
    let base = source.register.base
    func money(_ id: String, _ label: Phrase, _ amount: Int64) -> Figure { Figure(id, label, .money(amount, base)) }
    var list = [
      money("original", Phrase("原预算", "Original budget"), figures.original),
      money("adjustments", Phrase("调整", "Adjustments"), figures.adjustments),
      money("final", Phrase("调整后预算", "Final budget"), figures.final),
      money("issued", Phrase("下达", "Issued"), figures.issued),
      money("unissued", Phrase("待分配", "Not yet issued"), figures.unissued),
      money("signed", Phrase("已签约未付", "Signed, unpaid"), figures.signedUnpaid),
      money("paid", Phrase("已支付", "Paid"), figures.paid),
      money("available", Phrase("可执行", "Available"), figures.available),
      money("frozen", Phrase("冻结", "Frozen"), figures.frozen),
      money("carriedOver", Phrase("结转下年", "Carried over"), figures.carriedOut),
      money("lapsed", Phrase("收回", "Taken back"), figures.lapsed),
      money("pledged", Phrase("本年度跨年承诺", "Pledged on its year"), pledged),
      Figure("execution", Phrase("执行率", "Execution"), .percent(Ratio(figures.paid, over: figures.final))),
    ]
    let cell = flags.cell(of: envelope)
    if cell != .empty { list.append(Figure("flags", Phrase("提示", "Flags"), cell)) }
    return FigureList("state", list)
  }
}
