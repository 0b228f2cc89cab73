internal import ArgumentParser
internal import ShenpiMessages

/// Help texts in the user's language.
func help(_ key: String) -> ArgumentHelp {
    ArgumentHelp(stringLiteral: Messages(Settings.languageForHelp(CommandLine.arguments))("help." + key))
}

/// A command's own description in the user's language.
func abstract(_ key: String) -> String {
    Messages(Settings.languageForHelp(CommandLine.arguments))("help." + key)
}

/// What every command understands.
struct GlobalOptions: ParsableArguments {
    @Option(name: .long, help: help("data"), completion: .directory) var data: String?
    @Option(name: .long, help: help("lang")) var lang: String?
    @Option(name: .customLong("as"), help: help("as")) var actingAs: String?
    @Option(name: .long, help: help("format")) var format: Output.Format = .table
    @Option(name: .long, help: help("wait")) var wait: Double?

    func validate() throws {
        if let lang, Language(name: lang) == nil { throw ValidationError("--lang: zh | en") }
        if let wait, !(wait >= 0 && wait <= 3600) { throw ValidationError("--wait: 0…3600") }
    }
}

/// What every command that writes understands besides.
struct WritingOptions: ParsableArguments {
    @Flag(name: .customLong("dry-run"), help: help("dry-run")) var isDryRun = false
}

extension Output.Format: ExpressibleByArgument {}
