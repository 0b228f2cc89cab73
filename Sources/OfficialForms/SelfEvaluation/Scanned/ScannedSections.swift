/// The parts of a scanned form, in print order.
struct ScannedSections: Sendable {
    var title: [ScannedLine] = []
    var header: [ScannedLine] = []
    var funds: [ScannedLine] = []
    var goals: [ScannedLine] = []
    var indicators: [ScannedLine] = []
    var total: ScannedLine?
    var tail: [ScannedLine] = []

    private enum Part { case title, header, funds, goals, indicators, tail }

    private static let columnHeads = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "偏差原因"]

    init(_ lines: [ScannedLine]) {
        var part = Part.title
        for line in lines {
            switch part {
            case .title where ScannedHeader.hasLabel(.name, in: line): part = .header
            case .title, .header: if ScannedFunds.isHead(line) { part = .funds }
            case .funds:
                if ScannedGoals.isHead(line) { part = .goals }
                if Self.isColumnHead(line) { part = .indicators }
            case .goals: if Self.isColumnHead(line) { part = .indicators }
            case .indicators, .tail: break
            }
            if part == .indicators {
                if Self.isColumnHead(line) || Self.isRestOfHead(line) { continue }
                if line.firstText.hasPrefix("总分") || line.compact.hasPrefix("总分") {
                    total = line
                    part = .tail
                    continue
                }
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

    private static func isColumnHead(_ line: ScannedLine) -> Bool {
        let text = line.compact
        if columnHeads.count(where: { text.contains($0) }) >= 2 { return true }
        return text.contains("偏差原因分析") && text.count <= 18
    }

    /// Pieces of column heads that wrapped onto lines of their own.
    private static func isRestOfHead(_ line: ScannedLine) -> Bool {
        let heads = Set(["分", "值", "得", "施", "措施", "进措施", "及改进措施", "改进措施", "分值", "得分", "析及改进措施"])
        let filled = line.cells.filter { !$0.isEmpty }.map { CellContent.compact($0) }
        return !filled.isEmpty && filled.allSatisfy { heads.contains($0) }
    }
}
