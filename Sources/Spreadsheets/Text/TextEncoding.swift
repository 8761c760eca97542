/// How the characters of a text file are written as bytes.
public enum TextEncoding: String, CaseIterable, Sendable {
  /// UTF-8, with or without a byte order mark.
  case utf8 = "UTF-8"
  /// GB18030, which GBK and GB2312 are parts of: what Chinese office software writes by default.
  case gb18030 = "GB18030"
  /// UTF-16, least significant byte first: what spreadsheets call Unicode text.
  case utf16LittleEndian = "UTF-16LE"
  /// UTF-16, most significant byte first.
  case utf16BigEndian = "UTF-16BE"
}
