/// The words that completions offer for options of the answer, wherever these stand.
enum OutputWords {
  static let formats = ["text", "csv", "json", "md", "html", "xlsx", "pdf"]
  static let encodings = ["utf-8", "utf-8-bom", "gb18030"]
  static let languages = ["zh", "en"]
  static let units = ["元", "万元", "亿元", "yuan", "wan", "yi"]
  static let colours = ["auto", "always", "never"]
}
