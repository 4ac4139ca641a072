/// What is wrong with one setting of a store's or source's configuration.
public struct SettingFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// The key at fault.
    public let key: String
    /// What is wrong and what to do, in one sentence.
    public let message: String

    /// Makes a fault.
    public init(key: String, message: String) {
        self.key = key
        self.message = message
    }

    /// The sentence.
    public var description: String { message }
}
