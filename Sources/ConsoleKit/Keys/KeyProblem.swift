public import TextCanvas

/// Something wrong with a key table or with `keys.yaml`.
public enum KeyProblem: Sendable, Hashable, CustomStringConvertible {
    /// The same key does two things in one place.
    case clash(Key, ActionID, ActionID)
    /// No key and no menu reaches the action.
    case unreachable(ActionID)
    /// There is no such action; the nearest that exist.
    case unknownAction(String, nearest: [String])
    /// There is no such key.
    case unknownKey(String, action: String)

    /// What is wrong and what to do.
    public var description: String {
        switch self {
        case .clash(let key, let first, let second):
            "key \(key.name) is bound to both \(first.rawValue) and \(second.rawValue); give one of them another key"
        case .unreachable(let action): "no key reaches \(action.rawValue); bind one"
        case .unknownAction(let name, let nearest):
            "there is no action \(name)" + (nearest.isEmpty ? "" : "; did you mean \(nearest.joined(separator: ", "))?")
        case .unknownKey(let name, let action):
            "\(action): there is no key \(name); keys are single characters, enter, esc, tab, F1-F12, ctrl-x and so on"
        }
    }
}
