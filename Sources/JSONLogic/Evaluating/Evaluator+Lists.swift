internal import JSONDocument

extension Evaluator {
    /// One list of all elements; what is no list is an element itself.
    mutating func merge(_ values: [JSONValue], _ place: Int) throws(RuleError) -> JSONValue {
        var merged: [JSONValue] = []
        for value in values {
            if case .array(let elements) = value { merged += elements } else { merged.append(value) }
            guard merged.count <= rule.limits.size else { throw error(.size, place) }
        }
        try step(merged.count, place)
        return .array(merged)
    }

    /// Applies a rule to each element of a list.
    mutating func iterate(
        _ known: Operator, _ arguments: [Expression], _ place: Int
    ) throws(RuleError) -> JSONValue {
        guard arguments.count > 1 else { throw error(.arguments, place) }
        let list = try evaluate(arguments[0])
        let body = arguments[1]
        if known == .reduce { return try reduce(list.array ?? [], body, arguments.dropFirst(2).first, place) }
        guard case .array(let elements) = list else {
            if known == .map || known == .filter { return [] }
            throw error(.arguments, place)
        }
        scopes.append(Scope(value: .null, index: 0))
        defer { scopes.removeLast() }
        let inner = scopes.count - 1
        var results: [JSONValue] = []
        for (index, element) in elements.enumerated() {
            try step(1, place)
            scopes[inner] = Scope(value: element, index: index)
            let value = try evaluate(body)
            switch known {
            case .map: results.append(value)
            case .filter: if value.isTruthy { results.append(element) }
            case .all: if !value.isTruthy { return false }
            case .some: if value.isTruthy { return true }
            default: if value.isTruthy { return false }
            }
        }
        switch known {
        case .map:
            try weigh(.array(results), place)
            return .array(results)
        case .filter: return .array(results)
        case .all: return .bool(!elements.isEmpty)
        case .some: return false
        default: return true
        }
    }

    private mutating func reduce(
        _ elements: [JSONValue], _ body: Expression, _ start: Expression?, _ place: Int
    ) throws(RuleError) -> JSONValue {
        var accumulator: JSONValue = if let start { try evaluate(start) } else { .null }
        scopes.append(Scope(value: .null, index: 0))
        defer { scopes.removeLast() }
        let inner = scopes.count - 1
        for (index, element) in elements.enumerated() {
            scopes[inner] = Scope(value: ["current": element, "accumulator": accumulator], index: index)
            accumulator = try evaluate(body)
            try weigh(accumulator, place)
        }
        return accumulator
    }
}
