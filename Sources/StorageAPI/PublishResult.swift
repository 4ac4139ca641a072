public import FeatureModel

/// What became of published records.
public struct PublishResult: Sendable, Hashable {
    /// How many were appended.
    public let appended: Int
    /// How many the source had already taken under this ingestion id.
    public let alreadyThere: Int
    /// The greatest position that any record of this ingestion holds so far, per partition; empty where nothing was
    /// ever appended or the source cannot tell.
    public let end: [SourcePosition]

    /// Makes a result.
    public init(appended: Int, alreadyThere: Int, end: [SourcePosition]) {
        self.appended = appended
        self.alreadyThere = alreadyThere
        self.end = end
    }
}
