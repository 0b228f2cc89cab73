internal import ArgumentParser
internal import Foundation
internal import JSONDocument
internal import ShenpiMessages
internal import Workflow
internal import WorkflowEngine
internal import WorkflowStore

/// Checks, draws and publishes workflow files.
struct WorkflowCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "workflow", abstract: abstract("workflow"),
            subcommands: [CheckCommand.self, GraphCommand.self, DefinitionListCommand.self, PublishCommand.self])
    }

    struct CheckCommand: AsyncParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(commandName: "check", abstract: abstract("workflow.check"))
        }

        @Argument(help: help("workflow.file"), completion: .file(extensions: ["json"])) var file: String
        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let (settings, output, wording) = await Session.bare(options)
            let bytes = try InputFile.bytes(file, limit: 4 << 20, output.messages)
            let engine = try Session.makeEngine(InMemoryStore(), settings, forDemo: true)
            let reading = engine.check(bytes)
            let warnings = reading.problems.filter { $0.severity == .warning }
            for problem in reading.problems {
                let colour: Colour = problem.severity == .error ? .red : .yellow
                let severity = output.messages("severity." + problem.severity.rawValue)
                output.line("\(output.paint(severity, colour)) \(wording.describe(problem, file: file))")
            }
            output.say(
                reading.errors.isEmpty ? "workflow.valid" : "workflow.broken",
                ["file": file, "errors": String(reading.errors.count), "warnings": String(warnings.count)])
            output.json([
                "errors": .array(reading.errors.map { json($0, wording) }),
                "warnings": .array(warnings.map { json($0, wording) }),
            ])
            if !reading.errors.isEmpty { throw CommandFailure.reported(.refused) }
        }

        private func json(_ problem: DefinitionProblem, _ wording: Wording) -> JSONValue {
            [
                "rule": .string(problem.rule), "pointer": .string(problem.pointer.description),
                "line": problem.position.map { .number(.init($0.line)) } ?? .null,
                "column": problem.position.map { .number(.init($0.column)) } ?? .null,
                "message": .string(wording.explain(problem)),
            ]
        }
    }

    struct GraphCommand: AsyncParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(commandName: "graph", abstract: abstract("workflow.graph"))
        }

        @Argument(help: help("workflow.file"), completion: .file(extensions: ["json"])) var file: String
        @Option(name: .long, help: help("workflow.syntax")) var format: DiagramFormat = .mermaid
        @Option(name: .long, help: help("lang")) var lang: String?

        func run() async throws {
            let settings = await Settings(folder: nil, language: lang, wait: nil)
            let messages = Messages(settings.language)
            let bytes = try InputFile.bytes(file, limit: 4 << 20, messages)
            let reading = DefinitionLoader.load(bytes)
            let wording = Wording(messages: messages, folder: settings.folder)
            guard let definition = reading.definition else {
                throw wording.failure(reading.errors, file: file)
            }
            let text = WorkflowDiagram(definition, inChinese: settings.language == .chinese).text(format.value)
            print(text, terminator: "")
        }
    }

    struct DefinitionListCommand: AsyncParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(commandName: "list", abstract: abstract("workflow.list"))
        }

        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let session = try await Session.open(options, writes: false)
            let known: [DefinitionReference]
            do throws(StoreError) {
                known = try await session.engine.store.definitions()
            } catch {
                throw session.wording.failure(error)
            }
            var table = TableView([
                .init(title: session.messages("column.id")), .init(title: session.messages("column.version")),
                .init(title: "SHA-256", limit: 20),
            ])
            for reference in known { table.add([reference.id, reference.version, reference.hash]) }
            table.print(to: session.output)
            session.output.json(.array(known.map { CaseJSON.encoded($0) }))
        }
    }

    struct PublishCommand: AsyncParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(commandName: "publish", abstract: abstract("workflow.publish"))
        }

        @Argument(help: help("workflow.file"), completion: .file(extensions: ["json"])) var file: String
        @OptionGroup var options: GlobalOptions
        @OptionGroup var writing: WritingOptions

        func run() async throws {
            let session = try await Session.open(options, writes: true)
            let bytes = try InputFile.bytes(file, limit: 4 << 20, session.messages)
            let reading = session.engine.check(bytes)
            guard let definition = reading.definition else {
                throw session.wording.failure(reading.errors, file: file)
            }
            if writing.isDryRun {
                session.output.say("dry-run")
                session.output.json([
                    "id": .string(definition.id), "version": .string(definition.version), "dryRun": .bool(true),
                ])
                return
            }
            let (reference, isNew) = try await session.asking { () async throws(EngineError) in
                try await session.engine.publish(bytes, as: session.actor)
            }
            ActionNames.remember(bytes, in: session.settings.folder)
            session.output.say(
                isNew ? "workflow.published" : "workflow.known",
                ["id": definition.id, "version": definition.version])
            session.output.json([
                "id": .string(reference.id), "version": .string(reference.version), "hash": .string(reference.hash),
                "new": .bool(isNew), "dryRun": .bool(false),
            ])
        }
    }
}

/// The languages of diagrams as an option.
enum DiagramFormat: String, ExpressibleByArgument, CaseIterable {
    case mermaid, dot

    var value: WorkflowDiagram.Format {
        switch self {
        case .mermaid: .mermaid
        case .dot: .dot
        }
    }
}
