internal import JSONDocument

extension Seeded {
    /// A value of any kind, nested at most this deep.
    mutating func value(depth: Int = 4) -> JSONValue {
        switch Int.random(in: 0..<(depth > 0 ? 8 : 6), using: &self) {
        case 0: return .null
        case 1: return .bool(Bool.random(using: &self))
        case 2: return .number(ExactNumber(Int.random(in: -1000...1000, using: &self)))
        case 3: return .number(number())
        case 4, 5: return .string(text())
        case 6: return .array((0..<Int.random(in: 0...5, using: &self)).map { _ in value(depth: depth - 1) })
        default:
            var object = JSONObject()
            for _ in 0..<Int.random(in: 0...20, using: &self) { object[text()] = value(depth: depth - 1) }
            return .object(object)
        }
    }

    /// A number of any size that can be held.
    mutating func number() -> ExactNumber {
        var digits = Bool.random(using: &self) ? "-" : ""
        digits += "\(Int.random(in: 1...9, using: &self))"
        for _ in 0..<Int.random(in: 0...36, using: &self) { digits += "\(Int.random(in: 0...9, using: &self))" }
        return ExactNumber("\(digits)e\(Int.random(in: -128...90, using: &self))") ?? 7
    }

    /// Text with everything that is awkward.
    mutating func text() -> String {
        let scalars: [Unicode.Scalar] = [
            "a", "b", "\"", "\\", "/", "\n", "\u{0}", "\u{1F}", "\u{7F}", "审", "批", "é", "\u{301}", "\u{E000}",
            "\u{FFFF}", "\u{10000}", "😀", "\u{2028}", "~", "0",
        ]
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...6, using: &self) {
            text.append(scalars[Int.random(in: 0..<scalars.count, using: &self)])
        }
        return String(text)
    }
}
