/// Holds `import` lines to the table of the house.
struct ImportChecker: Sendable {
    /// An import that the table does not allow, or a folder that it does not know.
    struct Violation: Sendable, Hashable, CustomStringConvertible {
        let file: String
        let line: Int
        let reason: String

        var description: String { "\(file):\(line): \(reason)" }
    }

    let rows: [String: House.Row]
    /// The plugins by name, with the libraries that the manifest gives them.
    let plugins: [String: [String]]

    init(rows: [House.Row] = House.rows, plugins: [String: [String]]) {
        self.rows = Dictionary(uniqueKeysWithValues: rows.map { ($0.target, $0) })
        self.plugins = plugins
    }

    /// What is wrong with the imports of one file, given with its path from the top of the checkout.
    func violations(in text: String, at path: String) -> [Violation] {
        let folders = path.split(separator: "/").map(String.init)
        guard let allowed = allowed(for: folders) else {
            return [Violation(file: path, line: 0, reason: "\(folders.prefix(2).joined(separator: "/")) has no row")]
        }
        return imports(in: text).compactMap { line, module in
            if House.toolchain.contains(module) && allowed != House.bundled { return nil }
            return allowed.contains(module)
                ? nil : Violation(file: path, line: line, reason: "may not import \(module)")
        }
    }

    /// The modules that a file imports, with their lines.
    func imports(in text: String) -> [(line: Int, module: String)] {
        var found: [(Int, String)] = []
        var isComment = false
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            if line.contains("/*") { isComment = true }
            if line.contains("*/") { isComment = false }
            guard !isComment else { continue }
            for statement in line.split(separator: ";") {
                var words = statement.split { $0 == " " || $0 == "\t" }.map(String.init)
                while let word = words.first, word.hasPrefix("@") || Self.levels.contains(word) { words.removeFirst() }
                guard words.first == "import", words.count > 1 else { continue }
                words.removeFirst()
                if words.count > 1, Self.kinds.contains(words[0]) { words.removeFirst() }
                found.append((index + 1, words[0].split(separator: ".").first.map(String.init) ?? words[0]))
            }
        }
        return found.map { (line: $0.0, module: $0.1) }
    }

    private static let levels: Set<String> = ["public", "package", "internal", "fileprivate", "private"]
    private static let kinds: Set<String> = [
        "struct", "class", "enum", "protocol", "func", "var", "let", "typealias", "actor", "macro",
    ]

    /// The modules that a file in these folders may import beside the toolchain's; `nil` where the table knows no such folder.
    private func allowed(for folders: [String]) -> Set<String>? {
        guard folders.count > 1 else { return nil }
        switch folders[0] {
        case "Workflows": return House.bundled
        case "Plugins":
            guard let libraries = plugins[folders[1]] else { return nil }
            let others = folders[1] == House.pluginList ? Array(plugins.keys) : []
            return closure(of: House.pluginOver).union(libraries).union(others)
                .union(folders.dropFirst(2).first == "Tests" ? [folders[1], "Testing", "WorkflowPluginTesting"] : [])
        case "Sources":
            if folders[1] == House.application.target {
                return Set(rows.keys).union(plugins.keys).union(House.application.libraries).union(["BundledWorkflows"])
            }
            guard let row = rows[folders[1]] else { return nil }
            return closure(of: row.over).union(row.libraries)
        default: return nil
        }
    }

    /// These targets and all that they may import of ours.
    private func closure(of targets: [String]) -> Set<String> {
        var found: Set<String> = []
        var waiting = targets
        while let target = waiting.popLast() {
            if found.insert(target).inserted { waiting += rows[target]?.over ?? [] }
        }
        return found
    }
}
