import BudgetPerformance
import Foundation
import Testing

struct WeightSpreadTests {
    private func rows(_ text: String) -> [WeightSpread.Row] {
        text.map { letter in
            let group: IndicatorTree.Level1 =
                switch letter.lowercased() {
                case "o": .output
                case "b": .benefit
                default: .satisfaction
                }
            return WeightSpread.Row(group: group, isApplicable: letter.isLowercase)
        }
    }

    @Test(arguments: [
        ("oooobs", [13, 13, 12, 12, 30, 10]), ("obs", [50, 30, 10]), ("ooobbbS", [20, 20, 20, 10, 10, 10, 0]),
        ("oOoBs", [40, 0, 40, 0, 10]), ("OObbs", [0, 0, 40, 40, 10]), ("OBss", [0, 0, 45, 45]), ("o", [90]),
        ("ooooooooobs", [6, 6, 6, 6, 6, 5, 5, 5, 5, 30, 10]),
    ])
    func `Points go to applicable rows, the remainder one each from the top`(_ given: String, _ expected: [Int]) {
        let spread = WeightSpread(rows(given))
        #expect(spread.rows == expected)
        #expect(spread.funds == 10)
        #expect(spread.unplaced == 0)
    }

    @Test func `A form without applicable rows keeps its points unplaced`() {
        let spread = WeightSpread(rows("OBS"))
        #expect(spread.rows == [0, 0, 0])
        #expect(spread.unplaced == 90)
    }

    @Test func `The total is always 100 and rows that do not apply weigh nothing`() {
        let seed = UInt64.random(in: 0...UInt64.max)
        print("seed \(seed)")
        var random = SeededGenerator(seed: seed)
        for _ in 0..<2_000 {
            let count = Int.random(in: 0...80, using: &random)
            let given = rows(String((0..<count).compactMap { _ in "oObBsS".randomElement(using: &random) }))
            let spread = WeightSpread(given)
            #expect(spread.funds + spread.rows.reduce(0, +) + spread.unplaced == 100)
            #expect(spread.rows.count == given.count)
            #expect(zip(given, spread.rows).allSatisfy { $0.isApplicable || $1 == 0 })
            #expect((spread.unplaced == 0) == given.contains { $0.isApplicable })
            for group in IndicatorTree.Level1.allCases {
                let weights = zip(given, spread.rows).filter { $0.0.group == group && $0.0.isApplicable }.map(\.1)
                #expect((weights.max() ?? 0) - (weights.min() ?? 0) <= 1)
                #expect(weights == weights.sorted(by: >))
            }
        }
    }

    @Test func `A pre-filled evaluation knows everything but what the unit has to say`() throws {
        var declaration = Declaration(indicators: [
            DeclaredIndicator(
                level1: "产出指标", level2: "数量指标", required: true, level3: "培训场次", target: "≥4场", explanation: "考察场次"),
            DeclaredIndicator(
                level1: "效益指标", level2: "经济效益指标", required: false, level3: "不适用", target: "不适用", explanation: "不适用"),
            DeclaredIndicator(
                level1: "满意度指标", level2: "服务对象满意度指标", required: true, level3: "满意度", target: "≥90%", explanation: ""),
        ])
        declaration.projectCode = "440399250010100100001"
        declaration.projectName = "样例项目"
        declaration.applicantUnit = "甲单位"
        declaration.primaryBudgetUnit = "乙局"
        declaration.totalAmountWan = "12.50"
        declaration.annualGoal = "办好培训"
        let funds = FundsTable(total: .init(initialBudget: "100.00", fullYearBudget: "120.00", executed: "90.00"))
        let form = EvaluationPrefill().evaluation(of: declaration, execution: funds, year: 2025)
        #expect(form.indicators.map(\.weight) == ["80", "0", "10"])
        #expect(form.indicators.map(\.target) == ["≥4场", "不适用", "≥90%"])
        #expect(form.indicators.map(\.explanation) == ["考察场次", "不适用", nil])
        #expect(form.indicators.allSatisfy { $0.actual.isEmpty && $0.score.text.isEmpty })
        #expect(form.funds.executionRate == "75.00")
        #expect(form.executionRateUnit == .percent)
        #expect(form.totalWeight == "100")
        #expect(form.implementingUnit == "甲单位")
        #expect(form.primaryBudgetUnit == "乙局")
        #expect(form.projectAmountYuan == "125000.00")
        #expect(form.expectedGoal == "办好培训")
        #expect(form.year == 2025)
        let sheet = ScoreSheet(form)
        #expect(sheet.lines[0].computed?.plainText == "7.5")
        #expect(sheet.openRows == [.indicator(1), .indicator(3)])
        #expect(
            sheet.judged(by: [JudgedScore(row: .indicator(1), score: 5, reason: "x")]).refusals.map(\.code) == [
                .actualMissing
            ])
    }
}
