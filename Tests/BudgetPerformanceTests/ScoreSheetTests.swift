import BudgetPerformance
import Foundation
import Testing

struct ScoreSheetTests {
    private func funds(_ budget: String, _ executed: String, rate: String? = nil) -> FundsTable {
        var funds = FundsTable(total: .init(fullYearBudget: PrintedNumber(budget), executed: PrintedNumber(executed)))
        funds.executionRate = rate.map { PrintedNumber($0) }
        return funds
    }

    @Test(arguments: [
        ("1120000", "1094383", SelfEvaluation.RateUnit.fraction, "9.8", "0.98"),
        ("4524300", "4015625.03", .percent, "8.88", "88.76"), ("1000", "995", .fraction, "10", "1.00"),
        ("1000", "994.9", .fraction, "9.9", "0.99"), ("3", "1", .percent, "3.33", "33.33"),
        ("100", "0", .percent, "0", "0.00"),
    ])
    func `The rate is rounded as printed before it is multiplied`(
        _ budget: String, _ executed: String, _ unit: SelfEvaluation.RateUnit, _ points: String, _ printed: String
    ) {
        let table = funds(budget, executed)
        let line = FundsScorer().score(table, printedIn: unit)
        #expect(line.computed?.plainText == points)
        #expect(FundsScorer().printedRate(of: table.total, in: unit)?.text == printed)
        #expect(!line.needsPerson)
    }

    @Test func `More than the budget earns the full weight and a warning`() {
        let line = FundsScorer().score(funds("100", "120"))
        #expect(line.computed == 10)
        #expect(line.reasons == [ScoreReason(.fundsOverBudget, ["rate": "1.2"])])
    }

    @Test(arguments: [
        ("0", "0", ScoreRule.noRate), ("100", "", .noActual), ("若干", "5", .notComparable),
        ("100", "-5", .notComparable),
    ])
    func `Without a rate a person decides`(_ budget: String, _ executed: String, _ rule: ScoreRule) {
        let line = FundsScorer().score(funds(budget, executed))
        #expect(line.computed == nil)
        #expect(line.needsPerson)
        #expect(line.rule == rule)
    }

    @Test func `A printed rate that is not the computed one is said`() {
        let line = FundsScorer().score(funds("100", "50", rate: "0.60"), printedIn: .fraction)
        #expect(line.reasons == [ScoreReason(.rateDiffers, ["printed": "0.6", "computed": "0.5"])])
    }

    private var form: SelfEvaluation {
        var form = SelfEvaluation(
            funds: funds("100", "90"),
            indicators: [
                EvaluatedIndicator(
                    level1: "产出指标", level2: "数量指标", level3: "培训", target: "≥4场", actual: "3场", weight: "50"),
                EvaluatedIndicator(
                    level1: "效益指标", level2: "社会效益指标", level3: "影响", target: "显著", actual: "部分达成", weight: "30"),
                EvaluatedIndicator(
                    level1: "满意度指标", level2: "满意度指标", level3: "满意度", target: "按合同", actual: "按规定", weight: "10"),
            ])
        form.totalScore = "88.00"
        return form
    }

    @Test func `The funds come first and the total waits for persons`() {
        let sheet = ScoreSheet(form)
        #expect(sheet.lines.map(\.row) == [.funds, .indicator(1), .indicator(2), .indicator(3)])
        #expect(sheet.computedTotal == nil)
        #expect(sheet.grade == nil)
        #expect(!sheet.isComplete)
        #expect(sheet.openRows == [.indicator(2), .indicator(3)])
        #expect(sheet.printedTotal == 88)
        #expect(sheet.totalWeight == 100)
    }

    @Test func `A person's scores complete the sheet`() {
        let (sheet, refusals) = ScoreSheet(form).judged(by: [
            JudgedScore(row: .indicator(2), score: 20), JudgedScore(row: .indicator(3), score: 9, reason: "checked"),
        ])
        #expect(refusals.isEmpty)
        #expect(sheet.isComplete)
        #expect(sheet.computedTotal?.plainText == "75.5")
        #expect(sheet.grade == .fair)
        let filled = form.filled(from: sheet)
        #expect(filled.funds.score == "9")
        #expect(filled.indicators.map(\.score) == ["37.5", "20", "9"])
        #expect(filled.totalScore == "75.5")
    }

    @Test(arguments: [
        (JudgedScore(row: .indicator(1), score: 40), JudgementRefusal.Code.computedRow),
        (JudgedScore(row: .funds, score: 9), .computedRow),
        (JudgedScore(row: .indicator(9), score: 1), .unknownRow),
        (JudgedScore(row: .indicator(2), score: 24), .outOfBand),
        (JudgedScore(row: .indicator(2), score: 17), .outOfBand),
        (JudgedScore(row: .indicator(3), score: 5), .reasonMissing),
        (JudgedScore(row: .indicator(3), score: -1, reason: "x"), .outOfBand),
        (JudgedScore(row: .indicator(2), score: Decimal(20_001) / 1_000), .tooPrecise),
    ])
    func `An entry that does not fit is refused and changes nothing`(
        _ entry: JudgedScore, _ code: JudgementRefusal.Code
    ) {
        let sheet = ScoreSheet(form)
        let (judged, refusals) = sheet.judged(by: [entry])
        #expect(refusals.map(\.code) == [code])
        #expect(judged == sheet)
    }

    @Test func `The lower border belongs to the band, and two entries for one row are one too many`() {
        let entry = JudgedScore(row: .indicator(2), score: 18)
        let (sheet, refusals) = ScoreSheet(form).judged(by: [entry, entry])
        #expect(sheet.lines[2].judged == entry)
        #expect(refusals.map(\.code) == [.duplicateRow])
    }

    @Test(arguments: [
        ("90", Grade.excellent), ("89.99", .good), ("80", .good), ("79.99", .fair), ("60", .fair), ("59.99", .poor),
    ])
    func `A grade begins at its border`(_ total: String, _ grade: Grade) throws {
        let number = try #require(PrintedNumber(total).decimal)
        #expect(Grade(total: number) == grade)
    }

    @Test func `The report has every contract key, null where nothing is`() throws {
        let report = ScoreSheetReport(source: "a.txt", ordinal: 2, form: form, sheet: ScoreSheet(form))
        let data = try JSONEncoder().encode(report)
        let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(json["computedTotal"] is NSNull)
        #expect(json["projectName"] is NSNull)
        #expect(json["printedTotal"] as? String == "88.00")
        let lines = try #require(json["lines"] as? [[String: Any]])
        #expect(lines[0]["row"] as? String == "funds")
        #expect(lines[1]["row"] as? Int == 1)
        #expect(lines[1]["computed"] as? String == "37.5")
        #expect(lines[2]["computed"] is NSNull)
        #expect(lines[2]["needsPerson"] as? Bool == true)
        #expect(
            lines.allSatisfy {
                Set($0.keys).isSuperset(of: ["row", "weight", "printed", "computed", "rule", "needsPerson"])
            })
        #expect(try JSONDecoder().decode(ScoreSheetReport.self, from: data) == report)
    }
}
