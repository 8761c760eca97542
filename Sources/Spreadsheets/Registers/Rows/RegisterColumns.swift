import Portfolio

/// The columns of a register as numbers, so that a row is an array and no name is looked for row by row.
struct RegisterColumns {
  private let numbers: [String: Int]
  /// What a row may be, in the order of the register.
  let slots: [SlotColumns]
  /// How many columns there are: those with headings, and those that only follow from others.
  let count: Int
  let company, fullName, creditCode, deal, round, envelope, programme, programmeFrom, year, number, key, method: Int
  /// Columns that say what a deal is.
  let ofDeal: [Int]
  /// Columns that name other parties, who are declared when they are new: holders, banks, contributors.
  let otherParties: [Int]
  /// Whether rows may name a company or a deal that is new.
  let declaresCompanies, declaresDeals: Bool
  /// Whether rows are about deals.
  let hasDeal: Bool
  /// Whether a row may be something that happened, beside names.
  let hasFacts: Bool
  /// Whether a row may be several things that happened, so that its own key needs their names beside it.
  let hasSeveralFacts: Bool
  /// What a row with a flaw speaks of. What is spent from an envelope explains nothing when it lacks: without it there is only more left.
  let speaksOf: [Int]

  init(_ kind: RegisterKind) {
    var names = kind.columns.map(\.name) + kind.slots.flatMap { $0.triggers + $0.sources.flatMap(\.columns) }
    let own = [
      "company", "full-name", "credit-code", "deal", "round", "envelope", "programme", "programme-from", "year", "number",
      "key", "method",
    ]
    let ofDeal = ["programme", "method", "instrument", "term", "accounting", "target", "holder", "deal-date"]
    names += own + ofDeal
    var numbers: [String: Int] = [:]
    for name in names where numbers[name] == nil { numbers[name] = numbers.count }
    func number(_ name: String) -> Int { numbers[name] ?? 0 }
    company = number("company")
    fullName = number("full-name")
    creditCode = number("credit-code")
    deal = number("deal")
    round = number("round")
    envelope = number("envelope")
    programme = number("programme")
    programmeFrom = number("programme-from")
    year = number("year")
    self.number = number("number")
    key = number("key")
    method = number("method")
    self.ofDeal = ofDeal.map(number)
    otherParties = kind.slots.filter { $0.kind.name == "party" && $0.name != "party" }.flatMap { $0.columns(of: "name") }.map(number)
    slots = kind.slots.map { slot in
      let sameChoice = slot.choice.map { choice in kind.slots.filter { $0.choice?.column == choice.column } } ?? []
      return SlotColumns(slot, sharingChoiceWith: sameChoice, number)
    }
    declaresCompanies = kind.slots.contains { $0.name == "party" }
    declaresDeals = kind.slots.contains { $0.name == "deal" }
    hasDeal = kind.column(named: "deal") != nil
    hasFacts = kind.slots.contains { !$0.declaresName }
    hasSeveralFacts = kind.slots.count { !$0.declaresName && $0.choice == nil } > 1
    speaksOf = (["company", "deal", "programme"] + (kind.name == "envelopes" ? ["envelope"] : [])).map(number)
    self.numbers = numbers
    count = numbers.count
  }

  /// The number of a column that the register has.
  subscript(name: String) -> Int { numbers[name] ?? 0 }
}

/// One event that a row may be, its columns as numbers.
struct SlotColumns {
  let slot: RegisterSlot
  /// The event is there when one of these says something.
  let triggers: [Int]
  /// The columns that may give its day, the first that says something counts.
  let date: [Int]
  /// For each field of the kind, in its order: the columns that may fill it, and what stands in every row.
  let fields: [(columns: [Int], fixed: String?)]
  /// The column whose words choose the event, with them in comparable form; nil when it is not chosen so.
  let choice: (column: Int, words: [String])?
  /// Of several events chosen by a column it is the first, which an empty cell means and which speaks for all.
  let isFirstChoice: Bool
  /// Every word of the column, for the first choice.
  let allWords: Set<String>
  /// What is shown of them to whoever writes another.
  let shownWords: [String]
  /// The field whose text is the name that the event declares; nil for what happened.
  let nameField: Int?
  /// The field of its key; nil for a kind without one.
  let keyField: Int?
  /// Whether a row's own key is that of the event, and not of one of several.
  let hasKeyAlone: Bool

  fileprivate init(_ slot: RegisterSlot, sharingChoiceWith others: [RegisterSlot], _ number: (String) -> Int) {
    self.slot = slot
    triggers = slot.triggers.map(number)
    date = slot.columns(of: "date").map(number)
    fields = slot.kind.fields.map { field in
      if field.name == "key" { return ([], nil) }
      return (slot.columns(of: field.name).map(number), slot.fixed.first { $0.field == field.name }?.text)
    }
    choice = slot.choice.map { (number($0.column), $0.words.map(SheetText.folded)) }
    isFirstChoice = others.first === slot
    allWords = isFirstChoice ? Set(others.flatMap { $0.choice?.words ?? [] }.map(SheetText.folded)) : []
    shownWords = isFirstChoice ? others.compactMap { $0.choice?.words.last } : []
    nameField = slot.declaresName ? slot.kind.index(of: "name") : nil
    keyField = slot.kind.index(of: "key")
    hasKeyAlone = slot.choice != nil
  }
}
