/// Names of documents, as rows give them.
public enum DocumentName {
  /// Whether a document is told from others of its kind: 投决〔2022〕7号 is, 银行回单 and 股东会决议 are not.
  public static func isTelling(_ document: String) -> Bool {
    document.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x30...0x39, 0xFF10...0xFF19: true
      default: "〇一二三四五六七八九十".unicodeScalars.contains(scalar)
      }
    }
  }
}
