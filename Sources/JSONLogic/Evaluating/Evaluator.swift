internal import JSONDocument

/// One evaluation of a rule.
struct Evaluator {
    /// Where the data come from.
    enum Source {
        case value(JSONValue)
        case reader((String) -> JSONValue?)
    }

    /// Data that a part of the rule sees instead of the data themselves.
    struct Scope {
        var value: JSONValue
        /// Which element of a list it is; nil after an error.
        var index: Int?
    }

    let rule: Rule
    let source: Source
    var scopes: [Scope] = []
    /// Lists and objects with their decimal texts as numbers, by path.
    var converted: [String: JSONValue] = [:]
    private var steps = 0

    init(rule: Rule, source: Source) {
        self.rule = rule
        self.source = source
    }

    mutating func evaluate(_ expression: Expression) throws(RuleError) -> JSONValue {
        switch expression {
        case .literal(let value): return value
        case .read(let read): return try self.read(read)
        case .operation(let known, let arguments, let place):
            try step(1, place)
            return try apply(known, arguments, place)
        case .list(let elements, let place):
            try step(1, place)
            let value = JSONValue.array(try values(elements))
            try weigh(value, place)
            return value
        case .dynamicRead(let read): return try self.read(read)
        case .failure(let code, let place): throw error(code, place)
        }
    }

    /// The values of all expressions.
    mutating func values(_ expressions: [Expression]) throws(RuleError) -> [JSONValue] {
        var values: [JSONValue] = []
        values.reserveCapacity(expressions.count)
        for expression in expressions { values.append(try evaluate(expression)) }
        return values
    }

    /// The values of arguments: of those written as a list each one's; else those of the list that the argument gives.
    mutating func values(_ arguments: Expression.Arguments) throws(RuleError) -> [JSONValue] {
        switch arguments {
        case .list(let expressions): return try values(expressions)
        case .single(let expression):
            let value = try evaluate(expression)
            if case .array(let values) = value { return values }
            return [value]
        }
    }

    private mutating func apply(
        _ known: Operator, _ arguments: Expression.Arguments, _ place: Int
    ) throws(RuleError) -> JSONValue {
        switch known {
        case .looselyEqual, .looselyUnequal, .equal, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual:
            return .bool(try chain(known, list(arguments), place))
        case .not: return .bool(!(try single(arguments).isTruthy))
        case .truth: return .bool(try single(arguments).isTruthy)
        case .and: return try and(list(arguments))
        case .or: return try or(list(arguments))
        case .condition, .ternary: return try condition(list(arguments))
        case .coalesce: return try coalesce(arguments)
        case .attempt: return try attempt(list(arguments), place)
        case .raise: throw raised(try single(arguments), place)
        case .plus, .minus, .times, .over, .modulo: return try arithmetic(known, values(arguments), place)
        case .least, .greatest: return try extreme(known, values(arguments), place)
        case .cat: return try cat(values(arguments), place)
        case .substr: return try substr(values(arguments), place)
        case .length: return try length(single(arguments), place)
        case .contains: return try contains(values(arguments), place)
        case .merge: return try merge(values(arguments), place)
        case .map, .filter, .reduce, .all, .some, .none: return try iterate(known, list(arguments), place)
        case .missing: return .array(try missing(values(arguments), place))
        case .missingSome: return try missingSome(values(arguments), place)
        case .variable, .value, .exists, .preserve: throw error(.arguments, place)
        }
    }

    private func list(_ arguments: Expression.Arguments) -> [Expression] {
        switch arguments {
        case .list(let expressions): expressions
        case .single(let expression): [expression]
        }
    }

    private mutating func single(_ arguments: Expression.Arguments) throws(RuleError) -> JSONValue {
        switch arguments {
        case .list(let expressions): expressions.isEmpty ? .null : try evaluate(expressions[0])
        case .single(let expression): try evaluate(expression)
        }
    }
}

// MARK: Bounds and errors

extension Evaluator {
    /// Counts work.
    mutating func step(_ count: Int, _ place: Int) throws(RuleError) {
        steps += count
        if steps > rule.limits.steps { throw error(.steps, place) }
    }

    /// Counts what a new value holds, so that values built into one another cannot grow without bound.
    mutating func weigh(_ value: JSONValue, _ place: Int, depth: Int = 0) throws(RuleError) {
        try step(1, place)
        guard depth <= 2 * rule.limits.depth else { throw error(.size, place) }
        switch value {
        case .array(let elements):
            for element in elements { try weigh(element, place, depth: depth + 1) }
        case .object(let object):
            for (_, element) in object { try weigh(element, place, depth: depth + 1) }
        default: break
        }
    }

    func error(_ code: RuleError.Code, _ place: Int) -> RuleError {
        let type =
            switch code {
            case .notANumber: "NaN"
            case .arguments: "Invalid Arguments"
            case .unknownOperator: "Unknown Operator"
            case .thrown: "Error"
            case .steps: "Too Many Steps"
            case .size: "Too Large"
            }
        return RuleError(code: code, value: ["type": .string(type)], pointer: rule.places[place])
    }

    private func raised(_ value: JSONValue, _ place: Int) -> RuleError {
        let thrown: JSONValue = if case .object = value { value } else { ["type": value] }
        return RuleError(code: .thrown, value: thrown, pointer: rule.places[place])
    }
}
