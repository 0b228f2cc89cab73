import Foundation
import Synchronization

/// One process: its streams go to files, so that no pipe can fill up, and its end is waited for with a limit.
final class Run: Sendable {
    private struct State {
        var status: Int32?
        var waiting: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())
    private let folder: URL
    private let command: String
    /// The number of the process.
    let identifier: Int32

    init(_ program: String, _ arguments: [String], environment: [String: String], input: Data? = nil) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("shenpi-run-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        command = ([URL(fileURLWithPath: program).lastPathComponent] + arguments).joined(separator: " ")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.environment = environment
        let given = folder.appendingPathComponent("in")
        try (input ?? Data()).write(to: given)
        process.standardInput = try FileHandle(forReadingFrom: given)
        process.standardOutput = try Run.file(folder.appendingPathComponent("out"))
        process.standardError = try Run.file(folder.appendingPathComponent("err"))
        let ended = Ended()
        process.terminationHandler = { process in
            let signal = process.terminationReason == .uncaughtSignal
            ended.tell(signal ? 128 + process.terminationStatus : process.terminationStatus)
        }
        // Foundation reads the list of open files while it starts a process, which is no work for two threads at once.
        try Run.starting.withLock { _ in try process.run() }
        identifier = process.processIdentifier
        ended.listen { [self] status in
            let waiting = state.withLock { state in
                state.status = status
                defer { state.waiting = nil }
                return state.waiting
            }
            waiting?.resume()
        }
    }

    private static let starting = Mutex(())

    /// Whether the process has not ended yet.
    var isRunning: Bool { state.withLock { $0.status == nil } }

    /// Ends the process as `kill -9` does.
    func kill() { if isRunning { Foundation.kill(identifier, SIGKILL) } }

    /// Waits for the end.
    func outcome(seconds: Double) async throws -> Program.Outcome {
        defer { try? FileManager.default.removeItem(at: folder) }
        let limit = Task {
            try await Task.sleep(for: .seconds(seconds))
            kill()
            return true
        }
        await withCheckedContinuation { continuation in
            let isOver = state.withLock { state in
                if state.status == nil { state.waiting = continuation }
                return state.status != nil
            }
            if isOver { continuation.resume() }
        }
        limit.cancel()
        if (try? await limit.value) == true { throw Program.TimedOut(command: command, seconds: seconds) }
        return Program.Outcome(
            command: command, status: state.withLock { $0.status } ?? -1, output: text("out"), remarks: text("err"))
    }

    private func text(_ name: String) -> String {
        String(decoding: (try? Data(contentsOf: folder.appendingPathComponent(name))) ?? Data(), as: UTF8.self)
    }

    private static func file(_ url: URL) throws -> FileHandle {
        try Data().write(to: url)
        return try FileHandle(forWritingTo: url)
    }
}

/// Hands the end of a process over, whichever comes first: the end or whoever wants to know.
private final class Ended: Sendable {
    private struct State {
        var status: Int32?
        var listener: (@Sendable (Int32) -> Void)?
    }

    private let state = Mutex(State())

    func tell(_ status: Int32) {
        state.withLock { state in
            state.status = status
            return state.listener
        }?(status)
    }

    func listen(_ listener: @escaping @Sendable (Int32) -> Void) {
        let known = state.withLock { state in
            state.listener = listener
            return state.status
        }
        if let known { listener(known) }
    }
}
