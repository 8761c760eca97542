import LedgerCore

extension Register {
  /// What happens on a day when an envelope is exceeded at a moment: the narrowest control counts, of those the latest;
  /// it is refused when nothing was said.
  public func controlMode(of envelope: Envelope, at moment: ControlMoment, on day: Day) -> ControlMode {
    var found: (mode: ControlMode, control: Control)?
    for control in controls where control.from <= day && control.covers(envelope) {
      guard let mode = control.mode(at: moment) else { continue }
      if let other = found?.control, (control.narrowness, control.from) < (other.narrowness, other.from) { continue }
      found = (mode, control)
    }
    return found?.mode ?? .stop
  }

  /// Enters a control; it never takes an earlier one away.
  func declare(_ control: Control) { controls.append(control) }
}
