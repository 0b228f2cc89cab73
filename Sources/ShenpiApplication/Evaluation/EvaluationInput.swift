public import BudgetPerformance
public import JSONDocument
internal import Workflow

/// What a clerk fills into a self-evaluation. Rows are counted from 1, 不适用 rows included.
public struct EvaluationInput: Sendable, Hashable {
    /// 实际完成值 by row.
    public var actuals: [Int: String] = [:]
    /// Scores that a person gives, by row; 0 is the line of the funds.
    public var scores: [Int: String] = [:]
    /// 偏差原因分析 or the reason of a person's score, by row.
    public var reasons: [Int: String] = [:]
    /// 分值 by row.
    public var weights: [Int: String] = [:]
    /// 实际完成情况.
    public var actualCompletion: String?

    /// Nothing filled in.
    public init() {}

    /// The keys that a file may have.
    static let keys = [
        "actuals", "scores", "reasons", "weights", "actualCompletion", "code", "year", "projectName", "funds",
    ]

    /// Reads `{"actuals": {"1": "…"}, "scores": {…}, "reasons": {…}, "weights": {…}, "actualCompletion": "…"}`.
    ///
    /// `code`, `year`, `projectName` and `funds` may stand beside them for people; they are not read here.
    public init(_ json: JSONValue, file: String) throws(ApplicationError) {
        guard let object = json.object else {
            throw .input(code: "input.shape", values: ["file": file, "reason": "JSON: {…}"])
        }
        for key in object.keys where !Self.keys.contains(key) {
            throw .input(
                code: "input.unknown-key",
                values: [
                    "file": file, "key": key, "known": Self.keys.joined(separator: ", "),
                    "near": NearMiss.nearest(to: key, in: Self.keys) ?? "",
                ])
        }
        actuals = try Self.rows(object["actuals"], "actuals", file)
        scores = try Self.rows(object["scores"], "scores", file)
        reasons = try Self.rows(object["reasons"], "reasons", file)
        weights = try Self.rows(object["weights"], "weights", file)
        actualCompletion = object["actualCompletion"]?.string
    }

    /// Takes the rows of a filled table over by their names; rows that the approved table does not have are told.
    public init(_ form: SelfEvaluation, matching approved: SelfEvaluation) {
        actualCompletion = form.actualCompletion
        for (index, row) in approved.indicators.enumerated() {
            guard let filled = form.indicators.first(where: { $0.level2 == row.level2 && $0.level3 == row.level3 })
            else { continue }
            if !filled.actual.isEmpty, !row.isNotApplicable { actuals[index + 1] = filled.actual }
            if let reason = filled.deviationReason, !reason.isEmpty { reasons[index + 1] = reason }
        }
    }

    /// Overrides what is there with what another input says.
    public mutating func add(_ other: EvaluationInput) {
        actuals.merge(other.actuals) { $1 }
        scores.merge(other.scores) { $1 }
        reasons.merge(other.reasons) { $1 }
        weights.merge(other.weights) { $1 }
        actualCompletion = other.actualCompletion ?? actualCompletion
    }

    private static func rows(_ value: JSONValue?, _ name: String, _ file: String) throws(ApplicationError) -> [Int:
        String]
    {
        guard let value, !value.isNull else { return [:] }
        guard let object = value.object else {
            throw .input(code: "input.shape", values: ["file": file, "reason": "\(name): {\"1\": \"…\"}"])
        }
        var result: [Int: String] = [:]
        for (key, value) in object {
            guard let row = Int(key), let text = value.string ?? value.number?.text else {
                throw .input(code: "input.shape", values: ["file": file, "reason": "\(name): {\"1\": \"…\"}"])
            }
            result[row] = text
        }
        return result
    }
}
