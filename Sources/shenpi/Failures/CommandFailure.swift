/// A command that ends with something to say and an exit code.
struct CommandFailure: Error {
    /// The exit codes, as README and `--help` list them.
    enum Exit: Int32 {
        /// Refused, or findings of severity error.
        case refused = 1
        /// A wrong command line.
        case usage = 64
        /// Bad input: files, names, numbers.
        case badInput = 65
        /// An error in shenpi itself.
        case software = 70
        /// The data folder cannot be made or written.
        case cannotCreate = 73
        /// The storage failed.
        case storage = 74
        /// Somebody else was first, or holds the data: try again.
        case tryAgain = 75
    }

    let exit: Exit
    /// What to print on standard error; empty where everything has been said.
    let text: String
    /// The stable code of the reason, for programs.
    var code = ""

    /// A command that has printed its own report.
    static func reported(_ exit: Exit) -> CommandFailure { CommandFailure(exit: exit, text: "") }
}
