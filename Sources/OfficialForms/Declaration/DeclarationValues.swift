internal import BudgetPerformance

/// Turns what was gathered into the values of a ``Declaration``, and says what is doubtful.
struct DeclarationValues: Sendable {
    var declaration = Declaration()
    private(set) var doubts: [FormReading.DoubtfulField] = []
    private(set) var unplaced: [FormReading.UnplacedLine] = []

    init(head: HeaderScan) {
        let text = { (field: DeclarationField) in head.fields[field]?.text }
        declaration.projectCode = head.fields[.projectCode].map { Self.withoutBlanks($0).string }
        declaration.projectName = text(.projectName)
        declaration.applicantUnit = text(.applicantUnit)
        declaration.primaryBudgetUnit = text(.primaryBudgetUnit)
        declaration.projectType = head.fields[.projectType].map { Self.projectType($0.text) }
        declaration.allocationMethod = text(.allocationMethod)
        declaration.policyBasis = text(.policyBasis)
        declaration.estimationBasis = text(.estimationBasis)
        declaration.overview = text(.overview)
        declaration.annualGoal = text(.annualGoal)
        declaration.longTermGoal = text(.longTermGoal)
        declaration.templateNote = text(.templateNote)
        declaration.totalAmountWan = amount(.totalAmountWan, in: head)
        declaration.annualAmountWan = amount(.annualAmountWan, in: head)
        if let cell = head.fields[.implementationPeriodYears], !cell.isEmpty {
            declaration.implementationPeriodYears = Self.years(cell)
            if declaration.implementationPeriodYears == nil { leave(.implementationPeriodYears, cell) }
        }
        if let cell = head.fields[.isNewProject], !cell.isEmpty {
            declaration.isNewProject = Self.answer(cell)
            if declaration.isNewProject == nil { leave(.isNewProject, cell) }
        }
        for (field, lines) in head.doubts { doubt("/\(field.rawValue)", Array(lines)) }
        if let code = declaration.projectCode, !code.isEmpty, !code.allSatisfy({ $0.isASCII }) {
            doubt("/projectCode", head.fields[.projectCode]?.lines ?? [])
        }
        doubts.sort { $0.pointer < $1.pointer }
    }

    // MARK: Rows

    mutating func takeRows(_ rows: [IndicatorRow], lastLine: Int) {
        var level1: String?
        var level2: (name: String, isStarred: Bool)?
        for (index, row) in rows.enumerated() {
            // A merged cell is printed once and holds for the rows below it; above the first one, for the first.
            let next = level2 == nil ? rows[index...].first { $0.level2 != nil } : nil
            if let name = row.level2 ?? (level2 == nil ? next?.level2 : nil) {
                level2 = (name, row.level2 == nil ? next?.isStarred ?? false : row.isStarred)
            }
            if let name = row.level1 { level1 = name }
            var doubtful = row.doubts
            let parent = level2.flatMap { IndicatorName.parent(of: $0.name) }
            if row.level1 == nil, let parent, parent != level1 {
                if level1 != nil, index > 0 { doubtful.insert(.level1) }
                level1 = parent
            }
            if row.level2 == nil, next != nil || row.level1 != nil { doubtful.insert(.level2) }
            declaration.indicators.append(
                DeclaredIndicator(
                    level1: level1 ?? "", level2: level2?.name ?? "", required: level2?.isStarred ?? false,
                    level3: row[.level3].text, target: row[.target].text, explanation: row[.explanation].text))
            for column in IndicatorColumns.Column.allCases where doubtful.contains(column) {
                doubt("/indicators/\(index)/\(column.key)", row.lines)
            }
        }
        let groups = Set(declaration.indicators.map(\.level1))
        let expected = Set(IndicatorTree.Level1.allCases.map(\.rawValue))
        // A table that was cut in the middle: what is missing is doubtful as a whole.
        if !groups.isSuperset(of: expected) { doubt("/indicators", [lastLine]) }
    }

    private mutating func doubt(_ pointer: String, _ lines: [Int]) {
        doubts.append(FormReading.DoubtfulField(pointer: pointer, lines: Array(Set(lines)).sorted()))
    }

    // MARK: Values

    /// A text that does not fit its field is not dropped.
    private mutating func leave(_ field: DeclarationField, _ cell: CellText) {
        doubt("/\(field.rawValue)", cell.lines)
        for piece in cell.pieces {
            unplaced.append(FormReading.UnplacedLine(line: piece.line, text: piece.glyphs.string))
        }
    }

    private static func withoutBlanks(_ cell: CellText) -> Glyphs {
        cell.glyphs.compactMap { glyph in
            Glyph.isBlank(glyph) ? nil : Glyph.isWordCharacter(glyph) ? Glyph.folded(glyph) : glyph
        }
    }

    /// `31 履职类项目`: code and name, one blank between.
    private static func projectType(_ text: String) -> String {
        let glyphs = Glyphs(text)
        let code = glyphs.prefix(while: Glyph.isDigit)
        guard (1...4).contains(code.count), code.count < glyphs.count, Glyph.isIdeograph(glyphs[code.count]) else {
            return text
        }
        return (code + [" "] + glyphs[code.count...]).string
    }

    private mutating func amount(_ field: DeclarationField, in head: HeaderScan) -> PrintedNumber? {
        guard let cell = head.fields[field] else { return nil }
        let remark = (head.remarks[field] ?? []).string
        var text = cell.glyphs.folded.filter { $0 != "," && $0 != "¥" && $0 != "￥" }
        let printsYuan = text.last == "元" && text.dropLast().last != "万"
        for unit in ["万元", "元", "万"] where text.string.hasSuffix(unit) {
            text.removeLast(unit.unicodeScalars.count)
            break
        }
        let number = PrintedNumber(text.string)
        if !text.isEmpty, number.decimal == nil || printsYuan || remark.contains("元") && !remark.contains("万") {
            doubt("/\(field.rawValue)", cell.lines)
        }
        return number
    }

    private static func years(_ cell: CellText) -> Int? {
        var text = cell.glyphs.folded.filter { $0 != "(" && $0 != ")" }
        if text.last == "年" { text.removeLast() }
        if text.last == "个" { text.removeLast() }
        if text.count == 1, let digit = Glyph.chineseDigit(text[0]) { return digit }
        return text.count <= 2 ? Int(text.string) : nil
    }

    /// `是` or `否`, also as ticked boxes: `☑是 □否`.
    private static func answer(_ cell: CellText) -> Bool? {
        let text = cell.glyphs.folded
        if text == ["是"] { return true }
        if text == ["否"] { return false }
        let ticks: Set<Unicode.Scalar> = ["☑", "√", "✓", "✔", "■", "☒", "●"]
        for (index, glyph) in text.enumerated() where ticks.contains(glyph) {
            let beside = [index + 1, index - 1].filter(text.indices.contains).map { text[$0] }
            if beside.first == "是" { return true }
            if beside.first == "否" { return false }
            if beside.contains("是"), !beside.contains("否") { return true }
            if beside.contains("否"), !beside.contains("是") { return false }
        }
        return nil
    }
}

extension IndicatorColumns.Column {
    /// The key of the column in the contract JSON.
    fileprivate var key: String {
        switch self {
        case .level1: "level1"
        case .level2: "level2"
        case .level3: "level3"
        case .target: "target"
        case .explanation: "explanation"
        }
    }
}
