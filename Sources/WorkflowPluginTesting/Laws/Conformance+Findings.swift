internal import JSONDocument
internal import WorkflowPlugin

/// Laws for findings: who says it, where it is, in which words.
extension Conformance {
    mutating func checkFindings(_ findings: [Finding], about document: JSONValue, _ place: String) {
        for finding in findings {
            let place = "\(place), \(finding.code)"
            checkCode(finding.code, place)
            checkText(finding.message, "finding.message", place)
            require(finding.row.map { $0 >= 1 } ?? true, "finding.row", "\(place): rows are counted from 1")
            require(finding.field.map { !$0.isEmpty } ?? true, "finding.field", "\(place): the label is empty")
            guard let pointer = JSONPointer(parsing: finding.pointer) else {
                require(false, "finding.pointer", "\(place): \"\(finding.pointer)\" is no JSON pointer")
                continue
            }
            require(
                lies(pointer.tokens[...], in: document), "finding.pointer",
                "\(place): \"\(finding.pointer)\" leads out of the document")
        }
        checkRoundTrip(findings, "finding.round-trip", place)
    }

    /// A pointer may name a member that is missing, which may be what is wrong, but no element beyond an array's end and
    /// nothing inside a text or a number.
    private func lies(_ tokens: ArraySlice<String>, in value: JSONValue) -> Bool {
        guard let token = tokens.first else { return true }
        switch value {
        case .object(let object):
            guard let member = object[token] else { return true }
            return lies(tokens.dropFirst(), in: member)
        case .array(let array):
            guard let index = Int(token), String(index) == token, array.indices.contains(index) else { return false }
            return lies(tokens.dropFirst(), in: array[index])
        case .null: return true
        default: return false
        }
    }
}
