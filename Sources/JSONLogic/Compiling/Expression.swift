internal import JSONDocument

/// A compiled rule or a part of one.
indirect enum Expression: Sendable {
    /// A value that stands for itself.
    case literal(JSONValue)
    /// A list, not all of whose elements are literal.
    case list([Expression], place: Int)
    /// A value from the data, at a path known beforehand.
    case read(Read)
    /// A value from the data, at a path to be evaluated.
    case dynamicRead(DynamicRead)
    /// An operator with its arguments.
    case operation(Operator, Arguments, place: Int)
    /// A part that was compiled leniently.
    case failure(RuleError.Code, place: Int)

    /// The arguments of an operator.
    enum Arguments: Sendable {
        /// Written as a list.
        case list([Expression])
        /// Something else: a list if its value is one, else one argument.
        case single(Expression)
    }

    /// What a read gives.
    enum Purpose: Sendable {
        /// The value, or else a default.
        case value
        /// Whether it is there.
        case presence
    }

    /// A read of a known path.
    struct Read: Sendable {
        let purpose: Purpose
        /// How far up: 0 is the innermost scope's value, 1 what is known about its iteration, 2 the scope around, and so on.
        let up: Int
        let tokens: [String]
        /// The dotted path, if it leads into the data themselves and not into a scope of the rule.
        let rootPath: String?
        /// Decimal texts at or under the path.
        let decimals: DecimalTree?
        let fallback: Expression?
        let place: Int
    }

    /// A read whose path is evaluated.
    struct DynamicRead: Sendable {
        let purpose: Purpose
        /// Whether texts are split at dots (`var`) or are one key (`val`).
        let isDotted: Bool
        let up: Int
        let path: Arguments
        let fallback: Expression?
        let place: Int
    }

    var isLiteral: Bool { if case .literal = self { true } else { false } }
}
