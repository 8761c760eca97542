import BookStore
import LedgerCore
import Portfolio

extension BookWriter {
  /// Records an event unless the book has it; what was reversed is recorded anew where that is wanted.
  ///
  /// A copy has a key that names the one before it, `anew-17`: handed in once more, it is found by that, whether it stands or
  /// was reversed in its turn. What counts is the last copy: only when that was reversed is another one made.
  /// - Parameter isWanted: whether an event of the book, reversed by another, is to be recorded anew.
  /// - Throws: why it is refused.
  func append(
    anew event: Event, where isWanted: (_ place: Int64, _ reversal: Int64) throws(Diagnostic) -> Bool
  ) throws(Diagnostic) -> Renewed {
    var outcome = Renewed(appended: .noted)
    var place: Int64
    // A key of which something else was said counts for the same event when that was taken back.
    var refusal: Diagnostic?
    do throws(Diagnostic) {
      outcome.appended = try append(event)
      guard case .alreadyRecorded(let known) = outcome.appended else { return outcome }
      place = known
    } catch {
      guard error.code == .duplicateKey, let key = event.text("key"), let known = try sequence(ofKey: key) else { throw error }
      (place, refusal) = (known, error)
    }
    while let reversal = try reversal(of: place) {
      let key = BookWriter.anew(place)
      var copy = event
      copy["key"] = .text(key)
      if let next = try sequence(ofKey: key) {
        outcome.reversed.append((place, reversal))
        (outcome.key, refusal, place) = (key, nil, next)
        do throws(Diagnostic) { outcome.appended = try append(copy) } catch {
          guard error.code == .duplicateKey else { throw error }
          // Whoever wrote the file knows the key that stands in it.
          refusal = .duplicateKey(event.text("key") ?? key, of: next, at: event.position(of: "key"))
        }
        continue
      }
      outcome.reversed.append((place, reversal))
      guard try isWanted(place, reversal) else {
        outcome.isLeft = true
        break
      }
      outcome.key = key
      outcome.appended = try append(copy)
      outcome.isCopy = true
      return outcome
    }
    if let refusal { throw refusal }
    return outcome
  }

  /// The key of the copy of an event that was reversed.
  private static func anew(_ sequence: Int64) -> String { "anew-\(sequence)" }
}
