internal import BudgetPerformance

/// Reads official tables from the text of a file: finds where each form begins, in whichever layout, and reads it.
///
/// A pure function of its bytes: it opens no file and knows no file name but the one that it is told.
public struct FormReader: Sendable {
    /// How much a file may ask for.
    public struct Limits: Sendable, Hashable {
        /// The largest file, in bytes; 64 MiB by default.
        public var bytes: Int
        /// The most lines; two million by default.
        public var lines: Int

        /// Limits for hostile or mistaken input.
        public init(bytes: Int = 64 << 20, lines: Int = 2_000_000) {
            self.bytes = bytes
            self.lines = lines
        }
    }

    /// The layouts that are known, most specific first. THE ONE PLACE to add a layout.
    static let layouts: [any TextLayout] = [
        DeclarationLayout(), PrintedSelfEvaluationLayout(), ScannedSelfEvaluationLayout(),
    ]

    /// What a form is recognised by, for the message that there is none.
    static let lookedFor = "二级项目支出绩效目标申报表, 项目支出绩效自评表, 项目编码 / 项目名称"

    /// The limits that hold for each file.
    public var limits: Limits
    private let layouts: [any TextLayout]

    /// A reader of all layouts.
    public init(limits: Limits = Limits()) {
        self.init(limits: limits, layouts: Self.layouts)
    }

    init(limits: Limits, layouts: [any TextLayout]) {
        self.limits = limits
        self.layouts = layouts
    }

    /// Reads all forms of a file.
    ///
    /// - Parameters:
    ///   - bytes: the whole file, as UTF-8, UTF-16 with a mark, or GBK.
    ///   - source: the name of the file, without its folder; it is repeated in each reading.
    /// - Throws: a ``FormReadingError`` where there is nothing to read.
    public func readings(of bytes: [UInt8], source: String) throws(FormReadingError) -> FileReading {
        guard bytes.count <= limits.bytes else {
            throw FormReadingError(.tooLarge, ["bytes": "\(bytes.count)", "limit": "\(limits.bytes)"])
        }
        guard !bytes.isEmpty else { throw FormReadingError(.emptyFile) }
        let text = try TextDecoding(bytes)
        let lines = try TextLines.split(text.bytes, limit: limits.lines)
        guard lines.contains(where: { !$0.text.unicodeScalars.allSatisfy(Glyph.isBlank) }) else {
            throw FormReadingError(.emptyFile)
        }
        let readings = readings(of: lines, source: source)
        guard !readings.isEmpty else {
            throw FormReadingError(.noForm, ["lines": "\(lines.last?.number ?? 0)", "lookedFor": Self.lookedFor])
        }
        return FileReading(readings: readings, encoding: text.encoding)
    }

    private func readings(of lines: [TextLine], source: String) -> [FormReading] {
        var starts: [(index: Int, layout: any TextLayout)] = []
        for index in lines.indices {
            if let layout = layouts.first(where: { $0.begins(at: index, in: lines) }) { starts.append((index, layout)) }
        }
        return starts.enumerated().map { position, start in
            let end = position + 1 < starts.count ? starts[position + 1].index : lines.count
            let reading = start.layout.read(lines[start.index..<end])
            // What is printed above the first form belongs to no form: it is told with the first one.
            let preface =
                position > 0 ? [] : lines[..<start.index].map { Glyphs($0.text).trimmed.string }.filter { !$0.isEmpty }
            return FormReading(
                source: source, ordinal: position + 1, form: reading.form, notes: preface + reading.notes,
                unplaced: reading.unplaced, lowConfidence: reading.lowConfidence)
        }
    }
}
