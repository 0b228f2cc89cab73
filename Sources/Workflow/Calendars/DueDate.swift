public import Foundation

/// How long somebody has: `{ "workdays": 5 }` or `{ "days": 14 }`.
public enum DuePeriod: Sendable, Hashable {
    /// Working days, by the calendar in force.
    case workdays(Int)
    /// Calendar days.
    case days(Int)

    /// When the time is up: the end (24:00) of the last day, as a clock in `timeZone` shows it.
    public func due(from start: Timestamp, calendar: WorkingCalendar, timeZone: TimeZone) -> DueDate {
        let first = CivilDate(start, in: timeZone)
        switch self {
        case .workdays(let count):
            let (day, provisional) = calendar.workday(count, after: first)
            return DueDate(
                at: day.next.moment(hour: 0, minute: 0, in: timeZone), day: day, calendar: calendar.digest,
                isProvisional: provisional)
        case .days(let count):
            let day = CivilDate(daysSince1970: first.daysSince1970 + count)
            return DueDate(at: day.next.moment(hour: 0, minute: 0, in: timeZone), day: day)
        }
    }
}

/// When a piece of work is due, and by which calendar that was counted.
public struct DueDate: Sendable, Hashable, Codable {
    /// The moment from which the work is late.
    public var at: Timestamp
    /// The last day on which it is in time.
    public var day: CivilDate
    /// The digest of the calendar, where working days were counted.
    public var calendar: String?
    /// Whether a year without announced holidays was counted by weekends alone.
    public var isProvisional: Bool

    /// A due date with its source.
    public init(at: Timestamp, day: CivilDate, calendar: String? = nil, isProvisional: Bool = false) {
        self.at = at
        self.day = day
        self.calendar = calendar
        self.isProvisional = isProvisional
    }
}
