import CExpat

/// What takes the elements of a part as they are read.
protocol XMLReceiver: AnyObject {
  func begin(_ name: XMLName, _ attributes: XMLAttributes)
  func end(_ name: XMLName)
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
  /// Whether it has taken too much, so that reading stops.
  var isFull: Bool { get }
}

/// Reads XML piece by piece with expat: no document type, so no entities of its own and nothing from elsewhere.
final class XMLStream {
  private let parser: XML_Parser
  private let receiver: any XMLReceiver
  private var depth = 0
  /// Why reading stopped; nil while all is well.
  private(set) var failure: Archive.Failure?

  /// Nil when there is no memory for a parser.
  ///
  /// - Parameter encoding: of the bytes, whatever they say of themselves; told by them when nil.
  init?(_ receiver: any XMLReceiver, encoding: String? = nil) {
    guard let parser = XML_ParserCreate(encoding) else { return nil }
    self.parser = parser
    self.receiver = receiver
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser, { data, name, attributes in XMLStream.of(data)?.begin(name, attributes) },
      { data, name in XMLStream.of(data)?.end(name) })
    XML_SetCharacterDataHandler(parser) { data, text, count in XMLStream.of(data)?.text(text, Int(count)) }
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in XMLStream.of(data)?.stop(.damaged) }
  }

  deinit { XML_ParserFree(parser) }

  private static func of(_ data: UnsafeMutableRawPointer?) -> XMLStream? {
    data.map { Unmanaged<XMLStream>.fromOpaque($0).takeUnretainedValue() }
  }

  /// The line that is being read, from 1.
  var line: Int { Int(clamping: XML_GetCurrentLineNumber(parser)) }

  /// Reads a piece; false when reading has stopped.
  func read(_ piece: UnsafeRawBufferPointer) -> Bool {
    let bytes = piece.bindMemory(to: CChar.self)
    if XML_Parse(parser, bytes.baseAddress, Int32(clamping: bytes.count), 0) == XML_STATUS_ERROR, failure == nil {
      failure = .damaged
    }
    return failure == nil
  }

  /// Says that there is no more; what is missing then is damage.
  func finish() {
    if failure == nil, XML_Parse(parser, nil, 0, 1) == XML_STATUS_ERROR { failure = .damaged }
  }

  private func stop(_ failure: Archive.Failure) {
    if self.failure == nil { self.failure = failure }
    XML_StopParser(parser, XML_Bool(XML_FALSE))
  }

  private func begin(_ name: UnsafePointer<CChar>?, _ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
    // What is still in the piece arrives after stopping.
    guard failure == nil, let name else { return }
    depth += 1
    if depth > WorkbookLimits.depthMax { return stop(.damaged) }
    receiver.begin(XMLName(name), XMLAttributes(pairs))
    if receiver.isFull { stop(.tooLarge) }
  }

  private func end(_ name: UnsafePointer<CChar>?) {
    guard failure == nil, let name else { return }
    depth -= 1
    receiver.end(XMLName(name))
  }

  private func text(_ text: UnsafePointer<CChar>?, _ count: Int) {
    guard failure == nil, let text else { return }
    receiver.text(UnsafeRawBufferPointer(start: text, count: count).bindMemory(to: UInt8.self))
    if receiver.isFull { stop(.tooLarge) }
  }
}
