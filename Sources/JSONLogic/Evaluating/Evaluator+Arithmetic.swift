internal import JSONDocument

extension JSONValue {
    /// The value as a number, as the language casts it: null and the empty text are nought, true is one, text is read.
    /// Nil for other texts, lists and objects.
    var numeric: ExactNumber? {
        switch self {
        case .number(let number): number
        case .bool(let value): value ? .one : .zero
        case .null: .zero
        case .string(let text): ExactNumber(text) ?? Self.lenientNumber(text)
        case .array, .object: nil
        }
    }

    /// Reads what JavaScript takes for a number and JSON does not: white space around, a plus sign, leading zeros, nothing
    /// before or behind the point.
    private static func lenientNumber(_ text: String) -> ExactNumber? {
        var rest = text.unicodeScalars[...]
        while rest.first?.properties.isWhitespace == true { rest.removeFirst() }
        while rest.last?.properties.isWhitespace == true { rest.removeLast() }
        guard let first = rest.first else { return .zero }
        var sign = ""
        if first == "+" || first == "-" {
            sign = first == "-" ? "-" : ""
            rest.removeFirst()
        }
        let whole = rest.prefix { "0"..."9" ~= $0 }
        rest = rest[whole.endIndex...]
        var fraction = Substring.UnicodeScalarView()
        if rest.first == "." {
            rest.removeFirst()
            fraction = rest.prefix { "0"..."9" ~= $0 }
            rest = rest[fraction.endIndex...]
        }
        guard !whole.isEmpty || !fraction.isEmpty else { return nil }
        let digits = whole.drop { $0 == "0" }
        return ExactNumber(
            sign + (digits.isEmpty ? "0" : String(digits)) + (fraction.isEmpty ? "" : "." + String(fraction))
                + String(rest))
    }
}

extension Evaluator {
    /// A value cast to a number.
    mutating func number(_ value: JSONValue, _ place: Int) throws(RuleError) -> ExactNumber {
        if case .string(let text) = value { try step(text.utf8.count / 64, place) }
        guard let number = value.numeric else { throw error(.notANumber, place) }
        return number
    }

    mutating func arithmetic(_ known: Operator, _ values: [JSONValue], _ place: Int) throws(RuleError) -> JSONValue {
        try step(values.count, place)
        var numbers: [ExactNumber] = []
        numbers.reserveCapacity(values.count)
        for value in values { numbers.append(try number(value, place)) }
        return .number(try result(known, numbers, place))
    }

    private func result(_ known: Operator, _ numbers: [ExactNumber], _ place: Int) throws(RuleError) -> ExactNumber {
        switch known {
        case .plus: return try fold(numbers, from: .zero, place) { $0.adding($1) }
        case .times: return try fold(numbers, from: .one, place) { $0.multiplied(by: $1) }
        case .minus:
            guard let first = numbers.first else { throw error(.arguments, place) }
            if numbers.count == 1 { return -first }
            return try fold(numbers.dropFirst(), from: first, place) { $0.subtracting($1) }
        case .over:
            guard let first = numbers.first else { throw error(.arguments, place) }
            if numbers.count == 1 { return try fold([first], from: .one, place) { $0.divided(by: $1) } }
            return try fold(numbers.dropFirst(), from: first, place) { $0.divided(by: $1) }
        default:
            guard let first = numbers.first, numbers.count > 1 else { throw error(.arguments, place) }
            return try fold(numbers.dropFirst(), from: first, place) { $0.remainder(dividingBy: $1) }
        }
    }

    private func fold(
        _ numbers: some Sequence<ExactNumber>, from start: ExactNumber, _ place: Int,
        _ combine: (ExactNumber, ExactNumber) -> ExactNumber?
    ) throws(RuleError) -> ExactNumber {
        var result = start
        for number in numbers {
            guard let next = combine(result, number) else { throw error(.notANumber, place) }
            result = next
        }
        return result
    }

    /// The least or greatest; all must be numbers.
    mutating func extreme(_ known: Operator, _ values: [JSONValue], _ place: Int) throws(RuleError) -> JSONValue {
        try step(values.count, place)
        let numbers = values.compactMap(\.number)
        guard numbers.count == values.count, let best = known == .least ? numbers.min() : numbers.max() else {
            throw error(.arguments, place)
        }
        return .number(best)
    }
}
