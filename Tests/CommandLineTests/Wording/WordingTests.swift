import ShenpiMessages
import Testing

@Suite struct WordingTests {
    @Test(arguments: UsedCodes.defined.indices)
    func `Every code of a module has a text`(index: Int) {
        let (module, codes) = UsedCodes.defined[index]
        #expect(codes.count > 2, "\(module) was not found")
        #expect(codes.filter { !Messages.codes.contains($0) } == [], "\(module)")
    }

    @Test func `Every code that a command asks for has a text`() {
        #expect(UsedCodes.written.count > 150)
        #expect(UsedCodes.written.filter { !Messages.codes.contains($0) } == [])
    }

    @Test func `No text waits for a code that nobody uses`() {
        let used = Set(UsedCodes.defined.flatMap(\.codes)).union(UsedCodes.written)
        // Names that are put together: the first part here, the second as a literal somewhere.
        let families = ["funds.", "store.reason.", "json.token.", "organisation.", "help."]
        let unused = Messages.codes.subtracting(used).filter { code in
            // A word such as "done" stands in the sources for many things, a code with a point for one.
            if UsedCodes.literals.contains(code), code.contains(".") || UsedCodes.chosen.contains(code) { return false }
            if code.hasPrefix("column."), UsedCodes.columns.contains(String(code.dropFirst(7))) { return false }
            return !families.contains { family in
                guard code.hasPrefix(family) else { return false }
                let rest = String(code.dropFirst(family.count))
                return UsedCodes.literals.contains(rest) || UsedCodes.literals.contains(rest.replacing("-", with: " "))
            }
        }
        #expect(unused.sorted() == [])
    }
}
