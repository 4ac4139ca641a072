public import FeatureModel

/// What a worker has measured since its last sample.
public struct JobMeasurement: Sendable, Hashable {
    /// Of one feature set.
    public struct Part: Sendable, Hashable {
        /// The feature set.
        public let featureSet: FeatureSetReference
        /// Rows written.
        public let rows: Int64
        /// Milliseconds between event time and writing for half of the rows, and for 99 of a hundred.
        public let eventLag50: Int64?
        /// See ``eventLag50``.
        public let eventLag99: Int64?
        /// The share of feature values that were null.
        public let missingShare: Double?

        /// Makes a part.
        public init(
            featureSet: FeatureSetReference, rows: Int64, eventLag50: Int64?, eventLag99: Int64?, missingShare: Double?
        ) {
            self.featureSet = featureSet
            self.rows = rows
            self.eventLag50 = eventLag50
            self.eventLag99 = eventLag99
            self.missingShare = missingShare
        }
    }

    /// By feature set; a set without rows since the last sample is left out.
    public var parts: [Part]
    /// Over all rows written.
    public var eventLag50: Int64?
    /// Over all rows written.
    public var eventLag99: Int64?
    /// The partitions that the worker reads; empty to leave those that are known.
    public var partitions: [JobPartition]

    /// Makes a measurement.
    public init(
        parts: [Part] = [], eventLag50: Int64? = nil, eventLag99: Int64? = nil, partitions: [JobPartition] = []
    ) {
        self.parts = parts
        self.eventLag50 = eventLag50
        self.eventLag99 = eventLag99
        self.partitions = partitions
    }
}
