/// What a wait is for.
struct TransportInterests: OptionSet {
    let rawValue: UInt8

    /// Bytes have come.
    static let readable = TransportInterests(rawValue: 1)
    /// Bytes can go.
    static let writable = TransportInterests(rawValue: 2)
}
