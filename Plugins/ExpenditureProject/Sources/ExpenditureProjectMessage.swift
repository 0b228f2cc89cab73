internal import JSONDocument
internal import Workflow
internal import WorkflowPlugin

/// What ``ExpenditureProject`` says, in one place.
enum ExpenditureProjectMessage: Sendable {
    static func unknownPart(_ part: String) -> Finding {
        let parts = ProjectPart.allCases.map(\.rawValue).joined(separator: ", ")
        return finding(
            "unknown-part", .error, JSONPointer(tokens: [part]),
            LocalizedText(chinese: "项目没有这一部分，可用：\(parts)。", english: "A project has no such part; it has \(parts)."))
    }

    static func shape(_ part: ProjectPart, at pointer: JSONPointer) -> Finding {
        finding(
            "shape", .error, pointer,
            LocalizedText(
                chinese:
                    "\(part.title.chinese)中的 \(pointer) 缺失或类型不对，无法保存。金额写成文本，如 \"12.50\"；格式见 shenpi forms read --format json 的输出。",
                english:
                    "\(pointer) of the \(part.title.english) is missing or has the wrong type, so it cannot be stored. Amounts are texts such as \"12.50\"; `shenpi forms read --format json` prints the shape."
            ))
    }

    static func unknownMember(_ key: String, near: String?, at pointer: JSONPointer) -> Finding {
        finding(
            "unknown-member", .warning, pointer,
            LocalizedText(
                chinese: "\(pointer) 不是表中的字段，不会被使用" + (near.map { "；是否想写 \($0)？" } ?? "。"),
                english: "\(pointer) is no field of the form and will not be used"
                    + (near.map { "; did you mean \($0)?" } ?? ".")))
    }

    static var codeMissing: Finding {
        finding(
            "code-missing", .error, JSONPointer(tokens: ["declaration", "projectCode"]), field: "项目编码",
            LocalizedText(
                chinese: "没有“项目编码”，无法确定是哪个项目。请填写。",
                english: "“项目编码” (project code) is blank: it tells which project this is. Fill it in."))
    }

    static var codeMalformed: Finding {
        finding(
            "code-malformed", .error, JSONPointer(tokens: ["declaration", "projectCode"]), field: "项目编码",
            LocalizedText(
                chinese: "“项目编码”应为不超过 64 位的数字或字母，一般为 21 位数字。请核对。",
                english:
                    "“项目编码” (project code) must be digits and letters, 64 at most; usually it has 21 digits. Check it.")
        )
    }

    static var executedMissing: Finding {
        finding(
            "executed-missing", .error, JSONPointer(tokens: ["execution", "funds", "total", "executed"]),
            field: "全年执行数",
            LocalizedText(
                chinese: "没有“全年执行数”。请填写全年实际支出（元），没有支出时填 0。",
                english: "“全年执行数” (executed in the year) is blank. Give what was spent, in yuan; 0 if nothing was."))
    }

    static func amount(_ line: FundsLine, _ column: FundsColumn) -> Finding {
        finding(
            "amount", .error, JSONPointer(tokens: ["execution", "funds", line.rawValue, column.rawValue]),
            field: column.label,
            LocalizedText(
                chinese: "“\(line.label)”的“\(column.label)”应为不小于 0、最多两位小数的金额（元），如 1234500.00 或 123.45万。请更正。",
                english:
                    "“\(column.label)” of “\(line.label)” must be an amount in yuan, 0 or more with at most two decimals, such as 1234500.00 or 123.45万. Correct it."
            ))
    }

    static func sum(_ column: FundsColumn) -> Finding {
        finding(
            "sum", .error, JSONPointer(tokens: ["execution", "funds", "total", column.rawValue]), field: column.label,
            LocalizedText(
                chinese: "“\(column.label)”：年度资金总额应等于财政拨款、上年结转、其他资金之和。请核对各行。",
                english:
                    "“\(column.label)”: the total must be the sum of fiscal, carried-over and other funds. Check the lines."
            ))
    }

    private static func finding(
        _ code: String, _ severity: Finding.Severity, _ pointer: JSONPointer, field: String? = nil,
        _ message: LocalizedText
    ) -> Finding {
        Finding(
            code: "expenditure-project.\(code)", severity: severity, pointer: pointer.description, field: field,
            message: message)
    }
}
