public import FeatureModel
public import StorageAPI

/// Everything that is known about one online value; the ground for its ``ReasonChain``.
public struct ReasonFacts: Sendable {
    /// What the registry says.
    public enum Registration: Sendable {
        /// No such set, or no such feature in it: one sentence, with the nearest names.
        case missing(String)
        /// It is there, and stands so.
        case found(status: FeatureSetStatus)
    }

    /// What the jobs say.
    public enum Feed: Sendable {
        /// No job feeds the store with this set.
        case none
        /// This one does.
        case job(Job, hasLostHeartbeat: Bool)
    }

    /// What the historical store says of the key.
    public enum History: Sendable {
        /// No store can tell, and why.
        case unavailable(String)
        /// It has no value of this key up to the time asked for.
        case never(StoreName)
        /// It has values of this key from before the time asked for.
        case seen(StoreName)
    }

    /// What the online store said.
    public enum Reading: Sendable {
        /// It was not asked, because an earlier link is broken.
        case notAsked
        /// It failed, in one sentence.
        case failed(String)
        /// It answered: the key's row, and the feature's value in it.
        case answered(row: OnlineRow?, value: FeatureValue?)
    }

    /// The feature set.
    public let featureSet: FeatureSetReference
    /// Its max age.
    public let maxAgeSeconds: Int64?
    /// What the registry says.
    public let registration: Registration
    /// The key in words (`origin = "EWR"`), or what is wrong with it.
    public let key: Result<String, KeyFault>
    /// The stores that subscribe and can answer; the first is asked.
    public let stores: [StoreName]
    /// What the jobs say.
    public let feed: Feed
    /// What the online store said.
    public let reading: Reading
    /// What the historical store says.
    public let history: History
    /// Dead letters of this set that carry the key, of those looked at.
    public let deadLettersWithKey: Int
    /// Dead letters of this set that were looked at.
    public let deadLettersSeen: Int
    /// The time that freshness is judged by.
    public let time: Timestamp

    /// Makes the facts.
    public init(
        featureSet: FeatureSetReference, maxAgeSeconds: Int64?, registration: Registration,
        key: Result<String, KeyFault>, stores: [StoreName], feed: Feed, reading: Reading, history: History,
        deadLettersWithKey: Int, deadLettersSeen: Int, time: Timestamp
    ) {
        self.featureSet = featureSet
        self.maxAgeSeconds = maxAgeSeconds
        self.registration = registration
        self.key = key
        self.stores = stores
        self.feed = feed
        self.reading = reading
        self.history = history
        self.deadLettersWithKey = deadLettersWithKey
        self.deadLettersSeen = deadLettersSeen
        self.time = time
    }
}
