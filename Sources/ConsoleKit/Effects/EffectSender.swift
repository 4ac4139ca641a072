/// The way of an effect's messages back to its screen.
public struct EffectSender<Message: Sendable>: Sendable {
    private let deliver: @Sendable (Message) async -> Void

    /// Makes a sender.
    public init(_ deliver: @escaping @Sendable (Message) async -> Void) {
        self.deliver = deliver
    }

    /// Sends a message; waits while the inbox is full. Messages of a cancelled effect are dropped.
    public func callAsFunction(_ message: Message) async {
        await deliver(message)
    }
}
