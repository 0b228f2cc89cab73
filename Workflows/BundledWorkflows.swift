/// The workflow files and calendars that come with the program, as bytes.
public enum BundledWorkflows: Sendable {
    /// A file by its name.
    public struct File: Sendable {
        /// The name, e.g. `2025.json`.
        public let name: String
        /// The contents.
        public let bytes: [UInt8]
    }

    /// The five-stage workflow of project expenditure.
    public static let expenditurePerformance = File(
        name: "expenditure-performance.json", bytes: PackageResources.expenditure_performance_json)

    /// Public holidays and make-up working days, a file a year.
    public static let calendars = [
        File(name: "2022.json", bytes: PackageResources._022_json),
        File(name: "2023.json", bytes: PackageResources._023_json),
        File(name: "2024.json", bytes: PackageResources._024_json),
        File(name: "2025.json", bytes: PackageResources._025_json),
        File(name: "2026.json", bytes: PackageResources._026_json),
    ]
}
