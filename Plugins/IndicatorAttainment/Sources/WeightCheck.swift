internal import BudgetPerformance
internal import Foundation
internal import WorkflowPlugin

/// Holds the weights of an evaluation to the form: funds and rows add up to 100, and a row marked 不适用 weighs nothing.
struct WeightCheck: Sendable {
    private let rows: [EvaluatedIndicator]
    private let funds: Decimal?

    /// A check of the form's rows together with the funds line of its sheet.
    init(_ form: SelfEvaluation, _ sheet: ScoreSheet) {
        rows = form.indicators
        funds = sheet.lines.first { $0.row == .funds }?.weight
    }

    /// What is wrong with single weights, then with their sum.
    var findings: [Finding] {
        var findings: [Finding] = []
        var sum = funds ?? 0
        var isReadable = funds != nil
        for (index, row) in rows.enumerated() {
            let weight = PlainAmount(row.weight)?.value
            if row.isNotApplicable {
                if let weight, weight != 0 { findings.append(IndicatorAttainmentMessage.notApplicableWeight(index)) }
                sum += weight ?? 0
            } else if let weight, weight >= 0 {
                sum += weight
            } else {
                isReadable = false
                findings.append(IndicatorAttainmentMessage.weight(index))
            }
        }
        if !isReadable || sum != 100 {
            findings.append(IndicatorAttainmentMessage.weights(sum: isReadable ? sum : nil))
        }
        return findings
    }
}
