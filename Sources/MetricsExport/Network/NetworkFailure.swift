import Glibc

/// Why the network would not do as asked.
public struct NetworkFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// What was tried and why it failed, in a few words.
    public let description: String
    /// True when another program listens on the address.
    public let isAddressInUse: Bool
    /// True when nobody listens there.
    let isRefusal: Bool

    init(_ action: String, _ code: Int32) {
        description = "cannot \(action): \(String(cString: strerror(code)))"
        isAddressInUse = code == EADDRINUSE
        isRefusal = code == ECONNREFUSED
    }

    init(_ description: String) {
        self.description = description
        isAddressInUse = false
        isRefusal = false
    }
}
