import Foundation

/// The folder of real forms that lies beside the checkout (`../shared/forms`), or below `SHENPI_SHARED`. They are not part of
/// this repository: a test that needs them is skipped where they are absent.
enum GivenForms {
    static let absence = "the real forms (../shared/forms, or SHENPI_SHARED/forms) are not on this machine"

    static let folder: String? = {
        let given = ProcessInfo.processInfo.environment["SHENPI_SHARED"]
        let shared = given ?? Program.root.deletingLastPathComponent().appendingPathComponent("shared").path
        return FileManager.default.fileExists(atPath: shared + "/forms/gold") ? shared + "/forms" : nil
    }()

    static var arePresent: Bool { folder != nil }

    static let declarations = ["declarations-2022", "declarations-2023", "declarations-2025"]
    static let evaluations = ["self-evaluations-2021-ocr", "self-evaluations-2023"]

    static func text(_ name: String) -> String { "\(folder ?? "")/text/\(name).txt" }

    static func gold(_ name: String) throws -> Data {
        try Data(contentsOf: URL(fileURLWithPath: "\(folder ?? "")/gold/\(name).json"))
    }
}
