public import FeatureModel
public import LocalState

/// Projects, the name spaces of feature sets (spec section 6.1).
public struct ProjectRegistry: Sendable {
    private let records: RegistryRecords
    private let now: @Sendable () -> Timestamp

    /// The project that always is there.
    public static let defaultProject: ProjectName = "default"

    /// Makes a registry over a job-state database.
    public init(database: StateDatabase, now: @escaping @Sendable () -> Timestamp) {
        self.records = database.registry
        self.now = now
    }

    /// Creates the project `default` where it is missing. To be called at every start.
    public func prepare() async throws(RegistryError) {
        let now = now()
        let isThere = try await records.reading { try $0.project(Self.defaultProject) != nil }
        guard !isThere else { return }
        try await records.writing { transaction in
            guard try transaction.snapshot.project(Self.defaultProject) == nil else { return }
            try transaction.save(RegisteredProject(name: Self.defaultProject, createdAt: now))
        }
    }

    /// Projects by name.
    ///
    /// - Parameter includesArchived: true to also list those that were archived.
    public func list(includesArchived: Bool = false) async throws(RegistryError) -> [RegisteredProject] {
        try await records.reading { try $0.projects() }.filter { includesArchived || $0.archivedAt == nil }
    }

    /// Creates a project.
    ///
    /// - Throws: `invalid` for a bad name; `refused` when there is one, archived or not.
    @discardableResult
    public func create(_ name: ProjectName) async throws(RegistryError) -> RegisteredProject {
        guard NameRule.isValid(name.rawValue) else {
            throw RegistryError(
                .invalid, "project name \(name.rawValue.debugDescription) is not valid", target: name.rawValue,
                hint: "use letters, digits, '_' and '-'")
        }
        let project = RegisteredProject(name: name, createdAt: now())
        return try await records.writing { transaction in
            if let existing = try transaction.snapshot.project(name) {
                throw RegistryError(
                    .refused, "project \(name) already exists" + (existing.archivedAt == nil ? "" : " and is archived"),
                    target: name.rawValue, hint: existing.archivedAt == nil ? nil : "choose another name")
            }
            try transaction.save(project)
            return project
        }
    }

    /// Archives a project: it is no longer listed and takes no feature sets. Ingestion and retrieval of what it has go
    /// on. Archiving it again changes nothing.
    ///
    /// - Throws: `notFound`; `refused` for `default`.
    @discardableResult
    public func archive(_ name: ProjectName) async throws(RegistryError) -> RegisteredProject {
        guard name != Self.defaultProject else {
            throw RegistryError(.refused, "project \(name) cannot be archived", target: name.rawValue)
        }
        let now = now()
        return try await records.writing { transaction in
            guard var project = try transaction.snapshot.project(name) else {
                let names = try transaction.snapshot.projects().map(\.name.rawValue)
                throw RegistryError.notFound(
                    "project", name.rawValue, among: names, otherwise: "'larder projects list' shows them")
            }
            guard project.archivedAt == nil else { return project }
            project.archivedAt = now
            try transaction.save(project)
            return project
        }
    }
}
