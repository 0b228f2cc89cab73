internal import BudgetPerformance
internal import JSONDocument
internal import Testing
internal import Workflow
internal import WorkflowPlugin

@testable import ExpenditureProject

@Suite("Pre-filling the self-evaluation")
struct PrefillTests {
    private let declaration: JSONValue = [
        "projectCode": "440399250610100100001", "projectName": "窗口设备维护", "annualAmountWan": "12.00",
        "annualGoal": "设备完好",
        "indicators": [
            [
                "level1": "产出指标", "level2": "数量指标", "required": true, "level3": "窗口设备数", "target": "≥12台",
                "explanation": "反映设备数量",
            ],
            [
                "level1": "效益指标", "level2": "经济效益指标", "required": false, "level3": "不适用", "target": "不适用",
                "explanation": "不适用",
            ],
        ],
    ]
    private let execution: JSONValue = [
        "funds": ["total": ["initialBudget": "120000.00", "fullYearBudget": "120000.00", "executed": "118000.00"]]
    ]

    @Test("Targets, weights, money, year and units are filled in; what the unit has to say is blank")
    func filled() throws {
        let parts = try prefill(["declaration": declaration, "execution": execution])
        #expect(Array(parts.keys) == ["evaluation"])
        let value = try #require(parts["evaluation"])
        let form = try JSONValueDecoder().decode(EvaluationRecord.self, from: value).form
        #expect(form.year == 2025 && form.projectName == "窗口设备维护" && form.expectedGoal == "设备完好")
        #expect(form.implementingUnit == "云澜区政务服务中心" && form.primaryBudgetUnit == "云澜区政务服务和数据管理局")
        #expect(form.funds.total.executed == "118000.00" && form.funds.weight == "10")
        #expect(form.indicators.map(\.weight) == ["90", "0"])
        #expect(form.indicators.map(\.target) == ["≥12台", "不适用"])
        #expect(form.indicators.allSatisfy { $0.actual == "" && $0.score == "" })
        let type = try ExpenditureProject(configuration: ExpenditureProjectConfiguration())
        #expect(type.check(part: "evaluation", value: value).isEmpty)
    }

    @Test("An evaluation that the unit has begun stays as it is")
    func begun() throws {
        let own: JSONValue = [
            "funds": ["total": ["initialBudget": "", "fullYearBudget": "", "executed": ""]], "indicators": [],
        ]
        #expect(try prefill(["declaration": declaration, "execution": execution, "evaluation": own]).isEmpty)
    }

    @Test("A document that is not that far says what is missing")
    func missing() throws {
        #expect(throws: PrefillError.partMissing("declaration")) { try prefill([:]) }
        #expect(throws: PrefillError.partMissing("execution")) { try prefill(["declaration": declaration]) }
        #expect(throws: PrefillError.periodIsNoYear) {
            try prefill(["declaration": declaration, "execution": execution], period: "2025-Q1")
        }
    }

    private func prefill(_ parts: [String: JSONValue], period: String = "2025") throws -> [String: JSONValue] {
        let type = try ExpenditureProject(configuration: ExpenditureProjectConfiguration())
        let summary = CaseSummary(
            id: "440399250610100100001-2025", subject: "440399250610100100001", period: period, unit: "centre",
            unitName: "云澜区政务服务中心", ancestors: ["primary-budget-unit": "云澜区政务服务和数据管理局"], state: "executed")
        return try type.prefill(task: "self-evaluation", document: CaseDocument(parts: parts), subject: summary)
    }
}
