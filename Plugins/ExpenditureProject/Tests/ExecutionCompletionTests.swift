internal import BudgetPerformance
internal import JSONDocument
internal import Testing
internal import WorkflowPlugin

@testable import ExpenditureProject

@Suite("Completing an execution record")
struct ExecutionCompletionTests {
    @Test(
        "Amounts become plain yuan",
        arguments: [
            ("1234567.00", "1234567.00"), ("1,234,567.00", "1234567.00"), ("1，234，567", "1234567"),
            ("１２３４.５", "1234.5"),
            ("￥1,234元", "1234"), ("人民币 1 234 元", "1234"), ("123.45万", "1234500.00"), ("123.45万元", "1234500.00"),
            ("0.00001万元", "0.10"), ("1.2亿", "120000000.00"), ("1.2345678万", "12345.678"), ("-5", "-5"), ("0", "0"),
        ])
    func plain(given: String, expected: String) {
        #expect(AmountText.yuan(given) == expected)
    }

    @Test(
        "What is no amount stays as it is, for the check to refuse",
        arguments: [
            "待定", "约3万", "1,23", "12,34.5", "1.234,56", "1.2.3", "万", "元", "3万5", "1e5", ".5", "5.",
            "1234567890123456789.00",
        ])
    func refused(given: String) throws {
        #expect(AmountText.yuan(given) == given)
        let type = try ExpenditureProject(configuration: ExpenditureProjectConfiguration())
        let value = try complete(["funds": ["total": ["executed": .string(given)]]], annual: "12.00")
        #expect(type.check(part: "execution", value: value).contains { $0.code == "expenditure-project.amount" })
    }

    @Test("One value is enough: budgets come from the declaration, fiscal funds are the total")
    func oneValue() throws {
        let value = try complete(["funds": ["total": ["executed": "35.3万"]]], annual: "36.485")
        let line: JSONValue = ["initialBudget": "364850.00", "fullYearBudget": "364850.00", "executed": "353000.00"]
        #expect(value == ["funds": ["total": line, "fiscal": line]])
    }

    @Test("A budget that is given stays, and is the full-year budget where only it is given")
    func givenBudget() throws {
        let value = try complete(["funds": ["total": ["executed": "5", "initialBudget": "10"]]], annual: "12.00")
        #expect(value["funds"]?["total"] == ["executed": "5", "initialBudget": "10", "fullYearBudget": "10"])
        let full = try complete(["funds": ["total": ["executed": "5", "fullYearBudget": "9"]]], annual: "12.00")
        #expect(
            full["funds"]?["total"] == ["executed": "5", "initialBudget": "120000.00", "fullYearBudget": "9"])
    }

    @Test("Another line given leaves the fiscal line alone")
    func otherLine() throws {
        let value = try complete(
            ["funds": ["total": ["executed": "5"], "carriedOver": ["executed": 1.5]]], annual: "12.00")
        #expect(value["funds"]?["fiscal"] == nil)
        #expect(value["funds"]?["carriedOver"] == ["initialBudget": "", "fullYearBudget": "", "executed": "1.50"])
    }

    @Test(
        "A declared amount that is no number leaves the budget blank, and the record can be stored",
        arguments: [
            "待定", "", nil,
        ] as [String?])
    func undecidedAmount(annual: String?) throws {
        let value = try complete(["funds": ["total": ["executed": "5"]]], annual: annual)
        #expect(value["funds"]?["total"] == ["initialBudget": "", "fullYearBudget": "", "executed": "5"])
        let type = try ExpenditureProject(configuration: ExpenditureProjectConfiguration())
        #expect(type.check(part: "execution", value: value).isEmpty)
    }

    @Test("Nothing given is completed too, and the check asks for the executed amount")
    func nothingGiven() throws {
        let type = try ExpenditureProject(configuration: ExpenditureProjectConfiguration())
        let value = try complete([:], annual: "12.00")
        #expect(
            type.check(part: "execution", value: value).map(\.code) == ["expenditure-project.executed-missing"])
    }

    @Test(
        "A value of another shape is left for the check",
        arguments: [
            [], "5", ["funds": 1], ["funds": ["total": 1]], ["funds": ["total": ["executed": true]]],
        ] as [JSONValue])
    func otherShape(value: JSONValue) throws {
        let type = try ExpenditureProject(configuration: ExpenditureProjectConfiguration())
        let findings = type.check(part: "execution", value: try complete(value, annual: "1"))
        #expect(findings.map(\.code) == ["expenditure-project.shape"])
    }

    @Test("A document whose declaration cannot be read does not stop the record")
    func unreadableDeclaration() throws {
        let type = try ExpenditureProject(configuration: ExpenditureProjectConfiguration())
        let value = try type.complete(
            part: "execution", value: ["funds": ["total": ["executed": "5"]]],
            document: CaseDocument(parts: ["declaration": []]))
        #expect(value["funds"]?["total"]?["executed"] == "5")
    }

    private func complete(_ value: JSONValue, annual: String?) throws -> JSONValue {
        var declaration: JSONObject = ["projectCode": "1", "indicators": []]
        if let annual { declaration["annualAmountWan"] = .string(annual) }
        let type = try ExpenditureProject(configuration: ExpenditureProjectConfiguration())
        let document = CaseDocument(parts: ["declaration": .object(declaration)])
        let once = try type.complete(part: "execution", value: value, document: document)
        #expect(try type.complete(part: "execution", value: once, document: document) == once)
        return once
    }
}
