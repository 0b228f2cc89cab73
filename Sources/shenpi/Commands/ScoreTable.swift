internal import BudgetPerformance
internal import JSONDocument
internal import ShenpiMessages

/// A score sheet as a table for people: every line with the rule that gave it and what still needs a person.
enum ScoreTable {
    /// The fact `score` of a case; `rows` are the indicator rows that it is about.
    static func print(_ score: JSONValue, rows: [JSONValue] = [], session: Session) {
        print(score["lines"]?.array ?? [], rows: rows, to: session.output)
        let messages = session.messages
        let total = score["total"].pointsText
        let grade = messages.grade(score["grade"].plainText)
        session.output.line(
            "\(messages("column.total")): \(total.isEmpty ? "–" : total)"
                + "    \(messages("column.grade")): \(grade.isEmpty ? "–" : grade)")
    }

    static func print(_ lines: [JSONValue], rows: [JSONValue] = [], showsPrinted: Bool = false, to output: Output) {
        let messages = output.messages
        var table = TableView(
            [
                .init(title: messages("column.row"), isNumber: true),
                .init(title: messages("column.indicator"), limit: 32, whenNarrow: .wraps),
                .init(title: messages("column.target"), limit: 20), .init(title: messages("column.actual"), limit: 20),
                .init(title: messages("column.weight"), isNumber: true),
            ]
                + (showsPrinted ? [.init(title: messages("column.printed"), isNumber: true)] : [])
                + [
                    .init(title: messages("column.score"), isNumber: true), .init(title: messages("column.rule")),
                    .init(title: messages("column.note"), limit: 60, whenNarrow: .wraps),
                ])
        for line in lines {
            let isFunds = line["row"]?.string == "funds"
            let needsPerson = line["needsPerson"]?.bool == true && line["judged"].isMissing
            var notes = (line["reasons"]?.array ?? []).map { reason in
                messages("score.reason." + reason["code"].plainText, values(reason["values"]))
            }
            // What has not been filled in cannot be judged yet: the reason says so.
            if needsPerson, line["rule"].plainText != "no-actual" { notes.insert(messages("needs-person"), at: 0) }
            let score = needsPerson && line["score"].isMissing ? "" : (line["score"] ?? line["computed"]).pointsText
            let number = line["row"]?.int ?? 0
            let row = rows.indices.contains(number - 1) ? rows[number - 1] : line
            var cells = [
                isFunds ? messages("funds") : line["row"].plainText, line["name"].plainText,
                isFunds ? "" : row["target"].plainText, isFunds ? "" : row["actual"].plainText,
                line["weight"].plainText,
            ]
            if showsPrinted { cells.append(line["printed"].plainText) }
            cells += [
                score.isEmpty ? line["computed"].pointsText : score, messages("score.rule." + line["rule"].plainText),
                notes.joined(separator: messages.language("；", "; ")),
            ]
            table.add(cells, needsPerson ? [cells.count - 1: .yellow, cells.count - 2: .yellow] : [:])
        }
        table.print(to: output)
    }

    private static func values(_ value: JSONValue?) -> [String: String] {
        var result: [String: String] = [:]
        for (key, value) in value?.object ?? JSONObject() { result[key] = Optional(value).plainText }
        return result
    }
}

extension JSONValue? {
    var isMissing: Bool { self.map(\.isNull) ?? true }
}
