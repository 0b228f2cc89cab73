/// The words of the grammar, as tables: a new word is one line.
enum TargetVocabulary: Sendable {
    /// A comparator word and how it binds.
    struct ComparatorWord: Sendable {
        var comparator: Comparator
        /// Gives way to another comparator at the same number (`达到` before `以上`).
        var isWeak = false
        /// Counts only right before a number (`达98%`, but not `达标`).
        var isImmediate = false
    }

    /// Signs and words before a number.
    static let before = WordTable<ComparatorWord>(
        words(
            .atLeast,
            [
                "≥", ">=", "=>", "≥=", "大于等于", "大于或等于", "高于等于", "高于或等于", "不低于", "不少于", "不小于", "不得低于", "不得少于",
                "不能低于", "不能少于", "至少", "最少", "最低", "未低于", "未少于", "提高到", "提高至", "提升到", "提升至", "增加到", "增加至",
                "增长到", "增长至", "增至", "升至",
            ]
        )
        .merging(words(.atLeast, ["达到", "达至", "保持在", "完成率达到"], isWeak: true)) { $1 }
        .merging(words(.atLeast, ["达", "满"], isWeak: true, isImmediate: true)) { $1 }
        .merging(words(.moreThan, [">", "高于", "大于", "超过", "多于", "超出"])) { $1 }
        .merging(words(.moreThan, ["超", "逾"], isImmediate: true)) { $1 }
        .merging(
            words(
                .atMost,
                [
                    "≤", "<=", "=<", "≤=", "小于等于", "小于或等于", "低于等于", "低于或等于", "不超过", "不高于", "不大于", "不多于",
                    "不得超过", "不得高于", "不能超过", "不能高于", "至多", "最多", "最高", "未超过", "未高于", "降低到", "降低至", "下降到",
                    "下降至", "减少到", "减少至", "降到", "降至", "压减至", "缩短至", "缩短到", "压缩至", "压缩到",
                ])
        ) { $1 }
        .merging(words(.atMost, ["控制在", "控制到"], isWeak: true)) { $1 }
        .merging(words(.lessThan, ["<", "低于", "小于", "少于", "不足", "不到"])) { $1 }
        .merging(words(.equal, ["=", "==", "等于"])) { $1 }
        .merging(words(.about, ["≈", "约为", "大约", "约", "接近"], isWeak: true)) { $1 }
        .merging(words(.about, ["近"], isWeak: true, isImmediate: true)) { $1 })

    /// Words after a number.
    static let after = WordTable<ComparatorWord>(
        words(.atLeast, ["以上", "及以上", "或以上", "及其以上", "(含)以上", "(含)及以上", "之上"])
            .merging(words(.atMost, ["以下", "及以下", "或以下", "(含)以下", "以内", "(含)以内", "之内", "之下", "内"])) { $1 }
            .merging(words(.about, ["左右", "上下"], isWeak: true)) { $1 })

    /// What `内` begins when it is not a comparator.
    static let afterNei: Set<Unicode.Scalar> = ["容", "部", "外", "控", "涵", "业", "刊", "网", "科", "存", "地", "陆"]

    /// Scales; a longer unit such as 千克 goes before.
    static let scales = WordTable(scaleValues)

    /// The word of a scale.
    static let scaleNames = Dictionary(scaleValues.map { ($0.value, $0.key) }) { $1 }

    private static let scaleValues = [
        "十": 10, "百": 100, "千": 1_000, "万": 10_000, "十万": 100_000, "百万": 1_000_000, "千万": 10_000_000,
        "亿": 100_000_000, "十亿": 1_000_000_000, "百亿": 10_000_000_000, "万亿": 1_000_000_000_000,
    ]

    /// What follows a date: whether the end of its span is meant, or the day before it begins may be.
    static let dateEnds = WordTable<DateEnd>([
        "前": .before, "之前": .before, "以前": .before, "底前": .end, "底之前": .end, "底以前": .end, "末前": .end, "末之前": .end,
        "末以前": .end, "底": .end, "末": .end, "内": .end, "内前": .end, "之内": .end, "以内": .end, "份前": .before, "份之前": .before,
        "份底前": .end, "份底": .end, "份内": .end, "份": .none, "度": .none, "度内": .end, "度底前": .end, "下旬前": .end, "下旬": .end,
        "中旬": .middle, "中旬前": .middle, "上旬": .early, "上旬前": .early, "初": .vague, "初前": .vague, "中": .vague,
    ])

    /// The end of a date phrase.
    enum DateEnd: Sendable { case none, before, end, middle, early, vague }

    /// Words of which qualitative labels are made.
    static let labels = WordTable<Void>(Dictionary(labelWords.map { ($0, ()) }) { $1 })

    private static let labelWords = [
        "显著", "明显", "一般", "有效", "高", "较高", "很高", "好", "较好", "良好", "优", "优良", "优秀", "良", "中", "差", "较差", "合格",
        "不合格", "达标", "未达标", "满意", "基本", "非常", "比较", "较", "很", "不满意", "及时", "不及时", "按时", "按期", "准时", "完成", "全部",
        "已", "未", "完全", "达成", "部分", "预期", "指标", "目标", "效果", "提升", "提高", "增强", "改善", "加强", "保障", "确保", "促进", "推动",
        "推进", "稳定", "持续", "长期", "进一步", "不断", "逐步", "稳步", "大幅", "有所", "得到", "充分", "全面", "规范", "健全", "完善", "正常",
        "安全", "高效", "优化", "保持", "维护", "落实", "增长", "下降", "减少", "降低", "缩短", "是", "否", "有", "无", "强", "较强", "大",
        "较大", "深远", "可持续", "运转", "运行", "覆盖", "全覆盖", "到位", "显现", "巩固", "扩大", "丰富", "满足", "需求", "符合", "要求", "标准",
        "通过", "验收", "实现", "发挥", "作用", "较为", "十分", "切实", "平稳", "有序", "顺利", "准确", "真实", "完整", "整体", "水平", "以上", "及以上",
        "及其以上",
    ]

    private static func words(
        _ comparator: Comparator, _ list: [String], isWeak: Bool = false, isImmediate: Bool = false
    ) -> [String: ComparatorWord] {
        let word = ComparatorWord(comparator: comparator, isWeak: isWeak, isImmediate: isImmediate)
        return Dictionary(list.map { ($0, word) }) { $1 }
    }
}
