public import FeatureModel

/// The name of something that one process at a time may do.
public struct LeaseName: TextIdentifier {
    /// The text.
    public let rawValue: String

    /// Wraps text.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Making the jobs be as they should.
    public static let reconciler: LeaseName = "reconciler"
}
