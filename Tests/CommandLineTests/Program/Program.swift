import Foundation
import JSONDocument
import Testing

/// The built program, run as a user runs it.
enum Program {
    /// What a run came to.
    struct Outcome: Sendable, CustomStringConvertible {
        var command: String
        /// The exit code; for a run that ended by a signal, 128 and the signal's number.
        var status: Int32
        var output: String
        var remarks: String

        /// Both streams, for what may stand in either.
        var everything: String { output + remarks }

        var description: String {
            "$ \(command)\n(exit \(status))\n\(output.prefix(4_000))\n--- standard error\n\(remarks.prefix(4_000))"
        }

        /// What was printed, read as JSON by our own strict reader.
        func json(_ location: SourceLocation = #_sourceLocation) throws -> JSONValue {
            do {
                return try JSONReader.value(Array(output.utf8))
            } catch {
                Issue.record("no JSON (\(error)): \(self)", sourceLocation: location)
                throw error
            }
        }
    }

    /// A run that did not end in time.
    struct TimedOut: Error, CustomStringConvertible {
        var command: String
        var seconds: Double
        var description: String { "\(command): no end after \(seconds) s" }
    }

    /// `SHENPI_BINARY`, or the program beside the test bundle, where SwiftPM builds both.
    static let path: String = {
        if let given = ProcessInfo.processInfo.environment["SHENPI_BINARY"], !given.isEmpty { return given }
        var folder = URL(fileURLWithPath: CommandLine.arguments.first ?? "").standardizedFileURL
        for _ in 0..<6 {
            folder.deleteLastPathComponent()
            let program = folder.appendingPathComponent("shenpi").path
            var isFolder: ObjCBool = false
            if FileManager.default.fileExists(atPath: program, isDirectory: &isFolder), !isFolder.boolValue {
                return program
            }
        }
        return "shenpi"
    }()

    /// The package's folder.
    static let root: URL = (0..<4).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent() }

    /// The shipped sample forms.
    static let samples = root.appendingPathComponent("Workflows/samples").path

    /// An environment that owes nothing to the one in which the tests run.
    static func environment(_ added: [String: String]) -> [String: String] {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        return ["PATH": path, "HOME": NSTemporaryDirectory(), "LANG": "C.UTF-8", "SHENPI_LANG": "en"]
            .merging(added) { $1 }
    }

    /// Runs the program, at most a few at once, and waits for its end.
    static func run(
        _ arguments: [String], environment: [String: String] = [:], input: Data? = nil, seconds: Double = 60
    ) async throws -> Outcome {
        try await execute(path, arguments, environment: environment, input: input, seconds: seconds)
    }

    /// Runs a line of the shell in which `$SHENPI` is the program.
    static func shell(
        _ line: String, environment: [String: String] = [:], input: Data? = nil, seconds: Double = 60
    ) async throws -> Outcome {
        try await execute(
            "/bin/bash", ["-c", line], environment: environment.merging(["SHENPI": path]) { $1 }, input: input,
            seconds: seconds)
    }

    private static let turnstile = Turnstile(places: 4)

    private static func execute(
        _ program: String, _ arguments: [String], environment: [String: String], input: Data?, seconds: Double
    ) async throws -> Outcome {
        await turnstile.enter()
        do {
            let run = try Run(program, arguments, environment: Program.environment(environment), input: input)
            let outcome = try await run.outcome(seconds: seconds)
            await turnstile.leave()
            return outcome
        } catch {
            await turnstile.leave()
            throw error
        }
    }
}

/// Lets a few in at a time, so that time-outs mean something on a machine with two cores.
actor Turnstile {
    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(places: Int) { free = places }

    func enter() async {
        if free > 0 {
            free -= 1
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    func leave() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}
