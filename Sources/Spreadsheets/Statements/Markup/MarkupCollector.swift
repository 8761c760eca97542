/// Builds elements from XML as it is read and hands out those that stand directly in elements of one name, then each of
/// these: what is handed out is not kept, so that a statement of a hundred thousand entries takes the memory of one.
final class MarkupCollector: XMLReceiver {
  /// The stream that it is read from, for the lines that elements stand on.
  weak var stream: XMLStream?
  private var open: [MarkupElement] = []
  private var text: [UInt8] = []
  private let parent: XMLName
  private let take: (MarkupElement) -> Void
  let isFull = false

  init(of parent: XMLName, _ take: @escaping (MarkupElement) -> Void) {
    self.parent = parent
    self.take = take
  }

  func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    var element = MarkupElement(name: name, line: stream?.line ?? 0)
    element.currency = attributes.text("Ccy") ?? ""
    open.append(element)
    text.removeAll(keepingCapacity: true)
  }

  func end(_ name: XMLName) {
    guard var element = open.popLast() else { return }
    if element.children.isEmpty { element.text = SheetText.trimmed(String(decoding: text, as: UTF8.self)) }
    text.removeAll(keepingCapacity: true)
    if name == parent || open.last?.name == parent {
      take(element)
    } else if !open.isEmpty {
      open[open.count - 1].children.append(element)
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) { text.append(contentsOf: bytes) }
}
