internal import Foundation

/// Who runs the program, as the operating system knows.
enum OperatingSystemUser {
    /// The login name of the effective user; `uid-N` where the system has no name for it.
    static var current: String {
        let id = geteuid()
        guard let entry = getpwuid(id), let name = entry.pointee.pw_name else { return "uid-\(id)" }
        return String(cString: name)
    }

    /// The full name that the system has for the user, or the login name.
    static var fullName: String {
        guard let entry = getpwuid(geteuid()), let field = entry.pointee.pw_gecos else { return current }
        let name = String(cString: field).split(separator: ",").first.map(String.init) ?? ""
        return name.isEmpty ? current : name
    }
}
