internal import JSONDocument
internal import ShenpiMessages
internal import Workflow
internal import WorkflowPlugin

/// Cases and what belongs to them, for programs.
enum CaseJSON {
    static func summary(_ subject: Case) -> JSONValue {
        var object = JSONObject()
        object["case"] = .string(subject.id.rawValue)
        object["subject"] = .string(subject.subject)
        object["period"] = .string(subject.period)
        object["unit"] = .string(subject.unit.rawValue)
        object["workflow"] = .string(subject.definition.id)
        object["version"] = .string(subject.definition.version)
        object["state"] = .string(subject.state)
        object["final"] = .bool(subject.isFinal)
        object["revision"] = .number(.init(subject.revision))
        object["round"] = .number(.init(subject.round))
        object["fields"] = .object(
            JSONObject(subject.fields.sorted { $0.key < $1.key }.map { (key: $0.key, value: $0.value) }))
        object["total"] = subject.facts["score"]?["total"] ?? .null
        object["grade"] = subject.facts["score"]?["grade"] ?? .null
        return .object(object)
    }

    static func encoded(_ value: some Encodable) -> JSONValue {
        (try? JSONValueEncoder().encode(value)) ?? .null
    }

    static func findings(_ findings: [Finding], _ language: Language) -> JSONValue {
        .array(
            findings.map { finding in
                [
                    "code": .string(finding.code), "severity": .string(finding.severity.rawValue),
                    "pointer": .string(finding.pointer), "row": finding.row.map { .number(.init($0)) } ?? .null,
                    "field": finding.field.map { .string($0) } ?? .null,
                    "message": .string(language(finding.message.chinese, finding.message.english)),
                ]
            })
    }
}

/// Findings as a table for people.
enum FindingTable {
    static func print(_ findings: [Finding], to output: Output) {
        let messages = output.messages
        var table = TableView([
            .init(title: messages("column.severity")), .init(title: messages("column.place"), limit: 24),
            .init(title: messages("column.message"), whenNarrow: .wraps), .init(title: messages("column.code")),
        ])
        for finding in findings {
            let colour: Colour =
                switch finding.severity {
                case .error: .red
                case .warning: .yellow
                case .hint: .dim
                }
            let row = finding.row.map { messages.language("第 \($0) 行 ", "row \($0) ") } ?? ""
            table.add(
                [
                    messages("severity." + finding.severity.rawValue), row + (finding.field ?? ""),
                    messages.language(finding.message.chinese, finding.message.english), finding.code,
                ], [0: colour, 3: .dim])
        }
        table.print(to: output)
    }
}
