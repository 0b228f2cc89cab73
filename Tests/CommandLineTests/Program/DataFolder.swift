import Foundation
import JSONDocument
import Testing

/// A data folder of its own for a test, removed with it.
final class DataFolder: Sendable {
    enum Language: String, Sendable, CaseIterable { case zh, en }

    let path: String

    /// Where this run of the tests keeps its folders; removed when it ends, with the templates that live until then.
    private static let scratch: URL = {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("shenpi-tests-\(getpid())")
        atexit {
            let name = "shenpi-tests-\(getpid())"
            try? FileManager.default.removeItem(at: FileManager.default.temporaryDirectory.appendingPathComponent(name))
        }
        return folder
    }()

    /// A folder that does not exist yet, inside one that does.
    init() throws {
        let parent = Self.scratch.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
        path = parent.appendingPathComponent("data").path
    }

    /// A copy of a prepared folder.
    init(_ template: Template) async throws {
        let parent = Self.scratch.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
        path = parent.appendingPathComponent("data").path
        try FileManager.default.copyItem(atPath: try await template.path, toPath: path)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: (path as NSString).deletingLastPathComponent)
    }

    /// A file beside the data, for input.
    func file(_ name: String, _ bytes: Data) throws -> String {
        let place = (path as NSString).deletingLastPathComponent + "/" + name
        try bytes.write(to: URL(fileURLWithPath: place))
        return place
    }

    func file(_ name: String, _ text: String) throws -> String { try file(name, Data(text.utf8)) }

    func environment(_ language: Language, clock: String?, _ added: [String: String] = [:]) -> [String: String] {
        var environment = ["SHENPI_DATA": path, "SHENPI_LANG": language.rawValue]
        if let clock { environment["SHENPI_CLOCK"] = clock }
        return environment.merging(added) { $1 }
    }

    /// Runs the program over this folder, as somebody.
    @discardableResult
    func run(
        _ arguments: String..., as user: String? = nil, language: Language = .en, clock: String? = Clock.spring,
        input: String? = nil, seconds: Double = 60, with added: [String: String] = [:]
    ) async throws -> Program.Outcome {
        try await Program.run(
            arguments + (user.map { ["--as", $0] } ?? []), environment: environment(language, clock: clock, added),
            input: input.map { Data($0.utf8) }, seconds: seconds)
    }

    /// Runs the program, which must succeed.
    @discardableResult
    func done(
        _ arguments: String..., as user: String? = nil, language: Language = .en, clock: String? = Clock.spring,
        location: SourceLocation = #_sourceLocation
    ) async throws -> Program.Outcome {
        let outcome = try await Program.run(
            arguments + (user.map { ["--as", $0] } ?? []), environment: environment(language, clock: clock))
        try #require(outcome.status == 0, "\(outcome)", sourceLocation: location)
        return outcome
    }

    /// Runs the program with `--format json`, which must succeed.
    func json(
        _ arguments: String..., as user: String? = nil, language: Language = .en, clock: String? = Clock.spring,
        location: SourceLocation = #_sourceLocation
    ) async throws -> JSONValue {
        let outcome = try await Program.run(
            arguments + ["--format", "json"] + (user.map { ["--as", $0] } ?? []),
            environment: environment(language, clock: clock))
        try #require(outcome.status == 0, "\(outcome)", sourceLocation: location)
        return try outcome.json(location)
    }

    /// Everything that the store holds, as far as a user can see it: the cases and the verdict on every event.
    func contents(location: SourceLocation = #_sourceLocation) async throws -> [JSONValue] {
        let audit = try await json("audit", "verify", location: location)
        #expect(audit["valid"]?.bool == true, sourceLocation: location)
        return [audit, try await json("list", "--limit", "100000", location: location)]
    }

    /// Holds the store to be the same before and after.
    func unchanged<Value>(
        location: SourceLocation = #_sourceLocation, by work: () async throws -> Value
    ) async throws -> Value {
        let before = try await contents(location: location)
        let value = try await work()
        let after = try await contents(location: location)
        #expect(before == after, "the store was changed", sourceLocation: location)
        return value
    }

    /// The state of a case.
    func state(_ name: String) async throws -> String? { try await json("show", name)["state"]?.string }
}

/// Pretended moments.
enum Clock {
    static let spring = "2025-03-03T09:00"
    static let yearEnd = "2025-12-31T18:05"
}
