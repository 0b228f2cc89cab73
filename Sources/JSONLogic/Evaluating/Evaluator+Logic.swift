internal import JSONDocument

extension Evaluator {
    /// A comparison holds for every two neighbours; what comes after the first failure is not evaluated.
    mutating func chain(_ known: Operator, _ expressions: [Expression], _ place: Int) throws(RuleError) -> Bool {
        guard let first = expressions.first, expressions.count > 1 else { throw error(.arguments, place) }
        var left = try evaluate(first)
        for expression in expressions.dropFirst() {
            let right = try evaluate(expression)
            guard try compare(known, left, right, place) else { return false }
            left = right
        }
        return true
    }

    /// Whether both are the same JSON value.
    mutating func same(_ left: JSONValue, _ right: JSONValue, _ place: Int) throws(RuleError) -> Bool {
        switch (left, right) {
        case (.array, .array), (.object, .object): try weigh(left, place)
        case (.string(let text), .string): try step(text.utf8.count / 64, place)
        default: break
        }
        return left == right
    }

    private mutating func compare(
        _ known: Operator, _ left: JSONValue, _ right: JSONValue, _ place: Int
    ) throws(RuleError) -> Bool {
        switch known {
        case .equal: return try same(left, right, place)
        case .unequal: return try !same(left, right, place)
        case .looselyEqual: return try order(left, right, place) == .same
        case .looselyUnequal: return try order(left, right, place) != .same
        case .less: return try order(left, right, place) == .before
        case .lessOrEqual: return try [.before, .same].contains(order(left, right, place))
        case .greater: return try order(left, right, place) == .after
        default: return try [.after, .same].contains(order(left, right, place))
        }
    }

    private enum Order { case before, same, after, none }

    /// Texts compare as texts, by their bytes; all else as numbers. Null is nought, but next to text it is nothing at all:
    /// neither the same, nor before, nor after.
    private mutating func order(
        _ left: JSONValue, _ right: JSONValue, _ place: Int
    ) throws(RuleError) -> Order {
        switch (left, right) {
        case (.number(let a), .number(let b)): return order(a, b)
        case (.string(let a), .string(let b)):
            if try same(left, right, place) { return .same }
            return a.utf8.lexicographicallyPrecedes(b.utf8) ? .before : .after
        case (.null, .null): return .same
        case (.null, .string), (.string, .null): return .none
        default:
            return try order(number(left, place), number(right, place))
        }
    }

    private func order(_ a: ExactNumber, _ b: ExactNumber) -> Order {
        a == b ? .same : a < b ? .before : .after
    }

    mutating func and(_ expressions: [Expression]) throws(RuleError) -> JSONValue {
        var value = JSONValue.bool(false)
        for expression in expressions {
            value = try evaluate(expression)
            if !value.isTruthy { return value }
        }
        return value
    }

    mutating func or(_ expressions: [Expression]) throws(RuleError) -> JSONValue {
        var value = JSONValue.bool(false)
        for expression in expressions {
            value = try evaluate(expression)
            if value.isTruthy { return value }
        }
        return value
    }

    /// Condition, consequence, condition, consequence, …, and perhaps what else.
    mutating func condition(_ expressions: [Expression]) throws(RuleError) -> JSONValue {
        var index = 0
        while index + 1 < expressions.count {
            if try evaluate(expressions[index]).isTruthy { return try evaluate(expressions[index + 1]) }
            index += 2
        }
        return index < expressions.count ? try evaluate(expressions[index]) : .null
    }

    /// The first value that is not null.
    mutating func coalesce(_ arguments: Expression.Arguments) throws(RuleError) -> JSONValue {
        guard case .list(let expressions) = arguments else {
            return try values(arguments).first { !$0.isNull } ?? .null
        }
        for expression in expressions {
            let value = try evaluate(expression)
            if !value.isNull { return value }
        }
        return .null
    }

    /// The first that gives a value; those after an error see the error as their data.
    mutating func attempt(_ expressions: [Expression], _ place: Int) throws(RuleError) -> JSONValue {
        var last = error(.arguments, place)
        for (index, expression) in expressions.enumerated() {
            let depth = scopes.count
            if index > 0 { scopes.append(Scope(value: last.value, index: nil)) }
            do throws(RuleError) {
                let value = try evaluate(expression)
                scopes.removeLast(scopes.count - depth)
                return value
            } catch {
                scopes.removeLast(scopes.count - depth)
                guard error.isCatchable else { throw error }
                last = error
            }
        }
        throw last
    }
}
