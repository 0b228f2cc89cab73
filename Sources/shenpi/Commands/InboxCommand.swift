internal import ArgumentParser
internal import JSONDocument
internal import ShenpiMessages
internal import Workflow
internal import WorkflowEngine
internal import WorkflowStore

/// Shows what waits for the actor.
struct InboxCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "inbox", abstract: abstract("inbox"))
    }

    @Option(name: .long, help: help("limit")) var limit = 100
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard (1...1_000_000).contains(limit) else { throw ValidationError("--limit: 1…1000000") }
    }

    func run() async throws {
        let session = try await Session.open(options, writes: false)
        let entries = try await session.asking { () async throws(EngineError) in
            try await session.engine.inbox(of: session.actor.user, limit: limit)
        }
        let columns = try await session.listedColumns()
        let messages = session.messages
        var table = TableView(
            [.init(title: messages("column.due")), .init(title: messages("column.case"))]
                + columns.map(\.column) + [.init(title: messages("column.waiting"), limit: 40, whenNarrow: .wraps)])
        let now = session.engine.now()
        for entry in entries {
            let assignment = entry.assignment
            let isLate = assignment.due.map { $0.at <= now } ?? false
            table.add(
                [AssignmentWords.due(assignment.due, session) ?? "–", entry.case.id.rawValue]
                    + columns.map { entry.case.fields[$0.path].plainText }
                    + [AssignmentWords.what(assignment, session)],
                isLate ? [0: .red] : [:])
        }
        table.print(to: session.output)
        if !entries.isEmpty { session.output.say("clerk.summary", ["count": String(entries.count)]) }
        if entries.count == limit { session.output.say("list.more") }
        session.output.json(
            .array(
                entries.map { entry in
                    var object = CaseJSON.summary(entry.case).object ?? JSONObject()
                    object["assignment"] = CaseJSON.encoded(entry.assignment)
                    return .object(object)
                }))
    }
}
