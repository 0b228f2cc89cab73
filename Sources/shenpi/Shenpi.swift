internal import ArgumentParser
internal import Foundation
internal import ShenpiMessages
internal import Workflow

/// The command line: parses and prints; everything else is done by `ShenpiApplication` and the engine.
@main
struct Shenpi: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "shenpi", abstract: abstract("root"), discussion: abstract("root.discussion"),
            version: Session.version,
            subcommands: [
                InitCommand.self, ImportCommand.self, ListCommand.self, ShowCommand.self, HistoryCommand.self,
                InboxCommand.self, ActionsCommand.self, ActCommand.self, EvaluateCommand.self, YearEndCommand.self,
                FormsCommand.self, WorkflowCommand.self, PluginCommand.self, AuditCommand.self, DoctorCommand.self,
                RunCommand.self, UnitCommand.self, UserCommand.self,
            ])
    }

    static func main() async {
        // A reader that has gone and a limit on file sizes are errors of writing, not reasons to be killed.
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        let arguments = ActionShortcuts.expand(Array(CommandLine.arguments.dropFirst()))
        if let unknown = ActionShortcuts.unknownCommand(arguments) { end(unknown, arguments) }
        if let script = CompletionScript.wanted(by: arguments) { return print(script) }
        let stores = OpenStores()
        do {
            try await OpenStores.$current.withValue(stores) { try await perform(arguments) }
            stores.close()
        } catch let failure as CommandFailure {
            stores.close()
            end(failure, arguments)
        } catch {
            stores.close()
            end(usage: error, arguments)
        }
    }

    private static func perform(_ arguments: [String]) async throws {
        var command = try parseAsRoot(arguments)
        if var asynchronous = command as? any AsyncParsableCommand {
            try await asynchronous.run()
        } else {
            try command.run()
        }
    }

    /// Help goes to standard output; a wrong command line is told in the user's language, with exit code 64.
    private static func end(usage error: any Error, _ arguments: [String]) -> Never {
        let code = exitCode(for: error)
        if code == .failure {
            let messages = Messages(Settings.languageForHelp(arguments))
            let text = messages("unexpected", ["reason": "\(type(of: error))"])
            end(CommandFailure(exit: .software, text: text, code: "unexpected"), arguments)
        }
        guard code == .validationFailure else { exit(withError: error) }
        let messages = Messages(Settings.languageForHelp(CommandLine.arguments))
        let text = UsageWording(messages).text(fullMessage(for: error))
        FileHandle.standardError.write(Data((Output.visible(text) + "\n").utf8))
        Foundation.exit(ExitCode.validationFailure.rawValue)
    }

    private static func end(_ failure: CommandFailure, _ arguments: [String]) -> Never {
        if !failure.text.isEmpty {
            let text = Output.visible(failure.text)
            FileHandle.standardError.write(Data((text + "\n").utf8))
        }
        Foundation.exit(failure.exit.rawValue)
    }
}

/// `shenpi declare CASE` is `shenpi act declare CASE`: the actions of the shipped workflow, and any other word that is no command.
enum ActionShortcuts {
    static func expand(_ arguments: [String]) -> [String] {
        guard let first = arguments.first, !first.hasPrefix("-") else { return arguments }
        guard !commands.contains(first), actions.contains(first) else { return arguments }
        return ["act"] + arguments
    }

    /// What to say of a first word that is neither a command nor an action.
    static func unknownCommand(_ arguments: [String]) -> CommandFailure? {
        guard let first = arguments.first, !first.hasPrefix("-"), !commands.contains(first) else { return nil }
        let messages = Messages(Settings.languageForHelp(CommandLine.arguments))
        let near = NearMiss.nearest(to: first, in: commands.union(actions).sorted()) ?? ""
        let text = messages("usage.unknown-command", ["command": first, "near": near])
        return CommandFailure(exit: .usage, text: text, code: "usage.unknown-command")
    }

    /// The commands that are always there.
    static let commands = Set(
        Shenpi.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"])

    /// The actions that are commands of their own: those of the workflow files at hand.
    static let actions: Set<String> = {
        let folder = Settings.folderAtHand(CommandLine.arguments)
        let known = try? Data(contentsOf: URL(fileURLWithPath: folder + "/" + ActionNames.fileName))
        return ActionNames.shipped.union(ActionNames.read(known))
    }()
}
