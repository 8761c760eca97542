import Glibc

/// A program that is run and waited for, never longer than a while, and that goes when we are told to go.
struct ChildProcess {
  /// How a run came to its end.
  enum Outcome: Equatable {
    /// By itself, with an exit code, or 128 and the signal that ended it.
    case ended(Int32)
    /// It took too long and was stopped.
    case timedOut
    /// A signal told us to end; it was stopped.
    case interrupted(Int32)
    /// The system did not start it; the error number.
    case notStarted(Int32)
  }

  private let path: String
  private let arguments, environment: [String]
  /// The file that takes what it says.
  private let log: String
  /// How long it may run, seconds.
  var secondsMax = 60

  /// How often is looked whether it has ended, nanoseconds.
  private static let pause = 20_000_000
  private static let signals = [SIGINT, SIGTERM, SIGHUP]

  /// A program with its arguments and all of its environment; nothing is run yet.
  init(_ path: String, _ arguments: [String], environment: [String], log: String) {
    self.path = path
    self.arguments = arguments
    self.environment = environment
    self.log = log
  }

  /// Runs it to its end. It reads nothing, and everything that it started is stopped with it.
  func run() -> Outcome {
    var caught = sigset_t()
    var before = sigset_t()
    sigemptyset(&caught)
    for signal in ChildProcess.signals { sigaddset(&caught, signal) }
    pthread_sigmask(SIG_BLOCK, &caught, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    var child: pid_t = 0
    let status = start(&child)
    if status != 0 { return .notStarted(status) }
    defer { kill(-child, SIGKILL) }
    return wait(for: child, &caught)
  }

  /// Starts the program in a group of its own, so that all of it can be stopped at once.
  private func start(_ child: inout pid_t) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, log, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    var none = sigset_t()
    sigemptyset(&none)
    var usual = sigset_t()
    sigemptyset(&usual)
    sigaddset(&usual, SIGPIPE)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &usual)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { word in strdup(word) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = environment.map { variable in strdup(variable) } + [nil]
    defer { for pointer in words + variables { free(pointer) } }
    return posix_spawn(&child, path, &actions, &attributes, &words, &variables)
  }

  /// Waits until it has ended, was too slow, or we are told to end.
  private func wait(for child: pid_t, _ caught: inout sigset_t) -> Outcome {
    var rest = secondsMax * (1_000_000_000 / ChildProcess.pause)
    var status: Int32 = 0
    while true {
      let ended = waitpid(child, &status, WNOHANG)
      if ended == child || (ended < 0 && errno != EINTR) {
        let signal = status & 0x7F
        return .ended(signal == 0 ? (status >> 8) & 0xFF : 128 + signal)
      }
      var pause = timespec(tv_sec: 0, tv_nsec: ChildProcess.pause)
      let signal = sigtimedwait(&caught, nil, &pause)
      rest -= 1
      if signal <= 0 && rest > 0 { continue }
      kill(-child, SIGKILL)
      waitpid(child, &status, 0)
      return signal > 0 ? .interrupted(signal) : .timedOut
    }
  }
}
