internal import WorkflowStore
internal import ArgumentParser
internal import Foundation
internal import JSONDocument
internal import ShenpiApplication
internal import ShenpiMessages
internal import Workflow
internal import WorkflowEngine
internal import WorkflowPlugin

/// Shows one case.
struct ShowCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "show", abstract: abstract("show"))
    }

    @Argument(help: help("case")) var subject: String
    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let (session, id) = try await Session.open(options, for: subject)
        let stored = try await session.asking { () async throws(EngineError) in try await session.engine.storedCase(id)
        }
        let document = try await session.asking { () async throws(EngineError) in
            try await session.engine.document(of: stored.value)
        }
        let definition = try await session.asking { () async throws(EngineError) in
            try await session.engine.definition(stored.value.definition)
        }
        let organisation = try await session.asking { () async throws(EngineError) in
            try await session.engine.organisation()
        }.value
        let assignments = definition.assignments(of: stored.value, in: organisation)
        session.output.json(json(stored.value, document, assignments))
        try await header(stored.value, assignments, organisation, session)
        declaration(document, session)
        results(stored.value, rows: document.parts["evaluation"]?["indicators"]?.array ?? [], session)
    }

    private func json(_ subject: Case, _ document: CaseDocument, _ assignments: [Assignment]) -> JSONValue {
        guard var object = CaseJSON.summary(subject).object else { return .null }
        object["document"] = .object(
            JSONObject(document.parts.sorted { $0.key < $1.key }.map { (key: $0.key, value: $0.value) }))
        object["facts"] = .object(subject.facts)
        object["approval"] = subject.approval.map { CaseJSON.encoded($0) } ?? .null
        object["tasks"] = CaseJSON.encoded(subject.tasks)
        object["assignments"] = CaseJSON.encoded(assignments)
        return .object(object)
    }

    private func header(
        _ subject: Case, _ assignments: [Assignment], _ organisation: Organisation, _ session: Session
    ) async throws {
        let messages = session.messages
        let output = session.output
        output.line(
            output.paint("\(subject.id)  \(subject.fields["document.declaration.projectName"].plainText)", .bold))
        let unit = organisation.units[subject.unit]?.name ?? subject.unit.rawValue
        output.line(
            "\(messages("column.unit")): \(unit)    \(messages("column.state")): \(session.title(subject.state))"
                + "    \(messages("column.revision")): \(subject.revision)")
        for column in try await session.listedColumns().dropFirst() {
            output.line("\(column.title): \(subject.fields[column.path].plainText)")
        }
        for assignment in assignments {
            output.line("\(messages("column.waiting")): \(AssignmentWords.text(assignment, organisation, session))")
        }
        output.line()
    }

    private func declaration(_ document: CaseDocument, _ session: Session) {
        guard let part = document.parts["evaluation"] ?? document.parts["declaration"] else { return }
        let messages = session.messages
        let known = ["projectCode", "projectName", "applicantUnit", "title", "templateNote"]
        for (key, _) in FieldNames.labels where !known.contains(key) {
            guard let value = document.parts["declaration"]?[key] else { continue }
            let text = value.string ?? value.number?.text ?? value.bool.map { messages($0 ? "true" : "false") } ?? ""
            guard !text.isEmpty else { continue }
            let shown = CellWidth.cut(text.replacing("\n", with: " "), to: 160)
            session.output.line("\(FieldNames.title(key, messages.language)): \(Output.visible(shown))")
        }
        if let completion = document.parts["evaluation"]?["actualCompletion"]?.string, !completion.isEmpty {
            let shown = CellWidth.cut(completion.replacing("\n", with: " "), to: 160)
            session.output.line("\(FieldNames.title("actualCompletion", messages.language)): \(Output.visible(shown))")
        }
        FormTable.funds((document.parts["evaluation"] ?? document.parts["execution"])?["funds"], session.output)
        let isEvaluation = document.parts["evaluation"] != nil
        var table = TableView(
            [
                .init(title: messages("column.row"), isNumber: true),
                .init(title: messages("column.level2"), limit: 20),
                .init(title: messages("column.level3"), limit: 40), .init(title: messages("column.target"), limit: 24),
            ]
                + (isEvaluation
                    ? [
                        .init(title: messages("column.actual"), limit: 24),
                        .init(title: messages("column.weight"), isNumber: true),
                        .init(title: messages("column.score"), isNumber: true),
                    ] : [.init(title: messages("column.explanation"), limit: 40)]))
        for (index, row) in (part["indicators"]?.array ?? []).enumerated() {
            let ending = isEvaluation ? ["actual", "weight", "score"] : ["explanation"]
            table.add(
                [String(index + 1)] + (["level2", "level3", "target"] + ending).map { row[$0].plainText })
        }
        table.print(to: session.output)
        session.output.line()
    }

    private func results(_ subject: Case, rows: [JSONValue], _ session: Session) {
        let output = session.output
        let findings = (subject.facts["findings"]?.array ?? []).compactMap {
            try? JSONValueDecoder().decode(Finding.self, from: $0)
        }
        if !findings.isEmpty {
            output.line(output.paint(session.messages("show.findings"), .bold))
            FindingTable.print(findings, to: output)
            output.line()
        }
        if let score = subject.facts["score"] {
            output.line(output.paint(session.messages("show.score"), .bold))
            ScoreTable.print(score, rows: rows, session: session)
        }
    }
}

/// What is waited for, in words.
enum AssignmentWords {
    static func text(_ assignment: Assignment, _ organisation: Organisation, _ session: Session) -> String {
        let messages = session.messages
        var text = what(assignment, session)
        let role = session.roleTitle(assignment.role)
        let unit = assignment.unit.map { organisation.units[$0]?.name ?? $0.rawValue }
        let who = assignment.user.map { organisation.people[$0]?.name ?? $0.rawValue }
        text += messages.language("，", ", ") + (who ?? [unit, role].compactMap { $0 }.joined(separator: " "))
        return text + due(assignment.due, session).map { messages.language("，期限 ", ", due ") + $0 }.orEmpty
    }

    /// The step, the task, or the actions that lead on.
    static func what(_ assignment: Assignment, _ session: Session) -> String {
        var label = session.title(assignment.label)
        if assignment.kind == .turn, let turn = session.wording.names.turns[assignment.label] {
            label = session.messages.language(turn.chinese, turn.english)
        }
        return session.messages("assignment." + assignment.kind.rawValue, ["label": label])
    }

    static func due(_ due: DueDate?, _ session: Session) -> String? {
        guard let due else { return nil }
        let messages = session.messages
        var text = due.day.description
        if due.isProvisional { text += messages("provisional") }
        if due.at <= session.engine.now() { text += messages.language("，", ", ") + messages("overdue") }
        return text
    }
}

extension String? {
    fileprivate var orEmpty: String { self ?? "" }
}
