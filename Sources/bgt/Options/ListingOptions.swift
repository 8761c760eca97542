import ArgumentParser

/// How many proposals or matches are listed.
struct ListingOptions: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      "全部列示，不只前 \(ListingOptions.textMax) 条；text 以外的格式总是全部列示。",
      "List all, not only the first \(ListingOptions.textMax); other formats than text always list all."))
  var all = false

  /// So many are listed as text.
  static let textMax = 100

  /// How many are listed at most; nil for all.
  func listedMax(_ output: OutputOptions) throws -> Int? {
    let isText = try output.isText
    return all || !isText ? nil : ListingOptions.textMax
  }
}
