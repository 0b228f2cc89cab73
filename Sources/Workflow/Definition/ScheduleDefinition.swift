public import Foundation

/// Something that happens by itself, once a period.
public struct ScheduleDefinition: Sendable, Hashable {
    /// When in the year: a day and a wall-clock time.
    public struct Moment: Sendable, Hashable {
        /// 1 to 12.
        public let month: Int
        /// From 1.
        public let day: Int
        /// 0 to 23.
        public let hour: Int
        /// 0 to 59.
        public let minute: Int
    }

    /// The schedule's name, e.g. `year-end-self-evaluation`.
    public let id: String
    /// When in the year.
    public let moment: Moment
    /// The clock by which the moment is meant.
    public let timeZone: TimeZone
    /// The state whose cases it acts on (index).
    public let state: Int
    /// The kind of task that it makes, e.g. `self-evaluation`.
    public let task: String
    /// What people read for the task.
    public let title: LocalizedText
    /// The role that does the task (index).
    public let role: Int
    /// How long the role has.
    public let due: DuePeriod?

    /// The moment in a given year; on 29 February in a common year, the day after the 28th.
    public func moment(in year: Int) -> Timestamp {
        let day =
            CivilDate(year: year, month: moment.month, day: moment.day)
            ?? CivilDate(year: year, month: moment.month, day: 28)?.next ?? CivilDate(daysSince1970: 0)
        return day.moment(hour: moment.hour, minute: moment.minute, in: timeZone)
    }
}
