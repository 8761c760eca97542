import FoundationEssentials
import LedgerCore

/// A file of data in JSON that people write: rules, policies, scorecards. What is wrong with it is named with its line.
struct DataFile {
  private let bytes: [UInt8]
  /// The path as given; empty for data without one.
  private let name: String
  private let outline: JSONOutline
  /// What the diagnostics say of it.
  private let code: DiagnosticCode
  private let title: Wording
  private let hint: Wording

  /// What tells a decoder that members which a shape does not have are passed over.
  static let takesUnknownMembers = "takesUnknownMembers"

  /// A file.
  ///
  /// - Parameters:
  ///   - title: what the file is called in messages; may be empty.
  ///   - hint: which page describes such files.
  init(_ bytes: [UInt8], name: String, code: DiagnosticCode, title: Wording, hint: Wording) {
    self.bytes = bytes
    self.name = name
    self.code = code
    self.title = title
    self.hint = hint
    outline = JSONOutline(bytes)
  }

  /// Reads it as a shape, whose members stand once and are no others.
  ///
  /// - Throws: a diagnostic that names the first thing that cannot be understood.
  func read<Shape: Decodable & ShapedByKeys>(_ shape: Shape.Type) throws(Diagnostic) -> Shape {
    let shape = Wording("文件不合说明中的格式：", "the file is not of the documented shape: ")
    if let place = outline.breaksAt { throw failure(shape + DataFile.noJSON, at: outline.position(place..<place + 1, file: name)) }
    if let (path, place) = outline.repeated {
      throw failure(
        shape + Wording("\(path.text) 写了两次", "\(path.text) is given twice"), at: outline.position(place, file: name))
    }
    do { return try JSONDecoder().decode(KnownMembers<Shape>.self, from: Data(bytes)).value } catch {
      let (reason, path) = DataFile.reason(error)
      throw bad(shape + reason, at: path)
    }
  }

  /// Reads data that the program or a book keeps, as it was taken in: members that are not known say nothing.
  static func read<Shape: Decodable & ShapedByKeys>(kept bytes: [UInt8], as shape: Shape.Type) throws -> Shape {
    let decoder = JSONDecoder()
    if let key = CodingUserInfoKey(rawValue: takesUnknownMembers) { decoder.userInfo[key] = true }
    return try decoder.decode(KnownMembers<Shape>.self, from: Data(bytes)).value
  }

  /// Does something with the part of the file that a path leads to; what is wrong with it has its place.
  func at<Value>(_ path: JSONPath, _ body: () throws(Diagnostic) -> Value) throws(Diagnostic) -> Value {
    do throws(Diagnostic) { return try body() } catch {
      guard error.position == nil, !name.isEmpty, let position = outline.position(of: path, file: name) else { throw error }
      throw error.at(position)
    }
  }

  /// The diagnostic for something that cannot be understood.
  func bad(_ message: Wording, at path: JSONPath = JSONPath()) -> Diagnostic {
    failure(message, at: outline.position(of: path, file: name))
  }

  private func failure(_ message: Wording, at position: SourcePosition?) -> Diagnostic {
    Diagnostic(code, (title.isEmpty ? Wording.none : title + Wording("：", ": ")) + message, hint: hint, at: name.isEmpty ? nil : position)
  }

  /// What a decoder complains about, on one line, and where.
  static func reason(_ error: any Error) -> (text: Wording, path: JSONPath) {
    if let unknown = error as? UnknownMember { return (unknown.reason, unknown.path) }
    guard let error = error as? DecodingError else { return (.plain("\(error)"), JSONPath()) }
    switch error {
    case .keyNotFound(let key, let context):
      return (Wording("缺 \(key.stringValue)", "\(key.stringValue) is missing"), JSONPath(context.codingPath))
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      let path = JSONPath(context.codingPath)
      let name = path.steps.isEmpty ? Wording("内容", "it") : .plain(path.text)
      return (name + Wording("的类型不对", " is of the wrong kind"), path)
    default: return (noJSON, JSONPath())
    }
  }

  private static let noJSON = Wording("不是 JSON", "it is no JSON")
}
