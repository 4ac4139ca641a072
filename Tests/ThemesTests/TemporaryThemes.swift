import Foundation
import Themes

/// A folder of theme files of its own, deleted with its last reference.
final class TemporaryThemes {
    let path: String

    init(_ files: [String: String] = [:]) throws {
        path = NSTemporaryDirectory() + "/larder-themes-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, text) in files { try write(text, to: name) }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    var library: ThemeLibrary { ThemeLibrary(directories: [path]) }

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
    }

    /// What loading a theme complains about, without the folder.
    func problems(of name: String) -> [String] {
        do {
            _ = try library.theme(named: name)
            return []
        } catch {
            return error.problems.map { $0.description.replacingOccurrences(of: path + "/", with: "") }
        }
    }
}
