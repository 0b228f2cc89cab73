internal import Foundation
internal import BudgetPerformance
internal import WorkflowPlugin

/// The indicators of the approved declaration, which an evaluation must not change: the expected values are those that were approved.
struct ApprovedTargets: Sendable {
    private let rows: [DeclaredIndicator]?

    /// Without a declaration there is nothing to compare with.
    init(_ declaration: Declaration?) {
        rows = declaration?.indicators
    }

    /// The form with the approved explanations, which may define the bands of a row.
    func completing(_ form: SelfEvaluation) -> SelfEvaluation {
        guard let rows, rows.count == form.indicators.count else { return form }
        var form = form
        for (index, row) in rows.enumerated() {
            form.indicators[index].explanation = row.explanation.isEmpty ? nil : row.explanation
        }
        return form
    }

    /// Rows that are not the approved ones.
    func findings(about form: SelfEvaluation) -> [Finding] {
        guard let rows else { return [] }
        guard rows.count == form.indicators.count else {
            return [IndicatorAttainmentMessage.otherRows(approved: rows.count)]
        }
        return zip(rows, form.indicators).enumerated().compactMap { index, pair in
            let (approved, row) = pair
            if !ApprovedTargets.isSame(approved.level3, row.level3) {
                return IndicatorAttainmentMessage.changed(index, member: "level3", field: "三级指标")
            }
            if !ApprovedTargets.isSame(approved.target, row.target) {
                return IndicatorAttainmentMessage.changed(index, member: "target", field: "年度指标值")
            }
            return nil
        }
    }

    /// White space inside CJK text and full-width forms carry no meaning.
    private static func isSame(_ one: String, _ other: String) -> Bool {
        folded(one) == folded(other)
    }

    private static func folded(_ text: String) -> String {
        text.precomposedStringWithCompatibilityMapping.filter { !$0.isWhitespace }
    }
}
