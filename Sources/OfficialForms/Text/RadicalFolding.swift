internal import Foundation

/// PDF text often prints radicals (⼀, ⽬, ⻓) where the ideograph (一, 目, 长) is meant: the fonts share one glyph.
enum RadicalFolding: Sendable {
    /// Radicals of the supplement that Unicode gives no compatibility mapping.
    private static let supplement: [Unicode.Scalar: Unicode.Scalar] = [
        "⺠": "民", "⻄": "西", "⻅": "见", "⻆": "角", "⻉": "贝", "⻋": "车", "⻓": "长", "⻔": "门", "⻘": "青",
        "⻙": "韦", "⻚": "页", "⻛": "风", "⻜": "飞", "⻝": "食", "⻢": "马", "⻣": "骨", "⻤": "鬼", "⻥": "鱼",
        "⻦": "鸟", "⻨": "麦", "⻩": "黄", "⻬": "齐", "⻮": "齿", "⻰": "龙",
    ]

    /// Whether a UTF-8 text can hold such a character: cheap enough for every line of a file.
    static func isNeeded(in bytes: ArraySlice<UInt8>) -> Bool {
        var previous: UInt8 = 0
        for byte in bytes {
            if previous == 0xE2, (0xBA...0xBF).contains(byte) { return true }
            if previous == 0xEF, (0xA4...0xAB).contains(byte) { return true }
            previous = byte
        }
        return false
    }

    static func folded(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if let ideograph = supplement[scalar] {
                result.append(ideograph)
            } else if (0x2E80...0x2FDF).contains(scalar.value) || (0xF900...0xFAFF).contains(scalar.value) {
                result.append(contentsOf: String(scalar).precomposedStringWithCompatibilityMapping.unicodeScalars)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }
}
