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
    private let process: Spawned

    /// The number of the process, and of its group.
    var identifier: Int32 { process.identifier }

    init(_ program: String, _ arguments: [String], environment: [String: String], input: Data? = nil) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("shenpi-run-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        command = ([URL(fileURLWithPath: program).lastPathComponent] + arguments).joined(separator: " ")
        let given = folder.appendingPathComponent("in")
        try (input ?? Data()).write(to: given)
        process = try Spawned(
            program, arguments, environment: environment, input: given.path,
            output: folder.appendingPathComponent("out").path, remarks: folder.appendingPathComponent("err").path)
        Thread.detachNewThread { [self] in
            let status = process.wait()
            let waiting = state.withLock { state in
                state.status = status
                defer { state.waiting = nil }
                return state.waiting
            }
            waiting?.resume()
        }
    }

    /// Whether the process has not ended yet.
    var isRunning: Bool { state.withLock { $0.status == nil } }

    /// Ends the process, and what it started, as `kill -9` does.
    func kill() { if isRunning { Foundation.kill(-identifier, SIGKILL) } }

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
}
