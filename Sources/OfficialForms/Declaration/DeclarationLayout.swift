internal import BudgetPerformance

/// 二级项目支出绩效目标申报表 in every edition: the reader goes by labels, level names and columns, not by the edition.
struct DeclarationLayout: TextLayout {
    func begins(at index: Int, in lines: [TextLine]) -> Bool {
        let text = lines[index].text
        switch DeclarationMark(text) {
        case .title: return Self.headFollows(behind: index, in: lines)
        case .firstLabel: return !Self.isWithinForm(index, in: lines) && Self.isDeclaration(from: index, in: lines)
        default: return false
        }
    }

    func read(_ lines: ArraySlice<TextLine>) -> LayoutReading {
        var scan = DeclarationScan(lines)
        return scan.reading()
    }

    // MARK: Where a form begins

    /// A title opens a form where labels of the head follow before anything else of a table: in a list of contents another
    /// title follows, and at the top of a page in the middle of a table, its rows.
    private static func headFollows(behind title: Int, in lines: [TextLine]) -> Bool {
        var seen = 0
        for line in lines[(title + 1)...] {
            switch DeclarationMark(line.text) {
            case .blank: continue
            case .firstLabel, .label: return true
            case .title, .otherTitle, .table: return false
            case .other: break
            }
            seen += 1
            if seen == 12 { return false }
        }
        return false
    }

    /// Whether a label stands in the head of a form that has begun above.
    private static func isWithinForm(_ index: Int, in lines: [TextLine]) -> Bool {
        for line in lines[..<index].reversed() {
            switch DeclarationMark(line.text) {
            case .blank, .other: continue
            case .title, .otherTitle, .firstLabel, .label: return true
            case .table: return false
            }
        }
        return false
    }

    /// Whether a head without a title is one of a declaration: labels that only a declaration prints follow.
    private static func isDeclaration(from index: Int, in lines: [TextLine]) -> Bool {
        var seen = 0
        for line in lines[index...] {
            let mark = DeclarationMark(line.text)
            if mark == .blank { continue }
            if seen > 0, mark == .title || mark == .otherTitle { return false }
            if DeclarationMark.isOfEvaluation(line.text) { return false }
            if DeclarationMark.isOfDeclaration(line.text) { return true }
            seen += 1
            if seen == 40 { return false }
        }
        return false
    }
}

/// What a line is at first sight, for finding where forms begin.
enum DeclarationMark: Sendable {
    case blank, title, otherTitle, firstLabel, label, table, other

    private static let lastGlyphs: Set<Unicode.Scalar> = ["表", "）", ")", "】", "*", "〉", "》"]
    private static let levelGlyphs: Set<Unicode.Scalar> = [
        "一", "产", "效", "满", "数", "质", "时", "成", "经", "社", "生", "可", "服",
    ]

    init(_ text: String) {
        let scalars = text.unicodeScalars
        guard let first = scalars.first(where: { !Glyph.isBlank($0) }),
            let last = scalars.last(where: { !Glyph.isBlank($0) })
        else {
            self = .blank
            return
        }
        let folded = Glyph.folded(first)
        if Self.lastGlyphs.contains(last), let title = Self.title(text) {
            self = title
        } else if DeclarationLabel.firstGlyphs.contains(folded), let label = Self.label(text) {
            self = label
        } else if folded == "*" || folded == "|" || Self.levelGlyphs.contains(folded),
            IndicatorScan.opens(at: TableLine(TextLine(number: 0, text: text)))
        {
            self = .table
        } else {
            self = .other
        }
    }

    private static func title(_ text: String) -> DeclarationMark? {
        guard text.utf8.count <= 400 else { return nil }
        var folded = Glyphs(text).folded
        // `…表（2025年度）` and `…表）` of a bracketed heading.
        if folded.last == ")", let open = folded.lastIndex(of: "("), folded[..<open].last == "表" {
            folded = Array(folded[..<open])
        }
        guard (5...45).contains(folded.count), folded.last == "表",
            !folded.contains(where: { ["。", "，", "、", ",", ";"].contains($0) })
        else { return nil }
        guard folded.contains(performance) else { return nil }
        if evaluations.contains(where: folded.contains) { return .otherTitle }
        return folded.contains(goal) && declarations.contains(where: folded.contains) ? .title : nil
    }

    private static func label(_ text: String) -> DeclarationMark? {
        let line = TableLine(TextLine(number: 0, text: text))
        guard let cell = line.cells.first(where: { !$0.isEmpty }), let label = DeclarationLabel(at: 0, in: cell) else {
            return nil
        }
        guard label.closure == .colon || label.closure == .cellEnd, label.field != .templateNote else { return nil }
        return label.field == .projectCode || label.field == .projectName ? .firstLabel : .label
    }

    static func isOfDeclaration(_ text: String) -> Bool { contains(text, anyOf: declarationWords) }
    static func isOfEvaluation(_ text: String) -> Bool { contains(text, anyOf: evaluationWords) }

    private static let declarationWords = [
        "申请单位", "分配方式", "是否新增", "项目总金额", "本年度项目金额", "测算依据", "政策依据", "指标解释", "项目概况", "长期目标",
    ].map { Glyphs($0) }
    private static let evaluationWords = [
        "自评", "年初预算数", "全年执行", "实际完成", "主管部门", "实施单位", "执行率", "项目资金",
    ].map { Glyphs($0) }

    private static func contains(_ text: String, anyOf words: [Glyphs]) -> Bool {
        let line = Glyphs(text).folded
        return words.contains(where: line.contains)
    }

    private static let performance = Glyphs("绩效")
    private static let goal = Glyphs("目标")
    private static let evaluations = ["自评", "评价", "监控"].map { Glyphs($0) }
    private static let declarations = ["项目", "申报"].map { Glyphs($0) }
}
