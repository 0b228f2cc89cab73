import Foundation

/// What this machine has for tests that need more than the program.
enum Machine {
    /// Whether `sqlite3`, the command, can look into a store.
    static let hasSQLite = Spawned.succeeds("command -v sqlite3")
    /// Whether this user may mount in a name space of its own.
    static let mayMount = Spawned.succeeds("unshare --mount true")

    /// Whether a command can be run on a terminal of its own.
    static let hasTerminals = Spawned.succeeds("script -qec true /dev/null < /dev/null")

    static let noTerminals = "there is no script command (util-linux) on this machine"
    static let noSQLite = "there is no sqlite3 command on this machine"
    static let noMount = "this user may not mount (unshare --mount)"
    static let noReadOnly = "root without unshare --mount: neither permissions nor mounts can make a folder read-only"

    /// Permissions bind only ordinary users; others need a mount.
    static let canMakeReadOnly = geteuid() != 0 || mayMount
}

extension DataFolder {
    /// The file of the store.
    var store: String { path + "/shenpi.sqlite" }

    /// Runs a line of the shell with `$SHENPI`, `$SHENPI_DATA` and `$STORE`.
    func shell(
        _ line: String, language: Language = .en, seconds: Double = 60, with added: [String: String] = [:]
    ) async throws -> Program.Outcome {
        let environment = environment(language, clock: Clock.spring, ["STORE": store].merging(added) { $1 })
        return try await Program.shell(line, environment: environment, seconds: seconds)
    }
}
