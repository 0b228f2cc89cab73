/// One line of a table, cut into its cells.
struct TableLine: Sendable, Hashable {
    var number: Int
    /// The cells, trimmed; empty cells are kept, those at the end of the line left out.
    var cells: [Glyphs]
    /// Whether the line prints column separators (tabs, or `|` as in Markdown).
    var isTabular: Bool

    var isBlank: Bool { cells.isEmpty }

    /// The only cell of a line that prints text without any column in front of it.
    var bareText: Glyphs? { cells.count == 1 ? cells[0] : nil }

    /// Everything printed, as found, for notes and for what cannot be placed.
    var text: String { Glyphs(cells.filter { !$0.isEmpty }.joined(separator: ["\t"])).string }

    init(number: Int, cells: [Glyphs], isTabular: Bool) {
        self.number = number
        self.cells = cells
        self.isTabular = isTabular
        dropEmptyEnd()
    }

    init(_ line: TextLine) {
        let glyphs = Markup.removed(from: Glyphs(line.text))
        let trimmed = glyphs.trimmed
        var columns = glyphs
        var separator: Unicode.Scalar = "\t"
        if trimmed.count > 2, trimmed.first == "|", trimmed.last == "|", !glyphs.contains("\t") {
            separator = "|"
            columns = Array(trimmed.dropFirst())
        }
        let cells = columns.split(separator: separator, omittingEmptySubsequences: false).map { Array($0).trimmed }
        self.init(number: line.number, cells: cells, isTabular: cells.count > 1)
        // `| --- | --- |` is furniture of Markdown.
        if separator == "|", self.cells.allSatisfy({ $0.allSatisfy { $0 == "-" || $0 == ":" } }) { self.cells = [] }
    }

    mutating func dropEmptyEnd() {
        while let last = cells.last, last.isEmpty { cells.removeLast() }
    }
}

/// Remains of HTML that converters leave in cells: `<ol style="…">`, `</li>`, `<br>`, `&nbsp;`.
enum Markup: Sendable {
    private static let entities: [(name: Glyphs, meaning: Unicode.Scalar)] = [
        (Glyphs("&nbsp;"), " "), (Glyphs("&lt;"), "<"), (Glyphs("&gt;"), ">"), (Glyphs("&quot;"), "\""),
        (Glyphs("&amp;"), "&"),
    ]
    /// Elements that are known to occur; anything else in angle brackets is text of the table.
    private static let elements: Set<String> = [
        "ol", "ul", "li", "br", "p", "b", "i", "u", "sup", "sub", "span", "div", "font", "strong", "em", "table", "tr",
        "td", "th", "tbody", "thead",
    ]

    static func removed(from glyphs: Glyphs) -> Glyphs {
        guard glyphs.contains(where: { $0 == "<" || $0 == "&" }) else { return glyphs }
        var result: Glyphs = []
        var index = 0
        while index < glyphs.count {
            if glyphs[index] == "<", let (element, end) = element(at: index, in: glyphs) {
                if ["br", "li", "p"].contains(element) { result.append("\n") } else { result.append(" ") }
                index = end
            } else if glyphs[index] == "&",
                let entity = entities.first(where: { glyphs[index...].starts(with: $0.name) })
            {
                result.append(entity.meaning)
                index += entity.name.count
            } else {
                result.append(glyphs[index])
                index += 1
            }
        }
        return result
    }

    private static func element(at start: Int, in glyphs: Glyphs) -> (name: String, end: Int)? {
        guard let close = glyphs[start...].prefix(200).firstIndex(of: ">") else { return nil }
        var index = start + 1
        if index < close, glyphs[index] == "/" { index += 1 }
        var name = ""
        while index < close, glyphs[index].isASCII,
            glyphs[index] != " ", glyphs[index] != "/"
        {
            name.unicodeScalars.append(glyphs[index])
            index += 1
        }
        name = name.lowercased()
        return elements.contains(name) ? (name, close + 1) : nil
    }
}
