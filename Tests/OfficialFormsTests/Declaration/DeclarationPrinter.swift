import BudgetPerformance

/// Prints a declaration as offices' tables come out of documents: tabs, merged cells, wrapped columns, lost tabs.
struct DeclarationPrinter {
    enum Rows { case tabs, merged, mergedWithoutFirstCell, singleBlanks, wideBlanks, oneCellALine }

    var title: String? = "二级项目支出绩效目标申报表"
    var colon = "："
    var labelsALine = 2
    /// What stands between a label and its value, and between two fields.
    var separator = "\t"
    var codeLabel = "项目编码"
    var longTermLabel = "长期目标（跨度多年的项目需填）"
    var totalLabel = "项目总金额（中期规划，万元）"
    var suffix = true
    var star = "*"
    var rows = Rows.tabs
    var printsHeader = true
    /// Printed widths at which cells are wrapped, by column; none where `nil`.
    var widths: [Int]?
    /// The width at which texts of the head are wrapped onto lines of their own.
    var textWidth: Int?
    /// Printed after every third row.
    var pageBreak: [String] = []
    var lineEnd = "\n"

    func print(_ declaration: Declaration) -> String {
        ((title.map { ["", $0, ""] } ?? []) + head(declaration) + table(declaration)).joined(separator: lineEnd)
            + lineEnd
    }

    func head(_ form: Declaration) -> [String] {
        let fields: [(String, String?)] = [
            (codeLabel, form.projectCode), ("项目名称", form.projectName), ("申请单位", form.applicantUnit),
            ("一级预算单位", form.primaryBudgetUnit),
            ("实施期限", form.implementationPeriodYears.map { "\($0)" }), ("项目类型", form.projectType),
            ("是否新增项目", form.isNewProject.map { $0 ? "是" : "否" }), ("分配方式", form.allocationMethod),
            (totalLabel, form.totalAmountWan?.text), ("本年度项目金额（万元）", form.annualAmountWan?.text),
        ]
        var lines: [String] = []
        let printed = fields.compactMap { label, value in value.map { label + colon + separator + $0 } }
        for start in stride(from: 0, to: printed.count, by: labelsALine) {
            lines.append(printed[start..<min(start + labelsALine, printed.count)].joined(separator: separator))
        }
        let texts: [(String, String?)] = [
            ("政策依据", form.policyBasis), ("测算依据", form.estimationBasis), ("项目概况", form.overview),
            ("年度目标", form.annualGoal), (longTermLabel, form.longTermGoal),
        ]
        for case (let label, let value?) in texts {
            guard let textWidth else {
                lines.append(label + colon + separator + value)
                continue
            }
            lines.append(label + colon)
            lines += Self.wrapped(value, at: textWidth) + [""]
        }
        return lines
    }

    func table(_ form: Declaration) -> [String] {
        let titles = ["一级指标", "二级指标", "三级指标", "指标值", "指标解释"]
        var lines = !printsHeader ? [] : rows == .oneCellALine ? titles : [line(titles)]
        var above = ("", "")
        for (index, row) in form.indicators.enumerated() {
            var first = suffix ? row.level1 : String(row.level1.dropLast(2))
            var second = (row.required ? star : "") + (suffix ? row.level2 : String(row.level2.dropLast(2)))
            let names = (first, second)
            if rows == .merged || rows == .mergedWithoutFirstCell, first == above.0 {
                if second == above.1 { second = "" }
                first = ""
            }
            above = names
            var cells = [first, second, row.level3, row.target, row.explanation]
            if rows == .mergedWithoutFirstCell, first.isEmpty { cells.removeFirst() }
            if rows == .oneCellALine {
                lines += cells + [""]
            } else if let widths {
                let columns = zip(cells, widths).map { Self.wrapped($0, at: $1) }
                for step in 0..<(columns.map(\.count).max() ?? 0) {
                    lines.append(line(columns.map { step < $0.count ? $0[step] : "" }))
                }
            } else {
                lines.append(line(cells))
            }
            if index % 3 == 2 { lines += pageBreak }
        }
        return lines
    }

    private func line(_ cells: [String]) -> String {
        switch rows {
        case .singleBlanks: cells.joined(separator: " ")
        case .wideBlanks: cells.joined(separator: "   ")
        default: cells.joined(separator: "\t")
        }
    }

    private static func wrapped(_ text: String, at width: Int) -> [String] {
        var lines = [""]
        var used = 0
        for character in text {
            let wide = character.unicodeScalars.contains { $0.value >= 0x1100 } ? 2 : 1
            if used + wide > width {
                lines.append("")
                used = 0
            }
            lines[lines.count - 1].append(character)
            used += wide
        }
        return lines
    }
}
