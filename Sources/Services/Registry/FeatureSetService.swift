import Documents
import FeatureModel
import Operations
import Registry

import struct Operations.ApplyOutcome

/// Feature sets for every door.
struct FeatureSetService: Sendable {
    let workspace: Workspace
    let deadLetters: DeadLetterService

    /// All feature sets of projects that are not archived, or of one project.
    func list(_ project: ProjectName?) async throws(OperationError) -> [FeatureSetSummary] {
        let picture = try await StorePicture(workspace)
        let lost = await deadLetters.lostSinceYesterday()
        return picture.records.filter { project == nil || $0.definition.reference.project == project }
            .map { summary(of: $0, in: picture, lost: lost) }
    }

    /// One feature set.
    func get(_ reference: FeatureSetReference) async throws(OperationError) -> FeatureSetSummary {
        let record = try await record(reference)
        let picture = try await StorePicture(workspace)
        return summary(of: record, in: picture, lost: await deadLetters.lostSinceYesterday())
    }

    /// Applies documents, all or nothing.
    func apply(_ yaml: String, path: String, dryRun: Bool) async throws(OperationError) -> [ApplyOutcome] {
        if !dryRun { try workspace.refuseReadOnly() }
        let documents: [FeatureSetDocument]
        do throws(DocumentError) {
            documents = try FeatureSetDocument.read(
                yaml, file: path, defaultProject: workspace.summary.defaultProject)
        } catch {
            throw OperationError(error)
        }
        for document in documents { try checkSource(of: document) }
        do throws(RegistryError) {
            let results = try await workspace.featureSets.apply(documents.map(\.featureSet), isDryRun: dryRun)
            return results.map { result in
                ApplyOutcome(
                    name: result.featureSet.definition.reference.description,
                    result: ApplyOutcome.Result(result.outcome), changes: result.changes + result.notes)
            }
        } catch {
            throw OperationError(Self.placed(error, among: documents))
        }
    }

    /// The definition as a document.
    func document(_ reference: FeatureSetReference) async throws(OperationError) -> String {
        try await record(reference).definition.yaml
    }

    private func record(_ reference: FeatureSetReference) async throws(OperationError) -> RegisteredFeatureSet {
        do throws(RegistryError) {
            return try await workspace.featureSets.get(reference)
        } catch {
            throw OperationError(error)
        }
    }

    private func checkSource(of document: FeatureSetDocument) throws(OperationError) {
        guard let source = document.featureSet.source else { return }
        do throws(OperationError) {
            _ = try workspace.sources.entry(source)
        } catch {
            let message =
                "\(document.file):\(document.line): \(document.featureSet.reference): source: \(error.message)"
            throw OperationError(
                .invalid, message, target: "\(document.file) line \(document.line)", hint: error.hint)
        }
    }

    /// Says where the refused feature set stands in the file.
    private static func placed(_ error: RegistryError, among documents: [FeatureSetDocument]) -> RegistryError {
        let document = documents.first { document in
            let reference = document.featureSet.reference.description
            return error.target.map { $0 == reference || $0.hasPrefix(reference + ":") } ?? false
        }
        guard let document else { return error }
        return RegistryError(
            error.code, "\(document.file):\(document.line): \(error.message)", target: error.target, hint: error.hint)
    }

    private func summary(
        of record: RegisteredFeatureSet, in picture: StorePicture, lost: [FeatureSetReference: Int64]
    ) -> FeatureSetSummary {
        let reference = record.definition.reference
        let stores = picture.stores(of: reference)
        let jobs = picture.jobs.filter { !$0.status.isTerminal && $0.featureSets.contains(reference) }
        return FeatureSetSummary(
            record: record, stores: stores, jobs: jobs.map(\.id).sorted(), deadLetters24h: lost[reference] ?? 0,
            problems: problems(reference, stores, jobs))
    }

    private func problems(_ reference: FeatureSetReference, _ stores: [StoreName], _ jobs: [Job]) -> [String] {
        if stores.isEmpty { return ["no store subscribes to it"] }
        return stores.compactMap { store in
            let own = jobs.filter { $0.store == store }
            if own.isEmpty { return "no job feeds store \(store)" }
            return own.contains { $0.status == .running } ? nil : "the job of store \(store) does not run"
        }
    }
}
