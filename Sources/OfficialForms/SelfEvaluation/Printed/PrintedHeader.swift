internal import BudgetPerformance

/// The labelled fields above the funds: a label with a colon, then its value, which may go on over several lines.
enum PrintedHeader {
    enum Field { case code, name, year, implementingUnit, primaryBudgetUnit, supervisingDepartment, amount }

    private static let labels: [(text: String, field: Field)] = [
        ("项目编码", .code), ("项目名称", .name), ("绩效自评年度", .year), ("自评年度", .year), ("实施单位", .implementingUnit),
        ("一级预算单位", .primaryBudgetUnit), ("主管部门", .supervisingDepartment), ("项目金额（元）", .amount), ("项目金额", .amount),
    ]

    private static let labelStarts = Set(labels.compactMap(\.text.first))

    static func beginsWithLabel(_ compact: String) -> Bool {
        labels.contains { compact.hasPrefix($0.text + "：") || compact.hasPrefix($0.text + ":") }
    }

    /// Reads the fields; what stands before the first label comes back as unplaced.
    static func read(_ lines: [PrintedLine], into form: inout SelfEvaluation) -> [PrintedLine] {
        var values: [Field: [String]] = [:]
        var current: Field?
        var unplaced: [PrintedLine] = []
        for line in lines {
            for piece in pieces(of: line.compact) {
                if let field = piece.field {
                    current = field
                    values[field, default: []].append(piece.value)
                } else if let current {
                    values[current, default: []].append(piece.value)
                } else {
                    unplaced.append(line)
                }
            }
        }
        func value(_ field: Field) -> String? { values[field].map { CellContent.join($0) } }
        form.projectCode = value(.code)
        form.projectName = value(.name)
        form.implementingUnit = value(.implementingUnit)
        form.primaryBudgetUnit = value(.primaryBudgetUnit)
        form.supervisingDepartment = value(.supervisingDepartment)
        form.projectAmountYuan = value(.amount).map { PrintedNumber(CellContent.number($0) ?? $0) }
        if let year = value(.year) {
            let digits = year.filter(\.isNumber)
            if let number = Int(digits), (1990...2100).contains(number) {
                form.year = number
                form.yearSource = .printed
            }
        }
        return unplaced
    }

    /// Cuts a line at the labels in it.
    private static func pieces(of text: String) -> [(field: Field?, value: String)] {
        var result: [(field: Field?, value: String)] = []
        var rest = Substring(text)
        var pending: Field?
        var value = ""
        var isOpen = false
        while let character = rest.first {
            if labelStarts.contains(character),
                let label = labels.first(where: { rest.hasPrefix($0.text + "：") || rest.hasPrefix($0.text + ":") })
            {
                if isOpen || !value.isEmpty { result.append((pending, value)) }
                (pending, value, isOpen) = (label.field, "", true)
                rest = rest.dropFirst(label.text.count + 1)
            } else {
                value.append(character)
                rest = rest.dropFirst()
            }
        }
        if isOpen || !value.isEmpty { result.append((pending, value)) }
        return result
    }
}
