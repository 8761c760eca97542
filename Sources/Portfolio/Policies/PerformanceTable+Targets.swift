extension PerformanceTable {
  /// The indicators of the table, and after them what the books set targets for and the table does not have: a target
  /// that was set is judged, whatever the table says.
  ///
  /// - Parameter targets: those of the year and programme, in order of recording.
  public func indicators(with targets: [PerformanceTarget]) -> [Indicator] {
    var all = indicators
    for target in targets where !all.contains(where: { $0.metric == target.metric }) {
      all.append(
        Indicator(
          chinese: ("其他指标", "账簿所设目标"), english: ("Other", "Set in the books"), metric: target.metric, weight: 0, target: nil))
    }
    return all
  }
}
