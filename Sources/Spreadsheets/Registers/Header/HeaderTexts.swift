import LedgerCore

/// Texts of cells parted as headings, each once: a sheet is looked at as one register after the other.
final class HeaderTexts {
  private var names = NameMap<HeaderName>()
  private var cores = NameMap<String>()

  /// A text parted into name and unit.
  func name(of text: String) -> HeaderName {
    if let known = names[text] { return known }
    let name = HeaderName(text)
    names.insert(name, for: text)
    return name
  }

  /// What a heading above others says, without words that say nothing.
  func core(of text: String) -> String {
    if let known = cores[text] { return known }
    let core = ["出资", "情况", "信息", "最近", "最新"].reduce(name(of: text).name) { name, word in
      name.count > word.count ? name.split(separator: word).joined() : name
    }
    cores.insert(core, for: text)
    return core
  }
}
