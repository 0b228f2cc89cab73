internal import BudgetPerformance

/// Nothing is dropped: each Chinese character and digit of a form is in a field, a note or an unplaced line, or belongs to a
/// printed label.
enum Conservation {
    /// The lines that hold characters which the reading lost. Lines of doubtful fields are left out: they are told already, and
    /// overlapping cells of a scan say some characters twice.
    static func lost(_ lines: ArraySlice<TextLine>, in reading: LayoutReading) -> [FormReading.UnplacedLine] {
        var missing: [Unicode.Scalar: Int] = [:]
        let doubtful = Set(reading.lowConfidence.flatMap(\.lines))
        for line in lines where !doubtful.contains(line.number) {
            for scalar in line.text.unicodeScalars where counts(scalar) { missing[folded(scalar), default: 0] += 1 }
        }
        for text in texts(of: reading) {
            for scalar in text.unicodeScalars where counts(scalar) { missing[folded(scalar)]? -= 1 }
        }
        missing = missing.filter { $0.value > 0 }
        guard !missing.isEmpty else { return [] }
        return lines.compactMap { line in
            let isLost =
                !doubtful.contains(line.number)
                && line.text.unicodeScalars.contains { counts($0) && missing[folded($0)] != nil }
            return isLost ? FormReading.UnplacedLine(line: line.number, text: line.text) : nil
        }
    }

    /// Whether a character may not get lost.
    private static func counts(_ scalar: Unicode.Scalar) -> Bool {
        CellContent.isDigit(scalar) || CellContent.isHan(scalar) && !labelCharacters.contains(scalar)
    }

    private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        (0xFF10...0xFF19).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
    }

    /// Whether the text is made of nothing but characters of labels and signs.
    static func isLabelText(_ text: String) -> Bool { !text.unicodeScalars.contains(where: counts) }

    private static let labelCharacters = Set(
        """
        项目支出绩效自评表编码名称年度实施单位一级预算主管部门金额元资金使用情况年初全执行数分值率得总其中当财政拨款上结转他它本预期目标实际\
        完成体二三指原因析及改进措偏差产出效益满意质量时成本经济社会生态可持续影响服务对象备注环境力发展性
        """.unicodeScalars)

    private static func texts(of reading: LayoutReading) -> [String] {
        var texts = reading.notes + reading.unplaced.map(\.text)
        guard case .selfEvaluation(let form) = reading.form else { return texts }
        texts += [
            form.title, form.projectCode, form.projectName, form.supervisingDepartment, form.implementingUnit,
            form.primaryBudgetUnit, form.projectAmountYuan?.text, form.expectedGoal, form.actualCompletion,
            form.totalWeight?.text, form.totalScore?.text, form.funds.weight?.text, form.funds.executionRate?.text,
            form.funds.score?.text,
        ].compactMap { $0 }
        if form.yearSource == .printed { texts.append(form.year.map { "\($0)" } ?? "") }
        for line in [form.funds.total, form.funds.fiscal, form.funds.carriedOver, form.funds.other].compactMap({ $0 }) {
            texts += [line.initialBudget, line.fullYearBudget, line.executed].map(\.text)
            texts.append(line.executionRate?.text ?? "")
        }
        // Points are printed again where a group goes on over a page.
        for weight in (form.level1Weights ?? [:]).values { texts += [String](repeating: weight.text, count: 20) }
        for row in form.indicators {
            texts += [
                row.level3, row.target, row.actual, row.weight.text, row.score.text, row.deviationReason ?? "",
            ]
        }
        return texts
    }
}
