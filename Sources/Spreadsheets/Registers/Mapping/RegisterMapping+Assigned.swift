extension RegisterMapping {
  /// The columns of a register that it assigns, in some rows at least.
  func columns(knownBy names: HeaderNames) -> Set<String> {
    Set(
      steps.compactMap { step in
        guard case .set(let name, _) = step.action, case .column(let column) = names.target(of: HeaderName(name)) else { return nil }
        return column
      })
  }

  /// Whether it assigns a field of one event outright, `pay.note`.
  func namesFields(knownBy names: HeaderNames) -> Bool {
    steps.contains { step in
      guard case .set(let name, _) = step.action, case .field = names.target(of: HeaderName(name)) else { return false }
      return true
    }
  }
}
