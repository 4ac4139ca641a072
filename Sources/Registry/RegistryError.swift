/// A refusal or failure of the registry, told so that a person can act on it.
public struct RegistryError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The kind.
    public let code: RegistryErrorCode
    /// What is wrong, in one sentence.
    public let message: String
    /// What it is about, such as `nyc/weather` or a store's name.
    public let target: String?
    /// What to do about it, where there is something.
    public let hint: String?

    /// Makes an error.
    public init(_ code: RegistryErrorCode, _ message: String, target: String? = nil, hint: String? = nil) {
        self.code = code
        self.message = message
        self.target = target
        self.hint = hint
    }

    /// Message and hint in one line.
    public var description: String { hint.map { "\(message); \($0)" } ?? message }
}
