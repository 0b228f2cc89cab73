internal import Workflow
internal import ShenpiMessages
internal import ArgumentParser
internal import Foundation
internal import JSONDocument
internal import StandardPlugins
internal import WorkflowPlugin

/// Lists the plugins that workflow files can use.
struct PluginCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "plugin", abstract: abstract("plugin"), subcommands: [PluginListCommand.self])
    }

    struct PluginListCommand: AsyncParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(commandName: "list", abstract: abstract("plugin.list"))
        }

        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let (settings, output, _) = await Session.bare(options)
            let registry = try StandardPlugins.registry(logger: NoticeLog.logger(folder: settings.folder))
            let messages = output.messages
            var table = TableView([
                .init(title: messages("column.name")), .init(title: messages("column.kind")),
                .init(title: messages("column.version")), .init(title: messages("column.summary"), limit: 90),
            ])
            for entry in registry.entries {
                let summary = entry.descriptor.summary
                table.add([
                    entry.descriptor.name, messages("plugin." + entry.capability.rawValue), entry.descriptor.version,
                    messages.language(summary.chinese, summary.english),
                ])
            }
            table.print(to: output)
            output.json(
                .array(
                    registry.entries.map { entry in
                        let summary = entry.descriptor.summary
                        return [
                            "name": .string(entry.descriptor.name), "kind": .string(entry.capability.rawValue),
                            "version": .string(entry.descriptor.version),
                            "summary": .string(messages.language(summary.chinese, summary.english)),
                            "settings": entry.defaults,
                        ]
                    }))
        }
    }
}
