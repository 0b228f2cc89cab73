/// Why a file could not be read. A value to be put into words elsewhere: `code` says what, `values` where and how much.
/// It never holds text of the file.
public struct FormReadingError: Error, Sendable, Hashable {
    /// The stable name of a reason.
    public enum Code: String, Sendable, Hashable, Codable, CaseIterable {
        /// The file holds no bytes, or nothing but white space.
        case emptyFile = "empty-file"
        /// The file is larger than the limit: `bytes`, `limit`.
        case tooLarge = "too-large"
        /// The file has more lines than the limit: `lines`, `limit`.
        case tooManyLines = "too-many-lines"
        /// The file is no text: `offset` (of the first byte that shows it), `format` where it is known (`pdf`, `zip`, …).
        case binaryFile = "binary-file"
        /// The file is text in no encoding that is known here: `offset`, `line` (of the first bad byte), `tried`.
        case undecodable = "undecodable"
        /// The text holds none of the official tables: `lines` (how many were searched), `lookedFor` (titles and labels).
        case noForm = "no-form"
    }

    /// What went wrong.
    public var code: Code
    /// Facts about it, by name.
    public var values: [String: String]

    /// An error with its facts.
    public init(_ code: Code, _ values: [String: String] = [:]) {
        self.code = code
        self.values = values
    }
}
