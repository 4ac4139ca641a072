import FeatureModel
import Operations

extension World {
    /// Feature sets of projects that are not archived.
    func setSummaries(_ project: ProjectName?, _ now: Timestamp) -> [FeatureSetSummary] {
        sets.filter { record in
            let own = record.definition.reference.project
            return projects[own] != nil && (project == nil || project == own)
        }.map { summary($0, now) }
    }

    /// One feature set.
    func setSummary(_ reference: FeatureSetReference, _ now: Timestamp) throws(OperationError) -> FeatureSetSummary {
        summary(try record(reference), now)
    }

    /// All projects.
    func projectSummaries() -> [ProjectSummary] {
        projects.sorted { $0.key < $1.key }.map { name, created in
            ProjectSummary(
                name: name, featureSets: sets.count { $0.definition.reference.project == name }, createdAt: created)
        }
    }

    /// Makes a project.
    mutating func createProject(_ name: ProjectName, _ now: Timestamp) throws(OperationError) {
        orders.append(.createProject(name))
        try checkWritable()
        guard projects[name] == nil else {
            throw OperationError(.refused, "project \(name) exists already", target: name.rawValue)
        }
        projects[name] = now
    }

    /// Archives a project.
    mutating func archiveProject(_ name: ProjectName) throws(OperationError) {
        orders.append(.archiveProject(name))
        try checkWritable()
        guard projects.removeValue(forKey: name) != nil else {
            throw OperationError(.notFound, "there is no project \(name)", target: name.rawValue)
        }
    }

    /// The definition as YAML.
    func document(_ reference: FeatureSetReference) throws(OperationError) -> String {
        FeatureSetText(try record(reference).definition).yaml
    }

    private func summary(_ record: RegisteredFeatureSet, _ now: Timestamp) -> FeatureSetSummary {
        let reference = record.definition.reference
        let subscribers = stores.filter { $0.definition.subscribes(to: reference) }.map(\.name)
        let feeding = jobs.map(\.job).filter { $0.featureSets.contains(reference) }
        let alive = feeding.filter { !$0.status.isTerminal }
        return FeatureSetSummary(
            record: record, stores: subscribers, jobs: alive.map(\.id).sorted(),
            deadLetters24h: letters.count24h(DeadLetterQuery(featureSet: reference), at: now),
            problems: problems(subscribers, feeding))
    }

    private func problems(_ subscribers: [StoreName], _ feeding: [Job]) -> [String] {
        guard !subscribers.isEmpty else { return ["no store subscribes to it; its rows are stored nowhere"] }
        return subscribers.compactMap { store in
            let own = feeding.filter { $0.store == store }
            if own.contains(where: { [.running, .completed, .suspended].contains($0.status) }) { return nil }
            guard let job = own.first else { return "no job feeds \(store)" }
            return "job \(job.id), which feeds \(store), is \(job.status.rawValue)"
        }
    }
}
