import FeatureModel
import StorageAPI

/// A plug that is opened by the first who asks; those who ask meanwhile wait for the same opening. An opening that
/// failed is forgotten, so that the next question tries again.
actor SharedPlug<Plug: Sendable> {
    private enum State {
        case closed
        case opening(Task<Result<Plug, StoreError>, Never>)
        case open(Plug)
    }

    private var state = State.closed

    func get(
        _ card: ConnectorCard, _ store: StoreName?, _ purpose: String,
        opening: @escaping @Sendable () async throws(StoreError) -> Plug?
    ) async throws(StoreError) -> Plug {
        switch state {
        case .open(let plug): return plug
        case .opening(let task): return try await task.value.get()
        case .closed:
            let task = Task { () -> Result<Plug, StoreError> in
                do throws(StoreError) {
                    guard let plug = try await opening() else {
                        return .failure(Self.unsupported(card, store, purpose))
                    }
                    return .success(plug)
                } catch {
                    return .failure(error)
                }
            }
            state = .opening(task)
            let result = await task.value
            // Whoever took the plug meanwhile has closed it.
            guard case .opening = state else { return try result.get() }
            if case .success(let plug) = result { state = .open(plug) } else { state = .closed }
            return try result.get()
        }
    }

    /// The plug, to be closed; nil when it is not open.
    func take() async -> Plug? {
        switch state {
        case .closed: return nil
        case .open(let plug):
            state = .closed
            return plug
        case .opening(let task):
            let result = await task.value
            state = .closed
            return try? result.get()
        }
    }

    private static func unsupported(_ card: ConnectorCard, _ store: StoreName?, _ purpose: String) -> StoreError {
        StoreError(
            .unsupported, recovery: .permanent, operation: purpose, connector: card.type, store: store,
            message: "\(card.type) is made for: \(card.capabilities.words.joined(separator: ", "))")
    }
}
