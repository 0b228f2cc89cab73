internal import Foundation

/// How many cells of a terminal a text takes: a Chinese character takes two.
enum CellWidth {
    /// Makes `wcwidth` know more than ASCII, whatever the user's locale is. Called once, before any output.
    static func prepare() {
        if setlocale(LC_CTYPE, "C.UTF-8") == nil { setlocale(LC_CTYPE, "") }
    }

    /// The cells of a text that is printed on one line.
    static func of(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + max(0, Int(wcwidth(wchar_t($1.value)))) }
    }

    /// The text, cut to a width with an ellipsis where it is too wide.
    static func cut(_ text: String, to width: Int) -> String {
        guard of(text) > width else { return text }
        var result = ""
        var used = 0
        for character in text {
            let cells = of(String(character))
            if used + cells > width - 1 { break }
            result.append(character)
            used += cells
        }
        return result + "…"
    }

    /// The text filled with blanks up to a width.
    static func pad(_ text: String, to width: Int, atStart: Bool = false) -> String {
        let blanks = String(repeating: " ", count: max(0, width - of(text)))
        return atStart ? blanks + text : text + blanks
    }
}
