internal import Foundation
internal import ShenpiMessages
internal import Synchronization

/// Tells how far a long work has come: one line on standard error, rewritten on a terminal, silent for the first two seconds.
final class ProgressLine: Sendable {
    private struct State {
        var lastShown: ContinuousClock.Instant?
    }

    private let what: String
    private let total: Int?
    private let started = ContinuousClock.now
    private let isTerminal = isatty(STDERR_FILENO) == 1
    private let state = Mutex(State())

    init(_ messages: Messages, _ code: String, total: Int? = nil) {
        what = messages(code)
        self.total = total
    }

    /// So much is done.
    func show(_ done: Int) {
        let now = ContinuousClock.now
        let elapsed = started.duration(to: now)
        guard elapsed > .seconds(2) else { return }
        let pause: Duration = isTerminal ? .milliseconds(200) : .seconds(10)
        let isDue = state.withLock { state in
            if let last = state.lastShown, last.duration(to: now) < pause { return false }
            state.lastShown = now
            return true
        }
        guard isDue else { return }
        let seconds = max(0.001, Double(elapsed.components.seconds))
        let rate = Int(Double(done) / seconds)
        let text = "\(what) \(done)\(total.map { "/\($0)" } ?? "")  \(rate)/s"
        let line = isTerminal ? "\r\u{1B}[K" + text : text + "\n"
        FileHandle.standardError.write(Data(line.utf8))
    }

    /// The work has ended: the line is wiped.
    func end() {
        let wasShown = state.withLock { $0.lastShown != nil }
        if wasShown, isTerminal { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
    }
}
