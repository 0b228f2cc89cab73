/// The parts of a printed form, in print order.
struct PrintedSections: Sendable {
    var title: [PrintedLine] = []
    var header: [PrintedLine] = []
    var funds: [PrintedLine] = []
    var goals: [PrintedLine] = []
    var indicators: [PrintedLine] = []
    var total: PrintedLine?
    var tail: [PrintedLine] = []

    private static let fundsHead = "资金使用情况"
    private static let goalsHeads: Set<String> = ["项目目标完成情况", "年度总体目标", "目标完成情况", "总体目标"]
    private static let indicatorsHeads: Set<String> = ["年度绩效指标", "绩效指标"]

    /// Whether a line is nothing but a head of one of the parts.
    static func isLabel(_ compact: String) -> Bool {
        compact == fundsHead || goalsHeads.contains(compact) || indicatorsHeads.contains(compact)
            || compact.hasPrefix("项目资金（元）")
    }

    /// Whether a word is the head at the side of the indicator table.
    static func isIndicatorsHead(_ word: String) -> Bool { indicatorsHeads.contains(word) }

    /// The side head of the goals with which a line begins, where more follows on the line.
    static func goalsHead(of word: String) -> Bool { goalsHeads.contains(word) }

    /// Whether the line is the head of the two columns of goals.
    static func isGoalsColumns(_ compact: String) -> Bool {
        compact.count <= 28 && compact.contains("预期目标") && compact.contains("实际完成情况")
    }

    private enum Part { case title, header, funds, goals, indicators, tail }

    /// Parts the lines at the heads of the sections.
    init(_ lines: [PrintedLine]) {
        var part = Part.title
        for line in lines {
            let compact = line.compact
            switch part {
            case .title where PrintedHeader.beginsWithLabel(compact): part = .header
            case .title, .header:
                if compact == Self.fundsHead || compact.hasPrefix("年初预算数") { part = .funds }
            case .funds:
                if Self.goalsHeads.contains(compact) || Self.isGoalsColumns(compact) { part = .goals }
                if Self.beginsIndicators(compact) { part = .indicators }
            case .goals:
                if Self.beginsIndicators(compact) { part = .indicators }
            case .indicators, .tail: break
            }
            if part == .indicators, Self.isTotal(line) {
                total = line
                part = .tail
                continue
            }
            switch part {
            case .title: title.append(line)
            case .header: header.append(line)
            case .funds: funds.append(line)
            case .goals: goals.append(line)
            case .indicators: indicators.append(line)
            case .tail: tail.append(line)
            }
        }
    }

    private static func beginsIndicators(_ compact: String) -> Bool {
        indicatorsHeads.contains(compact) || compact.hasPrefix("一级指标二级指标")
            || compact.hasPrefix("年度绩效指标一级指标")
    }

    /// `总分` with nothing but numbers and dashes behind it.
    private static func isTotal(_ line: PrintedLine) -> Bool {
        guard line.compact.hasPrefix("总分") else { return false }
        let words = line.words
        guard let first = words.first, first == "总分" || first == "总分：" else { return false }
        return words.dropFirst().allSatisfy { CellContent.number($0) != nil || CellContent.isVoid($0) }
    }
}
