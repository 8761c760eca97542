import LedgerCore
import Portfolio

/// What one budget envelope comes to, minor units (METRICS §3, DOMAIN §7 C).
struct EnvelopeFigures {
  /// 原预算: approved, from above too.
  let original: Int64
  /// Of the original: granted from above.
  let granted: Int64
  /// 追加.
  let raised: Int64
  /// 追减.
  let reduced: Int64
  /// 调剂: moved in less moved out.
  let moved: Int64
  /// Carried in from the year before.
  let carriedIn: Int64
  /// What plain vouchers brought in from the sources of the quota book.
  let byEntry: Int64
  /// 待分配: approved and not yet issued.
  let unissued: Int64
  /// 下达: all that was made available to be spent, by whatever document: what `issue` and `budget` issued, and every adjustment,
  /// which is approved and issued at once. It is the final budget less what is unissued.
  let issued: Int64
  /// 已签约: reserved by commitments, releases taken off.
  let signedUnpaid: Int64
  /// 已支付: payments and fees, refunds taken off.
  let paid: Int64
  /// 退回: paid and come back in the year.
  let refunded: Int64
  /// 冻结.
  let frozen: Int64
  /// 结转.
  let carriedOut: Int64
  /// 收回.
  let lapsed: Int64
  /// 可执行指标 by the facts.
  let available: Int64

  init(_ sums: MeasureTotals) {
    original = sums[.approved] + sums[.approvedAbove]
    granted = sums[.approvedAbove]
    raised = sums[.raised]
    reduced = sums[.reduced]
    moved = sums[.movedIn] - sums[.movedOut]
    carriedIn = sums[.carriedIn]
    byEntry = sums[.entrySource]
    unissued = original - sums[.issued] + sums[.entryUnissued]
    signedUnpaid = sums[.reserved] - sums[.relieved] + sums[.entrySigned]
    paid = sums[.paidFresh] + sums[.feeFresh] - sums[.refunded] + sums[.entryPaid]
    refunded = sums[.refunded]
    frozen = sums[.frozen] - sums[.unfrozen] + sums[.entryFrozen]
    carriedOut = sums[.carriedOut] + sums[.entryCarriedOut]
    lapsed = sums[.lapsed] + sums[.entryLapsed]
    let entered = sums[.issued] + sums[.movedIn] + sums[.raised] + sums[.unfrozen] + sums[.carriedIn]
    let left = sums[.movedOut] + sums[.reduced] + sums[.frozen] + sums[.carriedOut] + sums[.lapsed]
    available =
      entered - left + sums[.relieved] + sums[.refunded] - sums[.reserved] - sums[.paidFresh] - sums[.feeFresh]
      + sums[.entryAvailable]
    adjustments = raised - reduced + moved + carriedIn + byEntry
    final = original + adjustments
    issued = final - unissued
    hasMovements =
      sums[.issued] != 0 || raised != 0 || reduced != 0 || paid != 0 || carriedOut != 0 || frozen != 0 || signedUnpaid != 0
      || available != 0 || lapsed != 0
  }

  /// 调整: everything between the original and the final budget.
  let adjustments: Int64
  /// 调整后预算.
  let final: Int64
  /// Whether anything came, went or stands anywhere.
  private let hasMovements: Bool

  /// Whether nothing was ever recorded on the envelope.
  var isEmpty: Bool { final == 0 && original == 0 && !hasMovements }
}
