/// Public holidays and make-up working days (调休) of some years. A year without an announcement is counted by weekends
/// alone, and what was counted in it is provisional.
public struct WorkingCalendar: Sendable, Hashable {
    /// Days that differ from the plain week: `true` for a day off, `false` for a weekend day that is worked.
    public let exceptions: [CivilDate: Bool]
    /// The years for which an announcement is known.
    public let announcedYears: Set<Int>
    /// A digest of the files from which the calendar was made, recorded with every due date.
    public let digest: String

    /// A calendar from its days.
    public init(exceptions: [CivilDate: Bool], announcedYears: Set<Int>, digest: String) {
        self.exceptions = exceptions
        self.announcedYears = announcedYears
        self.digest = digest
    }

    /// Weekends alone.
    public static let weekendsOnly = WorkingCalendar(exceptions: [:], announcedYears: [], digest: "")

    /// Whether work is done on this day.
    public func isWorkday(_ day: CivilDate) -> Bool {
        if let off = exceptions[day] { return !off }
        return !day.isWeekend
    }

    /// The `count`-th working day after `start`, and whether a day of a year without announcement was counted on the way.
    ///
    /// Bounded: a calendar that has no working day within 400 days per day asked for ends the search there.
    public func workday(_ count: Int, after start: CivilDate) -> (day: CivilDate, isProvisional: Bool) {
        var day = start
        var left = count
        var provisional = false
        var budget = max(1, count) * 400
        while left > 0, budget > 0 {
            day = day.next
            budget -= 1
            if !announcedYears.contains(day.year) { provisional = true }
            if isWorkday(day) { left -= 1 }
        }
        return (day, provisional)
    }
}
