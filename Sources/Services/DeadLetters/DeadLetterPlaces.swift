import FeatureModel
import LocalState
import Operations
import StorageAPI

/// All places that keep dead letters: the job-state database, and the stores that keep their own.
struct DeadLetterPlaces: Sendable {
    /// One of them.
    struct Place: Sendable {
        /// The store; nil for the job-state database.
        let store: StoreName?
        let letters: any DeadLetterStore
    }

    let workspace: Workspace

    /// The job-state database's.
    var own: Place {
        Place(store: nil, letters: StateDeadLetters(ledger: workspace.database.deadLetters))
    }

    /// The places that a query may find letters in, and the stores that could not be opened.
    func places(for query: DeadLetterQuery) async throws(OperationError) -> ([Place], [NamedHealth]) {
        var places = [own]
        var missing: [NamedHealth] = []
        for entry in try await workspace.stores.entries() where query.store == nil || query.store == entry.name {
            do throws(StoreError) {
                guard let letters = try await workspace.stores.deadLetters(of: entry) else { continue }
                places.append(Place(store: entry.name, letters: letters))
            } catch {
                missing.append(Self.missing(entry.name, error))
            }
        }
        return (places, missing)
    }

    /// A store that did not answer.
    static func missing(_ store: StoreName?, _ error: StoreError) -> NamedHealth {
        NamedHealth(
            name: store?.rawValue ?? "job-state database",
            health: EndpointHealth(state: .down, error: error.description))
    }
}
