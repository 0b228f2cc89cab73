internal import Synchronization

/// Bounds the time of a piece of work that may not listen to cancellation.
///
/// The one place where an unstructured task is started: the caller goes on when the time is up, whatever the work does.
struct Deadline: Sendable {
    /// The work took longer than it was given.
    struct Exceeded: Error {}

    let limit: Duration

    /// The work's answer, if it comes in time.
    func run<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value) async throws -> Value {
        let race = Race<Value>()
        let worker = Task {
            do {
                race.finish(.success(try await work()))
            } catch {
                race.finish(.failure(error))
            }
        }
        let clock = Task {
            try? await Task.sleep(for: limit)
            race.finish(.failure(Exceeded()))
            worker.cancel()
        }
        defer { clock.cancel() }
        return try await withTaskCancellationHandler {
            try await race.value()
        } onCancel: {
            worker.cancel()
            race.finish(.failure(CancellationError()))
        }
    }
}

/// The first of several results.
private final class Race<Value: Sendable>: Sendable {
    private enum State: Sendable {
        case open
        case waiting(CheckedContinuation<Value, any Error>)
        case done(Result<Value, any Error>)
    }

    private let state = Mutex(State.open)

    func finish(_ result: Result<Value, any Error>) {
        let waiter = state.withLock { state -> CheckedContinuation<Value, any Error>? in
            switch state {
            case .open:
                state = .done(result)
                return nil
            case .waiting(let continuation):
                state = .done(result)
                return continuation
            case .done: return nil
            }
        }
        waiter?.resume(with: result)
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
