import Documents
import Glibc
import Operations

/// `larder.yaml` as it stands on disk.
struct ConfigurationFile {
    /// Its absolute path.
    let path: String
    /// What it says.
    let configuration: WorkspaceConfiguration
    /// True when other users of the machine may read it.
    let isReadableByOthers: Bool

    /// Reads a workspace's configuration; without a file, the defaults.
    static func read(
        in directory: String, variables: [String: String]
    ) throws(OperationError) -> ConfigurationFile {
        let path = "\(directory)/larder.yaml"
        guard let (text, mode) = try content(of: path) else {
            return ConfigurationFile(path: path, configuration: .standard, isReadableByOthers: false)
        }
        do throws(DocumentError) {
            return ConfigurationFile(
                path: path,
                configuration: try WorkspaceConfiguration.read(text, file: path, environment: variables),
                isReadableByOthers: mode & (S_IRGRP | S_IROTH) != 0)
        } catch {
            throw OperationError(error)
        }
    }

    /// - Returns: nil when there is no such file.
    private static func content(of path: String) throws(OperationError) -> (String, mode_t)? {
        guard let file = fopen(path, "re") else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw unreadable(path)
        }
        defer { fclose(file) }
        var status = stat()
        guard fstat(fileno(file), &status) == 0 else { throw unreadable(path) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&chunk, 1, chunk.count, file)
            if count == 0 { break }
            bytes += chunk[..<count]
        }
        guard ferror(file) == 0 else { throw unreadable(path) }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw OperationError(.invalid, "\(path) is not UTF-8", target: path, hint: "save it as UTF-8")
        }
        return (text, status.st_mode)
    }

    private static func unreadable(_ path: String) -> OperationError {
        OperationError(
            .invalid, "\(path) cannot be read: \(String(cString: strerror(errno)))", target: path,
            hint: "check the file's rights")
    }
}
