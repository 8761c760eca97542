import LedgerCore

/// Companies and other parties by name, full name and credit code, those of the books before those of rows.
struct PartyNames {
  /// Which company a row means.
  struct Claim {
    /// The company that is known; nil when none is.
    var company: String?
    /// What speaks against it.
    var conflict: Conflict?
  }

  /// That names and code of a row are of different companies.
  struct Conflict {
    let diagnostic: Diagnostic
    /// Whether it is the code that speaks against the names.
    let isOfCode: Bool
  }

  /// Parties by their own name, and by it without blanks and wide forms.
  private var own = NameMap<String>()
  private var ownFolded = NameMap<String>()
  /// Parties by their full name, and by it without blanks and wide forms.
  private var byFull = NameMap<String>()
  private var byFullFolded = NameMap<String>()
  private var byCode = NameMap<String>()
  /// Full names by the own names of parties.
  private var fullNames = NameMap<String>()

  /// Takes in a party; what is known already stays.
  mutating func learn(_ name: String, full: String = "", code: String = "") {
    if own.insert(name, for: name) { ownFolded.insert(name, for: SheetText.foldedName(name)) }
    if !code.isEmpty { byCode.insert(name, for: code) }
    if full.isEmpty || PartyNames.areSame(full, name) { return }
    fullNames.insert(full, for: name)
    if byFull.insert(name, for: full) { byFullFolded.insert(name, for: SheetText.foldedName(full)) }
  }

  /// The party of a name, its own or its full one, whatever blanks stand in it and however wide its brackets are.
  func party(named name: String) -> String? {
    if let found = own[name] ?? byFull[name] { return found }
    let folded = SheetText.foldedName(name)
    return ownFolded[folded] ?? byFullFolded[folded]
  }

  /// The full name of a party; nil when none was said.
  func fullName(of name: String) -> String? { fullNames[name] }

  /// Whether two names differ in nothing but blanks and wide forms.
  static func areSame(_ left: String, _ right: String) -> Bool {
    left.hasSameBytes(as: right) || SheetText.foldedName(left).hasSameBytes(as: SheetText.foldedName(right))
  }

  /// The company that a row means by its short name, full name and credit code, each empty when the row does not say it.
  func claim(short: String, full: String, code: String) -> Claim {
    let ofShort = short.isEmpty ? nil : party(named: short)
    let ofFull = full.isEmpty ? nil : party(named: full)
    let ofCode = code.isEmpty ? nil : byCode[code]
    let company = ofShort ?? ofCode ?? ofFull
    guard let company else { return Claim() }
    if let ofCode, let other = [ofShort, ofFull].compactMap(\.self).first(where: { !isOne($0, ofCode) }) {
      return Claim(
        company: company,
        conflict: conflict(
          Wording(
            "\(code) 是\(shown(ofCode))的信用代码，不是\(shown(other))的",
            "\(code) is the credit code of \(shown(ofCode)), not of \(shown(other))"), isOfCode: true))
    }
    if let ofShort, let ofFull, !isOne(ofShort, ofFull) {
      return Claim(
        company: company,
        conflict: conflict(
          Wording(
            "\(full)是\(shown(ofFull))的名称，不是\(shown(ofShort))的", "\(full) is the name of \(shown(ofFull)), not of \(shown(ofShort))"),
          isOfCode: false))
    }
    // A name that nobody has beside the code, or in the place of the legal name, of another.
    let legal = full.isEmpty && PartyNames.isLegal(short) ? short : full
    guard !legal.isEmpty, party(named: legal) == nil, let known = legalName(of: company) else { return Claim(company: company) }
    if ofShort == nil, ofCode != nil {
      return Claim(
        company: company,
        conflict: conflict(
          Wording(
            "\(code) 是\(known)的信用代码，不是\(legal)的", "\(code) is the credit code of \(known), not of \(legal)"), isOfCode: true))
    }
    if fullNames[company] == nil, PartyNames.isLegal(legal) {
      return Claim(
        company: company, conflict: conflict(Wording("\(legal)不是\(known)的名称", "\(legal) is not the name of \(known)"), isOfCode: false))
    }
    return Claim(company: company)
  }

  /// Whether two parties of the books are one, or bear one name, spelt in two ways.
  private func isOne(_ left: String, _ right: String) -> Bool {
    PartyNames.areSame(left, right) || PartyNames.areSame(fullNames[left] ?? left, fullNames[right] ?? right)
  }

  /// The name under which a company is registered, as far as it is known: its full name, or its own when that is such a name.
  private func legalName(of company: String) -> String? { fullNames[company] ?? (PartyNames.isLegal(company) ? company : nil) }

  /// Whether a name ends as those of companies and partnerships do.
  private static func isLegal(_ name: String) -> Bool {
    let folded = SheetText.foldedName(name)
    return ["有限公司", "有限责任公司", "合伙)", "合伙企业"].contains { folded.hasSuffix($0) }
  }

  private func shown(_ company: String) -> String {
    guard let full = fullNames[company], !full.hasSameBytes(as: company) else { return company }
    return "\(company) (\(full))"
  }

  private func conflict(_ sentence: Wording, isOfCode: Bool) -> Conflict {
    Conflict(
      diagnostic: Diagnostic(
        .badFieldValue, sentence,
        hint: Wording(
          "是哪一个单位？请更正名称或代码；单位更名的先登记：bgt record party",
          "which company is meant? correct the name or the code; where a company was renamed, record it first: bgt record party")),
      isOfCode: isOfCode)
  }
}
