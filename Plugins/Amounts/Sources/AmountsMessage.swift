internal import Workflow
internal import WorkflowPlugin

/// The two amounts of a declaration.
enum AmountField: String, Sendable {
    case total = "totalAmountWan"
    case annual = "annualAmountWan"

    /// The label as the form prints it.
    var label: String {
        switch self {
        case .total: "项目总金额"
        case .annual: "本年度项目金额"
        }
    }

    /// Where it stands in the document.
    var pointer: String { "/declaration/\(rawValue)" }
}

/// What ``Amounts`` says, in one place.
enum AmountsMessage: Sendable {
    static func notANumber(_ field: AmountField) -> Finding {
        finding(
            "not-a-number", .error, field,
            LocalizedText(
                chinese: "“\(field.label)”不是数字。请填写以万元为单位的数字，如 12.50，不带单位和千分位。",
                english:
                    "“\(field.label)” is not a number. Give it in 万元 (10,000 yuan), e.g. 12.50, without unit and separators."
            ))
    }

    static func notPositive(_ field: AmountField) -> Finding {
        finding(
            "not-positive", .error, field,
            LocalizedText(
                chinese: "“\(field.label)”应大于 0。请更正；不再实施的项目请不要申报。",
                english: "“\(field.label)” must be above 0. Correct it; do not declare a project that is given up."))
    }

    static func decimals(_ field: AmountField, severity: Finding.Severity, limit: Int) -> Finding {
        finding(
            "decimals", severity, field,
            LocalizedText(
                chinese: "“\(field.label)”的小数超过 \(limit) 位。请保留 \(limit) 位小数（万元）。",
                english: "“\(field.label)” has more than \(limit) decimals. Round it to \(limit) decimals of 万元."))
    }

    static var totalBelowAnnual: Finding {
        finding(
            "total-below-annual", .error, .total,
            LocalizedText(
                chinese: "“项目总金额”小于“本年度项目金额”。总金额是各年度金额之和，请更正其中一项。",
                english:
                    "“项目总金额” (total) is below “本年度项目金额” (this year's amount), which it includes. Correct one of them."))
    }

    static func totalUnlikely(years: Int) -> Finding {
        finding(
            "total-unlikely", .hint, .total,
            LocalizedText(
                chinese: "实施期限为 \(years) 年，“项目总金额”与“本年度项目金额”× 年数相差较大。如各年度金额不同，无须修改。",
                english:
                    "The project runs for \(years) year(s) and its total is far from the year's amount times the years. Leave it if the years differ."
            ))
    }

    private static func finding(
        _ code: String, _ severity: Finding.Severity, _ field: AmountField, _ message: LocalizedText
    ) -> Finding {
        Finding(
            code: "amounts.\(code)", severity: severity, pointer: field.pointer, field: field.label, message: message)
    }
}
