/// What went wrong underneath, before it becomes a `StoreError`. ``RedisFailure`` translates.
enum RedisFault: Error, Equatable {
    /// What was going on when the time was up.
    enum Stage: Equatable {
        case lookingUp
        case connecting
        case shakingHands
        case sending
        case waiting
    }

    /// The host's name has no address; the text is the resolver's.
    case unresolved(String)
    /// No address of the host took the connection.
    case unreachable(errno: Int32)
    case timedOut(Stage)
    /// The server closed the connection.
    case disconnected
    /// The server closed the connection before it answered anything.
    case turnedAway
    /// The connection broke.
    case broken(errno: Int32)
    /// The bytes that came are no replies.
    case protocolViolation
    /// A reply of another shape than the request asks for.
    case unexpectedReply
    case refused(ServerRefusal)
    /// The server refused and closed the connection.
    case dismissed(ServerRefusal)
    /// The file of a secret cannot be used.
    case secretFile(SecretFileFault)
    /// TLS failed.
    case tls(TLSFault)
    case outOfMemory
    /// The task was cancelled.
    case cancelled
    /// The plug was closed before.
    case closed

    /// True where the connection can go on after it. After a reply of another shape the next one may be a part of it.
    var leavesConnectionUsable: Bool {
        if case .refused = self { true } else { false }
    }
}
