import Synchronization

/// Keeps the messages of an effect that is run by hand.
final class MessageCollector<Message: Sendable>: Sendable {
    private let collected = Mutex<[Message]>([])

    var messages: [Message] { collected.withLock { $0 } }

    func add(_ message: Message) {
        collected.withLock { $0.append(message) }
    }
}
