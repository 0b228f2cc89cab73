import BudgetPerformance
import Foundation
import Testing

/// One row and the line expected of it: points, rule, and whether a person is needed.
struct RowCase: Sendable, CustomTestStringConvertible {
    var level2: String
    var name: String
    var target: String
    var actual: String
    var weight: String
    /// `nil` where no rule gives a number.
    var points: String?
    var rule: ScoreRule
    var needsPerson: Bool

    init(
        _ target: String, _ actual: String, _ points: String?, _ rule: ScoreRule, of weight: String = "10",
        person: Bool = false, in level2: String = "数量指标", named name: String = "培训"
    ) {
        self.target = target
        self.actual = actual
        self.points = points
        self.rule = rule
        self.weight = weight
        needsPerson = person
        self.level2 = level2
        self.name = name
    }

    var testDescription: String { "\(name) \(target) ← \(actual)" }

    var row: EvaluatedIndicator {
        EvaluatedIndicator(
            level1: "产出指标", level2: level2, level3: name, target: target, actual: actual, weight: PrintedNumber(weight))
    }

    static let reached = [
        RowCase("≥95%", "98%", "10", .met), RowCase("高于95%", "98%", "10", .met), RowCase("9台", "9台", "10", .met),
        RowCase("22人", "21人", "2.86", .proportional, of: "3"), RowCase("≥3场", "2场", "6", .proportional, of: "9"),
        RowCase("100%", "0%", "0", .proportional), RowCase("1万份", "8000份", "8", .proportional),
        RowCase("≥1万份", "1.2万份", "10", .met), RowCase("每周≥1次", "每周1-2次", "10", .range),
        RowCase("≥8人", "6-12人", "6", .range, of: "8"), RowCase("12个月", "1年", "10", .met),
        RowCase("24小时", "1天", "10", .met), RowCase("每季度1次", "4次/年", "10", .met),
        RowCase("15", "12次", "8", .proportional), RowCase("≥120次", "一百二十次", "10", .met),
        RowCase("大于2次", "2次", "10", .proportional), RowCase("约50人", "45人", "9", .proportional),
        RowCase("=365天", "365天", "10", .met), RowCase("8-12人", "10人", "10", .range),
        RowCase("8-12人", "4人", "5", .range), RowCase("≥90%", "≥92%", "10", .met), RowCase("9成", "95%", "10", .met),
        RowCase("≥-5%", "-3%", "10", .met),
    ]

    static let reverse = [
        RowCase("＜5%", "3%", "10", .met, in: "质量指标", named: "设备故障率"),
        RowCase("≤5%", "6%", "8", .reverseProportional, in: "质量指标", named: "设备故障率"),
        RowCase("≤5%", "12%", "0", .reverseProportional, in: "质量指标", named: "设备故障率"),
        RowCase("10%", "8%", "10", .met, in: "质量指标", named: "人员离职率"),
        RowCase("10%", "15%", "5", .reverseProportional, in: "质量指标", named: "人员离职率"),
        RowCase("100%", "90%", "9", .proportional, in: "质量指标", named: "投诉办结率"),
        RowCase("离职率低于30%", "19.05%", "10", .met, in: "质量指标", named: "队伍稳定"),
        RowCase("2天内", "≤2天", "10", .met, in: "时效指标", named: "维修"),
        RowCase("10天内", "＜10天", "10", .met, in: "时效指标", named: "付款"),
        RowCase("1-2天内", "2天", "10", .range, in: "时效指标", named: "维修"),
        RowCase("1小时内", "90分钟", "5", .reverseProportional, in: "时效指标", named: "响应"),
        RowCase("≤30分钟", "10-40分钟", "6.67", .range, in: "时效指标", named: "响应"),
        RowCase("0次", "0次", "10", .zeroTarget, in: "质量指标", named: "延误率"),
        RowCase("0次", "2次", "0", .zeroTarget, in: "质量指标", named: "延误率"),
        RowCase("0", "0%", "10", .zeroTarget, in: "质量指标", named: "泄密率"),
        RowCase("零事故", "1起", "0", .zeroTarget, in: "质量指标", named: "安全事故"),
        RowCase("≤0%", "0.1%", "0", .zeroTarget, in: "质量指标", named: "差错率"),
    ]

    static let cost = [
        RowCase("112万", "109.44万", "9.77", .proportional, in: "成本指标", named: "租赁费112万"),
        RowCase("≤全年预算300.5万元", "实付288.2万元", "10", .metIsFull, in: "成本指标", named: "总成本"),
        RowCase("不超过50万元", "40万元", "10", .metIsFull, in: "成本指标", named: "总成本"),
        RowCase("50万元", "50万元", "10", .met, in: "成本指标", named: "总成本"),
        RowCase("50万元", "55万元", "9", .reverseProportional, in: "成本指标", named: "总成本"),
        RowCase("50万元", "480000元", "9.6", .proportional, in: "成本指标", named: "总成本"),
        RowCase("75万", "75万元", "10", .met, in: "成本指标", named: "总成本"),
        RowCase("≤50万元", "60万元", "8", .reverseProportional, in: "成本指标", named: "总成本"),
        RowCase("≥90%", "95%", "10", .met, in: "成本指标", named: "支出进度达标率"),
        RowCase("≤100%", "96%", "10", .metIsFull, in: "成本指标", named: "成本控制率"),
        RowCase("12.5万元/人/年", "12万元/年/人", "9.6", .proportional, in: "成本指标", named: "工资标准"),
    ]

    static let dates = [
        RowCase("2024年12月31日前", "2024年12月20日", "10", .date, in: "时效指标", named: "完成时间"),
        RowCase("2024年12月31日前", "2025年1月3日", "0", .date, in: "时效指标", named: "完成时间"),
        RowCase("12月底前", "2024年12月", "10", .date, in: "时效指标", named: "完成时间"),
        RowCase("2024年6月30日前", "2024年6月30日", "10", .date, in: "时效指标", named: "完成时间"),
        RowCase("于9月组织完成", "9月18日", "10", .date, in: "时效指标", named: "完成时间"),
        RowCase("≥第三季度", "10月8日", "0", .date, in: "时效指标", named: "完成时间"),
        RowCase("第三季度末前", "第二季度", "10", .date, in: "时效指标", named: "完成时间"),
        RowCase("12月15日前", "12月", nil, .notComparable, person: true, in: "时效指标", named: "完成时间"),
        RowCase("12月前", "12月8日", nil, .notComparable, person: true, in: "时效指标", named: "完成时间"),
        RowCase("12月前", "11月8日", "10", .date, in: "时效指标", named: "完成时间"),
        RowCase("每月15日前", "每月10日前", "10", .date, in: "时效指标", named: "发放"),
        RowCase("每月15日前", "每月20日前", "0", .date, in: "时效指标", named: "发放"),
        RowCase("2024年12月31日前", "按时完成", nil, .notComparable, person: true, in: "时效指标", named: "完成时间"),
    ]

    static let persons = [
        RowCase("显著", "显著", "10", .textEqual, person: true), RowCase("显著", "较好", nil, .qualitative, person: true),
        RowCase("甲5万元，乙3万元", "甲5万元，乙3万元", "10", .textEqual, person: true),
        RowCase("按实际情况结算", "每月结算≥1次", nil, .notComparable, person: true),
        RowCase("12次", "12人", nil, .notComparable, person: true),
        RowCase("95%", "0.96", nil, .notComparable, person: true),
        RowCase("≥95%", "完成", nil, .notComparable, person: true), RowCase("", "5次", nil, .notComparable, person: true),
        RowCase("≥6次18人", "6次18人", nil, .notComparable, person: true),
        RowCase("≥3场", "≤5场", nil, .notComparable, person: true),
        RowCase("8-12人", "15人", nil, .notComparable, person: true),
        RowCase("每周1次", "52次", nil, .notComparable, person: true),
        RowCase("100元", "20美元", nil, .notComparable, person: true),
        RowCase("≥3场", "", nil, .noActual, person: true), RowCase("≥3场", "不适用", nil, .notComparable, person: true),
        RowCase("2级", "3级", nil, .notComparable, person: true), RowCase("2级", "二级", "10", .met),
        RowCase("x次", "3次", nil, .notComparable, person: true),
        RowCase("不适用", "不适用", "0", .notApplicable, of: "0", named: "不适用"),
        RowCase("", "", "0", .notApplicable, of: "", named: "不适用"),
        RowCase("≥3场", "2场", nil, .proportional, of: "", person: true),
    ]
}

struct IndicatorScorerTests {
    @Test(arguments: RowCase.reached + RowCase.reverse + RowCase.cost + RowCase.dates + RowCase.persons)
    func `A row is scored by the rule that fits it`(_ given: RowCase) {
        let line = IndicatorScorer().score(given.row, number: 1)
        #expect(line.computed?.plainText == given.points, "\(line.reasons)")
        #expect(line.rule == given.rule, "\(line.reasons)")
        #expect(line.needsPerson == given.needsPerson)
    }

    @Test func `The score of a computed row lies between nothing and its weight`() {
        let seed = UInt64.random(in: 0...UInt64.max)
        print("seed \(seed)")
        var random = SeededGenerator(seed: seed)
        for _ in 0..<2_000 {
            let sign = ["", "≥", "≤", "<", ">"].randomElement(using: &random) ?? ""
            let weight = Int.random(in: 0...50, using: &random)
            let row = EvaluatedIndicator(
                level1: "产出指标", level2: ["数量指标", "成本指标"].randomElement(using: &random) ?? "", level3: "项",
                target: "\(sign)\(Int.random(in: 0...40, using: &random))次",
                actual: "\(Int.random(in: 0...100, using: &random))次", weight: PrintedNumber(String(weight)))
            let line = IndicatorScorer().score(row, number: 1)
            let points = line.computed ?? -1
            #expect(points >= 0 && points <= Decimal(weight), "\(row)")
            #expect(points == points.roundedHalfUp())
            #expect(!line.needsPerson)
        }
    }

    @Test func `A proportional score is the exact quotient rounded half up`() {
        let seed = UInt64.random(in: 0...UInt64.max)
        print("seed \(seed)")
        var random = SeededGenerator(seed: seed)
        for _ in 0..<2_000 {
            let target = Int.random(in: 1...5_000, using: &random)
            let actual = Int.random(in: 0..<target, using: &random)
            let weight = Int.random(in: 1...50, using: &random)
            let row = EvaluatedIndicator(
                level1: "产出指标", level2: "数量指标", level3: "项", target: "≥\(target)次", actual: "\(actual)次",
                weight: PrintedNumber(String(weight)))
            let cents = (200 * weight * actual + target) / (2 * target)
            #expect(IndicatorScorer().score(row, number: 1).computed == Decimal(cents) / 100, "\(row)")
        }
    }
}
