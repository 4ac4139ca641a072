public import StorageAPI

/// Layers one within the other, the outermost first.
public struct LayerStack: CallLayer {
    private let layers: [any CallLayer]

    /// Makes a stack; without layers it does the work and nothing else.
    public init(_ layers: [any CallLayer]) {
        self.layers = layers
    }

    /// Does the work within all layers.
    public func perform<Answer: Sendable>(
        _ call: StoreCall, _ work: @escaping @Sendable () async throws(StoreError) -> Answer
    ) async throws(StoreError) -> Answer {
        guard let outermost = layers.first else { return try await work() }
        let rest = LayerStack(Array(layers.dropFirst()))
        return try await outermost.perform(call) { () async throws(StoreError) -> Answer in
            try await rest.perform(call, work)
        }
    }
}
