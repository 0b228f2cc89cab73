import BudgetPerformance
import Foundation
import Testing

/// What settings change, and the hints that go with a line.
struct ScorePolicyTests {
    private func line(
        _ target: String, _ actual: String, level2: String = "成本指标", reason: String? = nil, explanation: String? = nil,
        funds: FundsTable? = nil, policy: ScoringPolicy = ScoringPolicy()
    ) -> LineScore {
        let row = EvaluatedIndicator(
            level1: "产出指标", level2: level2, level3: "项", target: target, actual: actual, weight: "10",
            deviationReason: reason, explanation: explanation)
        return IndicatorScorer(policy: policy).score(row, number: 1, context: .init(funds: funds, year: 2024))
    }

    private func codes(_ line: LineScore) -> [ScoreReason.Code] { line.reasons.map(\.code) }

    @Test(arguments: [
        (ScoringPolicy.CostPolicy.auto, "≤50万元", "10"), (.auto, "50万元", "8"), (.metIsFull, "50万元", "10"),
        (.proportional, "≤50万元", "8"),
    ])
    func `The cost policy decides what saving is worth`(
        _ cost: ScoringPolicy.CostPolicy, _ target: String, _ points: String
    ) {
        var policy = ScoringPolicy()
        policy.costPolicy = cost
        #expect(line(target, "40万元", policy: policy).computed?.plainText == points)
    }

    @Test func `A late date earns what the policy says`() {
        var policy = ScoringPolicy()
        policy.latePercent = 50
        let late = line("6月30日前", "7月2日", level2: "时效指标", policy: policy)
        #expect(late.computed == 5)
        #expect(codes(late) == [.late, .deviationReasonMissing])
    }

    @Test func `Over-fulfilment asks for a reason above the limit only`() {
        #expect(!codes(line("10次", "13次", level2: "数量指标")).contains(.overFulfilled))
        let over = line("10次", "14次", level2: "数量指标")
        #expect(over.reasons.first { $0.code == .overFulfilled }?.values == ["percent": "140", "limit": "130"])
        #expect(!codes(line("10次", "14次", level2: "数量指标", reason: "需求增加")).contains(.overFulfilled))
    }

    @Test func `A row below its weight asks for the reason of the deviation`() {
        #expect(codes(line("≥10次", "9次", level2: "数量指标")) == [.deviationReasonMissing])
        #expect(codes(line("≥10次", "9次", level2: "数量指标", reason: "人手不足")).isEmpty)
    }

    @Test func `Assumptions that matter are said`() {
        let below = line("10", "9次", level2: "数量指标", reason: "x")
        #expect(codes(below) == [.unitAssumed, .comparatorAssumed])
        #expect(codes(line("10次", "10次", level2: "数量指标")).isEmpty)
    }

    @Test func `A strict bound that is only touched is said`() {
        let touched = line("低于5%", "5%", level2: "质量指标")
        #expect(touched.computed == 10)
        #expect(codes(touched) == [.strictBoundTouched])
    }

    @Test(arguments: [("400", "500", false), ("520", "500", true)])
    func `A claim about the budget is checked against the funds`(_ executed: String, _ budget: String, _ isFalse: Bool)
    {
        let funds = FundsTable(
            total: .init(
                initialBudget: PrintedNumber(budget), fullYearBudget: PrintedNumber(budget),
                executed: PrintedNumber(executed)))
        let claimed = line("≤600元", "实付520元，未超预算", funds: funds)
        #expect(codes(claimed).contains(.claimContradictsFunds) == isFalse)
        let repeated = line("未超预算", "未超预算", funds: funds)
        #expect(repeated.needsPerson)
        #expect((repeated.computed == nil) == isFalse)
        #expect(repeated.rule == (isFalse ? .notComparable : .textEqual))
    }

    @Test func `A claim without funds is said to be unchecked`() {
        #expect(codes(line("≤600元", "520元，未超支")) == [.claimUnchecked])
    }

    @Test(arguments: [("达成", 8, 10, true), ("部分达成", 6, 8, false), ("未达成", 0, 6, false), ("不明", 0, 10, true)])
    func `A qualitative row is held to the band that its actual names`(
        _ actual: String, _ lower: Int, _ upper: Int, _ includesUpper: Bool
    ) {
        let qualitative = line("显著", actual, level2: "社会效益指标")
        #expect(qualitative.rule == .qualitative)
        #expect(qualitative.computed == nil)
        #expect(
            qualitative.allowed
                == AllowedPoints(lower: Decimal(lower), upper: Decimal(upper), includesUpper: includesUpper))
    }

    @Test func `Bands of an explanation go before the policy's`() {
        let explanation = "考察效果。“好”则为“90%-100%”，“中”则为“70%-90%”，“差”则为“0%-70%”。"
        #expect(ScoreBand.defined(in: explanation).map(\.lowerPercent) == [90, 70, 0])
        let equal = line("好", "好", level2: "社会效益指标", explanation: explanation)
        #expect(equal.allowed == AllowedPoints(lower: 9, upper: 10))
        let middle = line("好", "中", level2: "社会效益指标", explanation: explanation)
        #expect(middle.allowed == AllowedPoints(lower: 7, upper: 9, includesUpper: false))
        #expect(ScoreBand.defined(in: "优秀：80%-100%；一般：90%-100%").isEmpty)
    }

    @Test func `A policy that leaves keys out keeps their defaults, and survives a round trip`() throws {
        let json = Data(#"{"costPolicy":"met-is-full","grades":{"excellent":95},"latePercent":20}"#.utf8)
        let policy = try JSONDecoder().decode(ScoringPolicy.self, from: json)
        #expect(policy.costPolicy == .metIsFull)
        #expect(policy.grades == GradeThresholds(excellent: 95))
        #expect(policy.fundsWeight == 10)
        #expect(try JSONDecoder().decode(ScoringPolicy.self, from: JSONEncoder().encode(policy)) == policy)
    }
}
