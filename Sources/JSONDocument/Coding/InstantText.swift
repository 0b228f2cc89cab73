internal import Foundation

/// Instants as ISO 8601 texts in UTC.
enum InstantText {
    static func text(_ date: Date) -> String {
        let milliseconds = (date.timeIntervalSince1970 * 1000).rounded()
        let rounded = Date(timeIntervalSince1970: milliseconds / 1000)
        let isWhole = milliseconds.remainder(dividingBy: 1000) == 0
        return rounded.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: !isWhole))
    }

    static func date(_ text: String) -> Date? {
        (try? Date(text, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: false)))
            ?? (try? Date(text, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true)))
    }
}
