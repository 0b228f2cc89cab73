import Foundation

/// A process started by `posix_spawn`, with files for its streams.
///
/// Foundation's `Process` reads the table of open files while it starts another program; with other threads opening and
/// closing files, that ends now and then in a crash of the tests. It also hands ignored signals on, so that a program
/// which must end at SIGTERM does not.
struct Spawned: Sendable {
    struct NotStarted: Error { var number: Int32 }

    let identifier: pid_t

    /// Starts a program in a process group of its own, with every signal as it is by default.
    init(
        _ program: String, _ arguments: [String], environment: [String: String], input: String, output: String,
        remarks: String
    ) throws {
        var files = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&files)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&files)
            posix_spawnattr_destroy(&attributes)
        }
        posix_spawn_file_actions_addopen(&files, STDIN_FILENO, input, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        posix_spawn_file_actions_addopen(&files, STDERR_FILENO, remarks, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        var all = sigset_t()
        var none = sigset_t()
        sigfillset(&all)
        sigemptyset(&none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setpgroup(&attributes, 0)
        let flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP
        posix_spawnattr_setflags(&attributes, Int16(flags))
        var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
        var settings: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { for pointer in words + settings { free(pointer) } }
        var number: pid_t = 0
        let result = posix_spawn(&number, program, &files, &attributes, &words, &settings)
        guard result == 0 else { throw NotStarted(number: result) }
        identifier = number
    }

    /// Waits for the end. The exit code; for a process that a signal ended, 128 and the signal's number.
    func wait() -> Int32 {
        var status: Int32 = 0
        while waitpid(identifier, &status, 0) < 0 { if errno != EINTR { return -1 } }
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    }

    /// Runs a line of the shell, with nothing printed; whether it succeeded.
    static func succeeds(_ line: String) -> Bool {
        let nothing = "/dev/null"
        let process = try? Spawned(
            "/bin/bash", ["-c", line], environment: ProcessInfo.processInfo.environment, input: nothing,
            output: nothing, remarks: nothing)
        return process?.wait() == 0
    }
}
