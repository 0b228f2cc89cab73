public import BudgetPerformance
internal import Foundation
internal import JSONDocument
internal import Workflow
public import WorkflowPlugin

/// Scores 项目资金 of a self-evaluation: weight × 执行率, the rate rounded as the form prints it.
///
/// Where there is no rate (budget 0, amounts that cannot be read), the score that a person entered for line 0 counts, if it is a
/// valid one. Gives the fact `score` with this one line (``BudgetPerformance/ScoreFact``); `indicator-attainment` goes on from it.
public struct BudgetExecution: Scorer, ConfigurablePlugin {
    /// Name, version and purpose.
    public static let descriptor = PluginDescriptor(
        name: "budget-execution", version: "1.0.0",
        summary: LocalizedText(chinese: "按预算执行率计算资金得分", english: "scores the execution of the budget"))

    /// The usual policy: 10 points, the rate as a percentage with two decimals.
    public static var defaultConfiguration: ScoringPolicy { ScoringPolicy() }

    private let policy: ScoringPolicy

    /// A scorer with this policy; throws ``ConfigurationError`` for a weight outside of 0 to 100.
    public init(configuration: ScoringPolicy) throws {
        guard (0...100).contains(configuration.fundsWeight) else {
            throw ConfigurationError(
                setting: "fundsWeight",
                reason: LocalizedText(chinese: "应在 0 到 100 之间", english: "must be between 0 and 100"))
        }
        policy = configuration
    }

    /// The funds line, and what a person should look at.
    public func score(_ request: ScoringRequest) async throws -> ScoringAnswer {
        guard let record = try request.document.part("evaluation", as: EvaluationRecord.self) else {
            return try answer(ScoreSheet(lines: []), [BudgetExecutionMessage.noEvaluation])
        }
        let execution = try request.document.part("execution", as: ExecutionRecord.self)
        let line = FundsScorer(policy: policy).score(record.form.funds, printedIn: record.form.executionRateUnit)
        var findings: [Finding] = []
        if let weight = line.weight, weight != Decimal(policy.fundsWeight) {
            findings.append(BudgetExecutionMessage.weight(expected: policy.fundsWeight))
        }
        if let execution, BudgetExecution.differ(record.form.funds, execution.funds) {
            findings.append(BudgetExecutionMessage.fundsDiffer)
        }
        let judged = judge(ScoreSheet(lines: [line], grades: policy.grades), record)
        findings += judged.findings + judged.sheet.lines.flatMap { BudgetExecutionMessage.findings(about: $0) }
        return try answer(judged.sheet, findings)
    }

    /// Applies what a person entered for line 0; entries for rows are the business of `indicator-attainment`.
    private func judge(_ sheet: ScoreSheet, _ record: EvaluationRecord) -> (sheet: ScoreSheet, findings: [Finding]) {
        var entries: [(place: Int, entry: JudgedScore)] = []
        var findings: [Finding] = []
        for (place, judgement) in record.judgements.enumerated() where judgement.row == 0 {
            if let points = PlainAmount(judgement.score) {
                entries.append((place, JudgedScore(row: .funds, score: points.value, reason: judgement.reason)))
            } else {
                findings.append(BudgetExecutionMessage.judgementNotANumber(at: place))
            }
        }
        let (judged, refusals) = sheet.judged(by: entries.map(\.entry))
        for refusal in refusals {
            let places = entries.filter { $0.entry == refusal.entry }.map(\.place)
            let place = refusal.code == .duplicateRow ? places.last : places.first
            findings.append(BudgetExecutionMessage.refused(refusal, at: place ?? 0))
        }
        return (judged, findings)
    }

    private func answer(_ sheet: ScoreSheet, _ findings: [Finding]) throws -> ScoringAnswer {
        let fact = try JSONValueEncoder().encode(ScoreFact(sheet, isComplete: false))
        return ScoringAnswer(facts: [ScoreFact.name: fact], findings: findings)
    }

    /// Whether the total line of the evaluation says something else than the execution record.
    private static func differ(_ form: FundsTable, _ record: FundsTable) -> Bool {
        [\FundsTable.Line.initialBudget, \.fullYearBudget, \.executed].contains { cell in
            let (mine, theirs) = (form.total[keyPath: cell], record.total[keyPath: cell])
            return mine.decimal != theirs.decimal
        }
    }
}
