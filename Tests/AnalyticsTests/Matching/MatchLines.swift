import Analytics
import LedgerCore

/// Items of a test, one a line: `date amount [name] [document…]`, amounts in whole units; the line number is the id.
func items(_ text: String, _ words: MatchWords) -> [MatchItem] {
  text.split(separator: "\n").enumerated().compactMap { index, line in
    let parts = line.split(separator: " ").map(String.init)
    guard parts.count >= 2, let day = Day(parts[0]), let amount = Int64(parts[1]) else { return nil }
    return MatchItem(
      id: Int64(index + 1), day: day, amount: amount * 100,
      names: words.names(parts.count > 2 && parts[2] != "-" ? [parts[2]] : []),
      documents: words.documents(number: parts.dropFirst(3).joined(separator: " ")))
  }
}

extension Matching {
  /// What was found, as `1,2=3 (group, score)`, in order.
  var text: [String] {
    matches.map { match in
      let sides = [match.lines, match.entries].map { $0.map(String.init).joined(separator: ",") }
      return "\(sides[0])=\(sides[1]) (\(match.evidence.group) \(match.score)\(match.evidence.isAmbiguous ? " tie" : ""))"
    }
  }
}
