internal import BudgetPerformance

/// The names of the first and second level as tables print them, brought into their normal form.
enum IndicatorHeading {
    /// A first-level name with the points printed beside it, e.g. `产出指标(50分)`.
    struct Level1: Hashable {
        var name: String
        var weight: PrintedNumber?
    }

    private static let level1Names = ["产出指标", "效益指标", "满意度指标", "成本指标"]

    private static let level1Starts = Set("*＊产效满成".unicodeScalars)
    private static let level2Starts: Set<Unicode.Scalar> = {
        Set(level2Names.keys.compactMap(\.unicodeScalars.first)).union("*＊".unicodeScalars)
    }()

    private static let level2Names: [String: String] = {
        var names: [String: String] = [:]
        for level2 in IndicatorTree.Level2.allCases { names[level2.rawValue] = level2.rawValue }
        for name in ["经济成本指标", "社会成本指标", "生态环境成本指标"] { names[name] = name }
        names["可持续影响力指标"] = IndicatorTree.Level2.sustainable.rawValue
        names["可持续发展指标"] = IndicatorTree.Level2.sustainable.rawValue
        names["可持续性影响指标"] = IndicatorTree.Level2.sustainable.rawValue
        names["其它满意度指标"] = IndicatorTree.Level2.otherSatisfaction.rawValue
        names["生态环境效益指标"] = IndicatorTree.Level2.ecological.rawValue
        return names
    }()

    /// All printed second-level names with their normal form.
    static var level2Variants: [String: String] { level2Names }

    /// The first-level heading that the whole text is, with or without its points.
    static func level1(_ text: String) -> Level1? {
        guard let first = text.unicodeScalars.first, level1Starts.contains(first) else { return nil }
        let bare = withoutStars(text)
        for name in level1Names where bare.hasPrefix(name) {
            let rest = String(bare.dropFirst(name.count))
            if rest.isEmpty { return Level1(name: name, weight: nil) }
            if let points = points(rest) { return Level1(name: name, weight: points) }
        }
        return nil
    }

    /// The points of a text such as `(50分)` or `（12.5）`.
    static func points(_ text: String) -> PrintedNumber? {
        var inner = Substring(text)
        guard let first = inner.first, let last = inner.last, "(（".contains(first), ")）".contains(last) else {
            return nil
        }
        inner = inner.dropFirst().dropLast()
        if inner.last == "分" { inner = inner.dropLast() }
        return CellContent.number(String(inner)).map { PrintedNumber($0) }
    }

    /// The normal form of the second-level name that the whole text is.
    static func level2(_ text: String) -> String? {
        guard text.utf8.count <= 60, let first = text.unicodeScalars.first, level2Starts.contains(first) else {
            return nil
        }
        return level2Names[withoutStars(text)]
    }

    /// Whether the text begins, or is, a second-level name that goes on.
    static func beginsLevel2(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, level2Starts.contains(first) else { return false }
        let bare = withoutStars(text)
        guard bare.count >= 2 else { return false }
        return level2Names.keys.contains { $0.hasPrefix(bare) }
    }

    /// The first-level group under which the official tree puts a second-level name.
    static func group(ofLevel2 name: String) -> String {
        if let level2 = IndicatorTree.Level2(rawValue: name) { return level2.level1.rawValue }
        return name.hasSuffix("成本指标") ? "成本指标" : IndicatorTree.Level1.output.rawValue
    }

    /// The place of a second-level name in the printed order of the tree.
    static func order(ofLevel2 name: String) -> Int {
        IndicatorTree.Level2.allCases.firstIndex { $0.rawValue == name } ?? 3
    }

    private static func withoutStars(_ text: String) -> String {
        var bare = Substring(text)
        while let first = bare.first, first == "*" || first == "＊" { bare = bare.dropFirst() }
        while let last = bare.last, last == "*" || last == "＊" { bare = bare.dropLast() }
        return String(bare)
    }
}
