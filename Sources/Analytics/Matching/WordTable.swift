/// Texts as small numbers: each stands once in one array of bytes and is found by its bytes.
struct WordTable {
  private var bytes: [UInt8] = []
  /// Where each text ends in the bytes.
  private var ends: [Int] = []
  /// Numbers by hash, −1 where there is none; a power of two of places, at most half of them taken.
  private var places = Array(repeating: Int32(-1), count: 64)

  /// The number of a text, a new one when it was not seen before.
  mutating func number(of text: UnsafeBufferPointer<UInt8>) -> (number: Int32, isNew: Bool) {
    if ends.count * 2 >= places.count { grow() }
    var place = hash(text) & (places.count - 1)
    while places[place] >= 0 {
      if holds(text, at: places[place]) { return (places[place], false) }
      place = (place + 1) & (places.count - 1)
    }
    let number = Int32(ends.count)
    places[place] = number
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
    return (number, true)
  }

  /// The number of a text in a string.
  mutating func number(of text: String) -> (number: Int32, isNew: Bool) {
    var text = text
    return text.withUTF8 { number(of: $0) }
  }

  /// The bytes of a number.
  subscript(number: Int32) -> ArraySlice<UInt8> { bytes[range(number)] }

  private func range(_ number: Int32) -> Range<Int> {
    let index = Int(number)
    return (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }

  private func holds(_ text: UnsafeBufferPointer<UInt8>, at number: Int32) -> Bool {
    let range = range(number)
    return range.count == text.count && bytes[range].elementsEqual(text)
  }

  /// Seeded anew in each process, so that no file can be made to collide.
  private func hash(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(text))
    return hasher.finalize()
  }

  private mutating func grow() {
    places = Array(repeating: -1, count: places.count * 2)
    bytes.withUnsafeBufferPointer { all in
      for number in ends.indices {
        var place = hash(UnsafeBufferPointer(rebasing: all[range(Int32(number))])) & (places.count - 1)
        while places[place] >= 0 { place = (place + 1) & (places.count - 1) }
        places[place] = Int32(number)
      }
    }
  }
}
