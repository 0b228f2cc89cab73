public import Logging
internal import Workflow
public import WorkflowPlugin

/// Writes one line to the log for every notice: who did what to which case, and nothing of what a document says.
public struct LogNotifier: Notifier, ConfigurablePlugin {
    /// Name, version and purpose.
    public static let descriptor = PluginDescriptor(
        name: "log", version: "1.0.0",
        summary: LocalizedText(chinese: "把通知写入日志，一条一行", english: "writes each notice to the log, one line each"))

    /// At the level `info`.
    public static var defaultConfiguration: LogNotifierConfiguration { LogNotifierConfiguration() }

    private let level: Logger.Level
    private let logger: Logger

    /// A notifier that writes to the process's own log under the label `shenpi.notices`.
    public init(configuration: LogNotifierConfiguration) throws {
        try self.init(configuration: configuration, logger: Logger(label: "shenpi.notices"))
    }

    /// A notifier that writes to this log; throws ``ConfigurationError`` for a level that does not exist.
    public init(configuration: LogNotifierConfiguration, logger: Logger) throws {
        guard let level = Logger.Level(rawValue: configuration.level) else {
            let known = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
            throw ConfigurationError(
                setting: "level",
                reason: LocalizedText(chinese: "没有这个级别，可用：\(known)", english: "there is no such level; known: \(known)")
            )
        }
        self.level = level
        self.logger = logger
    }

    /// Writes the line. The same notice may come twice: its id is the same.
    public func deliver(_ notice: Notice) async throws {
        let event = notice.event
        var metadata: Logger.Metadata = [
            "notice": "\(notice.id)", "attempt": "\(notice.attempt)", "case": "\(event.case)",
            "event": "\(event.kind.rawValue)", "to": "\(event.to)", "actor": "\(event.actor.user)",
        ]
        if let action = event.action { metadata["action"] = "\(action)" }
        if let from = event.from { metadata["from"] = "\(from)" }
        logger.log(level: level, "notice", metadata: metadata)
    }
}

/// The settings of ``LogNotifier``.
public struct LogNotifierConfiguration: Codable, Sendable, Hashable {
    /// `trace`, `debug`, `info`, `notice`, `warning`, `error` or `critical`; `info` by default.
    public var level: String

    /// The default, unless another is given.
    public init(level: String = "info") {
        self.level = level
    }
}
