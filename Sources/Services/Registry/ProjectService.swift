import FeatureModel
import LocalState
import Operations
import Registry

/// Projects for every door.
struct ProjectService: Sendable {
    let workspace: Workspace

    private var registry: ProjectRegistry {
        ProjectRegistry(database: workspace.database, now: workspace.environment.wallClock)
    }

    /// All projects that are not archived.
    func list() async throws(OperationError) -> [ProjectSummary] {
        do throws(RegistryError) {
            let sets = try await workspace.featureSets.list()
            let counts = Dictionary(grouping: sets, by: \.definition.reference.project).mapValues(\.count)
            return try await registry.list().map { project in
                ProjectSummary(
                    name: project.name, featureSets: counts[project.name] ?? 0, createdAt: project.createdAt)
            }
        } catch {
            throw OperationError(error)
        }
    }

    /// Makes a project.
    func create(_ name: ProjectName) async throws(OperationError) {
        try workspace.refuseReadOnly()
        do throws(RegistryError) {
            try await registry.create(name)
        } catch {
            throw OperationError(error)
        }
    }

    /// Archives a project.
    func archive(_ name: ProjectName) async throws(OperationError) {
        try workspace.refuseReadOnly()
        do throws(RegistryError) {
            try await registry.archive(name)
        } catch {
            throw OperationError(error)
        }
    }
}
