internal import BudgetPerformance

/// The year of an evaluation that prints none, from the dates in its texts.
enum InferredYear {
    /// Fills in the year, marked as inferred, where none is printed and the texts name one.
    static func fill(_ form: inout SelfEvaluation) {
        guard form.year == nil, let year = year(in: form) else { return }
        form.year = year
        form.yearSource = .inferred
    }

    /// The year of which the texts speak most often.
    private static func year(in form: SelfEvaluation) -> Int? {
        var counts: [Int: Int] = [:]
        let goals = [form.projectName, form.expectedGoal, form.actualCompletion].compactMap { $0 }
        let rows = form.indicators.flatMap { [$0.level3, $0.target, $0.actual, $0.deviationReason ?? ""] }
        for text in goals + rows {
            let scalars = Array(text.unicodeScalars)
            for index in scalars.indices.dropFirst(4) where scalars[index] == "年" {
                let digits = scalars[(index - 4)..<index]
                guard digits.allSatisfy(CellContent.isDigit), index < 5 || !CellContent.isDigit(scalars[index - 5]),
                    let year = Int(String(String.UnicodeScalarView(digits))), (2000...2099).contains(year)
                else { continue }
                counts[year, default: 0] += 1
            }
        }
        return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
    }
}
