internal import Synchronization

/// Bounds the time of a piece of work that may not listen to cancellation.
///
/// The one place where an unstructured task is started: the caller goes on when the time is up, whatever the work does.
/// What goes on behind the caller's back is counted, and a plugin that has too much of it is asked nothing more until some of
/// it has ended. Only a separate program could be killed.
struct Deadline: Sendable {
    /// The work took longer than it was given.
    struct Exceeded: Error {}
    /// Too much of this plugin's earlier work goes on beyond its time.
    struct Suspended: Error {}

    /// How many pieces of work of one plugin may go on beyond their time.
    static let patience = 3

    let limit: Duration
    let abandoned: AbandonedWork

    /// The work's answer, if it comes in time.
    ///
    /// - Parameter name: Whose work it is.
    func run<Value: Sendable>(
        for name: String, _ work: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        guard abandoned.count(of: name) < Self.patience else { throw Suspended() }
        let race = Race<Value>()
        let abandoned = abandoned
        let worker = Task {
            let result: Result<Value, any Error>
            do {
                result = .success(try await work())
            } catch {
                result = .failure(error)
            }
            if !race.finish(result) { abandoned.ended(name) }
        }
        let clock = Task {
            do { try await Task.sleep(for: limit) } catch { return }
            if race.finish(.failure(Exceeded()), first: { abandoned.began(name) }) { worker.cancel() }
        }
        defer { clock.cancel() }
        return try await withTaskCancellationHandler {
            try await race.value()
        } onCancel: {
            if race.finish(.failure(CancellationError()), first: { abandoned.began(name) }) { worker.cancel() }
        }
    }
}

/// Work that goes on beyond its time, by plugin.
final class AbandonedWork: Sendable {
    private let counts = Mutex<[String: Int]>([:])

    func count(of name: String) -> Int { counts.withLock { $0[name, default: 0] } }
    func began(_ name: String) { counts.withLock { $0[name, default: 0] += 1 } }
    func ended(_ name: String) { counts.withLock { $0[name, default: 1] -= 1 } }
}

/// The first of several results.
private final class Race<Value: Sendable>: Sendable {
    private enum State: Sendable {
        case open
        case waiting(CheckedContinuation<Value, any Error>)
        case done(Result<Value, any Error>)
    }

    private let state = Mutex(State.open)

    /// Settles the race, unless it is settled; whether it was not.
    ///
    /// - Parameter first: Done before anybody can see that the race is settled.
    @discardableResult
    func finish(_ result: Result<Value, any Error>, first: () -> Void = {}) -> Bool {
        let (isFirst, waiter) = state.withLock { state -> (Bool, CheckedContinuation<Value, any Error>?) in
            if case .done = state { return (false, nil) }
            first()
            defer { state = .done(result) }
            if case .waiting(let continuation) = state { return (true, continuation) }
            return (true, nil)
        }
        waiter?.resume(with: result)
        return isFirst
    }

    func value() async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            let known = state.withLock { state -> Result<Value, any Error>? in
                if case .done(let result) = state { return result }
                state = .waiting(continuation)
                return nil
            }
            if let known { continuation.resume(with: known) }
        }
    }
}
