internal import BudgetPerformance

/// What the words of a row say for or against a second-level group: less than the place of the group's name does.
enum GroupWords {
    static func score(of group: String, name: String, target: String) -> Double {
        let isSatisfaction = group.contains("满意度")
        var score = 0.0
        if name.contains("满意") || name.contains("投诉") {
            score += isSatisfaction ? 1.5 : -1.5
        } else if isSatisfaction {
            score -= 0.75
        }
        guard let level2 = IndicatorTree.Level2(rawValue: group), level2.level1 == .output else { return score }
        for (words, kind) in endings where words.contains(where: { name.hasSuffix($0) || target.hasSuffix($0) }) {
            score += kind == level2 ? 0.5 : -0.2
        }
        if ["及时", "时间", "按时", "时效", "期限", "时限"].contains(where: { name.contains($0) }) {
            score += level2 == .timeliness ? 0.5 : -0.2
        }
        return score
    }

    private static let endings: [(words: [String], kind: IndicatorTree.Level2)] = [
        (["数量", "次数", "人数", "份数", "场次", "批次", "台数", "个数", "次", "份", "个", "台", "套", "批", "家", "册"], .quantity),
        (["合格率", "达标率", "准确率", "完好率", "故障率", "质量", "合格", "覆盖率", "发生率"], .quality),
        (["及时率", "及时性", "天", "日", "月", "月底", "前", "小时"], .timeliness),
        (["成本", "费用", "支出", "经费", "单价", "元", "万", "控制率", "总额"], .cost),
    ]
}
