internal import BudgetPerformance
internal import Foundation
internal import JSONDocument
internal import Logging
internal import OfficialForms
internal import StandardPlugins
internal import Testing
internal import Workflow
internal import WorkflowPlugin

/// Holds `Workflows/samples/README.md` to what it promises: the findings and the scores in its tables.
@Suite("The sample forms")
struct SampleFormsTests {
    private static let files = ["government-service-centre.txt", "letters-and-visits.txt", "cultural-centre.txt"]
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Workflows/samples")
    private static let summary = CaseSummary(
        id: "440399230610100100001-2025", subject: "440399230610100100001", period: "2025", unit: "centre",
        unitName: "云澜区政务服务中心", ancestors: ["primary-budget-unit": "云澜区政务服务和数据管理局"], state: "executed")

    let registry: PluginRegistry
    let type: any DocumentType
    private let forms: [String: JSONValue]

    init() throws {
        registry = try StandardPlugins.registry(logger: Logger(label: "test"))
        type = try registry.documentType("expenditure-project").plugin
        var forms: [String: JSONValue] = [:]
        for file in Self.files {
            let bytes = [UInt8](try Data(contentsOf: Self.folder.appendingPathComponent(file)))
            for reading in try FormReader().readings(of: bytes, source: file).readings {
                let value = try JSONValueEncoder().encode(reading)
                forms[try #require(value["projectCode"]?.string)] = value
            }
        }
        self.forms = forms
    }

    @Test("Six forms have the findings that the README lists, the other twelve are never refused")
    func findings() async throws {
        #expect(forms.count == 18)
        let listed = try rows(columns: 5).reduce(into: [:]) { $0[$1[0]] = "\($1[3]) \($1[4].prefix(2))" }
        #expect(listed.count == 6)
        for (code, form) in forms {
            var found: Set<String> = []
            for validator in ["required-fields", "indicator-coverage", "amounts", "text-limits"] {
                let use = PluginUse(name: validator, configuration: [:], pointer: "")
                let request = ValidationRequest(
                    case: Self.summary, action: "declare",
                    document: CaseDocument(parts: ["declaration": form]))
                let findings = try await registry.validator(use).plugin.validate(request)
                if let worst = findings.map(\.severity).max(), worst > .hint {
                    found.insert("\(validator) \(worst == .error ? "错误" : "警告")")
                }
            }
            #expect(found == Set([listed[code]].compactMap(\.self)), "\(code)")
        }
    }

    @Test("Twelve projects come to the scores and grades that the README lists")
    func scores() async throws {
        let expected = try rows(columns: 6)
        #expect(expected.count == 12)
        for row in expected {
            let form = try #require(forms[row[0]])
            let fact = try await score(form, actuals: try actuals(of: row[0]))
            let funds = fact.lines.first?.score.flatMap { PrintedNumber($0).decimal?.twoDecimalText }
            let total = fact.total.flatMap { PrintedNumber($0).decimal?.twoDecimalText }
            let open = fact.lines.filter { $0.score == nil }.map(\.row)
            #expect(
                [funds, total, fact.grade?.rawValue] == [row[3], row[4], row[5]], "\(row[0]): open lines \(open)")
        }
    }

    /// Executes, pre-fills, fills in and scores one project.
    private func score(_ declaration: JSONValue, actuals: JSONValue) async throws -> ScoreFact {
        var document = CaseDocument(parts: ["declaration": declaration])
        let execution = try type.complete(
            part: "execution", value: ["funds": ["total": actuals["funds"] ?? [:]]], document: document)
        document = document.replacing(["execution": execution])
        document = document.replacing(
            try type.prefill(task: "self-evaluation", document: document, subject: Self.summary))
        var record = try #require(try document.part("evaluation", as: EvaluationRecord.self))
        for index in record.form.indicators.indices {
            let key = String(index + 1)
            record.form.indicators[index].actual = actuals["actuals"]?[key]?.string ?? ""
            record.form.indicators[index].deviationReason = actuals["reasons"]?[key]?.string
            if let points = actuals["scores"]?[key] {
                let reason = actuals["reasons"]?[key]?.string ?? "按实际情况评定"
                let text = points.string ?? points.number?.decimal.plainText ?? ""
                record.judgements.append(
                    EvaluationRecord.Judgement(row: index + 1, score: PrintedNumber(text), reason: reason))
            }
        }
        document = document.replacing(["evaluation": try JSONValueEncoder().encode(record)])
        var facts = JSONObject()
        for name in ["budget-execution", "indicator-attainment"] {
            let use = PluginUse(name: name, configuration: [:], pointer: "")
            let request = ScoringRequest(
                case: Self.summary, action: "evaluate", document: document, facts: facts)
            let answer = try await registry.scorer(use).plugin.score(request)
            for (name, value) in answer.facts { facts[name] = value }
        }
        return try JSONValueDecoder().decode(ScoreFact.self, from: try #require(facts["score"]))
    }

    private func actuals(of code: String) throws -> JSONValue {
        let file = Self.folder.appendingPathComponent("actuals/\(code).json")
        return try JSONReader.value([UInt8](try Data(contentsOf: file)))
    }

    /// The rows of the Chinese README's table with so many columns; they begin with a project's code.
    private func rows(columns: Int) throws -> [[String]] {
        let file = Self.folder.appendingPathComponent("README.md")
        let text = try String(contentsOf: file, encoding: .utf8)
        let chinese = text.split(separator: "\n---\n").first ?? ""
        return chinese.split(separator: "\n").compactMap { line in
            guard line.hasPrefix("| `4") else { return nil }
            let cells = line.split(separator: "|").map {
                $0.trimmingCharacters(in: .whitespaces).replacing("`", with: "")
            }
            return cells.count == columns ? cells : nil
        }
    }
}
