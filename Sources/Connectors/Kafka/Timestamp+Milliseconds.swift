import FeatureModel

extension Timestamp {
    /// The instant that is some milliseconds after the epoch.
    init(milliseconds: Int64) {
        self.init(seconds: milliseconds / 1000, nanoseconds: Int32(milliseconds % 1000) * 1_000_000)
    }
}
