internal import Foundation
internal import JSONDocument
internal import ShenpiMessages

/// Reads the files that users name: bounded, with an error that says what to do.
enum InputFile {
    static func bytes(_ path: String, limit: Int = 64 << 20, _ messages: Messages) throws -> [UInt8] {
        func failure(_ code: String, _ values: [String: String] = [:]) -> CommandFailure {
            CommandFailure(
                exit: .badInput, text: messages(code, values.merging(["file": path]) { $1 }), code: code)
        }
        var isFolder: ObjCBool = false
        guard path == "-" || FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw failure("file.missing")
        }
        if isFolder.boolValue { throw failure("file.folder") }
        guard let file = path == "-" ? FileHandle.standardInput : FileHandle(forReadingAtPath: path) else {
            throw failure("file.unreadable", ["reason": String(cString: strerror(errno))])
        }
        do {
            var data = Data()
            while let chunk = try file.read(upToCount: 1 << 20), !chunk.isEmpty {
                data.append(chunk)
                if data.count > limit {
                    throw failure("file.too-large", ["bytes": "> \(limit)", "limit": String(limit)])
                }
            }
            return Array(data)
        } catch let failure as CommandFailure {
            throw failure
        } catch {
            throw failure("file.unreadable", ["reason": messages.language("读取出错", "read error")])
        }
    }

    static func json(_ path: String, _ messages: Messages) throws -> JSONValue {
        let bytes = try bytes(path, limit: 16 << 20, messages)
        do throws(JSONProblem) {
            return try JSONReader.value(bytes)
        } catch {
            let values = [
                "file": path, "line": String(error.position?.line ?? 0),
                "column": String(error.position?.column ?? 0), "code": error.code.rawValue,
            ]
            throw CommandFailure(exit: .badInput, text: messages("input.bad-json", values), code: "input.bad-json")
        }
    }
}
