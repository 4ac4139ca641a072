/// What a screen makes of an input.
public enum Response<Message: Sendable>: Sendable {
    /// It happened: ``Screen/update(_:_:_:)`` is told.
    case send(Message)
    /// The key means something here, but cannot act now; the reason is shown on the message line.
    case unavailable(String)
    /// The input means nothing to this screen.
    case ignored
}

extension Response {
    /// The same response with its message embedded in another type.
    public func map<Other>(_ embed: (Message) -> Other) -> Response<Other> {
        switch self {
        case .send(let message): .send(embed(message))
        case .unavailable(let reason): .unavailable(reason)
        case .ignored: .ignored
        }
    }
}
