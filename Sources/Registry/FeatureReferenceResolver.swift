public import FeatureModel

/// Finds what feature references mean: `[project/][feature_set:]feature` (spec section 7.4).
///
/// A reference without a project means the workspace's. One without a feature set must fit one set of the project only.
/// `set:*` means all features of the set, in its order.
public struct FeatureReferenceResolver: Sendable {
    private let sets: [FeatureSetReference: RegisteredFeatureSet]
    private let setsByProject: [ProjectName: [RegisteredFeatureSet]]
    private let defaultProject: ProjectName

    /// Makes a resolver over what is registered.
    ///
    /// - Parameters:
    ///   - featureSets: everything that is registered.
    ///   - defaultProject: the workspace's project.
    public init(featureSets: [RegisteredFeatureSet], defaultProject: ProjectName) {
        self.sets = Dictionary(featureSets.map { ($0.definition.reference, $0) }) { first, _ in first }
        self.setsByProject = Dictionary(grouping: featureSets) { $0.definition.reference.project }
        self.defaultProject = defaultProject
    }

    /// Finds every feature that references mean, in their order, wildcards expanded in place.
    ///
    /// - Throws: `notFound`, with the nearest name; `ambiguous`, naming what could be meant; `invalid` for a wildcard
    ///   without a feature set.
    public func resolve(_ references: [FeatureReference]) throws(RegistryError) -> [ResolvedFeature] {
        var answers: [ResolvedFeature] = []
        for reference in references { answers += try resolve(reference) }
        return answers
    }

    /// As ``resolve(_:)``, for an export: every feature must have a column name of its own.
    ///
    /// - Throws: also `invalid` when two references would give one column, naming both.
    public func resolveForExport(_ references: [FeatureReference]) throws(RegistryError) -> [ResolvedFeature] {
        let answers = try resolve(references)
        var seen: [String: ResolvedFeature] = [:]
        for answer in answers {
            if let other = seen[answer.columnName] { throw Self.equalColumns(other, answer) }
            seen[answer.columnName] = answer
        }
        return answers
    }

    private func resolve(_ reference: FeatureReference) throws(RegistryError) -> [ResolvedFeature] {
        let project = reference.project ?? defaultProject
        guard let candidates = setsByProject[project] else {
            throw notFound(
                reference, "project \(project) has no feature sets",
                nearest: SpellingDistance.nearest(
                    to: project.rawValue, among: setsByProject.keys.map(\.rawValue).sorted()))
        }
        guard let name = reference.featureSet else {
            return [try resolveBare(reference, among: candidates, of: project)]
        }
        guard let set = sets[FeatureSetReference(project: project, name: name)] else {
            throw notFound(
                reference, "project \(project) has no feature set \(name)",
                nearest: SpellingDistance.nearest(to: name, among: candidates.map(\.definition.reference.name)))
        }
        return try resolve(reference, in: set)
    }

    private func resolve(
        _ reference: FeatureReference, in set: RegisteredFeatureSet
    ) throws(RegistryError) -> [ResolvedFeature] {
        let definition = set.definition
        if reference.isWildcard {
            return definition.features.map { feature in
                let named = FeatureReference(
                    project: reference.project, featureSet: reference.featureSet, feature: feature.name)
                return ResolvedFeature(reference: named, featureSet: definition, feature: feature)
            }
        }
        if let index = definition.index(ofFeature: reference.feature) {
            let feature = definition.features[index]
            return [ResolvedFeature(reference: reference, featureSet: definition, feature: feature)]
        }
        if set.archivedFeatures.contains(where: { $0.name == reference.feature }) {
            throw notFound(reference, "feature \(reference.feature) was removed from \(definition.reference)")
        }
        throw notFound(
            reference, "feature set \(definition.reference) has no feature \(reference.feature)",
            nearest: SpellingDistance.nearest(to: reference.feature, among: definition.features.map(\.name)))
    }

    private func resolveBare(
        _ reference: FeatureReference, among candidates: [RegisteredFeatureSet], of project: ProjectName
    ) throws(RegistryError) -> ResolvedFeature {
        guard !reference.isWildcard else {
            throw RegistryError(
                .invalid, "'\(reference)' does not say of which feature set", target: reference.description,
                hint: "write feature_set:*")
        }
        let matches = candidates.compactMap { set -> ResolvedFeature? in
            set.definition.index(ofFeature: reference.feature).map { index in
                ResolvedFeature(
                    reference: reference, featureSet: set.definition, feature: set.definition.features[index])
            }
        }
        guard let match = matches.first else {
            let names = candidates.flatMap { $0.definition.features.map(\.name) }
            throw notFound(
                reference, "no feature set of project \(project) has a feature \(reference.feature)",
                nearest: SpellingDistance.nearest(to: reference.feature, among: names))
        }
        guard matches.count == 1 else { throw ambiguous(reference, matches) }
        return match
    }

    private func notFound(
        _ reference: FeatureReference, _ message: String, nearest: String? = nil
    ) -> RegistryError {
        RegistryError(
            .notFound, message, target: reference.description,
            hint: nearest.map { "did you mean \($0)?" } ?? "'larder feature-sets list' shows what there is")
    }

    private func ambiguous(_ reference: FeatureReference, _ matches: [ResolvedFeature]) -> RegistryError {
        let names = matches.map { match in
            FeatureReference(
                project: reference.project, featureSet: match.featureSet.reference.name, feature: match.feature.name
            ).description
        }
        return RegistryError(
            .ambiguous, "feature \(reference.feature) is in more than one feature set", target: reference.description,
            hint: "write one of \(names.sorted().joined(separator: ", "))")
    }

    private static func equalColumns(_ first: ResolvedFeature, _ second: ResolvedFeature) -> RegistryError {
        let message =
            first.reference == second.reference
            ? "'\(first.reference)' is asked twice"
            : "'\(first.reference)' (\(first.fullReference)) and '\(second.reference)' (\(second.fullReference)) "
                + "would both be the column \(first.columnName)"
        return RegistryError(
            .invalid, message, target: second.reference.description,
            hint: first.reference == second.reference
                ? "ask it once" : "export them separately, or name the feature set")
    }
}
