extension JSONPointer {
    /// The index that a token names: decimal, without sign or leading zero.
    static func index(_ token: String) -> Int? {
        guard token == "0" || token.utf8.first != UInt8(ascii: "0"),
            token.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 })
        else { return nil }
        return Int(token)
    }
}

extension JSONValue {
    /// The value at a place; nil if there is none.
    public func value(at pointer: JSONPointer) -> JSONValue? {
        value(along: pointer.tokens[...])
    }

    /// The value at a dotted path such as `document.declaration.annualAmountWan` or `rows.0.name`; nil if there is none.
    /// The path is written as `DottedPath` has it.
    public func value(atPath path: String) -> JSONValue? {
        value(along: DottedPath.tokens(path)[...])
    }

    /// The value reached by these keys and indexes.
    package func value(along tokens: ArraySlice<String>) -> JSONValue? {
        var value = self
        for token in tokens {
            switch value {
            case .object(let object):
                guard let member = object[token] else { return nil }
                value = member
            case .array(let array):
                guard let index = JSONPointer.index(token), index < array.count else { return nil }
                value = array[index]
            default: return nil
            }
        }
        return value
    }

    /// This value with another one at a place.
    ///
    /// Objects that are missing on the way are made (also in the place of `null`), a missing key is appended, and an
    /// array takes an element at its end by its count or by `-`.
    /// - Throws: `json.path` where the way leads through text, a number or a truth value, or beyond an array's end.
    public func setting(_ value: JSONValue, at pointer: JSONPointer) throws(JSONProblem) -> JSONValue {
        try setting(value, along: pointer.tokens[...], of: pointer)
    }

    private func setting(
        _ value: JSONValue, along tokens: ArraySlice<String>, of pointer: JSONPointer
    ) throws(JSONProblem) -> JSONValue {
        guard let token = tokens.first else { return value }
        let rest = tokens.dropFirst()
        switch self {
        case .null:
            return .object([token: try JSONValue.null.setting(value, along: rest, of: pointer)])
        case .object(var object):
            object[token] = try (object[token] ?? .null).setting(value, along: rest, of: pointer)
            return .object(object)
        case .array(var array):
            guard let index = token == "-" ? array.count : JSONPointer.index(token), index <= array.count else { break }
            if index == array.count { array.append(.null) }
            array[index] = try array[index].setting(value, along: rest, of: pointer)
            return .array(array)
        default: break
        }
        let place = JSONPointer(tokens: Array(pointer.tokens.dropLast(tokens.count)))
        throw JSONProblem(code: .path, values: ["token": token], pointer: place)
    }
}
