import ConsoleKit

extension Effect {
    /// Sends a message whenever something may have changed, until the view is left.
    static func following(_ changes: @escaping @Sendable () -> AsyncStream<Void>, _ message: Message) -> Effect {
        .follow("changes") { send in
            for await _ in changes() { await send(message) }
        }
    }
}
