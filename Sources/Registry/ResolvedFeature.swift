public import FeatureModel

/// A feature that a reference means.
public struct ResolvedFeature: Sendable, Hashable {
    /// The reference as it was asked; for a wildcard, with the feature in place of `*`.
    public let reference: FeatureReference
    /// The feature set.
    public let featureSet: FeatureSet
    /// The feature.
    public let feature: Feature

    /// Makes an answer.
    public init(reference: FeatureReference, featureSet: FeatureSet, feature: Feature) {
        self.reference = reference
        self.featureSet = featureSet
        self.feature = feature
    }

    /// The reference in full: project, feature set and feature.
    public var fullReference: FeatureReference {
        FeatureReference(
            project: featureSet.reference.project, featureSet: featureSet.reference.name, feature: feature.name)
    }

    /// The column of an export that the feature goes to.
    public var columnName: String { reference.columnName }
}
