internal import JSONDocument

/// Repeatable random rules and data; tests print the seed.
struct SeededRules: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    private mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &self)]
    }

    private static let operators = [
        "==", "!=", "===", "!==", "<", "<=", ">", ">=", "!", "!!", "and", "or", "if", "?:", "??", "try", "throw", "+",
        "-",
        "*", "/", "%", "min", "max", "cat", "substr", "length", "in", "merge", "map", "filter", "reduce", "all", "some",
        "none", "var", "val", "exists", "missing", "missing_some", "preserve", "nosuch",
    ]

    private static let leaves: [JSONValue] = [
        nil, true, false, 0, 1, -1, 2.5, 1_000_000_000_000, "", "a", "b", "a.b", "0", "12.5", "审批", "index", "current",
        "accumulator", "type", [], [:], .number(ExactNumber("9e127") ?? 0), .number(ExactNumber("1e-128") ?? 0), [[1]],
        [[2]],
    ]

    mutating func rule(_ depth: Int) -> JSONValue {
        guard depth > 0, Int.random(in: 0..<6, using: &self) > 0 else { return pick(Self.leaves) }
        if Int.random(in: 0..<8, using: &self) == 0 { return list(depth) }
        let argument = Int.random(in: 0..<5, using: &self) == 0 ? rule(depth - 1) : list(depth)
        return .object([pick(Self.operators): argument])
    }

    private mutating func list(_ depth: Int) -> JSONValue {
        .array((0..<Int.random(in: 0...3, using: &self)).map { _ in rule(depth - 1) })
    }

    mutating func data(_ depth: Int) -> JSONValue {
        guard depth > 0 else { return pick(Self.leaves) }
        switch Int.random(in: 0..<3, using: &self) {
        case 0: return pick(Self.leaves)
        case 1: return .array((0..<Int.random(in: 0...4, using: &self)).map { _ in data(depth - 1) })
        default: return .object(["a": data(depth - 1), "b": data(depth - 1), "": data(depth - 1)])
        }
    }
}
