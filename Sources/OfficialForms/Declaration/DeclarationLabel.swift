/// The fields in the head of a declaration and the labels under which offices print them.
enum DeclarationField: String, Sendable, CaseIterable {
    case projectCode, projectName, applicantUnit, primaryBudgetUnit, implementationPeriodYears, projectType
    case isNewProject, allocationMethod, totalAmountWan, annualAmountWan
    case policyBasis, estimationBasis, overview, annualGoal, longTermGoal
    case templateNote

    /// The printed names, longest first within a field; what stands in round brackets behind them is matched apart.
    var labels: [String] {
        switch self {
        case .projectCode: ["项目编码", "项目编号", "项目代码"]
        case .projectName: ["二级项目名称", "项目名称"]
        case .applicantUnit: ["项目申请单位", "项目申报单位", "申请单位", "申报单位"]
        case .primaryBudgetUnit: ["一级预算单位", "一级预算部门", "主管部门"]
        case .implementationPeriodYears: ["项目实施期限", "实施期限", "实施年限", "项目期限"]
        case .projectType: ["项目类型", "项目类别"]
        case .isNewProject: ["是否新增项目", "是否为新增项目", "是否新增"]
        case .allocationMethod: ["资金分配方式", "分配方式"]
        case .totalAmountWan: ["项目总金额", "项目总额", "中期规划金额"]
        case .annualAmountWan: ["本年度项目金额", "本年项目金额", "当年项目金额", "年度项目金额", "本年度金额"]
        case .policyBasis: ["项目政策依据", "政策依据", "立项依据"]
        case .estimationBasis: ["项目测算依据", "预算测算依据", "测算依据"]
        case .overview: ["项目概况", "项目概述"]
        case .annualGoal: ["年度绩效目标", "年度总体目标", "年度目标"]
        case .longTermGoal: ["中长期目标", "长期绩效目标", "长期目标"]
        case .templateNote: ["备注"]
        }
    }

    /// Whether the field is a text of many lines.
    var isLongText: Bool {
        switch self {
        case .policyBasis, .estimationBasis, .overview, .annualGoal, .longTermGoal, .templateNote: true
        default: false
        }
    }

    /// Whether the field holds a number, a code or a yes: no text can continue it.
    var isClosed: Bool {
        switch self {
        case .projectCode, .implementationPeriodYears, .isNewProject, .totalAmountWan, .annualAmountWan: true
        default: false
        }
    }
}

/// A label found in a cell.
struct DeclarationLabel: Sendable, Hashable {
    /// What stands behind the printed name.
    enum Closure: Sendable { case colon, cellEnd, blank, openParenthesis }

    var field: DeclarationField
    var start: Int
    /// The index behind the label, its bracket and its colon.
    var end: Int
    var closure: Closure
    /// What stands in the bracket behind the name, folded: `中期规划,万元`.
    var remark: Glyphs = []
    /// Whether the bracket is never closed, so that the remark may hold more than the label.
    var isTorn = false

    private static let names: [(field: DeclarationField, name: Glyphs)] = DeclarationField.allCases.flatMap { field in
        field.labels.map { (field, Glyphs($0)) }
    }

    /// Characters with which a label can begin: most lines of a file are ruled out by their first character.
    static let firstGlyphs: Set<Unicode.Scalar> = Set(names.compactMap(\.name.first) + ["*", "|", "<"])

    /// The label that is printed at `start` of a cell, if any.
    init?(at start: Int, in cell: Glyphs) {
        var begin = cell.skippingBlanks(from: start)
        while begin < cell.count, Glyph.folded(cell[begin]) == "*" { begin = cell.skippingBlanks(from: begin + 1) }
        guard begin < cell.count else { return nil }
        let first = Glyph.folded(cell[begin])
        var best: (field: DeclarationField, end: Int)?
        if Self.firstGlyphs.contains(first) {
            for (field, name) in Self.names where name[0] == first {
                if let end = cell.end(of: name, at: begin), end > best?.end ?? 0 { best = (field, end) }
            }
        } else if Glyph.isDigit(first) {
            // `2024年度项目金额` is the amount of the budget year.
            let digits = cell[begin...].prefix(4)
            if digits.count == 4, digits.allSatisfy(Glyph.isDigit),
                let end = cell.end(of: Glyphs("年度项目金额"), at: begin + 4)
            {
                best = (.annualAmountWan, end)
            }
        }
        guard let best else { return nil }
        field = best.field
        self.start = begin
        var index = cell.skippingBlanks(from: best.end)
        if index < cell.count, Glyph.folded(cell[index]) == "(" {
            guard let close = cell[index...].prefix(40).firstIndex(where: { Glyph.folded($0) == ")" }) else {
                if let colon = cell[index...].prefix(30).firstIndex(where: { Glyph.folded($0) == ":" }) {
                    // The bracket was lost, the colon was not.
                    remark = Array(cell[(index + 1)..<colon]).folded
                    (end, closure, isTorn) = (colon + 1, .colon, true)
                    return
                }
                guard cell.count - index <= 30 else { return nil }
                remark = Array(cell[(index + 1)...]).folded
                (end, closure, isTorn) = (cell.count, .openParenthesis, true)
                return
            }
            remark = Array(cell[(index + 1)..<close]).folded
            index = close + 1
        }
        let next = cell.skippingBlanks(from: index)
        if next >= cell.count {
            (end, closure) = (cell.count, .cellEnd)
        } else if Glyph.folded(cell[next]) == ":" {
            (end, closure) = (next + 1, .colon)
        } else if next > index {
            (end, closure) = (next, .blank)
        } else {
            return nil
        }
    }
}
