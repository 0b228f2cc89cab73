internal import BundledWorkflows
internal import Foundation
internal import Workflow

/// The names of actions that can be given as commands: those of the shipped workflow, and of what was published in a folder.
///
/// The latter are kept as lines of a small file beside the store, so that parsing needs no database. It is only a
/// convenience: `shenpi act NAME` works for every action.
enum ActionNames {
    static let fileName = "actions.txt"

    static let shipped: Set<String> = names(BundledWorkflows.expenditurePerformance.bytes)

    static func read(_ data: Data?) -> Set<String> {
        guard let data, data.count < 65_536 else { return [] }
        return Set(String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init))
    }

    static func names(_ workflow: [UInt8]) -> Set<String> {
        Set(DefinitionLoader.load(workflow).definition?.actions.map(\.name) ?? [])
    }

    /// Adds the actions of a workflow that was published in a folder.
    static func remember(_ workflow: [UInt8], in folder: String) {
        let path = URL(fileURLWithPath: folder + "/" + fileName)
        let known = read(try? Data(contentsOf: path))
        let all = known.union(names(workflow))
        guard all != known else { return }
        try? Data((all.sorted().joined(separator: "\n") + "\n").utf8).write(to: path, options: .atomic)
    }
}

extension Settings {
    /// The data folder before anything has been parsed.
    static func folderAtHand(_ arguments: [String]) -> String {
        let environment = ProcessInfo.processInfo.environment
        for (index, argument) in arguments.enumerated() {
            if argument == "--data", index + 1 < arguments.count { return arguments[index + 1] }
            if argument.hasPrefix("--data=") { return String(argument.dropFirst(7)) }
        }
        return environment["SHENPI_DATA"] ?? standardFolder(environment)
    }
}
