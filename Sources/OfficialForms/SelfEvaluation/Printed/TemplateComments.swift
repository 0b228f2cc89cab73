/// The cell comments of the template: the extraction prints them, with the name of who wrote them, at the end of each page.
enum TemplateComments {
    /// Parts the lines of the table from comments and page numbers, and marks where a page begins.
    static func part(_ lines: [PrintedLine]) -> (table: [PrintedLine], notes: [PrintedLine]) {
        var table: [PrintedLine] = []
        var notes: [PrintedLine] = []
        var beginsPage = false
        for block in blocks(lines) {
            if isNote(block) {
                notes += block
                beginsPage = true
                continue
            }
            var isFirst = !table.isEmpty
            for line in block {
                if isComment(line.compact) || isPageNumber(line, in: block) {
                    notes.append(line)
                    continue
                }
                var kept = line
                kept.beginsPage = isFirst && (beginsPage || line.blanksBefore >= 2)
                table.append(kept)
                isFirst = false
            }
            beginsPage = false
        }
        return (table, notes)
    }

    /// Runs of lines between which two or more lines are blank.
    private static func blocks(_ lines: [PrintedLine]) -> [ArraySlice<PrintedLine>] {
        var result: [ArraySlice<PrintedLine>] = []
        var start = lines.startIndex
        for index in lines.indices.dropFirst() where lines[index].blanksBefore >= 2 {
            result.append(lines[start..<index])
            start = index
        }
        if start < lines.endIndex { result.append(lines[start...]) }
        return result
    }

    /// A block of comments and their authors: short lines, one of them a known comment, none of them a line of the table.
    private static func isNote(_ block: ArraySlice<PrintedLine>) -> Bool {
        guard block.contains(where: { isComment($0.compact) }) else { return false }
        return !block.contains { line in
            if isTable(line) { return true }
            let words = line.words.suffix(2)
            return words.count == 2 && words.allSatisfy { CellContent.number($0) != nil }
        }
    }

    private static func isTable(_ line: PrintedLine) -> Bool {
        let first = line.words.first ?? ""
        return IndicatorHeading.level1(first) != nil || IndicatorHeading.level2(first) != nil
            || PrintedSections.isLabel(line.compact) || line.compact.hasPrefix("总分")
            || CellContent.contains(line.compact, "：")
    }

    /// Whether a line is one of the comments that the template carries.
    static func isComment(_ compact: String) -> Bool {
        guard compact.utf8.count <= 72 else { return false }
        if let first = compact.unicodeScalars.first, CellContent.isLatin(first) || "微作".unicodeScalars.contains(first),
            authors.contains(compact.lowercased())
        {
            return true
        }
        if phrases.contains(where: { CellContent.contains(compact, $0) }) { return true }
        guard CellContent.contains(compact, "限") else { return false }
        var bare = Substring(compact)
        while let first = bare.first, "(（".contains(first) { bare = bare.dropFirst() }
        guard bare.hasPrefix("限") else { return false }
        let digits = bare.dropFirst().prefix { $0.isNumber }
        guard !digits.isEmpty else { return false }
        let rest = bare.dropFirst(1 + digits.count)
        return rest.hasPrefix("字") || rest.hasPrefix("个字")
    }

    private static let authors: Set<String> = [
        "windows用户", "microsoft用户", "微软用户", "administrator", "admin", "user", "微软中国", "作者", "pc",
    ]
    private static let phrases: [StaticString] = ["导入模板", "导出模板", "目标为必填项", "无需填写", "由系统自动", "请从下拉"]

    private static func isPageNumber(_ line: PrintedLine, in block: ArraySlice<PrintedLine>) -> Bool {
        let text = line.compact
        if text.hasPrefix("第"), text.hasSuffix("页"), text.count <= 12 { return true }
        if block.count == 1, line.blanksBefore >= 2 {
            let bare = text.drop { "-—–".contains($0) }.prefix { !"-—–".contains($0) }
            return !bare.isEmpty && bare.count <= 4 && bare.allSatisfy(\.isNumber)
        }
        return false
    }
}
