internal import BudgetPerformance
internal import JSONDocument
internal import Testing
internal import Workflow
internal import WorkflowPlugin
internal import WorkflowPluginTesting

@testable import ExpenditureProject

@Suite("ExpenditureProject")
struct ExpenditureProjectTests {
    let type: ExpenditureProject

    init() throws { type = try ExpenditureProject(configuration: ExpenditureProjectConfiguration()) }

    @Test("The plugin keeps the laws of its seam, its examples included")
    func laws() async throws { try await DocumentTypeConformance<ExpenditureProject>().check() }

    @Test("A case is called by the project's name, which comes first among the listed values")
    func title() {
        #expect(type.listedFields.first?.path == "document.declaration.projectName")
    }

    @Test(
        "Both names of an input lead to the same amount",
        arguments: [
            ("executed", "全年执行数", "/funds/total/executed"), ("fullYearBudget", "全年预算数", "/funds/total/fullYearBudget"),
            ("initialBudget", "年初预算数", "/funds/total/initialBudget"),
            ("fiscalExecuted", "财政拨款全年执行数", "/funds/fiscal/executed"),
            ("carriedOverFullYearBudget", "上年结转全年预算数", "/funds/carriedOver/fullYearBudget"),
            ("otherInitialBudget", "其他资金年初预算数", "/funds/other/initialBudget"),
        ])
    func inputs(english: String, chinese: String, pointer: String) throws {
        for name in [english, chinese] {
            let input = try #require(type.inputs.first { $0.names.contains(name) })
            #expect(input.part == "execution" && input.pointer == pointer)
        }
    }

    @Test("Every input of money is a decimal path, and there are no others in the execution record")
    func decimals() {
        let inputs = type.inputs.map { "document.execution" + $0.pointer.replacing("/", with: ".") }
        #expect(Set(inputs) == type.decimalPaths.filter { $0.hasPrefix("document.execution.") })
        #expect(type.decimalPaths.count == 14)
    }

    @Test("The subject is the project's code without white space")
    func subject() throws {
        let document = CaseDocument(parts: ["declaration": ["projectCode": " 44039 9250 ", "indicators": []]])
        #expect(try type.subject(of: document) == "440399250")
        let blank = CaseDocument(parts: ["declaration": ["projectCode": "　", "indicators": []]])
        #expect(try type.subject(of: blank) == nil)
    }

    @Test("A misspelt member is answered with the one that was probably meant")
    func nearMiss() throws {
        let value: JSONValue = [
            "funds": ["total": ["initialBudget": "", "fullYearBudget": "", "executed": "1"]], "fund": 1,
        ]
        let finding = try #require(type.check(part: "execution", value: value).first)
        #expect(finding.severity == .warning && finding.pointer == "/execution/fund")
        #expect(finding.message.english.contains("did you mean funds?"))
    }

    @Test("A shape error says where")
    func shape() throws {
        let value: JSONValue = ["projectCode": "1", "indicators": [["level1": "产出指标"]]]
        let finding = try #require(type.check(part: "declaration", value: value).first)
        #expect(finding.pointer == "/declaration/indicators/0/level2")
    }

    @Test("A declaration and an evaluation are kept as they are", arguments: ["declaration", "evaluation"])
    func untouched(part: String) throws {
        let value: JSONValue = ["annualAmountWan": "1,234.5 万", "x": [1, nil]]
        #expect(try type.complete(part: part, value: value, document: CaseDocument(parts: [:])) == value)
    }
}
