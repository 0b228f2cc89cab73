public import JSONDocument

extension WorkingCalendar {
    /// A calendar from files in the form of the public data set *holiday-cn*: one year each, with the days that differ from
    /// the plain week. A year whose file has no days has not been announced.
    ///
    /// - Parameters:
    ///   - files: Each with the name under which problems are reported.
    ///   - digest: SHA-256 of the files, in hexadecimal: recorded with every due date.
    /// - Throws: All problems of all files.
    public init(
        files: [(name: String, bytes: [UInt8])], digest: String
    ) throws(CalendarProblems) {
        var reader = HolidayFileReader()
        for file in files { reader.read(file.bytes, of: file.name) }
        guard reader.problems.isEmpty else { throw CalendarProblems(all: reader.problems) }
        self.init(exceptions: reader.exceptions, announcedYears: reader.announced, digest: digest)
    }
}

/// Everything that is wrong with calendar files; never nothing.
public struct CalendarProblems: Error, Sendable, Hashable {
    /// One thing that is wrong.
    public struct Problem: Sendable, Hashable {
        /// The file.
        public let file: String
        /// The stable name of the rule: one of `json.…`, `key.missing`, `type.mismatch`, `calendar.no-day`,
        /// `calendar.other-year`, `calendar.contradiction`, `calendar.year-twice`.
        public let rule: String
        /// Where in the document.
        public let pointer: JSONPointer
        /// Where in the text.
        public let position: TextPosition?
        /// What a text is made from, e.g. `date`.
        public let values: [String: String]
    }

    /// The problems, file by file, in the order of the text.
    public let all: [Problem]
}

/// Reads holiday files one after the other.
private struct HolidayFileReader {
    var exceptions: [CivilDate: Bool] = [:]
    var announced: Set<Int> = []
    var problems: [CalendarProblems.Problem] = []
    private var file = ""
    private var years: Set<Int> = []

    mutating func read(_ bytes: [UInt8], of name: String) {
        file = name
        let (root, found) = JSONReader.node(bytes, limits: JSONLimits(depth: 16, bytes: 1 << 20))
        problems += found.map {
            CalendarProblems.Problem(
                file: name, rule: $0.code.rawValue, pointer: $0.pointer, position: $0.position, values: $0.values)
        }
        guard let root else { return }
        let place = Place(node: root, pointer: .root)
        guard let year = member("year", of: place), let days = member("days", of: place) else { return }
        guard let number = year.node.value.int else { return mismatch(year, expected: "integer") }
        guard let elements = days.node.elements else { return mismatch(days, expected: "array") }
        if !years.insert(number).inserted { report("calendar.year-twice", year, ["year": String(number)]) }
        if !elements.isEmpty { announced.insert(number) }
        for (index, element) in elements.enumerated() {
            day(Place(node: element, pointer: days.pointer.appending(index)), year: number)
        }
    }

    private mutating func day(_ place: Place, year: Int) {
        guard let date = member("date", of: place), let off = member("isOffDay", of: place) else { return }
        guard let text = date.node.value.string else { return mismatch(date, expected: "string") }
        guard let isOff = off.node.value.bool else { return mismatch(off, expected: "boolean") }
        guard let day = CivilDate(text) else { return report("calendar.no-day", date, ["date": text]) }
        guard abs(day.year - year) <= 1 else {
            return report("calendar.other-year", date, ["date": text, "year": String(year)])
        }
        if let known = exceptions[day], known != isOff { report("calendar.contradiction", date, ["date": text]) }
        exceptions[day] = isOff
    }

    private mutating func member(_ key: String, of place: Place) -> Place? {
        guard place.node.members != nil else {
            mismatch(place, expected: "object")
            return nil
        }
        guard let member = place.node.member(key) else {
            report("key.missing", place, ["key": key])
            return nil
        }
        return place.appending(member)
    }

    private mutating func mismatch(_ place: Place, expected: String) {
        report("type.mismatch", place, ["expected": expected, "found": place.node.kind.rawValue])
    }

    private mutating func report(_ rule: String, _ place: Place, _ values: [String: String]) {
        problems.append(
            CalendarProblems.Problem(
                file: file, rule: rule, pointer: place.pointer, position: place.node.position, values: values))
    }
}
