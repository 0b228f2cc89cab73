/// A law of the plugin seam that a plugin breaks, and how.
public struct LawViolation: Sendable, Hashable, CustomStringConvertible {
    /// The law's stable name, e.g. `configuration.unknown-key`.
    public var law: String
    /// What was seen.
    public var detail: String

    /// A violation.
    public init(_ law: String, _ detail: String) {
        self.law = law
        self.detail = detail
    }

    /// Law and detail on one line.
    public var description: String { "\(law): \(detail)" }
}
