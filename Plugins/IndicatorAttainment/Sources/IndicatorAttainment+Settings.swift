internal import BudgetPerformance
internal import Workflow
internal import WorkflowPlugin

extension IndicatorAttainment {
    /// Refuses a policy whose numbers make no sense, at load rather than at the first evaluation.
    static func check(_ policy: ScoringPolicy) throws {
        let percentages = [("fundsWeight", policy.fundsWeight), ("latePercent", policy.latePercent)]
        for (setting, value) in percentages where !(0...100).contains(value) {
            throw ConfigurationError(
                setting: setting, reason: LocalizedText(chinese: "应在 0 到 100 之间", english: "must be between 0 and 100"))
        }
        let groups = policy.groupWeights
        let points = [policy.fundsWeight, groups.output, groups.benefit, groups.satisfaction]
        guard points.allSatisfy({ (0...100).contains($0) }), points.reduce(0, +) == 100 else {
            throw ConfigurationError(
                setting: "groupWeights",
                reason: LocalizedText(
                    chinese: "各组分值与 fundsWeight 之和应为 100", english: "must add up to 100 together with fundsWeight"))
        }
        let grades = policy.grades
        guard grades.excellent >= grades.good, grades.good >= grades.fair, grades.fair >= 0 else {
            throw ConfigurationError(
                setting: "grades",
                reason: LocalizedText(chinese: "应从高到低：优、良、中", english: "must fall: excellent, good, fair"))
        }
        guard policy.overFulfilmentPercent >= 100 else {
            throw ConfigurationError(
                setting: "overFulfilmentPercent",
                reason: LocalizedText(chinese: "应为 100 或更大", english: "must be 100 or more"))
        }
        for band in policy.bands
        where !(0...100).contains(band.lowerPercent) || !(band.lowerPercent...100).contains(band.upperPercent) {
            throw ConfigurationError(
                setting: "bands",
                reason: LocalizedText(
                    chinese: "每档应在 0 到 100 之间，下限不高于上限", english: "must lie between 0 and 100, lower end first"))
        }
    }
}
