import Foundation
import JSONDocument
import Testing

@testable import Workflow

@Suite("Working days")
struct WorkingCalendarTests {
    static func shipped() throws -> WorkingCalendar {
        let files = try (2022...2026).map { year in
            (name: "\(year).json", bytes: try Repository.bytes("Workflows/calendars/\(year).json"))
        }
        return try WorkingCalendar(files: files, digest: "d")
    }

    @Test(
        "Holidays and make-up days are as announced",
        arguments: [
            ("2025-01-26", true), ("2025-01-28", false), ("2025-02-08", true), ("2025-04-27", true),
            ("2025-05-01", false),
            ("2025-09-28", true), ("2025-10-08", false), ("2025-10-09", true), ("2025-10-11", true),
            ("2025-10-12", false),
            ("2022-12-31", false), ("2025-11-15", false), ("2025-11-17", true),
        ])
    func days(_ day: String, _ isWorkday: Bool) throws {
        #expect(try Self.shipped().isWorkday(try #require(CivilDate(day))) == isWorkday)
    }

    @Test(
        "Working days are counted over holidays and make-up days",
        arguments: [
            (5, "2025-09-28", "2025-10-11", false), (1, "2025-09-30", "2025-10-09", false),
            (3, "2025-10-10", "2025-10-14", false),
            (20, "2025-12-31", "2026-01-29", false), (1, "2026-12-31", "2027-01-01", true),
            (1, "2021-12-31", "2022-01-04", false),
            (0, "2030-05-01", "2030-05-01", false), (1, "2030-05-03", "2030-05-06", true),
        ])
    func counting(_ count: Int, _ start: String, _ end: String, _ isProvisional: Bool) throws {
        let (day, provisional) = try Self.shipped().workday(count, after: try #require(CivilDate(start)))
        #expect(day.description == end)
        #expect(provisional == isProvisional)
    }

    @Test("A due date ends with its last day and remembers the calendar")
    func due() throws {
        let start = try #require(Timestamp("2025-09-28T15:59:00.000Z"))
        let due = DuePeriod.workdays(5).due(
            from: start, calendar: try Self.shipped(), timeZone: CivilDateTests.shanghai)
        #expect(due.day.description == "2025-10-11" && due.at.description == "2025-10-11T16:00:00.000Z")
        #expect(due.calendar == "d" && !due.isProvisional)
        let later = DuePeriod.days(3).due(
            from: start.adding(seconds: 60), calendar: .weekendsOnly, timeZone: CivilDateTests.shanghai)
        #expect(later.day.description == "2025-10-02" && later.calendar == nil && !later.isProvisional)
        let plain = DuePeriod.workdays(2).due(from: start, calendar: .weekendsOnly, timeZone: .gmt)
        #expect(plain.isProvisional && plain.day.description == "2025-09-30")
    }

    @Test("A calendar without working days ends the search")
    func bounded() throws {
        let start = try #require(CivilDate("2025-01-01"))
        var off: [CivilDate: Bool] = [:]
        for offset in 0..<1000 { off[CivilDate(daysSince1970: start.daysSince1970 + offset)] = true }
        let calendar = WorkingCalendar(exceptions: off, announcedYears: [2025, 2026, 2027], digest: "")
        #expect(calendar.workday(1, after: start).day == CivilDate(daysSince1970: start.daysSince1970 + 400))
    }

    @Test(
        "What is wrong with calendar files is said all at once, file by file",
        arguments: [
            (#"{"year": 2025, "days": [{"date": "2025-02-30", "isOffDay": true}]}"#, "calendar.no-day", "/days/0/date"),
            (
                #"{"year": 2025, "days": [{"date": "2035-02-03", "isOffDay": true}]}"#, "calendar.other-year",
                "/days/0/date"
            ),
            (#"{"year": 2025, "days": [{"date": "2025-02-03"}]}"#, "key.missing", "/days/0"),
            (#"{"year": 2025, "days": [{"date": 1, "isOffDay": true}]}"#, "type.mismatch", "/days/0/date"),
            (#"{"year": 2025, "days": [{"date": "2025-02-03", "isOffDay": 1}]}"#, "type.mismatch", "/days/0/isOffDay"),
            (#"{"year": 2025, "days": [3]}"#, "type.mismatch", "/days/0"),
            (#"{"year": "2025", "days": []}"#, "type.mismatch", "/year"), (#"{"days": []}"#, "key.missing", ""),
            (#"{"year": 2025, "days": {}}"#, "type.mismatch", "/days"), ("[]", "type.mismatch", ""),
            ("[", "json.syntax", "/0"),
            (
                #"{"year": 2024, "days": [{"date": "2025-01-01", "isOffDay": false}]}"#, "calendar.contradiction",
                "/days/0/date"
            ),
            (#"{"year": 2026, "days": []}"#, "calendar.year-twice", "/year"),
        ])
    func wrong(_ text: String, _ rule: String, _ pointer: String) throws {
        let good = (
            name: "good", bytes: Array(#"{"year": 2026, "days": [{"date": "2025-01-01", "isOffDay": true}]}"#.utf8)
        )
        let error = #expect(throws: CalendarProblems.self) {
            try WorkingCalendar(files: [good, ("bad", Array(text.utf8)), ("worse", [0xFF])], digest: "")
        }
        let problems = try #require(error).all
        #expect(problems.map(\.file) == ["bad", "worse"])
        #expect(problems.first?.rule == rule && problems.first?.pointer.description == pointer)
        #expect(problems.allSatisfy { $0.position != nil })
    }

    @Test("A file without days announces nothing")
    func unannounced() throws {
        let calendar = try WorkingCalendar(files: [("2030", Array(#"{"year": 2030, "days": []}"#.utf8))], digest: "")
        #expect(calendar.announcedYears == [])
    }
}
