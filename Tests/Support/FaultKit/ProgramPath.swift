import Foundation

/// Where programs are.
public enum ProgramPath {
    /// Finds a program in the folders of `PATH`.
    ///
    /// - Throws: ``MissingBackend`` where it is in none.
    public static func find(_ program: String) throws -> String {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        let candidates = folders.map { "\($0)/\(program)" }
        guard let path = candidates.first(where: FileManager.default.isExecutableFile) else {
            throw MissingBackend(program: program)
        }
        return path
    }
}
