internal import ArgumentParser
internal import JSONDocument
internal import ShenpiApplication
internal import ShenpiMessages
internal import Workflow
internal import WorkflowEngine
internal import WorkflowPlugin
internal import WorkflowStore

/// Lists cases.
struct ListCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "list", abstract: abstract("list"))
    }

    @Option(name: .long, help: help("list.state")) var state: [String] = []
    @Option(name: .long, help: help("list.year")) var year: Int?
    @Option(name: .long, help: help("list.unit")) var unit: String?
    @Option(name: .long, help: help("limit")) var limit = 1000
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard (1...1_000_000).contains(limit) else { throw ValidationError("--limit: 1…1000000") }
    }

    func run() async throws {
        let session = try await Session.open(options, writes: false)
        try await checkStates(session)
        var units: Set<UnitID>?
        if let unit { units = [try await session.unit(unit).id] }
        let query = CaseQuery(
            period: year.map(String.init), states: state.isEmpty ? nil : state, units: units, limit: limit)
        let found = try await session.doing { () async throws(ApplicationError) in
            try await session.application.cases(query)
        }
        let columns = try await session.listedColumns()
        let messages = session.messages
        let showsScores = found.contains { $0.value.facts["score"]?["total"] != nil }
        var table = TableView(
            [.init(title: messages("column.case"))]
                + columns.map(\.column) + [.init(title: messages("column.state"))]
                + (showsScores
                    ? [.init(title: messages("column.total"), isNumber: true), .init(title: messages("column.grade"))]
                    : []))
        for stored in found {
            let subject = stored.value
            var cells = [subject.id.rawValue] + columns.map { subject.fields[$0.path].plainText }
            cells.append(session.title(subject.state))
            if showsScores {
                cells += [
                    (subject.facts["score"]?["total"]).pointsText,
                    messages.grade(subject.facts["score"]?["grade"].plainText ?? ""),
                ]
            }
            table.add(cells, subject.isFinal ? [columns.count + 1: .green] : [:])
        }
        table.print(to: session.output)
        if found.count == limit { session.output.say("list.more") }
        session.output.json(.array(found.map { CaseJSON.summary($0.value) }))
    }

    private func checkStates(_ session: Session) async throws {
        guard !state.isEmpty else { return }
        let known = try await session.asking { () async throws(EngineError) in
            var names: Set<String> = []
            for reference in try await session.engine.workflows() {
                names.formUnion(try await session.engine.definition(reference).states.map(\.name))
            }
            return names
        }
        if let wrong = state.first(where: { !known.contains($0) }) {
            throw CommandFailure(
                exit: .badInput,
                text: session.messages(
                    "input.no-such-state",
                    [
                        "state": wrong, "known": known.sorted().joined(separator: ", "),
                        "near": NearMiss.nearest(to: wrong, in: known.sorted()) ?? "",
                    ]),
                code: "input.no-such-state")
        }
    }
}

extension Session {
    /// A unit by its ID or full name.
    func unit(_ text: String) async throws -> OrganisationUnit {
        let organisation = try await asking { () async throws(EngineError) in try await engine.organisation() }.value
        guard let unit = organisation.unit(named: text) else {
            throw wording.failure(EngineError.organisation(.unknownUnit(UnitID(text))))
        }
        return unit
    }

    /// A column that lists show.
    struct ListedColumn {
        var path: String
        var title: String
        var isAmount: Bool
        /// Whether it is the one by which people call a case.
        var isName: Bool

        /// How it stands in a table.
        var column: TableView.Column {
            .init(title: title, isNumber: isAmount, limit: 30, whenNarrow: isName ? .wraps : .leftOut)
        }
    }

    /// The columns that the document types want to be listed.
    func listedColumns() async throws -> [ListedColumn] {
        var columns: [ListedColumn] = []
        try await asking { () async throws(EngineError) in
            for reference in try await engine.workflows() {
                for field in try await engine.documentType(of: reference).listedFields
                where !columns.contains(where: { $0.path == field.path }) {
                    let title = messages.language(field.title.chinese, field.title.english)
                    columns.append(
                        ListedColumn(
                            path: field.path, title: title, isAmount: field.isAmount, isName: columns.isEmpty))
                }
            }
        }
        return columns
    }

    /// The title of a state, action, step or task; its name where there is none.
    func title(_ name: String) -> String { text(wording.names.titles[name]) ?? name }

    /// The title of a role; its name where there is none.
    func roleTitle(_ name: String) -> String { text(wording.names.roles[name]) ?? name }

    /// The title of a part of the document; its name where there is none.
    func partTitle(_ name: String) -> String { text(wording.names.parts[name]) ?? name }

    private func text(_ title: LocalizedText?) -> String? {
        title.map { messages.language($0.chinese, $0.english) }
    }
}

extension JSONValue? {
    /// Points as tables print them: with two decimals.
    var pointsText: String {
        let text = plainText
        guard !text.isEmpty else { return "" }
        let decimals = text.split(separator: ".", maxSplits: 1).dropFirst().first.map(\.count) ?? 0
        if decimals >= 2 { return text }
        return text + (decimals == 0 ? "." : "") + String(repeating: "0", count: 2 - decimals)
    }

    /// A value as it stands in a table.
    var plainText: String {
        guard let value = self else { return "" }
        return value.string ?? value.number?.text ?? value.bool.map { $0 ? "✓" : "–" } ?? ""
    }
}
