/// Names a feature: `[project/][feature_set:]feature` (spec section 7.4).
public struct FeatureReference: Sendable, Hashable, Codable, CustomStringConvertible {
    /// The project, where the reference names one.
    public let project: ProjectName?
    /// The feature set, where the reference names one.
    public let featureSet: String?
    /// The feature's name, or `*` for all features of the set.
    public let feature: String

    /// Makes a reference from its parts.
    public init(project: ProjectName? = nil, featureSet: String? = nil, feature: String) {
        self.project = project
        self.featureSet = featureSet
        self.feature = feature
    }

    /// Reads the text form; nil where a part is empty or a separator stands twice.
    public init?(_ text: some StringProtocol) {
        let slashed = text.split(separator: "/", omittingEmptySubsequences: false)
        guard let last = slashed.last, slashed.count <= 2 else { return nil }
        let colonParts = last.split(separator: ":", omittingEmptySubsequences: false)
        guard let feature = colonParts.last, colonParts.count <= 2 else { return nil }
        guard slashed.allSatisfy({ !$0.isEmpty }), colonParts.allSatisfy({ !$0.isEmpty }) else { return nil }
        self.init(
            project: slashed.count == 2 ? ProjectName(String(slashed[0])) : nil,
            featureSet: colonParts.count == 2 ? String(colonParts[0]) : nil, feature: String(feature))
    }

    /// True for `set:*`, which means all features of the set.
    public var isWildcard: Bool { feature == "*" }

    /// The text form, with exactly the parts that the reference has.
    public var description: String {
        (project.map { "\($0)/" } ?? "") + (featureSet.map { "\($0):" } ?? "") + feature
    }

    /// The name of an export's column: `<feature set>__<feature>` when the reference named its set, else `<feature>`
    /// (spec section 4.6).
    public var columnName: String { featureSet.map { "\($0)__\(feature)" } ?? feature }
}
