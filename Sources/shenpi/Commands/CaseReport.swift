internal import JSONDocument
internal import ShenpiMessages
internal import Workflow
internal import WorkflowEngine
internal import WorkflowPlugin

/// What became of one case of a command.
struct CaseReport {
    let name: String
    let answer: Answer?
    let failure: CommandFailure?
    let findings: [Finding]

    init(_ id: CaseID, answer: Answer) {
        name = id.rawValue
        self.answer = answer
        failure = nil
        findings = answer.findings
    }

    init(_ name: String, failure: CommandFailure, findings: [Finding] = []) {
        self.name = name
        answer = nil
        self.failure = failure
        self.findings = findings
    }

    /// Prints all reports, delivers what they put into the outbox, and ends with the exit code that fits them.
    static func print(_ reports: [CaseReport], action: String, isDryRun: Bool, _ session: Session) async throws {
        let messages = session.messages
        session.output.json(.array(reports.map { $0.json(messages) }))
        if reports.count == 1, let only = reports.first {
            printOne(only, session)
        } else {
            printAll(reports, session)
        }
        if isDryRun { session.output.say("dry-run") }
        await session.deliverNotices()
        if let exit = exit(of: reports) { throw CommandFailure.reported(exit) }
    }

    /// The worst of all; conflicts only where nothing else went wrong.
    private static func exit(of reports: [CaseReport]) -> CommandFailure.Exit? {
        let exits = reports.compactMap { $0.failure?.exit }
        let order: [CommandFailure.Exit] = [.storage, .cannotCreate, .software, .refused, .badInput, .tryAgain]
        return order.first { exits.contains($0) }
    }

    private static func printOne(_ report: CaseReport, _ session: Session) {
        let output = session.output
        if let failure = report.failure {
            if !report.findings.isEmpty, output.format == .table { FindingTable.print(report.findings, to: output) }
            output.remark("\(report.name): \(failure.text)")
            return
        }
        output.line("\(output.paint("✓", .green)) \(report.name)  \(report.words(session))")
        if !report.findings.isEmpty { FindingTable.print(report.findings, to: output) }
    }

    private static func printAll(_ reports: [CaseReport], _ session: Session) {
        let messages = session.messages
        var table = TableView([
            .init(title: messages("column.case")),
            .init(title: messages("column.result"), whenNarrow: .wraps),
        ])
        for report in reports {
            table.add([report.name, report.words(session)], [1: report.failure == nil ? .green : .red])
        }
        table.print(to: session.output)
        for report in reports where !report.findings.isEmpty {
            session.output.line()
            session.output.line(session.output.paint(report.name, .bold))
            FindingTable.print(report.findings, to: session.output)
        }
        let failed = reports.count { $0.failure != nil }
        session.output.say(
            "act.summary",
            ["total": String(reports.count), "done": String(reports.count - failed), "failed": String(failed)])
    }

    private func words(_ session: Session) -> String {
        if let failure { return failure.text }
        guard let answer else { return "" }
        if answer.isRepetition { return session.messages("repeated") }
        let action = session.title(answer.event?.action ?? "")
        if answer.event?.step != nil, answer.event?.from == answer.event?.to {
            let next = answer.assignments.map { session.title($0.label) }.joined(separator: ", ")
            return session.messages("act.signed", ["waiting": next])
        }
        return session.messages("act.done", ["action": action, "state": session.title(answer.case.state)])
    }

    private func json(_ messages: Messages) -> JSONValue {
        var object = JSONObject()
        object["case"] = .string(name)
        object["done"] = .bool(failure == nil)
        object["state"] = answer.map { .string($0.case.state) } ?? .null
        object["revision"] = answer.map { .number(.init($0.case.revision)) } ?? .null
        object["repetition"] = .bool(answer?.isRepetition ?? false)
        object["dryRun"] = .bool(answer?.isDryRun ?? false)
        object["code"] = failure.map { .string($0.code) } ?? .null
        object["exit"] = .number(.init(Int(failure?.exit.rawValue ?? 0)))
        object["message"] = failure.map { .string($0.text) } ?? .null
        object["findings"] = CaseJSON.findings(findings, messages.language)
        return .object(object)
    }
}
