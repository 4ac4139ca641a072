import StorageAPI
import Synchronization

/// The circuits of all stores, one per store and settings, however often its plugs are opened.
final class CircuitBoard: Sendable {
    private struct Key: Hashable {
        let connector: String
        let place: ConnectorCard.Place
    }

    private let circuits = Mutex<[Key: CircuitBreaking]>([:])

    /// The circuit of a store. One whose settings have changed is another store, and begins anew.
    func circuit(
        of connector: String, at place: ConnectorCard.Place, _ policy: CircuitPolicy, clock: any Clock<Duration>
    ) -> CircuitBreaking {
        circuits.withLock { circuits in
            let key = Key(connector: connector, place: place)
            if let circuit = circuits[key] { return circuit }
            let circuit = CircuitBreaking(policy, clock: clock)
            circuits = circuits.filter { $0.key.connector != connector || $0.key.place.store != place.store }
            circuits[key] = circuit
            return circuit
        }
    }
}
