import BudgetPerformance
import Testing

/// A row as a finance clerk would print it: what the table says, and the score that stands beside it.
struct ClerkRow: Sendable, CustomTestStringConvertible {
    /// Short names of the second level, as the tables below write them.
    enum Class: String, Sendable {
        case count = "数量指标"
        case quality = "质量指标"
        case time = "时效指标"
        case cost = "成本指标"
        case benefit = "社会效益指标"
        case content = "服务对象满意度指标"
    }

    var level2: Class
    var name: String
    var target: String
    var actual: String
    var weight: String
    /// `nil` where no rule gives a number.
    var points: String?
    var needsPerson: Bool

    /// A row that a rule decides, or with `person` a row that waits for one; `points` is then a suggestion.
    init(
        _ level2: Class, _ name: String, _ target: String, _ actual: String, _ points: String?,
        of weight: String = "10", person: Bool = false
    ) {
        self.level2 = level2
        self.name = name
        self.target = target
        self.actual = actual
        self.points = points
        self.weight = weight
        needsPerson = person
    }

    /// A row that no rule decides: a person scores it.
    static func person(_ level2: Class, _ name: String, _ target: String, _ actual: String) -> ClerkRow {
        ClerkRow(level2, name, target, actual, nil, person: true)
    }

    /// The actual repeats the target: the full weight is suggested and a person confirms it.
    static func same(_ level2: Class, _ name: String, _ text: String) -> ClerkRow {
        ClerkRow(level2, name, text, text, "10", person: true)
    }

    var testDescription: String { "\(level2.rawValue) \(name): \(target) ← \(actual)" }

    var line: LineScore {
        IndicatorScorer().score(
            EvaluatedIndicator(
                level1: "产出指标", level2: level2.rawValue, level3: name, target: target, actual: actual,
                weight: PrintedNumber(weight)), number: 1)
    }
}

struct ClerkRowTests {
    @Test(
        arguments: ClerkRow.counts + ClerkRow.shares + ClerkRow.times + ClerkRow.money + ClerkRow.words
            + ClerkRow.edges)
    func `A row is scored as a careful clerk prints it`(_ row: ClerkRow) {
        let line = row.line
        let seen = "\(line.rule) \(line.reasons.map { "\($0.code) \($0.values)" })"
        #expect(line.computed?.plainText == row.points, "\(seen)")
        #expect(line.needsPerson == row.needsPerson, "\(seen)")
    }
}
