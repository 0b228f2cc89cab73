public import BudgetPerformance
internal import JSONDocument
internal import Workflow
public import WorkflowPlugin

/// Scores the indicator rows of a self-evaluation and adds up: total and grade.
///
/// Each row by the rules of ``BudgetPerformance/IndicatorScorer``; where no rule gives a number, the score that a person entered
/// counts, held to its band. The funds line is taken over from the fact `score` of the scorer before, or scored here where there is none.
///
/// The score is complete when no line waits for a person, the weights add up to 100, and the targets are those that were approved.
/// Gives the fact `score` (``BudgetPerformance/ScoreFact``); the shipped workflow lets nobody evaluate before `score.complete`.
public struct IndicatorAttainment: Scorer, ConfigurablePlugin {
    /// Name, version and purpose.
    public static let descriptor = PluginDescriptor(
        name: "indicator-attainment", version: "1.0.0",
        summary: LocalizedText(
            chinese: "按指标完成情况计分，得出总分和等级", english: "scores the indicators and gives total and grade"))

    /// The usual policy.
    public static var defaultConfiguration: ScoringPolicy { ScoringPolicy() }

    private let policy: ScoringPolicy

    /// A scorer with this policy; throws ``ConfigurationError`` where its numbers make no sense.
    public init(configuration: ScoringPolicy) throws {
        try IndicatorAttainment.check(configuration)
        policy = configuration
    }

    /// The whole sheet, and what a person should look at, or must do.
    public func score(_ request: ScoringRequest) async throws -> ScoringAnswer {
        guard let record = try request.document.part("evaluation", as: EvaluationRecord.self) else {
            return try answer(ScoreSheet(lines: []), [IndicatorAttainmentMessage.noEvaluation])
        }
        let declaration = try request.document.part("declaration", as: Declaration.self)
        let approved = ApprovedTargets(declaration)
        let form = approved.completing(record.form)
        let known = IndicatorAttainment.funds(in: request.facts)
        let judged = judge(sheet(of: form, funds: known), record, isFundsKnown: known != nil)
        let findings =
            approved.findings(about: form) + year(form, request.case.period) + WeightCheck(form, judged.sheet).findings
            + judged.findings + RowFindings(form: form, sheet: judged.sheet, isFundsKnown: known != nil).findings
        return try answer(judged.sheet, findings, isFundsSound: isFundsSound(known, record))
    }

    /// Whether the scorer before took everything that a person entered for the funds; what it did not take, it spoke of.
    private func isFundsSound(_ known: LineScore?, _ record: EvaluationRecord) -> Bool {
        let entries = record.judgements.count { $0.row == 0 }
        guard let known, entries > 0 else { return true }
        return entries == 1 && known.judged != nil
    }

    private func sheet(of form: SelfEvaluation, funds: LineScore?) -> ScoreSheet {
        var sheet = ScoreSheet(form, policy: policy)
        if let funds, let place = sheet.lines.firstIndex(where: { $0.row == .funds }) { sheet.lines[place] = funds }
        return sheet
    }

    /// Applies what persons entered. A funds line that comes from the scorer before has its entry already.
    private func judge(
        _ sheet: ScoreSheet, _ record: EvaluationRecord, isFundsKnown: Bool
    ) -> (sheet: ScoreSheet, findings: [Finding]) {
        var entries: [(place: Int, entry: JudgedScore)] = []
        var findings: [Finding] = []
        for (place, judgement) in record.judgements.enumerated() where judgement.row != 0 || !isFundsKnown {
            let row = judgement.row == 0 ? ScoreRow.funds : .indicator(judgement.row)
            if let points = PlainAmount(judgement.score) {
                entries.append((place, JudgedScore(row: row, score: points.value, reason: judgement.reason)))
            } else {
                findings.append(IndicatorAttainmentMessage.judgementNotANumber(row, at: place))
            }
        }
        let (judged, refusals) = sheet.judged(by: entries.map(\.entry))
        for refusal in refusals {
            let places = entries.filter { $0.entry == refusal.entry }.map(\.place)
            let place = refusal.code == .duplicateRow ? places.last : places.first
            findings.append(IndicatorAttainmentMessage.refused(refusal, at: place ?? 0))
        }
        return (judged, findings)
    }

    private func year(_ form: SelfEvaluation, _ period: String) -> [Finding] {
        guard let year = form.year, let expected = Int(period), year != expected else { return [] }
        return [IndicatorAttainmentMessage.otherYear(expected: expected)]
    }

    private func answer(
        _ sheet: ScoreSheet, _ findings: [Finding], isFundsSound: Bool = true
    ) throws -> ScoringAnswer {
        let isSound = isFundsSound && !sheet.lines.isEmpty && !findings.contains { $0.severity == .error }
        let fact = try JSONValueEncoder().encode(ScoreFact(sheet, isComplete: isSound))
        return ScoringAnswer(facts: [ScoreFact.name: fact], findings: findings)
    }

    /// The funds line that an earlier scorer found; `nil` where there is none, or a fact of that name has another shape.
    private static func funds(in facts: JSONObject) -> LineScore? {
        guard let given = facts[ScoreFact.name],
            let fact = try? JSONValueDecoder().decode(ScoreFact.self, from: given)
        else { return nil }
        return fact.lines.first { $0.row == .funds }?.lineScore
    }
}
