import LedgerCore
import Portfolio
import ReportDocument

/// Parties that may be one: the same credit code, or the same name but for spaces, brackets and legal form.
enum DuplicatePartyCheck: PolicyCheck {
  static let rule = PolicyRule.duplicateParty

  static func outcome(in books: CheckedBooks) throws(Diagnostic) -> CheckOutcome {
    guard let requirement = books.requirements.inForce(rule, on: books.day) else { return CheckOutcome() }
    var findings: [CheckFinding] = []
    func events(_ one: Party, _ other: Party) throws(Diagnostic) -> [Int64] {
      (try books.declarations(of: .party(one)) + (try books.declarations(of: .party(other)))).sorted()
    }
    var firstOfCode: [String: Party] = [:]
    var firstOfName: [String: Party] = [:]
    for party in books.register.parties {
      if !party.creditCode.isEmpty {
        if let other = firstOfCode[party.creditCode] {
          findings.append(
            CheckFinding(
              requirement, .party(party), on: books.day, events: try events(party, other), part: "code",
              Phrase("与 \(other.name) 信用代码相同：\(party.creditCode)", "has the credit code of \(other.name): \(party.creditCode)")))
          continue
        }
        firstOfCode[party.creditCode] = party
      }
      let names = Set([party.name, party.fullName].map(normalised)).subtracting([""])
      if let name = names.sorted().first(where: { firstOfName[$0] != nil }), let other = firstOfName[name] {
        findings.append(
          CheckFinding(
            requirement, .party(party), on: books.day, events: try events(party, other), part: "name",
            Phrase("与 \(other.name) 名称相同（不计公司形式）", "has the name of \(other.name), but for spaces, brackets and legal form")))
      } else {
        for name in names { firstOfName[name] = party }
      }
    }
    return CheckOutcome(findings)
  }

  /// A name without spaces, brackets, case, full width and legal form.
  static func normalised(_ name: String) -> String {
    var text = ""
    for scalar in name.lowercased().unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: text.unicodeScalars.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case 0x20, 0x3000, 0xA0: break
      default: text.unicodeScalars.append(scalar)
      }
    }
    text.removeAll { "()（）·.-".contains($0) }
    for form in ["股份有限公司", "有限责任公司", "有限公司", "合伙企业有限合伙", "有限合伙"] where text.hasSuffix(form) && text.count > form.count + 1 {
      return String(text.dropLast(form.count))
    }
    return text
  }
}
