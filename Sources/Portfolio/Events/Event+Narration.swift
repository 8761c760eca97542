extension Event {
  /// What vouchers of the event say in their 摘要: the narration of a plain voucher, else kind and what it is about.
  public var narration: String {
    if let text = text("narration") { return text }
    var words = [kind.chinese]
    for field in ["deal", "envelope", "programme", "party"] {
      if let name = text(field), !words.contains(name) { words.append(name) }
      if words.count == 2 { break }
    }
    if let doc = text("doc") { words.append(doc) }
    return words.joined(separator: " ")
  }
}
