internal import Foundation
internal import Logging

/// The log of a data folder: notices of the `log` notifier and what the engine has to report, a line each.
struct NoticeLog: LogHandler {
    static let fileName = "shenpi.log"

    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level = .info
    private let path: String
    private let label: String

    static func logger(folder: String) -> Logger {
        Logger(label: "shenpi") { label in NoticeLog(path: folder + "/" + fileName, label: label) }
    }

    init(path: String, label: String) {
        self.path = path
        self.label = label
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let details = metadata.merging(event.metadata ?? [:]) { $1 }.sorted { $0.key < $1.key }
            .map { "\($0.key)=\(Output.visible("\($0.value)").replacing("\n", with: " "))" }.joined(separator: " ")
        let time = Date().formatted(.iso8601)
        let line = "\(time) \(event.level) \(event.message) \(details)\n"
        let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return }
        let bytes = Array(line.utf8)
        _ = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        close(descriptor)
    }
}
