import FeatureModel
import LocalState

/// Decides what applying a document means, against what is registered. Writes nothing.
struct FeatureSetApplier {
    let defaultSource: SourceDefinition
    let now: Timestamp
    /// Projects that the documents so far need and that are not there yet.
    private(set) var newProjects: [RegisteredProject] = []

    init(defaultSource: SourceDefinition, now: Timestamp) {
        self.defaultSource = defaultSource
        self.now = now
    }

    mutating func apply(_ document: FeatureSet, seeing snapshot: RegistrySnapshot) throws -> FeatureSetApplication {
        let isNewProject = try takeProject(of: document, seeing: snapshot)
        var document = document
        document.source = document.source ?? defaultSource
        guard let stored = try snapshot.featureSet(document.reference) else {
            let record = RegisteredFeatureSet(definition: document, status: .pending, createdAt: now, updatedAt: now)
            let changes = isNewProject ? ["project \(document.reference.project) created"] : []
            return FeatureSetApplication(featureSet: record, outcome: .created, changes: changes)
        }
        let comparison = try FeatureSetComparison(stored: stored, document: document)
        return FeatureSetApplication(
            featureSet: comparison.record(at: now), outcome: comparison.changes.isEmpty ? .noChange : .updated,
            changes: comparison.changes, notes: comparison.notes)
    }

    /// - Returns: true when the document is the first of its project.
    private mutating func takeProject(of document: FeatureSet, seeing snapshot: RegistrySnapshot) throws -> Bool {
        let name = document.reference.project
        if newProjects.contains(where: { $0.name == name }) { return false }
        guard let project = try snapshot.project(name) else {
            newProjects.append(RegisteredProject(name: name, createdAt: now))
            return true
        }
        guard project.archivedAt == nil else {
            throw RegistryError(
                .refused, "project \(name) is archived and takes no feature sets", target: name.rawValue,
                hint: "apply \(document.reference.name) to another project")
        }
        return false
    }
}
