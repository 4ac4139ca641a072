/// What values of a field look like in JSON.
indirect enum ValueShape: Sendable {
    case text
    /// RFC 3339, in UTC.
    case time
    /// One of some words.
    case choice([String])
    /// An integer; beyond 2^53 as a string.
    case integer
    /// A number; NaN and the infinities by name.
    case number
    case flag
    /// A feature's value: whatever its type is.
    case anything
    case list(ValueShape)
    case object([FieldShape])
    /// An object whose names are data.
    case map(ValueShape)
    /// The shape, or null where it is unknown or does not apply.
    case optional(ValueShape)
}
