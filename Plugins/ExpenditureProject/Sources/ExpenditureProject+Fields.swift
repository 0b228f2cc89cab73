internal import Workflow
public import WorkflowPlugin

extension ExpenditureProject {
    /// The amounts, which rules read as exact numbers.
    public var decimalPaths: Set<String> {
        let funds = FundsLine.allCases.flatMap { line in
            FundsColumn.allCases.map { "document.execution.funds.\(line.rawValue).\($0.rawValue)" }
        }
        return Set(["document.declaration.totalAmountWan", "document.declaration.annualAmountWan"] + funds)
    }

    /// The project's name first: by it a case is called.
    public var listedFields: [ListedField] {
        [
            ListedField(
                path: "document.declaration.projectName", title: LocalizedText(chinese: "项目名称", english: "Project")),
            ListedField(
                path: "document.declaration.applicantUnit", title: LocalizedText(chinese: "申请单位", english: "Applicant")),
            ListedField(
                path: "document.declaration.annualAmountWan",
                title: LocalizedText(chinese: "本年度金额（万元）", english: "This year (10,000 yuan)"), isAmount: true),
        ]
    }

    /// The twelve amounts of the execution record, e.g. `executed` or `全年执行数` for the total line.
    public var inputs: [DocumentInput] {
        FundsLine.allCases.flatMap { line in
            FundsColumn.allCases.map { column in
                DocumentInput(
                    names: [line.englishName(column), line.chinesePrefix + column.label], part: "execution",
                    pointer: "/funds/\(line.rawValue)/\(column.rawValue)",
                    title: LocalizedText(
                        chinese: "\(line.label)：\(column.label)（元）",
                        english: "\(line.english): \(column.english), in yuan"))
            }
        }
    }
}

/// The lines of 项目资金.
enum FundsLine: String, Sendable, CaseIterable {
    case total, fiscal, carriedOver, other

    /// The label as the form prints it.
    var label: String {
        switch self {
        case .total: "年度资金总额"
        case .fiscal: "当年财政拨款"
        case .carriedOver: "上年结转资金"
        case .other: "其他资金"
        }
    }

    var english: String {
        switch self {
        case .total: "all funds"
        case .fiscal: "fiscal appropriation"
        case .carriedOver: "carried over"
        case .other: "other funds"
        }
    }

    var chinesePrefix: String {
        switch self {
        case .total: ""
        case .fiscal: "财政拨款"
        case .carriedOver: "上年结转"
        case .other: "其他资金"
        }
    }

    func englishName(_ column: FundsColumn) -> String {
        guard self != .total else { return column.rawValue }
        return rawValue + column.rawValue.prefix(1).uppercased() + column.rawValue.dropFirst()
    }
}

/// The columns of 项目资金.
enum FundsColumn: String, Sendable, CaseIterable {
    case executed, fullYearBudget, initialBudget

    /// The label as the form prints it.
    var label: String {
        switch self {
        case .executed: "全年执行数"
        case .fullYearBudget: "全年预算数"
        case .initialBudget: "年初预算数"
        }
    }

    var english: String {
        switch self {
        case .executed: "executed in the year"
        case .fullYearBudget: "budget of the full year"
        case .initialBudget: "budget at the beginning"
        }
    }
}
