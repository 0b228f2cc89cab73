public import BudgetPerformance
internal import Workflow
public import WorkflowPlugin

/// Says which second-level names of the indicator tree lack an indicator, and which rows do not belong to the tree.
///
/// Source: the form itself (二级项目支出绩效目标申报表): a name with a star must have at least one indicator, 不适用 is not one.
public struct IndicatorCoverage: Validator, ConfigurablePlugin {
    /// Name, version and purpose.
    public static let descriptor = PluginDescriptor(
        name: "indicator-coverage", version: "1.0.0",
        summary: LocalizedText(
            chinese: "检查带 * 的二级指标是否都有适用的指标",
            english: "checks that every starred second-level name has an applicable indicator"))

    /// Every name that the official form stars, as errors.
    public static var defaultConfiguration: IndicatorCoverageConfiguration { IndicatorCoverageConfiguration() }

    private let demanded: [(level: IndicatorTree.Level2, severity: Finding.Severity)]

    /// A validator for these names; throws ``ConfigurationError`` for a name that the tree does not have.
    public init(configuration: IndicatorCoverageConfiguration) throws {
        let required = try configuration.require.map { try IndicatorCoverage.level(naming: $0) }
        demanded = IndicatorTree.Level2.allCases.compactMap { level in
            if required.contains(level) { return (level, configuration.severity) }
            return level.isStarred ? (level, configuration.otherStarred) : nil
        }
    }

    /// Missing names in print order, then rows outside of the tree.
    public func validate(_ request: ValidationRequest) async throws -> [Finding] {
        guard let declaration = try request.document.part("declaration", as: Declaration.self) else { return [] }
        let rows = declaration.indicators
        let gaps = demanded.compactMap { demand -> Finding? in
            let places = rows.indices.filter { IndicatorCoverage.counts(rows[$0].level2, as: demand.level) }
            guard !places.contains(where: { IndicatorCoverage.says(rows[$0]) }) else { return nil }
            return IndicatorCoverageMessage.gap(demand.level, demand.severity, at: places.first)
        }
        let strays = rows.indices.filter { !IndicatorCoverage.isInTree(rows[$0]) }
            .map { IndicatorCoverageMessage.stray(at: $0) }
        return gaps + strays
    }

    /// Whether a printed second-level name stands for this one: an undivided 满意度指标 stands for the starred half.
    private static func counts(_ printed: String, as level: IndicatorTree.Level2) -> Bool {
        printed == level.rawValue
            || (level == .serviceSatisfaction && printed == IndicatorTree.Level2.satisfaction.rawValue)
    }

    /// Whether a row names an indicator and a target.
    private static func says(_ row: DeclaredIndicator) -> Bool {
        [row.level3, row.target].allSatisfy { text in
            let said = text.filter { !$0.isWhitespace }
            return said != IndicatorTree.notApplicable && !said.allSatisfy { "-－—–―/／\\".contains($0) }
        }
    }

    /// Whether the tree has the row's names. Scanned tables print satisfaction inside 效益指标: either is right.
    private static func isInTree(_ row: DeclaredIndicator) -> Bool {
        guard let level1 = IndicatorTree.Level1(rawValue: row.level1),
            let level2 = IndicatorTree.Level2(rawValue: row.level2)
        else { return false }
        return level2.level1 == level1 || (level2.level1 == .satisfaction && level1 == .benefit)
    }

    private static func level(naming name: String) throws -> IndicatorTree.Level2 {
        let bare = name.filter { !$0.isWhitespace && $0 != "*" && $0 != "＊" }
        if let level = IndicatorTree.Level2(rawValue: bare) ?? IndicatorTree.Level2(rawValue: bare + "指标") {
            return level
        }
        let near = NearMiss.nearest(to: bare, in: IndicatorTree.Level2.allCases.map(\.rawValue))
        throw ConfigurationError(
            setting: "require",
            reason: LocalizedText(
                chinese: "没有二级指标“\(name)”" + (near.map { "，是否想写“\($0)”？" } ?? ""),
                english: "there is no second-level name “\(name)”" + (near.map { "; did you mean “\($0)”?" } ?? "")))
    }
}

/// The settings of ``IndicatorCoverage``.
public struct IndicatorCoverageConfiguration: Codable, Sendable, Hashable {
    /// The second-level names that must have an indicator, `数量` or `数量指标`; those that the official form stars by default.
    public var require: [String]
    /// What a gap among ``require`` means; `error` by default.
    public var severity: Finding.Severity
    /// What a gap means in a name that the form stars and ``require`` leaves out; `warning` by default.
    public var otherStarred: Finding.Severity

    /// The defaults, unless others are given.
    public init(
        require: [String] = IndicatorTree.Level2.allCases.filter(\.isStarred).map(\.rawValue),
        severity: Finding.Severity = .error, otherStarred: Finding.Severity = .warning
    ) {
        self.require = require
        self.severity = severity
        self.otherStarred = otherStarred
    }
}
