/// Folds a cell so that the grammar sees one form of every sign: half width, no white space, one sign per comparator and quote.
/// White space inside CJK text carries no meaning (DESIGN, "The official forms").
enum TargetText: Sendable {
    /// The longest text that is read; a cell that is longer is ``TargetValue/UnmeasurableReason/tooLong``.
    static let limit = 4_000

    /// The folded text as scalars.
    static func scalars(_ text: String) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x00...0x20, 0x7F, 0xA0, 0x2000...0x200F, 0x2028...0x202F, 0x205F, 0x3000, 0xFEFF: continue
            case 0xFF0C: result.append("，")
            case 0xFF01...0xFF5E: result.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
            case 0x2267, 0x2A7E: result.append("≥")
            case 0x2266, 0x2A7D: result.append("≤")
            case 0x2010...0x2015, 0x2212, 0x301C, 0x223C, 0x2500: result.append("-")
            case 0xFE64: result.append("<")
            case 0xFE65: result.append(">")
            case 0xFE66: result.append("=")
            case 0xFE6A: result.append("%")
            case 0x2236: result.append(":")
            case 0x00D7, 0x2715, 0x2716: result.append("*")
            case 0x2215, 0x2044: result.append("/")
            case 0x2460...0x2473: result += ["(", "#", ")"]
            case 0x33A1: result += ["平", "方", "米"]
            case 0x25CB, 0x3007: result.append("〇")
            default: result.append(scalar == "~" ? "-" : scalar)
            }
        }
        for index in result.indices where result[index] == "~" { result[index] = "-" }
        return result
    }

    /// The folded text.
    static func fold(_ text: String) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars(text))
        return String(view)
    }

    /// Whether two cells say the same, punctuation and quotes aside.
    static func isSame(_ one: String, _ other: String) -> Bool {
        let left = scalars(one).filter { !isPunctuation($0) }
        return !left.isEmpty && left == scalars(other).filter { !isPunctuation($0) }
    }

    /// Whether the scalar only separates or decorates.
    static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
        "，,。;；、:!?“”\"'‘’()[]【】《》".unicodeScalars.contains(scalar)
    }
}
