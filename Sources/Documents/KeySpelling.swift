/// How the keys of a kind of document may be spelled.
enum KeySpelling {
    /// `maxAge` and `max_age`, as proto-JSON.
    case both
    /// `read_only` alone.
    case snake

    func accepts(_ name: String, for key: String) -> Bool {
        switch self {
        case .both: name == key || name == Self.snake(key)
        case .snake: name == Self.snake(key)
        }
    }

    /// The spelling to propose to somebody who wrote `name`.
    func usual(_ key: String, like name: String) -> String {
        self == .snake || name.contains("_") ? Self.snake(key) : key
    }

    static func snake(_ key: String) -> String {
        key.reduce(into: "") { result, character in
            if character.isUppercase { result += "_" }
            result += character.lowercased()
        }
    }

    static func camel(_ key: String) -> String {
        let parts = key.split(separator: "_", omittingEmptySubsequences: true)
        guard let first = parts.first else { return key }
        return first + parts.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
}
