/// How a target bounds the actual value. The raw value is the sign that canonical texts print.
public enum Comparator: String, Codable, Sendable, Hashable, CaseIterable {
    /// ≥, 不低于, 不少于, 至少, 以上, 达到.
    case atLeast = "≥"
    /// >, 高于, 大于, 超过.
    case moreThan = ">"
    /// ≤, 不超过, 不高于, 以内, 以下, 控制在.
    case atMost = "≤"
    /// <, 低于, 小于, 少于.
    case lessThan = "<"
    /// =, 等于.
    case equal = "="
    /// ≈, 约, 左右: a value that is near; scored like a bare value.
    case about = "≈"

    /// Whether the comparator bounds from above (≤, <).
    public var isUpperBound: Bool { self == .atMost || self == .lessThan }

    /// Whether the comparator bounds from below (≥, >).
    public var isLowerBound: Bool { self == .atLeast || self == .moreThan }

    /// Whether the bound itself is outside (>, <).
    public var isStrict: Bool { self == .moreThan || self == .lessThan }
}

/// Where the comparator of a ``TargetValue`` comes from.
public enum ComparatorSource: String, Codable, Sendable, Hashable, CaseIterable {
    /// A sign or word stands in the value.
    case written
    /// A sign or word stands in the indicator's name.
    case name
    /// Nothing is written: "at least", or "at most" for reverse indicators and cost (DOMAIN, "Target values").
    case assumed
}
