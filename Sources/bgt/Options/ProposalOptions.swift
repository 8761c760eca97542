import ArgumentParser

/// How many proposed matches are listed.
struct ProposalOptions: ParsableArguments {
  @Flag(help: ArgumentHelp("List all proposals, not only the first \(ProposalOptions.textMax) (other formats than text always do)."))
  var all = false

  /// So many are listed as text.
  static let textMax = 100

  /// How many are listed at most; nil for all.
  func proposalsMax(_ output: OutputOptions) throws -> Int? {
    let isText = try output.isText
    return all || !isText ? nil : ProposalOptions.textMax
  }
}
