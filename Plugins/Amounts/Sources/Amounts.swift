internal import BudgetPerformance
internal import Foundation
internal import Workflow
public import WorkflowPlugin

/// Checks 项目总金额 and 本年度项目金额: numbers above zero with few decimals, the total at least the year's amount, and not far off.
///
/// Blank cells are the business of `required-fields`. A total that only looks odd is a hint, never more: real projects of several
/// years were seen at 1.8 to 15 times the year's amount.
public struct Amounts: Validator, ConfigurablePlugin {
    /// Name, version and purpose.
    public static let descriptor = PluginDescriptor(
        name: "amounts", version: "1.0.0",
        summary: LocalizedText(
            chinese: "检查项目总金额与本年度项目金额", english: "checks the project's total against the year's amount"))

    /// Two decimals, 0.02 for rounding, a hint from 20 % on.
    public static var defaultConfiguration: AmountsConfiguration { AmountsConfiguration() }

    private let configuration: AmountsConfiguration
    private let tolerance: Decimal

    /// A validator with these settings; throws ``ConfigurationError`` where they make no sense.
    public init(configuration: AmountsConfiguration) throws {
        guard let tolerance = PlainAmount(configuration.tolerance)?.value, tolerance >= 0 else {
            throw ConfigurationError(
                setting: "tolerance",
                reason: LocalizedText(
                    chinese: "应为不小于 0 的小数，如 \"0.02\"", english: "must be a decimal of 0 or more, such as \"0.02\""))
        }
        for (name, value) in [
            ("maximumDecimals", configuration.maximumDecimals), ("hintAbovePercent", configuration.hintAbovePercent),
        ] where value < 0 {
            throw ConfigurationError(
                setting: name, reason: LocalizedText(chinese: "不能小于 0", english: "must not be below 0"))
        }
        self.configuration = configuration
        self.tolerance = tolerance
    }

    /// First each amount by itself, then the two together.
    public func validate(_ request: ValidationRequest) async throws -> [Finding] {
        guard let declaration = try request.document.part("declaration", as: Declaration.self) else { return [] }
        let total = read(declaration.totalAmountWan, as: .total)
        let annual = read(declaration.annualAmountWan, as: .annual)
        var findings = total.findings + annual.findings
        if let total = total.value, let annual = annual.value {
            if total < annual {
                findings.append(AmountsMessage.totalBelowAnnual)
            } else if let years = declaration.implementationPeriodYears, !isLikely(total, annual, years: years) {
                findings.append(AmountsMessage.totalUnlikely(years: years))
            }
        }
        return findings
    }

    /// The amount where it can be compared, and what is wrong with it by itself.
    private func read(_ number: PrintedNumber?, as field: AmountField) -> (value: Decimal?, findings: [Finding]) {
        guard let number, !number.text.allSatisfy(\.isWhitespace) else { return (nil, []) }
        guard let amount = PlainAmount(number) else { return (nil, [AmountsMessage.notANumber(field)]) }
        guard amount.value > 0 else { return (nil, [AmountsMessage.notPositive(field)]) }
        guard amount.fractionDigits > configuration.maximumDecimals else { return (amount.value, []) }
        let finding = AmountsMessage.decimals(
            field, severity: configuration.decimals, limit: configuration.maximumDecimals)
        return (amount.value, [finding])
    }

    /// Whether the total is what the years make of the year's amount, or the three years of the mid-term plan, roughly.
    private func isLikely(_ total: Decimal, _ annual: Decimal, years: Int) -> Bool {
        guard years >= 1, years <= 100 else { return true }
        if years > 1, abs(total - annual * 3) <= tolerance { return true }
        let expected = annual * Decimal(years)
        return abs(total - expected) <= max(tolerance, expected * Decimal(configuration.hintAbovePercent) / 100)
    }
}

/// The settings of ``Amounts``.
public struct AmountsConfiguration: Codable, Sendable, Hashable {
    /// The most decimals that an amount in 万元 may have; 2 by default.
    public var maximumDecimals: Int
    /// What more decimals mean; `error` by default.
    public var decimals: Finding.Severity
    /// How far, in 万元, rounding may take a total of several years from its parts; `0.02` by default.
    public var tolerance: String
    /// From which distance on, in percent of years × annual amount, a total is pointed out; 20 by default.
    public var hintAbovePercent: Int

    /// The defaults, unless others are given.
    public init(
        maximumDecimals: Int = 2, decimals: Finding.Severity = .error, tolerance: String = "0.02",
        hintAbovePercent: Int = 20
    ) {
        self.maximumDecimals = maximumDecimals
        self.decimals = decimals
        self.tolerance = tolerance
        self.hintAbovePercent = hintAbovePercent
    }
}
