import ConsoleKit
import Documents
import Glibc
import Operations
import TextCanvas

/// Reads the operator's own keys, `keys.yaml` in the workspace.
enum KeyFileOfWorkspace {
    /// The keys of each action that the file names; none when there is no file.
    static func read(in directory: String) throws(OperationError) -> [ActionID: [Key]] {
        let path = "\(directory)/keys.yaml"
        guard access(path, F_OK) == 0 else { return [:] }
        let text = try DocumentFile.read(path)
        do throws(DocumentError) {
            let overrides = try KeyOverrides.read(text, file: path)
            return try keys(of: overrides)
        } catch {
            throw OperationError(.invalid, error.description, target: path, hint: error.hint)
        }
    }

    private static func keys(of overrides: KeyOverrides) throws(DocumentError) -> [ActionID: [Key]] {
        var keys: [ActionID: [Key]] = [:]
        for (action, entry) in overrides.entries.sorted(by: { $0.key < $1.key }) {
            var found: [Key] = []
            for name in entry.keys {
                guard let key = Key(name: name) else {
                    throw DocumentError(
                        file: overrides.file, line: entry.line, key: action, message: "there is no key \(name)",
                        hint: "write a character, ctrl-l, F5, enter, pgup or the like")
                }
                found.append(key)
            }
            keys[ActionID(rawValue: action)] = found
        }
        return keys
    }
}
