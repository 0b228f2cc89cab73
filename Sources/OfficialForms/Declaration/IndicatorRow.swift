/// A row of the indicator table while it is being gathered.
struct IndicatorRow: Sendable, Hashable {
    typealias Column = IndicatorColumns.Column

    /// The first-level name where this row prints one.
    var level1: String?
    /// The second-level name where this row prints one.
    var level2: String?
    var isStarred = false
    var cells: [Column: CellText] = [:]
    /// Columns whose text was placed by a guess.
    var doubts: Set<Column> = []
    var lines: [Int] = []

    subscript(_ column: Column) -> CellText {
        get { cells[column] ?? CellText() }
        set { cells[column] = newValue }
    }

    var isComplete: Bool { !self[.level3].isEmpty && !self[.target].isEmpty && !self[.explanation].isEmpty }

    mutating func append(_ glyphs: Glyphs, to column: Column, line: Int) {
        cells[column, default: CellText()].append(glyphs, line: line)
        if lines.last != line { lines.append(line) }
    }

    /// Whether the text of a column stops in the middle of a sentence, a quotation or a formula.
    func isUnfinished(_ column: Column) -> Bool {
        let cell = self[column]
        guard let last = cell.pieces.last?.glyphs.last else { return false }
        if ["，", ",", "、", "；", ";", "：", ":", "“", "（", "(", "=", "+", "-", "*", "/", "《", "和", "与", "的", "及"]
            .contains(last)
        {
            return true
        }
        // A cell of a hundred lines is no sentence: look at its end alone.
        guard cell.pieces.count < 100 else { return false }
        var quotes = 0
        var brackets = 0
        for glyph in cell.glyphs {
            switch glyph {
            case "“", "《": quotes += 1
            case "”", "》": quotes -= 1
            case "（", "(": brackets += 1
            case "）", ")": brackets -= 1
            default: break
            }
        }
        return quotes > 0 || brackets > 0
    }
}

/// What a target value looks like, for tables whose columns were lost.
enum TargetShape: Sendable {
    private static let comparators: [Glyphs] = [
        "≥", "≤", ">", "<", "=", "≧", "≦", "±", "~", "不低于", "不少于", "不超过", "不高于", "不多于", "不小于", "不大于",
        "至少", "高于", "低于", "大于", "小于", "等于", "约", "每月", "每周", "每年", "每季度", "每日", "每天", "在", "于",
        "控制在", "达到", "提升", "提高", "全年",
    ].map { Glyphs($0) }.sorted { $0.count > $1.count }

    private static let words: Set<String> = [
        "不适用", "显著", "明显", "一般", "有效", "提升", "提高", "较高", "较好", "良好", "优", "优良", "优秀", "满意", "高", "好",
        "达标", "合格", "及时", "有所提升", "有效提升", "显著提升", "有效保障", "长期", "持续", "是", "有", "无", "零", "改善",
        "明显提升", "持续提升", "逐步提升", "较满意", "基本满意", "非常满意", "完成", "符合要求", "按时完成", "及时完成",
    ]

    /// Whether a token is a comparator without its number: `≥`.
    static func isComparator(_ token: Glyphs) -> Bool { comparators.contains(token.folded) }

    /// Whether a token reads as a unit that was torn off its number: `人`, `万元/人/年`.
    static func isUnit(_ token: Glyphs) -> Bool {
        let folded = token.folded
        let units: Set<Unicode.Scalar> = [
            "人", "次", "个", "件", "套", "份", "台", "家", "项", "天", "日", "年", "月", "元", "万", "场", "篇", "卷", "期", "名", "户",
            "批", "册", "辆", "间", "处", "条", "时", "小", "分", "钟", "米", "公", "里", "平", "方", "吨", "度", "级", "%", "‰", "/",
            "以",
            "上", "下", "内", "前", "底", "之", "宗", "幅", "块", "张", "位", "座", "组", "轮", "节", "课", "学", "社", "区", "工", "作",
        ]
        return !folded.isEmpty && folded.count <= 6 && folded.allSatisfy { units.contains($0) }
    }

    /// Whether a token reads as a value of its own: `≥95%`, `10人`, `2022年12月底前`, `显著`, `不适用`.
    static func isTarget(_ token: Glyphs) -> Bool {
        let folded = token.folded
        guard (1...24).contains(folded.count) else { return false }
        if words.contains(folded.string) { return true }
        var index = 0
        var compared = false
        if let comparator = comparators.first(where: { folded.starts(with: $0) }) {
            index = comparator.count
            compared = true
            if index < folded.count, folded[index] == "=" { index += 1 }
        }
        guard index < folded.count, Glyph.isDigit(folded[index]) else { return false }
        guard !folded.contains(where: { ["“", "”", "，", "。", "；", ",", ";", ":", "《"].contains($0) }) else {
            return false
        }
        while index < folded.count, Glyph.isDigit(folded[index]) || folded[index] == "." || folded[index] == "," {
            index += 1
        }
        let rest = folded[index...]
        if rest.first == "、" || folded[index - 1] == "." { return false }
        if let next = rest.first, next.isASCII, next.properties.isAlphabetic { return false }
        return compared ? rest.count <= 14 : rest.count <= 11
    }

    /// Whether a text cannot open a cell: it continues the one above.
    static func cannotBegin(_ glyphs: Glyphs) -> Bool {
        guard let first = glyphs.first else { return false }
        if ["）", ")", "”", "》", "，", "。", "、", "；", "：", ",", ";", "%", "％", "/"].contains(first) { return true }
        return ["以上", "以内", "以下", "以前", "之前", "日前", "日之前", "前完成", "月底前", "底前"].contains { glyphs.starts(with: $0) }
    }
}
