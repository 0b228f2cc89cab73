/// Whether more or less is better, where no comparator says it. Source: DOMAIN.md, "Scoring a row" and "Target values".
public enum Direction: String, Sendable, Hashable, Codable, CaseIterable {
    /// More is better: a missing comparator means "at least".
    case higherIsBetter = "higher-is-better"
    /// Less is better: a missing comparator means "at most".
    case lowerIsBetter = "lower-is-better"

    /// The direction of an indicator by its name (故障率, 离职率, 投诉率, 事故 …) and its class (成本指标).
    ///
    /// A name counts as reverse only where the unwanted thing itself is measured: 投诉处理率 and 无事故率 are not.
    public init(name: String, level2: String) {
        let text = TargetText.scalars(name)
        if level2 == IndicatorTree.Level2.cost.rawValue {
            self = Direction.gains.first(in: text) == nil ? .lowerIsBetter : .higherIsBetter
        } else {
            self = Direction.isReverse(text) ? .lowerIsBetter : .higherIsBetter
        }
    }

    /// The comparator that stands in for a missing one.
    public var assumedComparator: Comparator { self == .lowerIsBetter ? .atMost : .atLeast }

    private static func isReverse(_ text: [Unicode.Scalar]) -> Bool {
        var last: Range<Int>?
        for index in text.indices {
            if let found = unwanted.match(text, at: index) { last = index..<index + found.length }
        }
        guard let last else { return false }
        if wanted.first(in: Array(text[last.upperBound...])) != nil { return false }
        return negations.first(in: Array(text[max(0, last.lowerBound - 4)..<last.lowerBound])) == nil
    }

    private static func table(_ words: [String]) -> WordTable<Void> {
        WordTable(Dictionary(words.map { ($0, ()) }) { $1 })
    }

    /// Things that nobody wants more of.
    private static let unwanted = table([
        "故障", "事故", "离职", "流失", "投诉", "延误", "延迟", "差错", "错误", "出错", "泄密", "泄露", "损坏", "破损", "违规", "违纪", "违法",
        "逾期", "超支", "超标", "缺勤", "失误", "死亡", "伤亡", "辍学", "拖欠", "丢失", "遗漏", "不合格", "返工", "返修", "空置", "闲置", "中断",
        "宕机", "漏报", "误报", "错报", "发病", "感染率", "复发", "退货", "失败", "瞒报", "浪费", "响应时间", "响应时长", "办理时限", "办结时限",
        "等待时间", "等候时间", "耗时", "用时", "完成时限", "处理时限", "维修时限", "修复时间", "支付时限", "发放时限", "办理时长", "处理时长",
    ])

    /// What follows when not the unwanted thing but its handling is measured.
    private static let wanted = table([
        "处理", "处置", "响应", "及时", "排除", "维修", "修复", "解决", "办结", "化解", "整改", "回复", "控制", "降低", "下降", "减少", "应急", "预防",
        "防范", "查处", "完成", "覆盖", "满意", "培训", "演练", "调查", "保障", "知晓", "合格", "达标", "受理", "核查", "消除", "救助", "处罚", "检查",
        "宣传", "排查", "追回", "利用", "盘活", "服务", "执法", "打击", "治理", "帮扶", "抢修", "恢复", "反馈", "答复", "纠正", "督办", "监测",
    ])

    /// What goes before when its absence or reduction is measured.
    private static let negations = table(["无", "零", "未", "降低", "减少", "避免", "防止", "杜绝", "下降", "压降", "遏制", "没有", "预防"])

    /// Cost indicators in which more is better all the same.
    private static let gains = table(["节约", "节省", "节支", "达标", "完成率", "及时", "执行率", "合格", "保障", "支出进度", "支付进度", "覆盖"])
}
