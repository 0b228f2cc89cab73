import Foundation
import Testing

@testable import Workflow

@Suite("Days and moments")
struct CivilDateTests {
    static let shanghai = TimeZone(identifier: "Asia/Shanghai") ?? .gmt
    static let newYork = TimeZone(identifier: "America/New_York") ?? .gmt

    @Test(
        "A day is read only in its one form",
        arguments: [
            ("2025-12-31", true), ("2024-02-29", true), ("2025-02-29", false), ("1900-02-29", false),
            ("2000-02-29", true),
            ("2025-13-01", false), ("2025-00-01", false), ("2025-04-31", false), ("+025-12-31", false),
            ("2025-1-31", false),
            ("2025-12-311", false), ("2025/12/31", false), ("２０２５-12-31", false), ("", false), ("2025-12- 1", false),
        ])
    func reading(_ text: String, _ isDay: Bool) {
        #expect(CivilDate(text)?.description == (isDay ? text : nil))
    }

    @Test("Days and their numbers are the same thing over eight hundred years")
    func numbers() {
        var day = CivilDate(daysSince1970: -170_000)
        for number in -170_000..<130_000 {
            if day.daysSince1970 != number { Issue.record("\(day) is not day \(number)") }
            let next = day.next
            if next <= day { Issue.record("\(next) does not follow \(day)") }
            day = next
        }
        #expect(CivilDate("1970-01-01")?.daysSince1970 == 0)
        #expect(CivilDate("2000-03-01")?.daysSince1970 == 11017)
        #expect(CivilDate("2025-11-15")?.isWeekend == true && CivilDate("2025-11-17")?.isWeekend == false)
        #expect(CivilDate("1969-12-28")?.isWeekend == true)
    }

    @Test(
        "A wall clock's time is a moment, also where the clock jumps",
        arguments: [
            ("2025-12-31", 18, 0, shanghai, "2025-12-31T10:00:00.000Z"),
            ("2025-01-01", 0, 0, shanghai, "2024-12-31T16:00:00.000Z"),
            ("2025-03-09", 1, 30, newYork, "2025-03-09T06:30:00.000Z"),
            ("2025-03-09", 2, 30, newYork, "2025-03-09T07:30:00.000Z"),
            ("2025-03-09", 3, 30, newYork, "2025-03-09T07:30:00.000Z"),
            ("2025-11-02", 1, 30, newYork, "2025-11-02T05:30:00.000Z"),
            ("2025-11-02", 2, 30, newYork, "2025-11-02T07:30:00.000Z"),
            ("1969-12-31", 23, 59, .gmt, "1969-12-31T23:59:00.000Z"),
        ] as [(String, Int, Int, TimeZone, String)])
    func moments(_ day: String, _ hour: Int, _ minute: Int, _ zone: TimeZone, _ expected: String) throws {
        let moment = try #require(CivilDate(day)).moment(hour: hour, minute: minute, in: zone)
        #expect(moment.description == expected)
        #expect(Timestamp(expected) == moment)
        #expect(CivilDate(moment, in: zone) == CivilDate(day))
    }

    @Test(
        "A moment is read only in its one form",
        arguments: [
            "2025-12-31T10:00:00Z", "2025-12-31 10:00:00.000Z", "2025-12-31T24:00:00.000Z", "2025-12-31T10:60:00.000Z",
            "2025-12-31T+1:00:00.000Z", "2025-12-31T10:00:00.000+", "2025-02-30T10:00:00.000Z", "",
        ])
    func noMoment(_ text: String) { #expect(Timestamp(text) == nil) }

    @Test("A schedule on 29 February is a day later in common years")
    func leapDay() throws {
        let text = Definitions.purchase.replacing(#""month": 6, "day": 30"#, with: #""month": 2, "day": 29"#)
        let schedule = try #require(try Definitions.load(text).schedules.first)
        #expect(schedule.moment(in: 2024).description == "2024-02-29T04:00:00.000Z")
        #expect(schedule.moment(in: 2025).description == "2025-03-01T04:00:00.000Z")
    }
}
