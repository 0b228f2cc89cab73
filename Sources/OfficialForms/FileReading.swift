/// What was read in one file.
public struct FileReading: Sendable, Hashable {
    /// The forms in print order.
    public var readings: [FormReading]
    /// The encoding in which the text was found.
    public var encoding: TextEncoding

    /// The forms of a file and the encoding of its text.
    public init(readings: [FormReading], encoding: TextEncoding) {
        self.readings = readings
        self.encoding = encoding
    }
}

/// The encodings in which offices save their tables as text.
public enum TextEncoding: String, Sendable, Hashable, Codable, CaseIterable {
    /// UTF-8 without a byte order mark.
    case utf8 = "utf-8"
    /// UTF-8 with a byte order mark, as Windows writes it.
    case utf8WithMark = "utf-8-bom"
    /// UTF-16 of either byte order, with its mark.
    case utf16 = "utf-16"
    /// GBK or its successor GB 18030, as older Windows programs write it: worth telling the user.
    case gbk
}
