/// What target and actual values look like.
enum TargetText {
    /// Whether the text is a number with at most a sign and a short unit, such as `≥95%`, `2500份` or `8-12人`.
    static func isPlain(_ text: String) -> Bool {
        var rest = text.unicodeScalars[...]
        while let first = rest.first, signs.contains(first) { rest = rest.dropFirst() }
        guard let first = rest.first, CellContent.isDigit(first) else { return false }
        let tail = rest.drop { CellContent.isDigit($0) || numeric.contains($0) }
        return tail.prefix(4).count <= 3 || tail.count <= 8 && tail.allSatisfy(units.contains)
    }

    /// What units such as `万元/人·年` are made of.
    private static let units = Set("万亿元人次年月日天个件份辆台套期场批户家项名起·／平方米公里小时分钟学".unicodeScalars)

    private static let signs = Set("≥≤＞＜><=＝约共".unicodeScalars)
    private static let numeric = Set(".,-—~～至%％/".unicodeScalars)

    /// How much a text looks like a target: points above zero speak for it.
    static func likeness(_ text: String) -> Double {
        if isPlain(text) { return 3 }
        if CellContent.beginsWithComparator(text) { return 3 }
        if labels.contains(text) { return 2.5 }
        var score = 0.0
        if CellContent.hasDigit(text) {
            score += 0.75
            // `每季度不少于1次` is no name.
            if comparators.contains(where: { CellContent.contains(text, $0) }) { score += 0.75 }
            if let first = text.unicodeScalars.first, first == "每" { score += 0.75 }
        }
        if text.unicodeScalars.contains(where: { signs.contains($0) && !CellContent.isHan($0) }) { score += 0.75 }
        if deadlineEnds.end(text) { score += 1 }
        return score
    }

    private static let labels: Set<String> = [
        "优", "良", "好", "高", "显著", "明显", "有效", "及时", "满意", "合格", "达标", "完成", "良好", "优秀", "是", "无", "按时", "准时",
        "有所提升", "有效提升", "显著提升", "明显提升", "持续", "长期", "不适用", "提升", "提高", "稳定", "正常", "全部完成", "按期完成", "按时完成",
    ]
    private static let comparators: [StaticString] = ["不少于", "不低于", "不超过", "不高于", "大于", "小于", "至少"]
    private static let deadlineEnds: WordEnds = ["前", "底前", "之前", "以上", "以下", "以内", "日内", "天内", "完成", "内"]

    /// How much an actual value looks like the answer to a target.
    static func likeness(of target: String, and actual: String) -> Double {
        if target == actual { return 3 }
        var score = 0.0
        if CellContent.hasDigit(target) == CellContent.hasDigit(actual) { score += 0.75 }
        if let unit = unit(target), unit == self.unit(actual) { score += 1.5 }
        let common = zip(target.unicodeScalars.prefix(4), actual.unicodeScalars).prefix { $0 == $1 }.count
        score += Double(common) * 0.5
        return score
    }

    /// The number of the list item that begins the text, such as `2.`, `2、` or `（2）`.
    static func listItem(_ text: String) -> Int? {
        var rest = Substring(text)
        let isBracketed = rest.first == "（" || rest.first == "("
        if isBracketed { rest = rest.dropFirst() }
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty, digits.count <= 2, let number = Int(digits) else { return nil }
        rest = rest.dropFirst(digits.count)
        guard let mark = rest.first, (isBracketed ? "）)" : ".．、").contains(mark) else { return nil }
        if let next = rest.dropFirst().first, next.isNumber { return nil }
        return number
    }

    /// Whether the text cannot end a cell: a comparator, or a frequency, of which the number is still to come.
    static func isOpen(_ text: String) -> Bool {
        if let last = text.unicodeScalars.last, openSigns.contains(last) { return true }
        return frequencies.contains(text)
    }

    private static let openSigns = Set("≥≤＞＜><=＝".unicodeScalars)
    private static let frequencies: Set<String> = [
        "每年", "每月", "每周", "每季度", "每天", "每日", "每人", "每次", "不少于", "不低于", "不超过",
    ]

    /// Whether the text is too short to be a value: a single character that is no grade.
    static func isFragment(_ text: String) -> Bool {
        text.count == 1 && CellContent.hasHan(text) && !labels.contains(text)
    }

    /// Whether a number is cut off from its unit.
    static func splitsAmount(_ before: String, _ after: String) -> Bool {
        guard let last = before.unicodeScalars.last, let first = after.unicodeScalars.first else { return false }
        if CellContent.isDigit(last), amountUnits.contains(first) { return true }
        return before.hasSuffix("万") && (after == "元" || after.hasPrefix("元，") || after.hasPrefix("元,"))
    }

    private static let amountUnits = Set("万元亿%％".unicodeScalars)

    private static func unit(_ text: String) -> Unicode.Scalar? {
        text.unicodeScalars.last.map { $0 == "％" ? "%" : $0 }
    }

    /// Whether a text ends as the name of an indicator does.
    static func endsLikeName(_ text: String) -> Bool { nameEnds.end(text) }

    private static let nameEnds: WordEnds = [
        "率", "数", "数量", "次数", "人数", "份数", "时间", "及时性", "成本", "度", "情况", "效果", "水平", "金额", "时效", "质量", "性", "量",
        "场次", "批次", "单价", "提升", "天数", "总额", "控制", "标准", "期限", "支出", "经费", "费用", "面积", "能力", "作用", "影响",
    ]
}
