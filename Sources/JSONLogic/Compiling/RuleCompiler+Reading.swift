internal import JSONDocument

extension RuleCompiler {
    /// `var`: a dotted path and perhaps a default.
    mutating func variable(_ argument: JSONValue) -> Expression {
        guard case .array(let elements) = argument else { return variable(argument, at: nil, fallback: nil) }
        guard elements.count <= 2 else { return misfit(.variable, "a path, and perhaps a default") }
        let fallback = elements.count == 2 ? at("1") { $0.compile(elements[1]) } : nil
        return variable(elements.first ?? .null, at: "0", fallback: fallback)
    }

    private mutating func variable(_ path: JSONValue, at token: String?, fallback: Expression?) -> Expression {
        switch path {
        case .null: return read(.value, up: 0, tokens: [], fallback: fallback)
        case .string(let text): return read(.value, up: 0, tokens: Self.dotted(text), fallback: fallback)
        case .number(let number): return read(.value, up: 0, tokens: Self.dotted(number.text), fallback: fallback)
        case .bool: return misfit(.variable, "a path, and perhaps a default")
        case .array, .object:
            let inner = token.map { token in at(token) { $0.compile(path) } } ?? compile(path)
            return dynamicRead(.value, isDotted: true, up: 0, path: .single(inner), fallback: fallback)
        }
    }

    /// `val` and `exists`: a key, or a list of keys, which may begin with how far up to look.
    mutating func value(_ known: Operator, _ argument: JSONValue) -> Expression {
        let purpose: Expression.Purpose = known == .exists ? .presence : .value
        guard case .array(let elements) = argument else {
            if let token = Self.token(argument) { return read(purpose, up: 0, tokens: [token], fallback: nil) }
            if argument.isNull { return read(purpose, up: 0, tokens: [], fallback: nil) }
            return dynamicRead(purpose, isDotted: false, up: 0, path: .single(compile(argument)), fallback: nil)
        }
        var up = 0
        var keys = elements[...]
        if case .array(let levels) = elements.first {
            guard levels.count == 1, let level = levels[0].int, level.magnitude <= 1_000 else {
                return misfit(known, "a whole number of levels in the inner brackets")
            }
            up = Int(level.magnitude)
            keys = keys.dropFirst()
        }
        let tokens = keys.compactMap(Self.token)
        if tokens.count == keys.count { return read(purpose, up: up, tokens: tokens, fallback: nil) }
        var compiled: [Expression] = []
        for index in keys.indices { compiled.append(at(String(index)) { $0.compile(elements[index]) }) }
        return dynamicRead(purpose, isDotted: false, up: up, path: .list(compiled), fallback: nil)
    }

    /// `missing` and `missing_some`: the keys that are written down are reads too.
    mutating func registerKeys(_ known: Operator, _ argument: JSONValue) {
        guard scopes == 0 else { return }
        var keys = argument.array ?? [argument]
        if known == .missingSome { keys = keys.last?.array ?? keys.suffix(1) }
        if case .array(let inner) = keys.first { keys = inner }
        for key in keys {
            if let token = Self.token(key) { register(DottedPath.text(Self.dotted(token))) } else { isDynamic = true }
        }
    }

    private mutating func read(
        _ purpose: Expression.Purpose, up: Int, tokens: [String], fallback: Expression?
    ) -> Expression {
        let isRoot = up == 2 * scopes
        let path = isRoot ? DottedPath.text(tokens) : nil
        if let path { register(path) }
        return .read(
            Expression.Read(
                purpose: purpose, up: up, tokens: tokens, rootPath: path,
                decimals: isRoot ? decimals.under(tokens) : nil, fallback: fallback, place: place()))
    }

    private mutating func dynamicRead(
        _ purpose: Expression.Purpose, isDotted: Bool, up: Int, path: Expression.Arguments, fallback: Expression?
    ) -> Expression {
        if up == 2 * scopes { isDynamic = true }
        return .dynamicRead(
            Expression.DynamicRead(
                purpose: purpose, isDotted: isDotted, up: up, path: path, fallback: fallback, place: place()))
    }

    /// The keys of a dotted path as `var` has it, where the backslash has no meaning.
    static func dotted(_ text: String) -> [String] {
        text.isEmpty ? [] : text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    }

    /// The key that a literal names.
    static func token(_ value: JSONValue) -> String? {
        switch value {
        case .string(let text): text
        case .number(let number): number.text
        default: nil
        }
    }
}
