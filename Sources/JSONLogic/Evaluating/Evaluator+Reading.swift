internal import JSONDocument

extension Evaluator {
    mutating func read(_ read: Expression.Read) throws(RuleError) -> JSONValue {
        try step(1, read.place)
        let found: JSONValue?
        if let path = read.rootPath {
            found = root(read.tokens, path).map { read.decimals?.converting($0) ?? $0 }
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
    func lookup(_ tokens: [String], up: Int = 0) -> JSONValue? {
        let frame = scopes.count - 1 - up / 2
        if up % 2 == 1 {
            guard scopes.indices.contains(frame) else { return nil }
            let known: JSONValue = scopes[frame].index.map { ["index": .number(ExactNumber($0))] } ?? .null
            return known.value(along: tokens[...])
        }
        if scopes.indices.contains(frame) { return scopes[frame].value.value(along: tokens[...]) }
        guard frame == -1 else { return nil }
        let value = root(tokens, DottedPath.text(tokens))
        guard let decimals = rule.decimals.under(tokens) else { return value }
        return value.map { decimals.converting($0) }
    }

    private func root(_ tokens: [String], _ path: String) -> JSONValue? {
        switch source {
        case .value(let data): data.value(along: tokens[...])
        case .reader(let reader): reader(path)
        }
    }

    // MARK: missing

    /// The keys without a value: not there, null, or the empty text.
    func missing(_ arguments: [JSONValue]) throws(RuleError) -> [JSONValue] {
        let keys = arguments.first?.array ?? arguments
        return keys.filter { key in
            guard let token = RuleCompiler.token(key) else { return true }
            guard let value = lookup(RuleCompiler.dotted(token)) else { return true }
            return value == .null || value == ""
        }
    }

    /// No keys if at least so many have a value, else those that have none.
    func missingSome(_ arguments: [JSONValue], _ place: Int) throws(RuleError) -> JSONValue {
        guard arguments.count == 2, let least = arguments[0].number, let keys = arguments[1].array else {
            throw error(.arguments, place)
        }
        let missing = try missing([.array(keys)])
        return ExactNumber(keys.count - missing.count) >= least ? [] : .array(missing)
    }
}
