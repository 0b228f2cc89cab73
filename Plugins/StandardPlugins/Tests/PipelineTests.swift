internal import BudgetPerformance
internal import Foundation
internal import JSONDocument
internal import Logging
internal import StandardPlugins
internal import Testing
internal import Workflow
internal import WorkflowPlugin

@Suite("From a declaration to a score")
struct PipelineTests {
    static let summary = CaseSummary(
        id: "440399250610100100001-2025", subject: "440399250610100100001", period: "2025", unit: "centre",
        unitName: "云澜区政务服务中心", ancestors: ["primary-budget-unit": "云澜区政务服务和数据管理局"], state: "executed")

    let registry: PluginRegistry
    let type: any DocumentType

    init() throws {
        registry = try StandardPlugins.registry(logger: Logger(label: "test"))
        type = try registry.documentType("expenditure-project").plugin
    }

    @Test("Declared, executed, pre-filled, filled in: the score is complete")
    func whole() async throws {
        var record = try prefilled()
        var answer = try await score(record)
        #expect(answer.fact.complete == false && answer.fact.total == nil)
        #expect(
            answer.codes == ["indicator-attainment.actual-missing", "indicator-attainment.actual-missing"])
        record.form.indicators[0].actual = "9台"
        record.form.indicators[0].deviationReason = "一台返厂"
        record.form.indicators[1].actual = "达成"
        answer = try await score(record)
        #expect(answer.codes == ["indicator-attainment.qualitative"] && answer.fact.complete == false)
        record.judgements = [EvaluationRecord.Judgement(row: 2, score: "28", reason: "窗口等候时间缩短")]
        answer = try await score(record)
        // 10 × 98 % + 60 × 9 ÷ 10 + 28
        #expect(answer.codes == [] && answer.fact.complete && answer.fact.total == "91.8")
        #expect(answer.fact.grade == .excellent)
        #expect(answer.fact.lines.map(\.row) == [.funds, .indicator(1), .indicator(2), .indicator(3)])
        #expect(answer.fact.lines.map(\.score) == ["9.8", "54", "28", "0"])
        #expect(answer.fact.lines[2].judged?.reason == "窗口等候时间缩短")
    }

    @Test("The second scorer gives the same without the first")
    func alone() async throws {
        var record = try prefilled()
        record.form.indicators[0].actual = "10台"
        record.form.indicators[1].actual = "达成"
        record.judgements = [EvaluationRecord.Judgement(row: 2, score: "30")]
        let together = try await score(record)
        let alone = try await score(record, with: ["indicator-attainment"])
        #expect(together.fact == alone.fact && together.codes == alone.codes)
        #expect(together.fact.total == "99.8")
    }

    @Test("A fact of that name in another shape is not taken for the funds")
    func strangeFact() async throws {
        let use = PluginUse(name: "indicator-attainment", configuration: [:], pointer: "")
        let request = ScoringRequest(
            case: Self.summary, action: "evaluate", document: try document(try prefilled()), facts: ["score": "9.8"])
        let answer = try await registry.scorer(use).plugin.score(request)
        let fact = try JSONValueDecoder().decode(ScoreFact.self, from: try #require(answer.facts["score"]))
        #expect(fact.lines.first?.row == .funds && fact.lines.first?.score == "9.8")
    }

    @Test("A person's score of the funds is said once, by the scorer of the funds")
    func fundsJudgedOnce() async throws {
        var record = try prefilled()
        record.form.funds.total.fullYearBudget = "0"
        record.judgements = [EvaluationRecord.Judgement(row: 0, score: "11", reason: "资金调剂")]
        let answer = try await score(record)
        #expect(answer.codes.filter { $0.contains("judgement") } == ["budget-execution.judgement.out-of-band"])
    }

    @Test("A score that a person entered for computed funds keeps the whole from being complete")
    func computedFundsJudged() async throws {
        var record = try prefilled()
        record.form.indicators[0].actual = "10台"
        record.form.indicators[1].actual = "达成"
        record.judgements = [EvaluationRecord.Judgement(row: 2, score: "30")]
        #expect(try await score(record).fact.complete)
        record.judgements.append(EvaluationRecord.Judgement(row: 0, score: "10", reason: "努力"))
        let answer = try await score(record)
        #expect(answer.codes == ["budget-execution.judgement.computed-row"] && !answer.fact.complete)
        #expect(answer.fact.total == nil && answer.fact.grade == nil)
    }

    @Test(
        "The real evaluations come to their printed totals where a person enters the printed score of the rows that need one",
        .enabled(if: SharedForms.isThere, "\(SharedForms.absence)"))
    func realEvaluations() async throws {
        let forms = try SharedForms.forms("self-evaluations-")
        #expect(forms.count == 3)
        for value in forms {
            var record = try JSONValueDecoder().decode(EvaluationRecord.self, from: value)
            let open = try await score(record, declaration: nil).fact.lines.filter { $0.needsPerson }
            record.judgements = open.compactMap { line in
                guard case .indicator(let row) = line.row else { return nil }
                let score = record.form.indicators[row - 1].score
                return EvaluationRecord.Judgement(row: row, score: score, reason: "按表中得分")
            }
            let answer = try await score(record, declaration: nil)
            let printed = try #require(record.form.totalScore?.decimal)
            let total = answer.fact.total.flatMap { PrintedNumber($0).decimal }
            #expect(total == printed, "\(record.form.projectName ?? ""): \(answer.findings)")
        }
    }

    private struct Scored {
        var fact: ScoreFact
        var findings: [Finding]
        var codes: [String] { findings.map(\.code) }
    }

    /// Asks the scorers in their order, as the engine does.
    private func score(
        _ record: EvaluationRecord, declaration: JSONValue? = Self.declaration,
        with names: [String] = ["budget-execution", "indicator-attainment"]
    ) async throws -> Scored {
        var facts = JSONObject()
        var findings: [Finding] = []
        let document = try document(record, declaration: declaration)
        for name in names {
            let use = PluginUse(name: name, configuration: [:], pointer: "")
            let request = ScoringRequest(case: Self.summary, action: "evaluate", document: document, facts: facts)
            let answer = try await registry.scorer(use).plugin.score(request)
            for (name, value) in answer.facts { facts[name] = value }
            findings += answer.findings.filter { $0.code != "indicator-attainment.year" }
        }
        let fact = try JSONValueDecoder().decode(ScoreFact.self, from: try #require(facts["score"]))
        return Scored(fact: fact, findings: findings)
    }

    private func document(
        _ record: EvaluationRecord, declaration: JSONValue? = Self.declaration
    ) throws -> CaseDocument {
        var parts = ["evaluation": try JSONValueEncoder().encode(record)]
        if let declaration { parts["declaration"] = declaration }
        return CaseDocument(parts: parts)
    }

    private func prefilled() throws -> EvaluationRecord {
        var document = CaseDocument(parts: ["declaration": Self.declaration])
        let execution = try type.complete(
            part: "execution", value: ["funds": ["total": ["executed": "11.76万"]]], document: document)
        #expect(type.check(part: "execution", value: execution).isEmpty)
        document = document.replacing(["execution": execution])
        let parts = try type.prefill(task: "self-evaluation", document: document, subject: Self.summary)
        return try JSONValueDecoder().decode(EvaluationRecord.self, from: try #require(parts["evaluation"]))
    }

    private static let declaration: JSONValue = [
        "projectCode": "440399250610100100001", "projectName": "窗口设备维护", "annualAmountWan": "12.00",
        "indicators": [
            [
                "level1": "产出指标", "level2": "数量指标", "required": true, "level3": "窗口设备数", "target": "≥10台",
                "explanation": "反映设备数量",
            ],
            [
                "level1": "效益指标", "level2": "社会效益指标", "required": true, "level3": "提升办事效率", "target": "显著",
                "explanation": "反映办事效率",
            ],
            [
                "level1": "满意度指标", "level2": "服务对象满意度指标", "required": true, "level3": "不适用", "target": "不适用",
                "explanation": "不适用",
            ],
        ],
    ]
}
