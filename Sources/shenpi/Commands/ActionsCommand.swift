internal import ArgumentParser
internal import JSONDocument
internal import ShenpiApplication
internal import ShenpiMessages
internal import Workflow
internal import WorkflowEngine

/// Shows what can be done with a case now, and why not.
struct ActionsCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "actions", abstract: abstract("actions"))
    }

    @Argument(help: help("case")) var subject: String
    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let (session, id) = try await Session.open(options, for: subject)
        let views = try await session.asking { () async throws(EngineError) in
            try await session.engine.actions(on: id, as: session.actor)
        }
        let messages = session.messages
        var table = TableView([
            .init(title: messages("column.action")), .init(title: messages("column.allowed")),
            .init(title: messages("column.reason"), whenNarrow: .wraps),
        ])
        for view in views {
            let reason = view.refusal.map { session.wording.failure($0, id).text } ?? ""
            table.add(
                [
                    "\(session.title(view.action.name)) (\(view.action.name))",
                    messages(view.refusal == nil ? "yes" : "no"), reason,
                ],
                [1: view.refusal == nil ? .green : .red])
        }
        table.print(to: session.output)
        session.output.json(
            .array(
                views.map { view in
                    [
                        "action": .string(view.action.name), "allowed": .bool(view.refusal == nil),
                        "code": view.refusal.map { .string($0.code.rawValue) } ?? .null,
                        "reason": view.refusal.map { .string(session.wording.failure($0, id).text) } ?? .null,
                    ]
                }))
    }
}
