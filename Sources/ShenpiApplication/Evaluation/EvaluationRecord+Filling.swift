internal import BudgetPerformance
internal import JSONDocument

extension EvaluationRecord {
    /// Writes what a clerk fills in into the table.
    mutating func fill(_ input: EvaluationInput) throws(ApplicationError) {
        let count = form.indicators.count
        func index(_ row: Int, _ text: String) throws(ApplicationError) -> Int {
            guard (1...max(count, 1)).contains(row), row <= count else {
                throw .input(code: "input.bad-row", values: ["input": "\(row)=\(text)", "count": String(count)])
            }
            return row - 1
        }
        for (row, text) in input.actuals.sorted(by: { $0.key < $1.key }) {
            form.indicators[try index(row, text)].actual = text
        }
        for (row, text) in input.weights.sorted(by: { $0.key < $1.key }) {
            form.indicators[try index(row, text)].weight = PrintedNumber(text)
        }
        for (row, text) in input.reasons.sorted(by: { $0.key < $1.key }) where row != 0 {
            form.indicators[try index(row, text)].deviationReason = text
        }
        for (row, text) in input.scores.sorted(by: { $0.key < $1.key }) {
            if row != 0 { _ = try index(row, text) }
            guard PrintedNumber(text).decimal != nil else {
                throw .input(code: "input.bad-row", values: ["input": "\(row)=\(text)", "count": String(count)])
            }
            judgements.removeAll { $0.row == row }
            judgements.append(Judgement(row: row, score: PrintedNumber(text), reason: input.reasons[row] ?? ""))
        }
        for (row, text) in input.reasons {
            guard let place = judgements.firstIndex(where: { $0.row == row }) else { continue }
            judgements[place].reason = text
        }
        judgements.sort { $0.row < $1.row }
        if let words = input.actualCompletion { form.actualCompletion = words }
        if !input.weights.isEmpty { form.totalWeight = nil }
    }

    /// Takes the scores of a complete sheet into the table, as it is published.
    mutating func take(scores sheet: JSONValue) {
        for line in sheet["lines"]?.array ?? [] {
            guard let score = line["score"]?.string ?? line["computed"]?.string else { continue }
            if let row = line["row"]?.int, form.indicators.indices.contains(row - 1) {
                form.indicators[row - 1].score = PrintedNumber(score)
            } else if line["row"]?.string == "funds" {
                form.funds.score = PrintedNumber(score)
            }
        }
        if let total = sheet["total"]?.string { form.totalScore = PrintedNumber(total) }
        form.totalWeight = "100"
    }
}
