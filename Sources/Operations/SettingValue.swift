/// A setting as it may be shown.
public struct SettingValue: Sendable, Hashable {
    /// The key.
    public let key: String
    /// The value; `•••` for a secret.
    public let value: String
    /// True when nobody set it and the connector's default counts.
    public let isDefault: Bool

    /// Makes a setting.
    public init(key: String, value: String, isDefault: Bool) {
        self.key = key
        self.value = value
        self.isDefault = isDefault
    }
}
