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
  /// 下达.
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
    issued = sums[.issued]
    signedUnpaid = sums[.reserved] - sums[.relieved]
    paid = sums[.paidFresh] + sums[.feeFresh] - sums[.refunded]
    refunded = sums[.refunded]
    frozen = sums[.frozen] - sums[.unfrozen]
    carriedOut = sums[.carriedOut]
    lapsed = sums[.lapsed]
    let entered = sums[.issued] + sums[.movedIn] + sums[.raised] + sums[.unfrozen] + sums[.carriedIn]
    let left = sums[.movedOut] + sums[.reduced] + sums[.frozen] + sums[.carriedOut] + sums[.lapsed]
    available =
      entered - left + sums[.relieved] + sums[.refunded] - sums[.reserved] - sums[.paidFresh] - sums[.feeFresh]
  }

  /// 调整: everything between the original and the final budget.
  var adjustments: Int64 { raised - reduced + moved + carriedIn }

  /// 调整后预算.
  var final: Int64 { original + adjustments }

  /// 待分配: approved and not yet issued.
  var unissued: Int64 { original - issued }

  /// Whether nothing was ever recorded on the envelope.
  var isEmpty: Bool { final == 0 && original == 0 && paid == 0 && carriedOut == 0 && raised == 0 && issued == 0 }
}
