import ConsoleKit

/// Hands the header's facts to a console when told to, and knows when they have arrived.
struct HeaderDesk {
    private struct Delivery: Sendable {
        let facts: HeaderFacts
        let arrived: CheckedContinuation<Void, Never>
    }

    private let deliveries: AsyncStream<Delivery>
    private let inlet: AsyncStream<Delivery>.Continuation

    init() {
        (deliveries, inlet) = AsyncStream.makeStream(of: Delivery.self)
    }

    /// What the console listens to.
    var feed: @Sendable (EffectSender<HeaderFacts>) async -> Void {
        let deliveries = deliveries
        return { send in
            for await delivery in deliveries {
                await send(delivery.facts)
                delivery.arrived.resume()
            }
        }
    }

    /// Hands over facts; returns when the console has them.
    func hand(_ facts: HeaderFacts) async {
        await withCheckedContinuation { continuation in
            if case .terminated = inlet.yield(Delivery(facts: facts, arrived: continuation)) { continuation.resume() }
        }
    }
}
