import ConsoleKit
import Documents
import Glibc
import Operations

/// Reads the operator's own keys, `keys.yaml` in the workspace.
enum KeyFileOfWorkspace {
    /// The keys that the file names; none when there is no file.
    ///
    /// - Parameters:
    ///   - directory: the workspace's folder.
    ///   - table: the whole table of keys.
    static func read(in directory: String, for table: Keymap) throws(OperationError) -> ConsoleKit.KeyOverrides {
        let path = "\(directory)/keys.yaml"
        guard access(path, F_OK) == 0 else { return ConsoleKit.KeyOverrides([:], for: table) }
        let text = try DocumentFile.read(path)
        do throws(DocumentError) {
            let names = try Documents.KeyOverrides.read(text, file: path).entries.mapValues(\.keys)
            return ConsoleKit.KeyOverrides(names, for: table)
        } catch {
            throw OperationError(.invalid, error.description, target: path, hint: error.hint)
        }
    }
}
