import LedgerCore
import Portfolio
import ReportDocument

extension PolicyRule {
  /// The name of the rule.
  var title: Phrase { Phrase(chinese, english) }

  /// What to do about a finding.
  var advice: Phrase {
    switch self {
    case .shareCap, .fundShareCap: Phrase("引入其他投资方或转让超出部分；确需突破的补办批准", "bring in others or sell the excess, or have it approved")
    case .largestHolder: Phrase("核实股权结构；降低持股或报批", "check who holds what; lower the share, or have it approved")
    case .governmentShareCap: Phrase("提高社会资本出资比例", "raise the share of social capital")
    case .ticketCap: Phrase("核实批准文件；其余出资改由其他投资方承担", "find the approval; leave the rest to others")
    case .termCap: Phrase("补办延期批准或修改协议", "have the longer term approved, or change the agreement")
    case .companyConcentration, .holderConcentration, .industryConcentration:
      Phrase("新增投资避开该对象，安排退出", "invest elsewhere, plan exits")
    case .idleAtHolder: Phrase("缴回国库（remit）、退回预拨（advance）或安排再投（recycle）", "remit it, return the advance, or set it free for investment")
    case .idleAtFund: Phrase("督促基金投资，暂缓后续出资或收回", "press the fund to invest; hold back or call back money")
    case .fundSetup: Phrase("按规定终止方案或重新报批", "end the plan, or have it approved anew")
    case .fundFirstInvestment: Phrase("按规定提前退出，或报批延长", "leave the fund early, or have more time approved")
    case .termEnding: Phrase("启动退出或延期程序", "begin the exit, or the extension")
    case .termOver: Phrase("清算或办理延期", "liquidate, or extend")
    case .buybackDue: Phrase("按协议要求回购或转让，登记退出（exit）", "ask for the buy-back or sell, record the exit")
    case .dividendOverdue: Phrase("发函催收；收到后登记（receive）", "claim it; record what comes with receive")
    case .registration: Phrase("办理登记并记入（register）", "register it and record it with register")
    case .registryUpdate: Phrase("更新年度登记并记入（register）", "update the entry and record it with register")
    case .noTerm: Phrase("补充约定期限；补记 deal term:", "agree a term; record deal term:")
    case .grantClass: Phrase("调整预算科目至 508 类", "have the envelope classed anew, as 508xx")
    case .missingDocument: Phrase("补齐文件；冲销后带 doc 重记，或备案说明", "find the documents; reverse and record with doc, or file a note")
    case .duplicateParty: Phrase("核实后统一使用一个单位", "check, and use one of them from now on")
    case .creditCode: Phrase("核对营业执照；确认无误的补记 code-checked", "check the licence; if it is right record code-checked")
    case .fundOverinvested:
      Phrase("补记缺少的缴款（call）；借入或再投资的，在备注中说明", "record the calls that are missing; note what was borrowed or invested again")
    case .duplicateContribution:
      Phrase("同一笔资金冲销一条或以 same-as 注明；不同资金各写唯一键", "reverse one, or record it with same-as; give each a key if they differ")
    case .refundedCommitted:
      Phrase("用 release 解除认缴；仍将出资的，保留约定文件", "release the commitment; where it will be paid after all, keep the agreement that says so")
    case .offField:
      Phrase("核实投向；退出或报批调整用途，行业登记有误的补登", "check the field; leave, or have the use changed; correct the industry if it is wrong")
    case .earlyStage: Phrase("提高早期项目比重；补登企业发展阶段", "invest more in early stages; record stages")
    }
  }
}
