import FeatureModel
import LocalState
import Operations
import Registry

/// Stores, feature sets and jobs at one moment: what summaries are made from.
struct StorePicture: Sendable {
    let entries: [StoreEntry]
    /// The references of all feature sets of projects that are not archived, sorted.
    let featureSets: [FeatureSetReference]
    /// Every feature set of those projects.
    let records: [RegisteredFeatureSet]
    /// Every job.
    let jobs: [Job]

    init(_ workspace: Workspace) async throws(OperationError) {
        entries = try await workspace.stores.entries()
        do throws(RegistryError) {
            let projects = ProjectRegistry(database: workspace.database, now: workspace.environment.wallClock)
            let open = Set(try await projects.list().map(\.name))
            records = try await workspace.featureSets.list().filter { open.contains($0.definition.reference.project) }
        } catch {
            throw OperationError(error)
        }
        featureSets = records.map(\.definition.reference).sorted()
        do throws(LocalStateError) {
            jobs = try await workspace.database.jobs.list()
        } catch {
            throw OperationError(error)
        }
    }

    /// The jobs of a store.
    func jobs(feeding store: StoreName) -> [Job] { jobs.filter { $0.store == store } }

    /// The stores that take a feature set, in their order.
    func stores(of featureSet: FeatureSetReference) -> [StoreName] {
        entries.filter { $0.definition.subscribes(to: featureSet) }.map(\.name)
    }
}
