internal import Foundation
internal import Logging
internal import Synchronization
internal import Testing
internal import Workflow
internal import WorkflowPlugin
internal import WorkflowPluginTesting

@testable import LogNotifier

@Suite("LogNotifier")
struct LogNotifierTests {
    private let lines = Lines()

    @Test("The plugin keeps the laws of its seam")
    func laws() async throws {
        let logger = logger()
        try await NotifierConformance<LogNotifier> { try LogNotifier(configuration: $0, logger: logger) }.check()
    }

    @Test("One notice is one line with notice, case, action, states and actor")
    func oneLine() async throws {
        try await LogNotifier(configuration: LogNotifierConfiguration(), logger: logger()).deliver(notice)
        let line = try #require(lines.all.first)
        #expect(lines.all.count == 1 && line.level == .info)
        #expect(
            line.metadata == [
                "notice": "P-2025/3/0", "attempt": "2", "case": "P-2025", "event": "acted", "action": "return",
                "from": "declared", "to": "draft", "actor": "chen",
            ])
    }

    @Test("Neither the project's name nor the comment is written")
    func noContent() async throws {
        try await LogNotifier(configuration: LogNotifierConfiguration(), logger: logger()).deliver(notice)
        let text = lines.all.map { "\($0.message) \($0.metadata)" }.joined()
        #expect(!text.contains("信访") && !text.contains("补充"))
    }

    @Test("The level is a setting", arguments: Logger.Level.allCases)
    func level(_ level: Logger.Level) async throws {
        let configuration = LogNotifierConfiguration(level: level.rawValue)
        try await LogNotifier(configuration: configuration, logger: logger()).deliver(notice)
        #expect(lines.all.map(\.level) == [level])
    }

    @Test("A level that does not exist is refused by name")
    func unknownLevel() throws {
        let error = try #require(throws: ConfigurationError.self) {
            try LogNotifier(configuration: LogNotifierConfiguration(level: "loud"))
        }
        #expect(error.setting == "level" && error.reason.english.contains("warning"))
    }

    private var notice: Notice {
        var event = CaseEvent(
            case: "P-2025", revision: 3, kind: .acted, at: Timestamp(milliseconds: 0),
            actor: ActorRecord(user: "chen", identity: .osUser, client: "test"), command: "c",
            definition: DefinitionReference(id: "w", version: "1", hash: ""), to: "draft")
        event.action = "return"
        event.from = "declared"
        event.comment = "请补充测算依据"
        return Notice(id: "P-2025/3/0", attempt: 2, event: event, title: "信访事务")
    }

    private func logger() -> Logger {
        let lines = lines
        var logger = Logger(label: "test") { _ in LineHandler(lines: lines) }
        logger.logLevel = .trace
        return logger
    }
}

/// What was logged.
private final class Lines: Sendable {
    struct Line: Sendable {
        var level: Logger.Level
        var message: String
        var metadata: [String: String]
    }

    private let kept = Mutex<[Line]>([])

    var all: [Line] { kept.withLock { $0 } }

    func append(_ line: Line) { kept.withLock { $0.append(line) } }
}

private struct LineHandler: LogHandler {
    let lines: Lines
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let metadata = (event.metadata ?? [:]).mapValues { "\($0)" }
        lines.append(Lines.Line(level: event.level, message: "\(event.message)", metadata: metadata))
    }
}
