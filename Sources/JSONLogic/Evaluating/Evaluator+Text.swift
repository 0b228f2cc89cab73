internal import JSONDocument

extension JSONValue {
    /// The value as text, as the language casts it: null is empty, the elements of a list are joined by commas, an object
    /// is its JSON.
    var text: String {
        switch self {
        case .null: ""
        case .bool(let value): value ? "true" : "false"
        case .number(let number): number.text
        case .string(let text): text
        case .array(let array): array.map(\.text).joined(separator: ",")
        case .object: compactText()
        }
    }
}

extension Evaluator {
    /// A value cast to text.
    mutating func text(_ value: JSONValue, _ place: Int) throws(RuleError) -> String {
        if value.array != nil || value.object != nil { try weigh(value, place) }
        let text = value.text
        try step(1 + text.utf8.count / 64, place)
        return text
    }

    mutating func cat(_ values: [JSONValue], _ place: Int) throws(RuleError) -> JSONValue {
        var result = ""
        for value in values {
            result += try text(value, place)
            guard result.utf8.count <= rule.limits.size else { throw error(.size, place) }
        }
        return .string(result)
    }

    /// Text from a place on, counted in Unicode scalars, from the end if negative; then so many scalars, or all but so
    /// many at the end if negative.
    mutating func substr(_ values: [JSONValue], _ place: Int) throws(RuleError) -> JSONValue {
        guard 2...3 ~= values.count else { throw error(.arguments, place) }
        let start = try number(values[1], place).truncated
        let scalars = Array(try text(values[0], place).unicodeScalars)
        let from = Self.clamp(start.signum < 0 ? start + ExactNumber(scalars.count) : start, scalars.count)
        var end = scalars.count
        if values.count == 3 {
            let length = try number(values[2], place).truncated
            let target = length.signum < 0 ? length + ExactNumber(scalars.count) : length + ExactNumber(from)
            end = max(from, Self.clamp(target, scalars.count))
        }
        var result = String.UnicodeScalarView()
        result.append(contentsOf: scalars[from..<end])
        return .string(String(result))
    }

    private static func clamp(_ number: ExactNumber, _ count: Int) -> Int {
        number.signum <= 0 ? 0 : min(number.int ?? count, count)
    }

    /// The elements of a list or the Unicode scalars of a text.
    mutating func length(_ value: JSONValue, _ place: Int) throws(RuleError) -> JSONValue {
        switch value {
        case .array(let array): return .number(ExactNumber(array.count))
        case .string(let text):
            try step(text.utf8.count / 64, place)
            return .number(ExactNumber(text.unicodeScalars.count))
        default: throw error(.arguments, place)
        }
    }

    /// Whether a text is part of a text, or a value is an element of a list.
    mutating func contains(_ values: [JSONValue], _ place: Int) throws(RuleError) -> JSONValue {
        guard values.count == 2 else { throw error(.arguments, place) }
        switch values[1] {
        case .array(let elements):
            try step(elements.count, place)
            for element in elements where try same(element, values[0], place) { return true }
            return false
        case .string(let text):
            if values[0].array != nil || values[0].object != nil { return false }
            try step(1 + text.utf8.count / 16, place)
            return .bool(Self.holds(Array(text.utf8), Array(values[0].text.utf8)))
        default: return false
        }
    }

    /// Whether bytes hold other bytes; takes time with the sum of their lengths (Knuth, Morris and Pratt).
    private static func holds(_ text: [UInt8], _ part: [UInt8]) -> Bool {
        guard !part.isEmpty else { return true }
        guard part.count <= text.count else { return false }
        var borders = [0]
        var matched = 0
        for byte in part.dropFirst() {
            while matched > 0, byte != part[matched] { matched = borders[matched - 1] }
            if byte == part[matched] { matched += 1 }
            borders.append(matched)
        }
        matched = 0
        for byte in text {
            while matched > 0, byte != part[matched] { matched = borders[matched - 1] }
            if byte == part[matched] { matched += 1 }
            if matched == part.count { return true }
        }
        return false
    }
}
