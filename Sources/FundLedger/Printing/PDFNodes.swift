/// Numbers the elements of a tagged PDF anew, so that the same page has the same bytes every time.
///
/// A browser names the headings of tables, to which their cells refer, by numbers that it happened to hand out while it
/// laid out the page: `(node00001615)`. They differ from run to run, and mean nothing outside the file.
enum PDFNodes {
  private static let mark = Array("(node".utf8)
  /// Digits of a number; they have leading zeros, so that no other number moves a byte of the file.
  private static let digitCount = 8
  private static let namesMark = Array("/Names [(node".utf8)

  /// Gives every element the number of its first mention in the file, from one on, and sorts the tree of names by them.
  ///
  /// A file whose names stand in several leaves, which no browser known here writes, is left as it is: sorting could move
  /// names from leaf to leaf, and with them everything that follows.
  static func renumber(_ bytes: inout [UInt8]) {
    let places = mentions(bytes)
    let leaves = bytes.places(of: namesMark)
    guard !places.isEmpty, leaves.count <= 1 else { return }
    var numbers: [Int: Int] = [:]
    for place in places {
      let old = number(bytes, at: place)
      let new = numbers[old] ?? numbers.count + 1
      numbers[old] = new
      write(new, at: place, &bytes)
    }
    if let leaf = leaves.first { sort(&bytes, from: leaf + namesMark.count - mark.count) }
  }

  /// Where the digits of each mention begin.
  private static func mentions(_ bytes: [UInt8]) -> [Int] {
    bytes.places(of: mark).compactMap { place in
      let start = place + mark.count
      let end = start + digitCount
      guard end < bytes.count, bytes[end] == UInt8(ascii: ")") else { return nil }
      return bytes[start..<end].allSatisfy { $0 >= 48 && $0 <= 57 } ? start : nil
    }
  }

  private static func number(_ bytes: [UInt8], at start: Int) -> Int {
    bytes[start..<start + digitCount].reduce(0) { $0 * 10 + Int($1) - 48 }
  }

  private static func write(_ number: Int, at start: Int, _ bytes: inout [UInt8]) {
    var rest = number
    for place in (start..<start + digitCount).reversed() {
      bytes[place] = UInt8(48 + rest % 10)
      rest /= 10
    }
  }

  /// Puts the names of a leaf, `(node00000001) 12 0 R (node00000002) 15 0 R]`, and its limits before them in order.
  private static func sort(_ bytes: inout [UInt8], from start: Int) {
    guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "]")) else { return }
    let names = bytes[start..<end].split(separator: UInt8(ascii: "("))
      .map { name in name.last == UInt8(ascii: " ") ? name.dropLast() : name }
      .sorted { $0.lexicographicallyPrecedes($1) }
    guard let first = names.first, let last = names.last else { return }
    let sorted = names.map { [UInt8(ascii: "(")] + $0 }.joined(separator: [UInt8(ascii: " ")])
    bytes.replaceSubrange(start..<end, with: Array(sorted))
    // `/Limits [(node00000001) (node00000002)]` stands on the line above.
    let key = Array("/Limits [".utf8)
    let limits = key + mention(first) + [UInt8(ascii: " ")] + mention(last) + "]\n/Names [".utf8
    let place = start - limits.count
    guard place >= 0, bytes[place...].starts(with: key) else { return }
    bytes.replaceSubrange(place..<start, with: limits)
  }

  /// The name of an element in its brackets, of a name and what it stands for: `node00000001) 12 0 R`.
  private static func mention(_ name: ArraySlice<UInt8>) -> [UInt8] {
    [UInt8(ascii: "(")] + name.prefix { $0 != UInt8(ascii: ")") } + [UInt8(ascii: ")")]
  }
}

extension [UInt8] {
  /// Where a run of bytes stands, every place from the front.
  fileprivate func places(of mark: [UInt8]) -> [Int] {
    guard let head = mark.first else { return [] }
    var places: [Int] = []
    withUnsafeBufferPointer { bytes in
      var place = 0
      while place + mark.count <= bytes.count {
        if bytes[place] == head, (1..<mark.count).allSatisfy({ bytes[place + $0] == mark[$0] }) { places.append(place) }
        place += 1
      }
    }
    return places
  }
}
