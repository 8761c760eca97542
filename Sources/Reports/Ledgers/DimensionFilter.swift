import LedgerCore
import Portfolio
import ReportDocument

/// Which deal, party, programme, envelope or holder a ledger is about, by name; nil for any.
public struct DimensionFilter: Hashable, Sendable {
  /// The name asked for of each kind.
  public var names: [DimensionKind: String]

  /// A filter; without names it lets everything pass.
  public init(_ names: [DimensionKind: String] = [:]) { self.names = names }

  /// The names as facts of a report's header.
  var facts: [Figure] {
    DimensionKind.allCases.compactMap { kind in names[kind].map { Figure(kind.rawValue, kind.title, .text($0)) } }
  }

  /// The dimensions that postings must agree with, `.none` in each that may be any.
  ///
  /// - Throws: the diagnostic of an unknown name, with the name most likely meant.
  func dimensions(in register: Register) throws(Diagnostic) -> Dimensions {
    var dimensions = Dimensions.none
    for (kind, name) in names.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      switch kind {
      case .deal: dimensions.deal = try found(register.deal(named: name)?.id, .deal, name, register)
      case .party: dimensions.party = try found(register.party(named: name)?.id, .party, name, register)
      case .programme: dimensions.programme = try found(register.programme(named: name)?.id, .programme, name, register)
      case .envelope: dimensions.envelope = try found(register.envelope(named: name)?.id, .envelope, name, register)
      case .holder: dimensions.holder = try found(register.party(named: name)?.id, .party, name, register)
      }
    }
    return dimensions
  }

  private func found<ID>(_ id: ID?, _ kind: EntityKind, _ name: String, _ register: Register) throws(Diagnostic) -> ID {
    if let id { return id }
    let near = register.nearestName(to: name, of: kind)
    throw Diagnostic(
      kind.unknownCode, Wording("没有\(kind.chinese)\(name)", "\(kind.rawValue) \(name) is not known"),
      hint: near.map(Wording.didYouMean)
        ?? Wording("bgt report holdings 和 bgt report budget 列出名称", "bgt report holdings and bgt report budget list the names"))
  }
}
