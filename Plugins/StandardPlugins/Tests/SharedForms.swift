internal import Foundation
internal import JSONDocument

/// The real tables beside the checkout, which are not part of the package: `../shared`, or where `SHENPI_SHARED` says.
enum SharedForms {
    /// Why a test is skipped.
    static let absence = "no real tables: set SHENPI_SHARED to the folder that has forms/gold"

    /// Whether they are there.
    static var isThere: Bool { folder != nil }

    /// The package's own folder.
    static var package: URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
    }

    /// All forms in the files with this prefix, in the order of the files.
    static func forms(_ prefix: String) throws -> [JSONValue] {
        guard let folder else { return [] }
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        return try files.filter { $0.hasPrefix(prefix) && $0.hasSuffix(".json") }.flatMap { file in
            let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent(file)))
            return try JSONReader.value(bytes).array ?? []
        }
    }

    private static var folder: URL? {
        let given = ProcessInfo.processInfo.environment["SHENPI_SHARED"].map { URL(fileURLWithPath: $0) }
        let beside = package.deletingLastPathComponent().appendingPathComponent("shared")
        let gold = (given ?? beside).appendingPathComponent("forms/gold")
        return FileManager.default.fileExists(atPath: gold.path) ? gold : nil
    }
}
