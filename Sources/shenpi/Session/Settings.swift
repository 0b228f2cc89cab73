internal import Configuration
internal import Foundation
internal import ShenpiMessages
internal import Workflow

/// Where settings come from: flags over environment (`SHENPI_…`) over the file `settings.json` of the data folder.
struct Settings: Sendable {
    /// The name of the settings file in a data folder.
    static let fileName = "settings.json"

    /// The data folder.
    let folder: String
    /// The language.
    let language: Language
    /// Seconds to wait for other processes.
    let wait: Double
    /// Whether a commit is answered only after it is on the disk (`full`), or may be lost when the power fails (`normal`).
    let durability: String
    /// Whether every user of the machine may act as anybody with `--as`. True of folders made for demos and tests.
    let allowsAssertedIdentity: Bool
    /// A wall-clock time to be taken for now, e.g. `2025-12-31T18:05`; honoured only where identities may be asserted.
    let pretendedTime: String?

    init(folder: String?, language: String?, wait: Double?) async {
        let process = ProcessInfo.processInfo.environment
        let environment = EnvironmentVariablesProvider().prefixKeys(with: "shenpi")
        let first = ConfigReader(provider: environment)
        let place = folder ?? first.string(forKey: "data") ?? Settings.standardFolder(process)
        self.folder = place
        let file = try? await FileProvider<JSONSnapshot>(
            config: ConfigReader(
                provider: InMemoryProvider(values: [
                    "filePath": .init(.string(place + "/" + Settings.fileName), isSecret: false),
                    "allowMissing": .init(.bool(true), isSecret: false),
                ])))
        var providers: [any ConfigProvider] = [environment]
        if let file { providers.append(file) }
        let reader = ConfigReader(providers: providers)
        let named = language ?? reader.string(forKey: "lang")
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { process[$0] }.first { !$0.isEmpty }
        self.language = named.flatMap { Language(name: $0) } ?? Language(locale: locale)
        self.wait = max(0, wait ?? reader.double(forKey: "wait", default: 5))
        pretendedTime = first.string(forKey: "clock").flatMap { $0.isEmpty ? nil : $0 }
        durability = reader.string(forKey: "durability", default: "full")
        // Only the folder itself may grant this: an environment is everybody's own.
        allowsAssertedIdentity =
            file.map { ConfigReader(provider: $0).bool(forKey: "allowAssertedIdentity", default: false) } ?? false
    }

    /// What time it is: the machine's clock, or, in a demo folder, the pretended time running on from the program's start.
    func clock(forDemo isDemo: Bool) throws -> @Sendable () -> Timestamp {
        guard let pretendedTime else { return { Timestamp(Date()) } }
        guard isDemo, let start = Settings.moment(pretendedTime) else {
            throw CommandFailure(
                exit: .badInput, text: Messages(language)("clock.refused", ["value": pretendedTime]),
                code: "clock.refused")
        }
        let begun = ContinuousClock.now
        return {
            let elapsed = begun.duration(to: .now).components
            return start.adding(seconds: Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18)
        }
    }

    private static func moment(_ text: String) -> Timestamp? {
        let parts = text.split(separator: "T", omittingEmptySubsequences: false).map(String.init)
        let clock = parts.count == 2 ? parts[1].split(separator: ":").map { Int($0) } : []
        guard let day = parts.first.flatMap({ CivilDate($0) }), clock.count == 2, let hour = clock[0],
            let minute = clock[1], (0..<24).contains(hour), (0..<60).contains(minute)
        else { return nil }
        return day.moment(hour: hour, minute: minute, in: TimeZone(identifier: "Asia/Shanghai") ?? .current)
    }

    /// `$XDG_DATA_HOME/shenpi`, or `~/.local/share/shenpi`.
    static func standardFolder(_ environment: [String: String]) -> String {
        if let base = environment["XDG_DATA_HOME"], base.hasPrefix("/") { return base + "/shenpi" }
        return (environment["HOME"] ?? NSHomeDirectory()) + "/.local/share/shenpi"
    }

    /// The language before anything has been parsed, for help texts.
    static func languageForHelp(_ arguments: [String]) -> Language {
        let environment = ProcessInfo.processInfo.environment
        for (index, argument) in arguments.enumerated() {
            if argument == "--lang", index + 1 < arguments.count, let found = Language(name: arguments[index + 1]) {
                return found
            }
            if argument.hasPrefix("--lang="), let found = Language(name: String(argument.dropFirst(7))) { return found }
        }
        if let found = environment["SHENPI_LANG"].flatMap({ Language(name: $0) }) { return found }
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty }
        return Language(locale: locale)
    }
}
