/// The operators of the language.
enum Operator: String, Sendable, CaseIterable {
    case looselyEqual = "=="
    case looselyUnequal = "!="
    case equal = "==="
    case unequal = "!=="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case not = "!"
    case truth = "!!"
    case and, or
    case condition = "if"
    case ternary = "?:"
    case coalesce = "??"
    case attempt = "try"
    case raise = "throw"
    case plus = "+"
    case minus = "-"
    case times = "*"
    case over = "/"
    case modulo = "%"
    case least = "min"
    case greatest = "max"
    case cat, substr, length
    case contains = "in"
    case merge, map, filter, reduce, all, some, none
    case variable = "var"
    case value = "val"
    case exists, missing
    case missingSome = "missing_some"
    case preserve

    /// How the arguments must be written.
    enum Shape {
        /// A list of at least so many, whose members are evaluated only as needed.
        case lazyList(Int)
        /// A list over which a rule is applied: list, rule, and for `reduce` the beginning.
        case iteration
        /// A list of so many to so many, or something that gives such a list.
        case list(ClosedRange<Int>)
        /// One argument, with or without brackets.
        case one
        /// Compiled on its own.
        case special
    }

    var shape: Shape {
        switch self {
        case .looselyEqual, .looselyUnequal, .equal, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual:
            .lazyList(2)
        case .and, .or, .condition, .ternary: .lazyList(0)
        case .map, .filter, .reduce, .all, .some, .none: .iteration
        case .not, .truth, .length, .raise: .one
        case .plus, .times, .cat, .merge, .missing: .list(0...Int.max)
        case .minus, .over, .least, .greatest: .list(1...Int.max)
        case .modulo: .list(2...Int.max)
        case .contains, .missingSome: .list(2...2)
        case .substr: .list(2...3)
        case .coalesce, .attempt, .variable, .value, .exists, .preserve: .special
        }
    }

    /// The operator that was probably meant.
    static func near(_ name: String) -> String? {
        let folded = name.lowercased()
        let aliases = [
            "=": "==", "<>": "!=", "&&": "and", "||": "or", "not": "!", "mod": "%", "concat": "cat", "any": "some",
            "sum": "+", "len": "length", "coalesce": "??",
        ]
        if let alias = aliases[folded] { return alias }
        let best = allCases.map { ($0.rawValue, distance(folded, $0.rawValue)) }.min { $0.1 < $1.1 }
        guard let best, best.1 <= (name.count <= 3 ? 1 : 2), best.1 < name.count else { return nil }
        return best.0
    }

    /// How many letters must be added, left out, changed or swapped.
    private static func distance(_ left: String, _ right: String) -> Int {
        let (a, b) = (Array(left.unicodeScalars.prefix(32)), Array(right.unicodeScalars))
        var rows = [Array(0...b.count)]
        for i in 0..<a.count {
            var row = [i + 1]
            for j in 0..<b.count {
                var cost = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, rows[i - 1][j - 1] + 1) }
                row.append(cost)
            }
            rows.append(row)
        }
        return rows[a.count][b.count]
    }
}
