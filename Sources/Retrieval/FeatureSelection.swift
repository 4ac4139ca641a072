public import FeatureModel

/// A feature that was asked for, found: the reference as it was written and what it stands for.
public struct FeatureSelection: Sendable, Hashable {
    /// The reference as asked, wildcards already expanded; the name of an export's column follows from it.
    public let asked: FeatureReference
    /// The feature set it belongs to.
    public let featureSet: FeatureSet
    /// Its place in ``FeatureSet/features``.
    public let feature: Int

    /// Makes a selection.
    public init(asked: FeatureReference, featureSet: FeatureSet, feature: Int) {
        self.asked = asked
        self.featureSet = featureSet
        self.feature = feature
    }

    /// The reference with project, feature set and name.
    public var fullReference: FeatureReference {
        FeatureReference(
            project: featureSet.reference.project, featureSet: featureSet.reference.name,
            feature: featureSet.features[feature].name)
    }
}
