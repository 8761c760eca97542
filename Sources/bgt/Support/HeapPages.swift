#if os(Linux)
  import CMalloc
  import FundLedger
  import Glibc
  import Synchronization
#endif

/// How the system backs the memory of the program: in large pages, where it has them.
///
/// A report over a million facts touches a hundred megabytes once and ends; taking them in pages of 4 kB costs a tenth
/// of its time.
enum HeapPages {
  /// What the heap grows to at the first allocation, bytes; no memory is taken before it is touched.
  private static let reserved = 256 << 20
  /// What is touched ahead of a report over all facts, bytes: more than it needs would slow the work beside it.
  private static let readied = 96 << 20
  /// Bytes of one large page.
  private static let pageSize = 2 << 20

  /// Asks for large pages; where the advice is refused, nothing changes.
  static func askForLargeOnes() {
    #if os(Linux)
      // Second threads do short work: heaps of their own would lie in small pages.
      mallopt(M_ARENA_MAX, 1)
      // The largest arrays are to lie in the heap too, and what is freed is to stay for the next.
      guard mallopt(M_TOP_PAD, Int32(reserved)) == 1, mallopt(M_MMAP_MAX, 0) == 1,
        mallopt(M_TRIM_THRESHOLD, Int32.max) == 1
      else { return }
      // Larger than what is free, so that the heap grows now; touched by a call, or the compiler would leave it out.
      guard let probe = malloc(1 << 20) else { return }
      explicit_bzero(probe, 1)
      free(probe)
      if let pages { madvise(pages.baseAddress, pages.count, MADV_HUGEPAGE) }
    #endif
  }

  /// Has another core touch the pages that a report over all facts of a book will need, while this one opens it: the
  /// system clears a page when it is first touched, which takes a sixth of such a report's time and more.
  ///
  /// - Parameter path: the file of the book; a fifth of its size is touched, at most `readied`, and nothing for a small one.
  static func touchAside(forBookAt path: String) {
    #if os(Linux)
      var status = stat()
      guard stat(path, &status) == 0, status.st_size >= 64 << 20, let pages else { return }
      let count = min(readied, pages.count, Int(status.st_size) / 5) / pageSize
      let first = UInt(bitPattern: pages.baseAddress)
      ConcurrentPieces.aside {
        for number in 0..<count {
          guard let page = UnsafeMutablePointer<Atomic<Int>>(bitPattern: first + UInt(number * pageSize)) else { return }
          // Writes what stands there already, in one step: the page may be in use by now. Advice to the system that
          // does the same would hold a lock that the first thread waits for.
          _ = page.pointee.compareExchange(expected: 0, desired: 0, ordering: .relaxed)
        }
      }
    #endif
  }

  #if os(Linux)
    /// The large pages that lie whole in what the heap grew by; nil when it did not grow.
    private static var pages: UnsafeMutableRawBufferPointer? {
      guard let end = sbrk(0) else { return nil }
      let page = UInt(pageSize)
      let last = UInt(bitPattern: end) / page * page
      let first = (UInt(bitPattern: end) - UInt(reserved) + page - 1) / page * page
      guard first < last else { return nil }
      return UnsafeMutableRawBufferPointer(start: UnsafeMutableRawPointer(bitPattern: first), count: Int(last - first))
    }
  #endif
}
