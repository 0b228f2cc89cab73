internal import ArgumentParser

/// Completion scripts for shells: what the argument parser makes, and in bash the workflow's actions beside the commands.
enum CompletionScript {
    /// The script that a command line asks for; `nil` where it asks for something else.
    static func wanted(by arguments: [String]) -> String? {
        let option = "--generate-completion-script"
        guard arguments == [option, "bash"] || arguments == [option + "=bash"] else { return nil }
        let commands = Shenpi.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
        return bash(Shenpi.completionScript(for: .bash), commands: commands, actions: ActionShortcuts.actions.sorted())
    }

    /// `shenpi declare …` is completed as `shenpi act declare …` is: the action is the first word of `act`.
    static func bash(_ script: String, commands: [String], actions: [String]) -> String {
        let branch = "    \(commands.joined(separator: "|")))\n"
        let words = "compgen -W '\(commands.joined(separator: " "))'"
        guard !actions.isEmpty, script.contains(branch), script.contains(words) else { return script }
        let added = """
                \(actions.joined(separator: "|")))
                    unparsed_words=("${subcommand}" "${unparsed_words[@]}")
                    _shenpi_act
                    ;;

            """
        return script.replacing(branch, with: added + branch, maxReplacements: 1)
            .replacing(
                words, with: "compgen -W '\((commands + actions).joined(separator: " "))'", maxReplacements: 1)
    }
}
