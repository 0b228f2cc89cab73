import BudgetPerformance
import Foundation
import OfficialForms
import Testing

@Suite struct ContractTests {
    @Test(.enabled(if: SharedForms.arePresent, "\(SharedForms.absence)"))
    func `The gold of both kinds decodes into values and agrees with itself`() throws {
        for name in [
            "declarations-2022", "declarations-2023", "declarations-2025", "self-evaluations-2021-ocr",
            "self-evaluations-2023",
        ] {
            let gold = try SharedForms.gold(name)
            let readings = try JSONDecoder().decode(
                [FormReading].self, from: JSONSerialization.data(withJSONObject: gold))
            let comparison = try GoldComparison(of: readings, with: gold, lineBreaks: .compared)
            #expect(comparison.differences.isEmpty, "\(comparison)")
            #expect(comparison.compared > 50)
        }
    }

    @Test func `A field that is read otherwise is a difference, white space and width are none`() throws {
        var declaration = Declaration()
        declaration.projectName = "图书 采购（一期）"
        declaration.implementationPeriodYears = 3
        let reading = FormReading(source: "a.txt", ordinal: 1, form: .declaration(declaration))
        var gold: [String: Any] = [
            "source": "a.txt", "ordinal": 1, "kind": "declaration", "projectName": "图书采购(一期)",
            "implementationPeriodYears": 3, "indicators": [Any](),
        ]
        #expect(try GoldComparison(of: [reading], with: [gold]).differences.isEmpty)
        gold["projectName"] = "图书采购(二期)"
        gold["implementationPeriodYears"] = 4
        let pointers = try GoldComparison(of: [reading], with: [gold]).differences.map(\.pointer)
        #expect(pointers == ["/implementationPeriodYears", "/projectName"])
    }

    @Test func `Empty notes, unplaced lines and doubtful fields are left out of the JSON`() throws {
        let reading = FormReading(source: "a.txt", ordinal: 1, form: .declaration(Declaration()))
        let json = String(decoding: try JSONEncoder().encode(reading), as: UTF8.self)
        #expect(!json.contains("notes") && !json.contains("unplaced") && !json.contains("lowConfidence"))
        #expect(try JSONDecoder().decode(FormReading.self, from: Data(json.utf8)) == reading)
    }
}
