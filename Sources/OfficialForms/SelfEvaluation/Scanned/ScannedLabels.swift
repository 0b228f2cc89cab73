/// The second-level names in the columns left of 三级指标, where the scan shows them.
struct ScannedLabels: Sendable {
    /// A second-level name and the lines on which it stands.
    struct Label: Sendable, Hashable {
        var name: String
        var page: Int
        var lines: ClosedRange<Int>
        /// Whether a character of it was misread.
        var isDoubtful = false
    }

    var labels: [Label] = []
    /// Text that is no name, by line.
    var strays: [(line: Int, text: String)] = []

    private static let sideHeads: Set<String> = [
        "年度绩效", "年度绩效指标", "绩效指标", "年度", "绩效", "指标", "年度绩", "效指标", "标",
    ]

    init(_ lines: [ScannedIndicatorLine]) {
        var open: (text: String, line: Int, page: Int)?
        for line in lines {
            for cell in line.headings {
                let text = CellContent.compact(cell)
                if let begun = open {
                    open = nil
                    if begun.page == line.page, let name = IndicatorHeading.level2(begun.text + text) {
                        labels.append(Label(name: name, page: line.page, lines: begun.line...line.number))
                        continue
                    }
                    if begun.page == line.page, IndicatorHeading.beginsLevel2(begun.text + text) {
                        open = (begun.text + text, begun.line, line.page)
                        continue
                    }
                    if !Self.sideHeads.contains(text), IndicatorHeading.level1(text) == nil {
                        strays.append((begun.line, begun.text))
                    } else {
                        open = begun
                    }
                }
                if let name = IndicatorHeading.level2(text) {
                    add(Label(name: name, page: line.page, lines: line.number...line.number))
                } else if IndicatorHeading.level1(text) != nil || Self.sideHeads.contains(text) {
                    continue
                } else if text.count >= 3, IndicatorHeading.beginsLevel2(text) {
                    open = (text, line.number, line.page)
                } else if let name = Self.misread(text) {
                    add(Label(name: name, page: line.page, lines: line.number...line.number, isDoubtful: true))
                } else {
                    strays.append((line.number, cell))
                }
            }
        }
        if let open { strays.append((open.line, open.text)) }
    }

    /// 满意度指标 may stand at both levels of one row; a name that comes again after a page is one group.
    private mutating func add(_ label: Label) {
        if let last = labels.last, last.name == label.name, last.lines == label.lines || label.isDoubtful { return }
        labels.append(label)
    }

    /// The name from which the text differs in one of at least four characters.
    private static func misread(_ text: String) -> String? {
        guard text.count >= 4, text.hasSuffix("指标") else { return nil }
        let near = IndicatorHeading.level2Variants.filter { variant, _ in
            variant.count == text.count && zip(variant, text).count { $0 != $1 } == 1
        }
        return near.count == 1 ? near.first?.value : nil
    }
}
