#if os(Linux)
  import CMalloc
  import Glibc
#endif

/// How the system backs the memory of the program: in large pages, where it has them.
///
/// A report over a million facts touches a hundred megabytes once and ends; taking them in pages of 4 kB costs a tenth
/// of its time.
enum HeapPages {
  /// What the heap grows to at the first allocation, bytes; no memory is taken before it is touched.
  private static let reserved = 192 << 20

  /// Asks for large pages; where the advice is refused, nothing changes.
  static func askForLargeOnes() {
    #if os(Linux)
      // Second threads do short work: heaps of their own would lie in small pages.
      mallopt(M_ARENA_MAX, 1)
      // Arrays are to lie in the heap too, as far as the library allows it, and what is freed is to stay for the next.
      guard mallopt(M_TOP_PAD, Int32(reserved)) == 1, mallopt(M_MMAP_THRESHOLD, 32 << 20) == 1,
        mallopt(M_TRIM_THRESHOLD, Int32.max) == 1
      else { return }
      // Larger than what is free, so that the heap grows now; touched by a call, or the compiler would leave it out.
      guard let probe = malloc(1 << 20) else { return }
      explicit_bzero(probe, 1)
      free(probe)
      guard let end = sbrk(0) else { return }
      let page = UInt(2 << 20)
      let last = UInt(bitPattern: end) / page * page
      let first = (UInt(bitPattern: end) - UInt(reserved) + page - 1) / page * page
      if first < last { madvise(UnsafeMutableRawPointer(bitPattern: first), Int(last - first), MADV_HUGEPAGE) }
    #endif
  }
}
