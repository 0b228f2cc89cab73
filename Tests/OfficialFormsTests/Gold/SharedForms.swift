import Foundation

/// The folder of real forms that lies beside the checkout (`../shared/forms`), or below `SHENPI_SHARED`.
///
/// The real tables are not part of this repository: a test that needs them is skipped where they are absent.
enum SharedForms {
    /// Why a test is skipped, for the test's own line of output.
    static let absence = "the real forms (../shared/forms, or SHENPI_SHARED/forms) are not on this machine"

    static let folder: URL? = {
        let root = (0..<4).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent() }
        let shared =
            ProcessInfo.processInfo.environment["SHENPI_SHARED"].map { URL(fileURLWithPath: $0) }
            ?? root.deletingLastPathComponent().appendingPathComponent("shared")
        let forms = shared.appendingPathComponent("forms")
        return FileManager.default.fileExists(atPath: forms.appendingPathComponent("gold").path) ? forms : nil
    }()

    static var arePresent: Bool { folder != nil }

    /// The bytes of `text/NAME.txt`.
    static func text(_ name: String) throws -> Data { try data("text/\(name).txt") }

    /// The forms of `gold/NAME.json`, as JSON objects.
    static func gold(_ name: String) throws -> [[String: Any]] {
        let json = try JSONSerialization.jsonObject(with: data("gold/\(name).json"))
        return json as? [[String: Any]] ?? []
    }

    private static func data(_ path: String) throws -> Data {
        guard let folder else { throw CocoaError(.fileNoSuchFile) }
        return try Data(contentsOf: folder.appendingPathComponent(path))
    }
}
