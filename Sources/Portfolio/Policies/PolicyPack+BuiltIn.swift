import LedgerCore

extension PolicyPack {
  /// The packs that come with the program, by name.
  public static let builtInNames = ["national", "city-example"]

  /// The pack by which books are checked that adopted none.
  public static let defaultName = "national"

  /// A pack that comes with the program.
  ///
  /// - Throws: `badUsage` for a name that is not built in.
  public static func builtIn(_ name: String) throws(Diagnostic) -> PolicyPack {
    switch name {
    case "national": return try PolicyPack(reading: PackageResources.national_json)
    case "city-example": return try PolicyPack(reading: PackageResources.city_example_json)
    default:
      throw Diagnostic(
        .badUsage, Wording("没有政策包 \(name)", "there is no policy pack \(name)"),
        hint: Wording(
          "内置的有：\(builtInNames.joined(separator: "、"))；自己的文件以 .json 结尾",
          "built in are: \(builtInNames.joined(separator: ", ")); a file of one's own ends in .json"))
    }
  }
}
