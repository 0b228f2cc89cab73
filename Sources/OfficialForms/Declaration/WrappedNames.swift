/// Mends labels and indicator names that are wrapped over lines: `项目总金额（中期规` + `划，万元）：`, `服务对象满意度指` + `标`.
enum WrappedNames: Sendable {
    private static let names: [Unicode.Scalar: [Glyphs]] = Dictionary(grouping: all) { $0.first ?? " " }

    private static let all: [Glyphs] =
        DeclarationField.allCases.flatMap { $0.labels.map { Glyphs($0) } } + IndicatorName.printed
        + ["一级指标", "二级指标", "三级指标", "指标解释", "年度指标值"].map { Glyphs($0) }

    /// Moves the rest of a wrapped name up to where it begins.
    static func mended(_ lines: [TableLine]) -> [TableLine] {
        var lines = lines
        for index in lines.indices {
            for column in lines[index].cells.indices.prefix(4) {
                var next = index + 1
                var tries = 0
                while next < lines.count, tries < 4 {
                    if lines[next].isBlank {
                        next += 1
                        tries += 1
                        continue
                    }
                    guard mend(&lines, at: index, column: column, from: next) else { break }
                    if lines[next].isBlank { next += 1 }
                    tries += 1
                }
            }
        }
        return lines
    }

    private static func mend(_ lines: inout [TableLine], at index: Int, column: Int, from next: Int) -> Bool {
        let cell = lines[index].cells[column]
        guard (2...30).contains(cell.count), let first = cell.first, Glyph.folded(first) == "*" || names[first] != nil
        else { return false }
        let source = lines[next].bareText != nil ? 0 : column
        guard lines[next].cells.indices.contains(source),
            source == column || lines[index].cells.count == 1 || column == lines[index].cells.count - 1
        else { return false }
        let below = lines[next].cells[source]
        guard !below.isEmpty, let taken = taken(by: cell, from: below) else { return false }
        lines[index].cells[column] += below[..<taken]
        lines[next].cells[source] = Array(below[taken...]).trimmed
        lines[next].dropEmptyEnd()
        return true
    }

    /// How many glyphs of the cell below belong to the name that `cell` begins.
    private static func taken(by cell: Glyphs, from below: Glyphs) -> Int? {
        if let label = DeclarationLabel(at: 0, in: cell), label.closure == .openParenthesis {
            guard DeclarationLabel(at: 0, in: below) == nil else { return nil }
            guard let close = below.prefix(24).firstIndex(where: { Glyph.folded($0) == ")" }) else {
                return below.count <= 12 && !below.contains(where: { ["。", "，"].contains($0) }) ? below.count : nil
            }
            let colon = below.skippingBlanks(from: close + 1)
            return colon < below.count && Glyph.folded(below[colon]) == ":" ? colon + 1 : close + 1
        }
        if let label = DeclarationLabel(at: 0, in: cell), label.closure == .cellEnd, label.remark.isEmpty,
            let first = below.first
        {
            // `长期目标` and its bracket, or its colon, on the next line.
            if Glyph.folded(first) == ":" { return 1 }
            if Glyph.folded(first) == "(", below.count <= 12, !below.contains(where: { Glyph.folded($0) == ")" }) {
                return below.count
            }
            if Glyph.folded(first) == "(", let close = below.prefix(30).firstIndex(where: { Glyph.folded($0) == ")" }) {
                let colon = below.skippingBlanks(from: close + 1)
                if colon >= below.count { return below.count }
                if Glyph.folded(below[colon]) == ":" { return colon + 1 }
            }
        }
        let begun = cell.folded.filter { $0 != "*" }
        guard begun.count >= 2 else { return nil }
        for name in names[begun[0]] ?? [] where name.count > begun.count && name.starts(with: begun) {
            guard let end = below.end(of: Array(name[begun.count...]), at: 0) else { continue }
            // A label goes on with its bracket or colon, a name ends with its cell.
            let behind = below.skippingBlanks(from: end)
            if behind >= below.count { return below.count }
            if Glyph.folded(below[behind]) == ":" { return behind + 1 }
            if Glyph.folded(below[behind]) == "(",
                let close = below[behind...].prefix(30).firstIndex(where: { Glyph.folded($0) == ")" })
            {
                let colon = below.skippingBlanks(from: close + 1)
                return colon < below.count && Glyph.folded(below[colon]) == ":" ? colon + 1 : close + 1
            }
        }
        return nil
    }
}
