public import Foundation

/// A day of the proleptic Gregorian calendar, without a time zone. In JSON: `2025-12-31`.
public struct CivilDate: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The year, e.g. 2025.
    public let year: Int
    /// The month, 1 to 12.
    public let month: Int
    /// The day of the month, from 1.
    public let day: Int

    /// A day; `nil` where the calendar has no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), day >= 1, day <= CivilDate.length(of: month, in: year) else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads `2025-12-31`; `nil` for anything else.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
        func number(_ range: Range<Int>) -> Int? { decimal(bytes[range]) }
        guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The day that lies so many days after 1970-01-01 (H. Hinnant's `civil_from_days`).
    public init(daysSince1970: Int) {
        let shifted = Int64(daysSince1970) + 719_468
        let era = floorDivision(shifted, 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = Int(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
        month = Int(shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9)
        year = Int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0)
    }

    /// Days since 1970-01-01 (H. Hinnant's `days_from_civil`).
    public var daysSince1970: Int {
        let shiftedYear = Int64(month <= 2 ? year - 1 : year)
        let era = floorDivision(shiftedYear, 400)
        let yearOfEra = shiftedYear - era * 400
        let shiftedMonth = Int64(month > 2 ? month - 3 : month + 9)
        let dayOfYear = (153 * shiftedMonth + 2) / 5 + Int64(day) - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return Int(era * 146_097 + dayOfEra - 719_468)
    }

    /// Whether the day is a Saturday or a Sunday.
    public var isWeekend: Bool {
        let weekday = ((daysSince1970 + 4) % 7 + 7) % 7
        return weekday == 0 || weekday == 6
    }

    /// The next day.
    public var next: CivilDate { CivilDate(daysSince1970: daysSince1970 + 1) }

    /// The moment at which a wall clock in `timeZone` shows this day and time.
    ///
    /// Where the clock shows it twice, the first of the two; where it skips it, as long after the gap as the time is after
    /// the gap's beginning. Shanghai's clock has done neither since 1991.
    public func moment(hour: Int, minute: Int, second: Int = 0, in timeZone: TimeZone) -> Timestamp {
        let wall = Int64(daysSince1970) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
        func offset(at seconds: Int64) -> Int64 {
            Int64(timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))))
        }
        let candidates = [wall - offset(at: wall - 86_400), wall - offset(at: wall + 86_400)]
        let shown = candidates.filter { $0 + offset(at: $0) == wall }
        return Timestamp(milliseconds: (shown.min() ?? max(candidates[0], candidates[1])) * 1000)
    }

    /// The day that a wall clock in `timeZone` shows at a moment.
    public init(_ moment: Timestamp, in timeZone: TimeZone) {
        let local = moment.milliseconds + Int64(timeZone.secondsFromGMT(for: moment.date)) * 1000
        self.init(daysSince1970: Int(floorDivision(local, 86_400_000)))
    }

    /// `2025-12-31`.
    public var description: String {
        func padded(_ value: Int, _ width: Int) -> String {
            let text = String(value)
            return String(repeating: "0", count: max(0, width - text.count)) + text
        }
        return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
    }

    /// The earlier is the smaller.
    public static func < (left: CivilDate, right: CivilDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    private static func length(of month: Int, in year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension CivilDate: Codable {
    /// Reads `2025-12-31`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let day = CivilDate(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a day like 2025-12-31")
        }
        self = day
    }

    /// Writes `2025-12-31`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
