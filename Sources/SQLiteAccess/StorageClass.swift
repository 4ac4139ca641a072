/// How SQLite stores a value: its five storage classes.
public enum StorageClass: Sendable, Hashable {
    /// NULL.
    case null
    /// A signed integer of up to 64 bits.
    case integer
    /// A 64-bit floating-point number.
    case real
    /// Text.
    case text
    /// Bytes.
    case blob
}
