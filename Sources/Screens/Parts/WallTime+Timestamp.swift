import FeatureModel
import TextCanvas

extension WallTime {
    /// The same moment as the console shows it.
    init(_ timestamp: Timestamp) {
        self.init(seconds: timestamp.seconds, nanoseconds: timestamp.nanoseconds)
    }

    /// How long ago a moment was: `2m10s`; `-` when no time is known.
    func age(of timestamp: Timestamp?) -> String {
        guard let timestamp, timestamp != .zero else { return "-" }
        return AgeText.describe(seconds: max(0, seconds - timestamp.seconds))
    }
}
