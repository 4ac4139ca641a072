import FeatureModel
import Operations
import Registry
import Retrieval

/// Finds what a door's feature references mean.
struct FeatureLookup: Sendable {
    let registry: FeatureSetRegistry
    let defaultProject: ProjectName

    /// The features that references mean, in their order, wildcards expanded.
    func selections(for references: [FeatureReference]) async throws(OperationError) -> [FeatureSelection] {
        try await resolve(references) { resolver, references throws(RegistryError) in try resolver.resolve(references) }
    }

    /// As ``selections(for:)``, for an export: every feature must have a column of its own.
    func exportSelections(for references: [FeatureReference]) async throws(OperationError) -> [FeatureSelection] {
        try await resolve(references) { resolver, references throws(RegistryError) in
            try resolver.resolveForExport(references)
        }
    }

    /// What the registry keeps of a feature set; nil when it is not registered.
    func record(of featureSet: FeatureSetReference) async throws(OperationError) -> RegisteredFeatureSet? {
        do throws(RegistryError) {
            return try await registry.get(featureSet)
        } catch {
            guard error.code == .notFound else { throw OperationError(error) }
            return nil
        }
    }

    private func resolve(
        _ references: [FeatureReference],
        by resolution: (FeatureReferenceResolver, [FeatureReference]) throws(RegistryError) -> [ResolvedFeature]
    ) async throws(OperationError) -> [FeatureSelection] {
        guard !references.isEmpty else {
            throw OperationError(.invalid, "no features were asked for", hint: "name some, such as weather:temp")
        }
        do throws(RegistryError) {
            let sets = try await registry.list()
            let resolver = FeatureReferenceResolver(featureSets: sets, defaultProject: defaultProject)
            return try resolution(resolver, references).compactMap { resolved in
                guard let place = resolved.featureSet.index(ofFeature: resolved.feature.name) else { return nil }
                return FeatureSelection(asked: resolved.reference, featureSet: resolved.featureSet, feature: place)
            }
        } catch {
            throw OperationError(error)
        }
    }
}
