import Foundation
import Testing

/// A file that cannot be read as tables, and what is said about it.
struct BadFile: Sendable, CustomTestStringConvertible {
    var name: String
    var make: @Sendable (DataFolder) throws -> String
    /// Parts of the message in Chinese and in English.
    var words: [DataFolder.Language: String]

    var testDescription: String { name }

    static let all = [
        BadFile(
            name: "missing", make: { _ in "/nowhere/forms.txt" },
            words: [.zh: "找不到文件：/nowhere/forms.txt", .en: "There is no file /nowhere/forms.txt"]),
        // The system refuses to read it, whoever asks.
        BadFile(
            name: "unreadable", make: { _ in "/proc/self/mem" },
            words: [.zh: "无法读取文件：/proc/self/mem", .en: "/proc/self/mem cannot be read"]),
        BadFile(
            name: "folder", make: { ($0.path as NSString).deletingLastPathComponent },
            words: [.zh: "是文件夹", .en: "is a folder"]),
        BadFile(
            name: "empty", make: { try $0.file("empty.txt", Data()) }, words: [.zh: "是空文件", .en: "empty.txt is empty"]),
        BadFile(
            name: "a letter, no table", make: { try $0.file("letter.txt", "各科室：\n请于周五前报送材料。\n") },
            words: [.zh: "没有找到申报表或自评表", .en: "holds no declaration and no self-evaluation"]),
        BadFile(
            name: "a picture",
            make: { try $0.file("form.txt", Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0])) },
            words: [.zh: "不是文本文件", .en: "is not a text file"]),
        BadFile(
            name: "50 MB of noise", make: { try $0.file("noise.txt", noise(bytes: 50 << 20, isText: false)) },
            words: [.zh: "不是文本文件", .en: "is not a text file"]),
        BadFile(
            name: "text without a table", make: { try $0.file("noise.txt", noise(bytes: 1 << 20, isText: true)) },
            words: [.zh: "没有找到申报表或自评表", .en: "holds no declaration and no self-evaluation"]),
    ]

    /// Repeatable noise; as text, lines of 76 letters.
    static func noise(bytes count: Int, isText: Bool) -> Data {
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        var bytes = [UInt8](repeating: 0, count: count)
        for index in bytes.indices {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            let byte = UInt8(truncatingIfNeeded: state)
            bytes[index] = isText ? (index % 77 == 76 ? 0x0A : 0x61 + byte % 26) : byte
        }
        return Data(bytes)
    }
}
