/// The doubtful fields of one form, collected while it is read.
struct Doubts: Sendable, Hashable {
    private(set) var fields: [FormReading.DoubtfulField] = []

    /// Marks a field; a field that is marked already gains the lines.
    mutating func add(_ pointer: String, lines: [Int]) {
        if let index = fields.firstIndex(where: { $0.pointer == pointer }) {
            fields[index].lines = Set(fields[index].lines + lines).sorted()
        } else {
            fields.append(FormReading.DoubtfulField(pointer: pointer, lines: Set(lines).sorted()))
        }
    }
}
