/// The heads of the columns of the indicator table, which wrap and may come again on a further page.
enum IndicatorHead {
    private static let text = "一级指标二级指标三级指标年度指标值实际完成值分值得分偏差原因分析及改进措施"

    /// The lines without the heads.
    static func removed(from lines: [PrintedLine]) -> [PrintedLine] {
        var result: [PrintedLine] = []
        var rest: Substring?
        for line in lines {
            guard rest != nil || CellContent.contains(line.compact, "一级指标") else {
                result.append(line)
                continue
            }
            var compact = line.compact.filter { $0 != "*" && $0 != "＊" }[...]
            for side in ["年度绩效指标", "绩效指标"] where compact.hasPrefix(side + "一级指标") {
                compact = compact.dropFirst(side.count)
            }
            if compact.hasPrefix("一级指标二级指标") { rest = text[...] }
            if let remaining = rest, !compact.isEmpty, remaining.hasPrefix(compact) {
                rest = remaining.dropFirst(compact.count)
                if rest?.isEmpty ?? true { rest = nil }
                continue
            }
            if compact.hasPrefix("一级指标二级指标") { continue }
            rest = nil
            result.append(line)
        }
        return result
    }
}
