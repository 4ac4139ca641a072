public import FeatureModel
public import StorageAPI

/// Feast's rule of what an online client receives (spec section 3.5, field states of 0.6).
///
/// The age is counted in whole seconds. A value is too old only when its age is *greater* than the max age: equal is
/// fresh, and so is a row from the future. Without a max age nothing is ever too old. A row without a time (zero) is
/// judged like any other.
public enum ServingRule {
    /// What the rule says of one value.
    public enum State: Sendable, Hashable {
        case present
        case null
        case noKey
        case tooOld
    }

    /// A row as seen from the time asked for.
    public struct Freshness: Sendable, Hashable {
        /// Whole seconds from the event to the time asked for; negative for a row from the future.
        public let ageSeconds: Int64
        /// True when the age is greater than the max age.
        public let isTooOld: Bool
        /// True when the age is the max age to the second: fresh here, but no longer used by a historical join.
        public let isAtTheLimit: Bool
    }

    /// Judges a row's age.
    public static func freshness(of eventTimestamp: Timestamp, maxAgeSeconds: Int64?, at time: Timestamp) -> Freshness {
        let age = time.wholeSeconds(since: eventTimestamp)
        guard let limit = maxAgeSeconds, limit > 0 else {
            return Freshness(ageSeconds: age, isTooOld: false, isAtTheLimit: false)
        }
        return Freshness(ageSeconds: age, isTooOld: age > limit, isAtTheLimit: age == limit)
    }

    /// Judges one value of a row; a missing key comes before a too old row, and that before a null.
    public static func state(of value: FeatureValue?, in row: OnlineRow?, freshness: Freshness?) -> State {
        guard row != nil else { return .noKey }
        if freshness?.isTooOld == true { return .tooOld }
        return value == nil ? .null : .present
    }
}
