internal import JSONDocument

/// Turns a rule into expressions and collects its problems.
struct RuleCompiler {
    let limits: RuleLimits
    let decimals: DecimalTree
    private(set) var problems: [RuleProblem] = []
    /// The places of expressions, by number.
    private(set) var places: [JSONPointer] = []
    /// The paths read from the data.
    private(set) var paths: [String] = []
    private var seenPaths: Set<String> = []
    var isDynamic = false
    /// How many scopes lie around what is being compiled.
    private(set) var scopes = 0
    private var pointer: [String] = []

    init(limits: RuleLimits, decimalPaths: Set<String>) {
        self.limits = limits
        decimals = DecimalTree(paths: decimalPaths)
    }

    mutating func compile(_ rule: JSONValue) -> Expression {
        switch rule {
        case .array(let elements):
            guard isShallow() else { return tooDeep() }
            let compiled = compile(elements)
            return compiled.allSatisfy(\.isLiteral) ? .literal(rule) : .list(compiled, place: place())
        case .object(let object):
            guard let member = object.first else { return .literal(rule) }
            guard isShallow() else { return tooDeep() }
            guard object.count == 1, let known = Operator(rawValue: member.key) else { return unknown(object) }
            return at(member.key) { $0.operation(known, member.value) }
        default: return .literal(rule)
        }
    }

    /// Compiles the members of a list, each at its place.
    mutating func compile(_ elements: [JSONValue]) -> [Expression] {
        var compiled: [Expression] = []
        compiled.reserveCapacity(elements.count)
        for (index, element) in elements.enumerated() { compiled.append(at(String(index)) { $0.compile(element) }) }
        return compiled
    }

    private mutating func operation(_ known: Operator, _ argument: JSONValue) -> Expression {
        switch known.shape {
        case .lazyList(let least):
            guard case .array(let elements) = argument, elements.count >= least else {
                return misfit(known, least == 0 ? "a list" : "a list of at least \(least)")
            }
            return .operation(known, .list(compile(elements)), place: place())
        case .iteration: return iteration(known, argument)
        case .one:
            let inner: Expression
            if case .array(let elements) = argument {
                guard elements.count <= 1 else { return misfit(known, "one argument") }
                inner = compile(elements).first ?? .literal(.null)
            } else {
                inner = compile(argument)
            }
            return .operation(known, .single(inner), place: place())
        case .list(let counts):
            if case .array(let elements) = argument, !counts.contains(elements.count) {
                return misfit(known, counts.upperBound == Int.max ? "at least \(counts.lowerBound)" : "\(counts)")
            }
            if argument.object == nil, argument.array == nil, !counts.contains(1) {
                return misfit(known, "at least \(counts.lowerBound)")
            }
            if known == .missing || known == .missingSome { registerKeys(known, argument) }
            return .operation(known, arguments(argument), place: place())
        case .special: return special(known, argument)
        }
    }

    private mutating func special(_ known: Operator, _ argument: JSONValue) -> Expression {
        switch known {
        case .preserve: return .literal(argument)
        case .variable: return variable(argument)
        case .value, .exists: return value(known, argument)
        case .attempt:
            guard case .array(let elements) = argument else {
                return .operation(known, .list([compile(argument)]), place: place())
            }
            guard !elements.isEmpty else { return misfit(known, "at least 1") }
            var compiled: [Expression] = []
            for (index, element) in elements.enumerated() {
                // What comes after an error sees the error as its data.
                if index > 0 { scopes += 1 }
                compiled.append(at(String(index)) { $0.compile(element) })
                if index > 0 { scopes -= 1 }
            }
            return .operation(known, .list(compiled), place: place())
        default: return .operation(known, arguments(argument), place: place())
        }
    }

    private mutating func iteration(_ known: Operator, _ argument: JSONValue) -> Expression {
        let counts = known == .reduce ? 2...3 : 2...2
        guard case .array(let elements) = argument, counts.contains(elements.count) else {
            return misfit(known, known == .reduce ? "a list, a rule, and the beginning" : "a list and a rule")
        }
        let needsRule = known == .map || known == .filter || known == .reduce
        guard !elements[0].isNull, !(needsRule && elements[1].isNull) else {
            return misfit(known, "a list and a rule")
        }
        var compiled = [at("0") { $0.compile(elements[0]) }]
        scopes += 1
        compiled.append(at("1") { $0.compile(elements[1]) })
        scopes -= 1
        if elements.count > 2 { compiled.append(at("2") { $0.compile(elements[2]) }) }
        return .operation(known, .list(compiled), place: place())
    }

    mutating func arguments(_ argument: JSONValue) -> Expression.Arguments {
        if case .array(let elements) = argument { .list(compile(elements)) } else { .single(compile(argument)) }
    }
}

// MARK: Places and problems

extension RuleCompiler {
    mutating func at(_ token: String, _ compile: (inout RuleCompiler) -> Expression) -> Expression {
        pointer.append(token)
        defer { pointer.removeLast() }
        return compile(&self)
    }

    mutating func place() -> Int {
        places.append(JSONPointer(tokens: pointer))
        return places.count - 1
    }

    /// Notes that the rule reads a path of the data.
    mutating func register(_ path: String) {
        if seenPaths.insert(path).inserted { paths.append(path) }
    }

    mutating func misfit(_ known: Operator, _ expected: String) -> Expression {
        note(.arguments, ["operator": known.rawValue, "expected": expected])
        return .failure(.arguments, place: place())
    }

    private mutating func unknown(_ object: JSONObject) -> Expression {
        let key = object.keys.first { Operator(rawValue: $0) == nil } ?? object.keys.joined(separator: ", ")
        var values = ["operator": key]
        values["suggestion"] = object.count == 1 ? Operator.near(key) : "preserve"
        note(.unknownOperator, values)
        return .failure(.unknownOperator, place: place())
    }

    private func isShallow() -> Bool { pointer.count < 2 * limits.depth }

    private mutating func tooDeep() -> Expression {
        note(.depth, ["limit": "\(limits.depth)"])
        return .failure(.size, place: place())
    }

    private mutating func note(_ code: RuleProblem.Code, _ values: [String: String]) {
        problems.append(RuleProblem(code: code, values: values, pointer: JSONPointer(tokens: pointer)))
    }
}
