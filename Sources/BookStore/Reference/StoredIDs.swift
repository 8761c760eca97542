import LedgerCore
import Portfolio

/// Translates between the ids of the register in memory and those in the file.
///
/// Ids in the file are given in order of first use by a recorded event, so that the same chain always makes the same
/// rows; the register also holds names that were only met in refused events.
final class StoredIDs {
  private let file: BookFile
  private let register: Register
  private var maps = Array(repeating: Map(), count: EntityKind.allCases.count)
  /// Made when something is recorded: reports only ask the other way.
  private var storedDimensions: [Dimensions: Int64] = [:]
  /// How many of the known ones it has taken in.
  private var indexedCount = 0
  private var knownDimensions: [Dimensions] = []
  private var last: (dimensions: Dimensions, stored: Int64) = (.none, 0)
  /// New names and combinations of dimensions on their way into the file; the appender writes them.
  let names: RowBatch
  let combinations: RowBatch
  /// The event that is being recorded, kept with every name and combination that it is the first to use.
  var sequence: Int64 = 0

  /// Ids of one kind both ways; index 0 stands for none in both.
  private struct Map {
    var stored: [Int64] = [0]
    var known: [Int32] = [0]
  }

  init(file: BookFile, register: Register) {
    self.file = file
    self.register = register
    names = RowBatch(into: "name", [.text("kind"), .integer("id"), .text("text"), .integer("seq")], in: file)
    combinations = RowBatch(
      into: "dimensions",
      [
        .integer("id"), .integer("programme"), .integer("envelope"), .integer("deal"), .integer("party"),
        .integer("holder"), .integer("seq"),
      ], in: file)
  }

  /// Takes in names and dimensions that the file has and memory does not, as far as they were used up to an event.
  func load(through limit: Int64, readsBlocks: Bool) throws(Diagnostic) {
    for kind in EntityKind.allCases { try loadNames(of: kind, through: limit) }
    if readsBlocks && Int64(knownDimensions.count) % DimensionsBlock.span == 0 { try loadBlocks(through: limit) }
    let rows = try file.statement(
      "SELECT id, programme, envelope, deal, party, holder FROM dimensions WHERE id > ? AND seq <= ? ORDER BY id")
    rows.bind(1, Int64(knownDimensions.count))
    rows.bind(2, limit)
    while try rows.step() {
      let dimensions = try dimensions(of: rows)
      guard rows.int(0) == Int64(knownDimensions.count + 1) else {
        throw StoreFailure.damaged(Wording("缺辅助核算组合", "dimensions are missing"))
      }
      knownDimensions.append(dimensions)
    }
  }

  /// Takes in whole blocks of dimensions.
  private func loadBlocks(through limit: Int64) throws(Diagnostic) {
    let first = Int64(knownDimensions.count) / DimensionsBlock.span
    let (programmes, envelopes, deals, parties) = (
      maps[EntityKind.programme.slot].known, maps[EntityKind.envelope.slot].known, maps[EntityKind.deal.slot].known,
      maps[EntityKind.party.slot].known
    )
    knownDimensions += try DimensionsBlock.read(after: first, through: limit, in: file) { ids throws(Diagnostic) in
      guard ids.programme < programmes.count, ids.envelope < envelopes.count, ids.deal < deals.count,
        ids.party < parties.count, ids.holder < parties.count
      else {
        throw StoreFailure.damaged(
          Wording("辅助核算组合引用了账簿中没有的名称", "the book names dimensions of what it does not have"))
      }
      return Dimensions(
        programme: ProgrammeID(programmes[Int(ids.programme)]), envelope: EnvelopeID(envelopes[Int(ids.envelope)]),
        deal: DealID(deals[Int(ids.deal)]), party: PartyID(parties[Int(ids.party)]),
        holder: PartyID(parties[Int(ids.holder)]))
    }
  }

  /// Brings the table by dimensions up to all that are known.
  private func indexDimensions() {
    if indexedCount == knownDimensions.count { return }
    storedDimensions.reserveCapacity(knownDimensions.count)
    for index in indexedCount..<knownDimensions.count { storedDimensions[knownDimensions[index]] = Int64(index + 1) }
    indexedCount = knownDimensions.count
  }

  private func loadNames(of kind: EntityKind, through limit: Int64) throws(Diagnostic) {
    let rows = try file.statement("SELECT id, text FROM name WHERE kind = ? AND id > ? AND seq <= ? ORDER BY id")
    rows.bind(1, copying: kind.rawValue)
    rows.bind(2, Int64(maps[kind.slot].known.count - 1))
    rows.bind(3, limit)
    while try rows.step() {
      guard rows.int(0) == Int64(maps[kind.slot].known.count), let id = register.id(of: kind, named: rows.bytes(1)) else {
        let name = rows.text(1)
        rows.reset()
        throw StoreFailure.damaged(Wording("账簿的名称 \(name) 不在任何事项中", "the name \(name) of the book stands in no event"))
      }
      enter(id, of: kind)
    }
  }

  @discardableResult
  private func enter(_ id: Int32, of kind: EntityKind) -> Int64 {
    let index = Int(id)
    let next = Int64(maps[kind.slot].known.count)
    let lacking = index + 1 - maps[kind.slot].stored.count
    if lacking > 0 { maps[kind.slot].stored.append(contentsOf: repeatElement(0, count: lacking)) }
    maps[kind.slot].stored[index] = next
    maps[kind.slot].known.append(id)
    return next
  }

  private func stored(_ id: Int32, of kind: EntityKind) -> Int64 {
    if let stored = known(stored: id, of: kind) { return stored }
    let name = register.name(of: kind, id)
    let stored = enter(id, of: kind)
    names.add(kind.rawValue)
    names.add(stored)
    names.add(name)
    names.add(sequence)
    return stored
  }

  private func known(stored id: Int32, of kind: EntityKind) -> Int64? {
    guard id > 0 else { return 0 }
    let index = Int(id)
    guard index < maps[kind.slot].stored.count else { return nil }
    let stored = maps[kind.slot].stored[index]
    return stored == 0 ? nil : stored
  }
}

extension StoredIDs {
  /// The id of an account in the file, given now when it is new.
  func stored(_ id: AccountID) -> Int64 { stored(id.rawValue, of: .account) }
  /// The id of a commodity in the file, given now when it is new.
  func stored(_ id: CommodityID) -> Int64 { stored(id.rawValue, of: .commodity) }

  /// The id of a combination of dimensions in the file, given now when it is new; 0 for none.
  @inline(__always)
  func stored(_ dimensions: Dimensions) -> Int64 {
    if dimensions == last.dimensions { return last.stored }
    last = (dimensions, enter(dimensions))
    return last.stored
  }

  private func enter(_ dimensions: Dimensions) -> Int64 {
    if dimensions == .none { return 0 }
    indexDimensions()
    if let stored = storedDimensions[dimensions] { return stored }
    let parts: InlineArray<5, Int64> = [
      stored(dimensions.programme.rawValue, of: .programme), stored(dimensions.envelope.rawValue, of: .envelope),
      stored(dimensions.deal.rawValue, of: .deal), stored(dimensions.party.rawValue, of: .party),
      stored(dimensions.holder.rawValue, of: .party),
    ]
    knownDimensions.append(dimensions)
    let id = Int64(knownDimensions.count)
    storedDimensions[dimensions] = id
    indexedCount = knownDimensions.count
    combinations.add(id)
    for index in parts.indices { combinations.add(parts[index]) }
    combinations.add(sequence)
    return id
  }

  /// All combinations of dimensions, by id in the file less one.
  var allDimensions: [Dimensions] { knownDimensions }

  /// All commodities, by id in the file; the first stands for none.
  var allCommodities: [CommodityID] { maps[EntityKind.commodity.slot].known.map { CommodityID($0) } }

  /// The id of the last combination of dimensions.
  var lastDimensions: Int64 { Int64(knownDimensions.count) }

  /// The id in the file when there is one already; nil when no recorded event ever used it.
  func existing(_ id: Int32, of kind: EntityKind) -> Int64? { known(stored: id, of: kind) }

  /// The id in memory of an id in the file.
  func known(_ stored: Int64, of kind: EntityKind) throws(Diagnostic) -> Int32 {
    guard stored >= 0, stored < maps[kind.slot].known.count else {
      throw StoreFailure.damaged(
        Wording(
          "账簿引用了没有的\(kind.chinese) \(stored)", "the book names \(kind.rawValue) \(stored), which it does not have"))
    }
    return maps[kind.slot].known[Int(stored)]
  }

  /// The account of an id in the file.
  func account(_ stored: Int64) throws(Diagnostic) -> AccountID { AccountID(try known(stored, of: .account)) }
  /// The commodity of an id in the file.
  func commodity(_ stored: Int64) throws(Diagnostic) -> CommodityID { CommodityID(try known(stored, of: .commodity)) }

  /// The dimensions of an id in the file.
  func dimensions(_ stored: Int64) throws(Diagnostic) -> Dimensions {
    if stored == 0 { return .none }
    guard stored > 0, stored <= knownDimensions.count else {
      throw StoreFailure.damaged(
        Wording("账簿引用了没有的辅助核算组合 \(stored)", "the book names dimensions \(stored), which it does not have"))
    }
    return knownDimensions[Int(stored) - 1]
  }

  /// The columns after the first as dimensions.
  private func dimensions(of row: RowStatement) throws(Diagnostic) -> Dimensions {
    Dimensions(
      programme: ProgrammeID(try known(row.int(1), of: .programme)),
      envelope: EnvelopeID(try known(row.int(2), of: .envelope)),
      deal: DealID(try known(row.int(3), of: .deal)),
      party: PartyID(try known(row.int(4), of: .party)),
      holder: PartyID(try known(row.int(5), of: .party)))
  }
}

extension Register {
  /// The name of an id of this register.
  func name(of kind: EntityKind, _ id: Int32) -> String {
    switch kind {
    case .account: self[AccountID(id)].name
    case .commodity: self[CommodityID(id)].code
    case .programme: self[ProgrammeID(id)].name
    case .envelope: self[EnvelopeID(id)].name
    case .deal: self[DealID(id)].name
    case .party: self[PartyID(id)].name
    }
  }
}

extension EntityKind {
  /// A small number for each kind, so that arrays serve as tables.
  fileprivate var slot: Int {
    switch self {
    case .account: 0
    case .commodity: 1
    case .programme: 2
    case .envelope: 3
    case .deal: 4
    case .party: 5
    }
  }
}
