/// Makes paths absolute, without asking the file system.
public enum AbsolutePath {
    /// The path itself when it is absolute, else within the folder; `.`, `..` and doubled slashes are resolved.
    public static func of(_ path: String, in folder: String) -> String {
        let whole = path.hasPrefix("/") ? path : "\(folder)/\(path)"
        var parts: [Substring] = []
        for part in whole.split(separator: "/") {
            switch part {
            case ".": continue
            case "..": _ = parts.popLast()
            default: parts.append(part)
            }
        }
        return "/" + parts.joined(separator: "/")
    }
}
