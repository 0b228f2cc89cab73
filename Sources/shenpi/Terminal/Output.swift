internal import Foundation
internal import JSONDocument
internal import ShenpiMessages

/// Where a command prints: tables and sentences for people, one JSON value for programs.
struct Output: Sendable {
    /// What a command prints.
    enum Format: String, Sendable, CaseIterable { case table, json }

    let format: Format
    let messages: Messages
    let isTerminal: Bool
    let hasColour: Bool

    init(format: Format, messages: Messages, environment: [String: String]) {
        self.format = format
        self.messages = messages
        isTerminal = isatty(STDOUT_FILENO) == 1
        hasColour = isTerminal && environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
    }

    /// The cells of a line of the terminal; `nil` where the answer goes elsewhere.
    var width: Int? {
        guard isTerminal else { return nil }
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }

    /// A sentence for people; programs do not see it.
    func say(_ code: String, _ values: [String: String] = [:]) {
        if format == .table { line(messages(code, values)) }
    }

    /// A line for people.
    func line(_ text: String = "") {
        if format == .table { Output.write(text + "\n", to: STDOUT_FILENO) }
    }

    /// A remark beside the answer, for people and logs: goes to standard error.
    func remark(_ text: String) {
        Output.write(Output.visible(text) + "\n", to: STDERR_FILENO)
    }

    /// The answer for programs; people do not see it.
    func json(_ value: @autoclosure () -> JSONValue) {
        if format == .json { Output.write(value().prettyText() + "\n", to: STDOUT_FILENO) }
    }

    /// Colours for a terminal, nothing elsewhere.
    func paint(_ text: String, _ colour: Colour) -> String {
        hasColour ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
    }

    /// Control characters made visible, so that no document can steer a terminal.
    static func visible(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isHostile) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { isHostile($0) ? "\u{FFFD}" : $0 }))
    }

    private static func isHostile(_ scalar: Unicode.Scalar) -> Bool {
        if scalar == "\n" || scalar == "\t" { return false }
        switch scalar.properties.generalCategory {
        case .control: return true
        case .format: return (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
        default: return false
        }
    }

    private static func write(_ text: String, to descriptor: Int32) {
        let bytes = Array(text.utf8)
        var start = 0
        while start < bytes.count {
            let written = bytes[start...].withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { return }
            start += written
        }
    }
}

/// The few colours that shenpi uses.
enum Colour: String {
    case bold = "1"
    case dim = "2"
    case red = "31"
    case green = "32"
    case yellow = "33"
    case cyan = "36"
}
