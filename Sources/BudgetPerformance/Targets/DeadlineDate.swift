/// A day, month, quarter or year by which something is due or on which it happened. Calendar: Gregorian, as printed.
public struct DeadlineDate: Sendable, Hashable, Codable {
    /// The year, where written or known from the context.
    public var year: Int?
    /// The month 1…12; `nil` where only a year is written.
    public var month: Int?
    /// The day 1…31; `nil` where the month is the smallest part written.
    public var day: Int?
    /// How many months the written span covers when no day is given: 1 for a month, 3 for a quarter, 6 for 上半年.
    public var months: Int
    /// `12月前`: read by some as "before December", by others as "by its end". Days in that month are for a person.
    public var isBorderOpen: Bool

    /// A date with the parts that are written; `month` is the last month of the span.
    public init(year: Int? = nil, month: Int? = nil, day: Int? = nil, months: Int = 1, isBorderOpen: Bool = false) {
        self.year = year
        self.month = month
        self.day = day
        self.months = months
        self.isBorderOpen = isBorderOpen
    }

    /// Where an event lies against a deadline.
    public enum Punctuality: String, Sendable, Hashable, Codable {
        /// The whole of the event's span lies within the deadline.
        case onTime
        /// The whole of it lies after the deadline.
        case late
        /// The texts are too coarse to say.
        case undecided
    }

    /// Compares the day on which something happened with this deadline. A year that only one of them has is taken for both.
    public func punctuality(of event: DeadlineDate) -> Punctuality {
        let fallback = year ?? event.year ?? 0
        let due = last(fallback)
        if isBorderOpen, event.last(fallback) <= due, event.last(fallback) >= first(fallback) { return .undecided }
        if event.last(fallback) <= due { return .onTime }
        return event.first(fallback) > due ? .late : .undecided
    }

    /// The first day of the span as a sortable number yyyymmdd.
    private func first(_ fallback: Int) -> Int {
        guard let month else { return (year ?? fallback) * 10_000 + 101 }
        return (year ?? fallback) * 10_000 + (day == nil ? month - months + 1 : month) * 100 + (day ?? 1)
    }

    /// The last day of the span as a sortable number; a month ends on its 31st, which orders well without a calendar.
    private func last(_ fallback: Int) -> Int {
        (year ?? fallback) * 10_000 + (month ?? 12) * 100 + lastDay
    }

    private var lastDay: Int {
        guard let day, let month else { return 31 }
        let length = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return (1...12).contains(month) && day >= length[month - 1] ? 31 : day
    }
}

/// A deadline that comes again: `每月15号前`, `每年12月底前`.
public struct RecurringDeadline: Sendable, Hashable, Codable {
    /// The period in its normal form: 周, 月, 季度, 年.
    public var period: String
    /// The month of a yearly deadline.
    public var month: Int?
    /// The day of the month; `nil` is its end.
    public var day: Int?

    /// A deadline in every `period`.
    public init(period: String, month: Int? = nil, day: Int? = nil) {
        self.period = period
        self.month = month
        self.day = day
    }
}
