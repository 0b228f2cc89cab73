internal import JSONDocument

extension Evaluator {
    mutating func read(_ read: Expression.Read) throws(RuleError) -> JSONValue {
        try step(1, read.place)
        let found: JSONValue?
        if let path = read.rootPath {
            found = root(read.tokens, path, read.decimals)
        } else {
            found = lookup(read.tokens, up: read.up)
        }
        return try answer(read.purpose, found, read.fallback)
    }

    mutating func read(_ read: Expression.DynamicRead) throws(RuleError) -> JSONValue {
        try step(1, read.place)
        var tokens: [String] = []
        let path = try values(read.path)
        for value in path {
            switch value {
            case .string(let text): tokens += read.isDotted ? RuleCompiler.dotted(text) : [text]
            case .number(let number): tokens.append(number.text)
            case .null where path.count == 1: break
            default: throw error(.arguments, read.place)
            }
        }
        return try answer(read.purpose, lookup(tokens, up: read.up), read.fallback)
    }

    private mutating func answer(
        _ purpose: Expression.Purpose, _ found: JSONValue?, _ fallback: Expression?
    ) throws(RuleError) -> JSONValue {
        switch purpose {
        case .presence: return .bool(found != nil)
        case .value:
            if let found { return found }
            return if let fallback { try evaluate(fallback) } else { .null }
        }
    }

    /// The value of a path, so many levels up.
    mutating func lookup(_ tokens: [String], up: Int = 0) -> JSONValue? {
        let frame = scopes.count - 1 - up / 2
        if up % 2 == 1 {
            guard scopes.indices.contains(frame) else { return nil }
            let known: JSONValue = scopes[frame].index.map { ["index": .number(ExactNumber($0))] } ?? .null
            return known.value(along: tokens[...])
        }
        if scopes.indices.contains(frame) { return scopes[frame].value.value(along: tokens[...]) }
        guard frame == -1 else { return nil }
        return root(tokens, DottedPath.text(tokens), rule.decimals.under(tokens))
    }

    /// A value from the data themselves. A list or an object is converted once, however often it is read.
    private mutating func root(_ tokens: [String], _ path: String, _ decimals: DecimalTree?) -> JSONValue? {
        if decimals != nil, let known = converted[path] { return known }
        let value: JSONValue? =
            switch source {
            case .value(let data): data.value(along: tokens[...])
            case .reader(let reader): reader(path)
            }
        guard let value, let decimals else { return value }
        let result = decimals.converting(value)
        if value.array != nil || value.object != nil { converted[path] = result }
        return result
    }

    // MARK: missing

    /// The keys without a value: not there, null, or the empty text.
    mutating func missing(_ arguments: [JSONValue], _ place: Int) throws(RuleError) -> [JSONValue] {
        let keys = arguments.first?.array ?? arguments
        try step(keys.count, place)
        var missing: [JSONValue] = []
        for key in keys {
            let value = RuleCompiler.token(key).flatMap { lookup(RuleCompiler.dotted($0)) }
            if value == nil || value == .null || value == "" { missing.append(key) }
        }
        return missing
    }

    /// No keys if at least so many have a value, else those that have none.
    mutating func missingSome(_ arguments: [JSONValue], _ place: Int) throws(RuleError) -> JSONValue {
        guard arguments.count == 2, let least = arguments[0].number, let keys = arguments[1].array else {
            throw error(.arguments, place)
        }
        let missing = try missing([.array(keys)], place)
        return ExactNumber(keys.count - missing.count) >= least ? [] : .array(missing)
    }
}
