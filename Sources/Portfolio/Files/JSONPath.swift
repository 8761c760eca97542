/// The way to a value of a JSON text: names of members, numbers of elements.
struct JSONPath: Hashable {
  /// One step.
  enum Step: Hashable {
    case member(String)
    case element(Int)
  }

  private(set) var steps: [Step] = []

  /// The whole text.
  init() {}

  /// The way that a decoder went.
  init(_ keys: [any CodingKey]) {
    steps = keys.map { key in key.intValue.map { .element($0) } ?? .member(key.stringValue) }
  }

  /// The way to a member of the object here.
  func appending(_ name: String) -> JSONPath { appending(.member(name)) }

  /// The way to an element of the array here.
  func appending(_ index: Int) -> JSONPath { appending(.element(index)) }

  private func appending(_ step: Step) -> JSONPath {
    var copy = self
    copy.steps.append(step)
    return copy
  }

  /// The way to what the value here stands in.
  var parent: JSONPath {
    var copy = self
    _ = copy.steps.popLast()
    return copy
  }

  /// The way in words: `rules.3.rate`, elements counted from 1.
  var text: String {
    steps.map { step in
      switch step {
      case .member(let name): name
      case .element(let index): "\(index + 1)"
      }
    }.joined(separator: ".")
  }
}
