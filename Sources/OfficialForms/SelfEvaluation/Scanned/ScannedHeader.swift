internal import BudgetPerformance

/// The labelled cells above the funds. A label is one cell, or several that together spell it; its value stands in the cells up to
/// the next label.
enum ScannedHeader {
    enum Field: Hashable { case code, name, amount, supervisingDepartment, implementingUnit, primaryBudgetUnit, year }

    private static let labels: [(text: String, field: Field)] = [
        ("项目编码", .code), ("项目名称", .name), ("项目金额", .amount), ("主管部门", .supervisingDepartment),
        ("实施单位", .implementingUnit),
        ("一级预算单位", .primaryBudgetUnit), ("绩效自评年度", .year), ("自评年度", .year),
    ]

    /// The label that begins at a cell, and the cell after it.
    static func label(at column: Int, in line: ScannedLine) -> (field: Field, next: Int)? {
        var text = ""
        for next in column..<min(column + 4, line.cells.count) {
            text += CellContent.compact(line.cells[next])
            if next == column, text.isEmpty { return nil }
            var bare = text
            for tail in ["：", ":", "（元）", "(元)"] where bare.hasSuffix(tail) { bare.removeLast(tail.count) }
            if let found = labels.first(where: { isLike($0.text, bare) }) { return (found.field, next + 1) }
            if text.count > 9 { return nil }
        }
        return nil
    }

    /// The same text, or the same but for one misread character.
    private static func isLike(_ label: String, _ text: String) -> Bool {
        if label == text { return true }
        guard label.count == text.count else { return false }
        return zip(label, text).count { $0 != $1 } <= 1
    }

    static func hasLabel(_ field: Field, in line: ScannedLine) -> Bool {
        line.cells.indices.contains { label(at: $0, in: line)?.field == field }
    }

    static func read(_ lines: [ScannedLine], into form: inout SelfEvaluation, doubts: inout Doubts) -> [ScannedLine] {
        var pieces: [Field: [String]] = [:]
        var numbers: [Field: [Int]] = [:]
        var starts: [(column: Int, field: Field)] = []
        var unplaced: [ScannedLine] = []
        for line in lines {
            var found: [(column: Int, field: Field)] = []
            var column = 0
            while column < line.cells.count {
                if let (field, next) = label(at: column, in: line), pieces[field] == nil {
                    found.append((column, field))
                    pieces[field] = []
                    numbers[field] = [line.number]
                    column = next
                    continue
                }
                let current = found.last?.field ?? starts.last { $0.column <= column }?.field
                if !line[column].isEmpty {
                    if let current {
                        pieces[current, default: []].append(line[column])
                        numbers[current, default: []].append(line.number)
                    } else {
                        unplaced.append(line)
                    }
                }
                column += 1
            }
            if !found.isEmpty { starts = found }
        }
        func text(_ field: Field, _ pointer: String) -> String? {
            guard let parts = pieces[field] else { return nil }
            let (text, didOverlap) = ScannedNoise.joinOverlapping(parts)
            if didOverlap { doubts.add(pointer, lines: numbers[field] ?? []) }
            return text
        }
        form.projectCode = text(.code, "/projectCode")
        form.projectName = text(.name, "/projectName")
        form.supervisingDepartment = text(.supervisingDepartment, "/supervisingDepartment")
        form.implementingUnit = text(.implementingUnit, "/implementingUnit")
        form.primaryBudgetUnit = text(.primaryBudgetUnit, "/primaryBudgetUnit")
        if let amount = pieces[.amount]?.joined() {
            var bare = CellContent.compact(amount)
            if bare.hasSuffix("元"), !bare.hasSuffix("万元") { bare.removeLast() }
            if CellContent.number(bare) == nil { doubts.add("/projectAmountYuan", lines: numbers[.amount] ?? []) }
            form.projectAmountYuan = PrintedNumber(CellContent.number(bare) ?? bare)
        }
        if let year = pieces[.year]?.joined(), let number = Int(year.filter(\.isNumber)), (1990...2100).contains(number)
        {
            form.year = number
            form.yearSource = .printed
        }
        return unplaced
    }
}
